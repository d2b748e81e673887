public import MailTypes
public import WaxwingCore

extension ServiceStore {
    /// A settlement counts for as long as nobody else was handed the delivery, also when its lease
    /// is past its end: what the peer said is true, and saves a second copy.
    @discardableResult
    public func settle(
        _ settlements: [Settlement], by worker: WorkerID, now: UnixTime
    ) async throws -> Set<Delivery.ID> {
        guard !settlements.isEmpty else { return [] }
        return try await database.write { transaction in
            var settled: Set<Delivery.ID> = []
            for settlement in settlements {
                if try transaction.settle(settlement, by: worker, now: now) {
                    settled.insert(settlement.delivery)
                }
            }
            return settled
        }
    }
}

extension SQLTransaction {
    /// - Returns: whether `worker` held the delivery; if not, nothing was changed.
    fileprivate func settle(
        _ settlement: Settlement, by worker: WorkerID, now: UnixTime
    ) throws -> Bool {
        let holding: [SQLValue] = [
            .integer(settlement.delivery.message.number), .integer(settlement.delivery.index),
            .text(worker.description),
        ]
        switch settlement.outcome {
        case .deferred(let until, let reply):
            return try execute(QueueStatements.defer, [.time(until), .text(reply)] + holding) > 0
        case .postponed(let until):
            return try execute(QueueStatements.release, [.time(until)] + holding) > 0
        case .delivered:
            guard try execute(QueueStatements.end, holding) > 0 else { return false }
        case .bounced:
            guard try execute(QueueStatements.end, holding) > 0 else { return false }
            try countBounce(of: settlement.delivery.message, in: settlement.scope, at: now)
            if let feedback = settlement.feedback {
                try note(feedback, of: settlement.delivery.message, at: now)
            }
        }
        try execute(QueueStatements.removeEndedContent, [holding[0]])
        if let report = settlement.report { try accept(report, lease: nil) }
        return true
    }
}
