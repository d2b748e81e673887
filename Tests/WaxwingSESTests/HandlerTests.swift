import Testing
import WaxwingCore
import WaxwingStore

@testable import WaxwingSES

@Suite struct HandlerTests {
    static func simple(
        from: String? = "me@example.com", to: [String] = ["you@example.net"],
        set: String? = nil
    ) -> String {
        let sender = from.map { "\"FromEmailAddress\":\"\($0)\"," } ?? ""
        let recipients = to.map { "\"\($0)\"" }.joined(separator: ",")
        let configuration = set.map { "\"ConfigurationSetName\":\"\($0)\"," } ?? ""
        return "{\(sender)\(configuration)\"Destination\":{\"ToAddresses\":[\(recipients)]},"
            + "\"Content\":{\"Simple\":{\"Subject\":{\"Data\":\"s\"},"
            + "\"Body\":{\"Text\":{\"Data\":\"t\"}}}}}"
    }

    @Test(arguments: [
        (
            simple(from: "no@other.example"), 400, "MessageRejected",
            "Email address is not verified. The following identities failed the check in region "
                + "US-EAST-1: no@other.example"
        ),
        (simple(from: nil), 400, "BadRequestException", ""),
        (simple(to: ["nobody"]), 400, "BadRequestException", "Missing final '@domain'"),
        (simple(to: ["@example.net"]), 400, "BadRequestException", "Missing local name"),
        (simple(to: ["a@"]), 400, "BadRequestException", "Missing domain"),
        (
            simple(to: ["ä@example.net"]), 400, "BadRequestException",
            "Local address contains control or whitespace"
        ),
        (
            simple(to: (0..<51).map { "a\($0)@example.net" }), 400, "BadRequestException",
            "Recipient count exceeds 50."
        ),
        (
            simple(set: "none"), 404, "NotFoundException",
            "Configuration set <none> does not exist."
        ),
    ])
    func refusesWithTheTextsOfSES(
        body: String, status: Int, type: String, text: String
    ) async throws {
        let bench = try await ServiceBench()
        try await bench.verified("example.com")
        let answer = await bench.call("POST", "/v2/email/outbound-emails", body)
        #expect(answer.status == status)
        #expect(answer.type == type)
        #expect(answer.body.contains(text))
        #expect(try await bench.store.queueLength() == 0)
    }

    @Test func sendsAndCounts() async throws {
        let bench = try await ServiceBench()
        try await bench.verified("example.com")
        let answer = await bench.call("POST", "/v2/email/outbound-emails", Self.simple())
        #expect(answer.status == 200)
        #expect(answer.body.contains("-000000\""))
        #expect(try await bench.store.queueLength() == 1)
        let quota = await bench.call("GET", "/v2/email/account")
        #expect(quota.body.contains("\"SentLast24Hours\":1"))
    }

    @Test func regionsShareNothing() async throws {
        let bench = try await ServiceBench()
        try await bench.verified("example.com", in: "eu-west-1")
        let here = await bench.call("GET", "/v2/email/identities/example.com")
        #expect(here.status == 404)
        #expect(here.body.contains("Email identity example.com does not exist."))
        let there = await bench.call(
            "GET", "/v2/email/identities/example.com", region: "eu-west-1")
        #expect(there.status == 200)
        let send = await bench.call("POST", "/v2/email/outbound-emails", Self.simple())
        #expect(send.type == "MessageRejected")
        let list = await bench.call("POST", "/v2/email/list-identities", "{}")
        #expect(list.body == "{\"EmailIdentities\":[]}")
    }

    @Test func makesAnIdentityOnce() async throws {
        let bench = try await ServiceBench()
        let body = "{\"EmailIdentity\":\"Example.COM\"}"
        let first = await bench.call("POST", "/v2/email/identities", body)
        #expect(first.status == 200)
        #expect(first.body.contains("\"Status\":\"NOT_STARTED\""))
        let second = await bench.call("POST", "/v2/email/identities", body)
        #expect(second.type == "AlreadyExistsException")
        let deleted = await bench.call("DELETE", "/v2/email/identities/example.com")
        #expect(deleted.status == 200)
        let again = await bench.call("DELETE", "/v2/email/identities/example.com")
        #expect(again.type == "NotFoundException")
    }

    @Test(arguments: [
        ("Action=DeleteIdentity&Identity=unknown.example", 200, "DeleteIdentityResponse"),
        (
            "Action=GetIdentityVerificationAttributes&Identities.member.1=unknown.example", 200,
            "<VerificationAttributes"
        ),
        (
            "Action=SetIdentityDkimEnabled&Identity=unknown.example&DkimEnabled=true", 400,
            "Domain unknown.example is not verified for DKIM signing."
        ),
        (
            "Action=ListIdentities&MaxItems=0", 400,
            "Value 0 for parameter MaxItems is invalid. MaxItems must be between 1 and 1000."
        ),
        ("Action=ListIdentities&NextToken=x", 400, "Invalid NextToken &lt;x&gt;."),
    ])
    func answersV1(query: String, status: Int, text: String) async throws {
        let bench = try await ServiceBench()
        let answer = await bench.call("POST", "/", query + "&Version=2010-12-01")
        #expect(answer.status == status)
        #expect(answer.body.contains(text), "\(answer.body)")
    }

    @Test(arguments: [
        ([("sec-fetch-site", "cross-site")], true), ([("sec-fetch-site", "same-site")], true),
        ([("sec-fetch-site", "same-origin")], false), ([("sec-fetch-site", "none")], false),
        ([("origin", "http://evil.example"), ("host", "127.0.0.1:8025")], true),
        ([("origin", "http://127.0.0.1:8025"), ("host", "127.0.0.1:8025")], false), ([], false),
    ])
    func knowsPagesOfOtherSites(headers: [(String, String)], isOther: Bool) {
        let request = APIRequest(
            method: "POST", path: "/", headers: headers.map { .init($0.0, $0.1) })
        #expect(request.isFromOtherSite == isOther)
    }
}
