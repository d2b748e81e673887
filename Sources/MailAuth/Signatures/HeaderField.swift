import MailTypes

/// One header field as it was written; all of it shares the message's storage and offsets.
///
/// It is one slice and places in it: of three slices each would count its references.
struct HeaderField: Sendable {
    /// The whole field, its last line end included.
    let bytes: ArraySlice<UInt8>
    private let nameEnd: Int
    private let valueStart: Int
    private let valueEnd: Int
    /// Of the name in lower case.
    private let mark: NameMark

    /// - Parameters:
    ///   - name: the beginning of `bytes`.
    ///   - value: a part of `bytes` behind it.
    init(bytes: ArraySlice<UInt8>, name: ArraySlice<UInt8>, value: ArraySlice<UInt8>) {
        self.init(
            bytes: bytes, nameEnd: name.endIndex, value: value.startIndex..<value.endIndex)
    }

    init(bytes: ArraySlice<UInt8>, nameEnd: Int, value: Range<Int>) {
        self.bytes = bytes
        self.nameEnd = nameEnd
        valueStart = value.lowerBound
        valueEnd = value.upperBound
        mark = bytes[..<nameEnd].withUnsafeBufferPointer { NameMark(lowercasing: $0) }
    }

    /// Without the white space that obsolete syntax allows before the colon (RFC 5322 §4.5).
    var name: ArraySlice<UInt8> { bytes[..<nameEnd] }

    /// Everything behind the colon up to the last line end, folding included.
    var value: ArraySlice<UInt8> { bytes[valueStart..<valueEnd] }

    /// Whether this is its name, letters of either case being equal.
    /// - Parameter mark: that of the name in lower case.
    func isNamed(_ other: UnsafeBufferPointer<UInt8>, _ mark: NameMark) -> Bool {
        self.mark.bits == mark.bits
            && (mark.isWhole || name.equalsIgnoringCase(other))
    }

    func isNamed(_ other: StaticString) -> Bool {
        other.withUTF8Buffer { isNamed($0, NameMark(lowercasing: $0)) }
    }
}

extension ArraySlice<UInt8> {
    fileprivate func equalsIgnoringCase(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
        withUnsafeBufferPointer { bytes in
            bytes.count == other.count
                && bytes.indices.allSatisfy {
                    bytes[$0].asciiLowercased == other[$0].asciiLowercased
                }
        }
    }
}
