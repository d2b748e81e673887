// Operations on configuration sets and their event destinations.
extension SESHandlers {
    func registerConfigurationSets(on router: inout SESRouter) {}
}
