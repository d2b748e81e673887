import MailTypes

/// The required elements of a record that were found in it.
struct FoundElements: OptionSet {
    let rawValue: UInt8

    static let sourceIP = FoundElements(rawValue: 1)
    static let count = FoundElements(rawValue: 2)
    static let disposition = FoundElements(rawValue: 4)
    static let dkim = FoundElements(rawValue: 8)
    static let spf = FoundElements(rawValue: 16)
    static let authorDomain = FoundElements(rawValue: 32)
    static let all = FoundElements(rawValue: 63)

    static let names: [(FoundElements, String)] = [
        (.sourceIP, "source_ip"), (.count, "count"), (.disposition, "disposition"),
        (.dkim, "policy_evaluated/dkim"), (.spf, "policy_evaluated/spf"),
        (.authorDomain, "header_from"),
    ]
}

extension AggregateReportBuilder {
    /// The text that was gathered, without white space around.
    private var value: ArraySlice<UInt8> {
        guard let first = buffer.first, let last = buffer.last else { return [] }
        if !first.isFoldingWhitespace, !last.isFoldingWhitespace { return buffer[...] }
        return buffer[...].trimmingFoldingWhitespace
    }

    private var text: String { String(decoding: value, as: UTF8.self) }

    /// Notes that the text of an element is not as it should be.
    private mutating func note(_ kind: ReportRepair.Kind, _ element: StaticString) {
        let text = text
        repairs.note(kind, text.isEmpty ? "\(element)" : "\(element): \(text)")
    }

    // MARK: Records

    mutating func setRecordValue(_ field: AggregateElement) {
        switch (field, section) {
        case (.sourceIP, _): setSourceIP()
        case (.count, _): setCount()
        case (.disposition, _):
            record.evaluation.disposition = listed("disposition")
            found.insert(.disposition)
        case (.dkim, _):
            record.evaluation.dkim = listed("policy_evaluated/dkim")
            found.insert(.dkim)
        case (.spf, _):
            record.evaluation.spf = listed("policy_evaluated/spf")
            found.insert(.spf)
        case (.type, .reason): reason.type = listed("reason/type", emptyIsValue: true)
        case (.comment, .reason): reason.comment = value.isEmpty ? nil : text
        case (.authorDomain, _):
            record.identifiers.authorDomain = texts.text(.authorDomain, value)
            if !value.isEmpty { found.insert(.authorDomain) }
        case (.mailFromDomain, _):
            record.identifiers.mailFromDomain = texts.text(.mailFromDomain, value)
        case (.recipientDomain, _):
            record.identifiers.recipientDomain = texts.text(.recipientDomain, value)
        case (.domain, .dkim): signature.domain = texts.text(.signingDomain, value)
        case (.selector, .dkim): signature.selector = texts.text(.selector, value)
        case (.result, .dkim): signature.result = listed("dkim/result")
        case (.humanResult, .dkim): signature.explanation = text
        case (.domain, .spf): check.domain = texts.text(.checkedDomain, value)
        case (.scope, .spf): check.scope = listed("spf/scope")
        case (.result, .spf): check.result = listed("spf/result")
        case (.humanResult, .spf): check.explanation = text
        default: repairs.note(.misplaced, field.rawValue)
        }
    }

    private mutating func setSourceIP() {
        found.insert(.sourceIP)
        record.sourceIP = IPAddress(reportText: value)
        if record.sourceIP == nil { note(.badAddress, "source_ip") }
    }

    private mutating func setCount() {
        found.insert(.count)
        if let count = Int(reportText: value), count <= limits.countLimit {
            record.count = count
        } else {
            note(.badNumber, "count")
        }
    }

    /// The value that the text names. One in capital letters counts, and is noted; one that is not
    /// listed is kept as it is, and noted.
    private mutating func listed<Value: ReportValue>(
        _ element: StaticString, emptyIsValue: Bool = false
    ) -> Value {
        let bytes = value
        for (name, value) in Value.listed where bytes.equals(name) { return value }
        for (name, value) in Value.listed where bytes.equalsIgnoringCase(name) {
            note(.letterCase, element)
            return value
        }
        if bytes.isEmpty {
            if !emptyIsValue { note(.missing, element) }
        } else {
            note(.unlistedValue, element)
        }
        return .other(text)
    }

