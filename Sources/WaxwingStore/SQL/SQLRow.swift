public import MailTypes
import WaxwingCore

/// One row of a result. Columns are read by their place in the statement, from 0.
///
/// Reading throws ``StoreError/unavailable(_:)`` when a column holds something else: then the
/// database was not written by this service.
public struct SQLRow: Equatable, Sendable {
    let values: [SQLValue]

    public init(_ values: [SQLValue]) { self.values = values }

    public func integer(_ column: Int) throws -> Int64 {
        guard case .integer(let number) = value(column) else { throw unexpected(column) }
        return number
    }

    public func time(_ column: Int) throws -> UnixTime {
        UnixTime(milliseconds: try integer(column))
    }

    public func optionalTime(_ column: Int) throws -> UnixTime? {
        value(column) == .null ? nil : try time(column)
    }

    public func text(_ column: Int) throws -> String {
        guard case .text(let text) = value(column) else { throw unexpected(column) }
        return text
    }

    public func optionalText(_ column: Int) throws -> String? {
        value(column) == .null ? nil : try text(column)
    }

    public func bytes(_ column: Int) throws -> [UInt8] {
        guard case .blob(let bytes) = value(column) else { throw unexpected(column) }
        return bytes
    }

    private func value(_ column: Int) -> SQLValue {
        values.indices.contains(column) ? values[column] : .null
    }

    private func unexpected(_ column: Int) -> StoreError {
        .unavailable("column \(column) of a row holds a value of another type")
    }
}
