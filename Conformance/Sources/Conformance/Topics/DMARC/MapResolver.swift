import DNS
import JSONText
import MailTypes

/// A DNS that a test writes down as name → type → answers, and that remembers what it was asked.
///
/// A name that is not listed, and has none below it that is, does not exist.
struct MapResolver: Resolver {
    actor Log {
        private(set) var names: [String] = []
        func add(_ name: String) { names.append(name) }
    }

    private let entries: [DNSName: Document]
    let log: Log

    init(_ map: Document?, log: Log = Log()) {
        var entries: [DNSName: Document] = [:]
        for member in map?.members ?? [] {
            guard let name = try? DNSName(parsing: member.name) else { continue }
            entries[name] = member.value
        }
        self.entries = entries
        self.log = log
    }

    /// What a failure of the given code reads like as a reason.
    static func reason(_ code: String) -> String {
        code == "ETIMEOUT" ? "DNS timeout" : "DNS error \(code)"
    }

    func lookUp(_ name: DNSName, _ type: DNSRecordType) async -> DNSAnswer {
        await log.add(name.text)
        return DNSAnswer(outcome(name, type), canonicalName: name)
    }

    private func outcome(_ name: DNSName, _ type: DNSRecordType) -> DNSAnswer.Outcome {
        guard let entry = entries[name] else {
            return entries.keys.contains { $0.isEqualToOrBelow(name) } ? .noData : .nameNotFound
        }
        // A text alone is a TXT record.
        if let text = entry.text { return type == .txt ? .records([.text(text)]) : .noData }
        guard let answers = entry["\(type)"] else { return .noData }
        if let code = answers["$throws"]?.text {
            return code == "ENOTFOUND"
                ? .nameNotFound
                : code == "ENODATA" ? .noData : .temporaryFailure(reason: Self.reason(code))
        }
        let records = answers.elements.compactMap { answer -> DNSRecordData? in
            switch type {
            case .txt:
                .txt(answer.elements.compactMap(\.text).map { Array($0.utf8) })
            default:
                answer.text.flatMap { IPAddress(parsing: $0) }.map { .address($0) }
            }
        }
        return records.isEmpty ? .noData : .records(records)
    }
}
