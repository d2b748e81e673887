import MailTypes
import Testing

@testable import MailMessage

@Suite struct ReceivedFieldTests {
    private func describe(_ text: String) -> String {
        let field = ReceivedField(parsing: text)
        let parts: [(String, String?)] = [
            ("from", field.from), ("address", field.fromAddress?.description),
            ("reverse", field.fromReverseName), ("helo", field.helo), ("by", field.by),
            ("via", field.via), ("with", field.with), ("id", field.id), ("for", field.recipient),
            ("tls", field.tls.map { "\($0.version ?? "") \($0.cipher ?? "")" }),
            ("date", field.date.map { String($0.seconds) }),
        ]
        return parts.compactMap { name, value in value.map { "\(name)=\($0)" } }
            .joined(separator: " ")
    }

    @Test(arguments: [
        (
            """
            from mail.a.example (host.a.example [192.0.2.1])
             (using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)
             key-exchange ECDHE (P-256))
             by mx.b.example (Postfix) with ESMTPS id 4F2 for <x@b.example>;
             Mon, 23 Nov 2026 09:05:00 +0000 (UTC)
            """,
            "from=mail.a.example address=192.0.2.1 reverse=host.a.example by=mx.b.example "
                + "with=ESMTPS id=4F2 for=x@b.example tls=TLSv1.3 TLS_AES_256_GCM_SHA384 "
                + "date=1795424700"
        ),
        (
            "from [IPv6:2001:db8::1] (helo=me) by x.example with esmtps (TLS1.2:ECDHE_X:256) id 1 ;",
            "from=IPv6:2001:db8::1 helo=me by=x.example with=esmtps id=1 tls=TLSv1.2 ECDHE_X"
        ),
        (
            "from a.example ([2001:db8::2%6]) by b.example ([192.0.2.2]) with mapi id 15.1; 1 Jan 2020 1:1 +0",
            "from=a.example address=2001:db8::2 by=b.example with=mapi id=15.1"
        ),
        (
            "(from user@localhost [192.0.2.9]) by h.example (8.1/Submit) id x; 1 Jan 2020 00:00:00 GMT",
            "from=user@localhost address=192.0.2.9 by=h.example id=x date=1577836800"
        ),
        ("(qmail 1 invoked by uid 2); 1 Jan 2020 00:00:00 -0000", "date=1577836800"),
        (
            "by h.example with Microsoft SMTP Server (version=TLS1_2, cipher=TLS_A_B) id 1; Wed Jan 01 00:00:00 2020",
            "by=h.example with=Microsoft SMTP Server id=1 tls=TLSv1.2 TLS_A_B date=1577836800"
        ),
        ("by h; 1 Jan 20 00:00:00.25 +0000 for <a@b>", "by=h for=a@b date=1577836800"),
        ("", ""), (";", ""), ("from", ""), ("from ( by x", ""), ("with with", ""), ("(((", ""),
        ("from <> by <> for <x>", ""),
    ])
    func reads(text: String, summary: String) {
        #expect(describe(text) == summary)
    }

    @Test(
        arguments: [
            ("ESMTPSA", "ESMTPSA"), ("esmtp", "ESMTP"), ("Microsoft SMTPSVC(5.0)", "SMTP"),
            ("ESMTP-TLS", "ESMTPS"), ("local-bsmtp", "SMTP"), ("local", "LOCAL"),
            ("UTF8SMTPSA", "UTF8SMTPSA"), ("mapi", nil), ("NNFMP", nil), ("HTTPREST", "HTTP"),
        ] as [(String, String?)])
    func knowsTransmissionTypes(with: String, keyword: String?) {
        #expect(
            ReceivedField(parsing: "by x with \(with); 1 Jan 2020 1:1 +0000").protocolKeyword
                == keyword)
    }

    @Test(arguments: [
        ("<a@b>", ["a@b"]), (" <a@b>\r\n <c@d> ", ["a@b", "c@d"]), ("a@b", ["a@b"]), ("", []),
        ("Your message of Monday <1@x> (was <2@y>)", ["1@x", "2@y"]), ("<a (c) @ b>", ["a@b"]),
        ("<>", []), ("<a@b", ["a@b"]), ("<a(@b>", ["a(@b"]), ("<\"x y\"@z>", ["\"xy\"@z"]),
    ])
    func readsIdentifiers(text: String, identifiers: [String]) {
        #expect(MessageIdentifier.list(reading: bytes(text)[...]).map(\.text) == identifiers)
    }
}
