// Written by scripts/generate-ses-model from the service model sesv2 2019-09-27
// of botocore 1.44.5. Change the generator, not this file.
// swift-format-ignore-file

extension SESv2 {
    /// `POST /v2/email/identity/certificates`
    public enum AssociateEmailIdentityCertificate: Operation {
        public typealias Input = AssociateEmailIdentityCertificateRequest
        public typealias Output = AssociateEmailIdentityCertificateResponse
        public static let descriptor = OperationDescriptor(
            name: "AssociateEmailIdentityCertificate",
            version: .v2, method: "POST",
            path: "/v2/email/identity/certificates",
            errors: [
                Errors.notFound, Errors.alreadyExists, Errors.tooManyRequests, Errors.badRequest,
            ])
    }

    /// `POST /v2/email/metrics/batch`
    public enum BatchGetMetricData: Operation {
        public typealias Input = BatchGetMetricDataRequest
        public typealias Output = BatchGetMetricDataResponse
        public static let descriptor = OperationDescriptor(
            name: "BatchGetMetricData",
            version: .v2, method: "POST",
            path: "/v2/email/metrics/batch",
            errors: [
                Errors.badRequest, Errors.internalServiceError, Errors.tooManyRequests,
                Errors.notFound,
            ])
    }

    /// `PUT /v2/email/export-jobs/{JobId}/cancel`
    public enum CancelExportJob: Operation {
        public typealias Input = CancelExportJobRequest
        public typealias Output = CancelExportJobResponse
        public static let descriptor = OperationDescriptor(
            name: "CancelExportJob",
            version: .v2, method: "PUT",
            path: "/v2/email/export-jobs/{JobId}/cancel",
            errors: [Errors.notFound, Errors.badRequest, Errors.tooManyRequests])
    }

    /// `POST /v2/email/configuration-sets`
    public enum CreateConfigurationSet: Operation {
        public typealias Input = CreateConfigurationSetRequest
        public typealias Output = CreateConfigurationSetResponse
        public static let descriptor = OperationDescriptor(
            name: "CreateConfigurationSet",
            version: .v2, method: "POST",
            path: "/v2/email/configuration-sets",
            errors: [
                Errors.alreadyExists, Errors.notFound, Errors.tooManyRequests,
                Errors.limitExceeded, Errors.badRequest, Errors.concurrentModification,
            ])
    }

    /// `POST /v2/email/configuration-sets/{ConfigurationSetName}/event-destinations`
    public enum CreateConfigurationSetEventDestination: Operation {
        public typealias Input = CreateConfigurationSetEventDestinationRequest
        public typealias Output = CreateConfigurationSetEventDestinationResponse
        public static let descriptor = OperationDescriptor(
            name: "CreateConfigurationSetEventDestination",
            version: .v2, method: "POST",
            path: "/v2/email/configuration-sets/{ConfigurationSetName}/event-destinations",
            errors: [
                Errors.notFound, Errors.alreadyExists, Errors.limitExceeded,
                Errors.tooManyRequests, Errors.badRequest,
            ])
    }

    /// `POST /v2/email/contact-lists/{ContactListName}/contacts`
    public enum CreateContact: Operation {
        public typealias Input = CreateContactRequest
        public typealias Output = CreateContactResponse
        public static let descriptor = OperationDescriptor(
            name: "CreateContact",
            version: .v2, method: "POST",
            path: "/v2/email/contact-lists/{ContactListName}/contacts",
            errors: [
                Errors.badRequest, Errors.tooManyRequests, Errors.notFound, Errors.alreadyExists,
            ])
    }

    /// `POST /v2/email/contact-lists`
    public enum CreateContactList: Operation {
        public typealias Input = CreateContactListRequest
        public typealias Output = CreateContactListResponse
        public static let descriptor = OperationDescriptor(
            name: "CreateContactList",
            version: .v2, method: "POST",
            path: "/v2/email/contact-lists",
            errors: [
                Errors.badRequest, Errors.tooManyRequests, Errors.alreadyExists,
                Errors.limitExceeded,
            ])
    }

    /// `POST /v2/email/custom-verification-email-templates`
    public enum CreateCustomVerificationEmailTemplate: Operation {
        public typealias Input = CreateCustomVerificationEmailTemplateRequest
        public typealias Output = CreateCustomVerificationEmailTemplateResponse
        public static let descriptor = OperationDescriptor(
            name: "CreateCustomVerificationEmailTemplate",
            version: .v2, method: "POST",
            path: "/v2/email/custom-verification-email-templates",
            errors: [
                Errors.badRequest, Errors.alreadyExists, Errors.notFound, Errors.tooManyRequests,
                Errors.limitExceeded,
            ])
    }

    /// `POST /v2/email/dedicated-ip-pools`
    public enum CreateDedicatedIpPool: Operation {
        public typealias Input = CreateDedicatedIpPoolRequest
        public typealias Output = CreateDedicatedIpPoolResponse
        public static let descriptor = OperationDescriptor(
            name: "CreateDedicatedIpPool",
            version: .v2, method: "POST",
            path: "/v2/email/dedicated-ip-pools",
            errors: [
                Errors.alreadyExists, Errors.limitExceeded, Errors.tooManyRequests,
                Errors.badRequest, Errors.concurrentModification,
            ])
    }

    /// `POST /v2/email/deliverability-dashboard/test`
    public enum CreateDeliverabilityTestReport: Operation {
        public typealias Input = CreateDeliverabilityTestReportRequest
        public typealias Output = CreateDeliverabilityTestReportResponse
        public static let descriptor = OperationDescriptor(
            name: "CreateDeliverabilityTestReport",
            version: .v2, method: "POST",
            path: "/v2/email/deliverability-dashboard/test",
            errors: [
                Errors.accountSuspended, Errors.sendingPaused, Errors.messageRejected,
                Errors.mailFromDomainNotVerified, Errors.notFound, Errors.tooManyRequests,
                Errors.limitExceeded, Errors.badRequest, Errors.concurrentModification,
            ])
    }

    /// `POST /v2/email/identities`
    public enum CreateEmailIdentity: Operation {
        public typealias Input = CreateEmailIdentityRequest
        public typealias Output = CreateEmailIdentityResponse
        public static let descriptor = OperationDescriptor(
            name: "CreateEmailIdentity",
            version: .v2, method: "POST",
            path: "/v2/email/identities",
            errors: [
                Errors.alreadyExists, Errors.limitExceeded, Errors.tooManyRequests,
                Errors.badRequest, Errors.concurrentModification, Errors.notFound,
            ])
    }

    /// `POST /v2/email/identities/{EmailIdentity}/policies/{PolicyName}`
    public enum CreateEmailIdentityPolicy: Operation {
        public typealias Input = CreateEmailIdentityPolicyRequest
        public typealias Output = CreateEmailIdentityPolicyResponse
        public static let descriptor = OperationDescriptor(
            name: "CreateEmailIdentityPolicy",
            version: .v2, method: "POST",
            path: "/v2/email/identities/{EmailIdentity}/policies/{PolicyName}",
            errors: [
                Errors.notFound, Errors.alreadyExists, Errors.tooManyRequests,
                Errors.limitExceeded, Errors.badRequest,
            ])
    }

    /// `POST /v2/email/templates`
    public enum CreateEmailTemplate: Operation {
        public typealias Input = CreateEmailTemplateRequest
        public typealias Output = CreateEmailTemplateResponse
        public static let descriptor = OperationDescriptor(
            name: "CreateEmailTemplate",
            version: .v2, method: "POST",
            path: "/v2/email/templates",
            errors: [
                Errors.alreadyExists, Errors.tooManyRequests, Errors.badRequest,
                Errors.limitExceeded,
            ])
    }

