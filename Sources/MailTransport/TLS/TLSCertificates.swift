public import MailTypes
internal import NIOCore
public import NIOSSL
internal import Synchronization

/// The certificates that a server shows, of which there may be several, and which may be exchanged
/// while it runs: a handshake takes what is here in that moment, and connections live on.
public final class TLSCertificates: Sendable {
    /// A certificate with its chain and its key, found to belong together.
    public struct Pair: Sendable {
        let chain: [NIOSSLCertificate]
        let key: NIOSSLPrivateKey
        /// The names that the certificate is for, in lower case; `*.example.com` among them.
        public let names: [String]
        public let validFrom: UnixTime
        public let validUntil: UnixTime

        /// - Parameters:
        ///   - certificateChain: PEM, the server's own certificate first.
        ///   - privateKey: PEM, without a passphrase.
        /// - Throws: ``PairError``
        public init(certificateChain: String, privateKey: String) throws(PairError) {
            do {
                chain = try NIOSSLCertificate.fromPEMBytes(Array(certificateChain.utf8))
            } catch {
                throw .noCertificate
            }
            guard let leaf = chain.first else { throw .noCertificate }
            do {
                key = try NIOSSLPrivateKey(bytes: Array(privateKey.utf8), format: .pem)
            } catch {
                throw .noKey
            }
            names = leaf.dnsNames
            validFrom = UnixTime(seconds: Int64(leaf.notValidBefore))
            validUntil = UnixTime(seconds: Int64(leaf.notValidAfter))
            do {
                _ = try NIOSSLContext(configuration: Self.configuration(chain, key))
            } catch {
                throw .mismatch
            }
        }

        static func configuration(
            _ chain: [NIOSSLCertificate], _ key: NIOSSLPrivateKey
        ) -> TLSConfiguration {
            var configuration = TLSConfiguration.makeServerConfiguration(
                certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
            configuration.minimumTLSVersion = .tlsv12
            return configuration
        }

        /// Whether the certificate is for a server of that name (RFC 6125 §6.4).
        func isFor(_ serverName: String) -> Bool {
            names.contains { name in
                guard name.hasPrefix("*.") else { return name == serverName }
                return serverName.drop { $0 != "." } == name.dropFirst()
            }
        }
    }

    public enum PairError: Error, Equatable, Sendable {
        case noCertificate
        case noKey
        /// The key is not the certificate's.
        case mismatch
    }

    private let pairs: Mutex<[Pair]>

    /// - Parameter pairs: one at least; the first is shown where none is for the name that the
    ///   client asks for, or where it asks for none.
    public init(_ pairs: [Pair]) {
        precondition(!pairs.isEmpty, "the caller has a certificate")
        self.pairs = Mutex(pairs)
    }

    /// From the next handshake on, these; none at all changes nothing.
    public func replace(with pairs: [Pair]) {
        guard !pairs.isEmpty else { return }
        self.pairs.withLock { $0 = pairs }
    }

    /// Those that are shown now.
    public var current: [Pair] { pairs.withLock { $0 } }

    /// What a server begins TLS with, once and for all its life.
    public var configuration: TLSConfiguration {
        let first = pairs.withLock { $0[0] }
        var configuration = Pair.configuration(first.chain, first.key)
        configuration.sslContextCallback = { [self] values, promise in
            let pair = pair(for: values.serverHostname)
            var override = NIOSSLContextConfigurationOverride()
            override.certificateChain = pair.chain.map { .certificate($0) }
            override.privateKey = .privateKey(pair.key)
            promise.succeed(override)
        }
        return configuration
    }

    func pair(for serverName: String?) -> Pair {
        let name = serverName?.asciiLowercased
        return pairs.withLock { pairs in
            name.flatMap { name in pairs.first { $0.isFor(name) } } ?? pairs[0]
        }
    }
}

extension NIOSSLCertificate {
    fileprivate var dnsNames: [String] {
        (_subjectAlternativeNames()).compactMap { name in
            guard name.nameType == .dnsName else { return nil }
            return String(decoding: Array(name.contents), as: UTF8.self).asciiLowercased
        }
    }
}
