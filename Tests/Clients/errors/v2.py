"""Every error that API v2 documents, operation by operation."""

from datetime import datetime

from errors import ErrorTable
from errors.bench import ACCOUNT, EVENTS, name, simple

table = ErrorTable("sesv2", "v2")

ALREADY, BAD, CONFLICT, LIMIT, MISSING, CONCURRENT, TOO_MANY, TOKEN, PAUSED, SUSPENDED, MAIL_FROM = (
    f"{word}Exception"
    for word in (
        "AlreadyExists", "BadRequest", "Conflict", "LimitExceeded", "NotFound",
        "ConcurrentModification", "TooManyRequests", "InvalidNextToken", "SendingPaused",
        "AccountSuspended", "MailFromDomainNotVerified",
    )
)  # fmt: skip
REJECTED = "MessageRejected"

# What no client meets, and why

table.never(
    CONCURRENT,
    "A change is one transaction, and they come one after the other: none meets another half done. "
    "test_changes_at_once_are_all_made proves it.",
)
table.never(
    CONFLICT,
    "What these operations change is in force at once: no change is ever under way.",
    "PutAccountPricingAttributes", "UpdateReputationEntityCustomerManagedStatus",
    "UpdateReputationEntityPolicy",
)  # fmt: skip
NO_DASHBOARD = (
    "There is no Deliverability dashboard, whose tests look into inboxes of AWS: it cannot be "
    "switched on, and every test is refused with BadRequestException."
)
for error in (SUSPENDED, PAUSED, REJECTED, MAIL_FROM, MISSING, LIMIT):
    table.never(error, NO_DASHBOARD, "CreateDeliverabilityTestReport")
for error in (ALREADY, MISSING, LIMIT):
    table.never(error, NO_DASHBOARD, "PutDeliverabilityDashboardOption")
table.never(LIMIT, NO_DASHBOARD, "GetDeliverabilityDashboardOptions")
table.never(MISSING, NO_DASHBOARD, "ListDeliverabilityTestReports")
table.never(
    BAD, "The request has no member that could be wrong.",
    "GetAccount", "GetDeliverabilityDashboardOptions",
)  # fmt: skip
table.never(
    BAD, "The request has one member, a boolean: any other value is a SerializationException.",
    "PutAccountSendingAttributes", "PutAccountDedicatedIpWarmupAttributes",
)  # fmt: skip
table.never(
    BAD, "Any text could be the id: one that is unknown is a NotFoundException.",
    "GetDeliverabilityTestReport", "GetDomainDeliverabilityCampaign",
)  # fmt: skip
table.never(
    MISSING,
    "What a configuration set names, pools and domains, is looked up; SES refuses an unknown one "
    "with BadRequestException.",
    "CreateConfigurationSet",
)
table.never(
    MISSING,
    "SES refuses a domain that it does not know with BadRequestException here.",
    "PutEmailIdentityDkimAttributes",
)
for error in (ALREADY, LIMIT):
    table.never(
        error,
        "An account has one list; SES refuses a second one, whatever its name, with "
        "BadRequestException.",
        "CreateContactList",
    )
table.never(
    LIMIT,
    "A send makes nothing that is counted. What bounds sends are TooManyRequestsException, for "
    "quotas, and BadRequestException, for recipients, parts and sizes.",
    "SendEmail", "SendBulkEmail",
)  # fmt: skip
table.never(
    REJECTED,
    "What is sent was looked at when the template was made, and a sender that is no longer verified "
    "is a NotFoundException.",
    "SendCustomVerificationEmail",
)
table.never(
    TOO_MANY,
    "An entry beyond a quota fails alone, as ACCOUNT_THROTTLED or ACCOUNT_DAILY_QUOTA_EXCEEDED; "
    "sends are not counted as calls.",
    "SendBulkEmail",
)

# Configuration sets

NO_SET = "Configuration set <none> does not exist."
BAD_SET = (
    "Invalid configuration set name <a b>: only alphanumeric ASCII characters, '_', and '-' are "
    "allowed."
)
ON_SETS = {
    "CreateConfigurationSetEventDestination": {
        "EventDestinationName": "e", "EventDestination": EVENTS
    },
    "DeleteConfigurationSet": {},
    "DeleteConfigurationSetEventDestination": {"EventDestinationName": "e"},
    "GetConfigurationSet": {},
    "GetConfigurationSetEventDestinations": {},
    "PutConfigurationSetArchivingOptions": {},
    "PutConfigurationSetDeliveryOptions": {},
    "PutConfigurationSetReputationOptions": {},
    "PutConfigurationSetSendingOptions": {},
    "PutConfigurationSetSuppressionOptions": {},
    "PutConfigurationSetTrackingOptions": {},
    "PutConfigurationSetVdmOptions": {},
    "UpdateConfigurationSet": {},
    "UpdateConfigurationSetEventDestination": {
        "EventDestinationName": "e", "EventDestination": EVENTS
    },
}  # fmt: skip
for operation, more in ON_SETS.items():
    table.row(
        operation, MISSING, NO_SET, lambda b, more=more: {"ConfigurationSetName": "none", **more}
    )
    table.row(
        operation, BAD, BAD_SET, lambda b, more=more: {"ConfigurationSetName": "a b", **more}
    )
