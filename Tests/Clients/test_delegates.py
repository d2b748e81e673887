"""What a delegate, or a user of an account, may not do with the policies that it has."""

import email
import json

import pytest

from support.accounts import Account
from test_policies import ACCOUNT, arn, policy

INBOX = ["reader@inbox.example"]


class Delegate:
    """A user of another account that may send, as far as identities let it."""

    def __init__(self, waxwing):
        self.account = Account(waxwing)
        self.account.member("user", "app", ("Allow", "ses:*", "*"))
        self.key = self.account.key("--user", "app")

    def client(self, service):
        return self.account.client(service, self.key)


@pytest.fixture(scope="module")
def delegate(waxwing):
    return Delegate(waxwing)


@pytest.fixture(scope="module")
def lent(waxwing, unique):
    """A domain of the first account of which one address, under one name, may be used by others."""
    domain = waxwing.verified_domain(f"{unique('lent')}.example")
    condition = {
        "StringEquals": {
            "ses:FromAddress": f"app@{domain}", "ses:FromDisplayName": "App",
        }
    }  # fmt: skip
    waxwing.client("ses").put_identity_policy(
        Identity=domain, PolicyName="One", Policy=policy(domain, Condition=condition)
    )
    return domain


def send(user, domain, fields, source="app"):
    content = f"{fields}\r\nTo: reader@inbox.example\r\nSubject: delegates\r\n\r\nHello\r\n"
    return user.client("ses").send_raw_email(
        Source=f"App <{source}@{domain}>", SourceArn=arn(domain), FromArn=arn(domain),
        Destinations=INBOX, RawMessage={"Data": content.encode("latin-1")},
    )  # fmt: skip


def test_the_address_that_is_lent_may_be_used(delegate, lent):
    send(delegate, lent, f"From: App <app@{lent}>")


HIDDEN = {
    "in From": "From: App <boss@{d}>",
    "behind the address that is lent": "From: App <app@{d}>, App <boss@{d}>",
    "in front of it": "From: App <boss@{d}>, App <app@{d}>",
    "in Sender": "From: App <app@{d}>\r\nSender: App <boss@{d}>",
    "in a group": "From: Team: App <app@{d}>, App <boss@{d}>;",
    "without a comma": "From: App <boss@{d}> App <app@{d}>",
    "as a name without quotes": "From: boss@{d} <app@{d}>",
    "as a word of a name": "From: boss@{d} App <app@{d}>",
    "under a name that is not lent": "From: Boss <app@{d}>",
    "under two names": "From: App <app@{d}>, Boss <app@{d}>",
    "behind white space before the colon": "From : App <boss@{d}>",
    "in quotes": 'From: App <"boss"@{d}>',
    "with a comment inside": "From: App <boss(app@{d})@{d}>",
    "with a route": "From: App <@far.example:boss@{d}>",
    "on the next line": "From:\r\n App\r\n <boss@{d}>",
}


@pytest.mark.parametrize("way", HIDDEN)
def test_no_other_address_hides_behind_it(delegate, lent, refused, way):
    refusal = refused(send, delegate, lent, HIDDEN[way].format(d=lent))
    assert refusal.status in (400, 403), refusal.message
    assert refusal.code in ("AccessDenied", "InvalidParameterValue"), refusal.message


TWICE = {
    "twice": "From: App <app@{d}>\r\nFrom: App <boss@{d}>",
    "twice, once with white space": "From: App <app@{d}>\r\nFROM\t: App <boss@{d}>",
    "with a NUL in its name": "From: App <app@{d}>\r\nFr\0om: App <boss@{d}>",
    "behind a NUL": "From: App <app@{d}>\r\n\0From: App <boss@{d}>",
    "Sender twice": "From: App <app@{d}>\r\nSender: app@{d}\r\nSender: boss@{d}",
}


@pytest.mark.parametrize("way", TWICE)
def test_a_field_that_readers_see_differently_is_refused(delegate, lent, refused, way):
    refusal = refused(send, delegate, lent, TWICE[way].format(d=lent))
    assert (refusal.code, refusal.status) == ("InvalidParameterValue", 400)


def test_lines_before_the_fields_are_left_out(waxwing, domain, unique):
    """They would be read as a part of the signature that is written above them."""
    for line in ("From boss@far.example Mon Jan  1 00:00:00 2027", " From: boss@far.example"):
        subject = unique("before ")
        content = f"{line}\r\nFrom: app@{domain}\r\nSubject: {subject}\r\n\r\nHello\r\n"
        waxwing.client("ses").send_raw_email(
            Destinations=INBOX, RawMessage={"Data": content.encode()}
        )
        message = waxwing.wait_for_subject(subject)
        assert {s["result"] for s in message["authentication"]["dkim"]} == {"pass"}
        assert b"boss@far.example" not in waxwing.raw(message)


