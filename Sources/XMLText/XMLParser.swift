import CLibxml2

/// libxml2's push parser, fed in blocks of one size and held to our bounds.
///
/// What an input does depends in libxml2 on where it is cut. Blocks are therefore filled up before
/// they are handed over, and a byte at a time reads as the whole does.
///
/// The checks for overlapping access are left out where they would cost more than the rest of an
/// event: the properties are private, and no function changes one while it calls another that does.
class XMLParser {
    static let blockSize = 16 * 1024

    let limits: XMLLimits
    let recovers: Bool
    private(set) var repairs: [XMLError] = []
    @exclusivity(unchecked) private(set) var error: XMLError?
    private let context: xmlParserCtxtPtr
    private var encoding: XMLEncoding?
    private var block: [UInt8] = []

    @exclusivity(unchecked) private var names = XMLNameTable()
    /// The names of the elements that are open.
    @exclusivity(unchecked) private var open: [Int] = []
    /// The open elements that declare namespaces, by their depth, and how many each declares.
    @exclusivity(unchecked) private var declaring: [(depth: Int, count: Int)] = []
    @exclusivity(unchecked) private var namespaceCount = 0
    @exclusivity(unchecked) private var hasElement = false
    @exclusivity(unchecked) private var textSize = 0

    init(limits: XMLLimits, recovers: Bool) {
        self.limits = limits
        self.recovers = recovers
        _ = XMLLibrary.isReady
        var callbacks = XMLLibrary.callbacks()
        guard let context = xmlCreatePushParserCtxt(&callbacks, nil, nil, 0, nil) else {
            preconditionFailure("nil is returned only when memory is exhausted")
        }
        self.context = context
        var options = XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue
        if recovers { options |= XML_PARSE_RECOVER.rawValue }
        xmlCtxtUseOptions(context, Int32(options))
        context.pointee.userData = Unmanaged.passUnretained(self).toOpaque()
    }

    deinit { xmlFreeParserCtxt(context) }

    // MARK: For the handler

    func deliver(_ tag: borrowing XMLStartTag) {}
    func deliverEnd(_ name: XMLName) {}
    func deliver(_ text: UnsafeBufferPointer<UInt8>) {}
    func deliverInstruction(_ target: String, line: Int) {}
    var handlerIsDone: Bool { false }

    // MARK: Input

    func read(_ piece: ArraySlice<UInt8>) throws(XMLError) {
        var rest = piece
        if !block.isEmpty {
            let missing = rest.prefix(Self.blockSize - block.count)
            block += missing
            rest = rest[missing.endIndex...]
            guard block.count == Self.blockSize else { return try throwError() }
            try push(block[...])
            block.removeAll(keepingCapacity: true)
        }
        while rest.count >= Self.blockSize {
            try push(rest.prefix(Self.blockSize))
            rest = rest.dropFirst(Self.blockSize)
        }
        block += rest
        try throwError()
    }

    func finish() throws(XMLError) {
        if !block.isEmpty { try push(block[...]) }
        block = []
        try throwError()
        guard !handlerIsDone else { return }
        xmlParseChunk(context, nil, 0, 1)
        try throwError()
        guard hasElement else { throw XMLError(.empty, line: line) }
        while let name = open.popLast() { deliverEnd(XMLName(index: name)) }
    }

    private func push(_ bytes: ArraySlice<UInt8>) throws(XMLError) {
        try throwError()
        guard !handlerIsDone else { return }
        if encoding == nil {
            do {
                encoding = try XMLEncoding(ofDocument: bytes)
            } catch {
                fail(.encoding(error.name))
            }
        }
        bytes.withUnsafeBufferPointer { buffer in
            if let encoding, encoding.hasNUL(in: buffer) { return fail(.nul) }
            buffer.withMemoryRebound(to: CChar.self) {
                _ = xmlParseChunk(context, $0.baseAddress, Int32($0.count), 0)
            }
        }
        if unreadSize > limits.markupSizeLimit { fail(.limit(.markupSize)) }
        try throwError()
    }

    /// What the parser keeps, because it is not complete yet.
    private var unreadSize: Int {
        guard let input = context.pointee.input, let end = input.pointee.end,
            let position = input.pointee.cur
        else { return 0 }
        return end - position
    }

    private func throwError() throws(XMLError) {
        if let error { throw error }
    }

    private var line: Int { max(1, Int(xmlSAX2GetLineNumber(context))) }

