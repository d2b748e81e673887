import ArgumentParser
import Foundation
import JSONText

struct KeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Make, list, switch and remove access keys.",
        discussion: """
            An access key signs requests of the API, and with 'waxwing smtp-credential' gives a \
            password for SMTP. Its secret is shown once, when it is made.

            Examples:
              waxwing key create --account 111122223333 --user mailer
              waxwing key list --account 111122223333
              waxwing key disable AKIAIOSFODNN7EXAMPLE --account 111122223333
            """,
        subcommands: [
            Create.self, List.self, Disable.self, Enable.self, Delete.self, RotateMaster.self,
        ])

    struct Create: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Make an access key, or take one over.",
            discussion: """
                With --import the key is one that clients have already: --import is its id, and \
                the first line of standard input its secret.
                """)

        @OptionGroup var account: AccountOption
        @OptionGroup var owner: OwnerOptions

        @Option(
            name: .customLong("import"),
            help: ArgumentHelp("The id of a key from elsewhere.", valueName: "id"))
        var imported: String?

        @OptionGroup var data: DataOptions

        func run() async throws {
            // Not an argument: those are seen by everybody on the machine.
            let secret = imported == nil ? nil : readLine() ?? ""
            let key = try await data.answer(
                "POST", account.path("keys"),
                [
                    "user": .text(owner.user), "role": .text(owner.role),
                    "accessKeyId": .text(imported), "secretAccessKey": .text(secret),
                ])
            try data.write(
                key,
                [
                    .verbatim(
                        """
                        export AWS_ACCESS_KEY_ID=\(key.shown("accessKeyId"))
                        export AWS_SECRET_ACCESS_KEY=\(key.shown("secretAccessKey"))
                        """), .blank, .line("The secret is not shown again."),
                ])
        }
    }

    struct List: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the access keys.")

        @OptionGroup var account: AccountOption
        @OptionGroup var data: DataOptions

        func run() async throws {
            let answer = try await data.answer("GET", account.path("keys"))
            try data.write(answer, CredentialText.lines(answer.items("keys"), "accessKeyId"))
        }
    }

    struct Disable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Switch a key off.")

        @Argument(help: "The key's id.") var id: String
        @OptionGroup var account: AccountOption
        @OptionGroup var data: DataOptions

        func run() async throws {
            let answer = try await data.answer(
                "PATCH", account.path("keys", id), ["status": .string("Inactive")])
            try data.write(answer, [.line("The key signs in no more.")])
        }
    }

    struct Enable: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Switch a key on again.")

        @Argument(help: "The key's id.") var id: String
        @OptionGroup var account: AccountOption
        @OptionGroup var data: DataOptions

        func run() async throws {
            let answer = try await data.answer(
                "PATCH", account.path("keys", id), ["status": .string("Active")])
            try data.write(answer, [.line("The key signs in again.")])
        }
    }

    struct Delete: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Remove a key for good.")

        @Argument(help: "The key's id.") var id: String
        @OptionGroup var account: AccountOption
        @OptionGroup var data: DataOptions

        func run() async throws {
            let answer = try await data.answer("DELETE", account.path("keys", id))
            try data.write(answer, [.line("The key is gone.")])
        }
    }
}

enum CredentialText {
    static func lines(_ credentials: [Document], _ id: String) -> [TextBlock] {
        guard !credentials.isEmpty else { return [.line("There are none.")] }
        var table = TextTable([
            .init(id == "userName" ? "User name" : "Key"), .init("Status"), .init("Of"),
            .init("Last used"),
        ])
        for credential in credentials {
            let owner = ["user", "role"].first { !credential.shown($0).isEmpty }
            let used = credential.shown("lastUsedAt")
            table.append(
                [
                    credential.shown(id), credential.shown("status"),
                    owner.map { "\($0) \(credential.shown($0))" } ?? "the account",
                    used.isEmpty ? "never" : used,
                ].map { StyledText($0) })
        }
        return [.table(table)]
    }
}
