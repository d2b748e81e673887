import DNS
import MailAuth
import MailTypes
import Testing

@testable import WaxwingCLI

@Suite struct DKIMKeyReviewTests {
    private func record(bits: Int, _ change: (inout DKIMKeyRecord) -> Void = { _ in }) throws
        -> [UInt8]
    {
        let key = DKIMPrivateKey.rsa(try .generate(sizeInBits: bits))
        var record = key.keyRecord
        change(&record)
        return Array(record.formatted.utf8)
    }

    private func findings(_ review: DKIMKeyReview, _ tone: EvaluationStep.Tone) -> [String] {
        review.findings.filter { $0.tone == tone }.map(\.text)
    }

    @Test func hasNothingToSayAboutAGoodKey() throws {
        let review = DKIMKeyReview(try record(bits: 2048))
        #expect(review.findings.isEmpty)
        #expect(review.isUsable)
        #expect(review.sizeInBits == 2048)
    }

    @Test func warnsOfAShortKey() throws {
        let review = DKIMKeyReview(try record(bits: 1024))
        #expect(review.isUsable)
        #expect(findings(review, .unsure).first?.hasPrefix("1024 bits are short") == true)
    }

    @Test func readsTheFlags() throws {
        let text = try record(bits: 2048) {
            $0.isTesting = true
            $0.isStrict = true
        }
        let review = DKIMKeyReview(text)
        #expect(review.isUsable)
        #expect(findings(review, .unsure).first?.hasPrefix("t=y") == true)
        #expect(findings(review, .plain).first?.hasPrefix("t=s") == true)
    }

    @Test func refusesAKeyThatNoSignaturePassesWith() throws {
        let sha1 = DKIMKeyReview(try record(bits: 2048) { $0.hashes = ["sha1"] })
        let tls = DKIMKeyReview(try record(bits: 2048) { $0.services = ["tlsrpt"] })
        let others = [
            "v=DKIM1; p=", "v=DKIM1; k=rsa", "v=DKIM1; k=x; p=AAAA", "v=DKIM1; p=AAAA", "",
        ]
        for review in [sha1, tls] + others.map({ DKIMKeyReview(Array($0.utf8)) }) {
            #expect(!review.isUsable)
            #expect(findings(review, .bad).count == 1)
        }
    }

    @Test(arguments: [
        ("v=DKIM1; p=AB\n", "v=DKIM1; p=AB"),
        ("\"v=DKIM1; \" \"p=AB\"\n", "v=DKIM1; p=AB"),
        ("( \"v=DKIM1;\"", "( \"v=DKIM1;\""),
    ])
    func takesTheStringsOfAZoneFileToo(text: String, joined: String) throws {
        #expect(try RecordText.joined(text) == Array(joined.utf8))
    }

    @Test func refusesStringsThatDoNotEnd() {
        #expect(throws: InputError.self) { try RecordText.joined("\"v=DKIM1") }
    }

    @Test(arguments: [nil, "example.com"] as [String?])
    func writesALineThatAZoneFileTakes(domain: String?) throws {
        let key = DKIMPrivateKey.rsa(try .generate(sizeInBits: 2048))
        let generated = GeneratedDKIMKey(
            pem: nil, file: nil, record: key.keyRecord, selector: "s1",
            domain: try domain.map { try DomainName(parsing: $0) })
        let record = try #require(
            try ZoneFileParser.parse(generated.zoneFileLine, origin: "example.com").first)
        #expect(record.name == "s1._domainkey.example.com")
        #expect(record.data.joinedText == Array(key.keyRecord.formatted.utf8))
    }
}
