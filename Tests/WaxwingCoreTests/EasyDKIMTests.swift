import Foundation
import MailTypes
import Testing

@testable import WaxwingCore

@Suite struct EasyDKIMTests {
    private let schedule = DKIMRotationSchedule(
        period: .seconds(900), settling: .seconds(10), retirement: .seconds(100))
    private let start = UnixTime(seconds: 1000)

    private func keys(_ length: EasyDKIM.KeyLength = .rsa2048) -> EasyDKIM {
        EasyDKIM(
            keys: ["a", "b", "c"].map { key($0, "1") }, keyLength: length, keysMadeAt: start)
    }

    private func key(_ selector: String, _ version: String) -> DKIMKeyPair {
        DKIMKeyPair(
            selector: selector, privateKey: "private\(version)", publicKey: "public\(version)")
    }

    @Test func firstSlotSignsForAPeriod() {
        let easy = keys()
        #expect(easy.signingKey?.selector == "a")
        #expect(easy.step(at: start + .seconds(899), schedule) == nil)
        #expect(easy.step(at: start + .seconds(900), schedule) == .activate(slot: 1))
        #expect(easy.nextStep(schedule) == start + .seconds(900))
    }

    @Test func usedSlotStaysPublishedAndThenGetsANewKey() {
        var easy = keys()
        let switched = start + .seconds(900)
        easy.activate(slot: 1, at: switched, schedule)
        #expect(easy.signingKey?.selector == "b")
        #expect(easy.keys.map(\.publicKey) == ["public1", "public1", "public1"])
        #expect(easy.step(at: switched + .seconds(99), schedule) == nil)
        let retired = switched + .seconds(100)
        #expect(easy.step(at: retired, schedule) == .replace(slot: 0, with: .rsa2048))
        easy.replace(slot: 0, with: key("a", "2"), .rsa2048, at: retired)
        #expect(easy.keys.map(\.publicKey) == ["public2", "public1", "public1"])
        #expect(easy.step(at: retired, schedule) == nil)
        #expect(easy.nextStep(schedule) == switched + .seconds(900))
    }

