"""Signatures as other people's verifiers see them. Where one of them disagrees, the test fails."""

import pytest

from support import mail, smtp, verifiers
from support.waiting import until

BODIES = {
    "plain": "Hello.\n",
    "trailing empty lines": "Hello.\n\n\n\n",
    "white space": "a  b\t\tc \n \t\n   d\n",
    "dots": ".\n..\n.x\n",
    "empty": "",
    "not ASCII": "Käsebrötchen – 猫\n" * 50,
    "a long line": "x" * 5000 + "\n",
}


def agree(waxwing, received, domain):
    """Each verifier passes each signature, one of them is the domain's, and so says the inbox."""
    raw = waxwing.raw(received)
    signed_by = verifiers.signatures(raw)
    assert domain in {d for d, _ in signed_by}
    for verifier in verifiers.ALL:
        verdicts = verifier(raw, waxwing.dns)
        assert {(v.domain, v.selector) for v in verdicts} == set(signed_by), verifier.__name__
        assert all(v.passed for v in verdicts), f"{verifier.__name__} says {verdicts}"
    shown = received["authentication"]["dkim"]
    assert sorted((s["domain"], s["selector"]) for s in shown) == sorted(signed_by)
    assert {s["result"] for s in shown} == {"pass"}


@pytest.mark.parametrize("kind", BODIES)
def test_verifiers_agree_on_api_mail(waxwing, sesv2, domain, subject, kind):
    sesv2.send_email(
        FromEmailAddress=f'"{mail.NAME}" <me@{domain}>',
        Destination={"ToAddresses": ["you@inbox.example"]},
        Content={"Simple": {"Subject": {"Data": f"{subject} {mail.SUBJECT}"}, "Body": {"Text": {"Data": BODIES[kind] or " "}}}},
    )  # fmt: skip
    agree(waxwing, waxwing.wait_for(lambda m: m["subject"].startswith(subject), subject), domain)


@pytest.mark.parametrize("kind", [kind for kind in BODIES if kind != "not ASCII"])
def test_verifiers_agree_on_submitted_mail(waxwing, domain, subject, kind):
    head = f"From: me@{domain}\nTo: you@inbox.example,\n\tthem@inbox.example\nSubject:   {subject}\n\n"
    content = (head + BODIES[kind]).replace("\n", "\r\n").removesuffix("\r\n").encode()
    stuffed = content.replace(b"\r\n.", b"\r\n..")
    with smtp.Dialogue(waxwing.smtp) as session:
        reply = session.transaction(f"me@{domain}", ["you@inbox.example"], stuffed)
    assert reply.startswith("250"), reply
    agree(waxwing, waxwing.wait_for_subject(subject), domain)


def test_verifiers_agree_on_a_key_of_1024_bits(waxwing, sesv2, unique, subject):
    domain = waxwing.verified_domain(
        f"{unique('short')}.example", DkimSigningAttributes={"NextSigningKeyLength": "RSA_1024_BIT"}
    )
    sesv2.send_email(
        FromEmailAddress=f"me@{domain}", Destination={"ToAddresses": ["you@inbox.example"]},
        Content={"Simple": {"Subject": {"Data": subject}, "Body": {"Text": {"Data": "x"}}}},
    )  # fmt: skip
    agree(waxwing, waxwing.wait_for_subject(subject), domain)


def test_changes_on_the_way_are_noticed(waxwing, sesv2, domain, subject):
    """The verifiers can fail, and the MX says what they say."""
    sesv2.send_email(
        FromEmailAddress=f"me@{domain}", Destination={"ToAddresses": ["you@inbox.example"]},
        Content={"Simple": {"Subject": {"Data": subject}, "Body": {"Text": {"Data": "Pay 10 euro"}}}},
    )  # fmt: skip
    raw = waxwing.raw(waxwing.wait_for_subject(subject))
    forged = raw.replace(b"Pay 10 euro", b"Pay 99 euro")
    second_from = raw.replace(b"\r\nFrom:", b"\r\nFrom: them@other.example\r\nFrom:", 1)
    for changed in (forged, second_from):
        assert changed != raw
        for verifier in verifiers.ALL:
            assert not any(v.passed for v in verifier(changed, waxwing.dns)), verifier.__name__

    renamed = forged.replace(subject.encode(), f"{subject} forged".encode())
    with smtp.Dialogue(waxwing.mx) as session:
        stuffed = renamed.rstrip(b"\r\n").replace(b"\r\n.", b"\r\n..")
        assert session.transaction("x@other.example", ["you@inbox.example"], stuffed).startswith("250")
    shown = waxwing.wait_for_subject(f"{subject} forged")["authentication"]
    assert {s["result"] for s in shown["dkim"]} == {"fail"}


