"""A mail exchanger on loopback that keeps what it is given."""

import asyncio
import threading

from aiosmtpd.controller import Controller

from .processes import LOOPBACK, free_port


class Sink:
    """`with Sink() as sink: … sink.messages`. `pause` is how long it takes to take a message."""

    def __init__(self, pause=0):
        self.messages = []
        # For each recipient, the address that its message came from.
        self.peers = {}
        self.pause = pause
        self.lock = threading.Lock()
        self.controller = Controller(self, hostname=LOOPBACK, port=free_port())
        self.port = self.controller.port

    async def handle_DATA(self, server, session, envelope):
        await asyncio.sleep(self.pause)
        with self.lock:
            self.messages.append((envelope.mail_from, list(envelope.rcpt_tos), envelope.content))
            self.peers.update(dict.fromkeys(envelope.rcpt_tos, session.peer[0]))
        return "250 2.0.0 taken"

    def recipients(self):
        with self.lock:
            return [recipient for _, recipients, _ in self.messages for recipient in recipients]

    def __enter__(self):
        self.controller.start()
        return self

    def __exit__(self, *_):
        self.controller.stop()
