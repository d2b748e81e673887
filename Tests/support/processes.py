"""Processes on loopback ports, each ended by its own process id."""

import contextlib
import os
import socket
import subprocess
import tempfile
from pathlib import Path

LOOPBACK = "127.0.0.1"


class Started:
    """What runs within a `with`: it has a `start()`, and its `stop()` leaves nothing behind, also of
    a start that failed half-way."""

    def __enter__(self):
        try:
            return self.start()
        except BaseException:
            self.stop()
            raise

    def __exit__(self, *_):
        self.stop()


def let_others_in(folder):
    """Servers run as users of their own, and read what lies in a test's folder."""
    for parent in (folder, *folder.parents):
        if parent == Path(tempfile.gettempdir()):
            break
        parent.chmod(parent.stat().st_mode | 0o755)


def free_ports(count):
    """Ports of loopback that nobody listens on, neither by TCP nor by UDP."""
    with contextlib.ExitStack() as stack:
        ports = []
        while len(ports) < count:
            tcp = stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_STREAM))
            tcp.bind((LOOPBACK, 0))
            udp = stack.enter_context(socket.socket(socket.AF_INET, socket.SOCK_DGRAM))
            with contextlib.suppress(OSError):
                udp.bind(tcp.getsockname())
                ports.append(tcp.getsockname()[1])
        return ports


def free_port():
    return free_ports(1)[0]


def answers(port):
    """Whether something accepts connections there."""
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex((LOOPBACK, port)) == 0


def end(process, seconds=10):
    """Asks a process to end; one that does not is killed. Returns its exit status."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
    return process.wait()


def unprivileged(option="-u"):
    """For Postfix's test programs, which as root want to be told whom to run as."""
    return [option, "nobody"] if os.geteuid() == 0 else []
