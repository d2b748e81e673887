/// What becomes of a CR or LF that is not part of a CRLF.
///
/// Mail ends its lines with CRLF and nothing else (RFC 5321 §2.3.8). Where one server takes a bare
/// LF for a line end and the next does not, one message can smuggle in a second. Neither choice
/// here lets a bare CR or LF end a line of the protocol or the message.
public enum BareLineEndings: Equatable, Sendable {
    /// The message is read to its true end and then refused.
    case refuse
    /// Each becomes a CRLF of the content.
    case normalise
}
