"""What an account is set to. Each test has a region of its own, for settings are a region's."""

import pytest

REGIONS = iter(["ap-east-1", "ap-northeast-1", "ap-northeast-2", "ap-southeast-1", "ca-central-1",
                "eu-south-1", "il-central-1", "me-south-1", "af-south-1", "us-west-1"])  # fmt: skip


@pytest.fixture
def clients(waxwing):
    region = next(REGIONS)
    return waxwing.client("sesv2", region=region), waxwing.client("ses", region=region)


def account(client):
    answer = client.get_account()
    answer.pop("ResponseMetadata")
    return answer


def test_a_new_account(clients):
    assert account(clients[0]) == {
        "DedicatedIpAutoWarmupEnabled": True, "EnforcementStatus": "HEALTHY",
        "ProductionAccessEnabled": True, "SendingEnabled": True,
        "SendQuota": {"Max24HourSend": -1.0, "MaxSendRate": 10000.0, "SentLast24Hours": 0.0},
        "SuppressionAttributes": {"SuppressedReasons": ["BOUNCE", "COMPLAINT"]},
    }  # fmt: skip


def test_sending_is_switched_by_both_apis(clients):
    v2, v1 = clients
    assert v1.get_account_sending_enabled()["Enabled"] is True
    v2.put_account_sending_attributes(SendingEnabled=False)
    assert v1.get_account_sending_enabled()["Enabled"] is False
    v1.update_account_sending_enabled(Enabled=True)
    assert account(v2)["SendingEnabled"] is True
    v2.put_account_sending_attributes()
    assert account(v2)["SendingEnabled"] is False
    v2.put_account_sending_attributes(SendingEnabled=True)
    v1.update_account_sending_enabled()
    assert account(v2)["SendingEnabled"] is False


def test_suppression(clients, refused):
    v2, _ = clients
    validation = {
        "ConditionThreshold": {
            "ConditionThresholdEnabled": "ENABLED",
            "OverallConfidenceThreshold": {"ConfidenceVerdictThreshold": "MANAGED"},
        }
    }
    v2.put_account_suppression_attributes(
        SuppressedReasons=["COMPLAINT"], ValidationAttributes=validation
    )
    assert account(v2)["SuppressionAttributes"] == {
        "SuppressedReasons": ["COMPLAINT"], "ValidationAttributes": validation,
    }  # fmt: skip
    v2.put_account_suppression_attributes()
    assert account(v2)["SuppressionAttributes"] == {
        "SuppressedReasons": [], "ValidationAttributes": validation,
    }  # fmt: skip
    answer = refused(v2.put_account_suppression_attributes, SuppressedReasons=["BOUNCE"] * 2)
    assert answer.message == "Each suppressed reason can only be specified at most once"


def test_details(clients, refused):
    v2, _ = clients
    details = {
        "MailType": "TRANSACTIONAL", "WebsiteURL": "https://example.com", "ContactLanguage": "EN",
        "UseCaseDescription": "receipts", "AdditionalContactEmailAddresses": ["me@example.com"],
    }  # fmt: skip
    v2.put_account_details(**details, ProductionAccessEnabled=True)
    assert account(v2)["Details"] == {**details, "ReviewDetails": {"Status": "GRANTED"}}
    v2.put_account_details(MailType="MARKETING", WebsiteURL="http://other.example")
    assert account(v2)["Details"] == {
        "MailType": "MARKETING", "WebsiteURL": "http://other.example",
        "ReviewDetails": {"Status": "GRANTED"},
    }  # fmt: skip
    answer = refused(
        v2.put_account_details, MailType="NEWS", WebsiteURL="x",
        AdditionalContactEmailAddresses=["no address"],
    )  # fmt: skip
    assert answer.code == "BadRequestException"
    assert answer.message.startswith("2 validation errors detected: ")


def test_deliverability_options_are_shown_while_enabled(clients):
    v2, _ = clients
    v2.put_account_vdm_attributes(
        VdmAttributes={"VdmEnabled": "ENABLED",
                       "DashboardAttributes": {"EngagementMetrics": "ENABLED"}}
    )  # fmt: skip
    assert account(v2)["VdmAttributes"] == {
        "VdmEnabled": "ENABLED", "DashboardAttributes": {"EngagementMetrics": "ENABLED"},
        "GuardianAttributes": {"OptimizedSharedDelivery": "DISABLED"},
    }  # fmt: skip
    v2.put_account_vdm_attributes(VdmAttributes={"VdmEnabled": "DISABLED"})
    assert account(v2)["VdmAttributes"] == {"VdmEnabled": "DISABLED"}


def test_plan_and_warmup(clients):
    v2, _ = clients
    v2.put_account_pricing_attributes(Plan="PRO")
    v2.put_account_dedicated_ip_warmup_attributes()
    answer = account(v2)
    assert answer["PricingAttributes"] == {"CurrentPlan": "PRO"}
    assert answer["DedicatedIpAutoWarmupEnabled"] is False
