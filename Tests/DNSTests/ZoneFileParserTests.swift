import DNS
import MailTypes
import Testing

@Suite struct ZoneFileParserTests {
    /// The example of RFC 1035 §5.3, with times to live added: it had them from the SOA record.
    @Test func readsTheExampleOfTheStandard() throws {
        let text = """
            $ORIGIN ISI.EDU.
            $TTL 60
            @   IN  SOA     VENERA      Action\\.domains (
                                             20     ; SERIAL
                                             7200   ; REFRESH
                                             600    ; RETRY
                                             3600000; EXPIRE
                                             60)    ; MINIMUM

                    NS      A.ISI.EDU.
                    NS      VENERA
                    NS      VAXA
                    MX      10      VENERA
                    MX      20      VAXA

            A       A       26.3.0.103

            VENERA  A       10.1.0.52
                    A       128.9.0.32
            """
        let records = try ZoneFileParser.parse(text)
        #expect(
            records.map(\.description) == [
                "ISI.EDU. 60 IN SOA VENERA.ISI.EDU. Action\\.domains.ISI.EDU. 20 7200 600 "
                    + "3600000 60",
                "ISI.EDU. 60 IN NS A.ISI.EDU.",
                "ISI.EDU. 60 IN NS VENERA.ISI.EDU.",
                "ISI.EDU. 60 IN NS VAXA.ISI.EDU.",
                "ISI.EDU. 60 IN MX 10 VENERA.ISI.EDU.",
                "ISI.EDU. 60 IN MX 20 VAXA.ISI.EDU.",
                "A.ISI.EDU. 60 IN A 26.3.0.103",
                "VENERA.ISI.EDU. 60 IN A 10.1.0.52",
                "VENERA.ISI.EDU. 60 IN A 128.9.0.32",
            ])
    }

    @Test(arguments: [
        ("a 60 IN A 192.0.2.1", "a.o. 60 IN A 192.0.2.1"),
        ("a in 60 a 192.0.2.1", "a.o. 60 IN A 192.0.2.1"),
        ("a A 192.0.2.1", "a.o. 300 IN A 192.0.2.1"),
        ("a 1h30m A 192.0.2.1", "a.o. 5400 IN A 192.0.2.1"),
        ("a.\tAAAA\t2001:DB8::1\r\n", "a. 300 IN AAAA 2001:db8::1"),
        ("in IN MX 0 .", "in.o. 300 IN MX 0 ."),
        ("60 A 192.0.2.1", "60.o. 300 IN A 192.0.2.1"),
        ("@ CNAME @", "o. 300 IN CNAME o."),
        ("\\@ CNAME x.", "\\@.o. 300 IN CNAME x."),
        ("*.a TXT x", "*.a.o. 300 IN TXT \"x\""),
        ("a TXT \"v=spf1 -all\"", "a.o. 300 IN TXT \"v=spf1 -all\""),
        (
            "a TXT one \"two;(three\" four\\;five ; six",
            "a.o. 300 IN TXT \"one\" \"two;(three\" \"four;five\""
        ),
        ("a TXT \"\"", "a.o. 300 IN TXT \"\""),
        ("a TXT \"a\\\"b\\\\c\\010\"", "a.o. 300 IN TXT \"a\\\"b\\\\c\\010\""),
        ("a TXT (\n\"one\" ; comment )\n \"two\"\n)", "a.o. 300 IN TXT \"one\" \"two\""),
        ("a TXT ü", "a.o. 300 IN TXT \"\\195\\188\""),
        ("1 PTR a.example.", "1.o. 300 IN PTR a.example."),
        ("_smtp._tcp SRV 1 2 25 mx", "_smtp._tcp.o. 300 IN SRV 1 2 25 mx.o."),
        ("_25._tcp TLSA 3 1 1 0A0b 0C", "_25._tcp.o. 300 IN TLSA 3 1 1 0a0b0c"),
        ("a CAA 0 issue \"ca.example; x=1\"", "a.o. 300 IN CAA 0 issue \"ca.example; x=1\""),
        ("a TYPE65280 \\# 3 0102 03", "a.o. 300 IN TYPE65280 \\# 3 010203"),
        ("a A \\# 4 c0000201", "a.o. 300 IN A 192.0.2.1"),
        ("a TYPE1 192.0.2.1", "a.o. 300 IN A 192.0.2.1"),
        ("a DNSKEY \\# 0", "a.o. 300 IN DNSKEY \\# 0"),
        ("$TTL 1d\na A 192.0.2.1", "a.o. 86400 IN A 192.0.2.1"),
        ("$ORIGIN b\na A 192.0.2.1", "a.b.o. 300 IN A 192.0.2.1"),
        ("$origin b.;x\na A 192.0.2.1", "a.b. 300 IN A 192.0.2.1"),
        ("a AAAA ::ffff:192.0.2.1", "a.o. 300 IN AAAA ::ffff:c000:201"),
    ])
    func readsAnEntry(text: String, record: String) throws {
        let records = try ZoneFileParser.parse(text, origin: DNSName("o"))
        #expect(records.map(\.description) == [record])
        // What it writes, it reads again.
        #expect(try ZoneFileParser.parse(record) == records)
    }

    @Test(arguments: [
        ("", 0), ("\n ; comment only\n  \n", 0),
        ("a A 192.0.2.1\n A 192.0.2.2\n\tTXT x\nb A 192.0.2.1", 4),
    ])
    func countsEntries(text: String, count: Int) throws {
        #expect(try ZoneFileParser.parse(text).count == count)
    }

    @Test(arguments: [
        (" A 192.0.2.1", 1), ("a", 1), ("a 60", 4), ("a IN", 4), ("a NONSENSE x", 2),
        ("a A 192.0.2.256", 4), ("a A 2001:db8::1", 4), ("a AAAA 192.0.2.1", 7),
        ("a A 192.0.2.1 x", 14), ("a MX 10", 7), ("a MX 65536 x", 5), ("a MX -1 x", 5),
        ("a MX x. 10", 5), ("a..b A 192.0.2.1", 2), ("a TXT \"x", 6), ("a TXT (x", 6),
        ("a TXT x)", 7), ("a TXT ((x))", 7), ("a TXT", 5), ("$INCLUDE x", 0), ("$TTL x", 5),
        ("$TTL 99999999999999999999", 5), ("$TTL 4000w", 5), ("$ORIGIN", 7), ("$ORIGIN a b", 10),
        ("a TLSA 3 1 1 abc", 13), ("a TLSA 3 1 1 xy", 13), ("a TYPE65280 \\# 4 010203", 15),
        ("a TYPE65280 x", 12), ("a A \\# 3 010203", 7), ("a CH A 192.0.2.1", 2),
        ("a TXT " + String(repeating: "x", count: 256), 261),
        ("a NS " + String(repeating: "x", count: 64), 68),
        ("a TXT \\", 7), ("a TXT \\25", 9), ("a TXT \\256", 10),
    ])
    func saysWhereAFileIsWrong(text: String, offset: Int) {
        let error = #expect(throws: SyntaxError.self) { try ZoneFileParser.parse(text) }
        #expect(error?.offset == offset)
    }

    @Test func countsLines() throws {
        let text = "a A 192.0.2.1\n\nb A x\n"
        let error = try #require(
            #expect(throws: SyntaxError.self) { try ZoneFileParser.parse(text) })
        #expect(ZoneFileParser.line(of: error, in: text) == 3)
    }

    @Test func neverTraps() {
        let text = "$ORIGIN o.\na 1h IN TXT ( \"x\\\"y\" \\065 ) ; c\n MX 10 \\# 3 0102\n"
        let bytes = Array(text.utf8)
        for count in 0...bytes.count {
            for byte in [nil, 0x22, 0x28, 0x29, 0x5C, 0x0A, 0x24, 0xFF] as [UInt8?] {
                let changed = bytes[..<count] + (byte.map { [$0] } ?? []) + bytes[count...]
                _ = try? ZoneFileParser.parse(String(decoding: changed, as: UTF8.self))
                _ = try? ZoneFileParser.parse(String(decoding: bytes[..<count], as: UTF8.self))
            }
        }
    }
}
