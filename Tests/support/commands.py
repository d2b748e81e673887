"""The commands of `waxwing` that look into messages and records."""

import json
import os
import subprocess

from .server import binary


def run(*arguments, input=b"", status=0, environment=None):
    """What the command prints, as bytes. Its exit status must be the given one."""
    done = subprocess.run(
        [binary(), *map(str, arguments)], input=input, capture_output=True, timeout=60,
        env={**os.environ, **(environment or {})},
    )  # fmt: skip
    assert done.returncode == status, (done.returncode, done.stdout, done.stderr)
    return done.stdout


def results(*arguments, **options):
    """What the command prints with `--json`: one value a line."""
    return [json.loads(line) for line in run(*arguments, "--json", **options).splitlines()]
