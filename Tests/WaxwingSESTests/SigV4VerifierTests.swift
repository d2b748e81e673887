import MailTypes
import SESModel
import Testing

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
}
