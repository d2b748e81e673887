public import MailTypes

/// One record of an aggregate report: how many messages came from one address with the same
/// identifiers and the same results (RFC 9990 §3.1.1.6).
public struct AggregateRecord: Equatable, Sendable {
    /// What DMARC made of the messages (`policy_evaluated`): results of aligned domains only.
    public struct Evaluation: Equatable, Sendable {
        public var disposition: AggregateReport.Disposition
        public var dkim: AggregateReport.AlignedResult
        public var spf: AggregateReport.AlignedResult
        public var reasons: [OverrideReason]

        public init(
            disposition: AggregateReport.Disposition, dkim: AggregateReport.AlignedResult,
            spf: AggregateReport.AlignedResult, reasons: [OverrideReason] = []
        ) {
            self.disposition = disposition
            self.dkim = dkim
            self.spf = spf
            self.reasons = reasons
        }
    }

    /// Why something else was done than the policy asks for (`reason`).
    public struct OverrideReason: Equatable, Sendable {
        public var type: AggregateReport.OverrideType
        public var comment: String?

        public init(_ type: AggregateReport.OverrideType, comment: String? = nil) {
            self.type = type
            self.comment = comment
        }
    }

    /// The domains in the messages (`identifiers`), as the report spells them.
    public struct Identifiers: Equatable, Sendable {
        public var authorDomain: String  // header_from
        /// Empty for the null reverse path; nil where the report does not say.
        public var mailFromDomain: String?  // envelope_from
        public var recipientDomain: String?  // envelope_to

        public init(
            authorDomain: String, mailFromDomain: String? = nil, recipientDomain: String? = nil
        ) {
            self.authorDomain = authorDomain
            self.mailFromDomain = mailFromDomain
            self.recipientDomain = recipientDomain
        }
    }

    /// What became of one signature, aligned or not (`auth_results/dkim`).
    public struct DKIMSignature: Equatable, Sendable {
        public var domain: String
        /// RFC 9990 requires it, RFC 7489 did not.
        public var selector: String?
        public var result: AggregateReport.DKIMResult
        public var explanation: String?  // human_result

        public init(
            domain: String, selector: String?, result: AggregateReport.DKIMResult,
            explanation: String? = nil
        ) {
            self.domain = domain
            self.selector = selector
            self.result = result
            self.explanation = explanation
        }
    }

    /// What SPF said of one identity, aligned or not (`auth_results/spf`).
    public struct SPFCheck: Equatable, Sendable {
        public var domain: String
        public var scope: AggregateReport.SPFScope?
        public var result: AggregateReport.SPFResult
        public var explanation: String?  // human_result

        public init(
            domain: String, scope: AggregateReport.SPFScope? = .mailFrom,
            result: AggregateReport.SPFResult, explanation: String? = nil
        ) {
            self.domain = domain
            self.scope = scope
            self.result = result
            self.explanation = explanation
        }
    }

    /// Whom the messages came from; nil where the report names no address.
    public var sourceIP: IPAddress?
    /// Number of messages; 0 where the report gives no number that can be meant.
    public var count: Int
    public var evaluation: Evaluation
    public var identifiers: Identifiers
    public var dkim: [DKIMSignature]
    /// One in RFC 9990, several in RFC 7489.
    public var spf: [SPFCheck]

    public init(
        sourceIP: IPAddress?, count: Int, evaluation: Evaluation, identifiers: Identifiers,
        dkim: [DKIMSignature] = [], spf: [SPFCheck] = []
    ) {
        self.sourceIP = sourceIP
        self.count = count
        self.evaluation = evaluation
        self.identifiers = identifiers
        self.dkim = dkim
        self.spf = spf
    }
}
