"""`waxwing dmarc` and the commands of the policies for TLS and logos, against a scripted DNS."""

import hashlib
import subprocess
from pathlib import Path

import pytest

from support import commands
from support.zones import Zones

FIXTURES = Path(__file__).resolve().parents[1] / "BIMITests" / "Fixtures"

ZONE = """$TTL 300
_dmarc.example.com. TXT "v=DMARC1; p=reject; sp=quarantine; np=reject; " "rua=mailto:a@example.com,mailto:b@reports.example.net,mailto:c@example.org"
mail.example.com. A 192.0.2.1
example.com._report._dmarc.reports.example.net. TXT "v=DMARC1"
_dmarc.testing.example. TXT "v=DMARC1; p=reject; t=y; pct=10"
_dmarc.broken.example. TXT "v=DMARC1; p=maybe; rua=mailto:a@broken.example"
_dmarc.two.example. TXT "v=DMARC1; p=none"
_dmarc.two.example. TXT "v=DMARC1; p=reject"
_dmarc.strict.example. TXT "v=DMARC1; p=reject; aspf=s; adkim=s"
_dmarc.co.uk. TXT "v=DMARC1; p=reject; psd=y"
_dmarc.brand.co.uk. TXT "v=DMARC1; p=quarantine"
_mta-sts.example.com. TXT "v=STSv1; id=20261126T090000;"
_smtp._tls.example.com. TXT "v=TLSRPTv1; rua=mailto:tls@example.com,https://example.com/tls"
_smtp._tls.two.example. TXT "v=TLSRPTv1; rua=mailto:tls@two.example"
_smtp._tls.two.example. TXT "v=TLSRPTv1; rua=mailto:tls@two.example,mailto:x@two.example"
default._bimi.example.com. TXT "v=BIMI1; l=https://example.com/logo.svg; a=https://example.com/mark.pem"
brand._bimi.example.com. TXT "v=BIMI1; l=; a=;"
default._bimi.broken.example. TXT "v=BIMI1; l=http://broken.example/logo.svg"
mx.example.com. A 192.0.2.2
_25._tcp.mx.example.com. TLSA 3 1 1 0000000000000000000000000000000000000000000000000000000000000000
"""
FAILING = [
    "_dmarc.failing.example", "_mta-sts.failing.example", "_smtp._tls.failing.example",
    "default._bimi.failing.example", "mx.failing.example",
]  # fmt: skip


@pytest.fixture(scope="module")
def ask():
    """`ask(status, arguments…)`: the JSON that a command prints, which asks the zones."""
    with Zones(ZONE, failing=FAILING) as zones:

        def results(status, *arguments):
            (found,) = commands.results(
                *arguments, "--resolver", f"127.0.0.1:{zones.port}", status=status
            )
            return found

        yield results


@pytest.mark.parametrize(
    ("domain", "source", "applied"),
    [
        ("example.com", "p", "reject"),
        ("mail.example.com", "sp", "quarantine"),
        ("nowhere.example.com", "np", "reject"),
        ("testing.example", "p", "quarantine"),
        ("www.brand.co.uk", "p", "quarantine"),
    ],
)
def test_the_policy_that_applies_is_found(ask, domain, source, applied):
    for mode in ("treewalk", "psl"):
        found = ask(0, "dmarc", "lookup", domain, "--mode", mode)
        assert found["result"] == "found", found
        assert found["method"] == mode
        if domain != "www.brand.co.uk":
            assert (found["policy"]["source"], found["policy"]["applied"]) == (source, applied)


def test_the_walk_and_the_list_find_the_organization(ask):
    walk = ask(0, "dmarc", "lookup", "a.b.brand.co.uk")
    assert [query["name"] for query in walk["queries"]] == [
        "_dmarc.a.b.brand.co.uk", "_dmarc.b.brand.co.uk", "_dmarc.brand.co.uk", "_dmarc.co.uk",
    ]  # fmt: skip
    listed = ask(0, "dmarc", "lookup", "a.b.brand.co.uk", "--mode", "psl")
    assert [query["name"] for query in listed["queries"]] == [
        "_dmarc.a.b.brand.co.uk", "_dmarc.brand.co.uk",
    ]  # fmt: skip
    for found in (walk, listed):
        assert found["organizationalDomain"] == "brand.co.uk"


