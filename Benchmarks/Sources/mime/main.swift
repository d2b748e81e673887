import Foundation
import MailMessage

/// How fast messages are read: `mime FOLDER ROUNDS` reads all messages of a folder, every part
/// decoded, and prints MB/s (the best round) as JSON. `peers/` has the same for other parsers.

let arguments = CommandLine.arguments
guard arguments.count >= 3, let rounds = Int(arguments[2]) else {
    print("usage: mime FOLDER ROUNDS")
    exit(2)
}
let folder = URL(filePath: arguments[1])
let messages = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map {
    [UInt8](try Data(contentsOf: folder.appending(path: $0)))
}
let total = messages.reduce(0) { $0 + $1.count }

func decodedSize(_ part: Part) -> Int {
    switch part.content {
    case .leaf: part.decodedContent.count
    case .multipart(let children): children.reduce(0) { $0 + decodedSize($1) }
    case .message(let message): decodedSize(message)
    }
}

let clock = ContinuousClock()
var best = Duration.seconds(1_000_000)
var decoded = 0
for _ in 0..<rounds {
    let start = clock.now
    decoded = 0
    for bytes in messages {
        guard let message = try? Message(parsing: bytes) else { continue }
        decoded += decodedSize(message.parts.root)
    }
    best = min(best, start.duration(to: clock.now))
}
let seconds = Double(best.components.seconds) + Double(best.components.attoseconds) / 1e18
let rate = (Double(total) / seconds / 1e4).rounded() / 100
print("{\"MB/s\": \(rate), \"messages\": \(messages.count), \"decoded\": \(decoded)}")
