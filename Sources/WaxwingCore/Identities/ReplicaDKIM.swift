/// Signing with the keys of the same domain's identity in another region (Deterministic Easy DKIM):
/// the owner publishes nothing more.
public struct ReplicaDKIM: Equatable, Sendable {
    /// Why a replica has no keys, in SES's words.
    public enum Problem: String, Sendable {
        case primaryNotFound = "REPLICATION_PRIMARY_NOT_FOUND"
        case primaryBringsItsOwnKey = "REPLICATION_PRIMARY_BYO_DKIM_NOT_SUPPORTED"
        case primaryIsReplica = "REPLICATION_REPLICA_AS_PRIMARY_NOT_SUPPORTED"
        case invalidRegion = "REPLICATION_PRIMARY_INVALID_REGION"
    }

    /// The primary identity's region.
    public let primary: Region
    /// What the primary identity signs with. It is looked up, and never kept with the replica, so
    /// that keys change in one place.
    public internal(set) var keys: EasyDKIM?
    public internal(set) var problem: Problem?

    public init(primary: Region) { self.primary = primary }

    /// Takes over what the primary identity has.
    mutating func follow(_ identity: Identity?, from region: Region) {
        keys = nil
        problem = nil
        guard region != primary else {
            problem = .invalidRegion
            return
        }
        switch identity?.dkim?.origin {
        case .easy(let easy): keys = easy
        case .external: problem = .primaryBringsItsOwnKey
        case .replica: problem = .primaryIsReplica
        case nil: problem = .primaryNotFound
        }
    }
}

extension ReplicaDKIM: Codable {
    private enum CodingKeys: String, CodingKey { case primary }
}
