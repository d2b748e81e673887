// Settings that are kept with an identity and used when it sends.
extension IdentityService {
    /// Which configuration set mail goes out with that names none.
    /// - Returns: the identity as it is then; nil when there is none of that name.
    public func setConfigurationSet(
        _ set: String?, of name: IdentityName, in scope: Scope
    ) async throws -> Identity? {
        try await update(name, in: scope) { $0.configurationSet = set }
    }

    public func setFeedbackForwarding(
        _ enabled: Bool, of name: IdentityName, in scope: Scope
    ) async throws -> Identity? {
        try await update(name, in: scope) { $0.feedbackForwarding = enabled }
    }

    /// Changes the topics that are told of the identity's mail.
    public func updateNotifications(
        of name: IdentityName, in scope: Scope,
        _ change: @escaping @Sendable (inout NotificationSettings) -> Void
    ) async throws -> Identity? {
        try await update(name, in: scope) { identity in
            var settings = identity.notifications ?? NotificationSettings()
            change(&settings)
            identity.notifications = settings
        }
    }
}
