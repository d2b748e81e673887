import ArgumentParser
import Foundation
import JSONText

struct KeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Make, list, change and remove access keys.",
        discussion: """
            An access key signs requests of the API, and with 'waxwing smtp-credential' gives a \
            password for SMTP. Its secret is shown once, when it is made.

            Examples:
              waxwing key create --account 111122223333 --user mailer
              waxwing key list --account 111122223333
              waxwing key disable AKIAIOSFODNN7EXAMPLE --account 111122223333
            """,
        subcommands: [
            Create.self, List.self, DisableCommand<KeyKind>.self, EnableCommand<KeyKind>.self,
            DeleteCommand<KeyKind>.self, RotateMaster.self,
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
            try data.write(
                answer,
                CredentialText.lines(
                    answer.items("keys"), ("accessKeyId", "Key"), nouns: "access keys",
                    command: "waxwing key create"))
        }
    }
}

/// What signs in: its state goes by the words of IAM.
protocol CredentialKind: AdministeredKind where Place == AccountOption {}

extension CredentialKind {
    static func members(enabled: Bool) -> KeyValuePairs<String, Document?> {
        ["status": .string(enabled ? "Active" : "Inactive")]
    }
}

enum KeyKind: CredentialKind {
    static let noun = "key"
    static let collection = "keys"
    static let argument = (name: "id", help: "The key's id.")
    static let abstracts = SwitchAbstracts(
        disable: "Let nobody sign in with a key.", enable: "Let a key sign in again.",
        delete: "Remove a key.")
}

enum CredentialText {
    /// - Parameter id: the member that names a credential.
    static func lines(
        _ credentials: [Document], _ id: (member: String, title: String), nouns: String,
        command: String
    ) -> [TextBlock] {
        AdministrationText.list(
            credentials,
            [
                (id.title, { $0.shown(id.member) }), ("Status", { $0.shown("status") }),
                ("Of", { owner(of: $0) }),
                (
                    "Last used",
                    { $0.shown("lastUsedAt").isEmpty ? "never" : $0.shown("lastUsedAt") }
                ),
            ], nouns: nouns, command: command)
    }

    private static func owner(of credential: Document) -> String {
        let kind = ["user", "role"].first { !credential.shown($0).isEmpty }
        return kind.map { "\($0) \(credential.shown($0))" } ?? "the account"
    }
}
