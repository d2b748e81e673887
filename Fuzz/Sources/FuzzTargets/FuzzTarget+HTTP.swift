import JSONText

#if canImport(SESWire)
    @testable import SESWire
#else
    @testable import WaxwingSES
#endif

extension FuzzTarget {
    /// The formats of requests: JSON of v2, and the forms and queries of v1.
    static let http = FuzzTarget("http") { bytes in
        if let document = try? JSON.parse(bytes) {
            let again = try? JSON.parse(JSON.write(document))
            require(again != nil, "what was read as JSON is written as JSON")
        }
        if let form = try? Form(bytes[...]) { _ = try? form.document() }
    }
}
