import MailTypes
import Testing

@testable import WaxwingCore

@Suite struct ReceiptRuleSetTests {
    private func set(_ names: String...) throws -> ReceiptRuleSet {
        var set = ReceiptRuleSet(name: "main", createdAt: UnixTime(seconds: 0))
        for name in names.reversed() { try set.insert(ReceiptRule(name: name), after: nil) }
        return set
    }

    @Test func newRulesComeFirstOrBehindAnother() throws {
        var set = try set("a", "b")
        try set.insert(ReceiptRule(name: "c"), after: nil)
        try set.insert(ReceiptRule(name: "d"), after: "a")
        #expect(set.rules.map(\.name) == ["c", "a", "d", "b"])
    }

    @Test(arguments: [
        ("a", "c", ["b", "c", "a"]), ("c", nil, ["c", "a", "b"]), ("a", "a", ["a", "b", "c"]),
        ("c", "a", ["a", "c", "b"]), ("a", nil, ["a", "b", "c"]),
    ])
    func movesARule(name: String, other: String?, order: [String]) throws {
        var set = try set("a", "b", "c")
        try set.move(name, after: other)
        #expect(set.rules.map(\.name) == order)
    }

    @Test(arguments: [
        (["a", "b", "a"], "Multiple positions found for rule: a"),
        (["b"], "Positions for rules not found: a, c"),
        (["c", "b", "a", "z"], "Rule does not exist: z"),
    ])
    func ordersAllRulesOrNone(names: [String], text: String) throws {
        var set = try set("a", "b", "c")
        let error = #expect(throws: ServiceError.self) { try set.reorder(names) }
        #expect(error?.text == text)
        #expect(set.rules.map(\.name) == ["a", "b", "c"])
    }

    @Test func aCloneIsASetOfItsOwn() throws {
        let original = try set("a", "b")
        var clone = original.cloned(as: "copy", at: UnixTime(seconds: 9))
        clone.remove("a")
        #expect(clone.name == "copy")
        #expect(clone.createdAt == UnixTime(seconds: 9))
        #expect(original.rules.count == 2)
    }

    @Test(arguments: [
        (nil, "id"), ("", "id"), ("in", "in/id"), ("in/", "in/id"), ("a/b", "a/b/id"),
    ])
    func aSlashStandsBetweenPrefixAndID(prefix: String?, key: String) {
        let action = ReceiptAction.S3(
            bucket: "b", keyPrefix: prefix, kmsKeyARN: nil, roleARN: nil, topicARN: nil)
        #expect(action.key(for: "id") == key)
    }
}

@Suite struct ReceiptActionTests {
    private static let region = Region("eu-west-1") ?? .standard

    private static func s3(_ bucket: String, key: String? = nil) -> ReceiptAction {
        .s3(.init(bucket: bucket, keyPrefix: nil, kmsKeyARN: key, roleARN: nil, topicARN: nil))
    }

    private static func sns(_ topic: String) -> ReceiptAction {
        .sns(.init(topicARN: topic, isBase64: false))
    }

    private static func lambda(_ function: String) -> ReceiptAction {
        .lambda(.init(functionARN: function, waitsForAnswer: false, topicARN: nil))
    }

    @Test(arguments: [
        sns("arn:aws:sns:eu-west-1:000000000000:mail"),
        sns("arn:aws-cn:sns:eu-west-1:000000000000:mail"),
        lambda("arn:aws:lambda:eu-west-1:000000000000:function:mail:alias"),
        s3("abc"), s3("a.b-c.9"), s3(String(repeating: "a", count: 63)),
        s3("mail", key: "arn:aws:kms:eu-west-1:000000000000:alias/aws/ses"),
        s3("mail", key: "arn:aws:kms:us-west-2:000000000000:key/1"),
    ])
    func takesTargetsThatMayBeThere(action: ReceiptAction) throws {
        try action.check(in: Self.region)
    }

