import AccessPolicies
import MailTypes

extension FuzzTarget {
    /// Policies, and requests judged by them: what is read is read again from its compact form, and
    /// a decision and its trace agree. What follows a zero byte becomes values of the request.
    static let accessPolicies = FuzzTarget("accessPolicies") { bytes in
        let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false)
        let values = (parts.count > 1 ? parts[1] : bytes.prefix(64))
            .split(separator: 0, maxSplits: 4, omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
        var evaluator = AccessEvaluator()
        for kind in [PolicyDocument.Kind.identityBased, .resourceBased] {
            guard let policy = try? PolicyDocument(parsing: Array(parts[0]), as: kind) else {
                continue
            }
            require(
                (try? PolicyDocument(parsing: Array(policy.formatted.utf8), as: kind)) == policy,
                "a policy reads as it was written")
            switch kind {
            case .identityBased: evaluator.identityBased = [policy]
            case .resourceBased: evaluator.resourceBased = [policy]
            }
        }
        for request in requests(values) {
            require(
                evaluator.decision(on: request) == evaluator.trace(of: request).decision,
                "a decision and its trace agree")
            _ = evaluator.trace(of: request).description
        }
        _ = try? SESIdentityPolicyRules(identityARN: requestedIdentity).read(Array(parts[0]))
    }

    private static let requestedIdentity = "arn:aws:ses:us-east-1:888888888888:identity/example.com"

    private static func requests(_ values: [String]) -> [AccessRequest] {
        let callers: [AccessPrincipal] = [
            .user("Jane", account: "123456789012"),
            .role("app", session: "s", account: "888888888888"),
            .service("cognito-idp.amazonaws.com"),
        ]
        return callers.map { caller in
            var context = RequestContext([
                .recipients: values, .fromAddress: [values.first ?? ""],
                .sourceIP: ["203.0.113.9"], .secureTransport: ["true"],
            ])
            context["test:Key"] = [values.last ?? ""]
            return AccessRequest(
                principal: caller, action: "ses:SendEmail", resource: requestedIdentity,
                context: context, time: UnixTime(seconds: 1_537_358_400))
        }
    }
}
