public import MailTypes

/// An address as header fields have it: `Pete <pete@silly.example>` (RFC 5322 §3.4).
public struct Address: Hashable, Sendable {
    /// The name in front, decoded; nil where there is none.
    public var displayName: String?
    public var mailbox: Mailbox

    public init(displayName: String? = nil, mailbox: Mailbox) {
        self.displayName = displayName
        self.mailbox = mailbox
    }

    /// `"Pete, the other" <pete@silly.example>` for people to read: the name is not encoded.
    public var text: String {
        guard let displayName, !displayName.isEmpty else { return mailbox.formatted }
        return "\(displayName) <\(mailbox.formatted)>"
    }
}

/// The addresses of one field, with their groups (RFC 5322 §3.4).
public struct AddressList: Equatable, Sendable {
    public struct Group: Equatable, Sendable {
        public var name: String
        public var members: [Address]

        public init(name: String, members: [Address]) {
            self.name = name
            self.members = members
        }
    }

    public enum Item: Equatable, Sendable {
        case address(Address)
        case group(Group)
    }

    public var items: [Item]

    public init(_ items: [Item] = []) { self.items = items }

    public init(_ addresses: [Address]) { items = addresses.map { .address($0) } }

    /// All addresses in their order, those of groups included.
    public var addresses: [Address] {
        items.flatMap { item in
            switch item {
            case .address(let address): [address]
            case .group(let group): group.members
            }
        }
    }

    /// Reads the value of a `From`, `To`, `Cc`, `Bcc`, `Sender` or `Reply-To` field.
    ///
    /// Obsolete forms are read: routes, empty items, comments and white space around dots, dots in
    /// names. A comment behind an address without a name is taken as its name.
    /// - Throws: ``SyntaxError`` at the first item that is no address.
    public init(parsing value: ArraySlice<UInt8>) throws(SyntaxError) {
        let reading = Self.reading(value)
        if let error = reading.errors.first { throw error }
        self = reading.list
    }

    public init(parsing text: String) throws(SyntaxError) {
        try self.init(parsing: Array(text.utf8)[...])
    }

    /// Reads every item that is an address, and says what was wrong with the others.
    ///
    /// After an error reading goes on behind the next comma.
    public static func reading(
        _ value: ArraySlice<UInt8>
    ) -> (list: AddressList, errors: [SyntaxError]) {
        var reader = AddressReader(value)
        return reader.readList()
    }
}
