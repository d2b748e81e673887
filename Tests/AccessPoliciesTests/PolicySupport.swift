import AccessPolicies
import MailTypes
import Testing

/// The identity that most tests are about, of account 888888888888.
let identity = "arn:aws:ses:us-east-1:888888888888:identity/example.com"
let owner = "888888888888"
let delegate = "123456789012"
let noon = UnixTime(seconds: 1_537_358_400)  // 2018-09-19T12:00:00Z

func policy(
    _ text: String, as kind: PolicyDocument.Kind = .resourceBased
) throws(PolicyError) -> PolicyDocument {
    try PolicyDocument(parsing: Array(text.utf8), as: kind)
}

/// A policy of a caller that allows all of SES.
func fullAccess() throws -> PolicyDocument {
    try policy(
        #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"ses:*","Resource":"*"}}"#,
        as: .identityBased)
}

/// A policy of a caller with one statement and the given condition.
func conditional(
    _ condition: String, effect: String = "Allow", version: String = "2012-10-17"
) throws(PolicyError) -> PolicyDocument {
    try policy(
        """
        {"Version": "\(version)", "Statement": {"Effect": "\(effect)", "Action": "*",
        "Resource": "*", "Condition": \(condition)}}
        """, as: .identityBased)
}

func request(
    by principal: AccessPrincipal = .user("Jane", account: delegate),
    _ action: String = "ses:SendEmail", on resource: String = identity,
    _ context: [ContextKey: [String]] = [:], at time: UnixTime = noon
) -> AccessRequest {
    AccessRequest(
        principal: principal, action: action, resource: resource,
        context: RequestContext(context), time: time)
}

/// Whether a condition in an Allow holds for a request of the owner's with these keys.
func holds(
    _ condition: String, _ context: [ContextKey: [String]], by principal: AccessPrincipal? = nil,
    version: String = "2012-10-17"
) throws -> Bool {
    let evaluator = AccessEvaluator(
        identityBased: [try conditional(condition, version: version)])
    let request = request(
        by: principal ?? .user("Jane", account: owner), "ses:SendEmail", on: identity, context)
    let decision = evaluator.decision(on: request)
    #expect(evaluator.trace(of: request).decision == decision)
    return decision.isAllowed
}
