import DNS
import JSONText
import MailAuth
import MailTypes

extension Topic {
    /// DKIM: signed messages with the keys and the clock to check them with, and the syntax of
    /// signatures and key records.
    static let dkim = Topic(name: "dkim") { folder in
        var cases: [Case] = []
        for (path, document) in folder.jsonFiles() {
            let suite = DKIMSuite(path: path, folder: folder.folder(of: path))
            let elements = document.elements
            if document.has("key_records", "signature_headers") {
                cases += suite.syntax(document)
            } else if document.has("dns", "cases") {
                for item in document["cases"]?.elements ?? []
                where item.has("file", "valid_signatures", "signatures") {
                    cases.append(await suite.counts(item, keys: .init(zone: document["dns"])))
                }
            } else if elements.allSatisfy({ $0.has("file", "expect", "kind") }) {
                for item in elements
                where item["kind"]?.text == "dkim" && item["upstream_skipped"] == nil {
                    cases.append(await suite.single(item))
                }
            } else if elements.allSatisfy({ $0.has("file", "dns", "expect_last_signature") }) {
                for item in elements { cases.append(await suite.last(item)) }
            } else if elements.allSatisfy({ $0.has("file", "signatures") }) {
                for item in elements where item["kind"]?.text != "domainkeys" {
                    cases.append(await suite.each(item))
                }
            }
        }
        return cases
    }
}

/// One file of expected results, and the messages beside it.
private struct DKIMSuite {
    let path: String
    let folder: DataFolder

    /// After all signatures of the data, and before none that has to be expired.
    private static let now = UnixTime(seconds: 1_700_000_000)

    /// The records that stand in a file of their own: an object of nothing but answers.
    private var keys: StaticDKIMKeys {
        var keys = StaticDKIMKeys()
        for (_, document) in folder.jsonFiles()
        where !document.members.isEmpty && document.members.allSatisfy({ $0.value.isAnswer }) {
            keys.lookups.merge(StaticDKIMKeys(zone: document).lookups) { first, _ in first }
        }
        return keys
    }

    /// The words of the data: the hash or the signature is wrong, or it did not come so far.
    private func word(_ verdict: DKIMVerdict?) -> String {
        switch verdict {
        case nil: "none"
        case .pass: "pass"
        case .fail(.expired): "invalid"
        case .fail: "fail"
        case .policy, .neutral, .permanentError, .temporaryError: "invalid"
        }
    }

    private func message(_ item: Document) -> (name: String, bytes: [UInt8]?) {
        let name = item["file"]?.text ?? ""
        return (name, folder.bytes(name))
    }

    private func missing(_ name: String) -> Case { Case(path, name, failure: "no such file") }

    /// One word for a message. The data is older than RFC 8301: the word is that of the rules of
    /// its time, and by today's nothing weak passes and everything else comes out the same.
    func single(_ item: Document) async -> Case {
        let (name, bytes) = message(item)
        guard let bytes else { return missing(name) }
        let now = item["expires"]?.number.map { UnixTime(seconds: Int64($0) + 10_000) } ?? Self.now
        let keys = keys
        let historic = await DKIMVerifier(rules: .historic).verify(bytes, keys: keys, now: now)
        let today = await DKIMVerifier().verify(bytes, keys: keys, now: now)
        for result in today where result.isPass {
            guard result.algorithmName != "rsa-sha1", result.keySizeInBits ?? 1024 >= 1024 else {
                return Case(path, name, failure: "a weak signature passes")
            }
        }
        for (then, now) in zip(historic, today)
        where then.isPass && !now.isPass && then.algorithmName != "rsa-sha1"
            && then.keySizeInBits ?? 1024 >= 1024
        {
            // Drafts had no version, or another.
            let isDraft =
                now.verdict == .neutral(.unsupportedVersion)
                || now.verdict == .neutral(.missingTag("v"))
            guard isDraft else {
                return Case(path, name, failure: "passes no more: \(now.verdict)")
            }
        }
        let found = historic.contains(where: \.isPass) ? "pass" : word(historic.first?.verdict)
        return Case(path, name, expected: item["expect"]?.text ?? "", actual: found)
    }

