import Synchronization

/// Signing keys of the last callers: each takes four HMACs to derive and serves for a day.
final class SigningKeyCache: Sendable {
    private struct Name: Hashable {
        let secret: String
        let date: String
        let region: String
        let service: String
    }

    /// Most keys held; a full cache starts anew.
    static let countLimit = 1024

    private let keys = Mutex<[Name: [UInt8]]>([:])

    func key(for credential: SigV4Authorization.Credential, secret: String) -> [UInt8] {
        let name = Name(
            secret: secret, date: credential.date, region: credential.region ?? "",
            service: credential.service)
        if let key = keys.withLock({ $0[name] }) { return key }
        let key = Self.derive(credential, secret: secret)
        keys.withLock { keys in
            if keys.count >= Self.countLimit { keys.removeAll() }
            keys[name] = key
        }
        return key
    }

    static func derive(_ credential: SigV4Authorization.Credential, secret: String) -> [UInt8] {
        [credential.date, credential.region ?? "", credential.service, "aws4_request"]
            .reduce(Array("AWS4\(secret)".utf8)) { key, step in
                HMACSHA256.authenticate(step.utf8, key: key)
            }
    }
}
