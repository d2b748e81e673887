import MailTypes

@testable import MailAuth

/// The keys and the message of RFC 8463 appendix A, and helpers for messages in tests.
enum Samples {
    static let ed25519Key = "nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A="
    static let ed25519PublicKey = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo="
    static let ed25519KeyRecord = "v=DKIM1; k=ed25519; p=\(ed25519PublicKey)"

    static let rsaKey = """
        -----BEGIN RSA PRIVATE KEY-----
        MIICXQIBAAKBgQDkHlOQoBTzWRiGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQi
        Y/J16JYi0Qvx/byYzCNb3W91y3FutACDfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqM
        KrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3Ip3G+2kryOTIKT+l/K4w3QIDAQAB
        AoGAH0cxOhFZDgzXWhDhnAJDw5s4roOXN4OhjiXa8W7Y3rhX3FJqmJSPuC8N9vQm
        6SVbaLAE4SG5mLMueHlh4KXffEpuLEiNp9Ss3O4YfLiQpbRqE7Tm5SxKjvvQoZZe
        zHorimOaChRL2it47iuWxzxSiRMv4c+j70GiWdxXnxe4UoECQQDzJB/0U58W7RZy
        6enGVj2kWF732CoWFZWzi1FicudrBFoy63QwcowpoCazKtvZGMNlPWnC7x/6o8Gc
        uSe0ga2xAkEA8C7PipPm1/1fTRQvj1o/dDmZp243044ZNyxjg+/OPN0oWCbXIGxy
        WvmZbXriOWoSALJTjExEgraHEgnXssuk7QJBALl5ICsYMu6hMxO73gnfNayNgPxd
        WFV6Z7ULnKyV7HSVYF0hgYOHjeYe9gaMtiJYoo0zGN+L3AAtNP9huqkWlzECQE1a
        licIeVlo1e+qJ6Mgqr0Q7Aa7falZ448ccbSFYEPD6oFxiOl9Y9se9iYHZKKfIcst
        o7DUw1/hz2Ck4N5JrgUCQQCyKveNvjzkkd8HjYs0SwM0fPjK16//5qDZ2UiDGnOe
        uEzxBDAr518Z8VFbR41in3W4Y3yCDgQlLlcETrS+zYcL
        -----END RSA PRIVATE KEY-----
        """

    static let rsaKeyRecord =
        "v=DKIM1; k=rsa; p=MIGfMA0GCSqGSIb3DQEBAQUAA4GNADCBiQKBgQDkHlOQoBTzWR"
        + "iGs5V6NpP3idY6Wk08a5qhdR6wy5bdOKb2jLQiY/J16JYi0Qvx/byYzCNb3W91y3FutAC"
        + "DfzwQ/BC/e/8uBsCR+yz1Lxj+PL6lHvqMKrM3rG4hstT5QjvHO9PzoxZyVYLzBfO2EeC3"
        + "Ip3G+2kryOTIKT+l/K4w3QIDAQAB"

    /// 512 bits: what RFC 8301 forbids. Made for these tests.
    static let shortRSAKey = """
        -----BEGIN RSA PRIVATE KEY-----
        MIIBOgIBAAJBAL5zmXwzXCw6ZhpCX41IACewlEjnf6+4RuLRlcetdCzNHvQXTX8V
        IFIA8FW/MOfwrBx12jq3BtH4FswDG2fkeEkCAwEAAQJAZcw4YBC71dApPyP3Gvc/
        TfeuawGCWJRxH0/TdXWbQU4+g2ag9b32MaqOAQzZPQv4bcEOybXJ6sVh3joJtCxq
        uQIhAOEfQUkU5TIRU19Ofp475KhPZu+a9s3POiGTapwiyXcvAiEA2JL0AbkE+X6/
        MiTUMV+y0STRFjBX2i1/ww/J06lTqgcCIEc1VbdCLsVJia+p6o8ursM2an7763lq
        RR79vEkrD8LtAiEAgEnEWoTjqnrm/OgN/dVHUlYxuKgYUjgjd0OR9VxXH98CIEe3
        7iOLqRxE459+BFW/95C42bYwTw2B6mjjAJWZAFlT
        -----END RSA PRIVATE KEY-----
        """

    /// RFC 8463 appendix A.3.
    static let signedMessage = """
        DKIM-Signature: v=1; a=ed25519-sha256; c=relaxed/relaxed;
         d=football.example.com; i=@football.example.com;
         q=dns/txt; s=brisbane; t=1528637909; h=from : to :
         subject : date : message-id : from : subject : date;
         bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
         b=/gCrinpcQOoIfuHNQIbq4pgh9kyIK3AQUdt9OdqQehSwhEIug4D11Bus
         Fa3bT3FY5OsU7ZbnKELq+eXdp1Q1Dw==
        DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed;
         d=football.example.com; i=@football.example.com;
         q=dns/txt; s=test; t=1528637909; h=from : to : subject :
         date : message-id : from : subject : date;
         bh=2jUSOH9NhtVGCQWNr9BrIAPreKQjO6Sn7XIkfJVOzv8=;
         b=F45dVWDfMbQDGHJFlXUNB2HKfbCeLRyhDXgFpEL8GwpsRe0IeIixNTe3
         DhCVlUrSjV4BwcVcOF6+FF3Zo9Rpo1tFOeS9mPYQTnGdaSGsgeefOsk2Jz
         dA+L10TeYt9BgDfQNZtKdN1WO//KgIqXP7OdEFE4LjFYNcUxZQ4FADY+8=
        From: Joe SixPack <joe@football.example.com>
        To: Suzie Q <suzie@shopping.example.net>
        Subject: Is dinner ready?
        Date: Fri, 11 Jul 2003 21:00:37 -0700 (PDT)
        Message-ID: <20030712040037.46341.5F8J@football.example.com>

        Hi.

        We lost the game.  Are you hungry yet?

        Joe.

        """.withLineEnds

    static let keys = StaticDKIMKeys([
        "brisbane._domainkey.football.example.com": .records([Array(ed25519KeyRecord.utf8)]),
        "test._domainkey.football.example.com": .records([Array(rsaKeyRecord.utf8)]),
    ])

    /// A moment after the example was signed.
    static let now = UnixTime(seconds: 1_528_637_999)

    /// The example without its signatures.
    static var unsignedMessage: [UInt8] {
        let start = signedMessage.indices.first { signedMessage[$0...].starts(with: "From:".utf8) }
        return Array(signedMessage[(start ?? 0)...])
    }
}

extension String {
    /// The bytes, each line ended by CRLF.
    var withLineEnds: [UInt8] {
        utf8.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    }

    var bytes: [UInt8] { Array(utf8) }
}

extension [UInt8] {
    /// The bytes with the first `old` replaced.
    func replacing(_ old: String, with new: String) -> [UInt8] {
        guard let start = indices.first(where: { self[$0...].starts(with: old.utf8) }) else {
            return self
        }
        return Array(self[..<start]) + Array(new.utf8) + self[(start + old.utf8.count)...]
    }
}

/// Random numbers that are the same in every run (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
    var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
