import MailTypes

/// What a request says about its own signature, in the `Authorization` header or in the query.
struct SigV4Authorization: Equatable {
    /// How the signature is made.
    enum Algorithm: String {
        /// With a secret that both sides know, for one region.
        case hmac = "AWS4-HMAC-SHA256"
        /// With a key pair that is derived from it, for a set of regions: Signature Version 4A.
        case ecdsa = "AWS4-ECDSA-P256-SHA256"
    }

    /// `AKIDEXAMPLE/20150830/us-east-1/ses/aws4_request`, by ECDSA without a region.
    struct Credential: Equatable {
        let accessKeyID: String
        let date: String
        /// Nil by ECDSA: there the regions stand apart.
        let region: String?
        let service: String

        init?(_ text: some StringProtocol, for algorithm: Algorithm = .hmac) {
            var parts = text.split(separator: "/", omittingEmptySubsequences: false)[...]
            guard parts.count == (algorithm == .hmac ? 5 : 4),
                parts.popLast() == "aws4_request", parts.allSatisfy({ !$0.isEmpty }),
                let service = parts.popLast()
            else { return nil }
            self.service = String(service)
            accessKeyID = String(parts[0])
            date = String(parts[1])
            region = parts.count == 3 ? String(parts[2]) : nil
            guard region.map(Self.isRegion) ?? true else { return nil }
        }

        /// A region becomes part of names and paths, so it holds nothing that means more there: 1
        /// to 32 small letters, digits and hyphens.
        private static func isRegion(_ text: some StringProtocol) -> Bool {
            text.utf8.count <= 32
                && text.utf8.allSatisfy {
                    $0.isDigit || $0 == UInt8(ascii: "-")
                        || ($0.isLetter && $0.asciiLowercased == $0)
                }
        }

        var scope: String {
            [date, region, service, "aws4_request"].compactMap(\.self).joined(separator: "/")
        }
    }

    /// Longest life of a signature in a query: seven days.
    static let expirySecondsLimit = 604_800

    var algorithm: Algorithm
    var credential: Credential
    /// Where a signature by ECDSA is good; nil for others.
    var regionSet: RegionSet?
    /// In lower case, as listed.
    var signedHeaders: [String]
    /// Hexadecimal.
    var signature: String
    /// `20150830T123600Z`.
    var timestamp: String
    /// Seconds that a signature in the query is good for; nil for one in the header.
    var expiry: Int?

    /// Finds the signature of `request`; nil if it has none.
    /// - Throws: ``SESError`` of kind `incompleteSignature`, saying all that is missing.
    static func of(_ request: APIRequest) throws(SESError) -> SigV4Authorization? {
        guard request.headers.count(where: { $0.name == "authorization" }) <= 1 else {
            throw SESError(.incompleteSignature, "There is more than one Authorization header.")
        }
        if let header = request.header("authorization") {
            return try SigV4Authorization(header: header, of: request)
        }
        guard request.query.contains("X-Amz-Algorithm=") else { return nil }
        return try SigV4Authorization(query: request.query)
    }

