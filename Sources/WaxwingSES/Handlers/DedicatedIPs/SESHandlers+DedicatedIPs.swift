// Operations on dedicated addresses and their pools.
extension SESHandlers {
    func registerDedicatedIPs(on router: inout SESRouter) {}
}
