import MailTypes
import Synchronization

/// How often the service itself may write to one address, whoever has it do so: anybody can name
/// anybody's address as an identity or as a contact, and must not fill their mailbox that way.
///
/// Kept in memory, and bounded; of one mailbox only the address without its label counts, in any
/// case of its letters.
public final class SystemMailLimit: Sendable {
    /// Mails to one address in ``period``.
    public static let standardLimit = 20
    static let period = Duration.seconds(3600)
    /// Addresses remembered; past that those are forgotten whose hour is over, and then all.
    private static let entryLimit = 20_000

    private struct Count {
        var mails: Int
        let since: UnixTime
    }

    private let limit: Int
    private let counts = Mutex<[String: Count]>([:])

    public init(limit: Int = SystemMailLimit.standardLimit) { self.limit = limit }

    /// Counts a mail that is about to be written.
    /// - Throws: ``ServiceError/throttled(_:)`` when there were enough.
    func take(_ mailbox: Mailbox, now: UnixTime) throws(ServiceError) {
        let name = Mailbox(
            localPart: String(mailbox.localPart.prefix { $0 != "+" }), host: mailbox.host
        ).formatted.asciiLowercased
        let isAllowed = counts.withLock { counts in
            if let count = counts[name], count.since <= now, now - count.since < Self.period {
                guard count.mails < limit else { return false }
                counts[name]?.mails += 1
                return true
            }
            if counts.count >= Self.entryLimit {
                counts = counts.filter { now - $0.value.since < Self.period }
                if counts.count >= Self.entryLimit { counts.removeAll() }
            }
            counts[name] = Count(mails: 1, since: now)
            return true
        }
        guard isAllowed else { throw .throttled("Maximum sending rate exceeded.") }
    }
}
