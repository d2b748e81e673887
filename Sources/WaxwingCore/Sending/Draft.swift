import MailMessage
import MailTypes

/// A message to be sent, its addresses read and its content looked through; nothing is known yet of
/// who may send what.
struct Draft: Sendable {
    /// `SendEmail`, `SendRawEmail`, …: for the events.
    var operation: String
    var message: Message
    var sizeInBytes: Int
    var sender: Sender
    /// The whole envelope, in order.
    var recipients: [Address]
    var holdsTestVirus: Bool
    var tags: [MessageTag]
    var templateName: String?
    /// Why the template could not be rendered; there is nothing to deliver then.
    var renderingError: String?

    /// Everybody whom a recipient takes for the sender, each of whom has to be verified.
    struct Sender: Sendable {
        /// As the caller wrote it.
        var source: String
        var addresses: [Address]
        /// Whether the first is the envelope's alone, and no reader sees it.
        var isFirstHidden = false
        /// Whose identity signs: the first of From.
        var author: Address?
        /// Where the caller wants reports to go; each has to be verified too.
        var returnPaths: [Mailbox] = []
        /// Where reports go.
        var feedback: Mailbox?

        /// Whom policies are asked about: everybody, but for the envelope's sender where a field
        /// has the same address, with the name beside it that policies look at.
        var named: [Address] {
            guard isFirstHidden, let first = addresses.first,
                addresses.dropFirst().contains(where: { $0.mailbox == first.mailbox })
            else { return addresses }
            return Array(addresses.dropFirst())
        }
    }
}
