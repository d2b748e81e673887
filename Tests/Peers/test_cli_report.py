"""`waxwing report` beside parsedmarc: the same reports, the same totals."""

import gzip
import io
import random
import zipfile
from email.message import EmailMessage

import pytest

from support import commands

DAY = 86_400
BEGIN = 1_735_689_600


def aggregate(report_id, records, domain="example.com", begin=BEGIN):
    rows = "".join(
        f"""<record><row><source_ip>{source}</source_ip><count>{count}</count><policy_evaluated>
        <disposition>{disposition}</disposition><dkim>{dkim}</dkim><spf>{spf}</spf>
        </policy_evaluated></row><identifiers><header_from>{domain}</header_from></identifiers>
        <auth_results><dkim><domain>{domain if dkim == "pass" else "other.example"}</domain>
        <selector>s1</selector><result>{dkim}</result></dkim>
        <spf><domain>{domain if spf == "pass" else "other.example"}</domain><scope>mfrom</scope>
        <result>{spf}</result></spf></auth_results></record>"""
        for source, count, disposition, dkim, spf in records
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
        <feedback><version>1.0</version><report_metadata><org_name>Big Mail</org_name>
        <email>dmarc@big.example</email><report_id>{report_id}</report_id>
        <date_range><begin>{begin}</begin><end>{begin + DAY - 1}</end></date_range>
        </report_metadata><policy_published><domain>{domain}</domain><adkim>r</adkim><aspf>r</aspf>
        <p>reject</p><sp>reject</sp><pct>100</pct></policy_published>{rows}</feedback>""".encode()


def sample_records(seed, count=40):
    chance = random.Random(seed)
    for _ in range(count):
        dkim, spf = chance.choice(["pass", "fail"]), chance.choice(["pass", "fail"])
        disposition = "none"
        if (dkim, spf) == ("fail", "fail"):
            disposition = chance.choice(["none", "quarantine", "reject"])
        yield f"192.0.2.{chance.randrange(1, 9)}", chance.randrange(1, 500), disposition, dkim, spf


def zipped(name, content):
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, content)
    return buffer.getvalue()


def mailed(name, content):
    mail = EmailMessage()
    mail["From"] = "dmarc@big.example"
    mail["To"] = "dmarc@example.com"
    mail["Subject"] = "Report Domain: example.com Submitter: big.example Report-ID: <r3>"
    mail.set_content("A report.")
    mail.add_attachment(content, maintype="application", subtype="gzip", filename=name)
    return mail.as_bytes()


@pytest.fixture
def folder(tmp_path):
    """The same kind of report in each of its wrappings."""
    reports = [
        aggregate(f"r{i}", sample_records(i), begin=BEGIN + i * DAY) for i in range(4)
    ]
    (tmp_path / "a.xml").write_bytes(reports[0])
    (tmp_path / "b.xml.gz").write_bytes(gzip.compress(reports[1]))
    (tmp_path / "c.zip").write_bytes(zipped("c.xml", reports[2]))
    (tmp_path / "d.eml").write_bytes(mailed("d.xml.gz", gzip.compress(reports[3])))
    return tmp_path


def totals_of_parsedmarc(paths):
    import parsedmarc

    messages, passed, dkim, spf, dispositions, sources = 0, 0, 0, 0, {}, {}
    for path in paths:
        result = parsedmarc.parse_report_file(str(path), offline=True)
        assert result["report_type"] == "aggregate"
        for record in result["report"]["records"]:
            count = record["count"]
            messages += count
            passed += count * record["alignment"]["dmarc"]
            dkim += count * record["alignment"]["dkim"]
            spf += count * record["alignment"]["spf"]
            disposition = record["policy_evaluated"]["disposition"]
            dispositions[disposition] = dispositions.get(disposition, 0) + count
            source = record["source"]["ip_address"]
            sources[source] = sources.get(source, 0) + count
    totals = {
        "messages": messages, "passed": passed, "failed": messages - passed,
        "alignedDKIM": dkim, "alignedSPF": spf,
        "quarantined": dispositions.get("quarantine", 0), "rejected": dispositions.get("reject", 0),
    }  # fmt: skip
    return totals, dispositions, sources


def test_totals_are_those_of_parsedmarc(folder):
    [summary] = commands.results("report", folder)
    totals, dispositions, sources = totals_of_parsedmarc(sorted(folder.iterdir()))
    [domain] = summary["domains"]
    assert domain["domain"] == "example.com"
    assert domain["totals"] == totals
    assert domain["dispositions"] == dispositions
    found = {s["address"]: s["totals"]["messages"] for s in domain["sources"]}
    assert found == sources
    assert [d["date"] for d in domain["days"]] == [f"2025-01-0{day}" for day in range(1, 5)]
    assert sum(d["passed"] for d in domain["days"]) == totals["passed"]
    assert summary["files"] == {
        "read": 4, "repaired": 0, "refused": 0, "unreadable": 0, "withoutReport": 0
    }  # fmt: skip


def test_reads_standard_input(folder):
    for path in sorted(folder.iterdir()):
        [named] = commands.results("report", path)
        [piped] = commands.results("report", "-", input=path.read_bytes())
        assert named["domains"] == piped["domains"]


def test_a_report_that_comes_twice_counts_once(folder):
    again = folder / "e.xml"
    again.write_bytes((folder / "a.xml").read_bytes())
    [summary] = commands.results("report", folder)
    totals, _, _ = totals_of_parsedmarc(p for p in sorted(folder.iterdir()) if p != again)
    assert summary["domains"][0]["totals"] == totals
    assert summary["reports"]["repeated"] == 1


def test_exit_statuses(folder, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    (other / "broken.xml").write_bytes(b"<feedback></feedback>")
    (other / "README").write_bytes(b"about these files")
    commands.run("report", folder)
    commands.run("report", other / "README", status=1)
    commands.run("report", folder, other, status=1)
    commands.run("report", other / "nothing.xml", status=2)
    commands.run("report", status=2)


def test_page_needs_nothing_else(folder, tmp_path_factory):
    page = tmp_path_factory.mktemp("page") / "report.html"
    text = commands.run("report", "--html", page, folder).decode()
    assert "example.com" in text
    html = page.read_text()
    assert html == commands.run("report", "--html", "-", folder).decode()
    assert html.count("<svg") == html.count("</svg>") > 3
    for outside in ("<script", "http:", "https:", "@import", "url(", "src="):
        assert outside not in html
    before = (folder / "a.xml").read_bytes()
    commands.run("report", "--html", folder / "a.xml", folder, status=2)
    assert (folder / "a.xml").read_bytes() == before