@pytest.mark.parametrize(
    ("domain", "status", "word"),
    [
        ("nothing.example", 1, "missing"),
        ("two.example", 1, "missing"),
        ("broken.example", 1, "unusable"),
        ("failing.example", 3, "temperror"),
    ],
)
def test_what_keeps_a_policy_from_applying_is_told(ask, domain, status, word):
    assert ask(status, "dmarc", "lookup", domain)["result"] == word


@pytest.mark.parametrize(
    ("arguments", "result"),
    [
        (["--from", "example.com", "--spf", "pass:bounces.example.com"], "pass"),
        (["--from", "example.com", "--spf", "pass:example.net"], "fail"),
        (["--from", "example.com", "--spf", "fail:example.com"], "fail"),
        (["--from", "example.com", "--dkim", "pass:example.com:s1"], "pass"),
        (["--from", "example.com", "--dkim", "fail:example.com", "--dkim", "pass:mail.example.com"], "pass"),
        (["--from", "example.com", "--dkim", "temperror:example.com"], "temperror"),
        (["--from", "strict.example", "--spf", "pass:mail.strict.example"], "fail"),
        (["--from", "strict.example", "--spf", "pass:strict.example"], "pass"),
        (["--from", "brand.co.uk", "--spf", "pass:other.co.uk"], "fail"),
        (["--from", "nothing.example", "--spf", "pass:nothing.example"], "none"),
        (["--from", "failing.example", "--spf", "pass:failing.example"], "temperror"),
    ],
)  # fmt: skip
def test_dmarc_is_evaluated(ask, arguments, result):
    status = {"pass": 0, "temperror": 3}.get(result, 1)
    for mode in ("treewalk", "psl"):
        found = ask(status, "dmarc", "check", *arguments, "--mode", mode)
        assert found["result"] == result, found


def test_reports_go_only_where_they_are_wanted(ask):
    found = ask(1, "dmarc", "reports", "example.com")
    assert [(d["uri"], d["result"]) for d in found["destinations"]] == [
        ("mailto:a@example.com", "sameOrganization"),
        ("mailto:b@reports.example.net", "authorized"),
        ("mailto:c@example.org", "unauthorized"),
    ]
    ask(1, "dmarc", "reports", "strict.example")
    ask(3, "dmarc", "reports", "failing.example")


def test_records_are_read_without_the_dns():
    (good,) = commands.results("dmarc", "record", "v=DMARC1; p=none; pct=20")
    assert good["p"] == "none" and any("pct" in finding["text"] for finding in good["findings"])
    for text in ("v=DMARC1; p=x", "v=spf1 -all", "v=DMARC1"):
        commands.run("dmarc", "record", text, status=1)
    commands.run("tls-rpt", "record", "v=TLSRPTv1; rua=mailto:a@example.com")
    commands.run("tls-rpt", "record", "v=TLSRPTv1; rua=", status=1)


def test_policies_for_tls_are_looked_up(ask):
    found = ask(0, "mta-sts", "lookup", "example.com")
    assert found["policy"] == "https://mta-sts.example.com/.well-known/mta-sts.txt"
    assert ask(0, "tls-rpt", "lookup", "example.com")["records"][0]["rua"] == [
        "mailto:tls@example.com", "https://example.com/tls",
    ]  # fmt: skip
    assert ask(1, "tls-rpt", "lookup", "two.example")["result"] == "unusable"
    for command in ("mta-sts", "tls-rpt"):
        ask(1, command, "lookup", "nothing.example")
        ask(3, command, "lookup", "failing.example")


