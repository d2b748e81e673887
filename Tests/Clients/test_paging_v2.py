"""Every list of API v2, page by page to its end: sizes, tokens, and what changes meanwhile."""

import base64
import math
from dataclasses import dataclass
from typing import Callable

import pytest
from botocore import xform_name
from botocore.exceptions import ClientError

from errors import not_yet
from errors.bench import ACCOUNT, Bench, name
from errors.v2 import table
from support.accounts import Account

COUNT = 7


@dataclass
class Listed:
    """How to make what a list lists, and what the list says of sizes and tokens.

    `make(bench, number)` makes one and gives the name that the list shows; `prepare(bench)` makes
    what the list is of and gives the arguments that name it.
    """

    key: str
    make: Callable
    shown: str | None = None
    prepare: Callable = lambda bench: {}
    most: int = 1000
    size: str = "The page size must be between 1 and {most}"
    token: str = "Invalid NextToken <{token}>."
    code: str = "BadRequestException"
    standard: int | None = None
    order: str = "name"
    remove: Callable | None = None


TENANT_SIZE = (
    "1 validation error detected: Value '{size}' at 'pageSize' failed to satisfy constraint: Member "
    "must have value {bound} than or equal to {limit}"
)
TENANT = {"most": 100, "size": TENANT_SIZE, "token": "Invalid Next Token"}


def made(operation, member, prefix, **more):
    """Makes by one call that names what it makes."""

    def make(bench, number):
        text = f"{prefix}{number:03}"
        getattr(bench.client, operation)(**{member: text}, **more)
        return text

    return make


def removed(operation, member):
    return lambda bench, text: getattr(bench.client, operation)(**{member: text})


def identity(bench, number):
    domain = f"d{number:03}.example"
    # API v1 makes a domain without keys, which is sooner done.
    bench.waxwing.client("ses", region=bench.region).verify_domain_identity(Domain=domain)
    return domain


def contact(bench, number):
    address = f"c{number:03}@a.example"
    bench.client.create_contact(ContactListName="list", EmailAddress=address)
    return address


def contact_list(bench):
    bench.contact_list()
    return {"ContactListName": "list"}


def certificate(bench, number):
    address = f"c{number:03}@certified.example"
    bench.client.associate_email_identity_certificate(
        EmailIdentity="certified.example", FromAddress=address,
        CertificateArn=f"arn:aws:acm:us-east-1:{ACCOUNT}:certificate/x",
    )  # fmt: skip
    return address


def certified(bench):
    bench.client.create_email_identity(EmailIdentity="certified.example")
    return {"EmailIdentity": "certified.example"}


def verification_template(bench, number):
    if not bench.client.list_email_identities()["EmailIdentities"]:
        bench.client.create_email_identity(EmailIdentity="sender.example")
    return bench.verification_template(
        TemplateName=f"v{number:03}", FromEmailAddress="me@sender.example"
    )


def verification_content(bench):
    bench.verification_content = lambda: {
        "TemplateSubject": "s", "TemplateContent": "c", "SuccessRedirectionURL": "https://a.example",
        "FailureRedirectionURL": "https://a.example",
    }  # fmt: skip
    return {}


def suppressed(bench, number):
    address = f"s{number:03}@a.example"
    bench.client.put_suppressed_destination(EmailAddress=address, Reason="BOUNCE")
    return address


def entity(bench, number):
    return bench.client.create_tenant(TenantName=f"t{number:03}")["TenantArn"]


def owned(bench, number):
    """Something that the tenant may send with."""
    set_name = f"set{number:03}"
    bench.client.create_configuration_set(ConfigurationSetName=set_name)
    resource = bench.arn("configuration-set", set_name)
    bench.client.create_tenant_resource_association(TenantName="owner", ResourceArn=resource)
    return resource


def owner(bench):
    bench.client.create_tenant(TenantName="owner")
    return {"TenantName": "owner"}


def owning(bench, number):
    """A tenant that may send with the configuration set."""
    text = f"t{number:03}"
    bench.client.create_tenant(TenantName=text)
    bench.client.create_tenant_resource_association(
        TenantName=text, ResourceArn=bench.arn("configuration-set", "shared")
    )
    return text


def shared(bench):
    bench.client.create_configuration_set(ConfigurationSetName="shared")
    return {"ResourceArn": bench.arn("configuration-set", "shared")}


