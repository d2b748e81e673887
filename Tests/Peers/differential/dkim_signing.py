"""Messages, signatures and key records before and after they are put together.

dkimpy canonicalizes, hashes and signs; the text of the field is ours, so that a signature can hold
over tags that dkimpy would never write.
"""

import base64
import re
from dataclasses import dataclass, field

import dkim
from dkim.canonicalization import CanonicalizationPolicy
from dkim.crypto import HASH_ALGORITHMS, RSASSA_PKCS1_v1_5_sign

from .keys import keyring

NOW = 1_790_000_000
DOMAINS = [b"example.com", b"mail.example.net", b"a-b.example.org", b"xn--bcher-kva.example"]


@dataclass
class Sig:
    """One signature in the making."""

    selector: bytes
    domain: bytes
    key: str
    head: bytes  # canonicalization of fields
    form: bytes  # and of the body
    names: list
    tags: list = field(default_factory=list)
    length: int | None = None  # bytes of the body that are hashed
    separator: bytes = b"; "
    tail: bytes = b""
    spell: object = staticmethod(lambda encoded: encoded)  # how b= is written
    record: list = field(default_factory=list)  # tags of the key record
    texts: list | None = None  # all TXT records, where they are not that one
    cuts: list | None = None
    failing: bool = False
    alias: bool = False

    def __post_init__(self):
        algorithm = b"ed25519-sha256" if self.is_ed25519 else b"rsa-sha256"
        self.tags = [
            [b"v", b"1"], [b"a", algorithm], [b"c", self.head + b"/" + self.form],
            [b"d", self.domain], [b"s", self.selector], [b"h", b":".join(self.names)],
            [b"bh", b"@BH@"], [b"b", b"@B@"],
        ]  # fmt: skip
        kind = b"ed25519" if self.is_ed25519 else b"rsa"
        self.record = [[b"v", b"DKIM1"], [b"k", kind], [b"p", keyring()[self.key].p]]

    @property
    def is_ed25519(self):
        return self.key == "ed25519"

    def set(self, name, value, before=b"h"):
        set_tag(self.tags, name, value, before)

    def drop(self, name):
        self.tags = [tag for tag in self.tags if tag[0] != name]

    def get(self, name):
        return next(
            (value.strip() for tag, value in self.tags if value and tag.strip() == name), None
        )

    def sign(self, message):
        """The field that signs the message."""
        signer = dkim.DKIM(message)
        algorithm = (self.get(b"a") or b"").lower()
        hasher = HASH_ALGORITHMS.get(algorithm, HASH_ALGORITHMS[b"rsa-sha256"])
        policy = CanonicalizationPolicy.from_c_value(self.head + b"/" + self.form)
        body = policy.canonicalize_body(signer.body)
        if self.length is not None:
            body = body[: self.length]
        body_hash = base64.b64encode(hasher(body).digest())
        parts = [name if value is False else name + b"=" + value for name, value in self.tags]
        text = b" " + folded(self.separator.join(parts) + self.tail)
        text = text.replace(b"@BH@", body_hash)
        unsigned = text.replace(b"@B@", b"")
        hashed = hasher()
        hashed = dkim.HashThrough(hashed)
        names = [name.strip().lower() for name in re.split(rb":", self.get(b"h") or b"from")]
        headers = policy.canonicalize_headers(signer.headers)
        dkim.hash_headers(hashed, policy, headers, names, (b"DKIM-Signature", unsigned), {})
        key = keyring()[self.key]
        if self.is_ed25519:
            signature = key.private.sign(hashed.digest()).signature
        else:
            signature = bytes(RSASSA_PKCS1_v1_5_sign(hashed, key.private))
        encoded = self.spell(base64.b64encode(signature))
        return b"DKIM-Signature:" + text.replace(b"@B@", encoded) + b"\r\n"

    def publish(self, zone):
        name = (self.selector + b"._domainkey." + self.domain).decode("latin-1")
        if self.failing:
            zone.fail(name, "TXT")
            return
        texts = self.texts
        if texts is None:
            texts = [b"; ".join(n if v is False else n + b"=" + v for n, v in self.record)]
        if self.alias and texts:
            zone.add(name, "CNAME", "k." + name)
            name = "k." + name
        for text in texts:
            zone.add_text(name, text, self.cuts)


def set_tag(tags, name, value, before):
    """Sets a tag where it is, else puts it before another one."""
    for tag in tags:
        if tag[0] == name:
            tag[1] = value
            return
    places = [i for i, tag in enumerate(tags) if tag[0] == before]
    tags.insert(places[0] if places else len(tags), [name, value])


def folded(text):
    """Lines of some seventy bytes, broken behind semicolons."""
    lines, line = [], b""
    for part in re.split(rb"(?<=;) ", text):
        if line and len(line) + len(part) > 70:
            lines.append(line)
            line = part
        else:
            line += (b" " if line else b"") + part
    return b"\r\n ".join(lines + [line])


