"""SendEmail, SendRawEmail and SMTP, in what all of them have in common and in what each adds."""

import re

import pytest
from stored import put_settings, records
from support import mail, smtp

MESSAGE_ID = re.compile(r"^01\d\d[0-9a-f]{12}(-[0-9a-f]+){5}-000000$")


@pytest.fixture
def subject(unique):
    return unique("sent")


def simple(text="Hello.", html=None, subject="s", **more):
    body = {"Text": {"Data": text}}
    if html:
        body["Html"] = {"Data": html}
    return {"Simple": {"Subject": {"Data": subject}, "Body": body, **more}}


def received(waxwing, subject):
    """The message as its recipient has it."""
    return mail.read(waxwing.raw(waxwing.wait_for_subject(subject)))


def test_v2_attachments_arrive_as_they_were(waxwing, sesv2, domain, subject):
    files = [
        {"FileName": "Grüße 山.pdf", "RawContent": bytes(range(256)), "ContentType": "application/pdf"},
        {"FileName": "pixel.png", "RawContent": mail.PNG, "ContentType": "image/png",
         "ContentDisposition": "INLINE", "ContentId": "pixel", "ContentDescription": "a dot"},
        {"FileName": "plain.txt", "RawContent": b"seven\r\n", "ContentType": "text/plain",
         "ContentTransferEncoding": "SEVEN_BIT"},
        {"FileName": "quoted.txt", "RawContent": "äöü\r\n".encode(), "ContentType": "text/plain",
         "ContentTransferEncoding": "QUOTED_PRINTABLE"},
    ]  # fmt: skip
    answer = sesv2.send_email(
        FromEmailAddress=f"me@{domain}", Destination={"ToAddresses": ["you@inbox.example"]},
        Content=simple("t", '<img src="cid:pixel">', subject, Attachments=files),
    )  # fmt: skip
    assert MESSAGE_ID.match(answer["MessageId"])
    message = received(waxwing, subject)
    assert message["Message-ID"] == f"<{answer['MessageId']}@email.amazonses.com>"
    found = {
        part.get_filename(): part for part in message.walk() if part.get_filename() is not None
    }
    for file in files:
        part = found[file["FileName"]]
        assert part.get_payload(decode=True) == file["RawContent"], file["FileName"]
        assert part.get_content_type() == file["ContentType"]
    inline = found["pixel.png"]
    assert inline["Content-ID"] == "<pixel>"
    assert inline["Content-Description"] == "a dot"
    assert inline.get_content_disposition() == "inline"
    assert found["plain.txt"]["Content-Transfer-Encoding"] == "7bit"
    assert found["quoted.txt"]["Content-Transfer-Encoding"] == "quoted-printable"


def test_v2_headers_and_reply_to_arrive(waxwing, sesv2, domain, subject):
    sesv2.send_email(
        FromEmailAddress=f"Zoë <me@{domain}>",
        Destination={"ToAddresses": ["A <a@inbox.example>"], "CcAddresses": ["b@inbox.example"],
                     "BccAddresses": ["c@inbox.example"]},
        ReplyToAddresses=["Answers <r1@x.example>", "r2@x.example"],
        Content=simple(subject=subject, Headers=[
            {"Name": "X-Order", "Value": "Size 17"}, {"Name": "List-Id", "Value": "<l.example>"}]),
    )  # fmt: skip
    message = received(waxwing, subject)
    assert message["X-Order"] == "Size 17"
    assert message["List-Id"] == "<l.example>"
    assert [a.addr_spec for a in message["Reply-To"].addresses] == ["r1@x.example", "r2@x.example"]
    assert message["From"].addresses[0].display_name == "Zoë"
    assert message["Bcc"] is None
    shown = waxwing.wait_for_subject(subject)
    assert sorted(shown["recipients"]) == ["a@inbox.example", "b@inbox.example", "c@inbox.example"]


