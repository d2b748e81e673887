import AccessPolicies
import ArgumentParser
import MailMessage
import MailTypes
import WaxwingCore

struct PolicySimulateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate",
        abstract:
            "Say whether a call would be allowed, by which statement, and what DMARC would say.",
        discussion: """
            Exit status: 0 when it would be allowed, 1 when not.

            Example:
              waxwing policy simulate --identity example.com --policy policy.json \
            --caller arn:aws:iam::111122223333:user/app --caller-policy send.json \
            --organization o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/ \
            --from 'App <app@example.com>' --to reader@example.net
            """)

    @Option(help: ArgumentHelp("The domain or address that is sent from.", valueName: "name"))
    var identity: String

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("The policies of the identity.", valueName: "file"),
        completion: .file())
    var policy: [String] = []

    @Option(
        help: ArgumentHelp(
            "Who calls: the ARN of a user, a role or a session, or an account's twelve digits.",
            valueName: "arn"))
    var caller: CallerArgument

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("The caller's own policies.", valueName: "file"), completion: .file())
    var callerPolicy: [String] = []

    @Option(
        help: ArgumentHelp(
            "Where the caller's account stands in an organisation: o-…/r-…/ou-…/.",
            valueName: "path"))
    var organization: String?

    @Option(
        help: ArgumentHelp(
            """
            The account that owns the identity. Unless given, that of the resource in the \
            identity's policies, else the caller's.
            """, valueName: "account"))
    var owner: String?

    @Option(
        help: ArgumentHelp(
            "The identity's region. Unless given, that of the resource, else us-east-1.",
            valueName: "region"))
    var region: String?

    @Option(
        help: ArgumentHelp(
            "What is called; may be repeated, and then all have to be allowed.",
            valueName: "name"))
    var action: [String] = ["ses:SendEmail"]

    @Option(help: ArgumentHelp("The author: 'Name <a@example.com>'.", valueName: "address"))
    var from: String?

    @Option(
        help: ArgumentHelp("A recipient, of whatever field; may be repeated.", valueName: "address")
    )
    var to: [String] = []

    @Option(
        help: ArgumentHelp(
            "Where bounces are reported to; the author unless given.", valueName: "address"))
    var feedback: String?

    @Option(help: ArgumentHelp("The address that the call comes from.", valueName: "ip"))
    var sourceIp: String?

    @Option(help: ArgumentHelp("1 or 2; SMTP counts as 2.", valueName: "version"))
    var apiVersion = 2

    @Flag(help: "The call comes without TLS.")
    var insecure = false

    @Option(
        help: ArgumentHelp(
            "When the call comes: ISO 8601, or seconds since 1970. Now unless given.",
            valueName: "time"))
    var time: Moment?

    @Option(help: ArgumentHelp("The identity's MAIL FROM domain.", valueName: "domain"))
    var mailFrom: DomainArgument?

    @OptionGroup var results: OutputOptions

    func validate() throws {
        guard (1...2).contains(apiVersion) else {
            throw ValidationError("--api-version is 1 or 2.")
        }
        if let sourceIp, IPAddress(parsing: sourceIp) == nil {
            throw ValidationError("--source-ip: '\(sourceIp)' is no IP address.")
        }
    }

    func run() async throws {
        let simulation = try simulation()
        try results.output.write(simulation)
        try simulation.status.end()
    }

    private func simulation() throws -> PolicySimulation {
        let place = try IdentityPlace(identity: identity, owner: owner, region: region)
        let identityPolicies = try policies(policy, as: .resourceBased)
        var principal = caller.principal
        if let organization {
            guard let path = OrganizationPath(organization) else {
                throw InputError(
                    "--organization: a path is like o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/, with "
                        + "the slash at its end")
            }
            principal.organization = .init(id: path.organizationID, paths: [path.description])
        }
        var call = PolicySimulation.Call(time: time?.time ?? SystemClock().now())
        call.author = try from.map { try Self.address($0, "--from") }
        call.recipients = try to.map { try Self.address($0, "--to").mailbox }
        call.feedback = try feedback.map { try Self.address($0, "--feedback").mailbox }
        call.sourceIP = sourceIp
        call.apiVersion = apiVersion
        call.isSecure = !insecure
        guard let name = place.name else { throw InputError("which identity? Name it") }
        let scope = place.scope(
            or: identityPolicies.lazy.compactMap(\.document.identityARN).first,
            caller: principal.account)
        for source in identityPolicies {
            let rules = SESIdentityPolicyRules(identityARN: scope.arn("identity", "\(name)"))
            do throws(PolicyError) {
                try rules.check(source.document)
            } catch {
                warn("\(source.file): the service would not take this policy: \(error)")
            }
        }
        return PolicySimulation(
            caller: principal, identity: name, owner: scope, actions: action,
            callerPolicies: try policies(callerPolicy, as: .identityBased),
            identityPolicies: identityPolicies, call: call, mailFromDomain: mailFrom?.name)
    }

    private func policies(
        _ files: [String], as kind: PolicyDocument.Kind
    ) throws -> [PolicySimulation.Policy] {
        try files.map { file in
            PolicySimulation.Policy(
                file: file, document: try PolicySource(reading: file).document(as: kind))
        }
    }

    private static func address(_ text: String, _ option: String) throws(InputError) -> Address {
        do throws(StrictAddressError) {
            return try StrictAddress(parsing: text).address
        } catch {
            throw InputError("\(option): \(error.text)")
        }
    }
}