WORDS = b"alpha beta gamma delta invoice order ship re: fwd: 10% hello world news".split()


@dataclass
class Draft:
    """A message in the making: fields with their line ends, body, signatures from the top."""

    fields: list
    body: bytes
    sigs: list
    signed: list = field(default_factory=list)

    def message(self):
        return b"".join(self.signed) + b"".join(self.fields) + b"\r\n" + self.body

    def sign(self):
        plain = b"".join(self.fields) + b"\r\n" + self.body
        self.signed = [sig.sign(plain) for sig in self.sigs]

    def index(self, name):
        """Where a field is, or None."""
        return next(
            (i for i, f in enumerate(self.fields) if f.lower().startswith(name.lower() + b":")),
            None,
        )

    @property
    def sig(self):
        return self.sigs[0]


def sentence(rng, low=2, high=9):
    return b" ".join(rng.choice(WORDS) for _ in range(rng.randint(low, high)))


def draft(rng, number):
    """A message with one signature or two that hold."""
    domain = rng.choice(DOMAINS)
    user = rng.choice([b"alice", b"bob.smith", b"no-reply"])
    fields = [
        b"From: "
        + rng.choice([b"", b'"A. Person" ', b"Person  "])
        + b"<"
        + user
        + b"@"
        + domain
        + b">",
        b"To: you@example.net",
        b"Subject: " + sentence(rng),
        b"Date: Mon, 21 Sep 2026 12:%02d:00 +0000" % rng.randrange(60),
        b"Message-ID: <%d.%d@" % (number, rng.randrange(10**6)) + domain + b">",
    ]
    for extra in (
        b"MIME-Version: 1.0", b"Content-Type: text/plain; charset=utf-8", b"Reply-To: <x@" + domain + b">",
        b"List-Unsubscribe: <https://" + domain + b"/u>,\r\n <mailto:u@" + domain + b">",
        b"X-Padding: a  b\tc ", b"Keywords: one", b"Keywords: two", b"X-Empty:", b"X-Blank: ",
        b"Cc: a@example.net,\r\n\tb@example.net",
    ):  # fmt: skip
        if rng.random() < 0.45:
            fields.append(extra)
    received = [b"Received: from x.example.net by y.example.net; Mon, 21 Sep 2026 11:00:00 +0000"]
    fields = received * rng.randrange(2) + fields
    lines = [sentence(rng) for _ in range(rng.randint(1, 8))]
    for index in range(len(lines)):
        pick = rng.random()
        if pick < 0.1:
            lines[index] = b""
        elif pick < 0.2:
            lines[index] = lines[index].replace(b" ", b"  ", 2) + b" \t"
        elif pick < 0.25:
            lines[index] = b"  " + lines[index] + b"\tz"
        elif pick < 0.3:
            lines[index] = b"K\xc3\xa4se " + lines[index]
    body = b"\r\n".join(lines) + b"\r\n" * rng.choice([1, 1, 1, 1, 2, 4])
    names = [f.split(b":")[0] for f in fields if not f.lower().startswith(b"received")]
    sigs = []
    for letter in b"ab"[: 2 if rng.random() < 0.2 else 1]:
        chosen = [b"From"] + [n for n in names if n != b"From" and rng.random() < 0.8]
        if rng.random() < 0.25:  # named once more than they are there
            chosen += [b"From"] + rng.sample([b"Subject", b"To", b"Cc", b"Reply-To"], 2)
        if rng.random() < 0.3:
            chosen = [name.lower() for name in chosen]
        sig = Sig(
            selector=b"s%d%c" % (number, letter), domain=domain,
            key=rng.choice(["rsa1024"] * 5 + ["rsa2048"] * 3 + ["ed25519"] * 2),
            head=rng.choice([b"simple", b"relaxed"]), form=rng.choice([b"simple", b"relaxed"]),
            names=chosen,
        )  # fmt: skip
        if rng.random() < 0.5:
            sig.set(b"t", b"%d" % (NOW - rng.randrange(86400)))
        if rng.random() < 0.3:
            sig.set(b"x", b"%d" % (NOW + 86400 + rng.randrange(86400)))
        if rng.random() < 0.2:
            sig.set(b"q", b"dns/txt")
        if rng.random() < 0.25:
            sig.set(b"i", rng.choice([b"@" + domain, user + b"@" + domain, b"@sub." + domain]))
        sigs.append(sig)
    return Draft([f + b"\r\n" for f in fields], body, sigs)


def tag_list(text):
    """The tags of a list as they are written, first ones first: ground for judging cases."""
    found = []
    for part in text.split(b";"):
        name, equals, value = part.partition(b"=")
        found.append((name.strip(), value.strip() if equals else None))
    return found
