import Foundation
import MailTypes
import PublicSuffixes

extension Topic {
    /// Lists of public suffixes with tests of two words a line: a name, and what of it was registered.
    static let psl = Topic(name: "psl") { folder in
        var cases: [Case] = []
        let files = folder.files().compactMap { path in
            folder.bytes(path).map { (path, $0) }
        }
        let lists = files.filter {
            String(decoding: $0.1, as: UTF8.self).contains("===BEGIN ICANN")
        }
        for (path, bytes) in files {
            guard let tests = pairs(bytes) else { continue }
            // The list beside the tests, or else the one of the library.
            let parent = (path as NSString).deletingLastPathComponent
            let list =
                lists.first { ($0.0 as NSString).deletingLastPathComponent == parent }
                .map { PublicSuffixList(parsing: $0.1) } ?? PublicSuffixList.builtin
            for (input, expected) in tests {
                let domain = try? DomainName(parsing: input)
                let found = domain.flatMap { list?.registrableDomain(of: $0) }
                cases.append(
                    Case(path, input, expected: expected, actual: found?.text ?? "null"))
            }
        }
        return cases
    }

    /// The lines without comments, when each has two words.
    private static func pairs(_ bytes: [UInt8]) -> [(String, String)]? {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        var pairs: [(String, String)] = []
        for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("//") {
            let words = line.split(whereSeparator: \.isWhitespace).map(String.init)
            guard words.count == 2 else { return nil }
            pairs.append((words[0], words[1]))
        }
        return pairs.isEmpty ? nil : pairs
    }
}
