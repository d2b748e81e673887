// Operations on email templates.
extension SESHandlers {
    func registerTemplates(on router: inout SESRouter) {}
}
