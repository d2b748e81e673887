"""Postfix in front of Waxwing and behind it. All of it runs in temporary folders."""

import email
import os
import subprocess

import pytest

from support import mail, verifiers
from support.postfix import Postfix, Sink, may_start, source
from support.processes import LOOPBACK, let_others_in, free_port
from support.server import Waxwing
from support.ses import signatures_of
from support.waiting import until

NOBODY = 65534

needs_root = pytest.mark.skipif(not may_start(), reason="Postfix starts only as root")


@needs_root
def test_relays_through_submission_with_starttls_and_auth(waxwing, domain, subject):
    with Postfix(
        relayhost=f"[{LOOPBACK}]:{waxwing.smtp}",
        smtp_tls_security_level="encrypt",
        smtp_sasl_auth_enable="yes",
        smtp_sasl_password_maps=f"inline:{{ [{LOOPBACK}]:{waxwing.smtp}=AKIAIOSFODNN7EXAMPLE:secret }}",
        smtp_sasl_tls_security_options="noanonymous",
        smtp_sasl_mechanism_filter="plain, login",
        smtp_tls_loglevel="1",
    ) as postfix:
        subprocess.run(
            source(postfix.port, messages=20, sessions=4, sender=f"me@{domain}",
                   recipient="you@inbox.example", subject=subject),
            check=True, timeout=60,
        )  # fmt: skip
        until(
            lambda: len([m for m in waxwing.messages(limit=100) if m["subject"] == subject]) == 20,
            "20 relayed messages", 30,
        )  # fmt: skip
        assert len(postfix.logged("status=sent")) == 20
        assert postfix.logged(r"TLS connection established to 127\.0\.0\.1.*TLSv1\.3")
    received = waxwing.wait_for_subject(subject)
    assert set(signatures_of(received).values()) == {"pass"}
    raw = mail.read(waxwing.raw(received))
    assert any("postfix.example" in field for field in raw.get_all("Received"))


@needs_root
def test_a_refused_sender_bounces_at_postfix(waxwing, domain):
    with Postfix(relayhost=f"[{LOOPBACK}]:{waxwing.smtp}") as postfix:
        subprocess.run(
            source(postfix.port, messages=1, sender="me@nobody.example",
                   recipient="you@inbox.example"),
            check=True, timeout=60,
        )  # fmt: skip
        until(lambda: postfix.logged("status=bounced.*554 Message rejected"), "the refusal", 20)


def test_many_messages_over_one_connection_to_a_sink():
    count = 300
    with Sink() as sink, Waxwing("--deliver-to", f"{LOOPBACK}:{sink.port}") as server:
        domain = server.verified_domain("outgoing.example")
        before = sink.sessions
        subprocess.run(
            source(server.smtp, messages=count, sessions=10, reuse=True, sender=f"me@{domain}",
                   recipient="you@far.example", size=5000),
            check=True, timeout=120,
        )  # fmt: skip
        until(lambda: sink.messages >= count, f"{count} messages at the sink", 60)
        assert sink.messages == count
        assert server.messages() == []
        server.stop()  # smtp-sink counts a session when it ends
        opened = until(lambda: sink.sessions - before, "the sessions to end")
    assert opened <= count / 5, f"{opened} connections for {count} messages"


