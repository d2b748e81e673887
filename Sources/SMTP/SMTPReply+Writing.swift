internal import MailTypes

extension SMTPReply {
    /// Appends the bytes on the wire: the same as `formatted`, without making anything between.
    ///
    /// A server writes several replies for each message, nearly all of one line.
    func write(to output: inout [UInt8]) {
        guard lines.count == 1, (100...999).contains(code) else {
            output += formatted
            return
        }
        Self.write(code, to: &output)
        let line = lines[0]
        if let enhancedCode {
            output.append(Byte.space)
            Self.write(enhancedCode.category, to: &output)
            output.append(Byte.dot)
            Self.write(enhancedCode.subject, to: &output)
            output.append(Byte.dot)
            Self.write(enhancedCode.detail, to: &output)
        }
        if !line.isEmpty || enhancedCode != nil { output.append(Byte.space) }
        for byte in line.utf8 {
            output.append(byte < 0x20 || byte == 0x7F ? Byte.space : byte)
        }
        output.append(Byte.carriageReturn)
        output.append(Byte.lineFeed)
    }

    /// Decimal digits of a number from 0 to 999.
    private static func write(_ number: Int, to output: inout [UInt8]) {
        let digits = UInt8(ascii: "0")
        let number = min(max(number, 0), 999)
        if number > 99 { output.append(digits + UInt8(number / 100)) }
        if number > 9 { output.append(digits + UInt8(number / 10 % 10)) }
        output.append(digits + UInt8(number % 10))
    }
}
