import HTTPTypes
import Hummingbird
import NIOCore

extension HTTPField.Name {
    static let contentSecurityPolicy = Self("Content-Security-Policy")!
    static let contentTypeOptions = Self("X-Content-Type-Options")!
    static let referrerPolicy = Self("Referrer-Policy")!
    static let secFetchSite = Self("Sec-Fetch-Site")!
}

extension Response {
    /// A response that no cache keeps, no browser guesses about, and no other site hears of.
    static func made(
        _ status: HTTPResponse.Status = .ok, type: String, _ body: [UInt8],
        fields: [HTTPField.Name: String] = [:]
    ) -> Response {
        var headers: HTTPFields = [
            .contentType: type,
            .contentTypeOptions: "nosniff",
            .referrerPolicy: "no-referrer",
            .cacheControl: "no-store",
        ]
        for (name, value) in fields { headers[name] = value }
        return Response(
            status: status, headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: body))
        )
    }

    static func json(_ json: JSON, status: HTTPResponse.Status = .ok) -> Response {
        made(status, type: "application/json", json.formatted)
    }

    /// An error of the JSON API: what is wrong, and what to do about it.
    static func failure(_ status: HTTPResponse.Status, _ message: String) -> Response {
        json(["message": .string(message)], status: status)
    }

    static func page(_ html: String, status: HTTPResponse.Status = .ok) -> Response {
        made(
            status, type: "text/html; charset=utf-8", Array(html.utf8),
            fields: [
                .contentSecurityPolicy: ContentSecurityPolicy.page,
                // With `no-referrer` a browser would hide the origin of the page's own forms.
                .referrerPolicy: "same-origin",
            ])
    }

    static func seeOther(_ location: String) -> Response {
        made(.seeOther, type: "text/plain", [], fields: [.location: location])
    }
}
