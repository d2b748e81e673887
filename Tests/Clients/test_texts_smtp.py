"""The texts that SMTP alone has, and those of quotas and credentials in every way in."""

import base64
import concurrent.futures
import re
import smtplib
import sqlite3
import time

import pytest

from refusals import MESSAGE, SIMPLE, TO, submitted, told
from stored import put_settings
from support import smtp
from support.accounts import Account
from support.processes import LOOPBACK
from support.server import Waxwing
from support.serving import WaxwingServe
from support.waiting import until


def test_replies_of_a_transaction(waxwing, domain):
    content = f"From: me@{domain}\r\nTo: you@inbox.example\r\n\r\nt\r\n".encode()
    reply = submitted(waxwing.smtp, f"me@{domain}", content)
    assert re.fullmatch(r"250 Ok [0-9a-f]{16}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-000000", reply)
    with smtp.Dialogue(waxwing.smtp) as session:
        session.expect(250, "EHLO client.example")
        assert session.command("MAIL FROM:<me@@x.example>") == [
            "553 <me@@x.example> Invalid email address"
        ]
        session.expect(250, f"MAIL FROM:<me@{domain}>")
        assert session.command("RCPT TO:<you>") == ["553 <you> address unknown"]
        size = 41 * 1024 * 1024
        session.expect(250, "RSET")
        assert session.command(f"MAIL FROM:<me@{domain}> SIZE={size}") == [
            "552 Message is too long."
        ]


@pytest.fixture(scope="module")
def guarded():
    with Waxwing("--require-credentials") as server:
        yield server


def signed_in(server, name, password):
    client = smtplib.SMTP(LOOPBACK, server.smtp, timeout=30)
    client.starttls(context=smtp.unverified_tls())
    client.login(name, password)
    return client


def test_replies_about_credentials(guarded, unique):
    account = Account(guarded, "texts")
    root = account.key()
    sesv2 = account.client("sesv2", root)
    name = f"{unique('d')}.example"
    sesv2.create_email_identity(EmailIdentity=name)
    until(
        lambda: sesv2.get_email_identity(EmailIdentity=name)["VerifiedForSendingStatus"], "the domain"
    )
    content = f"From: me@{name}\r\nTo: you@inbox.example\r\n\r\nt\r\n"
    assert submitted(guarded.smtp, f"me@{name}", content.encode()) == "530 Authentication required"
    with pytest.raises(smtplib.SMTPAuthenticationError) as caught:
        signed_in(guarded, root["accessKeyId"], "wrong")
    assert (caught.value.smtp_code, caught.value.smtp_error) == (
        535, b"Authentication Credentials Invalid",
    )  # fmt: skip
    account.member("user", "reader", ("Allow", "ses:GetAccount", "*"))
    made = account.command("smtp-credential", "create", "--region", "us-east-1", "--user", "reader")
    user = f"arn:aws:iam::{account.id}:user/reader"
    identity = f"arn:aws:ses:us-east-1:{account.id}:identity/{name}"
    text = f"User '{user}' is not authorized to perform 'ses:{{}}' on resource '{identity}'"
    with signed_in(guarded, made["userName"], made["password"]) as client:
        with pytest.raises(smtplib.SMTPDataError) as caught:
            client.sendmail(f"me@{name}", ["you@inbox.example"], content)
    assert caught.value.smtp_code == 554
    assert caught.value.smtp_error.decode() == f"Access denied: {text.format('SendRawEmail')}"
    key = account.key("--user", "reader")
    message = {"Source": f"me@{name}", "Destination": TO, "Message": MESSAGE}
    assert told(account.client("ses", key).send_email, **message) == (
        "AccessDenied", 403, text.format("SendEmail"),
    )  # fmt: skip
    arguments = {"FromEmailAddress": f"me@{name}", "Destination": TO, "Content": SIMPLE}
    assert told(account.client("sesv2", key).send_email, **arguments) == (
        "AccessDeniedException", 403, text.format("SendEmail"),
    )  # fmt: skip


