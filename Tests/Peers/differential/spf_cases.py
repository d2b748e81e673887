"""SPF cases: a domain of its own each, with records from the grammar, changed ones among them."""

import ipaddress
import random
from dataclasses import dataclass, field

KINDS = {}


def kind(function):
    KINDS[function.__name__] = function
    return function


@dataclass
class Case:
    name: str
    kinds: tuple
    domain: str
    ip: str = "192.0.2.10"
    helo: str = "mail.helo.example"
    sender: str = ""
    records: dict = field(default_factory=dict)  # name → texts of its TXT records

    is_pointer_failing: bool = False
    has_void_exchange: bool = False

    @property
    def record(self):
        """The text that the check begins with."""
        return next(iter(self.records.get(self.domain, [b""])), b"").decode("latin-1")

    @property
    def texts(self):
        """All of them, in one."""
        return " ".join(t.decode("latin-1") for texts in self.records.values() for t in texts)


class Draft:
    """A case in the making. `terms` become the record of its domain."""

    def __init__(self, rng, number, zone):
        self.rng, self.zone = rng, zone
        self.case = Case(f"{number:05}", (), f"d{number}.spf.example")
        self.domain = self.case.domain
        self.is_ipv6 = rng.random() < 0.3
        if self.is_ipv6:
            self.case.ip = f"2001:db8:{rng.randrange(0x10000):x}::{rng.randrange(1, 0x10000):x}"
        else:
            self.case.ip = f"192.0.{rng.randrange(2, 250)}.{rng.randrange(1, 250)}"
        user = rng.choice(["alice", "bob.smith", "a-b+c", "x_y=z"])
        self.case.sender = f"{user}@{self.domain}"
        self.case.helo = rng.choice([f"mx.{self.domain}", "mail.helo.example", "[192.0.2.1]"])
        self.terms = []
        self.end = rng.choice(["-all", "~all", "?all", "", "all"])
        self.next = 0

    def sub(self, stem):
        self.next += 1
        return f"{stem}{self.next}.{self.domain}"

    @property
    def kind(self):
        return "AAAA" if self.is_ipv6 else "A"

    def other(self):
        """An address of the client's family, not its own."""
        r = self.rng
        return (
            f"2001:db8:ffff::{r.randrange(1, 999):x}"
            if self.is_ipv6
            else f"198.51.100.{r.randrange(1, 250)}"
        )

    def host(self, matches, stem="h"):
        name = self.sub(stem)
        self.zone.add(name, self.kind, self.case.ip if matches else self.other())
        return name

    def publish(self, name, text):
        text = text if isinstance(text, bytes) else text.encode("latin-1")
        self.case.records.setdefault(name, []).append(text)
        self.zone.add_text(name, text)

    def network(self, matches):
        ip = self.case.ip if matches else self.other()
        if self.is_ipv6:
            return f"ip6:{ip}" + self.rng.choice(["", "/128", "/48", "/64"])
        return f"ip4:{ip}" + self.rng.choice(["", "/32", "/24", "/16"])

    def term(self, depth=0):
        """A term of the grammar that does what it says."""
        r = self.rng
        matches = r.random() < 0.3
        qualifier = r.choice(["", "", "", "+", "-", "~", "?"])
        pick = r.randrange(9 if depth < 2 else 7)
        if pick <= 1:
            text = self.network(matches)
        elif pick == 2:
            text = f"a:{self.host(matches)}" + r.choice(["", "", "/32", "//128", "/24//64"])
        elif pick == 3:
            name = self.sub("m")
            for preference in range(r.randint(1, 3)):
                self.zone.add(name, "MX", (preference, self.host(matches and preference == 0)))
            text = f"mx:{name}"
        elif pick == 4:
            name = self.sub("e")
            if matches:
                self.zone.add(name, "A", "127.0.0.2")
            text = f"exists:{name}"
        elif pick == 5:
            name = self.host(matches, "p")
            reverse(self, name)
            text = f"ptr:{name}"
        elif pick == 6:
            return r.choice(["x=y", "foo.bar=%{d}/z", "accredit=a"])
        else:
            name = self.sub("i")
            inner = [self.term(depth + 1) for _ in range(r.randint(1, 3))] + [
                r.choice(["-all", "~all", ""])
            ]
            self.publish(name, "v=spf1 " + " ".join(inner))
            text = f"include:{name}"
        return qualifier + text

    def finish(self, prefix="v=spf1"):
        if self.domain not in self.case.records:
            parts = [prefix, *self.terms] + ([self.end] if self.end else [])
            self.publish(self.domain, " ".join(parts))


