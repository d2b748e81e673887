public import MailTypes

/// The certificate that an owner named for signing messages from an address by S/MIME.
///
/// It is kept, and given back. Waxwing signs no message by S/MIME, and cannot look into the
/// certificate manager that the name comes from.
public struct IdentityCertificate: Resource, Equatable {
    public static let kind = "identity-certificate"

    /// The identity, a domain or an address, as it is written.
    public let identity: String
    /// As it was given.
    public let fromAddress: String
    public let certificateARN: String
    public let createdAt: UnixTime

    /// Addresses that differ by case alone are the same.
    public var name: String { Self.name(of: fromAddress) }
    public var parent: String { identity }

    public init(
        identity: String, fromAddress: String, certificateARN: String, createdAt: UnixTime
    ) {
        self.identity = identity
        self.fromAddress = fromAddress
        self.certificateARN = certificateARN
        self.createdAt = createdAt
    }

    public static func name(of address: String) -> String { address.lowercased() }
}
