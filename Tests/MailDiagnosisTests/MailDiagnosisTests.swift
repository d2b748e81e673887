import MailTypes
import Testing

@testable import MailDiagnosis

/// Causes told from facts, without a message.
@Suite struct MessageDiagnosisTests {
    private func evidence(
        dmarc: MessageEvidence.DMARC = .init(result: "fail", policy: "reject"),
        spf: MessageEvidence.SPF? = nil, signatures: [MessageEvidence.Signature] = [],
        arc: MessageEvidence.ARC? = nil, path: MailPath = .init()
    ) -> MessageEvidence {
        MessageEvidence(
            source: .evaluation, author: .domain("example.com"), dmarc: dmarc, spf: spf,
            signatures: signatures, arc: arc, path: path)
    }

    private func causes(_ evidence: MessageEvidence) -> [Cause] {
        Diagnosis(of: evidence).findings.filter { $0.weight == .cause }.map(\.cause)
    }

    private let sesSPF = MessageEvidence.SPF(
        result: "pass", domain: "amazonses.com", isAligned: false, sharesOrganization: false)
    private let sesSignature = MessageEvidence.Signature(
        result: "pass", domain: "amazonses.com", selector: "token", isAligned: false,
        sharesOrganization: false)

    @Test func namesWhatAnAddressIdentityOfSESLacks() throws {
        let diagnosis = Diagnosis(of: evidence(spf: sesSPF, signatures: [sesSignature]))
        #expect(diagnosis.findings.map(\.cause) == [.addressOnlyIdentity, .noCustomMailFrom])
        let records = diagnosis.findings.flatMap(\.remedies).compactMap { remedy in
            if case .record(let change) = remedy { change } else { nil }
        }
        #expect(records.contains { $0.name == "mail.example.com" && $0.type == "MX" })
        #expect(records.contains { $0.added == ["v=spf1 include:amazonses.com ~all"] })
        #expect(diagnosis.conclusion.hasPrefix("DMARC fails for example.com:"))
    }

    @Test func leavesAProvidersSecondSignatureAlone() {
        let own = MessageEvidence.Signature(
            result: "fail", domain: "example.com", selector: "s", problem: .bodyChanged(nil),
            isAligned: true, sharesOrganization: true)
        #expect(causes(evidence(signatures: [sesSignature, own])) == [.bodyChanged])
    }

    @Test func blamesTheListBeforeTheSignature() {
        let broken = MessageEvidence.Signature(
            result: "fail", domain: "example.com", selector: "s",
            problem: .footerAdded("-- list"), isAligned: true, sharesOrganization: true)
        let found = causes(
            evidence(spf: nil, signatures: [broken], path: MailPath(list: "<dev.lists.example>")))
        #expect(found == [.mailingList, .footerAdded])
    }

    @Test func addsTheSourceInFrontOfAll() throws {
        let spf = MessageEvidence.SPF(
            result: "fail", domain: "example.com", clientAddress: .v4([192, 0, 2, 7]),
            record: "v=spf1 mx -all", isAligned: true, sharesOrganization: true)
        let diagnosis = Diagnosis(of: evidence(spf: spf))
        let finding = try #require(diagnosis.findings.first { $0.cause == .sourceNotInSPF })
        #expect(
            finding.remedies.first
                == .record(
                    RecordChange(
                        name: "example.com", type: "TXT", removed: ["v=spf1 mx -all"],
                        added: ["v=spf1 mx ip4:192.0.2.7 -all"])))
    }

    @Test func recognisesASecondProviderByItsSignature() {
        let spf = MessageEvidence.SPF(
            result: "softfail", domain: "example.com", clientAddress: .v4([192, 0, 2, 7]),
            record: "v=spf1 include:amazonses.com ~all", isAligned: true, sharesOrganization: true)
        let google = MessageEvidence.Signature(
            result: "pass", domain: "example-com.20230601.gappssmtp.com", selector: "s",
            isAligned: false, sharesOrganization: false)
        #expect(
            causes(evidence(spf: spf, signatures: [google])).contains(.secondProvider))
    }

    @Test func saysThatNothingIsRelated() {
        let spf = MessageEvidence.SPF(
            result: "none", domain: "evil.example", isAligned: false, sharesOrganization: false)
        #expect(causes(evidence(spf: spf)) == [.notSigned, .unrelatedSource])
    }

    @Test func tellsStrictAlignmentFromNoAlignment() throws {
        let spf = MessageEvidence.SPF(
            result: "pass", domain: "mail.example.com", isAligned: false, sharesOrganization: true)
        let dmarc = MessageEvidence.DMARC(
            result: "fail", policy: "reject", recordDomain: "example.com",
            records: ["v=DMARC1; p=reject; aspf=s; rua=mailto:a@example.com"],
            spfAlignmentIsStrict: true)
        let diagnosis = Diagnosis(of: evidence(dmarc: dmarc, spf: spf))
        let finding = try #require(diagnosis.findings.first { $0.cause == .strictAlignment })
        guard case .record(let change)? = finding.remedies.first else {
            Issue.record("a record was expected")
            return
        }
        #expect(change.added == ["v=DMARC1; p=reject; rua=mailto:a@example.com"])
    }

    @Test func callsTroubleARiskWhereDMARCPasses() {
        let aligned = MessageEvidence.Signature(
            result: "pass", domain: "example.com", selector: "s", isAligned: true,
            sharesOrganization: true)
        let diagnosis = Diagnosis(
            of: evidence(
                dmarc: .init(result: "pass", policy: "reject"), spf: sesSPF, signatures: [aligned]))
        #expect(!diagnosis.hasCause)
        #expect(diagnosis.findings.map(\.cause) == [.noCustomMailFrom])
    }
}

