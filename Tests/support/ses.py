"""What SES answers, and the little that tests do with it."""

import re

import pytest
import requests
from botocore.exceptions import ClientError

from . import mail

MESSAGE_ID = re.compile(
    r"[0-9a-f]{16}-[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}-000000"
)


class Refusal:
    """What a call was refused with."""

    def __init__(self, error):
        self.code = error.response["Error"]["Code"]
        self.message = error.response["Error"].get("Message")
        self.status = error.response["ResponseMetadata"]["HTTPStatusCode"]

    @classmethod
    def of(cls, operation, *values, **arguments):
        """Calls an operation, which must be refused."""
        with pytest.raises(ClientError) as caught:
            operation(*values, **arguments)
        return cls(caught.value)


def error(call):
    """Code, HTTP status and message of the error that a call ends in."""
    refusal = Refusal.of(call)
    return refusal.code, refusal.status, refusal.message


def pages(operation, token, size, key, **arguments):
    """Every item of a list, page by page; `token` is the argument's name, `size` the argument."""
    items, next_token = [], None
    while True:
        more = {token: next_token} if next_token else {}
        answer = operation(**arguments, **size, **more)
        items += answer.get(key, [])
        next_token = answer.get("NextToken")
        if not next_token:
            return items


def signatures_of(message):
    """The result of each signature of an inbox message, by its domain and selector."""
    return {(s["domain"], s["selector"]): s["result"] for s in message["authentication"]["dkim"]}


def follow_link(waxwing, address):
    """Opens the link that was mailed to an address, as its owner would."""
    letter = waxwing.wait_for(
        lambda m: address in m["recipients"] and "Verification Request" in m["subject"],
        f"the verification mail to {address}",
    )
    body = mail.read(waxwing.raw(letter)).get_body(("plain", "html")).get_content()
    link = re.search(r"https?://[^\s\"<>]+", body)[0]
    requests.get(link, timeout=10).raise_for_status()
