import MailTypes
import WaxwingCore

/// What the scheduler holds, apart from the work: plain values behind its lock.
struct DeliveryState {
    var queues: [DeliveryGroup: DestinationQueue] = [:]
    /// Here, because they take turns.
    var sources = SourceAddresses()
    /// Reserved and held deliveries together.
    var heldDeliveries = 0
    var heldBytes = 0
    var inHand: Set<Delivery.ID> = []
    /// Held deliveries of each message, and with the last one its bytes are let go.
    var heldRecipients: [QueuedMessage.ID: Int] = [:]
    var contentSizes: [QueuedMessage.ID: Int] = [:]
    var isStopping = false

    enum EnqueueAction {
        case queued
        case hand(DestinationQueue.Waiter)
        case startWorker
        /// The destination is left alone for now, for this reason.
        case deferred(SMTPReply)
        /// Too much waits for the destination already.
        case later(UnixTime)
    }

    /// Counts what is in hand from now on; `isReserved` when room was reserved before.
    mutating func hold(_ message: QueuedMessage, _ deliveries: [Delivery], isReserved: Bool) {
        if !isReserved {
            heldDeliveries += deliveries.count
            if heldRecipients[message.id] == nil { heldBytes += message.content.count }
        }
        inHand.formUnion(deliveries.map(\.id))
        heldRecipients[message.id, default: 0] += deliveries.count
        contentSizes[message.id] = message.content.count
    }

    mutating func enqueue(
        _ job: DeliveryJob, in group: DeliveryGroup, now: UnixTime,
        _ configuration: DeliveryConfiguration
    ) -> EnqueueAction {
        if isStopping { return .later(now) }
        // In place: a copy of the queue would copy all that waits in it.
        return queues[
            group,
            default: DestinationQueue(
                connectionLimit: configuration.connectionsPerDestinationLimit)
        ].admit(job, now: now, jobLimit: configuration.jobsPerDestinationLimit)
    }

    mutating func letGo(_ deliveries: [Delivery.ID]) {
        for delivery in deliveries where inHand.remove(delivery) != nil {
            heldDeliveries -= 1
            let left = (heldRecipients[delivery.message] ?? 1) - 1
            if left > 0 {
                heldRecipients[delivery.message] = left
            } else {
                heldRecipients[delivery.message] = nil
                heldBytes -= contentSizes.removeValue(forKey: delivery.message) ?? 0
            }
        }
    }

    /// Takes out the workers that wait since before `time`, or all of them.
    mutating func takeWaiters(
        idleSince time: ContinuousClock.Instant?
    ) -> [DestinationQueue.Waiter] {
        var taken: [DestinationQueue.Waiter] = []
        for group in Array(queues.keys) {
            queues[group]?.waiters.removeAll { since, waiter in
                guard time.map({ since < $0 }) ?? true else { return false }
                taken.append(waiter)
                return true
            }
        }
        return taken
    }

    mutating func forgetIdleDestinations(at now: UnixTime) {
        for group in Array(queues.keys) {
            queues[group]?.forgetBackOff(at: now)
            if queues[group]?.isIdle == true { queues[group] = nil }
        }
    }
}
