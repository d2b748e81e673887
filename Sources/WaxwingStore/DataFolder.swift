import Foundation
import WaxwingCore

/// The folder that one process keeps its data in, and holds locked while this value lives.
///
/// The lock is the kernel's (`flock`): it ends with the process, however that ends. The file `lock`
/// only tells who has it.
public final class DataFolder: Sendable {
    static let databaseName = "waxwing.sqlite"
    private static let lockName = "lock"

    public let path: String
    private let lock: CInt

    /// Opens the folder and takes its lock; makes it, readable by its owner alone, where there is
    /// none.
    /// - Throws: ``StoreError/inUse(_:)`` when another process has it,
    ///   ``StoreError/unavailable(_:)`` when it cannot be made or written to.
    public init(path: String) throws {
        self.path = path
        try Self.makeFolder(path)
        lock = try Self.takeLock(of: path)
    }

    /// Makes a folder of its own among the system's temporary files.
    public static func temporary() throws -> DataFolder {
        let parent = FileManager.default.temporaryDirectory.path
        return try DataFolder(path: "\(parent)/waxwing-\(UUID().uuidString.lowercased())")
    }

    deinit { close(lock) }

    /// Deletes the folder and everything in it; close what is open there first.
    public func remove() throws {
        do {
            try FileManager.default.removeItem(atPath: path)
        } catch {
            throw StoreError.unavailable("cannot remove \(path): \(error.localizedDescription)")
        }
    }

    /// Where a file of the folder is.
    public func path(of file: String) -> String { "\(path)/\(file)" }

    /// Makes an empty file that only its owner reads, unless it is there.
    func makePrivateFile(named name: String) throws {
        let file = open(path(of: name), O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw Self.failure("cannot write", path(of: name)) }
        close(file)
    }

    private static func makeFolder(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
        } catch {
            throw StoreError.unavailable(
                "cannot make the data folder \(path): \(error.localizedDescription)")
        }
    }

    private static func takeLock(of path: String) throws -> CInt {
        let name = "\(path)/\(lockName)"
        let file = open(name, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw failure("cannot write", name) }
        guard flock(file, LOCK_EX | LOCK_NB) == 0 else {
            let isTaken = errno == EWOULDBLOCK
            let error = failure("cannot lock", name)
            let holder = holder(in: file)
            close(file)
            throw isTaken
                ? StoreError.inUse("the data folder \(path) is in use by \(holder)") : error
        }
        let text = Array("\(getpid())\n".utf8)
        guard ftruncate(file, 0) == 0, pwrite(file, text, text.count, 0) == text.count else {
            let error = failure("cannot write", name)
            close(file)
            throw error
        }
        return file
    }

    private static func holder(in file: CInt) -> String {
        var bytes = [UInt8](repeating: 0, count: 20)
        let count = max(0, pread(file, &bytes, bytes.count, 0))
        let digits = bytes.prefix(count).prefix { (0x30...0x39).contains($0) }
        return digits.isEmpty
            ? "another process" : "process \(String(decoding: digits, as: UTF8.self))"
    }

    private static func failure(_ what: String, _ path: String) -> StoreError {
        errno == ENOSPC
            ? .full : .unavailable("\(what) \(path): \(String(cString: strerror(errno)))")
    }
}