def test_mail_that_others_signed_is_verified(waxwing, unique, subject):
    """dkimpy signs with a key that the dev DNS publishes, and the MX verifies it."""
    import base64
    import subprocess

    import dkim

    pem = subprocess.run(
        ["openssl", "genrsa", "-traditional", "2048"], capture_output=True, check=True
    ).stdout
    der = b"".join(pem.strip().splitlines()[1:-1])
    domain = waxwing.verified_domain(
        f"{unique('others')}.example",
        DkimSigningAttributes={
            "DomainSigningSelector": "theirs", "DomainSigningPrivateKey": der.decode(),
        },
    )  # fmt: skip
    assert base64.b64decode(der)
    for style in (b"simple", b"relaxed"):
        name = f"{subject} {style.decode()}"
        message = mail.message(f"me@{domain}", "you@inbox.example", name, "a  b \n\n\n")
        signature = dkim.sign(
            message, b"theirs", domain.encode(), pem, canonicalize=(style, style),
            include_headers=[b"From", b"To", b"Subject"],
        )  # fmt: skip
        with smtp.Dialogue(waxwing.mx) as session:
            reply = session.transaction(
                f"me@{domain}", ["you@inbox.example"], (signature + message).removesuffix(b"\r\n")
            )
        assert reply.startswith("250"), reply
        received = until(
            lambda: next((m for m in waxwing.messages() if m["subject"] == name), None), name
        )
        assert received["authentication"]["dkim"][0]["result"] == "pass"


def test_two_signatures_the_identitys_above_the_providers(waxwing, sesv2, domain, subject):
    sesv2.send_email(
        FromEmailAddress=f"me@{domain}", Destination={"ToAddresses": ["you@inbox.example"]},
        Content={"Simple": {"Subject": {"Data": subject}, "Body": {"Text": {"Data": "x"}}}},
    )  # fmt: skip
    received = waxwing.wait_for_subject(subject)
    agree(waxwing, received, domain)
    signed_by = [d for d, _ in verifiers.signatures(waxwing.raw(received))]
    assert signed_by == [domain, "amazonses.com"]


def test_the_provider_may_sign_with_ed25519(tmp_path, subject, unique):
    """Of the three only dkimpy knows Ed25519 (RFC 8463); the identity's signature is RSA."""
    import subprocess

    from support.server import Waxwing

    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    subprocess.run(
        ["openssl", "genpkey", "-algorithm", "ed25519", "-out", folder / "provider-dkim.pem"],
        check=True, capture_output=True,
    )  # fmt: skip
    with Waxwing(data=folder) as server:
        domain = server.verified_domain(f"{unique('ed')}.example")
        server.client("sesv2").send_email(
            FromEmailAddress=f"me@{domain}", Destination={"ToAddresses": ["you@inbox.example"]},
            Content={"Simple": {"Subject": {"Data": subject}, "Body": {"Text": {"Data": "x"}}}},
        )  # fmt: skip
        received = server.wait_for_subject(subject)
        raw = server.raw(received)
        verdicts = verifiers.dkimpy(raw, server.dns)
        assert [(v.domain, v.passed) for v in verdicts] == [(domain, True), ("amazonses.com", True)]
        assert b"a=ed25519-sha256" in raw
        assert {s["result"] for s in received["authentication"]["dkim"]} == {"pass"}
        for verifier in (verifiers.mail_dkim, verifiers.opendkim):
            assert [v.passed for v in verifier(raw, server.dns) if v.domain == domain] == [True]
