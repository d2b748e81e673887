/// Something that an account makes, names, changes and removes: a template, a configuration set, a
/// contact.
///
/// A resource is a value that is read and written whole. It belongs to one account and region, and
/// is found by its name; where it lies in another resource, as an event destination in its
/// configuration set, by that one's name and its own.
public protocol Resource: Codable, Sendable {
    /// The word that rows of this type are kept under; it never changes.
    static var kind: String { get }

    /// Unique among those of the same type and parent.
    var name: String { get }

    /// The name of the resource that this one lies in; empty for those that stand alone.
    var parent: String { get }
}

extension Resource {
    public var parent: String { "" }
}

/// In which order a list of resources is given out.
public enum ResourceOrder: Sendable {
    /// By the bytes of the name.
    case byName
    /// The one made last comes first.
    case newestFirst
}

/// Where a page of resources ended, for the next to go on behind it.
public struct ResourcePosition: Equatable, Sendable {
    /// The last name, or the last number in the order of making.
    public let text: String

    public init(_ text: String) { self.text = text }
}

/// Some resources of a list, in order.
public struct ResourcePage<Kind: Resource>: Sendable {
    public let resources: [Kind]
    /// Nil when there are no more.
    public let next: ResourcePosition?

    public init(resources: [Kind], next: ResourcePosition?) {
        self.resources = resources
        self.next = next
    }
}
