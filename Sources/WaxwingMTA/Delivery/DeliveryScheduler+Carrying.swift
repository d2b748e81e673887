import Logging
import MailTypes
import SMTP
import Synchronization
import WaxwingCore

extension DeliveryScheduler {
    /// The life of one worker: finds a server of the destination, connects, and carries one job
    /// after the other until none comes for a while.
    func carry(_ group: DeliveryGroup) async {
        guard let first = nextJobOrLeave(group) else { return }
        switch await router.route(to: group.destination) {
        case .unroutable(let reply):
            fail([first], of: group, reply: reply)
        case .temporaryFailure(let reply):
            backOff(group, reply: reply, with: [first])
        case .hosts(let hosts):
            await carry(
                first, of: group,
                over: configuration.sourceAddresses.hosts(hosts, for: group.pool))
        }
        leave(group)
    }

    private func carry(
        _ first: DeliveryJob, of group: DeliveryGroup, over hosts: [MailHost]
    ) async {
        var failure = SMTPReply(451, EnhancedStatusCode(4, 4, 1), "no server answered")
        var hasTried = hosts.isEmpty
        for host in hosts {
            let now = clock.now()
            let choice = state.withLock {
                $0.sources.next(
                    for: host.address, from: group.pool, count: first.deliveries.count, at: now)
            }
            let source: IPAddress?
            switch choice {
            case .address(let address): source = address
            case .anyAddress: source = nil
            case .exhausted: continue
            }
            hasTried = true
            do {
                let connection = try await connector.connect(to: host, from: source)
                state.withLock { $0.queues[group]?.connected += 1 }
                await carry(first, of: group, on: connection, from: source)
                state.withLock { $0.queues[group]?.connected -= 1 }
                return
            } catch {
                failure = (error as? SMTPConnectionFailure)?.reply ?? failure
                logger.info(
                    "connection failed",
                    metadata: [
                        "destination": "\(group.destination)", "host": "\(host.name)",
                        "address": "\(host.address)",
                        "source": "\(source?.description ?? "any")", "reply": "\(failure)",
                    ])
            }
        }
        guard hasTried else { return waitForNextDay(group, with: first) }
        // One connection too many, for a peer that serves others of ours: they carry on.
        if leaveToOthers(first, of: group) { return }
        // Also where a banner said 5xx to all of them: it tells of the server's state and not of
        // these messages, and in doubt a failure is one that passes.
        backOff(group, reply: failure, with: [first])
    }

    private func carry(
        _ first: DeliveryJob, of group: DeliveryGroup,
        on connection: any OutgoingConnection, from source: IPAddress?
    ) async {
        var job = first
        var isReused = false
        while true {
            guard hasRoom(for: job, from: source) else {
                // Another address takes it, over a connection of its own.
                enqueue(job, in: group)
                return await connection.quit()
            }
            let outcomes = await send(job, on: connection)
            if isReused, outcomes.allSatisfy(\.wasNotBegun) {
                // Peers close what idles, or end a session after some messages: that says nothing
                // of the next one, which would else wait for a retry.
                putBack(job, of: group)
                return await connection.quit()
            }
            isReused = true
            record(outcomes, of: job, peer: connection.peer)
            let isUsable = connection.isUsable && !outcomes.contains(where: \.isUndecided)
            state.withLock { state in
                if isUsable {
                    state.queues[group]?.succeeded()
                } else {
                    state.queues[group]?.pushedBack()
                }
            }
            guard isUsable else { return await connection.quit() }
            guard let next = await nextJob(of: group) else {
                return await connection.quit()
            }
            job = next
        }
    }

    /// Whether the address may send that job today; counted, if it may.
    private func hasRoom(for job: DeliveryJob, from source: IPAddress?) -> Bool {
        guard let source else { return true }
        let now = clock.now()
        return state.withLock {
            $0.sources.count(job.deliveries.count, from: source, at: now)
        }
    }

