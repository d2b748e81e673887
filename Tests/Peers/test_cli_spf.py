"""`waxwing spf` beside pyspf, both asking the same DNS server."""

import itertools
import json

import dns.exception
import dns.resolver
import pytest
import spf

from support import commands
from support import dns as peers
from support.zones import Zones

ZONE = """$TTL 300
example.com. TXT "v=spf1 ip4:192.0.2.0/25 ip6:2001:db8::/48 a mx include:_spf.example.net -all exp=why.example.com"
example.com. A 198.51.100.1
example.com. MX 10 mx.example.com.
mx.example.com. A 198.51.100.2
mx.example.com. AAAA 2001:db8:1::2
mx.example.com. TXT "v=spf1 a -all"
why.example.com. TXT "%{i} may not send as %{s}, " "says %{d}"
_spf.example.net. TXT "v=spf1 a:mail.example.net ?ip4:203.0.113.7 ~ip4:203.0.113.0/24 -all"
mail.example.net. A 203.0.113.9
redirect.example.com. TXT "v=spf1 redirect=example.com"
softfail.example.com. TXT "v=spf1 mx:example.com ~all"
neutral.example.com. TXT "v=spf1 ip4:192.0.2.1"
macros.example.com. TXT "v=spf1 exists:%{ir}.%{v}.%{l}.list.example.net -all"
1.2.0.192.in-addr.alice.list.example.net. A 127.0.0.2
split.example.com. TXT "v=spf1 ip4:19" "2.0.2.1 -all"
two.example.com. TXT "v=spf1 -all"
two.example.com. TXT "v=spf1 +all"
wrong.example.com. TXT "v=spf1 ip4:192.0.2.300 -all"
unknown.example.com. TXT "v=spf1 ipv4:192.0.2.1 -all"
other.example.com. TXT "v=spf10 -all"
loop.example.com. TXT "v=spf1 include:loop.example.com -all"
missing.example.com. TXT "v=spf1 include:nowhere.example.net -all"
voids.example.com. TXT "v=spf1 a:v1.example.net a:v2.example.net a:v3.example.net ~all"
broken.example.com. TXT "v=spf1 include:failing.example.net -all"
deep.example.com. TXT "v=spf1 a:mail.example.net a:mx.example.com a:mail.example.net mx:example.com include:deeper.example.com ~all"
deeper.example.com. TXT "v=spf1 a:mail.example.net a:mx.example.com a:mail.example.net mx:example.com a:mx.example.com a:mail.example.net -all"
ptr.example.com. TXT "v=spf1 ptr:example.com -all"
2.100.51.198.in-addr.arpa. PTR mx.example.com.
"""
FAILING = ["failing.example.net", "servfail.example.com"]
ADDRESSES = [
    "192.0.2.1", "192.0.2.200", "198.51.100.1", "198.51.100.2", "203.0.113.7", "203.0.113.8",
    "203.0.113.9", "2001:db8::1", "2001:db8:1::2", "2001:db8:2::1",
]  # fmt: skip
DOMAINS = [
    "example.com", "redirect.example.com", "softfail.example.com", "neutral.example.com",
    "macros.example.com", "split.example.com", "two.example.com", "wrong.example.com",
    "unknown.example.com", "other.example.com", "loop.example.com", "missing.example.com",
    "voids.example.com", "broken.example.com", "deep.example.com", "ptr.example.com",
    "nothing.example.com", "servfail.example.com",
]  # fmt: skip


@pytest.fixture(scope="module")
def zones():
    with Zones(ZONE, failing=FAILING) as served:
        yield served


@pytest.fixture
def pyspf(zones, monkeypatch):
    """`pyspf(ip, mail_from, helo)`: the result of pyspf, which asks the zones."""
    resolver = peers.resolver(zones.port)

    def look_up(name, kind, *_, **__):
        try:
            answer = resolver.resolve(name, kind, search=False)
        except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
            return []
        except dns.exception.DNSException as error:
            raise spf.TempError(f"DNS {error}") from error
        values = {
            "MX": lambda r: (r.preference, r.exchange.to_text(True)),
            "PTR": lambda r: r.target.to_text(True),
            "TXT": lambda r: r.strings,
        }
        value = values.get(kind, lambda r: r.address)
        return [((name, kind), value(record)) for record in answer]

    monkeypatch.setattr(spf, "DNSLookup", look_up)
    return lambda ip, mail_from, helo: spf.check2(i=ip, s=mail_from, h=helo)


def batch(zones, clients, *options, status=0):
    lines = "".join(json.dumps(client) + "\n" for client in clients)
    printed = commands.run(
        "spf", "check", "--batch", "-", "--resolver", f"127.0.0.1:{zones.port}", *options,
        input=lines.encode(), status=status,
    )  # fmt: skip
    return [json.loads(line) for line in printed.splitlines()]


