import MailTypes

/// One HTTP request, as far as the API looks at it.
public struct APIRequest: Equatable, Sendable {
    public struct Header: Equatable, Sendable {
        /// In lower case.
        public let name: String
        public let value: String

        public init(_ name: String, _ value: String) {
            self.name = name.asciiLowercased
            self.value = value
        }
    }

    public var method: String
    /// As it stood on the wire, percent-encoded and without the query.
    public var path: String
    /// As it stood on the wire, without the question mark.
    public var query: String
    /// In order; `host` among them, also when HTTP/2 calls it `:authority`.
    public var headers: [Header]
    public var body: [UInt8]
    /// The peer's address, as text.
    public var sourceIP: String?
    public var isSecure: Bool
    /// `TLSv1.3`; nil where it is not known.
    public var tlsVersion: String?

    public init(
        method: String, path: String, query: String = "", headers: [Header] = [],
        body: [UInt8] = [], sourceIP: String? = nil, isSecure: Bool = false,
        tlsVersion: String? = nil
    ) {
        self.method = method
        self.path = path
        self.query = query
        self.headers = headers
        self.body = body
        self.sourceIP = sourceIP
        self.isSecure = isSecure
        self.tlsVersion = tlsVersion
    }

    /// The first value of a header; `name` in lower case.
    public func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }
}

/// What goes back for an ``APIRequest``.
public struct APIResponse: Equatable, Sendable {
    public var status: Int
    public var headers: [APIRequest.Header]
    public var body: [UInt8]

    public init(status: Int, headers: [APIRequest.Header], body: [UInt8]) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}
