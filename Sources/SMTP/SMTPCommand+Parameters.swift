internal import MailTypes

/// One `keyword[=value]`.
private struct Parameter {
    let keyword: ArraySlice<UInt8>
    let value: ArraySlice<UInt8>?
}

extension ByteCursor {
    /// More parameters than any command can have.
    private static let parameterLimit = 16

    mutating func readMailParameters() throws(SMTPCommandError) -> MailParameters {
        var parameters = MailParameters()
        if isAtEnd { return parameters }
        for parameter in try readParameters() {
            switch (parameter.keyword, parameter.value) {
            case (let keyword, let value?) where keyword.equalsIgnoringCase("SIZE"):
                parameters.size = try Self.size(value)
            case (let keyword, let value?) where keyword.equalsIgnoringCase("BODY"):
                parameters.bodyType = try Self.bodyType(value)
            case (let keyword, nil) where keyword.equalsIgnoringCase("SMTPUTF8"):
                parameters.requiresSMTPUTF8 = true
            case (let keyword, _?) where keyword.equalsIgnoringCase("AUTH"):
                parameters.namesSubmitter = true
            case (let keyword, let value?) where keyword.equalsIgnoringCase("RET"):
                parameters.returnedContent = try Self.returnedContent(value)
            case (let keyword, let value?) where keyword.equalsIgnoringCase("ENVID"):
                parameters.envelopeID = try Self.envelopeID(value)
            case (let keyword, _) where Self.isKnownToMail(keyword):
                throw .badParameter
            default:
                throw .unknownParameter
            }
        }
        return parameters
    }

    mutating func readRecipientParameters() throws(SMTPCommandError) -> RecipientParameters {
        var parameters = RecipientParameters()
        if isAtEnd { return parameters }
        for parameter in try readParameters() {
            switch (parameter.keyword, parameter.value) {
            case (let keyword, let value?) where keyword.equalsIgnoringCase("NOTIFY"):
                parameters.notify = try Self.notify(value)
            case (let keyword, let value?) where keyword.equalsIgnoringCase("ORCPT"):
                parameters.originalRecipient = try Self.originalRecipient(value)
            case (let keyword, nil)
            where keyword.equalsIgnoringCase("NOTIFY") || keyword.equalsIgnoringCase("ORCPT"):
                throw .badParameter
            default:
                throw .unknownParameter
            }
        }
        return parameters
    }

    ///     Mail-parameters = esmtp-param *(SP esmtp-param)     ; RFC 5321 §4.1.2
    ///     esmtp-param     = esmtp-keyword ["=" esmtp-value]
    ///     esmtp-keyword   = (ALPHA / DIGIT) *(ALPHA / DIGIT / "-")
    ///     esmtp-value     = 1*(%d33-60 / %d62-126)
    ///
    /// UTF-8 in values belongs to SMTPUTF8 (RFC 6531 §3.3); `ENVID=<a=b>` of some clients has an
    /// equals sign too many, which can mean one thing only.
    private mutating func readParameters() throws(SMTPCommandError) -> [Parameter] {
        var parameters: [Parameter] = []
        while !isAtEnd {
            guard take(Byte.space), parameters.count < Self.parameterLimit else {
                throw .badArgument
            }
            skipSpaces()
            let keyword = take { $0.isAlphanumeric || $0 == UInt8(ascii: "-") }
            guard let first = keyword.first, first.isAlphanumeric else { throw .badArgument }
            var value: ArraySlice<UInt8>?
            if take(UInt8(ascii: "=")) {
                let read = take { $0.isVisible || $0 >= 0x80 }
                guard !read.isEmpty else { throw .badParameter }
                value = read
            }
            let isRepeated = parameters.contains { known in
                known.keyword.elementsEqual(keyword) {
                    $0.asciiLowercased == $1.asciiLowercased
                }
            }
            guard !isRepeated else { throw .badParameter }
            parameters.append(Parameter(keyword: keyword, value: value))
        }
        return parameters
    }

