import Foundation
import Yams

/// A configuration file, looked over before anything in it is believed: its form, its keys and
/// where each of them stands.
struct ConfigurationFile: Sendable {
    /// Longest file, in bytes.
    static let sizeLimit = 1024 * 1024

    /// As it was named.
    let path: String
    /// What each key is set to, and on which line.
    private(set) var entries: [String: Entry] = [:]
    private(set) var problems: [ConfigurationProblem] = []

    struct Entry: Equatable, Sendable {
        let line: Int
        /// One, but for lists.
        let values: [String]
    }

    /// - Throws: ``ConfigurationProblems`` when it cannot be read at all.
    init(path: String) throws(ConfigurationProblems) {
        let text: String
        do throws(InputError) {
            text = try BoundedFile.readText(path, limit: Self.sizeLimit)
        } catch {
            let isMissing = !FileManager.default.fileExists(atPath: path)
            let advice = isMissing ? "; waxwing serve --example prints one to begin with" : ""
            throw ConfigurationProblems([
                ConfigurationProblem(place: path, reason: error.reason + advice)
            ])
        }
        try self.init(text, path: path)
    }

    init(_ text: String, path: String) throws(ConfigurationProblems) {
        self.path = path
        let root: Node?
        do {
            root = try Parser(yaml: text).singleRoot()
        } catch {
            throw ConfigurationProblems([Self.problem(error, path: path)])
        }
        // An empty file, or one with comments alone, says nothing and is none the worse.
        guard let root, root.null == nil else { return }
        guard case .mapping(let mapping) = root else {
            throw ConfigurationProblems([
                ConfigurationProblem(
                    place: "\(path):\(root.mark?.line ?? 1)", reason: "expected `key: value` lines")
            ])
        }
        read(mapping, below: [])
    }

    private mutating func read(_ mapping: Node.Mapping, below path: [String]) {
        for (name, value) in mapping {
            let line = name.mark?.line ?? 1
            guard case .scalar(let scalar) = name else {
                problems.append(problem(line, "a key has to be a word"))
                continue
            }
            let keys = path + [scalar.string]
            let key = keys.joined(separator: ".")
            if let setting = Setting.named(key) {
                read(value, of: setting, line: value.mark?.line ?? line)
            } else if case .mapping(let inner) = value, Self.sections.contains(key) {
                read(inner, below: keys)
            } else if Self.sections.contains(key) {
                // A section whose keys are all commented out is nothing.
                if value.null == nil { problems.append(problem(line, Self.section(key))) }
            } else {
                problems.append(problem(line, Self.unknown(key)))
            }
        }
    }

    private mutating func read(_ value: Node, of setting: Setting, line: Int) {
        switch value {
        case .scalar(let scalar):
            guard value.null == nil else { return }  // `key:` and nothing behind it
            entries[setting.key] = Entry(line: line, values: [scalar.string])
        case .sequence(let sequence) where setting.isList:
            for item in sequence where item.scalar == nil {
                problems.append(
                    problem(
                        item.mark?.line ?? line,
                        "\(setting.key) takes \(setting.kind.expectation)"))
            }
            entries[setting.key] = Entry(
                line: line, values: sequence.compactMap { $0.scalar?.string })
        case .sequence, .mapping, .alias:
            problems.append(problem(line, "\(setting.key) takes \(setting.kind.expectation)"))
        }
    }

    private func problem(_ line: Int, _ reason: String) -> ConfigurationProblem {
        ConfigurationProblem(place: "\(path):\(line)", reason: reason)
    }

    // MARK: Names

    private static let sections = Set(
        Setting.all.compactMap { setting in
            setting.key.contains(".") ? String(setting.key.prefix { $0 != "." }) : nil
        })

    private static func section(_ name: String) -> String {
        let keys = Setting.all.map(\.key).filter { $0.hasPrefix("\(name).") }
            .map { $0.dropFirst(name.count + 1) }
        return "\(name) is a section, with these keys below it: \(keys.joined(separator: ", "))"
    }

    private static func unknown(_ key: String) -> String {
        let names = Setting.all.map(\.key) + sections.sorted()
        // `delivery.relay` for `delivery.relay-host`, or a key in the wrong section.
        let last = key.split(separator: ".").last.map(String.init) ?? key
        let near =
            names.first { key.count > 3 && $0.hasPrefix(key) } ?? nearest(to: key, among: names)
            ?? names.first { $0.hasSuffix(".\(last)") }
        let advice = near.map { "; did you mean \($0)?" } ?? "; --example lists all keys"
        return "unknown key \(key)\(advice)"
    }

    private static func problem(_ error: any Error, path: String) -> ConfigurationProblem {
        let (line, reason): (Int?, String) =
            switch error {
            case YamlError.scanner(_, let problem, let mark, _),
                YamlError.parser(_, let problem, let mark, _),
                YamlError.composer(_, let problem, let mark, _):
                (mark.line, problem)
            case YamlError.duplicatedKeysInMapping(let keys, let context):
                (
                    context.mark.line,
                    "\(keys.sorted().joined(separator: ", ")) stands there twice"
                )
            default:
                (nil, "\(error)")
            }
        return ConfigurationProblem(
            place: line.map { "\(path):\($0)" } ?? path, reason: "not YAML: \(reason)")
    }
}
