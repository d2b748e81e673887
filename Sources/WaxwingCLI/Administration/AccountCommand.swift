import ArgumentParser
import JSONText

struct AccountCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account", abstract: "Make, list, change and remove accounts.",
        discussion: """
            An account owns identities, templates and everything else; users, roles and keys sign \
            in to it.

            Examples:
              waxwing account create --name Shop --data /var/lib/waxwing
              waxwing account list --data /var/lib/waxwing --json
              waxwing account disable 111122223333
            """,
        subcommands: [
            Create.self, List.self, Show.self, Update.self, DisableCommand<AccountKind>.self,
            EnableCommand<AccountKind>.self, DeleteCommand<AccountKind>.self,
        ])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Make an account.")

        @Option(help: ArgumentHelp("What people call it.", valueName: "name"))
        var name: String?

        @Option(help: ArgumentHelp("Twelve digits; else some that are free.", valueName: "id"))
        var id: String?

        @Option(help: ArgumentHelp("Where the service writes to its owner.", valueName: "address"))
        var email: String?

        @Option(
            help: ArgumentHelp(
                "Where it stands in an organisation: o-…/r-…/ou-…/, with the slash at its end.",
                valueName: "path"))
        var organization: String?

        @Option(
            name: .customLong("region"),
            help: ArgumentHelp(
                "Where its credentials are good; may be repeated. Everywhere unless given.",
                valueName: "region"))
        var regions: [String] = []

        @OptionGroup var data: DataOptions

        func run() async throws {
            let account = try await data.answer(
                "POST", ["accounts"],
                [
                    "name": .text(name), "id": .text(id), "email": .text(email),
                    "organizationPath": .text(organization),
                    "regions": regions.isEmpty ? nil : .texts(regions),
                ], makesFolder: true)
            try data.write(account, AccountText.lines(account))
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the accounts.")

        @OptionGroup var data: DataOptions

        func run() async throws {
            var accounts: [Document] = []
            var page: [Document] = []
            repeat {
                let query = page.last.map { ["after": $0.shown("id")] } ?? [:]
                page = try await data.answer("GET", ["accounts"], query: query).items("accounts")
                accounts += page
            } while page.count >= 1000
            try data.write(
                .object([.init("accounts", .array(accounts))]),
                AdministrationText.list(
                    accounts,
                    [
                        ("Account", { $0.shown("id") }), ("Enabled", { $0.shown("enabled") }),
                        ("Name", { $0.shown("name") }),
                    ], nouns: "accounts", command: "waxwing account create"))
        }
    }

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show an account.")

        @Argument(help: "The account's twelve digits.") var id: String
        @OptionGroup var data: DataOptions

        func run() async throws {
            let account = try await data.answer("GET", ["accounts", id])
            try data.write(account, AccountText.lines(account))
        }
    }

    struct Update: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Change an account's name, address, organisation or regions.")

        @Argument(help: "The account's twelve digits.") var id: String
        @Option(help: ArgumentHelp("What people call it.", valueName: "name")) var name: String?

        @Option(
            help: ArgumentHelp(
                "Where the service writes to its owner; empty for nowhere.", valueName: "address"))
        var email: String?

        @Option(
            help: ArgumentHelp(
                "Where it stands in an organisation; empty takes it out.", valueName: "path"))
        var organization: String?

        @Option(
            name: .customLong("region"),
            help: ArgumentHelp(
                "Where its credentials are good, in place of what was; may be repeated.",
                valueName: "region"))
        var regions: [String] = []

        @Flag(help: "Let its credentials be good everywhere.") var allRegions = false
        @OptionGroup var data: DataOptions

        func run() async throws {
            let regions: Document? =
                allRegions ? .array([]) : self.regions.isEmpty ? nil : .texts(self.regions)
            let account = try await data.answer(
                "PATCH", ["accounts", id],
                [
                    "name": .text(name), "email": .text(email),
                    "organizationPath": .text(organization), "regions": regions,
                ])
            try data.write(account, AccountText.lines(account))
        }
    }
}

enum AccountKind: AdministeredKind {
    typealias Place = NoPlace

    static let noun = "account"
    static let collection = "accounts"
    static let argument = (name: "id", help: "The account's twelve digits.")
    static let abstracts = SwitchAbstracts(
        disable: "Let nobody sign in to an account; what it has stays.",
        enable: "Let an account's credentials sign in again.",
        delete: "Remove a disabled account with everything that is its own.")
}

enum AccountText {
    static func lines(_ account: Document) -> [TextBlock] {
        let regions = account.shown("regions")
        return AdministrationText.properties([
            ("Account", account.shown("id")), ("Name", account.shown("name")),
            ("Enabled", account.shown("enabled")), ("Email", account.shown("email")),
            ("Regions", regions.isEmpty ? "all" : regions),
            ("Organisation", account.shown("organizationPath")),
            ("Made", account.shown("createdAt")),
        ])
    }
}
