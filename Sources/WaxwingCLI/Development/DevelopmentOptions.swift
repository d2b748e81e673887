import WaxwingCore

/// What `waxwing dev` can be told.
struct DevelopmentOptions: Sendable {
    var http: SocketEndpoint
    var smtp: SocketEndpoint
    var smtps: SocketEndpoint?
    var mx: SocketEndpoint
    var dns: SocketEndpoint
    /// Nil for a temporary folder.
    var dataFolder: String?
    var publishesRecords: Bool
    /// Nil for the built-in MX.
    var deliverTo: SocketEndpoint?
    var rotation = DKIMRotationSchedule()
}

/// Why the service does not start, with what to do about it.
struct StartError: Error, CustomStringConvertible {
    let description: String
}
