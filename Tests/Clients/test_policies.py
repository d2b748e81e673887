"""Sending authorization: identity policies in both APIs, and sends from another account."""

import json

import pytest

from support.accounts import Account

ACCOUNT = "000000000000"
ACTIONS = ["ses:SendEmail", "ses:SendRawEmail"]


def arn(domain, region="us-east-1"):
    return f"arn:aws:ses:{region}:{ACCOUNT}:identity/{domain}"


def policy(domain, **statement):
    return json.dumps(
        {
            "Version": "2012-10-17",
            "Statement": [
                {
                    "Sid": "Delegates", "Effect": "Allow", "Resource": arn(domain),
                    "Principal": "*", "Action": ACTIONS, **statement,
                }
            ],
        },
        indent=1,
    )  # fmt: skip


def compact(document):
    return json.dumps(json.loads(document), separators=(",", ":"))


# Keeping policies


def test_v1_puts_what_v2_reads_without_white_space(ses, sesv2, unique):
    domain = f"{unique('policy')}.example"
    document = policy(domain)
    # v1 takes a policy of an identity that is not there yet.
    ses.put_identity_policy(Identity=domain, PolicyName="One", Policy=document)
    sesv2.create_email_identity(EmailIdentity=domain)
    sesv2.create_email_identity_policy(EmailIdentity=domain, PolicyName="Two", Policy=document)
    assert ses.list_identity_policies(Identity=domain)["PolicyNames"] == ["One", "Two"]
    both = {"One": compact(document), "Two": compact(document)}
    assert sesv2.get_email_identity_policies(EmailIdentity=domain)["Policies"] == both
    assert sesv2.get_email_identity(EmailIdentity=domain)["Policies"] == both
    got = ses.get_identity_policies(Identity=domain, PolicyNames=["Two", "Unknown"])
    assert got["Policies"] == {"Two": compact(document)}
    other = policy(domain, Sid="Other")
    ses.put_identity_policy(Identity=domain, PolicyName="One", Policy=other)
    sesv2.update_email_identity_policy(EmailIdentity=domain, PolicyName="Two", Policy=other)
    assert set(sesv2.get_email_identity_policies(EmailIdentity=domain)["Policies"].values()) == {
        compact(other)
    }
    ses.delete_identity_policy(Identity=domain, PolicyName="One")
    ses.delete_identity_policy(Identity=domain, PolicyName="One")
    sesv2.delete_email_identity_policy(EmailIdentity=domain, PolicyName="Two")
    assert sesv2.get_email_identity_policies(EmailIdentity=domain)["Policies"] == {}


def test_refusals(ses, sesv2, unique, refused):
    domain = f"{unique('policy')}.example"
    name = {"EmailIdentity": domain, "PolicyName": "One"}
    unknown = refused(sesv2.create_email_identity_policy, **name, Policy=policy(domain))
    assert (unknown.code, unknown.status) == ("NotFoundException", 404)
    sesv2.create_email_identity(EmailIdentity=domain)
    missing = refused(sesv2.update_email_identity_policy, **name, Policy=policy(domain))
    assert (missing.code, missing.status) == ("NotFoundException", 404)
    assert missing.message == "Policy <One> does not exist"
    sesv2.create_email_identity_policy(**name, Policy=policy(domain))
    twice = refused(sesv2.create_email_identity_policy, **name, Policy=policy(domain))
    assert (twice.code, twice.status) == ("AlreadyExistsException", 400)
    for number in range(19):
        ses.put_identity_policy(Identity=domain, PolicyName=f"P{number}", Policy=policy(domain))
    many = refused(
        ses.put_identity_policy, Identity=domain, PolicyName="Last", Policy=policy(domain)
    )
    assert (many.code, many.status) == ("LimitExceeded", 400)


