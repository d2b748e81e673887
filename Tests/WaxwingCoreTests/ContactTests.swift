import MailTypes
import Testing

@testable import WaxwingCore

@Suite struct ContactTests {
    private let list: ContactList = {
        var list = ContactList(name: "people", createdAt: UnixTime(seconds: 0))
        list.topics = [
            .init(name: "news", displayName: "News", defaultStatus: .optIn),
            .init(name: "offers", displayName: "Offers", defaultStatus: .optOut),
        ]
        return list
    }()

    private func contact(_ preferences: [Contact.Preference] = []) -> Contact {
        var contact = Contact(
            address: "a@example.com", list: "people", createdAt: UnixTime(seconds: 0))
        contact.merge(preferences)
        return contact
    }

    @Test func aChoiceComesBeforeTheDefault() {
        let undecided = contact()
        #expect(undecided.status(on: "news", in: list) == .optIn)
        #expect(undecided.status(on: "offers", in: list) == .optOut)
        let decided = contact([.init(topic: "news", status: .optOut)])
        #expect(decided.status(on: "news", in: list) == .optOut)
        #expect(decided.status(on: nil, in: list) == .optIn)
        #expect(decided.defaults(in: list) == [.init(topic: "offers", status: .optOut)])
    }

    @Test func noMailAtAllComesBeforeEverything() {
        var contact = contact([.init(topic: "news", status: .optIn)])
        contact.unsubscribedFromAll = true
        #expect(contact.status(on: "news", in: list) == .optOut)
        #expect(contact.status(on: nil, in: list) == .optOut)
    }

    @Test func aLaterChoiceTakesThePlaceOfAnEarlierOne() {
        var contact = contact([
            .init(topic: "news", status: .optIn), .init(topic: "offers", status: .optIn),
        ])
        contact.merge([.init(topic: "news", status: .optOut)])
        #expect(
            contact.preferences == [
                .init(topic: "news", status: .optOut), .init(topic: "offers", status: .optIn),
            ])
    }
}

@Suite struct VerificationTemplateTests {
    @Test(arguments: [
        ("https://app.example/welcome?a=b#c", true), ("http://127.0.0.1:8080/", true),
        ("HTTPS://app.example", true), ("https://[::1]/", true), ("https://", false),
        ("https:///path", false), ("https://:80/", false), ("app.example", false),
        ("ftp://app.example", false), ("javascript:alert(1)//://", false),
        ("https://app.example/a b", false), ("https://app.example/\r\nSet-Cookie:a", false),
        ("https://app.example/\"><script>", false), ("https://äpp.example", false),
        ("https://app.example/" + String(repeating: "a", count: 2048), false), ("", false),
    ])
    func redirectsToPagesOfTheWebOnly(url: String, isAllowed: Bool) {
        #expect(VerificationRedirects.isAllowed(url) == isAllowed)
    }

    @Test func theContentIsLeftAsItIs() {
        let template = VerificationTemplate(
            name: "t", createdAt: UnixTime(seconds: 0), sender: "a@example.com", subject: "s",
            content: "<p>{{name}}</p>", redirects: .init(success: "", failure: ""))
        let body = template.body(with: "http://localhost/verify?token=x")
        #expect(body.hasPrefix("<p>{{name}}</p>\n"))
        #expect(body.contains("href=\"http://localhost/verify?token=x\""))
    }
}
