"""Tags of every kind of resource that has them."""

import pytest

ACCOUNT = "000000000000"


def made(sesv2, kind, name):
    """Makes a resource of a kind, and gives its ARN; one line for each kind."""
    tags = {"Tags": [{"Key": "made", "Value": "yes"}]}
    match kind:
        case "identity":
            name += ".example"
            sesv2.create_email_identity(EmailIdentity=name, **tags)
        case "configuration-set":
            sesv2.create_configuration_set(ConfigurationSetName=name, **tags)
        case "dedicated-ip-pool":
            sesv2.create_dedicated_ip_pool(PoolName=name, **tags)
        case "multi-region-endpoint":
            sesv2.create_multi_region_endpoint(
                EndpointName=name, Details={"RoutesDetails": [{"Region": "us-west-2"}]}, **tags
            )
        case "tenant":
            return sesv2.create_tenant(TenantName=name, **tags)["TenantArn"]
    return f"arn:aws:ses:us-east-1:{ACCOUNT}:{kind}/{name}"


KINDS = {
    "identity": "EmailIdentity", "configuration-set": "ConfigurationSet",
    "dedicated-ip-pool": "DedicatedIpPool", "multi-region-endpoint": "MultiRegionEndpoint",
    "tenant": "Tenant",
}  # fmt: skip


def shown(sesv2, resource):
    tags = sesv2.list_tags_for_resource(ResourceArn=resource)["Tags"]
    return {tag["Key"]: tag["Value"] for tag in tags}


@pytest.mark.parametrize("kind", KINDS)
def test_tags_are_put_replaced_and_taken_off(sesv2, unique, kind, refused):
    resource = made(sesv2, kind, unique("tagged"))
    assert shown(sesv2, resource) == {"made": "yes"}
    sesv2.tag_resource(
        ResourceArn=resource,
        Tags=[{"Key": "made", "Value": "twice"}, {"Key": "empty", "Value": ""}],
    )
    assert shown(sesv2, resource) == {"made": "twice", "empty": ""}
    sesv2.untag_resource(ResourceArn=resource, TagKeys=["made", "unknown"])
    assert shown(sesv2, resource) == {"empty": ""}
    # Under the ARN of another region there are no tags, and none can be put.
    elsewhere = resource.replace("us-east-1", "eu-west-1")
    assert shown(sesv2, elsewhere) == {}
    answer = refused(sesv2.tag_resource, ResourceArn=elsewhere, Tags=[{"Key": "a", "Value": ""}])
    assert (answer.code, answer.message) == ("BadRequestException", "Failed to tag resource")
    answer = refused(sesv2.untag_resource, ResourceArn=elsewhere, TagKeys=["a"])
    assert (answer.code, answer.message) == ("BadRequestException", "Failed to untag resource")


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_not_there_has_no_tags(sesv2, kind, refused):
    resource = f"arn:aws:ses:us-east-1:{ACCOUNT}:{kind}/none"
    text = f"No {KINDS[kind]} present with name: none"
    if kind == "tenant":
        resource += "/tn-0"
        text += "with tenantId: tn-0"
    for answer in (
        refused(sesv2.list_tags_for_resource, ResourceArn=resource),
        refused(sesv2.tag_resource, ResourceArn=resource, Tags=[{"Key": "a", "Value": ""}]),
        refused(sesv2.untag_resource, ResourceArn=resource, TagKeys=["a"]),
    ):
        assert (answer.code, answer.status, answer.message) == ("NotFoundException", 404, text)


@pytest.mark.parametrize(
    "resource",
    [
        "x", "arn:aws:ses:us-east-1::configuration-set/x",
        "arn:aws:ses:us-east-1:000000000000:configuration-set",
        "arn:aws:ses:us-east-1:000000000000:configuration-set/",
        "arn:aws:ses:us-east-1:000000000000:configuration-set/x/y",
        "arn:aws:ses:us-east-1:000000000000:unknown/x",
    ],
)  # fmt: skip
def test_what_is_no_arn_of_a_resource(sesv2, refused, resource):
    answer = refused(sesv2.list_tags_for_resource, ResourceArn=resource)
    assert answer.message == "ResourceArn is not the expected format"


def test_another_accounts_resources_are_none_of_ours(sesv2, refused):
    answer = refused(
        sesv2.list_tags_for_resource,
        ResourceArn="arn:aws:ses:us-east-1:111111111111:configuration-set/x",
    )
    assert (answer.code, answer.status) == ("BadRequestException", 400)
    assert answer.message == (
        "Operations on a resource created in a different account is not allowed"
    )


def test_fifty_tags_are_enough(sesv2, unique, refused):
    resource = made(sesv2, "configuration-set", unique("tagged"))
    sesv2.tag_resource(
        ResourceArn=resource, Tags=[{"Key": f"k{n}", "Value": ""} for n in range(49)]
    )
    sesv2.tag_resource(ResourceArn=resource, Tags=[{"Key": "k0", "Value": "new"}])
    answer = refused(sesv2.tag_resource, ResourceArn=resource, Tags=[{"Key": "l", "Value": ""}])
    assert answer.code == "BadRequestException"
    assert answer.message.startswith("Maximum of 50 user tags are allowed per resource")


@pytest.mark.parametrize(
    "tag, text",
    [
        (("aws:a", "b"), "Caller is an end user and not allowed to mutate system tags"),
        (("", "b"), "Member must have length greater than or equal to 1"),
        (("k" * 129, "b"), "Member must have length less than or equal to 128"),
        (("k", "v" * 257), "Member must have length less than or equal to 256"),
        (("k!", "v"), "Member must satisfy regular expression pattern"),
        (("waxwing:on", "true"), "Tag waxwing:on is reserved and has no meaning"),
    ],
)
def test_tags_that_cannot_be(sesv2, unique, refused, tag, text):
    resource = made(sesv2, "configuration-set", unique("tagged"))
    tags = [{"Key": tag[0], "Value": tag[1]}]
    answer = refused(sesv2.tag_resource, ResourceArn=resource, Tags=tags)
    assert answer.code == "BadRequestException"
    assert text in answer.message


def test_letters_of_every_script_are_letters(sesv2, unique):
    resource = made(sesv2, "dedicated-ip-pool", unique("tagged"))
    sesv2.tag_resource(ResourceArn=resource, Tags=[{"Key": "größe", "Value": "大 +=._:/@-"}])
    assert shown(sesv2, resource) == {"made": "yes", "größe": "大 +=._:/@-"}


def test_wrong_tags_leave_nothing_made(sesv2, unique, refused):
    name = unique("tagged")
    tags = [{"Key": "a", "Value": "1"}, {"Key": "a", "Value": "2"}]
    for create, read, argument in [
        (sesv2.create_email_identity, sesv2.get_email_identity, {"EmailIdentity": f"{name}.example"}),
        (sesv2.create_configuration_set, sesv2.get_configuration_set,
         {"ConfigurationSetName": name}),
        (sesv2.create_dedicated_ip_pool, sesv2.get_dedicated_ip_pool, {"PoolName": name}),
        (sesv2.create_tenant, sesv2.get_tenant, {"TenantName": name}),
    ]:  # fmt: skip
        answer = refused(create, Tags=tags, **argument)
        assert answer.code == "BadRequestException"
        assert answer.message == "Cannot provide multiple tags with the same key"
        assert refused(read, **argument).code == "NotFoundException"
