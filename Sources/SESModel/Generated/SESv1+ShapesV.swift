// Written by scripts/generate-ses-model from the service model ses 2010-12-01
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

extension SESv1 {
    public struct VerifyDomainDkimRequest: Structure {
        /// `Domain`
        public var domain: String

        public init(domain: String) {
            self.domain = domain
        }

        public init(from decoder: inout ShapeDecoder) {
            domain = decoder.required("Domain")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Domain", domain)
        }
    }

    public struct VerifyDomainDkimResponse: Structure {
        /// `DkimTokens`
        public var dkimTokens: [String]

        public init(dkimTokens: [String]) {
            self.dkimTokens = dkimTokens
        }

        public init(from decoder: inout ShapeDecoder) {
            dkimTokens = decoder.required("DkimTokens")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("DkimTokens", dkimTokens)
        }
    }

    public struct VerifyDomainIdentityRequest: Structure {
        /// `Domain`
        public var domain: String

        public init(domain: String) {
            self.domain = domain
        }

        public init(from decoder: inout ShapeDecoder) {
            domain = decoder.required("Domain")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("Domain", domain)
        }
    }

    public struct VerifyDomainIdentityResponse: Structure {
        /// `VerificationToken`
        public var verificationToken: String

        public init(verificationToken: String) {
            self.verificationToken = verificationToken
        }

        public init(from decoder: inout ShapeDecoder) {
            verificationToken = decoder.required("VerificationToken")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("VerificationToken", verificationToken)
        }
    }

    public struct VerifyEmailAddressRequest: Structure {
        /// `EmailAddress`
        public var emailAddress: String

        public init(emailAddress: String) {
            self.emailAddress = emailAddress
        }

        public init(from decoder: inout ShapeDecoder) {
            emailAddress = decoder.required("EmailAddress")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("EmailAddress", emailAddress)
        }
    }

    public struct VerifyEmailIdentityRequest: Structure {
        /// `EmailAddress`
        public var emailAddress: String

        public init(emailAddress: String) {
            self.emailAddress = emailAddress
        }

        public init(from decoder: inout ShapeDecoder) {
            emailAddress = decoder.required("EmailAddress")
        }

        public func encode(to encoder: inout ShapeEncoder) {
            encoder.write("EmailAddress", emailAddress)
        }
    }

    public struct VerifyEmailIdentityResponse: Structure {
        public init() {}
        public init(from decoder: inout ShapeDecoder) {}
        public func encode(to encoder: inout ShapeEncoder) {}
    }
}
