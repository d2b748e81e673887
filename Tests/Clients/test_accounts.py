"""Accounts, users, roles and keys: made by commands, used by boto3, `aws` and SMTP clients."""

import contextlib
import http.client
import json
import os
import smtplib
import socket
import sqlite3
import ssl
import stat
import subprocess
import sys
import time
from pathlib import Path

import pytest

from support.accounts import Account, Refused, waxwing as run
from support.processes import LOOPBACK
from support.server import Waxwing

AWS = str(Path(sys.executable).with_name("aws"))


@pytest.fixture(scope="module")
def guarded():
    """A server that lets in nobody but its accounts, and logs all that it has to say."""
    with Waxwing("--require-credentials", "--verbose") as server:
        yield server


@pytest.fixture(scope="module")
def account(guarded):
    return Account(guarded)


@pytest.fixture(scope="module")
def root(account):
    return account.key()


def verified(account, root, name):
    from support.waiting import until

    sesv2 = account.client("sesv2", root)
    sesv2.create_email_identity(EmailIdentity=name)
    until(
        lambda: sesv2.get_email_identity(EmailIdentity=name)["VerifiedForSendingStatus"],
        f"{name} to be verified",
    )
    return name


@pytest.fixture(scope="module")
def sender(account, root, unique):
    """A domain of the account that mail may be sent from."""
    return verified(account, root, f"{unique('accounts')}.example")


def simple(sender, subject="s"):
    return {
        "FromEmailAddress": f"a@{sender}",
        "Destination": {"ToAddresses": ["b@recipient.example"]},
        "Content": {"Simple": {"Subject": {"Data": subject}, "Body": {"Text": {"Data": "t"}}}},
    }


# Commands


def test_accounts_are_made_shown_changed_and_removed(guarded):
    data = guarded.data
    made = run(
        data, "account", "create", "--name", "Shop", "--id", "111122223333",
        "--organization", "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/", "--region", "eu-west-1",
    )  # fmt: skip
    assert made["id"] == "111122223333" and made["enabled"] and made["regions"] == ["eu-west-1"]
    assert made["organizationPath"] == "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/"
    assert made in run(data, "account", "list")["accounts"]
    changed = run(data, "account", "update", made["id"], "--name", "Store", "--all-regions")
    assert (changed["name"], changed["regions"]) == ("Store", [])
    with pytest.raises(Refused, match="enabled. Disable it first"):
        run(data, "account", "delete", made["id"])
    assert run(data, "account", "disable", made["id"])["enabled"] is False
    run(data, "account", "delete", made["id"])
    with pytest.raises(Refused, match="no account 111122223333") as refused:
        run(data, "account", "show", made["id"])
    assert refused.value.status == 2


def test_text_is_for_people(guarded, account):
    assert account.id in run(guarded.data, "account", "list", text=True)
    for noun in ("user", "role", "key", "smtp-credential"):
        listed = Account(guarded).command(noun, "list", text=True)
        assert listed.startswith("There are no ") and f"'waxwing {noun} create" in listed
    key = account.key()["accessKeyId"]
    assert key in account.command("key", "list", text=True)
    assert account.command("key", "delete", key, text=True) == f"The key {key} is deleted.\n"


@pytest.mark.parametrize("noun", ["account", "user", "role", "key", "smtp-credential"])
def test_what_is_switched_is_shown_as_it_is_then(guarded, unique, noun):
    """The same commands, with the same answers, whatever they are for."""
    account = Account(guarded)
    command, within = account.command, ["--account", account.id]
    if noun == "account":
        name, within = account.id, []
    elif noun == "key":
        name = command("key", "create")["accessKeyId"]
    elif noun == "smtp-credential":
        name = command("smtp-credential", "create", "--all-regions")["userName"]
    else:
        name = command(noun, "create", unique(noun))["name"]
    word = {"smtp-credential": "user name"}.get(noun, noun)
    for verb, enabled, status in (("disable", False, "Inactive"), ("enable", True, "Active")):
        answer = run(guarded.data, noun, verb, name, *within)
        assert answer.get("enabled", answer.get("status") == "Active") is enabled
        assert name in answer.values()
        assert answer.get("status", status) == status
        text = run(guarded.data, noun, verb, name, *within, text=True)
        assert text == f"The {word} {name} is {verb}d.\n"
    run(guarded.data, noun, "disable", name, *within)
    assert run(guarded.data, noun, "delete", name, *within) == {}
    for verb in ("disable", "enable", "delete"):
        with pytest.raises(Refused, match=name) as refused:
            run(guarded.data, noun, verb, name, *within)
        assert refused.value.status == 2


