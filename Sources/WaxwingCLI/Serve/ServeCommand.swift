import ArgumentParser
import Foundation
import JSONText
import Logging
import MailTypes

struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Run the service, configured by a file and the environment.",
        discussion: """
            Every setting of the file has a name in the environment as well, which wins over it: \
            delivery.hello-name is WAXWING_DELIVERY_HELLO_NAME. Without --config, the file is \
            waxwing.yaml here or /etc/waxwing/waxwing.yaml, whichever is there first.

            Examples:
              waxwing serve --example > waxwing.yaml
              waxwing serve --check
              waxwing serve --config /etc/waxwing/waxwing.yaml
              waxwing serve --roles api,submission

            SIGTERM ends it in good order; SIGHUP makes it read its certificates again.
            """)

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The configuration file.", valueName: "file"),
        completion: .file())
    var config: String?

    @Option(
        help: ArgumentHelp(
            "What this process does, with commas between: \(ServiceRole.names). All unless given.",
            valueName: "roles"))
    var roles: String?

    @Flag(help: "Check the configuration, print it as it would be used, and end.")
    var check = false

    @Flag(help: "Print a configuration file to begin with, every setting explained, and end.")
    var example = false

    @Flag(help: .hidden)
    var reference = false

    @OptionGroup var output: OutputOptions

    static let standardFiles = ["waxwing.yaml", "/etc/waxwing/waxwing.yaml"]

    func run() async throws {
        if example { return try output.output.write(raw: Array(ExampleConfiguration.text.utf8)) }
        if reference {
            return try output.output.write(raw: Array(ConfigurationReference.text.utf8))
        }
        let environment = ProcessInfo.processInfo.environment
        do {
            let (settings, file) = try read(environment)
            let configuration = try ServeConfiguration.resolved(
                from: settings, file: file, now: SystemClock().now())
            for warning in Settings.strangers(in: environment) { warn(warning) }
            if check {
                return try output.output.write(
                    ConfigurationReport(
                        settings: settings, computed: configuration.computed,
                        file: file?.path))
            }
            try await serve(configuration, environment)
        } catch let problems as ConfigurationProblems {
            for problem in problems.problems { warn(problem.description) }
            throw ExitCode(CommandStatus.usage.rawValue)
        } catch let error as StartError {
            warn(error.description)
            throw ExitCode(CommandStatus.problem.rawValue)
        }
    }

    private func read(
        _ environment: [String: String]
    ) throws(ConfigurationProblems) -> (Settings, ConfigurationFile?) {
        let named = config ?? environment["\(Setting.environmentPrefix)CONFIG"]
        let path =
            named ?? Self.standardFiles.first { FileManager.default.fileExists(atPath: $0) }
        var file: ConfigurationFile?
        if let path { file = try ConfigurationFile(path: path) }
        var overrides: [String: [String]] = [:]
        if let roles {
            overrides["roles"] = roles.split(separator: ",").map {
                String(decoding: Array($0.utf8)[...].trimmingFoldingWhitespace, as: UTF8.self)
            }
        }
        return (Settings(file: file, environment: environment, overrides: overrides), file)
    }

    private func serve(
        _ configuration: ServeConfiguration, _ environment: [String: String]
    ) async throws {
        DescriptorLimit.raise()
        // Whoever asks for a reload where there are no certificates means no harm.
        signal(SIGHUP, SIG_IGN)
        let form: LineLogHandler.Form =
            switch configuration.log.format {
            case .text: .text
            case .json: .json
            case nil: isatty(STDERR_FILENO) == 1 ? .text : .json
            }
        var logger = Logger(label: "waxwing") { _ in LineLogHandler(form: form) }
        logger.logLevel = configuration.log.level
        let service = try await ServeWiring(
            configuration, manager: ServiceManager(environment: environment), logger: logger
        ).start()
        try await service.run()
    }
}
