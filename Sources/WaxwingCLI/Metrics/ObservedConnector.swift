import MailTypes
import SMTP
import WaxwingMTA

/// Connections that are counted, with what is under way on them.
struct ObservedConnector: OutgoingConnector {
    let base: any OutgoingConnector
    let metrics: ServiceMetrics

    func connect(to host: MailHost) async throws -> any OutgoingConnection {
        do {
            let connection = try await base.connect(to: host)
            metrics.connections.at(["opened"]).add()
            metrics.openConnections.add()
            return Connection(base: connection, metrics: metrics)
        } catch {
            metrics.connections.at(["failed"]).add()
            throw error
        }
    }

    private struct Connection: OutgoingConnection {
        let base: any OutgoingConnection
        let metrics: ServiceMetrics

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
            return outcomes
        }

        /// Whoever opened a connection quits it, also when it has broken.
        func quit() async {
            metrics.openConnections.add(-1)
            await base.quit()
        }
    }
}
