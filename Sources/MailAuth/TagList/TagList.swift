package import MailTypes

/// One `name=value` of a tag list.
package struct Tag: Sendable {
    package let name: ArraySlice<UInt8>
    /// Everything between `=` and the semicolon: what is taken out of `b=` before hashing.
    package let rawValue: ArraySlice<UInt8>
    /// The same without white space at its ends.
    package var value: ArraySlice<UInt8> { rawValue.trimmingFoldingWhitespace }

    /// The value as text, all white space within taken out.
    package var compactText: String {
        String(decoding: rawValue.filter { !$0.isFoldingWhitespace }, as: UTF8.self)
    }
}

/// The list of tags that DKIM signatures, key records, ARC sets and DMARC records share.
///
///     tag-list = tag-spec *( ";" tag-spec ) [ ";" ]     ; RFC 6376 §3.2
///
/// Names are told apart by case; a name that comes twice makes the whole list invalid, and so does
/// an empty element. White space behind the last semicolon is forgiven: it has one meaning, and
/// published records have it.
package struct TagList: Sendable {
    /// Most tags in a list; the standards define fewer than twenty.
    static let countLimit = 100

    package let tags: [Tag]

    package init(parsing bytes: ArraySlice<UInt8>) throws(SyntaxError) {
        var cursor = ByteCursor(bytes)
        var tags: [Tag] = []
        tags.reserveCapacity(16)
        repeat {
            let tag = try cursor.readTag()
            guard !tags.contains(where: { $0.name == tag.name }) else {
                throw SyntaxError(expected: .otherTag, offset: tag.name.startIndex)
            }
            guard tags.count < Self.countLimit else {
                throw SyntaxError(expected: .end, offset: tag.name.startIndex)
            }
            tags.append(tag)
            guard cursor.take(UInt8(ascii: ";")) else { break }
            cursor.skipFoldingWhitespace()
        } while !cursor.isAtEnd
        guard cursor.isAtEnd else { throw cursor.expected(.byte(";")) }
        self.tags = tags
    }

    package subscript(name: StaticString) -> Tag? {
        tags.first { tag in
            tag.name.count == name.utf8CodeUnitCount
                && name.withUTF8Buffer { tag.name.elementsEqual($0) }
        }
    }
}

extension ByteCursor {
    /// Reads one tag.
    ///
    ///     tag-spec = [FWS] tag-name [FWS] "=" [FWS] tag-value [FWS]     ; RFC 6376 §3.2
    mutating func readTag() throws(SyntaxError) -> Tag {
        skipFoldingWhitespace()
        guard let first = peek, first.isLetter else { throw expected(.tagName) }
        let name = take { $0.isAlphanumeric || $0 == UInt8(ascii: "_") }
        skipFoldingWhitespace()
        guard take(UInt8(ascii: "=")) else { throw expected(.byte("=")) }
        // VALCHAR and white space; UTF-8 in internationalized messages (RFC 8616 §5).
        let value = take {
            $0 != UInt8(ascii: ";") && ($0.isVisible || $0.isFoldingWhitespace || $0 >= 0x80)
        }
        return Tag(name: name, rawValue: value)
    }
}

extension SyntaxError.Expectation {
    static let tagName: Self = "a tag name"
    static let otherTag: Self = "a tag that the list does not have yet"
}
