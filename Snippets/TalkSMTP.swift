// Plays a server's side of an SMTP session on bytes: no socket, no clock.
import MailTypes
import SMTP

var server = SMTPServerConversation(
    configuration: .mailExchanger(hostname: "mx.example"),
    info: SMTPSessionInfo(
        id: "1", remoteAddress: .v4([192, 0, 2, 1]), remotePort: 4096,
        startTime: UnixTime(seconds: 1_764_000_000)))
print(String(decoding: server.takeOutput(), as: UTF8.self))  // 220 mx.example ESMTP Waxwing

let command = Array("EHLO client.example\r\n".utf8)
server.receive(command.span.bytes)
while let request = server.next() { print(request) }  // EHLO needs nothing from outside
print(String(decoding: server.takeOutput(), as: UTF8.self))  // 250-mx.example …
