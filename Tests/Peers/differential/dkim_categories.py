"""Where DKIM verifiers differ, and who is right. Predicates read the message and the key record."""

import base64
import re

from .dkim_signing import NOW, tag_list
from .judging import EITHER, WAXWING, Category

DKIMPY, PERL = "dkimpy", "Mail::DKIM"
TAG_NAME = re.compile(rb"[A-Za-z][A-Za-z0-9_]*\Z")
REFUSED = "neutral permerror"
DAY = 10 * 3600  # what dkimpy lets clocks be wrong by


def elements(tags):
    """Without the nothing that may stand behind the last semicolon."""
    return tags[:-1] if len(tags) > 1 and tags[-1] == (b"", None) else tags


def is_empty_element(tags):
    return any(not name and value is None for name, value in elements(tags))


def is_tag_name_wrong(tags):
    return any(
        not TAG_NAME.match(name) for name, value in elements(tags) if name or value is not None
    )


def is_tag_twice(tags):
    names = [name for name, _ in tags]
    return len(set(names)) < len(names)


def is_control(value):
    return any(b < 0x20 and b not in b"\t\r\n" or b == 0x7F for b in value)


def wrong_number(case, s):
    limits = {"t": 12, "x": 12, "l": 76}
    return any(
        s[name] is not None and not re.fullmatch(rb"[0-9]{1,%d}" % limits[name], s[name])
        for name in limits
    )


def number(s, name):
    value = s[name]
    return int(value) if value is not None and re.fullmatch(rb"[0-9]+", value) else None


def wrong_order(case, s):
    t, x = number(s, "t"), number(s, "x")
    return t is not None and x is not None and x <= t


def body_size(case, s):
    """Of the canonical body."""
    from dkim.canonicalization import CanonicalizationPolicy

    try:
        policy = CanonicalizationPolicy.from_c_value((s["c"] or b"simple").lower())
    except Exception:
        return 0
    return len(policy.canonicalize_body(case.body))


def length_beyond(case, s):
    length = number(s, "l")
    return length is not None and length > body_size(case, s)


def length_short(case, s):
    length = number(s, "l")
    return length is not None and length < body_size(case, s)


def names(s):
    return [name.strip().lower() for name in (s["h"] or b"").split(b":")]


def from_unsigned(case, s):
    return b"from" not in names(s)


def names_malformed(case, s):
    return s["h"] is not None and any(not re.fullmatch(rb"[!-9;-~]+", name) for name in names(s))


def names_many(case, s):
    return len(names(s)) > 150


def algorithm(s):
    return (s["a"] or b"").lower()


def domain_malformed(value):
    labels = (value or b"").split(b".")
    return any(
        not re.fullmatch(rb"[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?", label) for label in labels
    )


def identity_malformed(case, s):
    value = s["i"]
    if value is None:
        return False
    local, at, domain = value.rpartition(b"@")
    return not at or domain_malformed(domain) or b" " in local or b"@" in local


def has_case(value):
    return value is not None and value != value.lower()


def key_tags(s):
    return tag_list(s.texts[0]) if s.texts else []


def key_base64_wrong(case, s):
    p = re.sub(rb"[ \t\r\n]", b"", s.key("p") or b"")
    return not re.fullmatch(rb"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?", p)


def base64_wrong(case, s):
    b = re.sub(rb"[ \t\r\n]", b"", s["b"] or b"")
    return not re.fullmatch(rb"(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?", b)


def key_version_wrong(case, s):
    tags = key_tags(s)
    versions = [i for i, (name, _) in enumerate(tags) if name == b"v"]
    return bool(versions) and (versions != [0] or tags[0][1] != b"DKIM1")


def subdomain_forbidden(case, s):
    flags = [flag.strip() for flag in (s.key("t") or b"").lower().split(b":")]
    identity = (s["i"] or b"").rpartition(b"@")[2].lower()
    return b"s" in flags and bool(identity) and identity != (s["d"] or b"").lower()


def spaced_colon(case, s):
    return re.search(rb"^[!-9;-~]+[ \t]+:", case.head, re.MULTILINE) is not None


def froms(case):
    return len(re.findall(rb"^from[ \t]*:", case.head, re.MULTILINE | re.IGNORECASE))


