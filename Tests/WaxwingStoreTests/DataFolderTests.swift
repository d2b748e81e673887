import Foundation
import Testing
import WaxwingCore

@testable import WaxwingStore

@Suite struct DataFolderTests {
    @Test func isReadableByItsOwnerAlone() throws {
        let folder = try DataFolder.temporary()
        defer { try? folder.remove() }
        _ = try SQLiteDatabase(folder: folder)
        #expect(try mode(folder.path) == 0o700)
        for file in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            #expect(try mode(folder.path(of: file)) == 0o600, "\(file)")
        }
    }

    @Test func hasOneHolder() throws {
        let folder = try DataFolder.temporary()
        defer { try? folder.remove() }
        let holder = ProcessInfo.processInfo.processIdentifier
        let error = StoreError.inUse(
            "the data folder \(folder.path) is in use by process \(holder)")
        #expect(throws: error) { _ = try DataFolder(path: folder.path) }
        // The one who was refused took nothing from the holder.
        #expect(throws: error) { _ = try DataFolder(path: folder.path) }
    }

    @Test func isFreeWhenItsHolderIsGone() throws {
        let path = FileManager.default.temporaryDirectory.path + "/waxwing-\(UUID())/below"
        defer {
            try? FileManager.default.removeItem(
                atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path)
        }
        for _ in 0..<2 {
            let folder = try DataFolder(path: path)
            #expect(folder.path == path)
        }
    }

    @Test func saysWhatStandsInItsPlace() throws {
        let folder = try DataFolder.temporary()
        defer { try? folder.remove() }
        try folder.makePrivateFile(named: "file")
        #expect {
            _ = try DataFolder(path: folder.path(of: "file"))
        } throws: { error in
            guard case StoreError.unavailable(let reason) = error else { return false }
            return reason.contains(folder.path(of: "file"))
        }
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
}
