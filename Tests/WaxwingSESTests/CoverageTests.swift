import Foundation
import SESModel
import Testing

@testable import WaxwingSES

/// `docs/ses-coverage.md` says what the router serves, no more and no less.
@Suite struct CoverageTests {
    @Test(arguments: [APIVersion.v1, .v2])
    func pageAgreesWithTheRouter(version: APIVersion) async throws {
        let rows = try Self.rows(of: version)
        let operations = version == .v1 ? SESv1.operations : SESv2.operations
        #expect(Set(rows.keys) == Set(operations.map(\.name)))
        let implemented = Set(rows.filter { $0.value == "implemented" }.keys)
        let served = try await ServiceBench().router.registered(in: version)
        let own = version == .v2 ? Set(ScheduledEmails.operations.map(\.name)) : []
        #expect(own.isSubset(of: served))
        #expect(implemented == served.subtracting(own))
        #expect(rows.values.allSatisfy { ["implemented", "not yet"].contains($0) })
    }

    /// The state of each operation in the section of `version`.
    private static func rows(of version: APIVersion) throws -> [String: String] {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let page = try String(
            contentsOf: root.appending(path: "docs/ses-coverage.md"), encoding: .utf8)
        let heading = version == .v1 ? "## v1" : "## v2"
        let section = page.split(separator: "\n").drop { !$0.hasPrefix(heading) }
            .dropFirst().prefix { !$0.hasPrefix("## ") }
        var rows: [String: String] = [:]
        for line in section where line.hasPrefix("| ") && !line.hasPrefix("| ---") {
            let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
            if cells[0] != "Operation" { rows[cells[0]] = cells[1] }
        }
        return rows
    }
}
