extension Setting {
    /// Every setting, in the order of the example and of the reference.
    static let all: [Setting] =
        [
            Setting(
                "data-folder", .text, "/var/lib/waxwing",
                "The folder that everything is kept in. One process at a time has it."),
            Setting(
                "roles", .list, "[api, submission, mx, delivery, events, web, dns]",
                "What this process does. --roles on the command line wins over it."),
            Setting(
                "regions", .list, "[us-east-1]",
                "The regions that are served, by their AWS names. The first one is the standard one."
            ),
            Setting(
                "hostname", .text, example: "mail.example.org",
                "The name of this server in DNS: greeted with, and written into Received fields. "
                    + "mail.<provider.domain> unless given."),

            Setting(
                "provider.domain", .text, example: "example.org",
                "The domain that the service itself goes by, below which bounces come back and keys "
                    + "are published. Required."),
            Setting(
                "provider.simulator-domain", .text, example: "simulator.example.org",
                "Where the mailbox simulator lives. simulator.<provider.domain> unless given."),
            Setting(
                "provider.addresses", .list, example: "[192.0.2.25, \"2001:db8::25\"]",
                "The public addresses of this server, for its DNS records and to know loops by."),
        ] + doors + trust + delivery + operation

    private static let doors: [Setting] = [
        Setting(
            "api.listen", .list, "[127.0.0.1:8025]",
            "Where the SES API and the web pages answer over HTTP: for a proxy on this machine."),
        Setting(
            "api.listen-tls", .list, "[]", example: "[0.0.0.0:443]", "The same over HTTPS."),
        Setting(
            "api.url", .text, example: "https://email.example.org",
            "What clients call it by, for links in mails. Made of the first listener unless "
                + "given."),

        Setting(
            "api.trusted-proxies", .list, "[]", example: "[127.0.0.1]",
            "Addresses of proxies: what they say in X-Forwarded-For and X-Forwarded-Proto is "
                + "believed, from nobody else. They have to hand on Host as it is."),
        Setting(
            "api.proxy-protocol", .list, "[]", example: "[127.0.0.1]",
            "Addresses of proxies that begin each connection with a PROXY header, version 1 or 2: "
                + "whom it names is the client. Without one they are not served."),
        Setting(
            "api.connections", .number(1...100_000), "2000",
            "Connections at once, for each listener; more of them wait. One address has a quarter "
                + "of them at most, but for this machine and api.trusted-proxies."),
        Setting(
            "api.idle-timeout", .duration, "60s",
            "A connection that says nothing for this long is closed."),
        Setting(
            "api.calls-per-second", .number(0...1_000_000), "500",
            "How often an account may call one operation in a second, and one region; a second's "
                + "worth may be saved up. More calls are refused as SES refuses them (429). "
                + "Sends are not counted: they have the account's sending rate. 0 for no bound."),

        Setting(
            "submission.listen", .list, "[0.0.0.0:587, 0.0.0.0:2587]",
            "SMTP submission with STARTTLS, which must come before AUTH."),
        Setting(
            "submission.listen-tls", .list, "[0.0.0.0:465, 0.0.0.0:2465]",
            "SMTP submission over TLS from the first byte."),
        Setting(
            "submission.connections", .number(1...100_000), "1000",
            "Connections at once, for each listener."),
        Setting(
            "submission.connections-per-address", .number(1...100_000), "200",
            "Connections at once from one address."),
        Setting(
            "submission.proxy-protocol", .list, "[]", example: "[127.0.0.1]",
            "As api.proxy-protocol, for these listeners."),

        Setting(
            "mx.listen", .list, "[0.0.0.0:25]",
            "Where bounces, complaints and mail for the simulator come in."),
        Setting(
            "mx.connections", .number(1...100_000), "1000",
            "Connections at once, for each listener."),
        Setting(
            "mx.connections-per-address", .number(1...100_000), "50",
            "Connections at once from one address."),
        Setting(
            "mx.proxy-protocol", .list, "[]", example: "[127.0.0.1]",
            "As api.proxy-protocol, for these listeners."),

        Setting(
            "dns.listen", .list, "[0.0.0.0:53]",
            "Where the zone of the service is answered for, over UDP and TCP."),
        Setting(
            "dns.name-servers", .list, example: "[ns1.example.org, ns2.example.org]",
            "The NS records of that zone. The hostname unless given."),

        Setting(
            "metrics.listen", .list, "[127.0.0.1:9225]",
            "Where /metrics, /health and /ready answer: not for the world."),
    ]

    private static let trust: [Setting] = [
        Setting(
            "tls.certificate", .files, example: "/etc/waxwing/tls/fullchain.pem",
            "PEM files, each a server's certificate with its chain. The first one is shown to "
                + "clients that name no server, or one that none is for. Read again when they "
                + "change, and on SIGHUP."),
        Setting(
            "tls.key", .files, example: "/etc/waxwing/tls/privkey.pem",
            "PEM files, the private key of each certificate, in the same order."),
        Setting(
            "tls.check-interval", .duration, "10s", "How often the files are looked at."),

        Setting(
            "secrets.master-key-file", .file, example: "/etc/waxwing/master.key",
            "The key that secrets in the database are encrypted with: 32 bytes, as Base64. It is "
                + "made where there is none. master.key in the data folder unless given."),
        Setting(
            "admin.token-file", .file, example: "/etc/waxwing/admin.token",
            "A file with the token that administration over HTTP asks for."),
        Setting(
            "admin.socket", .text, example: "/run/waxwing/admin.sock",
            "Where administration on this machine answers. admin.sock in the data folder unless "
                + "given."),

        Setting(
            "resolver.forwarders", .list, "[]", example: "[192.0.2.53, \"192.0.2.54:5353\"]",
            "DNS servers to ask. Those of /etc/resolv.conf unless given."),
        Setting(
            "resolver.trust-anchor-file", .file, example: "/usr/share/dns/root.key",
            "The root's keys: with them answers are validated, and DANE can be had."),
        Setting(
            "resolver.timeout", .duration, "10s", "After this a look-up has failed for now."),
    ]

