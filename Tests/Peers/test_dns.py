"""The DNS port, as `dig` shows it."""

import re

import pytest

from support.dns import dig
from support.waiting import until


@pytest.fixture(scope="module")
def tokens(waxwing, domain):
    shown = waxwing.client("sesv2").get_email_identity(EmailIdentity=domain)
    return shown["DkimAttributes"]["Tokens"]


@pytest.fixture(params=["+notcp", "+tcp"])
def transport(request):
    return request.param


def test_three_names_point_to_the_providers_zone(waxwing, domain, tokens, transport):
    for token in tokens:
        found = dig(waxwing.dns, transport, f"{token}._domainkey.{domain}", "CNAME")
        assert found == [f"{token}.dkim.amazonses.com."]


def test_keys_are_found_through_them(waxwing, domain, tokens, transport):
    for token in tokens:
        target, text = dig(waxwing.dns, transport, f"{token}._domainkey.{domain}", "TXT")
        assert target == f"{token}.dkim.amazonses.com."
        assert re.fullmatch(r'"(v=DKIM1; *)?k=rsa; *p=[A-Za-z0-9+/=]+;?"', text.replace('" "', ""))


def test_a_key_too_long_for_a_datagram_is_asked_for_again_by_tcp(waxwing, domain, tokens):
    """Without EDNS a datagram holds 512 octets (RFC 1035 §4.2.1), and a key of 2048 bits more."""
    name = f"{tokens[0]}._domainkey.{domain}"
    cut = dig(waxwing.dns, "+noedns", "+ignore", "+noshort", "+comments", name, "TXT")
    assert any(" tc" in line for line in cut if line.startswith(";; flags:"))
    assert len(dig(waxwing.dns, "+noedns", name, "TXT")) == 2


def test_mail_from_has_its_mx_and_spf(waxwing, sesv2, domain, transport):
    sesv2.put_email_identity_mail_from_attributes(
        EmailIdentity=domain, MailFromDomain=f"bounce.{domain}"
    )
    until(
        lambda: dig(waxwing.dns, transport, f"bounce.{domain}", "MX")
        == ["10 feedback-smtp.us-east-1.amazonses.com."],
        "the MX record",
    )
    assert dig(waxwing.dns, transport, f"bounce.{domain}", "TXT") == ['"v=spf1 include:amazonses.com ~all"']


def test_names_are_found_in_any_case(waxwing, domain, tokens):
    assert len(dig(waxwing.dns, f"{tokens[0]}._DomainKey.{domain}".upper(), "TXT")) == 2


def test_what_is_not_there_is_denied(waxwing, domain):
    from support.dns import resolver

    import dns.resolver

    with pytest.raises(dns.resolver.NXDOMAIN):
        resolver(waxwing.dns).resolve(f"nothing._domainkey.{domain}", "TXT")


def test_records_end_with_their_identity(waxwing, sesv2, unique):
    name = waxwing.verified_domain(f"{unique('ending')}.example")
    token = sesv2.get_email_identity(EmailIdentity=name)["DkimAttributes"]["Tokens"][0]
    sesv2.delete_email_identity(EmailIdentity=name)
    until(
        lambda: dig(waxwing.dns, f"{token}._domainkey.{name}", "CNAME") == [], "the CNAME to go"
    )


@pytest.mark.parametrize(
    "packet",
    [b"", b"\0", b"\0" * 11, b"\0" * 12, b"\xff" * 12, b"\xff" * 600,
     bytes.fromhex("123401000001000000000000c00c00010001"),  # a name that points to itself
     bytes.fromhex("1234010000010000000000003f6162")],
)  # fmt: skip
def test_packets_that_are_no_questions_do_no_harm(waxwing, domain, tokens, packet):
    import socket
    import struct

    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as udp:
        udp.sendto(packet, ("127.0.0.1", waxwing.dns))
    with socket.create_connection(("127.0.0.1", waxwing.dns), timeout=5) as tcp:
        tcp.sendall(struct.pack("!H", len(packet)) + packet)
    assert dig(waxwing.dns, f"{tokens[0]}._domainkey.{domain}", "CNAME")
