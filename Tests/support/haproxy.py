"""HAProxy in front of TCP ports, in a temporary folder."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from .processes import LOOPBACK, answers, end, free_ports
from .waiting import until


class HAProxy:
    """`listeners` are by name: the port behind, the options of its `server` line, and of its
    `bind` line. `with HAProxy(…) as proxy: proxy.ports["name"]`.

    `clients` gives listeners an address that their clients seem to have.
    """

    def __init__(self, listeners, clients=None):
        self.listeners = listeners
        self.clients = clients or {}
        self.ports = dict(zip(listeners, free_ports(len(listeners))))
        self.folder = Path(tempfile.mkdtemp(prefix="waxwing-haproxy-"))

    def write(self):
        lines = [
            "defaults", "  mode tcp", "  timeout connect 5s", "  timeout client 30s",
            "  timeout server 30s",
        ]  # fmt: skip
        for name, (port, server, bind) in self.listeners.items():
            lines += [f"listen {name}", f"  bind {LOOPBACK}:{self.ports[name]} {bind}".rstrip()]
            if address := self.clients.get(name):
                family = "ipv6" if ":" in address else "ipv4"
                lines.append(f"  tcp-request connection set-src {family}({address})")
            lines.append(f"  server waxwing {LOOPBACK}:{port} {server}".rstrip())
        path = self.folder / "haproxy.cfg"
        path.write_text("\n".join(lines) + "\n")
        return path

    def __enter__(self):
        self.process = subprocess.Popen(
            ["haproxy", "-db", "-f", str(self.write())],
            stdout=(self.folder / "log").open("wb"), stderr=subprocess.STDOUT,
        )  # fmt: skip

        def listens():
            assert self.process.poll() is None, (self.folder / "log").read_text()
            return all(answers(port) for port in self.ports.values())

        try:
            until(listens, "HAProxy to listen", 20)
        except BaseException:
            self.__exit__()
            raise
        return self

    def output(self):
        return (self.folder / "log").read_text(errors="replace")

    def __exit__(self, *_):
        end(self.process)
        shutil.rmtree(self.folder, ignore_errors=True)
