import Testing
import WaxwingCore

@Suite struct ARNTests {
    @Test func hasSixParts() throws {
        let arn = try #require(ARN("arn:aws:ses:eu-west-1:000000000000:tenant/a/tn-1:x"))
        #expect(arn.partition == "aws")
        #expect(arn.service == "ses")
        #expect(arn.region == "eu-west-1")
        #expect(arn.account == "000000000000")
        #expect(arn.resource == "tenant/a/tn-1:x")
        #expect(arn.resourceType == "tenant")
        #expect(arn.resourceName == "a/tn-1:x")
    }

    @Test(arguments: [
        ("arn:aws:iam::000000000000:role/r", true), ("arn:aws:sns:us-east-1:0:topic", true),
        ("arn:aws:ses:us-east-1:0", false), ("arn::ses:us-east-1:0:x", false),
        ("arn:aws::us-east-1:0:x", false), ("arn:aws:ses:us-east-1:0:", false), ("", false),
        ("urn:aws:ses:us-east-1:0:x", false),
    ])
    func mayLackRegionAndAccountOnly(text: String, isARN: Bool) {
        #expect((ARN(text) != nil) == isARN)
    }
}
