import Foundation
import MailAuth

/// How fast a message body is canonicalised and hashed, beside hashing alone: GB/s as JSON, the
/// median of `runs`.

let runs = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 5
let line = Array(
    "The quick brown fox  jumps over the lazy dog,\tand so on to the end of it. \r\n".utf8)
let text = Array(repeatElement(line, count: 131_072 / line.count).joined())
let base64 = Array(
    repeatElement(Array(repeating: UInt8(ascii: "A"), count: 76) + [0x0D, 0x0A], count: 1680)
        .joined())

/// Bytes hashed in about a tenth of a second, in GB/s.
func rate(of bytes: [UInt8], _ work: ([UInt8]) -> Void) -> Double {
    let clock = ContinuousClock()
    let samples = (0..<runs).map { _ in
        var rounds = 0
        let start = clock.now
        repeat {
            work(bytes)
            rounds += 1
        } while start.duration(to: clock.now) < .milliseconds(100)
        let elapsed = start.duration(to: clock.now)
        let seconds =
            Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
        return Double(rounds * bytes.count) / seconds / 1e9
    }
    return samples.sorted()[samples.count / 2]
}

func relaxed(_ bytes: [UInt8]) {
    let hasher = DKIMBodyHasher(canonicalization: .relaxed)
    hasher.update(bytes[...])
    _ = hasher.finish()
}

let figures: [(String, Double)] = [
    ("text", rate(of: text, relaxed)),
    ("base64", rate(of: base64, relaxed)),
    ("sha256", rate(of: text) { _ = SHA256Digest.hash($0) }),
]
print("{" + figures.map { "\"\($0.0)\": \($0.1)" }.joined(separator: ", ") + "}")
