import MailTypes
import SESModel
import WaxwingCore

// Operations on the contacts of a list.
extension SESHandlers {
    func registerListedContacts(on router: inout SESRouter) {
        router.serve(SESv2.CreateContact.self) { try await create($0, $1) }
        router.serve(SESv2.GetContact.self) { try await get($0, $1) }
        router.serve(SESv2.ListContacts.self) { try await list($0, $1) }
        router.serve(SESv2.UpdateContact.self) { try await update($0, $1) }
        router.serve(SESv2.DeleteContact.self) { request, context in
            try await resources.deleteContact(
                request.emailAddress, in: request.contactListName, context.scope)
            return SESv2.DeleteContactResponse()
        }
    }

    private func create(
        _ request: SESv2.CreateContactRequest, _ context: SESContext
    ) async throws -> SESv2.CreateContactResponse {
        var contact = Contact(
            address: request.emailAddress, list: request.contactListName, createdAt: clock.now())
        contact.merge((request.topicPreferences ?? []).map(\.value))
        contact.unsubscribedFromAll = request.unsubscribeAll ?? false
        contact.attributesData = request.attributesData
        try await resources.create(contact, in: context.scope)
        return SESv2.CreateContactResponse()
    }

    private func get(
        _ request: SESv2.GetContactRequest, _ context: SESContext
    ) async throws -> SESv2.GetContactResponse {
        let (contact, list) = try await resources.contact(
            request.emailAddress, in: request.contactListName, context.scope)
        return SESv2.GetContactResponse(
            contactListName: list.name, emailAddress: contact.address,
            topicPreferences: contact.choices(in: list).map(\.shape),
            topicDefaultPreferences: contact.defaults(in: list).map(\.shape),
            unsubscribeAll: contact.unsubscribedFromAll, attributesData: contact.attributesData,
            createdTimestamp: contact.createdAt, lastUpdatedTimestamp: contact.updatedAt)
    }

    private func list(
        _ request: SESv2.ListContactsRequest, _ context: SESContext
    ) async throws -> SESv2.ListContactsResponse {
        let size = try listSize(request.pageSize, default: 1000, limit: 1000)
        let scope = try context.scope
        let list = try await resources.contactList(named: request.contactListName, in: scope)
        var filter = ContactFilter()
        filter.status = request.filter?.filteredStatus?.value
        filter.topic = request.filter?.topicFilter?.topicName
        filter.usesDefault =
            request.filter?.topicFilter?.useDefaultIfPreferenceUnavailable ?? false
        if let topic = filter.topic { try list.checkTopic(topic) }
        let page = try await page(
            of: Contact.self, under: list.name,
            filter: "\(filter.status?.rawValue ?? ""),\(filter.topic ?? ""),\(filter.usesDefault)",
            token: request.nextToken, size: size, in: scope,
            invalidToken: { SESError(.invalidParameterValue, "Invalid NextToken <\($0)>.") },
            where: { [filter] in filter.matches($0, in: list) })
        return SESv2.ListContactsResponse(
            contacts: page.resources.map { contact in
                SESv2.Contact(
                    emailAddress: contact.address,
                    topicPreferences: contact.choices(in: list).map(\.shape),
                    topicDefaultPreferences: contact.defaults(in: list).map(\.shape),
                    unsubscribeAll: contact.unsubscribedFromAll,
                    lastUpdatedTimestamp: contact.updatedAt)
            }, nextToken: page.nextToken)
    }

    private func update(
        _ request: SESv2.UpdateContactRequest, _ context: SESContext
    ) async throws -> SESv2.UpdateContactResponse {
        try await resources.updateContact(
            request.emailAddress, in: request.contactListName,
            preferences: (request.topicPreferences ?? []).map(\.value),
            unsubscribedFromAll: request.unsubscribeAll ?? false,
            attributesData: request.attributesData, at: clock.now(), context.scope)
        return SESv2.UpdateContactResponse()
    }
}

extension SESv2.TopicPreference {
    fileprivate var value: WaxwingCore.Contact.Preference {
        WaxwingCore.Contact.Preference(topic: topicName, status: subscriptionStatus.value)
    }
}

extension WaxwingCore.Contact.Preference {
    fileprivate var shape: SESv2.TopicPreference {
        SESv2.TopicPreference(topicName: topic, subscriptionStatus: status.shape)
    }
}
