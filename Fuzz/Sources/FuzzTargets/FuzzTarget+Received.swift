import MailMessage
import MailTypes

extension FuzzTarget {
    static let received = FuzzTarget("received") { bytes in
        let field = ReceivedField(parsing: bytes[...])
        for text in [field.from, field.by, field.helo, field.via, field.id, field.recipient] {
            require(text?.isEmpty != true, "what is found is not empty")
        }
        _ = field.protocolKeyword
        for identifier in MessageIdentifier.list(reading: bytes[...]) {
            require(!identifier.text.isEmpty, "an identifier is not empty")
        }
    }
}
