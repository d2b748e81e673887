internal import NIOCore
internal import SMTP

/// How long a client waits for a server; the defaults are those of RFC 5321 §4.5.3.2.
public struct SMTPClientTimeouts: Equatable, Sendable {
    public var connect = Duration.seconds(30)
    public var greeting = Duration.seconds(300)
    /// EHLO, STARTTLS with its handshake, AUTH.
    public var hello = Duration.seconds(300)
    public var mail = Duration.seconds(300)
    public var recipient = Duration.seconds(300)
    /// For the 354.
    public var data = Duration.seconds(120)
    /// For a piece of the message to be taken.
    public var block = Duration.seconds(180)
    /// Behind the final dot: the server makes the message durable.
    public var final = Duration.seconds(600)
    public var quit = Duration.seconds(5)

    public init() {}

    /// For all of them the same; tests have no five minutes.
    public init(all duration: Duration) {
        connect = duration
        greeting = duration
        hello = duration
        mail = duration
        recipient = duration
        data = duration
        block = duration
        final = duration
        quit = duration
    }

    /// How long the reply that a stage waits for may take; nil where nothing is waited for.
    func timeout(for stage: SMTPClientStage) -> Duration? {
        switch stage {
        case .connect: connect
        case .greeting: greeting
        case .hello, .startTLS, .authentication: hello
        case .reset, .mail: mail
        case .recipient: recipient
        case .data: data
        case .content: final
        case .quit: quit
        case .idle, .local: nil
        }
    }

    var shortest: Duration {
        [greeting, hello, mail, recipient, data, block, final, quit].min() ?? quit
    }
}
