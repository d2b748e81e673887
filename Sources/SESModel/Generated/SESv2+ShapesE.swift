// Written by scripts/generate-ses-model from the service model sesv2 2019-09-27
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

public import MailTypes

extension SESv2 {
    public struct EmailAddressInsightsMailboxEvaluations: Structure {
        /// `HasValidSyntax`
        public var hasValidSyntax: EmailAddressInsightsVerdict?
        /// `HasValidDnsRecords`
        public var hasValidDnsRecords: EmailAddressInsightsVerdict?
        /// `MailboxExists`
        public var mailboxExists: EmailAddressInsightsVerdict?
        /// `IsRoleAddress`
        public var isRoleAddress: EmailAddressInsightsVerdict?
        /// `IsDisposable`
        public var isDisposable: EmailAddressInsightsVerdict?
        /// `IsRandomInput`
        public var isRandomInput: EmailAddressInsightsVerdict?

        public init(
            hasValidSyntax: EmailAddressInsightsVerdict? = nil,
            hasValidDnsRecords: EmailAddressInsightsVerdict? = nil,
            mailboxExists: EmailAddressInsightsVerdict? = nil,
            isRoleAddress: EmailAddressInsightsVerdict? = nil,
            isDisposable: EmailAddressInsightsVerdict? = nil,
            isRandomInput: EmailAddressInsightsVerdict? = nil
        ) {
            self.hasValidSyntax = hasValidSyntax
            self.hasValidDnsRecords = hasValidDnsRecords
            self.mailboxExists = mailboxExists
            self.isRoleAddress = isRoleAddress
            self.isDisposable = isDisposable
            self.isRandomInput = isRandomInput
        }

        public init(from decoder: inout ShapeDecoder) {
            hasValidSyntax = decoder.optional("HasValidSyntax")
            hasValidDnsRecords = decoder.optional("HasValidDnsRecords")
            mailboxExists = decoder.optional("MailboxExists")
            isRoleAddress = decoder.optional("IsRoleAddress")
            isDisposable = decoder.optional("IsDisposable")
            isRandomInput = decoder.optional("IsRandomInput")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("HasValidSyntax", hasValidSyntax)
            encoder.write("HasValidDnsRecords", hasValidDnsRecords)
            encoder.write("MailboxExists", mailboxExists)
            encoder.write("IsRoleAddress", isRoleAddress)
            encoder.write("IsDisposable", isDisposable)
            encoder.write("IsRandomInput", isRandomInput)
        }
    }

    public struct EmailAddressInsightsVerdict: Structure {
        /// `ConfidenceVerdict`
        public var confidenceVerdict: EmailAddressInsightsConfidenceVerdict?

        public init(confidenceVerdict: EmailAddressInsightsConfidenceVerdict? = nil) {
            self.confidenceVerdict = confidenceVerdict
        }

        public init(from decoder: inout ShapeDecoder) {
            confidenceVerdict = decoder.optional("ConfidenceVerdict")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ConfidenceVerdict", confidenceVerdict)
        }
    }

    public struct EmailContent: Structure {
        /// `Simple`
        public var simple: Message?
        /// `Raw`
        public var raw: RawMessage?
        /// `Template`
        public var template: Template?

        public init(simple: Message? = nil, raw: RawMessage? = nil, template: Template? = nil) {
            self.simple = simple
            self.raw = raw
            self.template = template
        }

        public init(from decoder: inout ShapeDecoder) {
            simple = decoder.optional("Simple")
            raw = decoder.optional("Raw")
            template = decoder.optional("Template")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Simple", simple)
            encoder.write("Raw", raw)
            encoder.write("Template", template)
        }
    }

    public struct EmailInsights: Structure {
        /// `Destination`: 1 to 320 characters
        public var destination: String?
        /// `Isp`
        public var isp: String?
        /// `Events`
        public var events: [InsightsEvent]?

