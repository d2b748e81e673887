// Reads a DMARC aggregate report record by record, and sums it up.
import MailReports

let xml = Array(
    """
    <feedback xmlns="urn:ietf:params:xml:ns:dmarc-2.0"><version>1.0</version>
    <report_metadata><org_name>example.net</org_name><email>dmarc@example.net</email>
    <report_id>1</report_id><date_range><begin>1764028800</begin><end>1764115199</end></date_range>
    </report_metadata><policy_published><domain>example.com</domain><p>none</p></policy_published>
    <record><row><source_ip>192.0.2.1</source_ip><count>3</count><policy_evaluated>
    <disposition>none</disposition><dkim>pass</dkim><spf>pass</spf></policy_evaluated></row>
    <identifiers><header_from>example.com</header_from></identifiers>
    <auth_results><spf><domain>example.com</domain><result>pass</result></spf></auth_results>
    </record></feedback>
    """.utf8)
var reader = AggregateReportReader { _, record in print(record.count) }  // 3
try reader.read(xml[...])
let reading = try reader.finish()
print(reading.messageCount)  // 3
