"""Reports that Waxwing writes, as other people's programs read them.

`REPORT_SAMPLES` names a folder with what the test `leavesSamples` of MailReports left there:

    REPORT_SAMPLES=DIR swift test --filter leavesSamples

The schemas are those in the published test data, where `CONFORMANCE` names its folder.
"""

import os
from pathlib import Path

import pytest

SAMPLES = os.environ.get("REPORT_SAMPLES")
CONFORMANCE = os.environ.get("CONFORMANCE")

pytestmark = pytest.mark.skipif(not SAMPLES, reason="REPORT_SAMPLES names no folder")


def sample(pattern):
    return next(Path(SAMPLES).glob(pattern))


def schemas():
    """The schemas whose target is the namespace that Waxwing writes, and that has all its types."""
    from lxml import etree

    namespace = "urn:ietf:params:xml:ns:dmarc-2.0"
    for path in sorted(Path(CONFORMANCE, "dmarc-reports").rglob("*.xsd")):
        root = etree.parse(str(path)).getroot()
        # Without `elementFormDefault` only the root would be in the namespace, which no report is.
        if root.get("targetNamespace") == namespace and root.get("elementFormDefault") == "qualified":
            yield path.name, etree.XMLSchema(etree=root)


@pytest.mark.skipif(not CONFORMANCE, reason="CONFORMANCE names no folder of test data")
def test_aggregate_report_is_valid_by_the_schema():
    from lxml import etree

    report = etree.parse(str(sample("aggregate.xml")))
    checked = 0
    for name, schema in schemas():
        assert schema.validate(report), f"{name}: {schema.error_log}"
        checked += 1
    assert checked


@pytest.mark.parametrize("pattern", ["aggregate.xml", "*!example.com!*.xml.gz", "aggregate.eml"])
def test_parsedmarc_reads_aggregate_reports(pattern):
    import parsedmarc

    result = parsedmarc.parse_report_file(str(sample(pattern)), offline=True)
    assert result["report_type"] == "aggregate"
    report = result["report"]
    assert report["report_metadata"]["org_name"] == 'Waxwing <&> "Sons"'
    assert report["report_metadata"]["report_id"].startswith("20231114.example.com")
    assert report["policy_published"]["domain"] == "example.com"
    assert report["policy_published"]["p"] == "quarantine"
    records = report["records"]
    assert [(r["source"]["ip_address"], r["count"]) for r in records] == [
        ("192.0.2.1", 12),
        ("2001:db8::25", 1),
    ]
    assert [r["policy_evaluated"]["disposition"] for r in records] == ["pass", "none"]
    assert [r["alignment"]["dmarc"] for r in records] == [True, False]
    reasons = records[1]["policy_evaluated"]["policy_override_reasons"]
    assert [r["type"] for r in reasons] == ["mailing_list", "other"]
    assert [d["selector"] for d in records[1]["auth_results"]["dkim"]] == ["s1", "x"]


@pytest.mark.parametrize("pattern", ["tls.json", "tls.eml"])
def test_parsedmarc_reads_tls_reports(pattern):
    import parsedmarc

    result = parsedmarc.parse_report_file(str(sample(pattern)), offline=True)
    assert result["report_type"] == "smtp_tls"
    report = result["report"]
    assert report["organization_name"] == "Company-X"
    assert report["policies"][0]["successful_session_count"] == 5326
    assert report["policies"][0]["failed_session_count"] == 303
    results = [f["result_type"] for f in report["policies"][0]["failure_details"]]
    assert results == ["certificate-expired", "starttls-not-supported", "validation-failure"]