        public init(
            destination: String? = nil,
            isp: String? = nil,
            events: [InsightsEvent]? = nil
        ) {
            self.destination = destination
            self.isp = isp
            self.events = events
        }

        public init(from decoder: inout ShapeDecoder) {
            destination = decoder.optional("Destination", Bounds.insightsEmailAddress)
            isp = decoder.optional("Isp")
            events = decoder.optional("Events")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Destination", destination)
            encoder.write("Isp", isp)
            encoder.write("Events", events)
        }
    }

    public struct EmailTemplateContent: Structure {
        /// `Subject`
        public var subject: String?
        /// `Text`
        public var text: String?
        /// `Html`
        public var html: String?

        public init(subject: String? = nil, text: String? = nil, html: String? = nil) {
            self.subject = subject
            self.text = text
            self.html = html
        }

        public init(from decoder: inout ShapeDecoder) {
            subject = decoder.optional("Subject")
            text = decoder.optional("Text")
            html = decoder.optional("Html")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Subject", subject)
            encoder.write("Text", text)
            encoder.write("Html", html)
        }
    }

    public struct EmailTemplateMetadata: Structure {
        /// `TemplateName`: at least 1 character
        public var templateName: String?
        /// `CreatedTimestamp`
        public var createdTimestamp: UnixTime?

        public init(templateName: String? = nil, createdTimestamp: UnixTime? = nil) {
            self.templateName = templateName
            self.createdTimestamp = createdTimestamp
        }

        public init(from decoder: inout ShapeDecoder) {
            templateName = decoder.optional("TemplateName", Bounds.emailTemplateName)
            createdTimestamp = decoder.optional("CreatedTimestamp")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("TemplateName", templateName)
            encoder.write("CreatedTimestamp", createdTimestamp)
        }
    }

    public struct EventBridgeDestination: Structure {
        /// `EventBusArn`: at least 1 character
        public var eventBusArn: String

        public init(eventBusArn: String) {
            self.eventBusArn = eventBusArn
        }

        public init(from decoder: inout ShapeDecoder) {
            eventBusArn = decoder.required("EventBusArn", Bounds.amazonResourceName)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("EventBusArn", eventBusArn)
        }
    }

    public struct EventDestination: Structure {
        /// `Name`
        public var name: String
        /// `Enabled`
        public var enabled: Bool?
        /// `MatchingEventTypes`
        public var matchingEventTypes: [EventType]
        /// `KinesisFirehoseDestination`
        public var kinesisFirehoseDestination: KinesisFirehoseDestination?
        /// `CloudWatchDestination`
        public var cloudWatchDestination: CloudWatchDestination?
        /// `SnsDestination`
        public var snsDestination: SnsDestination?
        /// `EventBridgeDestination`
        public var eventBridgeDestination: EventBridgeDestination?
        /// `PinpointDestination`
        public var pinpointDestination: PinpointDestination?

        public init(
            name: String,
            enabled: Bool? = nil,
            matchingEventTypes: [EventType],
            kinesisFirehoseDestination: KinesisFirehoseDestination? = nil,
            cloudWatchDestination: CloudWatchDestination? = nil,
            snsDestination: SnsDestination? = nil,
            eventBridgeDestination: EventBridgeDestination? = nil,
            pinpointDestination: PinpointDestination? = nil
        ) {
            self.name = name
            self.enabled = enabled
            self.matchingEventTypes = matchingEventTypes
            self.kinesisFirehoseDestination = kinesisFirehoseDestination
            self.cloudWatchDestination = cloudWatchDestination
            self.snsDestination = snsDestination
            self.eventBridgeDestination = eventBridgeDestination
            self.pinpointDestination = pinpointDestination
        }

