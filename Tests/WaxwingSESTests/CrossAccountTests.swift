import Testing
import WaxwingCore

@testable import WaxwingSES

/// No account ever sees what another made, whatever its kind, and no region what is in another.
@Suite struct CrossAccountTests {
    /// A kind of thing that accounts own, with requests on the one named `x.example`.
    struct Kind: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// `METHOD path body`
        let create: String
        /// Refused with 404 where there is none.
        let read: String
        /// Without anything that there is none of, it does not contain the name.
        var list: String?
        let delete: String
        /// What `create` needs to be there before.
        var needs: [String] = []

        init(
            _ name: String, create: String, read: String, list: String? = nil, delete: String,
            needs: [String] = []
        ) {
            testDescription = name
            self.create = create
            self.read = read
            self.list = list
            self.delete = delete
            self.needs = needs
        }
    }

    static let configurationSet =
        #"POST /v2/email/configuration-sets {"ConfigurationSetName":"x"}"#

    /// One line for each kind.
    static let kinds = [
        Kind(
            "identity", create: #"POST /v2/email/identities {"EmailIdentity":"x.example"}"#,
            read: "GET /v2/email/identities/x.example", list: "POST /v2/email/list-identities {}",
            delete: "DELETE /v2/email/identities/x.example"),
        Kind(
            "configuration set", create: configurationSet,
            read: "GET /v2/email/configuration-sets/x",
            list: "POST /v2/email/list-configuration-sets {}",
            delete: "DELETE /v2/email/configuration-sets/x"),
        Kind(
            "event destination",
            create:
                #"POST /v2/email/configuration-sets/x/event-destinations {"EventDestinationName":"d","EventDestination":{"MatchingEventTypes":["SEND"],"SnsDestination":{"TopicArn":"arn:aws:sns:us-east-1:000000000000:x"}}}"#,
            read: "GET /v2/email/configuration-sets/x/event-destinations",
            delete: "DELETE /v2/email/configuration-sets/x/event-destinations/d",
            needs: [configurationSet]),
        Kind(
            "pool", create: #"POST /v2/email/dedicated-ip-pools {"PoolName":"x"}"#,
            read: "GET /v2/email/dedicated-ip-pools/x", list: "GET /v2/email/dedicated-ip-pools",
            delete: "DELETE /v2/email/dedicated-ip-pools/x"),
        Kind(
            "endpoint",
            create:
                #"POST /v2/email/multi-region-endpoints {"EndpointName":"x","Details":{"RoutesDetails":[{"Region":"us-west-2"}]}}"#,
            read: "GET /v2/email/multi-region-endpoints/x",
            list: "GET /v2/email/multi-region-endpoints",
            delete: "DELETE /v2/email/multi-region-endpoints/x"),
        Kind(
            "tenant", create: #"POST /v2/email/tenants {"TenantName":"x"}"#,
            read: #"POST /v2/email/tenants/get {"TenantName":"x"}"#,
            list: "POST /v2/email/tenants/list {}",
            delete: #"POST /v2/email/tenants/delete {"TenantName":"x"}"#),
        Kind(
            "template",
            create:
                #"POST /v2/email/templates {"TemplateName":"x","TemplateContent":{"Subject":"s"}}"#,
            read: "GET /v2/email/templates/x", list: "GET /v2/email/templates",
            delete: "DELETE /v2/email/templates/x"),
        Kind(
            "contact list",
            create: contactList, read: "GET /v2/email/contact-lists/x",
            list: "GET /v2/email/contact-lists", delete: "DELETE /v2/email/contact-lists/x"),
        Kind(
            "contact",
            create:
                #"POST /v2/email/contact-lists/x/contacts {"EmailAddress":"a@x.example"}"#,
            read: "GET /v2/email/contact-lists/x/contacts/a@x.example",
            delete: "DELETE /v2/email/contact-lists/x/contacts/a@x.example",
            needs: [contactList]),
        Kind(
            "suppressed destination",
            create:
                #"PUT /v2/email/suppression/addresses {"EmailAddress":"a@x.example","Reason":"BOUNCE"}"#,
            read: "GET /v2/email/suppression/addresses/a@x.example",
            list: "GET /v2/email/suppression/addresses",
            delete: "DELETE /v2/email/suppression/addresses/a@x.example"),
    ]

    static let contactList = #"POST /v2/email/contact-lists {"ContactListName":"x"}"#

    @Test(arguments: kinds, [true, false])
    func isUnknownElsewhere(kind: Kind, otherAccount: Bool) async throws {
        let bench = try await ServiceBench()
        func elsewhere(_ request: String) async -> (status: Int, type: String?, body: String) {
            await bench.call(
                request, region: otherAccount ? "us-east-1" : "eu-west-1",
                fromOtherAccount: otherAccount)
        }
        for need in kind.needs { #expect(await bench.call(need).status == 200) }
        let empty = await elsewhere(kind.list ?? kind.read)
        #expect(await bench.call(kind.create).status == 200)
        let own = await bench.call(kind.read)
        #expect(own.status == 200, "\(own.body)")

        let read = await elsewhere(kind.read)
        #expect(read.type == "NotFoundException", "\(read.body)")
        if let list = kind.list {
            #expect(await elsewhere(list).body == empty.body)
            #expect(await bench.call(list).body != empty.body)
        }
        // The name is still free there, and what is removed there is left here.
        for need in kind.needs { #expect(await elsewhere(need).status == 200) }
        #expect(await elsewhere(kind.create).status == 200)
        #expect(await elsewhere(kind.delete).status == 200)
        #expect(await bench.call(kind.read).body == own.body)
    }
}

extension ServiceBench {
    /// - Parameter request: `METHOD path body`
    func call(
        _ request: String, region: String = "us-east-1", fromOtherAccount: Bool = false
    ) async -> (status: Int, type: String?, body: String) {
        let parts = request.split(separator: " ", maxSplits: 2).map(String.init)
        return await call(
            parts[0], parts[1], parts.count > 2 ? parts[2] : "", region: region,
            fromOtherAccount: fromOtherAccount)
    }
}
