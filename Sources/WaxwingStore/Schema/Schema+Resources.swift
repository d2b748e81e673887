extension Schema {
    /// Everything that an account makes and names, one row each: `document` is read and written
    /// whole, so that a new kind of resource needs no new table.
    static let resources = Migration(
        2,
        [
            """
            CREATE TABLE resources (
                account TEXT NOT NULL,
                region TEXT NOT NULL,
                kind TEXT NOT NULL,
                parent TEXT \(.byteOrder) NOT NULL,
                name TEXT \(.byteOrder) NOT NULL,
                number BIGINT NOT NULL,
                document TEXT NOT NULL,
                PRIMARY KEY (account, region, kind, parent, name)
            )
            """,
            """
            CREATE UNIQUE INDEX resources_number
            ON resources (account, region, kind, parent, number)
            """,
        ])
}
