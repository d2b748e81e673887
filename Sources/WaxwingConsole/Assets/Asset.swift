import HTTPTypes
import Hummingbird

/// A file that the pages load. Its address changes with its content, so browsers may keep it.
struct Asset: Sendable {
    let path: String
    let type: String
    let content: [UInt8]

    static let styleSheet = Asset("console", "css", type: "text/css; charset=utf-8", css)
    static let script = Asset("console", "js", type: "text/javascript; charset=utf-8", javaScript)
    static let icon = Asset("waxwing", "svg", type: "image/svg+xml", svg)

    private init(_ name: String, _ ending: String, type: String, _ text: String) {
        content = Array(text.utf8)
        // FNV-1a: tells versions apart, protects nothing.
        let hash = content.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
            ($0 ^ UInt64($1)) &* 0x100_0000_01B3
        }
        path = "/assets/\(name)-\(String(hash, radix: 16)).\(ending)"
        self.type = type
    }

    /// The asset at that path; nil where there is none.
    static func response(for path: String) -> Response? {
        [styleSheet, script, icon].first { $0.path == path }?.response
    }

    var response: Response {
        .made(type: type, content, fields: [.cacheControl: "public, max-age=86400"])
    }
}
