"""The DNS port of `waxwing dev`, as ordinary clients see it."""

import subprocess

import dns.exception
import dns.resolver

from .processes import LOOPBACK


def resolver(port):
    made = dns.resolver.Resolver(configure=False)
    made.nameservers = [LOOPBACK]
    made.port = port
    made.lifetime = 5
    return made


def texts(port, name):
    """The TXT records of a name, each as its bytes; none when there are none."""
    try:
        answer = resolver(port).resolve(name, "TXT")
    except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
        return []
    return [b"".join(record.strings) for record in answer]


def dig(port, *arguments):
    """The lines that `dig +short` prints."""
    run = subprocess.run(
        ["dig", f"@{LOOPBACK}", "-p", str(port), "+tries=1", "+time=3", "+short", *arguments],
        capture_output=True, text=True, timeout=20,
    )  # fmt: skip
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout.split("\n")[:-1]
