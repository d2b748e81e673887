public import MailMessage
public import MailTypes

/// The domains that a message names as those of its authors (RFC 9989 §5.3.1).
///
/// They are read by the parser that also reads the field for display: a message whose reader sees
/// one author is never judged by another.
public struct DMARCAuthors: Equatable, Sendable {
    /// Most domains that are looked at; a message with more is malformed enough.
    public static let domainCountLimit = 5

    /// Why a message has no single author domain.
    public enum Problem: Equatable, Sendable {
        case noFromField
        /// RFC 5322 §3.6 allows one. Readers differ in which one they show, so that such a message
        /// is best refused at the door, whatever DMARC says of it.
        case severalFromFields(Int)
        /// A From field, or a part of one, is no address.
        case malformed(SyntaxError)
        /// A From field without an address, such as an empty group.
        case noAddress
        /// An address at a literal, which no domain answers for.
        case addressLiteral(String)
        /// A domain that has no form in the DNS.
        case invalidDomain(DomainName)
        case severalDomains
        /// More than ``DMARCAuthors/domainCountLimit``; the others were not looked at.
        case tooManyDomains
    }

    /// Each domain once, as A-labels, in the order of the message.
    public private(set) var domains: [DomainName] = []
    public private(set) var problems: [Problem] = []

    /// One author, whose domain is known.
    public init(domain: DomainName) { add(domain) }

    public init(_ headerSection: HeaderSection) {
        self.init(fromFields: headerSection.all("From").map(\.rawValue))
    }

    /// Reads the values of all From fields of a message.
    public init(fromFields: [ArraySlice<UInt8>]) {
        if fromFields.isEmpty { problems.append(.noFromField) }
        if fromFields.count > 1 { problems.append(.severalFromFields(fromFields.count)) }
        for value in fromFields { read(value) }
        if domains.count > 1 { problems.append(.severalDomains) }
    }

    /// The author domain, when there is exactly one and nothing that is no address beside it.
    public var domain: DomainName? {
        domains.count == 1 && problems.isEmpty ? domains[0] : nil
    }

    private mutating func read(_ value: ArraySlice<UInt8>) {
        let (list, errors) = AddressList.reading(value)
        if let error = errors.first { problems.append(.malformed(error)) }
        let addresses = list.addresses
        if addresses.isEmpty, errors.isEmpty { problems.append(.noAddress) }
        for address in addresses {
            switch address.mailbox.host {
            case .domain(let domain): add(domain)
            case .literal(let literal): note(.addressLiteral(literal))
            }
        }
    }

    private mutating func add(_ written: DomainName) {
        guard let domain = written.aLabelForm else {
            note(.invalidDomain(written))
            return
        }
        guard !domains.contains(domain) else { return }
        guard domains.count < Self.domainCountLimit else {
            note(.tooManyDomains)
            return
        }
        domains.append(domain)
    }

    private mutating func note(_ problem: Problem) {
        if problems.count < 2 * Self.domainCountLimit, !problems.contains(problem) {
            problems.append(problem)
        }
    }
}

extension DMARCAuthors.Problem: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noFromField: "there is no From field"
        case .severalFromFields(let count): "there are \(count) From fields"
        case .malformed(let error): "a From field is malformed: \(error)"
        case .noAddress: "the From field has no address"
        case .addressLiteral(let literal): "[\(literal)] is no domain"
        case .invalidDomain(let domain):
            "“\(domain.text.visiblyEscaped)” is no domain that the DNS can hold"
        case .severalDomains: "the authors have several domains"
        case .tooManyDomains:
            "the authors have more than \(DMARCAuthors.domainCountLimit) domains"
        }
    }
}

extension String {
    /// What nobody sees written as `\u{200B}`.
    fileprivate var visiblyEscaped: String {
        unicodeScalars.map { scalar in
            let isHidden: Bool
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .spaceSeparator,
                .privateUse, .unassigned, .surrogate:
                isHidden = true
            default:
                isHidden = scalar.properties.isDefaultIgnorableCodePoint
            }
            return isHidden
                ? "\\u{\(String(scalar.value, radix: 16, uppercase: true))}" : String(scalar)
        }.joined()
    }
}
