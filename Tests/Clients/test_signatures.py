"""Signatures as clients make them, right and wrong, on a server that lets in nobody but its accounts."""

import contextlib
import datetime
import hashlib
import json
import socket
import subprocess

import pytest
import requests
from botocore import UNSIGNED
from botocore.auth import SigV4Auth, SigV4QueryAuth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.credentials import Credentials

from support.accounts import Account
from support.processes import LOOPBACK
from support.server import Waxwing
from support.waiting import until


@pytest.fixture(scope="module")
def guarded():
    with Waxwing("--require-credentials") as server:
        yield server


@pytest.fixture(scope="module")
def account(guarded):
    return Account(guarded)


@pytest.fixture(scope="module")
def key(account):
    return account.key()


@pytest.fixture(scope="module")
def sender(account, key, unique):
    name = f"{unique('signed')}.example"
    client = account.client("sesv2", key)
    client.create_email_identity(EmailIdentity=name)
    until(
        lambda: client.get_email_identity(EmailIdentity=name)["VerifiedForSendingStatus"],
        f"{name} to be verified",
    )
    return name


@pytest.fixture
def at(monkeypatch):
    """Lets botocore sign at another time: `at(minutes=16)`."""

    def move(**difference):
        import botocore.auth

        time = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(**difference)
        monkeypatch.setattr(botocore.auth, "get_current_datetime", lambda **_: time)
        with contextlib.suppress(ImportError):
            # Where awscrt is, botocore leaves signing to it.
            import botocore.crt.auth

            monkeypatch.setattr(botocore.crt.auth, "get_current_datetime", lambda **_: time)

    return move


def signed(guarded, key, method, path, body=b"", headers=None, auth=SigV4Auth, **options):
    """A request as it goes over the wire."""
    request = AWSRequest(method=method, url=guarded.url + path, data=body, headers=headers or {})
    credentials = Credentials(key["accessKeyId"], key["secretAccessKey"])
    auth(credentials, "ses", "us-east-1", **options).add_auth(request)
    return request.prepare()


def send(prepared):
    return requests.request(
        prepared.method, prepared.url, headers=dict(prepared.headers), data=prepared.body, timeout=30
    )


def error(answer):
    """Status, name and text of a refusal by v2."""
    body = answer.json()
    return (
        answer.status_code, answer.headers.get("x-amzn-ErrorType"),
        body.get("message", body.get("Message", "")),
    )  # fmt: skip


def mail(sender, subject="s"):
    return json.dumps(
        {
            "FromEmailAddress": f"a@{sender}",
            "Destination": {"ToAddresses": ["b@recipient.example"]},
            "Content": {"Simple": {"Subject": {"Data": subject}, "Body": {"Text": {"Data": "t"}}}},
        }
    ).encode()


JSON = {"Content-Type": "application/json"}
ACCOUNT = "/v2/email/account"
SEND = "/v2/email/outbound-emails"


# Missing, wrong, and of another time


def test_unsigned_requests_are_refused(guarded, refused, account, key):
    import boto3

    for service, operation, code in (
        ("sesv2", "get_account", "MissingAuthenticationTokenException"),
        ("ses", "get_send_quota", "MissingAuthenticationToken"),
    ):
        client = boto3.session.Session().client(
            service, endpoint_url=guarded.url, region_name="us-east-1",
            config=Config(signature_version=UNSIGNED, retries={"max_attempts": 0}),
        )  # fmt: skip
        answer = refused(getattr(client, operation))
        assert (answer.code, answer.status) == (code, 403)
        assert answer.message == "Request is missing Authentication Token"


def test_every_part_is_signed(guarded, key, sender):
    def changed(change):
        prepared = signed(guarded, key, "POST", SEND, mail(sender, "changed"), JSON)
        change(prepared)
        return error(send(prepared))

    def body(prepared):
        prepared.body = mail(sender, "another")

    def path(prepared):
        prepared.url = prepared.url.replace("outbound-emails", "outbound-bulk-emails")

    def query(prepared):
        prepared.url += "?x=1"

    def header(prepared):
        prepared.headers["Content-Type"] = "application/x-amz-json-1.1"

    for change in (body, path, query, header):
        status, name, text = changed(change)
        assert (status, name) == (403, "InvalidSignatureException"), change
        assert text.startswith("The request signature we calculated does not match")
        assert key["secretAccessKey"] not in text


