public import JSONText
import MailTypes

/// A policy: who may do what to which resource under which conditions
/// (IAM User Guide, “Grammar of the IAM JSON policy language”).
public struct PolicyDocument: Equatable, Sendable {
    /// What a policy is attached to, which decides whether it names principals.
    public enum Kind: Equatable, Sendable {
        /// To a caller, who is the principal of all statements: none is named.
        case identityBased
        /// To a resource, such as an identity of SES: each statement names its principals.
        case resourceBased
    }

    /// The version of the language.
    public enum Version: String, Equatable, Sendable {
        /// Also where nothing is said. It has no variables.
        case v2008 = "2008-10-17"
        case v2012 = "2012-10-17"
    }

    public let kind: Kind
    public let version: Version
    public let id: String?
    public let statements: [PolicyStatement]
    /// The document without white space between its parts, members in the order in which they
    /// were written: the form in which SES gives it back.
    public let formatted: String

    /// Reads a document.
    /// - Throws: ``PolicyError`` at the first place that breaks the grammar or a limit.
    public init(
        parsing bytes: [UInt8], as kind: Kind, limits: PolicyLimits = PolicyLimits()
    ) throws(PolicyError) {
        guard bytes.count <= limits.documentSizeLimit else {
            throw PolicyError(
                "The policy is too long.", expected: "\(limits.documentSizeLimit) bytes at the most"
            )
        }
        let compact = CompactJSON(bytes)
        guard compact.depth <= limits.nestingLimit else {
            throw .syntax("\(limits.nestingLimit) levels of nesting at the most")
        }
        let document: Document
        do {
            document = try JSON.parse(bytes)
        } catch {
            throw .syntax("\(error.expected) at byte \(error.offset)")
        }
        try self.init(
            document, formatted: String(decoding: compact.bytes, as: UTF8.self), as: kind,
            limits: limits)
    }

    /// Reads a document that is already a tree.
    public init(
        parsing document: Document, as kind: Kind, limits: PolicyLimits = PolicyLimits()
    ) throws(PolicyError) {
        try self.init(parsing: JSON.write(document), as: kind, limits: limits)
    }

    private init(
        _ document: Document, formatted: String, as kind: Kind, limits: PolicyLimits
    ) throws(PolicyError) {
        let members = try PolicyMembers(document, allowed: ["Version", "Id", "Statement"])
        version = try Self.version(members)
        id = try members.string("Id")
        self.kind = kind
        self.formatted = formatted
        guard let statement = members["Statement"] else {
            throw .missing("Statement", at: members.place)
        }
        statements = try Self.statements(statement, version: version, kind: kind, limits: limits)
    }

    private static func version(_ members: PolicyMembers) throws(PolicyError) -> Version {
        guard let text = try members.string("Version") else { return .v2008 }
        guard let version = Version(rawValue: text) else {
            throw .syntax("2012-10-17 or 2008-10-17", at: members.place("Version"))
        }
        return version
    }

    private static func statements(
        _ document: Document, version: Version, kind: Kind, limits: PolicyLimits
    ) throws(PolicyError) -> [PolicyStatement] {
        let list: [Document]
        switch document {
        case .array(let items): list = items
        case .object: list = [document]
        default: throw .syntax("a statement or a list of them", at: .init(member: "Statement"))
        }
        guard !list.isEmpty else {
            throw .syntax("at least one statement", at: .init(member: "Statement"))
        }
        guard list.count <= limits.statementLimit else {
            throw .tooMany(
                "statements", limit: limits.statementLimit, at: .init(member: "Statement"))
        }
        var statements: [PolicyStatement] = []
        var sids: Set<String> = []
        for (index, item) in list.enumerated() {
            let statement = try PolicyStatement(
                item, index: index, version: version, kind: kind, limits: limits)
            if let sid = statement.sid, !sid.isEmpty, !sids.insert(sid).inserted {
                throw PolicyError(
                    "Statement IDs (SID) in a single policy must be unique.",
                    at: .init(statement: index, member: "Sid"))
            }
            statements.append(statement)
        }
        return statements
    }
}
