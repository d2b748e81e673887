"""Messages from templates: one, and many at once, in both versions."""

import json
import re
import time

import pytest
from stored import put_settings, records
from support import mail

MESSAGE_ID = re.compile(r"^01\d\d[0-9a-f]{12}(-[0-9a-f]+){5}-000000$")


@pytest.fixture
def template(ses, unique):
    """Makes a template, and gives its name."""

    def make(subject="{{subject}}", text="Dear {{name}}, {{a.x}}{{a.y}}.", html=None):
        name = unique("template")
        parts = {"SubjectPart": subject, "TextPart": text, "HtmlPart": html}
        ses.create_template(
            Template={"TemplateName": name, **{k: v for k, v in parts.items() if v is not None}}
        )
        return name

    return make


@pytest.fixture
def subject(unique):
    return unique("bulk")


def body(waxwing, subject):
    message = mail.read(waxwing.raw(waxwing.wait_for_subject(subject)))
    return message.get_body(("plain",)).get_content().strip()


def test_one_message_in_both_versions(waxwing, ses, sesv2, domain, template, subject):
    name = template(html="<p>{{name}} & {{{name}}}</p>")
    data = {"name": "Zoë <&>", "a": {"x": 1, "y": "2"}}
    first = ses.send_templated_email(
        Source=f"me@{domain}", Destination={"ToAddresses": ["you@inbox.example"]}, Template=name,
        TemplateData=json.dumps({**data, "subject": f"{subject} v1"}),
    )  # fmt: skip
    second = sesv2.send_email(
        FromEmailAddress=f"me@{domain}", Destination={"ToAddresses": ["you@inbox.example"]},
        Content={"Template": {
            "TemplateName": name, "TemplateData": json.dumps({**data, "subject": f"{subject} v2"}),
            "Headers": [{"Name": "X-Kind", "Value": "templated"}],
            "Attachments": [{"FileName": "a.txt", "RawContent": b"file"}]}},
    )  # fmt: skip
    for version, answer in (("v1", first), ("v2", second)):
        assert MESSAGE_ID.match(answer["MessageId"])
        message = mail.read(waxwing.raw(waxwing.wait_for_subject(f"{subject} {version}")))
        assert message.get_body(("plain",)).get_content().strip() == "Dear Zoë <&>, 12."
        # SES escapes nothing.
        assert "<p>Zoë <&> & Zoë <&></p>" in message.get_body(("html",)).get_content()
        (record,) = records(waxwing, answer["MessageId"])
        assert record["templateName"] == name
    assert message["X-Kind"] == "templated"
    assert [f[0] for f in mail.attachments(message.as_bytes())] == ["a.txt"]


def test_templates_of_the_request_itself(waxwing, sesv2, domain, subject):
    sesv2.send_email(
        FromEmailAddress=f"me@{domain}", Destination={"ToAddresses": ["you@inbox.example"]},
        Content={"Template": {
            "TemplateContent": {"Subject": "{{s}}", "Text": "{{#each l}}{{this}};{{/each}}"},
            "TemplateData": json.dumps({"s": subject, "l": [1, "b"]})}},
    )  # fmt: skip
    assert body(waxwing, subject) == "1;b;"


def test_what_lacks_a_value_is_taken_and_not_delivered(waxwing, ses, domain, template, subject):
    name = template()
    before = ses.get_send_quota()["SentLast24Hours"]
    answer = ses.send_templated_email(
        Source=f"me@{domain}", Destination={"ToAddresses": ["you@inbox.example"]}, Template=name,
        TemplateData=json.dumps({"subject": subject, "name": "x", "a": {"x": None, "y": 1}}),
    )  # fmt: skip
    (record,) = records(waxwing, answer["MessageId"])
    assert record["renderingFailed"] == [
        name, "Attribute 'a.x' is not present in the rendering data.",
    ]  # fmt: skip
    assert ses.get_send_quota()["SentLast24Hours"] == before
    assert waxwing.absent(lambda m: m["subject"] == subject)


@pytest.mark.parametrize("data", ["", "[]", "{", '"x"'])
def test_data_that_is_no_object_is_refused(ses, sesv2, domain, template, refused, data):
    name = template()
    answer = refused(
        ses.send_templated_email, Source=f"me@{domain}", Template=name, TemplateData=data,
        Destination={"ToAddresses": ["you@inbox.example"]},
    )  # fmt: skip
    assert (answer.code, answer.status) == ("InvalidRenderingParameter", 400)
    answer = refused(
        sesv2.send_email, FromEmailAddress=f"me@{domain}",
        Destination={"ToAddresses": ["you@inbox.example"]},
        Content={"Template": {"TemplateName": name, "TemplateData": data}},
    )  # fmt: skip
    assert (answer.code, answer.status) == ("BadRequestException", 400)


