public import DNS

/// Which TLSA records of a set are looked at.
public enum DANERecords {
    /// Most records that are looked at; the rest of the set is passed over.
    public static let countLimit = 64

    /// The records that can be used: of one of `usages`, with a selector and a matching type that
    /// are known, and data that can be what they say (RFC 7671 §4.1, RFC 7672 §3.1).
    public static func usable(_ records: [TLSARecord], usages: Set<UInt8>) -> [TLSARecord] {
        records.prefix(countLimit).filter {
            usages.contains($0.certificateUsage) && $0.isWellFormed
        }
    }

    /// For each usage and selector, the records in full and those of the strongest digest among them
    /// (digest algorithm agility, RFC 7671 §9): SHA2-512 before SHA2-256.
    public static func strongest(_ records: [TLSARecord]) -> [TLSARecord] {
        records.filter { record in
            record.matchingType == 0
                || !records.contains {
                    $0.certificateUsage == record.certificateUsage
                        && $0.selector == record.selector && $0.matchingType > record.matchingType
                }
        }
    }
}

extension TLSARecord {
    fileprivate var isWellFormed: Bool {
        switch (selector, matchingType) {
        case (0, 0): (try? X509Certificate(der: associationData)) != nil
        case (1, 0): EVPKey(publicDER: associationData) != nil
        case (0...1, 1): associationData.count == 32
        case (0...1, 2): associationData.count == 64
        default: false
        }
    }

    /// Whether this is the record of a certificate, or of its key.
    func matches(_ certificate: X509Certificate) -> Bool {
        let selected = selector == 0 ? certificate.der : certificate.subjectPublicKeyInfo
        switch matchingType {
        case 0: return selected == associationData
        case 1: return SHA256Digest.hash(selected).bytes == associationData
        case 2: return MessageDigest.sha512(selected) == associationData
        default: return false
        }
    }
}
