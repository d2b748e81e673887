public import MailTypes

// Contact lists
extension ResourceStore {
    /// - Throws: ``ServiceError`` for a list that breaks a rule, and for a second one.
    public func create(_ list: ContactList, in scope: Scope) async throws {
        try list.check()
        try await change(in: scope) { transaction in
            guard try transaction.count(ContactList.self) < ContactList.countLimit else {
                throw ServiceError.invalidParameter(
                    "A maximum of \(ContactList.countLimit) Lists allowed per account.")
            }
            _ = try transaction.insert(list)
        }
    }

    public func contactList(named name: String, in scope: Scope) async throws -> ContactList {
        try await look(in: scope) { try $0.contactList(named: name) }
    }

    /// Puts topics and description in the place of the old ones; what is nil stays.
    public func updateContactList(
        named name: String, topics: [ContactList.Topic]?, description: String?, at now: UnixTime,
        in scope: Scope
    ) async throws {
        try await change(in: scope) { transaction in
            var list = try transaction.contactList(named: name)
            list.topics = topics ?? list.topics
            list.description = description ?? list.description
            list.updatedAt = now
            try list.check()
            _ = try transaction.replace(list)
        }
    }

    /// Removes a list with all of its contacts.
    public func deleteContactList(named name: String, in scope: Scope) async throws {
        try await change(in: scope) { transaction in
            _ = try transaction.contactList(named: name)
            _ = try transaction.removeAll(Contact.self, under: name)
            _ = try transaction.remove(ContactList.self, name)
        }
    }
}

// Contacts
extension ResourceStore {
    public func create(_ contact: Contact, in scope: Scope) async throws {
        try Contact.checkAddress(contact.address)
        try await change(in: scope) { transaction in
            let list = try transaction.contactList(named: contact.list)
            for preference in contact.preferences { try list.checkTopic(preference.topic) }
            guard try transaction.insert(contact) else {
                throw ServiceError.alreadyExists("\(contact.address) already exists in List.")
            }
        }
    }

    public func contact(
        _ address: String, in list: String, _ scope: Scope
    ) async throws -> (contact: Contact, list: ContactList) {
        try Contact.checkAddress(address)
        return try await look(in: scope) { transaction in
            let list = try transaction.contactList(named: list)
            return (try transaction.contact(address, in: list), list)
        }
    }

    /// Adds to the contact's choices; the other members are replaced, also by nothing.
    public func updateContact(
        _ address: String, in list: String, preferences: [Contact.Preference],
        unsubscribedFromAll: Bool, attributesData: String?, at now: UnixTime, _ scope: Scope
    ) async throws {
        try Contact.checkAddress(address)
        try await change(in: scope) { transaction in
            let list = try transaction.contactList(named: list)
            for preference in preferences { try list.checkTopic(preference.topic) }
            var contact = try transaction.contact(address, in: list)
            contact.merge(preferences)
            contact.unsubscribedFromAll = unsubscribedFromAll
            contact.attributesData = attributesData
            contact.updatedAt = now
            _ = try transaction.replace(contact)
        }
    }

    public func deleteContact(
        _ address: String, in list: String, _ scope: Scope
    ) async throws {
        try Contact.checkAddress(address)
        try await change(in: scope) { transaction in
            let list = try transaction.contactList(named: list)
            let contact = try transaction.contact(address, in: list)
            _ = try transaction.remove(Contact.self, contact.name, under: list.name)
        }
    }
}

extension ResourceTransaction {
    /// - Throws: ``ServiceError`` when there is none of that name.
    public func contactList(named name: String) throws -> ContactList {
        try ContactList.checkName(name)
        guard let list = try find(ContactList.self, name) else { throw ContactList.unknown(name) }
        return list
    }

    /// - Throws: ``ServiceError`` when `address` is not on the list.
    public func contact(_ address: String, in list: ContactList) throws -> Contact {
        let name = SuppressedDestination.listed(address)
        guard let contact = try find(Contact.self, name, under: list.name) else {
            throw Contact.unknown(address)
        }
        return contact
    }
}
