/// Why a DKIM signature does not hold, as far as the message itself can tell.
///
/// It is found by undoing what hops are known to do, until the hash is the signed one: what is
/// said here was proved by the hash, and is no guess. Nothing of it changes a verdict.
public struct DKIMDiagnosis: Equatable, Sendable {
    public enum Finding: Equatable, Sendable {
        /// The signature was not made by the key at the selector: the key was replaced, or the
        /// selector used again.
        case otherKey
        /// The key is the signer's, and the signature is over a hash of another kind than `a=`.
        case otherHash
        /// A signed field was changed.
        case field(String, DKIMFieldChange)
        /// All header fields were signed in this form, whatever `c=` says.
        case headerCanonicalization(DKIMCanonicalization)
        /// Of several fields of one name the signer took the topmost first (RFC 6376 §5.4.2).
        case fieldOrder
        /// The key is the signer's and the fields are not the signed ones; which, is not known.
        case unknownField
        /// Fields or key are not the signed ones; an Ed25519 signature does not tell which.
        case unknownFieldOrKey
        case body(DKIMBodyChange)
        /// What became of the body is not known.
        case unknownBody
    }

    /// First what concerns the header section, then the body; at least one.
    public var findings: [Finding]

    public init(findings: [Finding]) { self.findings = findings }
}

/// What was done to a signed header field. Values are shown, not kept to the byte.
public enum DKIMFieldChange: Equatable, Sendable {
    /// Text was put into it, a list's name or a mark: `[list] `.
    case textAdded(String)
    case replaced(signed: String, now: String)
    /// The author was replaced, and stands in the field named last.
    case authorReplaced(signed: String, now: String, keptIn: String)
    /// It was not there when the message was signed.
    case added(now: String)
    /// It is there no more.
    case removed(signed: String)
    /// Only white space, folds, quotes or the case of letters differ.
    case respaced
}

/// What was done to a body.
public enum DKIMBodyChange: Equatable, Sendable {
    /// Lines were put behind it; `afterLine` is how many lines were signed.
    case appended(afterLine: Int, lines: Int, text: String, isListFooter: Bool)
    /// Lines were put in front.
    case prepended(lines: Int, text: String)
    /// A part was put into the multipart body; the first is 1.
    case partAdded(Int, text: String)
    /// All that was signed is now the content of one part; the first is 1.
    case wrapped(inPart: Int)
    /// It was signed in this form, whatever `c=` says.
    case canonicalization(DKIMCanonicalization)
    case rewritten(DKIMBodyVariant)
}

/// A change to all of a body that hops are known to make.
public enum DKIMBodyVariant: String, Hashable, Sendable, CaseIterable {
    /// CRLF became LF.
    case bareLineFeeds
    /// The signer hashed lines that end in LF; they have CRLF now.
    case signedWithLineFeeds
    /// White space was put at the ends of lines.
    case trailingWhitespace
    /// Dots at the start of lines are doubled.
    case doubledDots
    /// Doubled dots at the start of lines were made single.
    case singleDots
    /// `From ` at the start of lines became `>From `.
    case quotedFrom
    /// Long lines were broken.
    case brokenLines
    /// It was put into quoted-printable or base64.
    case transferEncoding
    /// ISO-8859-1 became UTF-8.
    case latin1ToUTF8
    /// UTF-8 became ISO-8859-1.
    case utf8ToLatin1
}

extension DKIMDiagnosis {
    /// Each finding in a sentence.
    public var sentences: [String] { findings.map(\.description) }
}

extension DKIMDiagnosis.Finding: CustomStringConvertible {
    public var description: String {
        switch self {
        case .otherKey:
            "The signature was made with another key than the one published now: the key was "
                + "replaced, or the selector used again."
        case .otherHash: "The key is the signer's, but the signature is over another kind of hash."
        case .field(let name, let change): change.sentence(about: name)
        case .headerCanonicalization(let form):
            "The header fields were signed in \(form.rawValue) form, which is not what c= says."
        case .fieldOrder:
            "The signer took fields of one name from the top, where the rule is from the bottom."
        case .unknownField:
            "The key is right, so a signed header field was changed; none of the usual changes "
                + "explains it."
        case .unknownFieldOrKey:
            "A signed header field or the key was changed; none of the usual changes explains it."
        case .body(let change): change.sentence
        case .unknownBody: "The body was changed; none of the usual changes explains it."
        }
    }
}

extension DKIMFieldChange {
    func sentence(about name: String) -> String {
        switch self {
        case .textAdded(let text): "“\(text)” was put into \(name) after it was signed."
        case .replaced(let signed, let now): "\(name) was “\(signed)” when signed, now “\(now)”."
        case .authorReplaced(let signed, let now, let place):
            "\(name) was “\(signed)” when signed, now “\(now)”; \(place) still has the author."
        case .added(let now): "\(name) was added after signing: “\(now)”."
        case .removed(let signed): "\(name) was removed after signing: “\(signed)”."
        case .respaced: "\(name) was written anew, with other spaces, folds, quotes or letter case."
        }
    }
}

extension DKIMBodyChange {
    var sentence: String {
        switch self {
        case .appended(let after, let lines, let text, let isFooter):
            "\(Self.count(lines)) put behind line \(after), where the signed body ends"
                + (isFooter ? ", as mailing lists do: “\(text)”." : ": “\(text)”.")
        case .prepended(let lines, let text):
            "\(Self.count(lines)) put in front of the signed body: “\(text)”."
        case .partAdded(let number, let text):
            "Part \(number) was put into the message after it was signed: “\(text)”."
        case .wrapped(let number): "The signed body is now the content of part \(number)."
        case .canonicalization(let form):
            "The body was signed in \(form.rawValue) form, which is not what c= says."
        case .rewritten(let variant): variant.sentence
        }
    }

    private static func count(_ lines: Int) -> String {
        lines == 1 ? "One line was" : "\(lines) lines were"
    }
}

extension DKIMBodyVariant {
    var sentence: String {
        switch self {
        case .bareLineFeeds: "Line ends of the body lost their CR on the way."
        case .signedWithLineFeeds: "The signer hashed a body whose lines end in LF alone."
        case .trailingWhitespace: "White space was put at the ends of lines."
        case .doubledDots: "Dots at the start of lines were doubled and not undone."
        case .singleDots: "Doubled dots at the start of lines were made single."
        case .quotedFrom: "Lines that start with “From ” were quoted with “>”."
        case .brokenLines: "Long lines were broken on the way."
        case .transferEncoding: "The body was put into another transfer encoding on the way."
        case .latin1ToUTF8: "The body was turned from ISO-8859-1 into UTF-8."
        case .utf8ToLatin1: "The body was turned from UTF-8 into ISO-8859-1."
        }
    }
}