table.row(
    "DeleteConfigurationSetEventDestination", MISSING,
    "An event destination with name <none> does not exist for configuration set <…>.",
    lambda b: {**b.event_destination(), "EventDestinationName": "none"},
)  # fmt: skip
table.row(
    "UpdateConfigurationSetEventDestination", MISSING,
    "An event destination with name <none> does not exist for configuration set <…>.",
    lambda b: {
        **b.event_destination(), "EventDestinationName": "none", "EventDestination": EVENTS
    },
)  # fmt: skip
table.row(
    "CreateConfigurationSet", ALREADY, "Configuration set <…> already exists.",
    lambda b: {"ConfigurationSetName": b.configuration_set()},
)  # fmt: skip
table.row(
    "CreateConfigurationSet", BAD, BAD_SET, lambda b: {"ConfigurationSetName": "a b"}
)
table.row(
    "CreateConfigurationSet", BAD, "SendingPool <none> doesn't exist",
    lambda b: {
        "ConfigurationSetName": name("set"), "DeliveryOptions": {"SendingPoolName": "none"}
    },
)  # fmt: skip


def no_more_sets(bench):
    bench = bench.elsewhere()
    bench.fill("configuration-set", 10_000)
    return bench.client, {"ConfigurationSetName": "more"}


table.row(
    "CreateConfigurationSet", LIMIT, "Cannot have more than 10000 configuration sets.", no_more_sets
)


def ten_destinations(bench):
    made = bench.event_destination()
    for number in range(9):
        bench.client.create_configuration_set_event_destination(
            **{**made, "EventDestinationName": f"e{number}"}, EventDestination=EVENTS
        )
    return {**made, "EventDestinationName": "more", "EventDestination": EVENTS}


table.row(
    "CreateConfigurationSetEventDestination", LIMIT,
    "Configuration set <…> cannot have more than 10 event destinations.", ten_destinations,
)  # fmt: skip
table.row(
    "CreateConfigurationSetEventDestination", ALREADY,
    "An event destination with name <events> already exists for configuration set <…>.",
    lambda b: {**b.event_destination(), "EventDestination": EVENTS},
)  # fmt: skip

# Contact lists

NO_LIST = "List with name: none doesn't exist."
BAD_LIST = (
    "ContactListName can contain up to 64 characters. Only alphanumeric characters, underscores(_) "
    "and hyphens(-) are allowed."
)
for operation, more in {
    "CreateContact": {"EmailAddress": "a@b.example"}, "DeleteContact": {"EmailAddress": "a@b.example"},
    "DeleteContactList": {}, "GetContact": {"EmailAddress": "a@b.example"}, "GetContactList": {},
    "ListContacts": {}, "UpdateContact": {"EmailAddress": "a@b.example"}, "UpdateContactList": {},
}.items():  # fmt: skip
    table.row(operation, MISSING, NO_LIST, lambda b, more=more: {"ContactListName": "none", **more})
    table.row(operation, BAD, BAD_LIST, lambda b, more=more: {"ContactListName": "a b", **more})
for operation in ("DeleteContact", "GetContact", "UpdateContact"):
    table.row(
        operation, MISSING, "nobody@a.example doesn't exist in List.",
        lambda b: {"ContactListName": b.contact_list(), "EmailAddress": "nobody@a.example"},
    )  # fmt: skip
table.row("CreateContact", ALREADY, "…@a.example already exists in List.", lambda b: b.contact())
table.row("CreateContactList", BAD, BAD_LIST, lambda b: {"ContactListName": "a b"})
table.row(
    "CreateContactList", BAD, "A maximum of 1 Lists allowed per account.",
    lambda b: {"ContactListName": b.contact_list()},
)  # fmt: skip
table.row(
    "ListContactLists", BAD, "The page size must be between 1 and 1000", lambda b: {"PageSize": 0}
)

# Email templates

CONTENT = {"Subject": "s", "Text": "t"}
NO_TEMPLATE = "Template none does not exist."
for operation, more in {
    "DeleteEmailTemplate": {}, "GetEmailTemplate": {},
    "TestRenderEmailTemplate": {"TemplateData": "{}"},
    "UpdateEmailTemplate": {"TemplateContent": CONTENT},
}.items():  # fmt: skip
    table.row(operation, MISSING, NO_TEMPLATE, lambda b, more=more: {"TemplateName": "none", **more})
for operation in ("DeleteEmailTemplate", "GetEmailTemplate"):
    table.row(operation, BAD, "Invalid template name < >.", lambda b: {"TemplateName": " "})
