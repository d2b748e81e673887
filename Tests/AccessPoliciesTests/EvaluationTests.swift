import AccessPolicies
import Testing

@Suite struct EvaluationTests {
    private static func statement(
        _ effect: String = "Allow", principal: String = #"{"AWS":"123456789012"}"#,
        action: String = "ses:SendEmail", sid: String = "S"
    ) -> String {
        #"{"Sid":"\#(sid)","Effect":"\#(effect)","Principal":\#(principal),"#
            + #""Action":"\#(action)","Resource":"\#(identity)"}"#
    }

    private static func ofResource(_ statements: String...) throws -> PolicyDocument {
        try policy(
            #"{"Version":"2012-10-17","Statement":[\#(statements.joined(separator: ","))]}"#)
    }

    private static func ofCaller(_ effect: String = "Allow") throws -> PolicyDocument {
        try policy(
            #"{"Statement":{"Effect":"\#(effect)","Action":"ses:Send*","Resource":"*"}}"#,
            as: .identityBased)
    }

    private static let callersStatement = StatementReference(
        kind: .identityBased, policy: 0, statement: 0, sid: nil)
    private static let resourcesStatement = StatementReference(
        kind: .resourceBased, policy: 0, statement: 0, sid: "S")

    /// IAM User Guide, “Cross-account policy evaluation logic”: both sides have to allow.
    @Test(arguments: [
        (
            true, true,
            AccessDecision.allow(
                .init(identityBased: callersStatement, resourceBased: resourcesStatement))
        ),
        (true, false, .implicitDeny(.resourceBased)),
        (false, true, .implicitDeny(.identityBased)),
        (false, false, .implicitDeny(.both)),
    ])
    func wantsBothSidesAcrossAccounts(
        caller: Bool, resource: Bool, decision: AccessDecision
    ) throws {
        let evaluator = AccessEvaluator(
            identityBased: caller ? [try Self.ofCaller()] : [],
            resourceBased: resource ? [try Self.ofResource(Self.statement())] : [])
        #expect(evaluator.decision(on: request()) == decision)
    }

    /// IAM User Guide, “Evaluating identity-based policies with resource-based policies”: within an
    /// account either side is enough; a statement that names the account only passes it on.
    @Test(arguments: [
        ("*", false, true), (#"{"AWS":"arn:aws:iam::888888888888:user/Jane"}"#, false, true),
        (#"{"AWS":"888888888888"}"#, false, false), (#"{"AWS":"888888888888"}"#, true, true),
        (#"{"AWS":"arn:aws:iam::888888888888:user/John"}"#, false, false),
        (#"{"AWS":"arn:aws:iam::888888888888:user/John"}"#, true, true),
    ])
    func wantsOneSideWithinAnAccount(principal: String, caller: Bool, isAllowed: Bool) throws {
        let principal = principal == "*" ? #""*""# : principal
        var evaluator = AccessEvaluator(
            identityBased: caller ? [try Self.ofCaller()] : [],
            resourceBased: [try Self.ofResource(Self.statement(principal: principal))])
        let request = request(by: .user("Jane", account: owner))
        #expect(evaluator.decision(on: request).isAllowed == isAllowed)
        evaluator.sameAccountRule = .identityBasedAllows
        #expect(evaluator.decision(on: request).isAllowed == caller)
    }

    @Test(arguments: [AccessEvaluator.SameAccountRule.eitherAllows, .identityBasedAllows])
    func deniesWhateverElseAllows(rule: AccessEvaluator.SameAccountRule) throws {
        let allow = Self.statement(principal: #""*""#, sid: "A")
        let deny = Self.statement("Deny", principal: #""*""#, sid: "D")
        let byResource = AccessDecision.explicitDeny(
            .init(kind: .resourceBased, policy: 0, statement: 1, sid: "D"))
        for caller in [AccessPrincipal.root(account: owner), .user("Jane", account: delegate)] {
            var evaluator = AccessEvaluator(
                identityBased: [try Self.ofCaller()],
                resourceBased: [try Self.ofResource(allow, deny)], sameAccountRule: rule)
            #expect(evaluator.decision(on: request(by: caller)) == byResource)
            evaluator.identityBased = [try Self.ofCaller("Deny")]
            evaluator.resourceBased = [try Self.ofResource(allow)]
            #expect(
                evaluator.decision(on: request(by: caller)) == .explicitDeny(Self.callersStatement))
        }
    }

    /// A Deny for an account denies to all in it.
    @Test func deniesToAccounts() throws {
        let evaluator = AccessEvaluator(
            identityBased: [try Self.ofCaller()],
            resourceBased: [
                try Self.ofResource(Self.statement(principal: #""*""#)),
                try Self.ofResource(Self.statement("Deny")),
            ])
        #expect(
            evaluator.decision(on: request())
                == .explicitDeny(.init(kind: .resourceBased, policy: 1, statement: 0, sid: "S")))
        #expect(evaluator.decision(on: request(by: .user("x", account: "111122223333"))).isAllowed)
    }

    @Test func letsTheRootUserDoWhatItsAccountMay() throws {
        let root = AccessPrincipal.root(account: delegate)
        var evaluator = AccessEvaluator()
        #expect(evaluator.decision(on: request(by: root)) == .implicitDeny(.resourceBased))
        #expect(
            evaluator.decision(on: request(by: .root(account: owner)))
                == .allow(.init(isAccountRoot: true)))
        evaluator.resourceBased = [try Self.ofResource(Self.statement())]
        #expect(
            evaluator.decision(on: request(by: root))
                == .allow(.init(resourceBased: Self.resourcesStatement, isAccountRoot: true)))
    }

    @Test func asksOnlyTheCallerWhereNobodyOwnsTheResource() throws {
        let evaluator = AccessEvaluator(identityBased: [try Self.ofCaller()])
        #expect(evaluator.decision(on: request(on: "*")).isAllowed)
        #expect(AccessEvaluator().decision(on: request(on: "*")) == .implicitDeny(.either))
    }

    // MARK: Principals

    private static let john = AccessPrincipal.user("John", account: "111122223333", path: "/a/")
    private static let session = AccessPrincipal.role("app", session: "s1", account: delegate)
    private static let cognito = AccessPrincipal.service("cognito-idp.amazonaws.com")

    @Test(arguments: [
        (#""*""#, john, true),
        (#"{"AWS":"*"}"#, session, true),
        (#"{"AWS":"*"}"#, cognito, true),
        (#"{"AWS":"111122223333"}"#, john, true),
        (#"{"AWS":"arn:aws:iam::111122223333:root"}"#, john, true),
        (#"{"AWS":"arn:aws:iam::123456789012:root"}"#, john, false),
        (#"{"AWS":["123456789012","arn:aws:iam::111122223333:user/a/John"]}"#, john, true),
        (#"{"AWS":"arn:aws:iam::111122223333:user/John"}"#, john, false),
        (#"{"AWS":"arn:aws:iam::111122223333:user/a/john"}"#, john, false),
        (#"{"AWS":"arn:aws:iam::123456789012:role/app"}"#, session, true),
        (#"{"AWS":"arn:aws:sts::123456789012:assumed-role/app/s1"}"#, session, true),
        (#"{"AWS":"arn:aws:sts::123456789012:assumed-role/app/s2"}"#, session, false),
        (#"{"Service":"cognito-idp.amazonaws.com"}"#, cognito, true),
        (#"{"Service":"lambda.amazonaws.com"}"#, cognito, false),
        (#"{"Service":"cognito-idp.amazonaws.com"}"#, john, false),
        (#"{"Federated":"cognito-idp.amazonaws.com"}"#, cognito, false),
        (#"{"CanonicalUser":"111122223333"}"#, john, false),
    ])
    func matchesPrincipals(
        principal: String, caller: AccessPrincipal, isAllowed: Bool
    ) throws {
        let evaluator = AccessEvaluator(
            identityBased: [try Self.ofCaller()],
            resourceBased: [try Self.ofResource(Self.statement(principal: principal))])
        let request = request(by: caller)
        #expect(evaluator.decision(on: request).isAllowed == isAllowed)
        #expect(evaluator.trace(of: request).decision.isAllowed == isAllowed)
    }

    /// IAM User Guide, “NotPrincipal”: a Deny spares those who are named; naming the account is not
    /// enough for its users. An Allow leaves out all whose account is named.
    @Test(arguments: [
        ("Deny", #"{"AWS":"arn:aws:iam::111122223333:user/a/John"}"#, true),
        ("Deny", #"{"AWS":"111122223333"}"#, false),
        ("Deny", #"{"AWS":["arn:aws:iam::111122223333:user/a/John","111122223333"]}"#, true),
        ("Deny", #"{"AWS":"123456789012"}"#, false),
        ("Allow", #"{"AWS":"123456789012"}"#, true),
        ("Allow", #"{"AWS":"111122223333"}"#, false),
        ("Allow", #"{"AWS":"arn:aws:iam::111122223333:user/a/John"}"#, false),
    ])
    func exceptsPrincipals(effect: String, principals: String, isAllowed: Bool) throws {
        let exception = Self.statement(effect, principal: principals)
            .replacing("\"Principal\"", with: "\"NotPrincipal\"")
        let allow = Self.statement(principal: #""*""#, sid: "A")
        let evaluator = AccessEvaluator(
            identityBased: [try Self.ofCaller()],
            resourceBased: [
                try effect == "Deny"
                    ? Self.ofResource(allow, exception) : Self.ofResource(exception)
            ])
        #expect(evaluator.decision(on: request(by: Self.john)).isAllowed == isAllowed)
    }

    // MARK: Actions and resources

    @Test(arguments: [
        (#""Action":"ses:SendEmail""#, "ses:SendEmail", true),
        (#""Action":"SES:sendemail""#, "ses:SendEmail", true),
        (#""Action":"ses:Send*""#, "SES:SendRawEmail", true),
        (#""Action":"ses:Send?mail""#, "ses:SendEmail", true),
        (#""Action":"ses:Send""#, "ses:SendEmail", false),
        (#""Action":["ses:GetAccount","*"]"#, "s3:GetObject", true),
        (#""NotAction":"ses:Get*""#, "ses:SendEmail", true),
        (#""NotAction":["ses:Get*","ses:SEND*"]"#, "ses:SendEmail", false),
    ])
    func matchesActions(element: String, action: String, isAllowed: Bool) throws {
        let document = try policy(
            #"{"Statement":{"Effect":"Allow","Resource":"*",\#(element)}}"#, as: .identityBased)
        let evaluator = AccessEvaluator(identityBased: [document])
        let request = request(by: .user("Jane", account: owner), action)
        #expect(evaluator.decision(on: request).isAllowed == isAllowed)
    }

    @Test(arguments: [
        (#""Resource":"\#(identity)""#, true),
        (#""Resource":"arn:aws:ses:*:888888888888:identity/*""#, true),
        (#""Resource":"arn:aws:ses:us-east-?:888888888888:identity/example.com""#, true),
        (#""Resource":"arn:aws:ses:*""#, true),
        (#""Resource":"arn:aws:ses:us-east-1:888888888888:identity/Example.com""#, false),
        (#""Resource":["arn:aws:s3:::a","*"]"#, true),
        (#""Resource":"arn:aws:ses:*:*:identity/${aws:PrincipalTag/domain}""#, true),
        (#""Resource":"arn:aws:ses:*:*:identity/${aws:PrincipalTag/other}""#, false),
        (#""Resource":"arn:aws:ses:*:*:identity/${aws:PrincipalTag/other, 'example.com'}""#, true),
        (#""NotResource":"arn:aws:ses:*:*:identity/example.org""#, true),
        (#""NotResource":"arn:aws:ses:*:*:identity/example.*""#, false),
        (#""NotResource":"arn:aws:ses:*:*:identity/${aws:PrincipalTag/other}""#, false),
    ])
    func matchesResources(element: String, isAllowed: Bool) throws {
        let document = try policy(
            #"{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*",\#(element)}}"#,
            as: .identityBased)
        var caller = AccessPrincipal.user("Jane", account: owner)
        caller.tags = ["Domain": "example.com"]
        let evaluator = AccessEvaluator(identityBased: [document])
        #expect(evaluator.decision(on: request(by: caller)).isAllowed == isAllowed)
    }

    @Test func knowsWhatFollowsFromTheCaller() {
        var caller = AccessPrincipal.role("app", session: "s1", account: delegate, path: "/x/")
        caller.uniqueID = "AROA1"
        caller.organization = .init(id: "o-1", paths: ["o-1/r-1/ou-1"])
        caller.tags = ["team": "mail"]
        let context = request(by: caller, "ses:SendEmail", on: identity, [.userAgent: ["test"]])
            .context
        let expected: [ContextKey: [String]?] = [
            .principalARN: ["arn:aws:iam::123456789012:role/x/app"],
            .principalType: ["AssumedRole"],
            .principalAccount: [delegate], .userID: ["AROA1:s1"], .username: nil,
            .principalOrgID: ["o-1"], .principalOrgPaths: ["o-1/r-1/ou-1/"],
            .principalTag("Team"): ["mail"], .userAgent: ["test"],
            .currentTime: ["2018-09-19T12:00:00.000Z"], .epochTime: ["1537358400"],
            .principalIsAWSService: ["false"],
        ]
        for (key, values) in expected { #expect(context[key] == values, "\(key)") }
        #expect(request(by: Self.cognito).context[.principalServiceName] == [Self.cognito.arn])
        #expect(request(by: .user("Jane", account: owner)).context[.username] == ["Jane"])
    }

    @Test func tellsWhyAStatementDoesNotApply() throws {
        let document = try policy(
            """
            {"Version":"2012-10-17","Statement":[
            {"Sid":"Marketing","Effect":"Allow","Principal":{"AWS":"111122223333"},
             "Action":"ses:SendRawEmail","Resource":"\(identity)",
             "Condition":{"StringLike":{"ses:FromAddress":["a@*","b@*"]},
                          "Bool":{"aws:SecureTransport":true}}},
            {"Effect":"Allow","Principal":"*","Action":"ses:Send*","Resource":"\(identity)"}]}
            """)
        let request = request(
            by: .user("Jane", account: delegate), "ses:SendEmail", on: identity,
            [.fromAddress: ["c@example.com"]])
        let trace = AccessEvaluator(resourceBased: [document]).trace(of: request)
        #expect(trace.statements.map(\.applies) == [false, true])
        #expect(
            trace.description == """
                denied: no policy of the caller allows it
                Allow in statement 0 (“Marketing”) of the resource's policy 0 does not apply
                    the principal arn:aws:iam::123456789012:user/Jane is not among 111122223333
                    the action ses:SendEmail is not among ses:SendRawEmail
                    StringLike ses:FromAddress: the request has [c@example.com], the policy [a@*, b@*]
                    Bool aws:SecureTransport: the request has nothing, the policy [true]
                Allow in statement 1 of the resource's policy 0 applies
                """)
        #expect(
            request.refusal == "User 'arn:aws:iam::123456789012:user/Jane' is not authorized to "
                + "perform 'ses:SendEmail' on resource '\(identity)'")
    }
}
