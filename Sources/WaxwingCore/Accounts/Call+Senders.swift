import MailMessage
import MailTypes

extension Call {
    /// How much of a raw message is read to find its header section.
    private static let headerLimit = 262_144

    /// Adds the identities that mail is sent from: of each address its domain, and the address.
    ///
    /// The fields `From` and `Sender` count as well as what the call says: a caller that may send
    /// from one identity may not borrow another's name. What cannot be read may be any identity, so
    /// that everything has to be allowed to the caller.
    /// - Parameters:
    ///   - sources: addresses as the caller wrote them: `Anna <a@example.com>`.
    ///   - content: a raw message, if it is one.
    public mutating func addSenders(_ sources: [String], content: [UInt8]?, in scope: Scope) {
        for source in sources { add((try? AddressList(parsing: source))?.addresses, in: scope) }
        guard let content else { return }
        let head = LineEndings.normalized(Array(content.prefix(Self.headerLimit)))
        guard let section = try? Message(parsing: head).headerSection else {
            return add(nil, in: scope)
        }
        let authors = section.all("From")
        if authors.isEmpty, content.count > Self.headerLimit { add(nil, in: scope) }
        if !authors.isEmpty { fromAddress = nil }
        for field in authors + section.all("Sender") {
            add((try? AddressList(parsing: field.rawValue))?.addresses, in: scope)
        }
    }

    /// - Parameter addresses: nil when nobody knows.
    private mutating func add(_ addresses: [Address]?, in scope: Scope) {
        let senders = addresses?.map(\.mailbox) ?? []
        if fromAddress == nil { fromAddress = senders.first?.formatted }
        for sender in senders {
            guard let domain = sender.domain else { continue }
            let names = [
                scope.arn("identity", domain.text), scope.arn("identity", sender.formatted),
            ]
            if !resources.contains(names) { resources.append(names) }
        }
        if senders.isEmpty || senders.contains(where: { $0.domain == nil }) {
            resources.append(["*"])
        }
    }
}
