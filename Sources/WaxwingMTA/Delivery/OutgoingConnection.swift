public import MailTypes
public import SMTP

/// An open SMTP connection that carries one message after the other.
public protocol OutgoingConnection: Sendable {
    /// `mx.example.com`, for logs and reports.
    var peer: String { get }

    /// Whether what is said on it is encrypted.
    var isEncrypted: Bool { get }

    /// Whether another message can be tried.
    var isUsable: Bool { get }

    /// Sends a message.
    /// - Returns: what became of it for each forward path, in order.
    func send(_ envelope: Envelope, content: [UInt8]) async -> [SMTPRecipientOutcome]

    func quit() async
}

/// Opens connections.
public protocol OutgoingConnector: Sendable {
    /// - Parameter source: the address of this machine to connect from; nil for the system's choice.
    /// - Throws: `SMTPConnectionFailure`.
    func connect(
        to host: MailHost, from source: IPAddress?
    ) async throws -> any OutgoingConnection
}

extension SMTPConnectionFailure {
    /// What a report, or the log, says of it; always a failure that passes, unless the server
    /// itself said otherwise.
    var reply: SMTPReply {
        switch self {
        case .refused(let reply, _), .authenticationRefused(let reply):
            reply
        case .unreachable(let text):
            SMTPReply(451, EnhancedStatusCode(4, 4, 1), "no answer from host: \(text)")
        case .timedOut(let stage):
            SMTPReply(
                451, EnhancedStatusCode(4, 4, 2), "timed out while waiting: \(stage.rawValue)")
        case .closed(let stage):
            SMTPReply(451, EnhancedStatusCode(4, 4, 2), "connection closed: \(stage.rawValue)")
        case .tlsNotOffered:
            SMTPReply(451, EnhancedStatusCode(4, 7, 0), "TLS is required and not offered")
        case .tls(let text):
            SMTPReply(451, EnhancedStatusCode(4, 7, 0), "TLS handshake failed: \(text)")
        case .authenticationNotOffered:
            SMTPReply(451, EnhancedStatusCode(4, 7, 0), "authentication is required, not offered")
        case .protocolViolation(let text, _):
            SMTPReply(451, EnhancedStatusCode(4, 5, 0), "not the SMTP protocol: \(text)")
        case .cancelled:
            SMTPReply(451, EnhancedStatusCode(4, 3, 2), "delivery was stopped")
        }
    }
}
