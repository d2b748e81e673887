/// How far an archive may expand. Every bound has a number, because an archive of a few kilobytes
/// can ask for gigabytes.
public struct ExpansionLimits: Equatable, Sendable {
    /// Most bytes that come out, over all members.
    public var outputLimit: Int
    /// Most bytes that come out for each byte that went in. Deflate reaches 1032; reports, as
    /// monotonous as they are, stay below 100.
    public var ratioLimit: Int
    /// Output up to this size is not held to ``ratioLimit``: a short text of blanks is no attack.
    public var ratioFreeSize: Int
    /// Most layers of compression around each other: a gzip file within a gzip file has two.
    public var layerLimit: Int
    /// Most files in one archive.
    public var memberLimit: Int

    public init(
        outputLimit: Int = 256 << 20, ratioLimit: Int = 200, ratioFreeSize: Int = 1 << 20,
        layerLimit: Int = 2, memberLimit: Int = 16
    ) {
        self.outputLimit = outputLimit
        self.ratioLimit = ratioLimit
        self.ratioFreeSize = ratioFreeSize
        self.layerLimit = layerLimit
        self.memberLimit = memberLimit
    }
}
