import MailTypes

/// A request in the one form that both sides of a signature hash.
enum CanonicalRequest {
    /// - Parameter isPresigned: whether the signature stands in the query, and so is no part of it.
    static func text(
        of request: APIRequest, signing names: [String], isPresigned: Bool
    ) -> [UInt8] {
        var text = Array(request.method.utf8)
        text.append(0x0A)
        appendPath(request.path, to: &text)
        text.append(0x0A)
        appendQuery(request.query, isPresigned: isPresigned, to: &text)
        text.append(0x0A)
        for name in names { appendHeader(name, of: request, to: &text) }
        text.append(0x0A)
        text += names.joined(separator: ";").utf8
        text.append(0x0A)
        // Always the body's own hash: SES knows no UNSIGNED-PAYLOAD, so a request whose body was
        // left out of its signature is refused with that signature.
        text += hexadecimal(SHA256Digest.hash(request.body).bytes).utf8
        return text
    }

    /// Dot segments and empty ones go; what was encoded on the wire is encoded once more.
    private static func appendPath(_ path: String, to text: inout [UInt8]) {
        var segments: [ArraySlice<UInt8>] = []
        let parts = Array(path.utf8).split(
            separator: UInt8(ascii: "/"), omittingEmptySubsequences: true)
        for part in parts {
            if part.elementsEqual("..".utf8) {
                _ = segments.popLast()
            } else if !part.elementsEqual(".".utf8) {
                segments.append(part)
            }
        }
        text.append(UInt8(ascii: "/"))
        for (index, segment) in segments.enumerated() {
            if index > 0 { text.append(UInt8(ascii: "/")) }
            PercentEncoding.encode(segment, into: &text)
        }
        if !segments.isEmpty, path.utf8.last == UInt8(ascii: "/") { text.append(UInt8(ascii: "/")) }
    }

    /// Parameters encoded anew and ordered by name, then value; the signature itself is left out.
    private static func appendQuery(
        _ query: String, isPresigned: Bool, to text: inout [UInt8]
    ) {
        guard !query.isEmpty else { return }
        var parameters: [(name: [UInt8], value: [UInt8])] = []
        for part in Array(query.utf8).split(separator: UInt8(ascii: "&")) {
            let equals = part.firstIndex(of: UInt8(ascii: "=")) ?? part.endIndex
            let name = encodedAnew(part[..<equals])
            if isPresigned, name.elementsEqual("X-Amz-Signature".utf8) { continue }
            parameters.append((name, encodedAnew(part[equals...].dropFirst())))
        }
        parameters.sort { first, second in
            first.name == second.name
                ? first.value.lexicographicallyPrecedes(second.value)
                : first.name.lexicographicallyPrecedes(second.name)
        }
        for (index, parameter) in parameters.enumerated() {
            if index > 0 { text.append(UInt8(ascii: "&")) }
            text += parameter.name
            text.append(UInt8(ascii: "="))
            text += parameter.value
        }
    }

    private static func encodedAnew(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var encoded: [UInt8] = []
        let decoded = PercentEncoding.decode(text, plusIsSpace: false) ?? Array(text)
        PercentEncoding.encode(decoded, into: &encoded)
        return encoded
    }

    /// `name:value,value`, values without spaces around them and with single ones inside.
    private static func appendHeader(
        _ name: String, of request: APIRequest, to text: inout [UInt8]
    ) {
        text += name.utf8
        text.append(UInt8(ascii: ":"))
        var isFirst = true
        for header in request.headers where header.name == name {
            if !isFirst { text.append(UInt8(ascii: ",")) }
            isFirst = false
            let words = header.value.utf8.split { $0.isSpaceOrTab }
            for (index, word) in words.enumerated() {
                if index > 0 { text.append(0x20) }
                text += word
            }
        }
        text.append(0x0A)
    }
}
