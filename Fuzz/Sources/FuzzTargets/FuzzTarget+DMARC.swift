import MailAuth
import MailMessage
import MailTypes

extension FuzzTarget {
    static let dmarc = FuzzTarget("dmarc") { bytes in
        for text in [bytes, Array("v=DMARC1;p=none;".utf8) + bytes] {
            guard let record = DMARCRecord(parsing: text) else { continue }
            _ = record.standing
            for finding in record.findings { _ = finding.description }
            let formatted = record.formatted
            guard let again = DMARCRecord(parsing: Array(formatted.utf8)) else {
                require(false, "what is written is a record")
                continue
            }
            require(again.formatted == formatted, "a record is written as it reads")
            require(
                again.aggregateReportURIs.map(\.mailbox)
                    == record.aggregateReportURIs.map(\.mailbox),
                "report addresses are kept")
        }
        let authors = DMARCAuthors(fromFields: [bytes[...]])
        for problem in authors.problems { _ = problem.description }
        for domain in authors.domains {
            require(domain.isASCII, "author domains are A-labels")
            require(
                DMARCTreeWalk.names(from: domain).count <= DMARCTreeWalk.queryLimit,
                "walks have an end")
        }
        if let uri = DMARCReportURI(parsing: String(decoding: bytes, as: UTF8.self)),
            let mailbox = uri.mailbox
        {
            require(
                DMARCReportURI(parsing: DMARCReportURI(mailbox: mailbox).text)?.mailbox == mailbox,
                "an address is written as it reads")
        }
    }
}