table.row(
    "TestRenderEmailTemplate", BAD, "Attribute 'x' is not present in the rendering data.",
    lambda b: {"TemplateName": b.template("{{x}}"), "TemplateData": "{}"},
)  # fmt: skip
table.row(
    "UpdateEmailTemplate", BAD, "The subject must be specified.",
    lambda b: {"TemplateName": b.template(), "TemplateContent": {"Text": "t"}},
)  # fmt: skip
table.row(
    "CreateEmailTemplate", BAD, "The subject must be specified.",
    lambda b: {"TemplateName": name("t"), "TemplateContent": {"Text": "t"}},
)  # fmt: skip
table.row(
    "CreateEmailTemplate", ALREADY, "Template <…> already exists.",
    lambda b: {"TemplateName": b.template(), "TemplateContent": CONTENT},
)  # fmt: skip
table.row(
    "ListEmailTemplates", BAD, "The page size must be between 1 and 100",
    lambda b: {"PageSize": 101},
)  # fmt: skip


def no_more_templates(bench):
    bench = bench.elsewhere()
    bench.fill("template", 20_000)
    return bench.client, {"TemplateName": "more", "TemplateContent": CONTENT}


table.row(
    "CreateEmailTemplate", LIMIT, "The number of templates is limited to 20000.", no_more_templates
)

# Custom verification mail

NO_VERIFICATION = "Custom verification email template <none> does not exist"
for operation in ("DeleteCustomVerificationEmailTemplate", "GetCustomVerificationEmailTemplate"):
    table.row(operation, MISSING, NO_VERIFICATION, lambda b: {"TemplateName": "none"})
    table.row(operation, BAD, "TemplateName is required.", lambda b: {"TemplateName": " "})
table.row(
    "UpdateCustomVerificationEmailTemplate", MISSING, NO_VERIFICATION,
    lambda b: {**b.verification_content(), "TemplateName": "none"},
)  # fmt: skip
table.row(
    "UpdateCustomVerificationEmailTemplate", BAD, "The success redirection URL is invalid",
    lambda b: {
        **b.verification_content(), "TemplateName": b.verification_template(),
        "SuccessRedirectionURL": "nowhere",
    },
)  # fmt: skip
table.row(
    "CreateCustomVerificationEmailTemplate", BAD, "The failure redirection URL is invalid",
    lambda b: {
        **b.verification_content(), "TemplateName": name("t"), "FailureRedirectionURL": "nowhere"
    },
)  # fmt: skip
table.row(
    "CreateCustomVerificationEmailTemplate", ALREADY,
    "Custom verification email template <…> already exists",
    lambda b: {**b.verification_content(), "TemplateName": b.verification_template()},
)  # fmt: skip
table.row(
    "CreateCustomVerificationEmailTemplate", MISSING,
    "The from email address <me@nobody.example> is not verified",
    lambda b: {
        **b.verification_content(), "TemplateName": name("t"),
        "FromEmailAddress": "me@nobody.example",
    },
)  # fmt: skip


def no_more_verification_templates(bench):
    bench = bench.elsewhere()
    bench.fill("verification-template", 50)
    return bench.client, {**bench.verification_content(), "TemplateName": "more"}


table.row(
    "CreateCustomVerificationEmailTemplate", LIMIT,
    "The number of custom verification email templates is limited to 50.",
    no_more_verification_templates,
)  # fmt: skip
table.row(
    "ListCustomVerificationEmailTemplates", BAD, "The page size must be between 1 and 50",
    lambda b: {"PageSize": 51},
)  # fmt: skip
table.row(
    "SendCustomVerificationEmail", MISSING, "Template <none> does not exist",
    lambda b: b.verification(TemplateName="none"),
)  # fmt: skip
table.row(
    "SendCustomVerificationEmail", MISSING, NO_SET,
    lambda b: b.verification(ConfigurationSetName="none"),
)  # fmt: skip
table.row(
    "SendCustomVerificationEmail", BAD, "Invalid email address<nobody>.",
    lambda b: b.verification(EmailAddress="nobody"),
)  # fmt: skip


def beyond_identities(bench):
    bench = bench.elsewhere()
    request = bench.verification()
    bench.fill_identities(10_000)
    return bench.client, request


table.row(
    "SendCustomVerificationEmail", LIMIT, "Cannot have more than 10000 identities.",
    beyond_identities,
)  # fmt: skip

# Dedicated addresses

NO_POOL = "The requested pool <none> does not exist."
for operation, more in {
    "DeleteDedicatedIpPool": {}, "GetDedicatedIpPool": {},
    "PutDedicatedIpPoolScalingAttributes": {"ScalingMode": "MANAGED"},
}.items():  # fmt: skip
    table.row(operation, MISSING, NO_POOL, lambda b, more=more: {"PoolName": "none", **more})
    table.row(
        operation, BAD, "Pool name can't be blank.", lambda b, more=more: {"PoolName": " ", **more}
    )
