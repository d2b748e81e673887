import Foundation
import MailTypes
import Testing

@testable import MailAuth

/// Messages, keys and expected results that other projects published, from the folder that the
/// environment variable CONFORMANCE names; nothing is checked without it.
@Suite struct DKIMConformanceTests {
    private static let folder = ProcessInfo.processInfo.environment["CONFORMANCE"].map {
        URL(fileURLWithPath: $0).appendingPathComponent("dkim")
    }

    private struct TXT: Decodable {
        var text: String?
        var rcode: String?
        var error: String?

        enum CodingKeys: String, CodingKey {
            case text = "TXT"
            case rcode, error
        }

        var lookup: DKIMKeyLookup {
            if let text { return .records([text.bytes]) }
            return error.map { .temporaryFailure($0) } ?? .notFound
        }
    }

    private static func read(_ path: String) throws -> [UInt8]? {
        guard let folder else { return nil }
        return [UInt8](try Data(contentsOf: folder.appendingPathComponent(path)))
    }

    private static func decode<Value: Decodable>(
        _ type: Value.Type, _ path: String
    ) throws -> Value? {
        guard let bytes = try read(path) else { return nil }
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(type, from: Data(bytes))
    }

    private static func keys(_ zone: [String: TXT]) throws -> StaticDKIMKeys {
        StaticDKIMKeys(
            Dictionary(
                try zone.map { (try DomainName(parsing: $0.key), $0.value.lookup) },
                uniquingKeysWith: { first, _ in first }))
    }

    private struct Case: Decodable {
        var file: String
        var expect: String
        var kind: String
        var algorithm: String?
        var keyBits: Int?
        var crlf: Bool
        var upstreamSkipped: String?
        var expires: Int64?
    }

    /// The words of the expected results: a failure of the hash or signature, or one before that.
    private static func word(_ verdict: DKIMVerdict) -> String {
        switch verdict {
        case .pass: "pass"
        case .fail(.expired): "invalid"
        case .fail: "fail"
        case .policy, .neutral, .permanentError, .temporaryError: "invalid"
        }
    }

    /// Where the corpus follows rules that RFC 6376 has taken back.
    private static let differing: [String: String] = [
        // `g=` must be ignored (RFC 6376 §3.6.1), so these four keys are good.
        "corpus/badkey_8.txt": "pass", "corpus/badkey_9.txt": "pass",
        "corpus/badkey_12.txt": "pass", "corpus/badkey_13.txt": "pass",
        // LF for line ends: all of it is one unreadable field.
        "corpus/bad_1878954.txt": "invalid",
    ]

    /// The Mail::DKIM corpus: with today's rules nothing weak passes; with the rules of its time
    /// the results are the corpus's own.
    @Test func agreesWithMailDKIM() async throws {
        guard let cases = try Self.decode([Case].self, "mail-dkim/expected.json"),
            let zone = try Self.decode([String: TXT].self, "mail-dkim/dns.json")
        else { return }
        let keys = try Self.keys(zone)
        var score = (agreeing: 0, all: 0)
        for item in cases where item.kind == "dkim" && item.upstreamSkipped == nil {
            guard let message = try Self.read("mail-dkim/\(item.file)") else { continue }
            let now = UnixTime(seconds: item.expires.map { $0 + 10_000 } ?? 1_700_000_000)
            let historic = await DKIMVerifier(rules: .historic)
                .verify(message, keys: keys, now: now)
            let found =
                historic.contains(where: \.isPass)
                ? "pass" : historic.first.map { Self.word($0.verdict) } ?? "none"
            let expected = Self.differing[item.file] ?? item.expect
            score.all += 1
            if found == expected { score.agreeing += 1 }
            #expect(found == expected, "\(item.file) \(item): \(historic.map(\.verdict))")

            let today = await DKIMVerifier().verify(message, keys: keys, now: now)
            for result in today where result.algorithmName == "rsa-sha1" {
                #expect(!result.isPass, "\(item.file)")
            }
            for result in today where result.keySizeInBits ?? 1024 < 1024 {
                #expect(!result.isPass, "\(item.file)")
            }
            if item.expect == "pass", item.algorithm != "rsa-sha1", item.keyBits ?? 1024 >= 1024,
                !item.file.contains("ietf01")
            {
                #expect(today.contains { $0.isPass }, "\(item.file)")
            }
        }
        print("Mail::DKIM corpus: \(score.agreeing) of \(score.all)")
    }

