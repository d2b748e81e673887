"""SMTP clients as SES documents them, and others, with credentials that were made for them.

Each sends over STARTTLS (as on port 587) and over TLS from the first byte (as on port 465), checks
the certificate, and is told of a wrong password.
"""

import asyncio
import base64
import os
import re
import smtplib
import ssl
import subprocess
import textwrap

import pytest

from support import mail
from support.exim import Exim
from support.postfix import Postfix, may_start
from support.serving import serving
from support.waiting import until

SENDER = "me@sender.example"
needs_root = pytest.mark.skipif(not may_start(), reason="it starts only as root")


@pytest.fixture(scope="module")
def server():
    with serving() as started:
        started.user, started.password, key = started.new_smtp_user()
        client = started.client("sesv2", *key)
        client.create_email_identity(EmailIdentity="sender.example")
        client.create_configuration_set(ConfigurationSetName="ConfigSet")
        # Whom clients run as that give up root reads it.
        for path in (started.folder, started.chain):
            path.chmod(path.stat().st_mode | 0o755)
        yield started
        assert started.is_running(), started.output()[-3000:]


class Submission:
    """One message that a client is to send: to whom, and by which of the two ways."""

    def __init__(self, server, mode, recipient, folder, password=None):
        self.server, self.mode, self.recipient, self.folder = server, mode, recipient, folder
        self.user, self.password = server.user, password or server.password
        self.implicit = mode == "TLS"
        self.port = server.smtps if self.implicit else server.smtp
        self.chain = str(server.chain)
        self.message = mail.message(SENDER, recipient, f"from a client, grün {mode}", "Hello.\n.\n")
        self.file = folder / "message.eml"
        # Programs of Unix take their own line ends.
        self.file.write_bytes(self.message.replace(b"\r\n", b"\n"))

    def run(self, *command, **options):
        done = subprocess.run(
            [str(part) for part in command], capture_output=True, timeout=60, cwd=self.folder,
            env={
                **os.environ, "HOME": str(self.folder), "SSL_CERT_FILE": self.chain,
                "GIT_COMMITTER_NAME": "me", "GIT_COMMITTER_EMAIL": SENDER,
                "GIT_AUTHOR_NAME": "me", "GIT_AUTHOR_EMAIL": SENDER,
            },
            **options,
        )  # fmt: skip
        said = (done.stdout + done.stderr).decode(errors="replace")
        if done.returncode != 0:
            raise Failed(said)
        return said


class Failed(Exception):
    """A client that ended with an error, and what it said."""


# The clients


def python(job):
    context = ssl.create_default_context(cafile=job.chain)
    if job.implicit:
        client = smtplib.SMTP_SSL("localhost", job.port, timeout=20, context=context)
    else:
        client = smtplib.SMTP("localhost", job.port, timeout=20)
        client.starttls(context=context)
    with client:
        try:
            client.login(job.user, job.password)
        except smtplib.SMTPAuthenticationError as error:
            raise Failed(str(error)) from error
        client.sendmail(SENDER, [job.recipient], job.message)


def aiosmtplib(job):
    import aiosmtplib

    context = ssl.create_default_context(cafile=job.chain)
    sending = aiosmtplib.send(
        job.message, sender=SENDER, recipients=[job.recipient], hostname="localhost", port=job.port,
        username=job.user, password=job.password, use_tls=job.implicit,
        start_tls=not job.implicit, tls_context=context, timeout=20,
    )  # fmt: skip
    try:
        asyncio.run(sending)
    except aiosmtplib.SMTPAuthenticationError as error:
        raise Failed(str(error)) from error


def openssl(job):
    """The documented one: a file of commands at once, with addresses that have no brackets."""
    typed = f"""\
        EHLO example.com
        AUTH LOGIN
        {base64.b64encode(job.user.encode()).decode()}
        {base64.b64encode(job.password.encode()).decode()}
        MAIL FROM: {SENDER}
        RCPT TO: {job.recipient}
        DATA
        X-SES-CONFIGURATION-SET: ConfigSet
        From: Sender Name <{SENDER}>
        To: {job.recipient}
        Subject: from a client, {job.mode}

        This message was sent using the Amazon SES SMTP interface.
        .
        QUIT
        """
    how = [] if job.implicit else ["-starttls", "smtp"]
    said = job.run(
        "openssl", "s_client", "-crlf", "-quiet", *how, "-CAfile", job.chain,
        "-verify_return_error", "-verify_hostname", "localhost", "-connect", f"localhost:{job.port}",
        input=textwrap.dedent(typed).encode(),
    )  # fmt: skip
    if not re.search("250 Ok [0-9a-f]{16}-", said):
        raise Failed(said)


