"""Dovecot's authentication alone, for servers that ask it whether a password is right."""

import contextlib
import shutil
import subprocess
import tempfile
from pathlib import Path

from .processes import end
from .waiting import until


@contextlib.contextmanager
def dovecot_auth(users, mechanisms="plain login"):
    """Gives the settings that make Postfix ask it for `users`."""
    folder = Path(tempfile.mkdtemp(prefix="waxwing-dovecot-"))
    folder.chmod(0o755)
    socket = folder / "run/auth-client"
    (folder / "users").write_text(
        "".join(f"{name}:{{PLAIN}}{password}::::::\n" for name, password in users.items())
    )
    (folder / "users").chmod(0o644)
    (folder / "dovecot.conf").write_text(
        f"""
        protocols =
        base_dir = {folder}/run
        state_dir = {folder}/state
        log_path = {folder}/log
        ssl = no
        disable_plaintext_auth = no
        auth_mechanisms = {mechanisms.lower()}
        auth_failure_delay = 0
        passdb {{
          driver = passwd-file
          args = {folder}/users
        }}
        userdb {{
          driver = static
          args = uid=nobody gid=nogroup home={folder}
        }}
        service auth {{
          unix_listener auth-client {{
            mode = 0666
          }}
        }}
        """
    )
    process = subprocess.Popen(
        ["dovecot", "-F", "-c", str(folder / "dovecot.conf")],
        stdout=subprocess.DEVNULL, stderr=(folder / "stderr").open("wb"),
    )  # fmt: skip

    def listens():
        assert process.poll() is None, (folder / "stderr").read_text()
        return socket.exists()

    try:
        until(listens, "Dovecot to listen", 20)
        yield {
            "smtpd_sasl_auth_enable": "yes",
            "smtpd_sasl_type": "dovecot",
            "smtpd_sasl_path": socket,
            "smtpd_sasl_security_options": "noanonymous",
        }
    finally:
        end(process)
        shutil.rmtree(folder, ignore_errors=True)
