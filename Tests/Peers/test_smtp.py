"""The submission and MX ports, as swaks, OpenSSL, Python's smtplib and a dialogue by hand meet them."""

import base64
import re
import smtplib
import socket
import ssl
import subprocess

import pytest

from support import mail, smtp
from support.processes import LOOPBACK
from support.ses import MESSAGE_ID, signatures_of
from support.waiting import until


def swaks(port, *arguments, fails=False):
    ended = subprocess.run(
        ["swaks", "--server", LOOPBACK, "--port", str(port), "--timeout", "15", *arguments],
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert (ended.returncode != 0) == fails, ended.stdout + ended.stderr
    return ended.stdout


class TestSwaks:
    @pytest.mark.parametrize(
        "options",
        [
            [],
            ["--tls"],
            ["--auth", "PLAIN", "--auth-user", "AKIAIOSFODNN7EXAMPLE", "--auth-password", "secret"],
            ["--tls", "--auth", "PLAIN", "--auth-user", "AKIAIOSFODNN7EXAMPLE", "--auth-password", "secret"],
            ["--tls", "--auth", "LOGIN", "--auth-user", "AKIAIOSFODNN7EXAMPLE", "--auth-password", "secret"],
            ["--tls", "--pipeline"],
        ],
        ids=" ".join,
    )  # fmt: skip
    def test_submits(self, waxwing, domain, subject, options, tmp_path):
        picture = tmp_path / "dot.png"
        picture.write_bytes(mail.PNG)
        swaks(
            waxwing.smtp, *options, "--from", f"me@{domain}", "--to", "you@inbox.example",
            "--header", f"Subject: {subject}", "--attach-type", "image/png",
            "--attach-name", "dot.png", "--attach", f"@{picture}",
        )  # fmt: skip
        received = waxwing.wait_for_subject(subject)
        verdicts = signatures_of(received)
        assert domain in {d for d, _ in verdicts} and set(verdicts.values()) == {"pass"}
        assert mail.attachments(waxwing.raw(received)) == [("dot.png", "image/png", mail.PNG)]

    def test_submits_inside_tls_from_the_start(self, waxwing, domain, subject):
        swaks(
            waxwing.smtps, "--tlsc", "--from", f"me@{domain}", "--to", "you@inbox.example",
            "--header", f"Subject: {subject}",
        )  # fmt: skip
        waxwing.wait_for_subject(subject)

    def test_delivers_to_the_mx(self, waxwing, subject):
        swaks(
            waxwing.mx, "--tls", "--from", "them@elsewhere.example", "--to", "you@inbox.example",
            "--header", f"Subject: {subject}",
        )  # fmt: skip
        received = waxwing.wait_for_subject(subject)
        assert received["mailFrom"] == "them@elsewhere.example"
        assert received["authentication"]["dkim"] == []

    def test_is_refused_as_an_unverified_sender(self, waxwing):
        said = swaks(
            waxwing.smtp, "--from", "me@nobody.example", "--to", "you@inbox.example", fails=True
        )
        assert (
            "554 Message rejected: Email address is not verified. The following identities failed "
            "the check in region US-EAST-1: me@nobody.example" in said
        )


class TestOpenSSL:
    @pytest.mark.parametrize("mode", ["starttls", "implicit"])
    @pytest.mark.parametrize("version", ["-tls1_2", "-tls1_3"])
    def test_both_modes(self, waxwing, mode, version):
        where = (
            ["-connect", f"{LOOPBACK}:{waxwing.smtp}", "-starttls", "smtp"]
            if mode == "starttls"
            else ["-connect", f"{LOOPBACK}:{waxwing.smtps}"]
        )
        session = subprocess.Popen(
            ["openssl", "s_client", *where, version, "-quiet"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        said, _ = session.communicate(b"EHLO client.example\r\nQUIT\r\n", timeout=20)
        assert session.returncode == 0
        assert b"250-AUTH PLAIN LOGIN\r\n" in said or b"250 AUTH PLAIN LOGIN\r\n" in said
        assert b"STARTTLS" not in said
        assert said.endswith(b"221 Bye\r\n")

    def test_versions_of_the_past_are_refused(self, waxwing):
        ended = subprocess.run(
            ["openssl", "s_client", "-connect", f"{LOOPBACK}:{waxwing.smtps}", "-tls1_1",
             "-cipher", "ALL:@SECLEVEL=0"],
            input=b"", capture_output=True, timeout=20,
        )  # fmt: skip
        assert b"Cipher is (NONE)" in ended.stdout or ended.returncode != 0


class TestReplies:
    """What SES says, octet for octet."""

    def test_from_greeting_to_quit(self, waxwing, domain, subject):
        with smtp.Dialogue(waxwing.smtp) as session:
            assert re.fullmatch(
                r"220 email-smtp\.amazonaws\.com ESMTP SimpleEmailService-d-\w{9} \w{20}",
                session.greeting[0],
            )
            offered = session.command("EHLO client.example")
            assert offered[0] == "250-email-smtp.amazonaws.com"
            keywords = {line[4:] for line in offered[1:]}
            assert {"8BITMIME", "STARTTLS", "Ok"} <= keywords
            assert any(re.fullmatch(r"SIZE \d+", keyword) for keyword in keywords)
            assert session.command(f"MAIL FROM:<me@{domain}>") == ["250 Ok"]
            assert session.command("RCPT TO:<you@inbox.example>") == ["250 Ok"]
            assert session.command("DATA") == ["354 End data with <CR><LF>.<CR><LF>"]
            composed = mail.message(f"me@{domain}", "you@inbox.example", subject)
            session.send(composed + b".\r\n")
            taken = session.reply()[0]
            assert taken.startswith("250 Ok ") and MESSAGE_ID.fullmatch(taken[7:])
            assert session.command("QUIT") == ["221 Bye"]
            assert session.line() is None
        received = waxwing.wait_for_subject(subject)
        assert received["messageId"] == f"{taken[7:]}@email.amazonses.com"

    def test_sign_in(self, waxwing):
        user, password = b"AKIAIOSFODNN7EXAMPLE", b"secret"
        with smtp.Dialogue(waxwing.smtp) as session:
            session.expect(250, "EHLO client.example")
            session.expect(220, "STARTTLS")
            session.start_tls()
            assert "250-AUTH PLAIN LOGIN" in session.command("EHLO client.example")
            assert session.command("AUTH LOGIN") == ["334 VXNlcm5hbWU6"]
            assert session.command(base64.b64encode(user).decode()) == ["334 UGFzc3dvcmQ6"]
            assert session.command(base64.b64encode(password).decode()) == [
                "235 Authentication successful."
            ]
            session.expect(503, "AUTH PLAIN " + base64.b64encode(b"\0a\0b").decode())

    @pytest.mark.parametrize(
        ("exchange", "code"),
        [
            (["AUTH PLAIN AGEAYg=="], 235),
            (["AUTH PLAIN", "AGEAYg=="], 235),
            (["AUTH LOGIN YQ==", "Yg=="], 235),
            (["AUTH PLAIN", "*"], 501),
            (["AUTH PLAIN !!!"], 501),
            (["AUTH CRAM-MD5"], 504),
        ],
    )
    def test_forms_of_auth(self, waxwing, exchange, code):
        with smtp.Dialogue(waxwing.smtp) as session:
            session.expect(250, "EHLO client.example")
            session.expect(220, "STARTTLS")
            session.start_tls()
            session.expect(250, "EHLO client.example")
            for line in exchange[:-1]:
                session.expect(334, line)
            session.expect(code, exchange[-1])

    def test_unverified_senders(self, waxwing):
        content = b"From: Me <me@nobody.example>\r\nSubject: x\r\n\r\nx"
        with smtp.Dialogue(waxwing.smtp) as session:
            reply = session.transaction("me@nobody.example", ["you@inbox.example"], content)
            assert reply.startswith(
                "554 Message rejected: Email address is not verified. "
                "The following identities failed the check in region US-EAST-1: "
            )
            assert "me@nobody.example" in reply
            session.expect(250, "RSET")  # and the session goes on

    @pytest.mark.parametrize(
        ("head", "text"),
        [
            (b"From: me@DOMAIN\r\nFrom: me@DOMAIN\r\n", "Duplicate header 'From'."),
            (b"From: me@DOMAIN\r\nSubject: a\r\nSubject: b\r\n", "Duplicate header 'Subject'."),
            (b"Subject: a\r\n", "Missing required header 'From'."),
        ],
    )
    def test_bad_messages(self, waxwing, domain, head, text):
        content = head.replace(b"DOMAIN", domain.encode()) + b"\r\nx"
        with smtp.Dialogue(waxwing.smtp) as session:
            reply = session.transaction(f"me@{domain}", ["you@inbox.example"], content)
        assert reply == f"554 Transaction failed: {text}"

    @pytest.mark.parametrize(
        ("command", "code"),
        [
            ("RCPT TO:<you@inbox.example>", 503),
            ("DATA", 503),
            ("NONSENSE", 500),
            ("MAIL FROM:me@inbox.example@", 501),
            ("MAIL FROM:<me@inbox.example> NONSENSE=1", 555),
            ("EXPN list", 502),
            ("NOOP", 250),
            ("RSET", 250),
        ],
    )
    def test_order_and_grammar(self, waxwing, command, code):
        with smtp.Dialogue(waxwing.mx) as session:
            session.expect(250, "EHLO client.example")
            session.expect(code, command)
            session.expect(250, "NOOP")


class TestPython:
    def test_smtplib_submits_with_and_without_tls(self, waxwing, domain, unique):
        for way in ("plain", "starttls", "implicit"):
            subject = unique(f"{way} ")
            if way == "implicit":
                client = smtplib.SMTP_SSL(LOOPBACK, waxwing.smtps, context=smtp.unverified_tls())
            else:
                client = smtplib.SMTP(LOOPBACK, waxwing.smtp)
            with client:
                if way == "starttls":
                    client.starttls(context=smtp.unverified_tls())
                if way != "plain":
                    client.login("AKIAIOSFODNN7EXAMPLE", "secret")
                for number in range(3):  # several messages in one session
                    composed = mail.message(f"me@{domain}", "you@inbox.example", f"{subject} {number}")
                    client.sendmail(f"me@{domain}", ["you@inbox.example"], composed)
            for number in range(3):
                waxwing.wait_for_subject(f"{subject} {number}")

    def test_utf8_addresses_reach_the_mx_only(self, waxwing, subject):
        composed = mail.message("them@elsewhere.example", "you@inbox.example", subject)
        with smtplib.SMTP(LOOPBACK, waxwing.mx) as client:
            client.ehlo()
            assert client.has_extn("SMTPUTF8")
            client.sendmail("grün@elsewhere.example", ["jörg@inbox.example"], composed,
                            mail_options=["SMTPUTF8", "BODY=8BITMIME"])  # fmt: skip
        assert waxwing.wait_for_subject(subject)["recipients"] == ["jörg@inbox.example"]
        with smtplib.SMTP(LOOPBACK, waxwing.smtp) as client:
            client.ehlo()
            assert not client.has_extn("SMTPUTF8")


class TestStartTLS:
    @pytest.mark.parametrize("port", ["smtp", "mx"])
    @pytest.mark.parametrize(
        "injected", [b"MAIL FROM:<evil@inbox.example>\r\n", b"EHLO evil.example\r\nNOOP\r\n", b"X"]
    )
    def test_clear_text_sent_ahead_has_no_effect(self, waxwing, port, injected):
        with smtp.Dialogue(getattr(waxwing, port)) as session:
            session.expect(250, "EHLO client.example")
            session.send(b"STARTTLS\r\n" + injected)
            reply = session.reply()
            if smtp.code(reply) != 220:  # refused: nothing of it is acted upon
                assert smtp.code(reply) in (501, 503, 554, 421)
                return
            assert session.buffer == b"", "clear text after STARTTLS was answered"
            try:
                session.start_tls()
            except (ssl.SSLError, ConnectionError):
                return  # or the connection ends
            # Whatever had been said in the clear is forgotten, also the first EHLO.
            first = session.command("RCPT TO:<you@inbox.example>")
            assert smtp.code(first) == 503
            second = session.command("EHLO client.example")
            assert smtp.code(second) == 250 and len(second) > 1

    def test_what_was_said_before_is_forgotten(self, waxwing, domain):
        with smtp.Dialogue(waxwing.smtp) as session:
            session.expect(250, "EHLO client.example")
            session.expect(250, f"MAIL FROM:<me@{domain}>")
            session.expect(220, "STARTTLS")
            session.start_tls()
            assert smtp.code(session.command("RCPT TO:<you@inbox.example>")) == 503

    def test_it_is_not_offered_twice(self, waxwing):
        with smtp.Dialogue(waxwing.smtp) as session:
            session.expect(250, "EHLO client.example")
            session.expect(220, "STARTTLS")
            session.start_tls()
            assert not any("STARTTLS" in line for line in session.command("EHLO client.example"))
            assert smtp.code(session.command("STARTTLS")) in (500, 502, 503)


# Octets that some server takes for the end of a message, and no server should.
FALSE_ENDS = [
    b"\n.\n", b"\n.\r", b"\n.\r\n", b"\r.\n", b"\r.\r", b"\r.\r\n", b"\r\n.\n", b"\r\n.\r",
    b"\r\n\0.\r\n", b"\r\n.\r\r\n", b"\r\r\n.\r\r\n", b"\r\n.\0\r\n",
]  # fmt: skip


class TestSmuggling:
    @pytest.mark.parametrize("port", ["smtp", "mx"])
    @pytest.mark.parametrize("false_end", FALSE_ENDS, ids=repr)
    @pytest.mark.parametrize("pieces", ["at once", "octet by octet"])
    def test_only_crlf_dot_crlf_ends_a_message(self, waxwing, domain, unique, port, false_end, pieces):
        subject, hidden = unique("outer "), unique("inner ")
        sender = f"me@{domain}"
        before = f"From: {sender}\r\nTo: you@inbox.example\r\nSubject: {subject}\r\n\r\nfirst"
        inner = (
            f"MAIL FROM:<{sender}>\r\nRCPT TO:<you@inbox.example>\r\nDATA\r\n"
            f"From: {sender}\r\nSubject: {hidden}\r\n\r\nsecond"
        )
        content = before.encode() + false_end + inner.encode() + b"\r\n.\r\n"
        with smtp.Dialogue(getattr(waxwing, port)) as session:
            session.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            session.expect(250, "EHLO client.example")
            session.expect(250, f"MAIL FROM:<{sender}>")
            session.expect(250, "RCPT TO:<you@inbox.example>")
            session.expect(354, "DATA")
            if pieces == "at once":
                session.send(content)
            else:
                for octet in content:
                    session.send(bytes([octet]))
            reply = session.reply()
            assert smtp.code(reply) in (250, 550, 554), reply
            has_bare = re.search(rb"\r(?!\n)|(?<!\r)\n", false_end)
            if port == "mx" and has_bare:
                assert smtp.code(reply) == 550
            # Exactly one reply: the next one belongs to the next command.
            session.expect(250, "RSET")
            assert session.command("QUIT")[0].startswith("221")
        if smtp.code(reply) == 250:
            raw = waxwing.raw(waxwing.wait_for_subject(subject))
            assert b"\n" not in raw.replace(b"\r\n", b"") and b"\r" not in raw.replace(b"\r\n", b"")
        assert not any(m["subject"] == hidden for m in waxwing.messages(limit=100))

    def test_lines_of_dots_survive(self, waxwing, domain, subject):
        body = b".\r\n..\r\n.x\r\n\r\n. \r\nend"
        content = f"From: me@{domain}\r\nSubject: {subject}\r\n\r\n".encode() + body
        with smtp.Dialogue(waxwing.smtp) as session:
            stuffed = content.replace(b"\r\n.", b"\r\n..")
            assert session.transaction(f"me@{domain}", ["you@inbox.example"], stuffed).startswith("250")
        raw = waxwing.raw(waxwing.wait_for_subject(subject))
        assert raw.partition(b"\r\n\r\n")[2] == body + b"\r\n"


class TestChunking:
    def test_chunks_make_a_message(self, waxwing, subject):
        content = f"From: them@elsewhere.example\r\nSubject: {subject}\r\n\r\n".encode()
        content += b"\r\n.\r\nnot an end\r\n" * 3
        with smtp.Dialogue(waxwing.mx) as session:
            assert any(line[4:] == "CHUNKING" for line in session.command("EHLO client.example"))
            session.expect(250, "MAIL FROM:<them@elsewhere.example>")
            session.expect(250, "RCPT TO:<you@inbox.example>")
            half = len(content) // 2
            session.send(f"BDAT {half}\r\n".encode() + content[:half])
            assert smtp.code(session.reply()) == 250
            rest = content[half:]
            session.send(f"BDAT {len(rest)} LAST\r\n".encode() + rest)
            assert smtp.code(session.reply()) == 250
        raw = waxwing.raw(waxwing.wait_for_subject(subject))
        assert raw.endswith(content.partition(b"\r\n\r\n")[2])

    def test_commands_sent_together_are_answered_in_order(self, waxwing, subject):
        content = f"From: them@elsewhere.example\r\nSubject: {subject}\r\n\r\nx\r\n.\r\n".encode()
        with smtp.Dialogue(waxwing.mx) as session:
            assert any(line[4:] == "PIPELINING" for line in session.command("EHLO client.example"))
            session.send(
                b"MAIL FROM:<them@elsewhere.example>\r\nRCPT TO:<bad\r\n"
                b"RCPT TO:<you@inbox.example>\r\nDATA\r\n"
            )
            assert [smtp.code(session.reply()) for _ in range(4)] == [250, 501, 250, 354]
            session.send(content + b"QUIT\r\n")
            assert [smtp.code(session.reply()) for _ in range(2)] == [250, 221]
        until(lambda: any(m["subject"] == subject for m in waxwing.messages()), subject)