def test_an_account_has_an_address(guarded):
    made = run(guarded.data, "account", "create", "--email", "owner@example.net")
    assert made["email"] == "owner@example.net"
    shown = run(guarded.data, "account", "show", made["id"], text=True)
    assert "owner@example.net" in shown
    changed = run(guarded.data, "account", "update", made["id"], "--email", "new@example.net")
    assert changed["email"] == "new@example.net"
    assert "email" not in run(guarded.data, "account", "update", made["id"], "--email", "")
    with pytest.raises(Refused, match="'owner' is no address"):
        run(guarded.data, "account", "update", made["id"], "--email", "owner")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["account", "create", "--id", "12"], "twelve digits"),
        (["account", "create", "--id", "000000000000"], "waxwing dev"),
        (["account", "create", "--name", ""], "1 to 128 bytes"),
        (["account", "create", "--organization", "o-a1"], "slash at its end"),
        (["account", "create", "--region", "EU"], "no name of a region"),
        (["user", "create", "a b", "--account", "999999999999"], "letters, digits"),
        (["user", "create", "a", "--account", "999999999999"], "no account 999999999999"),
        (["key", "create", "--account", "999999999999"], "no account"),
        (["smtp-credential", "create", "--account", "999999999999"], "--region or --all-regions"),
    ],
)
def test_errors_say_what_to_do(guarded, arguments, words):
    with pytest.raises(Refused, match=words) as refused:
        run(guarded.data, *arguments)
    assert refused.value.status == 2


def test_commands_work_where_no_service_runs(tmp_path):
    data = tmp_path / "data"
    with pytest.raises(Refused, match="there is no data"):
        run(data, "account", "list")
    assert not data.exists()
    made = run(data, "account", "create", "--name", "Offline")
    key = run(data, "key", "create", "--account", made["id"])
    assert len(key["accessKeyId"]) == 20 and len(key["secretAccessKey"]) == 40
    assert run(data, "account", "list")["accounts"] == [made]
    with Waxwing("--require-credentials", data=data) as server:
        waiting = Account.__new__(Account)
        waiting.server, waiting.id = server, made["id"]
        assert waiting.client("sesv2", key).get_account()["SendingEnabled"]
        assert run(data, "account", "list")["accounts"] == [made]


def test_the_master_key_may_be_elsewhere(tmp_path):
    data, file = tmp_path / "data", tmp_path / "elsewhere.key"
    made = run(data, "account", "create", "--master-key", str(file))
    run(data, "key", "create", "--account", made["id"], "--master-key", str(file))
    assert file.exists() and not (data / "master.key").exists()
    with pytest.raises(Refused, match="master.key is missing"):
        run(data, "key", "create", "--account", made["id"])
    assert not (data / "master.key").exists()


def test_a_data_folder_with_a_long_name_is_reached(tmp_path):
    data = tmp_path / ("long" * 40)
    made = run(data, "account", "create")
    with Waxwing("--require-credentials", data=data):
        assert run(data, "account", "show", made["id"]) == made


def test_socket_and_master_key_are_their_owners_alone(guarded):
    for name, kind in (("admin.sock", stat.S_ISSOCK), ("master.key", stat.S_ISREG)):
        mode = os.stat(guarded.data / name).st_mode
        assert kind(mode) and stat.S_IMODE(mode) == 0o600, name


class UnixConnection(http.client.HTTPConnection):
    def __init__(self, path):
        super().__init__("localhost", timeout=10)
        self.path = str(path)

    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.connect(self.path)


def test_the_socket_speaks_http(guarded, account):
    def call(method, path, body=None, **headers):
        connection = UnixConnection(guarded.data / "admin.sock")
        with contextlib.closing(connection):
            connection.request(method, f"/_waxwing/admin/{path}", body, headers)
            answer = connection.getresponse()
            return answer.status, json.loads(answer.read())

    assert call("GET", f"accounts/{account.id}")[1]["id"] == account.id
    assert call("GET", "accounts/999999999999")[0] == 404
    assert call("PUT", f"accounts/{account.id}")[0] == 405
    assert call("GET", "elsewhere")[0] == 404
    assert call("POST", "accounts", "{")[0] == 400
    assert call("PATCH", f"accounts/{account.id}", '{"enabeld": false}')[0] == 400
    assert call("POST", "accounts", " " * 200_000)[0] == 413
    # Whatever a browser was led to.
    assert call("GET", "accounts", Origin="http://localhost")[0] == 403
    assert call("GET", "accounts", **{"Sec-Fetch-Site": "same-origin"})[0] == 403


