"""Waxwing and its peers, each asked about all cases. A verdict is a class and what was said."""

import base64
import json
import subprocess
import types
from pathlib import Path

import dkim
import spf

from support.server import binary

from .dkim_signing import NOW
from .zone import ServerFailure

PERL = Path(__file__).with_name("mail_dkim.pl")


def write(folder, cases, zone):
    """The messages and the zone, where Waxwing and Perl read them."""
    mail = Path(folder, "mail")
    mail.mkdir()
    for case in cases:
        (mail / f"{case.name}.eml").write_bytes(case.message)
    Path(folder, "zone").write_text(zone.text())
    return mail


def waxwing(folder):
    """The signatures of each message, from the top: `[(class, reason)]`."""
    run = subprocess.run(
        [binary(), "dkim", "verify", "--dns", f"{folder}/zone", "--json", "--now", str(NOW), f"{folder}/mail"],
        capture_output=True, timeout=100,
    )  # fmt: skip
    assert run.returncode in (0, 1, 3), run.stderr.decode()
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    return [
        [(s["result"], s.get("reason", "")) for s in line.get("signatures", [])] for line in lines
    ]


DKIMPY_ERRORS = {
    "body hash mismatch": "fail", "public key too small": "policy",
}  # fmt: skip


def dkimpy(cases, zone):
    def text(name, timeout=5):
        try:
            found = zone.find(name.decode("latin-1"), "TXT")
        except ServerFailure:
            raise dkim.DnsTimeoutError("SERVFAIL") from None
        return b"".join(found[0]) if found else None

    real, dkim.time = dkim.time, types.SimpleNamespace(time=lambda: NOW)
    try:
        return [
            [one_of_dkimpy(case, i, text) for i in range(len(case.signatures))] for case in cases
        ]
    finally:
        dkim.time = real


def one_of_dkimpy(case, index, text):
    log = []
    logger = types.SimpleNamespace(debug=lambda *_: None, error=lambda said, *_: log.append(said))
    try:
        if dkim.DKIM(case.message, logger=logger, minkey=1024).verify(idx=index, dnsfunc=text):
            return "pass", ""
        if not log:
            return "fail", "signature"
        return ("temperror" if "DnsTimeout" in log[0] else "permerror"), log[0]
    except dkim.DKIMException as error:
        said = str(error)
        return next(
            (c for start, c in DKIMPY_ERRORS.items() if said.startswith(start)), "permerror"
        ), said
    except Exception as error:  # what it does not expect itself
        return "crash", f"{type(error).__name__}: {error}"


PERL_CLASSES = {"pass": "pass", "fail": "fail", "invalid": "permerror", "unparsed": "permerror"}


def mail_dkim(cases, zone, folder):
    answers = {}
    for case in cases:
        for signature in case.signatures:
            domain = signature["d"] or b""
            name = (
                (signature.selector + b"._domainkey." + domain)
                .decode("latin-1")
                .lower()
                .rstrip(".")
            )
            try:
                found = zone.find(name, "TXT")
            except ServerFailure:
                answers[name] = 0
                continue
            if found:
                answers[name] = [
                    [base64.b64encode(s).decode() for s in strings] for strings in found
                ]
    Path(folder, "answers.json").write_text(json.dumps(answers))
    files = [f"{folder}/mail/{case.name}.eml" for case in cases]
    run = subprocess.run(
        ["perl", PERL, str(NOW), f"{folder}/answers.json", *files], capture_output=True, timeout=100
    )
    assert run.returncode == 0, run.stderr.decode()[-2000:]
    verdicts = []
    for line in run.stdout.splitlines():
        found = json.loads(line)
        if found["error"]:
            verdicts.append(("crash", found["error"]))
            continue
        verdicts.append([classed(result, detail) for result, detail in found["signatures"]])
    return [
        [v] * len(case.signatures) if isinstance(v, tuple) else v
        for case, v in zip(cases, verdicts)
    ]


def classed(result, detail):
    if "SERVFAIL" in (detail or ""):
        return "temperror", detail
    return PERL_CLASSES.get(result, f"odd {result}"), detail


def waxwing_spf(cases, folder):
    lines = [json.dumps({"ip": c.ip, "mail_from": c.sender, "helo": c.helo}) for c in cases]
    Path(folder, "clients").write_text("\n".join(lines) + "\n")
    run = subprocess.run(
        [binary(), "spf", "check", "--batch", f"{folder}/clients", "--dns", f"{folder}/zone", "--json"],
        capture_output=True, timeout=100,
    )  # fmt: skip
    assert run.returncode == 0, run.stderr.decode()[-2000:]
    return [(r["result"], r.get("reason", "")) for r in map(json.loads, run.stdout.splitlines())]


def pyspf(cases, zone):
    def look_up(name, kind, strict=True, timeout=20):
        try:
            return [((name, kind), data) for data in zone.find(name, kind)]
        except ServerFailure:
            raise spf.TempError("DNS SERVFAIL") from None

    real, spf.DNSLookup = spf.DNSLookup, look_up
    try:
        return [one_of_pyspf(case) for case in cases]
    finally:
        spf.DNSLookup = real


def one_of_pyspf(case):
    try:
        query = spf.query(i=case.ip, s=case.sender, h=case.helo, querytime=20)
        result, _, said = query.check()
        return result, said
    except Exception as error:  # what it does not expect itself
        return "crash", f"{type(error).__name__}: {error}"
