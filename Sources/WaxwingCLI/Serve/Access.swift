import MailTypes
import SMTP
import WaxwingCore
import WaxwingMTA
import WaxwingSES

/// Submission in every region that is served: a password is good for one of them, and tells which.
struct RegionalSubmissionAccess: SubmissionAccess {
    private let accesses: [KeySubmissionAccess]

    init(keys: any AccessKeySecrets, regions: [Region]) {
        accesses = regions.map { KeySubmissionAccess(keys: keys, region: $0) }
    }

    func scope(for credentials: SMTPCredentials) async -> Scope? {
        for access in accesses {
            if let scope = await access.scope(for: credentials) { return scope }
        }
        return nil
    }

    var scopeWithoutCredentials: Scope? { nil }
}
