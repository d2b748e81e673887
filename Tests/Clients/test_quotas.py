"""What an account may send, in 24 hours and in a second; and the sandbox."""

import time

import pytest
from stored import put_settings


def simple():
    return {"Simple": {"Subject": {"Data": "s"}, "Body": {"Text": {"Data": "t"}}}}


@pytest.fixture
def account(waxwing, unique):
    """Clients and a verified sender in a region that no other test uses."""

    def make(region, **settings):
        sesv2, ses = (waxwing.client(s, region=region) for s in ("sesv2", "ses"))
        name = f"{unique('q')}.example"
        sesv2.create_email_identity(EmailIdentity=name)
        deadline = time.monotonic() + 15
        while not sesv2.get_email_identity(EmailIdentity=name)["VerifiedForSendingStatus"]:
            assert time.monotonic() < deadline
            time.sleep(0.1)
        put_settings(waxwing, region, **settings)

        def send(*recipients, source=f"me@{name}"):
            return sesv2.send_email(
                FromEmailAddress=source, Destination={"ToAddresses": list(recipients)},
                Content=simple(),
            )  # fmt: skip

        return sesv2, ses, send, name

    return make


def test_the_day_has_a_bound_counted_in_recipients(account, refused):
    sesv2, ses, send, name = account("ap-south-1", dailyQuota=5)
    send("a@inbox.example", "b@inbox.example")
    send("c@inbox.example", "success@simulator.amazonses.com")
    assert ses.get_send_quota()["SentLast24Hours"] == 3
    assert sesv2.get_account()["SendQuota"]["SentLast24Hours"] == 3
    answer = refused(send, "d@inbox.example", "e@inbox.example", "f@inbox.example")
    assert (answer.code, answer.status) == ("TooManyRequestsException", 429)
    assert answer.message == "Daily message quota exceeded."
    send("d@inbox.example", "e@inbox.example")
    answer = refused(
        ses.send_email, Source=f"me@{name}", Destination={"ToAddresses": ["f@inbox.example"]},
        Message={"Subject": {"Data": "s"}, "Body": {"Text": {"Data": "t"}}},
    )  # fmt: skip
    assert (answer.code, answer.status) == ("Throttling", 400)
    # The simulator is outside the day's count.
    send("success@simulator.amazonses.com")
    assert ses.get_send_quota()["SentLast24Hours"] == 5


def test_a_second_has_a_bound(account, refused):
    _, ses, send, name = account("ap-northeast-1", maximumRate=2)
    send("a@inbox.example", "b@inbox.example")
    answer = refused(send, "c@inbox.example")
    assert (answer.code, answer.status) == ("TooManyRequestsException", 429)
    assert answer.message == "Maximum sending rate exceeded."
    answer = refused(
        ses.send_email, Source=f"me@{name}", Destination={"ToAddresses": ["f@inbox.example"]},
        Message={"Subject": {"Data": "s"}, "Body": {"Text": {"Data": "t"}}},
    )  # fmt: skip
    assert (answer.code, answer.message) == ("Throttling", "Maximum sending rate exceeded.")
    time.sleep(1.1)
    send("c@inbox.example")


def test_the_sandbox_sends_to_verified_identities_only(account, waxwing, refused):
    sesv2, _, send, name = account("ap-northeast-2", isInSandbox=True, maximumRate=1000)
    answer = refused(send, "you@inbox.example", f"me@{name}")
    assert (answer.code, answer.status) == ("MessageRejected", 400)
    assert answer.message == (
        "Email address is not verified. The following identities failed the check in region "
        "AP-NORTHEAST-2: you@inbox.example"
    )
    answer = refused(send, "you@inbox.example", source="x@other.example")
    assert answer.message.endswith("AP-NORTHEAST-2: x@other.example, you@inbox.example")
    send(f"you@{name}", f"x@deep.{name}", "success+label@simulator.amazonses.com")


def test_the_sandbox_has_bounds_of_its_own(account, refused):
    _, _, send, name = account("ap-northeast-3", isInSandbox=True)
    send(f"you@{name}")
    assert refused(send, f"you@{name}").message == "Maximum sending rate exceeded."


def test_nothing_is_bounded_at_first(account):
    sesv2, ses, send, name = account("sa-east-1")
    for _ in range(30):
        send("a@inbox.example")
    assert ses.get_send_quota()["Max24HourSend"] == -1
    assert ses.get_send_quota()["SentLast24Hours"] == 30
