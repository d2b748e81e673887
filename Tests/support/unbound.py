"""Unbound as a resolver on loopback that asks the servers of this machine for their zones."""

import contextlib
import subprocess
import tempfile
from pathlib import Path

from .processes import LOOPBACK, end, free_port
from .waiting import until


@contextlib.contextmanager
def unbound(stubs):
    """`stubs` are the ports by the zones that are asked for there. Gives Unbound's port.

    Answers are kept as long as they say, as any resolver keeps them.
    """
    with tempfile.TemporaryDirectory(prefix="waxwing-unbound-") as name:
        folder = Path(name)
        port = free_port()
        lines = [
            "server:", f'  directory: "{folder}"', f"  interface: {LOOPBACK}", f"  port: {port}",
            "  do-daemonize: no", '  chroot: ""', '  username: ""', '  pidfile: ""',
            "  use-syslog: no", "  do-ip6: no", "  do-not-query-localhost: no",
            '  module-config: "iterator"',
            # A server that was not there a second ago may be now.
            "  infra-host-ttl: 1", "  infra-keep-probing: yes",
            # Nobody else is asked for anything.
            '  local-zone: "." static',
        ]  # fmt: skip
        lines += [f'  local-zone: "{zone}" transparent' for zone in stubs]
        lines += ["remote-control:", "  control-enable: no"]
        for zone, server in stubs.items():
            lines += ["stub-zone:", f'  name: "{zone}"', f"  stub-addr: {LOOPBACK}@{server}"]
        (folder / "unbound.conf").write_text("\n".join(lines) + "\n")
        process = subprocess.Popen(
            ["unbound", "-d", "-c", str(folder / "unbound.conf")],
            stdout=subprocess.DEVNULL, stderr=(folder / "log").open("wb"),
        )  # fmt: skip

        def answers():
            assert process.poll() is None, (folder / "log").read_text()[-2000:]
            question = ["dig", f"@{LOOPBACK}", "-p", str(port), "+tries=1", "+time=1", "NS", "."]
            return subprocess.run(question, capture_output=True, timeout=10).returncode == 0

        try:
            until(answers, "Unbound to answer", 20)
            yield port
        finally:
            end(process)
