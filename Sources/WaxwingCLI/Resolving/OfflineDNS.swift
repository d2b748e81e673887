import DNS
import MailTypes

/// All the DNS there is, from master files.
///
/// Beside records, two things are understood that no zone has but tests do: a line
/// `;ERROR,name,type,SERVFAIL` makes look-ups fail, and a line with a name and a type alone says
/// that there is no such record.
struct OfflineDNS {
    /// Longest zone file, in bytes.
    static let sizeLimit = 64 * 1024 * 1024

    private(set) var resolver = StaticResolver()

    /// Adds what a file says.
    mutating func read(_ path: String) throws(InputError) {
        try read(BoundedFile.readText(path, limit: Self.sizeLimit), name: path)
    }

    mutating func read(_ text: String, name: String) throws(InputError) {
        let (lines, failures) = Self.withoutExtensions(text)
        let records: [DNSRecord]
        do {
            records = try ZoneFileParser.parse(lines)
        } catch {
            let line = ZoneFileParser.line(of: error, in: lines)
            throw InputError("expected \(error.expected)", in: "\(name):\(line)")
        }
        for record in records { resolver.insert(record) }
        for failure in failures { try add(failure, name: name) }
    }

    /// The lines that master files do not have as comments of the same length, and the failures
    /// among them with their numbers.
    private static func withoutExtensions(
        _ text: String
    ) -> (text: String, failures: [(number: Int, line: String)]) {
        var failures: [(Int, String)] = []
        var lines: [ArraySlice<UInt8>] = []
        let all = Array(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: false)
        for (index, line) in all.enumerated() {
            if line.starts(with: ";ERROR,".utf8) {
                let trimmed = line.trimmingFoldingWhitespace
                failures.append((index + 1, String(decoding: trimmed, as: UTF8.self)))
            }
            lines.append(isOnlyNameAndType(line) ? [UInt8(ascii: ";")] + line.dropFirst() : line)
        }
        return (String(decoding: Array(lines.joined(separator: [0x0A])), as: UTF8.self), failures)
    }

    private static func isOnlyNameAndType(_ line: ArraySlice<UInt8>) -> Bool {
        guard let first = line.first, !first.isFoldingWhitespace else { return false }
        let words = line.split(whereSeparator: \.isFoldingWhitespace)
        return words.count == 2 && !words[0].contains(where: "$;()\"".utf8.contains)
            && DNSRecordType(parsing: String(decoding: words[1], as: UTF8.self)) != nil
    }

    /// `;ERROR,name,type,rcode`
    private mutating func add(
        _ failure: (number: Int, line: String), name file: String
    ) throws(InputError) {
        let fields = failure.line.split(separator: ",", omittingEmptySubsequences: false)
        guard fields.count == 4, let name = try? DNSName(parsing: fields[1]),
            let type = DNSRecordType(parsing: fields[2])
        else {
            throw InputError("expected ;ERROR,name,type,rcode", in: "\(file):\(failure.number)")
        }
        let reason = String(fields[3])
        // That a name does not exist is an answer, and follows from its having no records.
        guard !reason.equalsIgnoringCase("NXDOMAIN"), !reason.equalsIgnoringCase("NOERROR") else {
            return
        }
        resolver.fail(name, type, reason: reason)
    }
}
