import Logging
import MailTypes
import SESModel
import Testing
import WaxwingCore

@testable import WaxwingSES

/// Signature Version 4A: ECDSA, for a set of regions.
@Suite struct AsymmetricSignatureTests {
    private let verifier = SigV4Verifier(.strict(OneKey()))

    private func refusal(
        _ request: APIRequest, _ verifier: SigV4Verifier, now: UnixTime
    ) async throws -> SESError? {
        do {
            _ = try await verifier.caller(of: request, now: now)
            return nil
        } catch let error as SESError {
            return error
        }
    }

    /// The pair that the AWS Common Runtime's own tests derive.
    @Test func derivesTheKeyPairOfASecret() throws {
        let key = try #require(
            AsymmetricKey(
                accessKeyID: "AKISORANDOMAASORANDOM",
                secret: "q+jcrXGc+0zWN6uzclKVhvMmUsIfRPa4rlRandom"))
        #expect(
            hexadecimal(key.point)
                == "04" + "15d242ceebf8d8169fd6a8b5a746c41140414c3b07579038da06af89190fffcb"
                + "0515242cedd82e94799482e4c0514b505afccf2c0c98d6a553bf539f424c5ec0")
    }

    @Test func knowsWhatAnSDKSigned() async throws {
        let fixture = try SignedRequests(file: "signed-requests-v4a")
        #expect(fixture.requests.count == 6)
        for (name, request) in fixture.requests {
            let caller = try await verifier.caller(of: request, now: fixture.now)
            #expect(caller.accountID == "123456789012")
            let region = name.contains("two regions") ? "eu-west-1" : "us-east-1"
            #expect(caller.region == region, "\(name)")
        }
    }

    @Test func refusesEveryChange() async throws {
        let fixture = try SignedRequests(file: "signed-requests-v4a")
        for (name, request) in fixture.requests {
            var changes: [APIRequest] = []
            func change(_ change: (inout APIRequest) -> Void) {
                var changed = request
                change(&changed)
                changes.append(changed)
            }
            change { $0.method = "PUT" }
            change { $0.path += "x" }
            change { $0.query += "&x=1" }
            change { $0.body.append(0x20) }
            change { request in
                request.headers = request.headers.map {
                    $0.name == "x-amz-region-set"
                        ? .init($0.name, "\($0.value),eu-west-2") : $0
                }
                request.query = request.query.replacing(
                    "Region-Set=%2A", with: "Region-Set=us-east-1")
            }
            for changed in changes where changed != request {
                let error = try await refusal(changed, verifier, now: fixture.now)
                #expect(error?.kind == .signatureDoesNotMatch, "\(name)")
            }
        }
    }

    @Test(arguments: ["", "00", "zz", "3006020101020101", String(repeating: "3", count: 400)])
    func refusesWhatIsNoSignature(signature: String) async throws {
        let fixture = try SignedRequests(file: "signed-requests-v4a")
        var request = try #require(fixture["v2 GetAccount"])
        request.headers = request.headers.map { header in
            guard header.name == "authorization" else { return header }
            let head = header.value.split(separator: "Signature=", maxSplits: 1)[0]
            return .init(header.name, "\(head)Signature=\(signature)")
        }
        let error = try await refusal(request, verifier, now: fixture.now)
        #expect(
            error?.kind == (signature.isEmpty ? .incompleteSignature : .signatureDoesNotMatch))
    }

    @Test func theSetOfRegionsIsSigned() async throws {
        let fixture = try SignedRequests(file: "signed-requests-v4a")
        var request = try #require(fixture["v2 GetAccount"])
        let signed = request.headers
        request.headers.removeAll { $0.name == "x-amz-region-set" }
        #expect(
            try await refusal(request, verifier, now: fixture.now)?.kind == .incompleteSignature)
        request.headers = signed.map { header in
            .init(header.name, header.value.replacing(";x-amz-region-set", with: ""))
        }
        let error = try await refusal(request, verifier, now: fixture.now)
        #expect(error?.kind == .signatureDoesNotMatch)
        #expect(error?.message?.contains("'X-Amz-Region-Set' must be a 'SignedHeader'") == true)
    }

    @Test func aServiceIsAskedForItsOwnRegions() async throws {
        let fixture = try SignedRequests(file: "signed-requests-v4a")
        let request = try #require(fixture["v2 GetAccount of two regions"])
        func verifier(_ regions: String...) -> SigV4Verifier {
            SigV4Verifier(.strict(OneKey()), regions: regions.compactMap { Region($0) })
        }
        for (served, region) in [
            (verifier("us-west-2", "eu-west-1"), "us-west-2"),
            (verifier("ap-south-1", "eu-west-1"), "eu-west-1"),
        ] {
            #expect(try await served.caller(of: request, now: fixture.now).region == region)
        }
        let error = try await refusal(request, verifier("eu-west-2"), now: fixture.now)
        #expect(error?.kind == .signatureDoesNotMatch)
        #expect(error?.message?.contains("not 'eu-west-1,us-*'") == true, "\(error?.message ?? "")")
    }

    @Test(arguments: [
        ("*", "us-east-1", true), ("us-east-1", "us-east-1", true),
        ("us-east-1", "us-east-2", false), ("us-*", "us-east-2", true),
        ("us-*", "eu-west-1", false), ("*-1", "eu-west-1", true), ("*-2", "eu-west-1", false),
        ("eu-*-1", "eu-west-1", true), ("eu-*w*t-1", "eu-west-1", true),
        ("eu-*x*-1", "eu-west-1", false), ("us-east-1, eu-*", "eu-west-1", true),
        ("us-east-1*us-east-1", "us-east-1", false),
    ])
    func aSetCoversRegions(set: String, region: String, isCovered: Bool) throws {
        let set = try #require(RegionSet(set))
        #expect(set.covers(try #require(Region(region))) == isCovered)
    }

    @Test(arguments: ["", ",", "us-east-1,", "US-EAST-1", "a b", String(repeating: "a", count: 65)])
    func whatIsNoSet(text: String) { #expect(RegionSet(text) == nil) }

    @Test func aSignatureServesOnceHoweverItIsWritten() async throws {
        let fixture = try SignedRequests(file: "signed-requests-v4a")
        var router = SESRouter(
            verifier: verifier, authorizer: EverythingAllowed(), clock: { fixture.now },
            logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }))
        router.register(SESv2.SendEmail.self) { _, _ in .init(messageId: "m") }
        let request = try #require(fixture["v2 SendEmail"])
        #expect(await router.respond(to: request).status == 200)
        #expect(await router.respond(to: request).status == 403)
        // Anybody can make (r, n - s) out of (r, s), which is as good.
        var other = request
        other.headers = try request.headers.map { header in
            guard header.name == "authorization" else { return header }
            let parts = header.value.split(separator: "Signature=", maxSplits: 1)
            let changed = try #require(Self.mirrored(String(parts[1])))
            return .init(header.name, "\(parts[0])Signature=\(changed)")
        }
        #expect(other != request)
        _ = try await verifier.caller(of: other, now: fixture.now)
        let again = await router.respond(to: other)
        #expect(again.status == 403)
        #expect(String(decoding: again.body, as: UTF8.self).contains("already used"))
    }

    /// The signature with n - s in the place of s.
    private static func mirrored(_ signature: String) -> String? {
        let order: [UInt8] = [
            0xFF, 0xFF, 0xFF, 0xFF, 0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
            0xBC, 0xE6, 0xFA, 0xAD, 0xA7, 0x17, 0x9E, 0x84, 0xF3, 0xB9, 0xCA, 0xC2, 0xFC, 0x63,
            0x25, 0x51,
        ]
        let digits = signature.utf8.compactMap(\.hexValue)
        let bytes = stride(from: 0, to: digits.count - 1, by: 2).map {
            digits[$0] << 4 | digits[$0 + 1]
        }
        guard bytes.count > 8, bytes[0] == 0x30 else { return nil }
        let r = bytes[2..<(4 + Int(bytes[3]))]
        let s = bytes[(r.endIndex + 2)...].drop { $0 == 0 }
        let padded = [UInt8](repeating: 0, count: 32 - s.count) + s
        var difference = [UInt8](repeating: 0, count: 32)
        var borrow = 0
        for index in (0..<32).reversed() {
            let value = Int(order[index]) - Int(padded[index]) - borrow
            borrow = value < 0 ? 1 : 0
            difference[index] = UInt8(truncatingIfNeeded: value)
        }
        var number = Array(difference.drop { $0 == 0 })
        if let first = number.first, first >= 0x80 { number.insert(0, at: 0) }
        let body = Array(r) + [0x02, UInt8(number.count)] + number
        return hexadecimal([0x30, UInt8(body.count)] + body)
    }
}
