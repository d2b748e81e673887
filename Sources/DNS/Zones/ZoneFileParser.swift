public import MailTypes

/// Reads master files, the text that zones are kept in (RFC 1035 §5).
///
///     $ORIGIN example.com.
///     $TTL 5m
///     @            MX    10 mx
///     mx           A     192.0.2.1 ; a comment
///     s1._domainkey TXT  ( "v=DKIM1; k=rsa; "
///                          "p=MIGf…" )
///
/// `$ORIGIN` and `$TTL` are understood, times also as `1h30m`, unknown types as RFC 3597 §5 has
/// them. `$INCLUDE` is refused, since nothing here reads files.
public struct ZoneFileParser {
    private var origin: DNSName
    private var owner: DNSName?
    private var ttl: UInt32

    /// The records of a master file, in its order.
    ///
    /// - Parameter origin: What names without a final dot are below, until `$ORIGIN` says.
    /// - Parameter ttl: The time to live of records without one, until `$TTL` says.
    /// - Throws: ``SyntaxError`` at the byte that breaks the grammar; ``line(of:in:)`` tells on
    ///   which line that is.
    public static func parse(
        _ text: String, origin: DNSName = .root, ttl: Duration = .seconds(300)
    ) throws(SyntaxError) -> [DNSRecord] {
        let seconds = min(max(ttl, .zero), DNSRecord.ttlLimit).components.seconds
        var parser = ZoneFileParser(origin: origin, ttl: UInt32(seconds))
        var scanner = ZoneFileScanner(Array(text.utf8)[...])
        var records: [DNSRecord] = []
        while let entry = try scanner.nextEntry() {
            if let record = try parser.read(entry) { records.append(record) }
        }
        return records
    }

    /// The number of the line, from 1 on, that the byte of an error is on.
    public static func line(of error: SyntaxError, in text: String) -> Int {
        1 + text.utf8.prefix(error.offset).count { $0 == 0x0A }
    }

    private init(origin: DNSName, ttl: UInt32) {
        self.origin = origin
        self.ttl = ttl
    }

    private mutating func read(_ entry: ZoneFileEntry) throws(SyntaxError) -> DNSRecord? {
        var fields = ZoneFileFields(entry.tokens[...], origin: origin)
        if !entry.startsWithBlank, entry.tokens[0].bytes.first == UInt8(ascii: "$") {
            try readDirective(from: &fields)
            return nil
        }
        if !entry.startsWithBlank { owner = try fields.readName() }
        guard let owner else { throw fields.expected("an owner") }
        let (ttl, type) = try readTypeWithTTL(from: &fields)
        let data = try fields.readData(of: type)
        try fields.requireEnd()
        return DNSRecord(owner, ttl: .seconds(Int64(ttl)), data)
    }

    private mutating func readDirective(from fields: inout ZoneFileFields) throws(SyntaxError) {
        let error = fields.expected("$ORIGIN or $TTL")
        switch try fields.readToken().text.uppercased() {
        case "$ORIGIN": origin = try fields.readName()
        case "$TTL": ttl = try fields.readTime()
        default: throw error
        }
        try fields.requireEnd()
    }

    ///     [TTL] [class] type  /  [class] [TTL] type     ; RFC 1035 §5.1
    private func readTypeWithTTL(
        from fields: inout ZoneFileFields
    ) throws(SyntaxError) -> (ttl: UInt32, type: DNSRecordType) {
        var ttl: UInt32?
        var hasClass = false
        while true {
            let error = fields.expected("the type of a record")
            if ttl == nil, fields.peek?.bytes.first?.isDigit == true {
                ttl = try fields.readTime()
                continue
            }
            let word = try fields.readToken().text
            if !hasClass, word.equalsIgnoringCase("IN") {
                hasClass = true
            } else if let type = DNSRecordType(parsing: word) {
                return (ttl ?? self.ttl, type)
            } else {
                throw error
            }
        }
    }
}
