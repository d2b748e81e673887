import MailTypes

extension DKIMSignature {
    /// Most mentions in `h=`.
    public static let signedFieldLimit = 150

    /// Reads the value of a DKIM-Signature field: what stands behind its colon.
    /// - Throws: ``DKIMFailure`` with the first rule of RFC 6376 §3.5 that is broken.
    public init(parsing value: ArraySlice<UInt8>) throws(DKIMFailure) {
        let tags: TagList
        do {
            tags = try TagList(parsing: value)
        } catch {
            throw DKIMFailure.signatureSyntax(error)
        }
        try self.init(tags)
    }

    /// - Parameter acceptsDrafts: take what was written before there was a version 1.
    init(_ tags: TagList, acceptsDrafts: Bool = false) throws(DKIMFailure) {
        if !acceptsDrafts || tags["v"]?.value.elementsEqual("0.5".utf8) == false {
            guard try tags.required("v").value.elementsEqual("1".utf8) else {
                throw DKIMFailure.unsupportedVersion
            }
        }
        let algorithmName = try tags.required("a").compactText.asciiLowercased
        guard let algorithm = DKIMAlgorithm(rawValue: algorithmName) else {
            throw DKIMFailure.unsupportedAlgorithm(algorithmName)
        }
        self.algorithm = algorithm
        signature = try tags.required("b").base64()
        bodyHash = try tags.required("bh").base64()
        guard bodyHash.count == algorithm.digestByteCount else {
            throw try tags.required("bh").syntaxFailure("a hash as long as that of a=")
        }
        (headerCanonicalization, bodyCanonicalization) = try tags.canonicalizations()
        signingDomain = try tags.required("d").domain()
        selector = try tags.required("s").domain()
        keyName = try tags.keyName(selector: selector, signingDomain: signingDomain)
        signedFields = try tags.required("h").fieldNames()
        guard signedFields.contains(where: { $0.equalsIgnoringCase("from") }) else {
            throw DKIMFailure.fromNotSigned
        }
        agentIdentifier =
            try tags.agentIdentifier() ?? DKIMAgentIdentifier(domain: signingDomain)
        guard agentIdentifier.domain.isEqualToOrBelow(signingDomain) else {
            throw DKIMFailure.agentIdentifierOutsideDomain
        }
        try tags.checkQueryMethods(acceptsDrafts: acceptsDrafts)
        // A count beyond 64 bits is longer than any body, which is all that matters about it.
        bodyLength = try tags["l"]?.number(digits: 76)
        timestamp = try tags["t"]?.time()
        expiration = try tags["x"]?.time()
        if let timestamp, let expiration, expiration <= timestamp {
            throw DKIMFailure.expirationBeforeTimestamp
        }
    }
}

extension TagList {
    func required(_ name: StaticString) throws(DKIMFailure) -> Tag {
        guard let tag = self[name] else { throw DKIMFailure.missingTag(name.description) }
        return tag
    }

    /// `c=`: the body is simple unless it is said, and so is the header section.
    fileprivate func canonicalizations()
        throws(DKIMFailure) -> (DKIMCanonicalization, DKIMCanonicalization)
    {
        guard let text = self["c"]?.compactText.asciiLowercased else { return (.simple, .simple) }
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let header = DKIMCanonicalization(rawValue: String(parts[0])),
            let body = parts.count == 1
                ? .simple : DKIMCanonicalization(rawValue: String(parts[1]))
        else { throw DKIMFailure.unsupportedCanonicalization(text) }
        return (header, body)
    }

    fileprivate func keyName(
        selector: DomainName, signingDomain: DomainName
    ) throws(DKIMFailure) -> DomainName {
        do {
            return try signingDomain.prefixed(with: "\(selector)._domainkey")
        } catch {
            throw try required("s").syntaxFailure("a selector and domain that make a name")
        }
    }

    fileprivate func agentIdentifier() throws(DKIMFailure) -> DKIMAgentIdentifier? {
        guard let tag = self["i"] else { return nil }
        do {
            return try DKIMAgentIdentifier(parsing: tag.value)
        } catch {
            throw DKIMFailure.signatureSyntax(error)
        }
    }

    /// `q=`: unknown methods are passed over as long as there is a known one.
    fileprivate func checkQueryMethods(acceptsDrafts: Bool) throws(DKIMFailure) {
        guard let text = self["q"]?.compactText.asciiLowercased else { return }
        let methods = text.split(separator: ":")
        guard methods.contains("dns/txt") || acceptsDrafts && methods.contains("dns") else {
            throw DKIMFailure.unsupportedQueryMethod(text)
        }
    }
}

extension Tag {
    fileprivate func syntaxFailure(_ expected: SyntaxError.Expectation) -> DKIMFailure {
        .signatureSyntax(SyntaxError(expected: expected, offset: rawValue.startIndex))
    }

    fileprivate func base64() throws(DKIMFailure) -> [UInt8] {
        guard let bytes = Base64.decode(rawValue, .ignoringWhitespace), !bytes.isEmpty else {
            throw syntaxFailure("base64")
        }
        return bytes
    }

    fileprivate func domain() throws(DKIMFailure) -> DomainName {
        do {
            return try DomainName(parsing: value)
        } catch {
            throw DKIMFailure.signatureSyntax(error)
        }
    }

    /// `h=`
    ///
    ///     sig-h-tag = hdr-name *( [FWS] ":" [FWS] hdr-name )     ; RFC 6376 §3.5
    fileprivate func fieldNames() throws(DKIMFailure) -> [String] {
        var names: [String] = []
        let parts = rawValue.split(
            separator: UInt8(ascii: ":"), maxSplits: DKIMSignature.signedFieldLimit,
            omittingEmptySubsequences: false)
        guard parts.count <= DKIMSignature.signedFieldLimit else {
            throw DKIMFailure.tooManySignedFields
        }
        for part in parts {
            let name = part.trimmingFoldingWhitespace
            guard !name.isEmpty, name.allSatisfy(\.isVisible) else {
                throw DKIMFailure.signatureSyntax(
                    SyntaxError(expected: "a field name", offset: name.startIndex))
            }
            names.append(String(decoding: name, as: UTF8.self))
        }
        return names
    }

    /// At most `digits` decimal digits; what is beyond 64 bits becomes their largest value.
    fileprivate func number(digits limit: Int) throws(DKIMFailure) -> UInt64 {
        let digits = value
        guard !digits.isEmpty, digits.count <= limit, digits.allSatisfy(\.isDigit) else {
            throw syntaxFailure("decimal digits")
        }
        return UInt64(String(decoding: digits, as: UTF8.self)) ?? .max
    }

    /// Seconds since 1970, of at most twelve digits.
    fileprivate func time() throws(DKIMFailure) -> UnixTime {
        UnixTime(seconds: Int64(try number(digits: 12)))
    }
}
