"""Every list of API v1, page by page to its end, with sizes and tokens that are none."""

import pytest

from support.waiting import until

SIZES = (1, 2, 3, 5)


@pytest.fixture
def region(waxwing, unique):
    """Clients of both APIs in a region of the test's own."""
    name = f"xx-paging-{unique('')}"
    return waxwing.client("ses", region=name), waxwing.client("sesv2", region=name)


def test_identities(region, everything, refused):
    ses, sesv2 = region
    domains = [f"d{n}.example" for n in range(5)]
    addresses = [f"me@d{n}.example" for n in range(4)]
    for name in domains:
        ses.verify_domain_identity(Domain=name)
    for name in addresses:
        ses.verify_email_identity(EmailAddress=name)
    for size in SIZES:
        found = everything(ses.list_identities, "Identities", MaxItems=size)
        assert sorted(found) == sorted(domains + addresses)
        for kind, names in (("Domain", domains), ("EmailAddress", addresses)):
            found = everything(ses.list_identities, "Identities", MaxItems=size, IdentityType=kind)
            assert found == names
    assert len(ses.list_identities()["Identities"]) == 9
    assert len(ses.list_identities(MaxItems=1000)["Identities"]) == 9
    for size in (-1, 0, 1001):
        answer = refused(ses.list_identities, MaxItems=size)
        assert (answer.code, answer.status, answer.message) == (
            "InvalidParameterValue", 400,
            f"Value {size} for parameter MaxItems is invalid. MaxItems must be between 1 and 1000.",
        )  # fmt: skip
    # A token of one API goes on in the other.
    first = ses.list_identities(MaxItems=4)
    rest = sesv2.list_email_identities(NextToken=first["NextToken"])["EmailIdentities"]
    assert sorted(first["Identities"] + [one["IdentityName"] for one in rest]) == sorted(
        domains + addresses
    )
    first = sesv2.list_email_identities(PageSize=4)
    rest = ses.list_identities(NextToken=first["NextToken"])["Identities"]
    assert len(rest) == 5


def test_configuration_sets(region, everything):
    ses, _ = region
    names = [f"set{n}" for n in range(7)]
    for name in names:
        ses.create_configuration_set(ConfigurationSet={"Name": name})
    for size in SIZES:
        found = everything(ses.list_configuration_sets, "ConfigurationSets", MaxItems=size)
        assert [one["Name"] for one in found] == names


def test_templates(region, everything):
    ses, _ = region
    names = [f"t{n}" for n in range(12)]
    for name in names:
        ses.create_template(Template={"TemplateName": name, "SubjectPart": "s"})
    for size in SIZES:
        found = everything(ses.list_templates, "TemplatesMetadata", MaxItems=size)
        assert [one["Name"] for one in found] == names[::-1]
    assert len(ses.list_templates()["TemplatesMetadata"]) == 10
    for size in (-1, 0, 101):
        assert len(ses.list_templates(MaxItems=size)["TemplatesMetadata"]) == 12


def test_verification_templates(waxwing, region, everything):
    ses, sesv2 = region
    sesv2.create_email_identity(EmailIdentity="d.example")
    until(
        lambda: sesv2.get_email_identity(EmailIdentity="d.example")["VerifiedForSendingStatus"],
        "the domain",
    )
    names = [f"t{n}" for n in range(7)]
    for name in names:
        ses.create_custom_verification_email_template(
            TemplateName=name, FromEmailAddress="me@d.example", TemplateSubject="s",
            TemplateContent="c", SuccessRedirectionURL="https://a.example",
            FailureRedirectionURL="https://a.example",
        )  # fmt: skip
    key = "CustomVerificationEmailTemplates"
    for size in SIZES:
        found = everything(ses.list_custom_verification_email_templates, key, MaxResults=size)
        assert [one["TemplateName"] for one in found] == names
    # botocore itself refuses sizes below 1.
    for size in (50, 51, 1000):
        assert len(ses.list_custom_verification_email_templates(MaxResults=size)[key]) == 7


def test_receipt_rule_sets(waxwing, region):
    """There are no more than fit on a page; a token goes on behind the page before."""
    ses, _ = region
    for n in range(40):
        ses.create_receipt_rule_set(RuleSetName=f"s{n:02}")
    listed = ses.list_receipt_rule_sets()
    assert [one["Name"] for one in listed["RuleSets"]] == [f"s{n:02}" for n in range(40)]
    assert "NextToken" not in listed


@pytest.mark.parametrize(
    "operation, text",
    [
        ("list_identities", "Invalid NextToken <{}>."),
        ("list_configuration_sets", None),
        ("list_templates", "Invalid PageToken <{}>."),
        ("list_custom_verification_email_templates", "Invalid nextToken <{}>."),
        ("list_receipt_rule_sets", "Invalid NextToken <{}>."),
    ],
)
def test_tokens_that_are_none(waxwing, region, unique, refused, operation, text):
    ses, _ = region
    other = waxwing.client("ses", region=f"xx-paging-{unique('')}")
    for n in range(2):
        ses.verify_domain_identity(Domain=f"d{n}.example")
        other.verify_domain_identity(Domain=f"d{n}.example")
        ses.create_template(Template={"TemplateName": f"t{n}", "SubjectPart": "s"})
    foreign = other.list_identities(MaxItems=1)["NextToken"]
    own = ses.list_templates(MaxItems=1)["NextToken"]
    tokens = ["nonsense", "", "====", "Ä", foreign]
    if operation != "list_templates":
        tokens.append(own)
    for token in tokens:
        answer = refused(getattr(ses, operation), NextToken=token)
        assert (answer.code, answer.status) == ("InvalidParameterValue", 400), token
        assert (answer.message or None) == (text and text.format(token)), token


def test_lists_without_pages_are_whole(waxwing, region):
    ses, _ = region
    for n in range(60):
        ses.create_receipt_filter(
            Filter={"Name": f"f{n:02}", "IpFilter": {"Policy": "Block", "Cidr": f"10.0.0.{n}"}}
        )
    assert [one["Name"] for one in ses.list_receipt_filters()["Filters"]] == [
        f"f{n:02}" for n in range(60)
    ]
    assert ses.list_verified_email_addresses()["VerifiedEmailAddresses"] == []
    assert ses.list_identity_policies(Identity="d.example")["PolicyNames"] == []
