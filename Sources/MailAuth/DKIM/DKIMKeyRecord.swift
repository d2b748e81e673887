import MailTypes

/// A public key as a domain publishes it in a TXT record (RFC 6376 §3.6.1).
public struct DKIMKeyRecord: Equatable, Sendable {
    /// Longest record that is read, in bytes; a key of 4096 bits takes 740.
    public static let lengthLimit = 16_384

    public var keyType: DKIMKeyType  // k=
    /// Empty when the key is revoked.
    public var keyBytes: [UInt8]  // p=
    /// Names of permitted hashes, lower-cased; nil permits all.
    public var hashes: [String]?  // h=
    /// The domain is trying DKIM out: the signature must not matter, whether it holds or not.
    public var isTesting: Bool  // t=y
    /// The domain of `i=` must be `d=` itself.
    public var isStrict: Bool  // t=s
    /// What the key may be used for; `*` or `email` covers mail.
    public var services: [String]  // s=

    public init(
        keyType: DKIMKeyType, keyBytes: [UInt8], hashes: [String]? = nil,
        isTesting: Bool = false, isStrict: Bool = false, services: [String] = ["*"]
    ) {
        self.keyType = keyType
        self.keyBytes = keyBytes
        self.hashes = hashes
        self.isTesting = isTesting
        self.isStrict = isStrict
        self.services = services
    }

    public var isRevoked: Bool { keyBytes.isEmpty }
    public var isForEmail: Bool { services.contains("*") || services.contains("email") }

    /// Reads the strings of a TXT record, joined with nothing between.
    ///
    /// The obsolete `g=` is passed over, and so are unknown tags, flags, hashes and services.
    public init(parsing text: [UInt8]) throws(DKIMFailure) {
        guard text.count <= Self.lengthLimit else {
            throw DKIMFailure.keySyntax(SyntaxError(expected: .end, offset: Self.lengthLimit))
        }
        let tags: TagList
        do {
            tags = try TagList(parsing: text[...])
        } catch {
            throw DKIMFailure.keySyntax(error)
        }
        if let version = tags["v"] {
            guard version.value.elementsEqual("DKIM1".utf8),
                tags.tags.first?.name == version.name
            else { throw DKIMFailure.keyVersionUnsupported }
        }
        let typeName = tags["k"]?.compactText.asciiLowercased ?? "rsa"
        guard let keyType = DKIMKeyType(rawValue: typeName) else {
            throw DKIMFailure.keyTypeUnsupported(typeName)
        }
        guard let key = tags["p"] else {
            throw DKIMFailure.keySyntax(SyntaxError(expected: "p=", offset: text.count))
        }
        guard let keyBytes = Base64.decode(key.rawValue, .ignoringWhitespace) else {
            throw DKIMFailure.keySyntax(
                SyntaxError(expected: "base64", offset: key.rawValue.startIndex))
        }
        let flags = tags["t"]?.words ?? []
        self.init(
            keyType: keyType, keyBytes: keyBytes, hashes: tags["h"]?.words,
            isTesting: flags.contains("y"), isStrict: flags.contains("s"),
            services: tags["s"]?.words ?? ["*"])
    }

    /// `v=DKIM1; k=rsa; p=MIIB…`, with the tags that differ from their defaults.
    public var formatted: String {
        var text = "v=DKIM1; k=\(keyType.rawValue); "
        if let hashes { text += "h=\(hashes.joined(separator: ":")); " }
        if services != ["*"] { text += "s=\(services.joined(separator: ":")); " }
        let flags = (isTesting ? ["y"] : []) + (isStrict ? ["s"] : [])
        if !flags.isEmpty { text += "t=\(flags.joined(separator: ":")); " }
        return text + "p=\(Base64.encode(keyBytes))"
    }

    /// The strings of the TXT record, each of at most 255 bytes (RFC 1035 §3.3.14).
    public var strings: [[UInt8]] {
        let bytes = Array(formatted.utf8)
        return stride(from: 0, to: bytes.count, by: 255).map {
            Array(bytes[$0..<min($0 + 255, bytes.count)])
        }
    }

    /// The key, ready to verify with.
    /// - Throws: ``DKIMFailure/keyRevoked``, ``DKIMFailure/keyMalformed(_:)``,
    ///   ``DKIMFailure/keyTooLong(_:)``.
    public func publicKey() throws(DKIMFailure) -> DKIMPublicKey {
        guard !isRevoked else { throw DKIMFailure.keyRevoked }
        do {
            switch keyType {
            case .rsa: return .rsa(try RSAPublicKey(der: keyBytes))
            case .ed25519: return .ed25519(try Ed25519PublicKey(rawBytes: keyBytes))
            }
        } catch KeyError.size(let bits) {
            throw DKIMFailure.keyTooLong(bits)
        } catch {
            throw DKIMFailure.keyMalformed(error)
        }
    }
}

extension Tag {
    /// The words of a list with colons between, lower-cased.
    fileprivate var words: [String] {
        compactText.asciiLowercased.split(separator: ":").map(String.init)
    }
}
