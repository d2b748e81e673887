import Foundation
import JSONText
import MailTypes
import SESModel
import WaxwingCore

@testable import WaxwingSES

/// Requests that botocore's own signer made, with the time at which it did.
struct SignedRequests {
    static let key = ActiveCredential(
        id: "AKIDEXAMPLE", secret: SecretText("wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY"),
        principal: Principal(
            account: AccountID("123456789012") ?? .development, kind: .user(name: "a")))

    let now: UnixTime
    let requests: [(name: String, request: APIRequest)]

    init(file: String = "signed-requests") throws {
        guard
            let url = Bundle.module.url(
                forResource: file, withExtension: "json", subdirectory: "Fixtures")
        else { throw CocoaError(.fileNoSuchFile) }
        let document = try JSON.parse(Array(Data(contentsOf: url)))
        guard let now = UnixTime(iso8601: document.text("now")),
            case .array(let requests)? = document["requests"]
        else { throw CocoaError(.fileReadCorruptFile) }
        self.now = now
        self.requests = requests.map { request in
            var headers: [APIRequest.Header] = []
            if case .array(let pairs)? = request["headers"] {
                for case .array(let pair) in pairs where pair.count == 2 {
                    headers.append(.init(pair[0].text, pair[1].text))
                }
            }
            return (
                request.text("name"),
                APIRequest(
                    method: request.text("method"), path: request.text("path"),
                    query: request.text("query"), headers: headers,
                    body: Base64.decode(request.text("body")) ?? [])
            )
        }
    }

    subscript(name: String) -> APIRequest? { requests.first { $0.name == name }?.request }
}

/// A store that knows one key.
struct OneKey: AccessKeyStore {
    func accessKey(_ id: String) async -> ActiveCredential? {
        id == SignedRequests.key.id ? SignedRequests.key : nil
    }
}

extension Document {
    fileprivate func text(_ name: String) -> String { self[name]?.text ?? "" }
    fileprivate var text: String {
        if case .string(let text) = self { return text }
        return ""
    }
}
