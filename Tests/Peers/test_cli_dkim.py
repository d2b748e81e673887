"""`waxwing dkim` beside OpenSSL's keys and other people's signers and verifiers."""

import base64
import subprocess

import dkim
import pytest

from support import commands, mail, verifiers
from support.zones import Zones

DOMAIN = "example.com"
KEYGEN = {
    "RSA 1024": ["--bits", "1024"],
    "RSA 2048": [],
    "RSA 4096": ["--bits", "4096"],
    "Ed25519": ["--type", "ed25519"],
}
OPENSSL = {
    "PKCS#1": ["genrsa", "-traditional", "2048"],
    "PKCS#8": ["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"],
    "Ed25519": ["genpkey", "-algorithm", "ed25519"],
}
BODIES = {
    "plain": "Hello.\n",
    "trailing empty lines": "Hello.\n\n\n\n",
    "white space": "a  b\t\tc \n \t\n   d\n",
    "empty": "",
    "no line end": "Hello.",
    "long": "All work and no play. " * 40 + "\n" + "x\n" * 5000,
}


def message(body="Hello.\n"):
    head = mail.message(f'"{mail.NAME}" <me@{DOMAIN}>', "you@example.net", mail.SUBJECT, "")
    return head.rstrip(b"\r\n") + b"\r\n\r\n" + body.replace("\n", "\r\n").encode()


def openssl(arguments, path):
    made = subprocess.run(["openssl", *arguments], capture_output=True, check=True)
    path.write_bytes(made.stdout)
    return path


def record_of(key):
    """The record for a private key, its public half taken by OpenSSL."""
    der = subprocess.run(
        ["openssl", "pkey", "-in", str(key), "-pubout", "-outform", "DER"],
        capture_output=True, check=True,
    ).stdout  # fmt: skip
    if len(der) == 44:  # SubjectPublicKeyInfo of Ed25519: the raw key is its end
        return f"v=DKIM1; k=ed25519; p={base64.b64encode(der[12:]).decode()}"
    return f"v=DKIM1; k=rsa; p={base64.b64encode(der).decode()}"


def zone_line(selector, record):
    strings = " ".join(f'"{record[i : i + 255]}"' for i in range(0, len(record), 255))
    return f"{selector}._domainkey.{DOMAIN}. 300 IN TXT {strings}\n"


def sign(key, raw, *options, selector="s1"):
    return commands.run(
        "dkim", "sign", "--key", key, "--domain", DOMAIN, "--selector", selector, *options, "-",
        input=raw,
    )  # fmt: skip


def verifiers_for(signed):
    """Those that can be asked about this message.

    OpenDKIM loses folds when it reads a file, so that simple fields differ, and with them a last
    line that has no end. Mail::DKIM and dkimpy know Ed25519 only with further libraries.
    """
    field = signed.split(b"\r\n\r\n")[0].lower()
    found = list(verifiers.ALL)
    if b"a=ed25519" in field:
        found = [verifiers.opendkim]
    if b"c=simple" in field or not signed.endswith(b"\n"):
        found = [v for v in found if v is not verifiers.opendkim]
    return found


def agree(signed, zone_text, tmp_path, passed=True):
    """The verifiers and Waxwing, in both ways to ask for keys, say the same."""
    zone = tmp_path / "keys.zone"
    zone.write_text(zone_text)
    with Zones(zone_text) as zones:
        for verifier in verifiers_for(signed):
            verdicts = verifier(signed, zones.port)
            assert [v.passed for v in verdicts] == [passed], f"{verifier.__name__}: {verdicts}"
        for source in (["--dns", zone], ["--resolver", f"127.0.0.1:{zones.port}"]):
            (result,) = commands.results(
                "dkim", "verify", *source, "-", input=signed, status=0 if passed else 1
            )
            assert result["result"] == ("pass" if passed else "fail"), result