# Keys


def test_boto3_signs_in_with_a_key(account, root, refused):
    for service, operation in (("sesv2", "get_account"), ("ses", "get_send_quota")):
        getattr(account.client(service, root), operation)()
    wrong = account.client("sesv2", root, secret="x" * 40)
    answer = refused(wrong.get_account)
    assert (answer.code, answer.status) == ("InvalidSignatureException", 403)
    answer = refused(account.client("ses", root, secret="x" * 40).get_send_quota)
    assert (answer.code, answer.status) == ("SignatureDoesNotMatch", 403)
    unknown = {"accessKeyId": "AKIAUNKNOWNUNKNOWN23", "secretAccessKey": "x" * 40}
    answer = refused(account.client("sesv2", unknown).get_account)
    assert (answer.code, answer.status) == ("UnrecognizedClientException", 403)
    answer = refused(account.client("ses", unknown).get_send_quota)
    assert (answer.code, answer.status) == ("InvalidClientTokenId", 403)


def test_the_aws_command_signs_in(guarded, root):
    def aws(secret):
        environment = {
            **os.environ, **guarded.aws_environment(),
            "AWS_ACCESS_KEY_ID": root["accessKeyId"], "AWS_SECRET_ACCESS_KEY": secret,
        }  # fmt: skip
        return subprocess.run(
            [AWS, "sesv2", "get-account", "--output", "json"], capture_output=True, text=True,
            timeout=60, env=environment,
        )  # fmt: skip

    assert json.loads(aws(root["secretAccessKey"]).stdout)["SendingEnabled"]
    wrong = aws("x" * 40)
    assert wrong.returncode != 0 and "InvalidSignatureException" in wrong.stderr


def test_a_key_switched_off_is_refused_at_once(account, refused):
    account.member("user", "switched")
    key = account.key("--user", "switched")
    client = account.client("sesv2", key)
    assert refused(client.get_account).code == "AccessDeniedException"
    account.command("key", "disable", key["accessKeyId"])
    assert refused(client.get_account).code == "UnrecognizedClientException"
    account.command("key", "enable", key["accessKeyId"])
    assert refused(client.get_account).code == "AccessDeniedException"
    account.command("user", "disable", "switched")
    assert refused(client.get_account).code == "UnrecognizedClientException"
    account.command("user", "enable", "switched")
    account.command("key", "delete", key["accessKeyId"])
    assert refused(client.get_account).code == "UnrecognizedClientException"
    assert all(
        shown["accessKeyId"] != key["accessKeyId"] for shown in account.command("key", "list")["keys"]
    )


def test_the_secret_is_shown_once(account):
    account.member("user", "once")
    key = account.key("--user", "once")
    listed = [k for k in account.command("key", "list")["keys"] if k.get("user") == "once"]
    assert [k["accessKeyId"] for k in listed] == [key["accessKeyId"]]
    assert "secretAccessKey" not in listed[0] and listed[0]["status"] == "Active"
    assert "lastUsedAt" not in listed[0]
    with contextlib.suppress(Exception):
        account.client("sesv2", key).get_account()
    listed = [k for k in account.command("key", "list")["keys"] if k.get("user") == "once"]
    assert listed[0]["lastUsedAt"]


def test_an_owner_has_two_keys(account):
    account.member("user", "two")
    for _ in range(2):
        account.key("--user", "two")
    with pytest.raises(Refused, match="2 credentials of that kind"):
        account.key("--user", "two")


def test_a_key_from_elsewhere_is_taken_over(account, refused):
    account.member("role", "import")
    secret = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
    key = account.command(
        "key", "create", "--role", "import", "--import", "AKIAIOSFODNN7EXAMPLE", stdin=secret + "\n"
    )
    assert key["accessKeyId"] == "AKIAIOSFODNN7EXAMPLE"
    answer = refused(account.client("sesv2", key, secret=secret).get_account)
    assert answer.code == "AccessDeniedException"
    assert f"arn:aws:sts::{account.id}:assumed-role/import/AKIAIOSFODNN7EXAMPLE" in answer.message


