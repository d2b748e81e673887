// Answers questions from a zone file, as tests and offline checks do.
import DNS

let resolver = try StaticResolver(
    zoneFile: """
        $ORIGIN example.com.
        $TTL 3600
        @  MX   10 mail
        @  TXT  "v=spf1 mx -all"
        """)
let answer = await resolver.mxRecords(of: "example.com" as DNSName)
for record in answer.records {
    print(record.preference, record.exchange)  // 10 mail.example.com
}
