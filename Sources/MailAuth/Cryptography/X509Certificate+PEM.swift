import MailTypes

extension X509Certificate {
    /// Most certificates in one text.
    public static let countLimit = 16

    /// Reads the `CERTIFICATE` blocks of a text (RFC 7468), in their order. Text between them, and
    /// blocks of other kinds, are passed over.
    /// - Throws: ``X509Error`` when a block is no certificate, or there is none, or too many.
    public static func readingPEM(_ text: [UInt8]) throws(X509Error) -> [X509Certificate] {
        guard text.count <= countLimit * lengthLimit else { throw X509Error.tooLarge }
        var certificates: [X509Certificate] = []
        var content: [UInt8]?
        for line in text.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let line = line.trimmingFoldingWhitespace
            if line.elementsEqual("-----BEGIN CERTIFICATE-----".utf8) {
                guard content == nil else { throw X509Error.malformed }
                content = []
            } else if line.starts(with: "-----END ".utf8), let block = content {
                guard let der = Base64.decode(block, .ignoringWhitespace) else {
                    throw X509Error.malformed
                }
                guard certificates.count < countLimit else { throw X509Error.tooMany }
                certificates.append(try X509Certificate(der: der))
                content = nil
            } else {
                content?.append(contentsOf: line)
            }
        }
        guard content == nil else { throw X509Error.malformed }
        guard !certificates.isEmpty else { throw X509Error.empty }
        return certificates
    }

    public var pem: String { PEM.encode(der, label: "CERTIFICATE") }
}