table.row("GetDedicatedIps", MISSING, NO_POOL, lambda b: {"PoolName": "none"})
table.row(
    "PutDedicatedIpPoolScalingAttributes", BAD, "The ScalingMode parameter is invalid.",
    lambda b: {"PoolName": b.pool("MANAGED"), "ScalingMode": "STANDARD"},
)  # fmt: skip
table.row(
    "CreateDedicatedIpPool", ALREADY, "The pool <…> already exists.", lambda b: {"PoolName": b.pool()}
)
table.row(
    "CreateDedicatedIpPool", BAD, "Pool name can't be blank.", lambda b: {"PoolName": " "}
)


def no_more_pools(bench):
    bench = bench.elsewhere()
    bench.fill("dedicated-ip-pool", 50)
    return bench.client, {"PoolName": "more"}


table.row("CreateDedicatedIpPool", LIMIT, "Cannot have more than 50 pools.", no_more_pools)
for operation in ("GetDedicatedIps", "ListDedicatedIpPools"):
    table.row(
        operation, BAD, "The page size must be between 1 and 1000", lambda b: {"PageSize": 1001}
    )
NO_ADDRESS = "Could not find dedicated IP <192.0.2.1> under this account."
for operation, more in {
    "GetDedicatedIp": {}, "PutDedicatedIpInPool": {"DestinationPoolName": "pool"},
    "PutDedicatedIpWarmupAttributes": {"WarmupPercentage": 50},
}.items():  # fmt: skip
    table.row(operation, MISSING, NO_ADDRESS, lambda b, more=more: {"Ip": "192.0.2.1", **more})
    table.row(
        operation, BAD, "Invalid IP address <nowhere>.",
        lambda b, more=more: {"Ip": "nowhere", **more},
    )  # fmt: skip
table.row(
    "PutDedicatedIpWarmupAttributes", BAD, "Warmup Percentage must be between 0 and 100.",
    lambda b: {"Ip": "192.0.2.1", "WarmupPercentage": 101},
)  # fmt: skip

# Reports of the dashboard

table.row(
    "CreateDeliverabilityTestReport", BAD,
    "The Deliverability dashboard is not available: Waxwing cannot look into inboxes.",
    lambda b: {"FromEmailAddress": "me@a.example", "Content": simple()},
)  # fmt: skip
table.row(
    "PutDeliverabilityDashboardOption", BAD,
    "The Deliverability dashboard is not available: Waxwing cannot look into inboxes.",
    lambda b: {"DashboardEnabled": True},
)  # fmt: skip
NULL = (
    "1 validation error detected: Value at '{}' failed to satisfy constraint: Member must not be "
    "null"
)
DATES = {"StartDate": datetime(2026, 1, 1), "EndDate": datetime(2026, 1, 2)}
table.row(
    "GetBlacklistReports", MISSING, NO_ADDRESS, lambda b: {"BlacklistItemNames": ["192.0.2.1"]}
)
table.row(
    "GetBlacklistReports", BAD, NULL.format("blacklistItemNames"), lambda b: (b.unchecked, {})
)
table.row(
    "GetDeliverabilityTestReport", MISSING, "Report <none> does not exist.",
    lambda b: {"ReportId": "none"},
)  # fmt: skip
table.row(
    "GetDomainDeliverabilityCampaign", MISSING, "Campaign <none> does not exist.",
    lambda b: {"CampaignId": "none"},
)  # fmt: skip
for operation, member in {
    "GetDomainStatisticsReport": "Domain", "ListDomainDeliverabilityCampaigns": "SubscribedDomain"
}.items():  # fmt: skip
    table.row(
        operation, MISSING,
        "The Deliverability dashboard is not enabled for the domain <a.example>.",
        lambda b, member=member: {member: "a.example", **DATES},
    )  # fmt: skip
    table.row(
        operation, BAD, NULL.format("endDate"),
        lambda b, member=member: (
            b.unchecked, {member: "a.example", "StartDate": DATES["StartDate"]}
        ),
    )  # fmt: skip
table.row(
    "ListDeliverabilityTestReports", BAD, "Invalid NextToken <x>.", lambda b: {"NextToken": "x"}
)

# Identities

UNKNOWN = "Email identity nobody.example does not exist."
ON_IDENTITIES = {
    "DeleteEmailIdentity": {}, "GetEmailIdentity": {}, "GetEmailIdentityPolicies": {},
    "CreateEmailIdentityPolicy": {"PolicyName": "p", "Policy": "{}"},
    "DeleteEmailIdentityPolicy": {"PolicyName": "p"},
    "UpdateEmailIdentityPolicy": {"PolicyName": "p", "Policy": "{}"},
    "PutEmailIdentityConfigurationSetAttributes": {},
    "PutEmailIdentityDkimSigningAttributes": {"SigningAttributesOrigin": "AWS_SES"},
    "PutEmailIdentityFeedbackAttributes": {},
    "PutEmailIdentityMailFromAttributes": {},
}  # fmt: skip
for operation, more in ON_IDENTITIES.items():
    table.row(
        operation, MISSING, UNKNOWN, lambda b, more=more: {"EmailIdentity": "nobody.example", **more}
    )
