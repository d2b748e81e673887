import MailReports

extension FuzzTarget {
    /// Whole and in pieces it is the same report, and what is written from it is read again.
    static let aggregateReports = FuzzTarget("aggregate-reports") { bytes in
        var pieces: [AggregateRecord] = []
        var reader = AggregateReportReader { pieces.append($1) }
        let pieced: AggregateReading?
        do {
            for start in stride(from: 0, to: bytes.count, by: 7) {
                try reader.read(bytes[start..<min(start + 7, bytes.count)])
            }
            pieced = try reader.finish()
        } catch {
            pieced = nil
        }
        guard let (reading, records) = try? AggregateReportReader.read(bytes[...]) else {
            return require(pieced == nil, "a report is refused in pieces as well")
        }
        require(pieced?.report == reading.report && pieces == records, "pieces make no difference")
        require(records.count == reading.recordCount, "each record is counted")
        require(records.allSatisfy { $0.count >= 0 }, "no count is negative")
        var summary = AggregateSummary(sourceLimit: 2, domainLimit: 2)
        for record in records { summary.add(record, of: reading.report) }
        let written = AggregateReportWriter.format(reading.report, records: records)
        let again = try? AggregateReportReader.read(written[...])
        require(
            again?.reading.report.metadata.reportID.isEmpty
                == reading.report.metadata.reportID.isEmpty, "what is written is read")
        require(again?.records.count == records.count, "each record is written")
        require(again?.reading.messageCount == reading.messageCount, "and so are the counts")
    }
}
