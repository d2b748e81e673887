// Operations on tenants.
extension SESHandlers {
    func registerTenants(on router: inout SESRouter) {}
}