for operation, more in {**ON_IDENTITIES, "PutEmailIdentityDkimAttributes": {}}.items():
    table.row(
        operation, BAD, "Invalid domain name nowhere.",
        lambda b, more=more: {"EmailIdentity": "nowhere", **more},
    )  # fmt: skip
table.row(
    "PutEmailIdentityDkimAttributes", BAD,
    "Domain nobody.example is not verified for DKIM signing.",
    lambda b: {"EmailIdentity": "nobody.example"},
)  # fmt: skip
table.row(
    "PutEmailIdentityConfigurationSetAttributes", MISSING, NO_SET,
    lambda b: {"EmailIdentity": b.domain(), "ConfigurationSetName": "none"},
)  # fmt: skip
table.row(
    "CreateEmailIdentity", BAD, "Invalid domain name nowhere.", lambda b: {"EmailIdentity": "nowhere"}
)
table.row(
    "CreateEmailIdentity", ALREADY, "Email identity … already exist.",
    lambda b: {"EmailIdentity": b.domain()},
)  # fmt: skip
table.row(
    "CreateEmailIdentity", MISSING, NO_SET,
    lambda b: {"EmailIdentity": f"{name('d')}.example", "ConfigurationSetName": "none"},
)  # fmt: skip


def no_more_identities(bench):
    bench = bench.elsewhere()
    bench.fill_identities(10_000)
    return bench.client, {"EmailIdentity": "more.example"}


table.row(
    "CreateEmailIdentity", LIMIT, "Cannot have more than 10000 identities.", no_more_identities
)
table.row(
    "ListEmailIdentities", BAD,
    "Value 1001 for parameter PageSize is invalid. PageSize must be between 1 and 1000.",
    lambda b: {"PageSize": 1001},
)  # fmt: skip
table.row(
    "CreateEmailIdentityPolicy", ALREADY, "Policy <policy> already exists.",
    lambda b: b.identity_policy(b.domain()),
)  # fmt: skip
table.row(
    "UpdateEmailIdentityPolicy", MISSING, "Policy <none> does not exist",
    lambda b: {**b.identity_policy(b.domain()), "PolicyName": "none"},
)  # fmt: skip
for operation in ("CreateEmailIdentityPolicy", "UpdateEmailIdentityPolicy"):
    table.row(
        operation, BAD, "Invalid policy: …",
        lambda b: {"EmailIdentity": b.domain(), "PolicyName": "p", "Policy": "no policy"},
    )  # fmt: skip


def twenty_policies(bench):
    domain = bench.domain()
    for number in range(20):
        made = bench.identity_policy(domain, f"p{number}")
    return {**made, "PolicyName": "more"}


table.row(
    "CreateEmailIdentityPolicy", LIMIT, "An identity has 20 policies at the most: <…>.",
    twenty_policies,
)  # fmt: skip

# Certificates

CERTIFICATE = {"CertificateArn": f"arn:aws:acm:us-east-1:{ACCOUNT}:certificate/x"}
for operation, more in {
    "AssociateEmailIdentityCertificate": CERTIFICATE, "DisassociateEmailIdentityCertificate": {}
}.items():  # fmt: skip
    table.row(
        operation, MISSING, "Email identity <nobody.example> does not exist.",
        lambda b, more=more: {
            "EmailIdentity": "nobody.example", "FromAddress": "a@nobody.example", **more
        },
    )  # fmt: skip
    table.row(
        operation, BAD, "FromAddress is required when EmailIdentity is a domain.",
        lambda b, more=more: {"EmailIdentity": b.domain(), **more},
    )  # fmt: skip


def certified(bench):
    domain = bench.domain()
    request = {"EmailIdentity": domain, "FromAddress": f"a@{domain}", **CERTIFICATE}
    bench.client.associate_email_identity_certificate(**request)
    return request


table.row(
    "AssociateEmailIdentityCertificate", ALREADY,
    "A certificate is already associated with sender <…> on identity <…>.", certified,
)  # fmt: skip
table.row(
    "ListEmailIdentityCertificates", MISSING, "Email identity <nobody.example> does not exist.",
    lambda b: {"EmailIdentity": "nobody.example"},
)  # fmt: skip
table.row(
    "ListEmailIdentityCertificates", BAD, "Invalid Next Token",
    lambda b: {"EmailIdentity": b.domain(), "NextToken": "eHg="},
)  # fmt: skip

# Endpoints of two regions

NO_ENDPOINT = "Multi-region endpoint <none> does not exist."
DETAILS = {"Details": {"RoutesDetails": [{"Region": "eu-west-1"}]}}
for operation in ("DeleteMultiRegionEndpoint", "GetMultiRegionEndpoint"):
    table.row(operation, MISSING, NO_ENDPOINT, lambda b: {"EndpointName": "none"})
