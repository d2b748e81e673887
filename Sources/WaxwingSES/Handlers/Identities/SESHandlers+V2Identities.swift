import MailTypes
import SESModel
import WaxwingCore

extension SESHandlers {
    func registerV2Identities(on router: inout SESRouter) {
        router.serve(SESv2.CreateEmailIdentity.self) { try await create($0, $1) }
        router.serve(SESv2.GetEmailIdentity.self) { try await get($0, $1) }
        router.serve(SESv2.ListEmailIdentities.self) { try await list($0, $1) }
        router.serve(SESv2.DeleteEmailIdentity.self) { try await delete($0, $1) }
        router.serve(SESv2.PutEmailIdentityDkimAttributes.self) {
            try await putDKIMAttributes($0, $1)
        }
        router.serve(SESv2.PutEmailIdentityDkimSigningAttributes.self) {
            try await putDKIMSigningAttributes($0, $1)
        }
        router.serve(SESv2.PutEmailIdentityMailFromAttributes.self) {
            try await putMailFromAttributes($0, $1)
        }
        registerV2IdentitySettings(on: &router)
    }

    private func create(
        _ request: SESv2.CreateEmailIdentityRequest, _ context: SESContext
    ) async throws -> SESv2.CreateEmailIdentityResponse {
        let name = try identityName(request.emailIdentity)
        try await requireConfigurationSet(request.configurationSetName, in: context.scope)
        let choice: IdentityService.DKIMChoice
        if let attributes = request.dkimSigningAttributes {
            try requireDomain(name)
            choice = try dkimChoice(attributes.domainSigningAttributesOrigin, attributes)
        } else {
            choice = name.isDomain ? .easy(.rsa2048) : .none
        }
        let tags = (request.tags ?? []).map { ResourceTag(key: $0.key, value: $0.value) }
        try tags.check()
        let identity = try await identities.create(
            name, in: context.scope, dkim: choice, tags: tags,
            configurationSet: request.configurationSetName)
        guard let identity else {
            throw ServiceError.alreadyExists("Email identity \(name) already exist.")
        }
        return SESv2.CreateEmailIdentityResponse(
            identityType: name.shapeType, verifiedForSendingStatus: identity.isVerified,
            dkimAttributes: dkimAttributes(of: identity))
    }

    private func get(
        _ request: SESv2.GetEmailIdentityRequest, _ context: SESContext
    ) async throws -> SESv2.GetEmailIdentityResponse {
        let name = try identityName(request.emailIdentity)
        let scope = try context.scope
        guard let identity = try await identities.identity(named: name, in: scope) else {
            throw Self.unknown(name)
        }
        // An address shows the DKIM settings of exactly the domain behind its @.
        let parent =
            name.isDomain
            ? nil : try await identities.identity(named: .domain(name.domain), in: scope)
        return SESv2.GetEmailIdentityResponse(
            identityType: name.shapeType, feedbackForwardingStatus: identity.feedbackForwarding,
            verifiedForSendingStatus: identity.isVerified || parent?.isVerified == true,
            dkimAttributes: dkimAttributes(of: parent ?? identity),
            mailFromAttributes: mailFromAttributes(of: identity),
            policies: try await policyDocuments(of: name, in: scope),
            tags: identity.tags.map { SESv2.Tag(key: $0.key, value: $0.value) },
            configurationSetName: identity.configurationSet,
            verificationStatus: identity.verification.shape,
            verificationInfo: SESv2.VerificationInfo(
                lastCheckedTimestamp: identity.lastCheckedAt,
                lastSuccessTimestamp: identity.lastSuccessAt, errorType: identity.errorType,
                soaRecord: identity.authority?.shape))
    }

