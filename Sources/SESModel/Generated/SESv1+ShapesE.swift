// Written by scripts/generate-ses-model from the service model ses 2010-12-01
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

extension SESv1 {
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
        /// `SNSDestination`
        public var snsDestination: SNSDestination?

        public init(
            name: String,
            enabled: Bool? = nil,
            matchingEventTypes: [EventType],
            kinesisFirehoseDestination: KinesisFirehoseDestination? = nil,
            cloudWatchDestination: CloudWatchDestination? = nil,
            snsDestination: SNSDestination? = nil
        ) {
            self.name = name
            self.enabled = enabled
            self.matchingEventTypes = matchingEventTypes
            self.kinesisFirehoseDestination = kinesisFirehoseDestination
            self.cloudWatchDestination = cloudWatchDestination
            self.snsDestination = snsDestination
        }

        public init(from decoder: inout ShapeDecoder) {
            name = decoder.required("Name")
            enabled = decoder.optional("Enabled")
            matchingEventTypes = decoder.required("MatchingEventTypes")
            kinesisFirehoseDestination = decoder.optional("KinesisFirehoseDestination")
            cloudWatchDestination = decoder.optional("CloudWatchDestination")
            snsDestination = decoder.optional("SNSDestination")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Name", name)
            encoder.write("Enabled", enabled)
            encoder.write("MatchingEventTypes", matchingEventTypes)
            encoder.write("KinesisFirehoseDestination", kinesisFirehoseDestination)
            encoder.write("CloudWatchDestination", cloudWatchDestination)
            encoder.write("SNSDestination", snsDestination)
        }
    }

    public struct ExtensionField: Structure {
        /// `Name`
        public var name: String
        /// `Value`
        public var value: String

        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }

        public init(from decoder: inout ShapeDecoder) {
            name = decoder.required("Name")
            value = decoder.required("Value")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Name", name)
            encoder.write("Value", value)
        }
    }
}
