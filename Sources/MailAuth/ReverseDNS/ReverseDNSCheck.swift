public import DNS
public import MailTypes

/// Whether a client's address and its name lead to each other: the method `iprev`
/// (RFC 8601 §3).
public struct ReverseDNSCheck: Equatable, Sendable {
    /// RFC 8601 §2.7.3
    public enum Result: String, Equatable, Sendable {
        /// A name of the address has the address.
        case pass
        /// There are names, and none of them has the address.
        case fail
        /// The DNS could not be asked; the same check may succeed later.
        case temporaryError = "temperror"
        /// The address has no name.
        case permanentError = "permerror"

        /// The word for an Authentication-Results field.
        public var word: String { rawValue }
    }

    /// Most names that are looked at (RFC 8601 §3 calls for a limit, and names that of SPF).
    public static let nameLimit = 10

    public let address: IPAddress
    public let result: Result
    /// The names that the holder of the address gives it, as many as are looked at.
    public let names: [DNSName]
    /// The first of them that leads back to the address, for a pass.
    public let confirmedName: DNSName?
    /// What was asked, in order.
    public let lookUps: [LookUpTrace]

    /// Looks the address up, and its names until one leads back.
    public static func check(_ address: IPAddress, resolver: some Resolver) async -> Self {
        let address = address.unmapped
        let bits = AddressBits(address)
        var lookUps: [LookUpTrace] = []
        func ask(_ name: DNSName, _ type: DNSRecordType) async -> DNSAnswer.Outcome {
            let outcome = await resolver.lookUp(name, type).outcome
            lookUps.append(LookUpTrace(name: name, type: type, outcome: outcome))
            return outcome
        }
        func checked(_ result: Result, _ names: [DNSName] = [], _ name: DNSName? = nil) -> Self {
            Self(
                address: address, result: result, names: names, confirmedName: name,
                lookUps: lookUps)
        }

        let records: [DNSRecordData]
        switch await ask(DNSName(reverseOf: address), .ptr) {
        case .records(let found): records = found
        case .noData, .nameNotFound: return checked(.permanentError)
        case .temporaryFailure: return checked(.temporaryError)
        }
        let names = records.prefix(nameLimit).compactMap { data -> DNSName? in
            if case .ptr(let name) = data { name } else { nil }
        }
        var isUncertain = false
        for name in names {
            switch await ask(name, address.recordType) {
            case .records(let found) where found.contains { $0.isAddress(bits) }:
                return checked(.pass, names, name)
            case .temporaryFailure: isUncertain = true
            case .records, .noData, .nameNotFound: break
            }
        }
        return checked(isUncertain ? .temporaryError : .fail, names)
    }

    /// How the result came about, for a reader.
    public var step: EvaluationStep {
        let outcome =
            switch result {
            case .pass: "pass: \(confirmedName.map { "\($0)" } ?? "") leads back to it"
            case .fail: "fail: none of its names leads back to it"
            case .temporaryError: "temperror: the DNS could not be asked"
            case .permanentError: "permerror: the address has no name"
            }
        let tone: EvaluationStep.Tone =
            switch result {
            case .pass: .good
            case .fail, .permanentError: .bad
            case .temporaryError: .unsure
            }
        return EvaluationStep(
            "Reverse DNS of \(address)", outcome, tone: tone, steps: lookUps.map(\.step))
    }
}
