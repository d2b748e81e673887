import MailTypes

/// What is done to bytes of a charset that is neither UTF-8 nor Latin: how a label of mail becomes
/// a conversion, and the conversion itself.
struct CharsetConversion {
    private enum Method {
        /// A table of the C library, by its name there.
        case library(StaticString)
        case utf16(isLittleEndian: Bool?)
        /// Seven-bit forms, made eight-bit ones first; the library has none of them, or one
        /// without the characters that programs of Microsoft and NEC put in.
        case japanese
        case hz
    }

    private let method: Method

    /// - Parameter label: In lower case.
    init?(label: String) {
        guard let method = Self.methods[label] else { return nil }
        self.method = method
    }

    func decode(_ bytes: ArraySlice<UInt8>) -> DecodedText {
        switch method {
        case .library(let name): LibraryCharset.decode(bytes, from: name)
        case .utf16(let isLittleEndian): Self.decodeUTF16(bytes, isLittleEndian)
        case .japanese:
            LibraryCharset.decode(SevenBitCharset.eucJapanese(bytes)[...], from: "EUC-JP-MS")
        case .hz:
            LibraryCharset.decode(SevenBitCharset.eucChinese(bytes)[...], from: "GB18030")
        }
    }

    /// UTF-16. Without a byte order mark and without an order in its name it should be that of the
    /// network (RFC 2781 §4.3); Windows writes the other one, which the zeros of ASCII tell.
    private static func decodeUTF16(
        _ bytes: ArraySlice<UInt8>, _ isLittleEndian: Bool?
    ) -> DecodedText {
        var content = bytes
        var isLittle = isLittleEndian ?? false
        if content.starts(with: [0xFE, 0xFF]), isLittleEndian != true {
            content = content.dropFirst(2)
            isLittle = false
        } else if content.starts(with: [0xFF, 0xFE]), isLittleEndian != false {
            content = content.dropFirst(2)
            isLittle = true
        } else if isLittleEndian == nil {
            isLittle = isMostlyLittleEndian(content.prefix(1024))
        }
        let count = content.count / 2
        let start = content.startIndex
        let units = [UInt16](unsafeUninitializedCapacity: count) { output, written in
            for index in 0..<count {
                let first = UInt16(content[start + 2 * index])
                let second = UInt16(content[start + 2 * index + 1])
                output[index] = isLittle ? second << 8 | first : first << 8 | second
            }
            written = count
        }
        let isOdd = content.count % 2 == 1
        if let text = String(validating: units, as: UTF16.self) {
            return DecodedText(text: isOdd ? text + "\u{FFFD}" : text, isLossy: isOdd)
        }
        return DecodedText(
            text: String(decoding: units, as: UTF16.self) + (isOdd ? "\u{FFFD}" : ""),
            isLossy: true)
    }

    private static func isMostlyLittleEndian(_ bytes: ArraySlice<UInt8>) -> Bool {
        var zeros = (even: 0, odd: 0)
        for (offset, byte) in bytes.enumerated() where byte == 0 {
            if offset % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
        }
        return zeros.odd > zeros.even
    }

    /// The labels of mail, in lower case. Only these reach the library: it knows hundreds more,
    /// and their code is loaded by name and seldom tested.
    private static let methods: [String: Method] = {
        var table: [String: Method] = [
            "utf-16": .utf16(isLittleEndian: nil), "utf16": .utf16(isLittleEndian: nil),
            "unicode": .utf16(isLittleEndian: nil), "ucs-2": .utf16(isLittleEndian: nil),
            "iso-10646-ucs-2": .utf16(isLittleEndian: nil),
            "csunicode": .utf16(isLittleEndian: nil),
            "utf-16be": .utf16(isLittleEndian: false), "utf-16le": .utf16(isLittleEndian: true),
            "unicodefffe": .utf16(isLittleEndian: false),
            "hz-gb-2312": .hz, "hz": .hz,
        ]
        for label in [
            "iso-2022-jp", "iso2022jp", "iso-2022-jp-1", "iso-2022-jp-ms", "csiso2022jp",
            "cp50220", "cp50221", "cp50222", "x-windows-iso2022jp", "jis", "x-jis",
        ] { table[label] = .japanese }
        for (name, labels) in libraryLabels {
            for label in labels.split(separator: " ") { table[String(label)] = .library(name) }
        }
        return table
    }()

