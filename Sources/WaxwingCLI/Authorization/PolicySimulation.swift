import AccessPolicies
import MailMessage
import MailTypes
import WaxwingCore

/// Calls as the service would judge them: with the caller's own policies, those of the identity, and
/// what is known of each call. ``PolicySendAuthorizer`` is the judge of calls that are made.
struct PolicySimulation: Sendable {
    /// A policy by the name of its file.
    struct Policy: Sendable {
        let file: String
        let document: PolicyDocument
    }

    let caller: AccessPrincipal
    let identity: IdentityName
    let owner: Scope
    /// Nil where no author is given: of a domain nobody knows which of its addresses will send.
    let author: Address?
    let callerPolicies: [Policy]
    let identityPolicies: [Policy]
    let traces: [(action: String, trace: AccessTrace)]
    let alignment: AlignmentForecast

    /// What a call is known by.
    struct Call: Sendable {
        var author: Address?
        var recipients: [Mailbox] = []
        /// The author's address unless another is given.
        var feedback: Mailbox?
        var sourceIP: String?
        var apiVersion = 2
        var isSecure = true
        var time: UnixTime
    }

    init(
        caller: AccessPrincipal, identity: IdentityName, owner: Scope, actions: [String],
        callerPolicies: [Policy], identityPolicies: [Policy], call: Call,
        mailFromDomain: DomainName? = nil
    ) {
        self.caller = caller
        self.identity = identity
        self.owner = owner
        self.callerPolicies = callerPolicies
        self.identityPolicies = identityPolicies
        var call = call
        if call.author == nil, case .address(let mailbox) = identity {
            call.author = Address(mailbox: mailbox)
        }
        author = call.author
        let evaluator = AccessEvaluator(
            identityBased: callerPolicies.map(\.document),
            resourceBased: identityPolicies.map(\.document),
            sameAccountRule: .identityBasedAllows)
        let context = call.context(in: owner.region)
        let resource = owner.arn("identity", identity.description)
        traces = actions.map { action in
            let request = AccessRequest(
                principal: caller, action: action, resource: resource, context: context,
                time: call.time)
            return (action, evaluator.trace(of: request))
        }
        alignment = AlignmentForecast(
            identity: identity, authorDomain: call.author?.mailbox.domain ?? identity.domain,
            mailFromDomain: mailFromDomain)
    }

    var identityARN: String { owner.arn("identity", identity.description) }

    /// Whether the author is one of the identity's: mail from others is refused before any policy
    /// is asked.
    var coversAuthor: Bool {
        guard let author else { return true }
        return IdentityDirectory.names(covering: author.mailbox).contains(identity)
    }

    var isAllowed: Bool { coversAuthor && traces.allSatisfy(\.trace.decision.isAllowed) }

    /// The file that a statement stands in.
    func file(of reference: StatementReference) -> String {
        let policies = reference.kind == .identityBased ? callerPolicies : identityPolicies
        return policies.indices.contains(reference.policy) ? policies[reference.policy].file : ""
    }
}

extension PolicySimulation.Call {
    fileprivate func context(in region: Region) -> RequestContext {
        var context = RequestContext()
        if let author {
            context[.fromAddress] = [author.mailbox.formatted]
            if let name = author.displayName { context[.fromDisplayName] = [name] }
        }
        if !recipients.isEmpty { context[.recipients] = recipients.map(\.formatted) }
        if let feedback = feedback ?? author?.mailbox {
            context[.feedbackAddress] = [feedback.formatted]
        }
        context[.apiVersion] = [String(apiVersion)]
        context[.secureTransport] = [isSecure ? "true" : "false"]
        context[.requestedRegion] = [region.description]
        if let sourceIP { context[.sourceIP] = [sourceIP] }
        return context
    }
}