    /// Reads `AWS4-HMAC-SHA256 Credential=…, SignedHeaders=…, Signature=…`, or the same by ECDSA.
    private init(header: String, of request: APIRequest) throws(SESError) {
        guard let space = header.firstIndex(of: " "),
            let algorithm = Algorithm(rawValue: String(header[..<space]))
        else {
            let name = header.prefix { $0 != " " }.prefix(60)
            throw SESError(.incompleteSignature, "Unsupported AWS 'algorithm': '\(name)'.")
        }
        var parameters: [Substring: Substring] = [:]
        for part in header[space...].split(separator: ",") {
            let part = part.drop { $0 == " " }
            guard let equals = part.firstIndex(of: "=") else { continue }
            parameters[part[..<equals]] = part[part.index(after: equals)...].prefix { $0 != " " }
        }
        var missing = ["Credential", "Signature", "SignedHeaders"]
            .filter { parameters[Substring($0), default: ""].isEmpty }
            .map { "Authorization header requires '\($0)' parameter." }
        let date = request.header("x-amz-date") ?? request.header("date")
        if date == nil {
            missing.append(
                "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' "
                    + "header.")
        }
        guard let credential = parameters["Credential"], let names = parameters["SignedHeaders"],
            let signature = parameters["Signature"], let date, missing.isEmpty
        else { throw SESError(.incompleteSignature, missing.joined(separator: " ")) }
        try self.init(
            algorithm, credential: String(credential), names: String(names),
            signature: String(signature), timestamp: date)
        guard algorithm == .ecdsa else { return }
        regionSet = try Self.regionSet(request.header("x-amz-region-set"))
        guard signedHeaders.contains("x-amz-region-set") else {
            throw SESError(
                .signatureDoesNotMatch,
                "'X-Amz-Region-Set' must be a 'SignedHeader' in the AWS Authorization.")
        }
    }

    /// Reads the `X-Amz-…` parameters of a URL signed beforehand.
    private init(query: String) throws(SESError) {
        let form: Form
        do throws(SyntaxError) {
            form = try Form(Array(query.utf8)[...])
        } catch {
            throw SESError(.malformedQueryString, "The query is malformed: \(error).")
        }
        guard let algorithm = form["X-Amz-Algorithm"].flatMap(Algorithm.init(rawValue:)) else {
            throw SESError(
                .incompleteSignature,
                "Unsupported AWS 'algorithm': '\((form["X-Amz-Algorithm"] ?? "").prefix(60))'.")
        }
        let names = [
            "X-Amz-Credential", "X-Amz-Signature", "X-Amz-SignedHeaders", "X-Amz-Date",
            "X-Amz-Expires",
        ]
        let missing = names.filter { (form[$0] ?? "").isEmpty }
        let values = names.compactMap { form[$0] }
        guard missing.isEmpty, values.count == 5 else {
            throw SESError(
                .incompleteSignature,
                missing.map { "AWS query-string parameters must include '\($0)'." }
                    .joined(separator: " "))
        }
        guard let seconds = Int(values[4]) else {
            throw SESError(.incompleteSignature, "X-Amz-Expires should be a number")
        }
        guard seconds > 0 else {
            throw SESError(.incompleteSignature, "X-Amz-Expires must be non-negative")
        }
        guard seconds <= Self.expirySecondsLimit else {
            throw SESError(
                .incompleteSignature,
                "X-Amz-Expires must be less than a week (in seconds); that is, the given "
                    + "X-Amz-Expires must be less than \(Self.expirySecondsLimit) seconds")
        }
        try self.init(
            algorithm, credential: values[0], names: values[2], signature: values[1],
            timestamp: values[3])
        expiry = seconds
        if algorithm == .ecdsa { regionSet = try Self.regionSet(form["X-Amz-Region-Set"]) }
    }

    private static func regionSet(_ text: String?) throws(SESError) -> RegionSet {
        guard let set = text.flatMap({ RegionSet($0) }) else {
            throw SESError(
                .incompleteSignature,
                "'X-Amz-Region-Set' must list the regions that the signature is good in, e.g. "
                    + "'*' or 'us-east-1,us-west-2'.")
        }
        return set
    }

    private init(
        _ algorithm: Algorithm, credential: String, names: String, signature: String,
        timestamp: String
    ) throws(SESError) {
        guard let credential = Credential(credential, for: algorithm) else {
            let form =
                algorithm == .hmac
                ? "5 slash-delimited elements, e.g. keyid/date/region/service/term"
                : "4 slash-delimited elements, e.g. keyid/date/service/term"
            throw SESError(
                .incompleteSignature,
                "Credential must have exactly \(form), got '\(credential.prefix(200))'.")
        }
        self.algorithm = algorithm
        self.credential = credential
        self.signature = signature
        self.timestamp = timestamp
        signedHeaders = names.split(separator: ";").map { $0.asciiLowercased }
    }
}
