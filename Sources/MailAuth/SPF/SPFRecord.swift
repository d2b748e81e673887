/// A published policy: `v=spf1 mx include:_spf.example.net -all` (RFC 7208 §3).
public struct SPFRecord: Sendable {
    /// What was read, shared by all who hold the record: caches, and every check that met it.
    private final class Contents: Sendable {
        let source: ArraySlice<UInt8>
        let directives: [SPFDirective]
        let redirect: SPFDomainSpec?
        let explanation: SPFDomainSpec?
        let otherModifiers: [SPFModifier]

        init(
            source: ArraySlice<UInt8>, directives: [SPFDirective], redirect: SPFDomainSpec?,
            explanation: SPFDomainSpec?, otherModifiers: [SPFModifier]
        ) {
            self.source = source
            self.directives = directives
            self.redirect = redirect
            self.explanation = explanation
            self.otherModifiers = otherModifiers
        }
    }

    private let contents: Contents

    init(
        source: ArraySlice<UInt8>, directives: [SPFDirective], redirect: SPFDomainSpec?,
        explanation: SPFDomainSpec?, otherModifiers: [SPFModifier]
    ) {
        contents = Contents(
            source: source, directives: directives, redirect: redirect, explanation: explanation,
            otherModifiers: otherModifiers)
    }

    /// As it was published.
    var source: ArraySlice<UInt8> { contents.source }
    /// The mechanisms, in the order in which they are tried.
    public var directives: [SPFDirective] { contents.directives }
    /// The domain whose record decides when nothing matches (`redirect=`, §6.1).
    public var redirect: SPFDomainSpec? { contents.redirect }
    /// Where the text that explains a fail is found (`exp=`, §6.2).
    public var explanation: SPFDomainSpec? { contents.explanation }
    /// Modifiers that are not known, which are ignored (§6).
    public var otherModifiers: [SPFModifier] { contents.otherModifiers }

    /// As it was published.
    public var text: String { String(decoding: source, as: UTF8.self) }

    /// The mechanisms up to the first `all`; those behind it are never tried (§5.1).
    public var effectiveDirectives: ArraySlice<SPFDirective> {
        directives.firstIndex { $0.mechanism == .all }.map { directives[...$0] } ?? directives[...]
    }

    /// `redirect=`, unless an `all` anywhere in the record makes it void (§5.1).
    public var effectiveRedirect: SPFDomainSpec? {
        directives.contains { $0.mechanism == .all } ? nil : redirect
    }

    /// What the record says about clients that nothing else matches; nil when another record, or
    /// nothing, decides that.
    public var finalQualifier: SPFQualifier? {
        directives.first { $0.mechanism == .all }?.qualifier
    }

    /// How many of its own terms count towards the ten that may query the DNS (§4.6.4), when none
    /// of them matches.
    public var queryingTermCount: Int {
        effectiveDirectives.count(where: \.mechanism.queriesDNS)
            + (effectiveRedirect == nil ? 0 : 1)
    }
}

/// A mechanism and what it means that it matches: `-all`.
public struct SPFDirective: Equatable, Sendable {
    public let qualifier: SPFQualifier
    public let mechanism: SPFMechanism
    let source: ArraySlice<UInt8>

    /// As it was written, the qualifier included.
    public var text: String { String(decoding: source, as: UTF8.self) }

    /// As it was written, without the qualifier.
    public var mechanismText: String {
        let hasQualifier = source.first.flatMap(SPFQualifier.init(rawValue:)) != nil
        return String(decoding: hasQualifier ? source.dropFirst() : source, as: UTF8.self)
    }
}

/// A test that a client passes or not (RFC 7208 §5).
public enum SPFMechanism: Equatable, Sendable {
    case all
    case include(SPFDomainSpec)
    /// Without a domain it is about the one whose record it stands in.
    case a(SPFDomainSpec?, SPFPrefixLengths)
    case mx(SPFDomainSpec?, SPFPrefixLengths)
    case ptr(SPFDomainSpec?)
    case ip4(SPFNetwork)
    case ip6(SPFNetwork)
    case exists(SPFDomainSpec)

    /// Whether it counts towards the ten terms that may query the DNS (§4.6.4).
    public var queriesDNS: Bool {
        switch self {
        case .include, .a, .mx, .ptr, .exists: true
        case .all, .ip4, .ip6: false
        }
    }

    public var domainSpec: SPFDomainSpec? {
        switch self {
        case .include(let spec), .exists(let spec): spec
        case .a(let spec, _), .mx(let spec, _), .ptr(let spec): spec
        case .all, .ip4, .ip6: nil
        }
    }
}

/// A modifier that the standard does not define.
public struct SPFModifier: Equatable, Sendable {
    public let name: String
    public let value: SPFMacroString
}

extension SPFRecord: Equatable {
    /// Everything else follows from the text.
    public static func == (first: SPFRecord, second: SPFRecord) -> Bool {
        first.source == second.source
    }
}

extension SPFRecord: CustomStringConvertible {
    public var description: String { text }
}
