/// One header field as it was written; all slices share the message's storage and offsets.
struct HeaderField: Sendable {
    /// The whole field, its last line end included.
    let bytes: ArraySlice<UInt8>
    /// Without the white space that obsolete syntax allows before the colon (RFC 5322 §4.5).
    let name: ArraySlice<UInt8>
    /// Everything behind the colon up to the last line end, folding included.
    let value: ArraySlice<UInt8>
}
