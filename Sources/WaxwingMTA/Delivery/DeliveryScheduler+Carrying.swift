import Logging
import MailTypes
import SMTP
import Synchronization
import WaxwingCore

extension DeliveryScheduler {
    /// The life of one worker: finds a server of the destination, connects, and carries one job
    /// after the other until none comes for a while.
    func carry(to destination: Destination) async {
        guard let first = nextJobOrLeave(destination) else { return }
        switch await router.route(to: destination) {
        case .unroutable(let reply):
            fail([first], of: destination, reply: reply)
        case .temporaryFailure(let reply):
            backOff(destination, reply: reply, with: [first])
        case .hosts(let hosts):
            await carry(first, to: destination, over: hosts)
        }
        leave(destination)
    }

    private func carry(
        _ first: DeliveryJob, to destination: Destination, over hosts: [MailHost]
    ) async {
        var failure = SMTPReply(451, EnhancedStatusCode(4, 4, 1), "no server answered")
        for host in hosts {
            do {
                let connection = try await connector.connect(to: host)
                await carry(first, to: destination, on: connection)
                return
            } catch {
                failure = (error as? SMTPConnectionFailure)?.reply ?? failure
                logger.info(
                    "connection failed",
                    metadata: [
                        "destination": "\(destination)", "host": "\(host.name)",
                        "address": "\(host.address)", "reply": "\(failure)",
                    ])
            }
        }
        // Also where a banner said 5xx to all of them: it tells of the server's state and not of
        // these messages, and in doubt a failure is one that passes.
        backOff(destination, reply: failure, with: [first])
    }

    private func carry(
        _ first: DeliveryJob, to destination: Destination,
        on connection: any OutgoingConnection
    ) async {
        var job = first
        while true {
            let outcomes = await send(job, on: connection)
            record(outcomes, of: job, peer: connection.peer)
            let isUsable = connection.isUsable && !outcomes.contains(where: \.isUndecided)
            state.withLock { state in
                if isUsable {
                    state.destinations[destination]?.succeeded()
                } else {
                    state.destinations[destination]?.pushedBack()
                }
            }
            guard isUsable else { return await connection.quit() }
            guard let next = await nextJob(of: destination) else {
                return await connection.quit()
            }
            job = next
        }
    }

    /// A message that asks for TLS is not sent without it, and bounces (`TlsPolicy` of SES).
    private func send(
        _ job: DeliveryJob, on connection: any OutgoingConnection
    ) async -> [SMTPRecipientOutcome] {
        guard job.message.handling.requiresTLS, !connection.isEncrypted else {
            return await connection.send(job.envelope, content: job.message.content)
        }
        // X.7.10, “encryption needed”, of the registry that RFC 5248 keeps.
        let reply = SMTPReply(
            550, EnhancedStatusCode(5, 7, 10), "TLS is required, and the server does not take it")
        return job.deliveries.map { _ in .refused(reply, at: .connect) }
    }

    // MARK: Taking jobs

    /// A job, after waiting for one; nil when the worker should close its connection.
    private func nextJob(of destination: Destination) async -> DeliveryJob? {
        await withCheckedContinuation { continuation in
            let answer: DeliveryJob?? = state.withLock { state in
                // What waits stays in the queue, for whoever runs next.
                if state.isStopping { return .some(nil) }
                if let job = state.destinations[destination]?.takeFirst() { return .some(job) }
                state.destinations[destination]?.waiters.append((.now, continuation))
                return nil
            }
            if let answer { continuation.resume(returning: answer) }
        }
    }

    private func nextJobOrLeave(_ destination: Destination) -> DeliveryJob? {
        let job = state.withLock { $0.destinations[destination]?.takeFirst() }
        if job == nil { leave(destination) }
        return job
    }

    /// The worker ends. Jobs that came meanwhile get another one.
    private func leave(_ destination: Destination) {
        let needsAnother = state.withLock { state in
            state.destinations[destination]?.workers -= 1
            guard !state.isStopping, let queue = state.destinations[destination],
                !queue.jobs.isEmpty, queue.workers == 0
            else { return false }
            state.destinations[destination]?.workers += 1
            return true
        }
        if needsAnother { start(destination) }
    }

    // MARK: Recording outcomes

