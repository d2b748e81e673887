import Foundation
import MailAuth
import MailTypes

/// Twenty messages of 10 KB, signed with RSA-2048, relaxed/relaxed; and the record of the key.
enum SignedMessages {
    static let count = 20
    static let size = 10_240
    /// Where the key is; the peers have it from here too.
    static let keyName: DomainName = "bench._domainkey.sender.example"

    static func write(to folder: URL) throws {
        let key = DKIMPrivateKey.rsa(try RSAPrivateKey.generate())
        var signer = DKIMSigner(signingDomain: "sender.example", selector: "bench", key: key)
        signer.bodyCanonicalization = .relaxed
        let now = UnixTime(seconds: Int64(Date().timeIntervalSince1970))
        for number in 1...count {
            let message = message(number)
            let signed = try signer.sign(message, at: now) + message
            try Data(signed).write(to: folder.appending(path: "message-\(number).eml"))
        }
        try Data(key.keyRecord.formatted.utf8).write(to: folder.appending(path: "key.txt"))
    }

    private static func message(_ number: Int) -> [UInt8] {
        var text = """
            Received: from out.sender.example (out.sender.example [192.0.2.25])\r
            \tby mx.receiver.example with ESMTPS id \(number)\r
            \tfor <you@receiver.example>; Tue, 24 Nov 2026 10:00:00 +0000\r
            From: "Sender Example" <me@sender.example>\r
            To: you@receiver.example\r
            Subject: Your order number \(number) is on its way\r
            Date: Tue, 24 Nov 2026 10:00:00 +0000\r
            Message-ID: <\(number).order@sender.example>\r
            MIME-Version: 1.0\r
            Content-Type: text/plain; charset=utf-8\r
            Content-Transfer-Encoding: 7bit\r
            List-Unsubscribe: <https://sender.example/unsubscribe/\(number)>\r
            List-Unsubscribe-Post: List-Unsubscribe=One-Click\r
            \r\n
            """
        var line = 0
        while text.utf8.count < size - 80 {
            line += 1
            text += "Line \(line) of message \(number): the quick brown fox jumps over the dog.\r\n"
        }
        return Array(text.utf8)
    }
}
