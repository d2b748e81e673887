import ArgumentParser
import JSONText

struct SMTPCredentialCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "smtp-credential",
        abstract: "Make, list, change and remove user names and passwords for SMTP.",
        discussion: """
            A password is good for one region, as SES derives it from an access key's secret; or \
            with --all-regions for every region, and then it is no access key's.

            Examples:
              waxwing smtp-credential create --account 111122223333 --region eu-west-1
              waxwing smtp-credential create --account 111122223333 --region eu-west-1 --key AKIA…
              waxwing smtp-credential create --account 111122223333 --all-regions --user mailer
            """,
        subcommands: [
            Create.self, List.self, DisableCommand<SMTPCredentialKind>.self,
            EnableCommand<SMTPCredentialKind>.self, DeleteCommand<SMTPCredentialKind>.self,
        ])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make a user name and a password.")

        @OptionGroup var account: AccountOption
        @OptionGroup var owner: OwnerOptions

        @Option(help: ArgumentHelp("Where the password is good.", valueName: "region"))
        var region: String?

        @Option(
            help: ArgumentHelp(
                "The access key to derive it from; a new one unless given.", valueName: "id"))
        var key: String?

        @Flag(help: "A password for every region.") var allRegions = false
        @OptionGroup var data: DataOptions

        func validate() throws {
            guard (region != nil) != allRegions else {
                throw ValidationError("Say where the password is good: --region or --all-regions.")
            }
        }

        func run() async throws {
            let made = try await data.answer(
                "POST", account.path("smtp-credentials"),
                [
                    "accessKeyId": .text(key), "region": .text(region),
                    "allRegions": allRegions ? .bool(true) : nil, "user": .text(owner.user),
                    "role": .text(owner.role),
                ])
            let properties = AdministrationText.properties([
                ("User name", made.shown("userName")), ("Password", made.shown("password")),
                ("Region", allRegions ? "all" : made.shown("region")),
            ])
            try data.write(
                made, properties + [.blank, .line("The password is not shown again.")])
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the user names that are good in every region.",
            discussion: "Those of one region are access keys: 'waxwing key list' has them.")

        @OptionGroup var account: AccountOption
        @OptionGroup var data: DataOptions

        func run() async throws {
            let answer = try await data.answer("GET", account.path("smtp-credentials"))
            try data.write(
                answer,
                CredentialText.lines(
                    answer.items("smtpCredentials"), ("userName", "User name"),
                    nouns: "user names for every region",
                    command: "waxwing smtp-credential create --all-regions"))
        }
    }
}

enum SMTPCredentialKind: CredentialKind {
    static let noun = "user name"
    static let collection = "smtp-credentials"
    static let argument = (name: "name", help: "The user name.")
    static let abstracts = SwitchAbstracts(
        disable: "Let nobody sign in with a user name, or the access key that it is.",
        enable: "Let a user name, or the access key that it is, sign in again.",
        delete: "Remove a user name, or the access key that it is.")
}
