import Foundation
import JSONText
import Logging
import MailTypes

/// One line for each event on standard error: for people, or a JSON object for programs.
struct LineLogHandler: LogHandler {
    enum Form: Sendable { case text, json }

    var logLevel = Logger.Level.info
    var metadata = Logger.Metadata()
    private let form: Form
    private let clock: SystemClock
    private let write: @Sendable ([UInt8]) -> Void

    /// - Parameter write: takes each line; by default it goes to standard error in one piece.
    init(
        form: Form, clock: SystemClock = SystemClock(),
        write: @escaping @Sendable ([UInt8]) -> Void = { bytes in
            try? FileHandle.standardError.write(contentsOf: bytes)
        }
    ) {
        self.form = form
        self.clock = clock
        self.write = write
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        var metadata = metadata
        if let error = event.error { metadata["error"] = "\(error)" }
        let all = metadata.merging(event.metadata ?? [:]) { _, new in new }
            .sorted { $0.key < $1.key }
        let time = clock.now().iso8601
        switch form {
        case .json:
            var fields = [
                Document.Field("time", .string(time)),
                Document.Field("level", .string(event.level.rawValue)),
                Document.Field("message", .string("\(event.message)")),
            ]
            fields += all.map { Document.Field(Self.name($0.key), Self.document($0.value)) }
            write(JSON.write(.object(fields)) + [0x0A])
        case .text:
            var line = "\(time) \(event.level.rawValue): \(event.message)"
            for (key, value) in all { line += " \(key)=\(Self.word(value))" }
            write(Array((StyledText.escaped(line) + "\n").utf8))
        }
    }

    /// Names that the line itself has are kept apart.
    private static func name(_ key: String) -> String {
        ["time", "level", "message"].contains(key) ? "\(key)_" : key
    }

    private static func document(_ value: Logger.MetadataValue) -> Document {
        switch value {
        case .string(let text): .string(text)
        case .stringConvertible(let value): .string("\(value)")
        case .array(let values): .array(values.map(document))
        case .dictionary(let values):
            .object(
                values.sorted { $0.key < $1.key }
                    .map { Document.Field($0.key, document($0.value)) })
        }
    }

    private static func plain(_ value: Logger.MetadataValue) -> String {
        guard case .array(let values) = value else { return "\(value)" }
        return values.map(plain).joined(separator: ",")
    }

    private static func word(_ value: Logger.MetadataValue) -> String {
        let text = plain(value)
        let isPlain = !text.isEmpty && !text.contains { $0 == " " || $0 == "\"" || $0.isNewline }
        return isPlain ? text : "\"\(text.replacing("\"", with: "'"))\""
    }
}
