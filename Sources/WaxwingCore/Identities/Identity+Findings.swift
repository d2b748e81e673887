import MailTypes

extension Identity {
    /// Moves each status on by what was found, and plans the next look.
    mutating func apply(_ findings: IdentityFindings, at now: UnixTime) {
        lastCheckedAt = now
        guard name.isDomain else { return expire(at: now) }
        problem = findings.problem
        // A zone that could not be asked now has not gone away.
        authority = findings.authority ?? authority
        if let found = findings.dkim, var settings = dkim {
            settings.status = settings.status.next(
                found, searchingFor: now - verificationStartedAt,
                missingFor: now - (lastDKIMSuccessAt ?? now))
            if found == .present { settings.lastSeenAt = now }
            dkim = settings
        }
        let ownership: IdentityFindings.Finding =
            findings.dkim == .present ? .present : findings.ownership
        verification = verification.next(
            ownership, searchingFor: now - verificationStartedAt,
            missingFor: now - (lastSuccessAt ?? now))
        // What failed stays so until it is set up again.
        if let found = findings.mailFrom, var settings = mailFrom, settings.status != .failed {
            settings.status = settings.status.next(
                found, searchingFor: now - settings.startedAt, missingFor: now - settings.startedAt)
            if settings.status == .success { settings.startedAt = now }
            mailFrom = settings
        }
        if ownership == .present { lastSuccessAt = now }
        nextCheckAt = nextCheck(after: now)
    }

    /// When the records of DKIM were last seen; of settings that an earlier version kept, when the
    /// domain's were.
    var lastDKIMSuccessAt: UnixTime? { dkim?.lastSeenAt ?? lastSuccessAt }

    /// A mailed link that nobody used in time.
    private mutating func expire(at now: UnixTime) {
        if verification == .pending,
            now - verificationStartedAt >= IdentityChecker.addressLifetime
        {
            verification = .failed
        }
        nextCheckAt = nil
    }

    /// Often while somebody waits for it, once an hour when all is found.
    private func nextCheck(after now: UnixTime) -> UnixTime? {
        let searched = [
            verification.isSearching ? now - verificationStartedAt : nil,
            dkim?.status.isSearching == true ? now - verificationStartedAt : nil,
            mailFrom?.status.isSearching == true ? now - (mailFrom?.startedAt ?? now) : nil,
        ].compactMap(\.self).min()
        guard let searched else {
            return verification == .failed && dkim?.status != .success ? nil : now + .seconds(3600)
        }
        switch searched {
        case ..<(.seconds(60)): return now + .seconds(1)
        case ..<(.seconds(600)): return now + .seconds(10)
        case ..<(.seconds(3600)): return now + .seconds(60)
        default: return now + .seconds(600)
        }
    }
}

extension VerificationStatus {
    /// Still being looked for.
    var isSearching: Bool { self == .notStarted || self == .pending || self == .temporaryFailure }

    /// - Parameters:
    ///   - searching: how long it has been looked for since the owner asked.
    ///   - missing: how long ago it was last seen.
    func next(
        _ finding: IdentityFindings.Finding, searchingFor searching: Duration,
        missingFor missing: Duration
    ) -> VerificationStatus {
        let grace = IdentityChecker.recordLifetime
        switch (self, finding) {
        case (_, .present):
            return .success
        case (.notStarted, _):
            return .pending
        case (.pending, .absent):
            return searching < grace ? .pending : .failed
        case (.success, .absent):
            return .temporaryFailure
        case (.temporaryFailure, .absent):
            return missing < grace ? .temporaryFailure : .failed
        case (.failed, .absent), (_, .unknown):
            return self
        }
    }
}