        public init(from decoder: inout ShapeDecoder) {
            name = decoder.required("Name")
            enabled = decoder.optional("Enabled")
            matchingEventTypes = decoder.required("MatchingEventTypes")
            kinesisFirehoseDestination = decoder.optional("KinesisFirehoseDestination")
            cloudWatchDestination = decoder.optional("CloudWatchDestination")
            snsDestination = decoder.optional("SnsDestination")
            eventBridgeDestination = decoder.optional("EventBridgeDestination")
            pinpointDestination = decoder.optional("PinpointDestination")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Name", name)
            encoder.write("Enabled", enabled)
            encoder.write("MatchingEventTypes", matchingEventTypes)
            encoder.write("KinesisFirehoseDestination", kinesisFirehoseDestination)
            encoder.write("CloudWatchDestination", cloudWatchDestination)
            encoder.write("SnsDestination", snsDestination)
            encoder.write("EventBridgeDestination", eventBridgeDestination)
            encoder.write("PinpointDestination", pinpointDestination)
        }
    }

    public struct EventDestinationDefinition: Structure {
        /// `Enabled`
        public var enabled: Bool?
        /// `MatchingEventTypes`
        public var matchingEventTypes: [EventType]?
        /// `KinesisFirehoseDestination`
        public var kinesisFirehoseDestination: KinesisFirehoseDestination?
        /// `CloudWatchDestination`
        public var cloudWatchDestination: CloudWatchDestination?
        /// `SnsDestination`
        public var snsDestination: SnsDestination?
        /// `EventBridgeDestination`
        public var eventBridgeDestination: EventBridgeDestination?
        /// `PinpointDestination`
        public var pinpointDestination: PinpointDestination?

        public init(
            enabled: Bool? = nil,
            matchingEventTypes: [EventType]? = nil,
            kinesisFirehoseDestination: KinesisFirehoseDestination? = nil,
            cloudWatchDestination: CloudWatchDestination? = nil,
            snsDestination: SnsDestination? = nil,
            eventBridgeDestination: EventBridgeDestination? = nil,
            pinpointDestination: PinpointDestination? = nil
        ) {
            self.enabled = enabled
            self.matchingEventTypes = matchingEventTypes
            self.kinesisFirehoseDestination = kinesisFirehoseDestination
            self.cloudWatchDestination = cloudWatchDestination
            self.snsDestination = snsDestination
            self.eventBridgeDestination = eventBridgeDestination
            self.pinpointDestination = pinpointDestination
        }

        public init(from decoder: inout ShapeDecoder) {
            enabled = decoder.optional("Enabled")
            matchingEventTypes = decoder.optional("MatchingEventTypes")
            kinesisFirehoseDestination = decoder.optional("KinesisFirehoseDestination")
            cloudWatchDestination = decoder.optional("CloudWatchDestination")
            snsDestination = decoder.optional("SnsDestination")
            eventBridgeDestination = decoder.optional("EventBridgeDestination")
            pinpointDestination = decoder.optional("PinpointDestination")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Enabled", enabled)
            encoder.write("MatchingEventTypes", matchingEventTypes)
            encoder.write("KinesisFirehoseDestination", kinesisFirehoseDestination)
            encoder.write("CloudWatchDestination", cloudWatchDestination)
            encoder.write("SnsDestination", snsDestination)
            encoder.write("EventBridgeDestination", eventBridgeDestination)
            encoder.write("PinpointDestination", pinpointDestination)
        }
    }

    public struct EventDetails: Structure {
        /// `Bounce`
        public var bounce: Bounce?
        /// `Complaint`
        public var complaint: Complaint?

        public init(bounce: Bounce? = nil, complaint: Complaint? = nil) {
            self.bounce = bounce
            self.complaint = complaint
        }

        public init(from decoder: inout ShapeDecoder) {
            bounce = decoder.optional("Bounce")
            complaint = decoder.optional("Complaint")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Bounce", bounce)
            encoder.write("Complaint", complaint)
        }
    }

    public struct ExportDataSource: Structure {
        /// `MetricsDataSource`
        public var metricsDataSource: MetricsDataSource?
        /// `MessageInsightsDataSource`
        public var messageInsightsDataSource: MessageInsightsDataSource?

