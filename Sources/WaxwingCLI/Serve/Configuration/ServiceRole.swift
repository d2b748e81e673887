/// A part of the service that a process may take on.
enum ServiceRole: String, CaseIterable, Sendable {
    /// The SES API, v1 and v2.
    case api
    /// SMTP for senders.
    case submission
    /// SMTP for what comes back from the world.
    case mx
    /// Moves the queue.
    case delivery
    /// Tells of what happened.
    case events
    /// Pages: links in mails lead here.
    case web
    /// Answers for the service's own zone, and so for the keys of Easy DKIM.
    case dns

    static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
