public import NIOCore
internal import NIOSSL

extension Channel {
    /// The version of TLS that the peer and this end speak, `TLSv1.3`; nil without TLS.
    public var tlsVersion: String? {
        get async { (try? await nioSSL_tlsVersion().get())??.name }
    }
}
