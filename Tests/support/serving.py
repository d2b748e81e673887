"""One `waxwing serve` with a configuration file of its own, on free ports of loopback."""

import base64
import contextlib
import datetime
import hashlib
import hmac
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path

import requests
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from .processes import LOOPBACK, Started, answers, end, free_ports
from .server import binary
from .sink import Sink
from .waiting import until
from .zones import Zones


# What the service calls its public address; its own listeners and its peers' are on loopback.
ADDRESS = "192.0.2.25"


def certificate(folder, name="waxwing", names=("localhost",), days=30, start=None):
    """A self-signed certificate with its key, as two PEM files; returns their paths."""
    start = start or datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(hours=1)
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, names[0])])
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(start)
        .not_valid_after(start + datetime.timedelta(days=days))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(n) for n in names]), False)
        .sign(key, hashes.SHA256())
    )
    paths = Path(folder) / f"{name}.pem", Path(folder) / f"{name}.key"
    contents = (
        made.public_bytes(serialization.Encoding.PEM),
        key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        ),
    )  # fmt: skip
    for path, content in zip(paths, contents):
        # As certificate managers do it: whoever reads sees the old file or the new one.
        new = path.with_suffix(path.suffix + ".new")
        new.touch(0o600)
        new.write_bytes(content)
        new.rename(path)
    return paths


def serial(port, server_name=None, start_tls=None):
    """The serial number of the certificate that a port shows, as `openssl` sees it."""
    command = ["openssl", "s_client", "-connect", f"{LOOPBACK}:{port}"]
    command += ["-servername", server_name] if server_name else ["-noservername"]
    command += ["-starttls", start_tls] if start_tls else []
    shown = subprocess.run(command, input=b"", capture_output=True, timeout=20).stdout
    printed = subprocess.run(
        ["openssl", "x509", "-noout", "-serial"], input=shown, capture_output=True, check=True
    )
    return printed.stdout.decode().strip().partition("=")[2]


def serial_of(chain):
    printed = subprocess.run(
        ["openssl", "x509", "-noout", "-serial", "-in", str(chain)], capture_output=True, check=True
    )
    return printed.stdout.decode().strip().partition("=")[2]


