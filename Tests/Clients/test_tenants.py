"""Tenants, what they may send with, and their reputation."""

import re

import pytest

ACCOUNT = "000000000000"


def arn(kind, name, region="us-east-1"):
    return f"arn:aws:ses:{region}:{ACCOUNT}:{kind}/{name}"


@pytest.fixture
def tenant(sesv2, unique):
    return sesv2.create_tenant(TenantName=unique("tenant"))


@pytest.fixture
def configuration_set(sesv2, unique):
    name = unique("set")
    sesv2.create_configuration_set(ConfigurationSetName=name)
    return name


def test_a_tenant_is_made_shown_and_gone(sesv2, unique, refused):
    name = unique("tenant")
    tags = [{"Key": "plan", "Value": "free"}]
    suppression = {"SuppressionScope": "TENANT", "SuppressedReasons": []}
    made = sesv2.create_tenant(TenantName=name, Tags=tags, SuppressionAttributes=suppression)
    assert re.fullmatch(r"tn-[0-9a-f]{30}", made["TenantId"])
    assert made["TenantArn"] == arn("tenant", f"{name}/{made['TenantId']}")
    assert (made["Tags"], made["SuppressionAttributes"]) == (tags, suppression)
    assert made["SendingStatus"] == "ENABLED"
    made.pop("ResponseMetadata")
    assert sesv2.get_tenant(TenantName=name)["Tenant"] == made
    answer = refused(sesv2.create_tenant, TenantName=name)
    assert (answer.code, answer.status) == ("AlreadyExistsException", 400)
    assert answer.message == f"Tenant with name {name} already exists in account {ACCOUNT}"
    sesv2.delete_tenant(TenantName=name)
    for operation in (sesv2.get_tenant, sesv2.delete_tenant):
        answer = refused(operation, TenantName=name)
        assert (answer.code, answer.status) == ("NotFoundException", 404)
        assert answer.message == f"The requested tenant <{name}> does not exist."


@pytest.mark.parametrize(
    "name, text",
    [
        (" ", "TenantName cannot be empty"),
        ("a" * 65, "TenantName cannot exceed 64 characters."),
        ("a.b", "Invalid tenant name <a.b>: only alphanumeric ASCII characters, '_', and '-' are "
                "allowed."),
    ],
)  # fmt: skip
def test_names_that_cannot_be(sesv2, refused, name, text):
    answer = refused(sesv2.create_tenant, TenantName=name)
    assert (answer.code, answer.message) == ("BadRequestException", text)


def test_scope_and_reasons_of_suppression_go_together(sesv2, tenant, refused):
    name = tenant["TenantName"]
    put = sesv2.put_tenant_suppression_attributes
    for arguments, text in [
        ({"SuppressedReasons": ["BOUNCE"]},
         "SuppressedReasons cannot be specified without SuppressionScope."),
        ({"SuppressedReasons": []},
         "SuppressionScope is required when SuppressedReasons are provided. Valid values are: "
         "TENANT, ACCOUNT"),
        ({"SuppressionScope": "TENANT"},
         "SuppressionScope cannot be specified without SuppressedReasons."),
        ({"SuppressionScope": "TENANT", "SuppressedReasons": ["BOUNCE", "BOUNCE"]},
         "Each suppressed reason can only be specified at most once"),
    ]:  # fmt: skip
        assert refused(put, TenantName=name, **arguments).message == text
    both = {"SuppressionScope": "ACCOUNT", "SuppressedReasons": ["BOUNCE"]}
    put(TenantName=name, **both)
    assert sesv2.get_tenant(TenantName=name)["Tenant"]["SuppressionAttributes"] == both
    put(TenantName=name)
    assert "SuppressionAttributes" not in sesv2.get_tenant(TenantName=name)["Tenant"]


def test_lists_of_tenants(waxwing, unique, everything, refused):
    client = waxwing.client("sesv2", region="ap-south-1")
    names = sorted(unique("listed") for _ in range(5))
    for name in names:
        made = client.create_tenant(TenantName=name)
    found = everything(client.list_tenants, "Tenants", PageSize=2)
    assert [tenant["TenantName"] for tenant in found] == names
    client.update_reputation_entity_customer_managed_status(
        ReputationEntityType="RESOURCE", ReputationEntityReference=made["TenantArn"],
        SendingStatus="DISABLED",
    )  # fmt: skip
    off = client.list_tenants(Filter={"SENDING_STATUS": "DISABLED"})["Tenants"]
    assert [tenant["TenantName"] for tenant in off] == [names[-1]]
    some = client.list_tenants(Filter={"TENANT_NAME_CONTAINS": names[0].upper()})["Tenants"]
    assert names[0] in [tenant["TenantName"] for tenant in some]
    prefix = "1 validation error detected: Value '{}' at 'pageSize' failed to satisfy constraint: "
    for size, text in [(0, "greater than or equal to 1"), (101, "less than or equal to 100")]:
        answer = refused(client.list_tenants, PageSize=size)
        assert answer.message == prefix.format(size) + "Member must have value " + text
    answer = refused(client.list_tenants, NextToken="x")
    assert (answer.code, answer.message) == ("BadRequestException", "Invalid Next Token")
    token = client.list_tenants(PageSize=1)["NextToken"]
    answer = refused(client.list_tenants, NextToken=token, Filter={"SENDING_STATUS": "ENABLED"})
    assert answer.message == "Invalid Next Token"


