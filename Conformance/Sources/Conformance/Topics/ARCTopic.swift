import JSONText
import MailAuth
import MailTypes

extension Topic {
    /// ARC: chains to be checked, and messages to be sealed.
    static let arc = Topic(name: "arc") { folder in
        var cases: [Case] = []
        for (path, documents) in try folder.yamlFiles() {
            for document in documents {
                let scenario = ARCScenario(path: path, document: document)
                for test in document["tests"]?.members ?? [] {
                    if test.value.has("message", "cv") {
                        cases.append(await scenario.validate(test.name, test.value))
                    } else if test.value.has("message", "AS", "AMS", "AAR") {
                        cases.append(try await scenario.sign(test.name, test.value))
                    }
                }
            }
        }
        for (path, document) in folder.jsonFiles() {
            let messages = folder.folder(of: path)
            if document.has("dns", "cases") {
                for item in document["cases"]?.elements ?? [] where item.has("file", "chain") {
                    cases.append(
                        await chain(item, path, messages, keys: .init(zone: document["dns"])))
                }
            } else if document.elements.allSatisfy({ $0.has("file", "dns", "expect") }) {
                for item in document.elements {
                    cases.append(await result(item, path, messages))
                }
            }
        }
        return cases
    }
}

/// The result for a message, with records and clock of its own.
private func result(_ item: Document, _ path: String, _ messages: DataFolder) async -> Case {
    let name = item["file"]?.text ?? ""
    guard let message = messages.bytes(name) else {
        return Case(path, name, failure: "no such file")
    }
    let evaluation = await ARCVerifier().verify(
        message, keys: StaticDKIMKeys(zone: item["dns"]),
        now: UnixTime(seconds: Int64(item["now"]?.number ?? 0)))
    return Case(
        path, name, expected: item["expect"]?.text, actual: evaluation.status.rawValue)
}

/// Each set of a message: who sealed it, and whether it holds. Of the message signatures the newest
/// alone matters to that (RFC 8617 §5.2): hops change what those before them signed.
private func chain(
    _ item: Document, _ path: String, _ messages: DataFolder, keys: StaticDKIMKeys
) async -> Case {
    let name = item["file"]?.text ?? ""
    guard let message = messages.bytes(name) else {
        return Case(path, name, failure: "no such file")
    }
    let evaluation = await ARCVerifier().verify(
        message, keys: keys, now: UnixTime(seconds: 1_500_000_000))
    let expected = (item["chain"]?.elements ?? []).map { set in
        [set["i"]?.text, set["seal_domain"]?.text, set["set"]?.text]
    }
    let found = evaluation.sets.map { set -> [String?] in
        let isNewest = set.instance == evaluation.highestInstance
        let holds =
            set.seal.verdict == .pass && set.seal.seal?.chainStatus != .fail
            && (set.messageSignature.isPass || !isNewest)
        return [
            String(set.instance), set.seal.seal?.signingDomain.text, holds ? "pass" : "fail",
        ]
    }
    return Case(path, name, expected: expected, actual: found)
}

/// One document of a suite: its records, and the key to seal with.
private struct ARCScenario {
    let path: String
    let document: Document

    private static let now = UnixTime(seconds: 1_500_000_000)

    private var keys: StaticDKIMKeys { StaticDKIMKeys(zone: document["txt-records"]) }

    private func name(_ test: String) -> String {
        "\(document["description"]?.text ?? ""): \(test)"
    }

    /// Messages are written with LF.
    private func message(_ test: Document) -> [UInt8] {
        (test["message"]?.text ?? "").utf8.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    }

    func validate(_ test: String, _ item: Document) async -> Case {
        let evaluation = await ARCVerifier().verify(message(item), keys: keys, now: Self.now)
        let expected = (item["cv"]?.text ?? "").lowercased()
        let found = evaluation.status.rawValue
        guard !expected.isEmpty else { return Case(path, name(test), failure: nil) }
        let why = evaluation.failure.map { " (\($0))" } ?? ""
        return Case(
            path, name(test),
            failure: expected == found ? nil : "expected \(expected), got \(found)\(why)")
    }

    func sign(_ test: String, _ item: Document) async throws -> Case {
        let message = message(item)
        let chain = await ARCVerifier().verify(message, keys: keys, now: Self.now)
        var sealer = ARCSealer(
            signingDomain: try DomainName(parsing: document["domain"]?.text ?? ""),
            selector: try DomainName(parsing: document["sel"]?.text ?? ""),
            key: .rsa(try RSAPrivateKey(parsing: document["privatekey"]?.text ?? "")))
        sealer.signedFields = .exactly(
            (item["sig-headers"]?.text ?? "").split(separator: ":").map(String.init))
        sealer.tagOrder = .alphabetical
        sealer.lineLengthLimit = 998  // the suite's signer folds nothing that the seal covers
        let sealing = try sealer.seal(
            message[...], chain: chain,
            authenticationResults: ARCAuthenticationResults.payload(
                from: message[...], authservID: item["srv-id"]?.text ?? ""),
            at: UnixTime(seconds: Int64(item["t"]?.number ?? 0)))
        var found = [[""], [""], [""]]
        if case .sealed(let fields) = sealing { found = Self.values(fields).map(Self.tags) }
        let expected = ["AS", "AMS", "AAR"].map { Self.tags(item[$0]?.text ?? "") }
        return Case(path, name(test), expected: expected, actual: found)
    }

    /// The values of three fields, unfolded.
    private static func values(_ fields: [UInt8]) -> [String] {
        String(decoding: fields, as: UTF8.self).replacing("\r\n\t", with: " ")
            .split(separator: "\r\n").map { line in
                String(line.drop { $0 != ":" }.dropFirst())
            }
    }

    /// Tags without white space, in an order of their own.
    private static func tags(_ value: String) -> [String] {
        value.filter { !$0.isWhitespace }.split(separator: ";", omittingEmptySubsequences: false)
            .map(String.init).sorted()
    }
}
