import MailAuth
import PublicSuffixes

extension DKIMVerificationRules {
    /// The rules with the list of public suffixes: nobody signs for `co.uk`.
    static var listed: DKIMVerificationRules {
        var rules = DKIMVerificationRules()
        rules.isPublicSuffix = { PublicSuffixList.builtin.isPublicSuffix($0) }
        return rules
    }
}
