import MailTypes
import Testing

@Suite struct NameMarkTests {
    @Test(arguments: [
        ("", "a"), ("a", "b"), ("ab", "ba"), ("colour", "colours"), ("\0", ""), ("é", "e"),
    ])
    func tellsApart(one: String, other: String) {
        #expect(NameMark(one).bits != NameMark(other).bits)
    }

    /// Beyond seven bytes the names themselves have to be compared.
    @Test(arguments: [
        ("", true), ("address", true), ("addresses", false),
        (String(repeating: "a", count: 300), false),
    ])
    func saysWhetherItHoldsAllOfTheName(name: String, isWhole: Bool) {
        #expect(NameMark(name).isWhole == isWhole)
    }
}
