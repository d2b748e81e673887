import AccessPolicies
import Testing

@Suite struct ConditionTests {
    /// Operator, values of the policy, value of the request, and whether the condition holds.
    @Test(arguments: [
        ("StringEquals", #""a""#, "a", true),
        ("StringEquals", #""a""#, "A", false),
        ("StringEquals", #"["b","a"]"#, "a", true),
        ("StringEquals", #""a*""#, "ab", false),
        ("StringEquals", #""a*""#, "a*", true),
        ("StringEquals", #""""#, "", true),
        ("StringEquals", "[]", "a", false),
        ("StringEquals", "12", "12", true),
        ("StringNotEquals", #"["a","b"]"#, "a", false),
        ("StringNotEquals", #"["a","b"]"#, "c", true),
        ("StringNotEquals", "[]", "c", true),
        ("StringEqualsIgnoreCase", #""aB""#, "Ab", true),
        ("StringEqualsIgnoreCase", #""aB""#, "AbC", false),
        ("StringNotEqualsIgnoreCase", #""aB""#, "Ab", false),
        ("StringLike", #""*@example.com""#, "a@example.com", true),
        ("StringLike", #""*@example.com""#, "a@example.com.org", false),
        ("StringLike", #""*@example.com""#, "a@Example.com", false),
        ("StringLike", #""t?.*""#, "t2.small", true),
        ("StringLike", #""t?.*""#, "t.small", false),
        ("StringLike", #""?""#, "é", true),
        ("StringLike", #""??""#, "é", false),
        ("StringLike", #""*??""#, "é", false),
        ("StringLike", #""*""#, "", true),
        ("StringNotLike", #""*admin*example.com""#, "sender@admin.example.com", false),
        ("StringNotLike", #""*admin*example.com""#, "sender@example.com", true),
        ("stringlike", #""a*""#, "ab", true),
        ("NumericEquals", #""10""#, "10.0", true),
        ("NumericEquals", "10", "+010", true),
        ("NumericEquals", "0", "-0.00", true),
        ("NumericEquals", #""9007199254740993""#, "9007199254740992", false),
        ("NumericEquals", "10", "ten", false),
        ("NumericNotEquals", "10", "11", true),
        ("NumericNotEquals", "10", "10", false),
        ("NumericLessThan", "10", "9.99", true),
        ("NumericLessThan", "10", "10", false),
        ("NumericLessThan", "-2", "-10", true),
        ("NumericLessThan", "[1, 5]", "3", true),
        ("NumericLessThanEquals", "10", "10", true),
        ("NumericGreaterThan", "1.25", "1.3", true),
        ("NumericGreaterThan", "1.25", "1.2", false),
        ("NumericGreaterThanEquals", "1.25", "1.250", true),
        ("DateEquals", #""2020-01-01T00:00:00Z""#, "2020-01-01T01:00:00+01:00", true),
        ("DateEquals", #""2020""#, "2020-01-01", true),
        ("DateEquals", #""2020-02""#, "20200201T000000Z", true),
        ("DateNotEquals", #""2020-01-01""#, "2020-01-02", true),
        ("DateLessThan", #""2018-10-01T12:00Z""#, "2018-10-01T11:59:59.999Z", true),
        ("DateLessThan", #""2018-10-01T12:00Z""#, "2018-10-01T12:00:00Z", false),
        ("DateLessThanEquals", #""2018-10-01T12:00Z""#, "2018-10-01T12:00:00Z", true),
        ("DateGreaterThan", "1538395200", "2018-10-01T12:00:00.001Z", true),
        ("DateGreaterThan", "1538395200", "1538395200", false),
        ("DateGreaterThanEquals", "1538395200", "1538395200", true),
        ("DateGreaterThan", "1538395200", "soon", false),
        ("Bool", "true", "TRUE", true),
        ("Bool", #""False""#, "false", true),
        ("Bool", "true", "false", false),
        ("BinaryEquals", #""QmluYXJ5VmFsdWVJbkJhc2U2NA==""#, "QmluYXJ5VmFsdWVJbkJhc2U2NA==", true),
        ("BinaryEquals", #""QmluYXJ5""#, "QmluYXJz", false),
        ("IpAddress", #""203.0.113.0/24""#, "203.0.113.255", true),
        ("IpAddress", #""203.0.113.0/24""#, "203.0.114.0", false),
        ("IpAddress", #""203.0.113.77/25""#, "203.0.113.1", true),
        ("IpAddress", #""203.0.113.7""#, "203.0.113.7", true),
        ("IpAddress", #""203.0.113.7""#, "203.0.113.8", false),
        ("IpAddress", #""0.0.0.0/0""#, "2001:db8::1", false),
        ("IpAddress", #""2001:DB8:1234:5678::/64""#, "2001:db8:1234:5678::9", true),
        ("IpAddress", #""2001:DB8:1234:5678::/64""#, "2001:db8:1234:5679::9", false),
        ("IpAddress", #""2001:db8::/33""#, "2001:db8:8000::", false),
        ("IpAddress", #""::ffff:203.0.113.0/120""#, "203.0.113.9", true),
        ("IpAddress", #""203.0.113.0/24""#, "here", false),
        ("NotIpAddress", #"["10.0.0.0/8","203.0.113.0/24"]"#, "203.0.113.1", false),
        ("NotIpAddress", #"["10.0.0.0/8","203.0.113.0/24"]"#, "192.0.2.1", true),
        (
            "ArnEquals", #""arn:aws:sns:*:123456789012:a*""#,
            "arn:aws:sns:eu-west-1:123456789012:ab", true
        ),
        (
            "ArnLike", #""arn:aws:sns:*:123456789012:a*""#, "arn:aws:sns:eu-west-1:123456789012:ba",
            false
        ),
        ("ArnLike", #""arn:*""#, "arn:aws:sns:eu-west-1:123456789012:ba", false),
        ("ArnLike", #""*""#, "arn:aws:sns:eu-west-1:123456789012:ba", true),
        ("ArnLike", #""arn:aws:s3:::a""#, "no arn", false),
        ("ArnNotEquals", #""arn:aws:s3:::a""#, "arn:aws:s3:::b", true),
        ("ArnNotLike", #""arn:aws:s3:::*""#, "arn:aws:s3:::b", false),
        // IAM User Guide, “ARN condition operators”: parts between colons are compared one by one.
        (
            "ArnLike", #""arn:aws:someservice:*:111122223333:finance/*""#,
            "arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt",
            false
        ),
        (
            "StringLike", #""arn:aws:someservice:*:111122223333:finance/*""#,
            "arn:aws:someservice:us-east-2:999999999999:store/abc:111122223333:finance/document.txt",
            true
        ),
    ])
    func compares(name: String, values: String, value: String, result: Bool) throws {
        let condition = #"{"\#(name)":{"test:Key":\#(values)}}"#
        #expect(try holds(condition, ["TEST:key": [value]]) == result)
    }

    /// IAM User Guide, “Condition operators” and “Multivalued context keys”: without the key,
    /// negated operators hold, `ForAllValues` holds and `ForAnyValue` does not.
    @Test(arguments: [
        ("StringEquals", #""a""#, false),
        ("StringLike", #""*""#, false),
        ("StringNotEquals", #""a""#, true),
        ("StringNotLike", #""*""#, true),
        ("NumericEquals", "1", false),
        ("NumericNotEquals", "1", true),
        ("NumericLessThan", "1", false),
        ("DateEquals", "1", false),
        ("DateNotEquals", "1", true),
        ("Bool", "false", false),
        ("BinaryEquals", #""YQ==""#, false),
        ("IpAddress", #""10.0.0.0/8""#, false),
        ("NotIpAddress", #""10.0.0.0/8""#, true),
        ("ArnEquals", #""*""#, false),
        ("ArnNotEquals", #""*""#, true),
        ("Null", "true", true),
        ("Null", #""false""#, false),
        ("StringEqualsIfExists", #""a""#, true),
        ("StringNotEqualsIfExists", #""a""#, true),
        ("BoolIfExists", "true", true),
        ("ForAllValues:StringEquals", #""a""#, true),
        ("ForAllValues:StringNotEquals", #""a""#, true),
        ("ForAllValues:StringEquals", "[]", true),
        ("ForAnyValue:StringEquals", #""a""#, false),
        ("ForAnyValue:StringNotEquals", #""a""#, false),
        ("ForAnyValue:StringLike", #""*""#, false),
        ("ForAnyValue:StringEqualsIfExists", #""a""#, true),
        ("ForAllValues:StringEqualsIfExists", #""a""#, true),
    ])
    func knowsWhatAMissingKeyMeans(name: String, values: String, result: Bool) throws {
        let condition = #"{"\#(name)":{"test:Key":\#(values)}}"#
        #expect(try holds(condition, [:]) == result)
        // A key without values says as little.
        #expect(try holds(condition, ["test:Key": []]) == result)
    }

    @Test(arguments: [
        // The request of the IAM User Guide's page on set operators.
        (
            "ForAllValues:StringLike", #"["PostDateTime","Message","Tags"]"#,
            ["PostDateTime", "UserName"], false
        ),
        (
            "ForAllValues:StringLike", #"["PostDateTime","Message","Tags"]"#,
            ["PostDateTime", "Message"], true
        ),
        (
            "ForAnyValue:StringLike", #"["ID","PostDateTime"]"#,
            ["UserName", "Message", "PostDateTime"], true
        ),
        ("ForAnyValue:StringLike", #"["ID","PostDateTime"]"#, ["UserName"], false),
        ("ForAllValues:StringNotLike", #""key1*""#, ["key2", "key3"], true),
        ("ForAllValues:StringNotLike", #""key1*""#, ["key1:legal", "key2"], false),
        ("ForAnyValue:StringNotEquals", #"["a","b"]"#, ["a", "c"], true),
        ("ForAnyValue:StringNotEquals", #"["a","b"]"#, ["a", "b"], false),
        ("ForAllValues:StringEquals", #""a""#, [""], true),
        ("ForAnyValue:StringEquals", #""""#, [""], false),
        ("ForAllValues:StringEquals", #""a""#, ["", "a"], false),
        ("ForAnyValue:NumericLessThan", "5", ["9", "4"], true),
        ("ForAllValues:NumericLessThan", "5", ["9", "4"], false),
        ("ForAnyValue:IpAddress", #""10.0.0.0/8""#, ["192.0.2.1", "10.1.1.1"], true),
        ("foranyvalue:stringequalsifexists", #""a""#, ["b", "a"], true),
        ("Null", "true", ["a"], false),
        ("Null", "false", ["a", "b"], true),
        ("Null", "true", [""], true),
        ("ForAnyValue:Null", "false", ["a"], true),
        // No prefix, several values: an Allow wants all of them.
        ("StringEquals", #""a""#, ["a", "b"], false),
        ("StringEquals", #""a""#, ["a", "a"], true),
        ("StringNotEquals", #""a""#, ["a", "b"], false),
    ])
    func comparesSets(name: String, values: String, found: [String], result: Bool) throws {
        let condition = #"{"\#(name)":{"test:Key":\#(values)}}"#
        #expect(try holds(condition, ["test:Key": found]) == result)
    }

    @Test func deniesForOneOfSeveralValuesWithoutPrefix() throws {
        let deny = try conditional(
            #"{"StringLike":{"ses:Recipients":"*@blocked.example"}}"#, effect: "Deny")
        let evaluator = AccessEvaluator(identityBased: [try fullAccess(), deny])
        let recipients = ["a@blocked.example", "b@example.org"]
        let decision = evaluator.decision(
            on: request(
                by: .root(account: owner), "ses:SendEmail", on: identity, [.recipients: recipients])
        )
        #expect(
            decision
                == .explicitDeny(
                    .init(kind: .identityBased, policy: 1, statement: 0, sid: nil)))
    }

    /// Operators and keys are all wanted, values are alternatives.
    @Test(
        arguments: [
            (["a:x": ["1"], "a:y": ["2"]], true),
            (["a:x": ["9"], "a:y": ["2"]], true),
            (["a:x": ["1"]], false),
            (["a:x": ["1"], "a:y": ["2"], "a:z": ["-"]], false),
        ] as [([ContextKey: [String]], Bool)])
    func joinsKeysAndOperators(context: [ContextKey: [String]], result: Bool) throws {
        let condition =
            #"{"StringEquals":{"a:x":["1","9"],"a:y":"2"},"StringNotLike":{"a:z":"*"}}"#
        #expect(try holds(condition, context) == result)
    }

    // MARK: Variables

    @Test(arguments: [
        (#""home/${aws:username}/*""#, "home/Jane/x", true),
        (#""home/${AWS:UserName}/*""#, "home/John/x", false),
        (#""${*}${?}${$}{x}""#, "*?${x}", true),
        (#""${*}""#, "a", false),
        (#""${test:none, 'anonymous'}""#, "anonymous", true),
        (#""${test:none,'anonymous'}""#, "anonymous", true),
        (#""${aws:username, 'anonymous'}""#, "anonymous", false),
        (#""${test:none}""#, "", false),
        (#"["${test:none}","a"]"#, "a", true),
        (#""${test:star}""#, "*", true),
        (#""${test:star}""#, "anything", false),
        (#""$aws:username $""#, "$aws:username $", true),
    ])
    func fillsInVariables(values: String, value: String, result: Bool) throws {
        let context: [ContextKey: [String]] = ["test:Key": [value], "test:star": ["*"]]
        #expect(try holds(#"{"StringLike":{"test:Key":\#(values)}}"#, context) == result)
    }

    @Test func failsWhereAVariableHasNoValue() throws {
        let context: [ContextKey: [String]] = ["test:Key": ["a"], .recipients: ["a"]]
        #expect(try !holds(#"{"StringNotLike":{"test:Key":"${test:none}"}}"#, context))
        #expect(try !holds(#"{"StringNotEquals":{"test:Key":["b","${test:none}"]}}"#, context))
        // A multi-valued key is no variable, even if it has one value.
        #expect(try !holds(#"{"StringEquals":{"test:Key":"${ses:Recipients}"}}"#, context))
        #expect(try holds(#"{"StringEqualsIfExists":{"test:no":"${test:none}"}}"#, context))
    }

    @Test func takesVariablesLiterallyInTheOldVersion() throws {
        let condition = #"{"StringEquals":{"test:Key":"${aws:username}"}}"#
        let literal: [ContextKey: [String]] = ["test:Key": ["${aws:username}"]]
        #expect(try holds(condition, literal, version: "2008-10-17"))
        #expect(try !holds(condition, literal))
        #expect(try holds(condition, ["test:Key": ["Jane"]]))
    }

    @Test func fillsInVariablesOfARNsAndWords() throws {
        let context: [ContextKey: [String]] = [
            "test:Key": ["arn:aws:iam::1:user/Jane"], "test:Flag": ["true"], "test:on": ["TRUE"],
        ]
        #expect(
            try holds(#"{"ArnLike":{"test:Key":"arn:aws:iam::1:user/${aws:username}"}}"#, context))
        #expect(try holds(#"{"Bool":{"test:Flag":"${test:on}"}}"#, context))
        #expect(
            try holds(#"{"StringEqualsIgnoreCase":{"test:Flag":"${test:on}"}}"#, context))
    }

    /// `*` is gone back to at the last place only: time grows with the product of the lengths.
    @Test func matchesPatternsOfManyStars() throws {
        let stars = String(repeating: "a*", count: 2000) + "b"
        let value = String(repeating: "a", count: 100_000)
        #expect(try !holds(#"{"StringLike":{"test:Key":"\#(stars)"}}"#, ["test:Key": [value]]))
        #expect(try holds(#"{"StringLike":{"test:Key":"\#(stars)"}}"#, ["test:Key": [value + "b"]]))
    }

    /// All short patterns against all short values, beside the definition of `*` and `?`.
    @Test func matchesAsTheDefinitionSays() throws {
        func texts(of letters: [Character], upTo length: Int) -> [String] {
            var all = [""]
            var last = [""]
            for _ in 0..<length {
                last = last.flatMap { text in letters.map { text + String($0) } }
                all += last
            }
            return all
        }
        func matches(_ pattern: Substring, _ value: Substring) -> Bool {
            guard let first = pattern.first else { return value.isEmpty }
            let rest = pattern.dropFirst()
            if first == "*" {
                return matches(rest, value)
                    || (!value.isEmpty && matches(pattern, value.dropFirst()))
            }
            return !value.isEmpty && (first == "?" || first == value.first)
                && matches(rest, value.dropFirst())
        }
        let requests = texts(of: ["a", "b"], upTo: 4).map { value in
            (
                value,
                request(by: .user("Jane", account: owner), "a:b", on: "*", ["test:Key": [value]])
            )
        }
        for pattern in texts(of: ["a", "b", "*", "?"], upTo: 4) {
            let condition = #"{"StringLike":{"test:Key":"\#(pattern)"}}"#
            let evaluator = AccessEvaluator(identityBased: [try conditional(condition)])
            for (value, request) in requests
            where evaluator.decision(on: request).isAllowed != matches(pattern[...], value[...]) {
                Issue.record("\(pattern) and \(value)")
            }
        }
    }
}
