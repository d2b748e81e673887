import MailTypes

// What a rule has to fulfil besides the shapes of the API, in the words of SES.
extension ReceiptRule {
    /// Refuses a rule that cannot be carried out. Whether a bounce's sender is verified is for the
    /// caller to look up.
    public func check() throws(ServiceError) {
        guard actions.count <= Self.actionLimit else { throw .limitExceeded("Too many actions") }
        guard recipients.count <= Self.recipientLimit else {
            throw .limitExceeded("Too many recipients")
        }
        for recipient in recipients where RecipientCondition(recipient) == nil {
            throw .invalidParameter("Invalid recipient: \(recipient)")
        }
        for action in actions { try action.check() }
    }
}

extension ReceiptAction {
    func check() throws(ServiceError) {
        if let topicARN, !Self.isARN(topicARN, of: "sns") {
            throw .refused(code: "InvalidSnsTopic", "Invalid SNS topic: \(topicARN)")
        }
        switch self {
        case .addHeader(let field): try Self.check(field)
        case .bounce(let bounce): try Self.check(bounce)
        case .lambda(let lambda): try Self.check(lambda)
        case .s3(let s3):
            guard !s3.bucket.isEmpty else {
                throw .invalidParameter("Bucket name must not be empty")
            }
        case .connect, .sns, .stop, .workMail: break
        }
    }

    private static func check(_ field: AddHeader) throws(ServiceError) {
        // Field names are printable and have no colon (RFC 5322 §3.6.8).
        let isName = field.name.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x3A }
        guard isName, (1...50).contains(field.name.utf8.count) else {
            throw .invalidParameter("Invalid header name: \(field.name)")
        }
        let isOneLine = !field.value.utf8.contains { $0 == 0x0D || $0 == 0x0A }
        guard isOneLine, field.value.utf8.count <= 2048 else {
            throw .invalidParameter("Invalid header value: \(field.value)")
        }
    }

    private static func check(_ bounce: Bounce) throws(ServiceError) {
        guard let code = Int(bounce.replyCode), (400...599).contains(code) else {
            throw .invalidParameter("Invalid SMTP reply code: \(bounce.replyCode)")
        }
        guard !bounce.message.isEmpty else {
            throw .invalidParameter("Invalid SMTP response message: \(bounce.message)")
        }
        guard bounce.statusCode.map(isEnhancedStatus) ?? true else {
            throw .invalidParameter("Invalid status code: \(bounce.statusCode ?? "")")
        }
    }

    /// `5.1.1`, of the classes that tell of failure (RFC 3463 §2).
    private static func isEnhancedStatus(_ text: String) -> Bool {
        let numbers = text.split(separator: ".", omittingEmptySubsequences: false)
        return numbers.count == 3 && (numbers[0] == "4" || numbers[0] == "5")
            && numbers.allSatisfy {
                (1...3).contains($0.utf8.count) && $0.utf8.allSatisfy(\.isDigit)
            }
    }

    private static func check(_ lambda: Lambda) throws(ServiceError) {
        guard !lambda.functionARN.isEmpty else {
            throw .invalidParameter("Lambda function ARN must not be empty")
        }
        guard isARN(lambda.functionARN, of: "lambda") else {
            throw .refused(
                code: "InvalidLambdaFunction", "Invalid Lambda function: \(lambda.functionARN)")
        }
    }

    /// `arn:aws:sns:eu-west-1:000000000000:name`, `arn:aws:lambda:…:function:name`
    static func isARN(_ text: String, of service: String) -> Bool {
        let parts = text.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0] == "arn", parts[1].hasPrefix("aws"), parts[2] == service,
            Region(parts[3]) != nil, AccountID(parts[4]) != nil, !parts[5].isEmpty
        else { return false }
        return service != "lambda"
            || (parts[5].hasPrefix("function:") && parts[5].utf8.count > "function:".utf8.count)
    }
}
