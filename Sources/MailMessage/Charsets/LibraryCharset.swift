#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Charsets by the tables of the C library (`iconv`).
///
/// Forty tables of thousands of characters are no code of ours to keep; the C library is linked
/// anyway, so that this costs no dependency, where Foundation would bring its own copy of them.
enum LibraryCharset {
    /// Bytes of output that are made at a time.
    private static let chunkLength = 16 * 1024

    /// The characters that `bytes` stand for, in at most a handful of calls for each byte. What
    /// is no character becomes U+FFFD, and reading goes on behind its first byte.
    static func decode(_ bytes: ArraySlice<UInt8>, from name: StaticString) -> DecodedText {
        let descriptor = name.withUTF8Buffer { label in
            label.withMemoryRebound(to: CChar.self) { label in
                iconv_open("UTF-8", label.baseAddress)
            }
        }
        guard let descriptor, descriptor != iconv_t(bitPattern: -1) else {
            // A C library without this table; ASCII is the part of it that is left.
            return DecodedText(
                text: String(decoding: bytes, as: UTF8.self), isLossy: !bytes.isASCII)
        }
        defer { _ = iconv_close(descriptor) }
        return convert(bytes, descriptor)
    }

    private static func convert(_ bytes: ArraySlice<UInt8>, _ descriptor: iconv_t) -> DecodedText {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count + bytes.count / 2)
        var isLossy = false
        var chunk = [UInt8](repeating: 0, count: chunkLength)
        var input = Array(bytes)
        input.withUnsafeMutableBytes { input in
            chunk.withUnsafeMutableBytes { chunk in
                var rest = input.count
                var source = input.baseAddress?.assumingMemoryBound(to: CChar.self)
                // Once more at the end with nothing, for what a stateful charset holds back.
                var isFlushing = rest == 0
                while true {
                    var room = chunk.count
                    let before = rest
                    var target = chunk.baseAddress?.assumingMemoryBound(to: CChar.self)
                    let result =
                        isFlushing
                        ? iconv(descriptor, nil, nil, &target, &room)
                        : iconv(descriptor, &source, &rest, &target, &room)
                    let reason = errno
                    output += chunk[..<(chunk.count - room)]
                    let isStuck = rest == before && room == chunk.count
                    if result != -1 {
                        if isFlushing { break }
                        isFlushing = true
                    } else if reason == E2BIG, !isStuck {
                        continue
                    } else if isFlushing {
                        break
                    } else {
                        isLossy = true
                        output += [0xEF, 0xBF, 0xBD]
                        // The end cuts a character in two, or a byte begins none.
                        let skipped = reason == EINVAL ? rest : min(1, rest)
                        source = source?.advanced(by: skipped)
                        rest -= skipped
                        if rest == 0 { isFlushing = true }
                    }
                }
            }
        }
        return DecodedText(text: String(decoding: output, as: UTF8.self), isLossy: isLossy)
    }
}
