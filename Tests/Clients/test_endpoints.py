"""Endpoints of two regions, certificates, and the dashboard that is not there."""

import datetime
import re

import pytest

from support.accounts import Account
from support.accounts import waxwing as command
from support.server import Waxwing
from support.serving import WaxwingServe
from support.waiting import until

ROUTE = {"RoutesDetails": [{"Region": "us-west-2"}]}


def test_endpoints_are_made_listed_and_removed(waxwing, unique, everything, refused):
    client = waxwing.client("sesv2", region="eu-west-2")
    names = sorted(unique("endpoint") for _ in range(3))
    for name in names:
        made = client.create_multi_region_endpoint(EndpointName=name, Details=ROUTE)
        assert made["Status"] == "READY"
        assert re.fullmatch(r"[a-z0-9]{8}\.[a-z0-9]{3}", made["EndpointId"])
    shown = client.get_multi_region_endpoint(EndpointName=names[-1])
    assert shown["EndpointId"] == made["EndpointId"]
    assert shown["Routes"] == [{"Region": "eu-west-2"}, {"Region": "us-west-2"}]
    found = everything(client.list_multi_region_endpoints, "MultiRegionEndpoints", PageSize=2)
    assert [endpoint["EndpointName"] for endpoint in found] == names
    assert found[0]["Regions"] == ["eu-west-2", "us-west-2"]
    answer = refused(client.create_multi_region_endpoint, EndpointName=names[0], Details=ROUTE)
    assert (answer.code, answer.status) == ("AlreadyExistsException", 400)
    assert client.delete_multi_region_endpoint(EndpointName=names[0])["Status"] == "DELETING"
    for operation in (client.get_multi_region_endpoint, client.delete_multi_region_endpoint):
        answer = refused(operation, EndpointName=names[0])
        assert (answer.code, answer.status) == ("NotFoundException", 404)


@pytest.mark.parametrize("regions", [[], ["us-west-2", "us-west-1"], ["us-east-1"], ["no region"]])
def test_an_endpoint_has_one_other_region(sesv2, unique, refused, regions):
    details = {"RoutesDetails": [{"Region": region} for region in regions]}
    answer = refused(
        sesv2.create_multi_region_endpoint, EndpointName=unique("endpoint"), Details=details
    )
    assert (answer.code, answer.status) == ("BadRequestException", 400)


# Sends through an endpoint: boto3 signs them by Signature Version 4A, which takes awscrt


def send(client, sender, endpoint, subject):
    return client.send_email(
        FromEmailAddress=f"me@{sender}", EndpointId=endpoint,
        Destination={"ToAddresses": ["you@inbox.example"]},
        Content={"Simple": {"Subject": {"Data": subject}, "Body": {"Text": {"Data": "t"}}}},
    )["MessageId"]  # fmt: skip


def verified(client, name):
    client.create_email_identity(EmailIdentity=name)
    until(
        lambda: client.get_email_identity(EmailIdentity=name)["VerifiedForSendingStatus"],
        f"{name} to be verified",
    )
    return name


def test_mail_is_sent_in_the_primary_region(waxwing, unique, refused):
    pytest.importorskip("awscrt")
    home, elsewhere = (waxwing.client("sesv2", region=r) for r in ("eu-west-1", "ap-south-1"))
    sender, subject = verified(home, f"{unique('home')}.example"), unique("subject")
    name = unique("endpoint")
    endpoint = home.create_multi_region_endpoint(EndpointName=name, Details=ROUTE)["EndpointId"]
    before = elsewhere.get_account()["SendQuota"]["SentLast24Hours"]
    for client in (home, elsewhere):
        assert send(client, sender, endpoint, subject).startswith("0102")
    message = waxwing.wait_for_subject(subject)
    head = waxwing.raw(message).split(b"\r\n\r\n")[0]
    assert b"@eu-west-1.amazonses.com" in head
    assert elsewhere.get_account()["SendQuota"]["SentLast24Hours"] == before
    template = {"TemplateContent": {"Subject": "s", "Text": "t"}, "TemplateData": "{}"}
    bulk = elsewhere.send_bulk_email(
        FromEmailAddress=f"me@{sender}", DefaultContent={"Template": template},
        EndpointId=endpoint,
        BulkEmailEntries=[{"Destination": {"ToAddresses": ["you@inbox.example"]}}],
    )  # fmt: skip
    assert bulk["BulkEmailEntryResults"][0]["Status"] == "SUCCESS"
    home.delete_multi_region_endpoint(EndpointName=name)
    for unknown in (endpoint, "abcdef12.g3h"):
        answer = refused(send, home, sender, unknown, "no")
        assert (answer.code, answer.status) == ("NotFoundException", 404)
        assert answer.message == f"Multi-region endpoint <{unknown}> does not exist."


