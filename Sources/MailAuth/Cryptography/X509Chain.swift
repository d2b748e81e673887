import CLibcrypto
public import MailTypes

/// The verification of a certificate by a chain of others that ends in one that is trusted (RFC 5280
/// §6), through libcrypto.
public enum X509Chain {
    /// Most certificates between the first one and the anchor.
    public static let depthLimit = 10

    /// Which extended key usages are asked for, where certificates have any.
    public enum Purpose: Sendable {
        case any
        /// A server that speaks TLS.
        case tlsServer
    }

    /// Builds and verifies a chain from `leaf` to one of `anchors`.
    ///
    /// `others` may be in any order, and need not all be used: they come from the peer. Every
    /// certificate of the chain has to be valid at `time`, the anchor too. Nothing is fetched, and no
    /// list of revoked certificates is asked.
    /// - Parameter isPartial: lets an anchor be any certificate, not only one that issued itself.
    /// - Returns: the chain, `leaf` first, the anchor last.
    public static func verify(
        _ leaf: X509Certificate, others: [X509Certificate] = [], anchors: [X509Certificate],
        at time: UnixTime, purpose: Purpose = .any, isPartial: Bool = false
    ) throws(X509ChainFailure) -> [X509Certificate] {
        guard let store = X509_STORE_new(), let context = X509_STORE_CTX_new(),
            let untrusted = OPENSSL_sk_new_null()
        else { throw X509ChainFailure.other("out of memory") }
        defer {
            X509_STORE_CTX_free(context)
            X509_STORE_free(store)
            OPENSSL_sk_free(untrusted)
            ERR_clear_error()
        }
        for anchor in anchors { X509_STORE_add_cert(store, anchor.pointer) }
        for other in others {
            OPENSSL_sk_push(untrusted, UnsafeRawPointer(other.pointer))
        }
        guard X509_STORE_CTX_init(context, store, leaf.pointer, untrusted) == 1,
            let parameters = X509_STORE_CTX_get0_param(context)
        else { throw X509ChainFailure.other("out of memory") }
        X509_VERIFY_PARAM_set_time(parameters, time_t(time.seconds))
        X509_VERIFY_PARAM_set_depth(parameters, Int32(depthLimit))
        var flags = UInt(X509_V_FLAG_TRUSTED_FIRST)
        if isPartial { flags |= UInt(X509_V_FLAG_PARTIAL_CHAIN) }
        X509_VERIFY_PARAM_set_flags(parameters, flags)
        if purpose == .tlsServer {
            X509_VERIFY_PARAM_set_purpose(parameters, X509_PURPOSE_SSL_SERVER)
        }
        guard X509_verify_cert(context) == 1 else {
            throw X509ChainFailure(code: X509_STORE_CTX_get_error(context))
        }
        return certificates(of: context)
    }

    private static func certificates(of context: OpaquePointer) -> [X509Certificate] {
        guard let chain = X509_STORE_CTX_get0_chain(context) else { return [] }
        return (0..<max(0, OPENSSL_sk_num(chain))).compactMap { index in
            guard let value = OPENSSL_sk_value(chain, index) else { return nil }
            let pointer = OpaquePointer(value)
            X509_up_ref(pointer)
            return X509Certificate(owning: pointer)
        }
    }
}

/// Why a chain does not hold.
public enum X509ChainFailure: Error, Equatable, Sendable {
    /// A certificate of the chain is not valid yet, or no longer.
    case notYetValid
    case expired
    /// No chain leads to an anchor.
    case notTrusted
    /// What libcrypto says.
    case other(String)

    init(code: Int32) {
        switch code {
        case X509_V_ERR_CERT_NOT_YET_VALID: self = .notYetValid
        case X509_V_ERR_CERT_HAS_EXPIRED: self = .expired
        case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT,
            X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
            X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE, X509_V_ERR_CERT_UNTRUSTED:
            self = .notTrusted
        default:
            let text = X509_verify_cert_error_string(Int(code)).map { String(cString: $0) }
            self = .other(text ?? "error \(code)")
        }
    }
}

extension X509ChainFailure: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notYetValid: "a certificate is not valid yet"
        case .expired: "a certificate has expired"
        case .notTrusted: "no chain leads to a trusted certificate"
        case .other(let reason): reason
        }
    }
}
