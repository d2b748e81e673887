// Written by scripts/generate-ses-model from the service model sesv2 2019-09-27
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

extension SESv2 {
    public struct OverallVolume: Structure {
        /// `VolumeStatistics`
        public var volumeStatistics: VolumeStatistics?
        /// `ReadRatePercent`
        public var readRatePercent: Double?
        /// `DomainIspPlacements`
        public var domainIspPlacements: [DomainIspPlacement]?

        public init(
            volumeStatistics: VolumeStatistics? = nil,
            readRatePercent: Double? = nil,
            domainIspPlacements: [DomainIspPlacement]? = nil
        ) {
            self.volumeStatistics = volumeStatistics
            self.readRatePercent = readRatePercent
            self.domainIspPlacements = domainIspPlacements
        }

        public init(from decoder: inout ShapeDecoder) {
            volumeStatistics = decoder.optional("VolumeStatistics")
            readRatePercent = decoder.optional("ReadRatePercent")
            domainIspPlacements = decoder.optional("DomainIspPlacements")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("VolumeStatistics", volumeStatistics)
            encoder.write("ReadRatePercent", readRatePercent)
            encoder.write("DomainIspPlacements", domainIspPlacements)
        }
    }
}
