"""The DNS of a run: one set of records, written as a zone file for Waxwing, asked by the peers."""


class ServerFailure(Exception):
    """The look-up failed; later it might not."""


class Zone:
    def __init__(self):
        self.records = {}
        self.failing = set()
        self.existing = set()

    def add(self, name, kind, data):
        """Data are strings of bytes for TXT, a preference and a name for MX, else text."""
        name = name.lower().rstrip(".")
        records = self.records.setdefault(name, [])
        if (kind, data) not in records:  # a set of records has none twice (RFC 2181 §5)
            records.append((kind, data))
        labels = name.split(".")
        self.existing.update(".".join(labels[i:]) for i in range(len(labels)))

    def add_text(self, name, text, cuts=None):
        """A TXT record of `text`, in strings of 255 bytes, or cut at the given places."""
        if cuts is None:
            cuts = range(255, len(text), 255)
        edges = [0, *cuts, len(text)]
        self.add(name, "TXT", tuple(text[a:b] for a, b in zip(edges, edges[1:])))

    def fail(self, name, kind):
        self.failing.add((name.lower().rstrip("."), kind))

    def find(self, name, kind):
        """The records of a name, aliases followed, wildcards expanded (RFC 4592)."""
        name = name.lower().rstrip(".")
        for _ in range(12):
            if (name, kind) in self.failing:
                raise ServerFailure(name)
            records = self.at(name)
            found = [data for type_, data in records if type_ == kind]
            alias = [data for type_, data in records if type_ == "CNAME"]
            if found or not alias:
                return found
            name = alias[0].lower().rstrip(".")
        raise ServerFailure("aliases without end")

    def at(self, name):
        if name in self.existing:
            return self.records.get(name, [])
        labels = name.split(".")
        for i in range(1, len(labels)):
            encloser = ".".join(labels[i:])
            if encloser in self.existing:
                return self.records.get("*." + encloser, [])
        return []

    def text(self):
        """As a master file, with the lines for failures that Waxwing reads."""
        lines = []
        for name, records in self.records.items():
            for kind, data in records:
                if kind == "TXT":
                    data = " ".join(quoted(part) for part in data)
                elif kind == "MX":
                    data = f"{data[0]} {data[1]}."
                elif kind in ("PTR", "CNAME"):
                    data = f"{data}."
                lines.append(f"{name}. 300 IN {kind} {data}")
        lines += [f";ERROR,{name},{kind},SERVFAIL" for name, kind in sorted(self.failing)]
        return "\n".join(lines) + "\n"


def quoted(string):
    """A string of a TXT record as a master file has it (RFC 1035 §5.1)."""
    return (
        '"'
        + "".join(chr(b) if 0x20 <= b < 0x7F and b not in b'"\\' else f"\\{b:03}" for b in string)
        + '"'
    )
