import ArgumentParser

struct PolicyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy",
        abstract: "Check policies, and try calls on them before they are made.",
        discussion: """
            Nothing is asked but the files that are named.

            Examples:
              waxwing policy check policy.json --identity example.com --owner 000000000000
              waxwing policy simulate --identity example.com --policy policy.json \
            --caller arn:aws:iam::111122223333:user/app --from app@example.com
            """,
        subcommands: [PolicyCheckCommand.self, PolicySimulateCommand.self])
}
