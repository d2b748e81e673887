import AccessPolicies
import Synchronization

/// Policy documents as they were read: each text is parsed once.
final class PolicyDocuments: Sendable {
    /// Documents kept at the most; past that all are dropped.
    private static let limit = 2000

    private struct Key: Hashable {
        let text: String
        let isIdentityBased: Bool
    }

    private let documents = Mutex<[Key: PolicyDocument]>([:])

    /// Nil for a text that is no policy.
    func document(_ text: String, as kind: PolicyDocument.Kind) -> PolicyDocument? {
        let key = Key(text: text, isIdentityBased: kind == .identityBased)
        if let known = documents.withLock({ $0[key] }) { return known }
        guard let read = try? PolicyDocument(parsing: Array(text.utf8), as: kind) else {
            return nil
        }
        documents.withLock { documents in
            if documents.count >= Self.limit { documents.removeAll() }
            documents[key] = read
        }
        return read
    }

    /// All of them, or nil when one cannot be read: it may deny anything.
    func all(_ texts: [String], as kind: PolicyDocument.Kind) -> [PolicyDocument]? {
        var read: [PolicyDocument] = []
        for text in texts {
            guard let document = document(text, as: kind) else { return nil }
            read.append(document)
        }
        return read
    }
}
