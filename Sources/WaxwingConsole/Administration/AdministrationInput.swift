import JSONText
import MailTypes
import WaxwingCore

/// Reads the members of a request of the administration API.
struct AdministrationInput {
    private let body: Document

    init(_ body: Document) { self.body = body }

    /// Refuses a member of another name: a mistyped `enabeld` must not look as if it had worked.
    func allow(_ names: Set<String>) throws(ServiceError) {
        guard case .object(let fields) = body else {
            throw .invalidParameter("The body has to be a JSON object.")
        }
        for field in fields where !names.contains(field.name) {
            throw .invalidParameter(
                "There is no member '\(field.name.prefix(60))' here, but: "
                    + names.sorted().joined(separator: ", ") + ".")
        }
    }

    func text(_ name: String) throws(ServiceError) -> String? {
        switch body[name] {
        case nil, .null?: return nil
        case .string(let text)?: return text
        default: throw .invalidParameter("'\(name)' has to be a text.")
        }
    }

    func required(_ name: String) throws(ServiceError) -> String {
        guard let text = try text(name), !text.isEmpty else {
            throw .invalidParameter("'\(name)' is missing.")
        }
        return text
    }

    func texts(_ name: String) throws(ServiceError) -> [String]? {
        guard let value = body[name], value != .null else { return nil }
        guard case .array(let items) = value, items.count <= 100 else {
            throw .invalidParameter("'\(name)' has to be a list of texts.")
        }
        var texts: [String] = []
        for item in items {
            guard case .string(let text) = item else {
                throw .invalidParameter("'\(name)' has to be a list of texts.")
            }
            texts.append(text)
        }
        return texts
    }

    func flag(_ name: String) throws(ServiceError) -> Bool? {
        switch body[name] {
        case nil, .null?: return nil
        case .bool(let flag)?: return flag
        default: throw .invalidParameter("'\(name)' has to be true or false.")
        }
    }

    func requiredFlag(_ name: String) throws(ServiceError) -> Bool {
        guard let flag = try flag(name) else { throw .invalidParameter("'\(name)' is missing.") }
        return flag
    }

    /// `status`, in IAM's words.
    func isActive() throws(ServiceError) -> Bool {
        switch try required("status") {
        case "Active": return true
        case "Inactive": return false
        default: throw .invalidParameter("'status' is Active or Inactive.")
        }
    }

    /// `user` or `role`; nil for the account itself.
    func owner() throws(ServiceError) -> MemberName? {
        switch (try text("user"), try text("role")) {
        case (nil, nil): return nil
        case (let user?, nil): return MemberName(.user, user)
        case (nil, let role?): return MemberName(.role, role)
        default: throw .invalidParameter("A key is a user's or a role's, not both.")
        }
    }

    /// Policy documents by their names, each an object.
    func policies() throws(ServiceError) -> [String: String] {
        guard let value = body["policies"], value != .null else { return [:] }
        guard case .object(let fields) = value else {
            throw .invalidParameter("'policies' has to be an object of policies by their names.")
        }
        var policies: [String: String] = [:]
        for field in fields {
            policies[field.name] = String(
                decoding: JSONText.JSON.write(field.value), as: UTF8.self)
        }
        return policies
    }

    static func accountID(_ text: String) throws(ServiceError) -> AccountID {
        guard let id = AccountID(text) else {
            throw .invalidParameter("An account's id has twelve digits.")
        }
        return id
    }

    static func mailbox(_ text: String) throws(ServiceError) -> Mailbox {
        guard let mailbox = try? Mailbox(parsing: text), mailbox.domain != nil else {
            throw .invalidParameter("'\(text.prefix(80))' is no address, such as me@example.com.")
        }
        return mailbox
    }

    static func organization(_ text: String) throws(ServiceError) -> OrganizationPath {
        guard let path = OrganizationPath(text) else {
            throw .invalidParameter(
                "An organisation path is like o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/, with the "
                    + "slash at its end.")
        }
        return path
    }

    static func region(_ text: String) throws(ServiceError) -> Region {
        guard let region = Region(text) else {
            throw .invalidParameter("'\(text.prefix(60))' is no name of a region.")
        }
        return region
    }
}
