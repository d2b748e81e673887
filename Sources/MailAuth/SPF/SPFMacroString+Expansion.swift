public import DNS
public import MailTypes

/// What the macros of one record stand for (RFC 7208 §7.2).
struct SPFMacroValues {
    let request: SPFRequest
    /// The domain whose record is read (`%{d}`).
    let domain: DNSName
    /// `%{p}`; it has to be looked up.
    var validatedName: DNSName?
    /// Name of the host that checks (`%{r}`).
    var receiver = "unknown"
    /// `%{t}`
    var time = UnixTime(milliseconds: 0)

    fileprivate func value(of letter: SPFMacro.Letter) -> [UInt8] {
        switch letter {
        case .sender:
            Array(request.localPart.utf8) + [UInt8(ascii: "@")] + request.macroDomain
        case .localPart: Array(request.localPart.utf8)
        case .senderDomain: request.macroDomain
        case .domain: domain.dotted
        case .address: request.address.dotted
        case .validatedName: validatedName?.dotted ?? Array("unknown".utf8)
        case .family:
            switch request.address {
            case .v4: Array("in-addr".utf8)
            case .v6: Array("ip6".utf8)
            }
        case .helo: request.macroHELO
        case .readableAddress: Array(request.address.description.utf8)
        case .receiver: Array(receiver.utf8)
        case .time: Array(String(time.seconds).utf8)
        }
    }
}

extension SPFMacroString {
    /// Longest name that can be looked up, in octets with its dots (RFC 7208 §7.3).
    static let nameLengthLimit = 253

    /// A bound on what is held while a name grows, far above what is looked at in the end.
    private static let workingLengthLimit = 4096

    /// The text with its macros replaced, for people who write records.
    ///
    /// - Parameters:
    ///   - domain: the one whose record the text stands in (`%{d}`); that of the request when nil.
    ///   - validatedName: what `%{p}` stands for; `unknown` when nil.
    public func expanded(
        for request: SPFRequest, domain: DNSName? = nil, validatedName: DNSName? = nil,
        receiver: String = "unknown", now: UnixTime, lengthLimit: Int = 1000
    ) -> String {
        let values = SPFMacroValues(
            request: request, domain: domain ?? request.name ?? .root,
            validatedName: validatedName, receiver: receiver, time: now)
        return String(decoding: expanded(with: values, lengthLimit: lengthLimit), as: UTF8.self)
    }

    /// The text with its macros replaced. What they stand for is not read for macros again.
    func expanded(with values: SPFMacroValues, lengthLimit: Int) -> [UInt8] {
        var text: [UInt8] = []
        for part in parts {
            guard text.count < lengthLimit else { break }
            part.append(to: &text, with: values)
        }
        return Array(text.prefix(lengthLimit))
    }

    /// The domain that it names whatever the message; nil unless it is written out.
    var constantDomain: ArraySlice<UInt8>? {
        guard parts.count == 1, case .literal(let text) = parts[0] else { return nil }
        return Self.shortened(text)
    }

    /// The domain that it names. One that is too long loses labels at its left (RFC 7208 §7.3).
    func expandedDomain(with values: SPFMacroValues) -> ArraySlice<UInt8> {
        if let constantDomain { return constantDomain }
        var text: [UInt8] = []
        for part in parts {
            part.append(to: &text, with: values)
            // Only the end of it can survive, whatever follows.
            guard text.count > Self.workingLengthLimit else { continue }
            text.removeFirst(text.count - Self.nameLengthLimit - 2)
        }
        return Self.shortened(text[...])
    }

    private static func shortened(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let text = text.last == UInt8(ascii: ".") ? text.dropLast() : text
        guard text.count > nameLengthLimit else { return text }
        // The dot before the rest may stand right in front of what fits.
        let end = text.suffix(nameLengthLimit + 1)
        guard let dot = end.firstIndex(of: UInt8(ascii: ".")) else { return end.suffix(0) }
        return end[(dot + 1)...]
    }
}

extension SPFMacroString.Part {
    fileprivate func append(to text: inout [UInt8], with values: SPFMacroValues) {
        switch self {
        case .literal(let bytes):
            text += bytes
        case .macro(let macro):
            let value = macro.transformed(values.value(of: macro.letter))
            if macro.isURLEscaped { text.appendURLEscaped(value) } else { text += value }
        }
    }
}

extension SPFMacro {
    /// Splits, reverses, keeps the parts at the right and joins them with dots (RFC 7208 §7.3).
    fileprivate func transformed(_ value: [UInt8]) -> [UInt8] {
        guard partCount != nil || isReversed || !delimiters.isEmpty else { return value }
        var parts = value.split(omittingEmptySubsequences: false) { byte in
            delimiters.isEmpty ? byte == UInt8(ascii: ".") : delimiters.contains(byte)
        }
        if isReversed { parts.reverse() }
        var text: [UInt8] = []
        text.reserveCapacity(value.count)
        let first = max(0, parts.count - (partCount ?? parts.count))
        for index in first..<parts.count {
            if index > first { text.append(UInt8(ascii: ".")) }
            text += parts[index]
        }
        return text
    }
}

extension [UInt8] {
    /// Everything but the unreserved characters (RFC 3986 §2.3) as `%` and two digits.
    fileprivate mutating func appendURLEscaped(_ value: [UInt8]) {
        let digits = Array("0123456789ABCDEF".utf8)
        for byte in value {
            switch byte {
            case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"),
                _ where byte.isAlphanumeric:
                append(byte)
            default:
                self += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
    }
}

extension IPAddress {
    /// `192.0.2.1`, and for IPv6 its 32 nibbles with dots between, as `%{ir}` needs them.
    fileprivate var dotted: [UInt8] {
        var text: [UInt8] = []
        text.reserveCapacity(64)
        switch self {
        case .v4(let bytes):
            for byte in bytes {
                if byte >= 100 { text.append(0x30 + byte / 100) }
                if byte >= 10 { text.append(0x30 + byte / 10 % 10) }
                text.append(0x30 + byte % 10)
                text.append(UInt8(ascii: "."))
            }
        case .v6(let bytes):
            for byte in bytes {
                for nibble in [byte >> 4, byte & 15] {
                    text.append(nibble < 10 ? 0x30 + nibble : 0x57 + nibble)
                    text.append(UInt8(ascii: "."))
                }
            }
        }
        if !text.isEmpty { text.removeLast() }
        return text
    }
}
