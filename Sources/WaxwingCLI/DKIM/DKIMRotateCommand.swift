import ArgumentParser
import JSONText
import MailTypes
import WaxwingConsole

struct DKIMRotateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate",
        abstract: "Have another key of Easy DKIM sign as soon as that can be.",
        discussion: """
            The next key is published already. It signs once every resolver can know it, and the one \
            before stays published for mail on its way. No DNS record of the domain changes.

            Examples:
              waxwing dkim rotate example.com --account 111122223333 --region eu-west-1
              waxwing dkim rotate example.com --account 111122223333 --show --json
            """)

    @Argument(help: "The domain, an identity of the account.") var domain: DomainArgument
    @OptionGroup var account: AccountOption

    @Option(help: ArgumentHelp("The identity's region.", valueName: "region"))
    var region = "us-east-1"

    @Flag(help: "Change nothing, and say how the keys stand.") var show = false
    @OptionGroup var data: DataOptions

    func run() async throws {
        let state = try await data.answer(
            show ? "GET" : "POST", account.path("identities", domain.name.text, "dkim-rotation"),
            query: ["region": region])
        var table = TextTable([.init(""), .init("Selector"), .init("Bits"), .init("From")])
        for (title, member) in [("Signs now", "signing"), ("Signs next", "next")] {
            guard let key = state[member] else { continue }
            table.append(
                [title, key.shown("selector"), key.number("bits"), key.shown("from")].map {
                    StyledText($0)
                })
        }
        try data.write(state, [.table(table)])
    }
}

extension Document {
    /// The digits of a member, or the empty text.
    fileprivate func number(_ name: String) -> String {
        if case .integer(let number)? = self[name] { "\(number)" } else { "" }
    }
}