def test_quotas(unique):
    with Waxwing() as server:
        domain = server.verified_domain(f"{unique('d')}.example")
        content = f"From: me@{domain}\r\nTo: you@inbox.example\r\n\r\nt\r\n".encode()
        message = {"Source": f"me@{domain}", "Destination": TO, "Message": MESSAGE}
        arguments = {"FromEmailAddress": f"me@{domain}", "Destination": TO, "Content": SIMPLE}
        ses, sesv2 = server.client("ses"), server.client("sesv2")
        ses.send_email(**message)
        for settings, text in (
            ({"dailyQuota": 1}, "Daily message quota exceeded"),
            ({"maximumRate": 0.001}, "Maximum sending rate exceeded"),
        ):
            put_settings(server, "us-east-1", **settings)
            if "maximumRate" in settings:
                ses.send_email(**message)  # the first of a second's worth
            assert submitted(server.smtp, f"me@{domain}", content) == f"454 Throttling failure: {text}"
            assert told(ses.send_email, **message) == ("Throttling", 400, f"{text}.")
            assert told(sesv2.send_email, **arguments) == ("TooManyRequestsException", 429, f"{text}.")


def test_a_store_that_takes_nothing(unique):
    with Waxwing() as server:
        domain = server.verified_domain(f"{unique('d')}.example")
        content = f"From: me@{domain}\r\nTo: you@inbox.example\r\n\r\nt\r\n".encode()
        assert submitted(server.smtp, f"me@{domain}", content).startswith("250 ")
        ses, sesv2 = server.client("ses"), server.client("sesv2")
        types = []
        ses.meta.events.register(
            "after-call.ses", lambda parsed, **_: types.append(parsed["Error"]["Type"])
        )
        message = {"Source": f"me@{domain}", "Destination": TO, "Message": MESSAGE}
        arguments = {"FromEmailAddress": f"me@{domain}", "Destination": TO, "Content": SIMPLE}
        connection = sqlite3.connect(server.data / "waxwing.sqlite", isolation_level=None, timeout=20)
        connection.execute("BEGIN IMMEDIATE")
        try:
            with concurrent.futures.ThreadPoolExecutor(3) as pool:
                answers = [
                    # Each waits for the lock in its turn.
                    pool.submit(submitted, server.smtp, f"me@{domain}", content, seconds=60),
                    pool.submit(told, ses.send_email, **message),
                    pool.submit(told, sesv2.send_email, **arguments),
                ]
        finally:
            connection.rollback()
            connection.close()
        text = "An internal error occurred."
        assert [answer.result() for answer in answers] == [
            "451 Temporary service failure", ("InternalFailure", 500, text),
            ("InternalServiceErrorException", 500, text),
        ]  # fmt: skip
        assert types == ["Receiver"]
        assert submitted(server.smtp, f"me@{domain}", content).startswith("250 ")


def test_too_many_sign_in():
    with Waxwing("--require-credentials") as server:
        account = Account(server, "guessed")
        wrong = account.client("sesv2", account.key(), secret="x" * 40)
        with concurrent.futures.ThreadPoolExecutor(16) as pool:
            list(pool.map(lambda _: told(wrong.get_account), range(16)))
        login = base64.b64encode(b"\0nobody\0wrong").decode()
        sessions = [smtp.Dialogue(server.smtp) for _ in range(10)]
        for session in sessions:
            session.expect(250, "EHLO client.example")
            session.expect(220, "STARTTLS")
            session.start_tls()
            session.expect(250, "EHLO client.example")
            session.send(f"AUTH PLAIN {login}\r\n".encode())
            time.sleep(0.05)
        # Those that came first may wait; the last ones are too many.
        refused = ["454 Temporary authentication failure"]
        assert any(session.reply() == refused for session in reversed(sessions))
        for session in sessions:
            session.close()


def test_too_many_connections():
    with WaxwingServe({"submission.connections": 1}) as server:
        with smtp.Dialogue(server.smtp), smtp.Dialogue(server.smtp) as second:
            assert second.greeting == ["421 Too many concurrent SMTP connections"]
