import MailTypes

/// Refuses, by its name, every way to sign but Signature Version 4, and 4A, with a long-lived key.
enum UnsupportedSignature {
    static func check(_ request: APIRequest) throws(SESError) {
        let header = request.header("authorization") ?? ""
        let names = parameterNames(of: request)
        if header.hasPrefix("AWS3") || request.header("x-amzn-authorization") != nil {
            throw SESError(
                .incompleteSignature,
                "Signature Version 3 requests are deprecated. You must migrate to Signature "
                    + "Version 4.")
        }
        if header.hasPrefix("AWS ") || names.contains("AWSAccessKeyId") {
            throw SESError(
                .incompleteSignature,
                "Signature Version 2 requests are not supported. You must migrate to Signature "
                    + "Version 4.")
        }
        if request.header("x-amz-security-token") != nil || names.contains("X-Amz-Security-Token") {
            throw SESError(
                .invalidClientTokenID,
                "The security token included in the request is invalid: session tokens are not "
                    + "supported (X-Amz-Security-Token). Use a long-lived access key.")
        }
        if request.header("x-amz-content-sha256")?.hasPrefix("STREAMING-") == true
            || request.header("content-encoding")?.contains("aws-chunked") == true
        {
            throw SESError(
                .signatureDoesNotMatch,
                "Chunked signatures are not supported (aws-chunked, STREAMING-…): sign the whole "
                    + "body.")
        }
        if request.header("x-amz-content-sha256") == "UNSIGNED-PAYLOAD" {
            throw SESError(
                .signatureDoesNotMatch,
                "UNSIGNED-PAYLOAD is not supported: the signature has to cover the body.")
        }
    }

    /// Of the query, and of the form of a v1 request that has been read.
    private static func parameterNames(of request: APIRequest) -> Set<String> {
        var names = names(in: Array(request.query.utf8)[...])
        // Signature Version 2 stands among the parameters, which come first of all.
        if request.path == "/", request.header("authorization") == nil {
            names.formUnion(self.names(in: request.body.prefix(16_384)))
        }
        return names
    }

    private static func names(in text: ArraySlice<UInt8>) -> Set<String> {
        Set(
            text.split(separator: UInt8(ascii: "&")).map { part in
                String(decoding: part.prefix { $0 != UInt8(ascii: "=") }.prefix(64), as: UTF8.self)
            })
    }
}

/// The hash of the body that a client may send along, besides the one in its signature.
enum ContentHash {
    static func check(_ request: APIRequest) throws(SESError) {
        guard let claimed = request.header("x-amz-content-sha256") else { return }
        let hash = hexadecimal(SHA256Digest.hash(request.body).bytes)
        guard claimed.asciiLowercased == hash else {
            throw SESError(
                .signatureDoesNotMatch,
                "The provided 'x-amz-content-sha256' header does not match what was computed.")
        }
    }
}
