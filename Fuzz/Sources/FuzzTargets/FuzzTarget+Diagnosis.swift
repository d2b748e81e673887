import MailDiagnosis
import MailMessage

extension FuzzTarget {
    /// Header fields as people copy them.
    static let diagnosis = FuzzTarget("diagnosis") { bytes in
        let mended = CopiedHeaders.mended(bytes[...])
        require(CopiedHeaders.mended(mended[...]) == mended, "fields are mended once")
        let headers = ReportedHeaders(copied: bytes[...])
        _ = headers.steps
        _ = MailPath(headers.fields)
    }
}
