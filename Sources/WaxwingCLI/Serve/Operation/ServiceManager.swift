import Foundation

/// Tells systemd how far the service is, where it was started with `Type=notify` (sd_notify(3)).
struct ServiceManager: Sendable {
    /// The name of its socket; with `@` in front it stands in the abstract name space.
    private let socketName: String?

    init(environment: [String: String]) {
        socketName = environment["NOTIFY_SOCKET"]
    }

    func ready() { notify("READY=1\nSTATUS=serving\n") }

    func stopping() { notify("STOPPING=1\nSTATUS=draining\n") }

    private func notify(_ text: String) {
        guard let socketName, !socketName.isEmpty else { return }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        var name = Array(socketName.utf8)
        guard name.count < MemoryLayout.size(ofValue: address.sun_path) else { return }
        if name[0] == UInt8(ascii: "@") { name[0] = 0 }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: name) }
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        let length = socklen_t(MemoryLayout<sa_family_t>.size + name.count)
        withUnsafePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                // Who is not there, is not told.
                _ = sendto(descriptor, text, text.utf8.count, 0, address, length)
            }
        }
    }
}

/// How many files may be open.
enum DescriptorLimit {
    /// Lifts it to what the system lets this process have: every connection is one.
    static func raise() {
        var limit = rlimit()
        let resource = __rlimit_resource_t(RLIMIT_NOFILE.rawValue)
        guard getrlimit(resource, &limit) == 0, limit.rlim_cur < limit.rlim_max else { return }
        limit.rlim_cur = min(limit.rlim_max, 1_048_576)
        setrlimit(resource, &limit)
    }
}
