// Operations on multi-region endpoints.
extension SESHandlers {
    func registerEndpoints(on router: inout SESRouter) {}
}
