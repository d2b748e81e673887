import AccessPolicies
import MailMessage
import MailTypes

/// Judges sends by the caller's own policies and by those of the identities that are sent from.
///
/// The owner's own callers need an Allow of their own policies, the account itself none. Callers of
/// other accounts need an Allow of the identity's policies as well. A Deny on either side wins.
public struct PolicySendAuthorizer: SendAuthorizer {
    private let directory: IdentityDirectory
    private let resources: ResourceDirectory
    private let documents = PolicyDocuments()
    private let clock: any WallClock

    public init(
        directory: IdentityDirectory, resources: ResourceDirectory, clock: any WallClock
    ) {
        self.directory = directory
        self.resources = resources
        self.clock = clock
    }

    public func authorize(_ send: SendAuthorization) async throws {
        guard
            let own = documents.all(send.context.policies ?? [], as: .identityBased)
        else { throw send.denied }
        for identity in try await identities(of: send) {
            let evaluator = try await evaluator(own, for: identity, send)
            for context in send.requestContexts(for: identity) {
                for alternatives in send.actions {
                    guard allows(alternatives, on: identity, send, context, evaluator) else {
                        throw send.denied(on: identity)
                    }
                }
            }
        }
        try await askOverlooked(send, own)
    }

    /// Who names the domain's identity, which may be used, goes past no Deny on that of the address.
    private func askOverlooked(
        _ send: SendAuthorization, _ own: [PolicyDocument]
    ) async throws {
        guard send.arns.source != nil || send.arns.from != nil else { return }
        for sender in send.senders {
            guard let name = try await coveringIdentity(of: sender.mailbox, in: send.owner) else {
                continue
            }
            let identity = SendAuthorization.Target(owner: send.owner, name: name)
            let evaluator = try await evaluator(own, for: identity, send)
            let context = send.requestContext(from: sender)
            for action in send.actions.joined() {
                let request = request(action, on: identity, send, context)
                if case .explicitDeny = evaluator.decision(on: request) {
                    throw send.denied(on: identity)
                }
            }
        }
    }

    private func evaluator(
        _ own: [PolicyDocument], for identity: SendAuthorization.Target, _ send: SendAuthorization
    ) async throws -> AccessEvaluator {
        let policies = try await policies(of: identity)
        guard let read = documents.all(policies, as: .resourceBased) else {
            throw send.denied(on: identity)
        }
        return AccessEvaluator(
            identityBased: own, resourceBased: read, sameAccountRule: .identityBasedAllows)
    }

    /// Whether one of the actions is allowed, and none denied.
    private func allows(
        _ actions: [String], on identity: SendAuthorization.Target, _ send: SendAuthorization,
        _ context: RequestContext, _ evaluator: AccessEvaluator
    ) -> Bool {
        var isAllowed = false
        for action in actions {
            switch evaluator.decision(on: request(action, on: identity, send, context)) {
            case .allow: isAllowed = true
            case .explicitDeny: return false
            case .implicitDeny: break
            }
        }
        return isAllowed
    }

    private func request(
        _ action: String, on identity: SendAuthorization.Target, _ send: SendAuthorization,
        _ context: RequestContext
    ) -> AccessRequest {
        AccessRequest(
            principal: send.context.caller.access, action: action, resource: identity.arn,
            context: context, time: clock.now())
    }

    private func policies(of identity: SendAuthorization.Target) async throws -> [String] {
        try await resources.recentAll(
            IdentityPolicy.self, under: identity.name.description, in: identity.owner
        ).map(\.document)
    }

    /// The identities whose policies have a say: those that the caller names, and for each sender
    /// that none of these covers, the one that does. Who may send from one identity may not borrow
    /// another's name.
    private func identities(
        of send: SendAuthorization
    ) async throws -> [SendAuthorization.Target] {
        var targets: [SendAuthorization.Target] = []
        func add(_ target: SendAuthorization.Target) {
            if !targets.contains(target) { targets.append(target) }
        }
        for arn in [send.arns.source, send.arns.from].compactMap(\.self) {
            let target = try SendAuthorization.Target(arn: arn, in: send.context.scope.region)
            try await check(target, covers: send.senders.map(\.mailbox), send)
            add(target)
        }
        for sender in send.senders.map(\.mailbox)
        where !targets.contains(where: { $0.owner == send.owner && $0.covers(sender) }) {
            let name = try await coveringIdentity(of: sender, in: send.owner)
            add(.init(owner: send.owner, name: name ?? send.identity))
        }
        if targets.isEmpty { add(.init(owner: send.owner, name: send.identity)) }
        if let arn = send.arns.returnPath {
            let target = try SendAuthorization.Target(arn: arn, in: send.context.scope.region)
            try await check(target, covers: [send.feedback].compactMap(\.self), send)
            add(target)
        } else {
            // Who may send from one identity may not have others get the reports.
            for mailbox in send.returnPaths
            where !targets.contains(where: { $0.owner == send.owner && $0.covers(mailbox) }) {
                if let name = try await coveringIdentity(of: mailbox, in: send.owner) {
                    add(.init(owner: send.owner, name: name))
                }
            }
        }
        return targets
    }

