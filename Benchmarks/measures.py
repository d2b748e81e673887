"""What is measured. Each measure yields rows; each row holds what every run showed, beside a peer."""

import contextlib
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
from dataclasses import dataclass, field
from pathlib import Path

import httpload
from support import smtp
from support.postfix import Postfix, Sink, opendkim_signer, source
from support.processes import LOOPBACK, answers, end, free_port
from support.server import Waxwing
from support.verifiers import signatures
from support.waiting import until

HERE = Path(__file__).resolve().parent
SIZE = 10_240
SESSIONS = 20


@dataclass
class Row:
    """One line of the table. `ours` and `theirs` hold one value for each run."""

    what: str
    unit: str
    peer: str = ""
    ours: list = field(default_factory=list)
    theirs: list = field(default_factory=list)
    # The goal: how many times the peer (a ratio), or the value itself where there is no peer.
    goal: float | None = None
    at_most: bool = False
    # Whether the goal is a limit of thresholds.json: beyond it, the whole run fails.
    is_threshold: bool = False
    note: str = ""

    @property
    def value(self):
        return statistics.median(self.ours)

    @property
    def beside(self):
        return statistics.median(self.theirs) if self.theirs else None

    @property
    def ratio(self):
        return self.value / self.beside if self.theirs else None

    @property
    def reached(self):
        if self.goal is None:
            return None
        shown = self.ratio if self.theirs else self.value
        return shown <= self.goal if self.at_most else shown >= self.goal


