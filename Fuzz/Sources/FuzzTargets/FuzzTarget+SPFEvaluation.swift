import DNS
import MailAuth
import MailTypes
import Synchronization

extension FuzzTarget {
    /// A check over a few names, to which the input gives their records: one a line, whose first two
    /// bytes choose the owner and the type.
    static let spfEvaluation = FuzzTarget("spfEvaluation") { bytes in
        var resolver = StaticResolver()
        for line in bytes.split(separator: UInt8(ascii: "\n")).prefix(30) where line.count > 1 {
            add(line, to: &resolver)
        }
        let request = SPFRequest(
            sender: "user@a.example", helo: "b.example", address: .v4([192, 0, 2, 1]))
        let fresh = check(request, resolver, cache: nil)
        let records = KeptRecords()
        require(check(request, resolver, cache: records) == fresh, "a cache changes nothing")
        require(check(request, resolver, cache: records) == fresh, "nor do records in it")

        require(fresh.termCount <= SPFLimits().termLimit + 1, "the first term too many ends it")
        require(fresh.problem.map { !$0.description.isEmpty } ?? true, "a problem has a sentence")
        require(
            fresh.match.map { $0.qualifier.result == fresh.result } ?? true,
            "what matches decides")
        require(fresh.explanation == nil || fresh.result == .fail, "only a fail is explained")
        require(fresh.branch?.result == fresh.result, "the trace tells the result")
        _ = fresh.step
    }

    private static let owners: [DNSName] = [
        "a.example", "b.example", "c.b.example", "d.example", "1.2.0.192.in-addr.arpa",
    ]

    private static func add(_ line: ArraySlice<UInt8>, to resolver: inout StaticResolver) {
        let owner = owners[Int(line[line.startIndex]) % owners.count]
        let rest = line.dropFirst(2)
        let choice = Int(rest.first ?? 0)
        switch line[line.startIndex + 1] % 8 {
        case 0: resolver.insert(DNSRecord(owner, .address(.v4([192, 0, 2, UInt8(choice % 4)]))))
        case 1:
            let exchange = owners[choice % owners.count]
            resolver.insert(
                DNSRecord(owner, .mx(MXRecord(preference: 10, exchange: exchange))))
        case 2: resolver.insert(DNSRecord(owner, .ptr(owners[choice % owners.count])))
        case 3: resolver.fail(owner, choice.isMultiple(of: 2) ? .a : .mx)
        case 4: resolver.insert(DNSRecord(owner, .text(rest)))
        default: resolver.insert(DNSRecord(owner, .text("v=spf1 ".utf8 + rest)))
        }
    }

    private static func check(
        _ request: SPFRequest, _ resolver: StaticResolver, cache: KeptRecords?
    ) -> SPFEvaluation {
        let evaluator = SPFEvaluator(cache: cache)
        return atOnce {
            await evaluator.check(request, resolver: resolver, now: UnixTime(seconds: 0))
        }
    }

    /// What an operation gives that never really waits.
    private static func atOnce<Value: Sendable>(
        _ operation: @escaping @Sendable () async -> Value
    ) -> Value {
        let slot = Slot<Value>()
        _ = Task(executorPreference: ImmediateExecutor()) {
            let value = await operation()
            slot.value.withLock { $0 = value }
        }
        guard let value = slot.value.withLock({ $0 }) else {
            preconditionFailure("a check over a script has nothing to wait for")
        }
        return value
    }
}

private final class Slot<Value: Sendable>: Sendable {
    let value = Mutex<Value?>(nil)
}

/// Runs what it is given there and then.
private final class ImmediateExecutor: TaskExecutor {
    func enqueue(_ job: consuming ExecutorJob) {
        job.runSynchronously(on: asUnownedTaskExecutor())
    }
}

private final class KeptRecords: SPFRecordCache {
    private let records = Mutex(RecentSPFRecords(countLimit: 4))

    func record(for text: [UInt8]) -> SPFRecord? { records.withLock { $0.record(for: text) } }

    func store(_ record: SPFRecord, for text: [UInt8]) {
        records.withLock { $0.store(record, for: text) }
    }
}
