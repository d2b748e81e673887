import Logging
import MailTypes
import SMTP
import WaxwingCore
import WaxwingMTA

extension ServeConfiguration {
    /// Reads and checks everything, files that are named included.
    /// - Throws: ``ConfigurationProblems`` with all that is wrong.
    static func resolved(
        from settings: Settings, file: ConfigurationFile?, now: UnixTime
    ) throws(ConfigurationProblems) -> ServeConfiguration {
        var reader = SettingsReader(settings, file: file)
        let configuration = ServeConfiguration(&reader)
        configuration.check(&reader, now: now)
        guard reader.problems.isEmpty else { throw ConfigurationProblems(reader.problems) }
        return configuration
    }

    /// Where something is wrong there is a complaint, and anything in its place.
    private init(_ reader: inout SettingsReader) {
        roles = reader.roles()
        regions = reader.regions()
        let domain = reader.providerDomain()
        provider = Provider(
            baseDomain: domain,
            simulatorDomain: reader.domain("provider.simulator-domain")
                ?? reader.name("simulator", below: domain))
        hostname = reader.domain("hostname") ?? reader.name("mail", below: domain)
        dataFolder = reader.path("data-folder") ?? ""
        addresses = reader.addresses("provider.addresses")
        api = API(&reader)
        submission = SMTPDoor(&reader, "submission")
        submission.listenTLS = reader.endpoints("submission.listen-tls")
        mx = SMTPDoor(&reader, "mx")
        dns = DNSDoor(
            listen: reader.endpoints("dns.listen"), nameServers: reader.domains("dns.name-servers"))
        if dns.nameServers.isEmpty { dns.nameServers = [hostname] }
        metrics = reader.endpoints("metrics.listen")
        tls = TLS(&reader)
        masterKeyFile = reader.path("secrets.master-key-file")
        adminTokenFile = reader.path("admin.token-file")
        adminSocket = reader.path("admin.socket") ?? "\(dataFolder)/admin.sock"
        resolving = Resolving(
            forwarders: reader.forwarders(),
            trustAnchorFile: reader.path("resolver.trust-anchor-file"),
            timeout: reader.duration("resolver.timeout"))
        delivery = Delivery(&reader, hostname: hostname)
        verifiesAtOnce = reader.choice("identities.verification") == "immediate"
        noticesOwners = reader.flag("identities.notices")
        rotation = DKIMRotationSchedule(
            period: reader.duration("dkim.rotation-period"),
            settling: reader.duration("dkim.rotation-settling"),
            retirement: reader.duration("dkim.rotation-retirement"))
        shutdownDelay = reader.duration("shutdown.delay")
        shutdownGrace = reader.duration("shutdown.grace")
        log = Log(&reader)
    }
}

extension ServeConfiguration.API {
    init(_ reader: inout SettingsReader) {
        listen = reader.endpoints("api.listen")
        listenTLS = reader.endpoints("api.listen-tls")
        trustedProxies = reader.addresses("api.trusted-proxies")
        headerProxies = Set(reader.addresses("api.proxy-protocol"))
        connectionLimit = reader.number("api.connections")
        idleTimeout = reader.duration("api.idle-timeout")
        callsPerSecond = reader.number("api.calls-per-second")
        let standard =
            listenTLS.first.map { "https://\($0)" } ?? listen.first.map { "http://\($0)" } ?? ""
        url = reader.text("api.url") ?? standard
        if reader.isGiven("api.url"), !url.hasPrefix("http://"), !url.hasPrefix("https://") {
            reader.complain("api.url", "api.url begins with https:// or http://")
        }
        while url.hasSuffix("/") { url.removeLast() }
    }
}

extension ServeConfiguration.SMTPDoor {
    init(_ reader: inout SettingsReader, _ section: String) {
        listen = reader.endpoints("\(section).listen")
        connectionLimit = reader.number("\(section).connections")
        connectionsPerAddressLimit = reader.number("\(section).connections-per-address")
        headerProxies = Set(reader.addresses("\(section).proxy-protocol"))
    }
}

