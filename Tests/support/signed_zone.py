"""A zone that BIND signs and serves on loopback."""

import contextlib
import subprocess
import tempfile
from pathlib import Path

from .processes import LOOPBACK, end, free_port
from .waiting import until


class SignedZone:
    def __init__(self, folder, name, port):
        self.folder, self.name, self.port = folder, name, port

    @property
    def trust_anchor(self):
        """A file with the DNSKEY record of the key that signs the keys."""
        return str(next(Path(self.folder).glob("anchor.key")))

    @property
    def resolver(self):
        return f"{LOOPBACK}:{self.port}"


def run(folder, *command):
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=60)


@contextlib.contextmanager
def signed_zone(name, records, spoil=None, port=None):
    """Signs `records` as the zone `name`, and serves it.

    `spoil(text)` may change the signed zone, to break its signatures.
    """
    with tempfile.TemporaryDirectory(prefix="waxwing-bind-") as text:
        folder = Path(text)
        folder.chmod(0o755)
        port = port or free_port()
        key = ["dnssec-keygen", "-q", "-a", "ECDSAP256SHA256", "-n", "ZONE"]
        for flags in (["-f", "KSK"], []):
            run(folder, *key, *flags, name)
        keys = sorted(folder.glob("K*.key"))
        ksk = next(k for k in keys if " 257 " in k.read_text())
        (folder / "anchor.key").write_text(ksk.read_text())
        zone = folder / "zone"
        soa = f"$TTL 60\n@ SOA ns.{name}. h.{name}. 1 60 60 600 60\n@ NS ns\nns A 127.0.0.1\n"
        includes = "".join(f"$INCLUDE {k.name}\n" for k in keys)
        zone.write_text(f"$ORIGIN {name}.\n{soa}{records}\n{includes}")
        run(folder, "dnssec-signzone", "-S", "-o", name, "-f", "zone.signed", "zone")
        signed = folder / "zone.signed"
        if spoil:
            signed.write_text(spoil(signed.read_text()))
        (folder / "named.conf").write_text(
            f"""
            options {{ directory "{folder}"; listen-on port {port} {{ {LOOPBACK}; }};
              listen-on-v6 {{ none; }}; recursion no; pid-file none; session-keyfile none;
              notify no; dnssec-validation no; }};
            controls {{ }};
            zone "{name}" {{ type primary; file "zone.signed"; }};
            """
        )
        process = subprocess.Popen(
            ["named", "-g", "-c", str(folder / "named.conf")],
            stdout=subprocess.DEVNULL, stderr=(folder / "log").open("wb"),
        )  # fmt: skip

        def answers():
            assert process.poll() is None, (folder / "log").read_text()[-2000:]
            question = ["dig", f"@{LOOPBACK}", "-p", str(port), "+tries=1", "+time=1", "SOA", name]
            shown = subprocess.run(question, capture_output=True, text=True, timeout=10)
            return "NOERROR" in shown.stdout

        try:
            until(answers, "BIND to answer", 20)
            yield SignedZone(folder, name, port)
        finally:
            end(process)
