import Foundation

/// Files read whole, up to a limit.
enum BoundedFile {
    /// Reads a file, or standard input for `-`.
    /// - Throws: ``InputError`` when it cannot be read or is longer than `limit`.
    static func read(_ path: String, limit: Int) throws(InputError) -> [UInt8] {
        do {
            if path == "-" { return try read(FileHandle.standardInput, limit: limit, path) }
            let file = try FileHandle(forReadingFrom: URL(filePath: path))
            defer { try? file.close() }
            return try read(file, limit: limit, path)
        } catch let error as InputError {
            throw error
        } catch {
            throw InputError(reason(error), in: path)
        }
    }

    /// Reads a file that must be UTF-8.
    static func readText(_ path: String, limit: Int) throws(InputError) -> String {
        guard let text = String(validating: try read(path, limit: limit), as: UTF8.self) else {
            throw InputError("this is no text in UTF-8", in: path)
        }
        return text
    }

    private static func read(_ file: FileHandle, limit: Int, _ path: String) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while let piece = try file.read(upToCount: 1 << 20), !piece.isEmpty {
            bytes += piece
            guard bytes.count <= limit else {
                throw InputError("longer than \(limit) bytes, which is the limit", in: path)
            }
        }
        return bytes
    }

    /// In the words of the user.
    static func reason(_ error: any Error) -> String {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        switch underlying?.code ?? (error as NSError).code {
        case Int(ENOENT), CocoaError.fileReadNoSuchFile.rawValue: return "there is no such file"
        case Int(EACCES), CocoaError.fileReadNoPermission.rawValue: return "permission denied"
        case Int(EISDIR): return "this is a folder"
        default: return "it cannot be read: \(error.localizedDescription)"
        }
    }
}
