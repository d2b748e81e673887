import AccessPolicies
import JSONText
import Testing

@Suite struct PolicyDocumentTests {
    @Test func readsAllElements() throws {
        let document = try policy(
            """
            {"Id": "p1", "Version": "2012-10-17", "Statement": [
              {"Sid": "one statement", "Effect": "Allow",
               "Principal": {"AWS": ["123456789012", "arn:aws:iam::111122223333:root",
                                     "arn:aws:iam::111122223333:user/a/Jane", "*"],
                             "Service": "cognito-idp.amazonaws.com",
                             "Federated": "accounts.google.com", "CanonicalUser": "79a59df9"},
               "NotAction": ["ses:Get*"], "Resource": "\(identity)",
               "Condition": {"ForAllValues:StringLikeIfExists": {"ses:Recipients": ["a", "b"]},
                             "NumericEquals": {"x:n": [1, 1.5]}, "Bool": {"x:b": true}}},
              {"Effect": "Deny", "NotPrincipal": {"AWS": "123456789012"}, "Action": "*",
               "NotResource": ["*"]}]}
            """)
        #expect(document.id == "p1")
        #expect(document.version == .v2012)
        let first = document.statements[0]
        #expect(first.sid == "one statement")
        #expect(first.effect == .allow)
        #expect(first.principals?.scope == .only)
        #expect(
            first.principals?.listed == [
                .account("123456789012"), .account("111122223333"),
                .arn("arn:aws:iam::111122223333:user/a/Jane"), .everyone,
                .service("cognito-idp.amazonaws.com"), .federated("accounts.google.com"),
                .canonicalUser("79a59df9"),
            ])
        #expect(first.actions == (.allBut, ["ses:Get*"]))
        #expect(first.resources == (.only, [identity]))
        #expect(first.conditions.map(\.values) == [["a", "b"], ["1", "1.5"], ["true"]])
        #expect(first.conditions.map(\.key) == ["SES:recipients", "x:n", "x:b"])
        #expect(document.statements[1].principals?.scope == .allBut)
        #expect(document.statements[1].resources == (.allBut, ["*"]))
    }

    @Test func keepsOrderAndLettersWhenFormatted() throws {
        let text = """
            { "Statement" : { "Resource" : "*",\t"Action" : ["ses:SendEmail"],
              "Effect" : "Deny", "Principal" : "*", "Sid" : "a \\" b\\u0041 c" }, "Id" : "x\\/ y" }
            """
        let document = try policy(text)
        #expect(
            document.formatted == #"{"Statement":{"Resource":"*","Action":["ses:SendEmail"],"#
                + #""Effect":"Deny","Principal":"*","Sid":"a \" b\u0041 c"},"Id":"x\/ y"}"#)
        #expect(try policy(document.formatted) == document)
        let tree = try JSON.parse(Array(text.utf8))
        #expect(
            try PolicyDocument(parsing: tree, as: .resourceBased).statements
                == document.statements)
    }

    @Test func isTheOldVersionWithoutOne() throws {
        #expect(
            try policy(
                #"{"Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}"#,
                as: .identityBased
            ).version == .v2008)
    }

    private static let statement =
        #""Effect":"Allow","Principal":"*","Action":"ses:SendEmail","Resource":"*""#

    @Test(arguments: [
        ("", "Syntax errors in policy. (expected a value at byte 0)"),
        ("[]", "Syntax errors in policy. (expected an object)"),
        ("{}", "Missing required field Statement"),
        (
            #"{"Statement":[]}"#,
            "Syntax errors in policy. (Statement: expected at least one statement)"
        ),
        (
            #"{"Statement":7}"#,
            "Syntax errors in policy. (Statement: expected a statement or a list of them)"
        ),
        (
            #"{"Version":"2012-10-18","Statement":{\#(statement)}}"#,
            "Syntax errors in policy. (Version: expected 2012-10-17 or 2008-10-17)"
        ),
        (
            #"{"version":"2012-10-17","Statement":{\#(statement)}}"#,
            "Syntax errors in policy. (version: expected one of Id, Statement, Version)"
        ),
        (
            #"{"Id":1,"Statement":{\#(statement)}}"#,
            "Syntax errors in policy. (Id: expected a string)"
        ),
        (
            #"{"Statement":[{\#(statement)},{"Effect":"allow","Principal":"*"}]}"#,
            "Syntax errors in policy. (Statement[1].Effect: expected Allow or Deny)"
        ),
        (
            #"{"Statement":{\#(statement),"Effect":"Deny"}}"#,
            "Syntax errors in policy. (Statement[0].Effect: expected the member once)"
        ),
        (
            #"{"Statement":{"Principal":"*","Action":"*","Resource":"*"}}"#,
            "Missing required field Effect (Statement[0])"
        ),
        (
            #"{"Statement":{"Effect":"Deny","Action":"*","Resource":"*"}}"#,
            "Missing required field Principal (Statement[0])"
        ),
        (
            #"{"Statement":{"Effect":"Deny","Principal":"*","Resource":"*"}}"#,
            "Policy statement must contain actions. (Statement[0])"
        ),
        (
            #"{"Statement":{"Effect":"Deny","Principal":"*","Action":"*","Resource":[]}}"#,
            "Policy statement must contain resources. (Statement[0])"
        ),
        (
            #"{"Statement":{\#(statement),"NotAction":"*"}}"#,
            "Syntax errors in policy. (Statement[0].Action: expected Action or NotAction, not both)"
        ),
        (
            #"{"Statement":[{\#(statement),"Sid":"a"},{\#(statement),"Sid":"a"}]}"#,
            "Statement IDs (SID) in a single policy must be unique. (Statement[1].Sid)"
        ),
        (
            #"{"Statement":{"Effect":"Deny","Principal":"*","Action":"SendEmail","Resource":"*"}}"#,
            "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc. "
                + "(Statement[0].Action)"
        ),
        (
            #"{"Statement":{"Effect":"Deny","Principal":"*","Action":"s:e:s","Resource":"*"}}"#,
            "Actions/Condition can contain only one colon. (Statement[0].Action)"
        ),
        (
            #"{"Statement":{"Effect":"Deny","Principal":"*","Action":"s*:e","Resource":"*"}}"#,
            "Vendor s* is not valid (Statement[0].Action)"
        ),
        (
            #"{"Statement":{"Effect":"Deny","Principal":"*","Action":"*","Resource":"example.com"}}"#,
            #"Resource example.com must be in ARN format or "*". (Statement[0].Resource)"#
        ),
        (
            #"{"Statement":{"Effect":"Deny","Principal":"a","Action":"*","Resource":"*"}}"#,
            "Invalid principal in policy (Statement[0].Principal: expected “*” or an object)"
        ),
        (
            #"{"Statement":{"Effect":"Deny","Principal":{"AWS":"1234"},"Action":"*","Resource":"*"}}"#,
            "Invalid principal in policy (Statement[0].Principal.AWS: "
                + "expected an account's id or an ARN, not “1234”)"
        ),
        (
            #"{"Statement":{"Effect":"Deny","Principal":{"AWS":"arn:aws:iam::123456789012:user/*"},"#
                + #""Action":"*","Resource":"*"}}"#,
            "Invalid principal in policy (Statement[0].Principal.AWS: "
                + "expected an ARN without wildcards, not “arn:aws:iam::123456789012:user/*”)"
        ),
        (
            #"{"Statement":{"Effect":"Deny","Principal":{"Service":"*"},"Action":"*","Resource":"*"}}"#,
            "Invalid principal in policy (Statement[0].Principal.Service: "
                + "expected a service, not “*”)"
        ),
        (
            #"{"Statement":{"Effect":"Deny","Principal":{},"Action":"*","Resource":"*"}}"#,
            "Invalid principal in policy (Statement[0].Principal: expected a principal)"
        ),
        (
            #"{"Statement":{\#(statement),"Condition":{"StringMatches":{"a:b":"c"}}}}"#,
            "Invalid Condition type : StringMatches "
                + "(Statement[0].Condition.StringMatches: expected a condition operator)"
        ),
        (
            #"{"Statement":{\#(statement),"Condition":{"NullIfExists":{"a:b":"true"}}}}"#,
            "Invalid Condition type : NullIfExists "
                + "(Statement[0].Condition.NullIfExists: expected a condition operator)"
        ),
        (
            #"{"Statement":{\#(statement),"Condition":{"Bool":{"a:b":"yes"}}}}"#,
            "Syntax errors in policy. (Statement[0].Condition.Bool.a:b: "
                + "expected true or false, not “yes”)"
        ),
        (
            #"{"Statement":{\#(statement),"Condition":{"DateEquals":{"a:b":["2020","soon"]}}}}"#,
            "Syntax errors in policy. (Statement[0].Condition.DateEquals.a:b: "
                + "expected a date, not “soon”)"
        ),
        (
            #"{"Statement":{\#(statement),"Condition":{"IpAddress":{"a:b":"10.0.0.0/33"}}}}"#,
            "Syntax errors in policy. (Statement[0].Condition.IpAddress.a:b: "
                + "expected an IP address or a block of them, not “10.0.0.0/33”)"
        ),
        (
            #"{"Statement":{\#(statement),"Condition":{"StringEquals":{"a:b":null}}}}"#,
            "Syntax errors in policy. (Statement[0].Condition.StringEquals.a:b: "
                + "expected a string or a list of strings)"
        ),
        (
            #"{"Version":"2012-10-17","Statement":{\#(statement),"#
                + #""Condition":{"StringEquals":{"a:b":"${aws:username"}}}}"#,
            "Syntax errors in policy. (Statement[0].Condition.StringEquals.a:b: "
                + "expected “}” after “${”)"
        ),
    ])
    func saysWhatIsWrongAndWhere(text: String, description: String) {
        let error = #expect(throws: PolicyError.self) { try policy(text) }
        #expect(error?.description == description)
    }

    @Test func namesNoPrincipalInPoliciesOfCallers() {
        let error = #expect(throws: PolicyError.self) {
            try policy(#"{"Statement":{\#(Self.statement)}}"#, as: .identityBased)
        }
        #expect(error?.message == "Policy document should not specify a principal.")
        let sid = #expect(throws: PolicyError.self) {
            try policy(
                #"{"Statement":{"Sid":"a b","Effect":"Allow","Action":"*","Resource":"*"}}"#,
                as: .identityBased)
        }
        #expect(sid?.message == "Statement IDs (SID) should be alpha-numeric.")
    }

    @Test func holdsItsLimits() {
        let list = (0...500).map { "\"a:\($0)\"" }.joined(separator: ",")
        let keys = (0...100).map { "\"a:\($0)\":\"\"" }.joined(separator: ",")
        let many = Array(repeating: "{\(Self.statement)}", count: 101).joined(separator: ",")
        let texts = [
            #"{"Statement":{\#(Self.statement),"Sid":"\#(String(repeating: "a", count: 20_480))"}}"#:
                "The policy is too long.",
            #"{"Statement":[\#(many)]}"#: "The policy has too many statements.",
            #"{"Statement":{"Effect":"Deny","Principal":"*","Action":[\#(list)],"Resource":"*"}}"#:
                "The policy has too many values.",
            #"{"Statement":{\#(Self.statement),"Condition":{"StringEquals":{\#(keys)}}}}"#:
                "The policy has too many conditions.",
            String(repeating: "[", count: 9): "Syntax errors in policy.",
        ]
        for (text, message) in texts {
            let error = #expect(throws: PolicyError.self) { try policy(text) }
            #expect(error?.message == message)
        }
    }
}
