import MailMessage
import MailTypes

extension FuzzTarget {
    static let addresses = FuzzTarget("addresses") { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        if let mailbox = try? Mailbox(parsing: text) {
            let again = try? Mailbox(parsing: mailbox.formatted)
            require(again == mailbox, "a mailbox is read as it was written")
        }
        _ = try? StrictAddress(parsing: text)
        for address in AddressList.reading(bytes[...]).list.addresses {
            let written = Array(address.mailbox.formatted.utf8)
            let again = AddressList.reading(written[...]).list.addresses.map(\.mailbox)
            require(again == [address.mailbox], "an address is read as it was written")
        }
        _ = IPAddress(parsing: text).map { IPAddress(parsing: $0.description) }
        var cursor = ByteCursor(bytes[...])
        _ = try? cursor.readReversePath()
        cursor = ByteCursor(bytes[...])
        _ = try? cursor.readForwardPath()
    }
}
