"""Waxwing, dkimpy, Mail::DKIM and pyspf on thousands of generated cases: `differential/`."""

import pytest

from differential import DKIM_CASES, SEED, SPF_CASES, comparison
from differential.dkim_mutations import KINDS as DKIM_KINDS
from differential.spf_cases import KINDS as SPF_KINDS

# Of each kind of change; below it, a kind would show little.
FLOOR = {"dkim": 20, "spf": 50}


@pytest.mark.parametrize(
    ("name", "count", "kinds"), [("dkim", DKIM_CASES, DKIM_KINDS), ("spf", SPF_CASES, SPF_KINDS)]
)
def test_every_disagreement_is_explained(name, count, kinds):
    run = getattr(comparison, name)(SEED, count)
    assert run.cases == count
    assert {kind for kind in kinds if run.kinds[kind] < FLOOR[name]} == set()
    for found in run.comparisons:
        assert found.unexplained == [], found.peer
        assert found.agreed > run.cases / 2, found.peer


def test_there_are_enough_cases():
    assert DKIM_CASES >= 1200 and SPF_CASES >= 1000
