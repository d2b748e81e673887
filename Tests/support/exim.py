"""Exim in a temporary folder: no file of /etc is read or written."""

import os
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

from .processes import LOOPBACK, answers, end, free_port
from .server import ROOT
from .waiting import until

# `scripts/setup` unpacks it here, because Debian installs one mail server at a time.
BINARY = ROOT / ".peers/exim4-daemon-light/usr/sbin/exim4"
USER = "Debian-exim"


def may_start():
    """It changes to another user to deliver."""
    return os.geteuid() == 0


class Exim:
    """An instance of its own. `sections` are the text of its configuration behind the main part,
    `settings` what goes into that."""

    def __init__(self, sections, **settings):
        self.port = free_port()
        self.folder = Path(tempfile.mkdtemp(prefix="waxwing-exim-"))
        self.sections = sections
        self.settings = settings
        self.process = None

    @property
    def configuration(self):
        return self.folder / "exim.conf"

    def write(self):
        spool = self.folder / "spool"
        for path in (spool, self.folder / "log"):
            path.mkdir(exist_ok=True)
            shutil.chown(path, USER)
        self.folder.chmod(0o755)
        settings = {
            # It calls itself to deliver.
            "exim_path": BINARY,
            "exim_user": USER,
            "exim_group": USER,
            "never_users": "",
            # It is no file of root's alone that says what to do, so root does nothing of it.
            "deliver_drop_privilege": "true",
            "trusted_users": f"root : {USER}",
            "primary_hostname": "exim.example",
            "spool_directory": spool,
            "log_file_path": f"{self.folder}/log/%slog",
            "pid_file_path": self.folder / "pid",
            "local_interfaces": LOOPBACK,
            "daemon_smtp_ports": self.port,
            "host_lookup": "",
            "rfc1413_hosts": "",
            "keep_environment": "",
            "acl_smtp_rcpt": "accept",
            "acl_smtp_data": "accept",
            "log_selector": "+tls_cipher +smtp_confirmation +received_recipients",
            **self.settings,
        }
        main = "".join(f"{name} = {value}\n" for name, value in settings.items())
        # Exim reads none that others can write.
        self.configuration.write_text(main + "\n" + self.sections)
        self.configuration.chmod(0o640)
        shutil.chown(self.configuration, "root", USER)

    def submit(self, sender, recipient, message):
        """Hands in a message, as `sendmail` does, and waits for the attempt to deliver it."""
        done = subprocess.run(
            [BINARY, "-C", self.configuration, "-odf", "-i", "-f", sender, recipient],
            input=message, capture_output=True, timeout=60,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr
        return done

    def logged(self, pattern):
        path = self.folder / "log/mainlog"
        return re.findall(pattern, path.read_text(errors="replace") if path.exists() else "")

    def output(self):
        logs = (self.folder / "log").glob("*log")
        return "\n".join(path.read_text(errors="replace") for path in sorted(logs))

    def start(self):
        """The daemon, for those who want it to listen."""
        self.process = subprocess.Popen(
            [BINARY, "-C", self.configuration, "-bdf", "-q1m"],
            stdout=subprocess.DEVNULL, stderr=(self.folder / "stderr").open("wb"),
        )  # fmt: skip

        def listens():
            assert self.process.poll() is None, (self.folder / "stderr").read_text() + self.output()
            return answers(self.port)

        until(listens, "Exim to listen", 20)
        return self

    def __enter__(self):
        self.write()
        return self

    def __exit__(self, *_):
        if self.process:
            end(self.process)
        shutil.rmtree(self.folder, ignore_errors=True)
