public import MailTypes

/// Chain Validation Status (RFC 8617 §4.4): what a hop found of the chain that it was handed.
public enum ARCChainStatus: String, Hashable, Sendable {
    case none
    case pass
    case fail
}

/// What an ARC-Seal field says (RFC 8617 §4.1.3).
public struct ARCSeal: Equatable, Sendable {
    public let algorithm: DKIMAlgorithm  // a=
    public let signature: [UInt8]  // b=
    /// What the sealer found of the sets before its own.
    public let chainStatus: ARCChainStatus  // cv=
    public let signingDomain: DomainName  // d=
    public let selector: DomainName  // s=
    public let timestamp: UnixTime?  // t=
    /// Where the key is: `selector._domainkey.domain`.
    public let keyName: DomainName

    /// Reads the tags; `i=` is the set's, and read with it.
    init(_ tags: TagList) throws(DKIMFailure) {
        guard tags["h"] == nil else { throw DKIMFailure.sealNamesFields }
        let algorithmName = try tags.required("a").compactText.asciiLowercased
        guard let algorithm = DKIMAlgorithm(rawValue: algorithmName) else {
            throw DKIMFailure.unsupportedAlgorithm(algorithmName)
        }
        self.algorithm = algorithm
        signature = try tags.required("b").base64()
        chainStatus = try Self.chainStatus(tags)
        signingDomain = try tags.required("d").domain()
        selector = try tags.required("s").domain()
        keyName = try tags.keyName(selector: selector, signingDomain: signingDomain)
        timestamp = try tags["t"]?.time()
    }

    /// `cv=`, which a chain is judged by even where the rest of the seal cannot be read.
    static func chainStatus(_ tags: TagList) throws(DKIMFailure) -> ARCChainStatus {
        let tag = try tags.required("cv")
        let word = String(decoding: tag.value, as: UTF8.self).asciiLowercased
        guard let status = ARCChainStatus(rawValue: word) else {
            throw tag.syntaxFailure("none, pass or fail")
        }
        return status
    }
}
