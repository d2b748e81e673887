import CLibxml2

/// The library beneath: its start, and the functions that it calls.
enum XMLLibrary {
    /// Read once before the first parser is made; a `static let` is initialised by one thread.
    static let isReady: Bool = {
        xmlInitParser()
        return true
    }()

    /// No tree is built: libxml2 keeps nothing of what it has reported.
    static func callbacks() -> xmlSAXHandler {
        var sax = xmlSAXHandler()
        sax.initialized = UInt32(XML_SAX2_MAGIC)
        sax.startElementNs = {
            context, localName, prefix, namespace, namespaceCount, _, count, _, attributes in
            guard let localName else { return }
            withParser(context) {
                $0.didStart(
                    XMLStartTagParts(
                        localName: localName, prefix: prefix, namespace: namespace,
                        namespaceCount: Int(namespaceCount), attributeCount: Int(count),
                        attributes: attributes))
            }
        }
        sax.endElementNs = { context, _, _, _ in withParser(context) { $0.didEnd() } }
        // The same function for both, else libxml2 looks at each text whether it is blank.
        sax.characters = readText
        sax.ignorableWhitespace = readText
        sax.cdataBlock = readText
        sax.processingInstruction = { context, target, _ in
            guard let target else { return }
            withParser(context) { $0.didRead(instruction: target) }
        }
        sax.internalSubset = { context, _, _, _ in
            withParser(context) { $0.didDeclareDocumentType() }
        }
        sax.externalSubset = { context, _, _, _ in
            withParser(context) { $0.didDeclareDocumentType() }
        }
        sax.entityDecl = { context, _, _, _, _, _ in
            withParser(context) { $0.didDeclareDocumentType() }
        }
        sax.getEntity = { _, _ in nil }
        sax.getParameterEntity = { _, _ in nil }
        sax.resolveEntity = { _, _, _ in nil }
        sax.serror = { context, error in
            guard let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
            let message = error.pointee.message.map { String(cString: $0) } ?? "an error"
            let line = Int(error.pointee.line)
            withParser(context) { $0.didFind(message.firstLine, line: line) }
        }
        return sax
    }

    private static let readText: charactersSAXFunc = { context, text, count in
        withParser(context) {
            $0.didRead(UnsafeBufferPointer(start: text, count: Int(count)))
        }
    }
}

/// The parser outlives every call: it is what makes them, in `read` and `finish`.
private func withParser(
    _ context: UnsafeMutableRawPointer?, _ body: (XMLParser) -> Void
) {
    guard let context else { return }
    Unmanaged<XMLParser>.fromOpaque(context)._withUnsafeGuaranteedRef(body)
}

extension String {
    fileprivate var firstLine: String {
        String(prefix { !$0.isNewline })
    }
}