LISTS = {
    "ListConfigurationSets": Listed(
        "ConfigurationSets", made("create_configuration_set", "ConfigurationSetName", "set"),
        token="invalid nextToken {token}", standard=50,
        remove=removed("delete_configuration_set", "ConfigurationSetName"),
    ),
    "ListContacts": Listed("Contacts", contact, "EmailAddress", contact_list),
    "ListCustomVerificationEmailTemplates": Listed(
        "CustomVerificationEmailTemplates", verification_template, "TemplateName",
        verification_content, most=50, token="Invalid nextToken <{token}>.",
        remove=removed("delete_custom_verification_email_template", "TemplateName"),
    ),
    "ListDedicatedIpPools": Listed(
        "DedicatedIpPools", made("create_dedicated_ip_pool", "PoolName", "pool"),
        remove=removed("delete_dedicated_ip_pool", "PoolName"),
    ),
    "ListEmailIdentities": Listed(
        "EmailIdentities", identity, "IdentityName", standard=25,
        size="Value {size} for parameter PageSize is invalid. PageSize must be between 1 and 1000.",
        remove=removed("delete_email_identity", "EmailIdentity"),
    ),
    "ListEmailIdentityCertificates": Listed(
        "Certificates", certificate, "FromAddress", certified, **TENANT
    ),
    "ListEmailTemplates": Listed(
        "TemplatesMetadata",
        made("create_email_template", "TemplateName", "t", TemplateContent={"Subject": "s"}),
        "TemplateName", most=100, token="Invalid PageToken <{token}>.", standard=10, order="newest",
        remove=removed("delete_email_template", "TemplateName"),
    ),
    "ListMultiRegionEndpoints": Listed(
        "MultiRegionEndpoints",
        made(
            "create_multi_region_endpoint", "EndpointName", "e",
            Details={"RoutesDetails": [{"Region": "eu-west-1"}]},
        ),
        "EndpointName", size="1 validation error detected: Value at 'pageSize' failed to satisfy "
        "constraint: Member must have value {bound} than or equal to {limit}",
        remove=removed("delete_multi_region_endpoint", "EndpointName"),
    ),
    "ListReputationEntities": Listed(
        "ReputationEntities", entity, "ReputationEntityReference", **TENANT
    ),
    "ListResourceTenants": Listed(
        "ResourceTenants", owning, "TenantName", shared, order="oldest",
        remove=removed("delete_tenant", "TenantName"), **TENANT,
    ),
    "ListSuppressedDestinations": Listed(
        "SuppressedDestinationSummaries", suppressed, "EmailAddress",
        code="InvalidNextTokenException",
        remove=removed("delete_suppressed_destination", "EmailAddress"),
    ),
    "ListTenantResources": Listed("TenantResources", owned, "ResourceArn", owner, **TENANT),
    "ListTenants": Listed(
        "Tenants", made("create_tenant", "TenantName", "t"), "TenantName",
        remove=removed("delete_tenant", "TenantName"), **TENANT,
    ),
}  # fmt: skip

#: Lists that have no second page, and why.
SHORT = {
    "GetDedicatedIps": "accounts lease no addresses",
    "ListContactLists": "an account has one list",
    "ListDeliverabilityTestReports": "there are no tests",
    "ListDomainDeliverabilityCampaigns": "there is no dashboard",
}

TOKENS = ["x", "eHg=", "", "=", "A" * 5000, base64.b64encode(b"a\nb\nc\nd").decode(),
          base64.b64encode(b"\xff\n\xfe\n\xfd\n").decode()]  # fmt: skip


def listing(operation):
    """Whether an operation has pages."""
    model = table.model.operation_model(operation)
    return "NextToken" in getattr(model.output_shape, "members", {})


def test_every_list_is_here():
    lists = {operation for operation in table.model.operation_names if listing(operation)}
    assert lists == set(LISTS) | set(SHORT) | (lists & set(not_yet("v2")))


@pytest.fixture(scope="module")
def benches(waxwing):
    """Each list in a region of its own, with a few things in it."""
    found = {}

    def get(operation):
        if operation not in found:
            listed = LISTS[operation]
            bench = Bench(waxwing, region=f"xx-paging-{len(found)}")
            bench.arguments = listed.prepare(bench)
            bench.names = [listed.make(bench, number) for number in range(COUNT)]
            found[operation] = bench
        return found[operation]

    return get


def in_order(listed, names):
    """Names as they were made, in the order of the list."""
    return {"name": sorted(names), "newest": names[::-1], "oldest": names}[listed.order]


def call(bench, operation, **arguments):
    return getattr(bench.client, xform_name(operation))(**bench.arguments, **arguments)


def shown(listed, answer):
    return [item[listed.shown] if listed.shown else item for item in answer[listed.key]]


def pages(bench, operation, **arguments):
    """The names on each page, to the end."""
    found, token = [], {}
    while True:
        answer = call(bench, operation, **arguments, **token)
        found.append(shown(LISTS[operation], answer))
        if not answer.get("NextToken"):
            return found
        token = {"NextToken": answer["NextToken"]}


def first_token(bench, operation, **arguments):
    return call(bench, operation, PageSize=1, **arguments)["NextToken"]


