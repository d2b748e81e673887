import MailTypes
import SESModel
import WaxwingCore

/// Operations that SES does not have, on messages that wait for their time
/// (docs/ses-extensions.md). They are those of API v2 in all but that no service model names them.
enum ScheduledEmails {
    static let operations = [List.descriptor, Get.descriptor, Cancel.descriptor]

    private static let path = "/v2/email/scheduled-emails"
    private static let errors = [
        SESv2.Errors.badRequest, SESv2.Errors.notFound, SESv2.Errors.conflict,
        SESv2.Errors.tooManyRequests,
    ]

    enum List: Operation {
        typealias Input = ListRequest
        typealias Output = ListResponse
        static let descriptor = OperationDescriptor(
            name: "ListScheduledEmails", version: .v2, method: "GET", path: path,
            query: [
                QueryMember(name: "NextToken", member: "NextToken", kind: .text),
                QueryMember(name: "PageSize", member: "PageSize", kind: .integer),
            ], errors: errors)
    }

    enum Get: Operation {
        typealias Input = MessageRequest
        typealias Output = Email
        static let descriptor = OperationDescriptor(
            name: "GetScheduledEmail", version: .v2, method: "GET", path: "\(path)/{MessageId}",
            errors: errors)
    }

    enum Cancel: Operation {
        typealias Input = MessageRequest
        typealias Output = Empty
        static let descriptor = OperationDescriptor(
            name: "CancelScheduledEmail", version: .v2, method: "DELETE",
            path: "\(path)/{MessageId}", errors: errors)
    }

    struct ListRequest: Structure {
        var nextToken: String?
        var pageSize: Int?

        init(from decoder: inout ShapeDecoder) {
            nextToken = decoder.optional("NextToken")
            pageSize = decoder.optional("PageSize")
        }

        func encode(to encoder: inout ShapeEncoder) {
            encoder.write("NextToken", nextToken)
            encoder.write("PageSize", pageSize)
        }
    }

    struct ListResponse: Structure {
        var emails: [Email]
        var nextToken: String?

        init(emails: [Email], nextToken: String?) {
            self.emails = emails
            self.nextToken = nextToken
        }

        init(from decoder: inout ShapeDecoder) {
            emails = decoder.optional("ScheduledEmails") ?? []
            nextToken = decoder.optional("NextToken")
        }

        func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ScheduledEmails", emails)
            encoder.write("NextToken", nextToken)
        }
    }

    struct MessageRequest: Structure {
        var messageID: String

        init(from decoder: inout ShapeDecoder) { messageID = decoder.required("MessageId") }

        func encode(to encoder: inout ShapeEncoder) { encoder.write("MessageId", messageID) }
    }

    /// One message, in SES's words where it has some.
    struct Email: Structure {
        var messageID: String
        /// `SCHEDULED`, `CANCELLED`, or `RELEASED` once its time has come.
        var status: String
        var sendAt: UnixTime
        var acceptedAt: UnixTime
        var cancelledAt: UnixTime?
        var from: String
        var destinations: [String]
        var subject: String?
        var configurationSet: String?
        var tenant: String?

        init(_ message: ScheduledMessage) {
            messageID = message.messageID
            sendAt = message.sendAt
            acceptedAt = message.acceptedAt
            switch message.state {
            case .waiting: status = "SCHEDULED"
            case .released: status = "RELEASED"
            case .cancelled(let time):
                status = "CANCELLED"
                cancelledAt = time
            }
            from = message.record.source
            destinations = message.record.destinations
            subject = message.subject
            configurationSet = message.record.configurationSet
            tenant = message.record.tenant
        }

        init(from decoder: inout ShapeDecoder) {
            messageID = decoder.required("MessageId")
            status = decoder.required("Status")
            sendAt = decoder.required("SendAt")
            acceptedAt = decoder.required("AcceptedAt")
            cancelledAt = decoder.optional("CancelledAt")
            from = decoder.required("FromEmailAddress")
            destinations = decoder.optional("Destinations") ?? []
            subject = decoder.optional("Subject")
            configurationSet = decoder.optional("ConfigurationSetName")
            tenant = decoder.optional("TenantName")
        }

        func encode(to encoder: inout ShapeEncoder) {
            encoder.write("MessageId", messageID)
            encoder.write("Status", status)
            encoder.write("SendAt", sendAt)
            encoder.write("AcceptedAt", acceptedAt)
            encoder.write("CancelledAt", cancelledAt)
            encoder.write("FromEmailAddress", from)
            encoder.write("Destinations", destinations)
            encoder.write("Subject", subject)
            encoder.write("ConfigurationSetName", configurationSet)
            encoder.write("TenantName", tenant)
        }
    }
}