def test_first_arn_field_counts_and_none_leaves(waxwing, delegate, lent, unique):
    subject = unique("twice ")
    content = (
        f"From: App <app@{lent}>\r\nSubject: {subject}\r\nX-SES-SOURCE-ARN: {arn(lent)}\r\n"
        f"X-SES-SOURCE-ARN: {arn('far.example')}\r\nx-ses-source-arn : x\r\n\r\nHello\r\n"
    )
    delegate.client("ses").send_raw_email(
        Source=f"App <app@{lent}>", Destinations=INBOX, RawMessage={"Data": content.encode()}
    )
    head = waxwing.raw(waxwing.wait_for_subject(subject)).split(b"\r\n\r\n")[0].lower()
    assert b"x-ses" not in head


def test_reports_go_to_no_stranger(waxwing, domain, refused):
    """Wherever it is said: bounces to somebody else would be mail from here to anybody."""
    content = f"From: app@{domain}\r\nSubject: s\r\n\r\nHello\r\n"
    message = {"Raw": {"Data": content.encode()}}
    simple = {"Simple": {"Subject": {"Data": "s"}, "Body": {"Text": {"Data": "t"}}}}
    sesv2 = waxwing.client("sesv2")
    for content in (message, simple):
        arguments = {
            "FromEmailAddress": f"app@{domain}", "Destination": {"ToAddresses": INBOX},
            "Content": content,
        }  # fmt: skip
        refusal = refused(
            sesv2.send_email, FeedbackForwardingEmailAddress="victim@far-away.example", **arguments
        )
        assert refusal.code == "MessageRejected" and "victim@far-away.example" in refusal.message
        sesv2.send_email(FeedbackForwardingEmailAddress=f"bounces@{domain}", **arguments)


def test_a_domain_goes_past_no_deny_on_an_address(waxwing, delegate, unique, refused):
    domain = waxwing.verified_domain(f"{unique('parts')}.example")
    ses = waxwing.client("ses")
    boss = f"boss@{domain}"
    ses.put_identity_policy(Identity=domain, PolicyName="All", Policy=policy(domain))
    ses.verify_email_identity(EmailAddress=boss)
    link = waxwing.wait_for(lambda m: boss in m["recipients"], "the link")
    text = email.message_from_bytes(waxwing.raw(link)).get_payload(decode=True).decode()
    waxwing.get("/_waxwing/verify?token=" + text.split("/_waxwing/verify?token=")[1].split()[0])
    deny = policy(boss, Effect="Deny")
    ses.put_identity_policy(Identity=boss, PolicyName="No", Policy=deny)

    def as_(name):
        return delegate.client("ses").send_email(
            Source=f"{name}@{domain}", SourceArn=arn(domain), Destination={"ToAddresses": INBOX},
            Message={"Subject": {"Data": "s"}, "Body": {"Text": {"Data": "t"}}},
        )  # fmt: skip

    as_("app")
    assert refused(as_, "boss").code == "AccessDenied"


def test_an_address_of_the_service_is_nobodys(waxwing, domain, unique, refused):
    """What comes back to a return path goes to its sender: so would the link that proves it."""
    subject = unique("path ")
    waxwing.client("sesv2").send_email(
        FromEmailAddress=f"app@{domain}", Destination={"ToAddresses": INBOX},
        Content={"Simple": {"Subject": {"Data": subject}, "Body": {"Text": {"Data": "t"}}}},
    )  # fmt: skip
    path = waxwing.wait_for_subject(subject)["mailFrom"]
    sesv2, ses = waxwing.client("sesv2"), waxwing.client("ses")
    assert refused(sesv2.create_email_identity, EmailIdentity=path).status == 400
    assert refused(ses.verify_email_identity, EmailAddress=path).status == 400


# Users of one account


@pytest.fixture(scope="module")
def tenant(waxwing):
    """An account with two domains, and a user that may do all but touch one of them."""
    account = Account(waxwing)
    root = account.client("sesv2", account.key())
    for name in ("own.example", "kept.example"):
        root.create_email_identity(EmailIdentity=name)
    root.create_configuration_set(ConfigurationSetName="kept")
    root.create_email_template(TemplateName="kept", TemplateContent={"Subject": "s"})
    prefix = f"arn:aws:ses:us-east-1:{account.id}"
    kept = [
        f"{prefix}:identity/kept.example", f"{prefix}:configuration-set/kept",
        f"{prefix}:template/kept",
    ]  # fmt: skip
    account.member("user", "most", ("Allow", "ses:*", "*"), ("Deny", "ses:*", kept))
    account.member("user", "one", ("Allow", "ses:*", f"{prefix}:identity/own.example"))
    account.prefix = prefix
    return account


