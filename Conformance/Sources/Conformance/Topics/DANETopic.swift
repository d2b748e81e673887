import DNS
import MailAuth
import MailTypes

extension Topic {
    /// DANE (RFC 7671). A suite is a text of blocks: a line of five numbers, as many TLSA records and
    /// certificates as it says; `#` begins a comment. PEM files beside it are roots.
    static let dane = Topic(name: "dane") { folder in
        let roots = folder.files(".pem").compactMap { path in
            folder.bytes(path).flatMap { try? X509Certificate.readingPEM($0) }
        }.flatMap(\.self)
        return folder.files().flatMap { path -> [Case] in
            let text = String(decoding: folder.bytes(path) ?? [], as: UTF8.self)
            return DANEBlock.reading(text).enumerated().map { index, block in
                Case(
                    path, "block \(index + 1)", expected: block.expected,
                    actual: block.outcome(roots: roots))
            }
        }
    }
}

/// One block of a suite.
private struct DANEBlock {
    /// Names that a suite's certificates are for.
    private static let names = [DomainName("example.com"), DomainName("server.example")]
    /// Within the validity of certificates that last for a thousand years.
    private static let time = UnixTime(seconds: 1_800_000_000)

    let expected: String
    let records: [TLSARecord]
    let chain: [X509Certificate]

    func outcome(roots: [X509Certificate]) -> String {
        let verification = DANEVerification(
            records: records, referenceNames: Self.names, usages: .all(roots: roots),
            time: Self.time)
        switch verification.verify(chain) {
        case .pass(_, let depth): return "0 \(depth)"
        case .fail(.nameMismatch, let depth): return "62 \(depth ?? -1)"
        case .fail(.noMatch, let depth): return "65 \(depth ?? -1)"
        case .fail(let failure, let depth): return "\(failure) \(depth ?? -1)"
        }
    }

    /// The blocks of a text; none when it has not the form.
    static func reading(_ text: String) -> [DANEBlock] {
        var lines = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }[...]
        var blocks: [DANEBlock] = []
        while let line = lines.popFirst() {
            let numbers = line.split(separator: " ").compactMap { Int($0) }
            guard numbers.count == 5, line.split(separator: " ").count == 5 else { continue }
            let records = (0..<numbers[0]).compactMap { _ in lines.popFirst().flatMap(record) }
            var pem = ""
            var count = 0
            while count < numbers[1], let line = lines.popFirst() {
                pem += line + "\n"
                if line.hasPrefix("-----END") { count += 1 }
            }
            guard let chain = try? X509Certificate.readingPEM(Array(pem.utf8)) else { continue }
            blocks.append(
                DANEBlock(
                    expected: "\(numbers[3]) \(numbers[4])", records: records, chain: chain))
        }
        return blocks
    }

    private static func record(_ line: Substring) -> TLSARecord? {
        let parts = line.split(separator: " ")
        guard parts.count == 4, let usage = UInt8(parts[0]), let selector = UInt8(parts[1]),
            let matchingType = UInt8(parts[2])
        else { return nil }
        let digits = parts[3].utf8.compactMap(\.hexValue)
        let data = stride(from: 0, to: digits.count - 1, by: 2).map {
            digits[$0] << 4 | digits[$0 + 1]
        }
        return TLSARecord(
            certificateUsage: usage, selector: selector, matchingType: matchingType,
            associationData: data)
    }
}
