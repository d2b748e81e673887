import MailAuth
import MailTypes
import Testing

@Suite struct TLSRPTRecordTests {
    private func record(_ text: String) throws(SyntaxError) -> TLSRPTRecord {
        try TLSRPTRecord(parsing: Array(text.utf8))
    }

    private static func mail(_ text: String) -> TLSRPTRecord.Destination {
        .mail(try! Mailbox(parsing: text))  // the addresses below are good
    }

    @Test(arguments: [
        ("v=TLSRPTv1;rua=mailto:reports@example.com", [mail("reports@example.com")]),
        ("v=TLSRPTv1; rua=https://example.com/tls?a=b", [.web("https://example.com/tls?a=b")]),
        (
            "v=TLSRPTv1 ; rua=mailto:a@x.example , \t https://x.example/ ; z=1;",
            [mail("a@x.example"), .web("https://x.example/")]
        ),
        ("v=TLSRPTv1; rua=mailto:a@x; rua=mailto:b@x", [mail("a@x"), mail("b@x")]),
        ("v=TLSRPTv1; rua=MAILTO:a%2Cb@x?subject=y", [.other("MAILTO:a%2Cb@x?subject=y")]),
        ("v=TLSRPTv1; rua=mailto:a%2Bb@x?subject=y", [mail("a+b@x")]),
        ("v=TLSRPTv1; rua=http://x/", [.other("http://x/")]),
        ("v=TLSRPTv1; rua=https:x", [.other("https:x")]),
        ("v=TLSRPTv1; rua=mailto:no-address", [.other("mailto:no-address")]),
    ])
    func reads(text: String, destinations: [TLSRPTRecord.Destination]) throws {
        let read = try record(text)
        #expect(read.destinations == destinations)
        #expect(try record(read.formatted) == read)
    }

    @Test(arguments: [
        "", "v=TLSRPTv1", "v=TLSRPTv1;", "v=tlsrptv1; rua=mailto:a@x", "v=TLSRPTv1; rua=",
        "v=TLSRPTv1; rua=a", "v=TLSRPTv1; rua=mailto:a@x,", "v=TLSRPTv1; rua=mailto:a@x b",
        "v=TLSRPTv1; rua=https://x/%zz", "v=TLSRPTv1; RUA=mailto:a@x",
        "v=TLSRPTv1; rua=mailto:a@x; b==",
        "v=TLSRPTv1; rua=" + Array(repeating: "mailto:a@x", count: 33).joined(separator: ","),
    ])
    func refuses(text: String) {
        #expect(throws: SyntaxError.self) { try record(text) }
    }

    @Test func encodesWhatEndsAURI() {
        let record = TLSRPTRecord(destinations: [
            .web("https://x/a,b!c;d"), .mail(Mailbox(localPart: "a,b", domain: DomainName("x"))),
        ])
        #expect(
            record.formatted
                == "v=TLSRPTv1; rua=https://x/a%2Cb%21c%3Bd,mailto:%22a%2Cb%22@x")
    }

    @Test func choosesAmongRecords() throws {
        func choice(_ records: String...) -> TLSRPTRecord? {
            TLSRPTRecord.selecting(from: records.map { Array($0.utf8) })
        }
        let good = "v=TLSRPTv1; rua=mailto:a@x"
        #expect(choice("other", good, "v=TLSRPTv2; rua=mailto:a@x") == (try record(good)))
        #expect(choice(good, good) == nil)
        #expect(choice() == nil)
        #expect(choice("v=TLSRPTv1; rua") == nil)
    }
}
