import ArgumentParser
import Foundation
import MailReports

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Sum up DMARC, TLS and failure reports, complaints and bounces.",
        discussion: """
            Reads reports as they come: XML, JSON, gzip, zip, or the whole mail around them. Several \
            are summed up by domain and source; a report that comes twice counts once. Exit status: \
            0 when everything was read, 1 when something was refused, 2 when a file cannot be read.

            Examples:
              waxwing report google.com!example.com!1735689600!1735775999.zip
              waxwing report --json reports/
              waxwing report --html dmarc.html Maildir/cur
            """)

    @OptionGroup var reports: MessageArguments

    @Option(
        help: ArgumentHelp(
            "Write a page with charts to this file, or to standard output for -.",
            valueName: "file"),
        completion: .file())
    var html: String?

    @Option(
        help: ArgumentHelp(
            "Show so many sources of each domain; --json has all of them.", valueName: "number"))
    var sources = 20

    @OptionGroup var results: OutputOptions

    func validate() throws {
        guard sources >= 0 else { throw ValidationError("--sources cannot be negative") }
        guard !(html == "-" && results.json) else {
            throw ValidationError("--json and --html - both write to standard output")
        }
    }

    func run() throws {
        let paths = try reports.paths()
        if let html, html != "-", paths.contains(html) {
            throw InputError("this is one of the reports, and would be overwritten", in: html)
        }
        var overview = ReportOverview(shownSources: sources)
        let named = Set(reports.files)
        for path in paths {
            overview.add(
                ReportFileReading.read(path, isNamed: named.contains(path), seen: overview.seen))
        }
        if let html {
            let page = Array(ReportPage(overview).html.utf8)
            if html == "-" {
                try results.output.write(raw: page)
                return try overview.status.end()
            }
            try Self.write(page, to: html)
        }
        try results.output.write(overview)
        try overview.status.end()
    }

    private static func write(_ page: [UInt8], to path: String) throws(InputError) {
        do {
            try Data(page).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw InputError("it cannot be written: \(error.localizedDescription)", in: path)
        }
    }
}
