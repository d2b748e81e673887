import MailTypes
import SESModel
import Testing
import WaxwingCore
import WaxwingTesting

@testable import WaxwingSES

@Suite struct SigV4VerifierTests {
    private let verifier = SigV4Verifier(.strict(OneKey()))

    private func refusal(_ request: APIRequest, now: UnixTime) async throws -> SESError? {
        do {
            _ = try await verifier.caller(of: request, now: now)
            return nil
        } catch let error as SESError {
            return error
        }
    }

    @Test func knowsWhatAnSDKSigned() async throws {
        let fixture = try SignedRequests()
        #expect(fixture.requests.count == 12)
        for (name, request) in fixture.requests {
            let caller = try await verifier.caller(of: request, now: fixture.now)
            let signedAbroad = name.hasPrefix("v1") && !name.contains("presigned")
            let region = signedAbroad ? "eu-west-1" : "us-east-1"
            #expect(caller.region == region, "\(name)")
            #expect(caller.accountID == "123456789012")
        }
    }

    @Test func refusesEveryChange() async throws {
        let fixture = try SignedRequests()
        for (name, request) in fixture.requests {
            var changes: [APIRequest] = []
            var change = request
            change.method = "PUT"
            changes.append(change)
            change = request
            change.path += "x"
            changes.append(change)
            change = request
            change.query += "&x=1"
            changes.append(change)
            change = request
            change.body.append(0x20)
            changes.append(change)
            change = request
            change.headers = request.headers.map {
                $0.name == "host" ? .init("host", "other.example") : $0
            }
            changes.append(change)
            for changed in changes {
                let error = try await refusal(changed, now: fixture.now)
                #expect(error?.kind == .signatureDoesNotMatch, "\(name)")
            }
        }
    }

    @Test(arguments: [(900, true), (-900, true), (901, false), (-901, false)])
    func allowsFifteenMinutesOfSkew(seconds: Int64, isFine: Bool) async throws {
        let fixture = try SignedRequests()
        let request = try #require(fixture["v2 GetAccount"])
        let error = try await refusal(request, now: fixture.now + .seconds(seconds))
        #expect((error == nil) == isFine)
        if let error {
            #expect(error.kind == .requestExpired)
            let start =
                seconds > 0
                ? "Signature expired: 20261123T090500Z is now earlier than 20261123T090501Z"
                : "Signature not yet current: 20261123T090500Z is still later than"
            #expect(error.message?.hasPrefix(start) == true, "\(error.message ?? "")")
        }
    }

    @Test func endsAPresignedRequestWithItsOwnLife() async throws {
        let fixture = try SignedRequests()
        let request = try #require(fixture["v1 presigned"])
        #expect(try await refusal(request, now: fixture.now + .seconds(900)) == nil)
        let error = try await refusal(request, now: fixture.now + .seconds(901))
        #expect(error?.kind == .requestExpired)
    }

    @Test(arguments: [
        ("", SESError.Kind.missingAuthenticationToken),
        ("Basic YTpi", .incompleteSignature),
        ("AWS4-HMAC-SHA256", .incompleteSignature),
        ("AWS4-HMAC-SHA256 Credential=a/b, SignedHeaders=host, Signature=0", .incompleteSignature),
        (
            "AWS4-HMAC-SHA256 Credential=A/20261123/us-east-1/ses/aws4_request, "
                + "SignedHeaders=host, Signature=0", .invalidClientTokenID
        ),
        (
            "AWS4-HMAC-SHA256 Credential=A/20261123/us-east-1/s3/aws4_request, "
                + "SignedHeaders=host, Signature=0", .signatureDoesNotMatch
        ),
        (
            "AWS4-HMAC-SHA256 Credential=A/20261122/us-east-1/ses/aws4_request, "
                + "SignedHeaders=host, Signature=0", .signatureDoesNotMatch
        ),
        (
            "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261123/us-east-1/ses/aws4_request, "
                + "SignedHeaders=x-amz-date, Signature=0", .signatureDoesNotMatch
        ),
    ])
    func saysWhatIsWrong(header: String, kind: SESError.Kind) async throws {
        let now = UnixTime(iso8601: "2026-11-23T09:05:00Z") ?? UnixTime(seconds: 0)
        var request = APIRequest(
            method: "GET", path: "/", headers: [.init("X-Amz-Date", "20261123T090500Z")])
        if !header.isEmpty { request.headers.append(.init("Authorization", header)) }
        #expect(try await refusal(request, now: now)?.kind == kind)
    }

