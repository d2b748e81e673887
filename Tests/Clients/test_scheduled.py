"""Messages that wait for their time: listed, shown and cancelled by their account and by operators."""

import concurrent.futures
import datetime
import json
import re
import time

import pytest
import requests
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from stored import records

from support.accounts import Account, Refused
from support.accounts import waxwing as command
from support.server import Waxwing
from support.serving import WaxwingServe
from support.waiting import until

PATH = "/v2/email/scheduled-emails"
DEVELOPMENT = {"accessKeyId": "AKIAIOSFODNN7EXAMPLE", "secretAccessKey": "x"}
ACCOUNT = ("--account", "000000000000")


def hours(number):
    return datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=number)


def call(server, method, path="", key=DEVELOPMENT, region="us-east-1"):
    """What any signer of requests can send, as no SDK knows these operations."""
    request = AWSRequest(method=method, url=server.url + PATH + path)
    credentials = Credentials(key["accessKeyId"], key["secretAccessKey"])
    SigV4Auth(credentials, "ses", region).add_auth(request)
    prepared = request.prepare()
    return requests.request(method, prepared.url, headers=dict(prepared.headers), timeout=30)


def schedule(client, sender, subject, at, **more):
    def add(request, **_):
        request.headers["X-Waxwing-Send-At"] = at.isoformat()

    client.meta.events.register("before-sign.sesv2", add)
    try:
        return client.send_email(
            FromEmailAddress=sender, Destination={"ToAddresses": ["you@inbox.example"]},
            Content={"Simple": {"Subject": {"Data": subject}, "Body": {"Text": {"Data": "t"}}}},
            **more,
        )["MessageId"]  # fmt: skip
    finally:
        client.meta.events.unregister("before-sign.sesv2", add)


@pytest.fixture
def scheduled(sesv2, domain, unique):
    def make(at=None, subject=None):
        return schedule(sesv2, f"me@{domain}", subject or unique("later"), at or hours(2))

    return make


def everything(server, **options):
    found, token = [], ""
    while True:
        page = call(server, "GET", f"?PageSize=2{token}", **options).json()
        found += page["ScheduledEmails"]
        if "NextToken" not in page:
            return found
        token = f"&NextToken={page['NextToken']}".replace("=", "%3D").replace("%3D", "=", 1)


def test_the_next_come_first(waxwing, scheduled, domain, unique):
    late, soon, subject = hours(9), hours(1), unique("list")
    ids = [scheduled(at, subject) for at in (late, soon, hours(5))]
    found = [m for m in everything(waxwing) if m["Subject"] == subject]
    assert [m["MessageId"] for m in found] == [ids[1], ids[2], ids[0]]
    first = found[0]
    assert first["Status"] == "SCHEDULED"
    assert first["FromEmailAddress"] == f"me@{domain}"
    assert first["Destinations"] == ["you@inbox.example"]
    assert abs(first["SendAt"] - soon.timestamp()) < 1
    assert first["AcceptedAt"] <= time.time()
    assert call(waxwing, "GET", f"/{ids[1]}").json() == first


def test_what_is_cancelled_is_never_sent(waxwing, sesv2, domain, unique):
    subject = unique("cancelled")
    at = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=3)
    kept = schedule(sesv2, f"me@{domain}", subject + " kept", at)
    taken = schedule(sesv2, f"me@{domain}", subject, at)
    for _ in range(2):
        answer = call(waxwing, "DELETE", f"/{taken}")
        assert (answer.status_code, answer.json()) == (200, {})
    shown = call(waxwing, "GET", f"/{taken}").json()
    assert shown["Status"] == "CANCELLED" and shown["CancelledAt"] <= time.time()
    assert "cancelledAt" in records(waxwing, taken)[0]
    waxwing.wait_for_subject(subject + " kept")
    assert waxwing.absent(lambda m: m["subject"] == subject)
    # The other went its way, and cannot be called back.
    answer = call(waxwing, "DELETE", f"/{kept}")
    assert answer.status_code == 409
    assert answer.headers["x-amzn-ErrorType"] == "ConflictException"
    assert answer.json()["message"] == (
        f"Message <{kept}> cannot be cancelled: its time has come, and it is being sent or was."
    )
    assert call(waxwing, "GET", f"/{kept}").json()["Status"] == "RELEASED"
    assert call(waxwing, "DELETE", f"/{taken}").status_code == 200


def test_many_who_cancel_at_once_are_answered_alike(waxwing, scheduled):
    message = scheduled()
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: call(waxwing, "DELETE", f"/{message}"), range(16)))
    assert [answer.status_code for answer in answers] == [200] * 16


@pytest.mark.parametrize("method", ["GET", "DELETE"])
def test_only_what_was_scheduled_is_there(waxwing, sesv2, domain, scheduled, method):
    at_once = sesv2.send_email(
        FromEmailAddress=f"me@{domain}", Destination={"ToAddresses": ["you@inbox.example"]},
        Content={"Simple": {"Subject": {"Data": "s"}, "Body": {"Text": {"Data": "t"}}}},
    )["MessageId"]  # fmt: skip
    message = scheduled()
    for path, region in [
        (at_once, "us-east-1"), ("nothing", "us-east-1"), (message, "eu-west-1"),
    ]:  # fmt: skip
        answer = call(waxwing, method, f"/{path}", region=region)
        assert answer.status_code == 404
        assert answer.headers["x-amzn-ErrorType"] == "NotFoundException"
        assert answer.json()["message"] == f"There is no scheduled message <{path}>."
    assert call(waxwing, "GET", f"/{message}").json()["Status"] == "SCHEDULED"


