import AccessPolicies
import Foundation
import MailTypes

// How fast requests are judged, on one core: `policies FILE WORK` reads the policy of an identity once
// and judges the same call by it, which the last statement allows. WORK is a number of rounds of a
// hundred, or seconds of processor time as in `2s`. Prints `{"rate": 12345.6}`: decisions for each
// second.

let arguments = CommandLine.arguments
guard arguments.count == 3,
    let wanted = Double(arguments[2].last == "s" ? arguments[2].dropLast() : arguments[2][...])
else {
    print("usage: policies FILE WORK")
    exit(2)
}
let isTimed = arguments[2].last == "s"
let text = [UInt8](try Data(contentsOf: URL(filePath: arguments[1])))
let own = Array(
    #"{"Statement": {"Effect": "Allow", "Action": "ses:Send*", "Resource": "*"}}"#.utf8)
let evaluator = AccessEvaluator(
    identityBased: [try PolicyDocument(parsing: own, as: .identityBased)],
    resourceBased: [try PolicyDocument(parsing: text, as: .resourceBased)])

var caller = AccessPrincipal.role("mailer", session: "worker-1", account: "123456789012")
caller.organization = .init(
    id: "o-a1b2c3d4e5", paths: ["o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/ou-ab12-22222222/"])
let request = AccessRequest(
    principal: caller, action: "ses:SendEmail",
    resource: "arn:aws:ses:eu-west-1:888888888888:identity/example.com",
    context: RequestContext([
        .fromAddress: ["sender@example.com"], .fromDisplayName: ["Example"],
        .feedbackAddress: ["bounces@example.com"], .apiVersion: ["2"],
        .recipients: (1...5).map { "recipient-\($0)@example.\($0 % 2 == 0 ? "com" : "org")" },
        .secureTransport: ["true"], .sourceIP: ["203.0.113.9"], .requestedRegion: ["eu-west-1"],
        .userAgent: ["Boto3/1.40.1 md/Botocore#1.40.1 ua/2.1 os/linux#6.1 md/arch#x86_64"],
    ]), time: UnixTime(seconds: 1_795_000_000))

guard evaluator.decision(on: request).isAllowed else {
    print(evaluator.trace(of: request))
    exit(1)
}

/// Seconds that this process has been given so far, whatever else the machine does.
func processorSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

let start = processorSeconds()
var rounds = 0.0
var passed = 0.0
while (isTimed ? passed : rounds) < wanted {
    for _ in 0..<100 where !evaluator.decision(on: request).isAllowed { exit(1) }
    rounds += 1
    passed = processorSeconds() - start
}
print("{\"rate\": \(rounds * 100 / passed)}")
