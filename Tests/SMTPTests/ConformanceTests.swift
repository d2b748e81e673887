import Foundation
import SMTP
import Testing

private let folder = ProcessInfo.processInfo.environment["CONFORMANCE"]

/// The byte sequences of SMTP-Smuggling-Tools and of mox's tests, where the test data that others
/// published is at hand: `CONFORMANCE` names its folder.
@Suite(.enabled(if: folder != nil)) struct SmugglingConformanceTests {
    private struct Sequences: Decodable {
        struct Sequence: Decodable {
            let bytesHex: String

            var bytes: [UInt8] {
                let digits = Array(bytesHex)
                return stride(from: 0, to: digits.count - 1, by: 2).compactMap {
                    UInt8(String(digits[$0...$0 + 1]), radix: 16)
                }
            }
        }

        let fakeEndOfDataSequences: [Sequence]
        let moxMustRejectInBody: [Sequence]
    }

    @Test func noSequenceEndsTheData() throws {
        let file = URL(filePath: folder ?? "").appending(path: "smtp-smuggling/end-of-data.json")
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        let sequences = try decoder.decode(Sequences.self, from: Data(contentsOf: file))
        let all = sequences.fakeEndOfDataSequences + sequences.moxMustRejectInBody
        #expect(all.count == 13)
        for sequence in all {
            let input =
                Array("Subject: x\r\n\r\nbody".utf8) + sequence.bytes
                + Array("MAIL FROM:<evil@example.com>\r\n".utf8)
            var decoder = DataDecoder(
                ContentRules(
                    sizeLimit: 1000, headerSizeLimit: 1000, bareLineEndings: .refuse))
            #expect(decoder.decode(input.span.bytes) == input.count)
            #expect(!decoder.isComplete)
            let end = Array("\r\n.\r\n".utf8)
            #expect(decoder.decode(end.span.bytes) == end.count)
            if case .message = decoder.finish() { Issue.record("taken: \(sequence.bytes)") }
        }
    }
}