@Suite struct RecordTextTests {
    @Test(arguments: [
        (["v=spf1 mx -all", "v=spf1 include:a.example ~all"], "v=spf1 mx include:a.example -all"),
        (["v=spf1 mx ~all", "v=spf1 mx ?all"], "v=spf1 mx ~all"),
        (["v=spf1 a", "v=spf1 redirect=b.example"], "v=spf1 a redirect=b.example"),
    ])
    func mergesSPFRecords(records: [String], merged: String) {
        #expect(SPFText.merging(records) == merged)
    }

    @Test func setsTagsInPlace() {
        #expect(
            TagText.setting("p", to: "none", in: "v=DMARC1; p=reject; sp=none")
                == "v=DMARC1; p=none; sp=none")
        #expect(
            TagText.setting("t", to: "y", in: "v=DMARC1; p=reject;") == "v=DMARC1; p=reject; t=y")
        #expect(TagText.removing("pct", from: "v=DMARC1; pct=50 ; p=none") == "v=DMARC1; p=none")
    }
}

@Suite struct CopiedHeadersTests {
    @Test func mendsFoldedLinesThatLostTheirSpace() {
        let copied = """
            Email header analysis

            ARC-Seal: i=1; a=rsa-sha256;
            d=google.com; s=arc-20160816;
            h=feedback-id:date:message-id;
            Received: by mx.example
            Mon, 25 Apr 2022 05:56:54 -0700 (PDT)

            From: [email protected]

            The email above was sent from a user.
            """
        let mended = String(
            decoding: CopiedHeaders.mended(Array(copied.utf8)[...]), as: UTF8.self)
        #expect(
            mended
                == """
                ARC-Seal: i=1; a=rsa-sha256;
                 d=google.com; s=arc-20160816;
                 h=feedback-id:date:message-id;
                Received: by mx.example
                 Mon, 25 Apr 2022 05:56:54 -0700 (PDT)
                From: 

                """.replacing("\n", with: "\r\n"))
    }

    @Test func takesLinksForText() {
        let mended = CopiedHeaders.mended(Array("A: b\nhttp://c.example\nD:/e".utf8)[...])
        #expect(mended == Array("A: b\r\n http://c.example\r\nD:/e\r\n".utf8))
    }

    /// Looking ahead from each empty line anew would take hours.
    @Test func passesOverEmptyLinesOnce() {
        let lines = "Subject: a\n" + String(repeating: "\n", count: 900_000) + "From: a@b.example"
        let mended = CopiedHeaders.mended(Array(lines.utf8)[...])
        #expect(mended == Array("Subject: a\r\nFrom: a@b.example\r\n".utf8))
    }

    @Test(arguments: ["", "\n\n", "no field at all", ":", "\u{0}\r\n:"])
    func findsNothingWhereNothingIs(text: String) {
        #expect(CopiedHeaders.mended(Array(text.utf8)[...]).isEmpty)
    }
}
