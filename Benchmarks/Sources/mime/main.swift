import Foundation
import MailMessage

/// How fast messages are read: `mime FOLDER SECONDS` reads all messages of a folder again and again,
/// every part decoded, and prints MB for each second of processor time as JSON. `peers/` has the
/// same for other parsers.

let arguments = CommandLine.arguments
guard arguments.count >= 3, let seconds = Double(arguments[2]) else {
    print("usage: mime FOLDER SECONDS")
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

func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

let start = processorSeconds()
var rounds = 0
var elapsed = 0.0
var decoded = 0
repeat {
    decoded = 0
    for bytes in messages {
        guard let message = try? Message(parsing: bytes) else { continue }
        decoded += decodedSize(message.parts.root)
    }
    rounds += 1
    elapsed = processorSeconds() - start
} while elapsed < seconds
let rate = (Double(rounds * total) / elapsed / 1e4).rounded() / 100
print("{\"MB/s\": \(rate), \"messages\": \(messages.count), \"decoded\": \(decoded)}")