    /// `POST /v2/email/export-jobs`
    public enum CreateExportJob: Operation {
        public typealias Input = CreateExportJobRequest
        public typealias Output = CreateExportJobResponse
        public static let descriptor = OperationDescriptor(
            name: "CreateExportJob",
            version: .v2, method: "POST",
            path: "/v2/email/export-jobs",
            errors: [
                Errors.badRequest, Errors.tooManyRequests, Errors.notFound, Errors.limitExceeded,
            ])
    }

    /// `POST /v2/email/import-jobs`
    public enum CreateImportJob: Operation {
        public typealias Input = CreateImportJobRequest
        public typealias Output = CreateImportJobResponse
        public static let descriptor = OperationDescriptor(
            name: "CreateImportJob",
            version: .v2, method: "POST",
            path: "/v2/email/import-jobs",
            errors: [Errors.badRequest, Errors.limitExceeded, Errors.tooManyRequests])
    }

    /// `POST /v2/email/multi-region-endpoints`
    public enum CreateMultiRegionEndpoint: Operation {
        public typealias Input = CreateMultiRegionEndpointRequest
        public typealias Output = CreateMultiRegionEndpointResponse
        public static let descriptor = OperationDescriptor(
            name: "CreateMultiRegionEndpoint",
            version: .v2, method: "POST",
            path: "/v2/email/multi-region-endpoints",
            errors: [
                Errors.limitExceeded, Errors.tooManyRequests, Errors.alreadyExists,
                Errors.badRequest,
            ])
    }

    /// `POST /v2/email/tenants`
    public enum CreateTenant: Operation {
        public typealias Input = CreateTenantRequest
        public typealias Output = CreateTenantResponse
        public static let descriptor = OperationDescriptor(
            name: "CreateTenant",
            version: .v2, method: "POST",
            path: "/v2/email/tenants",
            errors: [
                Errors.alreadyExists, Errors.limitExceeded, Errors.tooManyRequests,
                Errors.badRequest,
            ])
    }

    /// `POST /v2/email/tenants/resources`
    public enum CreateTenantResourceAssociation: Operation {
        public typealias Input = CreateTenantResourceAssociationRequest
        public typealias Output = CreateTenantResourceAssociationResponse
        public static let descriptor = OperationDescriptor(
            name: "CreateTenantResourceAssociation",
            version: .v2, method: "POST",
            path: "/v2/email/tenants/resources",
            errors: [
                Errors.alreadyExists, Errors.notFound, Errors.tooManyRequests, Errors.badRequest,
            ])
    }

    /// `DELETE /v2/email/configuration-sets/{ConfigurationSetName}`
    public enum DeleteConfigurationSet: Operation {
        public typealias Input = DeleteConfigurationSetRequest
        public typealias Output = DeleteConfigurationSetResponse
        public static let descriptor = OperationDescriptor(
            name: "DeleteConfigurationSet",
            version: .v2, method: "DELETE",
            path: "/v2/email/configuration-sets/{ConfigurationSetName}",
            errors: [
                Errors.notFound, Errors.tooManyRequests, Errors.badRequest,
                Errors.concurrentModification,
            ])
    }