def test_keys_and_signatures_hold_through_endpoints(tmp_path, unique, refused):
    """As strict as everything else: the key, its regions, its policies, the signature."""
    pytest.importorskip("awscrt")
    with Waxwing("--require-credentials", data=tmp_path / "data") as server:
        account, other = Account(server), Account(server, "other")
        key = account.key()
        home = account.client("sesv2", key, region="eu-west-1")
        sender = verified(home, "home.example")
        endpoint = home.create_multi_region_endpoint(EndpointName="e", Details=ROUTE)["EndpointId"]
        for region in ("eu-west-1", "us-west-2", "ap-south-1"):
            client = account.client("sesv2", key, region=region)
            assert send(client, sender, endpoint, "ok").startswith("0102")
        wrong = account.client("sesv2", key, secret="x" * 40)
        answer = refused(send, wrong, sender, endpoint, "no")
        assert (answer.code, answer.status) == ("InvalidSignatureException", 403)
        foreign = other.client("sesv2", other.key())
        answer = refused(send, foreign, sender, endpoint, "no")
        assert (answer.code, answer.status) == ("NotFoundException", 404)

        # Policies are asked about the region of the endpoint.
        for name, region, may in [("home", "eu-west-1", True), ("away", "us-east-1", False)]:
            identity = f"arn:aws:ses:{region}:{account.id}:identity/{sender}"
            account.member("user", name, ("Allow", "ses:SendEmail", identity))
            user = account.client("sesv2", account.key("--user", name))
            if may:
                assert send(user, sender, endpoint, "ok").startswith("0102")
            else:
                answer = refused(send, user, sender, endpoint, "no")
                assert (answer.code, answer.status) == ("AccessDeniedException", 403)
                assert "ses:eu-west-1:" in answer.message

        # Credentials that are good elsewhere only send nothing there.
        command(server.data, "account", "update", account.id, "--region", "us-east-1")
        until(
            lambda: refused(send, home, sender, endpoint, "no").code == "AccessDeniedException",
            "the account to be bound to another region",
        )


def test_a_service_of_two_regions(refused):
    """`waxwing serve` takes what is signed for any region in the region of the endpoint."""
    pytest.importorskip("awscrt")
    settings = {
        "regions": ["us-east-1", "eu-west-1"], "roles": ["api"],
        "identities.verification": "immediate",
    }  # fmt: skip
    with WaxwingServe(settings) as server:
        key = server.new_key()
        home, other = (server.client("sesv2", *key, region=r) for r in ("eu-west-1", "us-east-1"))
        home.create_email_identity(EmailIdentity="home.example")
        endpoint = home.create_multi_region_endpoint(EndpointName="e", Details=ROUTE)["EndpointId"]
        for client in (home, other):
            assert send(client, "home.example", endpoint, "s").startswith("0102")
        assert home.get_account()["SendQuota"]["SentLast24Hours"] == 2
        assert other.get_account()["SendQuota"]["SentLast24Hours"] == 0
        answer = refused(send, other, "home.example", "abcdef12.g3h", "no")
        assert (answer.code, answer.status) == ("NotFoundException", 404)


CERTIFICATE = "arn:aws:acm:us-east-1:000000000000:certificate/12345678"


def test_certificates_of_a_domain(sesv2, domain, everything, refused):
    which = {"EmailIdentity": domain}
    senders = [f"{name}@{domain}" for name in ("a", "b")]
    for sender in senders:
        sesv2.associate_email_identity_certificate(
            **which, FromAddress=sender, CertificateArn=CERTIFICATE
        )
    found = everything(
        sesv2.list_email_identity_certificates, "Certificates", **which, PageSize=1
    )
    assert found == [
        {"FromAddress": sender, "Status": "FAILED", "CertificateArn": CERTIFICATE}
        for sender in senders
    ]
    answer = refused(
        sesv2.associate_email_identity_certificate, **which, FromAddress=senders[0].upper(),
        CertificateArn=CERTIFICATE,
    )  # fmt: skip
    assert (answer.code, answer.status) == ("AlreadyExistsException", 400)
    for sender in senders:
        for _ in range(2):
            sesv2.disassociate_email_identity_certificate(**which, FromAddress=sender)
    assert sesv2.list_email_identity_certificates(**which)["Certificates"] == []


@pytest.mark.parametrize(
    "sender, text",
    [
        (None, "FromAddress is required when EmailIdentity is a domain."),
        ("nobody", "FromAddress <nobody> is not a valid email address."),
        ("a@other.example",
         "FromAddress <a@other.example> does not belong to the domain identity <{}>."),
    ],
)  # fmt: skip
def test_senders_that_no_certificate_is_for(sesv2, domain, refused, sender, text):
    more = {"FromAddress": sender} if sender else {}
    answer = refused(
        sesv2.associate_email_identity_certificate, EmailIdentity=domain,
        CertificateArn=CERTIFICATE, **more,
    )  # fmt: skip
    assert (answer.code, answer.message) == ("BadRequestException", text.format(domain))


def test_the_deliverability_dashboard_is_off_and_stays_off(sesv2, refused):
    options = sesv2.get_deliverability_dashboard_options()
    assert (options["DashboardEnabled"], options["AccountStatus"]) == (False, "DISABLED")
    sesv2.put_deliverability_dashboard_option(DashboardEnabled=False)
    answer = refused(sesv2.put_deliverability_dashboard_option, DashboardEnabled=True)
    assert answer.code == "BadRequestException"
    assert sesv2.list_deliverability_test_reports()["DeliverabilityTestReports"] == []
    days = {
        "StartDate": datetime.datetime(2026, 1, 1), "EndDate": datetime.datetime(2026, 1, 2),
    }  # fmt: skip
    for operation, arguments in [
        (sesv2.get_blacklist_reports, {"BlacklistItemNames": ["192.0.2.1"]}),
        (sesv2.get_deliverability_test_report, {"ReportId": "x"}),
        (sesv2.get_domain_deliverability_campaign, {"CampaignId": "x"}),
        (sesv2.get_domain_statistics_report, {"Domain": "x.example", **days}),
        (sesv2.list_domain_deliverability_campaigns, {"SubscribedDomain": "x.example", **days}),
    ]:
        answer = refused(operation, **arguments)
        assert (answer.code, answer.status) == ("NotFoundException", 404)
    answer = refused(
        sesv2.create_deliverability_test_report, FromEmailAddress="a@x.example",
        Content={"Simple": {"Subject": {"Data": "s"}, "Body": {"Text": {"Data": "t"}}}},
    )  # fmt: skip
    assert (answer.code, answer.status) == ("BadRequestException", 400)
