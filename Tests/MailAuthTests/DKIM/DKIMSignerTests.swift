import MailTypes
import Testing

@testable import MailAuth

@Suite struct DKIMSignerTests {
    static let message = """
        Received: from a by b
        From: Joe <joe@example.com>
        To: a@example.net
        To: b@example.net
        Subject: A subject   with
         a fold
        Bcc: c@example.net
        X-Other: not signed

        Hello,  world \t
        and more.


        """.withLineEnds

    private func signer(_ key: DKIMPrivateKey? = nil) throws -> DKIMSigner {
        DKIMSigner(
            signingDomain: "example.com", selector: "s1",
            key: try key ?? .rsa(RSAPrivateKey(parsing: Samples.rsaKey)))
    }

    private func keys(_ key: DKIMPrivateKey) -> StaticDKIMKeys {
        StaticDKIMKeys([
            "s1._domainkey.example.com": .records([key.keyRecord.formatted.bytes])
        ])
    }

    @Test func writesTheFieldAsSESDoes() throws {
        let field = try signer().sign(Self.message, at: Samples.now)
        let text = String(decoding: field, as: UTF8.self)
        let start = """
            DKIM-Signature: v=1; a=rsa-sha256; q=dns/txt; c=relaxed/simple; s=s1;
            \td=example.com; t=1528637999; h=From:From:Reply-To:To:To:To:Cc:Subject:
            \tSubject:Date:Message-ID:MIME-Version:Content-Type;
            \tbh=YlAMRoXe3ipE1tS26oBeQZB2oWZLIlNERT4zAgK2NUQ=;
            \tb=
            """.withLineEnds
        #expect(field.starts(with: start), "\(text)")
        #expect(text.hasSuffix("\r\n"))
        for line in text.split(separator: "\r\n") { #expect(line.utf8.count <= 78, "\(line)") }
    }

    @Test(arguments: DKIMCanonicalization.allCases, DKIMCanonicalization.allCases)
    func verifiesWhatItSigns(
        header: DKIMCanonicalization, body: DKIMCanonicalization
    ) async throws {
        let signingKeys: [DKIMPrivateKey] = [
            .rsa(try RSAPrivateKey(parsing: Samples.rsaKey)),
            .rsa(try RSAPrivateKey.generate(sizeInBits: 2048)),
            .ed25519(try Ed25519PrivateKey.generate()),
        ]
        for key in signingKeys {
            var signer = try signer(key)
            signer.headerCanonicalization = header
            signer.bodyCanonicalization = body
            signer.agentIdentifier = DKIMAgentIdentifier(
                localPart: "j;e", domain: "mail.example.com")
            signer.lifetime = .seconds(60)
            let signed = try signer.sign(Self.message, at: Samples.now) + Self.message
            let results = await DKIMVerifier().verify(signed, keys: keys(key), now: Samples.now)
            #expect(results.map(\.verdict) == [.pass])
            #expect(results.first?.agentIdentifier == signer.agentIdentifier)
            #expect(results.first?.signature?.expiration == Samples.now + .seconds(60))
        }
    }

    @Test func signsAHeaderSectionWithABodyHashedElsewhere() throws {
        let signer = try signer()
        let (_, bodyStart) = HeaderFieldScanner.scan(Self.message[...])
        let hasher = DKIMBodyHasher(canonicalization: .simple)
        for byte in Self.message[bodyStart...] { hasher.update([byte]) }
        let field = try signer.sign(
            headerSection: Self.message[..<bodyStart], bodyHash: hasher.finish(),
            at: Samples.now)
        #expect(field == (try signer.sign(Self.message, at: Samples.now)))
    }

    @Test func signsForSeveralAtOnce() async throws {
        let ed25519 = DKIMPrivateKey.ed25519(try Ed25519PrivateKey.generate())
        var second = try signer(ed25519)
        second.selector = "s2"
        second.bodyCanonicalization = .relaxed
        let rsa = try signer()
        let fields = try DKIMSigner.sign(
            Self.message[...], with: [rsa, second], at: Samples.now)
        let keys = StaticDKIMKeys([
            "s1._domainkey.example.com": .records([rsa.key.keyRecord.formatted.bytes]),
            "s2._domainkey.example.com": .records([ed25519.keyRecord.formatted.bytes]),
        ])
        let results = await DKIMVerifier().verify(
            fields + Self.message, keys: keys, now: Samples.now)
        #expect(results.map(\.verdict) == [.pass, .pass])
        #expect(results.map(\.selector) == ["s1", "s2"])
    }

    @Test(arguments: [
        "From: evil@example.org", "to: evil@example.org", "Subject: Buy", "Reply-To: evil@x.org",
        "Message-ID: <x@y>", "Date: Fri, 11 Jul 2003 21:00:37 -0700", "Content-Type: text/html",
    ])
    func breaksWhenAFieldIsAdded(field: String) async throws {
        let signer = try signer()
        let signed = try signer.sign(Self.message, at: Samples.now)
        for message in [
            field.bytes + "\r\n".bytes + signed + Self.message,
            signed + field.bytes + "\r\n".bytes + Self.message,
        ] {
            let results = await DKIMVerifier().verify(
                message, keys: keys(signer.key), now: Samples.now)
            #expect(results.map(\.verdict) == [.fail(.signatureMismatch)])
            #expect(results.first?.bodyHashMatches == true)
        }
    }

    @Test func survivesWhatHopsDo() async throws {
        var signer = try signer()
        signer.bodyCanonicalization = .relaxed
        let signed = try signer.sign(Self.message, at: Samples.now) + Self.message
        let relayed =
            "Return-Path: <x@y.example>\r\nReceived: from b by c\r\n".bytes
            + signed.replacing("To: a@example.net", with: "TO:\t a@example.net ")
            .replacing("X-Other: not signed", with: "X-Other: changed")
            .replacing("world \t\r\n", with: "world\r\n")
        let results = await DKIMVerifier().verify(
            relayed, keys: keys(signer.key), now: Samples.now)
        #expect(results.map(\.verdict) == [.pass])
    }

    @Test func refusesAMessageWithoutFrom() throws {
        let signer = try signer()
        #expect(throws: DKIMSigningError.noFromField) {
            try signer.sign("To: a@b.example\r\n\r\nFrom: x\r\n".bytes, at: Samples.now)
        }
    }

    @Test func refusesAnAgentOfAnotherDomain() throws {
        var signer = try signer()
        signer.agentIdentifier = DKIMAgentIdentifier(domain: "example.org")
        #expect(throws: DKIMSigningError.agentIdentifierOutsideDomain) {
            try signer.sign(Self.message, at: Samples.now)
        }
    }

    @Test func leavesOutWhatHopsChange() {
        let fields = DKIMSignedFields(
            names: ["Received", "Return-path", "Subject"], oversigned: ["Bcc", "Subject"])
        #expect(fields.names == ["From", "Subject"])
        #expect(fields.oversigned == ["From", "Subject"])
    }

    @Test func signsNoMoreNamesThanVerifiersTake() throws {
        let many = (0..<200).map { "To: a\($0)@example.net\r\n" }.joined().bytes
        let field = try signer().sign(many + Self.message, at: Samples.now)
        let text = String(decoding: field, as: UTF8.self)
        #expect(text.contains("From:From:Reply-To:Cc:"))
        for line in text.split(separator: "\r\n") { #expect(line.utf8.count <= 78) }
    }
}
