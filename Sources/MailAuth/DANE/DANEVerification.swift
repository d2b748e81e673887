public import DNS
public import MailTypes

/// The check of the certificates that a server shows against its TLSA records.
///
/// For SMTP these are the usages 2 and 3; 0 and 1 are left aside (RFC 7672 §3.1.3). Others are
/// checked where the caller asks for it, and names the roots that they build on.
public struct DANEVerification: Sendable {
    /// Most certificates of a server that are looked at.
    public static let chainCountLimit = X509Certificate.countLimit

    public enum Usages: Sendable {
        /// DANE-TA(2) and DANE-EE(3).
        case smtp
        /// These, and PKIX-TA(0) and PKIX-EE(1) with the roots of the web's PKI.
        case all(roots: [X509Certificate])
    }

    public var records: [TLSARecord]
    /// The names of which the certificate must have one, but for DANE-EE(3):
    /// ``referenceNames(baseDomain:nextHops:)``.
    public var referenceNames: [DomainName]
    public var usages: Usages
    public var time: UnixTime

    public init(
        records: [TLSARecord], referenceNames: [DomainName], usages: Usages = .smtp, time: UnixTime
    ) {
        self.records = records
        self.referenceNames = referenceNames
        self.usages = usages
        self.time = time
    }

    /// The names that a certificate may be for (RFC 7672 §3.2.2): the TLSA base domain, and, where
    /// the server was found through secure MX records, the domain of the recipient and what that is
    /// an alias for.
    public static func referenceNames(
        baseDomain: DNSName, nextHops: [DomainName]
    ) -> [DomainName] {
        var names: [DomainName] = []
        for name in [try? DomainName(baseDomain)].compactMap(\.self) + nextHops
        where !names.contains(name) {
            names.append(name)
        }
        return names
    }

    /// Checks a chain, the server's own certificate first, the others in any order.
    public func verify(_ chain: [X509Certificate]) -> DANEVerdict {
        let chain = Array(chain.prefix(Self.chainCountLimit))
        guard let leaf = chain.first else { return .fail(.noCertificate, depth: nil) }
        var failure = DANEVerdict.fail(.noMatch, depth: nil)
        for record in DANERecords.strongest(DANERecords.usable(records, usages: usageNumbers)) {
            let verdict =
                switch record.certificateUsage {
                case 3: endEntity(record, leaf)
                case 2: trustAnchor(record, chain)
                default: pkix(record, chain)
                }
            if case .pass = verdict { return verdict }
            // What came nearest says most.
            if case .fail(.noMatch, _) = failure { failure = verdict }
        }
        return failure
    }

    private var usageNumbers: Set<UInt8> {
        if case .all = usages { [0, 1, 2, 3] } else { [2, 3] }
    }

    /// DANE-EE(3): the key is the name. Names and times in the certificate do not matter (RFC 7672
    /// §3.1.1).
    private func endEntity(_ record: TLSARecord, _ leaf: X509Certificate) -> DANEVerdict {
        record.matches(leaf) ? .pass(record, depth: 0) : .fail(.noMatch, depth: nil)
    }

    /// DANE-TA(2): a chain to the certificate or key of the record, and the name (RFC 7672 §3.1.2).
    private func trustAnchor(_ record: TLSARecord, _ chain: [X509Certificate]) -> DANEVerdict {
        var failure = DANEVerdict.fail(.noMatch, depth: nil)
        for anchor in anchors(of: record, in: chain) {
            do {
                let path = try X509Chain.verify(
                    chain[0], others: Array(chain.dropFirst()), anchors: [anchor],
                    at: time, purpose: .tlsServer, isPartial: true)
                let depth = path.count - 1
                return named(chain[0])
                    ? .pass(record, depth: depth)
                    : .fail(.nameMismatch, depth: depth)
            } catch {
                failure = .fail(.chain(error), depth: nil)
            }
        }
        return failure
    }

    /// What may serve as the anchor that a record names: certificates that the server sent, the one
    /// in the record itself, or, beneath a bare key, those it has signed.
    private func anchors(
        of record: TLSARecord, in chain: [X509Certificate]
    ) -> [X509Certificate] {
        let sent = chain.dropFirst().filter(record.matches)
        guard record.matchingType == 0, sent.isEmpty else { return sent }
        if record.selector == 0 {
            return [try? X509Certificate(der: record.associationData)].compactMap(\.self)
        }
        return chain.filter { $0.isSigned(byKey: record.associationData) }
    }

    /// PKIX-TA(0) and PKIX-EE(1): a chain to a root of the web's PKI in which the record's
    /// certificate occurs, and the name (RFC 6698 §2.1.1).
    private func pkix(_ record: TLSARecord, _ chain: [X509Certificate]) -> DANEVerdict {
        guard case .all(let roots) = usages else { return .fail(.noMatch, depth: nil) }
        if record.certificateUsage == 1, !record.matches(chain[0]) {
            return .fail(.noMatch, depth: nil)
        }
        do {
            let path = try X509Chain.verify(
                chain[0], others: Array(chain.dropFirst()), anchors: roots, at: time,
                purpose: .tlsServer)
            let range = record.certificateUsage == 1 ? 0..<1 : 1..<max(1, path.count)
            guard let depth = range.first(where: { record.matches(path[$0]) }) else {
                return .fail(.noMatch, depth: nil)
            }
            return named(chain[0])
                ? .pass(record, depth: depth)
                : .fail(.nameMismatch, depth: depth)
        } catch {
            return .fail(.chain(error), depth: nil)
        }
    }

    private func named(_ leaf: X509Certificate) -> Bool {
        referenceNames.contains(where: leaf.matches(host:))
    }
}