@pytest.mark.parametrize(
    "document",
    [
        "no JSON", "{}",
        policy("other.example"),
        policy("policy.example", Action="s3:GetObject"),
        policy("policy.example", Principal={"AWS": "everybody"}),
        policy("policy.example", Condition={"StringMatches": {"ses:FromAddress": "a"}}),
        policy("policy.example", Effect="allow"),
        policy("policy.example", Sid="x" * 5000),
    ],
)  # fmt: skip
def test_documents_that_are_no_policies(ses, sesv2, refused, document):
    v1 = refused(
        ses.put_identity_policy, Identity="policy.example", PolicyName="One", Policy=document
    )
    assert (v1.code, v1.status) in (("InvalidPolicy", 400), ("ValidationError", 400))


# Sending by delegates


class Delegate:
    """A user of another account, who may send whatever an identity's owner allows."""

    def __init__(self, server, unit):
        path = f"o-a1b2c3d4e5/r-ab12/{unit}/"
        self.account = Account(server, "delegate", "--organization", path)
        self.account.member("user", "app", ("Allow", "ses:Send*", "*"))
        self.key = self.account.key("--user", "app")
        self.arn = f"arn:aws:iam::{self.account.id}:user/app"

    def client(self, service):
        return self.account.client(service, self.key)

    @property
    def smtp_credential(self):
        return self.account.command(
            "smtp-credential", "create", "--region", "us-east-1", "--user", "app"
        )


@pytest.fixture(scope="module")
def delegate(waxwing):
    return Delegate(waxwing, "ou-ab12-11111111")


@pytest.fixture(scope="module")
def outsider(waxwing):
    return Delegate(waxwing, "ou-ab12-22222222")


@pytest.fixture(scope="module")
def owned(waxwing, unique):
    """A domain of the first account that mail of one organisational unit may come from."""
    domain = waxwing.verified_domain(f"{unique('owned')}.example")
    condition = {
        "ForAnyValue:StringLike": {
            "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*"
        },
        "StringLike": {"ses:FromAddress": f"*@{domain}"},
        "ForAllValues:StringLike": {"ses:Recipients": "*@inbox.example"},
    }
    waxwing.client("ses").put_identity_policy(
        Identity=domain, PolicyName="Unit", Policy=policy(domain, Condition=condition)
    )
    return domain


def simple(subject):
    return {"Subject": {"Data": subject}, "Body": {"Text": {"Data": "Hello"}}}


def raw(domain, subject, extra=""):
    return (
        f"From: App <app@{domain}>\r\nTo: reader@inbox.example\r\nSubject: {subject}\r\n{extra}"
        "\r\nHello\r\n"
    ).encode()


def send(waxwing, user, way, domain, subject, to="reader@inbox.example"):
    v1, v2 = user.client("ses"), user.client("sesv2")
    if way == "v1":
        v1.send_email(
            Source=f"app@{domain}", SourceArn=arn(domain), Message=simple(subject),
            Destination={"ToAddresses": [to]},
        )  # fmt: skip
    elif way == "v1 raw":
        v1.send_raw_email(
            Source=f"app@{domain}", SourceArn=arn(domain), FromArn=arn(domain),
            Destinations=[to], RawMessage={"Data": raw(domain, subject)},
        )  # fmt: skip
    elif way == "v1 raw, by fields":
        fields = f"X-SES-SOURCE-ARN: {arn(domain)}\r\nX-SES-FROM-ARN: {arn(domain)}\r\n"
        v1.send_raw_email(Destinations=[to], RawMessage={"Data": raw(domain, subject, fields)})
    elif way == "v2":
        v2.send_email(
            FromEmailAddress=f"app@{domain}", FromEmailAddressIdentityArn=arn(domain),
            Destination={"ToAddresses": [to]}, Content={"Simple": simple(subject)},
        )  # fmt: skip
    elif way == "v2 raw":
        v2.send_email(
            FromEmailAddress=f"app@{domain}", FromEmailAddressIdentityArn=arn(domain),
            Destination={"ToAddresses": [to]}, Content={"Raw": {"Data": raw(domain, subject)}},
        )  # fmt: skip


WAYS = ["v1", "v1 raw", "v1 raw, by fields", "v2", "v2 raw"]


