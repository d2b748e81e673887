import ArgumentParser
import JSONText

/// A kind of thing that operators switch off and on, and remove: what the commands for it say, and
/// where it stands in the administration API.
protocol AdministeredKind: Sendable {
    associatedtype Place: AdministeredPlace

    /// `user`
    static var noun: String { get }
    /// The step of the path: `users`.
    static var collection: String { get }
    /// What one is named by: `id` or `name`.
    static var argument: (name: String, help: String) { get }
    static var abstracts: SwitchAbstracts { get }
    /// What switches it, in the words of the API.
    static func members(enabled: Bool) -> KeyValuePairs<String, Document?>
}

/// What the help says of the commands that switch and remove.
struct SwitchAbstracts: Sendable {
    let disable: String
    let enable: String
    let delete: String
}

/// What something is named within: an account, or nothing.
protocol AdministeredPlace: ParsableArguments {
    func path(_ steps: String...) -> [String]
}

extension AccountOption: AdministeredPlace {}

/// Where accounts themselves are.
struct NoPlace: AdministeredPlace {
    func path(_ steps: String...) -> [String] { steps }
}

extension AdministeredKind {
    static func members(enabled: Bool) -> KeyValuePairs<String, Document?> {
        ["enabled": .bool(enabled)]
    }

    /// Has something done to one of the kind, and says how it is then: `disabled`.
    fileprivate static func change(
        _ method: String, _ id: String, in place: Place,
        _ members: KeyValuePairs<String, Document?>, _ data: DataOptions, _ state: String
    ) async throws {
        let answer = try await data.answer(method, place.path(collection, id), members)
        try data.write(answer, [.line(StyledText("The \(noun) \(id) is \(state)."))])
    }

    static var help: ArgumentHelp {
        ArgumentHelp(argument.help, valueName: argument.name)
    }
}

struct DisableCommand<Kind: AdministeredKind>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "disable", abstract: Kind.abstracts.disable)
    }

    @Argument(help: Kind.help) var id: String
    @OptionGroup var place: Kind.Place
    @OptionGroup var data: DataOptions

    func run() async throws {
        try await Kind.change(
            "PATCH", id, in: place, Kind.members(enabled: false), data, "disabled")
    }
}

struct EnableCommand<Kind: AdministeredKind>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "enable", abstract: Kind.abstracts.enable)
    }

    @Argument(help: Kind.help) var id: String
    @OptionGroup var place: Kind.Place
    @OptionGroup var data: DataOptions

    func run() async throws {
        try await Kind.change("PATCH", id, in: place, Kind.members(enabled: true), data, "enabled")
    }
}

struct DeleteCommand<Kind: AdministeredKind>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: "delete", abstract: Kind.abstracts.delete)
    }

    @Argument(help: Kind.help) var id: String
    @OptionGroup var place: Kind.Place
    @OptionGroup var data: DataOptions

    func run() async throws {
        try await Kind.change("DELETE", id, in: place, [:], data, "deleted")
    }
}
