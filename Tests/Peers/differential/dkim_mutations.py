"""What is done to messages, signatures and keys. Each kind has its name, and its share of cases.

`before` it is signed, a change is covered by the signature; `after`, it breaks it or not as the
canonicalization says; `key` changes what the domain publishes.
"""

import base64
import re

from .dkim_signing import NOW, set_tag
from .keys import keyring

KINDS = {}


def kind(stage):
    def note(function):
        KINDS[function.__name__] = (stage, function)
        return function

    return note


def size_of_body(d):
    """Of the body as the first signature hashes it."""
    from dkim.canonicalization import CanonicalizationPolicy

    policy = CanonicalizationPolicy.from_c_value(d.sig.head + b"/" + d.sig.form)
    return len(policy.canonicalize_body(d.body))


# Covered by the signature


@kind("before")
def untouched(d, rng):
    pass


@kind("before")
def expiry(d, rng):
    """Past by little and by much, and odd."""
    ago = rng.choice([1, 200, 301, 3600, 40_000, 10**6])
    d.sig.drop(b"t")
    d.sig.set(b"x", b"%d" % (NOW - ago))


@kind("before")
def expiry_before_timestamp(d, rng):
    d.sig.set(b"x", b"%d" % (NOW + 5000))
    d.sig.set(b"t", b"%d" % (NOW + 5000 + rng.choice([0, 1, 500])))


@kind("before")
def times_malformed(d, rng):
    d.sig.drop(b"t")
    d.sig.drop(b"x")
    value = rng.choice([b"", b"x", b"-1", b"+%d" % NOW, b"1.5e9", b"0x10", b"%d " % NOW + b"0"])
    d.sig.set(rng.choice([b"t", b"x"]), value)


@kind("before")
def times_far(d, rng):
    d.sig.drop(b"x")
    d.sig.drop(b"t")
    if rng.random() < 0.5:
        d.sig.set(b"t", b"%d" % (NOW + rng.choice([100, 20_000, 50_000, 10**8])))
    else:
        d.sig.set(
            b"x", rng.choice([b"999999999999", b"9" * 13, b"9" * 25, b"000%d" % (NOW + 9999)])
        )


@kind("before")
def length_full(d, rng):
    d.sig.length = size_of_body(d)
    d.sig.set(b"l", b"%d" % d.sig.length)


