import MailTypes

extension DKIMSignature {
    /// Most mentions in `h=`.
    public static let signedFieldLimit = 150

    /// Reads the value of a DKIM-Signature field: what stands behind its colon.
    ///
    /// - Parameter isInternationalized: whether the message may hold UTF-8 (SMTPUTF8), which only
    ///   then may stand here (RFC 8616 §5).
    /// - Throws: ``DKIMFailure`` with the first rule of RFC 6376 §3.5 that is broken.
    public init(
        parsing value: ArraySlice<UInt8>, isInternationalized: Bool = true
    ) throws(DKIMFailure) {
        if !isInternationalized, let offset = value.firstIndex(where: { $0 >= 0x80 }) {
            throw DKIMFailure.signatureSyntax(SyntaxError(expected: "ASCII", offset: offset))
        }
        let tags: TagList
        do {
            tags = try TagList(parsing: value)
        } catch {
            throw DKIMFailure.signatureSyntax(error)
        }
        try self.init(tags)
    }

    /// The fields that are read in this way, and what is asked of each.
    enum Form {
        case dkim
        /// DKIM, and what was written before there was a version 1.
        case draft
        /// ARC-Message-Signature: there is no version, and `i=` is another tag (RFC 8617 §4.1.2).
        ///
        /// ARC takes over how to sign (RFC 6376 §5), and not the verifier's rule that From be
        /// signed (§6.1.1): an `h=` without it, or with nothing, is what its sealer vouched for.
        case arc
    }

    init(_ tags: TagList, form: Form = .dkim) throws(DKIMFailure) {
        if form == .dkim || form == .draft && tags["v"]?.value.elementsEqual("0.5".utf8) == false {
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
        signedFields = try tags.required("h").fieldNames(allowsEmpty: form == .arc)
        if form == .arc {
            agentIdentifier = DKIMAgentIdentifier(domain: signingDomain)
        } else {
            guard signedFields.contains(where: { $0.equalsIgnoringCase("from") }) else {
                throw DKIMFailure.fromNotSigned
            }
            agentIdentifier =
                try tags.agentIdentifier() ?? DKIMAgentIdentifier(domain: signingDomain)
            guard agentIdentifier.domain.isEqualToOrBelow(signingDomain) else {
                throw DKIMFailure.agentIdentifierOutsideDomain
            }
        }
        try tags.checkQueryMethods(acceptsDrafts: form == .draft)
        // A count beyond 64 bits is longer than any body, which is all that matters about it.
        bodyLength = try tags["l"]?.number(digits: 76)
        timestamp = try tags["t"]?.time()
        expiration = try tags["x"]?.time()
        if let timestamp, let expiration, expiration <= timestamp {
            throw DKIMFailure.expirationBeforeTimestamp
        }
    }
}
