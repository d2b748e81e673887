import Testing
import WaxwingCore

@testable import WaxwingSES

@Suite struct ConfigurationSetTests {
    static let sets = "/v2/email/configuration-sets"

    @Test(arguments: [
        (
            #"{"ConfigurationSetName":"a b"}"#,
            "Invalid configuration set name <a b>: only alphanumeric ASCII characters, '_', and '-' are allowed."
        ),
        (#"{"ConfigurationSetName":""}"#, "The configuration set name must be specified."),
        (
            #"{"ConfigurationSetName":"\#(String(repeating: "a", count: 65))"}"#,
            "Configuration set name cannot exceed 64 characters."
        ),
        (
            #"{"ConfigurationSetName":"a","DeliveryOptions":{"SendingPoolName":"none"}}"#,
            "SendingPool <none> doesn't exist"
        ),
        (
            #"{"ConfigurationSetName":"a","DeliveryOptions":{"SendingPoolName":" "}}"#,
            "sendingPoolName can't be blank."
        ),
        (
            #"{"ConfigurationSetName":"a","TrackingOptions":{"CustomRedirectDomain":"t.example"}}"#,
            "Domain <t.example> is not verified under this account."
        ),
        (
            #"{"ConfigurationSetName":"a","Tags":[{"Key":"k","Value":"1"},{"Key":"k","Value":"2"}]}"#,
            "Cannot provide multiple tags with the same key"
        ),
        (
            #"{"ConfigurationSetName":"a","Tags":[{"Key":"waxwing:keep-id","Value":"true"}]}"#,
            "Tag waxwing:keep-id is reserved and has no meaning; those that have are: waxwing:keep-message-id, waxwing:rendering-errors-at-once."
        ),
        (
            #"{"ConfigurationSetName":"a","Tags":[{"Key":"waxwing:keep-message-id","Value":"yes"}]}"#,
            "The value of tag waxwing:keep-message-id must be true or false."
        ),
        (
            #"{"ConfigurationSetName":"a","SuppressionOptions":{"SuppressedReasons":["BOUNCE","BOUNCE"]}}"#,
            "Each suppressed reason can only be specified at most once"
        ),
    ])
    func refusesWithTheTextsOfSES(body: String, text: String) async throws {
        let bench = try await ServiceBench()
        let answer = await bench.call("POST", Self.sets, body)
        #expect(answer.status == 400)
        #expect(answer.type == "BadRequestException")
        #expect(answer.body == "{\"message\":\"\(text)\"}")
        #expect(await bench.call("GET", "\(Self.sets)/a").status == 404)
    }

    @Test func theRedirectDomainMayLieBelowAVerifiedOne() async throws {
        let bench = try await ServiceBench()
        try await bench.verified("example.com")
        let set = await bench.call(
            "POST", Self.sets,
            #"{"ConfigurationSetName":"a","TrackingOptions":{"CustomRedirectDomain":"t.example.com"}}"#
        )
        #expect(set.status == 200)
    }

    @Test func tenDestinationsAreEnough() async throws {
        let bench = try await ServiceBench()
        _ = await bench.call("POST", Self.sets, #"{"ConfigurationSetName":"a"}"#)
        let definition =
            #"{"MatchingEventTypes":["SEND"],"SnsDestination":{"TopicArn":"arn:aws:sns:us-east-1:1:t"}}"#
        for number in 0..<10 {
            let made = await bench.call(
                "POST", "\(Self.sets)/a/event-destinations",
                #"{"EventDestinationName":"d\#(number)","EventDestination":\#(definition)}"#)
            #expect(made.status == 200)
        }
        let eleventh = await bench.call(
            "POST", "\(Self.sets)/a/event-destinations",
            #"{"EventDestinationName":"d10","EventDestination":\#(definition)}"#)
        #expect(eleventh.type == "LimitExceededException")
        #expect(await bench.call("DELETE", "\(Self.sets)/a").status == 200)
        let scope = Scope(account: .development, region: .standard)
        let left = try await bench.store.all(EventDestination.self, under: "a", in: scope)
        #expect(left.isEmpty)
    }

    @Test(arguments: [
        (
            #"{"MatchingEventTypes":[],"SnsDestination":{"TopicArn":"arn:aws:sns:us-east-1:1:t"}}"#,
            "At least one event type must be specified."
        ),
        (#"{"MatchingEventTypes":["SEND"]}"#, "Event destination is not provided."),
        (
            #"{"MatchingEventTypes":["SEND"],"SnsDestination":{"TopicArn":"t"}}"#,
            "SNS topic <t> not found."
        ),
        (
            #"{"MatchingEventTypes":["SEND"],"SnsDestination":{"TopicArn":"arn:aws:sns:us-east-1:1:t.fifo"}}"#,
            "SNS topic <arn:aws:sns:us-east-1:1:t.fifo> not found."
        ),
        (
            #"{"MatchingEventTypes":["SEND"],"EventBridgeDestination":{"EventBusArn":"arn:aws:events:us-east-1:000000000000:event-bus/own"}}"#,
            "Invalid event bus ARN <arn:aws:events:us-east-1:000000000000:event-bus/own>: only the default event bus of the account and Region is supported."
        ),
        (
            #"{"MatchingEventTypes":["SEND"],"CloudWatchDestination":{"DimensionConfigurations":[]}}"#,
            "CloudWatch metrics dimension configuration list cannot be empty."
        ),
        (
            #"{"MatchingEventTypes":["SEND"],"CloudWatchDestination":{"DimensionConfigurations":[{"DimensionName":"To","DimensionValueSource":"EMAIL_HEADER","DefaultDimensionValue":"x"}]}}"#,
            "Email header <To> cannot be used as a dimension."
        ),
        (
            #"{"MatchingEventTypes":["SEND"],"PinpointDestination":{}}"#,
            "Invalid Pinpoint application ARN provided: ."
        ),
    ])
    func refusesDestinationsThatCannotBe(definition: String, text: String) async throws {
        let bench = try await ServiceBench()
        _ = await bench.call("POST", Self.sets, #"{"ConfigurationSetName":"a"}"#)
        let answer = await bench.call(
            "POST", "\(Self.sets)/a/event-destinations",
            #"{"EventDestinationName":"d","EventDestination":\#(definition)}"#)
        #expect(answer.type == "BadRequestException")
        #expect(answer.body == "{\"message\":\"\(text)\"}")
    }

    @Test func earlierSDKsListByGET() async throws {
        let bench = try await ServiceBench()
        for name in ["a", "b"] {
            _ = await bench.call("POST", Self.sets, #"{"ConfigurationSetName":"\#(name)"}"#)
        }
        let list = await bench.call("GET", "\(Self.sets)?PageSize=1")
        #expect(list.body.hasPrefix(#"{"ConfigurationSets":["a"],"NextToken":"#))
        let size = await bench.call("GET", "\(Self.sets)?PageSize=x")
        #expect(size.type == "SerializationException")
    }

    @Test func listsGoOnWhereTheyEnded() async throws {
        let bench = try await ServiceBench()
        for name in ["aaa-1", "AAA-2", "aaa-3", "bbb"] {
            _ = await bench.call("POST", Self.sets, #"{"ConfigurationSetName":"\#(name)"}"#)
        }
        let filter = #""Filter":{"CONFIGURATION_SET_NAME_CONTAINS":"aaa"}"#
        let list = "/v2/email/list-configuration-sets"
        let first = await bench.call("POST", list, "{\(filter),\"PageSize\":2}")
        #expect(first.body.contains(#"["AAA-2","aaa-1"]"#))
        let token = first.body.split(separator: "\"NextToken\":\"").last?.dropLast(2) ?? ""
        let next = await bench.call("POST", list, "{\(filter),\"NextToken\":\"\(token)\"}")
        #expect(next.body == #"{"ConfigurationSets":["aaa-3"]}"#)
        // The token is of the filtered list, and of no other.
        let other = await bench.call("POST", list, "{\"NextToken\":\"\(token)\"}")
        #expect(other.body == "{\"message\":\"invalid nextToken \(token)\"}")
        let short = await bench.call(
            "POST", list, #"{"Filter":{"CONFIGURATION_SET_NAME_CONTAINS":"aa"}}"#)
        #expect(short.body.contains("CONFIGURATION_SET_NAME_CONTAINS must be between 3 and 64"))
    }
}
