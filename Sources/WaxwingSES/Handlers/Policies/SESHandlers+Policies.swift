// Operations on identity policies.
extension SESHandlers {
    func registerPolicies(on router: inout SESRouter) {}
}
