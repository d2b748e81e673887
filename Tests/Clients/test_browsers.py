"""What pages of other sites can have a browser do to `waxwing dev`, and what reaches it as HTTP."""

import json
import socket

import pytest
import requests

from support.processes import LOOPBACK
from support.server import Waxwing

PATHS = ["/", "/_waxwing/messages", "/_waxwing/health", "/v2/email/account", "/?Action=GetSendQuota"]


@pytest.mark.parametrize("path", PATHS)
def test_a_name_that_was_turned_to_this_machine_gets_nothing(waxwing, path):
    """DNS rebinding: the page's own name means this machine, so the browser calls it same-origin."""
    for host in (f"evil.com:{waxwing.http}", "localhost.evil.com", f"{LOOPBACK}.evil.com"):
        answer = requests.get(waxwing.url + path, headers={"Host": host}, timeout=10)
        assert answer.status_code == 421 and "evil" not in answer.text


def test_nothing_is_changed_under_such_a_name(waxwing, domain):
    headers = {"Host": f"evil.com:{waxwing.http}", "Origin": f"http://evil.com:{waxwing.http}"}
    for path, body in (("/_waxwing/reset", ""), ("/v2/email/identities", json.dumps({"EmailIdentity": "x.example"}))):
        answer = requests.post(waxwing.url + path, data=body, headers=headers, timeout=10)
        assert answer.status_code == 421
    assert waxwing.client("sesv2").get_email_identity(EmailIdentity=domain)


@pytest.mark.parametrize("host", ["localhost", "waxwing", "127.0.0.1", "[::1]", "dev.test"])
def test_names_of_this_machine_are_answered(waxwing, host):
    headers = {"Host": f"{host}:{waxwing.http}"}
    assert requests.get(f"{waxwing.url}/_waxwing/health", headers=headers, timeout=10).ok


def test_a_name_can_be_given():
    with Waxwing("--name", "dev.example.org") as server:
        for host, status in (("dev.example.org:1", 200), ("other.org", 421)):
            answer = requests.get(
                f"{server.url}/_waxwing/health", headers={"Host": host}, timeout=10
            )
            assert answer.status_code == status


def exchange(port, data, seconds=3):
    """All that comes back for some bytes, until the end or silence."""
    received = b""
    with socket.create_connection((LOOPBACK, port), timeout=seconds) as connection:
        connection.sendall(data)
        try:
            while more := connection.recv(65536):
                received += more
        except (TimeoutError, ConnectionResetError):
            pass
    return received


def test_a_browsers_post_to_a_mail_port_sends_nothing(waxwing, domain, unique):
    """The body of a form reads as commands; nothing of it may be carried out."""
    subject = unique("posted ")
    message = f"Subject: {subject}\r\nFrom: me@{domain}\r\n\r\nx\r\n"
    body = (
        f"EHLO page\r\nMAIL FROM:<me@{domain}>\r\nRCPT TO:<you@inbox.example>\r\n"
        f"BDAT {len(message)} LAST\r\n{message}QUIT\r\n"
    )
    for port in (waxwing.smtp, waxwing.mx):
        head = f"POST / HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: text/plain\r\n\r\n"
        said = exchange(port, (head + body).encode())
        assert b"250" not in said, said
    assert waxwing.absent(lambda m: m["subject"] == subject)


SMUGGLED = {
    "both lengths": "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n",
    "two lengths": "Content-Length: 4\r\nContent-Length: 5\r\n",
    "a list of lengths": "Content-Length: 4, 5\r\n",
    "a signed length": "Content-Length: +4\r\n",
    "a negative length": "Content-Length: -4\r\n",
    "a huge length": "Content-Length: 99999999999999999999\r\n",
    "a length in hexadecimal": "Content-Length: 0x4\r\n",
    "a coding that is none": "Transfer-Encoding: xchunked\r\n",
    "chunked, but not last": "Transfer-Encoding: chunked, identity\r\n",
    "space before the colon": "Transfer-Encoding : chunked\r\n",
    "a folded field": "X-A: b\r\n c: d\r\nContent-Length: 4\r\n",
    "a bare line feed": "X-A: b\nTransfer-Encoding: chunked\r\n",
    "a bare carriage return": "X-A: b\rTransfer-Encoding: chunked\r\n",
    "a NUL": "X-A: b\0c\r\n",
    "a name that is none": "X A: b\r\n",
}


@pytest.mark.parametrize("way", SMUGGLED)
def test_where_a_request_ends_is_never_in_doubt(waxwing, way):
    """What a proxy before it reads otherwise is refused, and ends the connection: of what follows,
    nothing is answered as a request of its own."""
    smuggled = "GET /_waxwing/health?smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n"
    data = (
        f"POST /v2/email/identities HTTP/1.1\r\nHost: localhost\r\n{SMUGGLED[way]}\r\n"
        f"0\r\n\r\n{smuggled}"
    )
    said = exchange(waxwing.http, data.encode())
    assert said.count(b"HTTP/1.1 ") <= 1, said
    assert b"HTTP/1.1 200" not in said, said


