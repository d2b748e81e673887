"""What identities tell of themselves, and which of several decides about a message."""

import pytest

from support.server import Waxwing
from support.ses import follow_link
from support.waiting import until


@pytest.fixture(scope="module")
def manual():
    """A server that publishes nobody's records."""
    with Waxwing("--manual-dns") as server:
        yield server


def simple(subject):
    return {"Simple": {"Subject": {"Data": subject}, "Body": {"Text": {"Data": "t"}}}}


def verified_address(server, sesv2, address):
    sesv2.create_email_identity(EmailIdentity=address)
    follow_link(server, address)
    return address


def test_without_a_mail_from_domain_only_the_behaviour_is_told(ses, sesv2, unique):
    name = f"{unique('plain')}.example"
    sesv2.create_email_identity(EmailIdentity=name)

    def shown():
        v1 = ses.get_identity_mail_from_domain_attributes(Identities=[name, "unknown.example"])
        v2 = sesv2.get_email_identity(EmailIdentity=name)
        return v1["MailFromDomainAttributes"], v2["MailFromAttributes"]

    nothing = (
        {name: {"BehaviorOnMXFailure": "UseDefaultValue"}},
        {"BehaviorOnMxFailure": "USE_DEFAULT_VALUE"},
    )
    assert shown() == nothing
    sesv2.put_email_identity_mail_from_attributes(
        EmailIdentity=name, MailFromDomain=f"bounce.{name}", BehaviorOnMxFailure="REJECT_MESSAGE"
    )
    v1, v2 = shown()
    assert v1[name]["MailFromDomain"] == v2["MailFromDomain"] == f"bounce.{name}"
    assert (v1[name]["BehaviorOnMXFailure"], v2["BehaviorOnMxFailure"]) == (
        "RejectMessage", "REJECT_MESSAGE",
    )  # fmt: skip
    assert v2["MailFromDomainStatus"] in ("PENDING", "SUCCESS")
    ses.set_identity_mail_from_domain(Identity=name)
    assert shown() == nothing


def test_a_proven_domain_tells_its_zone(sesv2, domain):
    info = sesv2.get_email_identity(EmailIdentity=domain)["VerificationInfo"]
    assert "ErrorType" not in info
    assert info["LastSuccessTimestamp"] <= info["LastCheckedTimestamp"]
    zone = info["SOARecord"]
    assert zone["PrimaryNameServer"] and "@" in zone["AdminEmail"] and zone["SerialNumber"] >= 0


def test_a_domain_that_is_not_proven_tells_why(manual, unique):
    client = manual.client("sesv2")
    name = f"{unique('waiting')}.example"
    client.create_email_identity(EmailIdentity=name)
    info = until(
        lambda: client.get_email_identity(EmailIdentity=name)["VerificationInfo"].get("ErrorType"),
        "the first look",
    )
    assert info == "HOST_NOT_FOUND"
    shown = client.get_email_identity(EmailIdentity=name)
    assert "LastSuccessTimestamp" not in shown["VerificationInfo"]
    assert (shown["VerificationStatus"], shown["VerifiedForSendingStatus"]) == ("PENDING", False)


def test_an_address_shows_the_keys_of_its_exact_domain(sesv2, ses, domain, unique):
    address, below = f"{unique('me')}@{domain}", f"{unique('me')}@deep.{domain}"
    for one in (address, below):
        sesv2.create_email_identity(EmailIdentity=one)
    shown = sesv2.get_email_identity(EmailIdentity=address)
    parent = sesv2.get_email_identity(EmailIdentity=domain)
    assert shown["DkimAttributes"] == parent["DkimAttributes"]
    assert (shown["IdentityType"], shown["VerificationStatus"]) == ("EMAIL_ADDRESS", "PENDING")
    # The domain lets it send all the same.
    assert shown["VerifiedForSendingStatus"] is True
    lonely = sesv2.get_email_identity(EmailIdentity=below)["DkimAttributes"]
    assert (lonely["SigningEnabled"], lonely["Status"]) == (False, "NOT_STARTED")
    v1 = ses.get_identity_dkim_attributes(Identities=[address])["DkimAttributes"][address]
    assert v1["DkimTokens"] == parent["DkimAttributes"]["Tokens"]


