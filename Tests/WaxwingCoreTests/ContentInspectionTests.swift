import MailMessage
import MailTypes
import Testing

@testable import WaxwingCore

@Suite struct ContentInspectionTests {
    static let virus =
        #"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-"# + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"

    @Test(arguments: ["a.exe", "A.EXE", "a.txt.js", "a.exe.", "a.exe  ", "ä.bat", ".vbs"])
    func refusesProgramsByTheirNames(name: String) {
        #expect(throws: ServiceError.invalidParameter("Illegal filename '\(name)'.")) {
            try ContentInspection.check(filename: name)
        }
    }

    @Test(arguments: ["a.pdf", "exe", "a.exec", "", ".", "a.js.txt", "a.", "jse"])
    func takesOtherNames(name: String) throws {
        try ContentInspection.check(filename: name)
    }

    @Test func findsNamesWithinMessagesWithinMessages() throws {
        let inner =
            "Content-Type: message/rfc822\r\n\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
            + "--b\r\nContent-Disposition: attachment; filename*=utf-8''run%2Eexe\r\n\r\nx\r\n--b--\r\n"
        let message = try Message(parsing: Array(inner.utf8))
        #expect(throws: ServiceError.self) {
            try ContentInspection.checkFilenames(in: message.parts.root)
        }
    }

    @Test(arguments: [
        ("=?utf-8?Q?attachment?=", "="), ("; filename=a", ";"), ("", "null"), ("(no word)", "null"),
        ("\"inline\"; x=y", "inline"), ("(open", "("), ("\"open", "\""),
    ])
    func aDispositionBeginsWithAWord(value: String, found: String) throws {
        for frame in [
            "", "Content-Type: message/rfc822\r\n\r\n",
            "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n",
        ] {
            let text = "\(frame)Content-Disposition: \(value)\r\n\r\nx\r\n"
            let root = try Message(parsing: Array(text.utf8)).parts.root
            let error = ServiceError.invalidParameter("Expected disposition, got \(found)")
            #expect(throws: error) { try ContentInspection.checkDispositions(in: root) }
        }
    }

    @Test(arguments: ["attachment", " (a) INLINE; filename=\"b", "x-other ;", "inline garbage ="])
    func takesOtherDispositions(value: String) throws {
        let message = try Message(parsing: Array("Content-Disposition: \(value)\r\n\r\nx".utf8))
        try ContentInspection.checkDispositions(in: message.parts.root)
    }

    @Test(arguments: [0, 1, 26, 27, 28, 1000])
    func findsTheVirusWhereverItStands(offset: Int) {
        let filler = String(repeating: "}", count: offset)
        let text = filler + Self.virus + filler
        #expect(ContentInspection.holdsTestVirus(text))
        #expect(ContentInspection.holdsTestVirus(Array(text.utf8)[...]))
        let broken = text.replacing("EICAR", with: "eicar")
        #expect(!ContentInspection.holdsTestVirus(broken))
        #expect(!ContentInspection.holdsTestVirus(String(text.prefix(offset + 60))))
    }

    @Test(arguments: [
        "Subject: \(virus)\r\n\r\nx",
        "Subject: =?utf-8?b?\(Base64.encode(virus.utf8))?=\r\n\r\nx",
        "Subject: s\r\n\r\nx \(virus)",
        "Content-Transfer-Encoding: base64\r\n\r\n\(Base64.encode(virus.utf8))",
        "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
            + virus.replacing("=", with: "=3D").replacing("EICAR", with: "EI=\r\nCAR"),
        "Content-Type: message/rfc822\r\n\r\nSubject: =?utf-8?b?\(Base64.encode(virus.utf8))?=\r\n\r\nx",
    ])
    func findsTheVirusInAnyPart(text: String) throws {
        let message = try Message(parsing: Array(text.utf8))
        #expect(ContentInspection.holdsTestVirus(message, message.parts.root))
        let clean = try Message(parsing: Array("Subject: s\r\n\r\nEICAR }}}".utf8))
        #expect(!ContentInspection.holdsTestVirus(clean, clean.parts.root))
    }
}
