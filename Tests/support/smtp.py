"""SMTP by hand: what is sent and what comes back, octet for octet."""

import re
import socket
import ssl

from .processes import LOOPBACK


def unverified_tls():
    context = ssl.create_default_context()
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


class Dialogue:
    """One connection. A reply is the list of its lines, without their CRLF."""

    def __init__(self, port, greet=True, seconds=20):
        self.socket = socket.create_connection((LOOPBACK, port), timeout=seconds)
        self.buffer = b""
        self.greeting = self.reply() if greet else None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.socket.close()

    def send(self, data):
        self.socket.sendall(data)

    def line(self):
        """The next line, or None when the server has closed."""
        while b"\r\n" not in self.buffer:
            try:
                received = self.socket.recv(65536)
            except ConnectionResetError:
                received = b""
            if not received:
                return None
            self.buffer += received
        line, _, self.buffer = self.buffer.partition(b"\r\n")
        return line.decode("utf-8", "replace")

    def reply(self):
        """All lines of the next reply; empty when the server has closed."""
        lines = []
        while (line := self.line()) is not None:
            lines.append(line)
            if not re.match(r"\d{3}-", line):
                break
        return lines

    def command(self, text):
        """Sends one line and returns its reply."""
        self.send(text.encode() + b"\r\n")
        return self.reply()

    def expect(self, code, text):
        """Sends one line whose reply is to begin with `code`; returns the reply's last line."""
        lines = self.command(text)
        assert lines and lines[-1].startswith(str(code)), f"{text!r} was answered with {lines}"
        return lines[-1]

    def start_tls(self):
        """Turns to TLS, once STARTTLS has been answered with 220."""
        self.socket = unverified_tls().wrap_socket(self.socket, server_hostname="localhost")
        self.buffer = b""

    def transaction(self, sender, recipients, content):
        """EHLO to the end of data; returns the last line of the last reply."""
        self.expect(250, "EHLO client.example")
        self.expect(250, f"MAIL FROM:<{sender}>")
        for recipient in recipients:
            self.expect(250, f"RCPT TO:<{recipient}>")
        self.expect(354, "DATA")
        self.send(content + b"\r\n.\r\n")
        return self.reply()[-1]


def code(reply):
    """The three digits of a reply."""
    return int(reply[-1][:3]) if reply else None