    private static let libraryLabels: [(name: StaticString, labels: String)] = [
        (
            "UTF-7",
            "utf-7 unicode-1-1-utf-7 unicode-2-0-utf-7 utf7 csunicode11utf7 x-unicode-2-0-utf-7"
        ),
        ("UTF-32", "utf-32 utf32 ucs-4 iso-10646-ucs-4"),
        ("UTF-32BE", "utf-32be"), ("UTF-32LE", "utf-32le"),
        // A wider charset reads what was written under the narrower name.
        (
            "GB18030",
            "gb18030 gb2312 gbk gb_2312-80 gb_2312 x-gbk cp936 ms936 windows-936 euc-cn x-euc-cn "
                + "chinese csgb2312 csiso58gb231280 iso-ir-58 gb2312-80 cn-gb gb"
        ),
        (
            "UHC",
            "euc-kr ks_c_5601-1987 ks_c_5601-1989 ks_c_5601 ksc5601 ksc_5601 korean cseuckr "
                + "csksc56011987 iso-ir-149 windows-949 cp949 uhc x-uhc ms949 ksc5601-1987 euckr"
        ),
        (
            "BIG5-HKSCS",
            "big5 big5-hkscs big-5 cn-big5 csbig5 x-x-big5 x-big5 cp950 windows-950 big5hk ms950"
        ),
        ("EUC-TW", "euc-tw x-euc-tw cns11643"),
        (
            "CP932",
            "shift_jis shift-jis sjis x-sjis ms_kanji csshiftjis windows-31j cswindows31j cp932 "
                + "ms932 windows-932 shiftjis x-ms-cp932 cp943 ibm943"
        ),
        ("EUC-JP-MS", "euc-jp x-euc-jp eucjp x-euc cseucpkdfmtjapanese ujis euc-jp-ms eucjp-ms"),
        ("ISO-2022-JP-2", "iso-2022-jp-2 csiso2022jp2"), ("ISO-2022-JP-3", "iso-2022-jp-3"),
        ("ISO-2022-KR", "iso-2022-kr csiso2022kr"), ("ISO-2022-CN", "iso-2022-cn iso-2022-cn-ext"),
        ("JOHAB", "johab cp1361 ms1361"),
        (
            "KOI8-R", "koi8-r koi8r koi koi8 koi-8-r cskoi8r"
        ),
        ("KOI8-U", "koi8-u koi8u koi8-ru"), ("KOI8-T", "koi8-t"),
        ("IBM866", "ibm866 cp866 866 csibm866 cp-866 dos-866"),
        ("MAC-CYRILLIC", "x-mac-cyrillic mac-cyrillic maccyrillic x-mac-ukrainian"),
        (
            "MACINTOSH",
            "macintosh mac x-mac-roman csmacintosh macroman mac-roman x-macroman apple-roman"
        ),
        ("MAC-CENTRALEUROPE", "x-mac-ce x-mac-centraleurroman macce"),
        ("CP850", "cp850 ibm850 850 cspc850multilingual cp-850 dos-850"),
        ("IBM437", "cp437 ibm437 437 cspc8codepage437 dos-437"),
        ("CP852", "cp852 ibm852 852"), ("IBM855", "cp855 ibm855 855"),
        ("IBM857", "cp857 ibm857 857"),
        ("CP858", "cp858 ibm858 ibm00858 ccsid00858"), ("IBM860", "cp860 ibm860"),
        ("IBM861", "cp861 ibm861"), ("CP862", "cp862 ibm862"), ("IBM863", "cp863 ibm863"),
        ("IBM865", "cp865 ibm865"),
        (
            "CP874",
            "windows-874 cp874 dos-874 tis-620 tis620 iso-8859-11 iso8859-11 iso885911 x-windows-874"
        ),
        ("CP1250", "windows-1250 cp1250 x-cp1250 cp-1250 win-1250 windows1250"),
        ("CP1251", "windows-1251 cp1251 x-cp1251 cp-1251 win-1251 windows1251 ansi-1251"),
        ("CP1253", "windows-1253 cp1253 x-cp1253 cp-1253 windows1253"),
        (
            "CP1254",
            "windows-1254 cp1254 x-cp1254 cp-1254 windows1254 iso-8859-9 iso8859-9 iso_8859-9 latin5 "
                + "l5 csisolatin5 iso-ir-148 iso_8859-9:1989 iso88599"
        ),
        ("CP1255", "windows-1255 cp1255 x-cp1255 cp-1255 windows1255"),
        ("CP1256", "windows-1256 cp1256 x-cp1256 cp-1256 windows1256"),
        ("CP1257", "windows-1257 cp1257 x-cp1257 cp-1257 windows1257"),
        ("CP1258", "windows-1258 cp1258 x-cp1258 cp-1258 windows1258"),
        (
            "ISO-8859-2",
            "iso-8859-2 iso8859-2 iso_8859-2 latin2 l2 csisolatin2 iso-ir-101 iso_8859-2:1987 iso88592"
        ),
        ("ISO-8859-3", "iso-8859-3 iso8859-3 iso_8859-3 latin3 l3 csisolatin3 iso-ir-109"),
        ("ISO-8859-4", "iso-8859-4 iso8859-4 iso_8859-4 latin4 l4 csisolatin4 iso-ir-110"),
        ("ISO-8859-5", "iso-8859-5 iso8859-5 iso_8859-5 cyrillic csisolatincyrillic iso-ir-144"),
        (
            "ISO-8859-6",
            "iso-8859-6 iso8859-6 iso_8859-6 arabic csisolatinarabic iso-ir-127 iso-8859-6-e "
                + "iso-8859-6-i asmo-708 ecma-114"
        ),
        (
            "ISO-8859-7",
            "iso-8859-7 iso8859-7 iso_8859-7 greek greek8 csisolatingreek iso-ir-126 ecma-118"
        ),
        (
            "ISO-8859-8",
            "iso-8859-8 iso8859-8 iso_8859-8 hebrew csisolatinhebrew iso-ir-138 iso-8859-8-i "
                + "iso-8859-8-e logical visual"
        ),
        ("ISO-8859-10", "iso-8859-10 iso8859-10 latin6 l6 csisolatin6 iso-ir-157"),
        ("ISO-8859-13", "iso-8859-13 iso8859-13 latin7"),
        ("ISO-8859-14", "iso-8859-14 iso8859-14 latin8 iso-celtic"),
        ("ISO-8859-15", "iso-8859-15 iso8859-15 iso_8859-15 latin9 latin-9 l9 csisolatin9"),
        ("ISO-8859-16", "iso-8859-16 iso8859-16 latin10"),
        ("VISCII", "viscii csviscii"), ("TCVN", "tcvn tcvn-5712 tcvn5712-1"),
        ("ARMSCII-8", "armscii-8"), ("GEORGIAN-PS", "georgian-ps"),
        ("HP-ROMAN8", "hp-roman8 roman8 r8"),
        ("PT154", "pt154 ptcp154 cp154"), ("RK1048", "rk1048 kz-1048 strk1048-2002"),
    ]

}
