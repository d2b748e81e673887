import AccessPolicies
import JSONText
import MailTypes

/// A file with a policy.
struct PolicySource: Equatable, Sendable {
    /// Longest file that is read: more than any policy may have.
    static let sizeInBytesLimit = 65_536

    let file: String
    let bytes: [UInt8]

    init(file: String, bytes: [UInt8]) {
        self.file = file
        self.bytes = bytes
    }

    init(reading file: String) throws(InputError) {
        self.init(file: file, bytes: try BoundedFile.read(file, limit: Self.sizeInBytesLimit))
    }

    /// - Throws: ``InputError`` that says where the policy is wrong.
    func document(as kind: PolicyDocument.Kind) throws(InputError) -> PolicyDocument {
        do {
            return try PolicyDocument(parsing: bytes, as: kind)
        } catch {
            throw InputError(problem(error), in: file)
        }
    }

    /// What is wrong, and where: the line, when the text is no JSON.
    func problem(_ error: PolicyError) -> String {
        do {
            _ = try JSON.parse(bytes)
            return "\(error)"
        } catch {
            let before = bytes.prefix(error.offset)
            let line = before.count { $0 == 0x0A } + 1
            let text = "line \(line): expected \(error.expected)"
            return isTypographicQuote(at: error.offset)
                ? "\(text), and there is a typographic quotation mark: JSON wants \"" : text
        }
    }

    /// “ or ”, as word processors and web pages put them (U+201C, U+201D).
    private func isTypographicQuote(at offset: Int) -> Bool {
        let found = bytes.dropFirst(offset).prefix(3)
        return found.elementsEqual("\u{201C}".utf8) || found.elementsEqual("\u{201D}".utf8)
    }
}

extension PolicyDocument {
    /// The only ARN of a policy's resources, when there is one.
    var identityARN: String? {
        var found: Set<String> = []
        for statement in statements where statement.resources.scope == .only {
            found.formUnion(statement.resources.listed)
        }
        return found.count == 1 ? found.first : nil
    }
}