    private static let delivery: [Setting] = [
        Setting(
            "delivery.hello-name", .text, example: "mail.example.org",
            "What this server calls itself to others. The hostname unless given."),
        Setting(
            "delivery.relay-host", .text, example: "relay.example.org:587",
            "Brings all mail to this server, instead of to the exchangers of each domain."),
        Setting(
            "delivery.relay-username", .text, example: "waxwing",
            "Signs in there by this name."),
        Setting(
            "delivery.relay-password-file", .file, example: "/etc/waxwing/relay.password",
            "A file with the password that goes with it."),
        Setting(
            "delivery.relay-tls", .choice(["opportunistic", "required", "verified", "never"]),
            "opportunistic",
            "Whether the relay host is spoken to over TLS; verified asks for a certificate of its "
                + "name that an authority vouches for, as a password deserves."),
        Setting(
            "delivery.relay-ca-file", .file, example: "/etc/waxwing/tls/relay-ca.pem",
            "The authorities, as PEM, that may vouch for the relay host. Those of the system "
                + "unless given."),
        Setting(
            "delivery.source-addresses", .list, "[]",
            example: "[default=192.0.2.25, news=192.0.2.26]",
            "The addresses that mail leaves from: POOL=ADDRESS, for each dedicated IP pool, of "
                + "whichever account, and for default, which stands in for pools that are not "
                + "named. Addresses of one pool and family take turns. A pool goes to those "
                + "servers that it has an address of the family for, and where there are none, as "
                + "default does. The system chooses where default has no address."),
        Setting(
            "delivery.warm-up", .list, "[]", example: "[192.0.2.26=2026-11-20]",
            "Source addresses that nobody knows yet, with the day that each began: ADDRESS=DATE. "
                + "For 45 days such an address sends a share of 50,000 recipients a day that "
                + "rises from day to day. What is beyond goes by the other addresses of its pool, "
                + "then by those of default, and where these are full too, the next day. Shares "
                + "are counted by this process, from its start."),
        Setting(
            "delivery.connections-per-destination", .number(1...1000), "20",
            "Connections to one destination at once, for each pool, when all goes well."),
        Setting(
            "delivery.deliveries-in-memory", .number(10...1_000_000), "2000",
            "Deliveries taken out of the queue at once."),
        Setting(
            "delivery.bytes-in-memory", .number(1_048_576...68_719_476_736), "67108864",
            "Bytes of messages taken out of the queue at once."),
        Setting(
            "delivery.first-retry", .duration, "1m",
            "The wait behind a first failure. It doubles with each one."),
        Setting("delivery.longest-retry", .duration, "1h", "The longest wait between attempts."),
        Setting(
            "delivery.lifetime", .duration, "14h",
            "How long a message is tried, unless its sender says otherwise."),
        Setting(
            "delivery.port", .number(1...65_535), "25", "The port of mail exchangers."),
        Setting(
            "delivery.allow-loopback", .flag, "false",
            "Delivers to exchangers on this machine, too. For tests: otherwise a stranger's MX "
                + "record could name what listens here."),
    ]

    private static let operation: [Setting] = [
        Setting(
            "identities.verification", .choice(["dns", "immediate"]), "dns",
            "How a new identity proves itself: dns looks for its records, immediate takes its "
                + "word. The latter is for closed networks: whoever has a key may then send as "
                + "anybody."),
        Setting(
            "identities.notices", .flag, "true",
            "Writes to the contact addresses of an account when the records of its identities are "
                + "found, lost or given up."),
        Setting(
            "dkim.rotation-period", .duration, "90d",
            "How long a key of Easy DKIM signs before the next one does."),
        Setting(
            "dkim.rotation-settling", .duration, "1d",
            "How long a key is published before it signs: longer than resolvers keep the one "
                + "before."),
        Setting(
            "dkim.rotation-retirement", .duration, "7d",
            "How long a key stays published after it has signed, for mail on its way."),
        Setting(
            "shutdown.delay", .duration, "0s",
            "How long /ready says no before listeners close, for load balancers to see it."),
        Setting(
            "shutdown.grace", .duration, "30s",
            "How long requests and transactions under way have to end."),
        Setting(
            "log.level", .choice(["trace", "debug", "info", "notice", "warning", "error"]),
            "info", "The least that is logged."),
        Setting(
            "log.format", .choice(["auto", "text", "json"]), "auto",
            "Lines for people, or a JSON object each. auto: text on a terminal, else JSON."),
        Setting(
            "log.deliveries", .flag, "false",
            "Logs how each attempt to deliver ended, with recipients and replies. Otherwise "
                + "addresses are seen at debug only."),
    ]
}