    /// Ends the reading: the first error is the one that is told.
    private func fail(_ reason: XMLError.Reason) {
        guard error == nil else { return }
        error = XMLError(reason, line: line)
        xmlStopParser(context)
    }

    // MARK: Events

    /// libxml2 leaves out `&amp;` and its like for the rest of a document that had an error, as long
    /// as it knows of it; the error itself is in `repairs` by now.
    private func forgetErrors() {
        if recovers { context.pointee.wellFormed = 1 }
    }

    func didStart(_ tag: borrowing XMLStartTagParts) {
        forgetErrors()
        guard error == nil else { return }
        let name = names.index(of: tag.localName)
        guard names.count <= limits.nameCountLimit else { return fail(.limit(.nameCount)) }
        guard open.count < min(limits.depthLimit, 250) else { return fail(.limit(.depth)) }
        guard tag.localName.isShorter(than: limits.nameSizeLimit),
            tag.prefix?.isShorter(than: limits.nameSizeLimit) ?? true
        else { return fail(.limit(.nameSize)) }
        if tag.attributeCount > 0 {
            if let limit = exceededLimit(tag) { return fail(.limit(limit)) }
        }
        hasElement = true
        open.append(name)
        if tag.namespaceCount > 0 {
            declaring.append((open.count, tag.namespaceCount))
            namespaceCount += tag.namespaceCount
            guard namespaceCount <= limits.namespaceCountLimit else {
                return fail(.limit(.namespaceCount))
            }
        }
        textSize = 0
        deliver(
            XMLStartTag(
                name: XMLName(index: name), line: line, attributeCount: tag.attributeCount,
                localNameBytes: tag.localName, prefixBytes: tag.prefix,
                namespaceBytes: tag.namespace, attributeParts: tag.attributes))
    }

    private func exceededLimit(_ tag: borrowing XMLStartTagParts) -> XMLError.Limit? {
        guard tag.attributeCount <= limits.attributeCountLimit else { return .attributeCount }
        guard let attributes = tag.attributes else { return nil }
        for index in 0..<tag.attributeCount {
            let part = attributes + 5 * index
            guard part[0]?.isShorter(than: limits.nameSizeLimit) ?? true,
                part[1]?.isShorter(than: limits.nameSizeLimit) ?? true
            else { return .nameSize }
            guard XMLStartTag.value(part).count <= limits.attributeSizeLimit else {
                return .attributeSize
            }
        }
        return nil
    }

    func didEnd() {
        forgetErrors()
        textSize = 0
        guard error == nil else { return }
        if let last = declaring.last, last.depth == open.count {
            namespaceCount -= last.count
            declaring.removeLast()
        }
        guard let name = open.popLast() else { return }
        deliverEnd(XMLName(index: name))
    }

    func didRead(_ text: UnsafeBufferPointer<UInt8>) {
        forgetErrors()
        textSize += text.count
        guard error == nil else { return }
        guard textSize <= limits.textSizeLimit else { return fail(.limit(.textSize)) }
        // Behind the root there is none, unless the parser makes repairs.
        if !open.isEmpty { deliver(text) }
    }

    func didRead(instruction target: UnsafePointer<xmlChar>) {
        guard error == nil else { return }
        guard target.isShorter(than: limits.nameSizeLimit) else { return fail(.limit(.nameSize)) }
        deliverInstruction(String(cString: target), line: line)
    }

    func didDeclareDocumentType() { fail(.documentType) }

    func didFind(_ reason: String, line: Int) {
        guard error == nil else { return }
        guard recovers else { return fail(.notWellFormed(reason)) }
        guard repairs.count < limits.repairLimit else { return fail(.limit(.repairs)) }
        repairs.append(XMLError(.notWellFormed(reason), line: max(1, line)))
    }
}

/// What libxml2 hands over for a start tag.
struct XMLStartTagParts: ~Copyable {
    let localName: UnsafePointer<xmlChar>
    let prefix: UnsafePointer<xmlChar>?
    let namespace: UnsafePointer<xmlChar>?
    let namespaceCount: Int
    let attributeCount: Int
    let attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
}

extension UnsafePointer<xmlChar> {
    /// Whether the NUL at its end comes within `limit` bytes and one more.
    fileprivate func isShorter(than limit: Int) -> Bool {
        for index in 0...limit where self[index] == 0 { return true }
        return false
    }
}
