/// What one input does to a parser. Nothing may trap, and what is read and written agrees with
/// itself. The corpora in `Fuzz/Corpora` are replayed by the ordinary tests, through this code.
public struct FuzzTarget: Sendable {
    /// Also the name of its corpus.
    public let name: String
    private let check: @Sendable ([UInt8]) -> Void

    init(_ name: String, check: @escaping @Sendable ([UInt8]) -> Void) {
        self.name = name
        self.check = check
    }

    /// All targets, in the order of their names.
    public static let all: [FuzzTarget] = [
        .accessPolicies,
        .addresses,
        .aggregateReports,
        .arc,
        .archives,
        .authenticationResults,
        .certificates,
        .charsets,
        .diagnosis,
        .dkim,
        .dmarc,
        .dns,
        .headers,
        .http,
        .mime,
        .policies,
        .proxyHeader,
        .received,
        .reports,
        .smtp,
        .spf,
        .spfEvaluation,
        .svg,
        .templates,
        .tlsReports,
        .xml,
    ]

    public func run(_ bytes: [UInt8]) {
        check(bytes)
        // The same once more in the letters of mail: random bytes seldom spell a header field.
        check(bytes.map { Self.alphabet[Int($0) % Self.alphabet.count] })
    }

    private static let alphabet = Array(
        "\r\n\r\n :;=<>@,.\"\\()[]?-_/%+&{}'*abcdefABCDEF01234567".utf8)

    /// Traps, so that the fuzzer sees it, in every build.
    static func require(_ holds: Bool, _ what: StaticString) {
        if !holds { preconditionFailure("broken: \(what)") }
    }
}

extension FuzzTarget: CustomStringConvertible {
    public var description: String { name }
}
