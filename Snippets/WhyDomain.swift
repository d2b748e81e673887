// Asks what stands in the way of a domain's mail.
import DNS
import MailDiagnosis

let resolver = try StaticResolver(
    zoneFile: """
        example.com. TXT "v=spf1 mx -all"
        example.com. TXT "v=spf1 include:example.net ~all"
        _dmarc.example.com. TXT "v=DMARC1; p=none"
        """)
let diagnosis = await Diagnosis.ofDomain("example.com", resolver: resolver)
for finding in diagnosis.findings { print(finding.weight, finding.cause.title) }
