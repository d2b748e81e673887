"""The short form of no_loss.py: `make no-loss` runs the long one."""

import random

import pytest

import no_loss


@pytest.mark.parametrize("to", ["inbox", "sink"])
def test_what_was_acknowledged_survives_two_kills(to):
    seed = random.randrange(1 << 32)
    promised, lost = no_loss.run(kills=2, to=to, seed=seed)
    assert promised, "nothing was acknowledged, so nothing was tried"
    assert not lost, f"promises broken, seed {seed}"
