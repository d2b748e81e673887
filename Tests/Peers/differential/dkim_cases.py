"""DKIM cases: a message, the keys to it in the zone, and what was done to both."""

import base64
import random
import re
from dataclasses import dataclass

from .dkim_mutations import KINDS
from .dkim_signing import draft, tag_list
from .keys import keyring

FIELD = re.compile(
    rb"^dkim-signature[ \t]*:((?:[^\r]|\r(?!\n[^ \t]))*)\r\n", re.IGNORECASE | re.MULTILINE
)
STAGES = ["body", "before", "sign", "after", "key"]


@dataclass
class Signature:
    """A DKIM-Signature field of a finished message, as its text says, and what is published for it."""

    value: bytes
    tags: list
    selector: bytes
    texts: list  # TXT records at its name
    kinds: tuple
    key_bits: int = 0  # of the key it was signed with
    key_is_bare: bool = False

    def __getitem__(self, name):
        """The first tag of a name; None when there is none."""
        return next((value for tag, value in self.tags if tag == name.encode()), None)

    def key(self, name):
        """A tag of the first key record."""
        if not self.texts:
            return None
        found = [value for tag, value in tag_list(self.texts[0]) if tag == name.encode()]
        return found[-1] if found else None


@dataclass
class Case:
    name: str
    kinds: tuple
    message: bytes
    signatures: list

    @property
    def head(self):
        return self.message.split(b"\r\n\r\n", 1)[0] + b"\r\n"

    @property
    def body(self):
        return self.message.partition(b"\r\n\r\n")[2]


def make(seed, count, zone):
    """The cases of a seed. The kinds take turns, so that each has its share."""
    rng = random.Random(f"dkim {seed}")
    names = list(KINDS)
    return [one(rng, number, names[number % len(names)], zone) for number in range(count)]


def one(rng, number, first, zone):
    d = draft(rng, number)
    kinds = {first}
    if rng.random() < 0.2:
        kinds.add(rng.choice(list(KINDS)))
    ordered = sorted(kinds, key=lambda k: (STAGES.index(KINDS[k][0]), k))
    sigs = list(d.sigs)
    for kind in [k for k in ordered if KINDS[k][0] in ("body", "before")]:
        KINDS[kind][1](d, rng)
    d.sign()
    # Keys first: one that needs another signature makes it from the untouched message.
    for kind in [k for k in ordered if KINDS[k][0] == "key"]:
        KINDS[kind][1](d, rng)
    for kind in [k for k in ordered if KINDS[k][0] == "after"]:
        if d.signed or not kind.startswith("signature"):
            KINDS[kind][1](d, rng)
    for sig in sigs:
        sig.publish(zone)
    message = d.message()
    head = message.split(b"\r\n\r\n", 1)[0] + b"\r\n"
    if message.startswith(b"\r\n"):
        head = b""
    signatures = []
    for found in FIELD.finditer(head):
        tags = tag_list(found[1])
        tags_by_name = dict(reversed(tags))
        selector, domain = tags_by_name.get(b"s") or b"", tags_by_name.get(b"d") or b""
        sig = next((s for s in sigs if s.selector.lower() == selector.lower().strip(b".")), None)
        at = (selector + b"._domainkey." + domain).decode("latin-1")
        try:
            texts = [b"".join(strings) for strings in zone.find(at, "TXT")]
        except Exception:
            texts = []
        made = Signature(
            found[1], tags, selector, texts, tuple(ordered) if sig is d.sigs[0] else ()
        )
        if sig:
            key = keyring()[sig.key]
            made.key_bits = 9999 if sig.is_ed25519 else key.bits
            made.key_is_bare = made.key("p") == base64.b64encode(key.bare)
        signatures.append(made)
    return Case(f"{number:05}", tuple(ordered), message, signatures)
