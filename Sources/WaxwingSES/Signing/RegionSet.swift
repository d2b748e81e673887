import MailTypes
public import WaxwingCore

/// The regions that a signature by ECDSA is good in: `X-Amz-Region-Set`.
///
///     us-east-1, eu-west-*
public struct RegionSet: Equatable, Sendable {
    /// Most names in one set.
    static let countLimit = 64
    static let nameLimit = 64

    /// Names of regions; a `*` in one stands for any text.
    let names: [String]

    public static let all = RegionSet(checked: ["*"])

    private init(checked names: [String]) { self.names = names }

    /// Nil for a text that is no such list.
    init?(_ text: some StringProtocol) {
        let names = text.split(separator: ",", omittingEmptySubsequences: false).map {
            part -> String in
            var name = part.drop { $0 == " " }
            while name.last == " " { name.removeLast() }
            return String(name)
        }
        guard names.count <= Self.countLimit, names.allSatisfy(Self.isName) else { return nil }
        self.names = names
    }

    private static func isName(_ text: String) -> Bool {
        (1...nameLimit).contains(text.utf8.count)
            && text.utf8.allSatisfy {
                $0.isDigit || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "*")
                    || ($0.isLetter && $0.asciiLowercased == $0)
            }
    }

    public func covers(_ region: Region) -> Bool {
        names.contains { Self.matches(Array($0.utf8)[...], Array(region.description.utf8)[...]) }
    }

    /// The region that the set names first in full, if it does.
    var firstRegion: Region? { names.lazy.compactMap { Region($0) }.first }

    /// The pieces between stars, each at the first place where it is: linear in practice, and a name
    /// has a few dozen letters.
    private static func matches(_ pattern: ArraySlice<UInt8>, _ text: ArraySlice<UInt8>) -> Bool {
        let pieces = pattern.split(separator: UInt8(ascii: "*"), omittingEmptySubsequences: false)
        guard let first = pieces.first, let last = pieces.last, pieces.count > 1 else {
            return pattern.elementsEqual(text)
        }
        guard text.count >= first.count + last.count, text.starts(with: first),
            text.suffix(last.count).elementsEqual(last)
        else { return false }
        var rest = text.dropFirst(first.count).dropLast(last.count)
        for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
            let start = rest.indices.first { rest[$0...].starts(with: piece) }
            guard let start else { return false }
            rest = rest[(start + piece.count)...]
        }
        return true
    }
}
