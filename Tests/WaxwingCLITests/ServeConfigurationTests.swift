import Logging
import MailTypes
import Testing
import WaxwingCore

@testable import WaxwingCLI

@Suite struct ServeConfigurationTests {
    /// What every file here has, so that nothing else is wrong with it.
    private static let base = """
        provider:
          domain: waxwing.example
        submission:
          listen: []
          listen-tls: []

        """

    @Test func readsFileAndStandards() throws {
        let configuration = try resolved(
            Self.base + """
                roles: [api, mx]
                regions: eu-west-1
                delivery:
                  relay-host: "[2001:db8::1]:25"
                  first-retry: 30s
                mx:
                  proxy-protocol: 192.0.2.9
                log:
                  level: debug
                """)
        #expect(configuration.roles == [.api, .mx])
        #expect(configuration.regions.map(\.description) == ["eu-west-1"])
        #expect(configuration.hostname == "mail.waxwing.example")
        #expect(configuration.provider.simulatorDomain == "simulator.waxwing.example")
        #expect(configuration.delivery.relay?.host == .address(IPAddress(parsing: "2001:db8::1")!))
        #expect(configuration.delivery.retrySchedule.first == .seconds(30))
        #expect(configuration.delivery.retrySchedule.longest == .seconds(3600))
        #expect(configuration.api.listen == [SocketEndpoint(port: 8025)])
        #expect(configuration.mx.headerProxies == [IPAddress(parsing: "192.0.2.9")!])
        #expect(configuration.api.headerProxies.isEmpty)
        #expect(configuration.api.url == "http://127.0.0.1:8025")
        #expect(configuration.log.level == .debug)
        #expect(configuration.log.format == nil)
    }

    @Test func theEnvironmentWinsOverTheFileAndTheCommandLineOverBoth() throws {
        let text = Self.base + "roles: [api]\nhostname: file.example\nshutdown:\n  grace: 1s\n"
        let environment = [
            "WAXWING_ROLES": "mx, dns", "WAXWING_HOSTNAME": "environment.example",
            "WAXWING_MX_LISTEN": "", "WAXWING_DELIVERY_ALLOW_LOOPBACK": "yes",
        ]
        let configuration = try resolved(text, environment)
        #expect(configuration.roles == [.mx, .dns])
        #expect(configuration.hostname == "environment.example")
        #expect(configuration.mx.listen.isEmpty)
        #expect(configuration.delivery.allowsLoopback)
        #expect(configuration.shutdownGrace == .seconds(1))
        let overridden = try resolved(text, environment, roles: ["delivery"])
        #expect(overridden.roles == [.delivery])
    }

