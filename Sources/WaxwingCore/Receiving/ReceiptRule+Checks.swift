import MailTypes

// What a rule has to fulfil besides the shapes of the API, in the words of SES.
extension ReceiptRule {
    /// Refuses a rule that cannot be carried out in `region`. Whether a bounce's sender is verified
    /// is for the caller to look up.
    public func check(in region: Region) throws(ServiceError) {
        guard actions.count <= Self.actionLimit else { throw .limitExceeded("Too many actions") }
        guard recipients.count <= Self.recipientLimit else {
            throw .limitExceeded("Too many recipients")
        }
        for recipient in recipients where RecipientCondition(recipient) == nil {
            throw .invalidParameter("Invalid recipient: \(recipient)")
        }
        for action in actions { try action.check(in: region) }
    }
}

extension ReceiptAction {
    func check(in region: Region) throws(ServiceError) {
        if let topicARN { try Self.check(topic: topicARN, in: region) }
        switch self {
        case .addHeader(let field): try Self.check(field)
        case .bounce(let bounce): try Self.check(bounce)
        case .lambda(let lambda): try Self.check(lambda, in: region)
        case .s3(let s3): try Self.check(s3)
        case .connect, .sns, .stop, .workMail: break
        }
    }

    /// Topics of other regions are out of reach, and those that keep an order take nothing from SES.
    private static func check(topic: String, in region: Region) throws(ServiceError) {
        let code = "InvalidSnsTopic"
        guard isARN(topic, of: "sns", in: region) else {
            throw .refused(code: code, "Invalid SNS topic: \(topic)")
        }
        guard !topic.hasSuffix(".fifo") else {
            throw .refused(code: code, "Could not publish to SNS topic: \(topic)")
        }
    }

    private static func check(_ s3: S3) throws(ServiceError) {
        let code = "InvalidS3Configuration"
        guard !s3.bucket.isEmpty else {
            throw .invalidParameter("Bucket name must not be empty")
        }
        guard isBucketName(s3.bucket) else {
            throw .refused(code: code, "No such bucket: \(s3.bucket)")
        }
        if let key = s3.kmsKeyARN {
            guard let arn = ARN(key), arn.service == "kms", arn.resourceName?.isEmpty == false,
                ["alias", "key"].contains(arn.resourceType)
            else { throw .refused(code: code, "Invalid KMS key: \(key)") }
        }
    }

    /// Whether a bucket can have that name: 3 to 63 lower-case letters, digits, dots and hyphens,
    /// with a letter or digit at both ends and no two dots in a row.
    private static func isBucketName(_ name: String) -> Bool {
        func isLetterOrDigit(_ byte: UInt8) -> Bool {
            byte.isDigit || byte.isLetter && byte.asciiLowercased == byte
        }
        let ends = [name.utf8.first, name.utf8.last].compactMap(\.self)
        return (3...63).contains(name.utf8.count) && ends.allSatisfy(isLetterOrDigit)
            && name.utf8.allSatisfy { isLetterOrDigit($0) || ".-".utf8.contains($0) }
            && !name.contains("..")
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

    private static func check(_ lambda: Lambda, in region: Region) throws(ServiceError) {
        guard !lambda.functionARN.isEmpty else {
            throw .invalidParameter("Lambda function ARN must not be empty")
        }
        guard isARN(lambda.functionARN, of: "lambda", in: region) else {
            throw .refused(
                code: "InvalidLambdaFunction", "Invalid Lambda function: \(lambda.functionARN)")
        }
    }

    /// `arn:aws:sns:eu-west-1:000000000000:name`, `arn:aws:lambda:…:function:name`
    ///
    /// - Parameter region: nil for any.
    static func isARN(_ text: String, of service: String, in region: Region? = nil) -> Bool {
        guard let arn = ARN(text), arn.partition.hasPrefix("aws"), arn.service == service,
            let named = Region(arn.region), named == region ?? named, AccountID(arn.account) != nil
        else { return false }
        return service != "lambda"
            || (arn.resource.hasPrefix("function:")
                && arn.resource.utf8.count > "function:".utf8.count)
    }
}