@pytest.fixture(scope="module", params=KEYGEN)
def generated(request, tmp_path_factory):
    """A key of `dkim keygen`: its file, and the line for the zone."""
    file = tmp_path_factory.mktemp("keys") / "s1.pem"
    line = commands.run(
        "dkim", "keygen", *KEYGEN[request.param], "--selector", "s1", "--domain", DOMAIN,
        "--out", file,
    )  # fmt: skip
    return file, line.decode()


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize(
    "canonicalization", ["simple/simple", "relaxed/simple", "relaxed/relaxed"]
)
def test_verifiers_pass_what_is_signed_with_generated_keys(
    generated, body, canonicalization, tmp_path
):
    key, line = generated
    signed = sign(key, message(BODIES[body]), "--canonicalization", canonicalization)
    agree(signed, line, tmp_path)


def test_verifiers_refuse_what_was_changed(generated, tmp_path):
    key, line = generated
    signed = sign(key, message("Pay 10 euro.\n"))
    agree(signed.replace(b"Pay 10", b"Pay 99"), line, tmp_path, passed=False)
    added = signed.replace(b"\r\nFrom:", b"\r\nSubject: another\r\nFrom:", 1)
    agree(added, line, tmp_path, passed=False)


def test_the_generated_record_is_that_of_the_key(generated):
    key, line = generated
    assert line == zone_line("s1", record_of(key)).replace(" 300 ", " 3600 ")
    assert key.stat().st_mode & 0o777 == 0o600


def test_a_key_file_is_never_overwritten(generated):
    key, _ = generated
    before = key.read_bytes()
    commands.run("dkim", "keygen", "--out", key, status=2)
    assert key.read_bytes() == before


@pytest.mark.parametrize("kind", OPENSSL)
def test_verifiers_pass_what_is_signed_with_keys_of_openssl(kind, tmp_path):
    key = openssl(OPENSSL[kind], tmp_path / "key.pem")
    agree(sign(key, message()), zone_line("s1", record_of(key)), tmp_path)


def test_a_key_under_a_passphrase_is_refused_with_what_to_do(tmp_path):
    key = openssl(["genrsa", "-aes256", "-passout", "pass:x", "2048"], tmp_path / "key.pem")
    commands.run(
        "dkim", "sign", "--key", key, "--domain", DOMAIN, "--selector", "s1", "-",
        input=message(), status=2,
    )  # fmt: skip


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("header", [b"simple", b"relaxed"])
@pytest.mark.parametrize("form", [b"simple", b"relaxed"])
def test_signatures_of_dkimpy_pass(body, header, form, tmp_path):
    key = openssl(OPENSSL["PKCS#1"], tmp_path / "key.pem")
    raw = message(BODIES[body])
    signature = dkim.sign(
        raw, b"theirs", DOMAIN.encode(), key.read_bytes(), canonicalize=(header, form)
    )
    agree(signature + raw, zone_line("theirs", record_of(key)), tmp_path)


def test_files_with_other_line_ends_are_read_as_mail(tmp_path):
    key = openssl(OPENSSL["PKCS#1"], tmp_path / "key.pem")
    zone = tmp_path / "keys.zone"
    zone.write_text(zone_line("s1", record_of(key)))
    signed = sign(key, message())
    stored = b"From me@example.com Mon Nov 23 09:05:00 2026\n" + signed.replace(b"\r\n", b"\n")
    (result,) = commands.results("dkim", "verify", "--dns", zone, "-", input=stored)
    assert result["result"] == "pass"
    assert len(result["notes"]) == 2


def test_many_messages_give_a_line_each_in_order(tmp_path):
    key = openssl(OPENSSL["PKCS#1"], tmp_path / "key.pem")
    zone = tmp_path / "keys.zone"
    zone.write_text(zone_line("s1", record_of(key)))
    folder = tmp_path / "mail" / "cur"
    folder.mkdir(parents=True)
    signed = sign(key, message())
    for number in range(200):
        changed = signed if number % 2 == 0 else signed.replace(b"Hello", b"Hxllo")
        (folder / f"{number:03}").write_bytes(changed)
    found = commands.results("dkim", "verify", "--dns", zone, tmp_path / "mail", status=1)
    assert [r["file"] for r in found] == [str(folder / f"{n:03}") for n in range(200)]
    assert [r["result"] for r in found] == ["pass", "fail"] * 100


