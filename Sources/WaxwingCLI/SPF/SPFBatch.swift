import DNS
import JSONText
import MailAuth
import MailTypes

/// Many checks, from a file with one JSON object a line.
struct SPFBatch {
    /// Longest file that is read, in bytes.
    private static let sizeLimit = 256 * 1024 * 1024
    /// How many lines are checked at a time, and their results written at once.
    private static let pieceSize = 512

    let evaluator: SPFEvaluator
    let resolver: any DNS.Resolver
    let now: UnixTime

    /// Checks every line and writes a line for it.
    ///
    /// Where a line cannot be read, its result is `error` and the command ends with
    /// ``CommandStatus/usage`` after the last.
    func run(_ path: String, output: Output) async throws {
        let bytes = try BoundedFile.read(path, limit: Self.sizeLimit)
        let lines = bytes.split(separator: 0x0A).filter { line in
            !line.allSatisfy(\.isFoldingWhitespace)
        }
        let (evaluator, resolver, now) = (evaluator, resolver, now)
        var isComplete = true
        var start = 0
        while start < lines.count {
            let piece = Array(lines[start..<min(start + Self.pieceSize, lines.count)])
            var text: [UInt8] = []
            try await inOrder(piece) { line in
                await Self.check(Array(line), evaluator, resolver, now)
            } each: { (line: Line) in
                isComplete = isComplete && line.isRead
                text += line.text
            }
            try output.write(raw: text)
            start += piece.count
        }
        try (isComplete ? CommandStatus.success : .usage).end()
    }

    private struct Line: Sendable {
        let text: [UInt8]
        let isRead: Bool

        init(_ document: Document, isRead: Bool) {
            text = JSON.formatted(document, .line) + [0x0A]
            self.isRead = isRead
        }
    }

    private static func check(
        _ line: [UInt8], _ evaluator: SPFEvaluator, _ resolver: any DNS.Resolver, _ now: UnixTime
    ) async -> Line {
        switch Self.request(line) {
        case .failure(let error):
            return Line(
                .members(["result": .string("error"), "reason": .string(error.reason)]),
                isRead: false)
        case .success(let request):
            let evaluation = await evaluator.check(request, resolver: resolver, now: now)
            let report = SPFCheckReport(evaluation: evaluation, receiver: evaluator.receiver)
            return Line(report.summary, isRead: true)
        }
    }

    /// Reads a line: `{"ip": "192.0.2.1", "mail_from": "a@example.com", "helo": "example.com"}`.
    static func request(_ line: [UInt8]) -> Result<SPFRequest, InputError> {
        guard let document = try? JSON.parse(line), case .object = document else {
            return .failure(InputError("expected a JSON object"))
        }
        guard case .string(let ip)? = document["ip"], let address = IPAddress(parsing: ip)
        else { return .failure(InputError("expected an IP address as \"ip\"")) }
        let mailFrom = text(document["mail_from"])
        let helo = text(document["helo"])
        guard mailFrom != nil || helo != nil else {
            return .failure(InputError("expected \"mail_from\" or \"helo\""))
        }
        return .success(SPFRequest(mailFrom: mailFrom, helo: helo, address: address))

        func text(_ document: Document?) -> String? {
            guard case .string(let text)? = document else { return nil }
            return text
        }
    }
}
