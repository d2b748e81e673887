import MailTypes

/// A text that no log, error or dump shows.
public struct SecretText: Sendable, Equatable {
    /// The secret itself: to be written to whoever asked for it, and nowhere else.
    public let revealed: String

    public init(_ text: String) { revealed = text }

    public static func == (first: SecretText, second: SecretText) -> Bool {
        equalInConstantTime(first.revealed.utf8, second.revealed.utf8)
    }
}

extension SecretText: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "(secret)" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
