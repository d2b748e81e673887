import JSONText
import SESModel

/// Finds the operation of API v2 for a method and path.
struct RouteTable: Sendable {
    struct Match: Equatable {
        let operation: OperationDescriptor
        /// Labels with their escapes undone, by the name of their member.
        let labels: [Document.Field]
    }

    fileprivate enum Segment: Equatable {
        case literal([UInt8])
        case label(member: String)
    }

    private struct Route {
        let operation: OperationDescriptor
        let segments: [Segment]

        /// Literals order before labels, so that `/import-jobs/list` is not the job `list`.
        var rank: String { segments.map { $0.isLiteral ? "0" : "1" }.joined() }
    }

    private struct Key: Hashable {
        let method: String
        let count: Int
    }

    private var routes: [Key: [Route]] = [:]

    init(_ operations: [OperationDescriptor]) {
        for operation in operations {
            let segments = Self.segments(of: operation.path).map { segment -> Segment in
                guard segment.first == UInt8(ascii: "{") else { return .literal(Array(segment)) }
                let name = String(decoding: segment.dropFirst().dropLast(), as: UTF8.self)
                return .label(member: operation.labels[name] ?? name)
            }
            let key = Key(method: operation.method, count: segments.count)
            routes[key, default: []].append(Route(operation: operation, segments: segments))
        }
        for key in routes.keys { routes[key]?.sort { $0.rank < $1.rank } }
    }

    /// The operation for a path as it stood on the wire; a slash at its end makes no difference.
    func match(method: String, path: String) -> Match? {
        let segments = Self.segments(of: path)
        for route in routes[Key(method: method, count: segments.count)] ?? [] {
            if let labels = Self.labels(of: route, in: segments) {
                return Match(operation: route.operation, labels: labels)
            }
        }
        return nil
    }

    private static func segments(of path: String) -> [ArraySlice<UInt8>] {
        var bytes = Array(path.utf8)[...]
        if bytes.first == UInt8(ascii: "/") { bytes.removeFirst() }
        if bytes.last == UInt8(ascii: "/") { bytes.removeLast() }
        return bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    }

    private static func labels(
        of route: Route, in segments: [ArraySlice<UInt8>]
    ) -> [Document.Field]? {
        var labels: [Document.Field] = []
        for (wanted, segment) in zip(route.segments, segments) {
            switch wanted {
            case .literal(let text):
                guard segment.elementsEqual(text) else { return nil }
            case .label(let member):
                // The signature is over the path without dot segments: one that has any is another
                // path to whoever signed it.
                guard !segment.isEmpty, !segment.isDots,
                    let text = PercentEncoding.decodedText(segment, plusIsSpace: false)
                else { return nil }
                labels.append(Document.Field(member, .string(text)))
            }
        }
        return labels
    }
}

extension ArraySlice<UInt8> {
    fileprivate var isDots: Bool { elementsEqual(".".utf8) || elementsEqual("..".utf8) }
}

extension RouteTable.Segment {
    fileprivate var isLiteral: Bool {
        if case .literal = self { return true }
        return false
    }
}
