import MailTypes
import SMTP
import Testing

/// Plays a conversation, `C:` and `S:` lines in turn, against a server without a socket.
///
/// `C:` lines get a CRLF; those that follow one another are sent together. Lines of the client
/// that begin with `C|` are sent as they are, with `\r`, `\n` and `\0` spelled out.
struct ServerScript {
    var configuration: SMTPServerConfiguration
    /// 0 sends what stands together in one piece.
    var pieceSize = 0
    var refusedRecipients: [String: SMTPReply] = [:]
    var tls: SMTPTLSInfo?

    /// Envelope and content of what was stored.
    struct Stored: Equatable {
        let from: String
        let recipients: [String]
        let content: String
    }

    static let info = SMTPSessionInfo(
        id: "ABCDEFGHIJKLMNOPQRSTUVWXYZ012", remoteAddress: .v4([192, 0, 2, 1]),
        remotePort: 1025, startTime: UnixTime(seconds: 0))

    @discardableResult
    func play(
        _ script: String, sourceLocation: SourceLocation = #_sourceLocation
    ) -> [Stored] {
        var player = Player(self)
        let lines = script.split(separator: "\n", omittingEmptySubsequences: true)
        var expected: [String] = []
        var sent: [UInt8] = []
        func check() {
            player.send(sent)
            let output = String(decoding: player.output, as: UTF8.self)
            let wanted = expected.map { $0 + "\r\n" }.joined()
            #expect(output == wanted, sourceLocation: sourceLocation)
            player.output = []
            sent = []
            expected = []
        }
        for line in lines {
            if line.hasPrefix("S:") {
                expected.append(String(line.dropFirst(3)))
                continue
            }
            if !expected.isEmpty { check() }
            if line.hasPrefix("C|") {
                let text = line.dropFirst(3).replacing("\\r", with: "\r")
                    .replacing("\\n", with: "\n").replacing("\\0", with: "\0")
                sent += Array(text.utf8)
            } else {
                sent += Array((line.dropFirst(3) + "\r\n").utf8)
            }
        }
        check()
        return player.stored
    }

    /// Plays whole, then byte by byte.
    @discardableResult
    func playInAllPieces(
        _ script: String, sourceLocation: SourceLocation = #_sourceLocation
    ) -> [Stored] {
        let whole = play(script, sourceLocation: sourceLocation)
        for size in [1, 3] {
            var copy = self
            copy.pieceSize = size
            let stored = copy.play(script, sourceLocation: sourceLocation)
            #expect(stored == whole, sourceLocation: sourceLocation)
        }
        return whole
    }

    private struct Player {
        let script: ServerScript
        var conversation: SMTPServerConversation
        var output: [UInt8] = []
        var stored: [Stored] = []

        init(_ script: ServerScript) {
            self.script = script
            let known = ServerScript.info
            conversation = SMTPServerConversation(
                configuration: script.configuration,
                info: SMTPSessionInfo(
                    id: known.id, remoteAddress: known.remoteAddress,
                    remotePort: known.remotePort, startTime: known.startTime, tls: script.tls))
            output = conversation.takeOutput()
        }

        mutating func send(_ bytes: [UInt8]) {
            let size = script.pieceSize == 0 ? max(bytes.count, 1) : script.pieceSize
            for start in stride(from: 0, to: bytes.count, by: size) {
                let piece = Array(bytes[start..<min(start + size, bytes.count)])
                conversation.receive(piece.span.bytes)
                proceed()
            }
        }

        private mutating func proceed() {
            while let request = conversation.next() {
                switch request {
                case .checkRecipient(let path):
                    conversation.answer(recipient: script.refusedRecipients[path.address])
                case .authenticate(let credentials):
                    let isRight = credentials.password == "secret"
                    conversation.answer(
                        authentication: isRight
                            ? .accepted(identity: credentials.username) : .refused(nil))
                case .store(let transaction, let content):
                    stored.append(
                        Stored(
                            from: transaction.envelope.reversePath.address,
                            recipients: transaction.envelope.forwardPaths.map(\.address),
                            content: String(decoding: content, as: UTF8.self)))
                    conversation.answer(stored: SMTPReply(250, nil, "Ok \(stored.count)"))
                case .startTLS:
                    output += conversation.takeOutput()
                    conversation.tlsStarted(SMTPTLSInfo(version: "TLSv1.3"))
                case .close:
                    output += conversation.takeOutput()
                    output += "(closed)\r\n".utf8
                }
            }
            output += conversation.takeOutput()
        }
    }
}
