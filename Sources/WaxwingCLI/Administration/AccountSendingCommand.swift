import ArgumentParser
import JSONText

/// `waxwing account sending`
struct AccountSendingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "sending", abstract: "Show or change what an account may send.",
        discussion: """
            Without a change it shows how things stand. Bounds count recipients, and belong to a \
            region.

            Examples:
              waxwing account sending 111122223333 --region eu-west-1
              waxwing account sending 111122223333 --no-sandbox --daily-quota 50000 --rate 14
              waxwing account sending 111122223333 --standing suspended
            """)

    /// What the service makes of an account.
    enum Standing: String, ExpressibleByArgument, CaseIterable {
        case healthy
        case underReview = "under-review"
        case suspended

        /// SES's word.
        var status: String {
            switch self {
            case .healthy: "HEALTHY"
            case .underReview: "PROBATION"
            case .suspended: "SHUTDOWN"
            }
        }
    }

    /// A number of recipients, or `none`.
    struct Bound: ExpressibleByArgument {
        let value: Double

        init?(argument: String) {
            guard argument != "none" else {
                value = -1
                return
            }
            guard let number = Double(argument), number.isFinite, number >= 0 else { return nil }
            value = number
        }
    }

    @Argument(help: "The account's twelve digits.") var id: String

    @Option(help: ArgumentHelp("The region that it is about.", valueName: "region"))
    var region = "us-east-1"

    @Flag(
        inversion: .prefixedNo,
        help: "In the sandbox an account sends little, and to verified identities alone.")
    var sandbox: Bool?

    @Option(
        help: ArgumentHelp("Recipients in 24 hours, or none for no bound.", valueName: "number"))
    var dailyQuota: Bound?

    @Option(
        help: ArgumentHelp("Recipients in a second, or none for no bound.", valueName: "number"))
    var rate: Bound?

    @Option(help: "What the service makes of the account: one that is suspended sends nothing.")
    var standing: Standing?

    @OptionGroup var data: DataOptions

    func run() async throws {
        let changes: KeyValuePairs<String, Document?> = [
            "sandbox": sandbox.map { .bool($0) },
            "dailyQuota": dailyQuota.map { .double($0.value) },
            "maximumRate": rate.map { .double($0.value) },
            "enforcementStatus": .text(standing?.status),
        ]
        let isAsking = changes.allSatisfy { $0.value == nil }
        let settings = try await data.answer(
            isAsking ? "GET" : "PATCH", ["accounts", id, "sending"], query: ["region": region],
            changes)
        var table = TextTable([.init(""), .init("")])
        for (title, value) in [
            ("Account", settings.shown("account")), ("Region", settings.shown("region")),
            ("Sandbox", settings.shown("sandbox")),
            ("Recipients in 24 hours", settings.bound("dailyQuota")),
            ("Recipients in a second", settings.bound("maximumRate")),
            ("Standing", settings.shown("enforcementStatus")),
            ("Switched on by its owner", settings.shown("sendingEnabled")),
        ] {
            table.append([StyledText(title), StyledText(value)])
        }
        try data.write(settings, [.table(table)])
    }
}

extension Document {
    fileprivate func bound(_ name: String) -> String {
        let number: Double
        switch self[name] {
        case .double(let value)?: number = value
        case .integer(let value)?: number = Double(value)
        default: return ""
        }
        guard number >= 0 else { return "no bound" }
        return number == number.rounded() && number < 1e15 ? "\(Int64(number))" : "\(number)"
    }
}
