import AccessPolicies
import MailTypes
import Testing

/// The policies of the Amazon SES Developer Guide (“Sending authorization policy examples”) and of
/// AWS's article on DMARC in organisations, with the requests that their texts speak of.
@Suite struct SESPolicyTests {
    private static let resource = "arn:aws:ses:us-east-1:888888888888:identity/example.com"

    private static func example(
        principal: String = #"{"AWS":["123456789012"]}"#,
        actions: String = #"["ses:SendEmail","ses:SendRawEmail"]"#, condition: String = "{}"
    ) -> String {
        """
        {"Id":"ExamplePolicy","Version":"2012-10-17","Statement":[{"Sid":"Authorize",
        "Effect":"Allow","Resource":"\(resource)","Principal":\(principal),"Action":\(actions),
        "Condition":\(condition)}]}
        """
    }

    /// Whether the delegate, whose own policies allow everything of SES, may send.
    private static func maySend(
        _ text: String, by caller: AccessPrincipal = .user("Bob", account: delegate),
        _ context: [ContextKey: [String]] = [:], action: String = "ses:SendEmail",
        at time: UnixTime = noon
    ) throws -> Bool {
        let document = try SESIdentityPolicyRules(identityARN: resource).read(Array(text.utf8))
        let evaluator = AccessEvaluator(
            identityBased: [try fullAccess()], resourceBased: [document])
        let request = request(by: caller, action, on: resource, context, at: time)
        let decision = evaluator.decision(on: request)
        #expect(evaluator.trace(of: request).decision == decision)
        return decision.isAllowed
    }

