// Written by scripts/generate-ses-model from the service model sesv2 2019-09-27
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

public import MailTypes

extension SESv2 {
    public struct VdmAttributes: Structure {
        /// `VdmEnabled`
        public var vdmEnabled: FeatureStatus
        /// `DashboardAttributes`
        public var dashboardAttributes: DashboardAttributes?
        /// `GuardianAttributes`
        public var guardianAttributes: GuardianAttributes?

        public init(
            vdmEnabled: FeatureStatus,
            dashboardAttributes: DashboardAttributes? = nil,
            guardianAttributes: GuardianAttributes? = nil
        ) {
            self.vdmEnabled = vdmEnabled
            self.dashboardAttributes = dashboardAttributes
            self.guardianAttributes = guardianAttributes
        }

        public init(from decoder: inout ShapeDecoder) {
            vdmEnabled = decoder.required("VdmEnabled")
            dashboardAttributes = decoder.optional("DashboardAttributes")
            guardianAttributes = decoder.optional("GuardianAttributes")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("VdmEnabled", vdmEnabled)
            encoder.write("DashboardAttributes", dashboardAttributes)
            encoder.write("GuardianAttributes", guardianAttributes)
        }
    }

    public struct VdmOptions: Structure {
        /// `DashboardOptions`
        public var dashboardOptions: DashboardOptions?
        /// `GuardianOptions`
        public var guardianOptions: GuardianOptions?

        public init(
            dashboardOptions: DashboardOptions? = nil,
            guardianOptions: GuardianOptions? = nil
        ) {
            self.dashboardOptions = dashboardOptions
            self.guardianOptions = guardianOptions
        }

        public init(from decoder: inout ShapeDecoder) {
            dashboardOptions = decoder.optional("DashboardOptions")
            guardianOptions = decoder.optional("GuardianOptions")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("DashboardOptions", dashboardOptions)
            encoder.write("GuardianOptions", guardianOptions)
        }
    }

    public struct VerificationInfo: Structure {
        /// `LastCheckedTimestamp`
        public var lastCheckedTimestamp: UnixTime?
        /// `LastSuccessTimestamp`
        public var lastSuccessTimestamp: UnixTime?
        /// `ErrorType`
        public var errorType: VerificationError?
        /// `SOARecord`
        public var soaRecord: SOARecord?

        public init(
            lastCheckedTimestamp: UnixTime? = nil,
            lastSuccessTimestamp: UnixTime? = nil,
            errorType: VerificationError? = nil,
            soaRecord: SOARecord? = nil
        ) {
            self.lastCheckedTimestamp = lastCheckedTimestamp
            self.lastSuccessTimestamp = lastSuccessTimestamp
            self.errorType = errorType
            self.soaRecord = soaRecord
        }

        public init(from decoder: inout ShapeDecoder) {
            lastCheckedTimestamp = decoder.optional("LastCheckedTimestamp")
            lastSuccessTimestamp = decoder.optional("LastSuccessTimestamp")
            errorType = decoder.optional("ErrorType")
            soaRecord = decoder.optional("SOARecord")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("LastCheckedTimestamp", lastCheckedTimestamp)
            encoder.write("LastSuccessTimestamp", lastSuccessTimestamp)
            encoder.write("ErrorType", errorType)
            encoder.write("SOARecord", soaRecord)
        }
    }

    public struct VolumeStatistics: Structure {
        /// `InboxRawCount`
        public var inboxRawCount: Int?
        /// `SpamRawCount`
        public var spamRawCount: Int?
        /// `ProjectedInbox`
        public var projectedInbox: Int?
        /// `ProjectedSpam`
        public var projectedSpam: Int?

        public init(
            inboxRawCount: Int? = nil,
            spamRawCount: Int? = nil,
            projectedInbox: Int? = nil,
            projectedSpam: Int? = nil
        ) {
            self.inboxRawCount = inboxRawCount
            self.spamRawCount = spamRawCount
            self.projectedInbox = projectedInbox
            self.projectedSpam = projectedSpam
        }

        public init(from decoder: inout ShapeDecoder) {
            inboxRawCount = decoder.optional("InboxRawCount")
            spamRawCount = decoder.optional("SpamRawCount")
            projectedInbox = decoder.optional("ProjectedInbox")
            projectedSpam = decoder.optional("ProjectedSpam")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("InboxRawCount", inboxRawCount)
            encoder.write("SpamRawCount", spamRawCount)
            encoder.write("ProjectedInbox", projectedInbox)
            encoder.write("ProjectedSpam", projectedSpam)
        }
    }
}
