public import MailTypes

/// Who holds a lease: one run of the service.
public struct WorkerID: Hashable, Sendable, CustomStringConvertible {
    public let description: String
    public init(_ name: String) { description = name }
}

public struct Lease: Equatable, Sendable {
    public let worker: WorkerID
    public let until: UnixTime

    public init(worker: WorkerID, until: UnixTime) {
        self.worker = worker
        self.until = until
    }
}

/// Where accepted mail waits for its next attempt. Each method is one transaction: it happens
/// whole or not at all, and has reached the disk when it returns. Many callers may share a commit.
public protocol QueueStore: Sendable {
    /// Takes messages in, all or none. With a lease a message's deliveries are born held by that
    /// worker, which spares it the look-up; without one they are due at once, or when the message
    /// says.
    ///
    /// - Parameter answer: kept with them under its key, so that a caller who comes again finds it.
    /// - Throws: ``AlreadyAnswered`` when the key is taken; nothing is changed then.
    func accept(_ messages: [AcceptedMessage], answering answer: IdempotentAnswer?) async throws

    /// Is told of messages that came into the queue in a transaction of another store's.
    func noteAccepted(_ messages: [NewMessage])

    /// The answer under a key, or nil when there is none younger than
    /// ``IdempotentAnswer/lifetime``.
    func answer(
        under key: IdempotencyKey, in scope: Scope, at now: UnixTime
    ) async throws -> IdempotentAnswer?

    /// What is known of a message beside its bytes; some days longer than these.
    func record(of id: QueuedMessage.ID) async throws -> MessageRecord?

    /// Hands up to `limit` due deliveries to the lease's worker, the longest due first.
    ///
    /// A delivery has one holder at a time. A lease not settled in time ends and the delivery is
    /// due again: a crash may send a message twice, and never loses one.
    func lease(_ limit: Int, under lease: Lease, now: UnixTime) async throws -> [Delivery]

    /// The message with its bytes, or nil when no delivery of it is left.
    func message(_ id: QueuedMessage.ID) async throws -> QueuedMessage?

    /// Records how attempts ended and ends their leases, all in one transaction. A settlement
    /// whose delivery `worker` does not hold any more changes nothing.
    /// - Returns: those that were changed.
    @discardableResult
    func settle(_ settlements: [Settlement], by worker: WorkerID, now: UnixTime) async throws
        -> Set<Delivery.ID>

    /// Ends every lease of other workers: for an engine that only one process can have open,
    /// called once at start, when those workers cannot be alive.
    func endLeases(exceptOf worker: WorkerID) async throws

    /// When the next delivery is due, held ones counted at the end of their lease.
    func nextDue() async throws -> UnixTime?

    /// Who the return path of an accepted message belongs to, for a report that comes back.
    /// Known for some days after the message is gone.
    func sender(of id: QueuedMessage.ID) async throws -> MessageSender?

    /// Counts complaints, and puts addresses on the suppression list that counts for the message, or
    /// takes them off. A message that is not known any more changes nothing.
    func note(
        _ feedback: RecipientFeedback, of message: QueuedMessage.ID, at now: UnixTime
    ) async throws

    func queueLength() async throws -> Int

    /// Drops what is known of messages that ended before `time`, `limit` at the most.
    /// - Returns: how many.
    func forgetMessages(acceptedBefore time: UnixTime, limit: Int) async throws -> Int

    func removeAllMessages() async throws
}

extension QueueStore {
    public func noteAccepted(_ messages: [NewMessage]) {}

    /// Takes one message in.
    public func accept(_ message: NewMessage, lease: Lease?) async throws {
        try await accept([AcceptedMessage(message, lease: lease)], answering: nil)
    }
}

/// A message, and who holds its deliveries from birth.
public struct AcceptedMessage: Sendable {
    public let message: NewMessage
    public let lease: Lease?

    public init(_ message: NewMessage, lease: Lease?) {
        self.message = message
        self.lease = lease
    }
}

/// What stays known of a message when its bytes are gone.
public struct MessageSender: Equatable, Sendable {
    public let scope: Scope
    public let messageID: String
    public let reversePath: ReversePath
    public let feedbackPath: ReversePath

    public init(
        scope: Scope, messageID: String, reversePath: ReversePath, feedbackPath: ReversePath
    ) {
        self.scope = scope
        self.messageID = messageID
        self.reversePath = reversePath
        self.feedbackPath = feedbackPath
    }
}
