// Operations on contact lists and contacts.
extension SESHandlers {
    func registerContacts(on router: inout SESRouter) {}
}