@pytest.fixture(scope="module")
def call(waxwing, tenant):
    """Signs and sends a request as it is: `call("most", "POST", path, body)`."""
    import requests
    from botocore.auth import SigV4Auth
    from botocore.awsrequest import AWSRequest
    from botocore.credentials import Credentials

    keys = {name: tenant.key("--user", name) for name in ("most", "one")}

    def send(user, method, path, body="", kind="application/json"):
        request = AWSRequest(
            method=method, url=waxwing.url + path, data=body, headers={"Content-Type": kind}
        )
        key = keys[user]
        credentials = Credentials(key["accessKeyId"], key["secretAccessKey"])
        SigV4Auth(credentials, "ses", "us-east-1").add_auth(request)
        made = request.prepare()
        return requests.request(
            made.method, made.url, headers=dict(made.headers), data=made.body, timeout=30
        )

    return send


def form(user_call, user, **parameters):
    from urllib.parse import urlencode

    body = urlencode({"Version": "2010-12-01", **{k.replace("__", "."): v for k, v in parameters.items()}})
    return user_call(user, "POST", "/", body, "application/x-www-form-urlencoded")


def test_what_may_be_done_is_done(call):
    assert call("one", "GET", "/v2/email/identities/own.example").status_code == 200
    assert call("most", "GET", "/v2/email/identities/own.example").status_code == 200
    assert form(call, "one", Action="SetIdentityFeedbackForwardingEnabled", Identity="own.example",
                ForwardingEnabled="true").status_code == 200  # fmt: skip


@pytest.mark.parametrize("user", ["most", "one"])
@pytest.mark.parametrize(
    "name", ["kept.example", "KEPT.example", "kept.example.", "a@kept.example", "a@Kept.Example"]
)
def test_a_name_spelled_otherwise_is_the_same(call, user, name):
    for path in (f"/v2/email/identities/{name}", f"/v2/email/identities/{name}/policies"):
        assert call(user, "GET", path).status_code == 403, path
    assert form(call, user, Action="DeleteIdentity", Identity=name).status_code == 403


@pytest.mark.parametrize("user", ["most", "one"])
def test_members_that_an_operation_does_not_know_name_nothing(call, tenant, user):
    own = f"{tenant.prefix}:identity/own.example"
    body = json.dumps({"SendingEnabled": True, "ResourceArn": own, "Identity": "own.example"})
    path = "/v2/email/identities/kept.example/feedback"
    assert call(user, "PUT", path, body).status_code == 403
    for extra in ({"ResourceArn": own}, {"EmailIdentity": "own.example"}, {"Domain": "own.example"}):
        answer = form(call, user, Action="DeleteIdentity", Identity="kept.example", **extra)
        assert answer.status_code == 403, extra
    twice = '{"EmailIdentity":"own.example","EmailForwardingEnabled":true}'
    assert call(user, "PUT", path, twice).status_code == 403


def test_an_arn_of_another_partition_is_the_same(call, tenant):
    for prefix in ("arn:aws:ses", "arn:aws-cn:ses", "arn:x:y"):
        name = f"{prefix}:us-east-1:{tenant.id}:identity/kept.example"
        body = json.dumps({"ResourceArn": name, "Tags": [{"Key": "k", "Value": "v"}]})
        assert call("most", "POST", "/v2/email/tags", body).status_code == 403, name


def test_v1_names_what_it_acts_on(call):
    for action, parameters in (
        ("VerifyDomainIdentity", {"Domain": "kept.example"}),
        ("VerifyDomainDkim", {"Domain": "kept.example"}),
        ("VerifyEmailIdentity", {"EmailAddress": "a@kept.example"}),
        ("DeleteVerifiedEmailAddress", {"EmailAddress": "a@kept.example"}),
        ("UpdateTemplate", {"Template__TemplateName": "kept", "Template__SubjectPart": "x"}),
        ("CreateConfigurationSet", {"ConfigurationSet__Name": "kept"}),
        ("DeleteTemplate", {"TemplateName": "kept"}),
    ):
        assert form(call, "most", Action=action, **parameters).status_code == 403, action


def test_each_of_several_names_counts(call):
    answer = form(
        call, "most", Action="TestRenderTemplate", TemplateName="kept", TemplateData="{}",
        ConfigurationSetName="free",
    )  # fmt: skip
    assert answer.status_code == 403


def test_an_identity_made_anew_has_no_delegates(waxwing, unique):
    sesv2, ses = waxwing.client("sesv2"), waxwing.client("ses")
    deletions = (
        lambda name: sesv2.delete_email_identity(EmailIdentity=name),
        lambda name: ses.delete_identity(Identity=name),
        lambda name: ses.delete_verified_email_address(EmailAddress=name),
    )
    for delete, name in zip(deletions, ("a.example", "b.example", "a@c.example")):
        name = f"{unique('anew')}{name}"
        sesv2.create_email_identity(EmailIdentity=name)
        ses.put_identity_policy(Identity=name, PolicyName="P", Policy=policy(name))
        delete(name)
        sesv2.create_email_identity(EmailIdentity=name)
        assert ses.list_identity_policies(Identity=name)["PolicyNames"] == []
