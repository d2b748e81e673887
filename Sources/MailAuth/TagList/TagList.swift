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

    /// Where a tag is, as indices of the text.
    private struct Place {
        let name: Range<Int>
        let mark: NameMark
        let value: Range<Int>
    }

    private let text: ArraySlice<UInt8>
    /// In the order in which they are written.
    private let places: [Place]

    package var tags: [Tag] { places.map(tag(at:)) }

    package init(parsing bytes: ArraySlice<UInt8>) throws(SyntaxError) {
        var cursor = ByteCursor(bytes)
        var places: [Place] = []
        places.reserveCapacity(16)
        repeat {
            let tag = try cursor.readTag()
            let mark = tag.name.withUnsafeBufferPointer { NameMark($0) }
            let isTwice = places.contains { place in
                place.mark.bits == mark.bits && (mark.isWhole || bytes[place.name] == tag.name)
            }
            guard !isTwice else {
                throw SyntaxError(expected: .otherTag, offset: tag.name.startIndex)
            }
            guard places.count < Self.countLimit else {
                throw SyntaxError(expected: .end, offset: tag.name.startIndex)
            }
            places.append(
                Place(name: tag.name.indices, mark: mark, value: tag.rawValue.indices))
            guard cursor.take(UInt8(ascii: ";")) else { break }
            cursor.skipFoldingWhitespace()
        } while !cursor.isAtEnd
        guard cursor.isAtEnd else { throw cursor.expected(.byte(";")) }
        text = bytes
        self.places = places
    }

    package subscript(name: StaticString) -> Tag? {
        name.withUTF8Buffer { name in
            let mark = NameMark(name)
            let place = places.first { place in
                place.mark.bits == mark.bits
                    && (mark.isWhole || text[place.name].elementsEqual(name))
            }
            return place.map(tag(at:))
        }
    }

    private func tag(at place: Place) -> Tag {
        Tag(name: text[place.name], rawValue: text[place.value])
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
            $0 > 0x20 ? $0 != UInt8(ascii: ";") && $0 != 0x7F : $0.isFoldingWhitespace
        }
        return Tag(name: name, rawValue: value)
    }
}

extension SyntaxError.Expectation {
    static let tagName: Self = "a tag name"
    static let otherTag: Self = "a tag that the list does not have yet"
}
