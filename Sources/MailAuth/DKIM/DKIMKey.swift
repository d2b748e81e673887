/// A key record that has been read, ready to check signatures with.
///
/// Reading the key costs a good part of what a check costs, so a provider that is asked for the
/// same keys again and again keeps these; see ``DKIMKeyCache``.
public struct DKIMKey: Sendable {
    /// What was read, once for all copies: they are handed from cache to check to result.
    private final class Reading: Sendable {
        let text: [UInt8]
        let record: DKIMKeyRecord?
        let publicKey: Result<DKIMPublicKey, DKIMFailure>

        init(_ text: [UInt8]) {
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

    private let reading: Reading

    /// The strings of the TXT record, joined.
    public var text: [UInt8] { reading.text }
    /// What the record says; nil when it could not be read.
    public var record: DKIMKeyRecord? { reading.record }
    /// The key, or why there is none.
    public var publicKey: Result<DKIMPublicKey, DKIMFailure> { reading.publicKey }

    /// Reads the strings of a TXT record, joined with nothing between.
    public init(parsing text: [UInt8]) { reading = Reading(text) }
}

extension DKIMKey: Equatable {
    /// Everything else follows from the text.
    public static func == (first: DKIMKey, second: DKIMKey) -> Bool { first.text == second.text }
}
