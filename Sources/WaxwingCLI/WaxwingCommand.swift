import ArgumentParser
import Foundation

/// The program: reads the arguments, does what they say, and exits as ``CommandStatus`` lists.
public func runWaxwing() async {
    do {
        var command = try await WaxwingCommand.asyncParseAsRoot()
        if var asynchronous = command as? any AsyncParsableCommand {
            try await asynchronous.run()
        } else {
            try command.run()
        }
    } catch let error as InputError {
        warn(error.description)
        exit(CommandStatus.usage.rawValue)
    } catch {
        guard WaxwingCommand.exitCode(for: error) == .validationFailure else {
            WaxwingCommand.exit(withError: error)
        }
        let message = WaxwingCommand.fullMessage(for: error) + "\n"
        try? FileHandle.standardError.write(contentsOf: Array(message.utf8))
        exit(CommandStatus.usage.rawValue)
    }
}

struct WaxwingCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "waxwing",
        abstract: "An email service of your own that speaks Amazon SES.",
        discussion: """
            Start the whole service on this machine, with no configuration:

              waxwing dev

            Look into messages and records:

              waxwing dkim verify message.eml

            Exit status of the commands that look into something: 0 it passed, or was found; \
            1 it did not pass, or something is wrong; 2 the command was called wrongly, or a file \
            cannot be read; 3 nobody knows now, because the DNS did not answer.
            """,
        version: Version.current,
        subcommands: [
            DevCommand.self, ServeCommand.self, WhyCommand.self, DKIMCommand.self, SPFCommand.self,
            DMARCCommand.self,
            ARCCommand.self, MTASTSCommand.self, TLSRPTCommand.self, BIMICommand.self,
            DANECommand.self, ReportCommand.self, DNSCommand.self, AccountCommand.self,
            UserCommand.self, RoleCommand.self, KeyCommand.self, SMTPCredentialCommand.self,
            PolicyCommand.self, QueueCommand.self,
        ])
}

/// Which Waxwing this is.
enum Version {
    static let current = "0.1.0"
}
