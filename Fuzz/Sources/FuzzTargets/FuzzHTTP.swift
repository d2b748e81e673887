#if canImport(SESWire)
    @testable import SESWire
#else
    @testable import WaxwingSES
#endif

/// The formats of requests: JSON of v2, and the forms and queries of v1.
func fuzzHTTP(_ bytes: [UInt8]) {
    if let document = try? JSON.parse(bytes) {
        let again = try? JSON.parse(JSON.write(document))
        FuzzTarget.require(again != nil, "what was read as JSON is written as JSON")
    }
    if let form = try? Form(bytes[...]) { _ = try? form.document() }
}
