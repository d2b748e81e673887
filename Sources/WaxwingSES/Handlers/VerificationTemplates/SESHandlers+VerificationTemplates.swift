// Operations on custom verification templates.
extension SESHandlers {
    func registerVerificationTemplates(on router: inout SESRouter) {}
}
