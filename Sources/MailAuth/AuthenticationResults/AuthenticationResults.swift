/// The results of authentication as a field of the message tells of them (RFC 8601).
///
///     Authentication-Results: mx.example.net; dkim=pass header.d=example.com;
///         spf=pass smtp.mailfrom=example.com
///
/// Anybody can write such a field. Only one with the identifier of a server that is trusted, in a
/// message that came from there, says anything.
public struct AuthenticationResults: Equatable, Sendable {
    /// The name of the field.
    public static let fieldName = "Authentication-Results"
    /// The version of the field's syntax that is understood (RFC 8601 §2.6).
    public static let supportedVersion = 1

    /// What one method found.
    public struct Result: Equatable, Sendable {
        /// `spf`, `dkim`, in lower case.
        public var method: String
        /// The version of the method's description; 1 where nil.
        public var methodVersion: Int?
        /// `pass`, `fail`, in lower case; empty where a field is read that has none.
        public var result: String
        /// Free text on why.
        public var reason: String?
        /// What the result is about, in order.
        public var properties: [Property]
        /// Texts in parentheses, in order; written behind the result.
        public var comments: [String]

        public init(
            _ method: String, _ result: String, methodVersion: Int? = nil, reason: String? = nil,
            properties: [Property] = [], comments: [String] = []
        ) {
            self.method = method
            self.methodVersion = methodVersion
            self.result = result
            self.reason = reason
            self.properties = properties
            self.comments = comments
        }

        /// The value of `header.from`, of `smtp.mailfrom`; nil when it is not there.
        public func value(_ type: String, _ name: String) -> String? {
            properties.first { $0.type == type && $0.name == name }?.value
        }
    }

    /// One thing that was looked at: `header.d=example.com`.
    public struct Property: Equatable, Sendable {
        /// `smtp`, `header`, `body` or `policy`, in lower case; empty where a field is read that
        /// leaves it out, as several large providers do.
        public var type: String
        /// `mailfrom`, `d`, in lower case.
        public var name: String
        /// Without the quotes that it may have been written in.
        public var value: String

        public init(_ type: String, _ name: String, _ value: String) {
            self.type = type
            self.name = name
            self.value = value
        }
    }

    /// Who speaks: the identifier of the server's administration (RFC 8601 §2.5).
    public var authservID: String
    /// The version of the syntax; 1 where nil.
    public var version: Int?
    /// What stands behind the identifier against the grammar, as Yahoo once wrote it.
    public var parameters: [Property] = []
    /// Empty when nothing was checked: `none`.
    public var results: [Result]
    /// Texts in parentheses before the first result.
    public var comments: [String] = []

    public init(authservID: String, version: Int? = nil, results: [Result] = []) {
        self.authservID = authservID
        self.version = version
        self.results = results
    }

    public var isVersionSupported: Bool {
        version == nil || version == Self.supportedVersion
    }

    /// All results of a method.
    public func results(of method: String) -> [Result] { results.filter { $0.method == method } }
}
