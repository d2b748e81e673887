import AccessPolicies
import Testing

@Test(
    "Effects are spelled with a capital",
    arguments: [("Allow", PolicyEffect.allow), ("Deny", .deny)])
func effects(word: String, effect: PolicyEffect) {
    #expect(PolicyEffect(rawValue: word) == effect)
    #expect(PolicyEffect(rawValue: word.lowercased()) == nil)
}
