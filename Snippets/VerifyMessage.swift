// Evaluates SPF, DKIM, ARC and DMARC of a message, with records from a zone file.
import DNS
import MailAuth
import MailTypes

let resolver = try StaticResolver(
    zoneFile: """
        example.com. TXT "v=spf1 ip4:192.0.2.1 -all"
        _dmarc.example.com. TXT "v=DMARC1; p=reject"
        """)
let message = Array("From: Ann <ann@example.com>\r\nSubject: Hello\r\n\r\nFirst mail.\r\n".utf8)
let origin = MessageOrigin(
    clientAddress: .v4([192, 0, 2, 1]), helo: "mx.example.com",
    reversePath: .mailbox(try Mailbox(parsing: "ann@example.com")))
let evaluation = await MessageAuthenticator().evaluate(
    message[...], from: origin, resolver: resolver, now: UnixTime(seconds: 1_764_000_000))
print(evaluation.dmarc.result)  // pass
print(evaluation.authenticationResults(authservID: "mx.example.net").formatted)
