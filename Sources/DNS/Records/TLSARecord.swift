/// The certificate or key that a TLS server must show (RFC 6698 §2.1).
///
/// The numbers stay numbers: values unknown here make a record unusable (RFC 7671 §4.1), which
/// is for the caller to see.
public struct TLSARecord: Hashable, Sendable {
    public var certificateUsage: UInt8
    public var selector: UInt8
    public var matchingType: UInt8
    public var associationData: [UInt8]

    public init(
        certificateUsage: UInt8, selector: UInt8, matchingType: UInt8, associationData: [UInt8]
    ) {
        self.certificateUsage = certificateUsage
        self.selector = selector
        self.matchingType = matchingType
        self.associationData = associationData
    }
}