    private func record(_ outcomes: [SMTPRecipientOutcome], of job: DeliveryJob, peer: String) {
        let now = clock.now()
        var settled: [Settlement] = []
        var failures: [BounceReports.Failure] = []
        var lastFailed: Int?
        for (delivery, outcome) in zip(job.deliveries, outcomes) {
            let ended = self.ended(outcome, of: delivery, job, peer: peer, at: now)
            if let failure = ended.failure {
                failures.append(failure)
                lastFailed = settled.count
            }
            settled.append(
                Settlement(delivery: delivery.id, scope: job.message.scope, outcome: ended.outcome))
            log(ended.outcome, delivery: delivery, job: job, peer: peer)
        }
        if let lastFailed, let report = reports.report(failures, of: job.message, at: now) {
            settled[lastFailed] = settled[lastFailed].with(report: report)
        }
        settlements.add(settled)
    }

    /// How an attempt ends a delivery, or when it is due again; and what to report.
    private func ended(
        _ outcome: SMTPRecipientOutcome, of delivery: Delivery, _ job: DeliveryJob, peer: String,
        at now: UnixTime
    ) -> (outcome: DeliveryOutcome, failure: BounceReports.Failure?) {
        let reply: SMTPReply
        switch outcome {
        case .accepted(let reply):
            return (.delivered(reply: "\(reply)"), nil)
        case .refused(let reply, _):
            let failure = BounceReports.Failure(
                recipient: delivery.recipient, reply: reply, peer: peer)
            return (.bounced(reply: "\(reply)"), failure)
        case .deferred(let temporary, _): reply = temporary
        case .undecided(let failure): reply = failure.reply.asTransient
        }
        let until = configuration.retrySchedule.nextAttempt(
            after: delivery.attempts + 1, now: now, randomness: .random(in: 0..<1))
        guard until >= job.message.expiresAt else {
            return (.deferred(until: until, reply: "\(reply)"), nil)
        }
        let failure = BounceReports.Failure(
            recipient: delivery.recipient, reply: reply, peer: peer, isExpired: true)
        return (.bounced(reply: "\(reply)"), failure)
    }

    func deferOrExpire(_ job: DeliveryJob, reply: SMTPReply, peer: String) {
        let outcomes = job.deliveries.map { _ in
            SMTPRecipientOutcome.deferred(reply.asTransient, at: .connect)
        }
        record(outcomes, of: job, peer: peer)
    }

    /// No server will ever take these.
    private func fail(_ jobs: [DeliveryJob], of destination: Destination, reply: SMTPReply) {
        let waiting = state.withLock { $0.destinations[destination]?.takeAll() ?? [] }
        for job in jobs + waiting {
            let outcomes = job.deliveries.map { _ in
                SMTPRecipientOutcome.refused(reply, at: .connect)
            }
            record(outcomes, of: job, peer: "\(destination)")
        }
    }

    /// The destination cannot be reached: everything that waits for it is put off, and it is left
    /// alone for a while.
    private func backOff(_ destination: Destination, reply: SMTPReply, with jobs: [DeliveryJob]) {
        let until = clock.now() + configuration.destinationBackOff
        let waiting = state.withLock { state in
            state.destinations[destination]?.backOff(until: until, reply: reply)
            return state.destinations[destination]?.takeAll() ?? []
        }
        for job in jobs + waiting { deferOrExpire(job, reply: reply, peer: "\(destination)") }
    }

    private func log(
        _ outcome: DeliveryOutcome, delivery: Delivery, job: DeliveryJob, peer: String
    ) {
        let (word, reply): (String, String) =
            switch outcome {
            case .delivered(let reply): ("delivered", reply)
            case .deferred(_, let reply): ("deferred", reply)
            case .bounced(let reply): ("bounced", reply)
            case .postponed: ("postponed", "")
            }
        logger.debug(
            "delivery \(word)",
            metadata: [
                "message": "\(job.message.messageID)", "recipient": "\(delivery.recipient)",
                "peer": "\(peer)", "reply": "\(reply)",
            ])
    }
}

extension SMTPReply {
    /// The same, but as a failure that passes: the connection broke, which says nothing of the
    /// message.
    fileprivate var asTransient: SMTPReply {
        isTransientFailure ? self : SMTPReply(451, EnhancedStatusCode(4, 4, 2), lines: lines)
    }
}

extension SMTPRecipientOutcome {
    fileprivate var isUndecided: Bool {
        if case .undecided = self { true } else { false }
    }
}

extension Settlement {
    fileprivate func with(report: NewMessage) -> Settlement {
        Settlement(delivery: delivery, scope: scope, outcome: outcome, report: report)
    }
}