    private static func isKnownToMail(_ keyword: ArraySlice<UInt8>) -> Bool {
        keyword.equalsIgnoringCase("SIZE") || keyword.equalsIgnoringCase("BODY")
            || keyword.equalsIgnoringCase("SMTPUTF8") || keyword.equalsIgnoringCase("AUTH")
            || keyword.equalsIgnoringCase("RET") || keyword.equalsIgnoringCase("ENVID")
    }

    ///     size-value = 1*20DIGIT     ; RFC 1870 §5
    ///
    /// Sizes of 19 digits and more are beyond every limit and become one that is.
    private static func size(_ value: ArraySlice<UInt8>) throws(SMTPCommandError) -> Int {
        guard value.count <= 20, value.allSatisfy(\.isDigit) else { throw .badParameter }
        guard value.count <= 18 else { return Int.max }
        return value.reduce(0) { $0 * 10 + Int($1 &- 0x30) }
    }

    private static func bodyType(
        _ value: ArraySlice<UInt8>
    ) throws(SMTPCommandError) -> Envelope.BodyType {
        if value.equalsIgnoringCase("7BIT") { return .sevenBit }
        if value.equalsIgnoringCase("8BITMIME") { return .eightBitMIME }
        if value.equalsIgnoringCase("BINARYMIME") { return .binaryMIME }
        throw .badParameter
    }

    private static func returnedContent(
        _ value: ArraySlice<UInt8>
    ) throws(SMTPCommandError) -> MailParameters.ReturnedContent {
        if value.equalsIgnoringCase("FULL") { return .full }
        if value.equalsIgnoringCase("HDRS") { return .header }
        throw .badParameter
    }

    private static func envelopeID(
        _ value: ArraySlice<UInt8>
    ) throws(SMTPCommandError) -> String {
        guard value.count <= 100, let text = decodedXtext(value) else { throw .badParameter }
        return text
    }

    ///     notify-esmtp-value = "NEVER" / 1#notify-list-element     ; RFC 3461 §4.1
    private static func notify(
        _ value: ArraySlice<UInt8>
    ) throws(SMTPCommandError) -> RecipientParameters.Notify {
        if value.equalsIgnoringCase("NEVER") { return [] }
        var notify: RecipientParameters.Notify = []
        for word in value.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
            if word.equalsIgnoringCase("SUCCESS") {
                notify.insert(.success)
            } else if word.equalsIgnoringCase("FAILURE") {
                notify.insert(.failure)
            } else if word.equalsIgnoringCase("DELAY") {
                notify.insert(.delay)
            } else {
                throw .badParameter
            }
        }
        return notify
    }

    ///     original-recipient-address = addr-type ";" xtext     ; RFC 3461 §4.2
    private static func originalRecipient(
        _ value: ArraySlice<UInt8>
    ) throws(SMTPCommandError) -> String {
        guard value.count <= 500, let semicolon = value.firstIndex(of: UInt8(ascii: ";")),
            semicolon > value.startIndex,
            value[..<semicolon].allSatisfy({ $0.isAlphanumeric || $0 == UInt8(ascii: "-") }),
            let address = decodedXtext(value[(semicolon + 1)...]), !address.isEmpty
        else { throw .badParameter }
        return String(decoding: value[...semicolon], as: UTF8.self) + address
    }

    ///     xtext   = *( xchar / hexchar )     ; RFC 3461 §4
    ///     hexchar = "+" 2(DIGIT / %d65-70)
    ///
    /// Nil for what is no xtext or decodes to control characters.
    private static func decodedXtext(_ value: ArraySlice<UInt8>) -> String? {
        var output: [UInt8] = []
        var cursor = ByteCursor(value)
        while let byte = cursor.next() {
            if byte == UInt8(ascii: "+") {
                guard let high = cursor.next()?.hexValue, let low = cursor.next()?.hexValue
                else { return nil }
                output.append(high << 4 | low)
            } else {
                output.append(byte)
            }
        }
        guard output.allSatisfy({ $0 >= 0x20 && $0 != 0x7F }) else { return nil }
        return String(validating: output, as: UTF8.self)
    }
}