def test_a_disabled_account_is_nobodys(guarded, refused):
    account = Account(guarded, "short")
    key = account.key()
    client = account.client("sesv2", key)
    client.get_account()
    run(guarded.data, "account", "disable", account.id)
    assert refused(client.get_account).code == "UnrecognizedClientException"
    run(guarded.data, "account", "enable", account.id)
    client.get_account()


def test_accounts_see_nothing_of_each_other(guarded, sender, refused):
    other = Account(guarded, "other")
    client = other.client("sesv2", other.key())
    assert client.list_email_identities()["EmailIdentities"] == []
    assert refused(client.get_email_identity, EmailIdentity=sender).code == "NotFoundException"
    assert refused(client.send_email, **simple(sender)).code == "MessageRejected"


def test_an_account_of_some_regions_signs_in_there(guarded, refused):
    account = Account(guarded, "regional", "--region", "eu-west-1")
    key = account.key()
    account.client("sesv2", key, region="eu-west-1").get_account()
    answer = refused(account.client("sesv2", key, region="us-east-1").get_account)
    assert answer.code == "UnrecognizedClientException"


# Policies


def test_users_may_do_what_their_policies_say(account, sender, refused):
    account.member(
        "user", "mailer",
        ("Allow", ["ses:SendEmail", "ses:Get*"], "*"), ("Deny", "ses:GetEmailIdentity", "*"),
    )  # fmt: skip
    key = account.key("--user", "mailer")
    client = account.client("sesv2", key)
    client.get_account()
    assert client.send_email(**simple(sender))["MessageId"]
    answer = refused(client.get_email_identity, EmailIdentity=sender)
    assert (answer.code, answer.status) == ("AccessDeniedException", 403)
    assert answer.message == (
        f"User: arn:aws:iam::{account.id}:user/mailer is not authorized to perform: "
        f"ses:GetEmailIdentity on resource: arn:aws:ses:us-east-1:{account.id}:identity/{sender}"
    )
    answer = refused(account.client("ses", key).list_identities)
    assert (answer.code, answer.status) == ("AccessDenied", 403)
    account.command("user", "delete-policy", "mailer", "--policy-name", "policy")
    assert refused(client.get_account).code == "AccessDeniedException"


def test_policies_bind_to_identities_and_addresses(account, root, sender, unique, refused):
    other = verified(account, root, f"{unique('other')}.example")
    arn = f"arn:aws:ses:us-east-1:{account.id}:identity/{sender}"
    account.member("user", "bound", ("Allow", "ses:SendEmail", arn))
    client = account.client("sesv2", account.key("--user", "bound"))
    client.send_email(**simple(sender))
    assert refused(client.send_email, **simple(other)).code == "AccessDeniedException"


def test_a_policy_that_is_none_is_refused(account, tmp_path):
    file = tmp_path / "broken.json"
    file.write_text('{"Version": "2012-10-17", "Statement": [{"Effect": "Perhaps"}]}')
    with pytest.raises(Refused, match="policy broken cannot be used"):
        account.command("user", "create", "broken", "--policy", str(file))


# SMTP


def log_in(server, name, password, implicit=False):
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    client = smtplib.SMTP(LOOPBACK, server.smtp, timeout=30)
    client.starttls(context=context)
    client.login(name, password)
    return client


def test_smtp_takes_the_derived_password(guarded, account, root, sender):
    made = account.command(
        "smtp-credential", "create", "--region", "us-east-1", "--key", root["accessKeyId"]
    )
    assert made["userName"] == root["accessKeyId"] and len(made["password"]) == 44
    with log_in(guarded, made["userName"], made["password"]) as client:
        client.sendmail(f"a@{sender}", ["b@recipient.example"], f"From: a@{sender}\r\n\r\nHello\r\n")
    elsewhere = account.command(
        "smtp-credential", "create", "--region", "eu-west-1", "--key", root["accessKeyId"]
    )
    for name, password in (
        (root["accessKeyId"], elsewhere["password"]), (root["accessKeyId"], root["secretAccessKey"]),
        ("nobody", made["password"]),
    ):  # fmt: skip
        with pytest.raises(smtplib.SMTPAuthenticationError) as refused:
            log_in(guarded, name, password)
        assert refused.value.smtp_code == 535
        assert refused.value.smtp_error == b"Authentication Credentials Invalid"