    /// `DELETE /v2/email/configuration-sets/{ConfigurationSetName}/event-destinations/{EventDestinationName}`
    public enum DeleteConfigurationSetEventDestination: Operation {
        public typealias Input = DeleteConfigurationSetEventDestinationRequest
        public typealias Output = DeleteConfigurationSetEventDestinationResponse
        public static let descriptor = OperationDescriptor(
            name: "DeleteConfigurationSetEventDestination",
            version: .v2, method: "DELETE",
            path: "/v2/email/configuration-sets/{ConfigurationSetName}/event-destinations/{EventDestinationName}",
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `DELETE /v2/email/contact-lists/{ContactListName}/contacts/{EmailAddress}`
    public enum DeleteContact: Operation {
        public typealias Input = DeleteContactRequest
        public typealias Output = DeleteContactResponse
        public static let descriptor = OperationDescriptor(
            name: "DeleteContact",
            version: .v2, method: "DELETE",
            path: "/v2/email/contact-lists/{ContactListName}/contacts/{EmailAddress}",
            errors: [Errors.badRequest, Errors.tooManyRequests, Errors.notFound])
    }

    /// `DELETE /v2/email/contact-lists/{ContactListName}`
    public enum DeleteContactList: Operation {
        public typealias Input = DeleteContactListRequest
        public typealias Output = DeleteContactListResponse
        public static let descriptor = OperationDescriptor(
            name: "DeleteContactList",
            version: .v2, method: "DELETE",
            path: "/v2/email/contact-lists/{ContactListName}",
            errors: [
                Errors.tooManyRequests, Errors.notFound, Errors.badRequest,
                Errors.concurrentModification,
            ])
    }

    /// `DELETE /v2/email/custom-verification-email-templates/{TemplateName}`
    public enum DeleteCustomVerificationEmailTemplate: Operation {
        public typealias Input = DeleteCustomVerificationEmailTemplateRequest
        public typealias Output = DeleteCustomVerificationEmailTemplateResponse
        public static let descriptor = OperationDescriptor(
            name: "DeleteCustomVerificationEmailTemplate",
            version: .v2, method: "DELETE",
            path: "/v2/email/custom-verification-email-templates/{TemplateName}",
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `DELETE /v2/email/dedicated-ip-pools/{PoolName}`
    public enum DeleteDedicatedIpPool: Operation {
        public typealias Input = DeleteDedicatedIpPoolRequest
        public typealias Output = DeleteDedicatedIpPoolResponse
        public static let descriptor = OperationDescriptor(
            name: "DeleteDedicatedIpPool",
            version: .v2, method: "DELETE",
            path: "/v2/email/dedicated-ip-pools/{PoolName}",
            errors: [
                Errors.notFound, Errors.tooManyRequests, Errors.badRequest,
                Errors.concurrentModification,
            ])
    }

    /// `DELETE /v2/email/identities/{EmailIdentity}`
    public enum DeleteEmailIdentity: Operation {
        public typealias Input = DeleteEmailIdentityRequest
        public typealias Output = DeleteEmailIdentityResponse
        public static let descriptor = OperationDescriptor(
            name: "DeleteEmailIdentity",
            version: .v2, method: "DELETE",
            path: "/v2/email/identities/{EmailIdentity}",
            errors: [
                Errors.notFound, Errors.tooManyRequests, Errors.badRequest,
                Errors.concurrentModification,
            ])
    }

    /// `DELETE /v2/email/identities/{EmailIdentity}/policies/{PolicyName}`
    public enum DeleteEmailIdentityPolicy: Operation {
        public typealias Input = DeleteEmailIdentityPolicyRequest
        public typealias Output = DeleteEmailIdentityPolicyResponse
        public static let descriptor = OperationDescriptor(
            name: "DeleteEmailIdentityPolicy",
            version: .v2, method: "DELETE",
            path: "/v2/email/identities/{EmailIdentity}/policies/{PolicyName}",
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `DELETE /v2/email/templates/{TemplateName}`
    public enum DeleteEmailTemplate: Operation {
        public typealias Input = DeleteEmailTemplateRequest
        public typealias Output = DeleteEmailTemplateResponse
        public static let descriptor = OperationDescriptor(
            name: "DeleteEmailTemplate",
            version: .v2, method: "DELETE",
            path: "/v2/email/templates/{TemplateName}",
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `DELETE /v2/email/multi-region-endpoints/{EndpointName}`
    public enum DeleteMultiRegionEndpoint: Operation {
        public typealias Input = DeleteMultiRegionEndpointRequest
        public typealias Output = DeleteMultiRegionEndpointResponse
        public static let descriptor = OperationDescriptor(
            name: "DeleteMultiRegionEndpoint",
            version: .v2, method: "DELETE",
            path: "/v2/email/multi-region-endpoints/{EndpointName}",
            errors: [
                Errors.notFound, Errors.tooManyRequests, Errors.badRequest,
                Errors.concurrentModification,
            ])
    }

    /// `DELETE /v2/email/suppression/addresses/{EmailAddress}`
    public enum DeleteSuppressedDestination: Operation {
        public typealias Input = DeleteSuppressedDestinationRequest
        public typealias Output = DeleteSuppressedDestinationResponse
        public static let descriptor = OperationDescriptor(
            name: "DeleteSuppressedDestination",
            version: .v2, method: "DELETE",
            path: "/v2/email/suppression/addresses/{EmailAddress}",
            query: [
                QueryMember(name: "TenantName", member: "TenantName", kind: .text),
            ],
            errors: [Errors.notFound, Errors.badRequest, Errors.tooManyRequests])
    }

    /// `POST /v2/email/tenants/delete`
    public enum DeleteTenant: Operation {
        public typealias Input = DeleteTenantRequest
        public typealias Output = DeleteTenantResponse
        public static let descriptor = OperationDescriptor(
            name: "DeleteTenant",
            version: .v2, method: "POST",
            path: "/v2/email/tenants/delete",
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `POST /v2/email/tenants/resources/delete`
    public enum DeleteTenantResourceAssociation: Operation {
        public typealias Input = DeleteTenantResourceAssociationRequest
        public typealias Output = DeleteTenantResourceAssociationResponse
        public static let descriptor = OperationDescriptor(
            name: "DeleteTenantResourceAssociation",
            version: .v2, method: "POST",
            path: "/v2/email/tenants/resources/delete",
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `POST /v2/email/identity/certificates/delete`
    public enum DisassociateEmailIdentityCertificate: Operation {
        public typealias Input = DisassociateEmailIdentityCertificateRequest
        public typealias Output = DisassociateEmailIdentityCertificateResponse
        public static let descriptor = OperationDescriptor(
            name: "DisassociateEmailIdentityCertificate",
            version: .v2, method: "POST",
            path: "/v2/email/identity/certificates/delete",
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `GET /v2/email/account`
    public enum GetAccount: Operation {
        public typealias Input = GetAccountRequest
        public typealias Output = GetAccountResponse
        public static let descriptor = OperationDescriptor(
            name: "GetAccount",
            version: .v2, method: "GET",
            path: "/v2/email/account",
            errors: [Errors.tooManyRequests, Errors.badRequest])
    }

    /// `GET /v2/email/deliverability-dashboard/blacklist-report`
    public enum GetBlacklistReports: Operation {
        public typealias Input = GetBlacklistReportsRequest
        public typealias Output = GetBlacklistReportsResponse
        public static let descriptor = OperationDescriptor(
            name: "GetBlacklistReports",
            version: .v2, method: "GET",
            path: "/v2/email/deliverability-dashboard/blacklist-report",
            query: [
                QueryMember(name: "BlacklistItemNames", member: "BlacklistItemNames", kind: .list),
            ],
            errors: [Errors.tooManyRequests, Errors.notFound, Errors.badRequest])
    }

    /// `GET /v2/email/configuration-sets/{ConfigurationSetName}`
    public enum GetConfigurationSet: Operation {
        public typealias Input = GetConfigurationSetRequest
        public typealias Output = GetConfigurationSetResponse
        public static let descriptor = OperationDescriptor(
            name: "GetConfigurationSet",
            version: .v2, method: "GET",
            path: "/v2/email/configuration-sets/{ConfigurationSetName}",
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `GET /v2/email/configuration-sets/{ConfigurationSetName}/event-destinations`
    public enum GetConfigurationSetEventDestinations: Operation {
        public typealias Input = GetConfigurationSetEventDestinationsRequest
        public typealias Output = GetConfigurationSetEventDestinationsResponse
        public static let descriptor = OperationDescriptor(
            name: "GetConfigurationSetEventDestinations",
            version: .v2, method: "GET",
            path: "/v2/email/configuration-sets/{ConfigurationSetName}/event-destinations",
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `GET /v2/email/contact-lists/{ContactListName}/contacts/{EmailAddress}`
    public enum GetContact: Operation {
        public typealias Input = GetContactRequest
        public typealias Output = GetContactResponse
        public static let descriptor = OperationDescriptor(
            name: "GetContact",
            version: .v2, method: "GET",
            path: "/v2/email/contact-lists/{ContactListName}/contacts/{EmailAddress}",
            errors: [Errors.badRequest, Errors.tooManyRequests, Errors.notFound])
    }

    /// `GET /v2/email/contact-lists/{ContactListName}`
    public enum GetContactList: Operation {
        public typealias Input = GetContactListRequest
        public typealias Output = GetContactListResponse
        public static let descriptor = OperationDescriptor(
            name: "GetContactList",
            version: .v2, method: "GET",
            path: "/v2/email/contact-lists/{ContactListName}",
            errors: [Errors.tooManyRequests, Errors.notFound, Errors.badRequest])
    }

    /// `GET /v2/email/custom-verification-email-templates/{TemplateName}`
    public enum GetCustomVerificationEmailTemplate: Operation {
        public typealias Input = GetCustomVerificationEmailTemplateRequest
        public typealias Output = GetCustomVerificationEmailTemplateResponse
        public static let descriptor = OperationDescriptor(
            name: "GetCustomVerificationEmailTemplate",
            version: .v2, method: "GET",
            path: "/v2/email/custom-verification-email-templates/{TemplateName}",
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `GET /v2/email/dedicated-ips/{IP}`
    public enum GetDedicatedIp: Operation {
        public typealias Input = GetDedicatedIpRequest
        public typealias Output = GetDedicatedIpResponse
        public static let descriptor = OperationDescriptor(
            name: "GetDedicatedIp",
            version: .v2, method: "GET",
            path: "/v2/email/dedicated-ips/{IP}",
            labels: ["IP": "Ip"],
            errors: [Errors.tooManyRequests, Errors.notFound, Errors.badRequest])
    }

    /// `GET /v2/email/dedicated-ip-pools/{PoolName}`
    public enum GetDedicatedIpPool: Operation {
        public typealias Input = GetDedicatedIpPoolRequest
        public typealias Output = GetDedicatedIpPoolResponse
        public static let descriptor = OperationDescriptor(
            name: "GetDedicatedIpPool",
            version: .v2, method: "GET",
            path: "/v2/email/dedicated-ip-pools/{PoolName}",
            errors: [Errors.tooManyRequests, Errors.notFound, Errors.badRequest])
    }

    /// `GET /v2/email/dedicated-ips`
    public enum GetDedicatedIps: Operation {
        public typealias Input = GetDedicatedIpsRequest
        public typealias Output = GetDedicatedIpsResponse
        public static let descriptor = OperationDescriptor(
            name: "GetDedicatedIps",
            version: .v2, method: "GET",
            path: "/v2/email/dedicated-ips",
            query: [
                QueryMember(name: "PoolName", member: "PoolName", kind: .text),
                QueryMember(name: "NextToken", member: "NextToken", kind: .text),
                QueryMember(name: "PageSize", member: "PageSize", kind: .integer),
            ],
            errors: [Errors.tooManyRequests, Errors.notFound, Errors.badRequest])
    }

    /// `GET /v2/email/deliverability-dashboard`
    public enum GetDeliverabilityDashboardOptions: Operation {
        public typealias Input = GetDeliverabilityDashboardOptionsRequest
        public typealias Output = GetDeliverabilityDashboardOptionsResponse
        public static let descriptor = OperationDescriptor(
            name: "GetDeliverabilityDashboardOptions",
            version: .v2, method: "GET",
            path: "/v2/email/deliverability-dashboard",
            errors: [Errors.tooManyRequests, Errors.limitExceeded, Errors.badRequest])
    }

    /// `GET /v2/email/deliverability-dashboard/test-reports/{ReportId}`
    public enum GetDeliverabilityTestReport: Operation {
        public typealias Input = GetDeliverabilityTestReportRequest
        public typealias Output = GetDeliverabilityTestReportResponse
        public static let descriptor = OperationDescriptor(
            name: "GetDeliverabilityTestReport",
            version: .v2, method: "GET",
            path: "/v2/email/deliverability-dashboard/test-reports/{ReportId}",
            errors: [Errors.tooManyRequests, Errors.notFound, Errors.badRequest])
    }

    /// `GET /v2/email/deliverability-dashboard/campaigns/{CampaignId}`
    public enum GetDomainDeliverabilityCampaign: Operation {
        public typealias Input = GetDomainDeliverabilityCampaignRequest
        public typealias Output = GetDomainDeliverabilityCampaignResponse
        public static let descriptor = OperationDescriptor(
            name: "GetDomainDeliverabilityCampaign",
            version: .v2, method: "GET",
            path: "/v2/email/deliverability-dashboard/campaigns/{CampaignId}",
            errors: [Errors.tooManyRequests, Errors.badRequest, Errors.notFound])
    }

    /// `GET /v2/email/deliverability-dashboard/statistics-report/{Domain}`
    public enum GetDomainStatisticsReport: Operation {
        public typealias Input = GetDomainStatisticsReportRequest
        public typealias Output = GetDomainStatisticsReportResponse
        public static let descriptor = OperationDescriptor(
            name: "GetDomainStatisticsReport",
            version: .v2, method: "GET",
            path: "/v2/email/deliverability-dashboard/statistics-report/{Domain}",
            query: [
                QueryMember(name: "StartDate", member: "StartDate", kind: .time),
                QueryMember(name: "EndDate", member: "EndDate", kind: .time),
            ],
            errors: [Errors.tooManyRequests, Errors.notFound, Errors.badRequest])
    }

    /// `POST /v2/email/email-address-insights/`
    public enum GetEmailAddressInsights: Operation {
        public typealias Input = GetEmailAddressInsightsRequest
        public typealias Output = GetEmailAddressInsightsResponse
        public static let descriptor = OperationDescriptor(
            name: "GetEmailAddressInsights",
            version: .v2, method: "POST",
            path: "/v2/email/email-address-insights/",
            errors: [Errors.tooManyRequests, Errors.badRequest])
    }

    /// `GET /v2/email/identities/{EmailIdentity}`
    public enum GetEmailIdentity: Operation {
        public typealias Input = GetEmailIdentityRequest
        public typealias Output = GetEmailIdentityResponse
        public static let descriptor = OperationDescriptor(
            name: "GetEmailIdentity",
            version: .v2, method: "GET",
            path: "/v2/email/identities/{EmailIdentity}",
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `GET /v2/email/identities/{EmailIdentity}/policies`
    public enum GetEmailIdentityPolicies: Operation {
        public typealias Input = GetEmailIdentityPoliciesRequest
        public typealias Output = GetEmailIdentityPoliciesResponse
        public static let descriptor = OperationDescriptor(
            name: "GetEmailIdentityPolicies",
            version: .v2, method: "GET",
            path: "/v2/email/identities/{EmailIdentity}/policies",
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `GET /v2/email/templates/{TemplateName}`
    public enum GetEmailTemplate: Operation {
        public typealias Input = GetEmailTemplateRequest
        public typealias Output = GetEmailTemplateResponse
        public static let descriptor = OperationDescriptor(
            name: "GetEmailTemplate",
            version: .v2, method: "GET",
            path: "/v2/email/templates/{TemplateName}",
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `GET /v2/email/export-jobs/{JobId}`
    public enum GetExportJob: Operation {
        public typealias Input = GetExportJobRequest
        public typealias Output = GetExportJobResponse
        public static let descriptor = OperationDescriptor(
            name: "GetExportJob",
            version: .v2, method: "GET",
            path: "/v2/email/export-jobs/{JobId}",
            errors: [Errors.badRequest, Errors.notFound, Errors.tooManyRequests])
    }

    /// `GET /v2/email/import-jobs/{JobId}`
    public enum GetImportJob: Operation {
        public typealias Input = GetImportJobRequest
        public typealias Output = GetImportJobResponse
        public static let descriptor = OperationDescriptor(
            name: "GetImportJob",
            version: .v2, method: "GET",
            path: "/v2/email/import-jobs/{JobId}",
            errors: [Errors.badRequest, Errors.notFound, Errors.tooManyRequests])
    }

    /// `GET /v2/email/insights/{MessageId}/`
    public enum GetMessageInsights: Operation {
        public typealias Input = GetMessageInsightsRequest
        public typealias Output = GetMessageInsightsResponse
        public static let descriptor = OperationDescriptor(
            name: "GetMessageInsights",
            version: .v2, method: "GET",
            path: "/v2/email/insights/{MessageId}/",
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `GET /v2/email/multi-region-endpoints/{EndpointName}`
    public enum GetMultiRegionEndpoint: Operation {
        public typealias Input = GetMultiRegionEndpointRequest
        public typealias Output = GetMultiRegionEndpointResponse
        public static let descriptor = OperationDescriptor(
            name: "GetMultiRegionEndpoint",
            version: .v2, method: "GET",
            path: "/v2/email/multi-region-endpoints/{EndpointName}",
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `GET /v2/email/reputation/entities/{ReputationEntityType}/{ReputationEntityReference}`
    public enum GetReputationEntity: Operation {
        public typealias Input = GetReputationEntityRequest
        public typealias Output = GetReputationEntityResponse
        public static let descriptor = OperationDescriptor(
            name: "GetReputationEntity",
            version: .v2, method: "GET",
            path: "/v2/email/reputation/entities/{ReputationEntityType}/{ReputationEntityReference}",
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `GET /v2/email/suppression/addresses/{EmailAddress}`
    public enum GetSuppressedDestination: Operation {
        public typealias Input = GetSuppressedDestinationRequest
        public typealias Output = GetSuppressedDestinationResponse
        public static let descriptor = OperationDescriptor(
            name: "GetSuppressedDestination",
            version: .v2, method: "GET",
            path: "/v2/email/suppression/addresses/{EmailAddress}",
            query: [
                QueryMember(name: "TenantName", member: "TenantName", kind: .text),
            ],
            errors: [Errors.badRequest, Errors.tooManyRequests, Errors.notFound])
    }

    /// `POST /v2/email/tenants/get`
    public enum GetTenant: Operation {
        public typealias Input = GetTenantRequest
        public typealias Output = GetTenantResponse
        public static let descriptor = OperationDescriptor(
            name: "GetTenant",
            version: .v2, method: "POST",
            path: "/v2/email/tenants/get",
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `POST /v2/email/list-configuration-sets`
    public enum ListConfigurationSets: Operation {
        public typealias Input = ListConfigurationSetsRequest
        public typealias Output = ListConfigurationSetsResponse
        public static let descriptor = OperationDescriptor(
            name: "ListConfigurationSets",
            version: .v2, method: "POST",
            path: "/v2/email/list-configuration-sets",
            errors: [Errors.tooManyRequests, Errors.badRequest])
    }

    /// `GET /v2/email/contact-lists`
    public enum ListContactLists: Operation {
        public typealias Input = ListContactListsRequest
        public typealias Output = ListContactListsResponse
        public static let descriptor = OperationDescriptor(
            name: "ListContactLists",
            version: .v2, method: "GET",
            path: "/v2/email/contact-lists",
            query: [
                QueryMember(name: "PageSize", member: "PageSize", kind: .integer),
                QueryMember(name: "NextToken", member: "NextToken", kind: .text),
            ],
            errors: [Errors.badRequest, Errors.tooManyRequests])
    }

    /// `POST /v2/email/contact-lists/{ContactListName}/contacts/list`
    public enum ListContacts: Operation {
        public typealias Input = ListContactsRequest
        public typealias Output = ListContactsResponse
        public static let descriptor = OperationDescriptor(
            name: "ListContacts",
            version: .v2, method: "POST",
            path: "/v2/email/contact-lists/{ContactListName}/contacts/list",
            errors: [Errors.badRequest, Errors.tooManyRequests, Errors.notFound])
    }

    /// `GET /v2/email/custom-verification-email-templates`
    public enum ListCustomVerificationEmailTemplates: Operation {
        public typealias Input = ListCustomVerificationEmailTemplatesRequest
        public typealias Output = ListCustomVerificationEmailTemplatesResponse
        public static let descriptor = OperationDescriptor(
            name: "ListCustomVerificationEmailTemplates",
            version: .v2, method: "GET",
            path: "/v2/email/custom-verification-email-templates",
            query: [
                QueryMember(name: "NextToken", member: "NextToken", kind: .text),
                QueryMember(name: "PageSize", member: "PageSize", kind: .integer),
            ],
            errors: [Errors.tooManyRequests, Errors.badRequest])
    }

    /// `GET /v2/email/dedicated-ip-pools`
    public enum ListDedicatedIpPools: Operation {
        public typealias Input = ListDedicatedIpPoolsRequest
        public typealias Output = ListDedicatedIpPoolsResponse
        public static let descriptor = OperationDescriptor(
            name: "ListDedicatedIpPools",
            version: .v2, method: "GET",
            path: "/v2/email/dedicated-ip-pools",
            query: [
                QueryMember(name: "NextToken", member: "NextToken", kind: .text),
                QueryMember(name: "PageSize", member: "PageSize", kind: .integer),
            ],
            errors: [Errors.tooManyRequests, Errors.badRequest])
    }

    /// `GET /v2/email/deliverability-dashboard/test-reports`
    public enum ListDeliverabilityTestReports: Operation {
        public typealias Input = ListDeliverabilityTestReportsRequest
        public typealias Output = ListDeliverabilityTestReportsResponse
        public static let descriptor = OperationDescriptor(
            name: "ListDeliverabilityTestReports",
            version: .v2, method: "GET",
            path: "/v2/email/deliverability-dashboard/test-reports",
            query: [
                QueryMember(name: "NextToken", member: "NextToken", kind: .text),
                QueryMember(name: "PageSize", member: "PageSize", kind: .integer),
            ],
            errors: [Errors.tooManyRequests, Errors.notFound, Errors.badRequest])
    }

    /// `GET /v2/email/deliverability-dashboard/domains/{SubscribedDomain}/campaigns`
    public enum ListDomainDeliverabilityCampaigns: Operation {
        public typealias Input = ListDomainDeliverabilityCampaignsRequest
        public typealias Output = ListDomainDeliverabilityCampaignsResponse
        public static let descriptor = OperationDescriptor(
            name: "ListDomainDeliverabilityCampaigns",
            version: .v2, method: "GET",
            path: "/v2/email/deliverability-dashboard/domains/{SubscribedDomain}/campaigns",
            query: [
                QueryMember(name: "StartDate", member: "StartDate", kind: .time),
                QueryMember(name: "EndDate", member: "EndDate", kind: .time),
                QueryMember(name: "NextToken", member: "NextToken", kind: .text),
                QueryMember(name: "PageSize", member: "PageSize", kind: .integer),
            ],
            errors: [Errors.tooManyRequests, Errors.badRequest, Errors.notFound])
    }

    /// `POST /v2/email/list-identities`
    public enum ListEmailIdentities: Operation {
        public typealias Input = ListEmailIdentitiesRequest
        public typealias Output = ListEmailIdentitiesResponse
        public static let descriptor = OperationDescriptor(
            name: "ListEmailIdentities",
            version: .v2, method: "POST",
            path: "/v2/email/list-identities",
            errors: [Errors.tooManyRequests, Errors.badRequest])
    }

    /// `POST /v2/email/identity/certificates/list`
    public enum ListEmailIdentityCertificates: Operation {
        public typealias Input = ListEmailIdentityCertificatesRequest
        public typealias Output = ListEmailIdentityCertificatesResponse
        public static let descriptor = OperationDescriptor(
            name: "ListEmailIdentityCertificates",
            version: .v2, method: "POST",
            path: "/v2/email/identity/certificates/list",
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `GET /v2/email/templates`
    public enum ListEmailTemplates: Operation {
        public typealias Input = ListEmailTemplatesRequest
        public typealias Output = ListEmailTemplatesResponse
        public static let descriptor = OperationDescriptor(
            name: "ListEmailTemplates",
            version: .v2, method: "GET",
            path: "/v2/email/templates",
            query: [
                QueryMember(name: "NextToken", member: "NextToken", kind: .text),
                QueryMember(name: "PageSize", member: "PageSize", kind: .integer),
            ],
            errors: [Errors.tooManyRequests, Errors.badRequest])
    }

    /// `POST /v2/email/list-export-jobs`
    public enum ListExportJobs: Operation {
        public typealias Input = ListExportJobsRequest
        public typealias Output = ListExportJobsResponse
        public static let descriptor = OperationDescriptor(
            name: "ListExportJobs",
            version: .v2, method: "POST",
            path: "/v2/email/list-export-jobs",
            errors: [Errors.tooManyRequests, Errors.badRequest])
    }

    /// `POST /v2/email/import-jobs/list`
    public enum ListImportJobs: Operation {
        public typealias Input = ListImportJobsRequest
        public typealias Output = ListImportJobsResponse
        public static let descriptor = OperationDescriptor(
            name: "ListImportJobs",
            version: .v2, method: "POST",
            path: "/v2/email/import-jobs/list",
            errors: [Errors.tooManyRequests, Errors.badRequest])
    }

    /// `GET /v2/email/multi-region-endpoints`
    public enum ListMultiRegionEndpoints: Operation {
        public typealias Input = ListMultiRegionEndpointsRequest
        public typealias Output = ListMultiRegionEndpointsResponse
        public static let descriptor = OperationDescriptor(
            name: "ListMultiRegionEndpoints",
            version: .v2, method: "GET",
            path: "/v2/email/multi-region-endpoints",
            query: [
                QueryMember(name: "NextToken", member: "NextToken", kind: .text),
                QueryMember(name: "PageSize", member: "PageSize", kind: .integer),
            ],
            errors: [Errors.tooManyRequests, Errors.badRequest])
    }

    /// `POST /v2/email/vdm/recommendations`
    public enum ListRecommendations: Operation {
        public typealias Input = ListRecommendationsRequest
        public typealias Output = ListRecommendationsResponse
        public static let descriptor = OperationDescriptor(
            name: "ListRecommendations",
            version: .v2, method: "POST",
            path: "/v2/email/vdm/recommendations",
            errors: [Errors.tooManyRequests, Errors.badRequest, Errors.notFound])
    }

    /// `POST /v2/email/reputation/entities`
    public enum ListReputationEntities: Operation {
        public typealias Input = ListReputationEntitiesRequest
        public typealias Output = ListReputationEntitiesResponse
        public static let descriptor = OperationDescriptor(
            name: "ListReputationEntities",
            version: .v2, method: "POST",
            path: "/v2/email/reputation/entities",
            errors: [Errors.tooManyRequests, Errors.badRequest])
    }

    /// `POST /v2/email/resources/tenants/list`
    public enum ListResourceTenants: Operation {
        public typealias Input = ListResourceTenantsRequest
        public typealias Output = ListResourceTenantsResponse
        public static let descriptor = OperationDescriptor(
            name: "ListResourceTenants",
            version: .v2, method: "POST",
            path: "/v2/email/resources/tenants/list",
            errors: [Errors.tooManyRequests, Errors.notFound, Errors.badRequest])
    }

    /// `GET /v2/email/suppression/addresses`
    public enum ListSuppressedDestinations: Operation {
        public typealias Input = ListSuppressedDestinationsRequest
        public typealias Output = ListSuppressedDestinationsResponse
        public static let descriptor = OperationDescriptor(
            name: "ListSuppressedDestinations",
            version: .v2, method: "GET",
            path: "/v2/email/suppression/addresses",
            query: [
                QueryMember(name: "TenantName", member: "TenantName", kind: .text),
                QueryMember(name: "Reason", member: "Reasons", kind: .list),
                QueryMember(name: "StartDate", member: "StartDate", kind: .time),
                QueryMember(name: "EndDate", member: "EndDate", kind: .time),
                QueryMember(name: "NextToken", member: "NextToken", kind: .text),
                QueryMember(name: "PageSize", member: "PageSize", kind: .integer),
            ],
            errors: [
                Errors.badRequest, Errors.tooManyRequests, Errors.invalidNextToken,
                Errors.notFound,
            ])
    }

    /// `GET /v2/email/tags`
    public enum ListTagsForResource: Operation {
        public typealias Input = ListTagsForResourceRequest
        public typealias Output = ListTagsForResourceResponse
        public static let descriptor = OperationDescriptor(
            name: "ListTagsForResource",
            version: .v2, method: "GET",
            path: "/v2/email/tags",
            query: [
                QueryMember(name: "ResourceArn", member: "ResourceArn", kind: .text),
            ],
            errors: [Errors.badRequest, Errors.notFound, Errors.tooManyRequests])
    }

    /// `POST /v2/email/tenants/resources/list`
    public enum ListTenantResources: Operation {
        public typealias Input = ListTenantResourcesRequest
        public typealias Output = ListTenantResourcesResponse
        public static let descriptor = OperationDescriptor(
            name: "ListTenantResources",
            version: .v2, method: "POST",
            path: "/v2/email/tenants/resources/list",
            errors: [Errors.tooManyRequests, Errors.notFound, Errors.badRequest])
    }

    /// `POST /v2/email/tenants/list`
    public enum ListTenants: Operation {
        public typealias Input = ListTenantsRequest
        public typealias Output = ListTenantsResponse
        public static let descriptor = OperationDescriptor(
            name: "ListTenants",
            version: .v2, method: "POST",
            path: "/v2/email/tenants/list",
            errors: [Errors.tooManyRequests, Errors.badRequest])
    }

    /// `PUT /v2/email/account/dedicated-ips/warmup`
    public enum PutAccountDedicatedIpWarmupAttributes: Operation {
        public typealias Input = PutAccountDedicatedIpWarmupAttributesRequest
        public typealias Output = PutAccountDedicatedIpWarmupAttributesResponse
        public static let descriptor = OperationDescriptor(
            name: "PutAccountDedicatedIpWarmupAttributes",
            version: .v2, method: "PUT",
            path: "/v2/email/account/dedicated-ips/warmup",
            errors: [Errors.tooManyRequests, Errors.badRequest])
    }

    /// `POST /v2/email/account/details`
    public enum PutAccountDetails: Operation {
        public typealias Input = PutAccountDetailsRequest
        public typealias Output = PutAccountDetailsResponse
        public static let descriptor = OperationDescriptor(
            name: "PutAccountDetails",
            version: .v2, method: "POST",
            path: "/v2/email/account/details",
            errors: [Errors.tooManyRequests, Errors.badRequest, Errors.conflict])
    }

    /// `PUT /v2/email/account/pricing-attributes`
    public enum PutAccountPricingAttributes: Operation {
        public typealias Input = PutAccountPricingAttributesRequest
        public typealias Output = PutAccountPricingAttributesResponse
        public static let descriptor = OperationDescriptor(
            name: "PutAccountPricingAttributes",
            version: .v2, method: "PUT",
            path: "/v2/email/account/pricing-attributes",
            errors: [Errors.badRequest, Errors.tooManyRequests, Errors.conflict])
    }

    /// `PUT /v2/email/account/sending`
    public enum PutAccountSendingAttributes: Operation {
        public typealias Input = PutAccountSendingAttributesRequest
        public typealias Output = PutAccountSendingAttributesResponse
        public static let descriptor = OperationDescriptor(
            name: "PutAccountSendingAttributes",
            version: .v2, method: "PUT",
            path: "/v2/email/account/sending",
            errors: [Errors.tooManyRequests, Errors.badRequest])
    }

    /// `PUT /v2/email/account/suppression`
    public enum PutAccountSuppressionAttributes: Operation {
        public typealias Input = PutAccountSuppressionAttributesRequest
        public typealias Output = PutAccountSuppressionAttributesResponse
        public static let descriptor = OperationDescriptor(
            name: "PutAccountSuppressionAttributes",
            version: .v2, method: "PUT",
            path: "/v2/email/account/suppression",
            errors: [Errors.tooManyRequests, Errors.badRequest])
    }

    /// `PUT /v2/email/account/vdm`
    public enum PutAccountVdmAttributes: Operation {
        public typealias Input = PutAccountVdmAttributesRequest
        public typealias Output = PutAccountVdmAttributesResponse
        public static let descriptor = OperationDescriptor(
            name: "PutAccountVdmAttributes",
            version: .v2, method: "PUT",
            path: "/v2/email/account/vdm",
            errors: [Errors.badRequest, Errors.tooManyRequests])
    }

    /// `PUT /v2/email/configuration-sets/{ConfigurationSetName}/archiving-options`
    public enum PutConfigurationSetArchivingOptions: Operation {
        public typealias Input = PutConfigurationSetArchivingOptionsRequest
        public typealias Output = PutConfigurationSetArchivingOptionsResponse
        public static let descriptor = OperationDescriptor(
            name: "PutConfigurationSetArchivingOptions",
            version: .v2, method: "PUT",
            path: "/v2/email/configuration-sets/{ConfigurationSetName}/archiving-options",
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `PUT /v2/email/configuration-sets/{ConfigurationSetName}/delivery-options`
    public enum PutConfigurationSetDeliveryOptions: Operation {
        public typealias Input = PutConfigurationSetDeliveryOptionsRequest
        public typealias Output = PutConfigurationSetDeliveryOptionsResponse
        public static let descriptor = OperationDescriptor(
            name: "PutConfigurationSetDeliveryOptions",
            version: .v2, method: "PUT",
            path: "/v2/email/configuration-sets/{ConfigurationSetName}/delivery-options",
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `PUT /v2/email/configuration-sets/{ConfigurationSetName}/reputation-options`
    public enum PutConfigurationSetReputationOptions: Operation {
        public typealias Input = PutConfigurationSetReputationOptionsRequest
        public typealias Output = PutConfigurationSetReputationOptionsResponse
        public static let descriptor = OperationDescriptor(
            name: "PutConfigurationSetReputationOptions",
            version: .v2, method: "PUT",
            path: "/v2/email/configuration-sets/{ConfigurationSetName}/reputation-options",
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `PUT /v2/email/configuration-sets/{ConfigurationSetName}/sending`
    public enum PutConfigurationSetSendingOptions: Operation {
        public typealias Input = PutConfigurationSetSendingOptionsRequest
        public typealias Output = PutConfigurationSetSendingOptionsResponse
        public static let descriptor = OperationDescriptor(
            name: "PutConfigurationSetSendingOptions",
            version: .v2, method: "PUT",
            path: "/v2/email/configuration-sets/{ConfigurationSetName}/sending",
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `PUT /v2/email/configuration-sets/{ConfigurationSetName}/suppression-options`
    public enum PutConfigurationSetSuppressionOptions: Operation {
        public typealias Input = PutConfigurationSetSuppressionOptionsRequest
        public typealias Output = PutConfigurationSetSuppressionOptionsResponse
        public static let descriptor = OperationDescriptor(
            name: "PutConfigurationSetSuppressionOptions",
            version: .v2, method: "PUT",
            path: "/v2/email/configuration-sets/{ConfigurationSetName}/suppression-options",
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `PUT /v2/email/configuration-sets/{ConfigurationSetName}/tracking-options`
    public enum PutConfigurationSetTrackingOptions: Operation {
        public typealias Input = PutConfigurationSetTrackingOptionsRequest
        public typealias Output = PutConfigurationSetTrackingOptionsResponse
        public static let descriptor = OperationDescriptor(
            name: "PutConfigurationSetTrackingOptions",
            version: .v2, method: "PUT",
            path: "/v2/email/configuration-sets/{ConfigurationSetName}/tracking-options",
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `PUT /v2/email/configuration-sets/{ConfigurationSetName}/vdm-options`
    public enum PutConfigurationSetVdmOptions: Operation {
        public typealias Input = PutConfigurationSetVdmOptionsRequest
        public typealias Output = PutConfigurationSetVdmOptionsResponse
        public static let descriptor = OperationDescriptor(
            name: "PutConfigurationSetVdmOptions",
            version: .v2, method: "PUT",
            path: "/v2/email/configuration-sets/{ConfigurationSetName}/vdm-options",
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `PUT /v2/email/dedicated-ips/{IP}/pool`
    public enum PutDedicatedIpInPool: Operation {
        public typealias Input = PutDedicatedIpInPoolRequest
        public typealias Output = PutDedicatedIpInPoolResponse
        public static let descriptor = OperationDescriptor(
            name: "PutDedicatedIpInPool",
            version: .v2, method: "PUT",
            path: "/v2/email/dedicated-ips/{IP}/pool",
            labels: ["IP": "Ip"],
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `PUT /v2/email/dedicated-ip-pools/{PoolName}/scaling`
    public enum PutDedicatedIpPoolScalingAttributes: Operation {
        public typealias Input = PutDedicatedIpPoolScalingAttributesRequest
        public typealias Output = PutDedicatedIpPoolScalingAttributesResponse
        public static let descriptor = OperationDescriptor(
            name: "PutDedicatedIpPoolScalingAttributes",
            version: .v2, method: "PUT",
            path: "/v2/email/dedicated-ip-pools/{PoolName}/scaling",
            errors: [
                Errors.notFound, Errors.concurrentModification, Errors.tooManyRequests,
                Errors.badRequest,
            ])
    }

    /// `PUT /v2/email/dedicated-ips/{IP}/warmup`
    public enum PutDedicatedIpWarmupAttributes: Operation {
        public typealias Input = PutDedicatedIpWarmupAttributesRequest
        public typealias Output = PutDedicatedIpWarmupAttributesResponse
        public static let descriptor = OperationDescriptor(
            name: "PutDedicatedIpWarmupAttributes",
            version: .v2, method: "PUT",
            path: "/v2/email/dedicated-ips/{IP}/warmup",
            labels: ["IP": "Ip"],
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `PUT /v2/email/deliverability-dashboard`
    public enum PutDeliverabilityDashboardOption: Operation {
        public typealias Input = PutDeliverabilityDashboardOptionRequest
        public typealias Output = PutDeliverabilityDashboardOptionResponse
        public static let descriptor = OperationDescriptor(
            name: "PutDeliverabilityDashboardOption",
            version: .v2, method: "PUT",
            path: "/v2/email/deliverability-dashboard",
            errors: [
                Errors.alreadyExists, Errors.notFound, Errors.tooManyRequests,
                Errors.limitExceeded, Errors.badRequest,
            ])
    }

    /// `PUT /v2/email/identities/{EmailIdentity}/configuration-set`
    public enum PutEmailIdentityConfigurationSetAttributes: Operation {
        public typealias Input = PutEmailIdentityConfigurationSetAttributesRequest
        public typealias Output = PutEmailIdentityConfigurationSetAttributesResponse
        public static let descriptor = OperationDescriptor(
            name: "PutEmailIdentityConfigurationSetAttributes",
            version: .v2, method: "PUT",
            path: "/v2/email/identities/{EmailIdentity}/configuration-set",
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `PUT /v2/email/identities/{EmailIdentity}/dkim`
    public enum PutEmailIdentityDkimAttributes: Operation {
        public typealias Input = PutEmailIdentityDkimAttributesRequest
        public typealias Output = PutEmailIdentityDkimAttributesResponse
        public static let descriptor = OperationDescriptor(
            name: "PutEmailIdentityDkimAttributes",
            version: .v2, method: "PUT",
            path: "/v2/email/identities/{EmailIdentity}/dkim",
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `PUT /v2/email/identities/{EmailIdentity}/dkim/signing`
    public enum PutEmailIdentityDkimSigningAttributes: Operation {
        public typealias Input = PutEmailIdentityDkimSigningAttributesRequest
        public typealias Output = PutEmailIdentityDkimSigningAttributesResponse
        public static let descriptor = OperationDescriptor(
            name: "PutEmailIdentityDkimSigningAttributes",
            version: .v2, method: "PUT",
            path: "/v2/email/identities/{EmailIdentity}/dkim/signing",
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `PUT /v2/email/identities/{EmailIdentity}/feedback`
    public enum PutEmailIdentityFeedbackAttributes: Operation {
        public typealias Input = PutEmailIdentityFeedbackAttributesRequest
        public typealias Output = PutEmailIdentityFeedbackAttributesResponse
        public static let descriptor = OperationDescriptor(
            name: "PutEmailIdentityFeedbackAttributes",
            version: .v2, method: "PUT",
            path: "/v2/email/identities/{EmailIdentity}/feedback",
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `PUT /v2/email/identities/{EmailIdentity}/mail-from`
    public enum PutEmailIdentityMailFromAttributes: Operation {
        public typealias Input = PutEmailIdentityMailFromAttributesRequest
        public typealias Output = PutEmailIdentityMailFromAttributesResponse
        public static let descriptor = OperationDescriptor(
            name: "PutEmailIdentityMailFromAttributes",
            version: .v2, method: "PUT",
            path: "/v2/email/identities/{EmailIdentity}/mail-from",
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `PUT /v2/email/suppression/addresses`
    public enum PutSuppressedDestination: Operation {
        public typealias Input = PutSuppressedDestinationRequest
        public typealias Output = PutSuppressedDestinationResponse
        public static let descriptor = OperationDescriptor(
            name: "PutSuppressedDestination",
            version: .v2, method: "PUT",
            path: "/v2/email/suppression/addresses",
            errors: [Errors.badRequest, Errors.tooManyRequests, Errors.notFound])
    }

    /// `POST /v2/email/tenant/suppression`
    public enum PutTenantSuppressionAttributes: Operation {
        public typealias Input = PutTenantSuppressionAttributesRequest
        public typealias Output = PutTenantSuppressionAttributesResponse
        public static let descriptor = OperationDescriptor(
            name: "PutTenantSuppressionAttributes",
            version: .v2, method: "POST",
            path: "/v2/email/tenant/suppression",
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `POST /v2/email/outbound-bulk-emails`
    public enum SendBulkEmail: Operation {
        public typealias Input = SendBulkEmailRequest
        public typealias Output = SendBulkEmailResponse
        public static let descriptor = OperationDescriptor(
            name: "SendBulkEmail",
            version: .v2, method: "POST",
            path: "/v2/email/outbound-bulk-emails",
            errors: [
                Errors.tooManyRequests, Errors.limitExceeded, Errors.accountSuspended,
                Errors.sendingPaused, Errors.messageRejected, Errors.mailFromDomainNotVerified,
                Errors.notFound, Errors.badRequest,
            ])
    }

    /// `POST /v2/email/outbound-custom-verification-emails`
    public enum SendCustomVerificationEmail: Operation {
        public typealias Input = SendCustomVerificationEmailRequest
        public typealias Output = SendCustomVerificationEmailResponse
        public static let descriptor = OperationDescriptor(
            name: "SendCustomVerificationEmail",
            version: .v2, method: "POST",
            path: "/v2/email/outbound-custom-verification-emails",
            errors: [
                Errors.tooManyRequests, Errors.limitExceeded, Errors.messageRejected,
                Errors.sendingPaused, Errors.mailFromDomainNotVerified, Errors.notFound,
                Errors.badRequest,
            ])
    }

    /// `POST /v2/email/outbound-emails`
    public enum SendEmail: Operation {
        public typealias Input = SendEmailRequest
        public typealias Output = SendEmailResponse
        public static let descriptor = OperationDescriptor(
            name: "SendEmail",
            version: .v2, method: "POST",
            path: "/v2/email/outbound-emails",
            errors: [
                Errors.tooManyRequests, Errors.limitExceeded, Errors.accountSuspended,
                Errors.sendingPaused, Errors.messageRejected, Errors.mailFromDomainNotVerified,
                Errors.notFound, Errors.badRequest,
            ])
    }

    /// `POST /v2/email/tags`
    public enum TagResource: Operation {
        public typealias Input = TagResourceRequest
        public typealias Output = TagResourceResponse
        public static let descriptor = OperationDescriptor(
            name: "TagResource",
            version: .v2, method: "POST",
            path: "/v2/email/tags",
            errors: [
                Errors.badRequest, Errors.concurrentModification, Errors.notFound,
                Errors.tooManyRequests,
            ])
    }

    /// `POST /v2/email/templates/{TemplateName}/render`
    public enum TestRenderEmailTemplate: Operation {
        public typealias Input = TestRenderEmailTemplateRequest
        public typealias Output = TestRenderEmailTemplateResponse
        public static let descriptor = OperationDescriptor(
            name: "TestRenderEmailTemplate",
            version: .v2, method: "POST",
            path: "/v2/email/templates/{TemplateName}/render",
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `DELETE /v2/email/tags`
    public enum UntagResource: Operation {
        public typealias Input = UntagResourceRequest
        public typealias Output = UntagResourceResponse
        public static let descriptor = OperationDescriptor(
            name: "UntagResource",
            version: .v2, method: "DELETE",
            path: "/v2/email/tags",
            query: [
                QueryMember(name: "ResourceArn", member: "ResourceArn", kind: .text),
                QueryMember(name: "TagKeys", member: "TagKeys", kind: .list),
            ],
            errors: [
                Errors.badRequest, Errors.concurrentModification, Errors.notFound,
                Errors.tooManyRequests,
            ])
    }

    /// `POST /v2/email/update-configuration-sets`
    public enum UpdateConfigurationSet: Operation {
        public typealias Input = UpdateConfigurationSetRequest
        public typealias Output = UpdateConfigurationSetResponse
        public static let descriptor = OperationDescriptor(
            name: "UpdateConfigurationSet",
            version: .v2, method: "POST",
            path: "/v2/email/update-configuration-sets",
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `PUT /v2/email/configuration-sets/{ConfigurationSetName}/event-destinations/{EventDestinationName}`
    public enum UpdateConfigurationSetEventDestination: Operation {
        public typealias Input = UpdateConfigurationSetEventDestinationRequest
        public typealias Output = UpdateConfigurationSetEventDestinationResponse
        public static let descriptor = OperationDescriptor(
            name: "UpdateConfigurationSetEventDestination",
            version: .v2, method: "PUT",
            path: "/v2/email/configuration-sets/{ConfigurationSetName}/event-destinations/{EventDestinationName}",
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `PUT /v2/email/contact-lists/{ContactListName}/contacts/{EmailAddress}`
    public enum UpdateContact: Operation {
        public typealias Input = UpdateContactRequest
        public typealias Output = UpdateContactResponse
        public static let descriptor = OperationDescriptor(
            name: "UpdateContact",
            version: .v2, method: "PUT",
            path: "/v2/email/contact-lists/{ContactListName}/contacts/{EmailAddress}",
            errors: [
                Errors.badRequest, Errors.tooManyRequests, Errors.notFound,
                Errors.concurrentModification,
            ])
    }

    /// `PUT /v2/email/contact-lists/{ContactListName}`
    public enum UpdateContactList: Operation {
        public typealias Input = UpdateContactListRequest
        public typealias Output = UpdateContactListResponse
        public static let descriptor = OperationDescriptor(
            name: "UpdateContactList",
            version: .v2, method: "PUT",
            path: "/v2/email/contact-lists/{ContactListName}",
            errors: [
                Errors.badRequest, Errors.tooManyRequests, Errors.notFound,
                Errors.concurrentModification,
            ])
    }

    /// `PUT /v2/email/custom-verification-email-templates/{TemplateName}`
    public enum UpdateCustomVerificationEmailTemplate: Operation {
        public typealias Input = UpdateCustomVerificationEmailTemplateRequest
        public typealias Output = UpdateCustomVerificationEmailTemplateResponse
        public static let descriptor = OperationDescriptor(
            name: "UpdateCustomVerificationEmailTemplate",
            version: .v2, method: "PUT",
            path: "/v2/email/custom-verification-email-templates/{TemplateName}",
            errors: [Errors.notFound, Errors.badRequest, Errors.tooManyRequests])
    }

    /// `PUT /v2/email/identities/{EmailIdentity}/policies/{PolicyName}`
    public enum UpdateEmailIdentityPolicy: Operation {
        public typealias Input = UpdateEmailIdentityPolicyRequest
        public typealias Output = UpdateEmailIdentityPolicyResponse
        public static let descriptor = OperationDescriptor(
            name: "UpdateEmailIdentityPolicy",
            version: .v2, method: "PUT",
            path: "/v2/email/identities/{EmailIdentity}/policies/{PolicyName}",
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `PUT /v2/email/templates/{TemplateName}`
    public enum UpdateEmailTemplate: Operation {
        public typealias Input = UpdateEmailTemplateRequest
        public typealias Output = UpdateEmailTemplateResponse
        public static let descriptor = OperationDescriptor(
            name: "UpdateEmailTemplate",
            version: .v2, method: "PUT",
            path: "/v2/email/templates/{TemplateName}",
            errors: [Errors.notFound, Errors.tooManyRequests, Errors.badRequest])
    }

    /// `PUT /v2/email/reputation/entities/{ReputationEntityType}/{ReputationEntityReference}/customer-managed-status`
    public enum UpdateReputationEntityCustomerManagedStatus: Operation {
        public typealias Input = UpdateReputationEntityCustomerManagedStatusRequest
        public typealias Output = UpdateReputationEntityCustomerManagedStatusResponse
        public static let descriptor = OperationDescriptor(
            name: "UpdateReputationEntityCustomerManagedStatus",
            version: .v2, method: "PUT",
            path: "/v2/email/reputation/entities/{ReputationEntityType}/{ReputationEntityReference}/customer-managed-status",
            errors: [Errors.tooManyRequests, Errors.badRequest, Errors.conflict])
    }

    /// `PUT /v2/email/reputation/entities/{ReputationEntityType}/{ReputationEntityReference}/policy`
    public enum UpdateReputationEntityPolicy: Operation {
        public typealias Input = UpdateReputationEntityPolicyRequest
        public typealias Output = UpdateReputationEntityPolicyResponse
        public static let descriptor = OperationDescriptor(
            name: "UpdateReputationEntityPolicy",
            version: .v2, method: "PUT",
            path: "/v2/email/reputation/entities/{ReputationEntityType}/{ReputationEntityReference}/policy",
            errors: [Errors.tooManyRequests, Errors.badRequest, Errors.conflict])
    }
}
