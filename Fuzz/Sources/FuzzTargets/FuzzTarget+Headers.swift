import MailMessage
import MailTypes

extension FuzzTarget {
    static let headers = FuzzTarget("headers") { bytes in
        guard let message = try? Message(parsing: bytes) else { return }
        require(message.formatted == bytes, "a message keeps its bytes")
        for field in message.headerSection.fields {
            _ = field.text
            _ = try? UnixTime(parsingMessageDate: field.rawValue)
            _ = try? ContentType(parsing: field.rawValue)
            _ = try? ContentDisposition(parsing: field.rawValue)
        }
        let normalized = LineEndings.normalized(bytes)
        require(LineEndings.normalized(normalized) == normalized, "line ends are mended once")
    }
}
