import CLibcrypto

extension X509Certificate {
    /// Most names of one kind, and most purposes, that are handed out.
    public static let nameCountLimit = 1000

    /// The DNS names of the subject (subjectAltName, RFC 5280 §4.2.1.6), in the letters that the
    /// certificate has. What is no ASCII is left out.
    public var dnsNames: [String] { alternativeNames(GEN_DNS) }

    /// The URIs of the subject.
    public var uris: [String] { alternativeNames(GEN_URI) }

    /// What the key is for, as dotted numbers (extKeyUsage, RFC 5280 §4.2.1.12); empty when the
    /// certificate does not say.
    public var extendedKeyUsages: [String] {
        guard let purposes = X509_get_ext_d2i(pointer, NID_ext_key_usage, nil, nil) else {
            ERR_clear_error()
            return []
        }
        let list = OpaquePointer(purposes)
        defer { EXTENDED_KEY_USAGE_free(list) }
        let count = min(OPENSSL_sk_num(list), Int32(Self.nameCountLimit))
        return (0..<max(0, count)).compactMap { index in
            OPENSSL_sk_value(list, index).flatMap { Self.dotted(OpaquePointer($0)) }
        }
    }

    /// The value of an extension, inside its octet string; nil when it is not there. Of several, the
    /// first; a certificate must not have more (RFC 5280 §4.2).
    public func extensionValue(_ identifier: String) -> [UInt8]? {
        guard let object = OBJ_txt2obj(identifier, 1) else {
            ERR_clear_error()
            return nil
        }
        defer { ASN1_OBJECT_free(object) }
        let index = X509_get_ext_by_OBJ(pointer, object, -1)
        guard index >= 0, let found = X509_get_ext(pointer, index) else { return nil }
        return Self.bytes(X509_EXTENSION_get_data(found))
    }

    /// The first attribute of the subject with this identifier, as text.
    public func subjectAttribute(_ identifier: String) -> String? {
        guard let object = OBJ_txt2obj(identifier, 1) else {
            ERR_clear_error()
            return nil
        }
        defer { ASN1_OBJECT_free(object) }
        let name = X509_get_subject_name(pointer)
        let index = X509_NAME_get_index_by_OBJ(name, object, -1)
        guard index >= 0, let entry = X509_NAME_get_entry(name, index) else { return nil }
        var text: UnsafeMutablePointer<UInt8>?
        let count = ASN1_STRING_to_UTF8(&text, X509_NAME_ENTRY_get_data(entry))
        guard count >= 0, let text else {
            ERR_clear_error()
            return nil
        }
        defer { CRYPTO_free(text, #fileID, #line) }
        return String(
            decoding: UnsafeBufferPointer(start: text, count: Int(count)), as: UTF8.self)
    }

    /// Whether it may issue certificates (basicConstraints).
    public var isAuthority: Bool { X509_check_ca(pointer) == 1 }

    private func alternativeNames(_ kind: Int32) -> [String] {
        guard let names = X509_get_ext_d2i(pointer, NID_subject_alt_name, nil, nil) else {
            ERR_clear_error()
            return []
        }
        let list = OpaquePointer(names)
        defer { GENERAL_NAMES_free(list) }
        let count = min(OPENSSL_sk_num(list), Int32(Self.nameCountLimit))
        return (0..<max(0, count)).compactMap { index in
            guard let name = OPENSSL_sk_value(list, index) else { return nil }
            var found: Int32 = -1
            let value = GENERAL_NAME_get0_value(
                name.assumingMemoryBound(to: GENERAL_NAME.self), &found)
            guard found == kind, let value else { return nil }
            let bytes = Self.bytes(value.assumingMemoryBound(to: ASN1_STRING.self))
            guard bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
            return String(decoding: bytes, as: UTF8.self)
        }
    }

    private static func bytes(_ string: UnsafePointer<ASN1_STRING>?) -> [UInt8] {
        guard let string, let start = ASN1_STRING_get0_data(string) else { return [] }
        return Array(
            UnsafeBufferPointer(start: start, count: Int(max(0, ASN1_STRING_length(string)))))
    }

    private static func dotted(_ object: OpaquePointer) -> String? {
        var text = [CChar](repeating: 0, count: 256)
        let count = OBJ_obj2txt(&text, Int32(text.count), object, 1)
        guard count > 0, count < text.count else { return nil }
        return String(decoding: text.prefix(Int(count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
