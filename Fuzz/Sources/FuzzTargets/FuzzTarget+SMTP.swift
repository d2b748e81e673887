import MailTypes
import SMTP

extension FuzzTarget {
    static let smtp = FuzzTarget("smtp") { bytes in
        for dialect in [
            SMTPServerConfiguration.mailExchanger(hostname: "mx.example"),
            .submission(hostname: "mx.example"),
        ] {
            let whole = conversation(bytes, dialect, pieces: bytes.count)
            require(whole == conversation(bytes, dialect, pieces: 1), "pieces read as the whole")
            var encrypting = dialect
            encrypting.offersStartTLS = true
            _ = conversation(bytes, encrypting, pieces: bytes.count)
        }
        var parser = SMTPReplyParser()
        parser.receive(bytes.span.bytes)
        while let reply = try? parser.next() { _ = reply.formatted }
        if let encoded = try? DataEncoder.encoded(bytes) {
            let rules = ContentRules(
                sizeLimit: 1 << 20, headerSizeLimit: 1 << 20, bareLineEndings: .refuse)
            var decoder = DataDecoder(rules)
            require(decoder.decode(encoded.span.bytes) == encoded.count, "content ends at its dot")
            require(decoder.isComplete, "content that was stuffed has an end")
        }
    }

    /// Everything stored, and everything said, when `bytes` come in pieces of that size.
    private static func conversation(
        _ bytes: [UInt8], _ configuration: SMTPServerConfiguration, pieces: Int
    ) -> [[UInt8]] {
        var configuration = configuration
        configuration.authentication = .offered
        configuration.allowsCleartextAuthentication = true
        // What comes behind EHLO or STARTTLS in the same piece is early talk, in the next it is not.
        configuration.refusesEarlyTalk = false
        let info = SMTPSessionInfo(
            id: "1", remoteAddress: .v4([127, 0, 0, 1]), remotePort: 1,
            startTime: UnixTime(seconds: 0))
        var conversation = SMTPServerConversation(configuration: configuration, info: info)
        var seen: [[UInt8]] = []
        var start = 0
        while start < bytes.count {
            let end = min(start + max(1, pieces), bytes.count)
            conversation.receive(Array(bytes[start..<end]).span.bytes)
            start = end
            while let request = conversation.next() {
                switch request {
                case .checkRecipient: conversation.answer(recipient: nil)
                case .authenticate: conversation.answer(authentication: .refused(nil))
                case .store(let transaction, let content):
                    require(
                        !transaction.envelope.forwardPaths.isEmpty, "mail has a recipient")
                    seen.append(content)
                    conversation.answer(stored: SMTPReply(250, nil, "Ok"))
                case .startTLS, .close: return seen
                }
            }
        }
        seen.append(conversation.takeOutput())
        return seen
    }
}
