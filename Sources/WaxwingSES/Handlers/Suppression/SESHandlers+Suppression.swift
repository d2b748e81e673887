// Operations on the suppression list.
extension SESHandlers {
    func registerSuppression(on router: inout SESRouter) {}
}
