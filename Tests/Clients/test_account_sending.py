"""What an operator lets an account send: bounds, the sandbox, suspension."""

import pytest

from errors.bench import ACCOUNT, Bench
from support.accounts import Account, Refused, waxwing as run
from support.server import Waxwing

NEW = {
    "account": ACCOUNT, "region": "xx-sending-1", "sandbox": False, "dailyQuota": -1,
    "maximumRate": -1, "enforcementStatus": "HEALTHY", "sendingEnabled": True,
}  # fmt: skip


@pytest.fixture
def bench(waxwing, unique):
    return Bench(waxwing, region=f"xx-sending-{unique('')}")


@pytest.fixture
def sending(waxwing, bench):
    """`waxwing account sending` in the bench's region."""
    return lambda *options, **more: run(
        waxwing.data, "account", "sending", ACCOUNT, "--region", bench.region, *options, **more
    )


def test_an_account_begins_without_bounds(bench, sending):
    assert sending() == {**NEW, "region": bench.region}


def test_bounds_count_at_once(bench, sending, refused):
    request = bench.mail()
    bench.client.send_email(**request)
    assert sending("--daily-quota", "1", "--rate", "14")["dailyQuota"] == 1
    answer = refused(bench.client.send_email, **request)
    assert (answer.code, answer.message) == (
        "TooManyRequestsException", "Daily message quota exceeded."
    )  # fmt: skip
    quota = bench.client.get_account()["SendQuota"]
    assert (quota["Max24HourSend"], quota["MaxSendRate"]) == (1, 14)
    shown = sending("--daily-quota", "none")
    assert (shown["dailyQuota"], shown["maximumRate"]) == (-1, 14)
    bench.client.send_email(**request)


def test_production_access_is_granted(bench, sending, refused):
    assert sending("--sandbox")["dailyQuota"] == 200
    details = {"MailType": "MARKETING", "WebsiteURL": "https://a.example"}
    bench.client.put_account_details(**details, ProductionAccessEnabled=True)
    assert refused(bench.client.put_account_details, **details).code == "ConflictException"
    assert refused(bench.client.send_email, **bench.mail()).code == "MessageRejected"
    sending("--no-sandbox", "--daily-quota", "50000", "--rate", "14")
    account = bench.client.get_account()
    assert account["ProductionAccessEnabled"] is True
    assert account["Details"]["ReviewDetails"] == {"Status": "GRANTED"}
    bench.client.send_email(**bench.mail())
    bench.client.put_account_details(**details)


def test_a_suspended_account_sends_again_when_it_may(bench, sending, refused):
    request = bench.mail()
    assert sending("--standing", "suspended")["enforcementStatus"] == "SHUTDOWN"
    assert refused(bench.client.send_email, **request).code == "AccountSuspendedException"
    # Its own switch does not help.
    bench.client.put_account_sending_attributes(SendingEnabled=True)
    assert refused(bench.client.send_email, **request).code == "AccountSuspendedException"
    sending("--standing", "under-review")
    assert bench.client.get_account()["EnforcementStatus"] == "PROBATION"
    bench.client.send_email(**request)
    assert sending("--standing", "healthy")["enforcementStatus"] == "HEALTHY"


def test_text_is_for_people(bench, sending):
    sending("--daily-quota", "50000")
    text = sending(text=True)
    assert [line.split() for line in text.splitlines() if "Recipients" in line] == [
        ["Recipients", "in", "24", "hours", "50000"],
        ["Recipients", "in", "a", "second", "no", "bound"],
    ]


@pytest.mark.parametrize(
    "options",
    [("--daily-quota", "-5"), ("--rate", "many"), ("--standing", "fine"), ("--region", "A B")],
)
def test_what_cannot_be_is_refused(sending, options):
    with pytest.raises(Refused):
        sending(*options)


def test_an_account_that_is_not_there(waxwing):
    with pytest.raises(Refused, match="123456789012"):
        run(waxwing.data, "account", "sending", "123456789012", "--standing", "suspended")


def test_it_works_where_no_service_runs(tmp_path):
    made = run(tmp_path, "account", "create", "--name", "Shop")
    arguments = ("account", "sending", made["id"], "--region", "eu-west-1")
    run(tmp_path, *arguments, "--standing", "suspended", "--sandbox")
    shown = run(tmp_path, *arguments)
    assert (shown["enforcementStatus"], shown["sandbox"]) == ("SHUTDOWN", True)


def test_regions_and_accounts_are_bounded_apart():
    with Waxwing("--require-credentials") as server:
        first, second = Account(server), Account(server)
        run(server.data, "account", "sending", first.id, "--standing", "suspended")
        clients = [
            first.client("sesv2", first.key(), region="eu-west-1"),
            second.client("sesv2", second.key()),
        ]
        for client in clients:
            assert client.get_account()["EnforcementStatus"] == "HEALTHY"
        key = first.key()
        assert first.client("sesv2", key).get_account()["EnforcementStatus"] == "SHUTDOWN"