    /// Every address has sent its share: what waits is not tried, and is due again tomorrow. Nothing
    /// bounces before it has been tried.
    private func waitForNextDay(_ group: DeliveryGroup, with first: DeliveryJob) {
        let until = WarmUp.nextDay(after: clock.now())
        let waiting = state.withLock { $0.queues[group]?.takeAll() ?? [] }
        logger.info(
            "addresses have sent their share of the day",
            metadata: ["destination": "\(group.destination)", "pool": "\(group.pool ?? "")"])
        for job in [first] + waiting { postpone(job, until: until) }
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
    private func nextJob(of group: DeliveryGroup) async -> DeliveryJob? {
        await withCheckedContinuation { continuation in
            let answer: DeliveryJob?? = state.withLock { state in
                // What waits stays in the queue, for whoever runs next.
                if state.isStopping { return .some(nil) }
                if let job = state.queues[group]?.takeFirst() { return .some(job) }
                state.queues[group]?.waiters.append((.now, continuation))
                return nil
            }
            if let answer { continuation.resume(returning: answer) }
        }
    }

    private func nextJobOrLeave(_ group: DeliveryGroup) -> DeliveryJob? {
        let job = state.withLock { $0.queues[group]?.takeFirst() }
        if job == nil { leave(group) }
        return job
    }

    private func putBack(_ job: DeliveryJob, of group: DeliveryGroup) {
        let waiter = state.withLock { $0.queues[group]?.putBack(job) }
        waiter?.resume(returning: job)
    }

    /// Puts a job back that found no connection, if other workers have one.
    private func leaveToOthers(_ job: DeliveryJob, of group: DeliveryGroup) -> Bool {
        let (isLeft, waiter): (Bool, DestinationQueue.Waiter?) = state.withLock { state in
            guard (state.queues[group]?.connected ?? 0) > 0 else { return (false, nil) }
            state.queues[group]?.pushedBack()
            return (true, state.queues[group]?.putBack(job) ?? nil)
        }
        waiter?.resume(returning: job)
        return isLeft
    }

    /// The worker ends. Jobs that came meanwhile get another one, and do not wait for those that a
    /// slow peer keeps.
    private func leave(_ group: DeliveryGroup) {
        let needsAnother = state.withLock { state in
            state.queues[group]?.workers -= 1
            guard !state.isStopping, state.queues[group]?.needsWorker == true else { return false }
            state.queues[group]?.workers += 1
            return true
        }
        if needsAnother { start(group) }
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
                Settlement(
                    delivery: delivery.id, scope: job.message.scope, outcome: ended.outcome,
                    feedback: ended.failure.flatMap { feedback(on: $0, of: job.message, at: now) }))
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

    /// What a failure says of the recipient's address, if it does.
    private func feedback(
        on failure: BounceReports.Failure, of message: QueuedMessage, at now: UnixTime
    ) -> RecipientFeedback? {
        guard !failure.isExpired, failure.reply.enhancedCode?.meansNoSuchAddress == true else {
            return nil
        }
        var random = SystemRandomNumberGenerator()
        return RecipientFeedback(
            .hardBounce, of: [failure.recipient],
            feedbackID: MessageIdentifiers.messageID(
                at: now, in: message.scope.region, using: &random))
    }

    func deferOrExpire(_ job: DeliveryJob, reply: SMTPReply, peer: String) {
        let outcomes = job.deliveries.map { _ in
            SMTPRecipientOutcome.deferred(reply.asTransient, at: .connect)
        }
        record(outcomes, of: job, peer: peer)
    }

    /// No server will ever take these.
    private func fail(_ jobs: [DeliveryJob], of group: DeliveryGroup, reply: SMTPReply) {
        let waiting = state.withLock { $0.queues[group]?.takeAll() ?? [] }
        for job in jobs + waiting {
            let outcomes = job.deliveries.map { _ in
                SMTPRecipientOutcome.refused(reply, at: .connect)
            }
            record(outcomes, of: job, peer: "\(group.destination)")
        }
    }

    /// The destination cannot be reached: everything that waits for it is put off, and it is left
    /// alone for a while.
    private func backOff(_ group: DeliveryGroup, reply: SMTPReply, with jobs: [DeliveryJob]) {
        let until = clock.now() + configuration.destinationBackOff
        let waiting = state.withLock { state in
            state.queues[group]?.backOff(until: until, reply: reply)
            return state.queues[group]?.takeAll() ?? []
        }
        for job in jobs + waiting { deferOrExpire(job, reply: reply, peer: "\(group.destination)") }
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

    /// Whether the session ended before the peer took the first command of this message.
    fileprivate var wasNotBegun: Bool {
        switch self {
        case .undecided(.closed(.idle)), .undecided(.closed(.reset)), .undecided(.closed(.mail)):
            true
        case .undecided(.refused(let reply, at: .mail)), .deferred(let reply, at: .mail):
            reply.code == 421
        case .accepted, .refused, .deferred, .undecided:
            false
        }
    }
}

extension Settlement {
    fileprivate func with(report: NewMessage) -> Settlement {
        Settlement(
            delivery: delivery, scope: scope, outcome: outcome, report: report,
            feedback: feedback)
    }
}
