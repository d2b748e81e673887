import MailAuth
import MailMessage
import MailTypes
import Testing
import WaxwingTesting

@testable import WaxwingCore

@Suite struct MessageSealerTests {
    private func seal(
        _ fields: String, provider: Provider = Provider(),
        _ change: (inout MessageSealer.Seal) -> Void = { _ in }
    ) throws -> HeaderSection {
        let message = try Message(
            parsing: Array("From: a@b.example\r\n\(fields)\r\nHello.\r\n".utf8))
        var seal = MessageSealer.Seal(
            messageID: "0100-id-000000", scope: .sample, signing: nil, now: .testStart)
        change(&seal)
        return try Message(parsing: MessageSealer(provider: provider).seal(message, with: seal))
            .headerSection
    }

    @Test func writesTheFieldsThatAreTheServices() throws {
        let section = try seal(
            "Message-ID: <own@b.example>\r\nDate: Mon, 1 Jan 2001 00:00:00 +0000\r\n"
                + "Bcc: c@d.example\r\nX-SES-CONFIGURATION-SET: s\r\nX-Waxwing-Send-At: now\r\n")
        #expect(section["Message-ID"] == "<0100-id-000000@email.amazonses.com>")
        #expect(section["Date"] == "Mon, 23 Nov 2026 09:00:00 +0000")
        #expect(section["Feedback-ID"]?.hasPrefix("::1.us-east-1.") == true)
        for name in ["Bcc", "X-SES-CONFIGURATION-SET", "X-Waxwing-Send-At"] {
            #expect(!section.contains(name))
        }
    }

    @Test(arguments: [
        ("Message-ID: <own@b.example>\r\n", "<own@b.example>"),
        ("message-id:\r\n <own@b.example>\r\n", "<own@b.example>"),
        ("", "<0100-id-000000@email.amazonses.com>"),
        ("Message-ID: own\r\n", "<0100-id-000000@email.amazonses.com>"),
        ("Message-ID: <a@b> <c@d>\r\n", "<0100-id-000000@email.amazonses.com>"),
    ])
    func keepsTheSendersIdentifierWhereThatIsAskedFor(fields: String, identifier: String) throws {
        let section = try seal(fields) { $0.keepsMessageID = true }
        #expect(section.all("Message-ID").count == 1)
        #expect(section["Message-ID"] == identifier)
    }

    @Test func signsForTheIdentityAboveTheProvider() throws {
        let own = try RSAPrivateKey.generate(sizeInBits: 1024)
        let pair = DKIMKeyPair(
            selector: "own", privateKey: Base64.encode(own.pkcs8DER),
            publicKey: Base64.encode(own.publicKey.subjectPublicKeyInfo))
        for key in [
            DKIMPrivateKey.rsa(try .generate(sizeInBits: 1024)), .ed25519(try .generate()),
        ] {
            let provider = Provider(
                signingKey: Provider.SigningKey(selector: "theirs", key: key))
            let section = try seal("", provider: provider) {
                $0.signing = SenderProfile.Signing(domain: "b.example", key: pair)
            }
            let signatures = section.all("DKIM-Signature").map {
                String(decoding: $0.unfoldedValue, as: UTF8.self)
            }
            try #require(signatures.count == 2)
            #expect(signatures[0].contains("d=b.example") && signatures[0].contains("s=own"))
            #expect(signatures[1].contains("d=amazonses.com"))
            #expect(signatures[1].contains("a=\(key.algorithm.rawValue)"))
            let alone = try seal("", provider: provider)
            #expect(alone.all("DKIM-Signature").count == 1)
        }
        #expect(try seal("").all("DKIM-Signature").isEmpty)
    }
}
