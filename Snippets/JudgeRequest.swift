// Judges by the policies of an identity whether another account may send for it.
import AccessPolicies
import MailTypes

let identity = "arn:aws:ses:us-east-1:888888888888:identity/example.com"
let policy = try SESIdentityPolicyRules(identityARN: identity).read(
    Array(
        """
        {"Version": "2012-10-17", "Statement": {
            "Sid": "Marketing", "Effect": "Allow", "Principal": {"AWS": "123456789012"},
            "Action": "ses:Send*", "Resource": "\(identity)",
            "Condition": {"StringLike": {"ses:FromAddress": "marketing+*@example.com"}}
        }}
        """.utf8))
let evaluator = AccessEvaluator(resourceBased: [policy])

let request = AccessRequest(
    principal: .root(account: "123456789012"), action: "ses:SendEmail", resource: identity,
    context: RequestContext([.fromAddress: ["sales@example.com"], .recipients: ["a@example.org"]]),
    time: UnixTime(seconds: 1_795_000_000))
print(evaluator.decision(on: request).isAllowed)  // false
print(evaluator.trace(of: request))
// denied: no policy of the resource allows it
// Allow in statement 0 (“Marketing”) of the resource's policy 0 does not apply
//     StringLike ses:FromAddress: the request has [sales@example.com], the policy
//         [marketing+*@example.com]
