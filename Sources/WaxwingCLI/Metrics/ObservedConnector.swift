import Logging
import MailTypes
import SMTP
import WaxwingMTA

/// Connections that are counted, with what is under way on them.
struct ObservedConnector: OutgoingConnector {
    let base: any OutgoingConnector
    let metrics: ServiceMetrics
    /// Told of each attempt, recipients included; nil for none.
    let logger: Logger?

    func connect(
        to host: MailHost, from source: IPAddress?
    ) async throws -> any OutgoingConnection {
        do {
            let connection = try await base.connect(to: host, from: source)
            metrics.connections.at(["opened"]).add()
            metrics.openConnections.add()
            return Connection(base: connection, metrics: metrics, logger: logger)
        } catch {
            metrics.connections.at(["failed"]).add()
            throw error
        }
    }

    private struct Connection: OutgoingConnection {
        let base: any OutgoingConnection
        let metrics: ServiceMetrics
        let logger: Logger?

        var peer: String { base.peer }
        var isEncrypted: Bool { base.isEncrypted }
        var isUsable: Bool { base.isUsable }

        func send(_ envelope: Envelope, content: [UInt8]) async -> [SMTPRecipientOutcome] {
            let count = envelope.forwardPaths.count
            metrics.deliveriesInFlight.add(count)
            defer { metrics.deliveriesInFlight.add(-count) }
            let start = ContinuousClock.now
            let outcomes = await base.send(envelope, content: content)
            metrics.transactionDuration.record(start.duration(to: .now))
            if let logger {
                for (path, outcome) in zip(envelope.forwardPaths, outcomes) {
                    logger.info(
                        "delivery attempted",
                        metadata: [
                            "recipient": "\(path.address)", "peer": "\(base.peer)",
                            "outcome": "\(outcome.word)", "reply": "\(outcome.text)",
                        ])
                }
            }
            return outcomes
        }

        /// Whoever opened a connection quits it, also when it has broken.
        func quit() async {
            metrics.openConnections.add(-1)
            await base.quit()
        }
    }
}

extension SMTPRecipientOutcome {
    fileprivate var word: String {
        switch self {
        case .accepted: "accepted"
        case .refused: "refused"
        case .deferred: "deferred"
        case .undecided: "undecided"
        }
    }

    fileprivate var text: String {
        switch self {
        case .accepted(let reply), .refused(let reply, _), .deferred(let reply, _): "\(reply)"
        case .undecided(let failure): "\(failure)"
        }
    }
}
