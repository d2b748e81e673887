"""`waxwing dane` against zones that BIND signs: only what DNSSEC proves counts."""

import subprocess

import pytest
from support.commands import results
from support.signed_zone import signed_zone

NAME = "dane.test"


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    """A certificate for the host, and the TLSA record that names its key."""
    folder = tmp_path_factory.mktemp("dane")
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256",
         "-nodes", "-keyout", "key.pem", "-out", "cert.pem", "-days", "30",
         "-subj", f"/CN=mx.{NAME}", "-addext", f"subjectAltName=DNS:mx.{NAME}"],
        cwd=folder, check=True, capture_output=True,
    )  # fmt: skip
    return folder / "cert.pem"


def digest(certificate):
    """The SHA-256 of the public key, by openssl alone."""
    key = subprocess.run(
        ["openssl", "x509", "-in", certificate, "-noout", "-pubkey"], capture_output=True, check=True
    ).stdout
    der = subprocess.run(
        ["openssl", "pkey", "-pubin", "-outform", "DER"], input=key, capture_output=True, check=True
    ).stdout
    return subprocess.run(
        ["openssl", "dgst", "-sha256", "-r"], input=der, capture_output=True, check=True
    ).stdout.split()[0].decode()  # fmt: skip


def records(certificate, value=None):
    return f"mx A 127.0.0.1\n_25._tcp.mx TLSA 3 1 1 {value or digest(certificate)}"


def dane(zone, *arguments, anchor=True, status=0):
    options = ["--resolver", zone.resolver]
    if anchor:
        options += ["--trust-anchor", zone.trust_anchor]
    (shown,) = results("dane", *arguments, *options, status=status)
    return shown["result"]


def test_a_secure_record_binds_the_certificate(certificate):
    with signed_zone(NAME, records(certificate)) as zone:
        assert dane(zone, "lookup", f"mx.{NAME}") == "usable"
        assert dane(zone, "check", f"mx.{NAME}", "--certificates", str(certificate)) == "pass"


def test_another_key_fails(certificate):
    with signed_zone(NAME, records(certificate, "00" * 32)) as zone:
        assert dane(zone, "check", f"mx.{NAME}", "--certificates", str(certificate), status=1) == "fail"


def test_without_a_trust_anchor_dane_does_not_apply(certificate):
    with signed_zone(NAME, records(certificate)) as zone:
        assert dane(zone, "lookup", f"mx.{NAME}", anchor=False, status=1) == "notApplicable"


def test_a_forged_record_is_no_answer(certificate):
    """RFC 7672 §2.1.2: with a bogus answer nothing may be delivered, so it is not "no DANE"."""
    true = digest(certificate).upper()

    def forge(text):
        # dnssec-signzone writes the digest in upper case, in two pieces.
        for piece in (true, true[:56], true[:36]):
            if piece in text:
                return text.replace(piece, "0" * len(piece))
        raise AssertionError(f"the record is not in the zone:\n{text}")

    with signed_zone(NAME, records(certificate), spoil=forge) as zone:
        assert dane(zone, "lookup", f"mx.{NAME}", status=3) == "temperror"
