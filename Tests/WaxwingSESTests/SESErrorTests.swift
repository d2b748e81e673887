import SESModel
import Testing
import WaxwingSES

@Suite struct SESErrorTests {
    @Test(arguments: [
        (SESv1.Errors.configurationSetDoesNotExist, "NotFoundException", 404),
        (SESv1.Errors.fromEmailAddressNotVerified, "NotFoundException", 404),
        (SESv1.Errors.trackingOptionsDoesNotExist, "NotFoundException", 404),
        (SESv1.Errors.alreadyExists, "AlreadyExistsException", 400),
        (SESv1.Errors.configurationSetAlreadyExists, "AlreadyExistsException", 400),
        (SESv1.Errors.invalidTemplate, "BadRequestException", 400),
        (SESv1.Errors.missingRenderingAttribute, "BadRequestException", 400),
        (SESv1.Errors.configurationSetSendingPaused, "SendingPausedException", 400),
        (SESv1.Errors.limitExceeded, "LimitExceededException", 400),
        (SESv1.Errors.messageRejected, "MessageRejected", 400),
        (SESv1.Errors.mailFromDomainNotVerified, "MailFromDomainNotVerifiedException", 400),
    ])
    func translatesToV2(shape: ErrorShape, exception: String, status: Int) {
        let kind = SESError.Kind(shape)
        #expect(kind.code == shape.code)
        #expect(kind.exception == exception)
        #expect(kind.restStatus == status)
    }

    @Test(arguments: [
        (SESv2.Errors.badRequest, "InvalidParameterValue", 400),
        (SESv2.Errors.tooManyRequests, "Throttling", 400),
        (SESv2.Errors.messageRejected, "MessageRejected", 400),
        (SESv2.Errors.internalServiceError, "InternalFailure", 500),
    ])
    func translatesToV1(shape: ErrorShape, code: String, status: Int) {
        let kind = SESError.Kind(shape)
        #expect(kind.code == code)
        #expect(kind.status == status)
        #expect(kind.exception == shape.name)
        #expect(kind.restStatus == shape.status)
    }

    @Test func tellsV2OfAnError() {
        let error = SESError(SESv2.Errors.notFound, "No such thing.")
        let response = SESRouter.response(to: error, in: .v2, requestID: "r")
        #expect(response.status == 404)
        #expect(response.headers.contains(.init("x-amzn-ErrorType", "NotFoundException")))
        #expect(response.headers.contains(.init("x-amzn-RequestId", "r")))
        #expect(String(decoding: response.body, as: UTF8.self) == #"{"message":"No such thing."}"#)
        let denied = SESRouter.response(
            to: SESError(.accessDenied, "No."), in: .v2, requestID: "r")
        #expect(denied.status == 403)
        #expect(String(decoding: denied.body, as: UTF8.self) == #"{"Message":"No."}"#)
    }
}
