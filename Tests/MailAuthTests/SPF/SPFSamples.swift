import DNS
import MailTypes

@testable import MailAuth

/// A check against a master file, in one call.
struct SPFSample {
    var resolver: StaticResolver
    var evaluator = SPFEvaluator(receiver: "mx.example.net")
    static let now = UnixTime(seconds: 1_400_000_000)

    init(_ zone: String) throws {
        resolver = try StaticResolver(zoneFile: zone, origin: "example.com")
    }

    func check(
        _ sender: String = "user@example.com", from address: String,
        helo: String = "mail.example.org"
    ) async -> SPFEvaluation {
        await evaluator.check(
            SPFRequest(
                sender: sender, helo: helo,
                address: IPAddress(parsing: address) ?? .v4([0, 0, 0, 0])),
            resolver: resolver, now: Self.now)
    }

    func result(
        _ sender: String = "user@example.com", from address: String,
        helo: String = "mail.example.org"
    ) async -> SPFResult {
        await check(sender, from: address, helo: helo).result
    }
}
