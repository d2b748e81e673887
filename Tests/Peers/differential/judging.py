"""How disagreements are judged: categories that are written down before a case is looked at."""

from dataclasses import dataclass

WAXWING = "Waxwing"
EITHER = "either"


@dataclass(frozen=True)
class Category:
    """One difference between Waxwing and a peer.

    `applies` looks at the case alone. `ours` and `theirs` are what each then has to say: a third
    answer is no longer this difference. `right` is Waxwing, the peer, or either where the standard
    leaves the choice.
    """

    name: str
    peer: str
    applies: object
    ours: str
    theirs: str
    right: str
    reason: str

    def explains(self, peer, ours, theirs, *ground):
        return (
            peer == self.peer
            and ours in self.ours.split()
            and theirs in self.theirs.split()
            and self.applies(*ground)
        )


def category(categories, peer, ours, theirs, *ground):
    """The one that explains a disagreement, or None."""
    return next((c for c in categories if c.explains(peer, ours, theirs, *ground)), None)
