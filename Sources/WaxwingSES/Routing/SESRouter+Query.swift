import JSONText
import MailTypes
import SESModel

// API v1: `Action=SendEmail&Version=2010-12-01&…` in the query of a GET or the body of a POST.
extension SESRouter {
    func respondToQuery(
        _ request: APIRequest, requestID: String, _ called: inout OperationDescriptor?
    ) async throws -> APIResponse {
        let context = try await context(of: request, version: .v1, requestID: requestID)
        guard request.method == "GET" || request.method == "POST" else {
            throw SESError(
                .unknownOperation,
                "Actions are called by GET and POST, not by \(request.method.prefix(40)).")
        }
        let form = try Self.form(of: request)
        guard let action = form["Action"] else {
            throw SESError(.missingAction, "The request is missing an Action parameter.")
        }
        let version = form["Version"] ?? "NO_VERSION_SPECIFIED"
        guard version == SESv1.apiVersion, let operation = queryOperations[action] else {
            throw SESError(
                .unknownOperation,
                "Could not find operation \(action.prefix(200)) for version \(version.prefix(40))")
        }
        called = operation
        let document: Document
        do throws(SyntaxError) {
            document = try form.document()
        } catch {
            throw SESError(.malformedInput, "A parameter's name has too many parts.")
        }
        let output = try await call(operation, document, as: .query, context, for: request)
        return APIResponse(
            status: 200,
            headers: [
                .init("Content-Type", "text/xml"), .init("x-amzn-RequestId", requestID),
            ],
            body: XMLWriter.response(to: operation, output, requestID: requestID))
    }

    private static func form(of request: APIRequest) throws(SESError) -> Form {
        do throws(SyntaxError) {
            var form = try Form(Array(request.query.utf8)[...])
            if request.method == "POST" { try form.append(Form(request.body[...])) }
            return form
        } catch {
            throw SESError(.malformedQueryString, "The query string is malformed: \(error).")
        }
    }
}
