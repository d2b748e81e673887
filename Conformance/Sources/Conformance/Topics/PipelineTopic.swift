import DNS
import Foundation
import JSONText
import MailAuth
import MailTypes

extension Topic {
    /// Whole messages: what a receiver's Authentication-Results say of each.
    ///
    /// A suite is a JSON list of `source`, `ip`, `name`, `from` and `authentication_results`, with a
    /// zone file beside it. The result of each method that is ours too is compared; methods of the
    /// other product's own (`x-…`), and what it leaves out by its settings, are not.
    static let pipeline = Topic(name: "pipeline") { folder in
        var cases: [Case] = []
        for (path, document) in folder.jsonFiles() {
            let entries = document.elements.filter {
                $0.has("source", "ip", "from", "authentication_results")
            }
            guard !entries.isEmpty else { continue }
            let place = folder.folder(of: path)
            let zones = place.files().compactMap { file in
                file.contains("/") ? nil : place.bytes(file).flatMap(ScriptedZone.resolver)
            }
            guard let resolver = zones.first else { continue }
            var names: [String: Int] = [:]
            for entry in entries {
                let described = [entry["desc"], entry["dest"], entry["via"], entry["config"]]
                    .compactMap { $0?.text }.joined(separator: ", ")
                names[described, default: 0] += 1
                let name = names[described]! > 1 ? "\(described) (\(names[described]!))" : described
                cases.append(await run(entry, path, name, place, resolver))
            }
        }
        return cases
    }

    private static func run(
        _ entry: Document, _ path: String, _ name: String, _ place: DataFolder,
        _ resolver: StaticResolver
    ) async -> Case {
        guard let file = entry["source"]?.text, let bytes = message(file, in: place),
            let address = entry["ip"]?.text.flatMap({ IPAddress(parsing: $0) })
        else { return Case(path, name, failure: "the message could not be read") }
        let sender = (entry["from"]?.text ?? "").replacing(" BODY=8BITMIME", with: "")
            .filter { !"<> ".contains($0) }
        let evaluation = await MessageAuthenticator().evaluate(
            bytes[...],
            from: MessageOrigin(
                clientAddress: address, helo: entry["name"]?.text,
                reversePath: sender.isEmpty
                    ? .null : (try? Mailbox(parsing: sender)).map { .mailbox($0) }),
            resolver: resolver, now: UnixTime(seconds: 1_400_000_000))
        let ours = evaluation.authenticationResults(authservID: "ours").results
        var differences: [String] = []
        for field in entry["authentication_results"]?.elements ?? [] {
            guard let text = field.text,
                let theirs = try? AuthenticationResults(parsing: Array(text.utf8)[...])
            else { continue }
            for method in ["dkim", "spf", "dmarc", "iprev"] {
                let expected = theirs.results(of: method).map(\.result).sorted()
                guard !expected.isEmpty else { continue }
                let actual = ours.filter { $0.method == method && $0.value("smtp", "helo") == nil }
                    .map(\.result).sorted()
                if expected != actual {
                    differences.append("\(method): expected \(expected), got \(actual)")
                }
            }
        }
        return Case(
            path, name, failure: differences.isEmpty ? nil : differences.joined(separator: "; "))
    }

    /// The message with CRLF line ends, from the first folder beside the list that has it.
    private static func message(_ file: String, in place: DataFolder) -> [UInt8]? {
        guard let path = place.files(file).first(where: { $0.hasPrefix("source") || $0 == file }),
            let bytes = place.bytes(path)
        else { return nil }
        var converted: [UInt8] = []
        for byte in bytes {
            if byte == 0x0A, converted.last != 0x0D { converted.append(0x0D) }
            converted.append(byte)
        }
        return converted
    }
}

/// Zone files in which `;ERROR,name,type,rcode` lines are failures, and a name and type without
/// data are names that exist.
private enum ScriptedZone {
    static func resolver(_ bytes: [UInt8]) -> StaticResolver? {
        var records = ""
        var failures: [(name: String, type: String, code: String)] = []
        for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
            if line.hasPrefix(";ERROR,") {
                let parts = line.split(separator: ",").map(String.init)
                if parts.count == 4 { failures.append((parts[1], parts[2], parts[3])) }
            } else if line.split(separator: " ").count > 2 || line.contains("\t") {
                records += line + "\n"
            }
        }
        guard var resolver = try? StaticResolver(zoneFile: records) else { return nil }
        for failure in failures where failure.code != "NXDOMAIN" {
            if let name = try? DNSName(parsing: failure.name) {
                resolver.fail(name, reason: failure.code)
            }
        }
        return resolver
    }
}
