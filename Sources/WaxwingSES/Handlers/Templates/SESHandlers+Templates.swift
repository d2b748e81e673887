import MailTypes
import SESModel
import WaxwingCore

// Operations on email templates.
extension SESHandlers {
    func registerTemplates(on router: inout SESRouter) {
        registerV1Templates(on: &router)
        registerV2Templates(on: &router)
    }

    /// One page of templates, the newest first, as both APIs list them.
    func templates(
        token: String?, size: Int, in scope: Scope
    ) async throws -> (resources: [EmailTemplate], nextToken: String?) {
        try await page(
            of: EmailTemplate.self, order: .newestFirst, token: token, size: size, in: scope
        ) { SESError(.invalidParameterValue, "Invalid PageToken <\($0)>.") }
    }

    /// The size of a page in v2, which refuses one out of bounds.
    func listSize(_ size: Int?, default standard: Int, limit: Int) throws(SESError) -> Int {
        guard let size else { return standard }
        guard (1...limit).contains(size) else {
            throw SESError(
                .invalidParameterValue, "The page size must be between 1 and \(limit)")
        }
        return size
    }
}
