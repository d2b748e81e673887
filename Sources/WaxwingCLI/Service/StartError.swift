import Logging

/// Why the service does not start, with what to do about it.
struct StartError: Error, CustomStringConvertible {
    let description: String
}

extension Logger {
    /// The same, for libraries that tell of their own life in detail.
    var quiet: Logger {
        var quiet = self
        quiet.logLevel = max(logLevel, .warning)
        return quiet
    }
}
