import JSONText
public import SESModel

extension SESRouter {
    /// An error as either API tells it.
    public static func response(
        to error: SESError, in version: APIVersion, requestID: String
    ) -> APIResponse {
        switch version {
        case .v1:
            return APIResponse(
                status: error.kind.status,
                headers: [
                    .init("Content-Type", "text/xml"), .init("x-amzn-RequestId", requestID),
                ],
                body: XMLWriter.error(error, requestID: requestID))
        case .v2:
            // Only this one spells its member so.
            let name = error.kind == .accessDenied ? "Message" : "message"
            let fields = error.message.map { [Document.Field(name, .string($0))] } ?? []
            return APIResponse(
                status: error.kind.restStatus,
                headers: headers(requestID: requestID) + [
                    .init("x-amzn-ErrorType", error.kind.exception)
                ],
                body: JSON.write(.object(fields)))
        }
    }
}
