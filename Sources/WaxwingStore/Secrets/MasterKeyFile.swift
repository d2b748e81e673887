import Foundation
import MailTypes
public import WaxwingCore

/// The file that the master key is kept in: 32 bytes in base64, for its owner's eyes alone.
///
/// Whoever has this file and the database has every secret, so that the two belong into different
/// backups.
public struct MasterKeyFile: Sendable {
    /// Its name in a data folder.
    public static let standardName = "master.key"

    private static let sizeLimit = 4096

    public let path: String

    public init(path: String) { self.path = path }

    /// The key; nil when there is no file.
    /// - Throws: ``StoreError/unavailable(_:)`` for a file that others may read, or without a key.
    public func read() throws -> SealingKey? {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else {
            if errno == ENOENT { return nil }
            throw failure("cannot read")
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw failure("cannot read") }
        guard status.st_mode & 0o077 == 0 else {
            throw StoreError.unavailable(
                "the master key \(path) may be read by others: 'chmod 600 \(path)', and think of "
                    + "who has read it")
        }
        var bytes = [UInt8](repeating: 0, count: Self.sizeLimit)
        let count = Foundation.read(file, &bytes, bytes.count)
        guard count >= 0 else { throw failure("cannot read") }
        let text = String(decoding: bytes.prefix(count), as: UTF8.self)
        guard let key = Base64.decode(text, .ignoringWhitespace).flatMap({ SealingKey($0) }) else {
            throw StoreError.unavailable(
                "\(path) holds no master key, which is 32 bytes in base64")
        }
        return key
    }

    /// Makes a key and its file, which is on disk when this returns.
    /// - Throws: ``StoreError`` when there is a file already, or none can be made.
    public func make() throws -> SealingKey {
        let key = SealingKey.generate()
        try write(key)
        return key
    }

    /// Where the next master key waits while the data keys are encrypted anew.
    var next: MasterKeyFile { MasterKeyFile(path: "\(path).next") }

    /// Makes this file the one that holds the key, in place of `other`.
    func takePlace(of other: MasterKeyFile) throws {
        guard rename(path, other.path) == 0 else { throw failure("cannot rename") }
        other.syncFolder()
    }

    func remove() {
        unlink(path)
        syncFolder()
    }

    private func write(_ key: SealingKey) throws {
        let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard file >= 0 else { throw failure("cannot make") }
        defer { close(file) }
        let text = Array("\(Base64.encode(key.bytes))\n".utf8)
        guard Foundation.write(file, text, text.count) == text.count, fsync(file) == 0 else {
            let error = failure("cannot write")
            unlink(path)
            throw error
        }
        syncFolder()
    }

    /// The name of a file is safe when its folder is on disk.
    private func syncFolder() {
        let parent = URL(fileURLWithPath: path).deletingLastPathComponent().path
        let folder = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }

    private func failure(_ what: String) -> StoreError {
        errno == ENOSPC
            ? .full
            : .unavailable("\(what) the master key \(path): \(String(cString: strerror(errno)))")
    }
}
