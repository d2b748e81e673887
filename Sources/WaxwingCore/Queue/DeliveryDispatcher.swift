/// Takes accepted messages over for delivery at once, while it has room in memory.
///
/// Whoever accepts reserves room, writes the message under the lease that comes with it, and after
/// the commit hands the message over: that spares reading back what was just written. Without room
/// the message is written as due, and is found by the look-up for due deliveries.
public protocol DeliveryDispatcher: Sendable {
    /// Room for a message of that many bytes and recipients; nil when there is none now.
    func reserve(recipients: Int, bytes: Int) -> Lease?

    /// Takes over a message for which room was reserved; it has been committed under the lease.
    func dispatch(_ message: NewMessage)

    /// Gives reserved room back: the message was not accepted.
    func cancelReservation(recipients: Int, bytes: Int)

    /// Something is due that nobody holds.
    func wake()
}
