/// Why a store could not do its work. Nothing was changed, and the store goes on working.
public enum StoreError: Error, Equatable, Sendable {
    /// There is no room left on the disk; the same call succeeds once there is.
    case full
    /// The disk or the database failed, or is of a kind that this version cannot read.
    case unavailable(String)
    /// Another process holds the data; the text says which.
    case inUse(String)
}

extension StoreError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .full: "no space is left for the data"
        case .unavailable(let reason), .inUse(let reason): reason
        }
    }
}
