import MailTypes
import SESModel
import WaxwingCore

extension SESHandlers {
    func registerV1Identities(on router: inout SESRouter) {
        router.serve(SESv1.VerifyDomainIdentity.self) { try await verifyDomain($0, $1) }
        router.serve(SESv1.VerifyDomainDkim.self) { try await verifyDomainDKIM($0, $1) }
        router.serve(SESv1.VerifyEmailIdentity.self) { request, context in
            try await verifyAddress(request.emailAddress, context)
            return SESv1.VerifyEmailIdentityResponse()
        }
        router.serve(SESv1.ListIdentities.self) { try await list($0, $1) }
        router.serve(SESv1.DeleteIdentity.self) { try await delete($0, $1) }
        router.serve(SESv1.GetIdentityVerificationAttributes.self) {
            try await verificationAttributes($0, $1)
        }
        router.serve(SESv1.GetIdentityDkimAttributes.self) { try await dkimAttributes($0, $1) }
        router.serve(SESv1.SetIdentityDkimEnabled.self) { request, context in
            try await setDKIMSigning(
                request.dkimEnabled, of: identityName(request.identity), in: context.scope)
            return SESv1.SetIdentityDkimEnabledResponse()
        }
        router.serve(SESv1.SetIdentityMailFromDomain.self) { try await setMailFrom($0, $1) }
        router.serve(SESv1.GetIdentityMailFromDomainAttributes.self) {
            try await mailFromAttributes($0, $1)
        }
        registerV1IdentitySettings(on: &router)
    }

    private func verifyDomain(
        _ request: SESv1.VerifyDomainIdentityRequest, _ context: SESContext
    ) async throws -> SESv1.VerifyDomainIdentityResponse {
        let domain = try domain(request.domain, "Invalid domain name \(request.domain).")
        let token = try await identities.verifyDomain(domain, in: context.scope)
        return SESv1.VerifyDomainIdentityResponse(verificationToken: token)
    }

    private func verifyDomainDKIM(
        _ request: SESv1.VerifyDomainDkimRequest, _ context: SESContext
    ) async throws -> SESv1.VerifyDomainDkimResponse {
        let domain = try domain(request.domain, "Invalid domain name \(request.domain).")
        let tokens = try await identities.verifyDomainDKIM(domain, in: context.scope)
        return SESv1.VerifyDomainDkimResponse(dkimTokens: tokens)
    }

    func verifyAddress(_ address: String, _ context: SESContext) async throws {
        guard !address.isEmpty else {
            throw ServiceError.invalidParameter("Email address not specified.")
        }
        guard case .address(let mailbox)? = try? IdentityName(parsing: address) else {
            throw ServiceError.invalidParameter("Invalid email address<\(address)>.")
        }
        try await identities.verifyAddress(mailbox, in: context.scope)
    }

    private func list(
        _ request: SESv1.ListIdentitiesRequest, _ context: SESContext
    ) async throws -> SESv1.ListIdentitiesResponse {
        let kind: IdentityKind? =
            switch request.identityType {
            case .domain: .domain
            case .emailAddress: .address
            case nil: nil
            }
        let size = try pageSize(request.maxItems, default: 1000, parameter: "MaxItems")
        let page = try await page(
            filter: IdentityFilter(kind: kind), token: request.nextToken, size: size,
            in: context.scope)
        return SESv1.ListIdentitiesResponse(
            identities: page.identities.map(\.name.description), nextToken: page.nextToken)
    }

    private func delete(
        _ request: SESv1.DeleteIdentityRequest, _ context: SESContext
    ) async throws -> SESv1.DeleteIdentityResponse {
        // Unlike v2, v1 takes the removal of an unknown identity for done.
        _ = try await delete(identityName(request.identity), in: context.scope)
        return SESv1.DeleteIdentityResponse()
    }

