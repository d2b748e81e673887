"""One `waxwing dev` on ports of its own."""

import os
import re
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import requests

from .processes import LOOPBACK, Started, answers, end, free_ports
from .waiting import until

ROOT = Path(__file__).resolve().parents[2]


def binary():
    """The executable under test: `WAXWING_BINARY`, or the debug build."""
    named = Path(os.environ.get("WAXWING_BINARY", ".build/debug/waxwing"))
    path = named if named.is_absolute() else ROOT / named
    if not path.exists():
        raise FileNotFoundError(f"{path} is not there: `make build` makes it")
    return str(path)


class Waxwing(Started):
    """Starts and stops `waxwing dev`, and reads its inbox.

    The ports and the data folder outlive the process, so `kill` and `start` resume it in place.
    """

    def __init__(self, *options, data=None, environment=None, **process_options):
        self.http, self.smtp, self.smtps, self.mx, self.dns = free_ports(5)
        self.options = list(options)
        self.environment = environment or {}
        self.process_options = process_options
        self.owns_data = data is None
        self.data = Path(data or tempfile.mkdtemp(prefix="waxwing-test-"))
        self.log = self.data.with_name(self.data.name + ".log")
        self.process = None

    @property
    def url(self):
        return f"http://{LOOPBACK}:{self.http}"

    @property
    def command(self):
        return [
            binary(), "dev",
            "--http", f"{LOOPBACK}:{self.http}", "--smtp", f"{LOOPBACK}:{self.smtp}",
            "--smtps", f"{LOOPBACK}:{self.smtps}", "--mx", f"{LOOPBACK}:{self.mx}",
            "--dns", f"{LOOPBACK}:{self.dns}", "--data", str(self.data), *self.options,
        ]  # fmt: skip

    # Life

    def launch(self):
        """Starts the process without waiting for it."""
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.command, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                env={**os.environ, **self.environment}, **self.process_options,
            )  # fmt: skip
        return self

    def start(self, seconds=30):
        self.launch()
        self.wait_until_healthy(seconds)
        return self

    def wait_until_healthy(self, seconds=30, pause=0.02):
        def healthy():
            if self.process.poll() is not None:
                raise AssertionError(
                    f"waxwing ended with {self.process.returncode}:\n{self.output()[-2000:]}"
                )
            if not answers(self.http):
                return False
            return requests.get(f"{self.url}/_waxwing/health", timeout=5).status_code == 200

        until(healthy, "GET /_waxwing/health", seconds, pause)

    def output(self):
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    def is_running(self):
        return self.process is not None and self.process.poll() is None

    def kill(self):
        """Ends the process as a power cut would."""
        self.process.kill()
        self.process.wait()

    def stop(self):
        status = end(self.process) if self.process else None
        if self.owns_data:
            shutil.rmtree(self.data, ignore_errors=True)
        self.log.unlink(missing_ok=True)
        return status

    def resident_bytes(self):
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+) kB", status)[1]) * 1024

    # The inbox

    def get(self, path, **parameters):
        response = requests.get(self.url + path, params=parameters, timeout=20)
        response.raise_for_status()
        return response

    def messages(self, **parameters):
        """One page of the inbox, the newest message first."""
        return self.get("/_waxwing/messages", **parameters).json()["messages"]

    def all_messages(self, page=500):
        """The whole inbox, page by page."""
        after = {}
        while found := self.messages(limit=page, **after):
            yield from found
            after = {"after": found[-1]["id"]}

    def raw(self, message):
        return self.get(f"/_waxwing/messages/{message['id']}/raw").content

    def detail(self, message):
        return self.get(f"/_waxwing/messages/{message['id']}").json()

    def reset(self):
        requests.post(f"{self.url}/_waxwing/reset", timeout=20).raise_for_status()

    def wait_for(self, wanted, what, seconds=15):
        """The newest message for which `wanted` holds, once there is one."""
        return until(
            lambda: next((m for m in self.messages(limit=100) if wanted(m)), None), what, seconds
        )

    def wait_for_subject(self, subject, seconds=15):
        return self.wait_for(
            lambda m: m["subject"] == subject, f"a message with the subject {subject!r}", seconds
        )

    def absent(self, wanted, seconds=1.5):
        """Whether no such message comes for a while."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            if any(wanted(m) for m in self.messages(limit=100)):
                return False
            time.sleep(0.1)
        return True

    # Clients

    def aws_environment(self, region="us-east-1"):
        """What an unchanged SDK or `aws` reads to come here."""
        return {
            "AWS_ACCESS_KEY_ID": "AKIAIOSFODNN7EXAMPLE",
            "AWS_SECRET_ACCESS_KEY": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            "AWS_DEFAULT_REGION": region,
            "AWS_ENDPOINT_URL_SES": self.url,
            "AWS_ENDPOINT_URL_SESV2": self.url,
            "AWS_EC2_METADATA_DISABLED": "true",
            "AWS_CONFIG_FILE": os.devnull,
            "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
        }

    def client(self, service, region="us-east-1", key="AKIAIOSFODNN7EXAMPLE"):
        """A boto3 client of `ses` or `sesv2`, unchanged but for the endpoint."""
        import boto3
        from botocore.config import Config

        return boto3.session.Session().client(
            service, endpoint_url=self.url, region_name=region,
            aws_access_key_id=key, aws_secret_access_key="wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            config=Config(retries={"max_attempts": 0}, read_timeout=60),
        )  # fmt: skip

    def verified_domain(self, domain, **parameters):
        """Creates a domain identity and waits until it may send, and signs."""
        sesv2 = self.client("sesv2")
        sesv2.create_email_identity(EmailIdentity=domain, **parameters)

        def verified():
            shown = sesv2.get_email_identity(EmailIdentity=domain)
            return shown["VerifiedForSendingStatus"] and shown["DkimAttributes"]["Status"] == "SUCCESS"

        until(verified, f"{domain} to be verified", 15)
        return domain
