// Operations on certificates of identities.
extension SESHandlers {
    func registerCertificates(on router: inout SESRouter) {}
}
