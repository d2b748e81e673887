import Foundation
import JSONText

/// A folder of published test data.
struct DataFolder: Sendable {
    let url: URL

    /// Its name.
    var name: String { url.lastPathComponent }

    /// The bytes of a file within, or nil when it is not there.
    func bytes(_ path: String) -> [UInt8]? {
        (try? Data(contentsOf: url.appending(path: path))).map(Array.init)
    }

    /// The paths of all files within at any depth whose names end in `suffix`, sorted.
    func files(_ suffix: String = "") -> [String] {
        let found = FileManager.default.enumerator(
            at: url, includingPropertiesForKeys: [.isRegularFileKey])
        var paths: [String] = []
        for case let file as URL in found ?? .init() {
            guard file.lastPathComponent.hasSuffix(suffix),
                (try? file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile) == true
            else { continue }
            paths.append(path(of: file))
        }
        return paths.sorted()
    }

    /// The folder that the file at `path` stands in, and the rest of the path.
    func folder(of path: String) -> DataFolder {
        DataFolder(url: url.appending(path: path).deletingLastPathComponent())
    }

    /// The JSON text at `path`; nil when there is none, or it is no JSON.
    func json(_ path: String) -> Document? {
        bytes(path).flatMap { try? JSON.parse($0) }
    }

    /// All JSON files within, with their paths.
    func jsonFiles() -> [(path: String, document: Document)] {
        files(".json").compactMap { path in json(path).map { (path, $0) } }
    }

    /// All YAML files within, with their paths and the documents in each.
    func yamlFiles() throws -> [(path: String, documents: [Document])] {
        try (files(".yml") + files(".yaml")).sorted().map { path in
            (path, try Document.readingYAML(bytes(path) ?? []))
        }
    }

    private func path(of file: URL) -> String {
        let root = url.standardizedFileURL.resolvingSymlinksInPath().path
        let path = file.standardizedFileURL.resolvingSymlinksInPath().path
        return path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : path
    }
}
