import MailTypes
import SESModel
import WaxwingCore

// Notification settings of identities, and the operations of v1 that came before identities.
extension SESHandlers {
    func registerV1IdentitySettings(on router: inout SESRouter) {
        router.serve(SESv1.GetIdentityNotificationAttributes.self) {
            try await notificationAttributes($0, $1)
        }
        router.serve(SESv1.SetIdentityNotificationTopic.self) { try await setTopic($0, $1) }
        router.serve(SESv1.SetIdentityHeadersInNotificationsEnabled.self) { request, context in
            let kind = request.notificationType.value
            try await changeNotifications(of: request.identity, context) { settings in
                if request.enabled {
                    settings.withHeaders.insert(kind)
                } else {
                    settings.withHeaders.remove(kind)
                }
            }
            return SESv1.SetIdentityHeadersInNotificationsEnabledResponse()
        }
        router.serve(SESv1.SetIdentityFeedbackForwardingEnabled.self) {
            try await setForwarding($0, $1)
        }
        registerV1Addresses(on: &router)
    }

    private func notificationAttributes(
        _ request: SESv1.GetIdentityNotificationAttributesRequest, _ context: SESContext
    ) async throws -> SESv1.GetIdentityNotificationAttributesResponse {
        var attributes: [String: SESv1.IdentityNotificationAttributes] = [:]
        for text in request.identities {
            guard let name = try? identityName(text),
                let identity = try await identities.identity(named: name, in: context.scope)
            else { continue }
            let settings = identity.notifications ?? NotificationSettings()
            attributes[text] = SESv1.IdentityNotificationAttributes(
                bounceTopic: settings.topics[.bounce] ?? "",
                complaintTopic: settings.topics[.complaint] ?? "",
                deliveryTopic: settings.topics[.delivery] ?? "",
                forwardingEnabled: identity.feedbackForwarding,
                headersInBounceNotificationsEnabled: settings.withHeaders.contains(.bounce),
                headersInComplaintNotificationsEnabled: settings.withHeaders.contains(.complaint),
                headersInDeliveryNotificationsEnabled: settings.withHeaders.contains(.delivery))
        }
        return .init(notificationAttributes: attributes)
    }

    private func setTopic(
        _ request: SESv1.SetIdentityNotificationTopicRequest, _ context: SESContext
    ) async throws -> SESv1.SetIdentityNotificationTopicResponse {
        let kind = request.notificationType.value
        let topic = request.snsTopic.flatMap { $0.isEmpty ? nil : $0 }
        if let topic, !NotificationSettings.isTopic(topic) {
            throw ServiceError.invalidParameter("Invalid SNS topic <\(topic)>.")
        }
        try await changeNotifications(of: request.identity, context) { $0.topics[kind] = topic }
        return SESv1.SetIdentityNotificationTopicResponse()
    }

    private func changeNotifications(
        of identity: String, _ context: SESContext,
        _ change: @escaping @Sendable (inout NotificationSettings) -> Void
    ) async throws {
        let name = try identityName(identity)
        let changed = try await identities.updateNotifications(of: name, in: context.scope, change)
        guard changed != nil else { throw Self.unknownV1(name) }
    }

    private func setForwarding(
        _ request: SESv1.SetIdentityFeedbackForwardingEnabledRequest, _ context: SESContext
    ) async throws -> SESv1.SetIdentityFeedbackForwardingEnabledResponse {
        let name = try identityName(request.identity)
        let scope = try context.scope
        guard let identity = try await identities.identity(named: name, in: scope) else {
            throw Self.unknownV1(name)
        }
        let topics = identity.notifications?.topics ?? [:]
        guard request.forwardingEnabled || (topics[.bounce] != nil && topics[.complaint] != nil)
        else {
            throw ServiceError.invalidParameter(
                "Identity <\(name)> does not have SNS topics set for both bounces and complaints: "
                    + "feedback forwarding cannot be disabled.")
        }
        _ = try await identities.setFeedbackForwarding(
            request.forwardingEnabled, of: name, in: scope)
        return SESv1.SetIdentityFeedbackForwardingEnabledResponse()
    }

    private static func unknownV1(_ name: IdentityName) -> ServiceError {
        .invalidParameter("Identity <\(name)> does not exist.")
    }
}

// Deprecated since 2012, and still called.
extension SESHandlers {
    private func registerV1Addresses(on router: inout SESRouter) {
        router.serve(SESv1.VerifyEmailAddress.self) { request, context in
            try await verifyAddress(request.emailAddress, context)
            return Empty()
        }
        router.serve(SESv1.DeleteVerifiedEmailAddress.self) { request, context in
            _ = try await delete(identityName(request.emailAddress), in: context.scope)
            return Empty()
        }
        router.serve(SESv1.ListVerifiedEmailAddresses.self) { _, context in
            let scope = try context.scope
            let found = try await identities.identities(
                in: scope, after: nil, limit: IdentityService.identityLimit, kind: .address)
            return SESv1.ListVerifiedEmailAddressesResponse(
                verifiedEmailAddresses: found.filter(\.isVerified).map(\.name.description))
        }
    }
}

extension SESv1.NotificationType {
    fileprivate var value: NotificationSettings.Kind {
        switch self {
        case .bounce: .bounce
        case .complaint: .complaint
        case .delivery: .delivery
        }
    }
}
