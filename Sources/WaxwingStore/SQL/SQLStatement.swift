/// A statement in the words of both engines.
///
/// Statements are constants: nothing can be interpolated into one but an ``SQLPair``, so that no
/// value ever becomes SQL text. Parameters are written `$1`, `$2` … and appear first in that order,
/// because SQLite numbers them by their first appearance and PostgreSQL by their name.
public struct SQLStatement: Sendable, ExpressibleByStringInterpolation {
    public let sqlite: String
    public let postgreSQL: String

    public init(stringLiteral value: String) {
        sqlite = value
        postgreSQL = value
    }

    public init(stringInterpolation: StringInterpolation) {
        sqlite = stringInterpolation.sqlite
        postgreSQL = stringInterpolation.postgreSQL
    }

    public struct StringInterpolation: StringInterpolationProtocol, Sendable {
        var sqlite = ""
        var postgreSQL = ""

        public init(literalCapacity: Int, interpolationCount: Int) {}

        public mutating func appendLiteral(_ literal: String) {
            sqlite += literal
            postgreSQL += literal
        }

        public mutating func appendInterpolation(_ pair: SQLPair) {
            sqlite += pair.sqlite
            postgreSQL += pair.postgreSQL
        }
    }
}

/// Words that the two engines spell differently, under a name of their own.
public struct SQLPair: Sendable {
    let sqlite: String
    let postgreSQL: String

    /// The number that a row goes by; in SQLite the row's place in the table.
    static let rowNumber = SQLPair(sqlite: "INTEGER", postgreSQL: "BIGINT")
    static let bytes = SQLPair(sqlite: "BLOB", postgreSQL: "BYTEA")
    /// Names are ordered by their bytes, whatever the locale.
    static let byteOrder = SQLPair(sqlite: "COLLATE BINARY", postgreSQL: "COLLATE \"C\"")
    /// Small rows live in the tree of their primary key and nowhere else.
    static let clustered = SQLPair(sqlite: "WITHOUT ROWID", postgreSQL: "")
    /// Rows that another node is taking are passed over; SQLite has one writer.
    static let skippingTaken = SQLPair(sqlite: "", postgreSQL: "FOR UPDATE SKIP LOCKED")
    /// The row stays as read until the transaction ends; SQLite has one writer.
    static let forUpdate = SQLPair(sqlite: "", postgreSQL: "FOR UPDATE")
}