def reverse(d, name):
    """A PTR record from the client's address to a name."""

    d.zone.add(ipaddress.ip_address(d.case.ip).reverse_pointer, "PTR", name)


@kind
def plain(d):
    d.terms = [d.term() for _ in range(d.rng.randint(1, 4))]


@kind
def syntax(d):
    """One term that the grammar does not have."""
    d.terms = [d.term() for _ in range(d.rng.randint(0, 2))]
    d.terms.insert(d.rng.randint(0, len(d.terms)), d.rng.choice([
        "ip4:", "ip4:1.2.3", "ip4:1.2.3.256", "ip4:1.2.3.4/33", "ip4:1.2.3.4/", "ip4:1.2.3.4/08", "ip4:01.2.3.4",
        "ip4:2001:db8::1", "ip6:1.2.3.4", "ip6:2001:db8::/129", "ip6:2001:db8:::1", "ip6::1::", "ip6:2001:db8::1/064",
        "a:", "a:/24", "a/33", "a//129", "a/24/64", "a/024", "a:foo", "a:1.2.3.4", "a:foo.com:80", "a//", "a/",
        "mx:", "mx/33", "mx//129", "include", "include:", "include:foo", "exists", "exists:", "exists:a.b/24",
        "ptr:", "ptr/24", "ptr:foo", "all:x", "all/24", "all.", "-all=", "foo", "foo:bar", "++all", "+-all", "=x",
        "-redirect=a.example", "include=a.example", "redirect:a.example", "ip4=1.2.3.4", "1x=y", "a,", "\tall",
        "ip4:1.2.3.4,5.6.7.8", "v=spf1", "a:foo..example", "a:.example", "a:foo.-bar", "a:foo.b-", "a:foo.123",
        "ip4:192.0.2.1/24//64", "ip6:::ffff:192.0.2.1", "ip6:2001:db8::1.2.3.4", "ip6:::", "A:%{D}", "IP4:1.2.3.4",
        "a:example.com.", "ip4:1.2.3.4/0", "a:x.example/0//0", "exp=", "redirect=", "=", "?", "-", "a:b_c.example",
        "x.y-z_1=%{l}%{r}", "x=%", "x=%{", "x=%{q}", "x=%(d)", "ip5:1.2.3.4", "allx", "ptr:%{d}.", "mx:%%",
    ]))  # fmt: skip


@kind
def macros(d):
    """Names from the sender, the address and HELO; what they come to is there or not."""
    r = d.rng
    spec = r.choice([
        "%{d}", "%{o}", "%{h}", "%{l}", "%{s}", "%{i}", "%{ir}", "%{v}", "%{p}", "%{d2}", "%{d1r}", "%{l-}", "%{lr-}",
        "%{l1r-}", "%{l1r+-}", "%{ir}.%{v}", "%{L}", "%{S}", "%{H}", "%{o0}", "%{d0}", "%{d99}", "%{d128}", "%{d256}",
        "%{s2r@}", "%{l=_}", "%{c}", "%{r}", "%{t}", "%{x}", "%{d-2}", "%{dr2}", "%{d2R}", "%{d}%{l}", "%%", "%_",
        "%-", "%{", "%", "%a", "%{d", "%{}", "%{d /}", "%{i2}", "%{i1r}", "%{ir/}", "%{hr}", "%{h1}", "%{D2}", "%{pr}",
        "%{l1}", "%{l2r_=}",
    ])  # fmt: skip
    zone_name = f"mac{d.next}.{d.domain}"
    if r.random() < 0.7:
        d.zone.add(f"*.{zone_name}", "A", "127.0.0.2")
    if r.random() < 0.3:
        reverse(d, d.host(True, "p"))
    tail = f".{zone_name}" if r.random() < 0.85 else ""
    term = r.choice(["exists", "exists", "include", "a", "mx", "ptr"])
    d.terms = [r.choice(["", "-", "~"]) + f"{term}:{spec}{tail}"]
    if term == "include":
        d.zone.add_text(f"*.{zone_name}", b"v=spf1 +all")
    if r.random() < 0.4:
        d.case.sender = r.choice([
            f"@{d.domain}", d.domain, f"Strong-Bad@{d.domain}", f"a.b-c+d=e_f@{d.domain}", f"x/y%z@{d.domain}",
            f"{'l' * 70}@{d.domain}", f"a..b@{d.domain}", f'"q q"@{d.domain}', f".@{d.domain}",
        ])  # fmt: skip


