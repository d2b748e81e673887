import DNS
import MailTypes
import Testing

@Suite struct ZoneSetTests {
    static let zones: ZoneSet = {
        let own = try? ZoneFileParser.parse(
            """
            $ORIGIN example.com.
            @ 3600 SOA ns hostmaster 7 3600 600 604800 30
            @ NS ns
            @ MX 10 mx
            @ TXT "v=spf1 mx -all"
            mx A 192.0.2.1
            www CNAME example.com.
            t1._domainkey CNAME t1.dkim.provider.example.
            t2._domainkey CNAME t2.dkim.provider.example.
            out CNAME host.elsewhere.example.
            ring1 CNAME ring2
            ring2 CNAME ring1
            *.wild TXT "any"
            x.wild A 192.0.2.9
            """)
        let provider = try? ZoneFileParser.parse("t1.dkim.provider.example. TXT \"p=key\"")
        return ZoneSet([
            Zone(DNSName("example.com"), records: own ?? []),
            Zone(DNSName("dkim.provider.example"), records: provider ?? []),
        ])
    }()

    private func ask(_ name: String, _ type: DNSRecordType) throws -> DNSMessage {
        let question = DNSQuestion(try DNSName(parsing: name), type)
        return Self.zones.answer(DNSMessage(id: 9, asking: question))
    }

    @Test(
        arguments: [
            ("example.com", .mx, ["MX 10 mx.example.com."]),
            ("EXAMPLE.com", .txt, ["TXT \"v=spf1 mx -all\""]),
            (
                "example.com", .soa,
                ["SOA ns.example.com. hostmaster.example.com. 7 3600 600 604800 30"]
            ),
            ("mx.example.com", .a, ["A 192.0.2.1"]),
            ("www.example.com", .mx, ["CNAME example.com.", "MX 10 mx.example.com."]),
            ("www.example.com", .cname, ["CNAME example.com."]),
            // From one zone into another
            (
                "t1._domainkey.example.com", .txt,
                ["CNAME t1.dkim.provider.example.", "TXT \"p=key\""]
            ),
            // Out of all zones: the client follows on
            ("out.example.com", .a, ["CNAME host.elsewhere.example."]),
            ("ring1.example.com", .a, ["CNAME ring2.example.com.", "CNAME ring1.example.com."]),
            ("a.b.wild.example.com", .txt, ["TXT \"any\""]),
            // RFC 8482
            ("example.com", .any, ["HINFO \\# 9 075246433834383200"]),
            ("www.example.com", .any, ["CNAME example.com."]),
        ] as [(String, DNSRecordType, [String])])
    func answers(name: String, type: DNSRecordType, records: [String]) throws {
        let response = try ask(name, type)
        #expect(response.answers.map { "\($0.type) \($0.data)" } == records)
        #expect(response.isResponse && response.isAuthoritative && response.id == 9)
        #expect(response.isRecursionDesired && !response.isRecursionAvailable)
        #expect(response.responseCode == .noError)
        #expect(response.authorities.isEmpty && response.additionals.isEmpty)
        #expect(response.edns == EDNS(payloadSizeLimit: 1232))
    }

    @Test(
        arguments: [
            ("mx.example.com", .mx, .noError, "example.com"),
            ("no.example.com", .a, .nameError, "example.com"),
            ("no.example.com", .any, .nameError, "example.com"),
            // Between two names that have records
            ("_domainkey.example.com", .txt, .noError, "example.com"),
            ("_domainkey.example.com", .any, .noError, "example.com"),
            ("x.wild.example.com", .txt, .noError, "example.com"),
            ("y.x.wild.example.com", .txt, .nameError, "example.com"),
            // The end of the chain decides (RFC 6604)
            ("t2._domainkey.example.com", .txt, .nameError, "dkim.provider.example"),
        ] as [(String, DNSRecordType, DNSResponseCode, String)])
    func saysThatThereIsNothing(
        name: String, type: DNSRecordType, code: DNSResponseCode, apex: String
    ) throws {
        let response = try ask(name, type)
        #expect(response.responseCode == code)
        #expect(response.isAuthoritative)
        #expect(response.authorities.map(\.name.text) == [apex])
        #expect(response.authorities.map(\.type) == [.soa])
        let ttl: Duration = apex == "example.com" ? .seconds(30) : .seconds(60)
        #expect(response.authorities.map(\.ttl) == [ttl])
    }

