internal import MailTypes

/// What an authentication exchange waits for.
enum AuthenticationStep: Equatable, Sendable {
    case plainResponse
    case username
    case password(username: String)
}

/// AUTH PLAIN and LOGIN (RFC 4954, RFC 4616).
extension SMTPServerSession {
    /// In clear text only where the configuration says so: the password would be anybody's.
    var offersAuthentication: Bool {
        configuration.authentication != .notOffered
            && (info.tls != nil || configuration.allowsCleartextAuthentication)
    }

    mutating func startAuthentication(_ mechanism: String, _ initialResponse: String?) -> Action {
        guard configuration.authentication != .notOffered else {
            return fail(replies.notImplemented)
        }
        guard offersAuthentication else { return fail(replies.mustStartTLS) }
        guard info.identity == nil else { return fail(replies.alreadyAuthenticated) }
        guard case .ready = state, info.isExtended else { return fail(replies.badSequence) }
        switch mechanism {
        case "PLAIN":
            guard let initialResponse else {
                state = .awaitingResponse(.plainResponse)
                return .readResponse(replies.plainChallenge)
            }
            return continueAuthentication(.plainResponse, initial(initialResponse))
        case "LOGIN":
            guard let initialResponse else {
                state = .awaitingResponse(.username)
                return .readResponse(replies.usernameChallenge)
            }
            return continueAuthentication(.username, initial(initialResponse))
        default:
            return fail(replies.mechanismUnknown)
        }
    }

    /// `=` stands for an initial response of no bytes (RFC 4954 §4).
    private func initial(_ response: String) -> ArraySlice<UInt8> {
        response == "=" ? [] : Array(response.utf8)[...]
    }

    mutating func continueAuthentication(
        _ step: AuthenticationStep, _ line: ArraySlice<UInt8>
    ) -> Action {
        state = .ready
        if line.elementsEqual([UInt8(ascii: "*")]) { return fail(replies.authenticationCancelled) }
        guard let response = Base64.decode(line) else { return fail(replies.responseMalformed) }
        switch step {
        case .plainResponse:
            guard let credentials = Self.plainCredentials(response) else {
                return fail(replies.credentialsInvalid)
            }
            state = .authenticating
            return .authenticate(credentials)
        case .username:
            guard let username = String(validating: response, as: UTF8.self) else {
                return fail(replies.credentialsInvalid)
            }
            state = .awaitingResponse(.password(username: username))
            return .readResponse(replies.passwordChallenge)
        case .password(let username):
            guard let password = String(validating: response, as: UTF8.self) else {
                return fail(replies.credentialsInvalid)
            }
            state = .authenticating
            return .authenticate(
                SMTPCredentials(mechanism: .login, username: username, password: password))
        }
    }

    ///     message = [authzid] UTF8NUL authcid UTF8NUL passwd     ; RFC 4616 §2
    private static func plainCredentials(_ response: [UInt8]) -> SMTPCredentials? {
        let parts = response.split(separator: 0, omittingEmptySubsequences: false)
        guard parts.count == 3, !parts[1].isEmpty,
            let authorizationIdentity = String(validating: parts[0], as: UTF8.self),
            let username = String(validating: parts[1], as: UTF8.self),
            let password = String(validating: parts[2], as: UTF8.self)
        else { return nil }
        return SMTPCredentials(
            username: username, password: password,
            authorizationIdentity: authorizationIdentity)
    }

    mutating func finishAuthentication(_ outcome: SMTPAuthenticationOutcome) -> Action {
        state = .ready
        switch outcome {
        case .accepted(let identity):
            info.identity = identity
            return .reply(replies.authenticated)
        case .refused(let reply):
            return fail(reply ?? replies.credentialsInvalid)
        case .temporaryFailure:
            return .reply(replies.authenticationUnavailable)
        }
    }
}
