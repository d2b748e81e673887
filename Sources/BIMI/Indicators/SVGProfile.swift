import MailTypes
import XMLText

/// The check of a logo against SVG Tiny Portable/Secure (SVG Tiny PS draft): SVG Tiny 1.2 without
/// scripts, links, pictures, animation and references out of the document.
public enum SVGProfile {
    /// Largest document that is checked, in bytes. Logos should stay below 32 KiB.
    public static let sizeInBytesLimit = 256 * 1024
    public static let sizeInBytesAdvised = 32 * 1024
    /// Most findings that are told; the check stops at the last.
    public static let findingCountLimit = 32

    /// What is wrong with a document, in its order; none when it keeps to the profile. Attributes are
    /// looked at for what they can do, not for whether the profile has them.
    public static func check(_ svg: [UInt8]) -> [SVGFinding] {
        guard svg.count <= sizeInBytesLimit else {
            return [
                SVGFinding(.notSVG("\(svg.count) bytes are more than are read"), line: 1)
            ]
        }
        var limits = XMLLimits()
        limits.depthLimit = 100
        limits.attributeSizeLimit = sizeInBytesLimit
        limits.markupSizeLimit = sizeInBytesLimit
        var reader = XMLReader(SVGProfileHandler(), limits: limits)
        var findings: [SVGFinding]
        do {
            try reader.read(svg[...])
            try reader.finish()
            findings = reader.handler.findings
        } catch {
            findings =
                reader.handler.findings
                + [SVGFinding(.notSVG("\(error.reason)"), line: error.line)]
        }
        if svg.count > sizeInBytesAdvised {
            findings.append(SVGFinding(.large(svg.count), line: 1))
        }
        return findings
    }

    static let namespace = "http://www.w3.org/2000/svg"

    /// The elements of the profile, the root apart.
    static let elements: Set<String> = [
        "circle", "defs", "desc", "ellipse", "font", "font-face", "font-face-src", "g", "glyph",
        "hkern", "line", "linearGradient", "metadata", "missing-glyph", "path", "polygon",
        "polyline", "radialGradient", "rect", "solidColor", "stop", "switch", "tbreak", "text",
        "textArea", "title", "tspan", "use",
    ]
}

/// Walks through the document once.
struct SVGProfileHandler: XMLHandler {
    private(set) var findings: [SVGFinding] = []
    private var depth = 0
    private var childCount = 0
    /// Depth of the `metadata` element that is open: what stands in it is shown to nobody.
    private var metadataDepth: Int?
    private var titleDepth: Int?
    private var title: [UInt8] = []
    private var hasTitle = false
    private var rootLine = 1

    var isDone: Bool { findings.count >= SVGProfile.findingCountLimit }

    mutating func start(_ tag: borrowing XMLStartTag) {
        depth += 1
        let name = tag.localName
        if depth == 1 {
            rootLine = tag.line
            checkRoot(name, tag.namespace, tag.attributes)
        } else {
            checkElement(name, prefix: tag.prefix, namespace: tag.namespace, line: tag.line)
        }
        for attribute in tag.attributes { check(attribute, line: tag.line) }
    }

    mutating func end(_ name: XMLName) {
        if metadataDepth == depth { metadataDepth = nil }
        if titleDepth == depth { endTitle() }
        depth -= 1
        if depth == 0, !hasTitle { add(.titleMissing, line: rootLine) }
    }

    mutating func characters(_ text: Span<UInt8>) {
        guard titleDepth == depth else { return }
        for index in text.indices { title.append(text[index]) }
    }

    mutating func processingInstruction(_ target: String, line: Int) {
        add(.processingInstruction(target), line: line)
    }

    private mutating func add(_ rule: SVGFinding.Rule, line: Int) {
        guard !isDone else { return }
        findings.append(SVGFinding(rule, line: line))
    }

    // MARK: Elements

