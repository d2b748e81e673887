// Written by scripts/generate-ses-model from the service model ses 2010-12-01
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

extension SESv1 {
    /// What values must fulfil, by the name of their shape.
    enum Bounds {
        static let connectInstanceArn = Constraint(pattern: .connectInstanceARN)
        static let iamRoleARN = Constraint(minimum: 20, maximum: 2048, pattern: .roleARN)
        static let policy = Constraint(minimum: 1)
        static let policyMap = Constraint(element: policy)
        static let policyName = Constraint(minimum: 1, maximum: 64)
        static let policyNameList = Constraint(element: policyName)
        static let templateData = Constraint(maximum: 262_144)
    }
}
