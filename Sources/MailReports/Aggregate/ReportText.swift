import MailTypes

/// Texts that come again and again, as the domain of a sender does in each record of its report: the
/// last one of each kind is kept, and given out again where the same one comes.
struct RepeatedTexts {
    enum Kind: Int, CaseIterable {
        case authorDomain, mailFromDomain, recipientDomain, signingDomain, selector, checkedDomain
    }

    private var bytes = [[UInt8]](repeating: [], count: Kind.allCases.count)
    private var texts = [String](repeating: "", count: Kind.allCases.count)

    mutating func text(_ kind: Kind, _ text: ArraySlice<UInt8>) -> String {
        let index = kind.rawValue
        if bytes[index].count == text.count, bytes[index].elementsEqual(text) {
            return texts[index]
        }
        bytes[index] = Array(text)
        texts[index] = String(decoding: text, as: UTF8.self)
        return texts[index]
    }
}

extension Int {
    /// A number of digits alone; nil for anything else, also one beyond 64 bits.
    init?(reportText text: ArraySlice<UInt8>) {
        guard !text.isEmpty, text.count <= 18 else { return nil }
        var number = 0
        for byte in text {
            guard byte.isDigit else { return nil }
            number = number &* 10 &+ Int(byte &- 0x30)
        }
        self = number
    }
}

extension IPAddress {
    /// `192.0.2.1`, the usual case, without a detour; everything else as ``init(parsing:)`` does.
    init?(reportText text: ArraySlice<UInt8>) {
        guard text.count <= 64 else { return nil }
        var bytes: (UInt8, UInt8, UInt8, UInt8) = (0, 0, 0, 0)
        var number = 0
        var digits = 0
        var dots = 0
        for byte in text {
            if byte.isDigit {
                number = number &* 10 &+ Int(byte &- 0x30)
                digits += 1
            } else if byte == UInt8(ascii: "."), digits > 0 {
                bytes = (bytes.1, bytes.2, bytes.3, UInt8(truncatingIfNeeded: number))
                dots += 1
                number = 0
                digits = 0
            } else {
                dots = 4
            }
            // Leading zeros are for the full reader to judge.
            if digits > 3 || number > 255 || (digits > 1 && number < 10) || dots > 3 {
                self.init(parsing: String(decoding: text, as: UTF8.self))
                return
            }
        }
        guard dots == 3, digits > 0 else {
            self.init(parsing: String(decoding: text, as: UTF8.self))
            return
        }
        self = .v4([bytes.1, bytes.2, bytes.3, UInt8(truncatingIfNeeded: number)])
    }
}

extension ArraySlice<UInt8> {
    func equals(_ text: StaticString) -> Bool {
        guard count == text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { elementsEqual($0) }
    }
}
