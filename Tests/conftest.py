"""What the tests in Python share: one `waxwing dev` for the whole run, and clients of it.

Each test uses names of its own, so that tests do not see each other's resources.
"""

import itertools
import os

import pytest

from support.server import Waxwing
from support.ses import Refusal, pages

counter = itertools.count(1)

# A width that is named, as pytest-xdist does, would cut what programs print; they have no terminal.
os.environ.pop("COLUMNS", None)


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


@pytest.fixture
def subject(unique):
    return unique("subject ")


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


@pytest.fixture(scope="session")
def refused():
    """Calls an operation that must be refused: `refused(sesv2.get_account, X=1).code`."""
    return Refusal.of


@pytest.fixture(scope="session")
def everything():
    """`everything(sesv2.list_contact_lists, "ContactLists", PageSize=1)` pages to the end."""

    def call(operation, key, **arguments):
        size = {k: arguments.pop(k) for k in ("PageSize", "MaxItems", "MaxResults") if k in arguments}
        return pages(operation, "NextToken", size, key, **arguments)

    return call