for operation, more in {
    "CreateMultiRegionEndpoint": DETAILS, "DeleteMultiRegionEndpoint": {},
    "GetMultiRegionEndpoint": {},
}.items():  # fmt: skip
    table.row(
        operation, BAD,
        "1 validation error detected: Value at 'endpointName' failed to satisfy constraint: "
        "Member must satisfy regular expression pattern: …",
        lambda b, more=more: {"EndpointName": "a b", **more},
    )  # fmt: skip


def endpoint(bench):
    made = {"EndpointName": name("endpoint"), **DETAILS}
    bench.client.create_multi_region_endpoint(**made)
    return made


def no_more_endpoints(bench):
    bench = bench.elsewhere()
    bench.fill("multi-region-endpoint", 50)
    return bench.client, {"EndpointName": "more", **DETAILS}


table.row(
    "CreateMultiRegionEndpoint", ALREADY, "Multi-region endpoint <…> already exists.", endpoint
)
table.row(
    "CreateMultiRegionEndpoint", LIMIT, "Cannot have more than 50 multi-region endpoints.",
    no_more_endpoints,
)  # fmt: skip
table.row(
    "ListMultiRegionEndpoints", BAD, "Invalid NextToken <eHg=>.", lambda b: {"NextToken": "eHg="}
)

# Tenants

NO_TENANT = "The requested tenant <none> does not exist."
BAD_TENANT = (
    "Invalid tenant name <a b>: only alphanumeric ASCII characters, '_', and '-' are allowed."
)
for operation, more in {
    "DeleteTenant": {}, "GetTenant": {}, "ListTenantResources": {},
    "PutTenantSuppressionAttributes": {},
    "DeleteTenantResourceAssociation": {"ResourceArn": "…"},
    "CreateTenantResourceAssociation": {"ResourceArn": "…"},
}.items():  # fmt: skip

    def request(bench, tenant, more=more):
        resource = {"ResourceArn": bench.arn("configuration-set", bench.configuration_set())}
        return {"TenantName": tenant, **(resource if more else {})}

    table.row(operation, MISSING, NO_TENANT, lambda b, request=request: request(b, "none"))
    table.row(operation, BAD, BAD_TENANT, lambda b, request=request: request(b, "a b"))
table.row(
    "CreateTenant", ALREADY, f"Tenant with name … already exists in account {ACCOUNT}",
    lambda b: {"TenantName": b.tenant()},
)  # fmt: skip
table.row("CreateTenant", BAD, BAD_TENANT, lambda b: {"TenantName": "a b"})


def no_more_tenants(bench):
    bench = bench.elsewhere()
    bench.fill("tenant", 10_000)
    return bench.client, {"TenantName": "more"}


table.row("CreateTenant", LIMIT, "Cannot have more than 10000 tenants.", no_more_tenants)


def associated(bench):
    resource = bench.arn("configuration-set", bench.configuration_set())
    request = {"TenantName": bench.tenant(), "ResourceArn": resource}
    bench.client.create_tenant_resource_association(**request)
    return request


table.row(
    "CreateTenantResourceAssociation", ALREADY,
    "Resources … has already been associated with tenant …", associated,
)  # fmt: skip
for operation, tenant in {"CreateTenantResourceAssociation": True, "ListResourceTenants": False}.items():
    for kind, text in {
        "configuration-set": NO_SET, "template": NO_TEMPLATE,
        "identity": "Email identity none does not exist.",
    }.items():  # fmt: skip
        table.row(
            operation, MISSING, text,
            lambda b, kind=kind, tenant=tenant: {
                "ResourceArn": b.arn(kind, "none"), **({"TenantName": b.tenant()} if tenant else {})
            },
        )  # fmt: skip
for operation, tenant in {
    "CreateTenantResourceAssociation": True, "DeleteTenantResourceAssociation": True,
    "ListResourceTenants": False,
}.items():  # fmt: skip
    table.row(
        operation, BAD, "Unsupported resource type: contact-list",
        lambda b, tenant=tenant: {
            "ResourceArn": b.arn("contact-list", "list"),
            **({"TenantName": b.tenant()} if tenant else {}),
        },
    )  # fmt: skip
for operation in ("ListTenants", "ListReputationEntities"):
    table.row(
        operation, BAD, "Invalid sending status ASLEEP specified.",
        lambda b: {"Filter": {"SENDING_STATUS": "ASLEEP"}},
    )  # fmt: skip


def entity(reference, **more):
    return {
        "ReputationEntityType": "RESOURCE", "ReputationEntityReference": reference, **more
    }  # fmt: skip


table.row(
    "GetReputationEntity", MISSING, "Reputation entity <…> does not exist.",
    lambda b: entity(b.arn("tenant", "none/tn-0")),
)  # fmt: skip
for operation, more in {
    "GetReputationEntity": {},
    "UpdateReputationEntityCustomerManagedStatus": {"SendingStatus": "DISABLED"},
    "UpdateReputationEntityPolicy": {"ReputationEntityPolicy": "none"},
}.items():  # fmt: skip
    table.row(
        operation, BAD,
        "Invalid reputation policy <none>."
        if operation == "UpdateReputationEntityPolicy"
        else "Invalid reputation entity reference <none>.",
        lambda b, more=more: entity("none", **more),
    )

