import MailTypes

// The rules for lists and contacts, in the order and the words of SES.
extension ContactList {
    public static func checkName(_ name: String) throws(ServiceError) {
        try check(name, of: "ContactListName")
    }

    /// Refuses a list that breaks a rule.
    func check() throws(ServiceError) {
        try Self.checkName(name)
        guard topics.count <= Self.topicLimit else {
            throw .invalidParameter(
                "Maximum of <\(Self.topicLimit)> topics allowed per ContactList")
        }
        var names: Set<String> = []
        for topic in topics {
            try Self.check(topic.name, of: "TopicName")
            guard topic.displayName.count <= Self.displayNameLimit else {
                throw .invalidParameter(
                    "Topic DisplayName can contain up to <\(Self.displayNameLimit)> characters.")
            }
            guard names.insert(topic.name).inserted else {
                throw .invalidParameter("Duplicate topic names are not allowed within a List.")
            }
        }
        guard (description?.count ?? 0) <= Self.descriptionLimit else {
            throw .invalidParameter(
                "List description can contain up to \(Self.descriptionLimit) characters.")
        }
    }

    private static func check(_ name: String, of member: String) throws(ServiceError) {
        guard !name.allSatisfy(\.isWhitespace) else {
            throw .invalidParameter("\(member) can't be blank.")
        }
        let isAllowed = name.utf8.allSatisfy {
            $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "_") || $0 == UInt8(ascii: "-")
        }
        guard isAllowed, name.utf8.count <= nameLimit else {
            throw .invalidParameter(
                "\(member) can contain up to 64 characters. Only alphanumeric characters, "
                    + "underscores(_) and hyphens(-) are allowed.")
        }
    }

    static func unknown(_ name: String) -> ServiceError {
        .notFound("List with name: \(name) doesn't exist.")
    }

    /// Refuses a choice on a topic that the list has not.
    public func checkTopic(_ topic: String) throws(ServiceError) {
        guard self.topic(named: topic) != nil else {
            throw .invalidParameter("List: \(name) doesn't contain Topic: \(topic)")
        }
    }
}

extension Contact {
    public static func checkAddress(_ address: String) throws(ServiceError) {
        guard !address.allSatisfy(\.isWhitespace) else {
            throw .invalidParameter("EmailAddress can't be blank.")
        }
        guard case .address(let mailbox)? = try? IdentityName(parsing: address),
            mailbox.domain?.parent != nil
        else { throw .invalidParameter("EmailAddress <\(address)> is invalid") }
    }

    static func unknown(_ address: String) -> ServiceError {
        .notFound("\(address) doesn't exist in List.")
    }
}
