// Writes and reads DMARC aggregate reports of any length: rows a second, and the memory it takes.
//
//     reports write ROWS > FILE      a report like those of large receivers, about 700 bytes a row
//     reports read FILE              XML, gzip or zip; prints one line of JSON
//     reports summary FILE           the same, and sums the records up by source
import Foundation
import MailReports

let arguments = CommandLine.arguments.dropFirst()
switch (arguments.first, arguments.dropFirst().first) {
case ("write", let rows?):
    ReportGenerator(rows: Int(rows) ?? 0).write { FileHandle.standardOutput.write(Data($0)) }
case ("read", let path?):
    try measure(path, summing: false)
case ("summary", let path?):
    try measure(path, summing: true)
default:
    let usage = "usage: reports write ROWS | read FILE | summary FILE\n"
    FileHandle.standardError.write(Data(usage.utf8))
    exit(2)
}

/// Reads a file piece by piece and prints what that took.
func measure(_ path: String, summing: Bool) throws {
    guard let file = fopen(path, "r") else { throw CocoaError(.fileReadNoSuchFile) }
    defer { fclose(file) }
    var limits = ReportLimits()
    limits.expansion.outputLimit = .max
    var rows = 0
    var messages = 0
    var summary = AggregateSummary()
    let start = ContinuousClock.now
    let found = ReportFile.read(limits: limits) { report, record in
        rows += 1
        messages &+= record.count
        if summing { summary.add(record, of: report) }
    } pulling: {
        [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
            count = fread(buffer.baseAddress, 1, buffer.count, file)
        }[...]
    }
    let elapsed = (ContinuousClock.now - start) / .seconds(1)
    var usage = rusage()
    getrusage(0, &usage)  // RUSAGE_SELF
    let used = Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1e6
    let sources = summary.domains.values.reduce(0) { $0 + $1.sources.count }
    let line: [String: Any] = [
        "rows": rows, "messages": messages, "seconds": elapsed, "sources": sources,
        "cpu_seconds": used,
        "rows_per_second": Double(rows) / elapsed, "peak_rss_kib": usage.ru_maxrss,
        "failures": found.failures.map(\.description),
    ]
    let json = try JSONSerialization.data(withJSONObject: line, options: [.sortedKeys])
    print(String(decoding: json, as: UTF8.self))
}