def test_operators_list_show_and_cancel(waxwing, scheduled, unique):
    subject = unique("operators")
    ids = [scheduled(hours(number), subject) for number in (3, 1)]
    listed = command(waxwing.data, "queue", "list", *ACCOUNT)["messages"]
    mine = [m for m in listed if m["subject"] == subject]
    assert [m["messageId"] for m in mine] == ids[::-1]
    shown = command(waxwing.data, "queue", "show", ids[0], *ACCOUNT)
    assert (shown["status"], shown["to"]) == ("scheduled", ["you@inbox.example"])
    for _ in range(2):
        ended = command(waxwing.data, "queue", "cancel", ids[0], *ACCOUNT)
        assert ended["status"] == "cancelled" and ended["cancelledAt"]
    listed = command(waxwing.data, "queue", "list", *ACCOUNT)["messages"]
    assert [m["messageId"] for m in listed if m["subject"] == subject] == [ids[1]]
    table = command(waxwing.data, "queue", "list", *ACCOUNT, text=True)
    assert ids[1] in table and subject in table
    page = command(waxwing.data, "queue", "show", ids[0], *ACCOUNT, text=True)
    assert "Status" in page and "cancelled" in page
    for region in ("eu-west-1", "us-east-1"):
        name = ids[1] if region == "eu-west-1" else "nothing"
        with pytest.raises(Refused) as refusal:
            command(waxwing.data, "queue", "cancel", name, *ACCOUNT, "--region", region)
        assert "There is no scheduled message" in refusal.value.text
    assert "No message waits" in command(
        waxwing.data, "queue", "list", "--account", "111122223333", text=True
    )


def test_accounts_see_their_own_and_policies_hold(tmp_path, unique, refused):
    with Waxwing("--require-credentials", data=tmp_path / "data") as server:
        owner, other = Account(server), Account(server, "other")
        key, foreign = owner.key(), other.key()
        client = owner.client("sesv2", key)
        client.create_email_identity(EmailIdentity="own.example")
        until(
            lambda: client.get_email_identity(EmailIdentity="own.example")[
                "VerifiedForSendingStatus"
            ],
            "own.example to be verified",
        )
        message = schedule(client, "me@own.example", "s", hours(1))
        assert [m["MessageId"] for m in everything(server, key=key)] == [message]
        assert everything(server, key=foreign) == []
        assert call(server, "DELETE", f"/{message}", key=foreign).status_code == 404

        owner.member("user", "reader", ("Allow", ["ses:List*", "ses:Get*"], "*"))
        reader = owner.key("--user", "reader")
        assert call(server, "GET", f"/{message}", key=reader).status_code == 200
        refusal = call(server, "DELETE", f"/{message}", key=reader)
        assert refusal.status_code == 403
        assert "ses:CancelScheduledEmail" in refusal.json()["Message"]
        server.stop()
        # The same without a running service.
        listed = owner.command("queue", "list")["messages"]
        assert [m["messageId"] for m in listed] == [message]
        assert owner.command("queue", "cancel", message)["status"] == "cancelled"
        assert owner.command("queue", "list")["messages"] == []


def test_a_service_that_runs_counts_what_is_taken_back():
    with WaxwingServe({"identities.verification": "immediate", "roles": ["api"]}) as server:
        key = server.new_key()
        client = server.client("sesv2", *key)
        client.create_email_identity(EmailIdentity="sender.example")
        account = server.run("account", "list")["accounts"][0]["id"]
        message = schedule(client, "me@sender.example", "s", hours(1))

        def waiting():
            text = server.get("/metrics").text
            return float(re.search(r"^waxwing_queue_deliveries (\S+)$", text, re.MULTILINE)[1])

        assert waiting() == 1
        for _ in range(2):
            ended = server.run("queue", "cancel", message, "--account", account)
            assert ended["status"] == "cancelled"
            assert waiting() == 0


def test_a_key_answers_with_the_cancelled_message(waxwing, scheduled, sesv2, domain, unique):
    """What is sent again under its key stays cancelled: the key is of the first request."""
    key, at = unique("key"), hours(1)

    def add(request, **_):
        request.headers["Idempotency-Key"] = key

    sesv2.meta.events.register("before-sign.sesv2", add)
    try:
        first = schedule(sesv2, f"me@{domain}", key, at)
        assert call(waxwing, "DELETE", f"/{first}").status_code == 200
        assert schedule(sesv2, f"me@{domain}", key, at) == first
    finally:
        sesv2.meta.events.unregister("before-sign.sesv2", add)
    assert call(waxwing, "GET", f"/{first}").json()["Status"] == "CANCELLED"
    assert json.dumps(everything(waxwing)).count(first) == 0
