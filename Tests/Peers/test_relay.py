"""`waxwing serve` behind a smarthost that wants a user name and a password: Postfix and Exim."""

import contextlib

import pytest

from support import mail
from support.dovecot import dovecot_auth
from support.exim import Exim
from support.postfix import Postfix, may_start
from support.processes import LOOPBACK, let_others_in
from support.serving import WaxwingServe, certificate
from support.sink import Sink
from support.waiting import until
from support.zones import Zones

pytestmark = pytest.mark.skipif(not may_start(), reason="mail servers start only as root")

NAME = "smarthost.example"
USER, PASSWORD = "waxwing", "s3cret, with blanks"


@pytest.fixture
def tls(tmp_path):
    """A certificate that the smarthost's own user can read."""
    let_others_in(tmp_path)
    chain, key = certificate(tmp_path, "smarthost", (NAME,))
    for path in (chain, key):
        path.chmod(0o644)
    return chain, key


@contextlib.contextmanager
def postfix(tmp_path, sink, tls=None, mechanisms="plain login"):
    settings = {
        "relayhost": f"[{LOOPBACK}]:{sink.port}",
        # Only for who has signed in.
        "mynetworks": "192.0.2.0/24",
        "smtpd_relay_restrictions": "permit_sasl_authenticated,reject",
        "smtpd_recipient_restrictions": "permit_sasl_authenticated,reject",
        "smtpd_sasl_authenticated_header": "yes",
    }
    if tls:
        settings |= {
            "smtpd_tls_security_level": "encrypt",
            "smtpd_tls_auth_only": "yes",
            "smtpd_tls_chain_files": f"{tls[1]}, {tls[0]}",
            "smtpd_tls_received_header": "yes",
        }
    with dovecot_auth({USER: PASSWORD}, mechanisms) as of_dovecot:
        with Postfix(**settings, **of_dovecot) as started:
            yield started


EXIM = """
begin acl
only_authenticated:
  accept authenticated = *
  deny message = authentication required

begin routers
onward:
  driver = manualroute
  transport = onward
  route_list = * {address} byname
  self = send

begin transports
onward:
  driver = smtp
  port = {port}
  hosts_try_fastopen =

begin authenticators
plain:
  driver = plaintext
  public_name = {mechanism}
  server_prompts = {prompts}
  server_condition = ${{if and{{{{eq{{{name}}}{{{user}}}}}{{eq{{{word}}}{{{password}}}}}}}}}
  server_set_id = {name}
  server_advertise_condition = ${{if def:tls_in_cipher}}
"""


@contextlib.contextmanager
def exim(tmp_path, sink, tls, mechanism="PLAIN"):
    plain = mechanism == "PLAIN"
    sections = EXIM.format(
        address=LOOPBACK, port=sink.port, mechanism=mechanism, user=USER,
        # Commas are for Exim's lists.
        password=PASSWORD.replace(",", "\\,"),
        prompts=":" if plain else "Username:: : Password::",
        name="$auth2" if plain else "$auth1", word="$auth3" if plain else "$auth2",
    )  # fmt: skip
    # Exim only queues what comes after ten messages on a connection, unless it is told otherwise.
    with Exim(
        sections, smtp_accept_queue_per_connection="0",
        acl_smtp_rcpt="only_authenticated", tls_advertise_hosts="*",
        tls_certificate=tls[0], tls_privatekey=tls[1], auth_advertise_hosts="*",
    ) as made:  # fmt: skip
        yield made.start()


@contextlib.contextmanager
def relaying(tmp_path, port, password=PASSWORD, policy="required", name=NAME, **more):
    file = tmp_path / "relay.password"
    file.write_text(password + "\n")
    file.chmod(0o600)
    with Zones(f"$TTL 60\n{NAME}. IN A {LOOPBACK}\n") as zones:
        settings = {
            "resolver.forwarders": [f"{LOOPBACK}:{zones.port}"],
            "delivery.relay-host": f"{name}:{port}",
            "delivery.relay-tls": policy,
            "delivery.relay-username": USER,
            "delivery.relay-password-file": str(file),
            "delivery.first-retry": "1s",
            "identities.verification": "immediate",
            "log.deliveries": True,
            **more,
        }
        with WaxwingServe(settings) as server:
            yield server


def send(server, *recipients):
    client = server.client("sesv2", *server.new_key())
    client.create_email_identity(EmailIdentity="sender.example")
    for recipient in recipients:
        client.send_email(
            FromEmailAddress="me@sender.example", Destination={"ToAddresses": [recipient]},
            Content={"Simple": {"Subject": {"Data": "by relay"}, "Body": {"Text": {"Data": "x"}}}},
        )  # fmt: skip


RECIPIENTS = [f"you{number}@anywhere.example" for number in range(12)]


