import BIMI
import DNS
import MailAuth

extension FuzzTarget {
    /// Records and policies of MTA-STS, TLS reporting and BIMI: what is read is written so that it
    /// reads the same.
    static let policies = FuzzTarget("policies") { bytes in
        if let record = try? MTASTSRecord(parsing: bytes) {
            require(
                (try? MTASTSRecord(parsing: Array(record.formatted.utf8))) == record,
                "an _mta-sts record reads as it was written")
        }
        if let policy = try? MTASTSPolicy(parsing: bytes) {
            require(
                (try? MTASTSPolicy(parsing: Array(policy.formatted.utf8))) == policy,
                "a policy reads as it was written")
            _ = policy.verdict(on: DNSName("mx.example.com"))
        }
        if let record = try? TLSRPTRecord(parsing: bytes) {
            // Exclamation marks are read as they are, and written percent-encoded.
            let text = record.formatted
            require(
                (try? TLSRPTRecord(parsing: Array(text.utf8)))?.formatted == text,
                "an _smtp._tls record reads as it was written")
        }
        if let record = try? BIMIRecord(parsing: bytes) {
            require(
                (try? BIMIRecord(parsing: Array(record.formatted.utf8))) == record,
                "an assertion record reads as it was written")
        }
        if let selector = try? BIMISelector(parsingField: bytes[...]) {
            require(
                (try? BIMISelector(parsingField: Array(selector.formattedField.utf8)[...]))
                    == selector, "a selector reads as it was written")
        }
        _ = BIMISelector(localPart: String(decoding: bytes, as: UTF8.self), prefixes: [])
    }
}
