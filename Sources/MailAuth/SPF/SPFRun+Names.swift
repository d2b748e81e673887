import DNS
import MailTypes

/// The names that the holder of the client's address gives it, as far as they were looked up.
struct SPFReverseNames {
    /// Nil before they were looked up.
    var names: [DNSName]?
    /// Whether a name leads back to the address.
    var isValidated: [DNSName: Bool] = [:]
}

/// What `ptr` and `%{p}` need (RFC 7208 §5.5). Nothing here ends the check but its time: the zones
/// belong to the client, which must not be able to turn a fail into an error.
extension SPFRun {
    /// Whether the client has a validated name that is `domain` or below it.
    nonisolated(nonsending) mutating func hasReverseName(
        below domain: DNSName, _ term: Int
    ) async throws(SPFInterruption) -> Bool {
        // A name elsewhere cannot match, so that it need not be validated.
        for name in try await lookUpReverseNames(term) where name.isEqualToOrBelow(domain) {
            if try await isValidated(name, term) { return true }
        }
        return false
    }

    /// The name for `%{p}`: `domain` itself if it is one, else one below it, else any
    /// (RFC 7208 §7.3).
    nonisolated(nonsending) mutating func validatedName(
        for domain: DNSName, _ term: Int
    ) async throws(SPFInterruption) -> DNSName? {
        let names = try await lookUpReverseNames(term)
        let below = names.filter { $0 != domain && $0.isEqualToOrBelow(domain) }
        let others = names.filter { !$0.isEqualToOrBelow(domain) }
        for name in names.filter({ $0 == domain }) + below + others {
            if try await isValidated(name, term) { return name }
        }
        return nil
    }

    nonisolated(nonsending) private mutating func lookUpReverseNames(
        _ term: Int
    ) async throws(SPFInterruption) -> [DNSName] {
        if let names = reverseNames.names { return names }
        let outcome = try await ask(.ptr, of: DNSName(reverseOf: request.address), term)
        var names: [DNSName] = []
        if case .records(let records) = outcome {
            for case .ptr(let name) in records.prefix(limits.reverseNameLimit) {
                names.append(name)
            }
        }
        reverseNames.names = names
        return names
    }

    nonisolated(nonsending) private mutating func isValidated(
        _ name: DNSName, _ term: Int
    ) async throws(SPFInterruption) -> Bool {
        if let known = reverseNames.isValidated[name] { return known }
        var found = false
        if case .records(let records) = try await ask(
            request.address.recordType, of: name, term)
        {
            found = records.contains { $0.isAddress(self.address) }
        }
        reverseNames.isValidated[name] = found
        return found
    }
}
