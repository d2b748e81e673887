import MailMessage

extension FuzzTarget {
    /// The first byte chooses the charset, the rest is its text.
    static let charsets = FuzzTarget("charsets") { bytes in
        guard let first = bytes.first else { return }
        let charset = Charset(label: labels[Int(first) % labels.count])
        let content = bytes.dropFirst()
        let decoded = charset.decode(content)
        require(decoded.text.utf8.count <= 12 * content.count + 12, "text is bounded")
        _ = Charset(label: String(decoding: content, as: UTF8.self)).decode(content)
    }

    private static let labels = [
        "utf-8", "us-ascii", "iso-8859-1", "gb2312", "euc-kr", "big5", "euc-tw", "x-sjis", "euc-jp",
        "iso-2022-jp", "iso-2022-jp-2", "iso-2022-jp-3", "iso-2022-kr", "iso-2022-cn", "hz",
        "utf-7",
        "utf-16", "utf-16le", "utf-32", "viscii", "tcvn", "johab", "windows-1255", "windows-1258",
        "koi8-t", "x-none",
    ]
}