    private struct Results: Decodable {
        var file: String
        var signatures: [String]
        var kind: String?
    }

    @Test func agreesOnEverySignatureOfAMessage() async throws {
        guard let cases = try Self.decode([Results].self, "mail-dkim/multi-signature.json"),
            let zone = try Self.decode([String: TXT].self, "mail-dkim/dns.json")
        else { return }
        let keys = try Self.keys(zone)
        for item in cases where item.kind == nil {
            guard let message = try Self.read("mail-dkim/\(item.file)") else { continue }
            let results = await DKIMVerifier(rules: .historic)
                .verify(message, keys: keys, now: UnixTime(seconds: 1_200_000_000))
            print(item.file, results.map(\.verdict))
            let words = results.map { Self.word($0.verdict) }
            for word in item.signatures { #expect(words.contains(word), "\(item.file) \(words)") }
        }
    }

    private struct MailAuthCase: Decodable {
        var file: String
        var dns: [String: TXT]
        var now: Int64
        var signatures: Int
    }

    @Test func agreesWithMailAuth() async throws {
        guard let cases = try Self.decode([MailAuthCase].self, "mail-auth/expected.json") else {
            return
        }
        for item in cases {
            guard let message = try Self.read("mail-auth/\(item.file)") else { continue }
            let results = await DKIMVerifier().verify(
                message, keys: try Self.keys(item.dns), now: UnixTime(seconds: item.now))
            #expect(results.count == item.signatures)
            #expect(results.last?.verdict == .pass, "\(item.file) \(results.map(\.verdict))")
        }
    }

    private struct OCamlCases: Decodable {
        struct Case: Decodable {
            var file: String
            var validSignatures: Int
            var signatures: Int
        }
        var dns: [String: TXT]
        var cases: [Case]
    }

    @Test func agreesWithOCamlDKIM() async throws {
        guard let set = try Self.decode(OCamlCases.self, "ocaml-dkim/expected.json") else { return }
        for item in set.cases {
            guard let message = try Self.read("ocaml-dkim/\(item.file)") else { continue }
            let results = await DKIMVerifier(rules: .historic).verify(
                message, keys: try Self.keys(set.dns), now: UnixTime(seconds: 1_500_000_000))
            #expect(results.count == item.signatures)
            let passes = results.filter(\.isPass).count
            #expect(passes == item.validSignatures, "\(item.file) \(results.map(\.verdict))")
        }
    }

    private struct Syntax: Decodable {
        struct Record: Decodable {
            var record: String
            var valid: Bool
            var why: String?
        }
        struct Header: Decodable {
            var header: String
            var valid: Bool
            var why: String?
            var smtputf8: Bool
        }
        var keyRecords: [Record]
        var signatureHeaders: [Header]
    }

    /// What is forgiven here and not there: white space behind the last semicolon, and UTF-8,
    /// which RFC 8616 allows and only the envelope can tell to be out of place.
    @Test func agreesWithMoxOnSyntax() throws {
        guard let syntax = try Self.decode(Syntax.self, "mox-syntax.json") else { return }
        let forgiven = ["Whitespace after last", "whitespace after last", "Unicode", "UTF-8"]
        for item in syntax.keyRecords {
            let isValid =
                (try? DKIMKeyRecord(parsing: item.record.bytes)).map {
                    $0.isRevoked || (try? $0.publicKey()) != nil
                } ?? false
            if let why = item.why, forgiven.contains(where: why.contains) { continue }
            #expect(isValid == item.valid, "\(item)")
        }
        for item in syntax.signatureHeaders {
            if let why = item.why, forgiven.contains(where: why.contains) { continue }
            let field = HeaderFieldScanner.scan(item.header.bytes[...]).fields.first
            let isSignature = field?.name.equalsIgnoringCase("dkim-signature") ?? false
            let value = field?.value ?? []
            let isValid = isSignature && (try? DKIMSignature(parsing: value)) != nil
            #expect(isValid == item.valid, "\(item)")
        }
    }
}
