#!/usr/bin/env python3
"""Kills a loaded server again and again, then looks for every message that it took.

A 250 after the end of data is a promise. This script loads the submission port with Postfix's
`smtp-source`, whose verbose output holds each `250 Ok <id>`; at a random moment it sends SIGKILL,
starts the server again on the same data folder, and so on. In the end each message with such an id
has to have been delivered at least once. How many came twice is printed: a crash between the next
server's 250 and the note of it sends a message again, by design.

    no_loss.py [--kills 10] [--to inbox|sink] [--seed N]

With `--to inbox` the mail goes to the built-in MX, which dies in the same moment, so its promise is
tried too. With `--to sink` it goes to `smtp-sink`, which lives on.
"""

import argparse
import collections
import contextlib
import random
import re
import subprocess
import sys
import tempfile
import time

from support.postfix import Sink, source
from support.processes import LOOPBACK, end
from support.server import Waxwing

SIZE = 4000
# Silence after which mail that has not come is taken for lost: a lease ends, or a retry is due,
# well before.
PATIENCE = 150

ACKNOWLEDGED = re.compile(rb"<<< 250 Ok ([0-9a-f]{16}(?:-[0-9a-f]+){6})\s*$", re.MULTILINE)
MESSAGE_ID = re.compile(rb"^Message-ID:\s*<([^@>]+)@", re.MULTILINE | re.IGNORECASE)


class Load:
    """One `smtp-source`, which ends when its server does."""

    def __init__(self, port, sender, reuse):
        self.output = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            source(port, messages=1_000_000, sessions=4, reuse=reuse, size=SIZE, sender=sender,
                   recipient="you@far.example", subject="load", options=["-v"]),
            stdout=subprocess.DEVNULL, stderr=self.output,
        )  # fmt: skip

    def acknowledged(self):
        """The ids of all messages that were answered with 250, once it has ended."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            # It first reads what the server said before it died.
            self.process.wait(20)
        end(self.process)
        self.output.seek(0)
        ids = [found.decode() for found in ACKNOWLEDGED.findall(self.output.read())]
        self.output.close()
        return ids


def load_and_kill(server, sender, moment):
    """Loads until a random moment, kills, and returns the ids that had been acknowledged."""
    loads = [Load(server.smtp, sender, reuse) for reuse in (True, False)]
    time.sleep(moment)
    server.kill()
    return [id for load in loads for id in load.acknowledged()]


def collect(arrivals, promised):
    """How often each message arrived, once all have, or once nothing new has come for long."""
    last, since = -1, time.monotonic()
    while True:
        arrived = collections.Counter(arrivals())
        if all(arrived[id] for id in promised):
            return arrived
        if arrived.total() != last:
            last, since = arrived.total(), time.monotonic()
        if time.monotonic() - since > PATIENCE:
            return arrived
        time.sleep(1)


def run(kills, to, seed):
    """Returns the ids that were acknowledged and those of them that never came."""
    chance = random.Random(seed)
    promised = []
    print(f"{kills} kills, mail to the {to}, seed {seed}")
    with contextlib.ExitStack() as stack:
        options = []
        if to == "sink":
            sink = stack.enter_context(Sink(keep=True))
            options = ["--deliver-to", f"{LOOPBACK}:{sink.port}"]
        server = Waxwing(*options)
        stack.callback(server.stop)
        server.start()
        sender = f"me@{server.verified_domain('promise.example')}"

        for number in range(1, kills + 1):
            # Every second time so early that the first messages are still on their way.
            moment = chance.uniform(0.05, 0.3) if number % 2 else chance.uniform(0.5, 2.0)
            taken = load_and_kill(server, sender, moment)
            promised += taken
            start = time.monotonic()
            server.start()
            print(
                f"  kill {number:2} after {moment:4.2f} s: {len(taken):6} acknowledged, "
                f"back after {time.monotonic() - start:4.2f} s"
            )

        def arrivals():
            if to == "inbox":
                return [m["messageId"].partition("@")[0] for m in server.all_messages()]
            return [id.decode() for id in MESSAGE_ID.findall(sink.content())]

        arrived = collect(arrivals, promised)
    lost = [id for id in promised if not arrived[id]]
    twice = sum(1 for id in promised if arrived[id] > 1)
    print(
        f"  {len(promised)} acknowledged, {len(lost)} lost, {twice} delivered more than once, "
        f"{arrived.total()} arrived altogether"
    )
    for id in lost[:20]:
        print(f"  lost: {id}")
    return promised, lost


def main():
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--kills", type=int, default=10)
    options.add_argument("--to", choices=["inbox", "sink"], default="inbox")
    options.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    chosen = options.parse_args()
    promised, lost = run(chosen.kills, chosen.to, chosen.seed)
    return 0 if promised and not lost else 1


if __name__ == "__main__":
    sys.exit(main())
