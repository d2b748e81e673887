"""`waxwing arc` beside dkimpy's ARC."""

import subprocess

import dkim
import pytest

from support import commands
from support import dns as peers
from support.zones import Zones

DOMAIN = "lists.example.org"
SERVER = "mx.lists.example.org"
OWN_RESULTS = (
    f"\nAuthentication-Results: {SERVER}; spf=pass smtp.mailfrom=example.com; arc=none\r\n".encode()
)
MESSAGE = OWN_RESULTS[1:] + (
    "Authentication-Results: elsewhere.example; dkim=pass header.d=example.net\r\n"
    "From: Alice <alice@example.com>\r\n"
    "To: list@lists.example.org\r\n"
    "Subject: Hello\r\n"
    "Date: Thu, 26 Nov 2026 09:00:00 +0000\r\n"
    "Message-ID: <1@example.com>\r\n"
    "MIME-Version: 1.0\r\n"
    "\r\n"
    "Hello.\r\n"
).encode()


@pytest.fixture(scope="module")
def key(tmp_path_factory):
    """A key of OpenSSL that dkimpy reads as well."""
    made = subprocess.run(
        ["openssl", "genrsa", "-traditional", "2048"], capture_output=True, check=True
    ).stdout
    path = tmp_path_factory.mktemp("keys") / "s1.pem"
    path.write_bytes(made)
    return path


@pytest.fixture(scope="module")
def zones(key):
    der = subprocess.run(
        f"openssl pkey -in '{key}' -pubout -outform DER | base64 -w0",
        shell=True, capture_output=True, check=True,
    ).stdout.decode()  # fmt: skip
    record = f"v=DKIM1; k=rsa; p={der}"
    strings = " ".join(f'"{record[i : i + 255]}"' for i in range(0, len(record), 255))
    with Zones(
        f"s1._domainkey.{DOMAIN}. 300 IN TXT {strings}\n", failing=[f"gone._domainkey.{DOMAIN}"]
    ) as served:
        yield served


def source(zones):
    return ["--resolver", f"127.0.0.1:{zones.port}"]


def seal(zones, key, raw, *options, selector="s1", status=0):
    return commands.run(
        "arc", "seal", "--key", key, "--domain", DOMAIN, "--selector", selector,
        "--authserv-id", SERVER, *source(zones), *options, "-", input=raw, status=status,
    )  # fmt: skip


def verify(zones, raw, status=0):
    (found,) = commands.results("arc", "verify", *source(zones), "-", input=raw, status=status)
    return found


def dkimpy_verify(zones, raw):
    def text(name, timeout=5):
        found = peers.texts(zones.port, name.decode().rstrip("."))
        return found[0] if found else None

    checker = dkim.ARC(raw)
    return checker.verify(dnsfunc=text)


def dkimpy_seal(zones, key, raw, monkeypatch):
    """The message with the set of dkimpy on top; it verifies the chain that is there first."""

    def text(name, timeout=5):
        found = peers.texts(zones.port, name.decode().rstrip("."))
        return found[0] if found else None

    monkeypatch.setattr(dkim, "get_txt", text)
    monkeypatch.setattr(dkim.ARC.verify, "__defaults__", (text,))
    fields = dkim.ARC(raw).sign(
        b"s1", DOMAIN.encode(), key.read_bytes(), SERVER.encode(),
        include_headers=[b"from", b"to", b"subject", b"date", b"message-id"],
    )  # fmt: skip
    return b"".join(fields) + raw


def test_dkimpy_passes_what_is_sealed(zones, key):
    sealed = seal(zones, key, MESSAGE)
    assert sealed.endswith(MESSAGE)
    status, results, reason = dkimpy_verify(zones, sealed)
    assert status == dkim.CV_Pass, reason
    assert verify(zones, sealed)["result"] == "pass"


def test_dkimpy_passes_a_chain_of_several_seals(zones, key):
    raw = MESSAGE
    for instance in range(1, 5):
        raw = seal(zones, key, raw)
        status, results, reason = dkimpy_verify(zones, raw)
        assert status == dkim.CV_Pass, reason
        assert len(results) == instance
    found = verify(zones, raw)
    assert [s["instance"] for s in found["sets"]] == [1, 2, 3, 4]
    assert [s["seal"]["cv"] for s in found["sets"]] == ["none", "pass", "pass", "pass"]


def test_seals_of_dkimpy_pass(zones, key, monkeypatch):
    sealed = dkimpy_seal(zones, key, MESSAGE, monkeypatch)
    found = verify(zones, sealed)
    assert (found["result"], len(found["sets"])) == ("pass", 1), found


def test_seals_of_both_make_a_chain(zones, key, monkeypatch):
    theirs = dkimpy_seal(zones, key, MESSAGE, monkeypatch)
    both = seal(zones, key, theirs)
    assert dkimpy_verify(zones, both)[0] == dkim.CV_Pass
    # dkimpy seals what the field says of the chain that is there.
    checked = both.replace(OWN_RESULTS, OWN_RESULTS.replace(b"arc=none", b"arc=pass"))
    again = dkimpy_seal(zones, key, checked, monkeypatch)
    found = verify(zones, again)
    assert (found["result"], len(found["sets"])) == ("pass", 3), found


def test_what_was_changed_fails_with_both(zones, key):
    sealed = seal(zones, key, MESSAGE)
    for changed in (
        sealed.replace(b"Hello.", b"Hxllo."),
        sealed.replace(b"Subject: Hello", b"Subject: Hxllo"),
        sealed.replace(b"spf=pass", b"spf=fail", 1),
    ):
        assert changed != sealed
        assert dkimpy_verify(zones, changed)[0] == dkim.CV_Fail
        assert verify(zones, changed, status=1)["result"] == "fail"


def test_only_results_of_the_own_server_are_sealed(zones, key):
    fields = seal(zones, key, MESSAGE, "--field").decode()
    results = fields[fields.index("ARC-Authentication-Results:") :]
    assert "spf=pass" in results and "elsewhere" not in results and "dkim=pass" not in results


def test_a_broken_chain_is_sealed_as_failed_and_then_no_more(zones, key):
    changed = seal(zones, key, MESSAGE).replace(b"Hello.", b"Hxllo.")
    sealed = seal(zones, key, changed)
    assert b"cv=fail" in sealed
    assert verify(zones, sealed, status=1)["result"] == "fail"
    (refused,) = seal(zones, key, sealed, "--json", status=1).splitlines()
    assert b'"notSealed"' in refused


def test_a_key_that_is_not_known_now_ends_with_three(zones, key):
    sealed = seal(zones, key, MESSAGE, selector="gone")
    assert verify(zones, sealed, status=3)["result"] == "fail"
    seal(zones, key, sealed, status=3)


def test_exit_status_says_why(zones, key, tmp_path):
    assert verify(zones, MESSAGE, status=1)["result"] == "none"
    commands.run("arc", "verify", *source(zones), tmp_path / "none.eml", status=2)
    seal(zones, tmp_path / "none.pem", MESSAGE, status=2)