@pytest.mark.parametrize("minutes", [-14, 14])
def test_a_clock_may_be_a_little_off(guarded, key, at, minutes):
    at(minutes=minutes)
    assert send(signed(guarded, key, "GET", ACCOUNT)).status_code == 200


@pytest.mark.parametrize(("minutes", "words"), [(-16, "Signature expired"), (16, "not yet current")])
def test_a_clock_too_far_off_is_refused(guarded, account, key, at, refused, minutes, words):
    at(minutes=minutes)
    status, name, text = error(send(signed(guarded, key, "GET", ACCOUNT)))
    assert (status, name) == (403, "InvalidSignatureException") and words in text
    answer = refused(account.client("ses", key).get_send_quota)
    assert (answer.code, answer.status) == ("RequestExpired", 400)


def test_another_region_or_service_is_no_match(guarded, key):
    prepared = signed(guarded, key, "GET", ACCOUNT)
    prepared.headers["Authorization"] = prepared.headers["Authorization"].replace("us-east-1", "eu-west-1")
    assert error(send(prepared))[:2] == (403, "InvalidSignatureException")
    prepared = signed(guarded, key, "GET", ACCOUNT)
    prepared.headers["Authorization"] = prepared.headers["Authorization"].replace("/ses/", "/s3/")
    assert "scoped to correct service" in error(send(prepared))[2]


# Replay


def test_a_request_is_carried_out_once(guarded, key, sender):
    prepared = signed(guarded, key, "POST", SEND, mail(sender, "once and no more"), JSON)
    assert send(prepared).status_code == 200
    for _ in range(2):
        status, name, text = error(send(prepared))
        assert (status, name) == (403, "InvalidSignatureException") and "already used" in text
    assert guarded.wait_for_subject("once and no more")
    assert len([m for m in guarded.messages(limit=100) if m["subject"] == "once and no more"]) == 1
    # In v1 as well.
    form = f"Action=VerifyDomainIdentity&Version=2010-12-01&Domain=replayed-{sender}".encode()
    prepared = signed(
        guarded, key, "POST", "/", form, {"Content-Type": "application/x-www-form-urlencoded"}
    )
    assert send(prepared).status_code == 200
    answer = send(prepared)
    assert answer.status_code == 400 and "<Code>RequestExpired</Code>" in answer.text


def test_what_only_reads_may_come_again(guarded, key):
    prepared = signed(guarded, key, "GET", ACCOUNT)
    assert [send(prepared).status_code for _ in range(3)] == [200] * 3


def test_what_failed_may_come_again(guarded, key):
    prepared = signed(guarded, key, "POST", SEND, mail("unverified.example"), JSON)
    names = [error(send(prepared))[1] for _ in range(2)]
    assert names == ["MessageRejected"] * 2


def test_boto3_may_say_the_same_twice_in_a_second(account, key, sender):
    """Its signatures of equal calls in one second are equal."""
    client = account.client("sesv2", key)
    arguments = json.loads(mail(sender, "the same"))
    sent = {client.send_email(**arguments)["MessageId"] for _ in range(20)}
    assert len(sent) == 20


def test_boto3s_retry_is_no_replay(guarded, account, key, sender):
    """The first answer gets lost on its way; the attempt that follows is another one."""
    import boto3
    from botocore.exceptions import ConnectionClosedError

    client = boto3.session.Session().client(
        "sesv2", endpoint_url=guarded.url, region_name="us-east-1",
        aws_access_key_id=key["accessKeyId"], aws_secret_access_key=key["secretAccessKey"],
        config=Config(retries={"mode": "standard", "max_attempts": 3}),
    )  # fmt: skip
    attempts = []

    def lose(request, **_):
        attempts.append(request.headers["amz-sdk-request"])
        if len(attempts) == 1:
            assert send(request).status_code == 200
            raise ConnectionClosedError(endpoint_url=request.url)

    client.meta.events.register("before-send.*", lose)
    assert client.send_email(**json.loads(mail(sender, "retried")))["MessageId"]
    assert len(attempts) == 2


