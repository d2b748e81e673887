import Logging
import MailTypes
import SESModel
import Testing
import WaxwingCore

@testable import WaxwingSES

/// Whatever bytes come, an answer goes back.
@Suite struct MutationTests {
    private static let now = UnixTime(seconds: 1_795_424_700)

    /// A small generator (SplitMix64), so that a failure can be run again from its seed.
    private struct Seeded: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    private static func mutated(_ bytes: [UInt8], with generator: inout Seeded) -> [UInt8] {
        var bytes = bytes
        for _ in 0..<Int.random(in: 1...4, using: &generator) {
            guard let index = bytes.indices.randomElement(using: &generator) else { break }
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: bytes[index] = UInt8.random(in: .min ... .max, using: &generator)
            case 1: bytes.remove(at: index)
            case 2: bytes.insert(contentsOf: bytes[index...].prefix(9), at: index)
            default: bytes.removeSubrange(index...)
            }
        }
        return bytes
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func answersAnything(seed: UInt64) async throws {
        var generator = Seeded(state: seed)
        var router = SESRouter(
            verifier: SigV4Verifier(.acceptAnyone(account: .development, defaultRegion: "r")),
            clock: { Self.now },
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
        router.register(SESv1.SendEmail.self) { _, _ in .init(messageId: "m") }
        router.register(SESv1.SendRawEmail.self) { _, _ in .init(messageId: "m") }
        router.register(SESv2.SendEmail.self) { _, _ in .init(messageId: "m") }
        router.register(SESv2.ListSuppressedDestinations.self) { _, _ in .init() }
        let fixture = try SignedRequests()
        let strict = SigV4Verifier(.strict(OneKey()))
        for _ in 0..<60 {
            for (name, request) in fixture.requests {
                var request = request
                request.body = Self.mutated(request.body, with: &generator)
                request.query = String(
                    decoding: Self.mutated(Array(request.query.utf8), with: &generator),
                    as: UTF8.self)
                if request.path != "/", Bool.random(using: &generator) {
                    request.path = String(
                        decoding: Self.mutated(Array(request.path.utf8), with: &generator),
                        as: UTF8.self)
                }
                request.headers = request.headers.map { header in
                    guard header.name == "authorization" else { return header }
                    let value = Self.mutated(Array(header.value.utf8), with: &generator)
                    return .init(header.name, String(decoding: value, as: UTF8.self))
                }
                let response = await router.respond(to: request)
                #expect([200, 400, 404].contains(response.status), "\(name), seed \(seed)")
                _ = try? await strict.caller(of: request, now: Self.now)
            }
        }
    }
}