def timed(command):
    start = time.perf_counter()
    subprocess.run(command, check=True, timeout=600, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def load(port, sender, count, reuse=False, size=SIZE):
    return source(
        port, messages=count, sessions=SESSIONS, size=size, reuse=reuse, sender=sender,
        recipient="you@far.example",
    )  # fmt: skip


def unsigned_domain(server, name):
    server.verified_domain(name)
    server.client("sesv2").put_email_identity_dkim_attributes(
        EmailIdentity=name, SigningEnabled=False
    )
    return name


# Accepting


def accept(runs, messages):
    """A message is on disk when it is answered; nothing is delivered meanwhile.

    Postfix puts all of it on hold. Waxwing's next server is away, so that its mail waits too. The
    identity does not sign, as Postfix does not either; the last row shows what signing adds."""
    fresh = Row("durable accept, a connection each", "messages/s", "Postfix into hold", goal=4)
    kept = Row("durable accept, connections kept", "messages/s", "Postfix into hold", goal=4)
    signed = Row("durable accept with signing, connections kept", "messages/s")
    for _ in range(runs):
        for row, reuse in ((fresh, False), (kept, True)):
            with Waxwing("--deliver-to", f"{LOOPBACK}:{free_port()}") as server:
                sender = f"me@{unsigned_domain(server, 'accept.example')}"
                row.ours.append(messages / timed(load(server.smtp, sender, messages, reuse)))
            with Postfix(
                smtpd_recipient_restrictions="check_recipient_access static:HOLD, permit_mynetworks"
            ) as postfix:
                peers = max(messages // 4, 500)  # it takes longer; the rate is what counts
                row.theirs.append(
                    peers / timed(load(postfix.port, "me@accept.example", peers, reuse))
                )
                assert postfix.queued("hold") == peers
        with Waxwing("--deliver-to", f"{LOOPBACK}:{free_port()}") as server:
            sender = f"me@{server.verified_domain('accept.example')}"
            signed.ours.append(messages / timed(load(server.smtp, sender, messages, True)))
    return [fresh, kept, signed]


# Accepting, signing, delivering


def rsa_signatures(processes):
    """RSA-2048 signatures a second, by `openssl speed`."""
    run = subprocess.run(
        ["openssl", "speed", "-seconds", "3", *(["-multi", str(processes)] if processes > 1 else []),
         "rsa2048"],
        capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    found = re.findall(r"^rsa\s+2048 bits\s+\S+\s+\S+\s+([\d.]+)", run.stdout, re.MULTILINE)
    return float(found[-1])


def through(port, sink, sender, messages):
    """Messages a second from the first connection to the last message at the sink."""
    before = sink.messages
    start = time.perf_counter()
    subprocess.run(load(port, sender, messages), check=True, timeout=600)
    until(lambda: sink.messages - before >= messages, f"{messages} messages at the sink", 300, 0.02)
    return messages / (time.perf_counter() - start)


def relay(runs, messages):
    """Through to `smtp-sink`: accepted, signed with RSA-2048, queued, delivered."""
    beside = Row("accept, sign, deliver", "messages/s", "Postfix with OpenDKIM", goal=5)
    fraction = Row("the same, as a part of the signatures of one core", "of openssl speed rsa2048", goal=0.4)
    whole = Row("the same, as a part of the signatures of all cores", "of openssl speed rsa2048")
    for run in range(runs):
        with Sink() as sink, Waxwing("--deliver-to", f"{LOOPBACK}:{sink.port}") as server:
            sender = f"me@{server.verified_domain('relay.example')}"
            rate = through(server.smtp, sink, sender, messages)
        limit, all_cores = rsa_signatures(1), rsa_signatures(os.cpu_count())
        beside.ours.append(rate)
        fraction.ours.append(rate / limit)
        whole.ours.append(rate / all_cores)
        with (
            Sink() as sink,
            opendkim_signer("relay.example") as milter,
            Postfix(
                relayhost=f"[{LOOPBACK}]:{sink.port}", smtpd_milters=f"inet:{LOOPBACK}:{milter}",
                smtp_destination_concurrency_limit=20, default_destination_concurrency_limit=20,
            ) as postfix,
        ):  # fmt: skip
            peers = max(messages // 4, 500)
            beside.theirs.append(through(postfix.port, sink, "me@relay.example", peers))
    fraction.note = f"openssl: {limit:.0f}/s on one core, {all_cores:.0f}/s on all, in the last run"
    beside.note = f"{signatures_per_message()} signature(s) on each message"
    return [beside, fraction, whole]


def signatures_per_message():
    with Waxwing() as server:
        domain = server.verified_domain("count.example")
        with smtp.Dialogue(server.smtp) as session:
            content = f"From: me@{domain}\r\nSubject: count\r\n\r\nx".encode()
            session.transaction(f"me@{domain}", ["you@inbox.example"], content)
        return len(signatures(server.raw(server.wait_for_subject("count"))))


# The API


def signed_request(port, path, body, content_type):
    """A request signed by botocore, as it stands on the wire."""
    from botocore.auth import SigV4Auth
    from botocore.awsrequest import AWSRequest
    from botocore.credentials import Credentials

    credentials = Credentials("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY")
    request = AWSRequest(
        "POST", f"http://{LOOPBACK}:{port}{path}", data=body, headers={"Content-Type": content_type}
    )
    SigV4Auth(credentials, "ses", "us-east-1").add_auth(request)
    head = {**dict(request.headers.items()), "Host": f"{LOOPBACK}:{port}", "Content-Length": len(body)}
    lines = "".join(f"{name}: {value}\r\n" for name, value in head.items())
    return f"POST {path} HTTP/1.1\r\n{lines}\r\n".encode() + body


def single_sends(port, count=500):
    """v2 SendEmail requests."""
    requests = []
    for number in range(count):
        body = json.dumps(
            {
                "FromEmailAddress": "me@api.example",
                "Destination": {"ToAddresses": ["you@far.example"]},
                "Content": {
                    "Simple": {
                        "Subject": {"Data": f"Order {number}"},
                        "Body": {"Text": {"Data": "Thank you for your order.\n" * 20}},
                    }
                },
            }
        ).encode()
        requests.append(
            signed_request(port, "/v2/email/outbound-emails", body, "application/json")
        )
    return requests


BULK_TEMPLATE = {
    "TemplateName": "order",
    "SubjectPart": "Order {{number}}",
    "TextPart": "Dear {{name}},\n" + "thank you for your order of {{what}}.\n" * 20,
}


def bulk_sends(port, count=40):
    """v1 SendBulkTemplatedEmail requests of 50 destinations, which moto knows too."""
    requests = []
    for number in range(count):
        parameters = {
            "Action": "SendBulkTemplatedEmail", "Version": "2010-12-01", "Source": "me@api.example",
            "Template": "order", "DefaultTemplateData": json.dumps({"what": "books"}),
        }  # fmt: skip
        for index in range(1, 51):
            entry = f"Destinations.member.{index}"
            parameters[f"{entry}.Destination.ToAddresses.member.1"] = f"you{index}@far.example"
            parameters[f"{entry}.ReplacementTemplateData"] = json.dumps(
                {"number": f"{number}-{index}", "name": f"Reader {index}"}
            )
        body = urllib.parse.urlencode(parameters).encode()
        requests.append(
            signed_request(port, "/", body, "application/x-www-form-urlencoded; charset=utf-8")
        )
    return requests


def http_load(port, connections, seconds, requests=single_sends):
    with tempfile.NamedTemporaryFile() as file:
        httpload.write_requests(file.name, requests(port))
        run = subprocess.run(
            [sys.executable, str(HERE / "httpload.py"), str(port), str(connections), str(seconds), file.name],
            capture_output=True, text=True, check=True, timeout=seconds + 120,
        )  # fmt: skip
    result = json.loads(run.stdout)
    assert result["failed"] == 0, f"{result['failed']} requests failed"
    return result


@contextlib.contextmanager
def process(command, port, what):
    started = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        until(lambda: answers(port), f"{what} to listen", 60)
        yield
    finally:
        end(started)


@contextlib.contextmanager
def moto():
    import boto3

    port = free_port()
    command = [str(Path(sys.executable).with_name("moto_server")), "-H", LOOPBACK, "-p", str(port)]
    with process(command, port, "moto"):
        client = boto3.client(
            "sesv2", endpoint_url=f"http://{LOOPBACK}:{port}", region_name="us-east-1",
            aws_access_key_id="x", aws_secret_access_key="x",
        )  # fmt: skip
        client.create_email_identity(EmailIdentity="api.example")
        first = boto3.client(
            "ses", endpoint_url=f"http://{LOOPBACK}:{port}", region_name="us-east-1",
            aws_access_key_id="x", aws_secret_access_key="x",
        )  # fmt: skip
        first.verify_domain_identity(Domain="api.example")
        first.create_template(Template=BULK_TEMPLATE)
        yield port


def api(runs, seconds):
    """v2 SendEmail of a short message. Waxwing checks the signature, signs and stores; its next
    server is away. moto keeps it in memory."""
    counts = (1, 16, 128)

    def rows(what, unit, **more):
        return {
            n: Row(f"SendEmail, {n} connection{'s' * (n > 1)}{what}", unit, "moto", **more) for n in counts
        }

    rates = rows("", "requests/s", goal=10)
    middles = rows(": half within", "ms", at_most=True)
    tails = rows(": 99 of 100 within", "ms", at_most=True, goal=1)
    limits = {n: [] for n in counts}
    for _ in range(runs):
        for connections in counts:
            with Waxwing("--deliver-to", f"{LOOPBACK}:{free_port()}") as server:
                server.verified_domain("api.example")
                ours = http_load(server.http, connections, seconds)
            with moto() as port:
                theirs = http_load(port, connections, seconds)
            rates[connections].ours.append(ours["rate"])
            rates[connections].theirs.append(theirs["rate"])
            for rows_of, key in ((middles, "p50"), (tails, "p99")):
                rows_of[connections].ours.append(ours[key] * 1000)
                rows_of[connections].theirs.append(theirs[key] * 1000)
            port = free_port()
            command = [sys.executable, str(HERE / "httpload.py"), "--answer", str(port)]
            with process(command, port, "the empty server"):
                limits[connections].append(http_load(port, connections, 2)["rate"])
    for connections, row in rates.items():
        row.note = f"the load itself reaches {statistics.median(limits[connections]):.0f}/s"
    return [row for n in counts for row in (rates[n], middles[n], tails[n])]


def bulk(runs, seconds):
    """v1 SendBulkTemplatedEmail: each message is rendered, signed and stored."""
    # moto neither renders nor signs: it only counts. Each of ours costs an RSA-2048 signature.
    rate = Row("bulk sends of 50, 4 connections", "messages/s", "moto")
    tail = Row("bulk sends of 50: 99 of 100 within", "ms", "moto", at_most=True)
    for _ in range(runs):
        with Waxwing("--deliver-to", f"{LOOPBACK}:{free_port()}") as server:
            server.verified_domain("api.example")
            server.client("ses").create_template(Template=BULK_TEMPLATE)
            result = http_load(server.http, 4, seconds, bulk_sends)
        rate.ours.append(result["rate"] * 50)
        tail.ours.append(result["p99"] * 1000)
        with moto() as port:
            result = http_load(port, 4, seconds, bulk_sends)
        rate.theirs.append(result["rate"] * 50)
        tail.theirs.append(result["p99"] * 1000)
    return [rate, tail]


# Memory and start


def memory(runs, queued):
    idle = Row("resident memory, idle", "MB", goal=40, at_most=True)
    more = Row(f"more of it with {queued:,} deliveries queued", "MB", goal=60, at_most=True)
    for _ in range(runs):
        with Waxwing("--deliver-to", f"{LOOPBACK}:{free_port()}") as server:
            sender = f"me@{unsigned_domain(server, 'memory.example')}"
            time.sleep(5)
            before = server.resident_bytes() / 1e6
            idle.ours.append(before)
            subprocess.run(load(server.smtp, sender, queued, True, size=1024), check=True, timeout=900)
            time.sleep(10)
            more.ours.append(server.resident_bytes() / 1e6 - before)
    return [idle, more]


def start(runs):
    """From the start of the process to the first answer, and to the first signed message in the inbox."""
    answer = Row("start to first answered request", "s", goal=0.3, at_most=True)
    row = Row("start to first message", "s", goal=2, at_most=True)
    for _ in range(runs):
        server = Waxwing()
        begun = time.perf_counter()
        try:
            server.launch().wait_until_healthy(pause=0.005)
            answer.ours.append(time.perf_counter() - begun)
            domain = server.verified_domain("first.example")
            with smtp.Dialogue(server.smtp) as session:
                content = f"From: me@{domain}\r\nSubject: first\r\n\r\nx".encode()
                reply = session.transaction(f"me@{domain}", ["you@inbox.example"], content)
                assert reply.startswith("250"), reply
            server.wait_for_subject("first")
            row.ours.append(time.perf_counter() - begun)
        finally:
            server.stop()
    return [answer, row]
