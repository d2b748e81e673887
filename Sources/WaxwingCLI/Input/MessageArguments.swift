import ArgumentParser
import Foundation

/// The messages that a command looks at.
struct MessageArguments: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "Messages: files, folders with all files below them, or - for standard input.",
            valueName: "file"),
        completion: .file())
    var files: [String]

    /// The files, those of a folder in the order of their paths. Hidden ones are passed over.
    func paths() throws(InputError) -> [String] {
        var paths: [String] = []
        for file in files { paths += try Self.paths(below: file) }
        return paths
    }

    private static func paths(below path: String) throws(InputError) -> [String] {
        var isFolder: ObjCBool = false
        guard path != "-", FileManager.default.fileExists(atPath: path, isDirectory: &isFolder),
            isFolder.boolValue
        else { return [path] }
        let folder = URL(filePath: path, directoryHint: .isDirectory)
        let found = FileManager.default.enumerator(
            at: folder, includingPropertiesForKeys: [.isRegularFileKey],
            options: [.skipsHiddenFiles])
        guard let found else { throw InputError("this folder cannot be read", in: path) }
        let prefix = path.hasSuffix("/") ? path : path + "/"
        let base = folder.standardizedFileURL.path(percentEncoded: false)
        var paths: [String] = []
        for case let url as URL in found {
            let values = try? url.resourceValues(forKeys: [.isRegularFileKey])
            guard values?.isRegularFile == true else { continue }
            let full = url.standardizedFileURL.path(percentEncoded: false)
            paths.append(full.hasPrefix(base) ? prefix + full.dropFirst(base.count) : full)
        }
        return paths.sorted()
    }
}
