// Written by scripts/generate-ses-model from the service model ses 2010-12-01
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

extension SESv1 {
    public struct PutConfigurationSetDeliveryOptionsRequest: Structure {
        /// `ConfigurationSetName`
        public var configurationSetName: String
        /// `DeliveryOptions`
        public var deliveryOptions: DeliveryOptions?

        public init(configurationSetName: String, deliveryOptions: DeliveryOptions? = nil) {
            self.configurationSetName = configurationSetName
            self.deliveryOptions = deliveryOptions
        }

        public init(from decoder: inout ShapeDecoder) {
            configurationSetName = decoder.required("ConfigurationSetName")
            deliveryOptions = decoder.optional("DeliveryOptions")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("ConfigurationSetName", configurationSetName)
            encoder.write("DeliveryOptions", deliveryOptions)
        }
    }

    public struct PutConfigurationSetDeliveryOptionsResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }

    public struct PutIdentityPolicyRequest: Structure {
        /// `Identity`
        public var identity: String
        /// `PolicyName`: 1 to 64 characters
        public var policyName: String
        /// `Policy`: at least 1 character
        public var policy: String

        public init(identity: String, policyName: String, policy: String) {
            self.identity = identity
            self.policyName = policyName
            self.policy = policy
        }

        public init(from decoder: inout ShapeDecoder) {
            identity = decoder.required("Identity")
            policyName = decoder.required("PolicyName", Bounds.policyName)
            policy = decoder.required("Policy", Bounds.policy)
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Identity", identity)
            encoder.write("PolicyName", policyName)
            encoder.write("Policy", policy)
        }
    }

    public struct PutIdentityPolicyResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }
}