@kind
def look_up_limit(d):
    """Ten terms with look-ups, or some more, the match behind them or before."""
    r = d.rng
    count = r.choice([8, 9, 10, 11, 12])
    d.terms = [f"a:{d.host(False)}" for _ in range(count)]
    if r.random() < 0.5:
        d.terms.insert(r.randrange(count + 1), d.network(True))


@kind
def look_up_limit_below(d):
    """Spread over includes and a redirect."""
    r = d.rng
    for _ in range(r.randint(2, 3)):
        name = d.sub("i")
        inner = [f"a:{d.host(False)}" for _ in range(r.randint(2, 4))]
        d.publish(name, "v=spf1 " + " ".join(inner) + " -all")
        d.terms.append(f"include:{name}")
    if r.random() < 0.5:
        name = d.sub("r")
        d.publish(
            name,
            "v=spf1 " + " ".join([f"a:{d.host(r.random() < 0.5)}" for _ in range(2)]) + " ~all",
        )
        d.terms.append(f"redirect={name}")
        d.end = ""


@kind
def void_look_ups(d):
    """Names that do not exist, or have no address."""
    r = d.rng
    for _ in range(r.randint(1, 4)):
        name = d.sub("void")
        if r.random() < 0.4:
            d.zone.add_text(name, b"here, without an address")
        d.terms.append(r.choice(["a", "exists", "mx", "a"]) + f":{name}")
    if r.random() < 0.3:
        d.terms.insert(r.randrange(len(d.terms)), f"a:{d.host(False)}")
    d.terms.append(d.network(r.random() < 0.5))


@kind
def includes(d):
    r = d.rng
    pick = r.randrange(9)
    name = d.sub("i")
    text = [
        "v=spf1 -all", "v=spf1 ~all", "v=spf1 ?all", "v=spf1 +all", "v=spf1", "v=spf1 foo", None, "v=spf10 all",
        f"v=spf1 include:{name}",
    ][pick]  # fmt: skip
    if text:
        d.publish(name, text)
    if r.random() < 0.15:
        d.publish(name, "v=spf1 -all")
    d.terms = [r.choice(["", "-", "?"]) + f"include:{name}"]
    if r.random() < 0.1:
        d.terms = [f"include:{d.domain}"]


@kind
def redirects(d):
    r = d.rng
    name = d.sub("r")
    text = r.choice(
        ["v=spf1 -all", "v=spf1 +all", "v=spf1", "v=spf1 bad", None, "v=spf1 a:%{d} -all", "text"]
    )
    if text:
        d.publish(name, text)
    modifier = r.choice(
        [
            f"redirect={name}",
            f"REDIRECT={name}",
            f"redirect={name} redirect={name}",
            f"redirect={d.domain}",
            "redirect=%{d}",
            f"redirect={name} exp=x.example exp=y.example",
            "redirect=foo",
        ]
    )
    d.terms = r.choice([[modifier], [d.network(False), modifier], [modifier, d.network(True)]])
    d.end = r.choice(["", "", "-all"])


