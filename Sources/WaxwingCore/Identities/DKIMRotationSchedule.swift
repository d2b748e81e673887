/// When Easy DKIM's keys change.
public struct DKIMRotationSchedule: Equatable, Sendable {
    /// How long a key signs before the next takes over.
    public var period: Duration
    /// How long a key is published before it signs: longer than resolvers keep what they knew of
    /// the name before.
    public var settling: Duration
    /// How long a key stays published after it has signed its last message: as long as mail may be
    /// on its way, and for some days in which receivers may look again.
    public var retirement: Duration

    public init(
        period: Duration = .seconds(90 * 86_400), settling: Duration = .seconds(86_400),
        retirement: Duration = .seconds(7 * 86_400)
    ) {
        self.period = period
        self.settling = settling
        self.retirement = retirement
    }
}
