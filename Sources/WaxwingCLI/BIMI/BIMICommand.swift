import ArgumentParser
import BIMI

struct BIMICommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bimi",
        abstract: "Look at BIMI records, logos and mark certificates.",
        discussion: """
            Examples:
              waxwing bimi lookup example.com
              waxwing bimi svg logo.svg
              waxwing bimi certificate mark.pem --domain example.com --roots roots.pem
            """,
        subcommands: [BIMILookupCommand.self, BIMISVGCommand.self, BIMICertificateCommand.self])
}

/// A selector on the command line.
struct BIMISelectorArgument: ExpressibleByArgument {
    let selector: BIMISelector

    init(selector: BIMISelector) { self.selector = selector }

    init?(argument: String) {
        guard let selector = try? BIMISelector(parsing: argument) else { return nil }
        self.selector = selector
    }

    var defaultValueDescription: String { selector.text }
}
