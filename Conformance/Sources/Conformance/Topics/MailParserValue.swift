import JSONText
import MailMessage
import MailTypes

/// Values of header fields as the JSON of mail-parser has them, beside ours.
enum MailParserValue {
    /// What two texts differ in, white space in either amount being equal.
    static func difference(text: String, _ expected: String) -> String? {
        let (ours, theirs) = (squeezed(text), squeezed(expected))
        return ours == theirs ? nil : "expected “\(theirs)”, got “\(ours)”"
    }

    static func difference(list: [String], _ expected: Document) -> String? {
        let theirs = expected.elements.compactMap(\.text).map(squeezed)
        let ours = list.map(squeezed)
        return ours == theirs ? nil : "expected \(theirs), got \(ours)"
    }

    static func difference(date value: ArraySlice<UInt8>, _ expected: Document) -> String? {
        let ours = try? UnixTime(parsingMessageDate: value)
        let theirs = moment(expected)
        return ours == theirs
            ? nil : "expected \(theirs?.iso8601 ?? "no date"), got \(ours?.iso8601 ?? "no date")"
    }

    /// The moment that year, month … and the zone stand for.
    static func moment(_ date: Document) -> UnixTime? {
        let names = ["year", "month", "day", "hour", "minute", "second", "tz_hour", "tz_minute"]
        let numbers = names.compactMap { date[$0]?.number }
        guard numbers.count == names.count else { return nil }
        let zone = numbers[6] * 60 + numbers[7]
        return CalendarTime(
            year: numbers[0], month: numbers[1], day: numbers[2], hour: numbers[3],
            minute: numbers[4] + (date["tz_before_gmt"]?.flag == true ? zone : -zone),
            second: numbers[5]
        ).unixTime
    }

    /// A value without a subtype is read as a disposition: the other parser has one type for both.
    static func difference(contentType value: ArraySlice<UInt8>, _ expected: Document) -> String? {
        let theirs = describe(
            expected["c_type"]?.text, expected["c_subtype"]?.text, expected["attributes"])
        if let type = try? ContentType(parsing: value) {
            let ours = describe(type.type, type.subtype, type.parameters)
            return ours == theirs ? nil : "expected \(theirs), got \(ours)"
        }
        let disposition = try? ContentDisposition(parsing: value)
        let ours = describe(disposition?.kind, nil, disposition?.parameters ?? .init())
        return ours == theirs ? nil : "expected \(theirs), got \(ours)"
    }

    private static func describe(
        _ type: String?, _ subtype: String?, _ parameters: MIMEParameters
    ) -> String {
        var pairs = parameters.names.map { ($0, parameters.text($0) ?? "") }
        for name in parameters.names {
            if let language = parameters.language(of: name) {
                pairs.append((name + "-language", language))
            }
        }
        return describe(type, subtype, pairs)
    }

    private static func describe(
        _ type: String?, _ subtype: String?, _ attributes: Document?
    ) -> String {
        describe(
            type, subtype,
            (attributes?.elements ?? []).map { pair in
                if let name = pair["name"]?.text { return (name, pair["value"]?.text ?? "") }
                return (pair.elements.first?.text ?? "", pair.elements.last?.text ?? "")
            })
    }

    private static func describe(
        _ type: String?, _ subtype: String?, _ parameters: [(String, String)]
    ) -> String {
        var text = (type ?? "nothing").asciiLowercased
        if let subtype { text += "/\(subtype.asciiLowercased)" }
        return text
            + parameters.map { "; \($0.0.asciiLowercased)=\($0.1)" }.sorted().joined()
    }

    static func difference(addresses value: ArraySlice<UInt8>, _ expected: Document) -> String? {
        let ours = AddressList.reading(value).list.items.map(describe).joined(separator: ", ")
        let theirs = describe(expected)
        return ours == theirs ? nil : "expected \(theirs), got \(ours)"
    }

    private static func describe(_ item: AddressList.Item) -> String {
        switch item {
        case .address(let address): describe(address)
        case .group(let group):
            "\(squeezed(group.name)): \(group.members.map(describe).joined(separator: ", "));"
        }
    }

    private static func describe(_ address: Address) -> String {
        describe(address.displayName, address.mailbox.formatted)
    }

    private static func describe(_ name: String?, _ mailbox: String) -> String {
        let parts = mailbox.split(separator: "@", omittingEmptySubsequences: false)
        let domain = (parts.last ?? "").asciiLowercased
        let mailbox = (parts.dropLast().map(String.init) + [domain]).joined(separator: "@")
        return squeezed(name ?? "") + "<\(mailbox)>"
    }

    private static func describe(_ expected: Document) -> String {
        func members(_ list: Document) -> String {
            list.elements.map { describe($0["name"]?.text, $0["address"]?.text ?? "") }
                .joined(separator: ", ")
        }
        if let list = expected["List"] { return members(list) }
        return (expected["Group"]?.elements ?? []).map { group in
            let addresses = members(group["addresses"] ?? .null)
            return group["name"]?.text.map { "\(squeezed($0)): \(addresses);" } ?? addresses
        }.joined(separator: ", ")
    }

    static func difference(trace value: ArraySlice<UInt8>, _ expected: Document) -> String? {
        let received = ReceivedField(parsing: value)
        var differences: [String] = []
        func compare(_ name: String, _ ours: String?, _ theirs: String?) {
            let theirs = theirs.map(squeezed)
            if (ours ?? "").asciiLowercased != (theirs ?? "").asciiLowercased {
                differences.append("\(name): expected \(theirs ?? "none"), got \(ours ?? "none")")
            }
        }
        func host(_ name: String) -> String? {
            expected[name]?["Name"]?.text ?? expected[name]?["IpAddr"]?.text
        }
        compare("from", received.from, host("from"))
        compare("by", received.by, host("by"))
        compare("helo", received.helo, host("helo"))
        compare(
            "address", received.fromAddress?.description, expected["from_ip"]?.text.map(address))
        compare("reverse name", received.fromReverseName, expected["from_iprev"]?.text)
        compare("for", received.recipient, expected["for_"]?.text)
        compare("with", received.protocolKeyword, expected["with"]?.text)
        compare("via", received.via, expected["via"]?.text)
        compare("id", received.id, expected["id"]?.text)
        compare(
            "TLS version", received.tls?.version,
            expected["tls_version"]?.text?.replacing("_", with: "."))
        compare("TLS cipher", received.tls?.cipher, expected["tls_cipher"]?.text)
        let date = expected["date"].flatMap(moment)
        compare("date", received.date?.iso8601, date?.iso8601)
        return differences.isEmpty ? nil : differences.joined(separator: "; ")
    }

    /// In the one notation that each address has; `::ffff:192.0.2.1` is 192.0.2.1.
    private static func address(_ text: String) -> String {
        IPAddress(parsing: text)?.description ?? text
    }

    static func squeezed(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
