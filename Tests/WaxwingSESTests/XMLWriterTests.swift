import JSONText
import MailTypes
import SESModel
import Testing

@testable import WaxwingSES

@Suite struct XMLWriterTests {
    private let namespace = "http://ses.amazonaws.com/doc/2010-12-01/"

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    @Test func writesAResponse() {
        let output = SESv1.SendEmailResponse(messageId: "a<b>&\"\r\u{1}").document
        #expect(
            text(XMLWriter.response(to: SESv1.SendEmail.descriptor, output, requestID: "r"))
                == "<SendEmailResponse xmlns=\"\(namespace)\"><SendEmailResult>"
                + "<MessageId>a&lt;b&gt;&amp;\"&#xD;\u{FFFD}</MessageId></SendEmailResult>"
                + "<ResponseMetadata><RequestId>r</RequestId></ResponseMetadata>"
                + "</SendEmailResponse>")
    }

    @Test func leavesOutTheResultOfAnOperationWithoutOutput() {
        let descriptor = SESv1.VerifyEmailAddress.descriptor
        #expect(
            text(XMLWriter.response(to: descriptor, .object([]), requestID: "r"))
                == "<VerifyEmailAddressResponse xmlns=\"\(namespace)\"><ResponseMetadata>"
                + "<RequestId>r</RequestId></ResponseMetadata></VerifyEmailAddressResponse>")
    }

    @Test func writesListsMapsAndTimes() {
        var writer = XMLWriter()
        writer.write("Tokens", .array([.string("a"), .string("b")]))
        writer.write("Map", .map([.init("k", .object([.init("V", .bool(true))]))]))
        writer.write("Time", .timestamp(UnixTime(milliseconds: 0)))
        #expect(
            text(writer.bytes)
                == "<Tokens><member>a</member><member>b</member></Tokens>"
                + "<Map><entry><key>k</key><value><V>true</V></value></entry></Map>"
                + "<Time>1970-01-01T00:00:00.000Z</Time>")
    }

    @Test func writesAnError() {
        let error = SESError(
            SESv1.Errors.configurationSetDoesNotExist, "Configuration set <x> does not exist.",
            members: [.init("ConfigurationSetName", .string("x"))])
        #expect(
            text(XMLWriter.error(error, requestID: "r"))
                == "<ErrorResponse xmlns=\"\(namespace)\"><Error><Type>Sender</Type>"
                + "<Code>ConfigurationSetDoesNotExist</Code>"
                + "<Message>Configuration set &lt;x&gt; does not exist.</Message>"
                + "<ConfigurationSetName>x</ConfigurationSetName></Error>"
                + "<RequestId>r</RequestId></ErrorResponse>")
    }
}
