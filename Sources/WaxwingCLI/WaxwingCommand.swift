import ArgumentParser

/// The program: reads the arguments and does what they say.
public func runWaxwing() async { await WaxwingCommand.main() }

struct WaxwingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "waxwing",
        abstract: "An email service of your own that speaks Amazon SES.",
        discussion: """
            Start the whole service on this machine, with no configuration:

              waxwing dev
            """,
        version: Version.current, subcommands: [DevCommand.self])
}

/// Which Waxwing this is.
enum Version {
    static let current = "0.1.0"
}
