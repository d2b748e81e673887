import MailTypes

extension FuzzTarget {
    static let proxyHeader = FuzzTarget("proxyHeader") { bytes in
        let whole = Result { try ProxyHeader.reading(bytes[...]) }
        // Bytes that come one after the other lead to the same header, or to an error as soon.
        for count in 0...min(bytes.count, ProxyHeader.lengthLimit) {
            guard let part = try? ProxyHeader.reading(bytes[..<count]) else { continue }
            require(part.length <= count, "a header ends within what was read")
            require((try? whole.get()) == part, "pieces read as the whole")
        }
        if let reading = try? whole.get() {
            require(reading.length <= bytes.count, "a header ends within the bytes")
        } else if case .success = whole {
            require(bytes.count < ProxyHeader.lengthLimit, "what is no header is refused in time")
        }
    }
}
