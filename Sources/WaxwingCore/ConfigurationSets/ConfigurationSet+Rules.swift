import MailTypes

// What SES demands of configuration sets.
extension ConfigurationSet {
    /// Configuration sets of one account and region at the most.
    public static let countLimit = 10_000
    public static let nameLimit = 64

    /// - Throws: for a name that no configuration set can have.
    public static func check(name: String) throws(ServiceError) {
        guard !name.isEmpty else {
            throw .invalidParameter("The configuration set name must be specified.")
        }
        guard name.utf8.count <= nameLimit else {
            throw .invalidParameter(
                "Configuration set name cannot exceed \(nameLimit) characters.")
        }
        guard isName(name) else {
            throw .invalidParameter(
                "Invalid configuration set name <\(name)>: only alphanumeric ASCII characters, "
                    + "'_', and '-' are allowed.")
        }
    }

    static func isName(_ text: some StringProtocol) -> Bool {
        (1...nameLimit).contains(text.utf8.count) && text.utf8.allSatisfy(\.isNameByte)
    }

    /// The refusal of a name that is none of a configuration set.
    public static func unknown(_ name: String) -> ServiceError {
        .configurationSetDoesNotExist("Configuration set <\(name)> does not exist.")
    }
}

extension ConfigurationSet.DeliveryOptions {
    func check(in transaction: any ResourceTransaction) throws {
        guard let poolName else { return }
        guard poolName.contains(where: { !$0.isWhitespace }) else {
            throw ServiceError.invalidParameter("sendingPoolName can't be blank.")
        }
        guard
            try DedicatedIPPool.reservedNames.contains(poolName)
                || transaction.find(DedicatedIPPool.self, poolName) != nil
        else {
            throw ServiceError.invalidParameter("SendingPool <\(poolName)> doesn't exist")
        }
    }
}

extension [SuppressionReason] {
    /// Each reason is named once at the most.
    public func check() throws(ServiceError) {
        guard Set(self).count == count else {
            throw .invalidParameter("Each suppressed reason can only be specified at most once")
        }
    }
}
