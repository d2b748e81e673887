import MailTypes
import SESModel
import WaxwingCore

// Operations on custom verification mail.
extension SESHandlers {
    func registerVerificationTemplates(on router: inout SESRouter) {
        registerV1VerificationTemplates(on: &router)
        registerV2VerificationTemplates(on: &router)
    }

    var verificationTemplates: VerificationTemplates {
        VerificationTemplates(resources: resources, identities: identities, sending: sending)
    }

    /// One page of templates, by name.
    func verificationTemplates(
        token: String?, size: Int, in scope: Scope
    ) async throws -> (resources: [VerificationTemplate], nextToken: String?) {
        try await page(of: VerificationTemplate.self, token: token, size: size, in: scope) {
            SESError(.invalidParameterValue, "Invalid nextToken <\($0)>.")
        }
    }

    func sendVerification(
        _ template: String, to address: String, configurationSet: String?, _ context: SESContext,
        by door: SendContext.Door
    ) async throws -> String {
        guard !address.allSatisfy(\.isWhitespace) else {
            throw ServiceError.invalidParameter("Email address not specified.")
        }
        guard case .address(let mailbox)? = try? IdentityName(parsing: address) else {
            throw ServiceError.invalidParameter("Invalid email address<\(address)>.")
        }
        let receipt = try await verificationTemplates.send(
            template, to: mailbox, configurationSet: configurationSet,
            by: context.sendContext(door))
        return receipt.messageID
    }
}
