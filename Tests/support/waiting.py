"""Waiting for something to become true, with a deadline."""

import time


def until(question, what, seconds=10.0, pause=0.05):
    """Asks until the answer is true, and returns it; past the deadline it fails, saying what for."""
    deadline = time.monotonic() + seconds
    while True:
        answer = question()
        if answer:
            return answer
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {seconds:g} s in vain for {what}")
        time.sleep(pause)
