public import MailTypes

/// A service that sends for its customers, as its traces in mail show it.
///
/// The table is short on purpose: the services that a domain owner most often finds in reports. A
/// service that is missing is still recognised as “another domain”, only without its own advice.
public struct SendingProvider: Equatable, Sendable {
    public let name: String
    /// Domains of its return paths and of its own signatures.
    public let domains: [DomainName]
    /// What its customers put into their SPF record; nil where that does nothing, because the
    /// return path stays the provider's.
    public let spfInclude: String?
    /// Where the customer turns on signatures with a domain of their own.
    public let signingSetting: String
    /// Where the customer sets a return path of their own; nil where there is none.
    public let mailFromSetting: String?

    /// The provider that `domain` belongs to.
    public static func of(_ domain: DomainName) -> SendingProvider? {
        all.first { provider in provider.domains.contains { domain.isEqualToOrBelow($0) } }
    }

    /// Whether its settings are those of SES: Amazon's, or a Waxwing that goes by its names.
    public var isSES: Bool { name == "Amazon SES" }

    public static let all: [SendingProvider] = [
        SendingProvider(
            "Amazon SES", ["amazonses.com"], spfInclude: "amazonses.com",
            signing: "Easy DKIM of a domain identity", mailFrom: "a custom MAIL FROM domain"),
        SendingProvider(
            "Google Workspace", ["gappssmtp.com", "google.com"], spfInclude: "_spf.google.com",
            signing: "Admin console, Apps, Gmail, Authenticate email"),
        SendingProvider(
            "Microsoft 365", ["onmicrosoft.com", "outlook.com"],
            spfInclude: "spf.protection.outlook.com",
            signing: "Defender portal, Email authentication settings, DKIM"),
        SendingProvider(
            "SendGrid", ["sendgrid.net"], spfInclude: nil,
            signing: "Settings, Sender Authentication, Authenticate Your Domain",
            mailFrom: "Sender Authentication, which sets the return path as well"),
        SendingProvider(
            "Mailgun", ["mailgun.org", "mailgun.net"], spfInclude: "mailgun.org",
            signing: "Sending, Domains, a domain of your own",
            mailFrom: "a sending domain of your own"),
        SendingProvider(
            "Mailchimp", ["mcsv.net", "mcdlv.net", "rsgsv.net", "mailchimpapp.net", "mcdlv.com"],
            spfInclude: nil, signing: "Account, Domains, Start authentication"),
        SendingProvider(
            "Mandrill", ["mandrillapp.com"], spfInclude: "spf.mandrillapp.com",
            signing: "Settings, Sending domains", mailFrom: "Settings, Custom return-path domain"),
        SendingProvider(
            "Postmark", ["mtasv.net", "pstmrk.it"], spfInclude: "spf.mtasv.net",
            signing: "Sender signatures, DNS settings", mailFrom: "Return-Path in DNS settings"),
        SendingProvider(
            "SparkPost", ["sparkpostmail.com"], spfInclude: "sparkpostmail.com",
            signing: "Domains, Sending domains", mailFrom: "Domains, Bounce domains"),
        SendingProvider(
            "Brevo", ["sendinblue.com", "brevosend.com", "mailin.fr"],
            spfInclude: "spf.brevo.com", signing: "Senders, Domains, Authenticate"),
        SendingProvider(
            "Mailjet", ["mailjet.com"], spfInclude: "spf.mailjet.com",
            signing: "Senders and domains, DKIM"),
        SendingProvider(
            "HubSpot", ["hubspotemail.net"], spfInclude: nil,
            signing: "Settings, Domains and URLs, Email sending domain"),
        SendingProvider(
            "Salesforce", ["exacttarget.com", "salesforce.com"], spfInclude: "_spf.salesforce.com",
            signing: "Setup, DKIM keys"),
        SendingProvider(
            "Zendesk", ["zendesk.com"], spfInclude: "mail.zendesk.com",
            signing: "Admin Center, Channels, Email, Custom domain for DKIM"),
        SendingProvider(
            "Zoho", ["zohomail.com", "zoho.com", "zeptomail.com"], spfInclude: "zohomail.com",
            signing: "Admin console, Email authentication, DKIM"),
        SendingProvider(
            "Fastmail", ["messagingengine.com"], spfInclude: "spf.messagingengine.com",
            signing: "Settings, Domains"),
    ]

    private init(
        _ name: String, _ domains: [DomainName], spfInclude: String?, signing: String,
        mailFrom: String? = nil
    ) {
        self.name = name
        self.domains = domains
        self.spfInclude = spfInclude
        signingSetting = signing
        mailFromSetting = mailFrom
    }
}