# Suppression lists

for operation, more in {
    "DeleteSuppressedDestination": {}, "GetSuppressedDestination": {},
    "PutSuppressedDestination": {"Reason": "BOUNCE"},
}.items():  # fmt: skip
    for tenant, error, text in (("none", MISSING, NO_TENANT), ("a b", BAD, BAD_TENANT)):
        table.row(
            operation, error, text,
            lambda b, more=more, tenant=tenant: {
                "EmailAddress": "nobody@a.example", "TenantName": tenant, **more
            },
        )  # fmt: skip
for operation in ("DeleteSuppressedDestination", "GetSuppressedDestination"):
    table.row(
        operation, MISSING, "Email address nobody@a.example does not exist on your suppression list.",
        lambda b: {"EmailAddress": "nobody@a.example"},
    )  # fmt: skip
table.row(
    "PutSuppressedDestination", BAD, "Invalid email address<nobody>.",
    lambda b: {"EmailAddress": "nobody", "Reason": "BOUNCE"},
)  # fmt: skip
table.row(
    "PutSuppressedDestination", BAD, "An account in the sandbox cannot change its suppression list.",
    lambda b: (
        b.elsewhere(isInSandbox=True).client, {"EmailAddress": "a@b.example", "Reason": "BOUNCE"}
    ),
)  # fmt: skip
table.row(
    "ListSuppressedDestinations", MISSING, NO_TENANT, lambda b: {"TenantName": "none"}
)
table.row(
    "ListSuppressedDestinations", BAD, "The page size must be between 1 and 1000",
    lambda b: {"PageSize": 1001},
)  # fmt: skip
table.row(
    "ListSuppressedDestinations", TOKEN, "Invalid NextToken <x>.", lambda b: {"NextToken": "x"}
)

# Tags

TAG = [{"Key": "k", "Value": "v"}]
for operation, more in {
    "TagResource": {"Tags": TAG}, "UntagResource": {"TagKeys": ["k"]}, "ListTagsForResource": {}
}.items():  # fmt: skip
    table.row(
        operation, MISSING, "No ConfigurationSet present with name: none",
        lambda b, more=more: {"ResourceArn": b.arn("configuration-set", "none"), **more},
    )  # fmt: skip
    table.row(
        operation, BAD, "ResourceArn is not the expected format",
        lambda b, more=more: {"ResourceArn": "nothing", **more},
    )  # fmt: skip
    table.row(
        operation, BAD, "Operations on a resource created in a different account is not allowed",
        lambda b, more=more: {
            "ResourceArn": "arn:aws:ses:us-east-1:111111111111:configuration-set/a", **more
        },
    )  # fmt: skip
table.row(
    "TagResource", BAD, "Cannot provide multiple tags with the same key",
    lambda b: {"ResourceArn": b.arn("configuration-set", b.configuration_set()), "Tags": TAG * 2},
)  # fmt: skip

# The account

ENUM = (
    "1 validation error detected: Value at '{}' failed to satisfy constraint: Member must satisfy "
    "enum value set: […]"
)
table.row(
    "PutAccountDetails", BAD, ENUM.format("mailType"),
    lambda b: {"MailType": "NEWS", "WebsiteURL": "https://a.example"},
)  # fmt: skip


def under_review(bench):
    bench = bench.elsewhere(isInSandbox=True)
    details = {"MailType": "MARKETING", "WebsiteURL": "https://a.example"}
    bench.client.put_account_details(**details, ProductionAccessEnabled=True)
    return bench.client, details


table.row(
    "PutAccountDetails", CONFLICT,
    "The details of this account are under review and cannot be changed.", under_review,
)  # fmt: skip
table.row("PutAccountPricingAttributes", BAD, ENUM.format("plan"), lambda b: {"Plan": "FREE"})
table.row(
    "PutAccountSuppressionAttributes", BAD,
    "Each suppressed reason can only be specified at most once",
    lambda b: {"SuppressedReasons": ["BOUNCE", "BOUNCE"]},
)  # fmt: skip
table.row(
    "PutAccountVdmAttributes", BAD, ENUM.format("vdmAttributes.vdmEnabled"),
    lambda b: {"VdmAttributes": {"VdmEnabled": "SOMETIMES"}},
)  # fmt: skip
table.row(
    "ListConfigurationSets", BAD, "The page size must be between 1 and 1000",
    lambda b: {"PageSize": 1001},
)  # fmt: skip

# Sends

SENDS = {
    "SendEmail": lambda b, **more: b.mail(**more),
    "SendBulkEmail": lambda b, **more: b.bulk(**more),
    "SendCustomVerificationEmail": lambda b, **more: b.verification(**more),
}


def sent(send, settings):
    def arrange(bench):
        bench = bench.elsewhere(**settings)
        return bench.client, send(bench)

    return arrange


