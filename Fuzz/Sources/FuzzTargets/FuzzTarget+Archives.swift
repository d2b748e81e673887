import Archives
import MailReports

extension FuzzTarget {
    /// Bounds hold, and bytes that are no archive come out as they went in.
    static let archives = FuzzTarget("archives") { bytes in
        let limits = ExpansionLimits(
            outputLimit: 1 << 16, ratioLimit: 50, ratioFreeSize: 1 << 12, memberLimit: 4)
        var rest = bytes[...]
        let pulled = ArchiveReader(limits: limits) {
            defer { rest = rest.dropFirst(5) }
            return rest.prefix(5)
        }
        for reader in [ArchiveReader(bytes, limits: limits), pulled] {
            var count = 0
            var members = 0
            do {
                while try reader.nextMember() != nil {
                    members += 1
                    while let piece = try reader.nextPiece() { count += piece.count }
                }
                require(
                    reader.container != .plain || count == bytes.count, "plain bytes stay plain")
            } catch {
                require((try? reader.nextMember()) == nil, "an archive stays refused")
            }
            require(count <= limits.outputLimit && members <= limits.memberLimit, "bounds hold")
        }
        _ = ReportFile.read(bytes)
    }
}