extension ServeConfiguration.TLS {
    init(_ reader: inout SettingsReader) {
        let certificates = reader.paths("tls.certificate")
        let keys = reader.paths("tls.key")
        if certificates.count != keys.count {
            reader.complain(
                certificates.count > keys.count ? "tls.certificate" : "tls.key",
                "\(certificates.count) certificates and \(keys.count) keys: tls.certificate and "
                    + "tls.key name as many files, in the same order")
        }
        certificateFiles = zip(certificates, keys).map(CertificateFiles.init)
        checkInterval = max(reader.duration("tls.check-interval"), .milliseconds(100))
    }
}

extension ServeConfiguration.Delivery {
    init(_ reader: inout SettingsReader, hostname: DomainName) {
        helloName = (reader.domain("delivery.hello-name") ?? hostname).text
        relay = ServeConfiguration.Relay(&reader)
        sourceAddresses = reader.sourceAddresses()
        connectionsPerDestinationLimit = reader.number("delivery.connections-per-destination")
        heldDeliveriesLimit = reader.number("delivery.deliveries-in-memory")
        heldBytesLimit = reader.number("delivery.bytes-in-memory")
        retrySchedule = RetrySchedule()
        retrySchedule.first = reader.duration("delivery.first-retry")
        retrySchedule.longest = reader.duration("delivery.longest-retry")
        if retrySchedule.first > retrySchedule.longest {
            reader.complain(
                "delivery.first-retry",
                "delivery.first-retry is longer than delivery.longest-retry")
        }
        lifetime = reader.duration("delivery.lifetime")
        port = reader.number("delivery.port")
        allowsLoopback = reader.flag("delivery.allow-loopback")
    }
}

extension ServeConfiguration.Relay {
    fileprivate init?(_ reader: inout SettingsReader) {
        let policy = reader.choice("delivery.relay-tls")
        let username = reader.text("delivery.relay-username")
        let password = reader.secret("delivery.relay-password-file")
        if (username == nil) != (reader.text("delivery.relay-password-file") == nil) {
            reader.complain(
                username == nil ? "delivery.relay-password-file" : "delivery.relay-username",
                "delivery.relay-username and delivery.relay-password-file go together")
        }
        if policy == "never", username != nil {
            reader.complain(
                "delivery.relay-tls",
                "delivery.relay-username needs TLS: no password is told without it")
        }
        authoritiesFile = reader.path("delivery.relay-ca-file")
        isVerified = policy == "verified"
        guard let text = reader.text("delivery.relay-host") else { return nil }
        guard let colon = text.lastIndex(of: ":"),
            let port = Int(text[text.index(after: colon)...]),
            (1...65_535).contains(port), let host = Host(text[..<colon])
        else {
            reader.complain(
                "delivery.relay-host",
                "delivery.relay-host takes a name or an address with a port, such as "
                    + "relay.example.org:587, not \"\(text.prefix(80))\"")
            return nil
        }
        self.host = host
        self.port = port
        tls =
            switch policy {
            case "required", "verified": .required
            case "never": .never
            default: .opportunistic
            }
        if let username, let password {
            credentials = SMTPCredentials(
                mechanism: .plain, username: username, password: password)
        }
    }
}

extension ServeConfiguration.Relay.Host {
    fileprivate init?(_ text: Substring) {
        let inner = text.hasPrefix("[") && text.hasSuffix("]") ? text.dropFirst().dropLast() : text
        if let address = IPAddress(parsing: inner) {
            self = .address(address)
        } else if let name = try? DomainName(parsing: text) {
            self = .name(name)
        } else {
            return nil
        }
    }
}

extension ServeConfiguration.Log {
    init(_ reader: inout SettingsReader) {
        level = Logger.Level(rawValue: reader.choice("log.level")) ?? .info
        format =
            switch reader.choice("log.format") {
            case "text": .text
            case "json": .json
            default: nil
            }
        showsDeliveries = reader.flag("log.deliveries")
    }
}

