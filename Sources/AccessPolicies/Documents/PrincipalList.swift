import JSONText
import MailTypes

/// How a principal of a policy covers a caller.
enum PrincipalMatch: Equatable, Sendable {
    case none
    /// By its account: the permission needs one of the account's own beside it.
    case account
    case direct
}

/// All that one `Principal` or `NotPrincipal` names.
struct PrincipalList: Equatable, Sendable {
    private enum Entry: Equatable, Sendable {
        case everyone
        case account([UInt8])
        /// An ARN, or the name of a service.
        case exact([UInt8])
        /// A kind of principal that no caller is of.
        case nobody
    }

    let principals: [PolicyPrincipal]
    private let entries: [Entry]

    init(_ principals: [PolicyPrincipal]) {
        self.principals = principals
        entries = principals.map { principal in
            switch principal {
            case .everyone: .everyone
            case .account(let id): .account(Array(id.utf8))
            case .arn(let text), .service(let text): .exact(Array(text.utf8))
            case .federated, .canonicalUser: .nobody
            }
        }
    }

    /// The closest of all matches.
    func match(_ request: AccessRequest) -> PrincipalMatch {
        var closest = PrincipalMatch.none
        for entry in entries {
            switch entry {
            case .everyone: return .direct
            case .account(let id):
                if id == request.accountBytes {
                    // The root user is the account.
                    if request.principal.isRoot { return .direct }
                    closest = .account
                }
            case .exact(let text):
                if text == request.principalBytes { return .direct }
                if text == request.roleBytes { return .direct }
            case .nobody: break
            }
        }
        return closest
    }
}

extension PrincipalList {
    /// Reads `"*"` or a map of lists.
    init(
        _ document: Document, at place: PolicyError.Place, limit: Int
    ) throws(PolicyError) {
        if case .string(let text) = document {
            guard text == "*" else { throw .invalidPrincipal("“*” or an object", at: place) }
            self.init([.everyone])
            return
        }
        let members = try PolicyMembers(
            document, at: place, allowed: ["AWS", "Service", "Federated", "CanonicalUser"])
        var principals: [PolicyPrincipal] = []
        for field in members.fields {
            for text in try members.strings(field.name, limit: limit) ?? [] {
                principals.append(
                    try Self.principal(field.name, text, at: members.place(field.name)))
            }
        }
        guard !principals.isEmpty else { throw .invalidPrincipal("a principal", at: place) }
        guard principals.count <= limit else {
            throw .tooMany("values", limit: limit, at: place)
        }
        self.init(principals)
    }

    private static func principal(
        _ type: String, _ text: String, at place: PolicyError.Place
    ) throws(PolicyError) -> PolicyPrincipal {
        guard !text.isEmpty else { throw .invalidPrincipal("a principal", at: place) }
        switch type {
        case "Service":
            // Neither all services nor, by an ARN, somebody who is none.
            guard !text.utf8.contains(where: { "*:".utf8.contains($0) }) else {
                throw .invalidPrincipal("a service, not “\(text)”", at: place)
            }
            return .service(text)
        case "Federated": return .federated(text)
        case "CanonicalUser": return .canonicalUser(text)
        default: return try aws(text, at: place)
        }
    }

    private static func aws(
        _ text: String, at place: PolicyError.Place
    ) throws(PolicyError) -> PolicyPrincipal {
        if text == "*" { return .everyone }
        if text.utf8.count == 12, text.utf8.allSatisfy(\.isDigit) { return .account(text) }
        let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "arn", parts[2] == "iam" || parts[2] == "sts",
            parts[4].utf8.count == 12, parts[4].utf8.allSatisfy(\.isDigit), !parts[5].isEmpty
        else { throw .invalidPrincipal("an account's id or an ARN, not “\(text)”", at: place) }
        if parts[2] == "iam", parts[5] == "root" { return .account(String(parts[4])) }
        // Only “*” alone stands for more than one principal (“Specifying a principal”).
        guard !text.utf8.contains(where: { "*?".utf8.contains($0) }) else {
            throw .invalidPrincipal("an ARN without wildcards, not “\(text)”", at: place)
        }
        return .arn(text)
    }
}

extension PolicyError {
    fileprivate static func invalidPrincipal(_ expected: String, at place: Place) -> PolicyError {
        PolicyError("Invalid principal in policy", at: place, expected: expected)
    }
}
