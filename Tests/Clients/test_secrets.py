"""Nothing that signs in is in a log of `waxwing serve`, whatever its level, nor where others read."""

import base64
import os
import smtplib
import ssl
import stat

import pytest
import requests

from test_serve import smtp_password

from support.serving import WaxwingServe

TOKEN = "an-administration-token-that-is-long"
WRONG = "Wr0ng-Pa55word-that-somebody-typed"


@pytest.fixture(scope="module")
def traced(tmp_path_factory):
    """A server at its most talkative that all kinds of secrets have gone through."""
    token = tmp_path_factory.mktemp("secrets") / "token"
    token.write_text(f"{TOKEN}\n")
    token.chmod(0o600)
    before = os.umask(0)  # what the server makes is private whoever starts it
    try:
        server = WaxwingServe({"log.level": "trace", "admin.token-file": str(token)}).start()
    finally:
        os.umask(before)
    try:
        yield server
    finally:
        server.stop()


def test_no_secret_is_in_the_log_of_any_level(traced):
    key, secret = traced.new_key()
    client = traced.client("sesv2", key, secret)
    client.get_account()
    signatures = []
    client.meta.events.register(
        "before-send.sesv2",
        lambda request, **_: signatures.append(request.headers["Authorization"].decode()[-64:]),
    )
    client.create_email_identity(EmailIdentity="secret.example")
    private = "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7"
    with pytest.raises(Exception):
        client.create_email_identity(
            EmailIdentity="byo.example",
            DkimSigningAttributes={
                "DomainSigningSelector": "s", "DomainSigningPrivateKey": private
            },
        )  # fmt: skip
    with pytest.raises(Exception):
        traced.client("sesv2", key, WRONG).get_account()
    password = smtp_password(secret, "us-east-1")
    context = ssl.create_default_context(cafile=traced.chain)
    for given in (password, WRONG):
        with smtplib.SMTP_SSL("localhost", traced.smtps, timeout=20, context=context) as session:
            try:
                session.login(key, given)
            except smtplib.SMTPAuthenticationError:
                assert given == WRONG
    for token in (TOKEN, WRONG):
        requests.get(
            f"{traced.url}/_waxwing/admin/accounts",
            headers={"Authorization": f"Bearer {token}"}, timeout=10,
        )  # fmt: skip
    log = traced.output()
    assert '"trace"' in log or '"debug"' in log
    secrets = {
        "secret key": secret, "SMTP password": password, "wrong password": WRONG, "token": TOKEN,
        "private key": private, "signature": signatures[0],
        "AUTH PLAIN": base64.b64encode(f"\0{key}\0{password}".encode()).decode(),
        "AUTH LOGIN": base64.b64encode(password.encode()).decode(),
    }  # fmt: skip
    for name, text in secrets.items():
        assert text not in log, name


def test_what_the_service_makes_is_its_owners(traced):
    """Though it was started with a umask that hides nothing."""
    folder = traced.settings["data-folder"]
    assert stat.S_IMODE(os.stat(folder).st_mode) == 0o700
    for entry in os.scandir(folder):
        mode = stat.S_IMODE(entry.stat(follow_symlinks=False).st_mode)
        assert mode & 0o077 == 0, f"{entry.name} {mode:o}"