@pytest.mark.parametrize("way", WAYS)
def test_a_delegate_of_the_unit_sends_and_the_owner_signs(
    waxwing, delegate, owned, unique, way
):
    subject = unique("delegated ")
    send(waxwing, delegate, way, owned, subject)
    message = waxwing.wait_for_subject(subject)
    signatures = message["authentication"]["dkim"]
    assert any(s["domain"] == owned and s["result"] == "pass" for s in signatures)
    head = waxwing.raw(message).split(b"\r\n\r\n")[0].lower()
    assert b"x-ses-source-arn" not in head and b"x-ses-from-arn" not in head


@pytest.mark.parametrize("way", WAYS)
def test_a_delegate_outside_is_refused_with_the_text_of_ses(
    waxwing, outsider, owned, unique, refused, way
):
    refusal = refused(send, waxwing=waxwing, user=outsider, way=way, domain=owned, subject="no")
    code = "AccessDeniedException" if way.startswith("v2") else "AccessDenied"
    assert (refusal.code, refusal.status) == (code, 403)
    action = "SendRawEmail" if "raw" in way else "SendEmail"
    assert refusal.message == (
        f"User '{outsider.arn}' is not authorized to perform 'ses:{action}' on resource "
        f"'{arn(owned)}'"
    )


def test_conditions_on_recipients_hold_for_all_of_them(waxwing, delegate, owned, refused):
    refusal = refused(
        send, waxwing=waxwing, user=delegate, way="v2", domain=owned, subject="no",
        to="reader@elsewhere.example",
    )  # fmt: skip
    assert refusal.status == 403


def test_smtp_delegates(waxwing, delegate, outsider, owned, unique):
    import smtplib

    fields = f"X-SES-SOURCE-ARN: {arn(owned)}\r\nX-SES-FROM-ARN: {arn(owned)}\r\n"

    def submit(user, subject):
        with smtplib.SMTP("127.0.0.1", waxwing.smtp, timeout=30) as session:
            credential = user.smtp_credential
            session.login(credential["userName"], credential["password"])
            session.sendmail(
                f"app@{owned}", ["reader@inbox.example"], raw(owned, subject, fields)
            )

    subject = unique("delegated ")
    submit(delegate, subject)
    assert waxwing.wait_for_subject(subject)
    with pytest.raises(smtplib.SMTPDataError) as refusal:
        submit(outsider, "no")
    assert refusal.value.smtp_code == 554
    assert refusal.value.smtp_error.decode() == (
        f"Access denied: User '{outsider.arn}' is not authorized to perform 'ses:SendRawEmail' "
        f"on resource '{arn(owned)}'"
    )


def test_without_an_arn_the_identity_is_unknown(waxwing, delegate, owned, refused):
    refusal = refused(
        delegate.client("sesv2").send_email, FromEmailAddress=f"app@{owned}",
        Destination={"ToAddresses": ["reader@inbox.example"]}, Content={"Simple": simple("no")},
    )  # fmt: skip
    assert refusal.code == "MessageRejected"


def test_a_deny_holds_for_the_owners_own_callers(waxwing, sesv2, ses, unique, refused):
    domain = waxwing.verified_domain(f"{unique('denied')}.example")
    deny = policy(domain, Effect="Deny", Principal={"AWS": ACCOUNT})
    ses.put_identity_policy(Identity=domain, PolicyName="Deny", Policy=deny)
    refusal = refused(
        sesv2.send_email, FromEmailAddress=f"app@{domain}",
        Destination={"ToAddresses": ["reader@inbox.example"]}, Content={"Simple": simple("no")},
    )  # fmt: skip
    assert (refusal.code, refusal.status) == ("AccessDeniedException", 403)


