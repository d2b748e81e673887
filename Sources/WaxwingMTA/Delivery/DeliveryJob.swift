import MailTypes
import WaxwingCore

/// One message and those of its recipients that one transaction can carry.
struct DeliveryJob: Sendable {
    /// Recipients of one transaction (RFC 5321 §4.5.3.1.8 makes every server take 100).
    static let recipientLimit = 100

    let message: QueuedMessage
    let deliveries: [Delivery]

    var envelope: Envelope {
        Envelope(
            reversePath: message.reversePath,
            forwardPaths: deliveries.map { .mailbox($0.recipient) },
            bodyType: message.isEightBit ? .eightBitMIME : .sevenBit)
    }

    /// A message's deliveries, cut into jobs by destination: all of one message's are of
    /// one pool.
    static func jobs(
        for message: QueuedMessage, deliveries: [Delivery], router: some MailRouter
    ) -> [(Destination, DeliveryJob)] {
        if deliveries.count == 1, let delivery = deliveries.first {
            let job = DeliveryJob(message: message, deliveries: deliveries)
            return [(router.destination(of: delivery.recipient), job)]
        }
        var order: [Destination] = []
        var groups: [Destination: [Delivery]] = [:]
        for delivery in deliveries {
            let destination = router.destination(of: delivery.recipient)
            if groups[destination] == nil { order.append(destination) }
            groups[destination, default: []].append(delivery)
        }
        return order.flatMap { destination in
            let group = groups[destination] ?? []
            return stride(from: 0, to: group.count, by: recipientLimit).map { start in
                let part = group[start..<min(start + recipientLimit, group.count)]
                return (destination, DeliveryJob(message: message, deliveries: Array(part)))
            }
        }
    }
}
