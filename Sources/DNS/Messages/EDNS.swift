/// What the OPT pseudo-record of a message says (RFC 6891 §6.1.2). The upper bits of the response
/// code, which travel in it too, are part of `DNSMessage.responseCode`.
public struct EDNS: Equatable, Sendable {
    public struct Option: Equatable, Sendable {
        public var code: UInt16
        public var data: [UInt8]

        public init(code: UInt16, data: [UInt8]) {
            self.code = code
            self.data = data
        }
    }

    /// Longest datagram that the sender takes, in bytes; less than 512 means 512
    /// (RFC 6891 §6.2.3).
    public var payloadSizeLimit: UInt16
    public var version: UInt8
    /// DO: the sender understands DNSSEC records (RFC 3225 §3).
    public var isDNSSECOK: Bool
    public var options: [Option]

    public init(
        payloadSizeLimit: UInt16 = 1232, version: UInt8 = 0, isDNSSECOK: Bool = false,
        options: [Option] = []
    ) {
        self.payloadSizeLimit = payloadSizeLimit
        self.version = version
        self.isDNSSECOK = isDNSSECOK
        self.options = options
    }
}