    private func coveringIdentity(
        of mailbox: Mailbox, in owner: Scope
    ) async throws -> IdentityName? {
        let found = try await directory.identities(covering: mailbox, in: owner)
        return SenderProfile(identities: found)?.identity.name
    }

    /// An ARN stands for an identity that is verified, and covers an address it is given for.
    private func check(
        _ target: SendAuthorization.Target, covers mailboxes: [Mailbox], _ send: SendAuthorization
    ) async throws {
        let identity = try await directory.identity(named: target.name, in: target.owner)
        guard identity?.isVerified == true, mailboxes.contains(where: { target.covers($0) }) else {
            throw ServiceError.messageRejected(
                SendingService.notVerifiedText(
                    [mailboxes.first?.formatted ?? target.name.description],
                    in: send.context.scope.region))
        }
    }
}

extension SendAuthorization {
    /// An identity by its owner and name.
    struct Target: Equatable {
        let owner: Scope
        let name: IdentityName

        var arn: String { owner.arn("identity", name.description) }

        func covers(_ mailbox: Mailbox) -> Bool {
            IdentityDirectory.names(covering: mailbox).contains(name)
        }

        init(owner: Scope, name: IdentityName) {
            self.owner = owner
            self.name = name
        }

        /// `arn:aws:ses:us-east-1:123456789012:identity/example.com`
        init(arn: String, in region: Region) throws {
            owner = try SendingARNs.scope(of: arn, in: region)
            let text = arn.split(separator: "/", maxSplits: 1).last.map(String.init) ?? ""
            guard let name = try? IdentityName(parsing: text) else {
                throw ServiceError.invalidParameter("Invalid ARN <\(arn)>.")
            }
            self.name = name
        }
    }

    func denied(on identity: Target) -> ServiceError {
        .accessDenied(
            "User '\(context.caller.arn)' is not authorized to perform '\(actions[0][0])' on "
                + "resource '\(identity.arn)'")
    }

    /// What has to be allowed: all of these, of each one alternative.
    ///
    /// v2 asks for its own operation, and for what the content makes of it. Its bulk sending goes by
    /// the name of either version.
    var actions: [[String]] {
        switch (context.door, operation) {
        case (.apiV2, "SendBulkTemplatedEmail"):
            [["ses:SendBulkEmail", "ses:SendBulkTemplatedEmail"]]
        case (.apiV2, "SendRawEmail"): [["ses:SendRawEmail"], ["ses:SendEmail"]]
        case (.apiV2, "SendTemplatedEmail"):
            [["ses:SendEmail", "ses:SendTemplatedEmail"]]
        default: [["ses:\(operation)"]]
        }
    }

    /// What the policies of an identity are asked: once for each sender that it covers, so that
    /// nobody hides behind another who may be named; else for the author.
    func requestContexts(for identity: Target) -> [RequestContext] {
        let covered = senders.filter { identity.covers($0.mailbox) }
        guard !covered.isEmpty else { return [requestContext(from: senders.first)] }
        return Set(covered).map { requestContext(from: $0) }
    }

    func requestContext(from sender: Address?) -> RequestContext {
        var values = RequestContext()
        if let author = sender {
            values[.fromAddress] = [author.mailbox.formatted]
            if let name = author.displayName { values[.fromDisplayName] = [name] }
        }
        values[.recipients] = recipients.map(\.formatted)
        if let feedback { values[.feedbackAddress] = [feedback.formatted] }
        values[.apiVersion] = [context.door == .apiV1 ? "1" : "2"]
        values[.secureTransport] = [context.isSecure ? "true" : "false"]
        values[.requestedRegion] = [context.scope.region.description]
        if let sourceIP = context.sourceIP { values[.sourceIP] = [sourceIP] }
        if let userAgent = context.userAgent { values[.userAgent] = [userAgent] }
        return values
    }
}
