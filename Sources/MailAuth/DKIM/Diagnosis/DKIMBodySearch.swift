import MailMessage
import MailTypes

/// Looks for a body that hashes to what was signed, by undoing what hops do.
///
/// Every attempt takes one pass over the body, and the number of passes is fixed; `hashLimit` and
/// `sizeLimit` bound what a large body costs.
struct DKIMBodySearch {
    /// Largest body that is searched at all, in bytes.
    static let sizeLimit = 16 * 1024 * 1024
    /// Largest body that is changed in every known way.
    static let variantSizeLimit = 1024 * 1024
    /// Most hashes that are compared, one for each line of each attempt.
    static let hashLimit = 200_000
    /// Most lines that are taken off the top, and most parts that are looked at.
    static let prependedLimit = 32
    static let partLimit = 20

    let signature: DKIMSignature
    let body: ArraySlice<UInt8>
    let fields: HeaderFieldTable
    private var hashesLeft = Self.hashLimit

    init(signature: DKIMSignature, body: ArraySlice<UInt8>, fields: HeaderFieldTable) {
        self.signature = signature
        self.body = body
        self.fields = fields
    }

    private var claimed: DKIMCanonicalization { signature.bodyCanonicalization }
    private var other: DKIMCanonicalization { claimed == .simple ? .relaxed : .simple }

    mutating func find() -> DKIMBodyChange? {
        guard body.count <= Self.sizeLimit else { return nil }
        if hash(body, other) == signature.bodyHash { return .canonicalization(other) }
        guard signature.bodyLength == nil else { return nil }
        if let change = appended(to: body, claimed) ?? appended(to: body, other) { return change }
        guard body.count <= Self.variantSizeLimit else { return nil }
        return rewritten() ?? prepended() ?? part()
    }

    private func hash(_ body: ArraySlice<UInt8>, _ form: DKIMCanonicalization) -> [UInt8] {
        let hasher = DKIMBodyHasher(
            canonicalization: form, lengthLimit: signature.bodyLength,
            digest: signature.algorithm.digest)
        hasher.update(body)
        return hasher.finishDigest()
    }

    /// Whether the first lines are the signed body: text was put behind them.
    private mutating func appended(
        to body: ArraySlice<UInt8>, _ form: DKIMCanonicalization
    ) -> DKIMBodyChange? {
        guard let end = signedEnd(of: body, form) else { return nil }
        let rest = body[end.offset...]
        let text = rest.trimmingFoldingWhitespace
        return .appended(
            afterLine: end.line, lines: max(1, Self.lines(in: text)),
            text: String(excerpting: text),
            isListFooter: Self.isListFooter(text))
    }

    /// The end of the shortest run of lines from the top whose hash is the signed one.
    ///
    /// One pass: the digest is finished on a copy behind each line that is not empty.
    private mutating func signedEnd(
        of body: ArraySlice<UInt8>, _ form: DKIMCanonicalization
    ) -> (offset: Int, line: Int)? {
        let context = DigestContext(signature.algorithm.digest)
        let empty = form == .simple ? DKIMCanonicalization.lineEnd : []
        if DigestContext.hash(empty, signature.algorithm.digest) == signature.bodyHash {
            return (body.startIndex, 0)
        }
        var emptyLines = 0
        var line: [UInt8] = []
        var number = 0
        var start = body.startIndex
        while start < body.endIndex, hashesLeft > 0 {
            let end = Self.endOfLine(in: body, from: start)
            number += 1
            line.removeAll(keepingCapacity: true)
            form.append(line: body[start..<end], to: &line)
            start = min(end + 2, body.endIndex)
            guard !line.isEmpty else {
                emptyLines += 1
                continue
            }
            for _ in 0..<emptyLines { context.update(DKIMCanonicalization.lineEnd) }
            emptyLines = 0
            line += DKIMCanonicalization.lineEnd
            context.update(line)
            hashesLeft -= 1
            if context.digestSoFar() == signature.bodyHash { return (start, number) }
        }
        return nil
    }