def unended_white_space(case, s):
    """The last line has no CRLF, and ends in white space."""
    return not case.body.endswith(b"\r\n") and case.body[-1:] in (b" ", b"\t")


def expired_lately(case, s):
    x = number(s, "x")
    return x is not None and NOW - 300 <= x < NOW


def expired_within_slop(case, s):
    x = number(s, "x")
    return x is not None and NOW - DAY <= x < NOW - 300


def signed_later(case, s):
    t = number(s, "t")
    return t is not None and t > NOW + DAY


def listed(value):
    return [] if value is None else [word.strip() for word in value.split(b":")]


def key_has_tail(case, s):
    """Bytes behind the DER of the key."""
    if key_base64_wrong(case, s):
        return False
    data = base64.b64decode(s.key("p") or b"")
    if data[:2] == b"\x30\x81":
        return len(data) > 3 + data[2]
    return data[:2] == b"\x30\x82" and len(data) > 4 + int.from_bytes(data[2:4], "big")


def key_padding_missing(case, s):
    p = re.sub(rb"[ \t\r\n]", b"", s.key("p") or b"")
    return len(p) % 4 != 0 and re.fullmatch(rb"[A-Za-z0-9+/]+=?", p) is not None


def unended_body(case, s):
    return bool(case.body) and not case.body.endswith(b"\r\n")


def several_texts(case, s):
    return len(s.texts) > 1