def test_templates_that_are_not_there(ses, sesv2, domain, refused):
    to = {"ToAddresses": ["you@inbox.example"]}
    answer = refused(
        ses.send_templated_email, Source=f"me@{domain}", Template="none", TemplateData="{}",
        Destination=to,
    )  # fmt: skip
    assert (answer.code, answer.status) == ("TemplateDoesNotExist", 400)
    assert answer.message == "Template none does not exist."
    answer = refused(
        sesv2.send_email, FromEmailAddress=f"me@{domain}", Destination=to,
        Content={"Template": {"TemplateName": "none", "TemplateData": "{}"}},
    )  # fmt: skip
    assert (answer.code, answer.status) == ("NotFoundException", 404)
    answer = refused(
        ses.send_bulk_templated_email, Source=f"me@{domain}", Template="none",
        DefaultTemplateData="{}", Destinations=[{"Destination": to}],
    )  # fmt: skip
    assert answer.code == "TemplateDoesNotExist"
    answer = refused(
        sesv2.send_bulk_email, FromEmailAddress=f"me@{domain}",
        DefaultContent={"Template": {"TemplateName": "none", "TemplateData": "{}"}},
        BulkEmailEntries=[{"Destination": to}],
    )  # fmt: skip
    assert (answer.code, answer.status) == ("NotFoundException", 404)
    answer = refused(
        sesv2.send_email, FromEmailAddress=f"me@{domain}", Destination=to,
        Content={"Template": {"TemplateContent": {"Subject": "s", "Text": "{{#if}"}, "TemplateData": "{}"}},
    )  # fmt: skip
    assert answer.code == "BadRequestException"
    answer = refused(
        sesv2.send_email, Destination=to,
        Content={"Template": {"TemplateName": "none", "TemplateData": "{}"}},
    )  # fmt: skip
    assert (answer.code, answer.message) == ("BadRequestException", "Source cannot be empty")


def test_bulk_v2_lays_each_entry_over_the_defaults(waxwing, sesv2, domain, template, subject):
    name = template()
    entries = [
        {"Destination": {"ToAddresses": [f"r{n}@inbox.example"]},
         "ReplacementTags": [{"Name": "n", "Value": str(n)}],
         "ReplacementHeaders": [{"Name": "x-n", "Value": str(n)}],
         "ReplacementEmailContent": {"ReplacementTemplate": {"ReplacementTemplateData": json.dumps(
             {"subject": f"{subject} {n}", "a": {"x": n}})}}}
        for n in range(50)
    ]  # fmt: skip
    answer = sesv2.send_bulk_email(
        FromEmailAddress=f"me@{domain}", ReplyToAddresses=["answers@x.example"],
        DefaultEmailTags=[{"Name": "n", "Value": "none"}, {"Name": "all", "Value": "1"}],
        DefaultContent={"Template": {
            "TemplateName": name, "TemplateData": json.dumps({"name": "you", "a": {"x": 0, "y": "!"}}),
            "Headers": [{"Name": "X-N", "Value": "none"}, {"Name": "X-All", "Value": "1"}]}},
        BulkEmailEntries=entries,
    )  # fmt: skip
    results = answer["BulkEmailEntryResults"]
    assert [r["Status"] for r in results] == ["SUCCESS"] * 50
    assert len({r["MessageId"] for r in results}) == 50
    for n in (0, 17, 49):
        shown = waxwing.wait_for_subject(f"{subject} {n}")
        message = mail.read(waxwing.raw(shown))
        assert shown["recipients"] == [f"r{n}@inbox.example"]
        assert message["Message-ID"] == f"<{results[n]['MessageId']}@email.amazonses.com>"
        assert message.get_body(("plain",)).get_content().strip() == f"Dear you, {n}!."
        assert message.get_all("X-N") == [str(n)]
        assert message["X-All"] == "1"
        assert message["Reply-To"] == "answers@x.example"
        (record,) = records(waxwing, results[n]["MessageId"])
        assert record["tags"] == [["all", "1"], ["n", str(n)]]
        assert {s["result"] for s in shown["authentication"]["dkim"]} == {"pass"}


def test_each_entry_has_its_own_end(waxwing, ses, sesv2, domain, template, subject):
    name = template(text="{{name}}")
    good, bad, many = ["you@inbox.example"], ["nobody"], [f"a{n}@inbox.example" for n in range(51)]
    values = json.dumps({"name": "n"})
    answer = ses.send_bulk_templated_email(
        Source=f"me@{domain}", Template=name, DefaultTemplateData=json.dumps({"subject": subject}),
        Destinations=[
            {"Destination": {"ToAddresses": to}, "ReplacementTemplateData": data}
            for to, data in [(good, values), (bad, values), ([], values), (many, values), (good, "{")]
        ] + [{"Destination": {"ToAddresses": good}}],
    )  # fmt: skip
    status = answer["Status"]
    assert [s["Status"] for s in status] == [
        "Success", "InvalidParameterValue", "InvalidParameterValue", "InvalidParameterValue",
        "InvalidParameterValue", "Success",
    ]  # fmt: skip
    assert status[1]["Error"] == "Invalid email address<nobody>."
    assert "Error" not in status[0] and "MessageId" not in status[1]
    (record,) = records(waxwing, status[5]["MessageId"])
    assert record["renderingFailed"][1] == "Attribute 'name' is not present in the rendering data."
    answer = sesv2.send_bulk_email(
        FromEmailAddress=f"me@{domain}", ReplyToAddresses=["nobody"],
        DefaultContent={"Template": {"TemplateName": name, "TemplateData": "{}"}},
        BulkEmailEntries=[{"Destination": {"ToAddresses": good}}] * 2,
    )  # fmt: skip
    assert [r["Status"] for r in answer["BulkEmailEntryResults"]] == ["INVALID_PARAMETER"] * 2


