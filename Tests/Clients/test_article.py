"""AWS's article on sending for a domain of another account: its own code and policy, run as they are.

The article is not part of this repository: `ARTICLE` names a text of it, and without one there is
nothing to run. Values go in where the article has placeholders, and nothing else is changed but what
its way through HTML did to it: typographic quotes, and spaces that do not break.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from support.accounts import Account

ACCOUNT = "000000000000"
ORGANIZATION, ROOT, UNIT = "o-a1b2c3d4e5", "r-ab12", "ou-ab12-33333333"
RECIPIENT = "reader@inbox.example"
SUBJECT = "Amazon SES Test"

pytestmark = pytest.mark.skipif(
    not os.environ.get("ARTICLE"), reason="ARTICLE names no text of the article"
)


@pytest.fixture(scope="module")
def article():
    text = Path(os.environ["ARTICLE"]).read_text(encoding="utf-8")
    for found, meant in (("\u00a0", " "), ("“", '"'), ("”", '"')):
        text = text.replace(found, meant)
    return text


def filled(text, *values):
    """The text with each (placeholder, value) put in, one after the other."""
    for placeholder, value in values:
        assert placeholder in text, f"the article has no {placeholder}"
        text = text.replace(placeholder, value, 1)
    return text


def code(article, recipient, sender, arn):
    """The Lambda function's file."""
    lines = article.splitlines()
    handler = next(n for n, line in enumerate(lines) if line.startswith("def lambda_handler"))
    first = max(n for n in range(handler) if not lines[n].strip() and lines[n + 1].startswith("import"))
    end = next(
        n for n in range(handler + 1, len(lines)) if lines[n].strip() and not lines[n].startswith("    ")
    )  # fmt: skip
    address = "'<[email protected]>'"
    return filled(
        "\n".join(lines[first + 1 : end]), (address, repr(recipient)), (address, repr(sender)),
        ("<your-ses-identity-ARN>", arn), ("<your-ses-identity-ARN>", arn),
    )  # fmt: skip


def policy(article, arn):
    """The policy that lets an organisational unit send."""
    condition = article.index("<Organization Id>")
    start = article.rindex("\n{\n", 0, condition)
    text = article[start : article.index("\n}\n", condition) + 2]
    return filled(
        text, ("<Arn of Verified Domain>", arn), ("<Organization Id>", ORGANIZATION),
        ("<Root OU Id>", ROOT), ("<Organizational Unit Id>", UNIT),
    )  # fmt: skip


class Function:
    """A role of another account with full access to SES, and the article's function in it."""

    def __init__(self, server, unit):
        path = f"{ORGANIZATION}/{ROOT}/{unit}/"
        self.server = server
        self.account = Account(server, "function", "--organization", path)
        self.account.member("role", "sender", ("Allow", "ses:*", "*"))
        self.key = self.account.key("--role", "sender")

    def invoke(self, code):
        """What it prints. Nothing but the environment leads it to this server."""
        environment = {
            **os.environ, **self.server.aws_environment(),
            "AWS_ACCESS_KEY_ID": self.key["accessKeyId"],
            "AWS_SECRET_ACCESS_KEY": self.key["secretAccessKey"],
        }  # fmt: skip
        ended = subprocess.run(
            [sys.executable, "-c", f"{code}\nlambda_handler({{}}, None)\n"], env=environment,
            capture_output=True, text=True, timeout=60,
        )  # fmt: skip
        assert ended.returncode == 0, ended.stderr
        return ended.stdout.splitlines()


@pytest.fixture(scope="module")
def owned(waxwing, unique, article):
    """A domain of the first account with the article's policy."""
    domain = waxwing.verified_domain(f"{unique('article')}.example")
    arn = f"arn:aws:ses:us-east-1:{ACCOUNT}:identity/{domain}"
    document = policy(article, arn)
    json.loads(document)
    waxwing.client("ses").put_identity_policy(
        Identity=domain, PolicyName="AuthPolicy", Policy=document
    )
    return domain, arn


@pytest.mark.parametrize("form", ["{}", "<{}>"])
def test_the_function_sends_from_a_second_account(waxwing, article, owned, form):
    domain, arn = owned
    sender = f"bounce{len(form)}@{domain}"
    text = code(article, form.format(RECIPIENT), form.format(sender), arn)
    printed = Function(waxwing, UNIT).invoke(text)
    assert printed[0] == "Email sent! Message ID:" and len(printed) == 2, printed
    message = waxwing.wait_for(
        lambda m: m["subject"] == SUBJECT and sender in json.dumps(m), f"mail from {sender}"
    )
    authentication = message["authentication"]
    signatures = {s["domain"]: s["result"] for s in authentication["dkim"]}
    assert signatures[domain] == "pass"
    assert authentication["dmarc"] == "pass"


def test_the_function_of_another_unit_is_refused(waxwing, article, owned):
    domain, arn = owned
    text = code(article, RECIPIENT, f"bounce@{domain}", arn)
    printed = Function(waxwing, "ou-ab12-44444444").invoke(text)
    assert len(printed) == 1 and "is not authorized to perform 'ses:SendEmail'" in printed[0]
    assert printed[0].endswith(f"on resource '{arn}'")
