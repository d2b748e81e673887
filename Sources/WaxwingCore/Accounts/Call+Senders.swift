import MailMessage
import MailTypes

extension Call {
    /// How much of a raw message is read to find its header section.
    private static let headerLimit = 262_144

    /// Adds the identities that mail is sent from: of each address its domain, and the address.
    ///
    /// The `From` field counts as well as what the call says: a caller that may send from one
    /// identity may not borrow another's name.
    /// - Parameters:
    ///   - sources: addresses as the caller wrote them: `Anna <a@example.com>`.
    ///   - content: a raw message, if it is one.
    public mutating func addSenders(_ sources: [String], content: [UInt8]?, in scope: Scope) {
        var senders = sources.compactMap { try? AddressList(parsing: $0).addresses.first?.mailbox }
        if let content {
            let head = LineEndings.normalized(Array(content.prefix(Self.headerLimit)))
            let fields = try? Message(parsing: head).headerSection.all("From")
            let authors = (fields ?? []).flatMap {
                (try? AddressList(parsing: $0.rawValue).addresses.map(\.mailbox)) ?? []
            }
            fromAddress = authors.first?.formatted
            senders += authors
        }
        if fromAddress == nil { fromAddress = senders.first?.formatted }
        for sender in senders {
            guard let domain = sender.domain else { continue }
            let names = [
                scope.arn("identity", domain.text), scope.arn("identity", sender.formatted),
            ]
            if !resources.contains(names) { resources.append(names) }
        }
    }
}
