"""`waxwing why`: messages that dkimpy signs and somebody changes, headers as a mailbox shows them,
and domains, with all records in a zone file."""

import base64

import dkim
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from support import commands

NOW = 1764000000


def new_key():
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption())  # fmt: skip
    der = key.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    return pem, base64.b64encode(der).decode()


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """A zone file, and the key that it publishes for example.com."""
    pem, public = new_key()
    other = new_key()[1]

    def key(name, value):
        half = len(value) // 2
        return f'{name}. TXT "v=DKIM1; k=rsa; p={value[:half]}" "{value[half:]}"'

    includes = '" "'.join(f"include:s{number}.example.net " for number in range(11))
    lines = [
        "$TTL 300",
        '_dmarc.example.com. TXT "v=DMARC1; p=reject; rua=mailto:a@example.com"',
        'example.com. TXT "v=spf1 ip4:192.0.2.1 -all"',
        key("s1._domainkey.example.com", public),
        key("other._domainkey.example.com", other),
        's2._domainkey.example.com. TXT "v=DKIM1; k=rsa; p="',
        key("token._domainkey.amazonses.com", public),
        'amazonses.com. TXT "v=spf1 ip4:192.0.2.9 -all"',
        'two.example. TXT "v=spf1 mx -all"',
        'two.example. TXT "v=spf1 include:amazonses.com ~all"',
        '_dmarc.two.example. TXT "v=DMARC1; p=none; pct=50"',
        f'many.example. TXT "v=spf1 {includes}-all"',
        '_dmarc.many.example. TXT "v=DMARC1; p=reject"',
        *(f's{number}.example.net. TXT "v=spf1 ip4:198.51.100.{number} -all"' for number in range(11)),
    ]
    path = tmp_path_factory.mktemp("why") / "zone"
    path.write_text("\n".join(lines) + "\n")
    return path, pem


MESSAGE = (
    b"From: Ann <ann@example.com>\r\nTo: bob@example.org\r\nSubject: Plans\r\n"
    b"Date: Mon, 24 Nov 2025 16:00:00 +0000\r\nMessage-ID: <1@example.com>\r\n\r\n"
    b"Dear Bob,\r\nsee you on Friday.\r\n"
)


def signed(pem, selector=b"s1", domain=b"example.com", message=MESSAGE):
    return dkim.sign(message, selector, domain, pem, canonicalize=(b"relaxed", b"relaxed")) + message


def why(zone, message, ip="203.0.113.5", mail_from="ann@example.com", status=1):
    [found] = commands.results(
        "why", "message", "--dns", zone, "--ip", ip, "--helo", "mail.example.net",
        "--mail-from", mail_from, "-", input=message, status=status,
    )  # fmt: skip
    return found


def causes(found, weight="cause"):
    return [finding["cause"] for finding in found["findings"] if finding["weight"] == weight]


def test_a_good_message_has_no_cause(world):
    zone, pem = world
    found = why(zone, signed(pem), ip="192.0.2.1", status=0)
    assert found["result"] == "pass"
    assert causes(found) == []


@pytest.mark.parametrize("change, cause", [
    (lambda m: m + b"-- \r\nlist@lists.example.net\r\nTo unsubscribe, write to the list.\r\n", "footer-added"),
    (lambda m: m.replace(b"Subject: Plans", b"Subject: [club] Plans"), "subject-tagged"),
    (lambda m: m.replace(b"Friday", b"Monday"), "body-changed"),
    (lambda m: m.replace(b"To: bob@example.org", b"To: eve@example.org"), "field-changed"),
])  # fmt: skip
def test_names_what_was_changed_in_transit(world, change, cause):
    zone, pem = world
    assert causes(why(zone, change(signed(pem))))[0] == cause


@pytest.mark.parametrize("selector, cause", [
    (b"s2", "key-revoked"), (b"gone", "key-missing"), (b"other", "key-replaced"),
])  # fmt: skip
def test_names_what_is_wrong_with_the_key(world, selector, cause):
    zone, pem = world
    assert causes(why(zone, signed(pem, selector)))[0] == cause


def test_a_list_is_the_root_of_what_it_broke(world):
    zone, pem = world
    listed = b"List-Id: <club.lists.example.net>\r\n" + signed(pem) + b"-- \r\nThe club\r\n"
    found = why(zone, listed, mail_from="club-bounces@lists.example.net")
    assert causes(found)[:2] == ["mailing-list", "footer-added"]


def test_what_ses_lacks_is_named_with_what_sets_it(world):
    zone, pem = world
    message = signed(pem, b"token", b"amazonses.com")
    found = why(zone, message, ip="192.0.2.9", mail_from="0100@amazonses.com")
    assert set(causes(found)) == {"no-custom-mail-from", "address-only-identity"}
    remedies = [remedy for finding in found["findings"] for remedy in finding["remedies"]]
    assert {"mail.example.com"} <= {remedy.get("name") for remedy in remedies}
    assert any("put-email-identity-mail-from-attributes" in remedy.get("command", "") for remedy in remedies)


def test_the_missing_source_comes_as_a_difference(world):
    zone, _ = world
    found = why(zone, MESSAGE)
    change = next(f for f in found["findings"] if f["cause"] == "source-not-in-spf")["remedies"][0]
    assert change["remove"] == ["v=spf1 ip4:192.0.2.1 -all"]
    assert change["add"] == ["v=spf1 ip4:192.0.2.1 ip4:203.0.113.5 -all"]


def test_copied_fields_tell_as_much(world):
    copied = """
Authentication-Results: mx.example.org;
dkim=pass header.i=@amazonses.com header.s=token header.b=abcdefgh;
spf=pass (example.org: domain of 0100@amazonses.com designates 192.0.2.9 as permitted sender) smtp.mailfrom=0100@amazonses.com;
dmarc=fail (p=QUARANTINE sp=QUARANTINE dis=QUARANTINE) header.from=example.com
From: [email protected]
"""
    [found] = commands.results("why", "headers", "-", input=copied.encode(), status=1)
    assert set(causes(found)) == {"no-custom-mail-from", "address-only-identity"}
    assert "quarantine" in found["conclusion"]


def test_a_domain_with_two_records(world):
    zone, _ = world
    [found] = commands.results("why", "domain", "--dns", zone, "two.example", status=1)
    assert causes(found) == ["spf-several-records"]
    change = found["findings"][0]["remedies"][0]
    assert change["add"] == ["v=spf1 mx include:amazonses.com -all"]
    assert "historic-tags" in causes(found, "note")


def test_a_domain_with_too_many_look_ups(world):
    zone, _ = world
    [found] = commands.results("why", "domain", "--dns", zone, "many.example", status=1)
    assert causes(found) == ["spf-too-many-lookups"]


def test_a_domain_in_order(world):
    zone, _ = world
    [found] = commands.results("why", "domain", "--dns", zone, "--selector", "s1", "example.com")
    assert causes(found) == []
