import MailTypes
import SMTP
import Testing

@Suite struct SMTPCommandTests {
    private func parse(_ line: String) -> Result<SMTPCommand, SMTPCommandError> {
        Result { () throws(SMTPCommandError) in try SMTPCommand(parsing: Array(line.utf8)[...]) }
    }

    @Test(arguments: [
        ("EHLO mx.example.com", SMTPCommand.ehlo("mx.example.com")),
        ("helo [192.0.2.1]", .helo("[192.0.2.1]")),
        ("EHLO DESKTOP_1", .ehlo("DESKTOP_1")),
        ("DATA", .data), ("data  ", .data), ("RSET", .reset), ("QUIT", .quit), ("NOOP", .noop),
        ("NOOP x y", .noop), ("HELP", .help), ("HELP MAIL", .help), ("VRFY bob", .verify),
        ("EXPN list", .expand), ("STARTTLS", .startTLS),
        ("BDAT 86", .chunk(size: 86, isLast: false)),
        ("BDAT 0 LAST", .chunk(size: 0, isLast: true)),
        ("bdat 5  last", .chunk(size: 5, isLast: true)),
        ("AUTH PLAIN", .authenticate(mechanism: "PLAIN", initialResponse: nil)),
        ("auth plain =", .authenticate(mechanism: "PLAIN", initialResponse: "=")),
        ("AUTH LOGIN dGVzdA==", .authenticate(mechanism: "LOGIN", initialResponse: "dGVzdA==")),
        ("MAIL FROM:<>", .mail(.null, MailParameters())),
    ])
    func readsCommand(line: String, command: SMTPCommand) {
        #expect(parse(line) == .success(command))
    }

    @Test(arguments: [
        ("MAIL FROM: a@example.com", "a@example.com"), ("MAIL FROM:a@example.com", "a@example.com"),
        ("MAIL FROM:a@example.com SIZE=5", "a@example.com"), ("MAIL FROM: <>", ""),
        ("MAIL FROM:<a@example.com>", "a@example.com"),
    ])
    func readsPathsWithoutBracketsWhereTheyAreTaken(line: String, address: String) {
        let parsed = Result { () throws(SMTPCommandError) in
            try SMTPCommand(parsing: Array(line.utf8)[...], takesBarePaths: true)
        }
        guard case .success(.mail(let path, _)) = parsed else {
            Issue.record("\(parsed)")
            return
        }
        #expect(path.address == address)
    }

    @Test(arguments: [
        "MAIL FROM:", "MAIL FROM: a", "MAIL FROM:a@example.com>", "MAIL FROM:<a@example.com",
        "RCPT TO: postmaster", "RCPT TO: a@example.com> X",
    ])
    func refusesOtherPathsWithoutBrackets(line: String) {
        #expect(throws: SMTPCommandError.self) {
            try SMTPCommand(parsing: Array(line.utf8)[...], takesBarePaths: true)
        }
    }

    @Test func readsMailParameters() throws {
        let line =
            "MAIL FROM:<bob@example.com> SIZE=500000 BODY=8bitmime SMTPUTF8 AUTH=<> "
            + "RET=HDRS ENVID=QQ314159+2B1"
        guard case .success(.mail(let path, let parameters)) = parse(line) else {
            Issue.record("\(parse(line))")
            return
        }
        #expect(path.address == "bob@example.com")
        #expect(parameters.size == 500_000)
        #expect(parameters.bodyType == .eightBitMIME)
        #expect(parameters.requiresSMTPUTF8)
        #expect(parameters.namesSubmitter)
        #expect(parameters.returnedContent == .header)
        #expect(parameters.envelopeID == "QQ314159+1")
    }

    @Test func readsRecipientParameters() throws {
        let line =
            "RCPT TO:<bob@example.com> NOTIFY=SUCCESS,delay ORCPT=rfc822;Bob+2Bx@example.com"
        guard case .success(.recipient(let path, let parameters)) = parse(line) else {
            Issue.record("\(parse(line))")
            return
        }
        #expect(path.address == "bob@example.com")
        #expect(parameters.notify == [.success, .delay])
        #expect(parameters.originalRecipient == "rfc822;Bob+x@example.com")
    }

    @Test(arguments: [
        ("RCPT TO:<postmaster>", "postmaster"), ("RCPT TO:<PostMaster>", "postmaster"),
        ("RCPT TO: <a@example.com>", "a@example.com"),
        ("rcpt to:<@relay.example,@r.example:a@example.com>", "a@example.com"),
        (#"RCPT TO:<"a b"@example.com>"#, #""a b"@example.com"#),
        ("RCPT TO:<a@[192.0.2.1]>", "a@[192.0.2.1]"),
    ])
    func readsForwardPath(line: String, address: String) {
        guard case .success(.recipient(let path, _)) = parse(line) else {
            Issue.record("\(parse(line))")
            return
        }
        #expect(path.address == address)
    }

    @Test(arguments: [
        ("", SMTPCommandError.unknownCommand), ("FOO", .unknownCommand),
        ("POST / HTTP/1.1", .httpRequest), ("get /a?b HTTP/1.0", .httpRequest),
        ("POST / HTTP/1", .unknownCommand),
        ("MAILFROM:<a@b.example>", .unknownCommand), ("DATA\tx", .unknownCommand),
        ("\u{0}\u{1}", .unknownCommand), ("DATA x", .badArgument), ("QUIT now", .badArgument),
        ("EHLO", .badArgument), ("EHLO a b", .badArgument), ("EHLO a(b", .badArgument),
        ("MAIL", .badArgument), ("MAIL FROM", .badArgument), ("VRFY", .badArgument),
        ("MAIL FROM:a@b.example", .badReversePath("a@b.example")),
        ("MAIL FROM:<a@b.example", .badReversePath("a@b.example")),
        ("MAIL FROM:<a@b@c>", .badReversePath("a@b@c")),
        ("MAIL FROM:<a\rb@c.example>", .badReversePath("a?b@c.example")),
        ("RCPT TO:<>", .badForwardPath("")), ("RCPT TO:<a>", .badForwardPath("a")),
        ("MAIL FROM:<a@b.example>SIZE=1", .badArgument),
        ("MAIL FROM:<a@b.example> SIZE=x", .badParameter),
        ("MAIL FROM:<a@b.example> SIZE", .badParameter),
        ("MAIL FROM:<a@b.example> SIZE=", .badParameter),
        ("MAIL FROM:<a@b.example> SIZE=1 size=2", .badParameter),
        ("MAIL FROM:<a@b.example> BODY=9BIT", .badParameter),
        ("MAIL FROM:<a@b.example> ENVID=+0D+0A", .badParameter),
        ("MAIL FROM:<a@b.example> ENVID=+4", .badParameter),
        ("MAIL FROM:<a@b.example> XYZ=1", .unknownParameter),
        ("RCPT TO:<a@b.example> SIZE=1", .unknownParameter),
        ("RCPT TO:<a@b.example> NOTIFY=NEVER,DELAY", .badParameter),
        ("RCPT TO:<a@b.example> ORCPT=bob", .badParameter),
        ("BDAT", .badArgument), ("BDAT -1", .badArgument), ("BDAT 1 FIRST", .badArgument),
        ("BDAT 99999999999999999999", .badArgument), ("AUTH", .badArgument),
        ("AUTH PLAIN a b", .badArgument),
    ])
    func saysWhatIsWrong(line: String, error: SMTPCommandError) {
        #expect(parse(line) == .failure(error))
    }
}
