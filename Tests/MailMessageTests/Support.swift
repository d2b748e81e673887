import MailMessage

/// Numbers that look random and are the same in each run.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    /// SplitMix64.
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

/// The text with CRLF for each LF.
func crlf(_ text: String) -> [UInt8] { LineEndings.normalized(Array(text.utf8)) }

func string(_ bytes: some Sequence<UInt8>) -> String {
    String(decoding: Array(bytes), as: UTF8.self)
}

extension [UInt8] {
    /// The same bytes with a few of them changed, removed, doubled or put in from `dictionary`.
    func mutated(by generator: inout SeededGenerator, with dictionary: [String]) -> [UInt8] {
        var bytes = self
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
            let index = Int.random(in: 0...bytes.count, using: &generator)
            let end = Swift.min(bytes.count, index + Int.random(in: 0...20, using: &generator))
            switch Int.random(in: 0..<5, using: &generator) {
            case 0: bytes.removeSubrange(index..<end)
            case 1: bytes.insert(contentsOf: bytes[index..<end], at: index)
            case 2: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: index)
            case 3 where index < bytes.count:
                bytes[index] = UInt8.random(in: 0...255, using: &generator)
            default:
                let piece = dictionary.randomElement(using: &generator) ?? ""
                bytes.insert(contentsOf: Array(piece.utf8), at: index)
            }
        }
        return bytes
    }
}
