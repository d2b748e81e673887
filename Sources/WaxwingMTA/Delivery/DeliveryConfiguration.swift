public import WaxwingCore

/// How much delivery takes on at once, and how long it waits.
public struct DeliveryConfiguration: Sendable {
    /// Deliveries in memory at the most, on their way or waiting for a connection.
    public var heldDeliveriesLimit = 2000
    /// Bytes of messages in memory at the most.
    public var heldBytesLimit = 64 * 1024 * 1024
    /// Jobs that wait for one destination, for each pool; more are put back for later.
    public var jobsPerDestinationLimit = 1500
    /// Connections to one destination at the most, for each pool; 20, as Postfix has it.
    public var connectionsPerDestinationLimit = 20
    public var leaseBatchSize = 200
    /// How long a node may hold a delivery before others take it over.
    public var leaseDuration = Duration.seconds(900)
    /// How long a connection stays open for the next message.
    public var idleConnectionTime = Duration.seconds(2)
    /// How long a destination is left alone that cannot be reached: shorter than the first retry,
    /// or that would find it still left alone.
    public var destinationBackOff = Duration.seconds(30)
    public var retrySchedule = RetrySchedule()
    public var sourceAddresses = SourceAddresses()

    public init() {}
}
