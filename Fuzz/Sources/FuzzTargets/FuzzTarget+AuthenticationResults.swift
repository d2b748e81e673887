import MailAuth
import MailMessage
import MailTypes

extension FuzzTarget {
    static let authenticationResults = FuzzTarget("authenticationResults") { bytes in
        _ = try? ARCAuthenticationResults(parsing: bytes[...])
        if let results = try? AuthenticationResults(parsing: bytes[...]) {
            let field = results.field
            guard let once = try? AuthenticationResults(parsing: field.rawValue) else {
                require(false, "what is written can be read")
                return
            }
            require(once.formatted == results.formatted, "what is written reads the same")
            require(Self.isOneField(field), "a field is one field")
        }
        // Whatever a peer sends as a value stays a value.
        let hostile = String(decoding: bytes, as: UTF8.self)
        let result = AuthenticationResults.Result(
            "spf", "fail", reason: hostile,
            properties: [AuthenticationResults.Property("smtp", "mailfrom", hostile)],
            comments: [hostile])
        let field = AuthenticationResults(authservID: "mx.example", results: [result]).field
        require(Self.isOneField(field), "a value ends no field")
        let read = try? AuthenticationResults(parsing: field.rawValue)
        require(read?.results.map(\.result) == ["fail"], "a value makes no result")
        if let value = read?.results.first?.value("smtp", "mailfrom") {
            require(value == hostile, "a value is kept")
        }
        // A field that we would read as ours does not come through.
        if var section = try? HeaderSection(
            parsing: (Array("Authentication-Results:".utf8) + bytes)[...])
        {
            section.removeForgedAuthenticationResults(claiming: "mx.example")
            for field in section.all(AuthenticationResults.fieldName) {
                let claim = try? AuthenticationResults(parsing: field.rawValue)
                require(
                    claim?.authservID.equalsIgnoringCase("mx.example") != true, "no forgery is left"
                )
            }
        }
    }

    private static func isOneField(_ field: Field) -> Bool {
        let section = try? HeaderSection(parsing: field.bytes)
        return section?.fields.count == 1 && field.bytes.allSatisfy { $0 != 0 }
    }
}
