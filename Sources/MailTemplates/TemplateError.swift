/// Where a template breaks the grammar, and what to do about it.
public struct TemplateError: Error, Equatable, Sendable {
    /// The line, counted from 1.
    public let line: Int
    /// The character in its line, counted from 1.
    public let column: Int
    /// What is wrong, and how to write it instead.
    public let message: String

    /// An error at the byte `offset` of a template.
    init(_ message: String, at offset: Int, in source: [UInt8]) {
        let before = source[..<min(max(offset, 0), source.count)]
        let lineStart = (before.lastIndex(of: 0x0A) ?? -1) + 1
        line = 1 + before.count { $0 == 0x0A }
        column = 1 + before[lineStart...].count { $0 & 0xC0 != 0x80 }
        self.message = message
    }
}

extension TemplateError: CustomStringConvertible {
    public var description: String { "line \(line), column \(column): \(message)" }
}
