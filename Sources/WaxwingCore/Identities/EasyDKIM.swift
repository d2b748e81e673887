public import MailTypes

/// Keys that the service makes and changes, behind three CNAME records that stay as they are.
///
/// Each of the three tokens is a selector with a key of its own. One signs; the next is published
/// long before it does; the third has signed until lately, stays published for mail that is still on
/// its way, and then gets a new key. So keys change without anybody touching the customer's DNS, and
/// every signature's key can be looked up for as long as the message may travel.
public struct EasyDKIM: Equatable, Sendable {
    public enum KeyLength: String, Sendable, Codable {
        case rsa1024 = "RSA_1024_BIT"
        case rsa2048 = "RSA_2048_BIT"

        public var bits: Int { self == .rsa1024 ? 1024 : 2048 }
    }

    /// One token and the key behind it now.
    public struct Slot: Equatable, Sendable, Codable {
        public var key: DKIMKeyPair
        public var length: KeyLength
        /// From when on the key stands in the zone.
        public var publishedAt: UnixTime
    }

    /// The slot that signed until lately.
    struct Retiring: Equatable, Sendable, Codable {
        let slot: Int
        /// When no mail signed by it is on its way any more.
        let until: UnixTime
    }

    public private(set) var slots: [Slot]
    /// The place of the slot that signs.
    public private(set) var active = 0
    private(set) var activeSince: UnixTime
    private(set) var retiring: Retiring?
    /// The length that keys are made with from now on.
    public private(set) var nextKeyLength: KeyLength
    /// When the owner last asked for another length: once in 24 hours is allowed.
    public var keyLengthChangedAt: UnixTime?
    /// The owner, or an operator, wants another key to sign as soon as that can be.
    public private(set) var rotationIsWanted = false

    public init(keys: [DKIMKeyPair], keyLength: KeyLength, keysMadeAt: UnixTime) {
        slots = keys.map { Slot(key: $0, length: keyLength, publishedAt: keysMadeAt) }
        activeSince = keysMadeAt
        nextKeyLength = keyLength
    }

    /// Three, one for each CNAME record, in the order that they were made.
    public var keys: [DKIMKeyPair] { slots.map(\.key) }

    /// The key that signs now.
    public var signingKey: DKIMKeyPair? { activeSlot?.key }

    /// The length of the key that signs now.
    public var keyLength: KeyLength { activeSlot?.length ?? nextKeyLength }

    /// When the key that signs now was made.
    public var keysMadeAt: UnixTime { activeSlot?.publishedAt ?? activeSince }

    private var activeSlot: Slot? { slots.indices.contains(active) ? slots[active] : nil }

    // MARK: Rotation

    /// What is to be done about the keys.
    public enum Step: Equatable, Sendable {
        /// A slot that does not sign gets a new key.
        case replace(slot: Int, with: KeyLength)
        /// A slot takes over signing, if its key can be looked up.
        case activate(slot: Int)
    }

    /// The slot that signs next.
    private var next: Int { slots.isEmpty ? 0 : (active + 1) % slots.count }

    /// What is due now, if anything.
    public func step(at now: UnixTime, _ schedule: DKIMRotationSchedule) -> Step? {
        guard slots.count > 1 else { return nil }
        if let retiring {
            guard now >= retiring.until else { return nil }
            return .replace(slot: retiring.slot, with: nextKeyLength)
        }
        if slots[next].length != nextKeyLength {
            return .replace(slot: next, with: nextKeyLength)
        }
        guard now >= activation(schedule) else { return nil }
        return .activate(slot: next)
    }

    /// When the next step will be due, unless somebody asks for one before.
    public func nextStep(_ schedule: DKIMRotationSchedule) -> UnixTime? {
        guard slots.count > 1 else { return nil }
        return retiring?.until ?? activation(schedule)
    }

    /// A key that will sign, and from when on.
    public struct Succession: Equatable, Sendable {
        public let slot: Slot
        public let from: UnixTime
    }

    /// Which token signs next, and from when on if its record can be looked up then. Its key may be
    /// made anew before that, for another length.
    public func succession(
        at now: UnixTime, _ schedule: DKIMRotationSchedule
    ) -> Succession? {
        guard slots.count > 1 else { return nil }
        var from = max(activation(schedule), retiring?.until ?? now, now)
        if slots[next].length != nextKeyLength { from = max(from, now + schedule.settling) }
        return Succession(slot: slots[next], from: from)
    }

    /// When the next slot may take over: its key is known to every resolver that asks, and the one
    /// that signs has signed for long enough.
    private func activation(_ schedule: DKIMRotationSchedule) -> UnixTime {
        let settled = slots[next].publishedAt + schedule.settling
        let isWanted = rotationIsWanted || keyLength != nextKeyLength
        return isWanted ? settled : max(settled, activeSince + schedule.period)
    }

    /// Puts a new key behind a token that does not sign.
    mutating func replace(slot: Int, with key: DKIMKeyPair, _ length: KeyLength, at now: UnixTime) {
        guard slots.indices.contains(slot), slot != active else { return }
        slots[slot] = Slot(key: key, length: length, publishedAt: now)
        if retiring?.slot == slot { retiring = nil }
    }

    /// Lets another slot sign, and keeps the one before published for mail on its way.
    mutating func activate(slot: Int, at now: UnixTime, _ schedule: DKIMRotationSchedule) {
        guard slots.indices.contains(slot), slot != active, retiring == nil else { return }
        retiring = Retiring(slot: active, until: now + schedule.retirement)
        active = slot
        activeSince = now
        rotationIsWanted = false
    }

    /// Asks for another key to sign as soon as it has been published for long enough.
    mutating func wantRotation() { rotationIsWanted = true }

    /// Asks for keys of another length, from the next one on.
    mutating func changeLength(to length: KeyLength, at now: UnixTime) {
        nextKeyLength = length
        keyLengthChangedAt = now
    }
}

extension EasyDKIM: Codable {
    private enum CodingKeys: String, CodingKey {
        case slots, active, activeSince, retiring, nextKeyLength, keyLengthChangedAt
        case rotationIsWanted
        // As written before keys were rotated one by one.
        case keys, keyLength, keysMadeAt
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let changedAt = try container.decodeIfPresent(UnixTime.self, forKey: .keyLengthChangedAt)
        guard let slots = try container.decodeIfPresent([Slot].self, forKey: .slots) else {
            self.init(
                keys: try container.decode([DKIMKeyPair].self, forKey: .keys),
                keyLength: try container.decode(KeyLength.self, forKey: .keyLength),
                keysMadeAt: try container.decode(UnixTime.self, forKey: .keysMadeAt))
            keyLengthChangedAt = changedAt
            return
        }
        self.init(
            keys: [], keyLength: try container.decode(KeyLength.self, forKey: .nextKeyLength),
            keysMadeAt: try container.decode(UnixTime.self, forKey: .activeSince))
        self.slots = slots
        active = try container.decode(Int.self, forKey: .active)
        retiring = try container.decodeIfPresent(Retiring.self, forKey: .retiring)
        keyLengthChangedAt = changedAt
        rotationIsWanted = try container.decode(Bool.self, forKey: .rotationIsWanted)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(slots, forKey: .slots)
        try container.encode(active, forKey: .active)
        try container.encode(activeSince, forKey: .activeSince)
        try container.encodeIfPresent(retiring, forKey: .retiring)
        try container.encode(nextKeyLength, forKey: .nextKeyLength)
        try container.encodeIfPresent(keyLengthChangedAt, forKey: .keyLengthChangedAt)
        try container.encode(rotationIsWanted, forKey: .rotationIsWanted)
    }
}
