import ArgumentParser
import Foundation
import JSONText
import WaxwingConsole

/// What the commands for users and for roles have in common.
protocol MemberKind: Sendable {
    /// `user`
    static var word: String { get }
    static var abstract: String { get }
}

enum UserKind: MemberKind {
    static let word = "user"
    static let abstract = "Make, list, change and remove the users of an account."
}

enum RoleKind: MemberKind {
    static let word = "role"
    static let abstract = "Make, list, change and remove the roles of an account."
}

typealias UserCommand = MemberCommand<UserKind>
typealias RoleCommand = MemberCommand<RoleKind>

struct MemberCommand<Kind: MemberKind>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: Kind.word, abstract: Kind.abstract,
            discussion: """
                A \(Kind.word) may do what its policies allow, and nothing without any.

                Examples:
                  waxwing \(Kind.word) create mailer --account 111122223333 --policy send.json
                  waxwing \(Kind.word) put-policy mailer --account 111122223333 --policy send.json
                  waxwing key create --account 111122223333 --\(Kind.word) mailer
                """,
            subcommands: [
                Create.self, List.self, Show.self, PutPolicy.self, DeletePolicy.self, Disable.self,
                Enable.self, Delete.self,
            ])
    }

    struct Create: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(commandName: "create", abstract: "Make a \(Kind.word).")
        }

        @Argument(help: "The name: letters, digits and of '_+=,.@-'.") var name: String
        @OptionGroup var account: AccountOption

        @Option(
            help: ArgumentHelp(
                "A file with an identity-based policy, named after the file; may be repeated.",
                valueName: "file"), completion: .file())
        var policy: [String] = []

        @OptionGroup var data: DataOptions

        func run() async throws {
            let policies = try policy.map { file in
                Document.Field(PolicyFile.name(of: file), try PolicyFile.read(file))
            }
            let member = try await data.answer(
                "POST", account.path("\(Kind.word)s"),
                [
                    "name": .string(name), "policies": policies.isEmpty ? nil : .object(policies),
                ])
            try data.write(member, MemberText.lines(member))
        }
    }

    struct List: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(commandName: "list", abstract: "List the \(Kind.word)s.")
        }

        @OptionGroup var account: AccountOption
        @OptionGroup var data: DataOptions

        func run() async throws {
            let answer = try await data.answer("GET", account.path("\(Kind.word)s"))
            let members = answer.items("\(Kind.word)s")
            var table = TextTable([.init("Name"), .init("Enabled"), .init("Policies")])
            for member in members {
                table.append(
                    [
                        member.shown("name"), member.shown("enabled"),
                        member.names("policies").joined(separator: ", "),
                    ].map { StyledText($0) })
            }
            try data.write(
                answer,
                members.isEmpty
                    ? [.line(StyledText("The account has no \(Kind.word)s."))] : [.table(table)])
        }
    }

    struct Show: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "show", abstract: "Show a \(Kind.word) and its policies.")
        }

        @Argument(help: "The name.") var name: String
        @OptionGroup var account: AccountOption
        @OptionGroup var data: DataOptions

        func run() async throws {
            let member = try await data.answer("GET", account.path("\(Kind.word)s", name))
            try data.write(member, MemberText.lines(member))
        }
    }

    struct PutPolicy: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "put-policy",
                abstract: "Add a policy to a \(Kind.word), or replace the one of that name.")
        }

        @Argument(help: "The name.") var name: String
        @OptionGroup var account: AccountOption

        @Option(
            help: ArgumentHelp("The policy, JSON.", valueName: "file"), completion: .file())
        var policy: String

        @Option(help: ArgumentHelp("Its name; that of the file unless given.", valueName: "name"))
        var policyName: String?

        @OptionGroup var data: DataOptions

        func run() async throws {
            let path = account.path(
                "\(Kind.word)s", name, "policies", policyName ?? PolicyFile.name(of: policy))
            let member = try await data.answer(
                to: AdministrationAPI.Request("PUT", path, body: try PolicyFile.read(policy)))
            try data.write(member, MemberText.lines(member))
        }
    }

    struct DeletePolicy: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "delete-policy", abstract: "Take a policy away from a \(Kind.word).")
        }

        @Argument(help: "The name.") var name: String
        @OptionGroup var account: AccountOption
        @Option(help: ArgumentHelp("The policy's name.", valueName: "name")) var policyName: String
        @OptionGroup var data: DataOptions

        func run() async throws {
            let path = account.path("\(Kind.word)s", name, "policies", policyName)
            let member = try await data.answer("DELETE", path)
            try data.write(member, MemberText.lines(member))
        }
    }

    struct Disable: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "disable", abstract: "Let none of a \(Kind.word)'s keys sign in.")
        }

        @Argument(help: "The name.") var name: String
        @OptionGroup var account: AccountOption
        @OptionGroup var data: DataOptions

        func run() async throws {
            let member = try await data.answer(
                "PATCH", account.path("\(Kind.word)s", name), ["enabled": .bool(false)])
            try data.write(member, [.line(StyledText("The \(Kind.word) signs in no more."))])
        }
    }

    struct Enable: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "enable", abstract: "Let a \(Kind.word)'s keys sign in again.")
        }

        @Argument(help: "The name.") var name: String
        @OptionGroup var account: AccountOption
        @OptionGroup var data: DataOptions

        func run() async throws {
            let member = try await data.answer(
                "PATCH", account.path("\(Kind.word)s", name), ["enabled": .bool(true)])
            try data.write(member, [.line(StyledText("The \(Kind.word) signs in again."))])
        }
    }

    struct Delete: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "delete", abstract: "Remove a \(Kind.word) and its keys.")
        }

        @Argument(help: "The name.") var name: String
        @OptionGroup var account: AccountOption
        @OptionGroup var data: DataOptions

        func run() async throws {
            let answer = try await data.answer("DELETE", account.path("\(Kind.word)s", name))
            try data.write(answer, [.line(StyledText("The \(Kind.word) and its keys are gone."))])
        }
    }
}

enum MemberText {
    static func lines(_ member: Document) -> [TextBlock] {
        var table = TextTable([.init(""), .init("")])
        let policies = member.names("policies").joined(separator: ", ")
        for (title, value) in [
            ("Name", member.shown("name")), ("ARN", member.shown("arn")),
            ("Enabled", member.shown("enabled")),
            ("Policies", policies.isEmpty ? "none: it may do nothing" : policies),
            ("Made", member.shown("createdAt")),
        ] {
            table.append([StyledText(title), StyledText(value)])
        }
        return [.table(table)]
    }
}

/// Policies are read from files.
enum PolicyFile {
    static func read(_ path: String) throws -> Document {
        let bytes = try BoundedFile.read(path, limit: 65_536)
        do {
            return try JSON.parse(bytes)
        } catch {
            throw InputError("the policy is no JSON: \(error)", in: path)
        }
    }

    /// `send` for `policies/send.json`
    static func name(of path: String) -> String {
        URL(fileURLWithPath: path).deletingPathExtension().lastPathComponent
    }
}