    @Test func namesAllThatIsMissing() async throws {
        let request = APIRequest(
            method: "GET", path: "/",
            headers: [.init("Authorization", "AWS4-HMAC-SHA256 Signature=0")])
        let error = try await refusal(request, now: UnixTime(seconds: 0))
        #expect(
            error?.message
                == "Authorization header requires 'Credential' parameter. "
                + "Authorization header requires 'SignedHeaders' parameter. "
                + "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' "
                + "header.")
    }

    @Test(arguments: [
        ("", "us-east-1", "anonymous"),
        (
            "AWS4-HMAC-SHA256 Credential=test/20261123/eu-west-3/ses/aws4_request, "
                + "SignedHeaders=host, Signature=0", "eu-west-3", "test"
        ),
        (
            "AWS4-HMAC-SHA256 Credential=test/20261123/..&x/ses/aws4_request, "
                + "SignedHeaders=host, Signature=0", "us-east-1", "anonymous"
        ),
    ])
    func letsAnyoneInWhereToldTo(header: String, region: String, id: String) async throws {
        var request = APIRequest(
            method: "GET", path: "/", headers: [.init("X-Amz-Date", "20261123T090500Z")])
        if !header.isEmpty { request.headers.append(.init("Authorization", header)) }
        let caller = try await SigV4Verifier.acceptAnyone.caller(
            of: request, now: UnixTime(seconds: 0))
        #expect(caller.region == region)
        #expect(caller.accessKeyID == id)
        #expect(caller.accountID == "000000000000")
    }

    /// What is not supported is said to be so by its name.
    @Test(arguments: [
        (
            "Authorization", "AWS AKIDEXAMPLE:frJIUN8", "", SESError.Kind.incompleteSignature,
            "Version 2"
        ),
        (
            "X-Amzn-Authorization", "AWS3-HTTPS AWSAccessKeyId=A,Signature=x", "",
            .incompleteSignature, "Version 3"
        ),
        (
            "", "", "AWSAccessKeyId=AKIDEXAMPLE&SignatureVersion=2&Action=GetSendQuota",
            .incompleteSignature, "Version 2"
        ),
        ("X-Amz-Security-Token", "FwoGZXIvYXdzE", "", .invalidClientTokenID, "session tokens"),
        ("", "", "X-Amz-Security-Token=FwoG", .invalidClientTokenID, "session tokens"),
        (
            "X-Amz-Content-Sha256", "STREAMING-AWS4-HMAC-SHA256-PAYLOAD", "",
            .signatureDoesNotMatch, "Chunked"
        ),
        ("Content-Encoding", "aws-chunked", "", .signatureDoesNotMatch, "Chunked"),
        (
            "X-Amz-Content-Sha256", "UNSIGNED-PAYLOAD", "", .signatureDoesNotMatch,
            "UNSIGNED-PAYLOAD"
        ),
    ])
    func refusesByName(
        header: String, value: String, query: String, kind: SESError.Kind, word: String
    ) async throws {
        var request = APIRequest(method: "GET", path: "/", query: query)
        if !header.isEmpty { request.headers.append(.init(header, value)) }
        let error = try await refusal(request, now: UnixTime(seconds: 0))
        #expect(error?.kind == kind)
        #expect(error?.message?.contains(word) == true, "\(error?.message ?? "")")
    }

    @Test(arguments: [
        ("x", "X-Amz-Expires should be a number"), ("0", "X-Amz-Expires must be non-negative"),
        ("-5", "X-Amz-Expires must be non-negative"),
        ("604801", "X-Amz-Expires must be less than a week"),
    ])
    func boundsTheLifeOfAPresignedRequest(life: String, text: String) async throws {
        let fixture = try SignedRequests()
        var request = try #require(fixture["v1 presigned"])
        let parts = request.query.split(separator: "&").map { part in
            part.hasPrefix("X-Amz-Expires=") ? "X-Amz-Expires=\(life)" : String(part)
        }
        request.query = parts.joined(separator: "&")
        let error = try await refusal(request, now: fixture.now)
        #expect(error?.kind == .incompleteSignature)
        #expect(error?.message?.hasPrefix(text) == true)
    }

    @Test func comparesTheHashThatIsSentAlong() async throws {
        let fixture = try SignedRequests()
        let request = try #require(fixture.requests.first { !$0.request.body.isEmpty }?.request)
        for (hash, isFine) in [
            (hexadecimal(SHA256Digest.hash(request.body).bytes), true),
            (hexadecimal(SHA256Digest.hash([0x78]).bytes), false), ("", false),
        ] {
            var request = request
            // Not among the signed headers, so that the signature stays good.
            request.headers.append(.init("x-amz-content-sha256", hash))
            let error = try await refusal(request, now: fixture.now)
            #expect((error == nil) == isFine)
            if let error { #expect(error.message?.contains("x-amz-content-sha256") == true) }
        }
    }

    // MARK: Replay

    @Test func aSignatureServesOnce() throws {
        let fixture = try SignedRequests()
        let request = try #require(fixture["v2 GetAccount"])
        let ticket = try verifier.useOnce(request, now: fixture.now)
        #expect(ticket != nil)
        #expect(throws: SESError.self) { try verifier.useOnce(request, now: fixture.now) }
        ticket?.forget()
        _ = try verifier.useOnce(request, now: fixture.now)
    }

    @Test func remembersASignatureForAsLongAsItIsGood() {
        let replays = ReplayGuard()
        let start = UnixTime(seconds: 1_000_000)
        let end = start + .seconds(900)
        #expect(replays.take("00112233445566778899", until: end, now: start) != nil)
        #expect(replays.take("00112233445566778899", until: end, now: end) == nil)
        #expect(replays.take("ff112233445566778899", until: end, now: end) != nil)
    }

    /// boto3 signs two calls with the same arguments in one second alike.
    @Test func anotherCallWithTheSameSignatureIsBelievedForAMoment() {
        let replays = ReplayGuard()
        let start = UnixTime(seconds: 1_000_000)
        func take(_ call: String?, _ signature: String, after seconds: Int64) -> Bool {
            replays.take(
                signature, call: call, until: start + .seconds(900), now: start + .seconds(seconds)
            ) != nil
        }
        let signature = "0011223344556677"
        #expect(take("a attempt=1", signature, after: 0))
        #expect(take("b attempt=1", signature, after: 1))
        #expect(take("a attempt=2", signature, after: 2))
        #expect(!take("a attempt=1", signature, after: 2))
        #expect(!take(nil, signature, after: 2))
        #expect(!take("c attempt=1", signature, after: 6))
        // What named no call is never another one.
        let plain = "ff11223344556677"
        #expect(take(nil, plain, after: 0))
        #expect(!take("a attempt=1", plain, after: 0))
    }

    @Test func memoryOfSignaturesIsBounded() {
        let replays = ReplayGuard(limit: 100)
        let start = UnixTime(seconds: 1_000_000)
        for number in 0..<1000 {
            let end = start + .seconds(900 + Int64(number / 50) * 60)
            let signature = hexadecimal(
                withUnsafeBytes(of: UInt64(number).bigEndian) { Array($0) })
            #expect(replays.take(signature, until: end, now: start) != nil)
        }
        // The last ones are still known.
        let end = start + .seconds(900 + 19 * 60)
        #expect(replays.take("00000000000003e7", until: end, now: start) == nil)
    }

    // MARK: Brute force

    @Test func wrongSignaturesSlowDownTheirSource() async throws {
        let fixture = try SignedRequests()
        let clock = ManualClock(fixture.now)
        let throttle = AttemptThrottle(clock: clock)
        let verifier = SigV4Verifier(.strict(OneKey()), throttle: throttle)
        var request = try #require(fixture["v2 GetAccount"])
        request.sourceIP = "192.0.2.7"
        _ = try await verifier.caller(of: request, now: fixture.now)
        request.query += "&x=1"
        for _ in 0..<6 {
            await #expect(throws: SESError.self) {
                try await verifier.caller(of: request, now: fixture.now)
            }
        }
        let source = IPAddress(parsing: "192.0.2.7")
        #expect(throttle.admit(.init(source: source, credential: "B")) != .now)
        for _ in 0..<60 { throttle.failed(.init(source: source, credential: "B")) }
        for _ in 0..<3 { _ = throttle.admit(.init(source: source, credential: "B")) }
        do {
            _ = try await verifier.caller(of: request, now: fixture.now)
            Issue.record("was let in")
        } catch let error as SESError {
            #expect(error.kind == .throttling)
        }
    }
}
