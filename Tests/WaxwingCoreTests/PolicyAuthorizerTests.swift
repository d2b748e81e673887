import MailTypes
import Testing
import WaxwingCore

@Suite struct PolicyAuthorizerTests {
    private let authorizer = PolicyAuthorizer()

    private func policy(_ effect: String, _ action: String, _ resource: String = "*") -> String {
        #"{"Version":"2012-10-17","Statement":[{"Effect":"\#(effect)","Action":"\#(action)","#
            + #""Resource":"\#(resource)"}]}"#
    }

    private func call(
        _ policies: [String]?, resources: [[String]] = [], action: String = "ses:SendEmail"
    ) -> Call {
        Call(
            action: action, resources: resources,
            principal: Principal(account: .development, kind: .user(name: "a")),
            policies: policies, region: "us-east-1", now: UnixTime(seconds: 0))
    }

    @Test func theAccountItselfMayDoEverything() {
        #expect(authorizer.allows(call(nil)))
    }

    @Test func nothingIsAllowedWithoutAPolicy() {
        #expect(!authorizer.allows(call([])))
        #expect(!authorizer.allows(call([policy("Allow", "ses:GetAccount")])))
        #expect(authorizer.allows(call([policy("Allow", "ses:Send*")])))
    }

    @Test func aDenyWins() {
        let policies = [policy("Allow", "*"), policy("Deny", "ses:SendEmail")]
        #expect(!authorizer.allows(call(policies)))
        #expect(authorizer.allows(call(policies, action: "ses:GetAccount")))
    }

    @Test func anAddressOrItsDomainIsAllowedAndNeitherDenied() {
        let domain = "arn:aws:ses:us-east-1:000000000000:identity/example.com"
        let address = "arn:aws:ses:us-east-1:000000000000:identity/a@example.com"
        let both = [domain, address]
        for one in both {
            #expect(
                authorizer.allows(call([policy("Allow", "ses:SendEmail", one)], resources: [both])))
            #expect(
                !authorizer.allows(
                    call(
                        [policy("Allow", "*"), policy("Deny", "ses:SendEmail", one)],
                        resources: [both])))
        }
        #expect(
            !authorizer.allows(
                call(
                    [policy("Allow", "ses:SendEmail", domain)],
                    resources: [["arn:aws:ses:us-east-1:000000000000:identity/other.example"]])))
    }

    @Test func conditionsSeeTheRequest() {
        let text = #"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ses:*","Resource":"*",
            "Condition":{"IpAddress":{"aws:SourceIp":"192.0.2.0/24"},
            "Bool":{"aws:SecureTransport":"true"},
            "StringEquals":{"aws:RequestedRegion":"us-east-1","ses:FromAddress":"a@b.example"}}}]}
            """#
        var call = call([text])
        #expect(!authorizer.allows(call))
        call.sourceIP = "192.0.2.9"
        call.isSecure = true
        call.fromAddress = "a@b.example"
        #expect(authorizer.allows(call))
        call.region = "eu-west-1"
        #expect(!authorizer.allows(call))
    }

    @Test func organisationsAreSeen() {
        let text = #"""
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"ses:*","Resource":"*",
            "Condition":{"ForAnyValue:StringLike":{"aws:PrincipalOrgPaths":"o-a1/r-b2/ou-c3/*"}}}]}
            """#
        var call = call([text])
        #expect(!authorizer.allows(call))
        call.principal = Principal(
            account: .development, kind: .user(name: "a"),
            organization: OrganizationPath("o-a1/r-b2/ou-c3/ou-d4/"))
        #expect(authorizer.allows(call))
    }

    @Test func aPolicyThatCannotBeReadAllowsNothing() {
        #expect(!authorizer.allows(call([policy("Allow", "*"), "{}"])))
    }

    @Test func refusesInTheWordsOfIAM() {
        #expect(
            call([]).refusal
                == "User: arn:aws:iam::000000000000:user/a is not authorized to perform: "
                + "ses:SendEmail on resource: *")
    }
}
