import MailTypes

/// What a field may have been before a hop changed it.
extension DKIMHeaderSearch {
    typealias Guess = (value: [UInt8], DKIMFieldChange)

    /// Most marks of one subject that are taken off, in every combination.
    private static let markLimit = 5

    /// The subject without its marks: `[list] `, `Re: `, `***SPAM***`, `{Spam?} `, ` [EXTERNAL]`.
    static func subjectsWithoutMarks(_ field: HeaderField) -> [Guess] {
        let value = Array(field.value)
        let marks = Self.marks(in: value)
        guard !marks.isEmpty else { return [] }
        return (1..<(1 << marks.count)).map { choice in
            var rest: [UInt8] = []
            var taken: [UInt8] = []
            var start = 0
            for (number, mark) in marks.enumerated() where choice & (1 << number) != 0 {
                rest += value[start..<mark.lowerBound]
                taken += value[mark]
                start = mark.upperBound
            }
            return (rest + value[start...], .textAdded(String(decoding: taken, as: UTF8.self)))
        }
    }

    private static func marks(in value: [UInt8]) -> [Range<Int>] {
        var marks: [Range<Int>] = []
        var cursor = ByteCursor(value[...])
        cursor.skipFoldingWhitespace()
        while marks.count < markLimit {
            let start = cursor.offset
            guard cursor.skipSubjectMark() else {
                cursor.move(to: start)
                break
            }
            cursor.skipFoldingWhitespace()
            marks.append(start..<cursor.offset)
        }
        // A mark at the end, with the space before it.
        if marks.count < markLimit, value.last == UInt8(ascii: "]"),
            let open = value.lastIndex(of: UInt8(ascii: "[")), open >= cursor.offset, open > 0
        {
            let start = value[..<open].lastIndex { !$0.isFoldingWhitespace }.map { $0 + 1 } ?? 0
            marks.append(max(start, cursor.offset)..<value.count)
        }
        return marks
    }

    /// Fields in which hops keep the author that they replace.
    private static let authorFields = [
        "Reply-To", "X-Original-From", "X-Google-Original-From", "Original-From", "Old-From",
        "X-From", "X-MailFrom", "Author", "Sender",
    ]

    /// The author as another field gives it, or with its address and the name of From.
    static func authors(behind field: HeaderField, in table: HeaderFieldTable) -> [Guess] {
        let now = String(excerpting: field.value)
        var guesses: [Guess] = []
        func add(_ value: [UInt8], _ place: String) {
            guesses.append(
                (value, .authorReplaced(signed: String(excerpting: value), now: now, keptIn: place))
            )
        }
        let name = displayName(field.value)
        for place in authorFields {
            guard let kept = table.fields(named: place).first else { continue }
            add(Array(kept.value), place)
            let address = address(kept.value)
            guard !address.isEmpty else { continue }
            let quoted = [0x20, 0x22] + name + [0x22, 0x20]
            for value in [
                [0x20] + name + [0x20, 0x3C] + address + [0x3E],
                quoted + [0x3C] + address + [0x3E], [0x20] + address,
                [0x20, 0x3C] + address + [0x3E],
            ] { add(value, place) }
        }
        return guesses
    }

    /// What stands before the address, without quotes, and without the `via list` of a hop.
    private static func displayName(_ value: ArraySlice<UInt8>) -> [UInt8] {
        var name = value.prefix { $0 != UInt8(ascii: "<") }.trimmingFoldingWhitespace
        if name.first == 0x22, name.count > 1, name.last == 0x22 {
            name = name.dropFirst().dropLast()
        }
        let lower = name.map(\.asciiLowercased)
        for suffix in [" via ", " (via ", " - via "] {
            let pattern = Array(suffix.utf8)
            guard lower.count > pattern.count,
                let start = (0...(lower.count - pattern.count)).first(where: {
                    lower[$0...].starts(with: pattern)
                })
            else { continue }
            name = name.prefix(start)
            break
        }
        let trimmed = name.trimmingFoldingWhitespace
        return trimmed.first == 0x27 && trimmed.last == 0x27 && trimmed.count > 1
            ? Array(trimmed.dropFirst().dropLast()) : Array(trimmed)
    }

    private static func address(_ value: ArraySlice<UInt8>) -> [UInt8] {
        guard let open = value.lastIndex(of: UInt8(ascii: "<")),
            let close = value[open...].firstIndex(of: UInt8(ascii: ">"))
        else { return Array(value.trimmingFoldingWhitespace) }
        return Array(value[(open + 1)..<close])
    }

