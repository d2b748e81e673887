import MailTypes

/// A change in how an identity stands that its owner is told of.
public struct IdentityNotice: Equatable, Sendable {
    public enum Topic: Equatable, Sendable {
        case verification
        case dkim
        case mailFrom
    }

    public enum Change: Equatable, Sendable {
        /// What was looked for was found.
        case confirmed
        /// What was looked for was not found in its time.
        case notFound
        /// What was there is there no more, and is waited for.
        case lost
        /// What was lost is back.
        case recovered
        /// What was lost did not come back in its time.
        case revoked

        /// Nil for a step that nobody has to know of.
        init?(from before: VerificationStatus?, to after: VerificationStatus?) {
            switch (before, after) {
            case (.success, .success): return nil
            case (.temporaryFailure, .success): self = .recovered
            case (_, .success): self = .confirmed
            case (.success, .temporaryFailure): self = .lost
            case (.temporaryFailure, .failed): self = .revoked
            case (.notStarted, .failed), (.pending, .failed): self = .notFound
            default: return nil
            }
        }

        /// Whether there is a record to be published.
        var asksForRecords: Bool { self == .lost || self == .notFound || self == .revoked }
    }

    public let topic: Topic
    public let change: Change
    /// The verification of the domain took the same step: the records of DKIM prove that as well.
    public var isAboutVerification = false

    /// What an owner is told when a domain goes from one state to the other.
    static func changes(from before: Identity, to after: Identity) -> [IdentityNotice] {
        guard after.name.isDomain else { return [] }
        var notices: [IdentityNotice] = []
        let verification = Change(from: before.verification, to: after.verification)
        let dkim = Change(from: before.dkim?.status, to: after.dkim?.status)
        if let dkim {
            notices.append(
                IdentityNotice(
                    topic: .dkim, change: dkim, isAboutVerification: dkim == verification))
        }
        if let verification, verification != dkim {
            notices.append(IdentityNotice(topic: .verification, change: verification))
        }
        if let change = Change(from: before.mailFrom?.status, to: after.mailFrom?.status) {
            notices.append(IdentityNotice(topic: .mailFrom, change: change))
        }
        return notices
    }
}
