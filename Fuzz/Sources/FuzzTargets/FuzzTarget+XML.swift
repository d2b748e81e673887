import XMLText

extension FuzzTarget {
    /// A document in one piece and byte by byte tells the same, in both manners of reading.
    static let xml = FuzzTarget("xml") { bytes in
        var limits = XMLLimits()
        limits.depthLimit = 16
        limits.attributeCountLimit = 8
        limits.textSizeLimit = 1024
        for recovers in [false, true] {
            var whole = XMLReader(EventDigest(), limits: limits, recovers: recovers)
            var pieces = XMLReader(EventDigest(), limits: limits, recovers: recovers)
            let first = outcome { () throws(XMLError) in
                try whole.read(bytes[...])
                try whole.finish()
            }
            let second = outcome { () throws(XMLError) in
                for index in bytes.indices { try pieces.read(bytes[index...index]) }
                try pieces.finish()
            }
            require(first == second, "pieces end as the whole does")
            require(whole.handler == pieces.handler, "pieces tell what the whole does")
            require(whole.handler.depth <= limits.depthLimit, "the depth is bounded")
            require(first != nil || whole.handler.depth == 0, "what begins ends")
        }
    }

    private static func outcome(_ read: () throws(XMLError) -> Void) -> XMLError? {
        do {
            try read()
            return nil
        } catch {
            return error
        }
    }
}

/// A digest of all events in their order.
private struct EventDigest: XMLHandler, Equatable {
    var depth = 0
    private var value: UInt64 = 14_695_981_039_346_656_037

    private mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { value = (value ^ UInt64(byte)) &* 1_099_511_628_211 }
    }

    mutating func start(_ tag: borrowing XMLStartTag) {
        depth += 1
        add("<\(tag.prefix ?? ""):\(tag.localName) \(tag.namespace ?? "") \(tag.line)".utf8)
        for attribute in tag.attributes { add("\(attribute)".utf8) }
    }

    mutating func end(_ name: XMLName) {
        depth -= 1
        add("/\(name.index)".utf8)
    }

    mutating func characters(_ text: Span<UInt8>) {
        for index in text.indices { value = (value ^ UInt64(text[index])) &* 1_099_511_628_211 }
    }

    mutating func processingInstruction(_ target: String, line: Int) { add("?\(target)".utf8) }
}
