import Logging
import MailTypes
import SMTP
import WaxwingCore
import WaxwingMTA

/// What `waxwing serve` does, checked: whatever is in here can be begun with.
struct ServeConfiguration: Sendable {
    struct API: Sendable {
        var listen: [SocketEndpoint]
        var listenTLS: [SocketEndpoint]
        var trustedProxies: [IPAddress]
        /// Those that write a PROXY header.
        var headerProxies: Set<IPAddress>
        var connectionLimit: Int
        var idleTimeout: Duration
        /// Of one operation by one account; 0 for no bound.
        var callsPerSecond: Int
        /// Without a slash at its end.
        var url: String
    }

    struct SMTPDoor: Sendable {
        var listen: [SocketEndpoint]
        var listenTLS: [SocketEndpoint] = []
        var connectionLimit: Int
        var connectionsPerAddressLimit: Int
        var headerProxies: Set<IPAddress>
    }

    struct DNSDoor: Sendable {
        var listen: [SocketEndpoint]
        var nameServers: [DomainName]
    }

    struct TLS: Sendable {
        var certificateFiles: [CertificateFiles]
        var checkInterval: Duration
    }

    struct Delivery: Sendable {
        var helloName: String
        var relay: Relay?
        var sourceAddresses: SourceAddresses
        var connectionsPerDestinationLimit: Int
        var heldDeliveriesLimit: Int
        var heldBytesLimit: Int
        var retrySchedule: RetrySchedule
        var lifetime: Duration
        var port: Int
        var allowsLoopback: Bool
    }

    struct Relay: Equatable, Sendable {
        enum Host: Equatable, Sendable {
            case name(DomainName)
            case address(IPAddress)
        }

        var host: Host
        var port: Int
        var credentials: SMTPCredentials?
        var tls: SMTPClientConfiguration.TLSPolicy
        /// Whether its certificate is looked at, and with which authorities; nil are the system's.
        var isVerified: Bool
        var authoritiesFile: String?
    }

    struct Resolving: Sendable {
        var forwarders: [ResolverEndpoint]
        var trustAnchorFile: String?
        var timeout: Duration
    }

    struct Log: Sendable {
        enum Format: Sendable { case text, json }

        var level: Logger.Level
        /// Nil: as standard error is.
        var format: Format?
        var showsDeliveries: Bool
    }

    var roles: Set<ServiceRole>
    var dataFolder: String
    /// Not empty.
    var regions: [Region]
    var hostname: DomainName
    var provider: Provider
    var addresses: [IPAddress]
    var api: API
    var submission: SMTPDoor
    var mx: SMTPDoor
    var dns: DNSDoor
    var metrics: [SocketEndpoint]
    var tls: TLS
    var masterKeyFile: String?
    var adminTokenFile: String?
    var adminSocket: String
    var resolving: Resolving
    var delivery: Delivery
    var verifiesAtOnce: Bool
    var noticesOwners: Bool
    var rotation: DKIMRotationSchedule
    var shutdownDelay: Duration
    var shutdownGrace: Duration
    var log: Log
}

/// A certificate with its chain, and the key that belongs to it.
struct CertificateFiles: Equatable, Sendable {
    var certificate: String
    var key: String
}