    private func setMailFrom(
        _ request: SESv1.SetIdentityMailFromDomainRequest, _ context: SESContext
    ) async throws -> SESv1.SetIdentityMailFromDomainResponse {
        let name = try identityName(request.identity)
        let changed = try await identities.setMailFrom(
            mailFromDomain(request.mailFromDomain),
            onMXFailure: request.behaviorOnMXFailure == .rejectMessage
                ? .rejectMessage : .useDefaultValue,
            of: name, in: context.scope)
        guard changed != nil else {
            throw ServiceError.invalidParameter("Identity <\(name)> does not exist.")
        }
        return SESv1.SetIdentityMailFromDomainResponse()
    }

    // MARK: Views of identities; unknown ones are absent

    private func known(
        _ names: [String], _ context: SESContext
    ) async throws -> [(name: String, identity: Identity)] {
        var found: [(String, Identity)] = []
        for text in names {
            guard let name = try? identityName(text),
                let identity = try await identities.identity(named: name, in: context.scope)
            else { continue }
            found.append((text, identity))
        }
        return found
    }

    private func verificationAttributes(
        _ request: SESv1.GetIdentityVerificationAttributesRequest, _ context: SESContext
    ) async throws -> SESv1.GetIdentityVerificationAttributesResponse {
        var attributes: [String: SESv1.IdentityVerificationAttributes] = [:]
        for (name, identity) in try await known(request.identities, context) {
            attributes[name] = SESv1.IdentityVerificationAttributes(
                verificationStatus: identity.verification.shape,
                verificationToken: identity.name.isDomain ? identity.verificationToken : nil)
        }
        return .init(verificationAttributes: attributes)
    }

    private func dkimAttributes(
        _ request: SESv1.GetIdentityDkimAttributesRequest, _ context: SESContext
    ) async throws -> SESv1.GetIdentityDkimAttributesResponse {
        var attributes: [String: SESv1.IdentityDkimAttributes] = [:]
        for (name, identity) in try await known(request.identities, context) {
            var dkim = identity.dkim
            if !identity.name.isDomain {
                let domain = IdentityName.domain(identity.name.domain)
                dkim = try await identities.identity(named: domain, in: context.scope)?.dkim
            }
            attributes[name] = SESv1.IdentityDkimAttributes(
                dkimEnabled: dkim?.signingEnabled ?? false,
                dkimVerificationStatus: dkim?.status.shape ?? .notStarted,
                dkimTokens: dkim?.tokens)
        }
        return .init(dkimAttributes: attributes)
    }

    private func mailFromAttributes(
        _ request: SESv1.GetIdentityMailFromDomainAttributesRequest, _ context: SESContext
    ) async throws -> SESv1.GetIdentityMailFromDomainAttributesResponse {
        var attributes: [String: SESv1.IdentityMailFromDomainAttributes] = [:]
        for (name, identity) in try await known(request.identities, context) {
            let mailFrom = identity.mailFrom
            // Without a MAIL FROM domain, SES leaves both members out.
            attributes[name] = SESv1.IdentityMailFromDomainAttributes(
                mailFromDomain: mailFrom?.domain?.text,
                mailFromDomainStatus: mailFrom?.domain.flatMap { _ in
                    mailFrom?.status.mailFromShape ?? .pending
                },
                behaviorOnMXFailure: mailFrom?.onMXFailure == .rejectMessage
                    ? .rejectMessage : .useDefaultValue)
        }
        return .init(mailFromDomainAttributes: attributes)
    }
}

extension WaxwingCore.VerificationStatus {
    fileprivate var shape: SESv1.VerificationStatus {
        switch self {
        case .notStarted: .notStarted
        case .pending: .pending
        case .success: .success
        case .failed: .failed
        case .temporaryFailure: .temporaryFailure
        }
    }

    fileprivate var mailFromShape: SESv1.CustomMailFromStatus? {
        switch self {
        case .notStarted: nil
        case .pending: .pending
        case .success: .success
        case .failed: .failed
        case .temporaryFailure: .temporaryFailure
        }
    }
}