def test_a_verified_address_has_settings_of_its_own(waxwing, sesv2, unique, refused):
    domain = waxwing.verified_domain(f"{unique('settings')}.example")
    name = unique("paused")
    sesv2.create_configuration_set(
        ConfigurationSetName=name, SendingOptions={"SendingEnabled": False}
    )
    sesv2.put_email_identity_configuration_set_attributes(
        EmailIdentity=domain, ConfigurationSetName=name
    )
    sesv2.put_email_identity_mail_from_attributes(
        EmailIdentity=domain, MailFromDomain=f"bounce.{domain}"
    )
    until(
        lambda: sesv2.get_email_identity(EmailIdentity=domain)["MailFromAttributes"][
            "MailFromDomainStatus"
        ]
        == "SUCCESS",
        "the MAIL FROM domain",
    )
    address = verified_address(waxwing, sesv2, f"own@{domain}")

    def send(sender, subject):
        sesv2.send_email(
            FromEmailAddress=sender, Destination={"ToAddresses": ["you@inbox.example"]},
            Content=simple(subject),
        )  # fmt: skip
        return waxwing.wait_for_subject(subject)["mailFrom"]

    # Whatever the domain says holds for addresses that are none of their own.
    assert refused(send, f"other@{domain}", "no").code == "SendingPausedException"
    assert send(address, unique("own ")).endswith("@amazonses.com")
    # A label changes nothing.
    assert send(f"own+label@{domain}", unique("label ")).endswith("@amazonses.com")
    sesv2.put_email_identity_configuration_set_attributes(EmailIdentity=domain)
    assert send(f"other@{domain}", unique("other ")).endswith(f"@bounce.{domain}")


def test_local_parts_are_told_apart_by_case_and_domains_are_not(waxwing, sesv2, unique, refused):
    local = unique("Case")
    sesv2.create_email_identity(EmailIdentity=f"{local}@Address.EXAMPLE")
    follow_link(waxwing, f"{local}@address.example")
    listed = sesv2.list_email_identities(Filter={"IDENTITY_NAME_CONTAINS": local})
    assert [one["IdentityName"] for one in listed["EmailIdentities"]] == [f"{local}@address.example"]
    arguments = dict(Destination={"ToAddresses": ["you@inbox.example"]}, Content=simple("s"))
    sesv2.send_email(FromEmailAddress=f"{local}@ADDRESS.example", **arguments)
    other = refused(
        sesv2.send_email, FromEmailAddress=f"{local.lower()}@address.example", **arguments
    )
    assert other.code == "MessageRejected"


def test_easy_dkim_asked_for_again_keeps_its_tokens(sesv2, domain, refused):
    before = sesv2.get_email_identity(EmailIdentity=domain)["DkimAttributes"]
    put = sesv2.put_email_identity_dkim_signing_attributes
    again = put(EmailIdentity=domain, SigningAttributesOrigin="AWS_SES")
    assert again["DkimTokens"] == before["Tokens"]
    assert (again["DkimStatus"], again["SigningHostedZone"]) == ("SUCCESS", "dkim.amazonses.com")
    after = sesv2.get_email_identity(EmailIdentity=domain)["DkimAttributes"]
    assert after == before
    for length, code in (
        ("RSA_2048_BIT", "BadRequestException"), ("RSA_1024_BIT", None),
        ("RSA_2048_BIT", "LimitExceededException"),
    ):  # fmt: skip
        arguments = dict(
            EmailIdentity=domain, SigningAttributesOrigin="AWS_SES",
            SigningAttributes={"NextSigningKeyLength": length},
        )  # fmt: skip
        if code:
            assert refused(put, **arguments).code == code
        else:
            assert put(**arguments)["DkimTokens"] == before["Tokens"]


def test_a_token_at_the_domain_itself_counts_too(manual, unique):
    """Easy DKIM's records and the TXT record each prove a domain; here neither is there."""
    ses = manual.client("ses")
    name = f"{unique('legacy')}.example"
    token = ses.verify_domain_identity(Domain=name)["VerificationToken"]
    assert len(token) == 44
    assert ses.verify_domain_identity(Domain=name)["VerificationToken"] == token
    tokens = ses.verify_domain_dkim(Domain=name)["DkimTokens"]
    assert ses.verify_domain_dkim(Domain=name)["DkimTokens"] == tokens
    shown = ses.get_identity_verification_attributes(Identities=[name])["VerificationAttributes"]
    assert shown[name] == {"VerificationStatus": "Pending", "VerificationToken": token}