    @Test func namesADelegate() throws {
        let condition = #"{"StringLike":{"ses:FromAddress":"marketing+.*@example.com"}}"#
        let text = Self.example(condition: condition)
        #expect(try Self.maySend(text, [.fromAddress: ["marketing+.a@example.com"]]))
        #expect(try !Self.maySend(text, [.fromAddress: ["marketing@example.com"]]))
        #expect(try !Self.maySend(text, [.fromAddress: ["Marketing+.a@example.com"]]))
        #expect(
            try !Self.maySend(
                text, by: .user("x", account: "111111111111"),
                [.fromAddress: ["marketing+.a@example.com"]]))
    }

    @Test func namesUsersAndServices() throws {
        let users = Self.example(
            principal: #"{"AWS":["arn:aws:iam::111122223333:user/John","#
                + #""arn:aws:iam::444455556666:user/Jane"]}"#)
        #expect(try Self.maySend(users, by: .user("John", account: "111122223333")))
        #expect(try !Self.maySend(users, by: .user("Jane", account: "111122223333")))
        let service = Self.example(principal: #"{"Service":["cognito-idp.amazonaws.com"]}"#)
        #expect(try Self.maySend(service, by: .service("cognito-idp.amazonaws.com")))
        #expect(try !Self.maySend(service, by: .service("lambda.amazonaws.com")))
    }

    @Test func namesAnOrganization() throws {
        let text = Self.example(
            principal: #""*""#,
            condition: #"{"StringEquals":{"aws:PrincipalOrgID":"o-xxxxxxxxxxx"}}"#)
        var caller = AccessPrincipal.user("Bob", account: delegate)
        #expect(try !Self.maySend(text, by: caller))
        caller.organization = .init(id: "o-xxxxxxxxxxx", paths: [])
        #expect(try Self.maySend(text, by: caller))
    }

    /// The article writes the unit's path without the slash at its end that such paths have.
    @Test(arguments: [
        ("o-a1b2c3d4e5/r-ab12/ou-ab12-11111111", "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/", true),
        ("o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/", "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/", true),
        ("o-a1b2c3d4e5/r-ab12/ou-ab12-1111111", "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/", false),
        (
            "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111",
            "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/ou-ab12-22222222/", false
        ),
        (
            "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*",
            "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/ou-ab12-22222222/", true
        ),
        ("o-a1b2c3d4e5/*", "o-a1b2c3d4e5/r-ab12/", true),
    ])
    func namesAnOrganizationalUnit(pattern: String, path: String, isAllowed: Bool) throws {
        let text = """
            {
              "Version": "2012-10-17",
              "Id": "AuthPolicy",
              "Statement": [
                {
                  "Sid": "AuthorizeOU",
                  "Effect": "Allow",
                  "Principal": "*",
                  "Action": [
                    "SES:SendEmail",
                    "SES:SendRawEmail"
                  ],
                  "Resource": "\(Self.resource)",
                  "Condition": {
                    "ForAnyValue:StringLike": {
                      "aws:PrincipalOrgPaths": "\(pattern)"
                    }
                  }
                }
              ]
            }
            """
        // The function of the article runs as a role of another account, with full access to SES.
        var caller = AccessPrincipal.role("TestSES", session: "TestSESfunction", account: delegate)
        #expect(try !Self.maySend(text, by: caller))
        caller.organization = .init(id: "o-a1b2c3d4e5", paths: [path])
        #expect(try Self.maySend(text, by: caller) == isAllowed)
        #expect(try Self.maySend(text, by: caller, action: "ses:SendRawEmail") == isAllowed)
        #expect(try !Self.maySend(text, by: caller, action: "ses:SendTemplatedEmail"))
    }

    @Test(arguments: [
        ("2018-08-31T12:00:00Z", false), ("2018-08-31T12:00:01Z", true),
        ("2018-09-30T23:59:59Z", true), ("2018-10-01T12:00:00Z", false),
    ])
    func restrictsTheTime(time: String, isAllowed: Bool) throws {
        let text = Self.example(
            condition: #"{"DateGreaterThan":{"aws:CurrentTime":"2018-08-31T12:00Z"},"#
                + #""DateLessThan":{"aws:CurrentTime":"2018-10-01T12:00Z"}}"#)
        let time = try #require(UnixTime(iso8601: time))
        #expect(try Self.maySend(text, at: time) == isAllowed)
    }

    @Test func restrictsActionsAndNames() throws {
        let raw = Self.example(actions: #"["ses:SendRawEmail"]"#)
        #expect(try Self.maySend(raw, action: "ses:SendRawEmail"))
        #expect(try !Self.maySend(raw))
        let name = Self.example(condition: #"{"StringLike":{"ses:FromDisplayName":"Marketing"}}"#)
        #expect(try Self.maySend(name, [.fromDisplayName: ["Marketing"]]))
        #expect(try !Self.maySend(name, [.fromDisplayName: ["Sales"]]))
        #expect(try !Self.maySend(name))
        let version = Self.example(condition: #"{"StringEquals":{"ses:ApiVersion":"2"}}"#)
        #expect(try Self.maySend(version, [.apiVersion: ["2"]]))
        #expect(try !Self.maySend(version, [.apiVersion: ["1"]]))
    }

    @Test func restrictsRecipientsAndFeedback() throws {
        let recipients = Self.example(
            condition: #"{"ForAllValues:StringLike":{"ses:Recipients":"*@example.com"}}"#)
        #expect(try Self.maySend(recipients, [.recipients: ["a@example.com", "b@example.com"]]))
        #expect(try !Self.maySend(recipients, [.recipients: ["a@example.com", "b@example.org"]]))
        let both = Self.example(
            condition: #"{"StringLike":{"ses:FromAddress":"*@example.com","#
                + #""ses:FeedbackAddress":"*@example.com"}}"#)
        let from = ["a@example.com"]
        #expect(try Self.maySend(both, [.fromAddress: from, .feedbackAddress: from]))
        #expect(try !Self.maySend(both, [.fromAddress: from, .feedbackAddress: ["a@example.org"]]))
    }

    // MARK: What SES takes as a policy of an identity

    private func message(_ text: String) -> String? {
        let error = #expect(throws: PolicyError.self) {
            try SESIdentityPolicyRules(identityARN: Self.resource).read(Array(text.utf8))
        }
        return error?.description
    }

    @Test(arguments: [
        #"["ses:Send*"]"#, #""ses:*""#, #""SES:sendbulktemplatedemail""#, #""ses:SendBounce""#,
        #"["ses:GetEmailIdentity","ses:DeleteEmailIdentity"]"#, #""ses:Send*Email""#,
    ])
    func takesActionsOfIdentities(actions: String) throws {
        _ = try Self.maySend(Self.example(actions: actions))
    }

    @Test func takesKeysOfSESAndOfAllServices() throws {
        let condition = #"{"Null":{"AWS:SourceAccount":"true","ses:recipients":"true"}}"#
        #expect(try Self.maySend(Self.example(condition: condition)))
    }

    @Test func refusesWhatIsNotOfTheIdentity() {
        let plain = Self.example()
        #expect(
            message(Self.example(actions: #"["ses:SendEmail","s3:GetObject"]"#))
                == "Action s3:GetObject is not valid for an identity's policy (Statement[0].Action: "
                + "expected an action that SES checks for identities, such as ses:SendEmail)")
        #expect(message(Self.example(actions: #""ses:CreateReceiptRule""#)) != nil)
        #expect(
            message(plain.replacing("identity/example.com", with: "identity/*"))
                == "Policy resource does not match the identity (Statement[0].Resource: "
                + "expected \(Self.resource))")
        #expect(message(plain.replacing("identity/example.com", with: "identity/a.example")) != nil)
        #expect(message(plain.replacing("\"Resource\"", with: "\"NotResource\"")) != nil)
        #expect(message(plain.replacing("\"Action\"", with: "\"NotAction\"")) != nil)
        #expect(
            message(plain.replacing("\"Principal\"", with: "\"NotPrincipal\""))
                == "Missing required field Principal (Statement[0])")
        #expect(
            message(Self.example(condition: #"{"StringLike":{"ses:FromAdress":"*"}}"#))
                == "Unknown or unapplicable condition field 'ses:FromAdress'. "
                + "(Statement[0].Condition.StringLike)")
        #expect(message(Self.example(condition: #"{"Bool":{"s3:x":true}}"#)) != nil)
        let long = plain.replacing("ExamplePolicy", with: String(repeating: "x", count: 4096))
        #expect(message(long) == "The policy is too long. (expected 4096 bytes at the most)")
    }

    @Test(arguments: [
        ("a", true), ("a-B_9", true), (String(repeating: "a", count: 64), true), ("", false),
        (String(repeating: "a", count: 65), false), ("a b", false), ("é", false), ("a.b", false),
    ])
    func namesPolicies(name: String, isName: Bool) {
        #expect(SESIdentityPolicyRules.isName(name) == isName)
    }
}
