import JSONText
import MailTypes
import SESModel

// API v2: JSON under `/v2/email/`, with members in the path and in the query.
extension SESRouter {
    func respondToREST(
        _ request: APIRequest, requestID: String, _ called: inout OperationDescriptor?
    ) async throws -> APIResponse {
        let context = try await context(of: request, version: .v2, requestID: requestID)
        guard let match = routes.match(method: request.method, path: request.path) else {
            throw SESError(
                .unknownOperation,
                "Could not find an operation for \(request.method) \(request.path.prefix(200)).")
        }
        called = match.operation
        let document = try Self.document(of: request, for: match)
        let output = try await call(match.operation, document, as: .json, context, for: request)
        return APIResponse(
            status: 200, headers: Self.headers(requestID: requestID), body: JSON.write(output))
    }

    static func headers(requestID: String) -> [APIRequest.Header] {
        [.init("Content-Type", "application/json"), .init("x-amzn-RequestId", requestID)]
    }

    /// The body with the members of path and query, which come last and so win.
    private static func document(
        of request: APIRequest, for match: RouteTable.Match
    ) throws(SESError) -> Document {
        var fields: [Document.Field] = []
        if !request.body.isEmpty, request.method != "GET", request.method != "DELETE" {
            switch try parse(request.body) {
            case .object(let members): fields = members
            case .null: break
            default: throw SESError(.malformedInput, "Expected structure or null")
            }
        }
        fields += match.labels
        fields += try queryMembers(of: request, for: match.operation)
        return .object(fields)
    }

    private static func parse(_ body: [UInt8]) throws(SESError) -> Document {
        do throws(SyntaxError) {
            return try JSON.parse(body)
        } catch {
            throw SESError(.malformedInput, "The body is no JSON: \(error).")
        }
    }

    private static func queryMembers(
        of request: APIRequest, for operation: OperationDescriptor
    ) throws(SESError) -> [Document.Field] {
        guard !operation.query.isEmpty, !request.query.isEmpty else { return [] }
        let form: Form
        do throws(SyntaxError) {
            form = try Form(Array(request.query.utf8)[...])
        } catch {
            throw SESError(.malformedInput, "The query string is malformed: \(error).")
        }
        var fields: [Document.Field] = []
        for member in operation.query {
            let values = form.values(of: member.name)
            guard let value = values.last else { continue }
            let document = try queryValue(value, values, kind: member.kind)
            fields.append(Document.Field(member.member, document))
        }
        return fields
    }

    private static func queryValue(
        _ value: String, _ values: [String], kind: QueryMember.Kind
    ) throws(SESError) -> Document {
        switch kind {
        case .text: return .string(value)
        case .list: return .array(values.map { .string($0) })
        case .integer:
            if let number = Int64(value) { return .integer(number) }
            throw SESError(
                .malformedInput, "'\(value.prefix(100))' can not be converted to Integer")
        case .time:
            if let time = UnixTime(iso8601: value) { return .timestamp(time) }
            throw SESError(
                .malformedInput, "'\(value.prefix(100))' can not be converted to Timestamp")
        }
    }
}
