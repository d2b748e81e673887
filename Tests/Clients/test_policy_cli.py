"""`waxwing policy`: what it foretells of a call, on the files alone."""

import json
import subprocess

import pytest
from support.server import binary

OWNER, DELEGATE = "000000000000", "111122223333"
ARN = f"arn:aws:ses:us-east-1:{OWNER}:identity/example.com"
USER = f"arn:aws:iam::{DELEGATE}:user/app"
UNIT = "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/"

OWN = {
    "Version": "2012-10-17",
    "Statement": [{"Effect": "Allow", "Action": "ses:*", "Resource": "*"}],
}


def statement(sid="Delegates", effect="Allow", **members):
    return {
        "Sid": sid, "Effect": effect, "Principal": "*", "Resource": ARN,
        "Action": ["ses:SendEmail", "ses:SendRawEmail"], **members,
    }  # fmt: skip


def policy(*statements):
    return {"Version": "2012-10-17", "Id": "AuthPolicy", "Statement": list(statements)}


# A unit of an organisation, by a path without the slash at its end, as examples write it.
UNIT_POLICY = policy(
    statement(
        "AuthorizeOU", Action=["SES:SendEmail", "SES:SendRawEmail"],
        Condition={"ForAnyValue:StringLike": {"aws:PrincipalOrgPaths": UNIT.rstrip("/")}},
    )
)  # fmt: skip


@pytest.fixture
def run(tmp_path):
    """Runs `waxwing policy …`; an argument that is a dictionary stands for a file with it."""

    def call(*arguments, text=False):
        given = []
        for number, argument in enumerate(arguments):
            if isinstance(argument, dict):
                file = tmp_path / f"{number}.json"
                file.write_text(json.dumps(argument, indent=2))
                argument = str(file)
            given.append(argument)
        ended = subprocess.run(
            [binary(), "policy", *given, *([] if text else ["--json"])],
            capture_output=True, text=True, timeout=30,
        )  # fmt: skip
        return ended.returncode, ended.stdout if text else json.loads(ended.stdout), ended.stderr

    return call


@pytest.fixture
def simulate(run):
    def call(document, *arguments, caller=USER, own=OWN, identity="example.com", **options):
        return run(
            "simulate", "--identity", identity, "--caller", caller,
            *(["--policy", document] if document else []),
            *(["--caller-policy", own] if own else []), *arguments, **options,
        )  # fmt: skip

    return call


FROM = ["--from", "App <app@example.com>"]


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        (UNIT, True),
        ("o-a1b2c3d4e5/r-ab12/ou-ab12-22222222/", False),
        ("o-a1b2c3d4e5/r-ab12/", False),
        (None, False),
    ],
)
def test_a_unit_of_an_organisation(simulate, path, allowed):
    place = ["--organization", path] if path else []
    status, told, _ = simulate(UNIT_POLICY, *FROM, *place)
    assert (status, told["allowed"]) == (0 if allowed else 1, allowed)
    (action,) = told["actions"]
    last = action["statements"][-1]
    assert (last["sid"], last["applies"]) == ("AuthorizeOU", allowed)
    if allowed:
        assert [s["of"] for s in action["decidedBy"]] == ["caller", "identity"]
        assert last["mismatches"] == []
    else:
        assert action["decision"] == "implicitDeny"
        assert "aws:PrincipalOrgPaths" in last["mismatches"][0]


@pytest.mark.parametrize(
    ("condition", "arguments", "allowed"),
    [
        ({"StringLike": {"ses:FromAddress": "*@example.com"}}, [], True),
        ({"StringLike": {"ses:FromAddress": "sales@*"}}, [], False),
        ({"StringEquals": {"ses:FromDisplayName": "App"}}, [], True),
        ({"ForAllValues:StringLike": {"ses:Recipients": "*@a.example"}}, ["--to", "x@a.example"], True),
        (
            {"ForAllValues:StringLike": {"ses:Recipients": "*@a.example"}},
            ["--to", "x@a.example", "--to", "x@b.example"], False,
        ),
        ({"StringEquals": {"ses:FeedbackAddress": "app@example.com"}}, [], True),
        ({"StringEquals": {"ses:FeedbackAddress": "b@example.com"}}, ["--feedback", "b@example.com"], True),
        ({"IpAddress": {"aws:SourceIp": "192.0.2.0/24"}}, ["--source-ip", "192.0.2.9"], True),
        ({"IpAddress": {"aws:SourceIp": "192.0.2.0/24"}}, ["--source-ip", "198.51.100.9"], False),
        ({"StringEquals": {"ses:ApiVersion": "1"}}, ["--api-version", "1"], True),
        ({"StringEquals": {"ses:ApiVersion": "1"}}, [], False),
        ({"Bool": {"aws:SecureTransport": "true"}}, ["--insecure"], False),
        (
            {"DateLessThan": {"aws:CurrentTime": "2025-01-01T00:00:00Z"}},
            ["--time", "2024-12-31T23:59:59Z"], True,
        ),
    ],
)  # fmt: skip
def test_conditions(simulate, condition, arguments, allowed):
    status, told, _ = simulate(policy(statement(Condition=condition)), *FROM, *arguments)
    assert (status, told["allowed"]) == (0 if allowed else 1, allowed)