def test_resources_of_a_tenant(sesv2, tenant, configuration_set, domain, refused, everything):
    name = tenant["TenantName"]
    arns = sorted([arn("configuration-set", configuration_set), arn("identity", domain)])
    for resource in arns:
        sesv2.create_tenant_resource_association(TenantName=name, ResourceArn=resource)
    found = everything(sesv2.list_tenant_resources, "TenantResources", TenantName=name, PageSize=1)
    assert [resource["ResourceArn"] for resource in found] == arns
    assert [resource["ResourceType"] for resource in found] == ["configuration-set", "identity"]
    found = sesv2.list_tenant_resources(TenantName=name, Filter={"RESOURCE_TYPE": "identity"})
    assert [resource["ResourceArn"] for resource in found["TenantResources"]] == arns[1:]
    answer = refused(
        sesv2.list_tenant_resources, TenantName=name, Filter={"RESOURCE_TYPE": "EMAIL_IDENTITY"}
    )
    assert answer.message == "Invalid resource type EMAIL_IDENTITY specified."

    answer = refused(
        sesv2.create_tenant_resource_association, TenantName=name, ResourceArn=arns[0]
    )
    assert (answer.code, answer.status) == ("AlreadyExistsException", 400)
    assert answer.message == f"Resources {arns[0]} has already been associated with tenant {name}"

    tenants = sesv2.list_resource_tenants(ResourceArn=arns[0])["ResourceTenants"]
    assert [(t["TenantName"], t["TenantId"], t["ResourceArn"]) for t in tenants] == [
        (name, tenant["TenantId"], arns[0])
    ]
    answer = refused(sesv2.delete_configuration_set, ConfigurationSetName=configuration_set)
    assert (answer.code, answer.status) == ("BadRequestException", 400)
    assert answer.message == (
        f"Cannot delete <{arns[0]}> because it has tenant associations. Remove all tenant "
        "associations and try again."
    )
    # Once gone, and once more, and the set is free.
    for _ in range(2):
        sesv2.delete_tenant_resource_association(TenantName=name, ResourceArn=arns[0])
    assert sesv2.list_resource_tenants(ResourceArn=arns[0])["ResourceTenants"] == []
    sesv2.delete_configuration_set(ConfigurationSetName=configuration_set)


def test_a_removed_tenant_leaves_no_associations(sesv2, tenant, configuration_set):
    resource = arn("configuration-set", configuration_set)
    name = tenant["TenantName"]
    sesv2.create_tenant_resource_association(TenantName=name, ResourceArn=resource)
    sesv2.delete_tenant(TenantName=name)
    assert sesv2.list_resource_tenants(ResourceArn=resource)["ResourceTenants"] == []
    sesv2.create_tenant(TenantName=name)
    assert sesv2.list_tenant_resources(TenantName=name)["TenantResources"] == []
    sesv2.delete_configuration_set(ConfigurationSetName=configuration_set)


@pytest.mark.parametrize(
    "resource, code, text",
    [
        ("nothing", "BadRequestException", "Provided resource identifier is not an SES resource"),
        ("arn:aws:s3:us-east-1:0:bucket/x", "BadRequestException",
         "Provided ARN is not in SES resource ARN format"),
        (arn("contact-list", "x"), "BadRequestException",
         "Unsupported resource type: contact-list"),
        (arn("template", "x", "eu-west-1"), "BadRequestException",
         "Resource <arn:aws:ses:eu-west-1:000000000000:template/x> must be in the same region"),
        ("arn:aws:ses:us-east-1:111111111111:template/x", "BadRequestException",
         "Resource <arn:aws:ses:us-east-1:111111111111:template/x> must be in the same account"),
        (arn("template", "none"), "NotFoundException", "Template none does not exist."),
        (arn("identity", "none.example"), "NotFoundException",
         "Email identity none.example does not exist."),
        (arn("configuration-set", "none"), "NotFoundException",
         "Configuration set <none> does not exist."),
    ],
)  # fmt: skip
def test_resources_that_cannot_be_associated(sesv2, tenant, refused, resource, code, text):
    answer = refused(
        sesv2.create_tenant_resource_association, TenantName=tenant["TenantName"],
        ResourceArn=resource,
    )  # fmt: skip
    assert (answer.code, answer.message) == (code, text)


def test_a_tenants_reputation(sesv2, tenant, refused):
    which = {
        "ReputationEntityType": "RESOURCE", "ReputationEntityReference": tenant["TenantArn"],
    }  # fmt: skip
    entity = sesv2.get_reputation_entity(**which)["ReputationEntity"]
    assert entity["SendingStatusAggregate"] == "ENABLED"
    assert entity["CustomerManagedStatus"]["Status"] == "ENABLED"
    assert entity["AwsSesManagedStatus"]["Status"] == "ENABLED"
    policy = "arn:aws:ses:us-east-1:aws:reputation-policy/"
    assert entity["ReputationManagementPolicy"] == policy + "standard"

    sesv2.update_reputation_entity_policy(**which, ReputationEntityPolicy=policy + "strict")
    for status in ("DISABLED", "REINSTATED"):
        sesv2.update_reputation_entity_customer_managed_status(**which, SendingStatus=status)
        found = sesv2.list_reputation_entities(
            Filter={"ENTITY_REFERENCE_PREFIX": tenant["TenantArn"], "SENDING_STATUS": status}
        )["ReputationEntities"]
        assert [e["SendingStatusAggregate"] for e in found] == [status]
        assert found[0]["ReputationManagementPolicy"] == policy + "strict"
        shown = sesv2.get_tenant(TenantName=tenant["TenantName"])["Tenant"]
        assert shown["SendingStatus"] == status

    answer = refused(
        sesv2.update_reputation_entity_policy, **which, ReputationEntityPolicy=policy + "mild"
    )
    assert answer.code == "BadRequestException"
    which["ReputationEntityReference"] = tenant["TenantArn"][:-1] + "x"
    answer = refused(sesv2.get_reputation_entity, **which)
    assert (answer.code, answer.status) == ("NotFoundException", 404)