    private func list(
        _ request: SESv2.ListEmailIdentitiesRequest, _ context: SESContext
    ) async throws -> SESv2.ListEmailIdentitiesResponse {
        let size = try pageSize(request.pageSize, default: 25, parameter: "PageSize")
        let page = try await page(
            filter: IdentityFilter(request.filter ?? [:]), token: request.nextToken, size: size,
            in: context.scope)
        let found = page.identities.map { identity in
            SESv2.IdentityInfo(
                identityType: identity.name.shapeType, identityName: identity.name.description,
                sendingEnabled: identity.isVerified,
                verificationStatus: identity.verification.shape)
        }
        return SESv2.ListEmailIdentitiesResponse(
            emailIdentities: found, nextToken: page.nextToken)
    }

    private func delete(
        _ request: SESv2.DeleteEmailIdentityRequest, _ context: SESContext
    ) async throws -> SESv2.DeleteEmailIdentityResponse {
        let name = try identityName(request.emailIdentity)
        guard try await delete(name, in: context.scope) else { throw Self.unknown(name) }
        return SESv2.DeleteEmailIdentityResponse()
    }

    private func putDKIMAttributes(
        _ request: SESv2.PutEmailIdentityDkimAttributesRequest, _ context: SESContext
    ) async throws -> SESv2.PutEmailIdentityDkimAttributesResponse {
        try await setDKIMSigning(
            request.signingEnabled ?? false, of: identityName(request.emailIdentity),
            in: context.scope)
        return SESv2.PutEmailIdentityDkimAttributesResponse()
    }

    private func putDKIMSigningAttributes(
        _ request: SESv2.PutEmailIdentityDkimSigningAttributesRequest, _ context: SESContext
    ) async throws -> SESv2.PutEmailIdentityDkimSigningAttributesResponse {
        let name = try identityName(request.emailIdentity)
        try requireDomain(name)
        let scope = try context.scope
        let identity: Identity?
        switch try dkimChoice(request.signingAttributesOrigin, request.signingAttributes) {
        case .easy(let length) where request.signingAttributes?.nextSigningKeyLength != nil:
            identity = try await identities.setNextKeyLength(length, of: name, in: scope)
        case let choice:
            identity = try await identities.setDKIMSigningAttributes(choice, of: name, in: scope)
        }
        guard let identity else { throw Self.unknown(name) }
        return SESv2.PutEmailIdentityDkimSigningAttributesResponse(
            dkimStatus: identity.dkim?.status.dkimShape, dkimTokens: identity.dkim?.tokens,
            signingHostedZone: hostedZone(of: identity))
    }

    private func putMailFromAttributes(
        _ request: SESv2.PutEmailIdentityMailFromAttributesRequest, _ context: SESContext
    ) async throws -> SESv2.PutEmailIdentityMailFromAttributesResponse {
        let name = try identityName(request.emailIdentity)
        let domain = try mailFromDomain(request.mailFromDomain)
        let behavior = request.behaviorOnMxFailure?.rawValue
        let changed = try await identities.setMailFrom(
            domain,
            onMXFailure: behavior.flatMap(MailFromSettings.OnMXFailure.init(rawValue:))
                ?? .useDefaultValue,
            of: name, in: context.scope)
        guard changed != nil else { throw Self.unknown(name) }
        return SESv2.PutEmailIdentityMailFromAttributesResponse()
    }

    // MARK: Views of an identity

    private func dkimAttributes(of identity: Identity) -> SESv2.DkimAttributes {
        guard let dkim = identity.dkim else {
            return SESv2.DkimAttributes(
                signingEnabled: false, status: .notStarted, signingAttributesOrigin: .awsSes,
                nextSigningKeyLength: .rsa1024Bit)
        }
        var attributes = SESv2.DkimAttributes(
            signingEnabled: dkim.signingEnabled, status: dkim.status.dkimShape,
            tokens: dkim.tokens, signingAttributesOrigin: .external)
        if let easy = dkim.easy {
            attributes.signingAttributesOrigin = .awsSes
            attributes.nextSigningKeyLength = easy.nextKeyLength.shape
            attributes.currentSigningKeyLength = easy.keyLength.shape
            attributes.lastKeyGenerationTimestamp = easy.keysMadeAt
            attributes.signingHostedZone = hostedZone(of: identity)
        }
        if case .replica(let replica) = dkim.origin {
            attributes.signingAttributesOrigin = .init(rawValue: replica.primary.originName)
        }
        return attributes
    }

