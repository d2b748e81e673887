import AccessPolicies
import JSONText
import MailMessage
import MailTypes
import Testing
import WaxwingCore

@testable import WaxwingCLI

@Suite struct PolicySimulationTests {
    private static let arn = "arn:aws:ses:us-east-1:000000000000:identity/example.com"

    private static func policy(
        _ text: String, as kind: PolicyDocument.Kind, file: String
    ) throws -> PolicySimulation.Policy {
        .init(
            file: file,
            document: try PolicySource(file: file, bytes: Array(text.utf8)).document(as: kind))
    }

    private static func simulation(
        effect: String = "Allow", condition: String = "{}", own: [String] = ["ses:Send*"],
        caller: String = "arn:aws:iam::111122223333:user/app", from: String = "a@example.com",
        actions: [String] = ["ses:SendEmail"]
    ) throws -> PolicySimulation {
        let identityPolicy = """
            {"Version": "2012-10-17", "Statement": [{"Sid": "Delegates", "Effect": "\(effect)", \
            "Principal": "*", "Action": ["ses:SendEmail", "ses:SendRawEmail"], \
            "Resource": "\(arn)", "Condition": \(condition)}]}
            """
        let ownPolicies = try own.map { action in
            try policy(
                #"{"Statement": {"Effect": "Allow", "Action": "\#(action)", "Resource": "*"}}"#,
                as: .identityBased, file: "own.json")
        }
        let author = try StrictAddress(parsing: from).address
        return PolicySimulation(
            caller: try #require(CallerArgument(argument: caller)).principal,
            identity: .domain("example.com"),
            owner: Scope(account: .development, region: .standard), actions: actions,
            callerPolicies: ownPolicies,
            identityPolicies: [
                try policy(identityPolicy, as: .resourceBased, file: "policy.json")
            ], call: .init(author: author, time: UnixTime(seconds: 1_795_680_144)))
    }

    @Test func namesTheStatementsThatAllow() throws {
        let simulation = try Self.simulation()
        #expect(simulation.isAllowed && simulation.status == .success)
        let text = simulation.text.flatMap { $0.lines(width: nil) }.map(\.plainText)
        #expect(
            text.contains {
                $0.hasSuffix(
                    "allowed by statement 0 of own.json and statement 0 “Delegates” of policy.json")
            })
    }

    @Test(arguments: [
        ("Deny", "{}", ["ses:Send*"], "explicitDeny"),
        (
            "Allow", #"{"StringEquals": {"ses:FromAddress": "b@example.com"}}"#, ["ses:Send*"],
            "implicitDeny"
        ),
        ("Allow", "{}", [], "implicitDeny"),
        ("Allow", "{}", ["s3:*"], "implicitDeny"),
    ])
    func saysWhyACallIsDenied(
        effect: String, condition: String, own: [String], decision: String
    ) throws {
        let simulation = try Self.simulation(effect: effect, condition: condition, own: own)
        #expect(simulation.status == .problem)
        guard case .array(let actions)? = simulation.document["actions"] else {
            Issue.record("no actions")
            return
        }
        #expect(actions.first?["decision"] == .string(decision))
    }

    @Test func allOfTheActionsHaveToBeAllowed() throws {
        #expect(try Self.simulation(actions: ["ses:SendRawEmail", "ses:SendEmail"]).isAllowed)
        #expect(try !Self.simulation(actions: ["ses:SendEmail", "ses:SendBounce"]).isAllowed)
    }

    @Test(arguments: [
        ("a@example.com", true), ("a@mail.example.com", true), ("a@example.net", false),
        ("a@badexample.com", false),
    ])
    func anAuthorOfAnotherDomainIsRejected(from: String, isAllowed: Bool) throws {
        let simulation = try Self.simulation(from: from)
        #expect(simulation.isAllowed == isAllowed)
        #expect(simulation.document["identityCoversFrom"] == .bool(isAllowed))
    }

    @Test func theOwnersAccountNeedsNoPolicy() throws {
        let simulation = try Self.simulation(
            condition: #"{"Bool": {"aws:SecureTransport": "false"}}"#, own: [],
            caller: "000000000000")
        #expect(simulation.isAllowed)
    }

    @Test(arguments: [
        ("111122223333", "arn:aws:iam::111122223333:root"),
        ("arn:aws:iam::111122223333:root", "arn:aws:iam::111122223333:root"),
        ("arn:aws:iam::111122223333:user/a", "arn:aws:iam::111122223333:user/a"),
        ("arn:aws:iam::111122223333:user/x/y/a", "arn:aws:iam::111122223333:user/x/y/a"),
        ("arn:aws:iam::111122223333:role/r", "arn:aws:sts::111122223333:assumed-role/r/session"),
        (
            "arn:aws:sts::111122223333:assumed-role/r/s",
            "arn:aws:sts::111122223333:assumed-role/r/s"
        ),
        ("cognito-idp.amazonaws.com", "cognito-idp.amazonaws.com"),
    ])
    func readsCallers(text: String, arn: String) throws {
        #expect(try #require(CallerArgument(argument: text)).principal.arn == arn)
    }

    @Test(arguments: [
        "", "app", "1111", "arn:aws:iam::1:user/a", "arn:aws:iam::111122223333:user/",
        "arn:aws:iam::111122223333:group/a", "arn:aws:ses:us-east-1:111122223333:identity/a",
        "arn:aws:sts::111122223333:assumed-role/r",
    ])
    func refusesWhatIsNoCaller(text: String) {
        #expect(CallerArgument(argument: text) == nil)
    }
}

