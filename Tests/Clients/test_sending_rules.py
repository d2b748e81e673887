"""What configuration sets, suppression lists and tenants mean for a message."""

import json

import pytest
from stored import records
from support import mail


@pytest.fixture
def subject(unique):
    return unique("rules")


@pytest.fixture
def configuration_set(sesv2, unique):
    def make(**options):
        name = unique("set")
        sesv2.create_configuration_set(ConfigurationSetName=name, **options)
        return name

    return make


@pytest.fixture
def send(sesv2, domain):
    def call(subject="s", to=("you@inbox.example",), **more):
        content = {"Simple": {"Subject": {"Data": subject}, "Body": {"Text": {"Data": "t"}}}}
        return sesv2.send_email(
            FromEmailAddress=more.pop("source", f"me@{domain}"),
            Destination={"ToAddresses": list(to)}, Content=content, **more,
        )["MessageId"]  # fmt: skip

    return call


def test_a_paused_set_sends_nothing(ses, sesv2, domain, configuration_set, send, refused):
    name = configuration_set(SendingOptions={"SendingEnabled": False})
    answer = refused(send, ConfigurationSetName=name)
    assert (answer.code, answer.status) == ("SendingPausedException", 400)
    answer = refused(
        ses.send_email, Source=f"me@{domain}", ConfigurationSetName=name,
        Destination={"ToAddresses": ["you@inbox.example"]},
        Message={"Subject": {"Data": "s"}, "Body": {"Text": {"Data": "t"}}},
    )  # fmt: skip
    assert (answer.code, answer.status) == ("ConfigurationSetSendingPausedException", 400)
    sesv2.put_configuration_set_sending_options(ConfigurationSetName=name, SendingEnabled=True)
    send(ConfigurationSetName=name)


def test_unknown_sets_have_their_names(ses, domain, send, refused):
    answer = refused(send, ConfigurationSetName="none")
    assert (answer.code, answer.status) == ("NotFoundException", 404)
    assert answer.message == "Configuration set <none> does not exist."
    answer = refused(
        ses.send_email, Source=f"me@{domain}", ConfigurationSetName="none",
        Destination={"ToAddresses": ["you@inbox.example"]},
        Message={"Subject": {"Data": "s"}, "Body": {"Text": {"Data": "t"}}},
    )  # fmt: skip
    assert answer.code == "ConfigurationSetDoesNotExist"


def test_an_identitys_set_is_used_and_missed(waxwing, sesv2, unique, configuration_set, send, refused):
    name = configuration_set()
    domain = waxwing.verified_domain(f"{unique('d')}.example", ConfigurationSetName=name)
    (record,) = records(waxwing, send(source=f"me@{domain}"))
    assert record["configurationSet"] == name
    sesv2.delete_configuration_set(ConfigurationSetName=name)
    answer = refused(send, source=f"me@{domain}")
    assert (answer.code, answer.status) == ("BadRequestException", 400)
    assert answer.message == f"Configuration set <{name}> does not exist."


def test_message_ids_can_be_kept(waxwing, ses, domain, configuration_set, subject):
    name = configuration_set(Tags=[{"Key": "waxwing:keep-message-id", "Value": "true"}])
    raw = (
        f"From: me@{domain}\r\nTo: you@inbox.example\r\nSubject: {subject}\r\n"
        f"Message-ID: <own.1@{domain}>\r\nX-SES-CONFIGURATION-SET: {name}\r\n\r\nHello.\r\n"
    ).encode()
    answer = ses.send_raw_email(RawMessage={"Data": raw})
    shown = waxwing.wait_for_subject(subject)
    message = mail.read(waxwing.raw(shown))
    assert message["Message-ID"] == f"<own.1@{domain}>"
    assert answer["MessageId"].endswith("-000000")
    assert {s["result"] for s in shown["authentication"]["dkim"]} == {"pass"}


