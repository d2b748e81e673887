import DNS

/// From the bytes of a query to those of its response.
struct DNSResponder: Sendable {
    let answer: @Sendable (DNSMessage) -> DNSMessage

    /// The response to send over TCP; nil when there is none.
    func response(to bytes: ArraySlice<UInt8>) -> [UInt8]? {
        response(to: bytes) { _ in DNSMessage.sizeLimit }
    }

    /// The response to send as a datagram of at most `limit` bytes; nil when there is none.
    func datagram(answering bytes: ArraySlice<UInt8>, atMost limit: Int) -> [UInt8]? {
        response(to: bytes) { $0.datagramSizeLimit(atMost: limit) }
    }

    private func response(
        to bytes: ArraySlice<UInt8>, sizeLimit: (DNSMessage) -> Int
    ) -> [UInt8]? {
        guard let query = try? DNSMessage(parsing: bytes) else {
            return DNSMessage.formatError(replyingTo: bytes)?.formatted()
        }
        // Two servers that answer each other's responses would never stop.
        guard !query.isResponse else { return nil }
        return answer(query).formatted(sizeLimit: sizeLimit(query))
    }
}