        public init(
            metricsDataSource: MetricsDataSource? = nil,
            messageInsightsDataSource: MessageInsightsDataSource? = nil
        ) {
            self.metricsDataSource = metricsDataSource
            self.messageInsightsDataSource = messageInsightsDataSource
        }

        public init(from decoder: inout ShapeDecoder) {
            metricsDataSource = decoder.optional("MetricsDataSource")
            messageInsightsDataSource = decoder.optional("MessageInsightsDataSource")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("MetricsDataSource", metricsDataSource)
            encoder.write("MessageInsightsDataSource", messageInsightsDataSource)
        }
    }

    public struct ExportDestination: Structure {
        /// `DataFormat`
        public var dataFormat: DataFormat
        /// `S3Url`: of a set form
        public var s3Url: String?

        public init(dataFormat: DataFormat, s3Url: String? = nil) {
            self.dataFormat = dataFormat
            self.s3Url = s3Url
        }

        public init(from decoder: inout ShapeDecoder) {
            dataFormat = decoder.required("DataFormat")
            s3Url = decoder.optional("S3Url", Bounds.s3Url)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("DataFormat", dataFormat)
            encoder.write("S3Url", s3Url)
        }
    }

    public struct ExportJobSummary: Structure {
        /// `JobId`: at least 1 character
        public var jobId: String?
        /// `ExportSourceType`
        public var exportSourceType: ExportSourceType?
        /// `JobStatus`
        public var jobStatus: JobStatus?
        /// `CreatedTimestamp`
        public var createdTimestamp: UnixTime?
        /// `CompletedTimestamp`
        public var completedTimestamp: UnixTime?

        public init(
            jobId: String? = nil,
            exportSourceType: ExportSourceType? = nil,
            jobStatus: JobStatus? = nil,
            createdTimestamp: UnixTime? = nil,
            completedTimestamp: UnixTime? = nil
        ) {
            self.jobId = jobId
            self.exportSourceType = exportSourceType
            self.jobStatus = jobStatus
            self.createdTimestamp = createdTimestamp
            self.completedTimestamp = completedTimestamp
        }

        public init(from decoder: inout ShapeDecoder) {
            jobId = decoder.optional("JobId", Bounds.jobId)
            exportSourceType = decoder.optional("ExportSourceType")
            jobStatus = decoder.optional("JobStatus")
            createdTimestamp = decoder.optional("CreatedTimestamp")
            completedTimestamp = decoder.optional("CompletedTimestamp")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("JobId", jobId)
            encoder.write("ExportSourceType", exportSourceType)
            encoder.write("JobStatus", jobStatus)
            encoder.write("CreatedTimestamp", createdTimestamp)
            encoder.write("CompletedTimestamp", completedTimestamp)
        }
    }

    public struct ExportMetric: Structure {
        /// `Name`
        public var name: Metric?
        /// `Aggregation`
        public var aggregation: MetricAggregation?

        public init(name: Metric? = nil, aggregation: MetricAggregation? = nil) {
            self.name = name
            self.aggregation = aggregation
        }

        public init(from decoder: inout ShapeDecoder) {
            name = decoder.optional("Name")
            aggregation = decoder.optional("Aggregation")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Name", name)
            encoder.write("Aggregation", aggregation)
        }
    }

    public struct ExportStatistics: Structure {
        /// `ProcessedRecordsCount`
        public var processedRecordsCount: Int?
        /// `ExportedRecordsCount`
        public var exportedRecordsCount: Int?

        public init(processedRecordsCount: Int? = nil, exportedRecordsCount: Int? = nil) {
            self.processedRecordsCount = processedRecordsCount
            self.exportedRecordsCount = exportedRecordsCount
        }

        public init(from decoder: inout ShapeDecoder) {
            processedRecordsCount = decoder.optional("ProcessedRecordsCount")
            exportedRecordsCount = decoder.optional("ExportedRecordsCount")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ProcessedRecordsCount", processedRecordsCount)
            encoder.write("ExportedRecordsCount", exportedRecordsCount)
        }
    }
}