def refusal(bench, operation, **arguments):
    with pytest.raises(ClientError) as caught:
        call(bench, operation, **arguments)
    answer = caught.value.response
    status = answer["ResponseMetadata"]["HTTPStatusCode"]
    return answer["Error"]["Code"], status, answer["Error"].get("Message")


@pytest.mark.parametrize("operation", LISTS)
@pytest.mark.parametrize("size", [1, 2, COUNT - 1, COUNT, COUNT + 1, "most", None])
def test_pages_come_to_an_end_with_everything_on_them(benches, operation, size):
    listed, bench = LISTS[operation], benches(operation)
    size = listed.most if size == "most" else size
    found = pages(bench, operation, **({"PageSize": size} if size else {}))
    assert sum(found, []) == in_order(listed, bench.names)
    assert len(found) == math.ceil(COUNT / (size or listed.standard or COUNT))
    assert all(len(page) == size for page in found[:-1])


@pytest.mark.parametrize("operation", [o for o, listed in LISTS.items() if listed.standard])
def test_a_page_has_a_standard_size(waxwing, operation):
    listed = LISTS[operation]
    bench = Bench(waxwing, region=f"xx-standard-{listed.standard}")
    bench.arguments = listed.prepare(bench)
    names = [listed.make(bench, number) for number in range(listed.standard + 1)]
    found = pages(bench, operation)
    assert [len(page) for page in found] == [listed.standard, 1]
    assert sum(found, []) == in_order(listed, names)


@pytest.mark.parametrize("operation", LISTS)
def test_the_paginators_of_boto3_come_to_the_end(benches, operation):
    listed, bench = LISTS[operation], benches(operation)
    if not bench.client.can_paginate(xform_name(operation)):
        return
    paginator = bench.client.get_paginator(xform_name(operation))
    found = paginator.paginate(**bench.arguments, PaginationConfig={"PageSize": 2})
    assert sum((shown(listed, page) for page in found), []) == in_order(listed, bench.names)


@pytest.mark.parametrize("operation", LISTS)
@pytest.mark.parametrize("beyond", ["below", "above"])
def test_sizes_out_of_bounds_are_refused(benches, operation, beyond):
    listed, bench = LISTS[operation], benches(operation)
    size = 0 if beyond == "below" else listed.most + 1
    bench.checked, bench.client = bench.client, bench.unchecked
    try:
        code, status, text = refusal(bench, operation, PageSize=size)
    finally:
        bench.client = bench.checked
    assert (code, status) == ("BadRequestException", 400)
    bound, limit = ("greater", 1) if beyond == "below" else ("less", listed.most)
    expected = listed.size.format(size=size, most=listed.most, bound=bound, limit=limit)
    start, _, end = expected.partition("…")
    assert text.startswith(start) and text.endswith(end), text


def is_refused_token(listed, answer, token):
    """Whether the list's own words refuse the token, or the model's, which come before."""
    code, status, text = answer
    if text.startswith("1 validation error detected: Value") and "nextToken" in text:
        return (code, status) == ("BadRequestException", 400)
    return answer == (listed.code, 400, listed.token.format(token=token))


@pytest.mark.parametrize("operation", LISTS)
@pytest.mark.parametrize("token", TOKENS, ids=range(len(TOKENS)))
def test_tokens_that_are_none_are_refused(benches, operation, token):
    listed, bench = LISTS[operation], benches(operation)
    bench.checked, bench.client = bench.client, bench.unchecked
    try:
        answer = refusal(bench, operation, NextToken=token)
    finally:
        bench.client = bench.checked
    assert is_refused_token(listed, answer, token), answer


@pytest.mark.parametrize("operation", LISTS)
def test_a_token_of_another_list_is_refused(benches, operation):
    listed, bench = LISTS[operation], benches(operation)
    for other in LISTS:
        if other == operation:
            continue
        # Of the same region, so that nothing but the list is another.
        token = token_in(benches(other), other, bench.region)
        assert refusal(bench, operation, NextToken=token) == (
            listed.code, 400, listed.token.format(token=token)
        ), other  # fmt: skip


def token_in(bench, operation, region):
    """A token of a list as that list would give it in another region."""
    token = base64.b64decode(first_token(bench, operation)).decode()
    return base64.b64encode(token.replace(bench.region, region).encode()).decode()


@pytest.mark.parametrize("operation", LISTS)
def test_a_token_of_another_region_is_refused(benches, operation):
    listed, bench = LISTS[operation], benches(operation)
    token = first_token(bench, operation)
    there = Bench(bench.waxwing, region=f"{bench.region}-far")
    there.arguments = listed.prepare(there)
    assert refusal(there, operation, NextToken=token) == (
        listed.code, 400, listed.token.format(token=token)
    )  # fmt: skip


