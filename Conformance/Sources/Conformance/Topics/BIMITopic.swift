import BIMI
import JSONText
import MailAuth

extension Topic {
    /// BIMI. Lists of `file` and `valid` are about logos, `assertion_records` about records, and PEM
    /// files are certificates that have to be read.
    static let bimi = Topic(name: "bimi") { folder in
        let files = folder.jsonFiles()
        let listed = Set(files.flatMap { $1.elements.compactMap { $0["file"]?.text } })
        let logos = files.flatMap { path, document in
            document.elements.compactMap { logoCase(folder, path, $0) }
        }
        let records = files.flatMap { path, document in
            (document["assertion_records"]?.elements ?? []).compactMap { recordCase(path, $0) }
        }
        // A logo that no list has is a good one.
        let others = folder.files(".svg").filter { !listed.contains($0) }.map { path in
            Case(path, path, failure: failure(of: folder.bytes(path) ?? []))
        }
        let certificates = folder.files(".pem").map { path in
            let pem = folder.bytes(path) ?? []
            let count = (try? X509Certificate.readingPEM(pem))?.count ?? 0
            let suite = path.split(separator: "/").dropLast().joined(separator: "/")
            return Case(suite, path, expected: true, actual: count > 0)
        }
        return logos + records + others + certificates
    }

    private static func logoCase(
        _ folder: DataFolder, _ suite: String, _ entry: Document
    ) -> Case? {
        guard let file = entry["file"]?.text, let isValid = entry["valid"]?.flag,
            let svg = folder.bytes(file)
        else { return nil }
        let failure = failure(of: svg)
        guard (failure == nil) != isValid else { return Case(suite, file, failure: nil) }
        return Case(
            suite, file,
            failure: "expected \(isValid ? "no fault" : "a fault"), got \(failure ?? "none")")
    }

    private static func failure(of svg: [UInt8]) -> String? {
        SVGProfile.check(svg).first(where: \.isBreach)?.description
    }

    private static func recordCase(_ suite: String, _ entry: Document) -> Case? {
        guard let text = entry["record"]?.text, let isValid = entry["valid"]?.flag else {
            return nil
        }
        let record = try? BIMIRecord(parsing: Array(text.utf8))
        return Case(
            suite, "\(entry["name"]?.text ?? ""): \(text)", expected: isValid,
            actual: record?.location != nil)
    }
}
