public import MailTypes

/// What a verifier accepts beyond what the standards fix.
public struct DKIMVerificationRules: Sendable {
    /// Signatures checked in one message; those behind them get the verdict `policy`.
    public var signatureLimit = 10

    /// How long after `x=` a signature still counts.
    public var clockSkew = Duration.seconds(300)

    /// Smallest RSA key, in bits (RFC 8301 §3.2).
    public let minimumKeySizeInBits: Int

    /// Whether anybody registers names under this domain, so that it vouches for nobody.
    public var isPublicSuffix: @Sendable (DomainName) -> Bool = { _ in false }

    /// SHA-1 counts, and so do signatures of the drafts before RFC 4871.
    let isHistoric: Bool

    public init() {
        minimumKeySizeInBits = 1024
        isHistoric = false
    }

    private init(minimumKeySizeInBits: Int, isHistoric: Bool) {
        self.minimumKeySizeInBits = minimumKeySizeInBits
        self.isHistoric = isHistoric
    }

    /// The rules from before RFC 8301, to check old messages against; never for live mail.
    package static let historic = DKIMVerificationRules(minimumKeySizeInBits: 512, isHistoric: true)

    /// What needs no key to tell.
    func check(_ signature: DKIMSignature) throws(DKIMFailure) {
        guard signature.algorithm != .rsaSHA1 || isHistoric else {
            throw DKIMFailure.weakAlgorithm
        }
        guard !isPublicSuffix(signature.signingDomain) else { throw DKIMFailure.publicSuffix }
    }
}
