internal import NIOCore
internal import NIOSSL

/// A certificate with its key, or the trust of a client, ready to begin TLS with.
///
/// Making one reads and checks the certificate; it is made once and shared by all connections.
public struct TLSContext: Sendable {
    let context: NIOSSLContext

    /// For servers.
    /// - Parameters:
    ///   - certificateChain: PEM, the server's own certificate first.
    ///   - privateKey: PEM, without a passphrase.
    /// - Throws: what the TLS library finds wrong with either.
    public static func server(certificateChain: String, privateKey: String) throws -> TLSContext {
        let certificates = try NIOSSLCertificate.fromPEMBytes(Array(certificateChain.utf8))
        let key = try NIOSSLPrivateKey(bytes: Array(privateKey.utf8), format: .pem)
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: certificates.map { .certificate($0) }, privateKey: .privateKey(key))
        configuration.minimumTLSVersion = .tlsv12
        return TLSContext(
            context: try NIOSSLContext(configuration: configuration))
    }

    /// For servers whose certificates may be exchanged while they run.
    public static func server(_ certificates: TLSCertificates) throws -> TLSContext {
        TLSContext(context: try NIOSSLContext(configuration: certificates.configuration))
    }

    /// For clients that encrypt without knowing to whom, as opportunistic TLS does (RFC 7435).
    public static func unverifiedClient() throws -> TLSContext {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        configuration.certificateVerification = .none
        return TLSContext(
            context: try NIOSSLContext(configuration: configuration))
    }

    /// For clients that speak only to whom the name and a trusted authority vouch for.
    /// - Parameter trustRoots: PEM certificates; nil for those of the system.
    public static func verifiedClient(trustRoots: String? = nil) throws -> TLSContext {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        if let trustRoots {
            configuration.trustRoots = .certificates(
                try NIOSSLCertificate.fromPEMBytes(Array(trustRoots.utf8)))
        }
        return TLSContext(
            context: try NIOSSLContext(configuration: configuration))
    }

    func serverHandler() -> NIOSSLServerHandler { NIOSSLServerHandler(context: context) }

    /// A handler that names `serverName` to the server (SNI), which addresses cannot be.
    func clientHandler(serverName: String?) throws -> NIOSSLClientHandler {
        try NIOSSLClientHandler(context: context, serverHostname: serverName)
    }
}

extension TLSVersion {
    var name: String {
        switch self {
        case .tlsv1: "TLSv1"
        case .tlsv11: "TLSv1.1"
        case .tlsv12: "TLSv1.2"
        case .tlsv13: "TLSv1.3"
        }
    }
}