@pytest.mark.parametrize(
    "lines", ["Host: localhost\r\nHost: evil.com\r\n", "Host: evil.com\r\nHost: localhost\r\n"]
)
def test_a_request_has_one_host(waxwing, lines):
    """RFC 9112 §3.2: several are refused, lest one is checked and another believed."""
    said = exchange(waxwing.http, f"GET /_waxwing/messages HTTP/1.1\r\n{lines}\r\n".encode())
    assert said.startswith(b"HTTP/1.1 4"), said


def test_a_head_without_an_end_is_cut_off(waxwing):
    head = b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"X-A: " + b"a" * 200_000
    assert not exchange(waxwing.http, head).startswith(b"HTTP/1.1 200")
    many = b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"A: b\r\n" * 5000 + b"\r\n"
    assert not exchange(waxwing.http, many).startswith(b"HTTP/1.1 200")


# What a message shows in the inbox

MARKUP = '"><script>alert(1)</script><img src=x onerror=alert(2)>'


@pytest.fixture(scope="module")
def hostile(waxwing, domain):
    """A message with markup in everything that a stranger writes."""
    import smtplib

    part = (
        "--b\r\nContent-Type: {type}; name=\"{name}\"\r\nContent-ID: <{name}>\r\n"
        "Content-Disposition: inline; filename=\"{name}\"\r\n\r\n{body}\r\n"
    )
    quoted = MARKUP.replace('"', '\\"')
    content = (
        f"From: \"{quoted}\" <a@{domain}>\r\nTo: \"{quoted}\" <b@inbox.example>\r\n"
        f"Subject: hostile {MARKUP}\r\nX-{MARKUP.replace(' ', '')}: {MARKUP}\r\n"
        "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
        + part.format(type="text/plain", name=quoted, body=MARKUP)
        + "--b\r\nContent-Type: text/html\r\nContent-ID: <h>\r\n\r\n"
        "<script>alert(3)</script><base href=http://evil.com/><form action=http://evil.com>"
        "<meta http-equiv=refresh content='0;url=http://evil.com'><iframe src=http://evil.com>"
        "<a href='javascript:alert(4)'>x</a><img src='http://evil.com/i'><img src=cid:h>\r\n"
        + part.format(type="image/svg+xml", name="i.svg", body="<svg onload=alert(5)/>")
        + part.format(type="text/html\r\n ;x=\"y\"", name="../../x.html", body="<script>1</script>")
        + "--b--\r\n"
    )  # fmt: skip
    with smtplib.SMTP(LOOPBACK, waxwing.mx, timeout=20) as session:
        session.ehlo(f"[{LOOPBACK}]")
        session.sendmail(f"a@{domain}", ["b@inbox.example"], content.encode())
    return waxwing.wait_for(lambda m: "hostile" in m["subject"], "the hostile message")


def test_markup_in_mail_is_text_on_every_page(waxwing, hostile):
    for path in ("/", f"/messages/{hostile['id']}", f"/messages/{hostile['id']}?view=source",
                 f"/messages/{hostile['id']}?view=headers", f"/messages/{hostile['id']}?view={MARKUP}",
                 f"/?q={MARKUP}", "/nothing"):  # fmt: skip
        answer = requests.get(waxwing.url + path, headers={"Accept": "text/html"}, timeout=10)
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'"), path
        assert "unsafe" not in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "<script>alert" not in answer.text and "<img src=x" not in answer.text, path


def test_parts_are_saved_and_never_run(waxwing, hostile):
    detail = waxwing.detail(hostile)
    base = f"{waxwing.url}/_waxwing/messages/{hostile['id']}"
    html = requests.get(f"{base}/html", timeout=10)
    policy = html.headers["Content-Security-Policy"]
    directives = {d.split()[0]: d.split()[1:] for d in policy.split(";")}
    assert directives["default-src"] == ["'none'"] and "script-src" not in directives
    assert directives["form-action"] == directives["base-uri"] == ["'none'"]
    assert not {"allow-scripts", "allow-same-origin", "allow-forms", "allow-top-navigation"} & set(
        directives["sandbox"]
    )
    assert "evil.com" not in policy
    assert len(detail["parts"]) >= 4
    for part in detail["parts"]:
        answer = requests.get(f"{base}/parts/{part['index']}", timeout=10)
        assert answer.headers["Content-Disposition"].startswith("attachment; filename=\"")
        assert not set('<>/\\') & set(answer.headers["Content-Disposition"].split("filename*")[0])
        assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