    /// The zone that the CNAME records of Easy DKIM point into.
    private func hostedZone(of identity: Identity) -> String? {
        guard identity.dkim?.easy != nil else { return nil }
        return provider.dkimZone.text
    }

    /// Without a MAIL FROM domain there is nothing to say but what would become of mail.
    private func mailFromAttributes(of identity: Identity) -> SESv2.MailFromAttributes {
        let mailFrom = identity.mailFrom
        var attributes = SESv2.MailFromAttributes(
            behaviorOnMxFailure: mailFrom?.onMXFailure == .rejectMessage
                ? .rejectMessage : .useDefaultValue)
        if let mailFrom, let domain = mailFrom.domain {
            attributes.mailFromDomain = domain.text
            attributes.mailFromDomainStatus = .init(rawValue: mailFrom.status.rawValue) ?? .pending
        }
        return attributes
    }

    private func dkimChoice(
        _ origin: SESv2.DkimSigningAttributesOrigin?, _ attributes: SESv2.DkimSigningAttributes?
    ) throws(ServiceError) -> IdentityService.DKIMChoice {
        let selector = attributes?.domainSigningSelector
        let privateKey = attributes?.domainSigningPrivateKey
        if let selector, let privateKey, origin == .external || origin == nil {
            return .external(selector: selector, privateKey: privateKey)
        }
        guard origin != .external, selector == nil, privateKey == nil else {
            throw .invalidParameter(
                "DomainSigningSelector and DomainSigningPrivateKey must be given together, for "
                    + "the origin EXTERNAL.")
        }
        switch origin {
        case .awsSes, nil:
            let is1024 = attributes?.nextSigningKeyLength == .rsa1024Bit
            return .easy(is1024 ? .rsa1024 : .rsa2048)
        case let origin?:
            guard let region = Region(originName: origin.rawValue) else {
                throw .invalidParameter("\(origin.rawValue) names no region to replicate from.")
            }
            return .replica(of: region)
        }
    }
}

extension Region {
    /// How DKIM's origin names a primary identity's region: `AWS_SES_EU_WEST_1`.
    fileprivate var originName: String {
        "AWS_SES_" + description.replacing("-", with: "_").uppercased()
    }

    fileprivate init?(originName: String) {
        guard originName.hasPrefix("AWS_SES_") else { return nil }
        self.init(originName.dropFirst(8).replacing("_", with: "-").lowercased())
    }
}

extension EasyDKIM.KeyLength {
    fileprivate var shape: SESv2.DkimSigningKeyLength {
        self == .rsa1024 ? .rsa1024Bit : .rsa2048Bit
    }
}

extension Identity {
    /// Why keys could not be replicated, or the domain is not proven.
    fileprivate var errorType: SESv2.VerificationError? {
        if case .replica(let replica)? = dkim?.origin, let problem = replica.problem {
            return .init(rawValue: problem.rawValue)
        }
        return problem.flatMap { .init(rawValue: $0.rawValue) }
    }
}

extension ZoneAuthority {
    fileprivate var shape: SESv2.SOARecord {
        SESv2.SOARecord(
            primaryNameServer: primaryServer, adminEmail: mailbox, serialNumber: Int(serial))
    }
}

extension IdentityName {
    fileprivate var shapeType: SESv2.IdentityType { isDomain ? .domain : .emailAddress }
}

extension WaxwingCore.VerificationStatus {
    fileprivate var shape: SESv2.VerificationStatus { .init(rawValue: rawValue) ?? .pending }
    fileprivate var dkimShape: SESv2.DkimStatus { .init(rawValue: rawValue) ?? .pending }
}
