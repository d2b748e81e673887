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
    /// Whether only credentials of accounts sign in.
    var requiresCredentials: Bool
    var publishesRecords: Bool
    /// Nil for the built-in MX.
    var deliverTo: SocketEndpoint?
    var noticesOwners = true
    var rotation = DKIMRotationSchedule()
}
