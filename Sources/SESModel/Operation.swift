/// One operation of the API, with the shapes that it takes and gives.
public protocol Operation: Sendable {
    associatedtype Input: Structure
    associatedtype Output: Structure
    static var descriptor: OperationDescriptor { get }
}

/// Which of the two HTTP APIs is spoken.
public enum APIVersion: String, Equatable, Sendable {
    /// The Query protocol with XML responses, `Version=2010-12-01`.
    case v1 = "1"
    /// JSON under `/v2/email/`, 2019-09-27.
    case v2 = "2"
}

/// How an operation is called over HTTP.
public struct OperationDescriptor: Equatable, Sendable {
    public let name: String
    public let version: APIVersion
    public let method: String
    /// The path with its labels in braces: `/v2/email/identities/{EmailIdentity}`.
    public let path: String
    /// The members whose labels have another name, by label.
    public let labels: [String: String]
    public let query: [QueryMember]
    /// Whether a v1 response has a `…Result` element.
    public let hasResult: Bool
    /// The errors of its own that the service model names.
    public let errors: [ErrorShape]

    public init(
        name: String, version: APIVersion, method: String, path: String,
        labels: [String: String] = [:], query: [QueryMember] = [], hasResult: Bool = true,
        errors: [ErrorShape]
    ) {
        self.name = name
        self.version = version
        self.method = method
        self.path = path
        self.labels = labels
        self.query = query
        self.hasResult = hasResult
        self.errors = errors
    }

    /// The same operation as a list that is read by `GET`, with its page in the query.
    func moved(to path: String) -> OperationDescriptor {
        OperationDescriptor(
            name: name, version: version, method: "GET", path: path,
            query: [
                QueryMember(name: "NextToken", member: "NextToken", kind: .text),
                QueryMember(name: "PageSize", member: "PageSize", kind: .integer),
            ], errors: errors)
    }
}

/// A member of a v2 request that stands in the query of its URL.
public struct QueryMember: Equatable, Sendable {
    public enum Kind: Equatable, Sendable {
        case text, integer, time, list
    }

    public let name: String
    public let member: String
    public let kind: Kind

    public init(name: String, member: String, kind: Kind) {
        self.name = name
        self.member = member
        self.kind = kind
    }
}

/// An error that a service model names.
public struct ErrorShape: Equatable, Sendable {
    /// The exception's name, as v2 and the SDKs know it.
    public let name: String
    /// The code on the wire of v1; in v2 the same as the name.
    public let code: String
    public let status: Int

    public init(name: String, code: String, status: Int) {
        self.name = name
        self.code = code
        self.status = status
    }
}

/// The input or output of an operation that has none.
public struct Empty: Structure {
    public init() {}
    public init(from decoder: inout ShapeDecoder) {}
    public func encode(to encoder: inout ShapeEncoder) {}
}
