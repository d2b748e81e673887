"""Kills a server in the midst of sends by the API, again and again, and looks for what it promised.

An answer with a MessageId is a promise: the message is delivered at least once. One that came with
an Idempotency-Key is accepted once, however often it is asked for; and what is counted for the
account is what was accepted, no less and no more. `WAXWING_KILLS` says how often, `WAXWING_SEED`
with what chance; both are printed.
"""

import collections
import contextlib
import datetime
import os
import random
import sqlite3
import threading
import time

import pytest
from botocore.exceptions import BotoCoreError, ClientError

from support.server import Waxwing
from support.waiting import until

KILLS = int(os.environ.get("WAXWING_KILLS", "4"))
SEED = int(os.environ.get("WAXWING_SEED", str(random.randrange(1 << 32))))
TO = "you@inbox.example"


class Sender(threading.Thread):
    """Sends in one way until its server is gone, and notes what it was promised."""

    def __init__(self, server, sender, way, run):
        super().__init__(daemon=True)
        self.client = server.client("sesv2")
        self.way, self.sender, self.run_name = way, sender, run
        self.promised, self.asked = {}, []
        self.headers = {}
        for operation in ("SendEmail", "SendBulkEmail"):
            self.client.meta.events.register(f"before-sign.sesv2.{operation}", self.add_headers)

    def add_headers(self, request, **_):
        for name, value in self.headers.items():
            request.headers[name] = value

    def content(self, subject):
        return {
            "Simple": {"Subject": {"Data": subject}, "Body": {"Text": {"Data": "x" * 2000}}}
        }

    def run(self):
        for number in range(1_000_000):
            subject = f"{self.run_name}-{self.way}-{number}"
            self.asked.append(subject)
            try:
                self.promised[subject] = self.send(subject)
            except (ClientError, BotoCoreError):
                return  # the server is gone, perhaps in the middle of its answer

    def send(self, subject):
        """The ids of the messages."""
        if self.way == "keyed":
            self.headers = {"Idempotency-Key": subject}
        if self.way == "later":
            at = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=2)
            self.headers = {"X-Waxwing-Send-At": at.isoformat(timespec="milliseconds")}
        if self.way == "bulk":
            answer = self.client.send_bulk_email(
                FromEmailAddress=f"me@{self.sender}",
                DefaultContent={
                    "Template": {
                        "TemplateContent": {"Subject": "{{s}}", "Text": "t"}, "TemplateData": "{}",
                    }
                },
                BulkEmailEntries=[
                    {
                        "Destination": {"ToAddresses": [TO]},
                        "ReplacementEmailContent": {
                            "ReplacementTemplate": {
                                "ReplacementTemplateData": f'{{"s": "{subject}-{entry}"}}'
                            }
                        },
                    }
                    for entry in range(5)
                ],
            )  # fmt: skip
            results = answer["BulkEmailEntryResults"]
            assert {r["Status"] for r in results} == {"SUCCESS"}, results
            return [r["MessageId"] for r in results]
        answer = self.client.send_email(
            FromEmailAddress=f"me@{self.sender}", Destination={"ToAddresses": [TO]},
            Content=self.content(subject),
        )  # fmt: skip
        return [answer["MessageId"]]


def accepted(server):
    """Ids of all messages of the account that were ever accepted, and what was counted."""
    connection = sqlite3.connect(f"file:{server.data / 'waxwing.sqlite'}?mode=ro", uri=True)
    with contextlib.closing(connection):
        ids = [
            row[0] for row in connection.execute(
                "SELECT message_id FROM messages JOIN message_records USING (id)")
        ]  # fmt: skip
        counted = connection.execute("SELECT SUM(accepted) FROM send_statistics").fetchone()[0]
    return ids, counted or 0


@pytest.fixture(scope="module")
def crashed():
    """A server that was killed while it was sent to, what it promised, and who asked."""
    chance = random.Random(SEED)
    print(f"{KILLS} kills, seed {SEED}")
    with Waxwing() as server:
        sender = server.verified_domain("promise.example")
        threads = []
        for number in range(KILLS):
            now = [Sender(server, sender, way, f"run{number}") for way in WAYS]
            for thread in now:
                thread.start()
            time.sleep(chance.uniform(0.3, 1.5))
            server.kill()
            for thread in now:
                thread.join(60)
            threads += now
            server.start()
        yield server, threads


WAYS = ("plain", "keyed", "later", "bulk")


def test_no_promise_is_broken(crashed):
    server, threads = crashed
    promised = {id for t in threads for ids in t.promised.values() for id in ids}
    by_way = collections.Counter(t.way for t in threads for _ in t.promised)
    assert set(by_way) == set(WAYS), by_way
    arrived = collections.Counter()

    def all_arrived():
        arrived.clear()
        arrived.update(m["messageId"].partition("@")[0] for m in server.all_messages())
        return all(arrived[id] for id in promised)

    try:
        until(all_arrived, "all that was promised", 150)
    finally:
        lost = [id for id in promised if not arrived[id]]
        print(f"{len(promised)} promised, {len(lost)} lost, {dict(by_way)}")
    assert not lost


def test_what_arrived_was_accepted_and_counted_once(crashed):
    server, threads = crashed
    ids, counted = accepted(server)
    assert len(ids) == len(set(ids)), "accepted twice"
    promised = {id for t in threads for ids in t.promised.values() for id in ids}
    assert promised <= set(ids)
    assert counted == len(ids)
    sent = server.client("sesv2").get_account()["SendQuota"]["SentLast24Hours"]
    assert sent == len(ids)


def test_a_keyed_request_has_one_answer_for_ever(crashed):
    """Those that were answered before the server died, and the one that died with it."""
    server, threads = crashed
    before, _ = accepted(server)
    unanswered = 0
    for thread in (t for t in threads if t.way == "keyed"):
        thread.client = server.client("sesv2")
        thread.client.meta.events.register("before-sign.sesv2", thread.add_headers)
        for subject in thread.asked[-30:]:
            again = thread.send(subject)
            if subject in thread.promised:
                assert again == thread.promised[subject]
            else:
                unanswered += 1
                assert thread.send(subject) == again
    after, counted = accepted(server)
    assert len(after) - len(before) <= unanswered
    assert counted == len(after) == len(set(after))
    subjects = collections.Counter(m["subject"] for m in server.all_messages())
    print(f"{unanswered} keyed requests had no answer when the server died")
    # A crash may deliver a message twice; it is then one message, by its id.
    by_subject = collections.defaultdict(set)
    for message in server.all_messages():
        by_subject[message["subject"]].add(message["messageId"])
    keyed = {s: found for s, found in by_subject.items() if "-keyed-" in s}
    assert keyed and all(len(found) == 1 for found in keyed.values()), subjects
