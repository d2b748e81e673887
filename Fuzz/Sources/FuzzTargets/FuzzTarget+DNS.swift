import DNS

extension FuzzTarget {
    static let dns = FuzzTarget("dns") { bytes in
        if let message = try? DNSMessage(parsing: bytes[...]) {
            let again = try? DNSMessage(parsing: message.formatted()[...])
            require(again != nil, "a message that was read can be written")
            _ = ZoneSet([Zone("example.com")]).answer(message)
        }
        let text = String(decoding: bytes, as: UTF8.self)
        _ = try? ZoneFileParser.parse(text)
        if let name = try? DNSName(parsing: text) {
            require((try? DNSName(parsing: name.absoluteText)) == name, "a name keeps its text")
        }
    }
}