@kind
def exchanges(d):
    """Many hosts, none, or odd ones."""
    r = d.rng
    name = d.sub("m")
    count = r.choice([0, 1, 3, 9, 10, 11, 13])
    match = r.randrange(count) if count and r.random() < 0.5 else None
    for preference in range(count):
        d.zone.add(name, "MX", (preference, d.host(preference == match)))
    if r.random() < 0.2:
        d.case.has_void_exchange = True
        d.zone.add(name, "MX", (50, "gone." + d.domain))
        d.zone.add(name, "MX", (51, "gone2." + d.domain))
        d.zone.add(name, "MX", (52, "gone3." + d.domain))
    if count == 0 and r.random() < 0.5:
        d.zone.add(name, d.kind, d.case.ip)
    d.terms = [f"mx:{name}" + r.choice(["", "/24", "//64"])]


@kind
def pointers(d):
    r = d.rng
    for _ in range(r.choice([0, 1, 2, 11])):
        reverse(d, d.host(r.random() < 0.5, r.choice(["p", "q.p"])))
    if r.random() < 0.2:
        reverse(d, "elsewhere.example")
    if r.random() < 0.2:
        reverse(d, "x" + d.domain)
        d.zone.add("x" + d.domain, d.kind, d.case.ip)
    d.terms = [
        r.choice(
            [
                "ptr",
                f"ptr:{d.domain}",
                f"ptr:p1.{d.domain}",
                "ptr:spf.example",
                "exists:%{p}.x." + d.domain,
            ]
        )
    ]
    d.zone.add(f"*.x.{d.domain}", "A", "127.0.0.2")