@Suite struct PolicyCheckTests {
    private static let arn = "arn:aws:ses:eu-west-1:111122223333:identity/example.com"

    @Test(arguments: [
        (
            #"{"Statement": {"Effect": "Allow", "Principal": "*", "Action": "ses:SendEmail", "#
                + #""Resource": "\#(arn)"}}"#, nil
        ),
        ("{\n\"Statement\"\n}", "line 3: expected"),
        ("{\n“Statement”: 1}", "line 2: expected a member's name, and there is a typographic"),
        ("{}", "Missing required field Statement"),
        (
            #"{"Statement": {"Effect": "Allow", "Principal": "*", "Action": "ses:SendEmail", "#
                + #""Resource": "*"}}"#, "Policy resource does not match the identity (Statement[0]"
        ),
        (
            #"{"Statement": {"Effect": "allow", "Principal": "*", "Action": "ses:SendEmail", "#
                + #""Resource": "*"}}"#, "Syntax errors in policy. (Statement[0].Effect: expected"
        ),
    ])
    func saysWhereADocumentIsWrong(text: String, problem: String?) throws {
        let report = PolicyCheckReport(
            PolicySource(file: "policy.json", bytes: Array(text.utf8)), as: .resourceBased,
            try IdentityPlace(identity: "example.com", owner: "111122223333", region: "eu-west-1"))
        #expect(report.status == (problem == nil ? .success : .problem))
        if let problem {
            #expect(report.problem?.hasPrefix(problem) == true, "\(report.problem ?? "none")")
        } else {
            #expect(report.problem == nil)
        }
    }

    @Test func theResourceSaysWhereTheIdentityIs() throws {
        let place = try IdentityPlace(identity: "example.com")
        #expect(place.arn(or: Self.arn) == Self.arn)
        #expect(place.arn(or: nil) == "arn:aws:ses:us-east-1:000000000000:identity/example.com")
        #expect(place.scope(or: nil, caller: "444455556666").account.description == "444455556666")
    }
}

@Suite struct AlignmentForecastTests {
    @Test(arguments: [
        ("example.com", "example.com", nil, "strict", "none", true),
        ("example.com", "mail.example.com", nil, "relaxed", "none", true),
        ("example.com", "example.com", "bounce.example.com", "strict", "relaxed", true),
        ("a@example.com", "example.com", nil, "none", "none", false),
        ("a@example.com", "example.com", "bounce.example.com", "none", "relaxed", true),
        ("one.co.uk", "one.co.uk", "two.co.uk", "strict", "none", true),
    ])
    func tellsWhetherDMARCWouldPass(
        identity: String, author: String, mailFrom: String?, dkim: String, spf: String,
        passes: Bool
    ) throws {
        let forecast = AlignmentForecast(
            identity: try IdentityName(parsing: identity),
            authorDomain: try DomainName(parsing: author),
            mailFromDomain: try mailFrom.map { try DomainName(parsing: $0) })
        #expect(forecast.dkim.rawValue == dkim)
        #expect(forecast.spf.rawValue == spf)
        #expect(forecast.passes == passes)
        #expect(forecast.remedies.isEmpty == (dkim == "strict" && spf != "none"))
    }
}
