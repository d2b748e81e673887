import MailTypes

/// Reads settings as the types that they stand for, and gathers what is wrong with them: who
/// mends a configuration wants to know of everything at once.
struct SettingsReader {
    let settings: Settings
    /// Before the names of files that the configuration file mentions.
    let folder: String
    private(set) var problems: [ConfigurationProblem]

    init(_ settings: Settings, file: ConfigurationFile?) {
        self.settings = settings
        folder = file.map { Self.folder(of: $0.path) } ?? ""
        problems = file?.problems ?? []
    }

    mutating func complain(_ key: String, _ reason: String) {
        problems.append(ConfigurationProblem(place: settings[key].place, reason: reason))
    }

    func isGiven(_ key: String) -> Bool { settings[key].source != .standard }

    // MARK: One value

    func text(_ key: String) -> String? { settings[key].values.first }

    mutating func flag(_ key: String) -> Bool {
        switch text(key)?.asciiLowercased {
        case "true", "yes", "on", "1": return true
        case "false", "no", "off", "0", nil: return false
        case .some: return refuse(key, false)
        }
    }

    mutating func number(_ key: String) -> Int {
        guard case .number(let range) = settings[key].setting.kind else { return 0 }
        guard let number = text(key).flatMap({ Int($0) }), range.contains(number) else {
            return refuse(key, range.lowerBound)
        }
        return number
    }

    mutating func duration(_ key: String) -> Duration {
        guard let duration = text(key).flatMap({ Duration(parsing: $0) }) else {
            return refuse(key, .zero)
        }
        return duration
    }

    /// One of the words of a choice.
    mutating func choice(_ key: String) -> String {
        guard case .choice(let words) = settings[key].setting.kind, let word = text(key),
            words.contains(word)
        else { return refuse(key, "") }
        return word
    }

    mutating func domain(_ key: String) -> DomainName? {
        guard let text = text(key) else { return nil }
        if let domain = try? DomainName(parsing: text) { return domain }
        complain(key, "\(key) takes a domain name, not \(quoted(text))")
        return nil
    }

    /// The name of a file.
    func path(_ key: String) -> String? { text(key).map { resolved($0, key) } }

    // MARK: Lists

    func list(_ key: String) -> [String] { settings[key].values }

    func paths(_ key: String) -> [String] { list(key).map { resolved($0, key) } }

    mutating func endpoints(_ key: String) -> [SocketEndpoint] {
        list(key).compactMap { text in
            if let endpoint = SocketEndpoint(parsing: text) { return endpoint }
            complain(
                key,
                "\(key) takes addresses with ports, such as 127.0.0.1:8025 or \"[::1]:8025\", "
                    + "not \(quoted(text))")
            return nil
        }
    }

    mutating func addresses(_ key: String) -> [IPAddress] {
        list(key).compactMap { text in
            if let address = IPAddress(parsing: text) { return address }
            complain(key, "\(key) takes IP addresses, not \(quoted(text))")
            return nil
        }
    }

    mutating func domains(_ key: String) -> [DomainName] {
        list(key).compactMap { text in
            if let domain = try? DomainName(parsing: text) { return domain }
            complain(key, "\(key) takes domain names, not \(quoted(text))")
            return nil
        }
    }

    // MARK: Parts

    private mutating func refuse<Value>(_ key: String, _ standIn: Value) -> Value {
        let value = settings[key]
        let found = value.values.first.map { ", not \(quoted($0))" } ?? ""
        complain(key, "\(key) takes \(value.setting.kind.expectation)\(found)")
        return standIn
    }

    private func quoted(_ text: String) -> String { "\"\(text.prefix(80))\"" }

    /// Files that the configuration file names are looked for beside it.
    private func resolved(_ path: String, _ key: String) -> String {
        guard case .file = settings[key].source, !path.hasPrefix("/"), !folder.isEmpty else {
            return path
        }
        return "\(folder)/\(path)"
    }

    private static func folder(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "" }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}

extension Duration {
    /// `30s`, `5m`, `14h`, `2d`, `250ms`; a number alone is of seconds.
    init?(parsing text: String) {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let count = Int64(digits), count <= 1_000_000_000 else { return nil }
        switch text.dropFirst(digits.count) {
        case "ms": self = .milliseconds(count)
        case "s", "": self = .seconds(count)
        case "m": self = .seconds(count * 60)
        case "h": self = .seconds(count * 3600)
        case "d": self = .seconds(count * 86_400)
        default: return nil
        }
    }
}
