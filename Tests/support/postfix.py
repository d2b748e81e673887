"""Postfix, and its test programs, in temporary folders: no file of /etc is read or written."""

import contextlib
import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from .processes import LOOPBACK, Started, answers, end, free_port, unprivileged
from .waiting import until

# Which of master.cf's services have to stay root: those that change their user themselves.
MASTER = Path("/usr/share/postfix/master.cf.dist")


def may_start():
    """Postfix's master wants to be root."""
    return os.geteuid() == 0


class Postfix(Started):
    """An instance of its own that listens on one loopback port."""

    def __init__(self, **settings):
        self.port = free_port()
        self.folder = Path(tempfile.mkdtemp(prefix="waxwing-postfix-"))
        self.log = self.folder / "log"
        self.settings = settings

    @property
    def configuration(self):
        return self.folder / "etc"

    @property
    def queue(self):
        return self.folder / "queue"

    def _write_configuration(self):
        for name in ("etc", "queue", "data"):
            (self.folder / name).mkdir()
        self.folder.chmod(0o755)
        shutil.chown(self.folder / "data", "postfix")
        master = []
        for line in MASTER.read_text().splitlines():
            # The listener moves to our port, and nothing runs in a chroot, which would need files.
            line = re.sub(r"^smtp(\s+)inet", rf"{LOOPBACK}:{self.port}\1inet", line)
            line = re.sub(r"^(\S+\s+(?:inet|unix)\s+[-ny]\s+[-ny]\s+)y", r"\1n", line)
            master.append(line)
        (self.configuration / "master.cf").write_text("\n".join(master) + "\n")
        settings = {
            "compatibility_level": "3.6",
            "queue_directory": self.queue,
            "data_directory": self.folder / "data",
            "maillog_file": self.log,
            "maillog_file_prefixes": self.folder,
            "myhostname": "postfix.example",
            "mydestination": "",
            "inet_interfaces": LOOPBACK,
            "inet_protocols": "ipv4",
            "mynetworks": "127.0.0.0/8",
            "smtpd_recipient_restrictions": "permit_mynetworks,reject",
            "smtpd_client_connection_count_limit": 0,
            "smtp_dns_support_level": "disabled",
            "alias_maps": "",
            "biff": "no",
            **self.settings,
        }
        (self.configuration / "main.cf").write_text(
            "".join(f"{name} = {value}\n" for name, value in settings.items())
        )

    def _run(self, *command):
        return subprocess.run(
            ["postfix", "-c", str(self.configuration), *command],
            capture_output=True, text=True, timeout=60,
        )  # fmt: skip

    def start(self):
        self._write_configuration()
        run = self._run("start")
        assert run.returncode == 0, run.stdout + run.stderr
        until(lambda: answers(self.port), "Postfix to listen", 20)
        return self

    def stop(self):
        # Stops the master whose process id stands in this instance's own folder.
        self._run("stop")
        shutil.rmtree(self.folder, ignore_errors=True)

    def logged(self, pattern):
        return re.findall(pattern, self.log.read_text() if self.log.exists() else "")

    def queued(self, *names):
        """How many messages wait in these of its queues."""
        return sum(
            1 for name in names for path in (self.queue / name).rglob("*") if path.is_file()
        )


class Sink:
    """`smtp-sink`: takes everything, counts it, and keeps it when `keep` is set."""

    def __init__(self, *options, keep=False, port=None):
        self.port = port or free_port()
        self.folder = Path(tempfile.mkdtemp(prefix="waxwing-sink-"))
        self.folder.chmod(0o777)
        self.options = list(options)
        self.kept = self.folder / "mail"
        if keep:
            self.options += ["-D", str(self.kept)]

    def __enter__(self):
        self.output = (self.folder / "counters").open("w+b")
        self.process = subprocess.Popen(
            ["smtp-sink", "-c", *unprivileged(), *self.options, f"{LOOPBACK}:{self.port}", "1000"],
            stdout=self.output, stderr=subprocess.STDOUT, cwd=self.folder,
        )  # fmt: skip
        until(lambda: answers(self.port), "smtp-sink to listen")
        return self

    def __exit__(self, *_):
        end(self.process)
        self.output.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _counter(self, name):
        size = os.path.getsize(self.folder / "counters")
        with (self.folder / "counters").open("rb") as file:
            file.seek(max(0, size - 200))
            found = re.findall(name.encode() + rb"=(\d+)", file.read())
        return int(found[-1]) if found else 0

    @property
    def messages(self):
        return self._counter("mesg")

    @property
    def sessions(self):
        """Connections that ended; the probe that waited for the port is the first of them."""
        return self._counter("sess")

    def content(self):
        return self.kept.read_bytes() if self.kept.exists() else b""


def source(port, *, messages, sender, recipient, size=1024, sessions=1, reuse=False, subject=None,
           options=()):  # fmt: skip
    """The command line of `smtp-source`, which sends `messages` over `sessions` connections."""
    command = ["smtp-source", "-m", str(messages), "-s", str(sessions), "-l", str(size)]
    command += ["-f", sender, "-t", recipient, *options]
    if reuse:
        command += ["-d"]
    if subject:
        command += ["-S", subject]
    return [*command, f"{LOOPBACK}:{port}"]


@contextlib.contextmanager
def opendkim_signer(domain):
    """OpenDKIM as a milter that signs for `domain` with RSA-2048. Gives its port."""
    with tempfile.TemporaryDirectory(prefix="waxwing-opendkim-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        subprocess.run(
            ["opendkim-genkey", "-b", "2048", "-d", domain, "-s", "s1", "-D", name],
            check=True, capture_output=True,
        )  # fmt: skip
        user = []
        if os.geteuid() == 0:
            shutil.chown(folder / "s1.private", "opendkim")
            user = ["-u", "opendkim"]
        (folder / "conf").write_text("RequireSafeKeys false\nSyslog no\n")
        port = free_port()
        process = subprocess.Popen(
            ["opendkim", "-f", "-x", f"{name}/conf", "-p", f"inet:{port}@{LOOPBACK}", "-d", domain,
             "-s", "s1", "-k", f"{name}/s1.private", "-P", f"{name}/pid", "-c", "relaxed/relaxed",
             *user],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            until(lambda: answers(port), "OpenDKIM to listen")
            yield port
        finally:
            end(process)