def test_the_password_is_that_of_ses(account):
    """The public vectors of SES's derivation."""
    account.member("user", "vectors")
    secret = "another+secret+key+of+more+than+32+chars"
    account.command("key", "create", "--user", "vectors", "--import", "AKIAVECTORVECTOR2345", stdin=secret)
    made = account.command(
        "smtp-credential", "create", "--region", "eu-central-1", "--key", "AKIAVECTORVECTOR2345"
    )
    import base64
    import hashlib
    import hmac

    key = f"AWS4{secret}".encode()
    for message in ("11111111", "eu-central-1", "ses", "aws4_request", "SendRawEmail"):
        key = hmac.new(key, message.encode(), hashlib.sha256).digest()
    assert made["password"] == base64.b64encode(b"\x04" + key).decode()


def test_passwords_as_ses_derived_them_until_2019_come_with_a_key(guarded, account, sender):
    import base64
    import hashlib
    import hmac

    secret = "a+secret+key+of+2018+with+its+password+"
    account.member("user", "earlier", ("Allow", "ses:SendRawEmail", "*"))
    user = account.command(
        "key", "create", "--user", "earlier", "--import", "AKIA2018201820182345", stdin=secret
    )
    digest = hmac.new(secret.encode(), b"SendRawEmail", hashlib.sha256).digest()
    password = base64.b64encode(b"\x02" + digest).decode()
    with log_in(guarded, user["accessKeyId"], password) as client:
        client.sendmail(f"a@{sender}", ["b@recipient.example"], f"From: a@{sender}\r\n\r\nHello\r\n")
    with pytest.raises(smtplib.SMTPAuthenticationError):
        log_in(guarded, user["accessKeyId"], password.replace("A", "B", 1))


