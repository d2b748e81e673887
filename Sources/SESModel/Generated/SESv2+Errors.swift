// Written by scripts/generate-ses-model from the service model sesv2 2019-09-27
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

extension SESv2 {
    /// The errors that operations name, besides those that any request may meet.
    public enum Errors {
        public static let accountSuspended = ErrorShape(
            name: "AccountSuspendedException",
            code: "AccountSuspendedException",
            status: 400)
        public static let alreadyExists = ErrorShape(
            name: "AlreadyExistsException",
            code: "AlreadyExistsException",
            status: 400)
        public static let badRequest = ErrorShape(
            name: "BadRequestException",
            code: "BadRequestException",
            status: 400)
        public static let concurrentModification = ErrorShape(
            name: "ConcurrentModificationException",
            code: "ConcurrentModificationException",
            status: 500)
        public static let conflict = ErrorShape(
            name: "ConflictException",
            code: "ConflictException",
            status: 409)
        public static let internalServiceError = ErrorShape(
            name: "InternalServiceErrorException",
            code: "InternalServiceErrorException",
            status: 500)
        public static let invalidNextToken = ErrorShape(
            name: "InvalidNextTokenException",
            code: "InvalidNextTokenException",
            status: 400)
        public static let limitExceeded = ErrorShape(
            name: "LimitExceededException",
            code: "LimitExceededException",
            status: 400)
        public static let mailFromDomainNotVerified = ErrorShape(
            name: "MailFromDomainNotVerifiedException",
            code: "MailFromDomainNotVerifiedException",
            status: 400)
        public static let messageRejected = ErrorShape(
            name: "MessageRejected",
            code: "MessageRejected",
            status: 400)
        public static let notFound = ErrorShape(
            name: "NotFoundException",
            code: "NotFoundException",
            status: 404)
        public static let sendingPaused = ErrorShape(
            name: "SendingPausedException",
            code: "SendingPausedException",
            status: 400)
        public static let tooManyRequests = ErrorShape(
            name: "TooManyRequestsException",
            code: "TooManyRequestsException",
            status: 429)

        public static let all: [ErrorShape] = [
            accountSuspended,
            alreadyExists,
            badRequest,
            concurrentModification,
            conflict,
            internalServiceError,
            invalidNextToken,
            limitExceeded,
            mailFromDomainNotVerified,
            messageRejected,
            notFound,
            sendingPaused,
            tooManyRequests,
        ]
    }
}