    @Test func successionTellsWhatSignsNext() {
        var easy = keys()
        let now = start + .seconds(5)
        #expect(easy.succession(at: now, schedule)?.slot.key.selector == "b")
        #expect(easy.succession(at: now, schedule)?.from == start + .seconds(900))
        easy.wantRotation()
        #expect(easy.succession(at: now, schedule)?.from == start + .seconds(10))
        easy.activate(slot: 1, at: start + .seconds(10), schedule)
        #expect(easy.succession(at: now, schedule)?.slot.key.selector == "c")
        easy.wantRotation()
        // Not before the key before has retired.
        #expect(easy.succession(at: now, schedule)?.from == start + .seconds(110))
        easy.changeLength(to: .rsa1024, at: start + .seconds(200))
        #expect(
            easy.succession(at: start + .seconds(200), schedule)?.from == start + .seconds(210))
    }

    @Test func tokensNeverChange() {
        var easy = keys()
        var now = start
        for round in 2..<20 {
            now = easy.nextStep(schedule) ?? now
            switch easy.step(at: now, schedule) {
            case .activate(let slot): easy.activate(slot: slot, at: now, schedule)
            case .replace(let slot, let length):
                let selector = easy.keys[slot].selector
                easy.replace(slot: slot, with: key(selector, "\(round)"), length, at: now)
            case nil: Issue.record("a planned step is due at its time")
            }
            #expect(easy.keys.map(\.selector) == ["a", "b", "c"])
        }
    }

    /// Whenever steps are taken, the key that signs has been published for long enough, and a key
    /// that signed lately is still published.
    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
    func signingKeysAreVisible(seed: UInt64) {
        var random = SplitMix(state: seed)
        var easy = keys()
        var now = start + .seconds(10)
        var published: [String: UnixTime] = ["public1": start]
        var lastSigned: [String: UnixTime] = [:]
        var version = 1
        for _ in 0..<500 {
            now = now + .seconds(Int64.random(in: 0...60, using: &random))
            if Int.random(in: 0..<10, using: &random) == 0 { easy.wantRotation() }
            if Int.random(in: 0..<25, using: &random) == 0 {
                let other: EasyDKIM.KeyLength =
                    easy.nextKeyLength == .rsa1024 ? .rsa2048 : .rsa1024
                easy.changeLength(to: other, at: now)
            }
            switch easy.step(at: now, schedule) {
            case .activate(let slot): easy.activate(slot: slot, at: now, schedule)
            case .replace(let slot, let length):
                version += 1
                let new = DKIMKeyPair(
                    selector: easy.keys[slot].selector, privateKey: "",
                    publicKey: "public\(version)")
                published[new.publicKey] = now
                easy.replace(slot: slot, with: new, length, at: now)
            case nil: break
            }
            guard let signing = easy.signingKey else {
                Issue.record("there is always a key that signs")
                return
            }
            lastSigned[signing.publicKey] = now
            let since = published[signing.publicKey] ?? now
            #expect(now - since >= schedule.settling)
            let visible = Set(easy.keys.map(\.publicKey))
            for (key, time) in lastSigned where now - time < schedule.retirement {
                // The three first keys share a name here.
                #expect(visible.contains(key) || key == "public1")
            }
        }
    }

    @Test func anotherLengthComesWithTheNextKey() {
        var easy = keys()
        let asked = start + .seconds(50)
        easy.changeLength(to: .rsa1024, at: asked)
        #expect(easy.keyLength == .rsa2048)
        #expect(easy.step(at: asked, schedule) == .replace(slot: 1, with: .rsa1024))
        easy.replace(slot: 1, with: key("b", "2"), .rsa1024, at: asked)
        #expect(easy.step(at: asked + .seconds(9), schedule) == nil)
        #expect(easy.step(at: asked + .seconds(10), schedule) == .activate(slot: 1))
        easy.activate(slot: 1, at: asked + .seconds(10), schedule)
        #expect(easy.keyLength == .rsa1024)
    }

    @Test func lengthChangesOnceADay() {
        var easy = keys()
        #expect(throws: ServiceError.self) { try easy.checkedChange(to: .rsa2048, at: start) }
        #expect(throws: Never.self) { try easy.checkedChange(to: .rsa1024, at: start) }
        #expect(throws: ServiceError.self) {
            try easy.checkedChange(to: .rsa2048, at: start + .seconds(86_399))
        }
        #expect(throws: Never.self) {
            try easy.checkedChange(to: .rsa2048, at: start + .seconds(86_400))
        }
        // Where long keys do not work, the way back is open, once.
        #expect(throws: Never.self) {
            try easy.checkedChange(to: .rsa1024, at: start + .seconds(86_401))
        }
        #expect(throws: ServiceError.self) {
            try easy.checkedChange(to: .rsa2048, at: start + .seconds(86_402))
        }
    }

    @Test func keysOfBeforeAreRead() throws {
        let old = """
            {"keys": [{"selector": "a", "privateKey": "k", "publicKey": "p"}],
             "keyLength": "RSA_1024_BIT", "keysMadeAt": {"milliseconds": 5}}
            """
        let json = try old.replacing(
            "{\"milliseconds\": 5}",
            with: String(
                decoding: JSONEncoder().encode(UnixTime(milliseconds: 5)), as: UTF8.self))
        let easy = try JSONDecoder().decode(EasyDKIM.self, from: Data(json.utf8))
        #expect(easy.signingKey?.selector == "a")
        #expect(easy.keyLength == .rsa1024)
        let again = try JSONDecoder().decode(EasyDKIM.self, from: JSONEncoder().encode(easy))
        #expect(again == easy)
    }

    @Test func replicasSignWithTheKeysOfTheirPrimary() throws {
        let west = try #require(Region("eu-west-1"))
        var primary = Identity(
            name: .domain("example.com"), createdAt: start, verificationToken: "t")
        primary.dkim = DKIMSettings(status: .success, origin: .easy(keys()))
        var replica = ReplicaDKIM(primary: west)
        replica.follow(primary, from: .standard)
        #expect(replica.keys == keys())
        replica.follow(nil, from: .standard)
        #expect(replica.problem == .primaryNotFound)
        replica.follow(primary, from: west)
        #expect(replica.problem == .invalidRegion)
        primary.dkim?.origin = .replica(replica)
        replica.follow(primary, from: .standard)
        #expect(replica.problem == .primaryIsReplica)
        primary.dkim?.origin = .external(ExternalDKIM(key: key("x", "1")))
        replica.follow(primary, from: .standard)
        #expect(replica.problem == .primaryBringsItsOwnKey)
        #expect(replica.keys == nil)
    }
}

private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