def test_swaks_signs_in_and_sends(guarded, account, sender):
    made = account.command("smtp-credential", "create", "--all-regions")
    assert "region" not in made and made["userName"].startswith("SMTP")
    said = subprocess.run(
        [
            "swaks", "--server", LOOPBACK, "--port", str(guarded.smtp), "--tls", "--auth", "PLAIN",
            "--auth-user", made["userName"], "--auth-password", made["password"],
            "--from", f"a@{sender}", "--to", "b@recipient.example", "--timeout", "15",
        ],
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert said.returncode == 0, said.stdout
    names = [c["userName"] for c in account.command("smtp-credential", "list")["smtpCredentials"]]
    assert made["userName"] in names
    account.command("smtp-credential", "delete", made["userName"])
    with pytest.raises(smtplib.SMTPAuthenticationError):
        log_in(guarded, made["userName"], made["password"])


def test_smtp_asks_policies(guarded, account, sender):
    account.member("user", "smtp-no", ("Allow", "ses:SendEmail", "*"))
    made = account.command(
        "smtp-credential", "create", "--region", "us-east-1", "--user", "smtp-no"
    )
    with log_in(guarded, made["userName"], made["password"]) as client:
        with pytest.raises(smtplib.SMTPDataError) as refused:
            client.sendmail(f"a@{sender}", ["b@recipient.example"], f"From: a@{sender}\r\n\r\nx\r\n")
    assert refused.value.smtp_code == 554
    assert b"Access denied: User 'arn:aws:iam::" in refused.value.smtp_error


def test_smtp_looks_at_every_sender(guarded, account, root, sender, unique):
    """A user of one identity may not put another's name into the message."""
    other = f"{unique('other')}.example"
    account.client("sesv2", root).create_email_identity(EmailIdentity=other)
    arn = f"arn:aws:ses:us-east-1:{account.id}:identity/{sender}"
    account.member("user", "one", ("Allow", "ses:SendRawEmail", arn))
    made = account.command("smtp-credential", "create", "--region", "us-east-1", "--user", "one")
    with log_in(guarded, made["userName"], made["password"]) as client:
        client.sendmail(f"a@{sender}", ["b@recipient.example"], f"From: a@{sender}\r\n\r\nx\r\n")
        with pytest.raises(smtplib.SMTPDataError, match="Access denied"):
            client.sendmail(f"a@{sender}", ["b@recipient.example"], f"From: a@{other}\r\n\r\nx\r\n")


def test_a_session_ends_with_its_key(guarded, account, sender):
    account.member("user", "session", ("Allow", "ses:*", "*"))
    made = account.command("smtp-credential", "create", "--region", "us-east-1", "--user", "session")
    mail = (f"a@{sender}", ["b@recipient.example"], f"From: a@{sender}\r\n\r\nx\r\n")
    with log_in(guarded, made["userName"], made["password"]) as client:
        client.sendmail(*mail)
        account.command("key", "disable", made["userName"])
        with pytest.raises(smtplib.SMTPDataError, match="no longer valid"):
            client.sendmail(*mail)


def test_the_master_key_is_changed_while_nothing_runs(guarded, tmp_path):
    with pytest.raises(Refused, match="stop the service first"):
        run(guarded.data, "key", "rotate-master")
    data = tmp_path / "data"
    made = run(data, "account", "create")
    key = run(data, "key", "create", "--account", made["id"])
    before = (data / "master.key").read_text()
    assert run(data, "key", "rotate-master") == {"dataKeys": 1}
    assert (data / "master.key").read_text() != before
    with Waxwing("--require-credentials", data=data) as server:
        waiting = Account.__new__(Account)
        waiting.server, waiting.id = server, made["id"]
        assert waiting.client("sesv2", key).get_account()["SendingEnabled"]


def test_mail_without_credentials_is_refused(guarded, sender):
    with smtplib.SMTP(LOOPBACK, guarded.smtp, timeout=30) as client:
        with pytest.raises(smtplib.SMTPException) as refused:
            client.sendmail(f"a@{sender}", ["b@recipient.example"], f"From: a@{sender}\r\n\r\nx\r\n")
    assert b"530" in str(refused.value).encode() or "Authentication required" in str(refused.value)


# Brute force


def test_guessing_is_slowed_down_and_shared_by_both_doors(refused):
    with Waxwing("--require-credentials") as server:
        account = Account(server, "guessed")
        key = account.key()
        client = account.client("sesv2", key)
        wrong = account.client("sesv2", key, secret="x" * 40)
        begin = time.monotonic()
        for _ in range(5):
            refused(wrong.get_account)
        assert time.monotonic() - begin < 2
        begin = time.monotonic()
        for _ in range(2):
            with pytest.raises(smtplib.SMTPAuthenticationError):
                log_in(server, key["accessKeyId"], "wrong")
        assert time.monotonic() - begin > 0.4
        # Slowed down, not locked out.
        begin = time.monotonic()
        client.get_account()
        assert time.monotonic() - begin > 0.5


# Secrets


def test_no_secret_is_in_the_log_or_in_a_file(guarded, account, root, sender):
    made = account.command("smtp-credential", "create", "--all-regions")
    log_in(guarded, made["userName"], made["password"]).close()
    client = account.client("sesv2", root)
    client.send_email(**simple(sender))
    with contextlib.suppress(smtplib.SMTPAuthenticationError):
        log_in(guarded, "somebody", "Pa55word-that-is-wrong")
    import base64

    secrets = [root["secretAccessKey"], made["password"], "Pa55word-that-is-wrong"]
    secrets += [base64.b64encode(s.encode()).decode().rstrip("=") for s in secrets]
    secrets.append((guarded.data / "master.key").read_text().strip())
    log = guarded.output()
    assert "administration" in log
    for secret in secrets:
        assert secret not in log
        for file in guarded.data.iterdir():
            if file.is_file() and file.name != "master.key":
                assert secret.encode() not in file.read_bytes(), file.name
    database = sqlite3.connect(f"file:{guarded.data / 'waxwing.sqlite'}?mode=ro", uri=True)
    with contextlib.closing(database):
        documents = [row[0] for row in database.execute("SELECT document FROM identities")]
        assert any('"privateKey"' in text for text in documents)
        assert not any('"privateKey":"MII' in text for text in documents)


# dev


def test_dev_takes_any_credentials_and_knows_its_accounts(waxwing, refused):
    account = Account(waxwing, "dev")
    key = account.key()
    waxwing.client("sesv2").get_account()
    account.client("sesv2", key).create_email_identity(EmailIdentity="only-here.example")
    answer = refused(waxwing.client("sesv2").get_email_identity, EmailIdentity="only-here.example")
    assert answer.code == "NotFoundException"
    wrong = account.client("sesv2", key, secret="x" * 40)
    assert refused(wrong.get_account).code == "InvalidSignatureException"
