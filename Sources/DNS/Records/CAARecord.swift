/// Who may issue certificates for a name (RFC 8659 §4.1).
public struct CAARecord: Hashable, Sendable {
    /// 128 is "critical"; the other bits are reserved.
    public var flags: UInt8
    /// `issue`, `issuewild`, `iodef`: 1 to 255 bytes.
    public var tag: [UInt8]
    public var value: [UInt8]

    public init(flags: UInt8, tag: [UInt8], value: [UInt8]) {
        self.flags = flags
        self.tag = tag
        self.value = value
    }
}
