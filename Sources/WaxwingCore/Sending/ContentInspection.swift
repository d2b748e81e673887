import MailMessage
import MailTypes

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// Looks for what may not be sent: files that readers' machines would run, and the virus that
/// everybody tests with.
enum ContentInspection {
    /// Extensions of the files that SES refuses (its list of unsupported attachment types).
    static let blockedExtensions: Set<String> = [
        "ade", "adp", "app", "asp", "bas", "bat", "cer", "chm", "cmd", "com", "cpl", "crt", "csh",
        "der", "exe", "fxp", "gadget", "hlp", "hta", "inf", "ins", "isp", "its", "js", "jse", "ksh",
        "lib", "lnk", "mad", "maf", "mag", "mam", "maq", "mar", "mas", "mat", "mau", "mav", "maw",
        "mda", "mdb", "mde", "mdt", "mdw", "mdz", "msc", "msh", "msh1", "msh2", "mshxml", "msh1xml",
        "msh2xml", "msi", "msp", "mst", "ops", "pcd", "pif", "plg", "prf", "prg", "ps1", "ps1xml",
        "ps2", "ps2xml", "psc1", "psc2", "reg", "scf", "scr", "sct", "shb", "shs", "sys", "tmp",
        "url", "vb", "vbe", "vbs", "vps", "vsmacros", "vss", "vst", "vsw", "vxd", "ws", "wsc",
        "wsf", "wsh", "xnk",
    ]

    /// - Throws: ``ServiceError/invalidParameter(_:)`` for a name with a blocked extension.
    static func check(filename: String) throws(ServiceError) {
        // Windows leaves out white space and dots at the end of a name.
        let name = filename.trimmingSuffix { $0 == "." || $0.isWhitespace || $0 == "\0" }
        guard let dot = name.lastIndex(of: ".") else { return }
        let suffix = name[name.index(after: dot)...].lowercased()
        guard !blockedExtensions.contains(suffix) else {
            throw .invalidParameter("Illegal filename '\(filename)'.")
        }
    }

    /// Checks the names of all parts, those of messages within the message included.
    static func checkFilenames(in part: Part) throws(ServiceError) {
        if let filename = part.filename { try check(filename: filename) }
        switch part.content {
        case .leaf: return
        case .message(let inner): try checkFilenames(in: inner)
        case .multipart(let children):
            for child in children { try checkFilenames(in: child) }
        }
    }

    // MARK: Dispositions

    /// Refuses a part whose disposition begins with no word, in the words of SES.
    static func checkDispositions(in part: Part) throws(ServiceError) {
        if let field = part.headerSection.first("Content-Disposition"),
            let found = misplaced(inDisposition: field.rawValue)
        {
            throw .invalidParameter("Expected disposition, got \(found)")
        }
        switch part.content {
        case .leaf: return
        case .message(let inner): try checkDispositions(in: inner)
        case .multipart(let children):
            for child in children { try checkDispositions(in: child) }
        }
    }

    /// What stands where the word should: a special, the text of a quoted string, or `null` for
    /// nothing; nil where there is a word.
    private static func misplaced(inDisposition value: ArraySlice<UInt8>) -> String? {
        guard (try? ContentDisposition(parsing: value)) == nil else { return nil }
        var cursor = ByteCursor(value)
        do throws(SyntaxError) {
            try cursor.skipCFWS()
        } catch {
            return "("
        }
        var quoted = cursor
        if let text = try? quoted.readQuotedString() {
            return String(decoding: text, as: UTF8.self)
        }
        return cursor.peek.map { String(decoding: [$0], as: UTF8.self) } ?? "null"
    }

    // MARK: The test virus

    /// The test file of EICAR, in two halves so that nothing finds it in this program.
    private static let testVirus = Array(
        (#"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-"# + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*").utf8)

    /// A byte of it that mail seldom has, and never in base64: the search goes from one to the next.
    private static let rareByte = UInt8(ascii: "}")
    private static let rareOffset = testVirus.firstIndex(of: rareByte) ?? 0

    static func holdsTestVirus(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress else { return false }
            var start = rareOffset
            let end = bytes.count - (testVirus.count - rareOffset)
            while start <= end,
                let found = memchr(base + start, Int32(rareByte), end - start + 1)
            {
                let offset = UnsafeRawPointer(found) - base
                if memcmp(base + offset - rareOffset, testVirus, testVirus.count) == 0 {
                    return true
                }
                start = offset + 1
            }
            return false
        }
    }

    static func holdsTestVirus(_ text: String) -> Bool {
        text.utf8.count >= testVirus.count && holdsTestVirus(Array(text.utf8)[...])
    }

    /// Whether it stands anywhere in a message: in a field, or in a part as readers see it.
    static func holdsTestVirus(_ message: Message, _ root: Part) -> Bool {
        holdsTestVirus(message.headerSection) || holdsTestVirus(message.body)
            || holdsTestVirus(decoding: root)
    }

    private static func holdsTestVirus(_ section: HeaderSection) -> Bool {
        section.fields.contains { $0.bytes.count > testVirus.count && holdsTestVirus($0.text) }
    }

    private static func holdsTestVirus(decoding part: Part) -> Bool {
        switch part.content {
        case .leaf:
            part.body.count >= testVirus.count && holdsTestVirus(part.decodedContent)
        case .message(let inner):
            holdsTestVirus(inner.headerSection) || holdsTestVirus(decoding: inner)
        case .multipart(let children):
            children.contains { holdsTestVirus($0.headerSection) || holdsTestVirus(decoding: $0) }
        }
    }
}

extension StringProtocol {
    fileprivate func trimmingSuffix(while isTrimmed: (Character) -> Bool) -> SubSequence {
        var end = endIndex
        while end > startIndex, isTrimmed(self[index(before: end)]) { end = index(before: end) }
        return self[..<end]
    }
}