# Presigned


def presigned(guarded, key, action, seconds, **parameters):
    query = "&".join(
        f"{name}={requests.utils.quote(value, safe='')}"
        for name, value in {"Action": action, "Version": "2010-12-01", **parameters}.items()
    )
    return signed(guarded, key, "GET", f"/?{query}", auth=SigV4QueryAuth, expires=seconds)


def test_presigned_requests_are_good_for_their_time(guarded, key, at):
    prepared = presigned(guarded, key, "GetSendQuota", 60)
    for _ in range(2):
        answer = requests.get(prepared.url, timeout=30)
        assert answer.status_code == 200 and "<Max24HourSend>" in answer.text
    assert requests.get(prepared.url + "0", timeout=30).status_code == 403
    at(minutes=-2)
    answer = requests.get(presigned(guarded, key, "GetSendQuota", 60).url, timeout=30)
    assert answer.status_code == 400 and "Signature expired" in answer.text
    at(days=-6)
    week = presigned(guarded, key, "GetSendQuota", 604_800)
    assert requests.get(week.url, timeout=30).status_code == 200
    longer = presigned(guarded, key, "GetSendQuota", 604_801)
    answer = requests.get(longer.url, timeout=30)
    assert answer.status_code == 400 and "X-Amz-Expires must be less than a week" in answer.text


def test_a_presigned_mail_is_sent_once(guarded, key, sender):
    prepared = presigned(
        guarded, key, "SendEmail", 3600, **{
            "Source": f"a@{sender}", "Destination.ToAddresses.member.1": "b@recipient.example",
            "Message.Subject.Data": "presigned", "Message.Body.Text.Data": "t",
        },
    )  # fmt: skip
    assert requests.get(prepared.url, timeout=30).status_code == 200
    answer = requests.get(prepared.url, timeout=30)
    assert answer.status_code == 400 and "already used" in answer.text


# Signature Version 4A: awscrt signs by ECDSA for a set of regions


def asymmetric(guarded, key, path=ACCOUNT, method="GET", body=b"", regions="*", presigned=False):
    crt = pytest.importorskip("botocore.crt.auth", reason="awscrt is not there")
    auth = crt.CrtSigV4AsymQueryAuth if presigned else crt.CrtSigV4AsymAuth
    request = AWSRequest(method=method, url=guarded.url + path, data=body, headers=dict(JSON))
    auth(Credentials(key["accessKeyId"], key["secretAccessKey"]), "ses", regions).add_auth(request)
    return request.prepare()


@pytest.mark.parametrize("presigned", [False, True])
@pytest.mark.parametrize("regions", ["*", "us-east-1", "eu-west-1,us-*"])
def test_version_4a_is_verified(guarded, key, regions, presigned):
    prepared = asymmetric(guarded, key, regions=regions, presigned=presigned)
    assert send(prepared).status_code == 200
    wrong = dict(key, secretAccessKey="x" * 40)
    status, name, _ = error(
        send(asymmetric(guarded, wrong, regions=regions, presigned=presigned))
    )
    assert (status, name) == (403, "InvalidSignatureException")


def test_version_4a_serves_once(guarded, key, sender):
    prepared = asymmetric(guarded, key, SEND, "POST", mail(sender, "4a once"))
    assert send(prepared).status_code == 200
    status, name, text = error(send(prepared))
    assert (status, name) == (403, "InvalidSignatureException") and "already used" in text


def test_version_4a_signs_every_part(tmp_path):
    # Who signs wrongly has to wait, so this server is the test's own.
    with Waxwing("--require-credentials", data=tmp_path / "data") as server:
        check_every_part(server, Account(server).key())