def curl(job):
    job.run(
        "curl", "--silent", "--show-error", "--ssl-reqd", "--cacert", job.chain,
        f"{'smtps' if job.implicit else 'smtp'}://localhost:{job.port}/client.example",
        "--user", f"{job.user}:{job.password}", "--mail-from", SENDER,
        "--mail-rcpt", job.recipient, "--upload-file", job.file, "--crlf",
    )  # fmt: skip


def swaks(job):
    job.run(
        "swaks", "--server", "localhost", "--port", job.port, "--timeout", 15,
        "--tlsc" if job.implicit else "--tls", "--tls-verify", "--tls-ca-path", job.chain,
        "--auth", "--auth-user", job.user, "--auth-password", job.password,
        "--from", SENDER, "--to", job.recipient, "--header", "Subject: from a client",
    )  # fmt: skip


def msmtp(job):
    configuration = job.folder / "msmtprc"
    configuration.write_text(
        f"""
        account default
        host localhost
        port {job.port}
        auth on
        user {job.user}
        password {job.password}
        from {SENDER}
        tls on
        tls_starttls {"off" if job.implicit else "on"}
        tls_trust_file {job.chain}
        """
    )
    configuration.chmod(0o600)
    with job.file.open("rb") as message:
        job.run("msmtp", "-C", configuration, job.recipient, stdin=message)


def git(job):
    """A patch, as to a mailing list."""
    patch = job.folder / "0001-a-client.patch"
    patch.write_text(
        "From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001\n"
        f"From: A Developer <{SENDER}>\nDate: Mon, 1 Jun 2026 10:00:00 +0000\n"
        "Subject: [PATCH] from a client, grün\nMIME-Version: 1.0\n"
        "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n\n"
        "grün\n---\n a | 1 +\n 1 file changed, 1 insertion(+)\n\n-- \n2.39\n"
    )
    job.run(
        "git", "send-email", "--quiet", "--confirm=never", f"--to={job.recipient}",
        f"--from=A Developer <{SENDER}>", "--smtp-server=localhost",
        f"--smtp-server-port={job.port}", f"--smtp-encryption={'ssl' if job.implicit else 'tls'}",
        f"--smtp-ssl-cert-path={job.chain}", f"--smtp-user={job.user}",
        f"--smtp-pass={job.password}", "--smtp-domain=client.example", patch,
    )  # fmt: skip


PERL = r"""
use strict; use warnings;
use Net::SMTP;
my ($port, $implicit, $ca, $user, $password, $from, $to, $file) = @ARGV;
my $smtp = Net::SMTP->new('localhost', Port => $port, Hello => 'client.example', Timeout => 20,
    SSL => $implicit, SSL_ca_file => $ca) or die "no connection: $@";
$implicit or $smtp->starttls(SSL_ca_file => $ca) or die 'no TLS: ' . $smtp->message;
$smtp->auth($user, $password) or die 'refused: ' . $smtp->code . ' ' . $smtp->message;
$smtp->mail($from) && $smtp->to($to) or die $smtp->message;
open my $in, '<', $file or die;
$smtp->data(<$in>) or die $smtp->message;
$smtp->quit;
"""


def perl(job):
    job.run(
        "perl", "-e", PERL, job.port, int(job.implicit), job.chain, job.user, job.password, SENDER,
        job.recipient, job.file,
    )  # fmt: skip


# As SES documents PHPMailer.
PHP = r"""<?php
require '/usr/share/php/libphp-phpmailer/autoload.php';
[, $port, $implicit, $ca, $user, $password, $from, $to] = $argv;
$mail = new PHPMailer\PHPMailer\PHPMailer(true);
$mail->isSMTP();
$mail->Host = 'localhost';
$mail->Port = (int) $port;
$mail->SMTPAuth = true;
$mail->Username = $user;
$mail->Password = $password;
$mail->SMTPSecure = $implicit === '1' ? 'ssl' : 'tls';
$mail->SMTPOptions = ['ssl' => ['cafile' => $ca, 'verify_peer' => true]];
$mail->setFrom($from, 'Sender Name');
$mail->addAddress($to);
$mail->isHTML(true);
$mail->CharSet = 'UTF-8';
$mail->addCustomHeader('X-SES-CONFIGURATION-SET', 'ConfigSet');
$mail->Subject = 'from a client, grün';
$mail->Body = '<h1>Email Test</h1><p>grün</p>';
$mail->AltBody = 'grün';
try {
    $mail->send();
} catch (Exception $e) {
    fwrite(STDERR, $mail->ErrorInfo);
    exit(1);
}
"""


