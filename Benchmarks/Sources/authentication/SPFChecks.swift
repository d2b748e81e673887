import DNS
import Foundation
import MailAuth
import MailTypes
import Synchronization

/// Checks a client against a record that many domains have in this form; the last network of it
/// passes. All answers are in memory, as in a resolver that has asked before.
struct SPFChecks {
    private let resolver: RememberedAnswers
    private let request = SPFRequest(
        sender: "me@sender.example", helo: "out.sender.example", address: .v4([203, 0, 113, 77]))

    /// - Parameter folder: where `zone.txt` has the records, `name TYPE data` on each line.
    init(folder: URL) {
        let zone = try? String(contentsOf: folder.appending(path: "zone.txt"), encoding: .utf8)
        guard let zone, let resolver = try? RememberedAnswers(zoneFile: zone) else {
            preconditionFailure("zone.txt holds records")
        }
        self.resolver = resolver
    }

    /// - Parameter keepsRecords: whether a record is read once, or for each check.
    func rate(of work: Work, keepsRecords: Bool) async -> Double {
        let evaluator = SPFEvaluator(cache: keepsRecords ? KeptRecords() : nil)
        let now = UnixTime(seconds: Int64(Date().timeIntervalSince1970))
        var rounds = 0
        let start = processorSeconds()
        var seconds = 0.0
        while work.goesOn(after: rounds, seconds) {
            for _ in 0..<100 {
                let evaluation = await evaluator.check(request, resolver: resolver, now: now)
                precondition(evaluation.result == .pass, "the client passes")
            }
            rounds += 1
            seconds = processorSeconds() - start
        }
        return Double(rounds * 100) / seconds
    }
}

/// The answers to all questions that were asked before.
struct RememberedAnswers: Resolver {
    private struct Question: Hashable {
        let name: DNSName
        let type: DNSRecordType
    }

    private var answers: [Question: DNSAnswer] = [:]

    init(zoneFile: String) throws {
        let records = try ZoneFileParser.parse(zoneFile)
        let questions = records.map { Question(name: $0.name, type: $0.type) }
        for (question, records) in Dictionary(grouping: zip(questions, records), by: \.0) {
            answers[question] = DNSAnswer(
                .records(records.map(\.1.data)), ttl: .seconds(300), canonicalName: question.name)
        }
    }

    func lookUp(_ name: DNSName, _ type: DNSRecordType) async -> DNSAnswer {
        answers[Question(name: name, type: type)] ?? DNSAnswer(.noData, canonicalName: name)
    }
}

/// The records that were read before.
final class KeptRecords: SPFRecordCache {
    private let records = Mutex(RecentSPFRecords())

    func record(for text: [UInt8]) -> SPFRecord? { records.withLock { $0.record(for: text) } }

    func store(_ record: SPFRecord, for text: [UInt8]) {
        records.withLock { $0.store(record, for: text) }
    }
}