@pytest.mark.parametrize(
    "name",
    ["Bcc", "CC", "content-disposition", "Content-Type", "Date", "From", "Message-ID",
     "MIME-Version", "Reply-To", "Return-Path", "Subject", "To"],
)  # fmt: skip
def test_v2_refuses_headers_that_are_not_the_callers(sesv2, domain, refused, name):
    answer = refused(
        sesv2.send_email, FromEmailAddress=f"me@{domain}",
        Destination={"ToAddresses": ["you@inbox.example"]},
        Content=simple(Headers=[{"Name": name, "Value": "x"}]),
    )  # fmt: skip
    assert (answer.code, answer.status) == ("BadRequestException", 400)
    assert name in answer.message


@pytest.mark.parametrize("name", ["run.exe", "x.JS", "a.b.ps1xml", "setup.msi. ", "Ж.vbs"])
def test_blocked_attachments_are_refused(sesv2, ses, domain, refused, name):
    answer = refused(
        sesv2.send_email, FromEmailAddress=f"me@{domain}",
        Destination={"ToAddresses": ["you@inbox.example"]},
        Content=simple(Attachments=[{"FileName": name, "RawContent": b"MZ"}]),
    )  # fmt: skip
    assert (answer.code, answer.message) == ("BadRequestException", f"Illegal filename '{name}'.")
    raw = mail.message(f"me@{domain}", "you@inbox.example", "s", files=[(name.strip(), "application/octet-stream", b"MZ")])  # fmt: skip
    answer = refused(ses.send_raw_email, RawMessage={"Data": raw})
    assert answer.code == "InvalidParameterValue"
    assert answer.message.startswith("Illegal filename")


def test_a_virus_is_taken_and_goes_nowhere(waxwing, ses, sesv2, domain, subject):
    region = waxwing.client("sesv2").meta.region_name
    before = ses.get_send_quota()["SentLast24Hours"]
    virus = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
    ids = []
    ids.append(sesv2.send_email(
        FromEmailAddress=f"me@{domain}", Destination={"ToAddresses": ["you@inbox.example"]},
        Content=simple(virus, subject=subject))["MessageId"])  # fmt: skip
    ids.append(sesv2.send_email(
        FromEmailAddress=f"me@{domain}", Destination={"ToAddresses": ["you@inbox.example"]},
        Content=simple(subject=subject, Attachments=[
            {"FileName": "eicar.txt", "RawContent": virus.encode()}]))["MessageId"])  # fmt: skip
    raw = mail.message(f"me@{domain}", "you@inbox.example", subject, files=[("a.zip", "application/zip", virus.encode())])  # fmt: skip
    ids.append(ses.send_raw_email(RawMessage={"Data": raw})["MessageId"])
    raw = mail.message(f"me@{domain}", "you@inbox.example", f"{subject} {virus}")
    ids.append(ses.send_raw_email(RawMessage={"Data": raw})["MessageId"])
    assert len(set(ids)) == 4 and region
    for message_id in ids:
        assert [r["rejected"] for r in records(waxwing, message_id)] == ["Bad content"]
    assert ses.get_send_quota()["SentLast24Hours"] == before + 4
    assert sum(point["Rejects"] for point in ses.get_send_statistics()["SendDataPoints"]) >= 4
    assert waxwing.absent(lambda m: m["subject"].startswith(subject))


def test_what_events_will_need_is_kept(waxwing, sesv2, domain, subject):
    answer = sesv2.send_email(
        FromEmailAddress=f"Zoë <me@{domain}>",
        Destination={"ToAddresses": ["Ann <a@inbox.example>"], "BccAddresses": ["b@inbox.example"]},
        EmailTags=[{"Name": "campaign", "Value": "x.y@z"}],
        Content=simple(subject=subject, Headers=[{"Name": "X-Long", "Value": "v " * 400}]),
    )  # fmt: skip
    (record,) = records(waxwing, answer["MessageId"])
    assert record["source"] == f"Zoë <me@{domain}>"
    assert record["sourceARN"] == f"arn:aws:ses:us-east-1:000000000000:identity/{domain}"
    assert record["destinations"] == ["Ann <a@inbox.example>", "b@inbox.example"]
    assert record["tags"] == [["campaign", "x.y@z"]]
    assert record["operation"] == "SendEmail"
    assert ["Subject", subject] in record["headers"]
    assert record["sourceIP"] == "127.0.0.1"
    assert record["caller"] == "arn:aws:iam::000000000000:root"
    assert record["authorDomain"] == domain
    # Nothing was encrypted.
    assert "isSecure" not in record and "tlsVersion" not in record


