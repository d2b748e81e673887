import MailTypes
import Testing
import WaxwingCore

@Suite struct MessageIdentifiersTests {
    let noon = UnixTime(milliseconds: 0x018f_2f1d_3a51)

    @Test func messageIDHasTheShapeOfSES() throws {
        var random = SystemRandomNumberGenerator()
        let id = MessageIdentifiers.messageID(
            at: noon, in: try #require(Region("eu-west-1")), using: &random)
        #expect(id.hasPrefix("0102018f2f1d3a51-"))
        #expect(id.hasSuffix("-000000"))
        let groups = id.split(separator: "-").map(\.count)
        #expect(groups == [16, 8, 4, 4, 4, 12, 6])
    }

    @Test func rowNumbersGrowWhenTheClockStepsBack() {
        let identifiers = MessageIdentifiers()
        let first = identifiers.nextRow(at: noon)
        let second = identifiers.nextRow(at: noon - .seconds(3600))
        let third = identifiers.nextRow(at: noon)
        #expect(first < second)
        #expect(second < third)
    }

    @Test func returnPathCarriesItsRow() {
        var random = SystemRandomNumberGenerator()
        let row = MessageIdentifiers().nextRow(at: noon)
        let localPart = MessageIdentifiers.returnPathLocalPart(
            for: row, at: noon, in: .standard, using: &random)
        #expect(localPart.utf8.count <= Mailbox.localPartLengthLimit)
        #expect(MessageIdentifiers.row(inReturnPath: localPart) == row)
    }

    @Test(arguments: ["", "postmaster", "0100-1-2-3-4-5-000000", "a-b-c-d-e-f-g"])
    func otherLocalPartsCarryNoRow(localPart: String) {
        #expect(MessageIdentifiers.row(inReturnPath: localPart) == nil)
    }
}
