extension SendingService {
    /// The reports that are not mailed to the sender of a message: forwarding is switched off for
    /// the identity that it is sent from, and another way tells of them.
    ///
    /// Without such a way a report is mailed all the same, as with SES: somebody has to hear of it.
    func withheldFeedback(
        _ profile: SenderProfile, _ set: ConfigurationSet?, _ scope: Scope
    ) async throws -> FeedbackKinds {
        let identity = profile.identity
        guard !identity.feedbackForwarding else { return [] }
        let topics = identity.notifications?.topics ?? [:]
        var told: FeedbackKinds = []
        if topics[.bounce] != nil { told.insert(.bounces) }
        if topics[.complaint] != nil { told.insert(.complaints) }
        guard let set, told != .all else { return told }
        let destinations = try await resources.recentAll(
            EventDestination.self, under: set.name, in: scope)
        for destination in destinations where destination.isEnabled {
            if destination.events.contains(.bounce) { told.insert(.bounces) }
            if destination.events.contains(.complaint) { told.insert(.complaints) }
        }
        return told
    }
}