def test_the_version_of_tls_is_kept(waxwing, domain, subject):
    content = f"From: me@{domain}\r\nTo: you@inbox.example\r\nSubject: {subject}\r\n\r\nHello."
    with smtp.Dialogue(waxwing.smtp) as session:
        session.expect(250, "EHLO client.example")
        session.expect(220, "STARTTLS")
        session.start_tls()
        reply = session.transaction(f"bounces@{domain}", ["you@inbox.example"], content.encode())
    (record,) = records(waxwing, reply.split()[2])
    assert (record["isSecure"], record["tlsVersion"]) == (True, "TLSv1.3")
    assert (record["operation"], record["authorDomain"]) == ("SendRawEmail", domain)
    assert record["source"] == f"bounces@{domain}"


def test_of_a_steering_field_the_first_counts(waxwing, ses, domain, subject):
    raw = (
        f"From: me@{domain}\r\nTo: you@inbox.example\r\nSubject: {subject}\r\n"
        "X-SES-MESSAGE-TAGS: first=1\r\nx-ses-message-tags: second=2\r\n\r\nHello.\r\n"
    ).encode()
    answer = ses.send_raw_email(RawMessage={"Data": raw})
    (record,) = records(waxwing, answer["MessageId"])
    assert record["tags"] == [["first", "1"]]
    assert b"x-ses-message-tags" not in waxwing.raw(waxwing.wait_for_subject(subject)).lower()


def test_fields_of_raw_messages_steer_and_disappear(waxwing, ses, domain, subject):
    raw = (
        f"From: me@{domain}\r\nTo: you@inbox.example\r\nSubject: {subject}\r\n"
        "X-SES-MESSAGE-TAGS: a=1, b = 2\r\nX-SES-CONFIGURATION-SET: nowhere\r\n\r\nHello.\r\n"
    ).encode()
    with pytest.raises(ses.exceptions.ConfigurationSetDoesNotExistException):
        ses.send_raw_email(RawMessage={"Data": raw})
    raw = raw.replace(b"X-SES-CONFIGURATION-SET: nowhere\r\n", b"")
    answer = ses.send_raw_email(RawMessage={"Data": raw})
    (record,) = records(waxwing, answer["MessageId"])
    assert record["tags"] == [["a", "1"], ["b", "2"]]
    assert ["X-SES-MESSAGE-TAGS", "a=1, b = 2"] in record["headers"]
    assert b"X-SES-" not in waxwing.raw(waxwing.wait_for_subject(subject))
    answer = ses.send_raw_email(RawMessage={"Data": raw}, Tags=[{"Name": "c", "Value": "3"}])
    (record,) = records(waxwing, answer["MessageId"])
    assert record["tags"] == [["c", "3"]]


@pytest.mark.parametrize(
    "tag, text",
    [
        (("a b", "x"), "Invalid tag name <a b>: only alphanumeric ASCII characters, '_',  '-' are allowed."),
        (("a" * 256, "x"), "Tag name cannot exceed 255 characters."),
        (("a", "x y"), "Invalid tag value <x y>"),
        (("ä", "x"), "Invalid tag name <ä>"),
    ],
)  # fmt: skip
def test_tags_are_checked(sesv2, domain, refused, tag, text):
    answer = refused(
        sesv2.send_email, FromEmailAddress=f"me@{domain}",
        Destination={"ToAddresses": ["you@inbox.example"]},
        EmailTags=[{"Name": tag[0], "Value": tag[1]}], Content=simple(),
    )  # fmt: skip
    assert answer.code == "BadRequestException"
    assert answer.message.startswith(text)


def test_feedback_labels_head_the_feedback_id(waxwing, sesv2, domain, subject):
    sesv2.send_email(
        FromEmailAddress=f"me@{domain}", Destination={"ToAddresses": ["you@inbox.example"]},
        EmailTags=[{"Name": "ses:feedback-id-a", "Value": "shop"},
                   {"Name": "ses:feedback-id-b", "Value": "spring"}],
        Content=simple(subject=subject),
    )  # fmt: skip
    assert received(waxwing, subject)["Feedback-ID"].startswith("shop:spring:1.us-east-1.")


