import JSONText

// Errors that any request may meet; the service models do not name them.
extension SESError.Kind {
    public static let accessDenied = SESError.Kind(
        code: "AccessDenied", status: 403, exception: "AccessDeniedException", restStatus: 403)
    public static let incompleteSignature = SESError.Kind(
        code: "IncompleteSignature", status: 400, exception: "IncompleteSignatureException",
        restStatus: 403)
    public static let internalFailure = SESError.Kind(
        code: "InternalFailure", status: 500, exception: "InternalServiceErrorException",
        restStatus: 500)
    public static let invalidClientTokenID = SESError.Kind(
        code: "InvalidClientTokenId", status: 403, exception: "UnrecognizedClientException",
        restStatus: 403)
    public static let missingAuthenticationToken = SESError.Kind(
        code: "MissingAuthenticationToken", status: 403,
        exception: "MissingAuthenticationTokenException", restStatus: 403)
    public static let requestExpired = SESError.Kind(
        code: "RequestExpired", status: 400, exception: "InvalidSignatureException",
        restStatus: 403)
    public static let signatureDoesNotMatch = SESError.Kind(
        code: "SignatureDoesNotMatch", status: 403, exception: "InvalidSignatureException",
        restStatus: 403)
    public static let serviceUnavailable = SESError.Kind(
        code: "ServiceUnavailable", status: 503, exception: "ServiceUnavailableException",
        restStatus: 503)
    public static let throttling = SESError.Kind(
        code: "Throttling", status: 400, exception: "TooManyRequestsException", restStatus: 429)

    public static let conflict = SESError.Kind(
        code: "Conflict", status: 400, exception: "ConflictException", restStatus: 409)
    public static let invalidParameterValue = SESError.Kind(
        code: "InvalidParameterValue", status: 400, exception: "BadRequestException",
        restStatus: 400)
    public static let messageRejected = SESError.Kind(
        code: "MessageRejected", status: 400, exception: "MessageRejected", restStatus: 400)
    public static let notFound = SESError.Kind(
        code: "NotFound", status: 400, exception: "NotFoundException", restStatus: 404)
    /// A constraint of the service model that a value breaks.
    public static let validationError = SESError.Kind(
        code: "ValidationError", status: 400, exception: "BadRequestException", restStatus: 400)

    /// A value of the wrong type, or a body that is no JSON.
    public static let malformedInput = SESError.Kind(
        code: "MalformedInput", status: 400, exception: "SerializationException", restStatus: 400)
    public static let malformedQueryString = SESError.Kind(
        code: "MalformedQueryString", status: 404, exception: "SerializationException",
        restStatus: 400)
    public static let missingAction = SESError.Kind(
        code: "MissingAction", status: 400, exception: "UnknownOperationException",
        restStatus: 404)
    public static let requestTimeout = SESError.Kind(
        code: "RequestTimeout", status: 408, exception: "RequestTimeoutException", restStatus: 408)
    public static let requestTooLarge = SESError.Kind(
        code: "RequestEntityTooLarge", status: 413, exception: "RequestEntityTooLargeException",
        restStatus: 413)
    public static let unknownOperation = SESError.Kind(
        code: "InvalidAction", status: 400, exception: "UnknownOperationException",
        restStatus: 404)
}

extension SESError.Kind {
    /// Whether nobody knows, or believes, who asks: what an operator looks for in the log.
    var isAboutIdentity: Bool {
        [
            .incompleteSignature, .invalidClientTokenID, .missingAuthenticationToken,
            .requestExpired, .signatureDoesNotMatch,
        ].contains(self)
    }
}