    /// Where the line ends that starts at `start`, before its CRLF.
    static func endOfLine(in body: ArraySlice<UInt8>, from start: Int) -> Int {
        var index = start
        while index < body.endIndex {
            if body[index] == 0x0D, index + 1 < body.endIndex, body[index + 1] == 0x0A {
                return index
            }
            index += 1
        }
        return body.endIndex
    }

    static func lines(in text: ArraySlice<UInt8>) -> Int {
        text.reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
    }

    private static func isListFooter(_ text: ArraySlice<UInt8>) -> Bool {
        let head = text.prefix(4096)
        if head.starts(with: "-- ".utf8) || head.starts(with: "--\r".utf8)
            || head.starts(with: "____".utf8) || head.starts(with: "----".utf8)
        {
            return true
        }
        let lower = String(decoding: head, as: UTF8.self).asciiLowercased
        return ["unsubscribe", "mailing list", "you received this message because"]
            .contains { lower.contains($0) }
    }

    private mutating func rewritten() -> DKIMBodyChange? {
        for variant in DKIMBodyVariant.allCases {
            guard let undone = variant.undo(body, fields: fields), undone != Array(body) else {
                continue
            }
            if variant == .signedWithLineFeeds {
                if DigestContext.hash(undone, signature.algorithm.digest) == signature.bodyHash {
                    return .rewritten(variant)
                }
            } else if signedEnd(of: undone[...], claimed) != nil
                || signedEnd(of: undone[...], other) != nil
            {
                return .rewritten(variant)
            }
        }
        return nil
    }

    private func prepended() -> DKIMBodyChange? {
        var start = body.startIndex
        for count in 1...Self.prependedLimit {
            let end = Self.endOfLine(in: body, from: start)
            guard end < body.endIndex else { return nil }
            start = min(end + 2, body.endIndex)
            if hash(body[start...], claimed) == signature.bodyHash {
                return .prepended(lines: count, text: String(excerpting: body[..<start]))
            }
        }
        return nil
    }

    /// Whether a part of a multipart body was put in, or is the signed body itself.
    private mutating func part() -> DKIMBodyChange? {
        guard let field = fields.fields(named: "Content-Type").first,
            let boundary = (try? ContentType(parsing: field.value))?.parameters["boundary"]
        else { return nil }
        let delimiter = Array("--\(boundary)".utf8)
        var starts: [Int] = []
        var line = body.startIndex
        while line < body.endIndex, starts.count <= Self.partLimit {
            if body[line...].starts(with: delimiter) { starts.append(line) }
            line = Self.endOfLine(in: body, from: line) + 2
        }
        for (index, (start, end)) in zip(starts, starts.dropFirst()).enumerated() {
            let without = Array(body[..<start] + body[end...])
            let content = content(of: body[start..<end])
            if hash(without[...], claimed) == signature.bodyHash {
                return .partAdded(index + 1, text: String(excerpting: content))
            }
            if hash(content, claimed) == signature.bodyHash { return .wrapped(inPart: index + 1) }
        }
        return nil
    }

    /// What stands behind a part's header section, up to the line end that is the delimiter's.
    private func content(of part: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let headerStart = min(Self.endOfLine(in: part, from: part.startIndex) + 2, part.endIndex)
        let content = part[HeaderFieldScanner.scan(part[headerStart...]).bodyStart...]
        return content.suffix(2).elementsEqual(DKIMCanonicalization.lineEnd)
            ? content.dropLast(2) : content
    }
}

extension DKIMCanonicalization {
    /// Writes one line of a body, without its line end, in this form.
    func append(line: ArraySlice<UInt8>, to output: inout [UInt8]) {
        guard self == .relaxed else {
            output += line
            return
        }
        var isSpacePending = false
        for byte in line {
            if byte.isSpaceOrTab {
                isSpacePending = true
                continue
            }
            if isSpacePending { output.append(0x20) }
            isSpacePending = false
            output.append(byte)
        }
    }
}
