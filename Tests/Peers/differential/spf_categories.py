"""Where SPF checkers differ, and who is right. Predicates read the client and the records."""

import re

from .judging import EITHER, WAXWING, Category

PYSPF = "pyspf"
ANY = "pass fail softfail neutral none permerror temperror crash"
# What every macro of the grammar is, with zero parts left out (RFC 7208 §7.1, §7.3).
GOOD_MACRO = re.compile(
    r"%(?:[%_-]|\{[slodiphcrtv](?:0*[1-9][0-9]*)?r?[-.+,/_=]*\})", re.IGNORECASE
)


def is_macro_wrong(case):
    return "%" in GOOD_MACRO.sub("", case.texts)


def is_unprintable(case):
    return re.search(r"[^ -~]", case.texts) is not None


def has_modifier_twice(case):
    """One that is neither redirect nor exp."""
    for texts in case.records.values():
        for text in texts:
            names = re.findall(rb"(?:^| )([a-z][a-z0-9_.-]*)=", text, re.IGNORECASE)
            others = [name for name in names if name.lower() not in (b"redirect", b"exp", b"v")]
            if len(set(others)) < len(others):
                return True
    return False


def domain(case):
    return case.sender.rpartition("@")[2]


CATEGORIES = [
    Category(
        "a macro that is malformed",
        PYSPF,
        is_macro_wrong,
        "permerror",
        ANY,
        WAXWING,
        "RFC 7208 §7.1, §4.6: no macro in braces that do not close, none of zero parts, “r” behind the digits",
    ),
    Category(
        "unprintable bytes in a record",
        PYSPF,
        is_unprintable,
        "permerror",
        ANY,
        WAXWING,
        "RFC 7208 §7.1, §4.6: a macro-literal is visible; terms are separated by spaces alone (§4.6.1)",
    ),
    Category(
        "the names of the client cannot be looked up",
        PYSPF,
        lambda c: c.is_pointer_failing,
        ANY,
        "temperror",
        WAXWING,
        "RFC 7208 §5.5: when the PTR look-up fails, the mechanism does not match",
    ),
    Category(
        "REDIRECT= and EXP= in capitals",
        PYSPF,
        lambda c: re.search(r"\b(REDIRECT|EXP)=", c.texts) is not None,
        ANY,
        ANY,
        WAXWING,
        "RFC 7208 §4.6.1: names of modifiers have no case",
    ),
    Category(
        "an unknown modifier twice",
        PYSPF,
        has_modifier_twice,
        ANY,
        "permerror",
        WAXWING,
        "RFC 7208 §6: redirect and exp alone must not come twice",
    ),
    Category(
        "a dot at the end of the domain",
        PYSPF,
        lambda c: domain(c).endswith("."),
        ANY,
        "none",
        WAXWING,
        "RFC 7208 §4.3: a label of no length makes a domain malformed, but not at its end",
    ),
    Category(
        "several @ in MAIL FROM",
        PYSPF,
        lambda c: c.sender.count("@") > 1,
        ANY,
        ANY,
        EITHER,
        "RFC 7208 §4.1 knows no such sender; Waxwing takes what is behind the last @, pyspf behind the first",
    ),
    Category(
        "hosts of an mx without addresses",
        PYSPF,
        lambda c: c.has_void_exchange,
        ANY,
        "permerror",
        EITHER,
        "RFC 7208 §4.6.4, §11.1: the terms are counted whose look-ups find nothing; pyspf counts look-ups, and asks "
        "for all hosts before it compares one",
    ),
    Category(
        "%% at the end of a domain",
        PYSPF,
        lambda c: re.search(r"%%( |$)", c.texts) is not None,
        ANY,
        "permerror",
        WAXWING,
        "RFC 7208 §7.1: a domain-end may be any macro-expand, and %% is one",
    ),
    Category(
        "%{c}, %{r} or %{t} in an unknown modifier",
        PYSPF,
        lambda c: re.search(r"(?<!exp)=[^ ]*%\{[crt]", c.texts, re.IGNORECASE) is not None,
        ANY,
        "permerror",
        EITHER,
        "RFC 7208 §7.1 has the letters in a macro-string, §7.2 keeps them for explanations; an unknown modifier is "
        "ignored (§6)",
    ),
    Category(
        "a macro that leaves no name",
        PYSPF,
        lambda c: (
            re.search(r":%\{[ls][^}]*\}( |$)", c.texts, re.IGNORECASE) is not None
            and not c.sender.partition("@")[0].strip("-.+,/_=")
        ),
        ANY,
        "permerror",
        EITHER,
        "RFC 7208 §4.8 leaves open what an illegal name means; Waxwing asks nothing, and nothing matches",
    ),
]
