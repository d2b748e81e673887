// Operations on receipt rules and filters.
extension SESHandlers {
    func registerReceiving(on router: inout SESRouter) {}
}