def test_rendering_errors_can_be_told_at_once(ses, sesv2, domain, configuration_set, refused):
    name = configuration_set(Tags=[{"Key": "waxwing:rendering-errors-at-once", "Value": "true"}])
    content = {"Template": {"TemplateContent": {"Subject": "s", "Text": "{{x}}"}, "TemplateData": "{}"}}
    to = {"ToAddresses": ["you@inbox.example"]}
    answer = refused(
        sesv2.send_email, FromEmailAddress=f"me@{domain}", Destination=to, Content=content,
        ConfigurationSetName=name,
    )  # fmt: skip
    assert (answer.code, answer.status) == ("BadRequestException", 400)
    assert answer.message == "Attribute 'x' is not present in the rendering data."
    results = sesv2.send_bulk_email(
        FromEmailAddress=f"me@{domain}", ConfigurationSetName=name, DefaultContent=content,
        BulkEmailEntries=[{"Destination": to}],
    )["BulkEmailEntryResults"]  # fmt: skip
    assert results == [
        {"Status": "INVALID_PARAMETER", "Error": "Attribute 'x' is not present in the rendering data."}
    ]
    sesv2.create_email_template(
        TemplateName=name, TemplateContent={"Subject": "s", "Text": "{{x}}"}
    )
    answer = refused(
        ses.send_templated_email, Source=f"me@{domain}", Destination=to, Template=name,
        TemplateData="{}", ConfigurationSetName=name,
    )  # fmt: skip
    assert (answer.code, answer.status) == ("MissingRenderingAttribute", 400)


def test_suppressed_recipients_get_nothing(waxwing, sesv2, ses, configuration_set, send, subject):
    address = f"Gone@{subject}.example"
    before = ses.get_send_quota()["SentLast24Hours"]
    sesv2.put_suppressed_destination(EmailAddress=address, Reason="BOUNCE")
    to = (f"Gone@{subject.upper()}.example", "you@inbox.example")
    message_id = send(subject, to=to)
    assert waxwing.wait_for_subject(subject)["recipients"] == ["you@inbox.example"]
    (record,) = records(waxwing, message_id)
    assert [entry[1] for entry in record["suppressed"]] == ["BOUNCE"]
    assert len(record["destinations"]) == 2
    assert ses.get_send_quota()["SentLast24Hours"] == before + 2
    # The set's word counts above the account's.
    none = configuration_set(SuppressionOptions={"SuppressedReasons": []})
    send(f"{subject} none", to=to, ConfigurationSetName=none)
    assert len(waxwing.wait_for_subject(f"{subject} none")["recipients"]) == 2
    complaints = configuration_set(SuppressionOptions={"SuppressedReasons": ["COMPLAINT"]})
    send(f"{subject} complaints", to=to, ConfigurationSetName=complaints)
    assert len(waxwing.wait_for_subject(f"{subject} complaints")["recipients"]) == 2
    sesv2.delete_suppressed_destination(EmailAddress=address)
    send(f"{subject} again", to=to)
    assert len(waxwing.wait_for_subject(f"{subject} again")["recipients"]) == 2


def test_an_address_left_out_alone_is_no_error(waxwing, sesv2, send, subject):
    sesv2.put_suppressed_destination(EmailAddress=f"x@{subject}.example", Reason="COMPLAINT")
    (record,) = records(waxwing, send(subject, to=(f"x@{subject}.example",)))
    assert record["suppressed"] == [[f"x@{subject}.example", "COMPLAINT"]]
    assert waxwing.absent(lambda m: m["subject"] == subject)


def test_tenants_send_with_what_is_theirs(waxwing, sesv2, domain, unique, configuration_set, send, refused):
    tenant, name = unique("tenant"), configuration_set()
    sesv2.create_tenant(TenantName=tenant)
    identity = f"arn:aws:ses:us-east-1:000000000000:identity/{domain}"
    set_arn = f"arn:aws:ses:us-east-1:000000000000:configuration-set/{name}"
    sesv2.create_tenant_resource_association(TenantName=tenant, ResourceArn=identity)
    answer = refused(send, TenantName=tenant, ConfigurationSetName=name)
    assert (answer.code, answer.status) == ("AccessDeniedException", 403)
    sesv2.create_tenant_resource_association(TenantName=tenant, ResourceArn=set_arn)
    (record,) = records(waxwing, send(TenantName=tenant, ConfigurationSetName=name))
    assert record["tenant"] == tenant
    results = sesv2.send_bulk_email(
        FromEmailAddress=f"me@{domain}", TenantName=tenant, ConfigurationSetName=name,
        DefaultContent={"Template": {
            "TemplateContent": {"Subject": "s", "Text": "t"}, "TemplateData": json.dumps({})}},
        BulkEmailEntries=[{"Destination": {"ToAddresses": ["you@inbox.example"]}}],
    )["BulkEmailEntryResults"]  # fmt: skip
    assert [r["Status"] for r in results] == ["SUCCESS"]
