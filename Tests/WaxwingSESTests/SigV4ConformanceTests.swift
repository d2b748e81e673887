import Foundation
import MailTypes
import Testing
import WaxwingCore

@testable import WaxwingSES

private let conformanceFolder = ProcessInfo.processInfo.environment["CONFORMANCE"].map {
    URL(fileURLWithPath: $0).appendingPathComponent("sigv4/v4")
}

/// The signing vectors of the conformance data; skipped where the data is not.
@Suite(.enabled(if: conformanceFolder != nil, "CONFORMANCE is not set"))
struct SigV4ConformanceTests {
    /// SES takes dot segments out of paths; these vectors are of services that do not.
    private static func isSkipped(_ name: String) -> Bool { name.hasSuffix("unnormalized") }

    @Test func derivesEverySignature() throws {
        let folder = try #require(conformanceFolder)
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        var count = 0
        for name in names where !Self.isSkipped(name) {
            // In these two the session token joins the URL after it was signed.
            let kinds = name == "post-sts-header-after" ? ["header"] : ["header", "query"]
            for kind in kinds {
                let file = folder.appendingPathComponent(name)
                let request = try Self.request(
                    String(
                        contentsOf: file.appendingPathComponent("\(kind)-signed-request.txt"),
                        encoding: .utf8))
                let expected = try String(
                    contentsOf: file.appendingPathComponent("\(kind)-signature.txt"),
                    encoding: .utf8
                ).trimmingCharacters(in: .whitespacesAndNewlines)
                let authorization = try #require(try SigV4Authorization.of(request))
                #expect(authorization.signature == expected, "\(name)")
                #expect(
                    try Self.signature(of: request, authorization) == expected, "\(name) \(kind)")
                count += 1
            }
        }
        #expect(count > 30)
    }

    private static func signature(
        of request: APIRequest, _ authorization: SigV4Authorization
    ) throws -> String {
        let canonical = CanonicalRequest.text(
            of: request, signing: authorization.signedHeaders,
            isPresigned: authorization.expiry != nil)
        let toSign =
            "AWS4-HMAC-SHA256\n\(authorization.timestamp)\n\(authorization.credential.scope)\n"
            + hexadecimal(SHA256Digest.hash(canonical).bytes)
        let key = SigningKeyCache.derive(
            authorization.credential, secret: SignedRequests.key.secret.revealed)
        return hexadecimal(HMACSHA256.authenticate(toSign.utf8, key: key))
    }

    /// Reads `GET /a b?c HTTP/1.1`, fields, a blank line and a body.
    private static func request(_ text: String) throws -> APIRequest {
        let lines = text.replacingOccurrences(of: "\r\n", with: "\n").split(
            separator: "\n", omittingEmptySubsequences: false)
        let start = try #require(lines.first)
        let method = start.prefix { $0 != " " }
        let target = start.dropFirst(method.count + 1).dropLast(" HTTP/1.1".count)
        let path = target.prefix { $0 != "?" }
        var headers: [APIRequest.Header] = []
        let fields = lines.dropFirst().prefix { !$0.isEmpty }
        for line in fields {
            if line.first == " ", let last = headers.popLast() {
                headers.append(.init(last.name, last.value + String(line)))  // folded
            } else {
                let name = line.prefix { $0 != ":" }
                headers.append(.init(String(name), String(line.dropFirst(name.count + 1))))
            }
        }
        let body = lines.dropFirst(fields.count + 2).joined(separator: "\n")
        return APIRequest(
            method: String(method), path: String(path),
            query: String(target.dropFirst(path.count + 1)), headers: headers,
            body: Array(body.utf8))
    }
}
