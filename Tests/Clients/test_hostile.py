"""What no client sends by mistake: every text of every operation that the coverage page calls
implemented with characters that mean something somewhere, numbers at their ends, and bodies that
are made to cost. Each is the caller's mistake or is taken; none is the server's.
"""

import json
import time

import pytest
import requests
from botocore.exceptions import HTTPClientError
from test_bounds import brief, call, clients, implemented, sample  # noqa: F401

from support.waiting import until

ONE_BY_ONE = ["\0", "a\r\nBcc: evil@inbox.example", "\ud800", "../../%2e%2e/%00"]
ALL_AT_ONCE = [
    "\u2028\u2029\u0085\v\f", "\ufeff\u202egpj.exe", "{{{{#each}}{{/x}}", "\U0001f600" * 300,
    "'; DROP TABLE identities; --", "\"><script>alert(1)</script>", "${aws:username}*?",
    "arn:aws:ses:us-east-1:000000000000:identity/", "=?utf-8?q?=0D=0AX:_y?=", "é@ü.example",
    "1e999", "-9223372036854775808", " ",
]  # fmt: skip
NUMBERS = [-(2**63), 2**63 - 1, 2**64, 0, -1, 1e308, 1e-308]


def changed(shape, value, kinds, ancestors=()):
    """Values of a shape in which one text, or number, is another."""
    if shape.name in ancestors:
        return
    ancestors = (*ancestors, shape.name)
    if shape.type_name in kinds and not shape.metadata.get("enum"):
        yield value
    elif shape.type_name == "structure":
        whole = sample(shape)
        for name, member in shape.members.items():
            for other in changed(member, value, kinds, ancestors):
                yield {**whole, name: other}
    elif shape.type_name == "list":
        for other in changed(shape.member, value, kinds, ancestors):
            yield [other]
    elif shape.type_name == "map":
        yield {value if "string" in kinds else "k": "v"}


def filled(shape, value, ancestors=()):
    """The shape with the value in every text that it may have."""
    if shape.name in ancestors:
        return sample(shape)
    ancestors = (*ancestors, shape.name)
    if shape.type_name == "string" and not shape.metadata.get("enum"):
        return value
    if shape.type_name == "structure":
        return {name: filled(member, value, ancestors) for name, member in shape.members.items()}
    if shape.type_name == "list":
        return [filled(shape.member, value, ancestors)]
    return sample(shape)


@pytest.mark.parametrize("version, operation", list(implemented()))
def test_hostile_texts_and_numbers_are_the_callers_mistake(clients, version, operation):  # noqa: F811
    client = clients[version]
    shape = client.meta.service_model.operation_model(operation).input_shape
    if shape is None:
        return
    requests_ = [a for value in ONE_BY_ONE for a in changed(shape, value, {"string"})]
    requests_ += [filled(shape, value) for value in ALL_AT_ONCE]
    kinds = {"integer", "long", "float", "double", "timestamp"}
    requests_ += [a for value in NUMBERS for a in changed(shape, value, kinds)]
    wrong = []
    for arguments in requests_:
        try:
            answer = call(client, operation, arguments)
        except HTTPClientError:
            raise  # the server ended the connection, or did not answer
        except Exception:
            continue  # botocore cannot say it
        if answer is None:
            continue
        status, code, text = answer
        if status >= 500:
            wrong.append(f"{status} {code} {text} for {brief(arguments)}")
    assert not wrong, "\n".join(wrong)


# Bodies

SEND = "/v2/email/outbound-emails"
DEEP = 100_000
BODIES = {
    "nested lists": "[" * DEEP,
    "nested lists, closed": "[" * DEEP + "]" * DEEP,
    "nested objects": '{"a":' * DEEP + "1" + "}" * DEEP,
    "many members": "{" + ",".join(f'"a{n}":1' for n in range(200_000)) + "}",
    "one member many times": "{" + ",".join('"FromEmailAddress":"a@b.example"' for _ in range(100_000)) + "}",
    "many items": '{"ReplyToAddresses":[' + ",".join('"a@b.example"' for _ in range(100_000)) + "]}",
    "a long number": '{"a":' + "9" * 500_000 + "}",
    "a huge exponent": '{"a":1e' + "9" * 5000 + "}",
    "half a surrogate": r'{"FromEmailAddress":"\ud800"}',
    "surrogates the wrong way round": r'{"FromEmailAddress":"\udc00\ud800"}',
    "no UTF-8": b'{"FromEmailAddress":"\xff\xc0\xaf\xed\xa0\x80"}',
    "NUL": b'{"FromEmailAddress":"\x00"}',
    "a byte order mark": b"\xef\xbb\xbf{}",
    "UTF-16": '{"a":1}'.encode("utf-16"),
    "two texts": "{}{}",
    "an endless string": '"' + "a" * 500_000,
    "escapes": '{"a":"' + "\\u0000" * 100_000 + '"}',
    "nothing but white space": " \t\r\n" * 100_000,
    "a long name": '{"' + "a" * 500_000 + '":1}',
}


