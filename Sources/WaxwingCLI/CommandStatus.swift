import ArgumentParser

/// How a command ended, for scripts.
enum CommandStatus: Int32, CaseIterable, Sendable {
    /// It passed; what was looked for is there.
    case success = 0
    /// It did not pass, or something is wrong with what was looked at.
    case problem = 1
    /// The command was called wrongly, or a file cannot be read.
    case usage = 2
    /// Nobody knows now, because the DNS did not answer; later the result may be another.
    case undetermined = 3

    /// One status for several results: the first of usage, problem and undetermined that is
    /// among them.
    static func combined(_ statuses: some Sequence<CommandStatus>) -> CommandStatus {
        let all = Set(statuses)
        return [.usage, .problem, .undetermined].first(where: all.contains) ?? .success
    }

    /// Ends the command with this status.
    func end() throws {
        guard self != .success else { return }
        throw ExitCode(rawValue)
    }
}
