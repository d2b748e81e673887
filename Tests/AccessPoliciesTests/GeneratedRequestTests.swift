import AccessPolicies
import Testing

/// Policies and requests made at random from few words, so that they often meet.
private struct Generator {
    var state: UInt64

    mutating func next(_ count: Int) -> Int {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return Int(state % UInt64(count))
    }

    mutating func pick<Item>(_ items: [Item]) -> Item { items[next(items.count)] }

    mutating func some(_ items: [String], upTo limit: Int) -> [String] {
        (0...next(limit)).map { _ in pick(items) }
    }

    mutating func list(_ items: [String]) -> String {
        "[\(some(items, upTo: 2).map { "\"\($0)\"" }.joined(separator: ","))]"
    }

    mutating func condition() -> String {
        let prefix = pick(["", "", "ForAllValues:", "ForAnyValue:"])
        let suffix = pick(["", "", "IfExists"])
        let (name, values) = pick([
            ("StringEquals", ["a", "b", "${aws:username}"]), ("StringNotEquals", ["a", "${x:n}"]),
            ("StringLike", ["a*", "*b", "?", "${aws:username}*"]), ("StringNotLike", ["a*", "b"]),
            ("StringEqualsIgnoreCase", ["A", "B"]), ("NumericLessThan", ["5", "7"]),
            ("NumericNotEquals", ["5"]), ("Bool", ["true", "false"]),
            ("DateGreaterThan", ["2018", "2030"]), ("IpAddress", ["10.0.0.0/8", "::/0"]),
            ("NotIpAddress", ["10.0.0.0/8"]),
            ("ArnLike", ["arn:aws:iam::*:user/Jane", "arn:aws:iam::*:*"]),
            ("ArnNotEquals", ["arn:aws:iam::123456789012:root"]),
        ])
        let key = pick(["x:k", "x:m", "x:n", "aws:CurrentTime", "aws:PrincipalArn", "aws:username"])
        return "\"\(prefix)\(name)\(suffix)\":{\"\(key)\":\(list(values))}"
    }

    mutating func statement(_ kind: PolicyDocument.Kind) -> String {
        var members = [
            "\"Effect\":\"\(pick(["Allow", "Allow", "Deny"]))\"",
            "\"\(pick(["Action", "Action", "NotAction"]))\":"
                + list(["ses:SendEmail", "ses:Send*", "*", "ses:Get*"]),
            "\"\(pick(["Resource", "Resource", "NotResource"]))\":"
                + list(["*", "arn:aws:ses:*:*:identity/a.*", "arn:aws:ses:r:1:identity/b.example"]),
            "\"Condition\":{\(next(2) == 0 ? condition() : "")}",
        ]
        if kind == .resourceBased {
            members.append(
                "\"\(pick(["Principal", "Principal", "NotPrincipal"]))\":{\"AWS\":"
                    + list([
                        "*", "123456789012", "888888888888", "arn:aws:iam::123456789012:user/Jane",
                        "arn:aws:iam::888888888888:role/r",
                    ]) + "}")
        }
        return "{\(members.joined(separator: ","))}"
    }

    mutating func policy(_ kind: PolicyDocument.Kind) throws -> PolicyDocument {
        let statements = (0...next(3)).map { _ in statement(kind) }.joined(separator: ",")
        let text = #"{"Version":"2012-10-17","Statement":[\#(statements)]}"#
        return try PolicyDocument(parsing: Array(text.utf8), as: kind)
    }

    mutating func request() -> AccessRequest {
        let account = pick([delegate, owner])
        let principal = pick([
            AccessPrincipal.root(account: account), .user("Jane", account: account),
            .user("a", account: account), .role("r", session: "s", account: account),
            .service("cognito-idp.amazonaws.com"),
        ])
        var context: [ContextKey: [String]] = [:]
        let values = ["", "a", "b", "ab", "5", "6", "true", "10.1.1.1", "2020-01-01T00:00:00Z"]
        for key: ContextKey in ["x:k", "x:m"] where next(3) > 0 {
            context[key] = next(8) == 0 ? [] : some(values, upTo: 2)
        }
        return AccessRequest(
            principal: principal, action: pick(["ses:SendEmail", "ses:GetAccount"]),
            resource: pick([
                "*", "arn:aws:ses:r:888888888888:identity/a.example",
                "arn:aws:ses:r:123456789012:identity/b.example",
            ]), context: RequestContext(context), time: noon)
    }
}

@Suite struct GeneratedRequestTests {
    /// The decision and its trace agree, and the trace's statements account for the decision.
    @Test(arguments: [1, 20_181_001, 77])
    func decidesAsTheTraceSays(seed: UInt64) throws {
        var generator = Generator(state: seed)
        var outcomes: [Int] = [0, 0, 0]
        for round in 0..<400 {
            let evaluator = AccessEvaluator(
                identityBased: try (0..<generator.next(3)).map { _ in
                    try generator.policy(.identityBased)
                },
                resourceBased: try (0..<generator.next(3)).map { _ in
                    try generator.policy(.resourceBased)
                },
                sameAccountRule: generator.pick([.eitherAllows, .identityBasedAllows]))
            for _ in 0..<4 {
                let request = generator.request()
                let decision = evaluator.decision(on: request)
                let trace = evaluator.trace(of: request)
                #expect(trace.decision == decision, "seed \(seed), round \(round)")
                let applying = trace.statements.filter(\.applies)
                let denies = applying.first { $0.effect == .deny }
                switch decision {
                case .explicitDeny(let statement):
                    #expect(denies?.reference == statement)
                    outcomes[0] += 1
                case .allow(let grant):
                    #expect(denies == nil)
                    for statement in [grant.identityBased, grant.resourceBased].compactMap({ $0 }) {
                        #expect(applying.contains { $0.reference == statement })
                    }
                    outcomes[1] += 1
                case .implicitDeny:
                    #expect(denies == nil)
                    outcomes[2] += 1
                }
            }
        }
        #expect(outcomes.allSatisfy { $0 > 50 }, "all kinds of outcomes are met: \(outcomes)")
    }
}