@pytest.mark.parametrize("kind", BODIES)
def test_bodies_that_cost_are_refused_soon(waxwing, kind):
    body = BODIES[kind]
    start = time.monotonic()
    answer = requests.post(
        waxwing.url + SEND, data=body if isinstance(body, bytes) else body.encode(), timeout=30,
        headers={"Content-Type": "application/json"},
    )  # fmt: skip
    assert 400 <= answer.status_code < 500, answer.text[:300]
    assert answer.headers["x-amzn-ErrorType"] and json.loads(answer.text)
    assert time.monotonic() - start < 10
    assert waxwing.get("/_waxwing/health").ok


FORMS = {
    "deep names": "Action=SendEmail&Version=2010-12-01&" + ".".join(["a"] * 50_000) + "=1",
    "many parameters": "Action=SendEmail&Version=2010-12-01&" + "&".join(f"a{n}=1" for n in range(100_000)),
    "many siblings": "Action=SendEmail&Version=2010-12-01&" + "&".join(
        f"Destination.ToAddresses.member.{n}=a" for n in range(19_000)),
    "huge indices": "Action=SendEmail&Version=2010-12-01&Destination.ToAddresses.member.99999999999999999999=a",
    "negative indices": "Action=SendEmail&Version=2010-12-01&Destination.ToAddresses.member.-1=a",
    "a value and members": "Action=SendEmail&Version=2010-12-01&Source=a&Source.b=c",
    "bad escapes": "Action=SendEmail&Version=2010-12-01&Source=%zz",
    "no UTF-8": "Action=SendEmail&Version=2010-12-01&Source=%ff%fe",
    "an action of markup": "Action=<x>%0d%0a%00&Version=2010-12-01",
    "two actions": "Action=GetSendQuota&Action=&Version=2010-12-01",
    "nothing": "",
}  # fmt: skip


@pytest.mark.parametrize("kind", FORMS)
def test_forms_that_cost_are_refused_soon(waxwing, kind):
    import xml.etree.ElementTree as tree

    answer = requests.post(
        waxwing.url + "/", data=FORMS[kind], timeout=30,
        headers={"Content-Type": "application/x-www-form-urlencoded"},
    )  # fmt: skip
    assert 400 <= answer.status_code < 500, answer.text[:300]
    tree.fromstring(answer.text)
    assert waxwing.get("/_waxwing/health").ok


# Templates


def numbers(count):
    return json.dumps({"a": list(range(count)), "s": "x" * 1000})


BOMBS = {
    "loops in loops": ("{{#each a}}{{#each ../a}}{{#each ../../a}}x{{/each}}{{/each}}{{/each}}", 300),
    "loops over this": ("{{#each a}}" * 12 + "x" + "{{/each}}" * 12, 300),
    "a partial that calls itself": ('{{#* inline "p"}}{{> p}}{{> p}}{{/inline}}{{> p}}', 1),
    "partials that double": (
        "".join(
            f'{{{{#* inline "p{n}"}}}}{{{{> p{n + 1}}}}}{{{{> p{n + 1}}}}}{{{{/inline}}}}'
            for n in range(40)
        )
        + '{{#* inline "p40"}}{{s}}{{/inline}}{{> p0}}',
        1,
    ),
    "deep blocks": ("{{#if a}}" * 20_000 + "{{/if}}" * 20_000, 1),
    "a text that grows": ("{{#each a}}{{../s}}{{../s}}{{../s}}{{../s}}{{/each}}" * 40, 2000),
}  # fmt: skip


@pytest.mark.parametrize("kind", BOMBS)
def test_template_bombs_end_soon(waxwing, kind):
    """Refused, or cut off with the words for it; and others are served meanwhile."""
    from botocore.exceptions import ClientError

    text, count = BOMBS[kind]
    sesv2 = waxwing.client("sesv2")
    start = time.monotonic()
    try:
        sesv2.create_email_template(
            TemplateName=f"bomb-{abs(hash(kind))}", TemplateContent={"Subject": "s", "Text": text}
        )
        sesv2.test_render_email_template(
            TemplateName=f"bomb-{abs(hash(kind))}", TemplateData=numbers(count)
        )
    except ClientError as error:
        status = error.response["ResponseMetadata"]["HTTPStatusCode"]
        assert 400 <= status < 500, error.response
    assert time.monotonic() - start < 20
    until(lambda: waxwing.get("/_waxwing/health").ok, "health")


# Account and region in tokens


def test_a_token_of_another_list_is_none(waxwing, unique, refused):
    import base64

    sesv2 = waxwing.client("sesv2")
    for _ in range(3):
        sesv2.create_configuration_set(ConfigurationSetName=unique("token"))
    token = sesv2.list_configuration_sets(PageSize=1)["NextToken"]
    assert refused(sesv2.list_email_templates, NextToken=token).status == 400
    elsewhere = waxwing.client("sesv2", region="eu-west-1")
    assert refused(elsewhere.list_configuration_sets, NextToken=token).status == 400
    read = base64.b64decode(token).decode()
    for forged in (
        read.replace("000000000000", "111111111111"), read.replace("us-east-1", "eu-west-1"),
        read.replace("configuration-set", "template"), read + "\n' OR 1=1", "", "\0", "x" * 5000,
    ):  # fmt: skip
        made = base64.b64encode(forged.encode()).decode()
        try:
            shown = sesv2.list_configuration_sets(NextToken=made)["ConfigurationSets"]
            assert all(isinstance(name, str) for name in shown)
        except Exception as error:
            assert error.response["ResponseMetadata"]["HTTPStatusCode"] == 400
