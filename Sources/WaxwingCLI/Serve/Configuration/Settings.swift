import Configuration
import MailTypes

/// The settings as they are after the environment has had its say over the file, each with the
/// place that it comes from.
struct Settings: Sendable {
    enum Source: Equatable, Sendable {
        case standard
        case file(line: Int)
        case environment
        case commandLine
    }

    struct Value: Equatable, Sendable {
        let setting: Setting
        /// One, but for lists; none where nothing is set and nothing is the standard.
        let values: [String]
        let source: Source
        /// What a complaint about it begins with.
        let place: String
    }

    let values: [String: Value]
    private let file: ConfigurationFile?

    /// - Parameter overrides: what the command line says, by key.
    init(
        file: ConfigurationFile?, environment: [String: String],
        overrides: [String: [String]] = [:]
    ) {
        self.file = file
        let reader = ConfigReader(providers: [
            InMemoryProvider(
                name: "command line",
                values: Dictionary(
                    overrides.map {
                        (AbsoluteConfigKey(ConfigKey($0.key)), Self.content($0.value, $0.key))
                    }
                ) { first, _ in first }),
            EnvironmentVariablesProvider(environmentVariables: environment)
                .prefixKeys(with: "waxwing"),
            InMemoryProvider(
                name: "file",
                values: Dictionary(
                    (file?.entries ?? [:]).map {
                        (
                            AbsoluteConfigKey(ConfigKey($0.key)),
                            Self.content($0.value.values, $0.key)
                        )
                    }
                ) { first, _ in first }),
        ])
        let found = Setting.all.map { setting in
            let source: Source =
                if overrides[setting.key] != nil {
                    .commandLine
                } else if environment[setting.environmentName] != nil {
                    .environment
                } else if let entry = file?.entries[setting.key] {
                    .file(line: entry.line)
                } else {
                    .standard
                }
            let place: String =
                switch source {
                case .commandLine: "--\(setting.key)"
                case .environment: setting.environmentName
                case .file(let line): "\(file?.path ?? ""):\(line)"
                case .standard: file?.path ?? "configuration"
                }
            return Value(
                setting: setting, values: Self.read(setting, reader), source: source, place: place)
        }
        values = Dictionary(found.map { ($0.setting.key, $0) }) { first, _ in first }
    }

    subscript(_ key: String) -> Value {
        guard let value = values[key] else {
            preconditionFailure("\(key) is asked for by name, and is in Setting.all")
        }
        return value
    }

    private static func content(_ values: [String], _ key: String) -> ConfigValue {
        Setting.named(key)?.isList == true
            ? ConfigValue(.stringArray(values), isSecret: false)
            : ConfigValue(.string(values.joined(separator: ",")), isSecret: false)
    }

    private static func read(_ setting: Setting, _ reader: ConfigReader) -> [String] {
        let key = ConfigKey(setting.key)
        if setting.isList {
            let list = reader.stringArray(forKey: key) ?? setting.standard.map(list) ?? []
            return list.map(trimmed).filter { !$0.isEmpty }
        }
        return [(reader.string(forKey: key) ?? setting.standard).map(trimmed)]
            .compactMap(\.self).filter { !$0.isEmpty }
    }

    /// A list as ``Setting/standard`` writes it.
    private static func list(_ text: String) -> [String] {
        text.filter { !"[]\"".contains($0) }.split(separator: ",").map(String.init)
    }

    private static func trimmed(_ text: String) -> String {
        String(decoding: Array(text.utf8)[...].trimmingFoldingWhitespace, as: UTF8.self)
    }
}

extension Settings {
    /// Variables that look like settings and are none, each with a word about it. Somebody else's
    /// environment is no reason not to start.
    static func strangers(in environment: [String: String]) -> [String] {
        let names = Setting.all.map(\.environmentName)
        let others = ["CONFIG", "BINARY"].map { Setting.environmentPrefix + $0 }
        let known = Set(names + others)
        return environment.keys.sorted()
            .filter { $0.hasPrefix(Setting.environmentPrefix) && !known.contains($0) }
            .map { name in
                let near = nearest(to: name, among: names).map { "; did you mean \($0)?" } ?? ""
                return "\(name) in the environment is no setting\(near)"
            }
    }
}
