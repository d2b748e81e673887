import MailMessage
public import MailTypes

extension SendOptions {
    /// With what the fields of a raw message ask for where the request itself says nothing. Of a
    /// field that stands more than once the first counts.
    func completed(by section: HeaderSection) throws(ServiceError) -> SendOptions {
        func value(_ name: String) -> String? {
            section.first(name).map { field in
                String(decoding: field.unfoldedValue, as: UTF8.self)
            }.flatMap { $0.isEmpty ? nil : $0 }
        }
        var options = self
        options.configurationSet = configurationSet ?? value("X-SES-CONFIGURATION-SET")
        if tags.isEmpty, let text = value("X-SES-MESSAGE-TAGS") {
            options.tags = try MessageTag.tags(inField: text)
        }
        options.arns.source = arns.source ?? value("X-SES-SOURCE-ARN")
        options.arns.from = arns.from ?? value("X-SES-FROM-ARN")
        options.arns.returnPath = arns.returnPath ?? value("X-SES-RETURN-PATH-ARN")
        options.tenant = tenant ?? value("X-SES-TENANT")
        if listManagement == nil, let text = value("X-SES-LIST-MANAGEMENT-OPTIONS") {
            options.listManagement = ListManagement(field: text)
        }
        if sendAt == nil, let text = value("X-Waxwing-Send-At") {
            options.sendAt = try Self.time(text)
        }
        return options
    }

    /// Reads the time at which a message is to be sent.
    /// - Parameter text: `2027-01-31T08:00:00Z` (RFC 3339), or `Sun, 31 Jan 2027 08:00:00 GMT`
    ///   (RFC 9110 §5.6.7).
    /// - Throws: ``ServiceError/invalidParameter(_:)`` for what is neither.
    public static func time(_ text: String) throws(ServiceError) -> UnixTime {
        if let time = UnixTime(iso8601: text) { return time }
        if let time = try? UnixTime(parsingMessageDate: Array(text.utf8)[...]) { return time }
        throw .invalidParameter(
            "X-Waxwing-Send-At must be a time such as 2027-01-31T08:00:00Z.")
    }
}

extension SendOptions.ListManagement {
    /// `<list>; topic=<topic>`
    fileprivate init(field text: String) {
        let parts = text.split(separator: ";", maxSplits: 1).map {
            $0.drop { $0 == " " }.prefix { $0 != " " }
        }
        let topic = parts.count > 1 ? parts[1].split(separator: "=").last : nil
        self.init(
            contactList: parts.first.map { String($0) } ?? "", topic: topic.map { String($0) })
    }
}
