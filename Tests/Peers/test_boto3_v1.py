"""boto3's `ses`, the older API, unchanged but for the endpoint."""

import re

import pytest
from botocore.exceptions import ClientError

from support import dns, mail
from support.ses import MESSAGE_ID, error, follow_link, signatures_of
from support.waiting import until


def send(ses, source, subject, text="Hello.", to="you@inbox.example"):
    return ses.send_email(
        Source=source, Destination={"ToAddresses": [to]},
        Message={"Subject": {"Data": subject}, "Body": {"Text": {"Data": text}}},
    )["MessageId"]  # fmt: skip


def test_easy_dkim_verifies_a_domain(ses, unique):
    name = f"{unique('older')}.example"
    tokens = ses.verify_domain_dkim(Domain=name)["DkimTokens"]
    assert [len(token) for token in tokens] == [32, 32, 32]
    assert ses.verify_domain_dkim(Domain=name)["DkimTokens"] == tokens

    def attributes():
        return ses.get_identity_dkim_attributes(Identities=[name])["DkimAttributes"][name]

    until(lambda: attributes()["DkimVerificationStatus"] == "Success", f"{name} to be verified")
    assert attributes()["DkimTokens"] == tokens and attributes()["DkimEnabled"] is True
    shown = ses.get_identity_verification_attributes(Identities=[name, "unknown.example"])
    assert shown["VerificationAttributes"][name]["VerificationStatus"] == "Success"
    assert "unknown.example" not in shown["VerificationAttributes"]


def test_the_legacy_token_verifies_a_domain(waxwing, ses, unique):
    name = f"{unique('legacy')}.example"
    token = ses.verify_domain_identity(Domain=name)["VerificationToken"]
    assert len(token) == 44
    until(
        lambda: dns.texts(waxwing.dns, f"_amazonses.{name}") == [token.encode()], "the TXT record"
    )

    def status():
        shown = ses.get_identity_verification_attributes(Identities=[name])
        return shown["VerificationAttributes"][name]["VerificationStatus"]

    until(lambda: status() == "Success", f"{name} to be verified")


def test_addresses_are_verified_by_the_mailed_link(waxwing, ses, unique):
    address = f"{unique('older')}@letters.example"
    ses.verify_email_identity(EmailAddress=address)
    follow_link(waxwing, address)
    until(
        lambda: ses.get_identity_verification_attributes(Identities=[address])[
            "VerificationAttributes"
        ][address]["VerificationStatus"] == "Success",
        f"{address} to be verified",
    )  # fmt: skip
    assert MESSAGE_ID.fullmatch(send(ses, address, unique("by address ")))


def test_both_apis_show_the_same_identities(waxwing, unique):
    region = "ap-south-2"
    ses, sesv2 = waxwing.client("ses", region), waxwing.client("sesv2", region)
    names = [f"{unique('both')}.example" for _ in range(3)]
    for name in names:
        sesv2.create_email_identity(EmailIdentity=name)
    assert sorted(ses.list_identities(IdentityType="Domain")["Identities"]) == sorted(names)
    assert ses.list_identities(IdentityType="EmailAddress")["Identities"] == []
    page = ses.list_identities(MaxItems=2)
    rest = ses.list_identities(MaxItems=2, NextToken=page["NextToken"])
    assert sorted(page["Identities"] + rest["Identities"]) == sorted(names)
    ses.delete_identity(Identity=names[0])
    ses.delete_identity(Identity="unknown.example")  # succeeds, as in SES
    left = [e["IdentityName"] for e in sesv2.list_email_identities()["EmailIdentities"]]
    assert sorted(left) == sorted(names[1:])


