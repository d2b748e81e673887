import CLibpsl
public import MailTypes

/// A list of the names below which anybody may register one: `com`, `co.uk`, `github.io`.
///
/// What stands one label below such a name has one owner. RFC 7489 §3.2 found the Organizational
/// Domain so, and RFC 9989 no longer does: it walks the tree of the DNS instead.
///
///     PublicSuffixList.builtin.registrableDomain(of: DomainName("www.example.co.uk"))
///     // example.co.uk
public struct PublicSuffixList: Sendable {
    private let handle: Handle

    /// The list that libpsl was built with; empty where it was built with none, and then every
    /// top-level domain is a public suffix and nothing else.
    public static let builtin = PublicSuffixList(handle: Handle(borrowed: psl_builtin()))

    /// Reads a list as publicsuffix.org gives it out.
    /// - Returns: nil when libpsl finds no rule in it.
    public init?(parsing bytes: [UInt8]) {
        guard !bytes.isEmpty else { return nil }
        var copy = bytes
        let list = copy.withUnsafeMutableBytes { buffer -> OpaquePointer? in
            guard let file = fmemopen(buffer.baseAddress, buffer.count, "r") else { return nil }
            defer { fclose(file) }
            return psl_load_fp(file)
        }
        guard let list else { return nil }
        handle = Handle(owned: list)
        guard ruleCount > 0 else { return nil }
    }

    private init(handle: Handle) { self.handle = handle }

    /// How many rules the list has, exceptions included.
    public var ruleCount: Int {
        Int(psl_suffix_count(handle.list)) + Int(psl_suffix_exception_count(handle.list))
    }

    /// The longest public suffix that `domain` is or is below.
    ///
    /// A name that no rule covers is below its top-level domain, which counts as one (the rule `*`
    /// of the list's algorithm).
    public func publicSuffix(of domain: DomainName) -> DomainName {
        var suffix = domain
        while !isPublicSuffix(suffix), let parent = suffix.parent { suffix = parent }
        return suffix
    }

    /// The name that somebody registered: one label below the public suffix; nil when `domain` is a
    /// public suffix itself. It comes in the form of `domain`, U-labels or A-labels.
    public func registrableDomain(of domain: DomainName) -> DomainName? {
        var registrable: DomainName?
        var name = domain
        while !isPublicSuffix(name), let parent = name.parent {
            registrable = name
            name = parent
        }
        return registrable
    }

    public func isPublicSuffix(_ domain: DomainName) -> Bool {
        // A single label is one by the rule `*`, whatever the library says of lists without rules.
        domain.parent == nil
            || domain.text.withCString { psl_is_public_suffix(handle.list, $0) != 0 }
    }
}

extension PublicSuffixList {
    /// Keeps what libpsl allocated as long as a list is used.
    ///
    /// Libpsl only reads a list once it is loaded, so any number of tasks may ask it at a time.
    private final class Handle: @unchecked Sendable {
        let list: OpaquePointer?
        private let owned: OpaquePointer?

        init(owned list: OpaquePointer) {
            self.list = list
            owned = list
        }

        init(borrowed list: OpaquePointer?) {
            self.list = list
            owned = nil
        }

        deinit {
            if let owned { psl_free(owned) }
        }
    }
}
