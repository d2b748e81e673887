public import JSONText
public import SESModel

/// Why a request was refused, for either API.
///
/// An error has a code of v1 and an exception name of v2, so that one operation of the service can
/// stand behind both.
public struct SESError: Error, Equatable, Sendable {
    public let kind: Kind
    /// The text for the caller; SES leaves it out for some errors.
    public let message: String?
    /// What the error's shape holds besides, such as `ConfigurationSetName`; only v1 sends them.
    public let members: [Document.Field]

    public init(_ kind: Kind, _ message: String?, members: [Document.Field] = []) {
        self.kind = kind
        self.message = message
        self.members = members
    }

    /// An error that the service model of either API names.
    public init(_ shape: ErrorShape, _ message: String?, members: [Document.Field] = []) {
        self.init(Kind(shape), message, members: members)
    }

    /// How an error is called and which HTTP status it has, in both APIs.
    public struct Kind: Equatable, Sendable {
        /// `Code` of v1.
        public let code: String
        public let status: Int
        /// `x-amzn-ErrorType` of v2.
        public let exception: String
        public let restStatus: Int

        public init(code: String, status: Int, exception: String, restStatus: Int) {
            self.code = code
            self.status = status
            self.exception = exception
            self.restStatus = restStatus
        }

        /// Whether the caller has to change something; otherwise a retry may help.
        public var isSenderFault: Bool { status < 500 }
    }

    public func status(in version: APIVersion) -> Int {
        version == .v1 ? kind.status : kind.restStatus
    }
}

extension SESError.Kind {
    /// The error that v1 has a code for.
    public init(code: String) {
        let rest = Self.restKind(of: code)
        self.init(code: code, status: 400, exception: rest.name, restStatus: rest.status)
    }

    public init(_ shape: ErrorShape) {
        if SESv2.Errors.all.contains(shape) {
            self.init(
                code: Self.code(of: shape.name), status: shape.status == 500 ? 500 : 400,
                exception: shape.name, restStatus: shape.status)
        } else {
            let kind = Self.restKind(of: shape.code)
            self.init(
                code: shape.code, status: shape.status, exception: kind.name,
                restStatus: kind.status)
        }
    }

    /// The code under which v1 knows an exception of v2.
    private static func code(of exception: String) -> String {
        switch exception {
        case "BadRequestException": "InvalidParameterValue"
        case "AlreadyExistsException": "AlreadyExists"
        case "LimitExceededException": "LimitExceeded"
        case "TooManyRequestsException": "Throttling"
        case "InternalServiceErrorException": "InternalFailure"
        case "InvalidNextTokenException": "InvalidParameterValue"
        case "SendingPausedException": "AccountSendingPausedException"
        default: exception
        }
    }

    /// The exception as which v2 tells of a failure that v1 has a code for.
    private static func restKind(of code: String) -> (name: String, status: Int) {
        let code = code.hasSuffix("Exception") ? String(code.dropLast(9)) : code
        switch code {
        case "MessageRejected": return ("MessageRejected", 400)
        case "MailFromDomainNotVerified": return ("MailFromDomainNotVerifiedException", 400)
        case "LimitExceeded": return ("LimitExceededException", 400)
        case "AccountSendingPaused", "ConfigurationSetSendingPaused":
            return ("SendingPausedException", 400)
        case "FromEmailAddressNotVerified": return ("NotFoundException", 404)
        case _ where code.hasSuffix("DoesNotExist"): return ("NotFoundException", 404)
        case _ where code.hasSuffix("AlreadyExists"): return ("AlreadyExistsException", 400)
        default: return ("BadRequestException", 400)
        }
    }
}
