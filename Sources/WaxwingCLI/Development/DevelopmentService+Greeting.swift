import WaxwingConsole
import WaxwingStore

extension DevelopmentService {
    /// What is printed when everything is about to run: addresses, lines for the shell, and the
    /// shortest program that sends a mail.
    var greeting: String {
        var lines = [
            "waxwing \(Version.current) dev: ready in a moment. Ctrl-C ends it.",
            "",
            "  Inbox       \(info.endpoint)/",
            "  SES API     \(info.endpoint)",
            "  SMTP        \(info.smtpAddress)  (STARTTLS; any credentials, or none)",
        ]
        if let smtps { lines.append("  SMTP/TLS    \(smtps)") }
        lines += [
            "  MX          \(info.mxAddress)",
            "  DNS         \(info.dnsAddress)  (UDP and TCP)",
            "  Data        \(folder.path)\(isTemporary ? "  (removed at the end)" : "")",
        ]
        if let deliverTo { lines.append("  Delivers to \(deliverTo)") }
        lines += [
            "",
            "For the shell:",
            "",
            "  export AWS_ENDPOINT_URL_SES=\(info.endpoint)",
            "  export AWS_ENDPOINT_URL_SESV2=\(info.endpoint)",
            "  export AWS_ACCESS_KEY_ID=waxwing AWS_SECRET_ACCESS_KEY=waxwing",
            "  export AWS_DEFAULT_REGION=us-east-1",
            "",
            "A first mail, with boto3:",
            "",
            "  import boto3; ses = boto3.client(\"sesv2\", endpoint_url=\"\(info.endpoint)\")",
            "  ses.create_email_identity(EmailIdentity=\"example.com\")",
            "  ses.send_email(FromEmailAddress=\"me@example.com\", "
                + "Destination={\"ToAddresses\": [\"you@example.net\"]}, "
                + "Content={\"Simple\": {\"Subject\": {\"Data\": \"Hello\"}, "
                + "\"Body\": {\"Text\": {\"Data\": \"It works.\"}}}})",
            "",
        ]
        return lines.joined(separator: "\n")
    }
}