CATEGORIES = [
    # Mail::DKIM
    Category(
        "Ed25519",
        PERL,
        lambda c, s: algorithm(s) == b"ed25519-sha256",
        "pass",
        "permerror",
        WAXWING,
        "RFC 8463 §5: verifiers have to know Ed25519-SHA256; this version of Mail::DKIM does not",
    ),
    Category(
        "an empty element in the tag list",
        PERL,
        lambda c, s: is_empty_element(s.tags),
        REFUSED,
        "pass",
        WAXWING,
        "RFC 6376 §3.2: a tag-list has a tag-spec between any two semicolons",
    ),
    Category(
        "a name that no tag has",
        PERL,
        lambda c, s: is_tag_name_wrong(s.tags),
        REFUSED,
        "pass",
        WAXWING,
        "RFC 6376 §3.2: a tag-name begins with a letter and holds letters, digits and underscores",
    ),
    Category(
        "control characters in a value",
        PERL,
        lambda c, s: is_control(s.value),
        REFUSED,
        "pass",
        WAXWING,
        "RFC 6376 §3.2: a tag-value is of printable characters and folding white space",
    ),
    Category(
        "a tag twice",
        PERL,
        lambda c, s: is_tag_twice(s.tags),
        REFUSED,
        "pass",
        WAXWING,
        "RFC 6376 §3.2: tags with the same name make the whole list invalid",
    ),
    Category(
        "no bh=",
        PERL,
        lambda c, s: s["bh"] is None,
        REFUSED,
        "pass",
        WAXWING,
        "RFC 6376 §3.5: bh= is required; without it nothing protects the body",
    ),
    Category(
        "v= missing or another",
        PERL,
        lambda c, s: s["v"] in (None, b"", b"0.5"),
        REFUSED,
        "pass",
        WAXWING,
        "RFC 6376 §3.5: v= is required and is 1; Mail::DKIM still takes drafts",
    ),
    Category(
        "t=, x= or l= is no number",
        PERL,
        wrong_number,
        REFUSED,
        "pass",
        WAXWING,
        "RFC 6376 §3.5: t= and x= have 1 to 12 digits, l= 1 to 76",
    ),
    Category(
        "x= is not after t=",
        PERL,
        wrong_order,
        "permerror",
        "pass",
        WAXWING,
        "RFC 6376 §3.5: x= must be greater than t= where both are there",
    ),
    Category(
        "l= is longer than the body",
        PERL,
        length_beyond,
        "permerror",
        "pass",
        WAXWING,
        "RFC 6376 §3.5: l= must not be larger than the canonicalized body",
    ),
    Category(
        "l= leaves a part of the body unsigned",
        PERL,
        length_short,
        "policy",
        "pass",
        EITHER,
        "RFC 6376 §8.2 lets verifiers refuse it; Waxwing's policy, in docs/standards.md",
    ),
    Category(
        "From is not signed",
        PERL,
        from_unsigned,
        "permerror",
        "pass",
        WAXWING,
        "RFC 6376 §6.1.1: a signature whose h= lacks From is ignored as a PERMFAIL",
    ),
    Category(
        "h= is malformed",
        PERL,
        names_malformed,
        REFUSED,
        "pass",
        WAXWING,
        "RFC 6376 §3.5: h= is names with colons between, none of them empty",
    ),
    Category(
        "more than 150 names in h=",
        PERL,
        names_many,
        "policy",
        "pass",
        EITHER,
        "RFC 6376 §6.1 lets verifiers limit their work; Waxwing's limit, in docs/standards.md",
    ),
    Category(
        "SHA-1",
        PERL,
        lambda c, s: algorithm(s) == b"rsa-sha1",
        "policy",
        "pass",
        WAXWING,
        "RFC 8301 §3.1: rsa-sha1 must not be taken",
    ),
    Category(
        "an RSA key under 1024 bits",
        PERL,
        lambda c, s: s.key_bits < 1024,
        "policy",
        "pass",
        WAXWING,
        "RFC 8301 §3.2: verifiers must not take keys under 1024 bits",
    ),
    Category(
        "RSAPublicKey in p=",
        PERL,
        lambda c, s: s.key_is_bare,
        "pass",
        "permerror",
        WAXWING,
        "RFC 6376 §3.6.1 has p= hold an RSAPublicKey; Mail::DKIM knows only the SubjectPublicKeyInfo around it",
    ),
    Category(
        "d= is no domain name",
        PERL,
        lambda c, s: domain_malformed(s["d"]),
        REFUSED,
        "pass",
        WAXWING,
        "RFC 6376 §3.5: d= is sub-domains with single dots between, and no dot at its end",
    ),
    Category(
        "i= is malformed",
        PERL,
        identity_malformed,
        REFUSED,
        "pass",
        WAXWING,
        "RFC 6376 §3.5: i= is a local-part that may be missing, “@” and a domain name",
    ),
    Category(
        "s= is no name",
        PERL,
        lambda c, s: domain_malformed(s["s"]),
        REFUSED,
        "pass",
        WAXWING,
        "RFC 6376 §3.1: a selector is sub-domains with single dots between",
    ),
    Category(
        "base64 that is none, in b=",
        PERL,
        base64_wrong,
        REFUSED,
        "pass",
        WAXWING,
        "RFC 6376 §2.10: base64string has its own grammar; Perl's decoder passes over other characters",
    ),
    Category(
        "expired less than five minutes ago",
        PERL,
        expired_lately,
        "pass",
        "permerror",
        EITHER,
        "RFC 6376 §3.5: x= is advice to verifiers; Waxwing gives clocks five minutes, in docs/standards.md",
    ),
    Category(
        "q= in another case",
        PERL,
        lambda c, s: has_case(s["q"]),
        "pass",
        "permerror",
        PERL,
        "RFC 6376 §3.2: values keep their case. Waxwing reads these words in any, as ABNF has them (RFC 5234 §2.3)",
    ),
    Category(
        "k=, h= or s= in another case",
        PERL,
        lambda c, s: any(has_case(s.key(t)) for t in "khst"),
        "pass",
        "permerror",
        PERL,
        "RFC 6376 §3.2: values keep their case. Waxwing reads these words in any, as ABNF has them (RFC 5234 §2.3)",
    ),
    Category(
        "white space in a list of the key record",
        PERL,
        lambda c, s: any(re.search(rb"\s:|:\s", s.key(t) or b"") for t in "hst"),
        "pass",
        "permerror",
        WAXWING,
        "RFC 6376 §3.6.1: h=, s= and t= may have white space around their colons",
    ),
    Category(
        "t=s behind white space",
        PERL,
        subdomain_forbidden,
        "permerror",
        "pass",
        WAXWING,
        "RFC 6376 §3.6.1: t= may have white space around its colons, and s forbids subdomains in i=",
    ),
    Category(
        "k=, h= or s= is empty",
        PERL,
        lambda c, s: any(s.key(t) == b"" for t in "khs"),
        "permerror",
        "pass",
        WAXWING,
        "RFC 6376 §3.6.1: an empty value is not a missing one (§3.2), and none of these may be empty",
    ),
    Category(
        "g= in the key record",
        PERL,
        lambda c, s: s.key("g") is not None,
        "pass",
        "permerror",
        WAXWING,
        "RFC 6376 Appendix C.2 took g= away: it is an unknown tag, to be ignored (§3.6.1)",
    ),
    Category(
        "v= of the key record",
        PERL,
        key_version_wrong,
        "permerror",
        "pass",
        WAXWING,
        "RFC 6376 §3.6.1: v= comes first and is DKIM1, or the record is discarded",
    ),
    Category(
        "the tag list of the key record",
        PERL,
        lambda c, s: (
            is_tag_twice(key_tags(s))
            or is_empty_element(key_tags(s))
            or is_tag_name_wrong(key_tags(s))
        ),
        "permerror",
        "pass",
        WAXWING,
        "RFC 6376 §3.2: no tag twice, no empty element, and names of letters, digits and underscores",
    ),
    Category(
        "base64 that is none, in p=",
        PERL,
        key_base64_wrong,
        "permerror",
        "pass",
        WAXWING,
        "RFC 6376 §3.6.1: p= is base64; OpenSSL's decoder stops where it likes to",
    ),
    Category(
        "several key records",
        PERL,
        several_texts,
        "pass",
        "permerror fail",
        EITHER,
        "RFC 6376 §3.6.2.2 leaves several records undefined; Waxwing tries each in turn (§6.1.2)",
    ),
    Category(
        "white space in front of a field's colon",
        PERL,
        spaced_colon,
        "pass",
        "fail permerror",
        WAXWING,
        "RFC 6376 §3.4.2: white space before the colon is deleted; Mail::DKIM keeps that of DKIM-Signature itself",
    ),
    Category(
        "a body without CRLF at its end",
        PERL,
        unended_body,
        "pass",
        "fail",
        WAXWING,
        "RFC 6376 §3.4.3, §3.4.4: to a body that does not end in CRLF, one is added",
    ),
    Category(
        "bytes behind the key in p=",
        PERL,
        key_has_tail,
        "permerror",
        "pass",
        WAXWING,
        "RFC 6376 §3.6.1: p= holds the DER of one key; nothing stands behind it",
    ),
    Category(
        "white space around the slash of c=",
        PERL,
        lambda c, s: re.search(rb"\s/|/\s", s["c"] or b"") is not None,
        "pass",
        "permerror",
        PERL,
        "RFC 6376 §3.5 has no white space within c=; some there has one meaning, and Waxwing reads over it",
    ),
    # dkimpy
    Category(
        "a=, c= or q= in another case",
        DKIMPY,
        lambda c, s: any(has_case(s[t]) for t in "acq"),
        "pass",
        "permerror",
        DKIMPY,
        "RFC 6376 §3.2: values keep their case. Waxwing reads these words in any, as ABNF has them (RFC 5234 §2.3)",
    ),
    Category(
        "k= in another case",
        DKIMPY,
        lambda c, s: has_case(s.key("k")),
        "pass",
        "permerror",
        DKIMPY,
        "RFC 6376 §3.2: values keep their case. Waxwing reads these words in any, as ABNF has them (RFC 5234 §2.3)",
    ),
    Category(
        "q= lists more than dns/txt",
        DKIMPY,
        lambda c, s: s["q"] not in (None, b"dns/txt"),
        "pass",
        "permerror",
        WAXWING,
        "RFC 6376 §3.5: q= is a list, and unknown methods in it are ignored",
    ),
    Category(
        "white space around the slash of c=",
        DKIMPY,
        lambda c, s: re.search(rb"\s/|/\s", s["c"] or b"") is not None,
        "pass",
        "permerror",
        DKIMPY,
        "RFC 6376 §3.5 has no white space within c=; some there has one meaning, and Waxwing reads over it",
    ),
    Category(
        "white space in front of a field's colon",
        DKIMPY,
        spaced_colon,
        "pass",
        "permerror fail",
        WAXWING,
        "RFC 6376 §3.4.2: white space before the colon is deleted; dkimpy refuses or skips such a field",
    ),
    Category(
        "a second From",
        DKIMPY,
        lambda c, s: froms(c) > 1 and not from_unsigned(c, s),
        "pass",
        "fail",
        EITHER,
        "RFC 6376 §5.4.2: one mention signs one field, and none more. dkimpy adds a mention of its own, against "
        "the attacks of §8.15",
    ),
    Category(
        "expired less than ten hours ago",
        DKIMPY,
        expired_within_slop,
        "fail",
        "pass",
        EITHER,
        "RFC 6376 §3.5: x= is advice to verifiers; dkimpy gives clocks ten hours, Waxwing five minutes",
    ),
    Category(
        "signed in the future",
        DKIMPY,
        signed_later,
        "pass",
        "permerror",
        EITHER,
        "RFC 6376 §3.5: implementations may ignore signatures whose t= is in the future; Waxwing does not",
    ),
    Category(
        "x= equals t=",
        DKIMPY,
        wrong_order,
        "permerror",
        "pass",
        WAXWING,
        "RFC 6376 §3.5: x= must be greater than t= where both are there",
    ),
    Category(
        "t= or x= has more than 12 digits, l= none",
        DKIMPY,
        wrong_number,
        REFUSED,
        "pass crash",
        WAXWING,
        "RFC 6376 §3.5: t= and x= have 1 to 12 digits, l= 1 to 76; an empty l= raises in dkimpy",
    ),
    Category(
        "l= is longer than the body",
        DKIMPY,
        length_beyond,
        "permerror",
        "pass",
        WAXWING,
        "RFC 6376 §3.5: l= must not be larger than the canonicalized body",
    ),
    Category(
        "l= leaves a part of the body unsigned",
        DKIMPY,
        length_short,
        "policy",
        "pass",
        EITHER,
        "RFC 6376 §8.2 lets verifiers refuse it; Waxwing's policy, in docs/standards.md",
    ),
    Category(
        "From is not signed",
        DKIMPY,
        from_unsigned,
        "permerror",
        "pass",
        WAXWING,
        "RFC 6376 §6.1.1: a signature whose h= lacks From is ignored as a PERMFAIL",
    ),
    Category(
        "h= is malformed",
        DKIMPY,
        names_malformed,
        REFUSED,
        "pass",
        WAXWING,
        "RFC 6376 §3.5: h= is names with colons between, none of them empty",
    ),
    Category(
        "more than 150 names in h=",
        DKIMPY,
        names_many,
        "policy",
        "pass",
        EITHER,
        "RFC 6376 §6.1 lets verifiers limit their work; Waxwing's limit, in docs/standards.md",
    ),
    Category(
        "SHA-1",
        DKIMPY,
        lambda c, s: algorithm(s) == b"rsa-sha1",
        "policy",
        "pass",
        WAXWING,
        "RFC 8301 §3.1: rsa-sha1 must not be taken",
    ),
    Category(
        "a= and k= do not match",
        DKIMPY,
        lambda c, s: algorithm(s).split(b"-")[0] != (s.key("k") or b"rsa").lower(),
        "permerror",
        "pass",
        WAXWING,
        "RFC 6376 §6.1.2: the key has to be of the type that a= calls for; dkimpy goes by the record alone",
    ),
    Category(
        "d= is no domain name",
        DKIMPY,
        lambda c, s: domain_malformed(s["d"]),
        REFUSED,
        "pass",
        WAXWING,
        "RFC 6376 §3.5: d= is sub-domains with single dots between, and no dot at its end",
    ),
    Category(
        "s= is no name",
        DKIMPY,
        lambda c, s: domain_malformed(s["s"]),
        REFUSED,
        "pass",
        WAXWING,
        "RFC 6376 §3.1: a selector is sub-domains with single dots between",
    ),
    Category(
        "i= is malformed",
        DKIMPY,
        identity_malformed,
        REFUSED,
        "pass crash",
        WAXWING,
        "RFC 6376 §3.5: i= is a local-part that may be missing, “@” and a domain name; without “@” dkimpy raises",
    ),
    Category(
        "h= of the key record",
        DKIMPY,
        lambda c, s: (
            b"sha256" not in listed((s.key("h") or b"").lower()) and s.key("h") is not None
        ),
        "permerror",
        "pass",
        WAXWING,
        "RFC 6376 §6.1.2: the hash of a= has to be in the h= of the key; dkimpy does not look",
    ),
    Category(
        "s= of the key record",
        DKIMPY,
        lambda c, s: (
            s.key("s") is not None and not {b"*", b"email"} & set(listed(s.key("s").lower()))
        ),
        "permerror",
        "pass",
        WAXWING,
        "RFC 6376 §3.6.1: a key for other services is ignored; dkimpy throws its own refusal away",
    ),
    Category(
        "s= is a list in the key record",
        DKIMPY,
        lambda c, s: s.key("s") not in (None, b"*", b"email"),
        "pass",
        "permerror crash",
        WAXWING,
        "RFC 6376 §3.6.1: s= is a list, in which email or * is enough",
    ),
    Category(
        "t=s in the key record",
        DKIMPY,
        subdomain_forbidden,
        "permerror",
        "pass",
        WAXWING,
        "RFC 6376 §3.6.1: t=s forbids an i= below d=; dkimpy does not look",
    ),
    Category(
        "v= of the key record",
        DKIMPY,
        key_version_wrong,
        "permerror",
        "pass",
        WAXWING,
        "RFC 6376 §3.6.1: v= comes first and is DKIM1, or the record is discarded",
    ),
    Category(
        "base64 that is none, in p=",
        DKIMPY,
        key_base64_wrong,
        "permerror",
        "pass",
        WAXWING,
        "RFC 6376 §3.6.1: p= is base64; Python's decoder passes over what is none",
    ),
    Category(
        "base64 that is none, in b=",
        DKIMPY,
        base64_wrong,
        REFUSED,
        "pass crash",
        WAXWING,
        "RFC 6376 §2.10: base64string has its own grammar; Python's decoder passes over what is none, or raises",
    ),
    Category(
        "several key records",
        DKIMPY,
        several_texts,
        "pass",
        "permerror fail",
        EITHER,
        "RFC 6376 §3.6.2.2 leaves several records undefined; Waxwing tries each in turn (§6.1.2)",
    ),
    Category(
        "a name that no tag has",
        DKIMPY,
        lambda c, s: is_tag_name_wrong(s.tags),
        REFUSED,
        "pass",
        WAXWING,
        "RFC 6376 §3.2: a tag-name is of letters, digits and underscores; dkimpy looks at its beginning",
    ),
    Category(
        "control characters in a value",
        DKIMPY,
        lambda c, s: is_control(s.value),
        REFUSED,
        "pass",
        WAXWING,
        "RFC 6376 §3.2: a tag-value is of printable characters and folding white space",
    ),
    Category(
        "white space at the end of a body without CRLF",
        DKIMPY,
        lambda c, s: unended_white_space(c, s) and (s["c"] or b"").lower().endswith(b"/relaxed"),
        "fail pass",
        "pass fail",
        WAXWING,
        "RFC 6376 §3.4.4: white space at the end of a line goes, and a CRLF is added; dkimpy keeps it",
    ),
    Category(
        "bytes behind the key in p=",
        DKIMPY,
        key_has_tail,
        "permerror",
        "pass",
        WAXWING,
        "RFC 6376 §3.6.1: p= holds the DER of one key; nothing stands behind it",
    ),
    Category(
        "p= without its padding",
        DKIMPY,
        key_padding_missing,
        "pass",
        "permerror crash",
        WAXWING,
        "RFC 6376 §2.10: the “=” at the end of a base64string may be missing",
    ),
    Category(
        "white space at the end of a simple DKIM-Signature",
        DKIMPY,
        lambda c, s: (
            s.value[-1:] in (b" ", b"\t") and (s["c"] or b"simple").lower().startswith(b"simple")
        ),
        "fail pass",
        "pass fail",
        WAXWING,
        "RFC 6376 §3.7: only the CRLF is left out behind the field; dkimpy, which signed it, strips white space, too",
    ),
    Category(
        "white space behind the value of b=",
        DKIMPY,
        lambda c, s: re.search(rb"(?:^|;)\s*b\s*=[^;]*\s;", s.value) is not None,
        "pass fail",
        "fail pass",
        WAXWING,
        "RFC 6376 §3.7: the value of b= is left out with all white space around it; dkimpy keeps "
        "what stands behind it",
    ),
]
