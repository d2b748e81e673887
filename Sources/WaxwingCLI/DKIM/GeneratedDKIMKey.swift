import DNS
import JSONText
import MailAuth
import MailTypes

/// A new key, with the record to publish for it.
struct GeneratedDKIMKey: Presentable {
    /// The private key, where it is to be printed.
    let pem: String?
    /// Where it was written instead.
    let file: String?
    let record: DKIMKeyRecord
    let selector: DomainName
    let domain: DomainName?

    /// Absolute with a domain, else relative to whatever zone file the line is put in.
    private var owner: String {
        let name = "\(selector)._domainkey"
        return domain.map { "\(name).\($0)." } ?? name
    }

    /// A line of a zone file (RFC 1035 §5.1).
    var zoneFileLine: String { "\(owner) 3600 IN TXT \(DNSRecordData.txt(record.strings))" }

    var text: [TextBlock] {
        var blocks: [TextBlock] = []
        if let pem { blocks.append(.verbatim(pem)) }
        blocks.append(.verbatim(zoneFileLine))
        return blocks
    }

    var document: Document {
        .members([
            "privateKey": .text(pem), "privateKeyFile": .text(file),
            "record": .members([
                "name": .string(owner), "type": .string("TXT"), "value": .string(record.formatted),
                "strings": .texts(record.strings.map { String(decoding: $0, as: UTF8.self) }),
                "zoneFileLine": .string(zoneFileLine),
            ]),
        ])
    }
}
