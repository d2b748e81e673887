// Written by scripts/generate-ses-model from the service model sesv2 2019-09-27
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

public import MailTypes

extension SESv2 {
    public struct IdentityCertificate: Structure {
        /// `FromAddress`
        public var fromAddress: String?
        /// `Status`
        public var status: IdentityCertificateStatus?
        /// `CertificateArn`: 20 to 2048 characters
        public var certificateArn: String?
        /// `CertificateExpiryTime`
        public var certificateExpiryTime: UnixTime?

        public init(
            fromAddress: String? = nil,
            status: IdentityCertificateStatus? = nil,
            certificateArn: String? = nil,
            certificateExpiryTime: UnixTime? = nil
        ) {
            self.fromAddress = fromAddress
            self.status = status
            self.certificateArn = certificateArn
            self.certificateExpiryTime = certificateExpiryTime
        }

        public init(from decoder: inout ShapeDecoder) {
            fromAddress = decoder.optional("FromAddress")
            status = decoder.optional("Status")
            certificateArn = decoder.optional("CertificateArn", Bounds.certificateArn)
            certificateExpiryTime = decoder.optional("CertificateExpiryTime")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("FromAddress", fromAddress)
            encoder.write("Status", status)
            encoder.write("CertificateArn", certificateArn)
            encoder.write("CertificateExpiryTime", certificateExpiryTime)
        }
    }

    public struct IdentityInfo: Structure {
        /// `IdentityType`
        public var identityType: IdentityType?
        /// `IdentityName`: at least 1 character
        public var identityName: String?
        /// `SendingEnabled`
        public var sendingEnabled: Bool?
        /// `VerificationStatus`
        public var verificationStatus: VerificationStatus?

        public init(
            identityType: IdentityType? = nil,
            identityName: String? = nil,
            sendingEnabled: Bool? = nil,
            verificationStatus: VerificationStatus? = nil
        ) {
            self.identityType = identityType
            self.identityName = identityName
            self.sendingEnabled = sendingEnabled
            self.verificationStatus = verificationStatus
        }

        public init(from decoder: inout ShapeDecoder) {
            identityType = decoder.optional("IdentityType")
            identityName = decoder.optional("IdentityName", Bounds.identity)
            sendingEnabled = decoder.optional("SendingEnabled")
            verificationStatus = decoder.optional("VerificationStatus")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("IdentityType", identityType)
            encoder.write("IdentityName", identityName)
            encoder.write("SendingEnabled", sendingEnabled)
            encoder.write("VerificationStatus", verificationStatus)
        }
    }

    public struct ImportDataSource: Structure {
        /// `S3Url`: of a set form
        public var s3Url: String
        /// `DataFormat`
        public var dataFormat: DataFormat

        public init(s3Url: String, dataFormat: DataFormat) {
            self.s3Url = s3Url
            self.dataFormat = dataFormat
        }

        public init(from decoder: inout ShapeDecoder) {
            s3Url = decoder.required("S3Url", Bounds.s3Url)
            dataFormat = decoder.required("DataFormat")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("S3Url", s3Url)
            encoder.write("DataFormat", dataFormat)
        }
    }

    public struct ImportDestination: Structure {
        /// `SuppressionListDestination`
        public var suppressionListDestination: SuppressionListDestination?
        /// `ContactListDestination`
        public var contactListDestination: ContactListDestination?

        public init(
            suppressionListDestination: SuppressionListDestination? = nil,
            contactListDestination: ContactListDestination? = nil
        ) {
            self.suppressionListDestination = suppressionListDestination
            self.contactListDestination = contactListDestination
        }

        public init(from decoder: inout ShapeDecoder) {
            suppressionListDestination = decoder.optional("SuppressionListDestination")
            contactListDestination = decoder.optional("ContactListDestination")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("SuppressionListDestination", suppressionListDestination)
            encoder.write("ContactListDestination", contactListDestination)
        }
    }

    public struct ImportJobSummary: Structure {
        /// `JobId`: at least 1 character
        public var jobId: String?
        /// `ImportDestination`
        public var importDestination: ImportDestination?
        /// `JobStatus`
        public var jobStatus: JobStatus?
        /// `CreatedTimestamp`
        public var createdTimestamp: UnixTime?
        /// `ProcessedRecordsCount`
        public var processedRecordsCount: Int?
        /// `FailedRecordsCount`
        public var failedRecordsCount: Int?

        public init(
            jobId: String? = nil,
            importDestination: ImportDestination? = nil,
            jobStatus: JobStatus? = nil,
            createdTimestamp: UnixTime? = nil,
            processedRecordsCount: Int? = nil,
            failedRecordsCount: Int? = nil
        ) {
            self.jobId = jobId
            self.importDestination = importDestination
            self.jobStatus = jobStatus
            self.createdTimestamp = createdTimestamp
            self.processedRecordsCount = processedRecordsCount
            self.failedRecordsCount = failedRecordsCount
        }

        public init(from decoder: inout ShapeDecoder) {
            jobId = decoder.optional("JobId", Bounds.jobId)
            importDestination = decoder.optional("ImportDestination")
            jobStatus = decoder.optional("JobStatus")
            createdTimestamp = decoder.optional("CreatedTimestamp")
            processedRecordsCount = decoder.optional("ProcessedRecordsCount")
            failedRecordsCount = decoder.optional("FailedRecordsCount")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("JobId", jobId)
            encoder.write("ImportDestination", importDestination)
            encoder.write("JobStatus", jobStatus)
            encoder.write("CreatedTimestamp", createdTimestamp)
            encoder.write("ProcessedRecordsCount", processedRecordsCount)
            encoder.write("FailedRecordsCount", failedRecordsCount)
        }
    }

    public struct InboxPlacementTrackingOption: Structure {
        /// `Global`
        public var global: Bool?
        /// `TrackedIsps`
        public var trackedIsps: [String]?

        public init(global: Bool? = nil, trackedIsps: [String]? = nil) {
            self.global = global
            self.trackedIsps = trackedIsps
        }

        public init(from decoder: inout ShapeDecoder) {
            global = decoder.optional("Global")
            trackedIsps = decoder.optional("TrackedIsps")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Global", global)
            encoder.write("TrackedIsps", trackedIsps)
        }
    }

    public struct InsightsEvent: Structure {
        /// `Timestamp`
        public var timestamp: UnixTime?
        /// `Type`
        public var type: EventType?
        /// `Details`
        public var details: EventDetails?

        public init(
            timestamp: UnixTime? = nil,
            type: EventType? = nil,
            details: EventDetails? = nil
        ) {
            self.timestamp = timestamp
            self.type = type
            self.details = details
        }

        public init(from decoder: inout ShapeDecoder) {
            timestamp = decoder.optional("Timestamp")
            type = decoder.optional("Type")
            details = decoder.optional("Details")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Timestamp", timestamp)
            encoder.write("Type", type)
            encoder.write("Details", details)
        }
    }

    public struct IspPlacement: Structure {
        /// `IspName`
        public var ispName: String?
        /// `PlacementStatistics`
        public var placementStatistics: PlacementStatistics?

        public init(ispName: String? = nil, placementStatistics: PlacementStatistics? = nil) {
            self.ispName = ispName
            self.placementStatistics = placementStatistics
        }

        public init(from decoder: inout ShapeDecoder) {
            ispName = decoder.optional("IspName")
            placementStatistics = decoder.optional("PlacementStatistics")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("IspName", ispName)
            encoder.write("PlacementStatistics", placementStatistics)
        }
    }
}