@kind("before")
def length_part(d, rng):
    whole = size_of_body(d)
    d.sig.length = rng.choice([0, 1, whole // 2, max(whole - 1, 0)])
    d.sig.set(b"l", b"%d" % d.sig.length)


@kind("before")
def length_beyond(d, rng):
    d.sig.set(b"l", b"%d" % (size_of_body(d) + rng.choice([1, 2, 1000, 10**12, 10**30])))


@kind("before")
def length_malformed(d, rng):
    whole = size_of_body(d)
    d.sig.set(b"l", rng.choice([b"", b"x", b"-1", b"%d." % whole, b"0" * 77, b"0x%x" % whole]))


@kind("before")
def query_method(d, rng):
    values = [
        b"dns/txt",
        b"dns",
        b"dns/txt:foo",
        b"foo:dns/txt",
        b"foo",
        b"http/x",
        b"DNS/TXT",
        b"",
    ]
    d.sig.set(b"q", rng.choice(values))


@kind("before")
def canonicalization_spelled(d, rng):
    """The default, the short form, and what no canonicalization is called."""
    sig = d.sig
    pick = rng.randrange(10)
    if pick == 0:
        sig.head, sig.form = b"simple", b"simple"
        sig.drop(b"c")
    elif pick in (1, 2):
        sig.form = b"simple"
        sig.set(b"c", sig.head)
    elif pick in (3, 4):
        sig.set(b"c", (sig.head + b"/" + sig.form).upper())
    elif pick == 5:
        sig.set(b"c", sig.head + b" / " + sig.form)
    else:
        sig.set(
            b"c", [b"nowsp", sig.head + b"/", b"relaxed/nowsp", b"simple/simple/simple"][pick - 6]
        )


@kind("before")
def version_spelled(d, rng):
    value = rng.choice([None, b"", b"2", b"1.0", b"01", b"0.5", b"DKIM1"])
    d.sig.drop(b"v") if value is None else d.sig.set(b"v", value)


@kind("before")
def algorithm_spelled(d, rng):
    sig = d.sig
    name = sig.get(b"a")
    if sig.is_ed25519:
        values = [name.upper(), b"ed25519", b"rsa-sha256", b"ed25519-sha512"]
    else:
        values = [name.upper(), b"rsa", b"rsa-sha512", b"ed25519-sha256", b"", b"sha256-rsa"]
    sig.set(b"a", rng.choice(values))


@kind("before")
def sha1(d, rng):
    sig = d.sig
    if sig.is_ed25519:
        sig.key = "rsa1024"
        sig.record = [[b"v", b"DKIM1"], [b"k", b"rsa"], [b"p", keyring()["rsa1024"].p]]
    sig.set(b"a", b"rsa-sha1")


@kind("before")
def fields_without_from(d, rng):
    names = [n for n in d.sig.names if n.lower() != b"from"] or [b"Subject"]
    d.sig.set(b"h", b":".join(rng.choice([names, [b"From-x"] + names, [b"X-From"] + names])))


@kind("before")
def fields_spelled(d, rng):
    """White space, case and order of h=, and names that no field has."""
    names = list(d.sig.names)
    rng.shuffle(names)
    glue = rng.choice([b" : ", b":\r\n ", b" :", b": ", b"\r\n\t:"])
    case = rng.choice([bytes.upper, bytes.lower, bytes.title])
    absent = rng.sample([b"X-Not-There", b"Sender", b"Resent-From"], rng.randrange(3))
    d.sig.set(b"h", glue.join(map(case, names + absent)))


@kind("before")
def fields_malformed(d, rng):
    """No name between colons, or none at all."""
    whole = b":".join(d.sig.names)
    values = [
        b":" + whole,
        whole + b":",
        whole.replace(b":", b"::", 1) + b"::x",
        b"",
        b"From Subject",
    ]
    d.sig.set(b"h", rng.choice(values))


@kind("before")
def identity_outside(d, rng):
    domain = d.sig.domain
    values = [b"@other.example", b"@evil" + domain, b"a@" + domain + b".evil.example", b"@example"]
    d.sig.set(b"i", rng.choice(values))


@kind("before")
def identity_spelled(d, rng):
    domain = d.sig.domain
    values = [
        b"@" + domain.upper(), b"a=20b@" + domain, b"a=3Bb@" + domain, b"=E2=82=AC@sub." + domain,
        domain, b"", b"@", b"a@b@" + domain, b"@." + domain, b"@s_x." + domain, b"a b@" + domain,
    ]  # fmt: skip
    d.sig.set(b"i", rng.choice(values))


@kind("before")
def domain_spelled(d, rng):
    sig = d.sig
    sig.drop(b"i")
    sig.set(b"d", rng.choice([
        sig.domain.upper(), sig.domain.title(), sig.domain + b".", b"", b"." + sig.domain,
        b"@" + sig.domain, b"a..b.example", b"localhost",
    ]))  # fmt: skip


@kind("before")
def selector_spelled(d, rng):
    sig = d.sig
    if rng.random() < 0.5:
        sig.selector = sig.selector + rng.choice([b".sub", b"-x", b"_y", b".a.b"])
        sig.set(b"s", sig.selector)
    else:
        sig.set(
            b"s", rng.choice([sig.selector.upper(), b"", sig.selector + b".", b"." + sig.selector])
        )


@kind("before")
def tag_unknown(d, rng):
    d.sig.set(*rng.choice([
        (b"foo", b"bar"), (b"y", b""), (b"V", b"2"), (b"z", b"From:a|Subject:b=20c"), (b"x_1", b"a=b"),
        (b"n", b"a\r\n b"), (b"foo", b"\xc3\xa9"), (b"r", b"y"),
    ]))  # fmt: skip


@kind("before")
def tag_name_malformed(d, rng):
    d.sig.set(rng.choice([b"1a", b"_a", b"a-b", b"a b", b"\xc3\xa9", b""]), b"x")


@kind("before")
def tag_value_malformed(d, rng):
    """Bytes that no value may have."""
    d.sig.set(b"foo", rng.choice([b"a\x00b", b"a\x7fb", b"a\x01", b"\x1b[1m"]))


@kind("before")
def tag_twice(d, rng):
    name = rng.choice([b"d", b"s", b"a", b"h", b"foo", b"v"])
    value = d.sig.get(name) or b"x"
    d.sig.tags.insert(rng.randrange(len(d.sig.tags)), [name, rng.choice([value, value, b"zzz"])])
    if name == b"foo":
        d.sig.tags.insert(0, [b"foo", b"y"])


@kind("before")
def tag_missing(d, rng):
    d.sig.drop(rng.choice([b"v", b"a", b"d", b"s", b"h", b"bh", b"b"]))


@kind("before")
def tag_case(d, rng):
    name = rng.choice([b"v", b"a", b"d", b"s", b"h", b"bh"])
    for tag in d.sig.tags:
        if tag[0] == name:
            tag[0] = name.upper()


@kind("before")
def element_odd(d, rng):
    """An element without `=`, with nothing in it, or nothing behind the last semicolon."""
    pick = rng.randrange(6)
    if pick == 0:
        d.sig.tags.insert(rng.randrange(1, 6), [b"foo", False])
    elif pick == 1:
        d.sig.tags.insert(rng.randrange(1, 6), [b"", False])
    elif pick == 2:
        d.sig.tags.insert(0, [b"", False])
    else:
        d.sig.tail = [b";", b"; ", b";;"][pick - 3]


@kind("before")
def tag_white_space(d, rng):
    sig = d.sig
    for tag in sig.tags:
        if rng.random() < 0.5:
            tag[0] = (
                rng.choice([b" ", b"\t", b"\r\n  "]) + tag[0]
                if rng.random() < 0.5
                else tag[0] + b" "
            )
        if rng.random() < 0.5 and tag[1]:
            tag[1] = rng.choice([b" ", b"\r\n\t"]) + tag[1] + rng.choice([b"", b" ", b"\t"])
    sig.separator = rng.choice([b";", b" ; ", b";\r\n ", b";\t"])


@kind("before")
def tag_order(d, rng):
    rng.shuffle(d.sig.tags)


@kind("before")
def signature_spelled(d, rng):
    """b= folded, spaced, or in base64 that is none."""
    d.sig.spell = rng.choice([
        lambda e: e[:40] + b"\r\n " + e[40:], lambda e: b" ".join(e[i : i + 7] for i in range(0, len(e), 7)),
        lambda e: b"\r\n\t" + e, lambda e: e.rstrip(b"=")[:-1] if e.endswith(b"=") else e[:-1],
        lambda e: e + b"=", lambda e: e[:10] + b"*" + e[10:], lambda e: b"", lambda e: e + b" ",
        lambda e: b"=" + e, lambda e: e.replace(b"+", b"-").replace(b"/", b"_"),
    ])  # fmt: skip


@kind("before")
def sections_of_names(d, rng):
    """A name in h= many times."""
    names = d.sig.names + [rng.choice([b"Subject", b"X-None", b"Keywords"])] * rng.choice(
        [3, 40, 120, 200]
    )
    d.sig.set(b"h", b":".join(names))


# Behind the signer's back


@kind("after")
def value_changed(d, rng):
    i = rng.randrange(len(d.fields))
    name, value = d.fields[i].split(b":", 1)
    d.fields[i] = name + b":" + value.replace(b"\r\n", b"", 1).rstrip() + b"x\r\n" if rng.random() < 0.5 \
        else name + b":" + value.swapcase()  # fmt: skip


@kind("after")
def name_case(d, rng):
    i = rng.randrange(len(d.fields))
    name, value = d.fields[i].split(b":", 1)
    d.fields[i] = rng.choice([name.upper(), name.lower()]) + b":" + value


@kind("after")
def field_white_space(d, rng):
    i = rng.randrange(len(d.fields))
    name, value = d.fields[i].split(b":", 1)
    text = value[:-2]
    pick = rng.randrange(7)
    value = [
        text + b" ", text + b"\t \t", b"  " + text, text.lstrip(), text.replace(b" ", b"  "),
        text.replace(b" ", b"\t"), text.rstrip(),
    ][pick] + b"\r\n"  # fmt: skip
    d.fields[i] = name + b":" + value


@kind("after")
def colon_white_space(d, rng):
    i = rng.randrange(len(d.fields))
    name, value = d.fields[i].split(b":", 1)
    d.fields[i] = name + rng.choice([b" ", b"\t", b"  "]) + b":" + value


@kind("after")
def field_folded(d, rng):
    i = rng.randrange(len(d.fields))
    name, value = d.fields[i].split(b":", 1)
    places = [m.start() for m in re.finditer(rb"(?<=[^\s]) (?=[^\s])", value)]
    if "\r\n" in value[:-2].decode("latin-1"):
        value = value[:-2].replace(b"\r\n", b"") + b"\r\n"
    elif places:
        at = rng.choice(places)
        value = value[:at] + rng.choice([b"\r\n ", b"\r\n\t", b" \r\n "]) + value[at + 1 :]
    else:
        value = b"\r\n" + (value if value.startswith((b" ", b"\t")) else b" " + value)
    d.fields[i] = name + b":" + value


@kind("after")
def field_removed(d, rng):
    candidates = [i for i, f in enumerate(d.fields) if not f.lower().startswith(b"from")]
    del d.fields[rng.choice(candidates)]


@kind("after")
def from_removed(d, rng):
    d.fields = [f for f in d.fields if not f.lower().startswith(b"from")]


@kind("after")
def field_twice(d, rng):
    copied = rng.choice(d.fields)
    if rng.random() < 0.5:
        copied = copied[:-2] + b" changed\r\n"
    d.fields.insert(rng.choice([0, len(d.fields)]), copied)


@kind("after")
def second_from(d, rng):
    if d.index(b"From") is None:
        return
    other = rng.choice(
        [
            b"From: <evil@other.example>\r\n",
            b"from: x@y.example\r\n",
            next(f for f in d.fields if f.lower().startswith(b"from")),
        ]
    )
    d.fields.insert(rng.choice([0, len(d.fields)]), other)


@kind("after")
def field_added(d, rng):
    new = rng.choice([
        b"X-New: yes\r\n", b"Subject: another\r\n", b"Reply-To: e@x.example\r\n", b"Received: by z\r\n",
        b"Sender: x@y.example\r\n", b"Keywords: three\r\n",
    ])  # fmt: skip
    d.fields.insert(rng.choice([0, len(d.fields)]), new)


@kind("after")
def fields_reordered(d, rng):
    rng.shuffle(d.fields)


@kind("after")
def body_changed(d, rng):
    if not d.body.strip():
        d.body = b"x" + d.body
    at = rng.randrange(len(d.body))
    while d.body[at] in b"\r\n \t":
        at = (at + 1) % len(d.body)
    d.body = (
        d.body[:at]
        + bytes([d.body[at] ^ 1 if d.body[at] ^ 1 not in b"\r\n \t" else 0x21])
        + d.body[at + 1 :]
    )


@kind("after")
def body_white_space(d, rng):
    lines = d.body.split(b"\r\n")
    i = rng.randrange(max(len(lines) - 1, 1))
    line = lines[i]
    lines[i] = rng.choice([
        line + b" ", line + b"\t", line.rstrip(b" \t"), b" " + line, line.replace(b" ", b"  "),
        line.replace(b" ", b"\t"), line.replace(b" ", b"", 1), line.lstrip(b" "),
    ])  # fmt: skip
    d.body = b"\r\n".join(lines)


@kind("after")
def body_end(d, rng):
    text = d.body.rstrip(b"\r\n")
    d.body = rng.choice([
        text, text + b"\r\n", text + b"\r\n" * 5, text + b"\r\n \t\r\n", text + b"\r\n \r\n\r\n",
        text + b" ", text + b"\r\n ", text + b"\r\n\r\n.",
    ])  # fmt: skip


@kind("after")
def body_lines(d, rng):
    pick = rng.randrange(4)
    if pick == 0:
        d.body += b"-- \r\nlist footer\r\n"
    elif pick == 1:
        d.body = b"\r\n" + d.body
    elif pick == 2:
        d.body = b"\r\n".join(d.body.split(b"\r\n")[1:])
    else:
        d.body = d.body.replace(b"\r\n", b"\r\n\r\n", 1)


@kind("body")
def body_tiny(d, rng):
    """Empty, or of empty lines alone: before signing."""
    d.body = rng.choice(
        [b"", b"\r\n", b"\r\n\r\n\r\n", b" \r\n", b" ", b"\t\r\n \r\n", b"x", b" x "]
    )


@kind("after")
def body_gone(d, rng):
    d.body = rng.choice([b"", b"\r\n", b" \r\n"])


@kind("after")
def signature_field_spelled(d, rng):
    field = d.signed[0]
    d.signed[0] = rng.choice([
        field.replace(b"DKIM-Signature:", b"dkim-signature:"), field.replace(b":", b": ", 1),
        field.replace(b";\r\n ", b";\r\n   "), field.replace(b"; ", b";\r\n\t", 1), field[:-2] + b" \r\n",
        field.replace(b"DKIM-Signature:", b"DKIM-Signature :"), field[:-2] + b"\r\n \r\n", field[:-2] + b";\r\n",
    ])  # fmt: skip


@kind("after")
def signature_damaged(d, rng):
    """One character of b= or bh= is another one."""
    name = rng.choice([rb"([;\s]b=)", rb"([;\s]bh=)"])
    found = re.search(name, d.signed[0])
    if found is None:
        return
    at = found.end() + rng.randrange(20)
    old = d.signed[0][at : at + 1]
    new = rng.choice([c for c in b"ABCxyz019" if c != old[0]])
    d.signed[0] = d.signed[0][:at] + bytes([new]) + d.signed[0][at + 1 :]


@kind("after")
def signature_removed(d, rng):
    del d.signed[rng.randrange(len(d.signed))]


@kind("after")
def signature_moved(d, rng):
    """Below the other fields."""
    d.fields += d.signed
    d.signed = []


@kind("after")
def signature_tag_changed(d, rng):
    old, new = rng.choice([
        (b"v=1", b"v=2"), (b"rsa-sha256", b"rsa-sha1"), (b"c=relaxed/", b"c=simple/"),
        (b"/simple", b"/relaxed"), (b"h=", b"h=Subject:"), (b"d=", b"d=x."), (b"s=s", b"s=t"), (b"bh=", b"l=5; bh="),
    ])  # fmt: skip
    d.signed[0] = d.signed[0].replace(old, new, 1)


# What the domain publishes


@kind("key")
def key_revoked(d, rng):
    set_tag(d.sig.record, b"p", rng.choice([b"", b" ", b"\t"]), b"")


@kind("key")
def key_damaged(d, rng):
    p = keyring()[d.sig.key].p
    set_tag(d.sig.record, b"p", rng.choice([
        p[:-8], p[8:], b"*" + p, p.replace(b"A", b"-", 1), p[:-1], p[: len(p) // 2] + b"=" + p[len(p) // 2 :],
        p + b"====", p + b"AAAA", b"AAAA", b"=", base64.b64encode(b"not a key at all, but 32 bytes.."),
    ]), b"")  # fmt: skip


@kind("key")
def key_spaced(d, rng):
    p = keyring()[d.sig.key].p
    set_tag(d.sig.record, b"p", rng.choice([
        p[:20] + b" " + p[20:], b" " + p + b" ", p[:9] + b"\t" + p[9:30] + b"  " + p[30:],
    ]), b"")  # fmt: skip


@kind("key")
def key_of_another(d, rng):
    other = "other-ed25519" if d.sig.is_ed25519 else "other"
    set_tag(d.sig.record, b"p", keyring()[other].p, b"")


@kind("key")
def key_bare(d, rng):
    """RSAPublicKey without its wrapping, as RFC 6376 §3.6.1 has it; for Ed25519 with it."""
    key = keyring()[d.sig.key]
    bare = bytes.fromhex("302a300506032b6570032100") + key.public if d.sig.is_ed25519 else key.bare
    set_tag(d.sig.record, b"p", base64.b64encode(bare), b"")


@kind("key")
def key_short(d, rng):
    d.sig.key = "rsa512"
    d.sig.set(b"a", b"rsa-sha256")
    d.sig.record = [[b"v", b"DKIM1"], [b"k", b"rsa"], [b"p", keyring()["rsa512"].p]]
    d.sign()


@kind("key")
def key_type(d, rng):
    value = rng.choice([None, b"RSA", b"rsa", b"ed25519", b"dsa", b"", b"rsa:ed25519", b" rsa "])
    d.sig.record = [t for t in d.sig.record if t[0] != b"k"]
    if value is not None:
        set_tag(d.sig.record, b"k", value, b"p")


@kind("key")
def key_hashes(d, rng):
    value = rng.choice([
        b"sha256", b"sha1", b"sha1:sha256", b"sha256 : sha1", b"foo", b"", b"SHA256", b"foo:sha256", b"sha2560",
    ])  # fmt: skip
    set_tag(d.sig.record, b"h", value, b"p")


@kind("key")
def key_services(d, rng):
    value = rng.choice([
        b"*", b"email", b"tlsrpt", b"other", b"other:email", b"email : x", b"", b"EMAIL", b"x:*", b"emails",
    ])  # fmt: skip
    set_tag(d.sig.record, b"s", value, b"p")


@kind("key")
def key_flags(d, rng):
    value = rng.choice([b"y", b"s", b"y:s", b"s : y", b"x", b"", b"S", b"y:x:s"])
    set_tag(d.sig.record, b"t", value, b"p")
    if rng.random() < 0.6:
        d.sig.set(b"i", rng.choice([b"@sub." + d.sig.domain, b"@" + d.sig.domain]))
        d.sign()


@kind("key")
def key_version(d, rng):
    record = [t for t in d.sig.record if t[0] != b"v"]
    value = rng.choice(
        [None, b"DKIM2", b"dkim1", b"", b"DKIM1 ", b" DKIM1", b"DKIM", b"spf1", "last"]
    )
    if value == "last":
        record.append([b"v", b"DKIM1"])
    elif value is not None:
        record.insert(0, [b"v", value])
    d.sig.record = record


@kind("key")
def key_granularity(d, rng):
    set_tag(d.sig.record, b"g", rng.choice([b"", b"*", b"alice", b"nobody", b"a*"]), b"p")


@kind("key")
def key_tags(d, rng):
    pick = rng.randrange(9)
    record = d.sig.record
    if pick < 5:
        set_tag(record, *[
            (b"n", b"a note"), (b"foo", b"bar"), (b"x", b""), (b"n", b"\xc3\xa9"), (b"P", b"AAAA"),
        ][pick], b"p")  # fmt: skip
    elif pick == 5:
        record.insert(1, rng.choice([[b"k", record[1][1]], [b"v", b"DKIM1"], [b"n", b"1"]]))
        record.insert(1, [b"n", b"2"])
    elif pick == 6:
        record.insert(1, [b"", False])
    elif pick == 7:
        record.append([b"", False])
    else:
        record.insert(1, [b"foo", False])


@kind("key")
def key_missing(d, rng):
    pick = rng.randrange(4)
    if pick == 0:
        d.sig.texts = []
    elif pick == 1:
        d.sig.failing = True
    elif pick == 2:
        d.sig.texts = [b""]
    else:
        d.sig.record = [t for t in d.sig.record if t[0] != b"p"]


@kind("key")
def key_several(d, rng):
    good = b"; ".join(n + b"=" + v for n, v in d.sig.record)
    other = rng.choice([
        b"v=spf1 -all", b"v=DKIM1; p=", b"v=DKIM1; k=rsa; p=" + keyring()["other"].p, b"nonsense",
    ])  # fmt: skip
    d.sig.texts = [good, other] if rng.random() < 0.5 else [other, good]


@kind("key")
def key_strings(d, rng):
    """Cut where it is no wonder, or an alias."""
    length = len(b"; ".join(n + b"=" + v for n, v in d.sig.record))
    d.sig.alias = rng.random() < 0.3
    steps = rng.choice([10, 60, 100, 254])
    d.sig.cuts = list(range(steps, length, steps))


@kind("key")
def key_spacing(d, rng):
    glue = rng.choice([b";", b" ; ", b";  ", b";\t"])
    d.sig.texts = [
        glue.join(n + rng.choice([b"=", b" = ", b"= "]) + v for n, v in d.sig.record)
        + rng.choice([b"", b";", b"; "])
    ]
