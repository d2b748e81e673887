// Written by scripts/generate-ses-model from the service model ses 2010-12-01
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

public import MailTypes

extension SESv1 {
    public struct RawMessage: Structure {
        /// `Data`
        public var data: Blob

        public init(data: Blob) {
            self.data = data
        }

        public init(from decoder: inout ShapeDecoder) {
            data = decoder.required("Data")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Data", data)
        }
    }

    public struct ReceiptAction: Structure {
        /// `S3Action`
        public var s3Action: S3Action?
        /// `BounceAction`
        public var bounceAction: BounceAction?
        /// `WorkmailAction`
        public var workmailAction: WorkmailAction?
        /// `LambdaAction`
        public var lambdaAction: LambdaAction?
        /// `StopAction`
        public var stopAction: StopAction?
        /// `AddHeaderAction`
        public var addHeaderAction: AddHeaderAction?
        /// `SNSAction`
        public var snsAction: SNSAction?
        /// `ConnectAction`
        public var connectAction: ConnectAction?

        public init(
            s3Action: S3Action? = nil,
            bounceAction: BounceAction? = nil,
            workmailAction: WorkmailAction? = nil,
            lambdaAction: LambdaAction? = nil,
            stopAction: StopAction? = nil,
            addHeaderAction: AddHeaderAction? = nil,
            snsAction: SNSAction? = nil,
            connectAction: ConnectAction? = nil
        ) {
            self.s3Action = s3Action
            self.bounceAction = bounceAction
            self.workmailAction = workmailAction
            self.lambdaAction = lambdaAction
            self.stopAction = stopAction
            self.addHeaderAction = addHeaderAction
            self.snsAction = snsAction
            self.connectAction = connectAction
        }

        public init(from decoder: inout ShapeDecoder) {
            s3Action = decoder.optional("S3Action")
            bounceAction = decoder.optional("BounceAction")
            workmailAction = decoder.optional("WorkmailAction")
            lambdaAction = decoder.optional("LambdaAction")
            stopAction = decoder.optional("StopAction")
            addHeaderAction = decoder.optional("AddHeaderAction")
            snsAction = decoder.optional("SNSAction")
            connectAction = decoder.optional("ConnectAction")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("S3Action", s3Action)
            encoder.write("BounceAction", bounceAction)
            encoder.write("WorkmailAction", workmailAction)
            encoder.write("LambdaAction", lambdaAction)
            encoder.write("StopAction", stopAction)
            encoder.write("AddHeaderAction", addHeaderAction)
            encoder.write("SNSAction", snsAction)
            encoder.write("ConnectAction", connectAction)
        }
    }

    public struct ReceiptFilter: Structure {
        /// `Name`
        public var name: String
        /// `IpFilter`
        public var ipFilter: ReceiptIpFilter

        public init(name: String, ipFilter: ReceiptIpFilter) {
            self.name = name
            self.ipFilter = ipFilter
        }

        public init(from decoder: inout ShapeDecoder) {
            name = decoder.required("Name")
            ipFilter = decoder.required("IpFilter")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Name", name)
            encoder.write("IpFilter", ipFilter)
        }
    }

    public struct ReceiptIpFilter: Structure {
        /// `Policy`
        public var policy: ReceiptFilterPolicy
        /// `Cidr`
        public var cidr: String

        public init(policy: ReceiptFilterPolicy, cidr: String) {
            self.policy = policy
            self.cidr = cidr
        }

        public init(from decoder: inout ShapeDecoder) {
            policy = decoder.required("Policy")
            cidr = decoder.required("Cidr")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Policy", policy)
            encoder.write("Cidr", cidr)
        }
    }

    public struct ReceiptRule: Structure {
        /// `Name`
        public var name: String
        /// `Enabled`
        public var enabled: Bool?
        /// `TlsPolicy`
        public var tlsPolicy: TlsPolicy?
        /// `Recipients`
        public var recipients: [String]?
        /// `Actions`
        public var actions: [ReceiptAction]?
        /// `ScanEnabled`
        public var scanEnabled: Bool?

        public init(
            name: String,
            enabled: Bool? = nil,
            tlsPolicy: TlsPolicy? = nil,
            recipients: [String]? = nil,
            actions: [ReceiptAction]? = nil,
            scanEnabled: Bool? = nil
        ) {
            self.name = name
            self.enabled = enabled
            self.tlsPolicy = tlsPolicy
            self.recipients = recipients
            self.actions = actions
            self.scanEnabled = scanEnabled
        }

