import MailTypes
import SESModel
import WaxwingCore

/// A request that brings a whole template, whose members both APIs name alike.
protocol WholeVerificationTemplate {
    var templateName: String { get }
    var fromEmailAddress: String { get }
    var templateSubject: String { get }
    var templateContent: String { get }
    var successRedirectionURL: String { get }
    var failureRedirectionURL: String { get }
}

extension SESv1.CreateCustomVerificationEmailTemplateRequest: WholeVerificationTemplate {}
extension SESv2.CreateCustomVerificationEmailTemplateRequest: WholeVerificationTemplate {}
extension SESv2.UpdateCustomVerificationEmailTemplateRequest: WholeVerificationTemplate {}

extension WholeVerificationTemplate {
    func template(at now: UnixTime) -> VerificationTemplate {
        VerificationTemplate(
            name: templateName, createdAt: now, sender: fromEmailAddress,
            subject: templateSubject, content: templateContent, redirects: redirects)
    }

    /// Puts what the request brings in the place of what the template says.
    func replace(_ template: inout VerificationTemplate) {
        template.sender = fromEmailAddress
        template.subject = templateSubject
        template.content = templateContent
        template.redirects = redirects
    }

    private var redirects: VerificationRedirects {
        VerificationRedirects(success: successRedirectionURL, failure: failureRedirectionURL)
    }
}