def test_a_policy_of_one_identity_lends_no_other_name(waxwing, delegate, owned, unique, refused):
    """SourceArn speaks for the envelope sender; another identity in From needs its own policy."""
    other = waxwing.verified_domain(f"{unique('unlent')}.example")
    borrowed = (
        f"From: Boss <boss@{other}>\r\nTo: reader@inbox.example\r\nSubject: no\r\n\r\nHello\r\n"
    )
    sender = f"From: App <app@{owned}>\r\nSender: boss@{other}\r\nSubject: no\r\n\r\nHello\r\n"
    for content in (borrowed, sender):
        refusal = refused(
            delegate.client("ses").send_raw_email, Source=f"app@{owned}", SourceArn=arn(owned),
            Destinations=["reader@inbox.example"], RawMessage={"Data": content.encode()},
        )  # fmt: skip
        assert (refusal.code, refusal.status) == ("AccessDenied", 403), refusal.message
        assert refusal.message.endswith(f"on resource '{arn(other)}'")


def test_the_owners_default_set_is_not_the_delegates(waxwing, sesv2, ses, delegate, unique, refused):
    domain, name = waxwing.verified_domain(f"{unique('lent')}.example"), unique("owners")
    ses.put_identity_policy(Identity=domain, PolicyName="All", Policy=policy(domain))
    sesv2.create_configuration_set(
        ConfigurationSetName=name, SendingOptions={"SendingEnabled": False}
    )
    sesv2.put_email_identity_configuration_set_attributes(
        EmailIdentity=domain, ConfigurationSetName=name
    )
    subject = unique("delegated ")
    send(waxwing, delegate, "v2", domain, subject)
    assert waxwing.wait_for_subject(subject)
    paused = refused(
        sesv2.send_email, FromEmailAddress=f"app@{domain}",
        Destination={"ToAddresses": ["reader@inbox.example"]}, Content={"Simple": simple("no")},
    )  # fmt: skip
    assert paused.code == "SendingPausedException"


# What a policy can ask of a send, as v1 and v2 answer it: by key, operator, value and outcome.
CONDITIONS = [
    ("StringEquals", "ses:FromAddress", "app@DOMAIN", True),
    ("StringEquals", "ses:FromAddress", "App@DOMAIN", False),
    ("StringLike", "ses:FromAddress", "a?p@*", True),
    ("StringEquals", "ses:FromDisplayName", "The App", True),
    ("StringEquals", "ses:FromDisplayName", "the app", False),
    ("ForAllValues:StringLike", "ses:Recipients", ["*@inbox.example"], True),
    ("ForAllValues:StringLike", "ses:Recipients", ["reader@inbox.example"], False),
    ("ForAnyValue:StringEquals", "ses:Recipients", ["copy@inbox.example"], True),
    ("StringEquals", "ses:FeedbackAddress", "back@DOMAIN", True),
    ("StringEquals", "ses:FeedbackAddress", "app@DOMAIN", False),
    ("IpAddress", "aws:SourceIp", "127.0.0.0/8", True),
    ("NotIpAddress", "aws:SourceIp", "127.0.0.1", False),
    ("Bool", "aws:SecureTransport", "false", True),
    ("Bool", "aws:SecureTransport", "true", False),
    ("StringLike", "aws:UserAgent", "*Boto3*", True),
    ("DateGreaterThan", "aws:CurrentTime", "2026-01-01T00:00:00Z", True),
    ("DateLessThan", "aws:CurrentTime", "2026-01-01T00:00:00Z", False),
    ("NumericGreaterThan", "aws:EpochTime", "1767225600", True),
    ("StringEquals", "aws:PrincipalOrgID", "o-a1b2c3d4e5", True),
    ("StringEquals", "aws:PrincipalOrgID", "o-zzzzzzzzzz", False),
]


@pytest.fixture(scope="module")
def lent(waxwing, unique):
    """A domain whose one policy each test replaces; what it says holds at once."""
    return waxwing.verified_domain(f"{unique('lent')}.example")