// MARK: - Values of their own kind

extension SettingsReader {
    fileprivate mutating func roles() -> Set<ServiceRole> {
        let names = list("roles")
        let roles = names.compactMap { name in
            if let role = ServiceRole(rawValue: name) { return role }
            let near = nearest(to: name, among: ServiceRole.allCases.map(\.rawValue))
            complain(
                "roles",
                "no role \(name)\(near.map { "; did you mean \($0)?" } ?? ""): there are "
                    + ServiceRole.names)
            return nil
        }
        if names.isEmpty { complain("roles", "no roles, so there would be nothing to do") }
        return Set(roles)
    }

    fileprivate mutating func regions() -> [Region] {
        let names = list("regions")
        if names.isEmpty { complain("regions", "no regions: name one, such as us-east-1") }
        return names.compactMap { name in
            if let region = Region(name) { return region }
            complain("regions", "\"\(name.prefix(40))\" is no name of a region, such as us-east-1")
            return nil
        }
    }

    fileprivate mutating func providerDomain() -> DomainName {
        guard text("provider.domain") != nil else {
            let name = Setting.named("provider.domain")?.environmentName ?? ""
            complain(
                "provider.domain",
                "provider.domain is not set: the domain that the service itself goes by, such as "
                    + "example.org (or \(name) in the environment)")
            return "example.invalid"
        }
        return domain("provider.domain") ?? "example.invalid"
    }

    fileprivate mutating func name(_ label: String, below domain: DomainName) -> DomainName {
        if let name = try? domain.prefixed(with: label) { return name }
        complain("provider.domain", "provider.domain is too long: there is no \(label) below it")
        return domain
    }

    fileprivate mutating func forwarders() -> [ResolverEndpoint] {
        list("resolver.forwarders").compactMap { text in
            if let endpoint = ResolverEndpoint(parsing: text) { return endpoint }
            complain(
                "resolver.forwarders",
                "resolver.forwarders takes IP addresses, with a port unless that is 53, not "
                    + "\"\(text.prefix(80))\"")
            return nil
        }
    }

    fileprivate mutating func sourceAddresses() -> SourceAddresses {
        var addresses = SourceAddresses()
        for text in list("delivery.source-addresses") {
            let parts = text.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, let address = IPAddress(parsing: parts[1]) else {
                complain(
                    "delivery.source-addresses",
                    "delivery.source-addresses takes POOL=ADDRESS, such as default=192.0.2.25, "
                        + "not \"\(text.prefix(80))\"")
                continue
            }
            let pool = String(parts[0])
            if DedicatedIPPool.reservedNames.contains(pool) {
                complain(
                    "delivery.source-addresses",
                    "delivery.source-addresses: \(pool) delivers from the addresses of default")
            }
            addresses.add(address, to: pool)
        }
        warmUps(of: &addresses)
        return addresses
    }

    private mutating func warmUps(of addresses: inout SourceAddresses) {
        let known = addresses.all
        for text in list("delivery.warm-up") {
            let parts = text.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, let address = IPAddress(parsing: parts[0]),
                let start = UnixTime(iso8601: String(parts[1]))
            else {
                complain(
                    "delivery.warm-up",
                    "delivery.warm-up takes ADDRESS=DATE, such as 192.0.2.26=2026-11-20, not "
                        + "\"\(text.prefix(80))\"")
                continue
            }
            if !known.contains(address) {
                complain(
                    "delivery.warm-up",
                    "delivery.warm-up: \(address) is none of delivery.source-addresses")
            }
            addresses.warmUp(address, from: start)
        }
    }

    /// The first line of a file.
    fileprivate mutating func secret(_ key: String) -> String? {
        guard let path = path(key) else { return nil }
        do throws(InputError) {
            let text = try BoundedFile.readText(path, limit: 64 * 1024)
            let line = String(text.prefix { !$0.isNewline })
            if line.isEmpty { complain(key, "\(path): it is empty") }
            return line
        } catch {
            complain(key, error.description)
            return nil
        }
    }
}
