import MailTypes
import Testing

@testable import WaxwingCore

@Suite struct IdentityFindingsTests {
    typealias Finding = IdentityFindings.Finding

    @Test(arguments: [
        (VerificationStatus.notStarted, Finding.absent, 0, VerificationStatus.pending),
        (.notStarted, .present, 0, .success),
        (.pending, .absent, 71, .pending),
        (.pending, .absent, 72, .failed),
        (.pending, .unknown, 100, .pending),
        (.success, .absent, 0, .temporaryFailure),
        (.success, .unknown, 100, .success),
        (.temporaryFailure, .absent, 71, .temporaryFailure),
        (.temporaryFailure, .absent, 72, .failed),
        (.temporaryFailure, .present, 71, .success),
        (.failed, .absent, 0, .failed),
    ])
    func movesOn(
        status: VerificationStatus, finding: Finding, hours: Int, next: VerificationStatus
    ) {
        let waited = Duration.seconds(hours * 3600)
        #expect(status.next(finding, searchingFor: waited, missingFor: waited) == next)
    }

    @Test func foundKeysVerifyTheDomain() {
        var identity = newDomain()
        identity.apply(
            IdentityFindings(ownership: .absent, dkim: .present, mailFrom: nil),
            at: UnixTime(seconds: 5))
        #expect(identity.isVerified)
        #expect(identity.activeDKIM != nil)
        #expect(identity.nextCheckAt == UnixTime(seconds: 3605))
    }

    @Test func looksOftenInTheFirstMinute() {
        var identity = newDomain()
        let nothing = IdentityFindings(ownership: .absent, dkim: .absent, mailFrom: nil)
        identity.apply(nothing, at: UnixTime(seconds: 5))
        #expect(identity.nextCheckAt == UnixTime(seconds: 6))
        identity.apply(nothing, at: UnixTime(seconds: 7200))
        #expect(identity.nextCheckAt == UnixTime(seconds: 7800))
    }

    private func newDomain() -> Identity {
        var identity = Identity(
            name: .domain("example.com"), createdAt: UnixTime(seconds: 0), verificationToken: "t")
        let key = DKIMKeyPair(selector: "s1", privateKey: "k", publicKey: "p")
        identity.dkim = DKIMSettings(origin: .external(ExternalDKIM(key: key)))
        return identity
    }
}
