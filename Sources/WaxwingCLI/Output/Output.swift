import Foundation
import JSONText

/// Where the results of a command go, and in which form.
struct Output: Sendable {
    enum Form: Equatable, Sendable {
        case text(Terminal)
        case json(JSON.Layout)
    }

    let form: Form
    private let write: @Sendable ([UInt8]) throws -> Void

    /// - Parameter write: takes what is written; by default it goes to standard output.
    init(
        form: Form,
        write: @escaping @Sendable ([UInt8]) throws -> Void = {
            try FileHandle.standardOutput.write(contentsOf: $0)
        }
    ) {
        self.form = form
        self.write = write
    }

    /// Whether people read it.
    var isText: Bool {
        guard case .text = form else { return false }
        return true
    }

    /// Writes a result: its blocks, or one JSON text.
    func write(_ result: some Presentable) throws {
        switch form {
        case .text(let terminal):
            var text = ""
            for line in result.text.flatMap({ $0.lines(width: terminal.width) }) {
                text += terminal.rendered(line) + "\n"
            }
            try write(Array(text.utf8))
        case .json(let layout):
            try write(JSON.formatted(result.document, layout) + [0x0A])
        }
    }

    /// Writes a message or a key as it is; not for what others wrote, unless the user asked for
    /// these very bytes.
    func write(raw bytes: [UInt8]) throws { try write(bytes) }
}

/// Tells the user something beside the results, on standard error.
func warn(_ text: String) {
    let line = "waxwing: \(StyledText.escaped(text))\n"
    try? FileHandle.standardError.write(contentsOf: Array(line.utf8))
}