def from_paused_set(send):
    return lambda b: send(
        b, ConfigurationSetName=b.configuration_set(SendingOptions={"SendingEnabled": False})
    )


def paused_tenant(bench):
    domain, tenant = bench.domain(), name("tenant")
    made = bench.client.create_tenant(TenantName=tenant)
    bench.client.create_tenant_resource_association(
        TenantName=tenant, ResourceArn=bench.arn("identity", domain)
    )
    bench.client.update_reputation_entity_customer_managed_status(
        ReputationEntityType="RESOURCE", ReputationEntityReference=made["TenantArn"],
        SendingStatus="DISABLED",
    )  # fmt: skip
    return bench.mail(sender=f"me@{domain}", TenantName=tenant)


def without_mail_from(send):
    """Nobody publishes the records of a MAIL FROM domain here."""

    def arrange(bench):
        bench = bench.manual
        address = bench.address()
        bench.sesv2.put_email_identity_mail_from_attributes(
            EmailIdentity=address, MailFromDomain=f"bounce.{address.partition('@')[2]}",
            BehaviorOnMxFailure="REJECT_MESSAGE",
        )  # fmt: skip
        return bench.client, send(bench, address)

    return arrange


for operation, send in SENDS.items():
    table.row(
        operation, PAUSED, "Sending paused for this account.", sent(send, {"sendingEnabled": False})
    )
    table.row(
        operation, PAUSED, "Sending paused for configuration set <…>.", from_paused_set(send)
    )
table.row("SendEmail", PAUSED, "Sending paused for tenant <…>.", paused_tenant)
NO_MAIL_FROM = "MAIL FROM domain not verified: DNS setup for MAIL FROM domain is invalid."
table.row(
    "SendEmail", MAIL_FROM, NO_MAIL_FROM, without_mail_from(lambda b, a: b.mail(sender=a))
)
table.row(
    "SendBulkEmail", MAIL_FROM, NO_MAIL_FROM, without_mail_from(lambda b, a: b.bulk(sender=a))
)
table.row(
    "SendCustomVerificationEmail", MAIL_FROM, NO_MAIL_FROM,
    without_mail_from(
        lambda b, a: {
            "EmailAddress": "new@a.example",
            "TemplateName": b.verification_template(FromEmailAddress=a),
        }
    ),
)  # fmt: skip
for operation in ("SendEmail", "SendBulkEmail"):
    send = SENDS[operation]
    table.row(
        operation, SUSPENDED, "Sending suspended for this account.",
        sent(send, {"enforcement": "SHUTDOWN"}),
    )  # fmt: skip
    table.row(
        operation, REJECTED,
        "Email address is not verified. The following identities failed the check in region "
        "XX-ERRORS-1: me@nobody.example",
        lambda b, send=send: send(b, sender="me@nobody.example"),
    )  # fmt: skip
    table.row(
        operation, MISSING, NO_SET, lambda b, send=send: send(b, ConfigurationSetName="none")
    )
    table.row(
        operation, MISSING, f"Tenant none for AwsAccountId {ACCOUNT} not found.",
        lambda b, send=send: send(b, TenantName="none"),
    )  # fmt: skip
table.row(
    "SendEmail", REJECTED,
    "Email address is not verified. The following identities failed the check in region "
    "XX-ERRORS-…: you@inbox.example",
    sent(SENDS["SendEmail"], {"isInSandbox": True}),
)  # fmt: skip
table.row(
    "SendEmail", MISSING, NO_TEMPLATE,
    lambda b: b.mail(Content={"Template": {"TemplateName": "none", "TemplateData": "{}"}}),
)  # fmt: skip
table.row(
    "SendBulkEmail", MISSING, NO_TEMPLATE,
    lambda b: b.bulk(DefaultContent={"Template": {"TemplateName": "none", "TemplateData": "{}"}}),
)  # fmt: skip
table.row(
    "SendEmail", BAD, "Missing final '@domain'",
    lambda b: b.mail(Destination={"ToAddresses": ["nobody"]}),
)  # fmt: skip
table.row(
    "SendBulkEmail", BAD, "Invalid email address<nobody>.", lambda b: b.bulk(sender="nobody")
)
table.row(
    "SendEmail", TOO_MANY, "Daily message quota exceeded.",
    sent(SENDS["SendEmail"], {"dailyQuota": 0}),
)  # fmt: skip


def beyond_the_rate(bench):
    bench = bench.elsewhere(maximumRate=0.01)
    request = bench.mail()
    bench.client.send_email(**request)
    return bench.client, request


table.row("SendEmail", TOO_MANY, "Maximum sending rate exceeded.", beyond_the_rate)
table.row(
    "SendCustomVerificationEmail", TOO_MANY, "Daily message quota exceeded.",
    sent(SENDS["SendCustomVerificationEmail"], {"dailyQuota": 0}),
)  # fmt: skip

table.elsewhere(TOO_MANY, "test_every_operation_is_throttled")
