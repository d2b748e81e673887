import MailTypes

/// What the browser may do with a page of the console (CSP Level 3).
enum ContentSecurityPolicy {
    /// The console's own pages: their style sheet, their script, frames from here.
    static let page =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
        + "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; "
        + "frame-ancestors 'none'"

    /// A part of a message, should a browser show it instead of saving it.
    static let part = "default-src 'none'; sandbox"

    /// The HTML of a message: it runs nothing and fetches nothing but its own parts.
    ///
    /// `host` is the Host field of the request. Where it can't stand in a policy, images of the
    /// whole origin are allowed instead; other hosts never are.
    static func mail(host: String?, partsPath: String) -> String {
        let images = host.flatMap { isPlain($0) ? $0 + partsPath : nil } ?? "'self'"
        return "default-src 'none'; img-src data: \(images); style-src 'unsafe-inline'; "
            + "font-src data:; form-action 'none'; base-uri 'none'; frame-ancestors 'self'; "
            + "sandbox allow-popups allow-popups-to-escape-sandbox"
    }

    /// `name:port` or `192.0.2.1:port`; what else a Host field may hold could end the policy.
    private static func isPlain(_ host: String) -> Bool {
        !host.isEmpty && host.utf8.count <= 255
            && host.utf8.allSatisfy {
                $0.isAlphanumeric || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: ".")
                    || $0 == UInt8(ascii: ":")
            }
    }
}
