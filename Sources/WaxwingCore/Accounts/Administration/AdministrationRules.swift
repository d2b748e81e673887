import AccessPolicies
import MailTypes

/// What names and documents have to look like; the bounds are IAM's.
enum AdministrationRules {
    static let accountNameLimit = 128
    static let memberNameLimit = 64
    static let policyNameLimit = 128
    /// Longest policy, in bytes.
    static let policySizeLimit = 6144

    /// The name without white space around it.
    static func accountName(_ name: String) throws(ServiceError) -> String {
        let name = String(
            decoding: Array(name.utf8)[...].trimmingFoldingWhitespace, as: UTF8.self)
        let isPlain = name.unicodeScalars.allSatisfy { !$0.properties.isControl }
        guard !name.isEmpty, name.utf8.count <= accountNameLimit, isPlain else {
            throw .invalidParameter(
                "An account's name has 1 to \(accountNameLimit) bytes, and no control characters.")
        }
        return name
    }

    static func checkMemberName(_ name: String) throws(ServiceError) {
        guard isName(name, memberNameLimit) else {
            throw .invalidParameter(
                "The name of a user or role has 1 to \(memberNameLimit) letters, digits and of "
                    + "'_+=,.@-'.")
        }
    }

    static func checkPolicy(_ name: String, _ document: String) throws(ServiceError) {
        guard isName(name, policyNameLimit) else {
            throw .invalidParameter(
                "The name of a policy has 1 to \(policyNameLimit) letters, digits and of "
                    + "'_+=,.@-'.")
        }
        guard document.utf8.count <= policySizeLimit else {
            throw .invalidParameter("A policy has no more than \(policySizeLimit) bytes.")
        }
        do throws(PolicyError) {
            _ = try PolicyDocument(parsing: Array(document.utf8), as: .identityBased)
        } catch {
            throw .invalidParameter("The policy \(name) cannot be used: \(error)")
        }
    }

    /// A key from elsewhere: an id that no path or log suffers from, and a secret of some length.
    static func checkAccessKey(_ id: String, _ secret: SecretText) throws(ServiceError) {
        guard (16...128).contains(id.utf8.count), id.utf8.allSatisfy(\.isAlphanumeric) else {
            throw .invalidParameter("An access key's id has 16 to 128 letters and digits.")
        }
        let isPlain = secret.revealed.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        guard (32...128).contains(secret.revealed.utf8.count), isPlain else {
            throw .invalidParameter(
                "An access key's secret has 32 to 128 printable ASCII characters.")
        }
    }

    private static func isName(_ name: String, _ limit: Int) -> Bool {
        (1...limit).contains(name.utf8.count)
            && name.utf8.allSatisfy { $0.isAlphanumeric || "_+=,.@-".utf8.contains($0) }
    }
}

extension Unicode.Scalar.Properties {
    fileprivate var isControl: Bool {
        switch generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: true
        default: false
        }
    }
}
