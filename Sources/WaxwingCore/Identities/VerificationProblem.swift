import DNS

/// Why the last look for an identity's records did not find what is wanted, in SES's words.
public enum VerificationProblem: String, Sendable, Codable {
    /// There are records of the type, and none says what it has to.
    case invalidValue = "INVALID_VALUE"
    /// The name exists, without a record of the type.
    case typeNotFound = "TYPE_NOT_FOUND"
    /// The name does not exist.
    case hostNotFound = "HOST_NOT_FOUND"
    /// The DNS gave no answer.
    case dnsServerError = "DNS_SERVER_ERROR"

    /// What is wrong with an answer that holds no wanted record.
    init<Record>(_ answer: ResolverAnswer<Record>) {
        switch answer.outcome {
        case .records: self = .invalidValue
        case .noData: self = .typeNotFound
        case .nameNotFound: self = .hostNotFound
        case .temporaryFailure: self = .dnsServerError
        }
    }
}

/// What the start of a zone says (RFC 1035 §3.3.13): whose DNS it was that was looked into.
public struct ZoneAuthority: Equatable, Sendable, Codable {
    public let primaryServer: String
    /// Of who is responsible: `hostmaster@example.com`.
    public let mailbox: String
    public let serial: UInt32

    init(_ record: SOARecord) {
        primaryServer = record.primaryServer.text
        let whole = record.responsibleMailbox.text
        let domain = record.responsibleMailbox.parent?.text ?? ""
        // The first label is the local-part, its dots escaped (RFC 1035 §5.1).
        let localPart = whole.dropLast(domain.count + 1).replacing("\\.", with: ".")
        mailbox = "\(localPart)@\(domain)"
        serial = record.serial
    }
}
