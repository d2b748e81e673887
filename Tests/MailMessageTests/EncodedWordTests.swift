import MailTypes
import Testing

@testable import MailMessage

@Suite struct EncodedWordTests {
    /// RFC 2047 §8, and what senders do beside it.
    @Test(arguments: [
        ("=?ISO-8859-1?Q?a?=", "a"), ("=?ISO-8859-1?Q?a?= b", "a b"),
        ("=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?=", "ab"),
        ("=?ISO-8859-1?Q?a?=  =?ISO-8859-1?Q?b?=", "ab"),
        ("=?ISO-8859-1?Q?a?=\r\n    =?ISO-8859-1?Q?b?=", "ab"),
        ("=?ISO-8859-1?Q?a_b?=", "a b"), ("=?ISO-8859-1?Q?a?= =?ISO-8859-2?Q?_b?=", "a b"),
        ("=?US-ASCII?Q?Keith_Moore?= <moore@cs.utk.edu>", "Keith Moore <moore@cs.utk.edu>"),
        ("=?ISO-8859-1?Q?Keld_J=F8rn_Simonsen?=", "Keld Jørn Simonsen"),
        ("=?ISO-8859-1?B?SWYgeW91IGNhbiByZWFkIHRoaXMgeW8=?=", "If you can read this yo"),
        ("=?utf-8?q?=e2=82?= =?utf-8?q?=ac?=", "€"),  // a character cut in two
        ("=?utf-8*en?Q?caf=C3=A9?=", "café"),  // with a language
        ("=?windows-1252?Q?=93x=94_=80?=", "“x” €"), ("x=?utf-8?Q?y?=z", "xyz"),
        ("=?utf-8?Q?a b?=", "a b"), ("=?utf-8?Q??=", ""), ("=?utf-8?Q?=ZZ=4?=", "=ZZ=4"),
        ("=?utf-8?X?a?=", "=?utf-8?X?a?="), ("=?utf-8?Q?a", "=?utf-8?Q?a"), ("=?", "=?"),
        ("=?utf-8?Q?a?b?=", "=?utf-8?Q?a?b?="), ("a = b", "a = b"), ("=", "="), ("", ""),
        ("==?utf-8?Q?a?=", "=a"), ("plain ü", "plain ü"), ("=?utf-8?B?w7w?=", "ü"),
    ])
    func decodes(text: String, decoded: String) {
        #expect(EncodedWord.decode(bytes(text)[...]) == decoded)
    }

    @Test func decodesInLinearTime() {
        for piece in ["=?", "=?a?q?", "=?a?q?x?", "=", "=?a?q?x?= "] {
            _ = EncodedWord.decode(bytes(String(repeating: piece, count: 100_000))[...])
        }
    }

    @Test(arguments: [
        "ü", "Grüße aus Köln", "日本語のとても長い件名がここに書かれています。折り返しが必要です。", "a=b?c_d é",
        String(repeating: "é", count: 200), String(repeating: "👩‍👩‍👧‍👦", count: 30), "tab\tä",
        "\u{1}\u{7F}",
    ])
    func encodesWordsOfWholeCharacters(text: String) {
        for place in [EncodedWord.Place.text, .phrase] {
            let words = EncodedWord.encode(text, in: place, firstLengthLimit: 40)
            #expect((words.first?.count ?? 0) <= 40)
            for word in words {
                #expect(word.count <= 75)
                #expect(word.allSatisfy { $0.isVisible })
                #expect(!EncodedWord.decode(word[...]).contains("\u{FFFD}"))
            }
            #expect(EncodedWord.decode(Array(words.joined(separator: [0x20]))[...]) == text)
        }
    }

    @Test func takesTheShorterEncoding() {
        #expect(EncodedWord.encode("café", in: .text).map(string) == ["=?UTF-8?B?Y2Fmw6k=?="])
        #expect(
            EncodedWord.encode("café au lait", in: .text).map(string)
                == ["=?UTF-8?Q?caf=C3=A9_au_lait?="])
        #expect(EncodedWord.encode("日本", in: .text).map(string) == ["=?UTF-8?B?5pel5pys?="])
        #expect(
            EncodedWord.encode("a,ü", in: .phrase).map(string) == ["=?UTF-8?B?YSzDvA==?="])
        #expect(EncodedWord.encode("", in: .text).isEmpty)
    }
}

@Suite struct MessageDateTests {
    /// RFC 5322 appendix A, §4.3, and what is met in the wild.
    @Test(arguments: [
        ("Fri, 21 Nov 1997 09:55:06 -0600", "1997-11-21T15:55:06.000Z"),
        ("Thu, 13 Feb 1969 23:32:54 -0330", "1969-02-14T03:02:54.000Z"),
        (
            "Thu,\r\n      13\r\n        Feb\r\n          1969\r\n      23:32\r\n   -0330 (NT)",
            "1969-02-14T03:02:00.000Z"
        ),
        ("21 Nov 97 09:55:06 GMT", "1997-11-21T09:55:06.000Z"),
        ("21 Nov 07 09(comment):  55  :  06 EST", "2007-11-21T14:55:06.000Z"),
        ("21 Nov 103 09:55 PDT", "2003-11-21T16:55:00.000Z"),
        ("Tue, 29 Feb 2000 00:00:60 +1400", "2000-02-28T10:01:00.000Z"),
        ("1-Jan-2020 0:0:0 Z", "2020-01-01T00:00:00.000Z"),
        ("friday, 1 JANUARY 2021 10:00:00", "2021-01-01T10:00:00.000Z"),
        ("1 Jan 2021 10:00:00 XYZ (odd (nested))", "2021-01-01T10:00:00.000Z"),
    ])
    func reads(text: String, moment: String) throws {
        #expect(try UnixTime(parsingMessageDate: text).iso8601 == moment)
    }

    @Test(arguments: [
        "", "Fri", "32 Jan 2020 1:1 +0000", "30 Feb 2020 1:1 +0000", "29 Feb 2100 1:1 +0000",
        "1 Foo 2020 1:1 +0000", "1 Jan 2020", "1 Jan 2020 24:00 +0000", "1 Jan 2020 1:60 +0000",
        "1 Jan 2020 1:1 +00", "1 Jan 2020 1:1 +0000 x", "1 Jan 999999999999999999999 1:1 +0000",
        "1 Jan 2020 1:1 (", "0 Jan 2020 1:1",
    ])
    func refuses(text: String) {
        #expect(throws: SyntaxError.self) { try UnixTime(parsingMessageDate: text) }
    }

    @Test func readsWhatIsWritten() throws {
        for seconds in stride(from: Int64(-2_000_000_000), to: 4_000_000_000, by: 99_999_937) {
            let time = UnixTime(seconds: seconds)
            #expect(try UnixTime(parsingMessageDate: time.messageDate) == time)
        }
    }
}
