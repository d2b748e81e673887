import Foundation
import MailTransport
import MailTypes
import WaxwingStore

extension ServeConfiguration {
    /// What no single setting shows: files, and settings that do not go together.
    func check(_ reader: inout SettingsReader, now: UnixTime) {
        checkCertificates(&reader, now: now)
        checkDoors(&reader)
        checkFiles(&reader)
    }

    private func checkCertificates(_ reader: inout SettingsReader, now: UnixTime) {
        for files in tls.certificateFiles {
            do throws(CertificateError) {
                try CertificateLoader.load(files, now: now)
            } catch {
                reader.complain(error.isOfKey ? "tls.key" : "tls.certificate", error.description)
            }
        }
        guard tls.certificateFiles.isEmpty else { return }
        let advice = "name files in tls.certificate and tls.key, or set it to []"
        if roles.contains(.submission), !submission.listenTLS.isEmpty {
            reader.complain(
                "submission.listen-tls", "submission.listen-tls needs a certificate: \(advice)")
        }
        if roles.contains(.submission), !submission.listen.isEmpty {
            reader.complain(
                "submission.listen",
                "submission.listen needs a certificate, since passwords are taken over TLS only: "
                    + advice)
        }
        if roles.contains(where: { $0 == .api || $0 == .web }), !api.listenTLS.isEmpty {
            reader.complain("api.listen-tls", "api.listen-tls needs a certificate: \(advice)")
        }
    }

    private func checkDoors(_ reader: inout SettingsReader) {
        var taken: [String: String] = [:]
        for (key, endpoints) in doors {
            for endpoint in endpoints where endpoint.port != 0 {
                let name = "\(endpoint)"
                if let other = taken[name] {
                    let subject =
                        other == key
                        ? "\(key) has \(name) twice" : "\(key) and \(other) both have \(name)"
                    reader.complain(key, "\(subject); a listener needs an address of its own")
                }
                taken[name] = key
            }
        }
    }

    /// The listeners that the roles open, by the key that names them.
    var doors: [(key: String, endpoints: [SocketEndpoint])] {
        var doors: [(key: String, endpoints: [SocketEndpoint])] = []
        if !roles.isDisjoint(with: [.api, .web]) {
            doors += [("api.listen", api.listen), ("api.listen-tls", api.listenTLS)]
        }
        if roles.contains(.submission) {
            doors += [
                ("submission.listen", submission.listen),
                ("submission.listen-tls", submission.listenTLS),
            ]
        }
        if roles.contains(.mx) { doors.append(("mx.listen", mx.listen)) }
        if roles.contains(.dns) { doors.append(("dns.listen", dns.listen)) }
        doors.append(("metrics.listen", metrics))
        return doors
    }

    private func checkFiles(_ reader: inout SettingsReader) {
        let files = [
            ("admin.token-file", adminTokenFile),
            ("resolver.trust-anchor-file", resolving.trustAnchorFile),
            ("delivery.relay-ca-file", delivery.relay?.authoritiesFile),
        ]
        for (key, path) in files {
            guard let path else { continue }
            do throws(InputError) {
                if try BoundedFile.read(path, limit: 1024 * 1024).isEmpty {
                    reader.complain(key, "\(path): it is empty")
                }
            } catch {
                reader.complain(key, error.description)
            }
        }
        if let path = adminTokenFile, SecretFile.isReadableByOthers(path) {
            reader.complain(
                "admin.token-file",
                "\(path): others can read it; `chmod 600 \(path)` keeps it secret")
        }
        if let path = masterKeyFile {
            do {
                // One that is not there is made.
                _ = try MasterKeyFile(path: path).read()
            } catch {
                reader.complain("secrets.master-key-file", "\(error)")
            }
        }
    }
}

/// Files that nobody but the service may read.
enum SecretFile {
    static func isReadableByOthers(_ path: String) -> Bool {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let mode = (attributes?[.posixPermissions] as? NSNumber)?.intValue ?? 0
        return mode & 0o007 != 0
    }
}