    @Test(arguments: [
        (
            "provder:\n  domain: a.example\n",
            "f.yaml:1: unknown key provder; did you mean provider?"
        ),
        (base + "delivery:\n  relay: x\n", "did you mean delivery.relay-host?"),
        (base + "mx: 25\n", "f.yaml:6: mx is a section"),
        (base + "mx:\n  connections: many\n", "f.yaml:7: mx.connections takes a number from 1 to"),
        (base + "mx:\n  connections: 0\n", "f.yaml:7: mx.connections takes a number from 1 to"),
        (base + "hostname: [a, b]\n", "f.yaml:6: hostname takes a text"),
        (base + "hostname: not a name\n", "f.yaml:6: hostname takes a domain name"),
        (base + "roles: [api, mxx]\n", "f.yaml:6: no role mxx; did you mean mx?"),
        (base + "roles: []\n", "f.yaml:6: no roles"),
        (base + "regions: [EU]\n", "f.yaml:6: \"EU\" is no name of a region"),
        (base + "api:\n  listen: [localhost]\n", "f.yaml:7: api.listen takes addresses with ports"),
        (base + "api:\n  listen: ['1.2.3.4:99999']\n", "f.yaml:7: api.listen takes addresses"),
        (base + "api:\n  listen: ['127.0.0.1:1', '127.0.0.1:1']\n", "has 127.0.0.1:1 twice"),
        (
            base + "api:\n  listen: ['0.0.0.0:25']\n",
            "mx.listen and api.listen both have 0.0.0.0:25"
        ),
        (
            base + "api:\n  listen-tls: ['127.0.0.1:1']\n",
            "f.yaml:7: api.listen-tls needs a certificate"
        ),
        (base + "api:\n  url: example.org\n", "f.yaml:7: api.url begins with https://"),
        (base + "tls:\n  certificate: a.pem\n", "1 certificates and 0 keys"),
        (base + "tls:\n  certificate: a.pem\n  key: b\n", "f.yaml:7: a.pem: there is no such file"),
        (
            base + "resolver:\n  forwarders: [dns.example]\n",
            "f.yaml:7: resolver.forwarders takes IP"
        ),
        (base + "delivery:\n  relay-host: mail\n", "f.yaml:7: delivery.relay-host takes"),
        (base + "delivery:\n  relay-username: me\n", "go together"),
        (base + "delivery:\n  first-retry: 2h\n", "is longer than delivery.longest-retry"),
        (base + "delivery:\n  lifetime: forever\n", "f.yaml:7: delivery.lifetime takes a duration"),
        (base + "delivery:\n  source-addresses: [192.0.2.1]\n", "takes POOL=ADDRESS"),
        (
            base + "delivery:\n  source-addresses: [ses-shared-pool=192.0.2.1]\n",
            "f.yaml:7: delivery.source-addresses: ses-shared-pool delivers from the addresses of"
        ),
        (base + "delivery:\n  warm-up: [192.0.2.1]\n", "takes ADDRESS=DATE"),
        (
            base + "delivery:\n  warm-up: [192.0.2.1=2026-11-20]\n",
            "192.0.2.1 is none of delivery.source-addresses"
        ),
        (base + "log:\n  level: loud\n", "f.yaml:7: log.level takes one of trace, debug, info"),
        (base + "log:\n  deliveries: maybe\n", "f.yaml:7: log.deliveries takes true or false"),
        (base + "log: {level: info, level: debug}\n", "level stands there twice"),
        ("provider: [\n", "f.yaml:2: not YAML"),
        ("- a\n- b\n", "f.yaml:1: expected `key: value` lines"),
        ("", "provider.domain is not set"),
    ])
    func saysWhereItIsWrong(text: String, complaint: String) {
        #expect {
            _ = try resolved(text)
        } throws: { error in
            "\(error)".contains(complaint)
        }
    }

    @Test func tellsOfEverythingAtOnceInTheOrderOfTheFile() {
        let text = Self.base + "log:\n  level: loud\nhostname: a b\nunknown: 1\n"
        #expect {
            _ = try resolved(text)
        } throws: { error in
            let lines = "\(error)".split(separator: "\n").map { $0.prefix { $0 != " " } }
            return lines == ["f.yaml:7:", "f.yaml:8:", "f.yaml:9:"]
        }
    }

    @Test func namesTheVariableAtFault() {
        #expect {
            _ = try resolved(Self.base, ["WAXWING_LOG_LEVEL": "loud"])
        } throws: { error in
            "\(error)".hasPrefix("WAXWING_LOG_LEVEL: log.level takes one of")
        }
    }

    @Test func submissionNeedsACertificate() {
        #expect {
            _ = try resolved("provider:\n  domain: waxwing.example\n")
        } throws: { error in
            "\(error)".contains("submission.listen needs a certificate")
        }
    }

    @Test func theExampleIsAFileThatItReads() throws {
        let file = try ConfigurationFile(ExampleConfiguration.text, path: "example")
        #expect(file.problems.isEmpty)
        // Without its comment signs each line is a setting.
        let all = ExampleConfiguration.text.split(separator: "\n").map { line in
            let indent = line.prefix { $0 == " " }
            let rest = line.dropFirst(indent.count)
            return rest.hasPrefix("#") && !rest.hasPrefix("# ") ? indent + rest.dropFirst() : line
        }
        let whole = try ConfigurationFile(all.joined(separator: "\n"), path: "example")
        #expect(whole.problems.isEmpty)
        #expect(Set(whole.entries.keys) == Set(Setting.all.map(\.key)))
    }

    @Test(arguments: [
        ("30s", Duration.seconds(30)), ("5m", .seconds(300)), ("14h", .seconds(50_400)),
        ("2d", .seconds(172_800)), ("250ms", .milliseconds(250)), ("7", .seconds(7)),
    ])
    func readsDurations(text: String, duration: Duration) {
        #expect(Duration(parsing: text) == duration)
    }

    @Test(arguments: ["", "s", "-1s", "1 s", "1w", "99999999999999999999s", "1.5h"])
    func refusesOtherDurations(text: String) {
        #expect(Duration(parsing: text) == nil)
    }

    @Test func toldOfVariablesThatAreNoSettings() {
        let strangers = Settings.strangers(in: [
            "WAXWING_LOG_LEVL": "x", "WAXWING_CONFIG": "y", "WAXWING_LOG_LEVEL": "z", "PATH": "p",
        ])
        #expect(
            strangers == [
                "WAXWING_LOG_LEVL in the environment is no setting; did you mean WAXWING_LOG_LEVEL?"
            ])
    }

    private func resolved(
        _ text: String, _ environment: [String: String] = [:], roles: [String]? = nil
    ) throws -> ServeConfiguration {
        let file = try ConfigurationFile(text, path: "f.yaml")
        let settings = Settings(
            file: file, environment: environment, overrides: roles.map { ["roles": $0] } ?? [:])
        return try ServeConfiguration.resolved(
            from: settings, file: file, now: UnixTime(seconds: 1_800_000_000))
    }
}
