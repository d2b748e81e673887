/// The operator's reference of all settings, as docs/operating/configuration.md holds it.
enum ConfigurationReference {
    static var text: String {
        var lines: [String] = []
        var section: String?
        for setting in Setting.all {
            let own = setting.key.contains(".") ? String(setting.key.prefix { $0 != "." }) : ""
            if own != section {
                section = own
                lines += [
                    "", own.isEmpty ? "### General" : "### `\(own)`", "",
                    "| Key, variable | Takes | Default | |", "| --- | --- | --- | --- |",
                ]
            }
            lines.append(row(setting))
        }
        return lines.dropFirst().joined(separator: "\n") + "\n"
    }

    private static func row(_ setting: Setting) -> String {
        let takes =
            switch setting.kind {
            case .number(let range): "\(range.lowerBound) to \(range.upperBound)"
            case .choice(let words): words.map { "`\($0)`" }.joined(separator: ", ")
            case .text: "text"
            case .list: "list"
            case .flag: "`true`, `false`"
            case .duration: "duration"
            case .file: "file"
            case .files: "file or list of files"
            }
        let standard = setting.standard.map { "`\($0)`" } ?? "–"
        let example = setting.example.map { " Example: `\($0)`" } ?? ""
        return "| `\(setting.key)` `\(setting.environmentName)` | \(takes) | \(standard) | "
            + "\(setting.help)\(example) |"
    }
}
