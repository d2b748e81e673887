"""Runs all cases through all verifiers and puts the disagreements into categories."""

import collections
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from . import dkim_cases, dkim_categories, runners, spf_cases, spf_categories
from .judging import category
from .zone import Zone


@dataclass
class Comparison:
    """Waxwing beside one peer."""

    peer: str
    compared: int = 0
    explained: dict = field(default_factory=lambda: collections.defaultdict(list))
    unexplained: list = field(default_factory=list)
    classes: collections.Counter = field(default_factory=collections.Counter)

    @property
    def agreed(self):
        return self.compared - len(self.unexplained) - sum(map(len, self.explained.values()))

    def note(self, categories, what, ours, theirs, differs, *ground):
        self.compared += 1
        self.classes[ours[0], theirs[0]] += 1
        if not differs:
            return
        found = category(categories, self.peer, ours[0], theirs[0], *ground)
        if found:
            self.explained[found].append(what)
        else:
            self.unexplained.append(f"{what}: {ours} here, {theirs} of {self.peer}")


@dataclass
class Run:
    """What one seed showed."""

    seed: object
    kinds: collections.Counter  # cases of each kind
    cases: int
    comparisons: list


def dkim(seed, count):
    zone = Zone()
    cases = dkim_cases.make(seed, count, zone)
    with tempfile.TemporaryDirectory() as folder:
        runners.write(folder, cases, zone)
        ours = runners.waxwing(folder)
        peers = {
            dkim_categories.DKIMPY: runners.dkimpy(cases, zone),
            dkim_categories.PERL: runners.mail_dkim(cases, zone, folder),
        }
    comparisons = []
    for peer, theirs in peers.items():
        comparison = Comparison(peer)
        for case, mine, other in zip(cases, ours, theirs, strict=True):
            # A field that one does not see as a signature at all is a disagreement, too.
            if not len(mine) == len(other) == len(case.signatures):
                comparison.unexplained.append(f"dkim {case.name} {case.kinds}: {mine}, {other}")
                continue
            for index, signature in enumerate(case.signatures):
                a, b = mine[index], other[index]
                differs = (a[0] == "pass") != (b[0] == "pass") or b[0] == "crash"
                what = f"dkim {case.name}.{index} {signature.kinds}"
                comparison.note(dkim_categories.CATEGORIES, what, a, b, differs, case, signature)
        comparisons.append(comparison)
    kinds = collections.Counter(kind for case in cases for kind in case.kinds)
    return Run(seed, kinds, len(cases), comparisons)


def spf(seed, count):
    zone = Zone()
    cases = spf_cases.make(seed, count, zone)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "zone").write_text(zone.text())
        ours = runners.waxwing_spf(cases, folder)
    comparison = Comparison(spf_categories.PYSPF)
    for case, a, b in zip(cases, ours, runners.pyspf(cases, zone), strict=True):
        what = f"spf {case.name} {case.kinds} {case.ip} <{case.sender}> {case.helo} {case.records}"
        comparison.note(spf_categories.CATEGORIES, what, a, b, a[0] != b[0], case)
    kinds = collections.Counter(kind for case in cases for kind in case.kinds)
    return Run(seed, kinds, len(cases), [comparison])
