import MailTypes
import Testing

@testable import WaxwingCore

@Suite struct SystemMailLimitTests {
    private let start = UnixTime(seconds: 1_800_000_000)

    private func mailbox(_ text: String) throws -> Mailbox { try Mailbox(parsing: text) }

    @Test func nobodyIsMailedWithoutEnd() throws {
        let limit = SystemMailLimit(limit: 2)
        let victim = try mailbox("victim@far.example")
        try limit.take(victim, now: start)
        try limit.take(try mailbox("Victim+label@FAR.example"), now: start + .seconds(10))
        #expect(throws: ServiceError.throttled("Maximum sending rate exceeded.")) {
            try limit.take(victim, now: start + .seconds(20))
        }
        try limit.take(try mailbox("other@far.example"), now: start + .seconds(20))
        try limit.take(victim, now: start + .seconds(3601))
    }

    @Test func aClockThatIsSetBackLocksNobodyOut() throws {
        let limit = SystemMailLimit(limit: 1)
        let mailbox = try mailbox("a@far.example")
        try limit.take(mailbox, now: start)
        try limit.take(mailbox, now: start - .seconds(7200))
    }
}
