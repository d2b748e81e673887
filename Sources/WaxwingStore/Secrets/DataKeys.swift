import MailTypes
import WaxwingCore

/// Encrypts what an account keeps secret with a key of the account's own, which the master key
/// encrypts in turn.
///
/// Keys are read in the transaction that needs them and never kept: what was encrypted in a
/// transaction that fails must not outlive it, nor a key that another process removed.
struct DataKeys: Sendable {
    let masterKey: SealingKey

    private static func place(_ account: String) -> String { "data-key \(account)" }

    /// The account's key; made when it has none. For transactions that write.
    func keyForSealing(
        of account: AccountID, in transaction: any SQLTransaction
    ) throws -> SealingKey {
        if let key = try key(of: account, in: transaction) { return key }
        let key = SealingKey.generate()
        let sealed = seal(key, of: account.description)
        try transaction.execute(
            DataKeyStatements.insert, [.text(account.description), .blob(sealed)])
        // Another node may have been first.
        return try self.key(of: account, in: transaction) ?? key
    }

    /// The account's key, unless it has none yet.
    func key(of account: AccountID, in transaction: any SQLTransaction) throws -> SealingKey? {
        guard
            let row = try transaction.row(DataKeyStatements.named, [.text(account.description)])
        else { return nil }
        return try open(row.bytes(0), of: account.description)
    }

    /// - Throws: ``StoreError/unavailable(_:)`` when the data was written under another master key.
    func check(in transaction: any SQLTransaction) throws {
        guard let row = try transaction.row(DataKeyStatements.any) else { return }
        _ = try open(row.bytes(1), of: row.text(0))
    }

    func seal(_ key: SealingKey, of account: String) -> [UInt8] {
        masterKey.seal(key.bytes, for: Self.place(account))
    }

    func open(_ sealed: [UInt8], of account: String) throws -> SealingKey {
        guard let bytes = masterKey.open(sealed, for: Self.place(account)),
            let key = SealingKey(bytes)
        else {
            throw StoreError.unavailable(
                "the master key is not the one that this data was encrypted with: put the right "
                    + "one back")
        }
        return key
    }
}

extension SealingKey {
    func seal(_ secret: SecretText, for place: String) -> [UInt8] {
        seal(Array(secret.revealed.utf8), for: place)
    }

    /// - Throws: ``StoreError/unavailable(_:)`` when somebody else wrote the row, or moved it.
    func openText(_ sealed: [UInt8], for place: String) throws -> SecretText {
        guard let secret = open(sealed, for: place) else {
            throw StoreError.unavailable("a stored secret cannot be decrypted: \(place)")
        }
        return SecretText(String(decoding: secret, as: UTF8.self))
    }
}

/// The SQL of the data keys.
enum DataKeyStatements {
    static let insert: SQLStatement = """
        INSERT INTO data_keys (account, sealed) VALUES ($1, $2) ON CONFLICT (account) DO NOTHING
        """
    static let named: SQLStatement = "SELECT sealed FROM data_keys WHERE account = $1"
    static let any: SQLStatement = "SELECT account, sealed FROM data_keys LIMIT 1"
    static let all: SQLStatement = "SELECT account, sealed FROM data_keys"
    static let replace: SQLStatement = "UPDATE data_keys SET sealed = $1 WHERE account = $2"
    static let remove: SQLStatement = "DELETE FROM data_keys WHERE account = $1"
}
