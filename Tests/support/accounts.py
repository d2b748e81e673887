"""Accounts of a server, made with its own commands."""

import json
import os
import subprocess
import tempfile
from pathlib import Path

import boto3
from botocore.config import Config

from .server import binary


class Refused(Exception):
    """A command that ended with an error: `status` and `text`."""

    def __init__(self, ended):
        super().__init__(ended.stderr)
        self.status, self.text = ended.returncode, ended.stderr


def waxwing(data, *arguments, text=False, stdin=""):
    """Runs a command against a data folder, whether a service runs there or not."""
    ended = subprocess.run(
        [binary(), *arguments, "--data", str(data), *([] if text else ["--json"])],
        input=stdin, capture_output=True, text=True, timeout=60,
        env={key: value for key, value in os.environ.items() if key != "WAXWING_DATA_FOLDER"},
    )  # fmt: skip
    if ended.returncode != 0:
        raise Refused(ended)
    return ended.stdout if text else json.loads(ended.stdout)


def policy(*statements):
    """A policy document of (effect, actions, resources)."""
    return {
        "Version": "2012-10-17",
        "Statement": [
            {"Effect": effect, "Action": actions, "Resource": resources}
            for effect, actions, resources in statements
        ],
    }


class Account:
    """An account of a running server."""

    def __init__(self, server, name="test", *options):
        self.server = server
        made = waxwing(server.data, "account", "create", "--name", name, *options)
        self.id = made["id"]
        self.made = made

    def command(self, *arguments, **options):
        return waxwing(self.server.data, *arguments, "--account", self.id, **options)

    def key(self, *owner):
        return self.command("key", "create", *owner)

    def member(self, kind, name, *statements):
        """A user or role, with statements with one policy, `policy`."""
        if not statements:
            return self.command(kind, "create", name)
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "policy.json"
            file.write_text(json.dumps(policy(*statements)))
            return self.command(kind, "create", name, "--policy", str(file))

    def client(self, service, key, region="us-east-1", secret=None, **options):
        return boto3.session.Session().client(
            service, endpoint_url=self.server.url, region_name=region,
            aws_access_key_id=key["accessKeyId"],
            aws_secret_access_key=secret or key["secretAccessKey"],
            config=Config(retries={"max_attempts": 0}, read_timeout=60), **options,
        )  # fmt: skip
