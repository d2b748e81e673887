import DNS
import MailTypes

extension DomainName {
    /// This name as the DNS has it, each U-label as its A-label (RFC 9989 §5.3.1, RFC 5890 §2.3).
    ///
    /// Letters become lower case first, since people write `MÜNCHEN.example`. A label with
    /// characters that IDNA does not allow has no A-label: one that nobody sees, such as U+200B,
    /// would make a name that looks like another and is looked up elsewhere.
    /// - Returns: nil when a label has no A-label, or the name is too long for the DNS.
    var aLabelForm: DomainName? {
        guard !isASCII else { return (try? DNSName(self)) == nil ? nil : self }
        let lowercase = text.lowercased()
        guard lowercase.split(separator: ".").allSatisfy(\.isUnicodeLabel),
            let name = try? DomainName(parsing: lowercase),
            let encoded = try? DNSName(name)
        else { return nil }
        return try? DomainName(encoded)
    }
}

extension Substring {
    /// Whether IDNA allows every character (RFC 5892 §3), as far as that is told one by one.
    fileprivate var isUnicodeLabel: Bool {
        var previous: Unicode.Scalar?
        for scalar in unicodeScalars {
            guard scalar.isAllowedInLabel(after: previous) else { return false }
            previous = scalar
        }
        return unicodeScalars.first?.isCombining == false
    }
}

extension Unicode.Scalar {
    fileprivate var isCombining: Bool {
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }

    /// The derived property PVALID of RFC 5892, and the contextual rule of the two joiners. The
    /// other contextual rules tell apart punctuation within a script and are left to registries.
    fileprivate func isAllowedInLabel(after previous: Unicode.Scalar?) -> Bool {
        if isASCII {
            return properties.numericType == .decimal || properties.isAlphabetic
                || self == "-" || self == "_"
        }
        switch value {
        // Exceptions (§2.6)
        case 0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007, 0xB7, 0x375, 0x5F3, 0x5F4, 0x30FB:
            return true
        case 0x640, 0x7FA, 0x302E, 0x302F, 0x3031...0x3035, 0x303B: return false
        // Joiners stand behind a virama (appendices A.1 and A.2).
        case 0x200C, 0x200D: return previous?.properties.canonicalCombiningClass.rawValue == 9
        default: break
        }
        // Unstable under normalization, white space and default ignorable among them (§2.2)
        guard !properties.changesWhenNFKCCaseFolded else { return false }
        switch properties.generalCategory {  // LetterDigits (§2.1)
        case .lowercaseLetter, .uppercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark,
            .spacingMark, .decimalNumber:
            return true
        default:
            return false
        }
    }
}
