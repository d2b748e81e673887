public import DNS
public import Logging
import MailAuth
import MailMessage
import MailReports
public import MailTransport
public import MailTypes
public import SMTP
public import WaxwingCore

/// What the built-in MX of `waxwing dev` does with mail: it evaluates SPF, DKIM, ARC and
/// DMARC, and files it in the inbox. It also plays the mailbox simulator, and forwards what comes
/// back to return paths.
public struct InboxReception: SMTPServerDelegate {
    private let inbox: any InboxStore
    private let resolver: any Resolver
    private let memory = AuthenticationMemory()
    private let simulator: Simulator
    private let feedback: FeedbackForwarding
    private let identifiers: MessageIdentifiers
    private let clock: any WallClock
    private let logger: Logger

    public init(
        inbox: any InboxStore, resolver: any Resolver, simulator: Simulator,
        feedback: FeedbackForwarding, identifiers: MessageIdentifiers, clock: any WallClock,
        logger: Logger
    ) {
        self.inbox = inbox
        self.resolver = resolver
        self.simulator = simulator
        self.feedback = feedback
        self.identifiers = identifiers
        self.clock = clock
        self.logger = logger
    }

    public func authenticate(
        _ credentials: SMTPCredentials, in session: SMTPSessionInfo
    ) async -> SMTPAuthenticationOutcome {
        .refused(nil)
    }

    public func recipientReply(
        _ path: ForwardPath, envelope: Envelope, in session: SMTPSessionInfo
    ) -> SMTPReply? {
        path.mailbox.flatMap { simulator.recipientReply($0) }
    }

    public func store(_ received: ReceivedTransaction) async -> SMTPReply {
        do {
            let rest = try await feedback.forward(received)
            if !rest.isEmpty { try await file(received, for: rest) }
            return SMTPReply(250, EnhancedStatusCode(2, 0, 0), "Ok")
        } catch {
            logger.error("received message could not be stored", metadata: ["error": "\(error)"])
            return SMTPReply(452, EnhancedStatusCode(4, 3, 1), "Insufficient system storage")
        }
    }

    private func file(_ received: ReceivedTransaction, for recipients: [ForwardPath]) async throws {
        let now = clock.now()
        let message = try? Message(parsing: received.content)
        var authenticator = MessageAuthenticator(
            spf: SPFEvaluator(cache: memory), explainsFailures: true)
        authenticator.dmarc.isThorough = true
        let evaluation = await authenticator.evaluate(
            received.content[...],
            from: MessageOrigin(
                clientAddress: received.session.remoteAddress, helo: received.session.helo,
                reversePath: received.envelope.reversePath),
            resolver: resolver, keys: RememberedDKIMKeys(resolver, memory: memory), now: now)
        let fields = message?.headerSection
        var random = SystemRandomNumberGenerator()
        let inboxMessage = InboxMessage(
            id: identifiers.nextRow(at: now).number,
            receiptID: MessageIdentifiers.receiptID(using: &random), account: .development,
            region: nil, receivedAt: now,
            reversePath: received.envelope.reversePath, recipients: recipients.map(\.address),
            messageID: fields?["Message-ID"]?.trimmingAngleBrackets ?? "",
            subject: fields?["Subject"] ?? "", from: fields?["From"] ?? "",
            sizeInBytes: received.content.count,
            remoteAddress: received.session.remoteAddress.description,
            heloDomain: received.session.helo, tlsVersion: received.session.tls?.version,
            authentication: AuthenticationSummary(evaluation))
        try await inbox.insert(inboxMessage, content: received.content)
        if let message { await simulator.answer(message, received, for: recipients) }
    }
}

extension AuthenticationSummary {
    /// Most lines of a trace that are kept: a message can ask for hundreds of look-ups.
    private static let traceLimit = 300

    fileprivate init(_ evaluation: MessageEvaluation) {
        var trace: [Line] = []
        for step in evaluation.steps { step.append(to: &trace, depth: 0, limit: Self.traceLimit) }
        self.init(
            dkim: evaluation.dkim.map { DKIM($0.result) }, spf: evaluation.spf?.result.word,
            arc: evaluation.arc.status.rawValue, dmarc: evaluation.dmarc.result.rawValue,
            trace: trace)
    }
}

extension EvaluationStep {
    fileprivate func append(
        to lines: inout [AuthenticationSummary.Line], depth: Int, limit: Int
    ) {
        guard lines.count < limit else { return }
        lines.append(
            AuthenticationSummary.Line(
                depth: depth, subject: subject, outcome: outcome, tone: tone.rawValue))
        for step in steps { step.append(to: &lines, depth: depth + 1, limit: limit) }
    }
}

extension AuthenticationSummary.DKIM {
    fileprivate init(_ result: DKIMSignatureResult) {
        self.init(
            result: result.verdict.word, domain: result.signingDomain?.text ?? "",
            selector: result.selector?.text ?? "", reason: result.verdict.failure?.description)
    }
}

extension String {
    fileprivate var trimmingAngleBrackets: String {
        hasPrefix("<") && hasSuffix(">") ? String(dropFirst().dropLast()) : self
    }
}