class TestRealServer:
    """Waxwing hands over to a Postfix that has two mailboxes."""

    @pytest.fixture
    def boxes(self, tmp_path_factory):
        folder = tmp_path_factory.mktemp("mail")
        let_others_in(folder)
        os.chown(folder, NOBODY, NOBODY)
        return folder

    @pytest.fixture
    def postfix(self, boxes):
        with Postfix(
            virtual_mailbox_domains="far.example, outgoing.example",
            virtual_mailbox_base=str(boxes),
            virtual_mailbox_maps="inline:{ you@far.example=theirs/, me@outgoing.example=mine/ }",
            virtual_uid_maps=f"static:{NOBODY}",
            virtual_gid_maps=f"static:{NOBODY}",
            virtual_mailbox_limit=0,
            smtpd_recipient_restrictions="permit_auth_destination,reject",
        ) as started:
            yield started

    def delivered(self, box, count, postfix):
        """The messages of a mailbox, once there are so many, with the line ends of mail.

        A Postfix that is short of time may put one off (451), which is tried again after a minute:
        the wait is longer than that, and what was put off is told where it ends in vain.
        """

        def paths():
            found = list((box / "new").iterdir()) if (box / "new").exists() else []
            return found if len(found) >= count else None

        try:
            found = until(paths, f"{count} messages in {box.name}", 150)
        except AssertionError as error:
            troubles = postfix.logged(r".*(?:warning|fatal|deferred|reject|lost connection|timeout).*")
            raise AssertionError("\n".join([str(error), *troubles[-20:]])) from None
        return [path.read_bytes().replace(b"\n", b"\r\n") for path in found]

    @needs_root
    def test_many_messages_arrive_whole_and_signed(self, postfix, boxes):
        count = 60
        with Waxwing("--deliver-to", f"{LOOPBACK}:{postfix.port}") as server:
            domain = server.verified_domain("outgoing.example")
            client = server.client("sesv2")
            for number in range(count):
                client.send_email(
                    FromEmailAddress=f'"{mail.NAME}" <me@{domain}>',
                    Destination={"ToAddresses": ["you@far.example"]},
                    Content={
                        "Simple": {
                            "Subject": {"Data": f"{number} {mail.SUBJECT}"},
                            "Body": {"Text": {"Data": "grün\n.\n"}},
                        }
                    },
                )
            arrived = self.delivered(boxes / "theirs", count, postfix)
            subjects = {mail.read(raw)["Subject"] for raw in arrived}
            assert subjects == {f"{number} {mail.SUBJECT}" for number in range(count)}
            for verifier in verifiers.ALL:
                verdicts = verifier(arrived[0], server.dns)
                assert verdicts and all(v.passed for v in verdicts), verifier.__name__
            assert len(postfix.logged("client=")) == count

    @needs_root
    def test_a_burst_shares_connections(self, postfix, boxes):
        count = 200
        with Waxwing("--deliver-to", f"{LOOPBACK}:{postfix.port}") as server:
            domain = server.verified_domain("outgoing.example")
            subprocess.run(
                source(server.smtp, messages=count, sessions=10, reuse=True, sender=f"me@{domain}",
                       recipient="you@far.example"),
                check=True, timeout=120,
            )  # fmt: skip
            self.delivered(boxes / "theirs", count, postfix)
            connections = len(postfix.logged(r"smtpd\[\d+\]: connect from"))
            assert connections <= count / 5, f"{connections} connections for {count} messages"

    @needs_root
    def test_a_refusal_comes_back_as_a_report(self, postfix, boxes):
        with Waxwing("--deliver-to", f"{LOOPBACK}:{postfix.port}") as server:
            domain = server.verified_domain("outgoing.example")
            server.client("sesv2").send_email(
                FromEmailAddress=f"me@{domain}", Destination={"ToAddresses": ["unknown@far.example"]},
                Content={"Simple": {"Subject": {"Data": "x"}, "Body": {"Text": {"Data": "x"}}}},
            )  # fmt: skip
            report = mail.read(self.delivered(boxes / "mine", 1, postfix)[0])
        assert report.get_content_type() == "multipart/report"
        assert report["Return-Path"] == "<>"
        parts = {part.get_content_type(): part for part in report.walk()}
        fields = parts["message/delivery-status"].get_payload()[1]
        assert fields["Final-Recipient"].replace(" ", "").lower() == "rfc822;unknown@far.example"
        assert fields["Action"] == "failed" and fields["Status"] == "5.1.1"
        assert "550 5.1.1" in fields["Diagnostic-Code"]


def test_a_server_that_is_away_gets_its_mail_later():
    port = free_port()
    with Waxwing("--deliver-to", f"{LOOPBACK}:{port}") as server:
        domain = server.verified_domain("outgoing.example")
        client = server.client("sesv2")
        client.send_email(
            FromEmailAddress=f"me@{domain}", Destination={"ToAddresses": ["you@far.example"]},
            Content={"Simple": {"Subject": {"Data": "later"}, "Body": {"Text": {"Data": "x"}}}},
        )  # fmt: skip
        with Sink(keep=True, port=port) as sink:
            until(lambda: sink.messages == 1, "the message, at its second attempt", 90)
            assert email.message_from_bytes(sink.content())["Subject"] == "later"