    @Test(arguments: [
        (sns("mail"), "Invalid SNS topic: mail"), (sns(""), "Invalid SNS topic: "),
        (
            sns("arn:aws:sns:us-east-1:000000000000:mail"),
            "Invalid SNS topic: arn:aws:sns:us-east-1:000000000000:mail"
        ),
        (
            sns("arn:aws:sns:eu-west-1:000000000000:mail.fifo"),
            "Could not publish to SNS topic: arn:aws:sns:eu-west-1:000000000000:mail.fifo"
        ),
        (
            lambda("arn:aws:lambda:us-east-1:000000000000:function:mail"),
            "Invalid Lambda function: arn:aws:lambda:us-east-1:000000000000:function:mail"
        ),
        (
            lambda("arn:aws:lambda:eu-west-1:000000000000:function:"),
            "Invalid Lambda function: arn:aws:lambda:eu-west-1:000000000000:function:"
        ),
        (s3("ab"), "No such bucket: ab"), (s3("Mail"), "No such bucket: Mail"),
        (s3("-mail"), "No such bucket: -mail"), (s3("ma..il"), "No such bucket: ma..il"),
        (
            s3(String(repeating: "a", count: 64)),
            "No such bucket: \(String(repeating: "a", count: 64))"
        ),
        (s3("mail", key: "key"), "Invalid KMS key: key"),
        (
            s3("mail", key: "arn:aws:kms:eu-west-1:000000000000:key/"),
            "Invalid KMS key: arn:aws:kms:eu-west-1:000000000000:key/"
        ),
    ])
    func refusesTargetsThatCannotBe(action: ReceiptAction, text: String) {
        let error = #expect(throws: ServiceError.self) { try action.check(in: Self.region) }
        #expect(error?.text == text)
    }
}

@Suite struct RecipientConditionTests {
    @Test(arguments: [
        ("user@example.com", "user@example.com", true),
        ("user@example.com", "user+label@EXAMPLE.com", true),
        ("user@example.com", "users@example.com", false),
        ("user@example.com", "user@sub.example.com", false),
        ("user+x@example.com", "user+x@example.com", true),
        ("user+x@example.com", "user+x+y@example.com", false),
        ("user+x@example.com", "user@example.com", false),
        ("example.com", "any+thing@example.com", true),
        ("example.com", "any@sub.example.com", false),
        ("sub.example.com", "any@sub.example.com", true),
        (".example.com", "any@a.b.example.com", true),
        (".example.com", "any@example.com", false),
        (".example.com", "any@otherexample.com", false),
    ])
    func matchesAsSESDoes(condition: String, recipient: String, matches: Bool) throws {
        let mailbox = try Mailbox(parsing: recipient)
        #expect(try #require(RecipientCondition(condition)).matches(mailbox) == matches)
    }

    @Test(arguments: ["", ".", "@", "a@", "@b", "a b", "..example.com"])
    func refusesWhatIsNone(text: String) { #expect(RecipientCondition(text) == nil) }
}

@Suite struct ReceiptFilterTests {
    @Test(arguments: [
        ("192.0.2.1", "192.0.2.1", true), ("192.0.2.1", "192.0.2.2", false),
        ("192.0.2.0/24", "192.0.2.255", true), ("192.0.2.0/24", "192.0.3.0", false),
        ("192.0.2.77/24", "192.0.2.1", true), ("10.0.0.0/9", "10.127.1.1", true),
        ("10.0.0.0/9", "10.128.0.0", false), ("0.0.0.0/0", "203.0.113.9", true),
        ("0.0.0.0/0", "2001:db8::1", false), ("2001:db8::/32", "2001:db8:1::1", true),
        ("2001:db8::/33", "2001:db8:8000::", false), ("::/0", "2001:db8::1", true),
    ])
    func coversItsBlock(cidr: String, address: String, covers: Bool) throws {
        let filter = ReceiptFilter(name: "f", policy: .block, cidr: cidr)
        #expect(filter.covers(try #require(IPAddress(parsing: address))) == covers)
    }

    @Test(arguments: [
        "", "/", "10.0.0.1/", "10.0.0.1/33", "10.0.0.1/-1", "10.0.0.1/8/8", "::/129", "10.0.0",
        "10.0.0.1/0000", "x/8",
    ])
    func refusesWhatIsNoBlock(cidr: String) { #expect(IPBlock(parsing: cidr) == nil) }

    @Test func whatIsAllowedOverridesWhatIsBlocked() throws {
        let filters = [
            ReceiptFilter(name: "all", policy: .block, cidr: "0.0.0.0/0"),
            ReceiptFilter(name: "office", policy: .allow, cidr: "192.0.2.0/24"),
        ]
        #expect(filters.permit(try #require(IPAddress(parsing: "192.0.2.9"))))
        #expect(!filters.permit(try #require(IPAddress(parsing: "203.0.113.1"))))
        // No filter speaks of IPv6.
        #expect(filters.permit(try #require(IPAddress(parsing: "2001:db8::1"))))
    }
}
