import ArgumentParser
import Foundation
import Logging
import WaxwingCore

struct DevCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dev",
        abstract: "Run the whole service on this machine, without any configuration.",
        discussion: """
            Any credentials sign in, any domain becomes an identity within a second, and all mail \
            ends in the inbox, which a browser shows. Nothing leaves the machine.

            Examples:
              waxwing dev
              waxwing dev --data ./mail --http 127.0.0.1:9025
              waxwing dev --deliver-to 127.0.0.1:2526
            """)

    @Option(help: ArgumentHelp("SES API and inbox.", valueName: "host:port"))
    var http = SocketEndpoint(port: 8025)

    @Option(help: ArgumentHelp("SMTP submission, with STARTTLS.", valueName: "host:port"))
    var smtp = SocketEndpoint(port: 1025)

    @Option(
        help: ArgumentHelp("SMTP submission over TLS; off unless given.", valueName: "host:port"))
    var smtps: SocketEndpoint?

    @Option(help: ArgumentHelp("The built-in mail exchanger.", valueName: "host:port"))
    var mx = SocketEndpoint(port: 2525)

    @Option(help: ArgumentHelp("DNS, UDP and TCP.", valueName: "host:port"))
    var dns = SocketEndpoint(port: 8053)

    @Flag(help: "Let in credentials of accounts alone: those that 'waxwing key create' makes.")
    var requireCredentials = false

    @Option(
        help: ArgumentHelp(
            "Keep everything in this folder; else in a temporary one that is removed at the end.",
            valueName: "dir"))
    var data: String?

    @Flag(help: "Publish no records for identities: do it yourself, in real DNS.")
    var manualDns = false

    @Option(
        help: ArgumentHelp("Deliver to this server instead of the inbox.", valueName: "host:port"))
    var deliverTo: SocketEndpoint?

    @Option(
        help: ArgumentHelp(
            "Change Easy DKIM's keys this often, to see it happen; 90 days unless given.",
            valueName: "seconds"))
    var rotateKeysEvery: Int?

    @Flag(help: "Write no mail to an account's contacts when records are found or lost.")
    var noNotices = false

    @Flag(name: .shortAndLong, help: "Log each step of each message to standard error.")
    var verbose = false

    func run() async throws {
        var logger = Logger(label: "waxwing") { StreamLogHandler.standardError(label: $0) }
        logger.logLevel = verbose ? .debug : .warning
        let options = DevelopmentOptions(
            http: http, smtp: smtp, smtps: smtps, mx: mx, dns: dns, dataFolder: data,
            requiresCredentials: requireCredentials,
            publishesRecords: !manualDns, deliverTo: deliverTo,
            noticesOwners: !noNotices,
            rotation: rotateKeysEvery.map { .shortened(to: .seconds(max(3, $0))) } ?? .init())
        do {
            let service = try await DevelopmentService.start(options, logger: logger)
            try FileHandle.standardOutput.write(contentsOf: Array(service.greeting.utf8))
            try await service.run()
        } catch let error as StartError {
            throw ValidationError(error.description)
        }
    }
}

extension DKIMRotationSchedule {
    /// The whole way in little time: a key is published for a third of the period before it signs,
    /// and for as long after.
    fileprivate static func shortened(to period: Duration) -> DKIMRotationSchedule {
        DKIMRotationSchedule(period: period, settling: period / 3, retirement: period / 3)
    }
}
