/// A key record that has been read, ready to check signatures with.
///
/// Reading the key costs a good part of what a check costs, so a provider that is asked for the
/// same keys again and again keeps these; see ``DKIMKeyCache``.
public struct DKIMKey: Sendable {
    /// The strings of the TXT record, joined.
    public let text: [UInt8]
    /// What the record says; nil when it could not be read.
    public let record: DKIMKeyRecord?
    /// The key, or why there is none.
    public let publicKey: Result<DKIMPublicKey, DKIMFailure>

    /// Reads the strings of a TXT record, joined with nothing between.
    public init(parsing text: [UInt8]) {
        self.text = text
        do throws(DKIMFailure) {
            let record = try DKIMKeyRecord(parsing: text)
            self.record = record
            do throws(DKIMFailure) {
                publicKey = .success(try record.publicKey())
            } catch {
                publicKey = .failure(error)
            }
        } catch {
            record = nil
            publicKey = .failure(error)
        }
    }
}

extension DKIMKey: Equatable {
    /// Everything else follows from the text.
    public static func == (first: DKIMKey, second: DKIMKey) -> Bool { first.text == second.text }
}
