"""DKIM verifiers that nobody of this project wrote. Each asks the given DNS port for the keys."""

import re
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

import dkim

from . import dns
from .processes import LOOPBACK


@dataclass(frozen=True)
class Verdict:
    """What one verifier says of one signature."""

    domain: str
    selector: str
    passed: bool


def signatures(message):
    """Domain and selector of each DKIM-Signature field, from the top."""
    section = re.split(rb"\r?\n\r?\n", message, maxsplit=1)[0]
    unfolded = re.sub(rb"\r?\n[ \t]", b" ", section).decode("latin-1")
    found = []
    for field in re.findall(r"^DKIM-Signature:(.*)$", unfolded, re.IGNORECASE | re.MULTILINE):
        tags = dict(
            (name.strip(), value.strip())
            for name, _, value in (tag.partition("=") for tag in field.split(";"))
        )
        found.append((tags["d"], tags["s"]))
    return found


def dkimpy(message, port):
    """The Python library."""

    def text(name, timeout=5):
        found = dns.texts(port, name.decode().rstrip("."))
        return found[0] if found else None

    checker = dkim.DKIM(message, minkey=1024)
    verdicts = []
    for index, (domain, selector) in enumerate(signatures(message)):
        try:
            passed = checker.verify(idx=index, dnsfunc=text)
        except dkim.DKIMException:
            passed = False
        verdicts.append(Verdict(domain, selector, passed))
    return verdicts


PERL = r"""
use strict; use warnings;
use Mail::DKIM::Verifier; use Mail::DKIM::DNS; use Net::DNS::Resolver;
my ($port) = @ARGV;
Mail::DKIM::DNS::resolver(Net::DNS::Resolver->new(
    nameservers => ['127.0.0.1'], port => $port, recurse => 1, udp_timeout => 5, tcp_timeout => 5));
my $dkim = Mail::DKIM::Verifier->new();
binmode STDIN;
while (<STDIN>) { s/\015?\012$//; $dkim->PRINT("$_\015\012"); }
$dkim->CLOSE;
print join(' ', $_->domain, $_->selector, $_->result), "\n" for $dkim->signatures;
"""


def mail_dkim(message, port):
    """Perl's Mail::DKIM."""
    run = subprocess.run(
        ["perl", "-e", PERL, str(port)], input=message, capture_output=True, timeout=30, check=True
    )
    return [
        Verdict(domain, selector, result == "pass")
        for domain, selector, result in (line.split() for line in run.stdout.decode().splitlines())
    ]


def opendkim(message, port):
    """OpenDKIM reading the message as a file. It asks no DNS port other than 53, so it is handed
    what this one answers."""
    with tempfile.TemporaryDirectory() as folder:
        records = Path(folder, "records")
        with records.open("wb") as file:
            for domain, selector in signatures(message):
                name = f"{selector}._domainkey.{domain}"
                for text in dns.texts(port, name):
                    file.write(name.encode() + b" " + text + b"\n")
        mail = Path(folder, "message")
        mail.write_bytes(message)
        configuration = Path(folder, "opendkim.conf")
        configuration.write_text(
            f"Mode v\nSyslog no\nMinimumKeyBits 1024\nTestDNSData file:{records}\n"
        )
        run = subprocess.run(
            ["opendkim", "-x", str(configuration), "-vv", "-t", str(mail)],
            capture_output=True, text=True, timeout=30,
        )  # fmt: skip
    said = re.sub(r"\n\s+", " ", run.stdout + run.stderr)
    return [
        Verdict(domain, selector, result == "pass")
        for result, domain, selector in re.findall(
            r"dkim=(\w+) [^;]*?header\.d=(\S+) [^;]*?header\.s=(\S+)", said
        )
    ]


ALL = (dkimpy, mail_dkim, opendkim)