@pytest.fixture(scope="module")
def stranger(waxwing):
    account = Account(waxwing, "stranger")
    return account, account.key()


@pytest.mark.parametrize("operation", LISTS)
def test_a_token_of_another_account_is_refused(benches, stranger, operation):
    listed, bench = LISTS[operation], benches(operation)
    token = first_token(bench, operation)
    account, key = stranger
    there = Bench(bench.waxwing, region=bench.region)
    there.client = there.sesv2 = account.client("sesv2", key, region=bench.region)
    there.arn = lambda kind, text: f"arn:aws:ses:{bench.region}:{account.id}:{kind}/{text}"
    there.arguments = listed.prepare(there)
    assert refusal(there, operation, NextToken=token) == (
        listed.code, 400, listed.token.format(token=token)
    )  # fmt: skip


@pytest.mark.parametrize("operation", [o for o, listed in LISTS.items() if listed.remove])
def test_what_is_there_all_the_time_is_listed_once(waxwing, operation):
    """Whatever is made and removed between the pages."""
    listed = LISTS[operation]
    bench = Bench(waxwing, region=f"xx-changing-{list(LISTS).index(operation)}")
    bench.arguments = listed.prepare(bench)
    # Numbers leave room for those that come between.
    names = [listed.make(bench, number * 10) for number in range(COUNT)]
    order = in_order(listed, names)
    answer = call(bench, operation, PageSize=3)
    found = shown(listed, answer)
    # The last one of the first page, which its token tells of, and the first one of the next.
    gone = [order[2], order[3]]
    for text in gone:
        listed.remove(bench, text)
    listed.make(bench, 35)
    while answer.get("NextToken"):
        answer = call(bench, operation, PageSize=3, NextToken=answer["NextToken"])
        found += shown(listed, answer)
    assert len(found) == len(set(found))
    assert set(names) - set(gone) <= set(found)
    assert order[3] not in found


# Filters

FILTERS = {
    "ListConfigurationSets": ("CONFIGURATION_SET_NAME_CONTAINS", "set", "set00"),
    "ListEmailIdentities": ("IDENTITY_NAME_CONTAINS", "example", "d00"),
    "ListReputationEntities": ("SENDING_STATUS", "ENABLED", None),
    "ListTenantResources": ("RESOURCE_TYPE", "configuration-set", None),
    "ListTenants": ("TENANT_NAME_CONTAINS", "t", "t0"),
}


@pytest.mark.parametrize("operation", FILTERS)
def test_filtered_lists_have_pages_too(benches, operation):
    listed, bench = LISTS[operation], benches(operation)
    key, value, _ = FILTERS[operation]
    for size in (1, 2, COUNT):
        found = pages(bench, operation, PageSize=size, Filter={key: value})
        assert sum(found, []) == in_order(listed, bench.names)
    none = {"TENANT_NAME_CONTAINS": "q", "IDENTITY_NAME_CONTAINS": "q",
            "CONFIGURATION_SET_NAME_CONTAINS": "qqq", "SENDING_STATUS": "DISABLED",
            "RESOURCE_TYPE": "template"}[key]  # fmt: skip
    assert pages(bench, operation, PageSize=1, Filter={key: none}) == [[]]


@pytest.mark.parametrize("operation", FILTERS)
def test_a_token_goes_with_its_filter_alone(benches, operation):
    listed, bench = LISTS[operation], benches(operation)
    key, value, other = FILTERS[operation]
    filtered, plain = (
        first_token(bench, operation, Filter={key: value}), first_token(bench, operation)
    )  # fmt: skip
    expected = (listed.code, 400, listed.token.format(token=filtered))
    assert refusal(bench, operation, NextToken=filtered) == expected
    wrong = [(plain, value)] + ([(filtered, other)] if other else [])
    for token, text in wrong:
        answer = refusal(bench, operation, NextToken=token, Filter={key: text})
        words = listed.token.format(token=token)
        # SES does not repeat the token of a filtered list of identities.
        words = "Invalid NextToken." if operation == "ListEmailIdentities" else words
        assert answer == (listed.code, 400, words)


# Lists without a second page


def test_short_lists_take_no_token(waxwing):
    bench = Bench(waxwing, region="xx-short-1")
    for operation in ("GetDedicatedIps", "ListContactLists", "ListDeliverabilityTestReports"):
        bench.arguments = {}
        assert "NextToken" not in call(bench, operation, PageSize=1)
        for token in ("x", "eHg=", name("token")):
            assert refusal(bench, operation, NextToken=token) == (
                "BadRequestException", 400, f"Invalid NextToken <{token}>."
            )  # fmt: skip
    bench.contact_list()
    answer = call(bench, "ListContactLists", PageSize=1)
    assert [one["ContactListName"] for one in answer["ContactLists"]] == ["list"]
    assert "NextToken" not in answer
