extension DMARCRecord {
    /// `v=DMARC1; p=reject; rua=mailto:d@example.com`: the tags that differ from their defaults.
    public var formatted: String {
        var tags = ["v=DMARC1"]
        if let policy { tags.append("p=\(policy.rawValue)") }
        if let subdomainPolicy { tags.append("sp=\(subdomainPolicy.rawValue)") }
        if let nonexistentDomainPolicy { tags.append("np=\(nonexistentDomainPolicy.rawValue)") }
        if publicSuffix != .unspecified { tags.append("psd=\(publicSuffix.rawValue)") }
        if isTesting { tags.append("t=y") }
        if dkimAlignment != .relaxed { tags.append("adkim=\(dkimAlignment.rawValue)") }
        if spfAlignment != .relaxed { tags.append("aspf=\(spfAlignment.rawValue)") }
        if !aggregateReportURIs.isEmpty { tags.append("rua=\(Self.list(aggregateReportURIs))") }
        if !failureReportURIs.isEmpty {
            tags.append("ruf=\(Self.list(failureReportURIs))")
            if failureOptions != [.allFail] {
                let options = DMARCFailureOption.allCases.filter(failureOptions.contains)
                tags.append("fo=\(options.map(\.rawValue).joined(separator: ":"))")
            }
        }
        return tags.joined(separator: "; ")
    }

    private static func list(_ uris: [DMARCReportURI]) -> String {
        uris.map { uri in
            // The two characters that end a URI of the list (§4.8).
            uri.text.replacing(",", with: "%2C").replacing("!", with: "%21")
        }.joined(separator: ",")
    }
}
