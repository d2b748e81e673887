import Hummingbird

/// Which messages a caller wants to see: `?limit=` and `?after=`.
struct MessagesQuery: Equatable, Sendable {
    static let standardLimit = 50
    static let largestLimit = 1000

    var limit = standardLimit
    /// The last id of the page before.
    var after: Int64?

    /// What is wrong with the query, and what to write instead.
    struct Failure: Error, Equatable {
        let message: String
    }

    init() {}

    init(_ request: Request) throws(Failure) {
        let parameters = request.uri.queryParameters
        if let text = parameters["limit"] {
            guard let limit = Int(text), (1...Self.largestLimit).contains(limit) else {
                throw Failure(
                    message: "limit must be a number from 1 to \(Self.largestLimit); "
                        + "without it there are up to \(Self.standardLimit) messages.")
            }
            self.limit = limit
        }
        if let text = parameters["after"] {
            guard let after = Int64(text), after > 0 else {
                throw Failure(
                    message: "after must be the id of a message, for example the last id of the "
                        + "page before; leave it out for the newest messages.")
            }
            self.after = after
        }
    }
}
