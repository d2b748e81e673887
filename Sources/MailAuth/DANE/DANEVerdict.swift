public import DNS

/// What checking a server's certificates against TLSA records showed.
public enum DANEVerdict: Equatable, Sendable {
    /// The record that the server is authenticated by, and where in its chain the record's certificate
    /// stands: 0 is the server's own. Where the record is a bare key, the certificate that it signed.
    case pass(TLSARecord, depth: Int)
    case fail(DANEFailure, depth: Int?)

    public var isPass: Bool {
        if case .pass = self { true } else { false }
    }
}

/// Why a server is not authenticated.
public enum DANEFailure: Equatable, Sendable {
    case noCertificate
    /// No record names a certificate of the server.
    case noMatch
    /// The anchor is the record's, but the certificate is for another name.
    case nameMismatch
    /// The record names a certificate that the server's own does not lead to.
    case chain(X509ChainFailure)

    /// The word for TLS reports (RFC 8460 §4.3.2.1).
    public var resultType: String {
        switch self {
        case .noCertificate, .noMatch: "validation-failure"
        case .nameMismatch: "certificate-host-mismatch"
        case .chain(.expired), .chain(.notYetValid): "certificate-expired"
        case .chain(.notTrusted), .chain(.other): "certificate-not-trusted"
        }
    }
}

extension DANEVerdict {
    public var step: EvaluationStep {
        switch self {
        case .pass(let record, let depth):
            EvaluationStep(
                "TLSA \(DNSRecordData.tlsa(record))",
                depth == 0
                    ? "names the server's certificate" : "names its issuer, at depth \(depth)",
                tone: .good)
        case .fail(let failure, _): EvaluationStep("TLSA", failure.description, tone: .bad)
        }
    }
}

extension DANEFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noCertificate: "the server shows no certificate"
        case .noMatch: "no record names a certificate of the server"
        case .nameMismatch: "the certificate is for another name"
        case .chain(let failure): "the chain does not hold: \(failure)"
        }
    }
}
