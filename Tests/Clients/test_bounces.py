"""`SendBounce`: received mail goes back to its sender, in a form that others read."""

import email.utils
import shutil
import smtplib
import subprocess

import pytest
from flufl.bounce import all_failures

from support import mail, verifiers
from support.processes import LOOPBACK


@pytest.fixture
def received(waxwing, domain, unique):
    """Has the MX take a message; returns who sent it and its entry in the inbox."""

    def take(recipients=("user",), sender=None, content=None):
        author = f"{unique('author')}@sender.example" if sender is None else sender
        subject = unique("bounce me ")
        to = [f"{name}@{domain}" for name in recipients]
        written = content or mail.message("Anna <anna@sender.example>", to[0], subject)
        with smtplib.SMTP(LOOPBACK, waxwing.mx, timeout=20) as client:
            client.sendmail(author, to, written)
        return author, waxwing.wait_for_subject(subject)

    return take


def bounced(domain, *names, **members):
    return [
        {"Recipient": f"{name}@{domain}", "BounceType": "DoesNotExist", **members} for name in names
    ]


def answer_to(waxwing, recipient):
    """The bounce that came to that address, as it was received."""
    entry = waxwing.wait_for(lambda m: recipient in m["recipients"], f"a bounce to {recipient}")
    return entry, waxwing.raw(entry)


def parts(raw):
    """Text for people, fields of message and recipients, and what was returned."""
    message = mail.read(raw)
    assert message.get_content_type() == "multipart/report"
    assert message.get_param("report-type") == "delivery-status"
    assert not message.defects
    text, status, original = message.iter_parts()
    assert not any(part.defects for part in message.walk())
    assert status.get_content_type() == "message/delivery-status"
    return message, text.get_content(), status.get_payload(), original


def test_a_message_goes_back_to_its_return_path(waxwing, ses, domain, received):
    author, entry = received()
    answer = ses.send_bounce(
        OriginalMessageId=entry["receiptId"], BounceSender=f"mailer-daemon@{domain}",
        BouncedRecipientInfoList=bounced(domain, "user"),
    )  # fmt: skip
    bounce, raw = answer_to(waxwing, author)
    assert bounce["mailFrom"] == ""
    message, text, (about, recipient), original = parts(raw)
    assert message["From"] == f"mailer-daemon@{domain}" and message["To"] == author
    assert answer["MessageId"] in message["Message-ID"]
    assert message["Auto-Submitted"] == "auto-replied"
    assert f"user@{domain}" in text and "550 5.1.1 Mailbox does not exist" in text
    assert about["Reporting-MTA"] == "dns; inbound-smtp.us-east-1.amazonaws.com"
    assert email.utils.parsedate_to_datetime(about["Arrival-Date"])
    assert recipient["Final-Recipient"] == f"rfc822; user@{domain}"
    assert (recipient["Action"], recipient["Status"]) == ("failed", "5.1.1")
    assert recipient["Diagnostic-Code"] == "smtp; 550 5.1.1 Mailbox does not exist"
    assert original.get_content_type() == "message/rfc822"
    assert original.get_payload(0)["Subject"] == entry["subject"]
    # Signed by the identity, which the MX of dev has verified, and other people's verifier does.
    assert {"result": "pass", "domain": domain} in [
        {k: d[k] for k in ("result", "domain")} for d in bounce["authentication"]["dkim"]
    ]
    verdicts = verifiers.dkimpy(raw, waxwing.dns)
    assert domain in [v.domain for v in verdicts] and all(v.passed for v in verdicts)


def test_mailing_lists_recognise_who_failed(waxwing, ses, domain, received):
    names = ("one", "two", "three")
    author, entry = received(names)
    ses.send_bounce(
        OriginalMessageId=entry["receiptId"], BounceSender=f"mailer-daemon@{domain}",
        BouncedRecipientInfoList=[
            *bounced(domain, "one", "two"),
            *bounced(domain, "three", BounceType="TemporaryFailure"),
        ],
    )  # fmt: skip
    _, raw = answer_to(waxwing, author)
    import email as parser

    temporary, permanent = all_failures(parser.message_from_bytes(raw))
    expected = {f"{name}@{domain}".encode() for name in names}
    assert temporary | permanent == expected
    assert {f"one@{domain}".encode(), f"two@{domain}".encode()} <= permanent


@pytest.mark.parametrize(
    ("kind", "status", "reply"),
    [
        ("DoesNotExist", "5.1.1", "550 5.1.1 Mailbox does not exist"),
        ("MessageTooLarge", "5.3.4", "552 5.3.4 Message too large"),
        ("ExceededQuota", "5.2.2", "552 5.2.2 Mailbox full"),
        ("ContentRejected", "5.6.1", "500 5.6.1 Message content rejected"),
        ("Undefined", "5.0.0", "554 5.0.0 Unknown failure"),
        ("TemporaryFailure", "4.0.0", "450 4.0.0 Temporary failure"),
    ],
)
def test_each_type_has_its_status(waxwing, ses, domain, received, kind, status, reply):
    author, entry = received()
    ses.send_bounce(
        OriginalMessageId=entry["receiptId"], BounceSender=f"mailer-daemon@{domain}",
        BouncedRecipientInfoList=bounced(domain, "user", BounceType=kind),
    )  # fmt: skip
    _, _, (_, recipient), _ = parts(answer_to(waxwing, author)[1])
    assert recipient["Status"] == status
    assert recipient["Diagnostic-Code"] == f"smtp; {reply}"


