import MailTypes
import SESModel
import WaxwingCore

// Operations on S/MIME certificates of identities. What is associated is kept and shown as FAILED,
// which it is for signing: the certificates lie in AWS's certificate manager.
extension SESHandlers {
    func registerCertificates(on router: inout SESRouter) {
        router.serve(SESv2.AssociateEmailIdentityCertificate.self) { request, context in
            let scope = try context.scope
            let address = try Self.sender(request.fromAddress, of: request.emailIdentity)
            let identity = try await certified(request.emailIdentity, in: scope)
            let certificate = IdentityCertificate(
                identity: identity, fromAddress: address,
                certificateARN: request.certificateArn, createdAt: clock.now())
            guard try await resources.insert(certificate, in: scope) else {
                throw ServiceError.alreadyExists(
                    "A certificate is already associated with sender <\(address)> on identity "
                        + "<\(identity)>.")
            }
            return SESv2.AssociateEmailIdentityCertificateResponse()
        }
        router.serve(SESv2.DisassociateEmailIdentityCertificate.self) { request, context in
            let scope = try context.scope
            let address = try Self.sender(request.fromAddress, of: request.emailIdentity)
            let identity = try await certified(request.emailIdentity, in: scope)
            _ = try await resources.remove(
                IdentityCertificate.self, IdentityCertificate.name(of: address),
                under: identity, in: scope)
            return SESv2.DisassociateEmailIdentityCertificateResponse()
        }
        router.serve(SESv2.ListEmailIdentityCertificates.self) { request, context in
            let scope = try context.scope
            let size = try Self.tenantPageSize(request.pageSize)
            let identity = try await certified(request.emailIdentity, in: scope)
            let page = try await page(
                of: IdentityCertificate.self, under: identity, token: request.nextToken,
                size: size, in: scope, invalidToken: Self.invalidTenantToken)
            return SESv2.ListEmailIdentityCertificatesResponse(
                certificates: page.resources.map {
                    SESv2.IdentityCertificate(
                        fromAddress: $0.fromAddress, status: .failed,
                        certificateArn: $0.certificateARN)
                }, nextToken: page.nextToken)
        }
    }

    /// The name of an identity of the account, as it is written.
    private func certified(_ text: String, in scope: Scope) async throws -> String {
        guard let name = try? IdentityName(parsing: text),
            try await identities.identity(named: name, in: scope) != nil
        else { throw ServiceError.notFound("Email identity <\(text)> does not exist.") }
        return name.description
    }

    /// The address that a certificate is for: in the domain of the identity, or the identity.
    private static func sender(
        _ address: String?, of identity: String
    ) throws(ServiceError) -> String {
        let isAddress = identity.utf8.contains(UInt8(ascii: "@"))
        guard let address else {
            guard isAddress else {
                throw .invalidParameter("FromAddress is required when EmailIdentity is a domain.")
            }
            return identity
        }
        guard let domain = (try? Mailbox(parsing: address))?.domain else {
            throw .invalidParameter("FromAddress <\(address)> is not a valid email address.")
        }
        if isAddress {
            guard address == identity else {
                throw .invalidParameter(
                    "FromAddress <\(address)> does not match the email identity <\(identity)>.")
            }
        } else {
            guard let parent = try? DomainName(parsing: identity),
                domain.isEqualToOrBelow(parent)
            else {
                throw .invalidParameter(
                    "FromAddress <\(address)> does not belong to the domain identity "
                        + "<\(identity)>.")
            }
        }
        return address
    }
}
