import Foundation
import Testing

/// Every input that fuzzing has kept, once more.
@Suite struct CorpusTests {
    @Test(arguments: FuzzTarget.all)
    func corpusHolds(target: FuzzTarget) throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let folder = root.appending(path: "Fuzz/Corpora/\(target.name)")
        let inputs = try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: nil)
        #expect(!inputs.isEmpty)
        for input in inputs { target.run(Array(try Data(contentsOf: input))) }
    }
}
