"""SDKs other than boto3, and programs that sign by themselves. Signatures are checked here.

Each sends, lists page by page where it can, and is told why it is refused.
"""

import json
import os
import shutil
import subprocess
import urllib.parse
from pathlib import Path

import pytest
import requests

from support import mail
from support.accounts import Account
from support.server import Waxwing
from support.ses import MESSAGE_ID, signatures_of
from support.waiting import until

HERE = Path(__file__).parent / "sdks"
REFUSAL = (
    "Email address is not verified. The following identities failed the check in region US-EAST-1: "
    "me@nobody.example"
)


@pytest.fixture(scope="module")
def server():
    with Waxwing("--require-credentials") as started:
        account = Account(started)
        started.key = account.key()
        client = account.client("sesv2", started.key)
        started.names = [f"sdk{number}.example" for number in range(5)]
        for name in started.names:
            client.create_email_identity(EmailIdentity=name)
        for name in started.names:
            until(
                lambda: client.get_email_identity(EmailIdentity=name)["VerifiedForSendingStatus"],
                f"{name} to be verified",
            )
        started.client_of_key = client
        yield started
        assert started.is_running(), started.output()[-3000:]


def told(server, subject, *command, **environment):
    """What a program prints of its doings."""
    key = server.key
    done = subprocess.run(
        [*command, server.url, key["accessKeyId"], key["secretAccessKey"], server.names[0], subject],
        capture_output=True, text=True, timeout=300, env={**os.environ, **environment},
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return json.loads(done.stdout)


def check_sent(server, subject, message_id):
    assert MESSAGE_ID.fullmatch(message_id)
    received = server.wait_for_subject(subject)
    assert received["messageId"].startswith(message_id)
    assert signatures_of(received) and set(signatures_of(received).values()) == {"pass"}
    return mail.read(server.raw(received))


@pytest.fixture(scope="session")
def go_program(tmp_path_factory):
    """Built once, as fast as the cache of the machine lets it."""
    folder = tmp_path_factory.mktemp("go")
    program = folder / "sdk"
    done = subprocess.run(
        ["go", "build", "-o", str(program), str(HERE / "main.go")], capture_output=True, text=True,
        timeout=500,
        env={**os.environ, "GO111MODULE": "off", "GOPATH": "/usr/share/gocode", "CGO_ENABLED": "0",
             "GOFLAGS": "-p=2"},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return program


def test_go(server, subject, go_program):
    said = told(server, subject, str(go_program))
    check_sent(server, f"{subject} v2", said["v2"])
    check_sent(server, f"{subject} v1", said["v1"])
    assert said["v2 refused"] == said["v1 refused"] == REFUSAL
    assert said["v2 missing"] is True
    assert sorted(said["v2 identities"]) == sorted(said["v1 identities"]) == server.names
    assert said["quota"] == -1


@pytest.mark.skipif(not shutil.which("php"), reason="there is no PHP")
def test_php(server, subject):
    said = told(server, subject, "php", str(HERE / "send.php"))
    message = check_sent(server, f"{subject} v2", said["v2"])
    assert message["Cc"] == "cc@inbox.example"
    check_sent(server, f"{subject} raw", said["raw"])
    assert said["v2 refused"] == REFUSAL


@pytest.mark.skipif(not shutil.which("ruby"), reason="there is no Ruby")
def test_ruby(server, subject):
    said = told(server, subject, "ruby", "-W0", str(HERE / "send.rb"))
    check_sent(server, f"{subject} v1", said["v1"])
    check_sent(server, f"{subject} raw", said["raw"])
    assert said["v1 refused"] == REFUSAL
    assert sorted(said["v1 identities"]) == server.names
    assert said["verified"] is True and said["quota"] == -1


# Signers


def crt(server, method, url, body):
    """The signer that AWS's own SDKs share, in C."""
    from awscrt import auth, http

    path = url.removeprefix(server.url)
    request = http.HttpRequest(method, path)
    host = urllib.parse.urlsplit(server.url).netloc
    request.headers.add("Host", host)
    if body:
        import io

        request.headers.add("Content-Type", "application/json")
        request.headers.add("Content-Length", str(len(body)))
        request.body_stream = io.BytesIO(body)
    provider = auth.AwsCredentialsProvider.new_static(
        server.key["accessKeyId"], server.key["secretAccessKey"]
    )
    config = auth.AwsSigningConfig(
        algorithm=auth.AwsSigningAlgorithm.V4, region="us-east-1", service="ses",
        signature_type=auth.AwsSignatureType.HTTP_REQUEST_HEADERS, credentials_provider=provider,
        signed_body_header_type=auth.AwsSignedBodyHeaderType.X_AMZ_CONTENT_SHA_256,
    )  # fmt: skip
    signed = auth.aws_sign_request(request, config).result(20)
    return requests.request(
        method, server.url + signed.path, headers=dict(signed.headers), data=body, timeout=20
    )


def aws4auth(server, method, url, body):
    from requests_aws4auth import AWS4Auth

    key = server.key
    signer = AWS4Auth(key["accessKeyId"], key["secretAccessKey"], "us-east-1", "ses")
    return requests.request(
        method, url, data=body, auth=signer, timeout=20, headers={"Content-Type": "application/json"}
    )


@pytest.mark.parametrize("signer", [crt, aws4auth], ids=lambda signer: signer.__name__)
def test_signers(server, subject, signer):
    outbound = f"{server.url}/v2/email/outbound-emails"

    def content(sender):
        return json.dumps({
            "FromEmailAddress": sender, "Destination": {"ToAddresses": ["you@inbox.example"]},
            "Content": {
                "Simple": {"Subject": {"Data": subject}, "Body": {"Text": {"Data": "grün"}}},
            },
        }).encode()  # fmt: skip

    sent = signer(server, "POST", outbound, content(f"me@{server.names[0]}"))
    assert sent.status_code == 200, sent.text
    check_sent(server, subject, sent.json()["MessageId"])
    refused = signer(server, "POST", outbound, content("me@nobody.example"))
    assert (refused.status_code, refused.json()["message"]) == (400, REFUSAL)
    names, token = [], ""
    while token is not None:
        more = "&NextToken=" + urllib.parse.quote(token, safe="") if token else ""
        page = signer(server, "GET", f"{server.url}/v2/email/identities?PageSize=2{more}", None)
        assert page.status_code == 200, page.text
        names += [identity["IdentityName"] for identity in page.json()["EmailIdentities"]]
        token = page.json().get("NextToken")
    assert sorted(names) == server.names
    # Names with characters that are written in several ways.
    odd = f"{server.url}/v2/email/identities/" + urllib.parse.quote("a+b~c@x.example", safe="")
    assert signer(server, "GET", odd, None).status_code == 404


def curl(*arguments, key=None):
    signing = []
    if key:
        signing = ["--aws-sigv4", "aws:amz:us-east-1:ses"]
        signing += ["--user", f"{key['accessKeyId']}:{key['secretAccessKey']}"]
    done = subprocess.run(
        ["curl", "--silent", "--show-error", "--write-out", "\n%{http_code}", *signing, *arguments],
        capture_output=True, text=True, timeout=30,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    body, _, status = done.stdout.rpartition("\n")
    return int(status), body


def test_curl_signs_what_it_sends(server, subject):
    status, body = curl(
        f"{server.url}/v2/email/outbound-emails", "--json",
        json.dumps({
            "FromEmailAddress": f"me@{server.names[0]}",
            "Destination": {"ToAddresses": ["you@inbox.example"]},
            "Content": {"Simple": {"Subject": {"Data": subject}, "Body": {"Text": {"Data": "x"}}}},
        }), key=server.key,
    )  # fmt: skip
    assert status == 200, body
    check_sent(server, subject, json.loads(body)["MessageId"])
    status, body = curl(
        server.url + "/", "--data", "Action=ListIdentities&MaxItems=2&Version=2010-12-01",
        key=server.key,
    )
    assert status == 200 and body.count("<member>") == 2 and "<NextToken>" in body
    status, body = curl(
        server.url + "/", "--data", "Action=GetSendQuota&Version=2010-12-01",
        key={**server.key, "secretAccessKey": "wrong"},
    )
    assert status == 403 and "<Code>SignatureDoesNotMatch</Code>" in body


def test_curl_with_a_presigned_request(server):
    """What a key's owner signed, somebody without a key may call: by a URL alone."""
    from botocore.auth import SigV4QueryAuth
    from botocore.awsrequest import AWSRequest
    from botocore.credentials import Credentials

    credentials = Credentials(server.key["accessKeyId"], server.key["secretAccessKey"])

    def presigned(path, **parameters):
        query = f"?{urllib.parse.urlencode(parameters)}" if parameters else ""
        request = AWSRequest("GET", server.url + path + query)
        SigV4QueryAuth(credentials, "ses", "us-east-1", expires=60).add_auth(request)
        return request.url

    v1 = presigned("/", Action="ListIdentities", MaxItems=3, Version="2010-12-01")
    status, body = curl(v1)
    assert status == 200 and body.count("<member>") == 3, body
    v2 = presigned("/v2/email/identities", PageSize=2)
    status, body = curl(v2)
    assert status == 200 and len(json.loads(body)["EmailIdentities"]) == 2, body
    status, body = curl(v2.replace("PageSize=2", "PageSize=3"))
    assert status == 403
