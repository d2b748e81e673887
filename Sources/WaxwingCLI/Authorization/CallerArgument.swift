import AccessPolicies
import ArgumentParser
import WaxwingCore

/// Whoever makes a call, as policies name them: `arn:aws:iam::111122223333:user/app`, a role, the
/// session of one, an account, or a service.
struct CallerArgument: ExpressibleByArgument, Sendable {
    let principal: AccessPrincipal

    init?(argument: String) {
        if argument.hasSuffix(".amazonaws.com"), !argument.contains(":") {
            principal = .service(argument)
            return
        }
        if let account = AccountID(argument) {
            principal = .root(account: account.description)
            return
        }
        guard let arn = ARN(argument), AccountID(arn.account) != nil, arn.region.isEmpty else {
            return nil
        }
        let steps = arn.resource.split(separator: "/", omittingEmptySubsequences: false)
        guard let name = steps.last.map(String.init), !name.isEmpty else { return nil }
        let path =
            steps.count < 3 ? "/" : "/\(steps[1..<(steps.count - 1)].joined(separator: "/"))/"
        switch (arn.service, steps.first, steps.count) {
        case ("iam", "root", 1):
            principal = .root(account: arn.account, partition: arn.partition)
        case ("iam", "user", 2...):
            principal = .user(name, account: arn.account, path: path, partition: arn.partition)
        case ("iam", "role", 2...):
            principal = .role(
                name, session: "session", account: arn.account, path: path,
                partition: arn.partition)
        case ("sts", "assumed-role", 3):
            principal = .role(
                String(steps[1]), session: name, account: arn.account, partition: arn.partition)
        default: return nil
        }
    }
}
