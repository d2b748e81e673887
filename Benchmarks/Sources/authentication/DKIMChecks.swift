import Foundation
import MailAuth
import MailTypes

/// Verifies signed messages, the key record being at hand.
struct DKIMChecks {
    let messages: [[UInt8]]
    let record: [UInt8]
    let now = UnixTime(seconds: Int64(Date().timeIntervalSince1970))

    init(folder: URL) throws {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        messages = try names.filter { $0.hasSuffix(".eml") }.sorted().map {
            Array(try Data(contentsOf: folder.appending(path: $0)))
        }
        record = Array(try Data(contentsOf: folder.appending(path: "key.txt")))
    }

    /// - Parameter keepsKeys: whether a key is read once, as a server does, or for each message.
    func rate(of work: Work, keepsKeys: Bool) -> Double {
        var cache = DKIMKeyCache()
        let verifier = DKIMVerifier()
        var rounds = 0
        let start = processorSeconds()
        var seconds = 0.0
        while work.goesOn(after: rounds, seconds) {
            for message in messages {
                let lookup = DKIMKeyLookup.records([record])
                let results = verifier.hash(message[...]).results(
                    lookups: [SignedMessages.keyName: keepsKeys ? cache.reading(lookup) : lookup],
                    now: now)
                precondition(results.count == 1 && results[0].isPass, "every message passes")
            }
            rounds += 1
            seconds = processorSeconds() - start
        }
        return Double(rounds * messages.count) / seconds
    }
}
