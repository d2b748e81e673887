import SESModel
import WaxwingCore

// What SES does not have: looking at messages that wait for their time, and taking them back.
extension SESHandlers {
    func registerScheduling(on router: inout SESRouter) {
        router.serve(ScheduledEmails.List.self) { try await scheduledEmails($0, $1) }
        router.serve(ScheduledEmails.Get.self) { request, context in
            ScheduledEmails.Email(
                try await sending.scheduled.message(request.messageID, in: context.scope))
        }
        router.serve(ScheduledEmails.Cancel.self) { request, context in
            try await sending.scheduled.cancel(request.messageID, in: context.scope)
            return Empty()
        }
    }

    private func scheduledEmails(
        _ request: ScheduledEmails.ListRequest, _ context: SESContext
    ) async throws -> ScheduledEmails.ListResponse {
        let scope = try context.scope
        let size = request.pageSize ?? 100
        guard (1...ScheduledMail.pageLimit).contains(size) else {
            throw ServiceError.invalidParameter(
                "The page size must be between 1 and \(ScheduledMail.pageLimit)")
        }
        var position: ScheduledMessage.Position?
        if let token = request.nextToken {
            position = PageToken(parsing: token, list: Self.scheduledList, in: scope).flatMap {
                ScheduledMessage.Position($0.position)
            }
            guard position != nil else {
                throw SESError(.invalidParameterValue, "Invalid NextToken <\(token)>.")
            }
        }
        let found = try await sending.scheduled.messages(after: position, limit: size, in: scope)
        let next = found.count == size ? found.last : nil
        return ScheduledEmails.ListResponse(
            emails: found.map { ScheduledEmails.Email($0) },
            nextToken: next.map {
                PageToken(list: Self.scheduledList, position: $0.position.text)
                    .formatted(in: scope)
            })
    }

    private static let scheduledList = "scheduled-emails"
}
