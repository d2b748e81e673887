public import MailTypes
import Synchronization

/// Makes the names that a message goes by: its row number, its SES message id, its return path.
public final class MessageIdentifiers: Sendable {
    /// 2020-01-01: 41 bits of milliseconds from there last until 2089.
    private static let epoch: Int64 = 1_577_836_800_000
    private static let counterBits: Int64 = 22

    private let last = Mutex<Int64>(0)

    public init() {}

    /// A row number larger than every one before, also when the clock steps back.
    public func nextRow(at now: UnixTime) -> QueuedMessage.ID {
        let base = max(0, now.milliseconds - Self.epoch) << Self.counterBits
        let number = last.withLock { last in
            last = max(last + 1, base)
            return last
        }
        return QueuedMessage.ID(number: number)
    }

    /// `0100018f2f1d3a51-5b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0-000000`: the shape of SES's ids,
    /// the first twelve digits behind the region's four being the time in milliseconds.
    public static func messageID(
        at now: UnixTime, in region: Region, using generator: inout some RandomNumberGenerator
    ) -> String {
        format(now, region, generator.next(), generator.next())
    }

    /// `o3vrnil0e2ic28trm7dfhrc2v0clambda4nbp0g1`: what a received message goes by, in the shape of
    /// SES's ids; 200 random bits.
    public static func receiptID(using generator: inout some RandomNumberGenerator) -> String {
        let alphabet = Array("0123456789abcdefghijklmnopqrstuv".utf8)
        let letters = (0..<40).map { _ in alphabet[Int(generator.next() & 31)] }
        return String(decoding: letters, as: UTF8.self)
    }

    /// The local-part of a return path. It carries the message's row number, so that a report
    /// which comes back finds its message by the primary key, and 64 random bits, so that nobody
    /// can write one who has not seen it.
    public static func returnPathLocalPart(
        for row: QueuedMessage.ID, at now: UnixTime, in region: Region,
        using generator: inout some RandomNumberGenerator
    ) -> String {
        format(now, region, UInt64(bitPattern: row.number), generator.next())
    }

    /// The row number inside a return path; nil for any other local-part. Compare the whole
    /// address with the stored one before trusting it.
    public static func row(inReturnPath localPart: String) -> QueuedMessage.ID? {
        let groups = localPart.split(separator: "-", omittingEmptySubsequences: false)
        guard groups.map(\.utf8.count) == [16, 8, 4, 4, 4, 12, 6],
            let bits = UInt64(groups[1...3].joined(), radix: 16)
        else { return nil }
        return QueuedMessage.ID(number: Int64(bitPattern: bits))
    }

    private static func format(
        _ now: UnixTime, _ region: Region, _ high: UInt64, _ low: UInt64
    ) -> String {
        let first = digits(high, 16)
        let second = digits(low, 16)
        return regionCode(region) + digits(UInt64(max(0, now.milliseconds)), 12)
            + "-\(first.prefix(8))-\(first.dropFirst(8).prefix(4))-\(first.suffix(4))"
            + "-\(second.prefix(4))-\(second.suffix(12))-000000"
    }

    private static func digits(_ number: UInt64, _ width: Int) -> String {
        let text = String(number, radix: 16)
        return String(repeating: "0", count: max(0, width - text.utf8.count)) + text.suffix(width)
    }

    private static func regionCode(_ region: Region) -> String {
        switch region.description {
        case "us-west-2": "0101"
        case "eu-west-1": "0102"
        case "eu-central-1": "0107"
        case "ap-southeast-1": "0108"
        default: "0100"
        }
    }
}