def test_a_deny_wins_and_is_named(simulate):
    document = policy(statement(), statement("Never", "Deny", Principal={"AWS": DELEGATE}))
    status, told, _ = simulate(document, *FROM)
    assert (status, told["actions"][0]["decision"]) == (1, "explicitDeny")
    assert [s["sid"] for s in told["actions"][0]["decidedBy"]] == ["Never"]


def test_all_actions_have_to_be_allowed(simulate):
    both = ["--action", "ses:SendRawEmail", "--action", "ses:SendEmail"]
    assert simulate(policy(statement()), *FROM, *both)[0] == 0
    status, told, _ = simulate(policy(statement(Action="ses:SendEmail")), *FROM, *both)
    assert (status, [a["allowed"] for a in told["actions"]]) == (1, [False, True])


def test_the_callers_own_policies_count(simulate):
    status, told, _ = simulate(policy(statement()), *FROM, own=None)
    assert (status, told["actions"][0]["decision"]) == (1, "implicitDeny")
    assert simulate(None, *FROM, own=None, caller=OWNER)[0] == 0


def test_dmarc(simulate):
    _, told, _ = simulate(policy(statement()), *FROM)
    assert told["dmarc"]["pass"] and told["dmarc"]["dkim"]["alignment"] == "strict"
    assert told["dmarc"]["spf"]["alignment"] == "none" and len(told["dmarc"]["remedies"]) == 1
    _, told, _ = simulate(policy(statement()), *FROM, "--mail-from", "bounce.example.com")
    assert told["dmarc"]["spf"]["alignment"] == "relaxed" and told["dmarc"]["remedies"] == []
    _, told, _ = simulate(None, caller=OWNER, own=None, identity="a@example.com")
    assert told["allowed"] and not told["dmarc"]["pass"]
    assert "Verify the domain example.com" in told["dmarc"]["remedies"][0]


def test_text(simulate):
    status, text, _ = simulate(UNIT_POLICY, *FROM, "--organization", UNIT, text=True)
    assert status == 0
    # Long lines are wrapped behind the branches of the tree.
    text = " ".join(text.replace("│", " ").split())
    assert text.startswith(f"✓ {USER} on {ARN} → allowed └─ ✓ ses:SendEmail → allowed by ")
    assert "statement 0 “AuthorizeOU” of " in text and "DMARC, From example.com → would pass" in text


@pytest.mark.parametrize(
    ("document", "says"),
    [
        (policy(statement(Resource=f"{ARN}.net")), "Policy resource does not match the identity"),
        (policy(statement(Action="s3:GetObject")), "Statement[0].Action"),
        (policy(statement(Condition={"StringEquals": {"ses:From": "a"}})), "ses:From"),
        (policy(statement(Effect="allow")), "Statement[0].Effect"),
    ],
)
def test_check_says_where_a_document_is_wrong(run, document, says):
    status, told, _ = run("check", document, "--identity", "example.com", "--owner", OWNER)
    assert (status, told["valid"]) == (1, False)
    assert says in told["problem"]


def test_check_takes_what_the_service_takes(run, waxwing):
    status, told, _ = run("check", UNIT_POLICY, "--identity", "example.com")
    assert (status, told["valid"]) == (0, True)
    waxwing.client("ses").put_identity_policy(
        Identity="example.com", PolicyName="Unit", Policy=json.dumps(UNIT_POLICY)
    )
    assert run("check", "--identity-based", OWN)[0] == 0
    assert run("check", "--identity-based", UNIT_POLICY)[0] == 1


def test_calls_that_say_nothing(run, tmp_path):
    missing = subprocess.run(
        [binary(), "policy", "check", str(tmp_path / "none.json")], capture_output=True, timeout=30
    )
    assert missing.returncode == 2
    wrong = subprocess.run(
        [binary(), "policy", "simulate", "--identity", "example.com", "--caller", "somebody"],
        capture_output=True, timeout=30,
    )  # fmt: skip
    assert wrong.returncode == 2
