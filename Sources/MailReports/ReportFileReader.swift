import Archives
import MailMessage
import MailTypes

/// Finds the reports in files, archives and mails.
struct ReportFileReader {
    /// The output that is left is shared by all archives in one mail or archive.
    private var limits: ReportLimits
    private let handle: AggregateReportReader.RecordHandler
    private var file = ReportFile()
    /// The domain that the mail around says the report is about.
    private var claimedDomain: String?

    init(limits: ReportLimits, handle: @escaping AggregateReportReader.RecordHandler) {
        self.limits = limits
        self.handle = handle
    }

    func finished() -> ReportFile {
        var file = file
        if file.reports.isEmpty, file.failures.isEmpty { file.failures = [.unrecognized] }
        return file
    }

    // MARK: Archives

    /// Reads all members of a zip archive, or the one that any other file is.
    mutating func read(_ archive: ArchiveReader, name: String?) {
        do throws(ArchiveError) {
            while let member = try archive.nextMember() {
                try readMember(archive, name: member.name ?? name)
                // The rest of a report that is refused need not be unpacked.
                if archive.container != .zip { return }
            }
        } catch {
            file.failures.append(.archive(error))
        }
    }

    private mutating func readMember(
        _ archive: ArchiveReader, name: String?
    ) throws(ArchiveError) {
        let start = try Self.start(of: archive)
        switch ReportForm(start: start) {
        case .xml: try readAggregate(start, archive, name: name)
        case .json:
            guard let bytes = try rest(start, archive, limit: TLSReport.sizeLimit) else {
                return file.failures.append(.tls(.tooLarge))
            }
            readTLS(bytes)
        case .archive: readNested(start, archive, name: name)
        case .message:
            guard let bytes = try rest(start, archive, limit: limits.messageSizeLimit) else {
                return file.failures.append(.tooLarge)
            }
            guard let message = try? Message(parsing: bytes) else { return }
            if archive.container == .plain { file.message = message }
            read(message)
        case .unknown: break
        }
    }

    /// The first pieces of a member: enough to tell what it is.
    private static func start(of archive: ArchiveReader) throws(ArchiveError) -> ArraySlice<UInt8> {
        var start: ArraySlice<UInt8> = []
        while start.count < ReportForm.prefixLength, let piece = try archive.nextPiece() {
            start = start.isEmpty ? piece : start + piece
        }
        return start
    }

    private func rest(
        _ start: ArraySlice<UInt8>, _ archive: ArchiveReader, limit: Int
    ) throws(ArchiveError) -> [UInt8]? {
        var bytes = Array(start)
        while bytes.count <= limit, let piece = try archive.nextPiece() { bytes += piece }
        return bytes.count <= limit ? bytes : nil
    }

    /// An archive within an archive: as many layers are left for it as the one around has not.
    private mutating func readNested(
        _ start: ArraySlice<UInt8>, _ archive: ArchiveReader, name: String?
    ) {
        var limits = limits
        limits.expansion.layerLimit -= archive.layerCount
        guard limits.expansion.layerLimit > 0 else {
            return file.failures.append(.archive(.exceeds(.layers)))
        }
        var pending = start
        let nested = ArchiveReader(limits: limits.expansion) {
            defer { pending = [] }
            return try pending.isEmpty ? archive.nextPiece() ?? [] : pending
        }
        add(attempt(nested, name: name, limits: limits), withFailures: true)
        spend(nested.outputCount)
    }

    private mutating func spend(_ size: Int) {
        limits.expansion.outputLimit = max(0, limits.expansion.outputLimit - size)
    }

    /// What another reader finds in an archive.
    private func attempt(
        _ archive: ArchiveReader, name: String?, limits: ReportLimits
    ) -> ReportFile {
        var reader = ReportFileReader(limits: limits, handle: handle)
        reader.claimedDomain = claimedDomain
        reader.read(archive, name: name)
        return reader.file
    }

    private mutating func add(_ other: ReportFile, withFailures: Bool) {
        file.reports += other.reports
        if withFailures { file.failures += other.failures }
    }

    // MARK: Reports

    private mutating func readAggregate(
        _ start: ArraySlice<UInt8>, _ archive: ArchiveReader, name: String?
    ) throws(ArchiveError) {
        var reader = AggregateReportReader(limits: limits.aggregate, handlingRecords: handle)
        do throws(AggregateReportError) {
            try reader.read(start)
        } catch {
            return file.failures.append(.aggregate(error))
        }
        while let piece = try archive.nextPiece() {
            do throws(AggregateReportError) {
                try reader.read(piece)
            } catch {
                return file.failures.append(.aggregate(error))
            }
        }
        do throws(AggregateReportError) {
            let reading = try reader.finish()
            file.reports.append(.aggregate(compared(reading, name: name)))
        } catch {
            file.failures.append(.aggregate(error))
        }
    }