    /// Fields in which hops keep the one called `name` when they replace it.
    static func keptFields(of name: String, in table: HeaderFieldTable) -> [HeaderField] {
        ["X-Original-", "Original-", "Old-", "X-Old-", "X-Google-Original-"].flatMap {
            table.fields(named: $0 + name).prefix(4)
        }
    }

    /// Longest field that is written in other ways.
    private static let respacedLimit = 8192

    /// The field with other spaces, folds, quotes and letters, or in another transfer encoding.
    func respaced(_ field: HeaderField, isOwn: Bool) -> [HeaderField] {
        guard field.value.count <= Self.respacedLimit, !isOwn else { return [] }
        var fields: [HeaderField] = []
        let value = field.value
        let words = value.split(whereSeparator: \.isFoldingWhitespace)
        func joined(_ separator: [UInt8]) -> [UInt8] { Array(words.joined(separator: separator)) }
        var values = [
            joined([0x20]), joined([]), value.filter { $0 != 0x22 },
            Self.spaced(value, behind: UInt8(ascii: ",")),
            Self.spaced(value, behind: UInt8(ascii: ";")),
            value.map(\.asciiLowercased),
        ]
        if field.name.equalsIgnoringCase("content-transfer-encoding") {
            values += ["7bit", "8bit", "binary", "quoted-printable", "base64"].map {
                Array($0.utf8)
            }
        }
        if signature.headerCanonicalization == .simple {
            let trimmed = Array(value.trimmingFoldingWhitespace)
            values += [
                value.filter { $0 != 0x0D && $0 != 0x0A }, trimmed, trimmed + [0x20],
                Array(joined([0x0D, 0x0A, 0x20])), Array(joined([0x0D, 0x0A, 0x09])),
            ]
            for name in names(like: field.name) {
                fields.append(HeaderField(name: name, value: value))
            }
        }
        for value in values {
            fields.append(HeaderField(name: field.name, value: value))
            fields.append(HeaderField(name: field.name, value: [0x20] + value))
        }
        return fields
    }

    /// Exactly one space behind every `mark`.
    private static func spaced(_ value: ArraySlice<UInt8>, behind mark: UInt8) -> [UInt8] {
        var bytes: [UInt8] = []
        for byte in value {
            if byte.isFoldingWhitespace, bytes.last == mark { continue }
            if bytes.last == mark { bytes.append(0x20) }
            bytes.append(byte)
        }
        return bytes
    }

    /// The name as `h=` writes it, in small letters, and with each word's first letter large.
    private func names(like name: ArraySlice<UInt8>) -> [[UInt8]] {
        let lower = name.map(\.asciiLowercased)
        var title = lower
        for index in title.indices where index == 0 || title[index - 1] == UInt8(ascii: "-") {
            title[index] = title[index].asciiUppercased
        }
        let listed = signature.signedFields.map { Array($0.utf8) }
            .filter { $0.map(\.asciiLowercased) == lower }
        return [lower, title, lower.map(\.asciiUppercased)] + listed.prefix(1)
    }
}

extension ByteCursor {
    /// Longest mark in a subject, in bytes.
    private static var markLengthLimit: Int { 80 }

    /// Passes over `[…]`, `{…}`, `(…)`, `***…***` or a word with a colon; says whether one is there.
    fileprivate mutating func skipSubjectMark() -> Bool {
        guard let first = peek else { return false }
        switch first {
        case UInt8(ascii: "["): return skip(through: UInt8(ascii: "]"))
        case UInt8(ascii: "{"): return skip(through: UInt8(ascii: "}"))
        case UInt8(ascii: "("): return skip(through: UInt8(ascii: ")"))
        case UInt8(ascii: "*"):
            _ = take { $0 == UInt8(ascii: "*") }
            let text = take { $0 != UInt8(ascii: "*") }
            guard text.count <= Self.markLengthLimit else { return false }
            return !take { $0 == UInt8(ascii: "*") }.isEmpty
        default:
            let word = take { $0.isAlphanumeric || $0 >= 0x80 || $0 == UInt8(ascii: "-") }
            return !word.isEmpty && word.count <= 20 && take(UInt8(ascii: ":"))
        }
    }

    private mutating func skip(through end: UInt8) -> Bool {
        let text = take { $0 != end }
        return text.count <= Self.markLengthLimit && take(end)
    }
}
