"""HAProxy in front of `waxwing serve`: the client is whom the PROXY header names."""

import json
import smtplib
import socket
import ssl
import time

import boto3
import pytest
import requests
from botocore.config import Config
from botocore.exceptions import ClientError

from support import mail, smtp
from support.haproxy import HAProxy
from support.processes import LOOPBACK
from support.serving import serving
from support.waiting import until

VERSIONS = ["send-proxy", "send-proxy-v2"]
# Documentation's own addresses (RFC 5737, RFC 3849): whom the policy lets in.
CLIENT, CLIENT6, STRANGER = "203.0.113.7", "2001:db8::7", "198.51.100.1"


@pytest.fixture(scope="module")
def server():
    trusted = {f"{door}_proxy-protocol": [LOOPBACK] for door in ("api", "submission", "mx")}
    with serving(**trusted, **{"mx_connections-per-address": 2, "log_level": "debug"}) as started:
        yield started
        assert started.is_running(), started.output()[-3000:]


@pytest.fixture(scope="module")
def proxy(server):
    listeners, clients = {}, {}
    for option in VERSIONS:
        for who, address in (("client", CLIENT), ("client6", CLIENT6), ("stranger", STRANGER)):
            for door, port in (
                ("smtp", server.smtp), ("smtps", server.smtps), ("mx", server.mx),
                ("api", server.api), ("api-tls", server.api_tls),
            ):  # fmt: skip
                name = f"{door}-{option}-{who}"
                listeners[name] = (port, option, "")
                clients[name] = address
    pem = server.folder / "both.pem"
    pem.write_text(server.chain.read_text() + server.key.read_text())
    pem.chmod(0o644)
    # HAProxy speaks TLS itself, and says so.
    listeners["offloaded"] = (server.api, "send-proxy-v2-ssl", f"ssl crt {pem}")
    # It looks every 50 ms whether the server is up: `LOCAL` and `UNKNOWN`.
    check = "check inter 50ms fall 2 rise 1"
    listeners["checked-mx"] = (server.mx, f"send-proxy-v2 check-send-proxy {check}", "")
    listeners["checked-api"] = (server.api, f"send-proxy check-send-proxy {check}", "")
    clients["offloaded"] = CLIENT
    with HAProxy(listeners, clients) as started:
        yield started


@pytest.fixture(scope="module")
def user(server, proxy):
    """A user who may do everything, from two addresses; with a password for SMTP."""

    def made(name, condition):
        policy = server.folder / f"{name}.json"
        policy.write_text(
            json.dumps({
                "Version": "2012-10-17",
                "Statement": {
                    "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": condition,
                },
            })
        )  # fmt: skip
        server.run("user", "create", name, "--account", account, "--policy", str(policy))
        key = server.run("key", "create", "--account", account, "--user", name)
        credential = server.run(
            "smtp-credential", "create", "--account", account, "--region", "us-east-1",
            "--user", name,
        )  # fmt: skip
        return {
            "key": (key["accessKeyId"], key["secretAccessKey"]),
            "smtp": (credential["userName"], credential["password"]),
        }

    account = server.run("account", "create", "--name", "proxied")["id"]
    key = server.run("key", "create", "--account", account)
    url = f"http://{LOOPBACK}:{proxy.ports['api-send-proxy-client']}"
    root = client(url, (key["accessKeyId"], key["secretAccessKey"]))
    root.create_email_identity(EmailIdentity="sender.example")
    here = {"IpAddress": {"aws:SourceIp": [CLIENT, CLIENT6]}}
    return {
        "placed": made("placed", here),
        "secure": made("secure", {"Bool": {"aws:SecureTransport": "true"}}),
    }


def client(url, key, verify=True):
    return boto3.session.Session().client(
        "sesv2", endpoint_url=url, region_name="us-east-1", aws_access_key_id=key[0],
        aws_secret_access_key=key[1], verify=verify,
        config=Config(retries={"max_attempts": 0}, read_timeout=20),
    )  # fmt: skip


def status(url, key, verify=True):
    try:
        client(url, key, verify).get_account()
    except ClientError as error:
        return error.response["ResponseMetadata"]["HTTPStatusCode"]
    return 200


@pytest.mark.parametrize("option", VERSIONS)
@pytest.mark.parametrize(("who", "expected"), [("client", 200), ("client6", 200), ("stranger", 403)])
def test_policies_see_the_client_of_the_api(server, proxy, user, option, who, expected):
    key = user["placed"]["key"]
    port = proxy.ports[f"api-{option}-{who}"]
    assert status(f"http://{LOOPBACK}:{port}", key) == expected
    port = proxy.ports[f"api-tls-{option}-{who}"]
    assert status(f"https://localhost:{port}", key, str(server.chain)) == expected


def test_tls_that_ends_at_the_proxy_is_secure_transport(server, proxy, user):
    key = user["secure"]["key"]
    assert status(f"https://localhost:{proxy.ports['offloaded']}", key, str(server.chain)) == 200
    assert status(f"http://{LOOPBACK}:{proxy.ports['api-send-proxy-v2-client']}", key) == 403
    tls = proxy.ports["api-tls-send-proxy-v2-client"]
    assert status(f"https://localhost:{tls}", key, str(server.chain)) == 200


