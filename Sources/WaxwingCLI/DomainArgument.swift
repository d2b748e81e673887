import ArgumentParser
import DNS
import MailTypes

/// A domain, a host or a selector on the command line.
struct DomainArgument: ExpressibleByArgument {
    let name: DomainName

    init(name: DomainName) { self.name = name }

    init?(argument: String) {
        guard let name = try? DomainName(parsing: argument) else { return nil }
        self.name = name
    }

    var defaultValueDescription: String { name.text }
}

/// Any name of the DNS on the command line. U-labels become the A-labels that the DNS holds.
struct DNSNameArgument: ExpressibleByArgument {
    let name: DNSName

    init?(argument: String) {
        if let domain = try? DomainName(parsing: argument), let name = try? DNSName(domain) {
            self.name = name
        } else if let name = try? DNSName(parsing: argument) {
            self.name = name
        } else {
            return nil
        }
    }
}
