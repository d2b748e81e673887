"""One `waxwing dev` for the whole run; each test uses names of its own in it."""

import itertools

import pytest

from support.server import Waxwing

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
    """Makes names that no other test uses: `unique('subject')`."""
    return lambda word: f"{word}{next(counter)}"


@pytest.fixture(scope="module")
def domain(waxwing, unique):
    """A verified domain identity that signs."""
    return waxwing.verified_domain(f"{unique('d')}.example")


@pytest.fixture
def sesv2(waxwing):
    return waxwing.client("sesv2")


@pytest.fixture
def ses(waxwing):
    return waxwing.client("ses")


@pytest.fixture
def subject(unique):
    return unique("subject ")