    @Test(arguments: ["elsewhere.example", "com", ".", "provider.example", "notexample.com"])
    func refusesWhatIsNotItsOwn(name: String) throws {
        let response = try ask(name, .a)
        #expect(response.responseCode == .refused)
        #expect(!response.isAuthoritative && response.answers.isEmpty)
    }

    @Test func refusesWhatItDoesNotDo() throws {
        let question = DNSQuestion(DNSName("example.com"), .a)
        func code(_ change: (inout DNSMessage) -> Void) -> DNSResponseCode {
            var query = DNSMessage(id: 9, asking: question)
            change(&query)
            return Self.zones.answer(query).responseCode
        }
        #expect(code { $0.opcode = .update } == .notImplemented)
        #expect(code { $0.opcode = DNSMessage.Opcode(rawValue: 15) } == .notImplemented)
        #expect(code { $0.questions = [] } == .formatError)
        #expect(code { $0.questions = [question, question] } == .formatError)
        #expect(code { $0.isResponse = true } == .formatError)
        #expect(code { $0.edns?.version = 1 } == .badVersion)
        #expect(code { $0.questions[0].recordClass = .chaos } == .refused)
        for type: UInt16 in [41, 249, 250, 251, 252, 253, 254] {  // transfers, TSIG and others
            #expect(code { $0.questions[0].type = DNSRecordType(rawValue: type) } == .refused)
        }
    }

    @Test func keepsNamesApartByTheClosestZone() {
        var zones = Self.zones
        zones.insert(Zone(DNSName("mx.example.com")))
        #expect(zones.apex(above: DNSName("a.mx.example.com")) == DNSName("mx.example.com"))
        let query = DNSMessage(id: 1, asking: DNSQuestion(DNSName("mx.example.com"), .a))
        let response = zones.answer(query)
        #expect(response.answers.isEmpty)
        #expect(response.authorities.map(\.name.text) == ["mx.example.com"])
        zones.remove(apex: DNSName("mx.example.com"))
        #expect(zones == Self.zones)
    }
}

@Suite struct ZoneTests {
    @Test func countsItsChanges() {
        var zone = Zone(DNSName("example.com"))
        let record = DNSRecord(DNSName("a.example.com"), .address(.v4([192, 0, 2, 1])))
        #expect(zone.authority.serial == 1)
        zone.replace([record, record], for: DNSName("A.example.com"))
        #expect(zone.authority.serial == 2)
        #expect(zone.records.count == 2)  // one of them SOA, and no record twice
        zone.replace([], for: DNSName("a.example.com"))
        #expect(zone.authority.serial == 3)
        #expect(zone.records.map(\.type) == [.soa])
    }

    @Test func keepsItsAuthorityWhenTheApexChanges() {
        var zone = Zone(DNSName("example.com"))
        zone.replace([DNSRecord(DNSName("example.com"), .text("x"))], for: DNSName("example.com"))
        zone.replace([DNSRecord(DNSName("example.com"), .text("y"))], for: DNSName("example.com"))
        #expect(zone.records.map(\.type) == [.soa, .txt])
    }

    @Test func leavesOutWhatIsNotItsOwn() {
        let outside = DNSRecord(DNSName("example.net"), .text("x"))
        var zone = Zone(DNSName("example.com"), records: [outside])
        zone.replace([outside], for: DNSName("example.net"))
        zone.replace([outside], for: DNSName("a.example.com"))
        #expect(zone.records.map(\.type) == [.soa])
    }
}

@Suite struct ZoneStoreTests {
    @Test func publishesAndWithdraws() async {
        let store = ZoneStore()
        store.addZone(DNSName("example.com"))
        let token = DNSName("t1._domainkey.example.com")
        store.replace([DNSRecord(token, .cname(DNSName("t1.dkim.example")))], for: token)
        #expect(await store.canonicalName(of: token).records == [DNSName("t1.dkim.example")])
        store.addZone(DNSName("example.com"))  // changes nothing
        #expect(await store.canonicalName(of: token).records.count == 1)
        store.remove(token)
        #expect(await store.lookUp(token, .cname).outcome == .nameNotFound)
        // A name that no zone holds is a zone of its own.
        store.replace([DNSRecord(DNSName("other.test"), .text("x"))], for: DNSName("other.test"))
        #expect(store.zones.zones.map(\.apex.text) == ["example.com", "other.test"])
        store.removeZone(DNSName("other.test"))
        store.removeAll()
        #expect(store.zones.zones.isEmpty)
        #expect(await store.lookUp(token, .cname).failureReason != nil)
    }
}