def test_everything_can_be_said(waxwing, ses, domain, received):
    author, entry = received()
    ses.send_bounce(
        OriginalMessageId=entry["receiptId"],
        BounceSender=f"Zoë von der Post <zoe@{domain}>",
        Explanation="Das Postfach ist geschlossen – für immer.\n\nZoë",
        MessageDsn={
            "ReportingMta": "dns; mx.own.example", "ArrivalDate": "2026-11-22T09:00:00Z",
            "ExtensionFields": [{"Name": "X-Shard", "Value": "7"}],
        },
        BouncedRecipientInfoList=bounced(
            domain, "user",
            RecipientDsnFields={
                "FinalRecipient": "box@store.example", "Action": "delayed", "Status": "4.2.2",
                "RemoteMta": "dns; store.example", "DiagnosticCode": "smtp; 452 4.2.2 full",
                "LastAttemptDate": "2026-11-22T10:00:00Z",
                "ExtensionFields": [{"Name": "X-Box", "Value": "b"}],
            },
        ),
    )  # fmt: skip
    message, text, (about, recipient), _ = parts(answer_to(waxwing, author)[1])
    assert message["From"] == f"Zoë von der Post <zoe@{domain}>"
    assert message["Subject"] == "Delivery Status Notification (Delay)"
    assert text.replace("\r\n", "\n") == "Das Postfach ist geschlossen – für immer.\n\nZoë"
    assert dict(about.items()) == {
        "Reporting-MTA": "dns; mx.own.example", "Arrival-Date": "Sun, 22 Nov 2026 09:00:00 +0000",
        "X-Shard": "7",
    }  # fmt: skip
    assert dict(recipient.items()) == {
        "Original-Recipient": f"rfc822; user@{domain}",
        "Final-Recipient": "rfc822; box@store.example", "Action": "delayed", "Status": "4.2.2",
        "Remote-MTA": "dns; store.example", "Diagnostic-Code": "smtp; 452 4.2.2 full",
        "Last-Attempt-Date": "Sun, 22 Nov 2026 10:00:00 +0000", "X-Box": "b",
    }  # fmt: skip


@pytest.mark.skipif(not shutil.which("swaks"), reason="swaks is not installed")
def test_what_swaks_delivers_goes_back(waxwing, ses, domain, unique):
    author, subject = f"{unique('swaks')}@sender.example", unique("by swaks ")
    subprocess.run(
        [
            "swaks", "--server", LOOPBACK, "--port", str(waxwing.mx), "--from", author, "--to",
            f"user@{domain}", "--header", f"Subject: {subject}",
        ],
        check=True, capture_output=True, timeout=60,
    )  # fmt: skip
    entry = waxwing.wait_for_subject(subject)
    assert len(entry["receiptId"]) == 40 and entry["receiptId"].isalnum()
    assert waxwing.detail(entry)["receiptId"] == entry["receiptId"]
    ses.send_bounce(
        OriginalMessageId=entry["receiptId"], BounceSender=f"mailer-daemon@{domain}",
        BouncedRecipientInfoList=bounced(domain, "user"),
    )  # fmt: skip
    _, _, (_, recipient), original = parts(answer_to(waxwing, author)[1])
    assert recipient["Status"] == "5.1.1"
    assert original.get_payload(0)["Subject"] == subject


def test_a_bounce_is_not_bounced(waxwing, ses, domain, received, refused):
    _, entry = received(sender="")
    assert entry["mailFrom"] == ""
    refusal = refused(
        ses.send_bounce, OriginalMessageId=entry["receiptId"], BounceSender=f"a@{domain}",
        BouncedRecipientInfoList=bounced(domain, "user"),
    )  # fmt: skip
    assert (refusal.code, refusal.status) == ("MessageRejected", 400)
    assert "has no return path" in refusal.message


def test_only_recipients_of_the_message_are_reported(ses, domain, received, refused):
    _, entry = received()
    refusal = refused(
        ses.send_bounce, OriginalMessageId=entry["receiptId"], BounceSender=f"a@{domain}",
        BouncedRecipientInfoList=bounced(domain, "user", "another"),
    )  # fmt: skip
    assert refusal.code == "MessageRejected"
    assert f"was not received for <another@{domain}>" in refusal.message


def test_policies_speak_of_bounces(waxwing, tmp_path, unique):
    """A bounce is a send: it needs an Allow on the identity of its sender."""
    from support.accounts import Account
    from support.server import Waxwing
    from support.waiting import until

    with Waxwing("--require-credentials") as server:
        account = Account(server)
        root = account.key()
        sesv2 = account.client("sesv2", root)
        sesv2.create_email_identity(EmailIdentity="own.example")
        until(
            lambda: sesv2.get_email_identity(EmailIdentity="own.example")["VerifiedForSendingStatus"],
            "the identity to be verified",
        )
        arn = f"arn:aws:ses:us-east-1:{account.id}:identity/own.example"
        account.member("user", "may", ("Allow", "ses:SendBounce", arn))
        account.member("user", "not", ("Allow", "ses:SendEmail", arn))
        for name, code in (("may", "MessageRejected"), ("not", "AccessDenied")):
            ses = account.client("ses", account.key("--user", name))
            with pytest.raises(ses.exceptions.ClientError) as caught:
                ses.send_bounce(
                    OriginalMessageId="none", BounceSender="a@own.example",
                    BouncedRecipientInfoList=bounced("own.example", "user"),
                )  # fmt: skip
            assert caught.value.response["Error"]["Code"] == code