@kind
def prefixes(d):
    """Addresses that are near, under prefixes of all lengths."""

    r = d.rng
    own = ipaddress.ip_address(d.case.ip)
    bits = own.max_prefixlen
    distance = r.randrange(0, bits)
    near = ipaddress.ip_address(int(own) ^ (1 << distance)) if distance < bits - 4 else own
    length = r.choice([0, 1, bits // 2, bits - distance - 1, bits - distance, bits - 1, bits])
    length = min(max(length, 0), bits)
    if r.random() < 0.5:
        d.terms = [f"ip{own.version}:{near}/{length}"]
    else:
        name = d.sub("h")
        d.zone.add(name, d.kind, str(near))
        both = r.random() < 0.5
        d.terms = [
            f"a:{name}" + (f"//{length}" if d.is_ipv6 else f"/{length}" + ("//7" if both else ""))
        ]


@kind
def mapped(d):
    """An IPv4 client that comes as ::ffff:192.0.2.1."""
    r = d.rng
    if d.is_ipv6:
        d.is_ipv6, d.case.ip = False, f"192.0.2.{r.randrange(1, 250)}"
    d.terms = [r.choice([
        d.network(True), f"a:{d.host(True)}", f"ip6:::ffff:{d.case.ip}", "exists:%{ir}.%{v}.z." + d.domain, "ip6:::/0",
    ])]  # fmt: skip
    d.zone.add(f"*.z.{d.domain}", "A", "127.0.0.2")
    d.case.ip = "::ffff:" + d.case.ip


@kind
def identities(d):
    """MAIL FROM and HELO that are odd."""
    r = d.rng
    d.terms = [d.term()]
    pick = r.randrange(9)
    d.case.helo = [
        d.domain,
        d.domain,
        d.domain.upper(),
        "localhost",
        "",
        "a..b",
        "x" * 64 + ".example",
        d.domain,
        d.domain,
    ][pick]
    d.case.sender = r.choice([
        "", "", "a@localhost", "a@[192.0.2.1]", "a@" + "x" * 64 + ".example", "a@b..example", f"A@{d.domain.upper()}",
        f"a@{d.domain}.", "a@nowhere.spf.example", f"a@b@{d.domain}", f"@{d.domain}", d.domain, "a@", "a@-x.example",
        "a@x_y." + d.domain,
    ])  # fmt: skip


@kind
def selection(d):
    """Which TXT record is the SPF record."""
    r = d.rng
    good = "v=spf1 " + d.network(True) + " -all"
    others = [
        "v=spf10 -all", "v=spf1;-all", "V=SPF1 -all", "v=spf1", " v=spf1 -all", "v=spf1\t-all", "v=spf2.0/pra -all",
        "v=spf1 -all", "google-site-verification=x", "v=spf1  -all ", "v=spf1,-all", "v=DMARC1; p=none", "",
    ]  # fmt: skip
    texts = r.choice([[good], []]) + r.sample(others, r.randint(0, 2))
    r.shuffle(texts)
    for text in texts:
        d.publish(d.domain, text)
    d.case.records.setdefault(d.domain, [])


@kind
def bytes_odd(d):
    """What is not ASCII, or not printable, in the record."""
    r = d.rng
    odd = r.choice([b"\xc3\xa9", b"\x00", b"\x7f", b"\x01", b"\xff", b"\t", b"\r\n"])
    place = r.choice(
        [
            b"v=spf1 x=%s -all",
            b"v=spf1 a:%s.example -all",
            b"v=spf1 -all%s",
            b"v=spf1 %s-all",
            b"v=spf1 ip4:1.2.3.4%s -all",
        ]
    )
    d.publish(d.domain, place.replace(b"%s", odd))


@kind
def strings(d):
    """A record cut into strings."""
    d.terms = [d.term() for _ in range(d.rng.randint(1, 3))]
    text = " ".join(["v=spf1", *d.terms, d.end]).encode()
    cuts = sorted(d.rng.sample(range(1, len(text)), min(3, len(text) - 1)))
    d.case.records[d.domain] = [text]
    d.zone.add_text(d.domain, text, cuts)


@kind
def failures(d):
    """Look-ups that fail."""
    r = d.rng
    name = d.host(r.random() < 0.3)
    pick = r.randrange(6)
    if pick == 0:
        d.zone.fail(d.domain, "TXT")
    elif pick == 1:
        d.zone.fail(name, d.kind)
    elif pick == 2:
        d.zone.fail(name, "TXT")
        d.terms = [f"include:{name}"]
    elif pick == 3:
        d.zone.fail(name, "MX")
        d.terms = [f"mx:{name}"]
    elif pick == 4:
        d.zone.fail(ipaddress.ip_address(d.case.ip).reverse_pointer, "PTR")
        d.case.is_pointer_failing = True
        d.terms = ["ptr"]
    else:
        d.zone.fail(name, "TXT")
        d.terms = [f"exp={name}", "-all"]
    d.terms = d.terms or [f"a:{name}"]
    if r.random() < 0.3:
        d.terms.insert(0, d.network(True))


@kind
def aliases(d):
    r = d.rng
    alias, other = d.sub("c"), d.sub("c")
    d.zone.add(alias, "CNAME", other)
    target = r.choice(["host", "nothing", "loop", "record"])
    if target == "host":
        d.zone.add(other, d.kind, d.case.ip)
        d.terms = [f"a:{alias}"]
    elif target == "record":
        d.publish(other, "v=spf1 " + d.network(True) + " -all")
        d.terms = [r.choice(["include:", "redirect="]) + alias]
        d.end = ""
    else:
        d.terms = [f"a:{alias}", d.network(r.random() < 0.5)]


@kind
def explanations(d):
    r = d.rng
    name = d.sub("x")
    d.zone.add_text(name, r.choice([b"not you, %{i}", b"%{x}", b"100%", b"\xc3\xa9", b""]))
    d.terms = [f"exp={name}", d.network(r.random() < 0.3)]
    if r.random() < 0.2:
        d.terms.append(
            r.choice(["exp=%{d}", "exp=%{c}.example", "exp=foo", f"exp={name}", "exp=a b"])
        )
    d.end = "-all"


def make(seed, count, zone):
    """The cases of a seed. The kinds take turns, so that each has its share."""
    rng = random.Random(f"spf {seed}")
    names = list(KINDS)
    cases = []
    for number in range(count):
        name = names[number % len(names)]
        d = Draft(rng, number, zone)
        KINDS[name](d)
        d.finish()
        d.case.kinds = (name,)
        cases.append(d.case)
    return cases
