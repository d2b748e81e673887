import JSONText
import MailTypes

// The form in which a record is kept. Members that say nothing are left out; one that a later
// version adds is optional.
extension MessageRecord {
    public var json: String {
        var fields: [Document.Field] = [
            .init("operation", .string(operation)), .init("source", .string(source)),
            .init("sourceARN", .string(sourceARN)), .init("caller", .string(caller)),
            .init("destinations", .array(destinations.map { .string($0) })),
            .init(
                "headers", .array(headers.map { .array([.string($0.name), .string($0.value)]) })),
        ]
        if headersTruncated { fields.append(.init("headersTruncated", .bool(true))) }
        if !tags.isEmpty {
            fields.append(
                .init("tags", .array(tags.map { .array([.string($0.name), .string($0.value)]) })))
        }
        if let configurationSet {
            fields.append(.init("configurationSet", .string(configurationSet)))
        }
        if let tenant { fields.append(.init("tenant", .string(tenant))) }
        if let templateName { fields.append(.init("templateName", .string(templateName))) }
        if let opens = tracking.opens { fields.append(.init("tracksOpens", .bool(opens))) }
        if let clicks = tracking.clicks { fields.append(.init("tracksClicks", .bool(clicks))) }
        if let endpointID { fields.append(.init("endpoint", .string(endpointID))) }
        if let sourceIP { fields.append(.init("sourceIP", .string(sourceIP))) }
        if isSecure { fields.append(.init("isSecure", .bool(true))) }
        if let tlsVersion { fields.append(.init("tlsVersion", .string(tlsVersion))) }
        if let authorDomain { fields.append(.init("authorDomain", .string(authorDomain))) }
        if !suppressed.isEmpty {
            fields.append(.init("suppressed", .array(suppressed.map(\.document))))
        }
        if !simulated.isEmpty {
            fields.append(.init("simulated", .array(simulated.map { .string($0) })))
        }
        switch fate {
        case .queued: break
        case .rejected(let reason): fields.append(.init("rejected", .string(reason)))
        case .cancelled(let time):
            fields.append(.init("cancelledAt", .integer(time.milliseconds)))
        case .renderingFailed(let template, let error):
            fields.append(
                .init("renderingFailed", .array([.string(template), .string(error)])))
        }
        return String(decoding: JSON.write(.object(fields)), as: UTF8.self)
    }

    /// - Throws: ``StoreError/unavailable(_:)`` for a text that no record was written to.
    public init(json: String) throws {
        guard let document = try? JSON.parse(Array(json.utf8)),
            let operation = document["operation"]?.text, let source = document["source"]?.text,
            let sourceARN = document["sourceARN"]?.text, let caller = document["caller"]?.text
        else { throw StoreError.unavailable("a stored record of a message cannot be read") }
        self.init(
            operation: operation, source: source, sourceARN: sourceARN,
            destinations: document["destinations"]?.items.compactMap(\.text) ?? [], caller: caller)
        headers = document["headers"]?.pairs.map { Header(name: $0, value: $1) } ?? []
        headersTruncated = document["headersTruncated"] == .bool(true)
        tags = document["tags"]?.pairs.map { MessageTag(name: $0, value: $1) } ?? []
        configurationSet = document["configurationSet"]?.text
        tenant = document["tenant"]?.text
        templateName = document["templateName"]?.text
        tracking = TrackingOverrides(
            opens: document["tracksOpens"]?.flag, clicks: document["tracksClicks"]?.flag)
        endpointID = document["endpoint"]?.text
        sourceIP = document["sourceIP"]?.text
        isSecure = document["isSecure"] == .bool(true)
        tlsVersion = document["tlsVersion"]?.text
        authorDomain = document["authorDomain"]?.text
        suppressed = document["suppressed"]?.items.compactMap(Suppressed.init) ?? []
        simulated = document["simulated"]?.items.compactMap(\.text) ?? []
        if let reason = document["rejected"]?.text { fate = .rejected(reason: reason) }
        if case .integer(let time)? = document["cancelledAt"] {
            fate = .cancelled(at: UnixTime(milliseconds: time))
        }
        if let failure = document["renderingFailed"]?.items.compactMap(\.text), failure.count == 2 {
            fate = .renderingFailed(template: failure[0], error: failure[1])
        }
    }
}

extension MessageRecord.Suppressed {
    fileprivate var document: Document {
        var texts = [address, reason.rawValue]
        if let tenant { texts.append(tenant) }
        return .array(texts.map { .string($0) })
    }

    fileprivate init?(_ document: Document) {
        let texts = document.items.compactMap(\.text)
        guard texts.count >= 2, let reason = SuppressionReason(rawValue: texts[1]) else {
            return nil
        }
        self.init(
            address: texts[0], reason: reason, tenant: texts.count > 2 ? texts[2] : nil)
    }
}

extension Document {
    var text: String? { if case .string(let text) = self { text } else { nil } }

    fileprivate var flag: Bool? { if case .bool(let flag) = self { flag } else { nil } }

    var items: [Document] { if case .array(let items) = self { items } else { [] } }

    fileprivate var pairs: [(String, String)] {
        items.compactMap { item in
            let texts = item.items.compactMap(\.text)
            return texts.count == 2 ? (texts[0], texts[1]) : nil
        }
    }
}
