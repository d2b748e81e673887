import MailTypes

/// The file that `waxwing serve --example` prints: every setting with what it means. What has a
/// standard shows it commented out, so that the file says only what somebody decided.
enum ExampleConfiguration {
    static var text: String {
        var lines = [
            "# Configuration of `waxwing serve`. Lines that are commented out show the standard, or",
            "# an example. Each setting has a name in the environment, too, which wins:",
            "# delivery.hello-name is WAXWING_DELIVERY_HELLO_NAME.",
        ]
        var section = ""
        for setting in Setting.all {
            let parts = setting.key.split(separator: ".").map(String.init)
            let own = parts.count > 1 ? parts[0] : ""
            if own != section {
                section = own
                lines += ["", "\(section):"]
            } else {
                lines.append("")
            }
            let indent = own.isEmpty ? "" : "  "
            lines += wrapped(setting.help, indent: "\(indent)# ")
            lines.append(indent + line(for: setting, name: parts[parts.count - 1]))
        }
        return lines.joined(separator: "\n") + "\n"
    }

    /// Without which nothing starts.
    private static let needed: Set<String> = ["provider.domain", "tls.certificate", "tls.key"]

    private static func line(for setting: Setting, name: String) -> String {
        let isNeeded = needed.contains(setting.key)
        let value = isNeeded ? setting.example : setting.standard ?? setting.example
        let note = setting.standard != nil ? setting.example.map { "  # such as \($0)" } ?? "" : ""
        return "\(isNeeded ? "" : "#")\(name): \(value ?? "")\(note)"
    }

    private static func wrapped(_ text: String, indent: String) -> [String] {
        var lines: [String] = []
        var line = indent
        for word in text.split(separator: " ") {
            if line.count + word.count > 96 {
                lines.append(line.trimmingEnd)
                line = indent
            }
            line += "\(word) "
        }
        return lines + [line.trimmingEnd]
    }
}

extension String {
    fileprivate var trimmingEnd: String {
        var text = self
        while text.last == " " { text.removeLast() }
        return text
    }
}
