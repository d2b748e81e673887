"""Clients that take their time to say nothing."""

import socket
import time

import pytest
import requests

from support.processes import LOOPBACK
from support.serving import WaxwingServe


@pytest.fixture(scope="module")
def impatient():
    with WaxwingServe({"api.idle-timeout": "1s"}) as server:
        yield server


def lasts(port, chunks, pause=0.2, patience=8):
    """Seconds until the server ends a connection on which something comes now and then."""
    start = time.monotonic()
    with socket.create_connection((LOOPBACK, port), timeout=10) as connection:
        connection.settimeout(pause)
        for chunk in chunks:
            if time.monotonic() - start > patience:
                break
            try:
                if chunk:
                    connection.sendall(chunk)
                if connection.recv(4096) == b"":
                    return time.monotonic() - start
            except TimeoutError:
                continue
            except (ConnectionResetError, BrokenPipeError):
                return time.monotonic() - start
    raise AssertionError(f"still there after {patience} seconds")


HEAD = b"POST /v2/email/outbound-emails HTTP/1.1\r\nHost: localhost\r\n"


@pytest.mark.parametrize("way", ["silence", "a line of the head now and then", "a byte of it"])
def test_a_head_has_its_time(impatient, way):
    """What trickles in keeps no connection alive: only a whole head does."""
    chunks = {
        "silence": [b""] * 200,
        "a line of the head now and then": [HEAD, *[b"X-A: b\r\n"] * 200],
        "a byte of it": [HEAD, b"X-A: ", *[b"a"] * 200],
    }[way]
    assert lasts(impatient.api, chunks) < 5


def test_others_are_served_meanwhile(impatient):
    held = [socket.create_connection((LOOPBACK, impatient.api), timeout=10) for _ in range(200)]
    try:
        for connection in held:
            connection.sendall(HEAD)
        answer = requests.get(f"{impatient.url}/v2/email/account", timeout=5)
        assert answer.status_code == 403
    finally:
        for connection in held:
            connection.close()
