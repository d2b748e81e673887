// What SES demands of tenants.
extension Tenant {
    static func check(name: String) throws(ServiceError) {
        guard name.contains(where: { !$0.isWhitespace }) else {
            throw .invalidParameter("TenantName cannot be empty")
        }
        guard name.utf16.count <= nameLimit else {
            throw .invalidParameter("TenantName cannot exceed \(nameLimit) characters.")
        }
        guard name.utf8.allSatisfy(\.isNameByte) else {
            throw .invalidParameter(
                "Invalid tenant name <\(name)>: only alphanumeric ASCII characters, '_', and '-' "
                    + "are allowed.")
        }
    }

    static func unknown(_ name: String) -> ServiceError {
        .notFound("The requested tenant <\(name)> does not exist.")
    }
}

extension Tenant.Suppression {
    /// Both are given, or neither.
    public static func pair(
        _ scope: SuppressionScope?, _ reasons: [SuppressionReason]?
    ) throws(ServiceError) -> Tenant.Suppression? {
        try reasons?.check()
        switch (scope, reasons) {
        case (let scope?, let reasons?):
            return Tenant.Suppression(scope: scope, reasons: reasons)
        case (nil, nil):
            return nil
        case (nil, let reasons?):
            throw .invalidParameter(
                reasons.isEmpty
                    ? "SuppressionScope is required when SuppressedReasons are provided. "
                        + "Valid values are: TENANT, ACCOUNT"
                    : "SuppressedReasons cannot be specified without SuppressionScope.")
        case (_?, nil):
            throw .invalidParameter(
                "SuppressionScope cannot be specified without SuppressedReasons.")
        }
    }
}
