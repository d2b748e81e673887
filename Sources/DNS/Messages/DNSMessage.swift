/// A query or a response (RFC 1035 §4).
public struct DNSMessage: Equatable, Sendable {
    /// Longest message, in bytes: what two octets of length can say (RFC 1035 §4.2.2).
    public static let sizeLimit = 65_535
    /// Longest datagram for who has not said that he takes more (RFC 1035 §4.2.1).
    public static let plainDatagramSizeLimit = 512

    /// What kind of query it is; four bits.
    public struct Opcode: RawRepresentable, Hashable, Sendable {
        public let rawValue: UInt8
        public init(rawValue: UInt8) { self.rawValue = rawValue & 15 }

        public static let query = Opcode(rawValue: 0)
        public static let notify = Opcode(rawValue: 4)
        public static let update = Opcode(rawValue: 5)
    }

    public var id: UInt16
    public var isResponse = false  // QR
    public var opcode = Opcode.query
    public var isAuthoritative = false  // AA
    public var isTruncated = false  // TC
    public var isRecursionDesired = false  // RD
    public var isRecursionAvailable = false  // RA
    /// The server has checked the signatures of everything in it (RFC 4035 §3.2.3).
    public var isAuthenticData = false  // AD
    /// The client checks signatures itself (RFC 4035 §3.2.2).
    public var isCheckingDisabled = false  // CD
    /// More than 15 needs `edns`.
    public var responseCode = DNSResponseCode.noError
    public var questions: [DNSQuestion] = []
    public var answers: [DNSRecord] = []
    public var authorities: [DNSRecord] = []
    /// Without the OPT record, which is `edns`.
    public var additionals: [DNSRecord] = []
    /// Nil when the message has no OPT record.
    public var edns: EDNS?

    public init(id: UInt16) { self.id = id }

    /// A query for `question`, which asks for recursion.
    public init(id: UInt16, asking question: DNSQuestion, edns: EDNS? = EDNS()) {
        self.id = id
        isRecursionDesired = true
        questions = [question]
        self.edns = edns
    }

    /// The start of the response to this query: its id, opcode and question, nothing found.
    public func response(_ code: DNSResponseCode = .noError) -> DNSMessage {
        var response = DNSMessage(id: id)
        response.isResponse = true
        response.opcode = opcode
        response.isRecursionDesired = isRecursionDesired
        response.isCheckingDisabled = isCheckingDisabled
        response.responseCode = code
        response.questions = questions
        // DO is copied (RFC 3225 §3); of the options none is understood, and so none answered.
        response.edns = edns.map { EDNS(isDNSSECOK: $0.isDNSSECOK) }
        return response
    }

    /// Longest datagram that may carry the response to this query, in bytes, but at most `limit`.
    public func datagramSizeLimit(atMost limit: Int) -> Int {
        let wanted = edns.map { Int($0.payloadSizeLimit) } ?? Self.plainDatagramSizeLimit
        return max(Self.plainDatagramSizeLimit, min(wanted, limit))
    }
}
