public import MailTypes

/// A message as bytes: its header section taken apart, its body untouched.
///
/// Reading it and writing it back gives the same bytes. ``parts`` looks into the body.
public struct Message: Equatable, Sendable {
    public var headerSection: HeaderSection
    /// Everything behind the empty line; empty where there is none.
    public var body: ArraySlice<UInt8>

    public init(headerSection: HeaderSection, body: ArraySlice<UInt8>) {
        self.headerSection = headerSection
        self.body = body
    }

    /// Reads any bytes; lines may end with CRLF or with a bare LF, the body may be missing.
    /// - Throws: ``SyntaxError`` when there are more than ``HeaderSection/fieldCountLimit`` fields.
    public init(parsing bytes: [UInt8]) throws(SyntaxError) { try self.init(parsing: bytes[...]) }

    public init(parsing bytes: ArraySlice<UInt8>) throws(SyntaxError) {
        let reading = HeaderSection.read(bytes)
        guard !reading.isTruncated else {
            throw SyntaxError(expected: .fewerFields, offset: reading.end)
        }
        headerSection = reading.section
        body = bytes[reading.end...]
    }

    /// The bytes of the message.
    public var formatted: [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(headerSection.sizeInBytes + body.count)
        headerSection.append(to: &bytes)
        bytes += body
        return bytes
    }

    /// The MIME tree of the message; taken apart anew at each call.
    public var parts: PartTree { PartTree(headerSection: headerSection, body: body) }

    /// The addresses of all fields of that name (`From`, `To`, `Cc`, …); what is no address is
    /// left out.
    public func addresses(_ name: String) -> [Address] {
        headerSection.all(name).flatMap {
            AddressList.reading($0.rawValue).list.addresses
        }
    }

    public var subject: String? { headerSection["Subject"] }

    /// The moment that the `Date` field names, where it can be read.
    public var date: UnixTime? {
        guard let value = headerSection.first("Date")?.rawValue else { return nil }
        return try? UnixTime(parsingMessageDate: value)
    }
}
