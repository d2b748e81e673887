import Foundation
import MailReports

/// Report files, however large they are.
enum ReportInput {
    /// Up to this size, a file is read whole: a zip archive in memory is read by its directory,
    /// which knows better than its members what is in it.
    private static let wholeSizeLimit = 8 << 20
    private static let pieceSize = 1 << 18

    /// - Throws: ``InputError`` when the file cannot be opened or read.
    static func read(
        _ path: String, handlingRecords handle: @escaping AggregateReportReader.RecordHandler
    ) throws(InputError) -> ReportFile {
        do {
            if path == "-" { return try read(.standardInput, name: nil, handle) }
            let file = try FileHandle(forReadingFrom: URL(filePath: path))
            defer { try? file.close() }
            return try read(file, name: path, handle)
        } catch {
            throw InputError(BoundedFile.reason(error), in: path)
        }
    }

    private static func read(
        _ file: FileHandle, name: String?,
        _ handle: @escaping AggregateReportReader.RecordHandler
    ) throws -> ReportFile {
        var start: [UInt8] = []
        while start.count <= wholeSizeLimit {
            guard let piece = try file.read(upToCount: pieceSize), !piece.isEmpty else {
                return ReportFile.read(start, name: name, handlingRecords: handle)
            }
            start += piece
        }
        var pending = start[...]
        var failure: (any Error)?
        let found = ReportFile.read(name: name, handlingRecords: handle) {
            if !pending.isEmpty {
                let piece = pending.prefix(pieceSize)
                pending = pending.dropFirst(pieceSize)
                if pending.isEmpty { pending = [] }  // lets go of the bytes
                return piece
            }
            do {
                return Array(try file.read(upToCount: pieceSize) ?? Data())[...]
            } catch {
                failure = error
                throw error
            }
        }
        if let failure { throw failure }
        return found
    }
}
