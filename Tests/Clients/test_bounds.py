"""Every bound of the service models, violated once: minima, maxima, patterns, enumerations and
required members of each operation that the coverage page calls implemented.

botocore makes and signs the requests, with its own validation switched off.
"""

import copy
import json
import re
from pathlib import Path

import pytest

COVERAGE = Path(__file__).resolve().parents[2] / "docs/ses-coverage.md"
#: A region of its own, so that what the valid requests change is seen by no other test.
REGION = "mx-central-1"
SERVICES = {"v1": "ses", "v2": "sesv2"}
#: Longest text that is sent to break a maximum.
LENGTH_LIMIT = 1_000_000

#: A text for each pattern of the models. A new pattern needs one too.
SAMPLES = {
    r"^(.+)@(.+)$": "me@example.com",
    r"^[\w\-_]+$": "name",
    r"^[!-9;-@A-~]+$": "X-Name",
    r"[ -~]*": "value",
    r"arn:[\w+=/,.@-]+:[\w+=/,.@-]+:[\w+=/,.@-]*:[0-9]+:certificate/[\w+=,.@-]+":
        "arn:aws:acm:us-east-1:0:certificate/x",
    r"^^([A-Za-z0-9+/]{4})*([A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$": "YWJj",
    r"^[a-zA-Z0-9+\/]+={0,2}$": "YWJj",
    r"^s3:\/\/([^\/]+)\/(.*?([^\/]+)\/?)$": "s3://bucket/key",
    r"^(([a-zA-Z0-9]|[a-zA-Z0-9][a-zA-Z0-9\-]*[a-zA-Z0-9]))$": "selector",
    r"^(([^:/?#]+):)?(//([^/?#]*))?([^?#]*)(\?([^#]*))?(#(.*))?": "https://example.com",
}  # fmt: skip
SAMPLE_STARTS = {
    "arn:(aws|aws-[a-z-]+):ses": f"arn:aws:ses:us-east-1:0:mailmanager-archive/a-{'x' * 24}",
    "arn:(aws|aws-us-gov):connect":
        "arn:aws:connect:us-east-1:0:instance/00000000-0000-0000-0000-000000000000",
    r"arn:[\w-]+:iam": "arn:aws:iam::0:role/x",
}  # fmt: skip


#: Bounds of the models that SES does not hold its callers to.
UNCHECKED = {("v1", "ListCustomVerificationEmailTemplates", "MaxResults")}


def implemented():
    version = None
    for line in COVERAGE.read_text().splitlines():
        if line.startswith("## "):
            version = line[3:5]
        elif match := re.match(r"\| (\w+) \| implemented \|", line):
            yield version, match[1]


def fulfils(pattern, text):
    return re.fullmatch(pattern, text, re.ASCII) is not None


def sample(shape):
    """A value that the shape allows, with no more members than it must have, and one at least."""
    metadata = shape.metadata
    match shape.type_name:
        case "structure":
            names = shape.required_members or list(shape.members)[:1]
            return {name: sample(shape.members[name]) for name in names}
        case "list":
            return [sample(shape.member) for _ in range(metadata.get("min", 0))]
        case "map":
            return {}
        case "boolean":
            return True
        case "integer" | "long" | "float" | "double":
            return max(metadata.get("min", 1), min(1, metadata.get("max", 1)))
        case "timestamp":
            return 1_700_000_000
        case "blob":
            return b"From: me@example.com\r\n\r\n"
    if shape.enum:
        return shape.enum[0]
    pattern = metadata.get("pattern")
    if pattern:
        known = [value for start, value in SAMPLE_STARTS.items() if pattern.startswith(start)]
        return SAMPLES[pattern] if pattern in SAMPLES else known[0]
    return "x" * max(1, metadata.get("min", 1))


