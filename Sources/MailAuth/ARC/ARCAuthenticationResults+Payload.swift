import MailTypes

extension ARCAuthenticationResults {
    /// The content of all Authentication-Results fields of one ADMD, put into one: a set has room
    /// for a single field.
    ///
    ///     lists.example.org; arc=none; spf=pass smtp.mailfrom=example.com
    ///
    /// - Parameters:
    ///   - headerSection: the fields; those of other ADMDs are passed over.
    ///   - authservID: the ADMD's identifier (RFC 8601 §2.5), compared without regard to case.
    /// - Returns: the payload for ``ARCSealer``, with `none` in place of results when there are
    ///   none (RFC 8601 §2.2).
    public static func payload(
        from headerSection: ArraySlice<UInt8>, authservID: String
    ) -> [UInt8] {
        let fields = HeaderFieldScanner.scan(headerSection).fields
        var payload = Array(authservID.utf8)
        var isEmpty = true
        for field in fields where field.name.equalsIgnoringCase("authentication-results") {
            guard let results = results(in: field.value, of: authservID) else { continue }
            payload += Array("; ".utf8) + results
            isEmpty = false
        }
        if isEmpty { payload += Array("; none".utf8) }
        return payload
    }

    /// What stands behind the first semicolon, when the field is the ADMD's and has results.
    ///
    ///     authres-payload = [CFWS] authserv-id [CFWS authres-version] (no-result / 1*resinfo)
    private static func results(
        in value: ArraySlice<UInt8>, of authservID: String
    ) -> ArraySlice<UInt8>? {
        var cursor = ByteCursor(value)
        cursor.skipCommentsAndFolds()
        let identifier = cursor.takeIdentifier()
        guard String(decoding: identifier, as: UTF8.self).equalsIgnoringCase(authservID) else {
            return nil
        }
        cursor.skipCommentsAndFolds()
        let version = cursor.take(while: \.isDigit)
        guard version.isEmpty || version.elementsEqual("1".utf8) else { return nil }
        cursor.skipCommentsAndFolds()
        guard cursor.take(UInt8(ascii: ";")) else { return nil }
        var results = cursor.remaining.trimmingFoldingWhitespace
        while results.last == UInt8(ascii: ";") {
            results = results.dropLast().trimmingFoldingWhitespace
        }
        return results.isEmpty || results.equalsIgnoringCase("none") ? nil : results
    }
}

extension ByteCursor {
    /// Reads a token or a quoted string, without its quotes.
    fileprivate mutating func takeIdentifier() -> [UInt8] {
        guard take(UInt8(ascii: "\"")) else {
            return Array(
                take { ($0.isVisible || $0 >= 0x80) && !";()".utf8.contains($0) })
        }
        var text: [UInt8] = []
        while let byte = next(), byte != UInt8(ascii: "\"") {
            text.append(byte == UInt8(ascii: "\\") ? next() ?? byte : byte)
        }
        return text
    }
}
