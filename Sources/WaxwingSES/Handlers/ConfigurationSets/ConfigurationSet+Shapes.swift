import SESModel
import WaxwingCore

// Options of a configuration set, as API v2 writes them.

extension ConfigurationSet.DeliveryOptions {
    var shape: SESv2.DeliveryOptions {
        SESv2.DeliveryOptions(
            tlsPolicy: requiresTLS ? .require : .optional, sendingPoolName: poolName,
            maxDeliverySeconds: maximumDeliverySeconds)
    }
}

extension SESv2.DeliveryOptions {
    var value: ConfigurationSet.DeliveryOptions {
        var options = ConfigurationSet.DeliveryOptions()
        options.requiresTLS = tlsPolicy == .require
        options.poolName = sendingPoolName
        options.maximumDeliverySeconds = maxDeliverySeconds
        return options
    }
}

extension ConfigurationSet.TrackingOptions {
    var shape: SESv2.TrackingOptions? {
        customRedirectDomain.map { domain in
            SESv2.TrackingOptions(
                customRedirectDomain: domain,
                httpsPolicy: httpsPolicy.flatMap { .init(rawValue: $0.rawValue) })
        }
    }
}

extension SESv2.TrackingOptions {
    var value: ConfigurationSet.TrackingOptions {
        ConfigurationSet.TrackingOptions(
            customRedirectDomain: customRedirectDomain,
            httpsPolicy: httpsPolicy.flatMap { .init(rawValue: $0.rawValue) })
    }
}

extension ConfigurationSet.SuppressionOptions {
    var shape: SESv2.SuppressionOptions {
        SESv2.SuppressionOptions(
            suppressedReasons: reasons?.map(\.shape),
            suppressionScope: scope?.shape, validationOptions: validation?.shape)
    }
}

extension SESv2.SuppressionOptions {
    /// Nil when nothing is said: the account's options hold.
    var value: ConfigurationSet.SuppressionOptions? {
        guard suppressedReasons != nil || suppressionScope != nil || validationOptions != nil
        else { return nil }
        return ConfigurationSet.SuppressionOptions(
            reasons: suppressedReasons?.map(\.value), scope: suppressionScope?.value,
            validation: validationOptions?.value)
    }
}

extension ConfigurationSet.DeliverabilityOptions {
    var shape: SESv2.VdmOptions {
        SESv2.VdmOptions(
            dashboardOptions: engagementMetrics.map {
                .init(engagementMetrics: .init(rawValue: $0))
            },
            guardianOptions: optimizedSharedDelivery.map {
                .init(optimizedSharedDelivery: .init(rawValue: $0))
            })
    }
}

extension SESv2.VdmOptions {
    var value: ConfigurationSet.DeliverabilityOptions {
        ConfigurationSet.DeliverabilityOptions(
            engagementMetrics: dashboardOptions?.engagementMetrics?.rawValue,
            optimizedSharedDelivery: guardianOptions?.optimizedSharedDelivery?.rawValue)
    }
}

extension ConfigurationSet.MessageSecurity {
    var shape: SESv2.MessageSecurityOptions {
        let smime = SESv2.SmimeSigningScheme(
            signatureFormat: format.flatMap { .init(rawValue: $0) })
        return SESv2.MessageSecurityOptions(
            signingScheme: signsByMIME ? .init(smimeScheme: smime) : .init(defaultScheme: .init()))
    }
}

extension SESv2.MessageSecurityOptions {
    var value: ConfigurationSet.MessageSecurity {
        get throws(ServiceError) {
            switch (signingScheme?.defaultScheme, signingScheme?.smimeScheme) {
            case (nil, let scheme?):
                return .init(signsByMIME: true, format: scheme.signatureFormat?.rawValue)
            case (_, nil):
                return .init(signsByMIME: false)
            case (_?, _?):
                throw .invalidParameter("Exactly one member of SigningScheme must be set.")
            }
        }
    }
}

// MARK: Words of suppression, for the account and for tenants too

extension SuppressionReason {
    var shape: SESv2.SuppressionListReason { self == .bounce ? .bounce : .complaint }
}

extension SESv2.SuppressionListReason {
    var value: SuppressionReason { self == .bounce ? .bounce : .complaint }
}

extension SuppressionScope {
    var shape: SESv2.SuppressionListScope { self == .tenant ? .tenant : .account }
}

extension SESv2.SuppressionListScope {
    var value: SuppressionScope { self == .tenant ? .tenant : .account }
}

extension AddressValidation {
    var shape: SESv2.SuppressionValidationOptions {
        let threshold = threshold.flatMap {
            SESv2.SuppressionConfidenceVerdictThreshold(rawValue: $0)
        }
        return SESv2.SuppressionValidationOptions(
            conditionThreshold: .init(
                conditionThresholdEnabled: state == "ENABLED" ? .enabled : .disabled,
                overallConfidenceThreshold: threshold.map { .init(confidenceVerdictThreshold: $0) })
        )
    }
}

extension SESv2.SuppressionValidationOptions {
    var value: AddressValidation {
        AddressValidation(
            state: conditionThreshold.conditionThresholdEnabled.rawValue,
            threshold: conditionThreshold.overallConfidenceThreshold?
                .confidenceVerdictThreshold.rawValue)
    }
}