    mutating func noteMissing(in signature: AggregateRecord.DKIMSignature) {
        if signature.selector == nil, report.namespace == .rfc9990 {
            repairs.note(.missing, "auth_results/dkim/selector")
        }
    }

    mutating func noteMissingInRecord() {
        for (element, name) in FoundElements.names where !found.contains(element) {
            repairs.note(.missing, name)
        }
    }

    // MARK: The head

    mutating func setHeadValue(_ field: AggregateElement) {
        switch (field, section) {
        case (.version, _): report.version = text
        case (.organization, _): report.metadata.organization = text
        case (.email, _): report.metadata.email = text
        case (.extraContactInfo, _): report.metadata.extraContactInfo = text
        case (.reportID, _): report.metadata.reportID = text
        case (.begin, _): report.metadata.begin = time()
        case (.end, _): report.metadata.end = time()
        case (.error, _) where report.metadata.errors.count >= limits.valueLimit:
            repairs.note(.tooMany, "error")
        case (.error, _): report.metadata.errors.append(text)
        case (.generator, _): report.metadata.generator = text
        case (.domain, _): report.policy.domain = text
        case (.p, _): report.policy.policy = listed("p")
        case (.sp, _): report.policy.subdomainPolicy = unlessEmpty("sp")
        case (.np, _): report.policy.nonexistentSubdomainPolicy = unlessEmpty("np")
        case (.adkim, _): report.policy.dkimAlignment = unlessEmpty("adkim")
        case (.aspf, _): report.policy.spfAlignment = unlessEmpty("aspf")
        case (.discoveryMethod, _): report.policy.discoveryMethod = unlessEmpty("discovery_method")
        case (.fo, _): report.policy.failureOptions = text
        case (.testing, _): setTesting()
        case (.pct, _):
            report.policy.percentage = Int(reportText: value).flatMap { $0 <= 100 ? $0 : nil }
            if report.policy.percentage == nil { note(.badNumber, "pct") }
        default: repairs.note(.misplaced, field.rawValue)
        }
    }

    /// Reporters write optional elements empty where there is nothing to say.
    private mutating func unlessEmpty<Value: ReportValue>(_ name: StaticString) -> Value? {
        value.isEmpty ? nil : listed(name)
    }

    private mutating func setTesting() {
        switch text.asciiLowercased {
        case "y": report.policy.isTesting = true
        case "n": report.policy.isTesting = false
        case "": break
        default: note(.unlistedValue, "testing")
        }
    }

    /// Seconds since 1970. Beyond the year 9999 no time can be meant.
    private mutating func time() -> UnixTime? {
        guard let seconds = Int(reportText: value), seconds < 253_402_300_800 else {
            note(.badPeriod, "date_range")
            return nil
        }
        return UnixTime(seconds: Int64(seconds))
    }

    func noteMissingInHead(_ repairs: inout ReportRepairs) {
        // RFC 9990 made it optional.
        if report.version == nil, report.namespace != .rfc9990 { repairs.note(.missing, "version") }
        let metadata = report.metadata
        for (name, text) in [
            ("org_name", metadata.organization), ("email", metadata.email),
            ("report_id", metadata.reportID), ("p", report.policy.policy.name),
        ] where text.isEmpty {
            repairs.note(.missing, name)
        }
        guard let begin = metadata.begin, let end = metadata.end else {
            return repairs.note(.missing, "date_range")
        }
        if end < begin { repairs.note(.badPeriod, "\(begin.seconds) to \(end.seconds)") }
    }
}

extension AggregateRecord {
    static let empty = AggregateRecord(
        sourceIP: nil, count: 0,
        evaluation: Evaluation(disposition: .other(""), dkim: .other(""), spf: .other("")),
        identifiers: Identifiers(authorDomain: ""))
}

extension AggregateRecord.DKIMSignature {
    static let empty = Self(domain: "", selector: nil, result: .other(""))
}

extension AggregateRecord.SPFCheck {
    static let empty = Self(domain: "", scope: nil, result: .other(""))
}

extension AggregateRecord.OverrideReason {
    static let empty = Self(.other(""))
}
