/// The start of a zone of authority (RFC 1035 §3.3.13). Times are in seconds.
public struct SOARecord: Hashable, Sendable {
    public var primaryServer: DNSName  // MNAME
    /// The mailbox of who is responsible, its local-part as the first label.
    public var responsibleMailbox: DNSName  // RNAME
    public var serial: UInt32
    public var refresh: UInt32
    public var retry: UInt32
    public var expire: UInt32
    /// How long "there is no such record" may be remembered (RFC 2308 §4).
    public var negativeTTL: UInt32  // MINIMUM

    public init(
        primaryServer: DNSName, responsibleMailbox: DNSName, serial: UInt32,
        refresh: UInt32 = 3600, retry: UInt32 = 600, expire: UInt32 = 604_800,
        negativeTTL: UInt32 = 60
    ) {
        self.primaryServer = primaryServer
        self.responsibleMailbox = responsibleMailbox
        self.serial = serial
        self.refresh = refresh
        self.retry = retry
        self.expire = expire
        self.negativeTTL = negativeTTL
    }
}