def test_results_are_those_of_pyspf(zones, pyspf):
    senders = [f"alice@{domain}" for domain in DOMAINS]
    clients = [
        {"ip": ip, "mail_from": sender, "helo": "mx.example.com"}
        for ip, sender in itertools.product(ADDRESSES, senders)
    ] + [{"ip": ip, "mail_from": "", "helo": "mx.example.com"} for ip in ADDRESSES]
    ours = [found["result"] for found in batch(zones, clients)]
    theirs = [pyspf(**client)[0] for client in clients]
    differing = [
        (client, our, their)
        for client, our, their in zip(clients, ours, theirs, strict=True)
        if our != their
    ]
    assert not differing
    assert set(ours) == {
        "pass", "fail", "softfail", "neutral", "none", "permerror", "temperror",
    }  # fmt: skip


def test_the_explanation_is_that_of_pyspf(zones, pyspf):
    client = {"ip": "192.0.2.200", "mail_from": "alice@example.com", "helo": "mx.example.com"}
    (found,) = batch(zones, [client])
    assert found["explanation"] == pyspf(**client)[1]
    assert found["explanation"] == "192.0.2.200 may not send as alice@example.com, says example.com"


def test_one_check_says_what_the_batch_does(zones):
    source = ["--resolver", f"127.0.0.1:{zones.port}"]
    for ip, status in (("192.0.2.1", 0), ("192.0.2.200", 1)):
        (one,) = commands.results(
            "spf", "check", "--ip", ip, "--mail-from", "alice@example.com",
            "--helo", "mx.example.com", *source, status=status,
        )  # fmt: skip
        (line,) = batch(
            zones, [{"ip": ip, "mail_from": "alice@example.com", "helo": "mx.example.com"}]
        )
        assert line == {name: one[name] for name in line}
        assert one["receivedSPF"].startswith(f"Received-SPF: {one['result']} (")
        assert one["step"]["steps"]


def test_helo_is_checked_where_there_is_no_mail_from(zones):
    (found,) = batch(zones, [{"ip": "198.51.100.2", "helo": "mx.example.com"}])
    assert (found["identity"], found["result"]) == ("helo", "pass")


def test_lines_that_cannot_be_read_do_not_end_a_batch(zones):
    clients = [
        "x",
        {"ip": "x", "helo": "example.com"},
        {"ip": "192.0.2.1"},
        {"ip": "192.0.2.1", "mail_from": "a@example.com", "helo": ""},
    ]
    found = batch(zones, clients, status=2)
    assert [line["result"] for line in found] == ["error"] * 3 + ["pass"]


def test_results_of_a_batch_come_in_order(zones):
    clients = [
        {"ip": f"192.0.2.{number % 256}", "mail_from": "a@neutral.example.com", "helo": "x"}
        for number in range(2000)
    ]
    found = batch(zones, clients)
    assert [line["ip"] for line in found] == [client["ip"] for client in clients]


def test_a_domain_is_looked_through(zones):
    source = ["--resolver", f"127.0.0.1:{zones.port}"]
    (good,) = commands.results("spf", "explain", "example.com", *source)
    assert (good["terms"], good["complete"], good["problems"]) == (4, True, [])
    assert [b["domain"] for b in good["branches"]] == ["example.com", "_spf.example.net"]
    for domain, status in (
        ("deep.example.com", 1), ("two.example.com", 1), ("loop.example.com", 1),
        ("nothing.example.com", 1), ("broken.example.com", 3), ("servfail.example.com", 3),
    ):  # fmt: skip
        commands.run("spf", "explain", domain, *source, status=status)
    for domain, status, word in (
        ("example.com", 0, "usable"), ("wrong.example.com", 1, "unusable"),
        ("two.example.com", 1, "unusable"), ("nothing.example.com", 1, "missing"),
        ("servfail.example.com", 3, "temperror"),
    ):  # fmt: skip
        (found,) = commands.results("spf", "lookup", domain, *source, status=status)
        assert found["result"] == word


def test_records_are_read_without_the_dns():
    (good,) = commands.results("spf", "record", "v=spf1 mx -all")
    assert good["lookUpTerms"] == 1 and not good["findings"]
    (strings,) = commands.results("spf", "record", "-", input=b'"v=spf1 m" "x -all"\n')
    assert strings["text"] == "v=spf1 mx -all"
    for text in ("v=spf1 ip4:1.2.3 -all", "spf1 -all", "v=spf1 foo"):
        commands.run("spf", "record", text, status=1)
    commands.run("spf", "check", "--ip", "x", "--helo", "y", status=2)
    commands.run("spf", "check", "--ip", "192.0.2.1", status=2)
