/// What shares connections, limits and back-off: deliveries to one destination from one pool. Peers
/// judge addresses, and one that is refused says nothing of another.
struct DeliveryGroup: Hashable, Sendable {
    let destination: Destination
    /// Nil for the default.
    let pool: String?
}
