import MailTransport
import MailTypes
import SESModel
import WaxwingSES

/// Everything that `/metrics` tells of the service; docs/operating/metrics.md explains each.
struct ServiceMetrics: Sendable {
    let registry = MetricRegistry()

    let requests: MetricSet<MetricCounter>
    let requestDuration: MetricSet<MetricHistogram>
    let signatureFailures: MetricSet<MetricCounter>

    let acceptedMessages: MetricCounter
    let acceptedDeliveries: MetricCounter
    let acceptedBytes: MetricCounter
    let acceptDuration: MetricHistogram
    let queuedDeliveries: MetricGauge

    let deliveries: MetricSet<MetricCounter>
    let deliveriesInFlight: MetricGauge
    let transactionDuration: MetricHistogram
    let connections: MetricSet<MetricCounter>
    let openConnections: MetricGauge

    let smtpMessages: MetricSet<MetricCounter>
    let smtpRefusedRecipients: MetricSet<MetricCounter>
    let smtpAuthentications: MetricSet<MetricCounter>

    let commitDuration: MetricHistogram
    let commitWrites: MetricHistogram

    let lookUps: MetricSet<MetricCounter>
    let lookUpDuration: MetricHistogram

    init() {
        registry.add {
            MetricRegistry.Family(
                name: "waxwing_build_info", help: "Which Waxwing this is.", kind: .gauge,
                samples: [
                    MetricRegistry.Sample(
                        labels: [.init(name: "version", value: Version.current)], value: 1)
                ])
        }
        requests = registry.counters(
            "waxwing_api_requests", "Requests to the SES API.",
            by: ["api", "operation", "status"])
        requestDuration = registry.histograms(
            "waxwing_api_request_duration_seconds", "From a whole request to its answer.",
            .seconds, by: ["api", "operation"])
        signatureFailures = registry.counters(
            "waxwing_api_signature_failures", "Requests whose sender could not be told.",
            by: ["code"])

        acceptedMessages = registry.counter(
            "waxwing_messages_accepted", "Messages taken into the queue.")
        acceptedDeliveries = registry.counter(
            "waxwing_deliveries_accepted", "Recipients of messages taken into the queue.")
        acceptedBytes = registry.counter(
            "waxwing_message_bytes_accepted", "Bytes of messages taken into the queue.")
        acceptDuration = registry.histogram(
            "waxwing_accept_duration_seconds", "Until an accepted message is on disk.", .seconds)
        queuedDeliveries = registry.gauge(
            "waxwing_queue_deliveries", "Deliveries in the queue, those under way included.")

        deliveries = registry.counters(
            "waxwing_deliveries", "How attempts to deliver ended.", by: ["outcome"])
        deliveriesInFlight = registry.gauge(
            "waxwing_deliveries_in_flight", "Deliveries that are being sent to a server.")
        transactionDuration = registry.histogram(
            "waxwing_delivery_transaction_duration_seconds",
            "From MAIL to the reply behind the data.", .longSeconds)
        connections = registry.counters(
            "waxwing_delivery_connections_made", "Connections to other servers.", by: ["result"])
        openConnections = registry.gauge(
            "waxwing_delivery_connections", "Open connections to other servers.")

        smtpMessages = registry.counters(
            "waxwing_smtp_messages", "Messages that came in over SMTP, by the reply's code.",
            by: ["role", "code"])
        smtpRefusedRecipients = registry.counters(
            "waxwing_smtp_recipients_refused", "Recipients refused at RCPT.", by: ["role"])
        smtpAuthentications = registry.counters(
            "waxwing_smtp_authentications", "Attempts to sign in over SMTP.", by: ["result"])

        commitDuration = registry.histogram(
            "waxwing_store_commit_duration_seconds", "Transactions of the database, to the disk.",
            .seconds)
        commitWrites = registry.histogram(
            "waxwing_store_commit_writes", "Writes that shared one transaction.", .counts)

        lookUps = registry.counters(
            "waxwing_dns_lookups", "Look-ups in the DNS.", by: ["type", "result"])
        lookUpDuration = registry.histogram(
            "waxwing_dns_lookup_duration_seconds", "Look-ups in the DNS.", .seconds)

        ProcessMetrics.register(in: registry)
    }

    /// Counts a request of the API.
    func observe(_ request: AnsweredRequest) {
        let version = "v\(request.version.rawValue)"
        let operation = request.operation ?? "none"
        requests.at([version, operation, "\(request.status)"]).add()
        requestDuration.at([version, operation]).record(request.duration)
        if let code = request.errorCode, Self.signatureErrors.contains(code) {
            signatureFailures.at([code]).add()
        }
    }

    private static let signatureErrors: Set<String> = [
        "SignatureDoesNotMatch", "InvalidClientTokenId", "IncompleteSignature", "RequestExpired",
        "MissingAuthenticationToken",
    ]

    /// Sessions of the listeners of each role.
    func registerSMTPSessions(_ servers: [String: [SMTPServer]]) {
        func family(
            _ name: String, _ help: String, _ kind: MetricRegistry.Kind,
            _ read: @escaping @Sendable (SMTPServer) -> Int
        ) {
            registry.add {
                MetricRegistry.Family(
                    name: name, help: help, kind: kind,
                    samples: servers.sorted { $0.key < $1.key }.map { role, servers in
                        MetricRegistry.Sample(
                            labels: [.init(name: "role", value: role)],
                            value: Double(servers.reduce(0) { $0 + read($1) }))
                    })
            }
        }
        family("waxwing_smtp_sessions", "Open SMTP sessions.", .gauge) { $0.connectionCount }
        family("waxwing_smtp_sessions_opened", "SMTP sessions since the start.", .counter) {
            $0.connectionTotals.admitted
        }
        family(
            "waxwing_smtp_sessions_refused", "SMTP connections that were one too many.", .counter
        ) { $0.connectionTotals.refused }
    }

    /// Until when each certificate is valid.
    func registerCertificates(_ certificates: TLSCertificates) {
        registry.add {
            MetricRegistry.Family(
                name: "waxwing_tls_certificate_not_after_seconds",
                help: "Until when a certificate is valid, since 1970.", kind: .gauge,
                samples: certificates.current.enumerated().map { index, pair in
                    MetricRegistry.Sample(
                        labels: [
                            .init(name: "certificate", value: "\(index)"),
                            .init(name: "name", value: pair.names.first ?? ""),
                        ], value: Double(pair.validUntil.milliseconds) / 1000)
                })
        }
    }
}