def submit(server, proxy, door, option, who, credential, recipient):
    port = proxy.ports[f"{door}-{option}-{who}"]
    context = ssl.create_default_context(cafile=server.chain)
    if door == "smtps":
        session = smtplib.SMTP_SSL("localhost", port, timeout=20, context=context)
    else:
        session = smtplib.SMTP("localhost", port, timeout=20)
        session.starttls(context=context)
    with session:
        session.login(*credential)
        session.sendmail(
            "me@sender.example", [recipient], mail.message("me@sender.example", recipient, "x")
        )


@pytest.mark.parametrize("option", VERSIONS)
@pytest.mark.parametrize("door", ["smtp", "smtps"])
def test_policies_see_the_client_of_submission(server, proxy, user, door, option, unique):
    credential = user["placed"]["smtp"]
    for who in ("client", "client6"):
        recipient = f"{unique('proxied')}@example.net"
        submit(server, proxy, door, option, who, credential, recipient)
        until(lambda: recipient in server.sink.recipients(), "the message")
    with pytest.raises(smtplib.SMTPDataError, match="Access denied"):
        submit(server, proxy, door, option, "stranger", credential, "x@example.net")


def test_who_guesses_is_held_up_alone(server, proxy, user):
    """Guesses of one client through the proxy cost its other clients nothing."""
    name, password = user["placed"]["smtp"]
    context = ssl.create_default_context(cafile=server.chain)

    def sign_in(who, name, password):
        start = time.monotonic()
        port = proxy.ports[f"smtps-send-proxy-v2-{who}"]
        with smtplib.SMTP_SSL("localhost", port, timeout=30, context=context) as client:
            client.ehlo()
            client.user, client.password = name, password
            try:
                # Once: `login` would try all that the server offers.
                client.auth("PLAIN", client.auth_plain)
                return "in", time.monotonic() - start
            except smtplib.SMTPAuthenticationError:
                return "refused", time.monotonic() - start

    for number in range(10):
        assert sign_in("stranger", f"guess{number}", "x")[0] == "refused"
    _, held = sign_in("stranger", "guess", "x")
    outcome, seconds = sign_in("client", name, password)
    assert outcome == "in" and held > 1 and seconds < held
    assert [
        e for e in server.events()
        if e["message"] == "sign-in refused" and e.get("from") == STRANGER
    ]  # fmt: skip


@pytest.mark.parametrize("option", VERSIONS)
def test_connections_are_counted_by_client(proxy, option):
    port = proxy.ports[f"mx-{option}-stranger"]

    def greetings():
        with smtp.Dialogue(port) as first, smtp.Dialogue(port) as second, smtp.Dialogue(port) as third:
            with smtp.Dialogue(proxy.ports[f"mx-{option}-client"]) as other:
                return [d.greeting[0][:3] for d in (first, second, third, other)]

    # Connections of the test before may take a moment to end.
    until(lambda: greetings() == ["220", "220", "421", "220"], "two connections, and no third", 10)


def test_the_proxys_own_checks_find_the_server_up(server, proxy):
    time.sleep(0.5)
    with smtp.Dialogue(proxy.ports["checked-mx"]) as session:
        session.expect(250, "EHLO client.example")
    assert requests.get(f"http://{LOOPBACK}:{proxy.ports['checked-api']}/", timeout=5).status_code
    assert "is DOWN" not in proxy.output()


@pytest.mark.parametrize(
    "said",
    [
        b"EHLO client.example\r\n",
        b"GET / HTTP/1.1\r\nHost: a\r\n\r\n",
        b"PROXY TCP4 1.2.3.4\r\n",
        b"\r\n\r\n\x00\r\nQUIT\n\x21\x12\x00\x0c" + bytes(12),
        b"PROXY " + b"x" * 200,
    ],
)  # fmt: skip
def test_a_proxy_without_a_header_is_not_served(server, said):
    for port in (server.smtp, server.smtps, server.mx, server.api, server.api_tls):
        with socket.create_connection((LOOPBACK, port), timeout=5) as connection:
            connection.sendall(said)
            assert connection.recv(100) == b""


def test_a_header_in_pieces_and_with_what_follows(server):
    with smtp.Dialogue(server.mx, greet=False) as session:
        for byte in b"PROXY TCP4 203.0.113.9 192.0.2.25 56324 25\r":
            session.send(bytes([byte]))
            time.sleep(0.002)
        session.send(b"\n")
        assert session.reply()[0].startswith("220")
        session.expect(250, "EHLO client.example")
    with smtp.Dialogue(server.api, greet=False) as session:
        session.send(b"PROXY UNKNOWN\r\nGET /_waxwing/verify HTTP/1.1\r\nHost: a\r\n\r\n")
        assert session.line().startswith("HTTP/1.1 ")


def test_headers_of_strangers_are_no_headers(server):
    """From an address that is no proxy's the connection is the peer's own."""
    with socket.socket() as connection:
        connection.bind(("127.0.0.3", 0))
        connection.connect((LOOPBACK, server.mx))
        connection.settimeout(5)
        assert connection.recv(100).startswith(b"220 ")
        connection.sendall(b"PROXY TCP4 203.0.113.7 192.0.2.25 1 25\r\n")
        assert connection.recv(100).startswith(b"500 ")
    with socket.socket() as connection:
        connection.bind(("127.0.0.3", 0))
        connection.connect((LOOPBACK, server.api))
        connection.settimeout(5)
        connection.sendall(b"PROXY TCP4 203.0.113.7 192.0.2.25 1 25\r\nGET / HTTP/1.1\r\n\r\n")
        answer = connection.recv(100)
        assert not answer or answer.startswith(b"HTTP/1.1 400"), answer
