/// What a logo does that SVG Tiny Portable/Secure does not allow, or advises against.
public struct SVGFinding: Equatable, Sendable {
    public enum Rule: Equatable, Sendable {
        // Breaches.

        /// The document is no SVG: another root, or no XML.
        case notSVG(String)
        /// `version` is not 1.2.
        case version(String?)
        /// `baseProfile` is not `tiny-ps`.
        case baseProfile(String?)
        /// The root has `x` or `y`.
        case rootAttribute(String)
        /// There is no title, or an empty one.
        case titleMissing
        /// The title is not the first element.
        case titleNotFirst
        /// An element that the profile does not have.
        case element(String)
        /// An attribute that starts a script or an animation.
        case eventAttribute(String)
        /// A reference out of the document: `xlink:href`, `url(…)`, `xml:base`.
        case reference(attribute: String, value: String)
        /// An instruction that may load a style sheet.
        case processingInstruction(String)

        // Advice.

        /// There is no `viewBox`, or it is not four numbers.
        case viewBoxMissing
        /// The logo is not as high as it is wide.
        case notSquare
        /// The title is longer than 64 characters.
        case longTitle
        /// The document is larger than 32 KiB, in bytes.
        case large(Int)
    }

    public var rule: Rule
    /// Counted from 1; the line on which the tag ends.
    public var line: Int

    public init(_ rule: Rule, line: Int) {
        self.rule = rule
        self.line = line
    }

    /// False for what the profile advises against only.
    public var isBreach: Bool {
        switch rule {
        case .viewBoxMissing, .notSquare, .longTitle, .large: false
        default: true
        }
    }
}

extension SVGFinding: CustomStringConvertible {
    public var description: String { "line \(line): \(rule)" }
}

extension SVGFinding.Rule: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notSVG(let reason): "no SVG document: \(reason)"
        case .version(let value): "version is \(Self.quoted(value)), not “1.2”"
        case .baseProfile(let value): "baseProfile is \(Self.quoted(value)), not “tiny-ps”"
        case .rootAttribute(let name): "the root must not have \(name)"
        case .titleMissing: "the title is missing or empty"
        case .titleNotFirst: "the title must be the first element"
        case .element(let name): "the element “\(name)” is not allowed"
        case .eventAttribute(let name): "the attribute \(name) is not allowed"
        case .reference(let name, let value): "\(name) refers to “\(value)”, outside the document"
        case .processingInstruction(let name): "the instruction “\(name)” is not allowed"
        case .viewBoxMissing: "viewBox should be there"
        case .notSquare: "the logo should be square"
        case .longTitle: "the title should have no more than 64 characters"
        case .large(let size): "\(size) bytes; it should have no more than 32 KiB"
        }
    }

    private static func quoted(_ value: String?) -> String { value.map { "“\($0)”" } ?? "missing" }
}
