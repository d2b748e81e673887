"""`Idempotency-Key` and `X-Waxwing-Send-At`: headers that Waxwing adds to the API."""

import concurrent.futures
import datetime
import email.utils
import time

import pytest
from stored import records


@pytest.fixture
def sender(waxwing, domain):
    """Sends a message with headers of the request: `sender(subject, key="k")`."""

    def send(subject, client=None, key=None, at=None, to="you@inbox.example"):
        client = client or waxwing.client("sesv2")

        def add(request, **_):
            if key:
                request.headers["Idempotency-Key"] = key
            if at:
                request.headers["X-Waxwing-Send-At"] = at

        client.meta.events.register("before-sign.sesv2", add)
        answer = client.send_email(
            FromEmailAddress=f"me@{domain}", Destination={"ToAddresses": [to]},
            Content={"Simple": {"Subject": {"Data": subject}, "Body": {"Text": {"Data": "t"}}}},
        )  # fmt: skip
        return answer["MessageId"]

    return send


def count(waxwing, subject):
    return sum(m["subject"] == subject for m in waxwing.all_messages())


def test_a_key_sends_once(waxwing, sender, unique):
    subject, key = unique("once"), unique("key")
    first = sender(subject, key=key)
    assert sender(subject, key=key) == first
    waxwing.wait_for_subject(subject)
    time.sleep(0.5)
    assert count(waxwing, subject) == 1
    assert sender(subject, key=unique("key")) != first


def test_a_key_belongs_to_one_request(waxwing, sender, unique, refused):
    subject, key = unique("other"), unique("key")
    sender(subject, key=key)
    answer = refused(sender, subject + " changed", key=key)
    assert (answer.code, answer.status) == ("ConflictException", 409)
    elsewhere = waxwing.client("sesv2", region="eu-west-1")
    # Another region does not know the key, nor in this case the sender.
    assert refused(sender, subject, client=elsewhere, key=key).code == "MessageRejected"


def test_requests_at_the_same_time_send_once(waxwing, sender, unique):
    subject, key = unique("together"), unique("key")
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        ids = set(pool.map(lambda _: sender(subject, key=key), range(8)))
    assert len(ids) == 1
    waxwing.wait_for_subject(subject)
    time.sleep(0.5)
    assert count(waxwing, subject) == 1


def test_a_refused_request_takes_no_key(waxwing, sender, unique, refused):
    subject, key = unique("refused"), unique("key")
    assert refused(sender, subject, key=key, to="nobody").code == "BadRequestException"
    sender(subject, key=key)


@pytest.mark.parametrize("key", ["two words", "x" * 257])
def test_odd_keys_are_refused(sender, unique, refused, key):
    assert refused(sender, unique("odd"), key=key).code == "BadRequestException"


def test_a_message_waits_for_its_time(waxwing, sender, unique):
    subject = unique("later")
    at = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=4)
    message_id = sender(subject, at=at.isoformat(timespec="milliseconds"))
    assert waxwing.absent(lambda m: m["subject"] == subject, seconds=2)
    shown = waxwing.wait_for_subject(subject, seconds=20)
    assert records(waxwing, message_id)
    raw = waxwing.raw(shown).decode()
    date = next(line for line in raw.splitlines() if line.startswith("Date: "))
    assert abs(email.utils.parsedate_to_datetime(date[6:]) - at) < datetime.timedelta(seconds=2)
    assert {s["result"] for s in shown["authentication"]["dkim"]} == {"pass"}


def test_times_are_checked(sender, unique, refused):
    far = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=31)
    for at in ("tomorrow", email.utils.format_datetime(far)):
        answer = refused(sender, unique("when"), at=at)
        assert (answer.code, answer.status) == ("BadRequestException", 400)


def test_a_time_that_is_over_is_now(waxwing, sender, unique):
    subject = unique("over")
    sender(subject, at="2020-01-01T00:00:00Z")
    waxwing.wait_for_subject(subject)


def test_fields_of_messages_can_name_the_time(waxwing, domain, unique):
    subject = unique("field")
    at = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(hours=1)
    raw = (
        f"From: me@{domain}\r\nTo: you@inbox.example\r\nSubject: {subject}\r\n"
        f"X-Waxwing-Send-At: {email.utils.format_datetime(at)}\r\n\r\nHello.\r\n"
    ).encode()
    waxwing.client("ses").send_raw_email(RawMessage={"Data": raw})
    assert waxwing.absent(lambda m: m["subject"] == subject)
    now = raw.replace(email.utils.format_datetime(at).encode(), b"2020-01-01T00:00:00Z")
    waxwing.client("ses").send_raw_email(RawMessage={"Data": now})
    assert b"X-Waxwing" not in waxwing.raw(waxwing.wait_for_subject(subject))
