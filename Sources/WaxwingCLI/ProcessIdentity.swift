import Foundation

/// Names this run of the service among others over time.
enum ProcessIdentity {
    static let current =
        "\(ProcessInfo.processInfo.processIdentifier)-\(UInt64.random(in: .min ... .max))"
}
