import Logging
import WaxwingCore

/// Reads the inbox for both doors, the JSON API and the pages.
struct InboxReader: Sendable {
    let inbox: any InboxStore
    let logger: Logger

    /// The inbox did not answer. The log says why.
    struct Failure: Error {
        static let message = "The inbox can't be read at the moment; the log says why. Try again."
    }

    /// Reads an id as a path writes it; nil for what can't be one.
    static func id(_ text: some StringProtocol) -> Int64? {
        guard let id = Int64(text), id >= 0, String(id) == text else { return nil }
        return id
    }

    func messages(_ query: MessagesQuery) async throws(Failure) -> [InboxMessage] {
        try await reading { try await $0.messages(after: query.after, limit: query.limit) }
    }

    func messageCount() async throws(Failure) -> Int {
        try await reading { try await $0.messageCount() }
    }

    func message(_ id: Int64) async throws(Failure) -> InboxMessage? {
        try await reading { try await $0.message(id) }
    }

    func content(of id: Int64) async throws(Failure) -> [UInt8]? {
        try await reading { try await $0.content(of: id) }
    }

    func view(of id: Int64) async throws(Failure) -> MessageView? {
        guard let content = try await content(of: id) else { return nil }
        return MessageView(reading: content)
    }

    private func reading<Value: Sendable>(
        _ read: @Sendable (any InboxStore) async throws -> Value
    ) async throws(Failure) -> Value {
        do {
            return try await read(inbox)
        } catch {
            logger.error("The inbox can't be read.", metadata: ["error": "\(error)"])
            throw Failure()
        }
    }
}