def test_a_policy_file_says_which_hosts_it_allows():
    policy = b"version: STSv1\nmode: enforce\nmx: *.example.com\nmax_age: 604800\n"
    arguments = ["mta-sts", "check", "--policy", "-"]
    (found,) = commands.results(
        *arguments, "--mx", "mx.example.com", "--mx", "a.b.example.com", input=policy, status=1
    )
    assert [host["allowed"] for host in found["hosts"]] == [True, False]
    commands.run(*arguments, "--mx", "mx.example.com", input=policy)
    (wrong,) = commands.results(*arguments, input=policy.replace(b"enforce", b"on"), status=1)
    assert wrong["findings"][0]["text"].startswith("line 2: ")


def test_logos_are_looked_up(ask):
    found = ask(0, "bimi", "lookup", "www.example.com")
    assert (found["name"], found["location"]) == (
        "default._bimi.example.com", "https://example.com/logo.svg",
    )  # fmt: skip
    declined = ask(1, "bimi", "lookup", "example.com", "--selector", "brand")
    assert declined["result"] == "declined"
    assert ask(1, "bimi", "lookup", "broken.example")["result"] == "malformed"
    ask(1, "bimi", "lookup", "nothing.example")
    ask(3, "bimi", "lookup", "failing.example")


def test_logos_are_checked_by_line(tmp_path):
    logo = FIXTURES / "logo.svg"
    bad = tmp_path / "bad.svg"
    bad.write_text(logo.read_text().replace("</svg>", "<script/>\n</svg>"))
    found = commands.results("bimi", "svg", logo, FIXTURES / "logo.svgz", bad, status=1)
    assert [f["result"] for f in found] == ["pass", "pass", "fail"]
    (finding,) = [f for f in found[2]["findings"] if f["breach"]]
    assert finding["line"] == bad.read_text().split("<script")[0].count("\n") + 1
    commands.run("bimi", "svg", tmp_path / "none.svg", status=2)


@pytest.mark.parametrize(
    ("certificate", "options", "status"),
    [
        ("good", [], 0),
        ("good", ["--svg", FIXTURES / "logo.svg"], 0),
        ("good", ["--svg", FIXTURES / "logo.svgz"], 0),
        ("good", ["--svg", FIXTURES / "root.pem"], 1),
        ("good", ["--now", "2030-01-01T00:00:00Z"], 1),
        ("selector", [], 1),
        ("selector", ["--selector", "brand"], 0),
        ("other-name", [], 1),
        ("other-root", [], 1),
        ("bad-logo", [], 1),
        ("no-logo", [], 1),
        ("no-purpose", [], 1),
    ],
)
def test_mark_certificates_are_checked(certificate, options, status):
    now = [] if "--now" in options else ["--now", "2026-06-01T00:00:00Z"]
    commands.run(
        "bimi", "certificate", FIXTURES / f"{certificate}.pem", "--domain", "example.com",
        "--roots", FIXTURES / "root.pem", *now, *options, status=status,
    )  # fmt: skip


def test_the_tlsa_record_is_that_of_the_key(ask, tmp_path):
    certificate = tmp_path / "certificate.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout",
         str(tmp_path / "key.pem"), "-out", str(certificate), "-subj", "/CN=mx.example.com"],
        capture_output=True, check=True,
    )  # fmt: skip
    key = subprocess.run(
        ["openssl", "pkey", "-in", str(tmp_path / "key.pem"), "-pubout", "-outform", "DER"],
        capture_output=True, check=True,
    ).stdout  # fmt: skip
    line = commands.run("dane", "record", certificate, "--host", "mx.example.com").decode()
    digest = hashlib.sha256(key).hexdigest()
    assert line == f"_25._tcp.mx.example.com. 3600 IN TLSA 3 1 1 {digest}\n"
    # What no signature proves is as good as not there.
    assert ask(1, "dane", "lookup", "mx.example.com")["result"] == "notApplicable"
    ask(1, "dane", "check", "mx.example.com", "--certificates", certificate)
    ask(3, "dane", "lookup", "mx.failing.example")
    commands.run("dane", "record", tmp_path / "key.pem", status=2)