def test_simple_mail_arrives_signed(waxwing, ses, domain, unique):
    subject = f"{mail.SUBJECT} {unique('')}"
    sent = ses.send_email(
        Source=f"{mail.NAME} <me@{domain}>", Destination={"ToAddresses": ["you@inbox.example"]},
        Message={
            "Subject": {"Data": subject, "Charset": "UTF-8"},
            "Body": {"Text": {"Data": "grün\n"}, "Html": {"Data": "<b>grün</b>"}},
        },
        ReplyToAddresses=[f"reply@{domain}"],
    )["MessageId"]  # fmt: skip
    assert MESSAGE_ID.fullmatch(sent)
    received = waxwing.wait_for_subject(subject)
    parsed = mail.read(waxwing.raw(received))
    assert parsed["From"].addresses[0].display_name == mail.NAME
    assert parsed["Reply-To"] == f"reply@{domain}"
    assert parsed.get_body(("html",)).get_content().strip() == "<b>grün</b>"
    verdicts = signatures_of(received)
    assert domain in {d for d, _ in verdicts} and set(verdicts.values()) == {"pass"}


def test_raw_mail_carries_files(waxwing, ses, domain, subject):
    files = [("bild ä.png", "image/png", mail.PNG)]
    composed = mail.message(f"me@{domain}", "you@inbox.example", subject, files=files)
    ses.send_raw_email(RawMessage={"Data": composed})
    assert mail.attachments(waxwing.raw(waxwing.wait_for_subject(subject))) == files


def test_raw_mail_goes_to_the_destinations_named(waxwing, ses, domain, subject):
    composed = mail.message(f"me@{domain}", "header@inbox.example", subject)
    ses.send_raw_email(
        Source=f"me@{domain}", Destinations=["envelope@inbox.example"],
        RawMessage={"Data": composed},
    )  # fmt: skip
    assert waxwing.wait_for_subject(subject)["recipients"] == ["envelope@inbox.example"]


def test_mail_from_domain_and_signing_are_set(waxwing, ses, unique):
    name = waxwing.verified_domain(f"{unique('older')}.example")
    ses.set_identity_mail_from_domain(
        Identity=name, MailFromDomain=f"bounce.{name}", BehaviorOnMXFailure="RejectMessage"
    )

    def attributes():
        return ses.get_identity_mail_from_domain_attributes(Identities=[name])[
            "MailFromDomainAttributes"
        ][name]

    until(lambda: attributes()["MailFromDomainStatus"] == "Success", "the MAIL FROM domain")
    assert attributes()["MailFromDomain"] == f"bounce.{name}"
    assert attributes()["BehaviorOnMXFailure"] == "RejectMessage"
    ses.set_identity_dkim_enabled(Identity=name, DkimEnabled=False)
    shown = ses.get_identity_dkim_attributes(Identities=[name])["DkimAttributes"][name]
    assert shown["DkimEnabled"] is False


def test_quota_and_statistics(ses, domain, unique):
    before = ses.get_send_quota()
    send(ses, f"me@{domain}", unique("counted "))
    after = ses.get_send_quota()
    assert after["SentLast24Hours"] >= before["SentLast24Hours"] + 1
    points = ses.get_send_statistics()["SendDataPoints"]
    assert sum(point["DeliveryAttempts"] for point in points) >= 1
    assert all(set(p) == {"Timestamp", "DeliveryAttempts", "Bounces", "Complaints", "Rejects"} for p in points)


class TestRefusals:
    def test_unverified_senders(self, ses):
        assert error(lambda: send(ses, "me@nobody.example", "x")) == (
            "MessageRejected", 400,
            "Email address is not verified. The following identities failed the check in region "
            "US-EAST-1: me@nobody.example",
        )  # fmt: skip

    @pytest.mark.parametrize(
        ("address", "text"),
        [
            ("nobody", "Missing final '@domain'"),
            ("nobody@", "Missing domain"),
            ("@nobody.example", "Missing local name"),
            ("grün@inbox.example", "Local address contains control or whitespace"),
        ],
    )
    def test_bad_addresses(self, ses, domain, address, text):
        assert error(lambda: send(ses, f"me@{domain}", "x", to=address)) == (
            "InvalidParameterValue", 400, text,
        )  # fmt: skip

    def test_errors_carry_a_request_id(self, ses):
        with pytest.raises(ClientError) as caught:
            send(ses, "me@nobody.example", "x")
        request_id = caught.value.response["ResponseMetadata"]["RequestId"]
        assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", request_id)
