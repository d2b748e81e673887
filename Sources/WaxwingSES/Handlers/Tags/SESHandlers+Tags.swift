// Operations on tags of resources.
extension SESHandlers {
    func registerTags(on router: inout SESRouter) {}
}
