/// Lets callers do what their identity-based policies allow; the account itself, everything.
public struct PolicyAuthorizer: CallAuthorizer {
    public init() {}

    public func allows(_ call: Call) -> Bool { call.policies == nil }
}
