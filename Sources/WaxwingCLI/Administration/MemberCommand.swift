import ArgumentParser
import Foundation
import JSONText
import WaxwingConsole

/// Users and roles, whose commands differ in the noun alone.
protocol MemberKind: AdministeredKind where Place == AccountOption {}

extension MemberKind {
    static var collection: String { "\(noun)s" }
    static var argument: (name: String, help: String) { ("name", "The \(noun)'s name.") }
    static var abstracts: SwitchAbstracts {
        SwitchAbstracts(
            disable: "Let nobody sign in with a \(noun)'s keys.",
            enable: "Let a \(noun)'s keys sign in again.",
            delete: "Remove a \(noun) and its keys.")
    }
}

enum UserKind: MemberKind {
    static let noun = "user"
}

enum RoleKind: MemberKind {
    static let noun = "role"
}

typealias UserCommand = MemberCommand<UserKind>
typealias RoleCommand = MemberCommand<RoleKind>

struct MemberCommand<Kind: MemberKind>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: Kind.noun,
            abstract: "Make, list, change and remove the \(Kind.noun)s of an account.",
            discussion: """
                A \(Kind.noun) may do what its policies allow, and nothing without any.

                Examples:
                  waxwing \(Kind.noun) create mailer --account 111122223333 --policy send.json
                  waxwing \(Kind.noun) put-policy mailer --account 111122223333 --policy send.json
                  waxwing key create --account 111122223333 --\(Kind.noun) mailer
                """,
            subcommands: [
                Create.self, List.self, Show.self, PutPolicy.self, DeletePolicy.self,
                DisableCommand<Kind>.self, EnableCommand<Kind>.self, DeleteCommand<Kind>.self,
            ])
    }

    struct Create: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(commandName: "create", abstract: "Make a \(Kind.noun).")
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
                "POST", account.path(Kind.collection),
                [
                    "name": .string(name), "policies": policies.isEmpty ? nil : .object(policies),
                ])
            try data.write(member, MemberText.lines(member))
        }
    }

    struct List: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(commandName: "list", abstract: "List the \(Kind.noun)s.")
        }

        @OptionGroup var account: AccountOption
        @OptionGroup var data: DataOptions

        func run() async throws {
            let answer = try await data.answer("GET", account.path(Kind.collection))
            try data.write(
                answer,
                AdministrationText.list(
                    answer.items(Kind.collection),
                    [
                        ("Name", { $0.shown("name") }), ("Enabled", { $0.shown("enabled") }),
                        ("Policies", { $0.names("policies").joined(separator: ", ") }),
                    ], nouns: Kind.collection, command: "waxwing \(Kind.noun) create"))
        }
    }

    struct Show: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "show", abstract: "Show a \(Kind.noun) and its policies.")
        }

        @Argument(help: "The name.") var name: String
        @OptionGroup var account: AccountOption
        @OptionGroup var data: DataOptions

        func run() async throws {
            let member = try await data.answer("GET", account.path(Kind.collection, name))
            try data.write(member, MemberText.lines(member))
        }
    }

    struct PutPolicy: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "put-policy",
                abstract: "Add a policy to a \(Kind.noun), or replace the one of that name.")
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
                Kind.collection, name, "policies", policyName ?? PolicyFile.name(of: policy))
            let member = try await data.answer(
                to: AdministrationAPI.Request("PUT", path, body: try PolicyFile.read(policy)))
            try data.write(member, MemberText.lines(member))
        }
    }

    struct DeletePolicy: AsyncParsableCommand {
        static var configuration: CommandConfiguration {
            CommandConfiguration(
                commandName: "delete-policy", abstract: "Take a policy away from a \(Kind.noun).")
        }

        @Argument(help: "The name.") var name: String
        @OptionGroup var account: AccountOption
        @Option(help: ArgumentHelp("The policy's name.", valueName: "name")) var policyName: String
        @OptionGroup var data: DataOptions

        func run() async throws {
            let path = account.path(Kind.collection, name, "policies", policyName)
            let member = try await data.answer("DELETE", path)
            try data.write(member, MemberText.lines(member))
        }
    }
}

enum MemberText {
    static func lines(_ member: Document) -> [TextBlock] {
        let policies = member.names("policies").joined(separator: ", ")
        return AdministrationText.properties([
            ("Name", member.shown("name")), ("ARN", member.shown("arn")),
            ("Enabled", member.shown("enabled")),
            ("Policies", policies.isEmpty ? "none: it may do nothing" : policies),
            ("Made", member.shown("createdAt")),
        ])
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