    /// Notes where the file's name or the mail around names another domain than the report.
    private func compared(_ reading: AggregateReading, name: String?) -> AggregateReading {
        var reading = reading
        let domain = reading.report.policy.domain
        let base = name?.utf8.split { $0 == UInt8(ascii: "/") }.last.flatMap(String.init)
        let claims = [base.flatMap { ReportFileName(parsing: $0)?.policyDomain }, claimedDomain]
        let differing = claims.compactMap(\.self).first { !$0.equalsIgnoringCase(domain) }
        if let differing {
            reading.repairs.append(
                ReportRepair(.contradiction, example: "\(differing.prefix(100)), not \(domain)"))
        }
        return reading
    }

    private mutating func readTLS(_ bytes: [UInt8]) {
        do {
            file.reports.append(.tls(try TLSReport.read(bytes)))
        } catch {
            file.failures.append(.tls(error))
        }
    }

    // MARK: Mail

    /// Reads what the parts of a mail hold; of a mail that only carries another one, its parts.
    mutating func read(_ message: Message) {
        if file.message == nil { file.message = message }
        claimedDomain = Self.claimedDomain(message.subject)
        if let feedback = FeedbackReport(parsing: message) {
            let isFailure = feedback.type == .authenticationFailure
            file.reports.append(isFailure ? .failure(feedback) : .feedback(feedback))
        } else if let notification = DeliveryStatusNotification(parsing: message) {
            file.reports.append(.deliveryStatus(notification))
        }
        // What such reports return is somebody's mail, and no report of theirs.
        guard file.reports.isEmpty else { return }
        readParts(message.parts.root)
    }

    private mutating func readParts(_ root: Part) {
        for part in root.allParts {
            switch part.content {
            case .multipart: continue
            case .message(let inner):
                // A report that was forwarded as an attachment.
                if file.reports.isEmpty { readParts(inner) }
            case .leaf: readLeaf(part)
            }
        }
    }

    private mutating func readLeaf(_ part: Part) {
        let bytes = part.decodedBytes
        let form = ReportForm(start: bytes.prefix(ReportForm.prefixLength))
        switch form {
        case .archive, .json: break
        case .xml:
            // Mails have HTML, which begins like XML.
            guard part.contentType.subtype != "html" || form.mentionsReport(bytes) else { return }
        case .message, .unknown: return
        }
        let isOfReport = form == .archive || part.filename != nil || !part.contentType.isText
        let archive = ArchiveReader(bytes, limits: limits.expansion)
        let found = attempt(archive, name: part.filename, limits: limits)
        spend(archive.outputCount)
        // A text that begins with a brace is no broken report.
        add(found, withFailures: isOfReport)
    }

    /// `example.com` in `Report Domain: example.com Submitter: …`; nil where the subject is another.
    private static func claimedDomain(_ subject: String?) -> String? {
        guard let subject else { return nil }
        let words = subject.utf8.split { $0 == 0x20 || $0 == 0x09 }.prefix(3)
            .compactMap { String($0) }
        guard words.count == 3, words[0].equalsIgnoringCase("Report"),
            words[1].equalsIgnoringCase("Domain:")
        else { return nil }
        // Some reporters put a semicolon behind it.
        return words[2].hasSuffix(";") ? String(words[2].dropLast()) : words[2]
    }
}

/// What bytes may be, by how they begin.
enum ReportForm: Equatable {
    case xml
    case json
    case archive
    case message
    case unknown

    /// As many bytes as are looked at.
    static let prefixLength = 4096

    init(start: ArraySlice<UInt8>) {
        guard Container(prefix: start) == .plain else {
            self = .archive
            return
        }
        var text = start.starts(with: [0xEF, 0xBB, 0xBF]) ? start.dropFirst(3) : start
        text = text.drop(while: \.isFoldingWhitespace)
        switch text.first {
        case UInt8(ascii: "<"): self = .xml
        case UInt8(ascii: "{"): self = .json
        case 0xFE, 0xFF: self = .xml  // the mark of UTF-16
        default: self = Self.isMessage(text) ? .message : .unknown
        }
    }

    /// A field name and a colon, or the line that mbox files begin with.
    private static func isMessage(_ text: ArraySlice<UInt8>) -> Bool {
        if text.starts(with: "From ".utf8) { return true }
        let name = text.prefix { $0.isVisible && $0 != UInt8(ascii: ":") }
        let rest = text.dropFirst(name.count).drop(while: \.isSpaceOrTab)
        return !name.isEmpty && name.count <= 100 && rest.first == UInt8(ascii: ":")
    }

    /// Whether the root element of a report comes early.
    func mentionsReport(_ bytes: [UInt8]) -> Bool {
        let wanted = Array("<feedback".utf8)
        let start = bytes.prefix(Self.prefixLength)
        return start.indices.contains { start[$0...].starts(with: wanted) }
    }
}