def php(job):
    script = job.folder / "send.php"
    script.write_text(PHP)
    job.run(
        "php", script, job.port, int(job.implicit), job.chain, job.user, job.password, SENDER,
        job.recipient,
    )  # fmt: skip


def postfix(job):
    """The documented main.cf, with the certificate checked."""
    password = job.folder / "sasl_passwd"
    password.write_text(f"[localhost]:{job.port} {job.user}:{job.password}\n")
    job.run("postmap", "-c", empty_configuration(job.folder), f"hash:{password}")
    settings = {
        "relayhost": f"[localhost]:{job.port}",
        "smtp_sasl_auth_enable": "yes",
        "smtp_sasl_security_options": "noanonymous",
        "smtp_sasl_password_maps": f"hash:{password}",
        "smtp_use_tls": "yes",
        "smtp_tls_security_level": "verify",
        "smtp_tls_note_starttls_offer": "yes",
        "smtp_tls_CAfile": job.chain,
        "smtp_tls_wrappermode": "yes" if job.implicit else "no",
        "smtp_host_lookup": "native",
    }
    with Postfix(**settings) as started:
        with smtplib.SMTP("127.0.0.1", started.port, timeout=20) as client:
            client.sendmail(SENDER, [job.recipient], job.message)
        ended = until(lambda: started.logged(r"status=\w+ .*"), "the attempt", 20)[0]
        if not ended.startswith("status=sent"):
            raise Failed(ended)


def empty_configuration(folder):
    made = folder / "postmap"
    made.mkdir(exist_ok=True)
    (made / "main.cf").write_text("compatibility_level = 3.6\n")
    return made


# As SES documents Exim; the certificate is checked as well.
EXIM = """
begin routers
send_via_ses:
  driver = manualroute
  transport = ses_smtp
  route_list = * localhost byname;
  self = send

begin transports
ses_smtp:
  driver = smtp
  port = {port}
  hosts_require_auth = *
  {tls}
  tls_verify_certificates = {chain}
  tls_verify_hosts = *
  tls_sni = localhost

begin authenticators
ses_login:
  driver = plaintext
  public_name = LOGIN
  client_send = : {user} : {password}
"""


def exim(job):
    tls = "protocol = smtps" if job.implicit else "hosts_require_tls = *"
    sections = EXIM.format(
        port=job.port, tls=tls, chain=job.chain, user=job.user, password=job.password
    )
    with Exim(sections) as made:
        made.submit(SENDER, job.recipient, job.file.read_bytes())
        if not made.logged(r"=> \S+ .*250 Ok"):
            raise Failed(made.output())


CLIENTS = [
    python, aiosmtplib, openssl, curl, swaks, msmtp, git, perl, php,
    pytest.param(postfix, marks=needs_root), pytest.param(exim, marks=needs_root),
]  # fmt: skip


def name(client):
    return getattr(client, "__name__", None)


@pytest.mark.parametrize("mode", ["STARTTLS", "TLS"])
@pytest.mark.parametrize("client", CLIENTS, ids=name)
def test_sends(server, unique, tmp_path, client, mode):
    recipient = f"{unique('client')}@example.net"
    client(Submission(server, mode, recipient, tmp_path))
    until(lambda: recipient in server.sink.recipients(), "the message", 20)
    content = next(c for _, to, c in server.sink.messages if recipient in to)
    message = mail.read(content)
    assert message["Subject"].replace("[PATCH] ", "").startswith(("from a client", "test"))
    assert [f for f in message.get_all("DKIM-Signature") if "d=sender.example" in f]
    assert message["X-SES-CONFIGURATION-SET"] is None


# No more of them than may fail before the service holds up who guesses.
@pytest.mark.parametrize("client", [openssl, msmtp, perl, *CLIENTS[-2:]], ids=name)
def test_is_told_of_a_wrong_password(server, unique, tmp_path, client):
    recipient = f"{unique('wrong')}@example.net"
    job = Submission(server, "STARTTLS", recipient, tmp_path, server.password[:-4] + "AAA=")
    with pytest.raises(Failed) as failed:
        client(job)
    assert "535" in str(failed.value)
    assert recipient not in server.sink.recipients()
