public import MailMessage
import MailTypes

extension HeaderSection {
    /// Removes the Authentication-Results fields that no other administration can have written
    /// (RFC 8601 §5), and gives them, from the top.
    ///
    /// They are those that claim `authservID`, however it is spelled: in any case, in quotes, behind
    /// comments, folded, with a version, as U-labels or A-labels. Also removed are fields of a
    /// version that is not known, as §5 demands of mail from outside, and fields whose identifier
    /// cannot be read: some reader behind us may read it as ours.
    ///
    /// To be done for delivery, after signatures are verified. Fields in a message within the
    /// message, and the sealed `ARC-Authentication-Results`, stay.
    @discardableResult
    public mutating func removeForgedAuthenticationResults(
        claiming authservID: String, fieldNames: [String] = [AuthenticationResults.fieldName]
    ) -> [Field] {
        let own = authservID.comparableIdentifier
        let forged = fields.filter { field in
            fieldNames.contains { field.isNamed($0) } && field.claims(own)
        }
        guard !forged.isEmpty else { return [] }
        removeAll { field in fieldNames.contains { field.isNamed($0) } && field.claims(own) }
        return forged
    }
}

extension Field {
    fileprivate func claims(_ identifier: String) -> Bool {
        var reader = AuthenticationResultsReader(rawValue)
        guard let claim = try? reader.readIdentifier(), claim.isVersionSupported else {
            return true
        }
        if claim.authservID.comparableIdentifier == identifier { return true }
        // What goes on behind the identifier breaks the grammar; a reader that drops comments and
        // white space first sees one word: `mx(c).example.net`.
        guard !reader.isAtResults, let word = rawValue.firstWord else { return false }
        return word.comparableIdentifier.hasPrefix(identifier)
    }
}

extension ArraySlice<UInt8> {
    /// Everything before the first semicolon, without comments and white space.
    fileprivate var firstWord: String? {
        var cursor = ByteCursor(self)
        var word: [UInt8] = []
        while true {
            guard (try? cursor.skipCFWS()) != nil || cursor.peek != UInt8(ascii: "(") else {
                return nil
            }
            guard let byte = cursor.next(), byte != UInt8(ascii: ";") else { break }
            word.append(byte)
        }
        return String(decoding: word, as: UTF8.self)
    }
}

extension String {
    /// The identifier as A-labels where it is a domain, else in lower case; quotes within are no
    /// part of it.
    fileprivate var comparableIdentifier: String {
        let plain = filter { $0 != "\"" && $0 != "\\" }
        guard let domain = try? DomainName(parsing: plain) else { return plain.lowercased() }
        return (domain.aLabelForm ?? domain).text
    }
}
