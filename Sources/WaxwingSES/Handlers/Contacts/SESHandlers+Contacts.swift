import MailTypes
import SESModel
import WaxwingCore

// Operations on contact lists.
extension SESHandlers {
    func registerContacts(on router: inout SESRouter) {
        router.serve(SESv2.CreateContactList.self) { try await create($0, $1) }
        router.serve(SESv2.GetContactList.self) { try await get($0, $1) }
        router.serve(SESv2.ListContactLists.self) { try await list($0, $1) }
        router.serve(SESv2.UpdateContactList.self) { try await update($0, $1) }
        router.serve(SESv2.DeleteContactList.self) { request, context in
            try await resources.deleteContactList(
                named: request.contactListName, in: context.scope)
            return SESv2.DeleteContactListResponse()
        }
        registerListedContacts(on: &router)
    }

    private func create(
        _ request: SESv2.CreateContactListRequest, _ context: SESContext
    ) async throws -> SESv2.CreateContactListResponse {
        var list = ContactList(name: request.contactListName, createdAt: clock.now())
        list.topics = (request.topics ?? []).map(\.value)
        list.description = request.description
        list.tags = (request.tags ?? []).map { ResourceTag(key: $0.key, value: $0.value) }
        try list.tags.check()
        try await resources.create(list, in: context.scope)
        return SESv2.CreateContactListResponse()
    }

    private func get(
        _ request: SESv2.GetContactListRequest, _ context: SESContext
    ) async throws -> SESv2.GetContactListResponse {
        let list = try await resources.contactList(
            named: request.contactListName, in: context.scope)
        return SESv2.GetContactListResponse(
            contactListName: list.name, topics: list.topics.map(\.shape),
            description: list.description, createdTimestamp: list.createdAt,
            lastUpdatedTimestamp: list.updatedAt,
            tags: list.tags.map { SESv2.Tag(key: $0.key, value: $0.value) })
    }

    private func list(
        _ request: SESv2.ListContactListsRequest, _ context: SESContext
    ) async throws -> SESv2.ListContactListsResponse {
        let size = try listSize(request.pageSize, default: 1000, limit: 1000)
        let page = try await page(
            of: ContactList.self, token: request.nextToken, size: size, in: context.scope,
            invalidToken: { SESError(.invalidParameterValue, "Invalid NextToken <\($0)>.") })
        return SESv2.ListContactListsResponse(
            contactLists: page.resources.map {
                SESv2.ContactList(contactListName: $0.name, lastUpdatedTimestamp: $0.updatedAt)
            }, nextToken: page.nextToken)
    }

    private func update(
        _ request: SESv2.UpdateContactListRequest, _ context: SESContext
    ) async throws -> SESv2.UpdateContactListResponse {
        try await resources.updateContactList(
            named: request.contactListName, topics: request.topics?.map(\.value),
            description: request.description, at: clock.now(), in: context.scope)
        return SESv2.UpdateContactListResponse()
    }
}

extension SESv2.Topic {
    fileprivate var value: WaxwingCore.ContactList.Topic {
        WaxwingCore.ContactList.Topic(
            name: topicName, displayName: displayName, description: description,
            defaultStatus: defaultSubscriptionStatus.value)
    }
}

extension WaxwingCore.ContactList.Topic {
    fileprivate var shape: SESv2.Topic {
        SESv2.Topic(
            topicName: name, displayName: displayName, description: description,
            defaultSubscriptionStatus: defaultStatus.shape)
    }
}

extension SESv2.SubscriptionStatus {
    var value: WaxwingCore.SubscriptionStatus { self == .optIn ? .optIn : .optOut }
}

extension WaxwingCore.SubscriptionStatus {
    var shape: SESv2.SubscriptionStatus { self == .optIn ? .optIn : .optOut }
}
