import JSONText
import MailTypes
import WaxwingCore

extension AdministrationAPI {
    /// `GET` lists those that wait, or shows one; `DELETE` takes one back.
    func scheduledMessages(
        _ id: AccountID, _ path: [String], _ request: Request
    ) async throws -> Answer {
        guard let scheduled = administration.scheduled, path.count <= 1 else { throw Self.nothing }
        let region = try request.query["region"].map(AdministrationInput.region) ?? .standard
        let scope = Scope(account: id, region: region)
        switch (request.method, path.first) {
        case ("GET", nil):
            var position: ScheduledMessage.Position?
            if let after = request.query["after"] {
                position = ScheduledMessage.Position(after)
                guard position != nil else {
                    throw ServiceError.invalidParameter("'after' is none that an answer named.")
                }
            }
            let limit = ScheduledMail.pageLimit
            let found = try await scheduled.messages(after: position, limit: limit, in: scope)
            var fields = [Document.Field("messages", .array(found.map(\.document)))]
            if found.count == limit, let last = found.last {
                fields.append(.init("next", .string(last.position.text)))
            }
            return Answer(.object(fields))
        case ("GET", let messageID?):
            return Answer(try await scheduled.message(messageID, in: scope).document)
        case ("DELETE", let messageID?):
            try await scheduled.cancel(messageID, in: scope)
            return Answer(try await scheduled.message(messageID, in: scope).document)
        default: throw Self.wrongMethod
        }
    }
}

extension ScheduledMessage {
    fileprivate var document: Document {
        var fields: [Document.Field] = [
            .init("messageId", .string(messageID)), .init("status", .string(status)),
            .init("sendAt", .string(sendAt.iso8601)),
            .init("acceptedAt", .string(acceptedAt.iso8601)),
            .init("from", .string(record.source)),
            .init("to", .array(record.destinations.map { .string($0) })),
        ]
        if case .cancelled(let time) = state {
            fields.append(.init("cancelledAt", .string(time.iso8601)))
        }
        for (name, value) in [
            ("subject", subject), ("configurationSet", record.configurationSet),
            ("tenant", record.tenant),
        ] {
            if let value { fields.append(.init(name, .string(value))) }
        }
        return .object(fields)
    }

    private var status: String {
        switch state {
        case .waiting: "scheduled"
        case .cancelled: "cancelled"
        case .released: "released"
        }
    }
}
