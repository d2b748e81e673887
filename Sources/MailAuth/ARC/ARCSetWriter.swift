import MailTypes

/// Writes the three fields of one new ARC set.
struct ARCSetWriter {
    let sealer: ARCSealer
    let instance: Int
    let time: UnixTime

    /// `ARC-Authentication-Results: i=N; …`, folded at white space alone, so that the words stay
    /// as they are.
    func authenticationResults(_ payload: [UInt8]) -> [UInt8] {
        var field = SignatureFieldWriter(
            ARCFailure.FieldKind.authenticationResults.rawValue,
            lineLengthLimit: sealer.lineLengthLimit)
        field.append("i=\(instance)")
        for word in payload.split(whereSeparator: \.isFoldingWhitespace) {
            field.append(word: word)
        }
        return field.bytes + DKIMCanonicalization.lineEnd
    }

    func messageSignature(
        over table: HeaderFieldTable, bodyHash: SHA256Digest
    ) throws(DKIMSigningError) -> [UInt8] {
        var text: [UInt8] = []
        let mentions: [String]
        switch sealer.signedFields {
        case .chosen(let chosen):
            let selected = chosen.select(from: table)
            mentions = selected.mentions
            for field in selected.fields { DKIMCanonicalization.relaxed.append(field, to: &text) }
        case .exactly(let names):
            mentions = names.filter(Self.maySign)
            for index in table.select(mentions) {
                DKIMCanonicalization.relaxed.append(table.fields[index], to: &text)
            }
        }
        guard mentions.count <= DKIMSignature.signedFieldLimit else {
            throw DKIMSigningError.tooManySignedFields
        }
        let body = sealer.bodyCanonicalization.rawValue
        return try field(
            .messageSignature,
            [
                .tag("a", sealer.key.algorithm.rawValue), .signature,
                .tag("bh", Base64.encode(bodyHash.bytes)), .tag("c", "relaxed/\(body)"),
                .tag("d", sealer.signingDomain.text), .words("h", mentions),
                .tag("i", String(instance)), .tag("s", sealer.selector.text),
                .tag("t", String(time.seconds)),
            ], signing: text)
    }

    /// - Parameter sets: those before this one that the seal covers.
    func seal(
        over sets: [ARCChain.Set], in table: HeaderFieldTable, status: ARCChainStatus,
        results: [UInt8], messageSignature: [UInt8]
    ) throws(DKIMSigningError) -> [UInt8] {
        var text: [UInt8] = []
        for set in sets {
            text += ARCSealText.results(of: set, in: table)
            text += ARCSealText.seal(table.fields[set.seal])
        }
        for field in HeaderFieldScanner.scan((results + messageSignature)[...]).fields {
            DKIMCanonicalization.relaxed.append(field, to: &text)
        }
        return try field(
            .seal,
            [
                .tag("a", sealer.key.algorithm.rawValue), .signature,
                .tag("cv", status.rawValue), .tag("d", sealer.signingDomain.text),
                .tag("i", String(instance)), .tag("s", sealer.selector.text),
                .tag("t", String(time.seconds)),
            ], signing: text)
    }

    /// Fields that later hops take out, and those of the chain itself (RFC 8617 §4.1.2).
    private static func maySign(_ name: String) -> Bool {
        !name.equalsIgnoringCase("Authentication-Results")
            && !ARCFailure.FieldKind.allCases.contains { $0.rawValue.equalsIgnoringCase(name) }
    }

    private enum Part {
        case tag(String, String)
        case words(String, [String])
        case signature

        var isInstance: Bool {
            if case .tag("i", _) = self { true } else { false }
        }
        var isSignature: Bool {
            if case .signature = self { true } else { false }
        }
    }

    /// A field with its signature over `text` and over itself.
    ///
    /// It is written twice, first without its signature.
    private func field(
        _ kind: ARCFailure.FieldKind, _ alphabetical: [Part], signing text: [UInt8]
    ) throws(DKIMSigningError) -> [UInt8] {
        var parts = alphabetical
        if sealer.tagOrder == .instanceFirst {
            parts =
                parts.filter(\.isInstance)
                + parts.filter { !$0.isInstance && !$0.isSignature }
                + [.signature]
        }
        let unsigned = write(kind, parts, signature: [])
        var text = text
        for field in HeaderFieldScanner.scan(unsigned[...]).fields {
            DKIMCanonicalization.relaxed.append(field, to: &text)
        }
        text.removeLast(2)
        do {
            return write(
                kind, parts, signature: try sealer.key.sign(SHA256Digest.hash(text)))
        } catch {
            throw DKIMSigningError.key(error)
        }
    }

    private func write(
        _ kind: ARCFailure.FieldKind, _ parts: [Part], signature: [UInt8]
    ) -> [UInt8] {
        var field = SignatureFieldWriter(
            kind.rawValue, lineLengthLimit: sealer.lineLengthLimit)
        for (index, part) in parts.enumerated() {
            let isLast = index == parts.count - 1
            switch part {
            case .tag(let name, let value): field.append("\(name)=\(value)", isLast: isLast)
            case .words(let name, let words): field.append(name, words: words)
            case .signature:
                field.startSignature()
                field.appendFolded(base64: signature)
                if !isLast { field.end() }
            }
        }
        return field.bytes + DKIMCanonicalization.lineEnd
    }
}