    /// The words for the signatures of a message, which may leave out some.
    func each(_ item: Document) async -> Case {
        let (name, bytes) = message(item)
        guard let bytes else { return missing(name) }
        let results = await DKIMVerifier(rules: .historic).verify(
            bytes, keys: keys, now: UnixTime(seconds: 1_200_000_000))
        let expected = (item["signatures"]?.elements ?? []).compactMap(\.text)
        let found = results.map { word($0.verdict) }
        var rest = found[...]
        let holds = expected.allSatisfy { wanted in
            guard let index = rest.firstIndex(of: wanted) else { return false }
            rest = rest[(index + 1)...]
            return true
        }
        return Case(path, name, failure: holds ? nil : "expected \(expected), got \(found)")
    }

    /// The last signature of a message, with records and clock of its own.
    func last(_ item: Document) async -> Case {
        let (name, bytes) = message(item)
        guard let bytes else { return missing(name) }
        let now = item["now"]?.number.map { UnixTime(seconds: Int64($0)) } ?? Self.now
        let results = await DKIMVerifier().verify(
            bytes, keys: StaticDKIMKeys(zone: item["dns"]), now: now)
        return Case(
            path, name,
            expected: [item["expect_last_signature"]?.text, item["signatures"]?.text],
            actual: [word(results.last?.verdict), String(results.count)])
    }

    /// How many signatures of a message there are, and how many hold by the rules of their time.
    func counts(_ item: Document, keys: StaticDKIMKeys) async -> Case {
        let (name, bytes) = message(item)
        guard let bytes else { return missing(name) }
        let results = await DKIMVerifier(rules: .historic).verify(
            bytes, keys: keys, now: UnixTime(seconds: 1_500_000_000))
        return Case(
            path, name,
            expected: [item["valid_signatures"]?.number, item["signatures"]?.number],
            actual: [results.count { $0.isPass }, results.count])
    }

    func syntax(_ document: Document) -> [Case] {
        let records = (document["key_records"]?.elements ?? []).map { item in
            let text = item["record"]?.text ?? ""
            let key = DKIMKey(parsing: Array(text.utf8))
            let isValid = key.record?.isRevoked ?? false || (try? key.publicKey.get()) != nil
            return Case(
                path, "record “\(text.prefix(60))”", expected: item["valid"]?.flag,
                actual: isValid)
        }
        let fields = (document["signature_headers"]?.elements ?? []).map { item in
            let text = item["header"]?.text ?? ""
            let isInternationalized = item["smtputf8"]?.flag ?? true
            return Case(
                path, "field “\(text.prefix(200))” (SMTPUTF8: \(isInternationalized))",
                expected: item["valid"]?.flag,
                actual: isSignature(text, isInternationalized: isInternationalized))
        }
        return records + fields
    }

    private func isSignature(_ text: String, isInternationalized: Bool) -> Bool {
        let bytes = Array(text.utf8)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")),
            bytes[..<colon].equalsIgnoringCase("dkim-signature"), bytes.suffix(2) == [13, 10]
        else { return false }
        let signature = try? DKIMSignature(
            parsing: bytes[(colon + 1)...].dropLast(2), isInternationalized: isInternationalized)
        return signature != nil
    }
}

extension Document {
    /// Whether this is an answer about a name: a record, or why there is none.
    fileprivate var isAnswer: Bool { has("TXT") || has("rcode") || has("error") }
}

extension StaticDKIMKeys {
    /// Reads an object of names with their answers, `{"TXT": …}`, `{"rcode": …}`, `{"error": …}`,
    /// or with the records themselves.
    init(zone: Document?) {
        self.init()
        for member in zone?.members ?? [] {
            guard let name = try? DomainName(parsing: member.name) else { continue }
            if let error = member.value["error"]?.text {
                lookups[name] = .temporaryFailure(error)
                continue
            }
            let records = member.value["TXT"] ?? member.value
            let texts = records.elements.compactMap(\.text)
            lookups[name] = texts.isEmpty ? .notFound : .records(texts.map { Array($0.utf8) })
        }
    }
}