def test_a_bad_sender_refuses_the_whole(sesv2, domain, template, refused):
    name = template()
    content = {"Template": {"TemplateName": name, "TemplateData": "{}"}}
    entries = [{"Destination": {"ToAddresses": ["you@inbox.example"]}}]
    answer = refused(
        sesv2.send_bulk_email, FromEmailAddress="nobody", DefaultContent=content,
        BulkEmailEntries=entries,
    )  # fmt: skip
    assert (answer.code, answer.message) == ("BadRequestException", "Invalid email address<nobody>.")
    answer = refused(
        sesv2.send_bulk_email, FromEmailAddress="me@other.example", DefaultContent=content,
        BulkEmailEntries=entries,
    )  # fmt: skip
    assert answer.code == "MessageRejected"
    answer = refused(
        sesv2.send_bulk_email, FromEmailAddress=f"me@{domain}", DefaultContent=content,
        BulkEmailEntries=entries, ConfigurationSetName="none",
    )  # fmt: skip
    assert (answer.code, answer.status) == ("NotFoundException", 404)
    answer = refused(
        sesv2.send_bulk_email, FromEmailAddress=f"me@{domain}", DefaultContent=content,
        BulkEmailEntries=entries * 51,
    )  # fmt: skip
    assert answer.code == "BadRequestException"


def test_quotas_end_a_bulk_in_the_middle(waxwing, unique):
    region = "us-west-1"
    ses, sesv2 = (waxwing.client(s, region=region) for s in ("ses", "sesv2"))
    name = f"{unique('quota')}.example"
    sesv2.create_email_identity(EmailIdentity=name)
    ses.create_template(Template={"TemplateName": "t", "SubjectPart": "s", "TextPart": "t"})
    deadline = time.monotonic() + 15
    while not sesv2.get_email_identity(EmailIdentity=name)["VerifiedForSendingStatus"]:
        assert time.monotonic() < deadline
        time.sleep(0.1)
    put_settings(waxwing, region, dailyQuota=3)

    def send():
        return ses.send_bulk_templated_email(
            Source=f"me@{name}", Template="t", DefaultTemplateData="{}",
            Destinations=[{"Destination": {"ToAddresses": ["you@inbox.example"]}}] * 5,
        )["Status"]  # fmt: skip

    assert [s["Status"] for s in send()] == ["Success"] * 3 + ["AccountDailyQuotaExceeded"] * 2
    put_settings(waxwing, region, maximumRate=2)
    status = [s["Status"] for s in send()]
    assert status[:2] == ["Success"] * 2 and "AccountThrottled" in status


def test_a_subject_cannot_be_broken_by_data(ses, domain, template, refused):
    name = template()
    evil = {"subject": "x\r\nBcc: evil@inbox.example", "name": "n", "a": {"x": 1, "y": 2}}
    answer = refused(
        ses.send_templated_email, Source=f"me@{domain}", Template=name,
        TemplateData=json.dumps(evil), Destination={"ToAddresses": ["you@inbox.example"]},
    )  # fmt: skip
    assert answer.code == "InvalidParameterValue"
    answer = ses.send_bulk_templated_email(
        Source=f"me@{domain}", Template=name, DefaultTemplateData=json.dumps(evil),
        Destinations=[{"Destination": {"ToAddresses": ["you@inbox.example"]}}],
    )  # fmt: skip
    assert answer["Status"][0]["Status"] == "InvalidParameterValue"


def test_a_key_sends_a_bulk_once(waxwing, sesv2, domain, template, subject, unique):
    key = unique("bulk-key")
    client = waxwing.client("sesv2")
    client.meta.events.register(
        "before-sign.sesv2", lambda request, **_: request.headers.add_header("Idempotency-Key", key)
    )

    def send():
        return client.send_bulk_email(
            FromEmailAddress=f"me@{domain}",
            DefaultContent={"Template": {"TemplateName": name, "TemplateData": json.dumps({"subject": subject})}},
            BulkEmailEntries=[{"Destination": {"ToAddresses": [to]}} for to in ("a@inbox.example", "nobody")],
        )["BulkEmailEntryResults"]  # fmt: skip

    name = template(text="t")
    first = send()
    assert send() == first
    waxwing.wait_for_subject(subject)
    time.sleep(0.5)
    assert sum(m["subject"] == subject for m in waxwing.all_messages()) == 1
