/// What SMTP says about a message beside its content: where it came from and where it goes.
public struct Envelope: Equatable, Sendable {
    /// How the content is encoded (RFC 6152, RFC 3030 §3).
    public enum BodyType: String, Equatable, Sendable {
        case sevenBit = "7BIT"
        case eightBitMIME = "8BITMIME"
        case binaryMIME = "BINARYMIME"
    }

    public var reversePath: ReversePath
    public var forwardPaths: [ForwardPath]
    public var bodyType: BodyType
    /// Addresses or header fields hold UTF-8, and every hop must take that (RFC 6531).
    public var requiresSMTPUTF8: Bool

    public init(
        reversePath: ReversePath, forwardPaths: [ForwardPath] = [],
        bodyType: BodyType = .sevenBit, requiresSMTPUTF8: Bool = false
    ) {
        self.reversePath = reversePath
        self.forwardPaths = forwardPaths
        self.bodyType = bodyType
        self.requiresSMTPUTF8 = requiresSMTPUTF8
    }
}
