import MailTypes

/// The tags that DKIM-Signature, ARC-Message-Signature and ARC-Seal have in common
/// (RFC 6376 §3.5, RFC 8617 §4.1).
extension TagList {
    func required(_ name: StaticString) throws(DKIMFailure) -> Tag {
        guard let tag = self[name] else { throw DKIMFailure.missingTag(name.description) }
        return tag
    }

    /// `c=`: the body is simple unless it is said, and so is the header section.
    func canonicalizations()
        throws(DKIMFailure) -> (DKIMCanonicalization, DKIMCanonicalization)
    {
        guard let tag = self["c"] else { return (.simple, .simple) }
        let parts = tag.value.split(
            separator: UInt8(ascii: "/"), maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count <= 2, let header = DKIMCanonicalization(parts[0]),
            let body = parts.count == 1 ? .simple : DKIMCanonicalization(parts[1])
        else {
            throw DKIMFailure.unsupportedCanonicalization(tag.compactText.asciiLowercased)
        }
        return (header, body)
    }

    func keyName(
        selector: DomainName, signingDomain: DomainName
    ) throws(DKIMFailure) -> DomainName {
        do {
            return try selector.joined(by: "_domainkey", to: signingDomain)
        } catch {
            throw try required("s").syntaxFailure("a selector and domain that make a name")
        }
    }

    func agentIdentifier() throws(DKIMFailure) -> DKIMAgentIdentifier? {
        guard let tag = self["i"] else { return nil }
        do {
            return try DKIMAgentIdentifier(parsing: tag.value)
        } catch {
            throw DKIMFailure.signatureSyntax(error)
        }
    }

    /// `q=`: unknown methods are passed over as long as there is a known one.
    func checkQueryMethods(acceptsDrafts: Bool) throws(DKIMFailure) {
        guard let tag = self["q"], !tag.value.equalsIgnoringCase("dns/txt") else { return }
        let text = tag.compactText.asciiLowercased
        let methods = text.split(separator: ":")
        guard methods.contains("dns/txt") || acceptsDrafts && methods.contains("dns") else {
            throw DKIMFailure.unsupportedQueryMethod(text)
        }
    }
}

extension DKIMCanonicalization {
    fileprivate init?(_ word: ArraySlice<UInt8>) {
        let word = word.trimmingFoldingWhitespace
        if word.equalsIgnoringCase("relaxed") {
            self = .relaxed
        } else if word.equalsIgnoringCase("simple") {
            self = .simple
        } else {
            return nil
        }
    }
}

extension Tag {
    func syntaxFailure(_ expected: SyntaxError.Expectation) -> DKIMFailure {
        .signatureSyntax(SyntaxError(expected: expected, offset: rawValue.startIndex))
    }

    func base64() throws(DKIMFailure) -> [UInt8] {
        guard let bytes = Base64.decode(rawValue, .ignoringWhitespace), !bytes.isEmpty else {
            throw syntaxFailure("base64")
        }
        return bytes
    }

    func domain() throws(DKIMFailure) -> DomainName {
        do {
            return try DomainName(parsing: value)
        } catch {
            throw DKIMFailure.signatureSyntax(error)
        }
    }

    /// `h=`
    ///
    ///     sig-h-tag = hdr-name *( [FWS] ":" [FWS] hdr-name )     ; RFC 6376 §3.5
    ///
    /// - Parameter allowsEmpty: an empty name is passed over, as it names no field.
    func fieldNames(allowsEmpty: Bool = false) throws(DKIMFailure) -> [String] {
        var names: [String] = []
        names.reserveCapacity(32)
        var cursor = ByteCursor(rawValue)
        repeat {
            guard names.count < DKIMSignature.signedFieldLimit else {
                throw DKIMFailure.tooManySignedFields
            }
            cursor.skipFoldingWhitespace()
            let name = cursor.take { $0.isVisible && $0 != UInt8(ascii: ":") }
            cursor.skipFoldingWhitespace()
            let isWhole = cursor.isAtEnd || cursor.peek == UInt8(ascii: ":")
            guard isWhole, !name.isEmpty || allowsEmpty else {
                throw DKIMFailure.signatureSyntax(
                    SyntaxError(expected: "a field name", offset: name.startIndex))
            }
            if !name.isEmpty { names.append(String(decoding: name, as: UTF8.self)) }
        } while cursor.take(UInt8(ascii: ":"))
        return names
    }

    /// At most `digits` decimal digits; what is beyond 64 bits becomes their largest value.
    func number(digits limit: Int) throws(DKIMFailure) -> UInt64 {
        let digits = value
        guard !digits.isEmpty, digits.count <= limit, digits.allSatisfy(\.isDigit) else {
            throw syntaxFailure("decimal digits")
        }
        return UInt64(String(decoding: digits, as: UTF8.self)) ?? .max
    }

    /// Seconds since 1970, of at most twelve digits.
    func time() throws(DKIMFailure) -> UnixTime {
        UnixTime(seconds: Int64(try number(digits: 12)))
    }
}
