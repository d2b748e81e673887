public import MailTypes

/// Tells the time; tests bring one that they move themselves.
public protocol WallClock: Sendable {
    func now() -> UnixTime
}