def check_every_part(server, key):
    sender = "a.example"

    def body(prepared):
        prepared.body = mail(sender, "another")

    def region_set(prepared):
        prepared.headers["X-Amz-Region-Set"] = "us-east-1"

    for change in (body, region_set):
        prepared = asymmetric(server, key, SEND, "POST", mail(sender, "changed"))
        change(prepared)
        assert error(send(prepared))[:2] == (403, "InvalidSignatureException")


def test_version_4a_without_its_regions_is_refused(guarded, key):
    prepared = asymmetric(guarded, key)
    del prepared.headers["X-Amz-Region-Set"]
    status, name, text = error(send(prepared))
    assert (status, name) == (403, "IncompleteSignatureException")
    assert "X-Amz-Region-Set" in text


# What is not supported


@pytest.mark.parametrize(
    ("headers", "name", "words"),
    [
        ({"Authorization": "AWS A:frJIUN8DYpKDtOLCwo"}, "IncompleteSignatureException", "Version 2"),
        (
            {"X-Amzn-Authorization": "AWS3-HTTPS AWSAccessKeyId=A,Algorithm=HmacSHA256,Signature=x"},
            "IncompleteSignatureException", "Version 3",
        ),
        ({"Authorization": "Bearer token"}, "IncompleteSignatureException", "'Bearer'"),
    ],
)  # fmt: skip
def test_other_ways_to_sign_are_refused_by_name(guarded, headers, name, words):
    status, given, text = error(requests.get(guarded.url + ACCOUNT, headers=headers, timeout=30))
    assert (status, given) == (403, name) and words in text


def test_signature_version_2_is_refused_by_name(guarded, key):
    form = {"Action": "GetSendQuota", "AWSAccessKeyId": key["accessKeyId"], "SignatureVersion": "2",
            "SignatureMethod": "HmacSHA256", "Signature": "x"}  # fmt: skip
    for answer in (
        requests.get(guarded.url, params=form, timeout=30),
        requests.post(guarded.url, data=form, timeout=30),
    ):
        assert answer.status_code == 400
        assert "<Code>IncompleteSignature</Code>" in answer.text and "Version 2" in answer.text


def test_session_tokens_are_refused_by_name(account, key, refused):
    client = account.client("sesv2", key, aws_session_token="FwoGZXIvYXdzEXAMPLE")
    answer = refused(client.get_account)
    assert (answer.code, answer.status) == ("UnrecognizedClientException", 403)
    assert "session tokens are not supported" in answer.message


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("UNSIGNED-PAYLOAD", "UNSIGNED-PAYLOAD is not supported"),
        ("STREAMING-AWS4-HMAC-SHA256-PAYLOAD", "Chunked signatures are not supported"),
        (hashlib.sha256(b"other").hexdigest(), "does not match what was computed"),
    ],
)
def test_the_body_has_to_be_signed(guarded, key, sender, value, words):
    headers = {**JSON, "X-Amz-Content-SHA256": value}
    answer = send(signed(guarded, key, "POST", SEND, mail(sender), headers))
    # botocore takes the header's word for the hash, so that its signature is wrong as well.
    status, name, text = error(answer)
    assert (status, name) == (403, "InvalidSignatureException")
    assert words in text or "does not match the signature" in text


def test_the_right_hash_is_welcome(guarded, key, sender):
    body = mail(sender, "hashed")
    headers = {**JSON, "X-Amz-Content-SHA256": hashlib.sha256(body).hexdigest()}
    assert send(signed(guarded, key, "POST", SEND, body, headers)).status_code == 200


# Size


def head(guarded, *lines):
    """The answer to a request whose body never comes."""
    with contextlib.closing(socket.create_connection((LOOPBACK, guarded.http), timeout=10)) as peer:
        peer.sendall("\r\n".join([*lines, f"Host: {LOOPBACK}", "", ""]).encode())
        return peer.recv(65_536).decode()


