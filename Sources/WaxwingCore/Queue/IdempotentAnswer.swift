public import MailTypes

/// What a caller calls a request by, so that it is carried out once however often it is made.
public struct IdempotencyKey: Hashable, Sendable, CustomStringConvertible {
    public static let lengthLimit = 256

    public let description: String

    /// Nil unless it is 1 to 256 visible ASCII characters.
    public init?(_ text: some StringProtocol) {
        guard (1...Self.lengthLimit).contains(text.utf8.count),
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return nil }
        description = String(text)
    }
}

/// A request that carries a key.
public struct IdempotentRequest: Equatable, Sendable {
    public let key: IdempotencyKey
    /// A hash of what is asked for, operation and all: the same key with another is a mistake.
    public let digest: [UInt8]

    public init(key: IdempotencyKey, digest: [UInt8]) {
        self.key = key
        self.digest = digest
    }
}

/// How a request with a key was answered.
public struct IdempotentAnswer: Equatable, Sendable {
    /// How long a key is remembered.
    public static let lifetime = Duration.seconds(86_400)

    public let request: IdempotentRequest
    public let scope: Scope
    public let answeredAt: UnixTime
    /// The answer, in a form that only the service reads.
    public let text: String

    public init(request: IdempotentRequest, scope: Scope, answeredAt: UnixTime, text: String) {
        self.request = request
        self.scope = scope
        self.answeredAt = answeredAt
        self.text = text
    }
}

/// A request with the same key was answered before.
public struct AlreadyAnswered: Error, Equatable, Sendable {
    public let answer: IdempotentAnswer
    public init(answer: IdempotentAnswer) { self.answer = answer }
}