def test_exit_status_says_why(tmp_path):
    key = openssl(OPENSSL["PKCS#1"], tmp_path / "key.pem")
    signed = sign(key, message())
    zone = tmp_path / "keys.zone"
    name = f"s1._domainkey.{DOMAIN}"

    zone.write_text(f"{name}. TXT \"v=DKIM1; p=\"\n")
    (revoked,) = commands.results("dkim", "verify", "--dns", zone, "-", input=signed, status=1)
    assert revoked["result"] == "permerror"
    commands.run("dkim", "lookup", "s1", DOMAIN, "--dns", zone, status=1)
    commands.run("dkim", "lookup", "s2", DOMAIN, "--dns", zone, status=1)

    zone.write_text(f";ERROR,{name},TXT,SERVFAIL\n")
    (failing,) = commands.results("dkim", "verify", "--dns", zone, "-", input=signed, status=3)
    assert failing["result"] == "temperror"
    commands.run("dkim", "lookup", "s1", DOMAIN, "--dns", zone, status=3)
    with Zones("", failing=[name]) as zones:
        resolver = ["--resolver", f"127.0.0.1:{zones.port}"]
        commands.run("dkim", "verify", *resolver, "-", input=signed, status=3)
        assert (f"{name}.", "TXT") in zones.asked

    zone.write_text(zone_line("s1", record_of(key)))
    commands.run("dkim", "lookup", "s1", DOMAIN, "--dns", zone)
    commands.run("dkim", "verify", "--dns", zone, "-", input=message(), status=1)
    commands.run("dkim", "verify", "--dns", zone, tmp_path / "none.eml", status=2)
    commands.run("dkim", "verify", "--dns", tmp_path / "none.zone", "-", input=signed, status=2)
    commands.run("dkim", "verify", "--no-such-option", status=2)
    commands.run("dkim", "record", record_of(key))
    commands.run("dkim", "record", "-", input=b"v=DKIM1; p=AAAA", status=1)


def test_a_signature_is_judged_at_the_moment_given(tmp_path):
    key = openssl(OPENSSL["PKCS#1"], tmp_path / "key.pem")
    zone = tmp_path / "keys.zone"
    zone.write_text(zone_line("s1", record_of(key)))
    signed = sign(key, message(), "--lifetime", "3600", "--now", "2026-01-01T00:00:00Z")
    for now, status in (("2026-01-01T00:59:00Z", 0), ("1767232800", 1)):
        commands.run("dkim", "verify", "--dns", zone, "--now", now, "-", input=signed, status=status)


def test_what_a_sender_writes_does_not_reach_the_terminal(tmp_path):
    zone = tmp_path / "keys.zone"
    zone.write_text('s1._domainkey.example.com. TXT "v=DKIM1; k=\\027[31mred; p=\\155\\007"\n')
    hostile = (
        b"DKIM-Signature: v=1; a=\x1b[2J; d=\x1b]0;x\x07; s=\xc2\x9b; b=AAAA; bh=AAAA; h=from\r\n"
        b"DKIM-Signature: v=1; a=rsa-sha256; d=example.com; s=s1; b=AAAA; "
        b"bh=47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=; h=from:\xe2\x80\xaex:\x1b[1m\r\n"
        b"From: me@example.com\r\n\r\nx\r\n"
    )
    file = tmp_path / "\x1b[31mname.eml"
    file.write_bytes(hostile)
    printed = [
        commands.run("dkim", "verify", "--dns", zone, file, *json, status=1)
        for json in ([], ["--json"])
    ]
    printed.append(commands.run("dkim", "lookup", "s1", "example.com", "--dns", zone, status=1))
    for text in printed:
        shown = text.decode()
        assert not any(ord(c) < 0x20 and c != "\n" or 0x7F <= ord(c) < 0xA0 for c in shown), shown
        assert "\u202e" not in shown