        public init(from decoder: inout ShapeDecoder) {
            name = decoder.required("Name")
            enabled = decoder.optional("Enabled")
            tlsPolicy = decoder.optional("TlsPolicy")
            recipients = decoder.optional("Recipients")
            actions = decoder.optional("Actions")
            scanEnabled = decoder.optional("ScanEnabled")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Name", name)
            encoder.write("Enabled", enabled)
            encoder.write("TlsPolicy", tlsPolicy)
            encoder.write("Recipients", recipients)
            encoder.write("Actions", actions)
            encoder.write("ScanEnabled", scanEnabled)
        }
    }

    public struct ReceiptRuleSetMetadata: Structure {
        /// `Name`
        public var name: String?
        /// `CreatedTimestamp`
        public var createdTimestamp: UnixTime?

        public init(name: String? = nil, createdTimestamp: UnixTime? = nil) {
            self.name = name
            self.createdTimestamp = createdTimestamp
        }

        public init(from decoder: inout ShapeDecoder) {
            name = decoder.optional("Name")
            createdTimestamp = decoder.optional("CreatedTimestamp")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Name", name)
            encoder.write("CreatedTimestamp", createdTimestamp)
        }
    }

    public struct RecipientDsnFields: Structure {
        /// `FinalRecipient`
        public var finalRecipient: String?
        /// `Action`
        public var action: DsnAction
        /// `RemoteMta`
        public var remoteMta: String?
        /// `Status`
        public var status: String
        /// `DiagnosticCode`
        public var diagnosticCode: String?
        /// `LastAttemptDate`
        public var lastAttemptDate: UnixTime?
        /// `ExtensionFields`
        public var extensionFields: [ExtensionField]?

        public init(
            finalRecipient: String? = nil,
            action: DsnAction,
            remoteMta: String? = nil,
            status: String,
            diagnosticCode: String? = nil,
            lastAttemptDate: UnixTime? = nil,
            extensionFields: [ExtensionField]? = nil
        ) {
            self.finalRecipient = finalRecipient
            self.action = action
            self.remoteMta = remoteMta
            self.status = status
            self.diagnosticCode = diagnosticCode
            self.lastAttemptDate = lastAttemptDate
            self.extensionFields = extensionFields
        }

        public init(from decoder: inout ShapeDecoder) {
            finalRecipient = decoder.optional("FinalRecipient")
            action = decoder.required("Action")
            remoteMta = decoder.optional("RemoteMta")
            status = decoder.required("Status")
            diagnosticCode = decoder.optional("DiagnosticCode")
            lastAttemptDate = decoder.optional("LastAttemptDate")
            extensionFields = decoder.optional("ExtensionFields")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("FinalRecipient", finalRecipient)
            encoder.write("Action", action)
            encoder.write("RemoteMta", remoteMta)
            encoder.write("Status", status)
            encoder.write("DiagnosticCode", diagnosticCode)
            encoder.write("LastAttemptDate", lastAttemptDate)
            encoder.write("ExtensionFields", extensionFields)
        }
    }

    public struct ReorderReceiptRuleSetRequest: Structure {
        /// `RuleSetName`
        public var ruleSetName: String
        /// `RuleNames`
        public var ruleNames: [String]

        public init(ruleSetName: String, ruleNames: [String]) {
            self.ruleSetName = ruleSetName
            self.ruleNames = ruleNames
        }

        public init(from decoder: inout ShapeDecoder) {
            ruleSetName = decoder.required("RuleSetName")
            ruleNames = decoder.required("RuleNames")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("RuleSetName", ruleSetName)
            encoder.write("RuleNames", ruleNames)
        }
    }

    public struct ReorderReceiptRuleSetResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct ReputationOptions: Structure {
        /// `SendingEnabled`
        public var sendingEnabled: Bool?
        /// `ReputationMetricsEnabled`
        public var reputationMetricsEnabled: Bool?
        /// `LastFreshStart`
        public var lastFreshStart: UnixTime?

        public init(
            sendingEnabled: Bool? = nil,
            reputationMetricsEnabled: Bool? = nil,
            lastFreshStart: UnixTime? = nil
        ) {
            self.sendingEnabled = sendingEnabled
            self.reputationMetricsEnabled = reputationMetricsEnabled
            self.lastFreshStart = lastFreshStart
        }

        public init(from decoder: inout ShapeDecoder) {
            sendingEnabled = decoder.optional("SendingEnabled")
            reputationMetricsEnabled = decoder.optional("ReputationMetricsEnabled")
            lastFreshStart = decoder.optional("LastFreshStart")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("SendingEnabled", sendingEnabled)
            encoder.write("ReputationMetricsEnabled", reputationMetricsEnabled)
            encoder.write("LastFreshStart", lastFreshStart)
        }
    }
}
