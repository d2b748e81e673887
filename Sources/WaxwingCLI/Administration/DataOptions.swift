import ArgumentParser
import Foundation
import JSONText
import WaxwingConsole

/// The options of every command that administers accounts.
struct DataOptions: ParsableArguments {
    static let variable = "WAXWING_DATA_FOLDER"

    @Option(
        help: ArgumentHelp(
            "The service's data folder, whether the service runs or not; \(variable) unless given.",
            valueName: "dir"), completion: .directory)
    var data: String?

    @Option(
        help: ArgumentHelp(
            "The socket of the running service, where it is not admin.sock in the data folder.",
            valueName: "path"), completion: .file())
    var socket: String?

    @OptionGroup var output: OutputOptions

    func folder() throws -> String {
        let folder = data ?? ProcessInfo.processInfo.environment[Self.variable] ?? ""
        guard !folder.isEmpty else {
            throw InputError(
                "which service? Name its data folder with --data DIR, or in \(Self.variable)")
        }
        return folder
    }

    /// The data folder, which has to hold data.
    func existingFolder() throws -> String {
        let folder = try folder()
        guard FileManager.default.fileExists(atPath: "\(folder)/waxwing.sqlite") else {
            throw InputError("there is no data of Waxwing in \(folder)")
        }
        return folder
    }

    func answer(
        _ method: String, _ path: [String], query: [String: String] = [:],
        _ members: KeyValuePairs<String, Document?> = [:], makesFolder: Bool = false
    ) async throws -> Document {
        try await answer(
            to: AdministrationAPI.Request(
                method, path, query: query, body: .members(members)),
            makesFolder: makesFolder)
    }

    func answer(
        to request: AdministrationAPI.Request, makesFolder: Bool = false
    ) async throws -> Document {
        let client = try await AdministrationClient.open(
            folder(), socket: socket, makesFolder: makesFolder)
        return try await client.answer(to: request)
    }

    func write(_ document: Document, _ text: [TextBlock]) throws {
        try output.output.write(AdministrationResult(document: document, text: text))
    }
}

/// The account that users, keys and credentials are of.
struct AccountOption: ParsableArguments {
    @Option(help: ArgumentHelp("The account's twelve digits.", valueName: "id"))
    var account: String

    /// The path of something in the account.
    func path(_ steps: String...) -> [String] { ["accounts", account] + steps }
}

/// Whose a key is.
struct OwnerOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A user's key; else the account's own.", valueName: "name"))
    var user: String?

    @Option(help: ArgumentHelp("A role's key.", valueName: "name"))
    var role: String?
}

/// What a command of the administration prints.
struct AdministrationResult: Presentable {
    let document: Document
    let text: [TextBlock]
}

extension Document {
    /// A text of a member, or the empty one.
    func shown(_ name: String) -> String {
        switch self[name] {
        case .string(let text)?: text
        case .bool(let flag)?: flag ? "yes" : "no"
        case .array(let items)?: items.map { $0.plain }.joined(separator: ", ")
        default: ""
        }
    }

    private var plain: String {
        if case .string(let text) = self { return text }
        return ""
    }

    /// The items of a list.
    func items(_ name: String) -> [Document] {
        if case .array(let items)? = self[name] { return items }
        return []
    }

    /// The names of an object's members.
    func names(_ name: String) -> [String] {
        if case .object(let fields)? = self[name] { return fields.map(\.name) }
        return []
    }
}
