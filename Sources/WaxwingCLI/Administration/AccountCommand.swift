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
            Create.self, List.self, Show.self, Update.self, AccountSendingCommand.self,
            Disable.self, Enable.self, Delete.self,
        ])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Make an account.")

        @Option(help: ArgumentHelp("What people call it.", valueName: "name"))
        var name: String?

        @Option(help: ArgumentHelp("Twelve digits; else some that are free.", valueName: "id"))
        var id: String?

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
                    "name": .text(name), "id": .text(id), "organizationPath": .text(organization),
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
            var table = TextTable([.init("Account"), .init("Enabled"), .init("Name")])
            for account in accounts {
                table.append(["id", "enabled", "name"].map { StyledText(account.shown($0)) })
            }
            try data.write(
                .object([.init("accounts", .array(accounts))]),
                accounts.isEmpty
                    ? [.line("There are no accounts: 'waxwing account create' makes one.")]
                    : [.table(table)])
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
            abstract: "Change an account's name, organisation or regions.")

        @Argument(help: "The account's twelve digits.") var id: String
        @Option(help: ArgumentHelp("What people call it.", valueName: "name")) var name: String?

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
                    "name": .text(name), "organizationPath": .text(organization),
                    "regions": regions,
                ])
            try data.write(account, AccountText.lines(account))
        }
    }

    struct Disable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let nobody sign in to an account; what it has stays.")

        @Argument(help: "The account's twelve digits.") var id: String
        @OptionGroup var data: DataOptions

        func run() async throws {
            let account = try await data.answer(
                "PATCH", ["accounts", id], ["enabled": .bool(false)])
            try data.write(account, [.line("Nobody signs in to the account any more.")])
        }
    }

    struct Enable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Let an account's credentials sign in again.")

        @Argument(help: "The account's twelve digits.") var id: String
        @OptionGroup var data: DataOptions

        func run() async throws {
            let account = try await data.answer(
                "PATCH", ["accounts", id], ["enabled": .bool(true)])
            try data.write(account, [.line("The account's credentials sign in again.")])
        }
    }

    struct Delete: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Remove a disabled account with everything that is its own.")

        @Argument(help: "The account's twelve digits.") var id: String
        @OptionGroup var data: DataOptions

        func run() async throws {
            let answer = try await data.answer("DELETE", ["accounts", id])
            try data.write(answer, [.line("The account and what it had are gone.")])
        }
    }
}

enum AccountText {
    static func lines(_ account: Document) -> [TextBlock] {
        var table = TextTable([.init(""), .init("")])
        let regions = account.shown("regions")
        for (title, value) in [
            ("Account", account.shown("id")), ("Name", account.shown("name")),
            ("Enabled", account.shown("enabled")),
            ("Regions", regions.isEmpty ? "all" : regions),
            ("Organisation", account.shown("organizationPath")),
            ("Made", account.shown("createdAt")),
        ] where !value.isEmpty {
            table.append([StyledText(title), StyledText(value)])
        }
        return [.table(table)]
    }
}
