/// A report as large receivers send it, in pieces: the same number of rows gives the same bytes.
struct ReportGenerator {
    let rows: Int

    func write(_ put: ([UInt8]) -> Void) {
        put(Array(Self.head.utf8))
        var piece: [UInt8] = []
        for row in 0..<rows {
            append(row, to: &piece)
            if piece.count > 1 << 16 {
                put(piece)
                piece.removeAll(keepingCapacity: true)
            }
        }
        put(piece + Array("</feedback>\n".utf8))
    }

    private static let head = """
        <?xml version="1.0" encoding="UTF-8" ?>
        <feedback>
          <version>1.0</version>
          <report_metadata>
            <org_name>reporter.example</org_name>
            <email>noreply-dmarc-support@reporter.example</email>
            <report_id>13488712042596170873</report_id>
            <date_range>
              <begin>1709683200</begin>
              <end>1709769599</end>
            </date_range>
          </report_metadata>
          <policy_published>
            <domain>example.com</domain>
            <adkim>r</adkim>
            <aspf>r</aspf>
            <p>quarantine</p>
            <sp>quarantine</sp>
            <pct>100</pct>
          </policy_published>

        """

    /// Addresses, counts and results vary from row to row, as they do in life.
    private func append(_ row: Int, to piece: inout [UInt8]) {
        let mixed = UInt64(truncatingIfNeeded: row &+ 1) &* 0x9E37_79B9_7F4A_7C15
        let byte = { (shift: UInt64) in (mixed >> shift) & 255 }
        let isOurs = mixed >> 61 != 0
        let isForwarded = (mixed >> 58) & 7 == 0
        let dkim = isOurs ? "pass" : "fail"
        let spf = isOurs && !isForwarded ? "pass" : "fail"
        let mailFrom = isOurs ? "bounce.mail.example.com" : "sender\(byte(40)).example.net"
        piece +=
            """
              <record>
                <row>
                  <source_ip>\(byte(8) | 1).\(byte(16)).\(byte(24)).\(byte(32))</source_ip>
                  <count>\((mixed >> 48) & 63 + 1)</count>
                  <policy_evaluated>
                    <disposition>\(isOurs ? "none" : "quarantine")</disposition>
                    <dkim>\(dkim)</dkim>
                    <spf>\(spf)</spf>
                  </policy_evaluated>
                </row>
                <identifiers>
                  <envelope_from>\(mailFrom)</envelope_from>
                  <header_from>example.com</header_from>
                </identifiers>
                <auth_results>
                  <dkim>
                    <domain>\(isOurs ? "example.com" : "sender\(byte(40)).example.net")</domain>
                    <selector>s2024</selector>
                    <result>pass</result>
                  </dkim>
                  <spf>
                    <domain>\(mailFrom)</domain>
                    <result>\(isForwarded ? "softfail" : "pass")</result>
                  </spf>
                </auth_results>
              </record>

            """.utf8
    }
}