    private mutating func checkRoot(
        _ name: String, _ namespace: String?, _ attributes: [XMLAttribute]
    ) {
        guard name == "svg", namespace == SVGProfile.namespace else {
            add(.notSVG("the root is “\(name)” of “\(namespace ?? "")”"), line: rootLine)
            return
        }
        func value(_ name: String) -> String? {
            attributes.first { $0.prefix == nil && $0.name == name }?.value
        }
        if value("version") != "1.2" { add(.version(value("version")), line: rootLine) }
        if value("baseProfile") != "tiny-ps" {
            add(.baseProfile(value("baseProfile")), line: rootLine)
        }
        for name in ["x", "y"] where value(name) != nil {
            add(.rootAttribute(name), line: rootLine)
        }
        checkViewBox(value("viewBox"))
    }

    /// Four numbers, the last two of which are width and height.
    private mutating func checkViewBox(_ value: String?) {
        let parts = (value ?? "").split { $0.isWhitespace || $0 == "," }.prefix(5)
        let numbers = parts.compactMap { Double($0) }
        guard parts.count == 4, numbers.count == 4 else {
            return add(.viewBoxMissing, line: rootLine)
        }
        if numbers[2] != numbers[3] { add(.notSquare, line: rootLine) }
    }

    private mutating func checkElement(
        _ name: String, prefix: String?, namespace: String?, line: Int
    ) {
        if depth == 2 { childCount += 1 }
        let isSVG = namespace == SVGProfile.namespace
        if metadataDepth != nil {
            // Data of any kind, but nothing that a program may take for a part of the picture.
            if isSVG || namespace == "http://www.w3.org/1999/xhtml" {
                add(.element(name), line: line)
            }
            return
        }
        guard isSVG, SVGProfile.elements.contains(name) else {
            return add(.element(prefix.map { "\($0):\(name)" } ?? name), line: line)
        }
        if name == "metadata" { metadataDepth = depth }
        if name == "title", depth == 2 {
            titleDepth = depth
            if childCount > 1, !hasTitle { add(.titleNotFirst, line: line) }
        }
    }

    private mutating func endTitle() {
        titleDepth = nil
        let text = title[...].trimmingFoldingWhitespace
        title = []
        guard !text.isEmpty else { return }
        if !hasTitle, String(decoding: text, as: UTF8.self).count > 64 {
            add(.longTitle, line: rootLine)
        }
        hasTitle = true
    }

    // MARK: Attributes

    private mutating func check(_ attribute: XMLAttribute, line: Int) {
        let name = attribute.qualifiedName
        let lowerName = attribute.name.asciiLowercased
        if lowerName.hasPrefix("on") || attribute.namespace == "http://www.w3.org/2001/xml-events" {
            return add(.eventAttribute(name), line: line)
        }
        let value = attribute.value
        let refersOutside =
            switch lowerName {
            case "href": !Self.isInternal(Array(value.utf8)[...])
            case "base" where attribute.prefix == "xml": true
            default: !Self.hasInternalReferencesOnly(value)
            }
        if refersOutside {
            add(.reference(attribute: name, value: String(value.prefix(80))), line: line)
        }
    }

    /// Whether every `url(…)` in a value is one of `url(#…)`.
    private static func hasInternalReferencesOnly(_ value: String) -> Bool {
        var cursor = ByteCursor(value)
        while !cursor.isAtEnd {
            guard cursor.take(ignoringCase: "url(") else {
                // An escape could spell the same in other letters.
                if cursor.next() == UInt8(ascii: "\\") { return false }
                continue
            }
            let target = cursor.remaining.drop {
                $0.isFoldingWhitespace || $0 == UInt8(ascii: "'") || $0 == UInt8(ascii: "\"")
            }
            guard isInternal(target) else { return false }
        }
        return true
    }

    private static func isInternal(_ reference: ArraySlice<UInt8>) -> Bool {
        reference.drop(while: \.isFoldingWhitespace).first == UInt8(ascii: "#")
    }
}
