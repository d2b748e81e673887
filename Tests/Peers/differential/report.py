"""The page docs/differential.md."""

from . import dkim_categories, spf_categories

OPENING = """# Waxwing beside other verifiers

Messages and records that a seed makes, most of them changed in one way or two, go through Waxwing
and through libraries that nobody of this project wrote. Where two disagree, a category of
`Tests/Peers/differential/` says who is right and why; its predicate looks at the case, not at the
results. `Tests/Peers/test_differential.py` fails on a disagreement without one.

This page is written by `make differential`.
"""

CLASSES = """DKIM is compared by whether a signature passes; that Mail::DKIM says `invalid` where Waxwing
says `neutral`, `permerror` or `policy` is a matter of words. SPF is compared by the result itself.
"""


def page(runs):
    parts = [OPENING, CLASSES]
    for title, run, categories in zip(
        ("DKIM", "SPF"), runs, (dkim_categories.CATEGORIES, spf_categories.CATEGORIES), strict=True
    ):
        parts.append(f"## {title}\n")
        parts.append(
            f"{run.cases} cases of {len(run.kinds)} kinds, seed {run.seed}. Each kind has "
            f"{min(run.kinds.values())} cases or more.\n"
        )
        parts.append(summary(run))
        for comparison in run.comparisons:
            parts.append(f"### Where {comparison.peer} disagrees\n")
            parts.append(table(comparison, categories))
            parts.append(f"Waxwing's results (left) and those of {comparison.peer}:\n")
            parts.append(classes(comparison))
    return "\n".join(parts).rstrip() + "\n"


def rows(head, lines):
    marks = [
        "---:" if name in ("Compared", "Agree", "Explained", "Unexplained", "Cases") else "---"
        for name in head
    ]
    return (
        "\n".join("| " + " | ".join(map(str, line)) + " |" for line in [head, marks, *lines]) + "\n"
    )


def summary(run):
    return rows(
        ["Peer", "Compared", "Agree", "Explained", "Unexplained"],
        [
            [c.peer, c.compared, c.agreed, sum(map(len, c.explained.values())), len(c.unexplained)]
            for c in run.comparisons
        ],
    )


def table(comparison, categories):
    """Those that occurred, the most frequent first."""
    found = sorted(
        comparison.explained, key=lambda c: (-len(comparison.explained[c]), categories.index(c))
    )
    return rows(
        ["Cases", "Difference", "Right", "Why"],
        [
            [
                len(comparison.explained[c]),
                c.name.replace("|", "\\|"),
                c.right,
                c.reason.replace("|", "\\|"),
            ]
            for c in found
        ],
    )


def classes(comparison):
    ours = sorted({a for a, _ in comparison.classes})
    theirs = sorted({b for _, b in comparison.classes})
    lines = [[a, *(comparison.classes[a, b] or "" for b in theirs)] for a in ours]
    return rows(["", *theirs], lines)
