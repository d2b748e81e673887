"""boto3, the `aws` command and applications against one `waxwing dev` for the whole run.

Each test uses names of its own, so that tests do not see each other's resources.
"""

import itertools
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "Peers"))

from support.server import Waxwing  # noqa: E402

counter = itertools.count(1)


def pytest_runtest_makereport(item, call):
    """A failing test shows what the server last said."""
    if call.when == "call" and call.excinfo and "waxwing" in item.fixturenames:
        server = item.funcargs.get("waxwing")
        if server:
            item.add_report_section("call", "waxwing", server.output()[-3000:])


@pytest.fixture(scope="session")
def waxwing():
    with Waxwing() as server:
        yield server
        assert server.is_running(), f"the server did not last:\n{server.output()[-3000:]}"


@pytest.fixture(scope="session")
def unique():
    """Makes names that no other test uses: `unique('set')`."""
    return lambda word: f"{word}{next(counter)}"


@pytest.fixture(scope="session")
def sesv2(waxwing):
    return waxwing.client("sesv2")


@pytest.fixture(scope="session")
def ses(waxwing):
    return waxwing.client("ses")


@pytest.fixture(scope="module")
def domain(waxwing, unique):
    """A verified domain identity that signs."""
    return waxwing.verified_domain(f"{unique('d')}.example")


class Refusal:
    """What a call was refused with."""

    def __init__(self, error):
        self.code = error.response["Error"]["Code"]
        self.message = error.response["Error"].get("Message")
        self.status = error.response["ResponseMetadata"]["HTTPStatusCode"]


@pytest.fixture(scope="session")
def refused():
    """Calls an operation that must be refused: `refused(sesv2.get_account, X=1).code`."""
    from botocore.exceptions import ClientError

    def call(operation, *values, **arguments):
        with pytest.raises(ClientError) as caught:
            operation(*values, **arguments)
        return Refusal(caught.value)

    return call


def pages(operation, token, size, key, **arguments):
    """Every item of a list, page by page; `token` and `size` are the arguments' names."""
    items, next_token = [], None
    while True:
        more = {token: next_token} if next_token else {}
        answer = operation(**arguments, **size, **more)
        items += answer.get(key, [])
        next_token = answer.get("NextToken")
        if not next_token:
            return items


@pytest.fixture(scope="session")
def everything():
    """`everything(sesv2.list_contact_lists, "ContactLists", PageSize=1)` pages to the end."""

    def call(operation, key, **arguments):
        size = {k: arguments.pop(k) for k in ("PageSize", "MaxItems", "MaxResults") if k in arguments}
        return pages(operation, "NextToken", size, key, **arguments)

    return call
