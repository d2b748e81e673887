import MailTypes

// What SES demands of an event destination. Neither topics nor streams nor roles are looked for:
// they are names of things outside.
extension EventDestination {
    static func check(name: String) throws(ServiceError) {
        guard !name.isEmpty else {
            throw .invalidParameter("The event destination name must be specified.")
        }
        guard name.utf8.allSatisfy(\.isNameByte) else {
            throw .invalidParameter(
                "Invalid event destination name <\(name)>: only alphanumeric ASCII characters, "
                    + "'_', and '-' are allowed.")
        }
        guard name.utf8.count <= 64 else {
            throw .invalidParameter("Event destination name cannot exceed 64 characters.")
        }
    }

    func check(in scope: Scope) throws(ServiceError) {
        try Self.check(name: name)
        guard !events.isEmpty else {
            throw .invalidParameter("At least one event type must be specified.")
        }
        switch target {
        case .cloudWatch(let dimensions):
            try Self.check(dimensions)
        case .firehose(let role, let stream):
            try Self.checkFirehose(role: role, stream: stream)
        case .sns(let topic):
            try Self.checkTopic(topic)
        case .eventBridge(let bus):
            try Self.checkBus(bus, in: scope)
        case .pinpoint(let application):
            let arn = ARN(application)
            guard let arn, arn.service == "mobiletargeting", arn.resource.hasPrefix("apps/") else {
                throw .invalidParameter(
                    "Invalid Pinpoint application ARN provided: \(application).")
            }
        }
    }

    private static func checkTopic(_ topic: String) throws(ServiceError) {
        guard let arn = ARN(topic), arn.service == "sns", !arn.resource.contains(":"),
            !arn.resource.hasSuffix(".fifo")
        else {
            throw .refused(
                code: "InvalidSNSDestination", "SNS topic <\(topic)> not found.")
        }
    }

    private static func checkFirehose(role: String, stream: String) throws(ServiceError) {
        let code = "InvalidFirehoseDestination"
        guard let arn = ARN(role), arn.service == "iam", arn.resource.hasPrefix("role/") else {
            throw .refused(code: code, "Invalid IAM role ARN <\(role)>.")
        }
        guard let name = ARN(stream), name.service == "firehose",
            name.resource.hasPrefix("deliverystream/")
        else { throw .refused(code: code, "Invalid delivery stream ARN <\(stream)>.") }
    }

    /// Events go to the default bus of the account and region, and to no other.
    private static func checkBus(_ bus: String, in scope: Scope) throws(ServiceError) {
        guard let arn = ARN(bus), arn.service == "events", arn.resource == "event-bus/default",
            arn.account == scope.account.description, arn.region == scope.region.description
        else {
            throw .invalidParameter(
                "Invalid event bus ARN <\(bus)>: only the default event bus of the account and "
                    + "Region is supported.")
        }
    }

    // MARK: Dimensions

    static let dimensionLimit = 10
    /// Fields whose values are no use for dividing metrics.
    static let unusableFields: Set<String> = [
        "received", "to", "from", "dkim-signature", "cc", "message-id", "return-path",
    ]

    private static func check(_ dimensions: [Dimension]) throws(ServiceError) {
        let code = "InvalidCloudWatchDestination"
        guard !dimensions.isEmpty else {
            throw .refused(
                code: code, "CloudWatch metrics dimension configuration list cannot be empty.")
        }
        guard dimensions.count <= dimensionLimit else {
            throw .refused(
                code: code,
                "CloudWatch metrics dimension configuration list cannot have more than "
                    + "\(dimensionLimit) entries.")
        }
        for dimension in dimensions {
            let name = dimension.name
            let value = dimension.defaultValue
            guard (1...256).contains(name.utf8.count),
                name.utf8.allSatisfy({ $0.isNameByte || $0 == UInt8(ascii: ":") })
            else { throw .refused(code: code, "Invalid dimension name <\(name)>.") }
            guard dimension.source != .emailHeader || !unusableFields.contains(name.lowercased())
            else {
                throw .refused(
                    code: code, "Email header <\(name)> cannot be used as a dimension.")
            }
            guard (1...256).contains(value.utf8.count),
                value.utf8.allSatisfy({
                    $0.isNameByte || $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: ".")
                })
            else { throw .refused(code: code, "Invalid default dimension value <\(value)>.") }
        }
        guard Set(dimensions.map(\.name)).count == dimensions.count else {
            throw .refused(code: code, "Each dimension name can only be specified once.")
        }
    }
}

extension UInt8 {
    /// What the names of resources are made of: letters, digits, `_` and `-`.
    var isNameByte: Bool {
        isAlphanumeric || self == UInt8(ascii: "_") || self == UInt8(ascii: "-")
    }
}
