"""The `aws` command line, unchanged but for the endpoint that the environment names."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from support import mail
from support.ses import signatures_of
from support.waiting import until

AWS = str(Path(sys.executable).with_name("aws"))


@pytest.fixture
def aws(waxwing):
    def run(*arguments, fails=False):
        ended = subprocess.run(
            [AWS, *arguments, "--output", "json"], capture_output=True, text=True, timeout=60,
            env={**os.environ, **waxwing.aws_environment()},
        )  # fmt: skip
        assert (ended.returncode != 0) == fails, ended.stdout + ended.stderr
        if fails:
            return ended.stderr
        return json.loads(ended.stdout) if ended.stdout.strip() else {}

    return run


def test_from_a_new_domain_to_mail_with_files(waxwing, aws, unique, subject):
    name = f"{unique('cli')}.example"
    created = aws("sesv2", "create-email-identity", "--email-identity", name)
    assert len(created["DkimAttributes"]["Tokens"]) == 3
    until(
        lambda: aws("sesv2", "get-email-identity", "--email-identity", name)["VerifiedForSendingStatus"],
        f"{name} to be verified",
    )

    simple = {
        "Simple": {
            "Subject": {"Data": f"{subject} grün"},
            "Body": {"Text": {"Data": "Käse"}, "Html": {"Data": "<i>Käse</i>"}},
            "Attachments": [
                # aws takes the text for the bytes themselves, and encodes it on the way.
                {"FileName": "dot ä.txt", "RawContent": "a file"}
            ],
        }
    }
    aws(
        "sesv2", "send-email", "--from-email-address", f'"{mail.NAME}" <me@{name}>',
        "--destination", "ToAddresses=you@inbox.example", "--content", json.dumps(simple),
    )  # fmt: skip
    received = waxwing.wait_for_subject(f"{subject} grün")
    assert received["from"] == f"{mail.NAME} <me@{name}>"
    assert set(signatures_of(received).values()) == {"pass"}
    assert [(f, b) for f, _, b in mail.attachments(waxwing.raw(received))] == [("dot ä.txt", b"a file")]

    files = [("raw.png", "image/png", mail.PNG)]
    composed = mail.message(f"me@{name}", "you@inbox.example", f"{subject} raw", files=files)
    content = {"Raw": {"Data": composed.decode()}}
    aws("sesv2", "send-email", "--content", json.dumps(content))
    assert mail.attachments(waxwing.raw(waxwing.wait_for_subject(f"{subject} raw"))) == files


def test_the_older_api(waxwing, aws, domain, subject):
    sent = aws(
        "ses", "send-email", "--from", f"me@{domain}", "--to", "you@inbox.example",
        "--subject", subject, "--text", "Hello.",
    )  # fmt: skip
    assert waxwing.wait_for_subject(subject)["messageId"].startswith(sent["MessageId"])
    assert domain in aws("ses", "list-identities")["Identities"]
    assert aws("ses", "get-send-quota")["SentLast24Hours"] >= 1


def test_refusals_are_told(aws):
    said = aws(
        "sesv2", "send-email", "--from-email-address", "me@nobody.example", "--destination",
        "ToAddresses=you@inbox.example", "--content",
        '{"Simple":{"Subject":{"Data":"x"},"Body":{"Text":{"Data":"x"}}}}', fails=True,
    )  # fmt: skip
    assert "(MessageRejected)" in said and "in region US-EAST-1: me@nobody.example" in said