def check_arrival(sink):
    until(lambda: set(RECIPIENTS) <= set(sink.recipients()), "every message", 30)
    message = mail.read(sink.messages[0][2])
    assert message["Subject"] == "by relay" and message["DKIM-Signature"]
    return "".join(message.get_all("Received"))


@pytest.mark.parametrize("mechanism", ["PLAIN", "LOGIN"])
def test_postfix_takes_mail_by_name_over_starttls(tmp_path, tls, mechanism):
    with Sink() as sink, postfix(tmp_path, sink, tls, mechanism) as smarthost:
        with relaying(tmp_path, smarthost.port) as server:
            send(server, *RECIPIENTS)
            received = check_arrival(sink)
            assert "TLSv1.3" in received and "Authenticated sender" in received
        assert len(set(smarthost.logged(rf"sasl_method={mechanism}, sasl_username=(\S+)"))) == 1
        # The messages share connections.
        assert len(smarthost.logged(r"smtpd\[\d+\]: connect from")) < len(RECIPIENTS)


@pytest.mark.parametrize("mechanism", ["PLAIN", "LOGIN"])
def test_exim_takes_mail_over_starttls(tmp_path, tls, mechanism):
    with Sink() as sink, exim(tmp_path, sink, tls, mechanism) as smarthost:
        with relaying(tmp_path, smarthost.port, name=LOOPBACK) as server:
            send(server, *RECIPIENTS)
            check_arrival(sink)
        assert smarthost.logged(rf"P=esmtpsa X=TLS1\.3\S* .*A=plain:{USER}"), smarthost.output()


def failures(server):
    return {e["reply"] for e in server.events() if e["message"] == "connection failed"}


@pytest.mark.parametrize("peer", ["postfix", "exim"])
def test_a_wrong_password_loses_no_mail(tmp_path, tls, peer):
    """Mail waits: it is the operator who mends this, and the message is not to blame."""
    with Sink() as sink:
        made = postfix(tmp_path, sink, tls) if peer == "postfix" else exim(tmp_path, sink, tls)
        with made as smarthost, relaying(tmp_path, smarthost.port, "wrong") as server:
            send(server, RECIPIENTS[0])
            until(lambda: any("535" in reply for reply in failures(server)), "the refusal")
            outcomes = {e["outcome"] for e in server.events() if e["message"] == "delivery attempted"}
            assert outcomes <= {"deferred"} and not sink.messages
            server.terminate()
            (tmp_path / "relay.password").write_text(PASSWORD + "\n")
            server.start()
            until(lambda: sink.recipients() == RECIPIENTS[:1], "the message, once it may", 30)


@pytest.mark.parametrize("policy", ["required", "opportunistic"])
def test_no_password_is_told_without_tls(tmp_path, policy):
    with Sink() as sink, postfix(tmp_path, sink) as smarthost:
        with relaying(tmp_path, smarthost.port, policy=policy) as server:
            send(server, RECIPIENTS[0])
            wanted = "TLS is required" if policy == "required" else "authentication is required"
            until(lambda: any(wanted in reply for reply in failures(server)), "the refusal")
        assert not smarthost.logged("sasl_username") and not sink.messages


def test_a_certificate_vouches_for_the_smarthost(tmp_path, tls):
    with Sink() as sink, postfix(tmp_path, sink, tls) as smarthost:
        trusted = {"delivery.relay-ca-file": str(tls[0])}
        with relaying(tmp_path, smarthost.port, policy="verified", **trusted) as server:
            send(server, *RECIPIENTS)
            assert "TLSv1.3" in check_arrival(sink)


def test_nobody_else_is_told_the_password(tmp_path, tls):
    """Whom no authority vouches for, and who is there by another name."""
    other, _ = certificate(tmp_path, "other", ("other.example",))
    with Sink() as sink, postfix(tmp_path, sink, tls) as smarthost:
        for authorities in (None, other):
            trusted = {"delivery.relay-ca-file": str(authorities)} if authorities else {}
            with relaying(tmp_path, smarthost.port, policy="verified", **trusted) as server:
                send(server, RECIPIENTS[0])
                until(lambda: any("certificate" in r.lower() for r in failures(server)), "the refusal")
        assert not smarthost.logged("sasl_username") and not sink.messages


def test_mail_for_the_service_itself_goes_past_the_smarthost(tmp_path, tls):
    """Its own MX is spoken to as any other, without the smarthost's password."""
    with Sink() as sink, postfix(tmp_path, sink, tls) as smarthost:
        with relaying(tmp_path, smarthost.port) as server:
            send(server, "success@simulator.waxwing.test", RECIPIENTS[0])
            until(lambda: sink.recipients() == RECIPIENTS[:1], "the message", 30)
            until(
                lambda: [
                    e for e in server.events()
                    if e["message"] == "delivery attempted" and e["outcome"] == "accepted"
                ][1:],
                "both deliveries", 30,
            )  # fmt: skip