@pytest.mark.parametrize("operator, key, value, allowed", CONDITIONS)
def test_conditions(waxwing, ses, delegate, lent, refused, operator, key, value, allowed):
    domain = lent
    wanted = [v.replace("DOMAIN", domain) for v in ([value] if isinstance(value, str) else value)]
    ses.put_identity_policy(
        Identity=domain, PolicyName="One",
        Policy=policy(domain, Condition={operator: {key: wanted}}),
    )  # fmt: skip
    to = {"ToAddresses": ["reader@inbox.example"], "CcAddresses": ["copy@inbox.example"]}
    calls = [
        (delegate.client("ses").send_email, dict(
            Source=f"The App <app@{domain}>", SourceArn=arn(domain), ReturnPath=f"back@{domain}",
            ReturnPathArn=arn(domain), Destination=to, Message=simple("condition"))),
        (delegate.client("sesv2").send_email, dict(
            FromEmailAddress=f"The App <app@{domain}>", FromEmailAddressIdentityArn=arn(domain),
            FeedbackForwardingEmailAddress=f"back@{domain}",
            FeedbackForwardingEmailAddressIdentityArn=arn(domain),
            Destination=to, Content={"Simple": simple("condition")})),
    ]  # fmt: skip
    for call, arguments in calls:
        if allowed:
            assert call(**arguments)["MessageId"]
        else:
            assert refused(call, **arguments).status == 403


@pytest.mark.parametrize("version", ["1", "2"])
def test_the_version_of_the_api_is_a_condition(waxwing, ses, delegate, lent, refused, version):
    ses.put_identity_policy(
        Identity=lent, PolicyName="One",
        Policy=policy(lent, Condition={"StringEquals": {"ses:ApiVersion": version}}),
    )  # fmt: skip
    for way in ("v1", "v2"):
        arguments = dict(waxwing=waxwing, user=delegate, way=way, domain=lent, subject="version")
        if way == f"v{version}":
            send(**arguments)
        else:
            assert refused(send, **arguments).status == 403
def test_a_policy_lends_no_address_for_reports(waxwing, delegate, owned, unique, refused):
    """ReturnPath without an ARN: the identity that covers it is asked, too."""
    other = waxwing.verified_domain(f"{unique('unlent')}.example")
    v1, v2 = delegate.client("ses"), delegate.client("sesv2")
    to = {"ToAddresses": ["reader@inbox.example"]}

    def from_v1(back):
        v1.send_email(
            Source=f"app@{owned}", SourceArn=arn(owned), ReturnPath=back, Destination=to,
            Message=simple("no"),
        )  # fmt: skip

    def from_v2(back, content):
        v2.send_email(
            FromEmailAddress=f"app@{owned}", FromEmailAddressIdentityArn=arn(owned),
            FeedbackForwardingEmailAddress=back, Destination=to, Content=content,
        )  # fmt: skip

    for call, more in (
        (from_v1, ()), (from_v2, ({"Simple": simple("no")},)),
        (from_v2, ({"Raw": {"Data": raw(owned, "no")}},)),
    ):  # fmt: skip
        call(f"back@{owned}", *more)
        refusal = refused(call, f"back@{other}", *more)
        assert refusal.status == 403, refusal.message
        assert refusal.message.endswith(f"on resource '{arn(other)}'")
    waxwing.client("ses").put_identity_policy(
        Identity=other, PolicyName="Lent", Policy=policy(other)
    )
    from_v1(f"back@{other}")


def test_a_deny_holds_for_the_address_for_reports(waxwing, sesv2, ses, domain, unique, refused):
    denied = waxwing.verified_domain(f"{unique('denied')}.example")
    deny = policy(denied, Effect="Deny", Principal={"AWS": ACCOUNT})
    ses.put_identity_policy(Identity=denied, PolicyName="Deny", Policy=deny)
    refusal = refused(
        sesv2.send_email, FromEmailAddress=f"app@{domain}",
        FeedbackForwardingEmailAddress=f"back@{denied}",
        Destination={"ToAddresses": ["reader@inbox.example"]}, Content={"Simple": simple("no")},
    )  # fmt: skip
    assert (refusal.code, refusal.status) == ("AccessDeniedException", 403)
    assert refusal.message.endswith(f"on resource '{arn(denied)}'")
