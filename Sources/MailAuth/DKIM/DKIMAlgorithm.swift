/// How a signature is made (`a=`, RFC 6376 §3.3, RFC 8463).
public enum DKIMAlgorithm: String, Hashable, Sendable, CaseIterable {
    case rsaSHA256 = "rsa-sha256"
    case ed25519SHA256 = "ed25519-sha256"
    /// Known, but neither signed with nor accepted (RFC 8301 §3.1).
    case rsaSHA1 = "rsa-sha1"

    /// The kind of key that it takes.
    public var keyType: DKIMKeyType {
        switch self {
        case .rsaSHA256, .rsaSHA1: .rsa
        case .ed25519SHA256: .ed25519
        }
    }

    /// The hash's name in the `h=` of key records.
    public var hashName: String { self == .rsaSHA1 ? "sha1" : "sha256" }

    var digest: DigestContext.Algorithm { self == .rsaSHA1 ? .sha1 : .sha256 }
    var digestByteCount: Int { self == .rsaSHA1 ? 20 : 32 }
}

/// The kind of a key (`k=`).
public enum DKIMKeyType: String, Hashable, Sendable {
    case rsa
    case ed25519
}
