public import SESModel

/// A request that has been answered, for whoever counts them.
public struct AnsweredRequest: Equatable, Sendable {
    public let version: APIVersion
    /// Nil where the request named none that there is, or was refused before it was looked at.
    public let operation: String?
    /// Of HTTP.
    public let status: Int
    /// v1's name of the error; nil for none.
    public let errorCode: String?
    /// From the whole request to the answer.
    public let duration: Duration
}
