"""From a start with nothing to the first message in the inbox."""

import re
import signal
import subprocess
import tempfile
import time

import requests

from support import smtp
from support.processes import LOOPBACK, answers, end
from support.server import Waxwing, binary
from support.waiting import until


def test_first_message_is_quick():
    """Measured and printed; the bound is wide, since this may be a debug build on a busy machine."""
    times = []
    for _ in range(3):
        server = Waxwing()
        start = time.monotonic()
        try:
            server.launch().wait_until_healthy(pause=0.005)
            ready = time.monotonic() - start
            with smtp.Dialogue(server.mx) as session:
                reply = session.transaction(
                    "them@elsewhere.example", ["you@inbox.example"],
                    b"From: them@elsewhere.example\r\nSubject: first\r\n\r\nHello.",
                )  # fmt: skip
                assert reply.startswith("250"), reply
            until(server.messages, "the first message", 20, pause=0.005)
            received = time.monotonic() - start
            # The same by the longer way: an identity, its records, a signature, the queue.
            domain = server.verified_domain("first.example")
            server.client("sesv2").send_email(
                FromEmailAddress=f"me@{domain}", Destination={"ToAddresses": ["you@inbox.example"]},
                Content={"Simple": {"Subject": {"Data": "signed"}, "Body": {"Text": {"Data": "x"}}}},
            )  # fmt: skip
            server.wait_for_subject("signed")
            times.append((ready, received, time.monotonic() - start))
        finally:
            server.stop()
    ready, received, signed = sorted(times, key=lambda t: t[2])[1]
    print(f"\nready after {ready:.2f} s, first mail at the MX {received:.2f} s, signed {signed:.2f} s")
    assert signed < 10


def test_with_no_options_but_free_ports_it_says_where_it_is():
    ports = [f"{LOOPBACK}:0"] * 4
    options = [o for pair in zip(("--http", "--smtp", "--mx", "--dns"), ports) for o in pair]
    with tempfile.TemporaryFile("w+") as output:
        process = subprocess.Popen(
            [binary(), "dev", *options], stdin=subprocess.DEVNULL, stdout=output,
            stderr=subprocess.STDOUT,
        )  # fmt: skip
        try:

            def printed():
                output.seek(0)
                found = re.search(r"AWS_ENDPOINT_URL_SES=\W?(http://127\.0\.0\.1:\d+)", text := output.read())
                return (text, found[1]) if found else None

            text, url = until(printed, "the lines for the shell", 30)
            until(lambda: answers(int(url.rsplit(":", 1)[1])), "the port it names")
            until(
                lambda: requests.get(f"{url}/_waxwing/health", timeout=5).json() == {"status": "ok"},
                "health",
            )
            assert "boto3" in text and "AWS_ENDPOINT_URL_SESV2=" in text and url in text
            assert "text/html" in requests.get(f"{url}/", timeout=5).headers["Content-Type"]
            for port in {int(p) for p in re.findall(r"127\.0\.0\.1:(\d+)", text)}:
                assert port != 0
        finally:
            status = end(process)
    assert status in (0, -signal.SIGTERM)


def test_its_own_data_folder_goes_with_it(tmp_path):
    import os

    server = Waxwing()
    command = server.command
    position = command.index("--data")
    del command[position : position + 2]
    process = subprocess.Popen(
        command, env={**os.environ, "TMPDIR": str(tmp_path)}, stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        until(lambda: answers(server.http), "the server", 30)
        assert list(tmp_path.iterdir()), "it keeps its data somewhere else"
    finally:
        end(process)
        server.stop()
    assert list(tmp_path.iterdir()) == []


def test_a_data_folder_outlives_the_process(unique):
    with Waxwing() as server:
        domain = server.verified_domain(f"{unique('kept')}.example")
        with smtp.Dialogue(server.smtp) as session:
            content = f"From: me@{domain}\r\nSubject: kept\r\n\r\nx".encode()
            session.transaction(f"me@{domain}", ["you@inbox.example"], content)
        server.wait_for_subject("kept")
        end(server.process)
        server.start()
        assert server.wait_for_subject("kept")
        shown = server.client("sesv2").get_email_identity(EmailIdentity=domain)
        assert shown["VerifiedForSendingStatus"] is True
