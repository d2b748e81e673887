public import MailTypes

/// The look-ups that mail makes.
extension Resolver {
    /// The hosts that take the mail of `domain`, lowest preference first; equal ones in the order
    /// of the answer.
    public func mxRecords(of domain: DomainName) async -> ResolverAnswer<MXRecord> {
        guard let name = try? DNSName(domain) else { return .tooLong }
        return await mxRecords(of: name)
    }

    public func mxRecords(of name: DNSName) async -> ResolverAnswer<MXRecord> {
        var answer = await lookUp(name, .mx).compactMap { data -> MXRecord? in
            guard case .mx(let record) = data else { return nil }
            return record
        }
        if case .records(let records) = answer.outcome {
            answer.outcome = .records(records.sorted { $0.preference < $1.preference })
        }
        return answer
    }

    /// The addresses of a host, IPv6 first, each family in the order of the answer.
    ///
    /// What one family gives counts even when the other fails. Only when neither gives an address
    /// does a failure of either make the answer a failure.
    public func addresses(of name: DNSName) async -> ResolverAnswer<IPAddress> {
        async let ipv6 = lookUp(name, .aaaa)
        async let ipv4 = lookUp(name, .a)
        let answers = [await ipv6.addresses, await ipv4.addresses]
        let records = answers.flatMap(\.records)
        guard records.isEmpty else {
            let full = answers.filter { !$0.records.isEmpty }
            var answer = full[0]
            answer.outcome = .records(records)
            answer.ttl = answers.map(\.ttl).min() ?? .zero
            answer.isSecure = answers.allSatisfy(\.isSecure)
            return answer
        }
        return answers.first { $0.failureReason != nil } ?? answers[0]
    }

    public func addresses(of domain: DomainName) async -> ResolverAnswer<IPAddress> {
        guard let name = try? DNSName(domain) else { return .tooLong }
        return await addresses(of: name)
    }

    /// The TXT records at `name`, the strings of each put together without anything between.
    public func textRecords(of name: DNSName) async -> ResolverAnswer<[UInt8]> {
        await lookUp(name, .txt).compactMap(\.joinedText)
    }

    public func textRecords(of domain: DomainName) async -> ResolverAnswer<[UInt8]> {
        guard let name = try? DNSName(domain) else { return .tooLong }
        return await textRecords(of: name)
    }

    /// What `name` itself is an alias for; no further alias is followed. No data when it is none.
    public func canonicalName(of name: DNSName) async -> ResolverAnswer<DNSName> {
        await lookUp(name, .cname).compactMap { data in
            guard case .cname(let target) = data else { return nil }
            return target
        }
    }

    /// The names that the holder of `address` gives it (PTR).
    public func names(of address: IPAddress) async -> ResolverAnswer<DNSName> {
        await lookUp(DNSName(reverseOf: address), .ptr).compactMap { data in
            guard case .ptr(let name) = data else { return nil }
            return name
        }
    }
}

extension DNSAnswer {
    /// The addresses among the records.
    public var addresses: ResolverAnswer<IPAddress> {
        compactMap { data in
            guard case .address(let address) = data else { return nil }
            return address
        }
    }
}

extension ResolverAnswer {
    /// About a name that is too long for the DNS, and therefore cannot exist there.
    fileprivate static var tooLong: ResolverAnswer {
        ResolverAnswer(.nameNotFound, canonicalName: .root)
    }
}
