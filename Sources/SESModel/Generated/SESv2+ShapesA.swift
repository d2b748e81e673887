// Written by scripts/generate-ses-model from the service model sesv2 2019-09-27
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

extension SESv2 {
    public struct AccountDetails: Structure {
        /// `MailType`
        public var mailType: MailType?
        /// `WebsiteURL`: 1 to 1000 characters
        public var websiteURL: String?
        /// `ContactLanguage`
        public var contactLanguage: ContactLanguage?
        /// `UseCaseDescription`: at most 5000 characters
        public var useCaseDescription: String?
        /// `AdditionalContactEmailAddresses`: 1 to 4 items
        public var additionalContactEmailAddresses: [String]?
        /// `ReviewDetails`
        public var reviewDetails: ReviewDetails?

        public init(
            mailType: MailType? = nil,
            websiteURL: String? = nil,
            contactLanguage: ContactLanguage? = nil,
            useCaseDescription: String? = nil,
            additionalContactEmailAddresses: [String]? = nil,
            reviewDetails: ReviewDetails? = nil
        ) {
            self.mailType = mailType
            self.websiteURL = websiteURL
            self.contactLanguage = contactLanguage
            self.useCaseDescription = useCaseDescription
            self.additionalContactEmailAddresses = additionalContactEmailAddresses
            self.reviewDetails = reviewDetails
        }

        public init(from decoder: inout ShapeDecoder) {
            mailType = decoder.optional("MailType")
            websiteURL = decoder.optional("WebsiteURL", Bounds.websiteURL)
            contactLanguage = decoder.optional("ContactLanguage")
            useCaseDescription = decoder.optional("UseCaseDescription", Bounds.useCaseDescription)
            additionalContactEmailAddresses =
                decoder.optional(
                    "AdditionalContactEmailAddresses", Bounds.additionalContactEmailAddresses)
            reviewDetails = decoder.optional("ReviewDetails")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("MailType", mailType)
            encoder.write("WebsiteURL", websiteURL)
            encoder.write("ContactLanguage", contactLanguage)
            encoder.write("UseCaseDescription", useCaseDescription)
            encoder.write("AdditionalContactEmailAddresses", additionalContactEmailAddresses)
            encoder.write("ReviewDetails", reviewDetails)
        }
    }

    public struct ArchivingOptions: Structure {
        /// `ArchiveArn`: 20 to 1011 characters
        public var archiveArn: String?

        public init(archiveArn: String? = nil) {
            self.archiveArn = archiveArn
        }

        public init(from decoder: inout ShapeDecoder) {
            archiveArn = decoder.optional("ArchiveArn", Bounds.archiveArn)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ArchiveArn", archiveArn)
        }
    }

    public struct AssociateEmailIdentityCertificateRequest: Structure {
        /// `EmailIdentity`: at least 1 character
        public var emailIdentity: String
        /// `FromAddress`
        public var fromAddress: String?
        /// `CertificateArn`: 20 to 2048 characters
        public var certificateArn: String

        public init(emailIdentity: String, fromAddress: String? = nil, certificateArn: String) {
            self.emailIdentity = emailIdentity
            self.fromAddress = fromAddress
            self.certificateArn = certificateArn
        }

        public init(from decoder: inout ShapeDecoder) {
            emailIdentity = decoder.required("EmailIdentity", Bounds.identity)
            fromAddress = decoder.optional("FromAddress")
            certificateArn = decoder.required("CertificateArn", Bounds.certificateArn)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("EmailIdentity", emailIdentity)
            encoder.write("FromAddress", fromAddress)
            encoder.write("CertificateArn", certificateArn)
        }
    }

    public struct AssociateEmailIdentityCertificateResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct Attachment: Structure {
        /// `RawContent`
        public var rawContent: Blob
        /// `ContentDisposition`
        public var contentDisposition: AttachmentContentDisposition?
        /// `FileName`: at most 255 characters
        public var fileName: String
        /// `ContentDescription`: at most 1000 characters
        public var contentDescription: String?
        /// `ContentId`: 1 to 78 characters
        public var contentId: String?
        /// `ContentTransferEncoding`
        public var contentTransferEncoding: AttachmentContentTransferEncoding?
        /// `ContentType`: 1 to 78 characters
        public var contentType: String?

        public init(
            rawContent: Blob,
            contentDisposition: AttachmentContentDisposition? = nil,
            fileName: String,
            contentDescription: String? = nil,
            contentId: String? = nil,
            contentTransferEncoding: AttachmentContentTransferEncoding? = nil,
            contentType: String? = nil
        ) {
            self.rawContent = rawContent
            self.contentDisposition = contentDisposition
            self.fileName = fileName
            self.contentDescription = contentDescription
            self.contentId = contentId
            self.contentTransferEncoding = contentTransferEncoding
            self.contentType = contentType
        }

        public init(from decoder: inout ShapeDecoder) {
            rawContent = decoder.required("RawContent")
            contentDisposition = decoder.optional("ContentDisposition")
            fileName = decoder.required("FileName", Bounds.attachmentFileName)
            contentDescription =
                decoder.optional("ContentDescription", Bounds.attachmentContentDescription)
            contentId = decoder.optional("ContentId", Bounds.attachmentContentId)
            contentTransferEncoding = decoder.optional("ContentTransferEncoding")
            contentType = decoder.optional("ContentType", Bounds.attachmentContentType)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("RawContent", rawContent)
            encoder.write("ContentDisposition", contentDisposition)
            encoder.write("FileName", fileName)
            encoder.write("ContentDescription", contentDescription)
            encoder.write("ContentId", contentId)
            encoder.write("ContentTransferEncoding", contentTransferEncoding)
            encoder.write("ContentType", contentType)
        }
    }
}