def test_oversized_requests_are_refused_before_they_are_read(guarded, key):
    prepared = signed(guarded, key, "POST", SEND, b"", JSON)
    lines = [f"{name}: {value}" for name, value in prepared.headers.items()
             if name.lower() not in ("content-length", "host")]  # fmt: skip
    answer = head(guarded, f"POST {SEND} HTTP/1.1", *lines, "Content-Length: 100000000")
    assert answer.startswith("HTTP/1.1 413")
    # Whoever has no key makes the server read next to nothing.
    answer = head(guarded, f"POST {SEND} HTTP/1.1", "Content-Length: 1000000")
    assert answer.startswith("HTTP/1.1 403") and "MissingAuthenticationToken" in answer


# Other clients


def test_curl_signs_by_itself(guarded, key):
    ended = subprocess.run(
        [
            "curl", "--silent", "--aws-sigv4", "aws:amz:us-east-1:ses",
            "--user", f"{key['accessKeyId']}:{key['secretAccessKey']}", guarded.url + ACCOUNT,
        ],
        capture_output=True, text=True, timeout=30,
    )  # fmt: skip
    assert json.loads(ended.stdout)["SendingEnabled"] is True, ended.stdout


def test_headers_that_change_a_send_have_to_be_signed(guarded, key, sender):
    for name, value in (("Idempotency-Key", "k"), ("X-Waxwing-Send-At", "2027-01-01T00:00:00Z")):
        prepared = signed(guarded, key, "POST", SEND, mail(sender), JSON)
        prepared.headers[name] = value
        status, kind, text = error(send(prepared))
        assert (status, kind) == (403, "InvalidSignatureException")
        assert text == (
            f"There were headers present in the request which were not signed: '{name.lower()}'."
        )
    headers = {**JSON, "Idempotency-Key": "signed"}
    assert send(signed(guarded, key, "POST", SEND, mail(sender), headers)).status_code == 200


def test_a_path_is_the_one_that_was_signed(guarded, key):
    """Dot segments and empty ones are left out of what is signed; the rest leads to no other name."""
    path = "/v2/email/identities/a.example"
    for other in ("/v2/email/identities/b.example/../a.example", "/v2/email/identities//a.example",
                  "/v2/email/identities/./a.example", "/v2/email/identities/x/%2e%2e/a.example",
                  "/v2/email/identities/..%2fa.example"):  # fmt: skip
        prepared = signed(guarded, key, "GET", path)
        head = f"GET {other} HTTP/1.1\r\n" + "".join(
            f"{name}: {value}\r\n" for name, value in {
                "Host": guarded.url.removeprefix("http://"), **prepared.headers, "Connection": "close",
            }.items()
        )  # fmt: skip
        import socket

        with socket.create_connection(("127.0.0.1", guarded.http), timeout=10) as connection:
            connection.sendall(f"{head}\r\n".encode())
            answer = b"".join(iter(lambda: connection.recv(65536), b""))
        status = int(answer.split()[1])
        # Refused as unsigned, or as no operation: never as an identity that is not there.
        assert status in (403, 404), answer
        assert b"NotFoundException" not in answer, answer


def test_the_first_of_several_signatures_is_not_another(guarded, key):
    """A header that stands twice is not taken once for one purpose and once for another."""
    prepared = signed(guarded, key, "GET", ACCOUNT)
    import socket

    for extra in (("X-Amz-Date", "20200101T000000Z"), ("Host", "evil.example"),
                  ("Authorization", "AWS4-HMAC-SHA256 Credential=x")):  # fmt: skip
        fields = [("Host", guarded.url.removeprefix("http://")), *prepared.headers.items()]
        for lines in ([extra, *fields], [*fields, extra]):
            head = "GET " + ACCOUNT + " HTTP/1.1\r\nConnection: close\r\n"
            head += "".join(f"{name}: {value}\r\n" for name, value in lines)
            with socket.create_connection(("127.0.0.1", guarded.http), timeout=10) as connection:
                connection.sendall(f"{head}\r\n".encode())
                answer = b"".join(iter(lambda: connection.recv(65536), b""))
            assert answer.split()[1].startswith(b"4"), (extra, answer)