def wrong_values(shape):
    """Values that break one bound of the shape itself, with the name of the bound."""
    metadata = shape.metadata
    least, most = metadata.get("min"), metadata.get("max")
    match shape.type_name:
        case "string":
            if shape.enum:
                yield "enum", "NO_SUCH_VALUE"
                return
            text = sample(shape)
            if least:
                yield "min", text[: least - 1]
            if most and most < LENGTH_LIMIT:
                yield "max", text + "x" * (most + 1 - len(text))
            if pattern := metadata.get("pattern"):
                for filler in (" ", "é", "?"):
                    wrong = filler * max(1, least or 1)
                    if not fulfils(pattern, wrong):
                        yield "pattern", wrong
                        break
        case "integer" | "long" | "float" | "double":
            if least is not None:
                yield "min", least - 1
            if most is not None:
                yield "max", most + 1
        case "list":
            item = sample(shape.member)
            if least:
                yield "min", [item] * (least - 1)
            if most is not None and most < 10_000:
                yield "max", [item] * (most + 1)
        case "map":
            if most is not None:
                key = shape.key.enum or [f"k{number}" for number in range(most + 1)]
                if len(key) > most:
                    yield "max", {k: sample(shape.value) for k in key[: most + 1]}


def violations(shape, ancestors=()):
    """Values of a shape that break one bound somewhere in it, each with the way to the bound."""
    for bound, value in wrong_values(shape):
        yield bound, value
    if shape.name in ancestors:
        return
    ancestors = (*ancestors, shape.name)
    if shape.type_name == "structure":
        whole = sample(shape)
        for name, member in shape.members.items():
            if name in shape.required_members:
                yield f"{name}: required", {k: v for k, v in whole.items() if k != name}
            for path, value in violations(member, ancestors):
                yield f"{name}.{path}", {**copy.deepcopy(whole), name: value}
    elif shape.type_name == "list":
        for path, value in violations(shape.member, ancestors):
            yield f"[0].{path}", [value]
    elif shape.type_name == "map":
        key = (shape.key.enum or ["key"])[0]
        for path, value in violations(shape.value, ancestors):
            yield f"{{{key}}}.{path}", {key: value}


@pytest.fixture(scope="module")
def clients(waxwing):
    import boto3
    from botocore.config import Config

    def client(service):
        return boto3.session.Session().client(
            service, endpoint_url=waxwing.url, region_name=REGION,
            aws_access_key_id="AKIAIOSFODNN7EXAMPLE", aws_secret_access_key="secret",
            config=Config(retries={"max_attempts": 0}, parameter_validation=False),
        )  # fmt: skip

    return {version: client(service) for version, service in SERVICES.items()}


def call(client, operation, arguments):
    """Status, error code and text of an answer; None for what no request can say."""
    from botocore import xform_name
    from botocore.exceptions import ClientError, ParamValidationError

    try:
        getattr(client, xform_name(operation))(**arguments)
    except ClientError as error:
        answer = error.response
        status = answer["ResponseMetadata"]["HTTPStatusCode"]
        return status, answer["Error"]["Code"], answer["Error"].get("Message")
    except (ParamValidationError, KeyError, AttributeError):
        return None
    return 200, None, None


@pytest.mark.parametrize("version, operation", list(implemented()))
def test_every_bound_is_kept(clients, version, operation):
    client = clients[version]
    shape = client.meta.service_model.operation_model(operation).input_shape
    if shape is None:
        return
    codes = {
        "v1": ("ValidationError", "MalformedInput"),
        "v2": ("BadRequestException", "SerializationException"),
    }[version]
    in_path = {
        name for name, member in shape.members.items()
        if member.serialization.get("location") == "uri"
    }  # fmt: skip
    wrong = []
    for path, arguments in violations(shape):
        if (version, operation, path.split(".")[0]) in UNCHECKED:
            continue
        # An empty or missing part of a path is another path.
        if any(not arguments.get(name) for name in in_path):
            continue
        # The Query protocol has no way to write a structure without members.
        if version == "v1" and has_empty_structure(arguments):
            continue
        answer = call(client, operation, arguments)
        if answer is None:
            continue
        status, code, text = answer
        if status != 400 or code not in codes:
            wrong.append(f"{path}: {status} {code} {text} for {brief(arguments)}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("version, operation", list(implemented()))
def test_what_keeps_every_bound_is_understood(clients, version, operation):
    client = clients[version]
    shape = client.meta.service_model.operation_model(operation).input_shape
    answer = call(client, operation, sample(shape) if shape else {})
    assert answer is not None
    status, code, text = answer
    assert status < 500, f"{code} {text}"
    assert code not in ("ValidationError", "MalformedInput", "SerializationException"), text


def has_empty_structure(value):
    if isinstance(value, dict):
        return not value or any(has_empty_structure(inner) for inner in value.values())
    return isinstance(value, list) and any(has_empty_structure(inner) for inner in value)


def brief(arguments):
    return json.dumps(arguments, default=str)[:300]
