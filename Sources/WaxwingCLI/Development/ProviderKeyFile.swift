import Foundation
import MailAuth
import MailTypes
import WaxwingCore
import WaxwingStore

/// The key that signs for the service's own domain, in a file of the data folder: whoever wants
/// another one, RSA or Ed25519, puts it there.
enum ProviderKeyFile {
    static let name = "provider-dkim.pem"
    /// As long as SES's own, and as RFC 8301 §3.2 asks for at least: a second signature of 2048
    /// bits would double what a message costs.
    private static let sizeInBits = 1024

    /// Reads the key, or makes one at the first start.
    /// - Throws: ``StartError`` with what to do about it.
    static func signingKey(in folder: DataFolder) throws -> Provider.SigningKey {
        let path = "\(folder.path)/\(name)"
        if !FileManager.default.fileExists(atPath: path) {
            let key = try RSAPrivateKey.generate(sizeInBits: sizeInBits)
            guard
                FileManager.default.createFile(
                    atPath: path, contents: Data(key.pkcs8PEM.utf8),
                    attributes: [.posixPermissions: 0o600])
            else { throw StartError(description: "cannot write \(path)") }
        }
        do {
            return Provider.SigningKey(selector: "waxwing", key: try DKIMPrivateKey.read(path))
        } catch {
            throw StartError(
                description: "\(error). Remove it, and a new one is made at the next start.")
        }
    }
}