class WaxwingServe(Started):
    """Starts and stops `waxwing serve`. `settings` are keys of the file, with dots: they are
    written over those that make it run here.
    """

    def __init__(self, settings=None, folder=None, environment=None, options=()):
        self.api, self.api_tls, self.smtp, self.smtps, self.mx, self.dns, self.metrics = free_ports(7)
        self.owns_folder = folder is None
        self.folder = Path(folder or tempfile.mkdtemp(prefix="waxwing-serve-"))
        self.environment = environment or {}
        self.options = list(options)
        self.process = None
        self.log = self.folder / "log"
        self.file = self.folder / "waxwing.yaml"
        self.chain, self.key = certificate(self.folder)
        self.settings = {
            "data-folder": str(self.folder / "data"),
            "provider.domain": "waxwing.test",
            "provider.addresses": [ADDRESS],
            "api.listen": [f"{LOOPBACK}:{self.api}"],
            "api.listen-tls": [f"{LOOPBACK}:{self.api_tls}"],
            "submission.listen": [f"{LOOPBACK}:{self.smtp}"],
            "submission.listen-tls": [f"{LOOPBACK}:{self.smtps}"],
            "mx.listen": [f"{LOOPBACK}:{self.mx}"],
            "dns.listen": [f"{LOOPBACK}:{self.dns}"],
            "metrics.listen": [f"{LOOPBACK}:{self.metrics}"],
            "tls.certificate": str(self.chain),
            "tls.key": str(self.key),
            "tls.check-interval": "200ms",
            "delivery.allow-loopback": True,
            "log.format": "json",
            **(settings or {}),
        }

    # Configuration

    def write(self):
        sections = {}
        for key, value in self.settings.items():
            section, _, name = key.rpartition(".")
            sections.setdefault(section, {})[name] = value
        lines = []
        for section, values in sorted(sections.items()):
            lines += [f"{section}:"] if section else []
            indent = "  " if section else ""
            # What JSON writes is YAML as well.
            lines += [f"{indent}{name}: {json.dumps(value)}" for name, value in values.items()]
        self.file.write_text("\n".join(lines) + "\n")

    @property
    def command(self):
        return [binary(), "serve", "--config", str(self.file), *self.options]

    def process_environment(self):
        own = {k: v for k, v in os.environ.items() if not k.startswith("WAXWING_")}
        return {**own, **self.environment}

    def check(self, *options):
        """`serve --check`: exit status, standard output, standard error."""
        self.write()
        run = subprocess.run(
            [*self.command, "--check", *options], capture_output=True, text=True, timeout=60,
            env=self.process_environment(),
        )  # fmt: skip
        return run.returncode, run.stdout, run.stderr

    # Life

    def launch(self):
        self.write()
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                env=self.process_environment(),
            )  # fmt: skip
        return self

    def start(self, seconds=30):
        self.launch()
        self.wait_until_ready(seconds)
        return self

    def wait_until_ready(self, seconds=30, pause=0.02):
        def ready():
            if self.process.poll() is not None:
                raise AssertionError(
                    f"waxwing ended with {self.process.returncode}:\n{self.output()[-2000:]}"
                )
            return answers(self.metrics) and self.get("/ready").status_code == 200

        until(ready, "GET /ready", seconds, pause)

    def get(self, path, **arguments):
        return requests.get(f"http://{LOOPBACK}:{self.metrics}{path}", timeout=10, **arguments)

    def output(self):
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    def events(self):
        """The log, as objects."""
        return [json.loads(line) for line in self.output().splitlines() if line.startswith("{")]

    def is_running(self):
        return self.process is not None and self.process.poll() is None

    def terminate(self, seconds=30):
        """SIGTERM, and the exit status when it has ended."""
        return end(self.process, seconds)

    def stop(self):
        status = end(self.process) if self.process else None
        if self.owns_folder:
            shutil.rmtree(self.folder, ignore_errors=True)
        return status

    @contextlib.contextmanager
    def started(self):
        """For those that are to fail: nothing is waited for."""
        try:
            yield self.launch()
        finally:
            self.stop()

    # Clients

    @property
    def url(self):
        return f"http://{LOOPBACK}:{self.api}"

    def run(self, *arguments):
        """A command of administration, and what it answers."""
        done = subprocess.run(
            [binary(), *arguments, "--data", self.settings["data-folder"], "--json"],
            capture_output=True, text=True, timeout=60, env=self.process_environment(),
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return json.loads(done.stdout)

    def new_smtp_user(self, region="us-east-1"):
        """A user name and password for SMTP, of a new account, as they are made for operators;
        and the account's own access key."""
        account = self.run("account", "create", "--name", "test")["id"]
        key = self.run("key", "create", "--account", account)
        made = self.run("smtp-credential", "create", "--account", account, "--region", region)
        return made["userName"], made["password"], (key["accessKeyId"], key["secretAccessKey"])

    def new_key(self):
        """An access key of a new account: its id and its secret."""
        account = self.run("account", "create", "--name", "test")["id"]
        key = self.run("key", "create", "--account", account)
        return key["accessKeyId"], key["secretAccessKey"]

    def client(self, service, key, secret, region="us-east-1", **arguments):
        """A boto3 client of `ses` or `sesv2`."""
        import boto3
        from botocore.config import Config

        return boto3.session.Session().client(
            service, endpoint_url=self.url, region_name=region, aws_access_key_id=key,
            aws_secret_access_key=secret,
            config=Config(retries={"max_attempts": 0}, read_timeout=60), **arguments,
        )  # fmt: skip


ZONE = f"""$TTL 60
example.net.     IN MX 10 mx.example.net.
mx.example.net.  IN A {LOOPBACK}
"""


@contextlib.contextmanager
def serving(pause=0, zone="", **settings):
    """A service whose mail to example.net ends in a sink; identities are taken at their word.

    `zone` is more of the DNS; keys of `settings` have their first dot written as `_`.
    """
    with Zones(ZONE + zone) as zones, Sink(pause) as sink:
        own = {
            "resolver.forwarders": [f"{LOOPBACK}:{zones.port}"],
            "delivery.port": sink.port,
            "identities.verification": "immediate",
            **{key.replace("_", "."): value for key, value in settings.items()},
        }
        with WaxwingServe(own) as server:
            server.sink, server.zones = sink, zones
            yield server


def smtp_password(secret, region):
    """The derivation that AWS documents for SES."""

    def sign(key, text):
        return hmac.new(key, text.encode(), hashlib.sha256).digest()

    signature = sign(("AWS4" + secret).encode(), "11111111")
    for text in (region, "ses", "aws4_request", "SendRawEmail"):
        signature = sign(signature, text)
    return base64.b64encode(bytes([4]) + signature).decode()