def test_return_path_has_to_be_verified(ses, domain, refused):
    send = dict(
        Source=f"me@{domain}", Destination={"ToAddresses": ["you@inbox.example"]},
        Message={"Subject": {"Data": "s"}, "Body": {"Text": {"Data": "t"}}},
    )  # fmt: skip
    answer = refused(ses.send_email, **send, ReturnPath="back@elsewhere.example")
    assert (answer.code, answer.status) == ("MessageRejected", 400)
    assert answer.message.endswith("US-EAST-1: back@elsewhere.example")
    ses.send_email(**send, ReturnPath=f"back@{domain}")


def test_bounces_go_to_the_return_path(waxwing, ses, domain, unique):
    back = f"{unique('back')}@{domain}"
    ses.send_email(
        Source=f"me@{domain}", ReturnPath=back,
        Destination={"ToAddresses": ["bounce@simulator.amazonses.com"]},
        Message={"Subject": {"Data": "s"}, "Body": {"Text": {"Data": "t"}}},
    )  # fmt: skip
    waxwing.wait_for(lambda m: back in m["recipients"], "the bounce report")


def test_identities_of_other_accounts_are_refused(sesv2, domain, refused):
    arn = "arn:aws:ses:us-east-1:111122223333:identity/theirs.example"
    answer = refused(
        sesv2.send_email, FromEmailAddress=f"me@{domain}", FromEmailAddressIdentityArn=arn,
        Destination={"ToAddresses": ["you@inbox.example"]}, Content=simple(),
    )  # fmt: skip
    assert answer.code in ("AccessDeniedException", "MessageRejected")
    sesv2.send_email(
        FromEmailAddress=f"me@{domain}",
        FromEmailAddressIdentityArn=f"arn:aws:ses:us-east-1:000000000000:identity/{domain}",
        Destination={"ToAddresses": ["you@inbox.example"]}, Content=simple(),
    )  # fmt: skip


def test_an_unknown_tenant_sends_nothing(sesv2, domain, refused):
    answer = refused(
        sesv2.send_email, FromEmailAddress=f"me@{domain}", TenantName="nobody",
        Destination={"ToAddresses": ["you@inbox.example"]}, Content=simple(),
    )  # fmt: skip
    assert (answer.code, answer.status) == ("NotFoundException", 404)
    assert answer.message == "Tenant nobody for AwsAccountId 000000000000 not found."


def test_sending_can_be_paused(waxwing, unique, refused):
    region = "eu-north-1"
    client = waxwing.client("sesv2", region=region)
    name = f"{unique('paused')}.example"
    client.create_email_identity(EmailIdentity=name)
    put_settings(waxwing, region, sendingEnabled=False)
    send = dict(
        FromEmailAddress=f"me@{name}", Destination={"ToAddresses": ["you@inbox.example"]},
        Content=simple(),
    )  # fmt: skip
    answer = refused(client.send_email, **send)
    assert (answer.code, answer.status) == ("SendingPausedException", 400)
    put_settings(waxwing, region)
    waxwing_sends(client, send)


def waxwing_sends(client, send):
    assert MESSAGE_ID.match(client.send_email(**send)["MessageId"])


def test_smtp_knows_the_same_fields(waxwing, domain, subject):
    content = (
        f"From: me@{domain}\r\nTo: you@inbox.example\r\nSubject: {subject}\r\n"
        "X-SES-MESSAGE-TAGS: n=v\r\nMessage-ID: <mine@x.example>\r\n\r\nHello."
    ).encode()
    with smtp.Dialogue(waxwing.smtp) as session:
        reply = session.transaction(f"me@{domain}", ["you@inbox.example"], content)
    assert reply.startswith("250 Ok ")
    (record,) = records(waxwing, reply.split()[2])
    assert record["tags"] == [["n", "v"]]
    assert record["operation"] == "SendRawEmail"
    message = received(waxwing, subject)
    assert message["Message-ID"] != "<mine@x.example>"
    bad = content.replace(b"n=v", b"n v")
    with smtp.Dialogue(waxwing.smtp) as session:
        reply = session.transaction(f"me@{domain}", ["you@inbox.example"], bad)
    assert reply.startswith("554 Transaction failed: ")
