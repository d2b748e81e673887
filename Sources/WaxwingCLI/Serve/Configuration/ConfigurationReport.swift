import JSONText
import MailTypes
import WaxwingCore

/// The configuration as it would be used, and where each part of it comes from. Secrets are in
/// files of their own, so there are none in it.
struct ConfigurationReport: Presentable {
    let settings: Settings
    /// What stands in place of settings that are not given, by their keys.
    let computed: [String: String]
    /// Nil when there is none.
    let file: String?

    var text: [TextBlock] {
        var table = TextTable([
            TextTable.Column("Setting"), TextTable.Column("Value"), TextTable.Column("From"),
        ])
        for value in ordered {
            table.append([
                StyledText(value.setting.key), StyledText(shown(value)),
                StyledText(origin(of: value), .faint),
            ])
        }
        return [
            .table(table), .blank,
            .line(
                StyledText("ok", .good)
                    + StyledText("  \(file ?? "no configuration file"): nothing is wrong with it")),
        ]
    }

    var document: Document {
        let fields = ordered.map { value in
            Document.Field(
                value.setting.key,
                .object([
                    Document.Field("value", document(value)),
                    Document.Field("source", .string(origin(of: value))),
                ]))
        }
        return .object([
            Document.Field("file", file.map { .string($0) } ?? .null),
            Document.Field("settings", .object(fields)),
        ])
    }

    private var ordered: [Settings.Value] { Setting.all.map { settings[$0.key] } }

    private func origin(of value: Settings.Value) -> String {
        switch value.source {
        case .standard: "default"
        case .file, .environment, .commandLine: value.place
        }
    }

    private func shown(_ value: Settings.Value) -> String {
        if value.values.isEmpty, let computed = computed[value.setting.key] { return computed }
        if value.setting.isList { return "[\(value.values.joined(separator: ", "))]" }
        return value.values.first ?? "-"
    }

    private func document(_ value: Settings.Value) -> Document {
        if value.values.isEmpty, let computed = computed[value.setting.key] {
            return value.setting.isList ? .array([.string(computed)]) : .string(computed)
        }
        if value.setting.isList { return .array(value.values.map { .string($0) }) }
        guard let text = value.values.first else { return .null }
        switch value.setting.kind {
        case .number: return Int64(text).map { .integer($0) } ?? .string(text)
        case .flag:
            return .bool(["true", "yes", "on", "1"].contains(text.lowercased()))
        default: return .string(text)
        }
    }
}

extension ServeConfiguration {
    /// What is used where a setting has no standard and is not given.
    var computed: [String: String] {
        [
            "hostname": hostname.text,
            "provider.simulator-domain": provider.simulatorDomain.text,
            "api.url": api.url,
            "admin.socket": adminSocket,
            "dns.name-servers": hostname.text,
            "delivery.hello-name": delivery.helloName,
        ]
    }
}
