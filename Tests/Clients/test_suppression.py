"""The suppression list of an account, and those of its tenants."""

from datetime import datetime, timedelta, timezone

import pytest


@pytest.fixture
def listing(waxwing, unique):
    """A client of a region whose list is empty."""
    return waxwing.client("sesv2", region=f"xx-suppressed-{unique('')}")


def addresses(answer):
    return [one["EmailAddress"] for one in answer["SuppressedDestinationSummaries"]]


def test_an_address_comes_back(listing):
    before = datetime.now(timezone.utc) - timedelta(seconds=2)
    listing.put_suppressed_destination(EmailAddress="a@example.com", Reason="BOUNCE")
    shown = listing.get_suppressed_destination(EmailAddress="a@example.com")
    destination = shown["SuppressedDestination"]
    assert (destination["EmailAddress"], destination["Reason"]) == ("a@example.com", "BOUNCE")
    assert destination["LastUpdateTime"] >= before
    assert "Attributes" not in destination and "TenantName" not in destination
    # Another reason takes its place.
    listing.put_suppressed_destination(EmailAddress="a@example.com", Reason="COMPLAINT")
    [summary] = listing.list_suppressed_destinations()["SuppressedDestinationSummaries"]
    assert summary["Reason"] == "COMPLAINT"


def test_only_the_domain_loses_its_case(listing):
    for address in ("Ann@Example.COM", "Ann@example.com", "ann@example.com"):
        listing.put_suppressed_destination(EmailAddress=address, Reason="BOUNCE")
    found = addresses(listing.list_suppressed_destinations())
    assert found == ["Ann@example.com", "ann@example.com"]
    shown = listing.get_suppressed_destination(EmailAddress="Ann@EXAMPLE.com")
    assert shown["SuppressedDestination"]["EmailAddress"] == "Ann@example.com"


def test_what_is_not_there_is_told(listing, refused):
    for call in (listing.get_suppressed_destination, listing.delete_suppressed_destination):
        answer = refused(call, EmailAddress="a@Example.com")
        assert (answer.code, answer.status, answer.message) == (
            "NotFoundException", 404,
            "Email address a@example.com does not exist on your suppression list.",
        )  # fmt: skip
    listing.put_suppressed_destination(EmailAddress="a@example.com", Reason="BOUNCE")
    listing.delete_suppressed_destination(EmailAddress="a@example.com")
    assert refused(
        listing.delete_suppressed_destination, EmailAddress="a@example.com"
    ).code == "NotFoundException"  # fmt: skip


@pytest.mark.parametrize(
    "address, reason, text",
    [
        ("nobody", "BOUNCE", "Invalid email address<nobody>."),
        (
            "a@example.com", "SPITE",
            "1 validation error detected: Value at 'reason' failed to satisfy constraint: "
            "Member must satisfy enum value set: [BOUNCE, COMPLAINT]",
        ),
    ],
)  # fmt: skip
def test_refuses_what_cannot_be_listed(listing, refused, address, reason, text):
    answer = refused(listing.put_suppressed_destination, EmailAddress=address, Reason=reason)
    assert (answer.code, answer.message) == ("BadRequestException", text)


def test_filters_by_reason_and_date(listing):
    listing.put_suppressed_destination(EmailAddress="b@example.com", Reason="BOUNCE")
    listing.put_suppressed_destination(EmailAddress="c@example.com", Reason="COMPLAINT")
    call = listing.list_suppressed_destinations
    assert addresses(call(Reasons=["BOUNCE"])) == ["b@example.com"]
    both = ["b@example.com", "c@example.com"]
    assert addresses(call(Reasons=["BOUNCE", "COMPLAINT"])) == both
    now = datetime.now(timezone.utc)
    hour = timedelta(hours=1)
    assert addresses(call(StartDate=now - hour, EndDate=now + hour)) == both
    assert addresses(call(StartDate=now + hour)) == []
    assert addresses(call(EndDate=now - hour)) == []


def test_pages_to_the_end(listing, everything, refused):
    names = sorted(f"{n}@example.com" for n in range(12))
    for number, name in enumerate(names):
        listing.put_suppressed_destination(
            EmailAddress=name, Reason="BOUNCE" if number % 2 else "COMPLAINT"
        )
    call, key = listing.list_suppressed_destinations, "SuppressedDestinationSummaries"
    assert [one["EmailAddress"] for one in everything(call, key, PageSize=5)] == names
    found = everything(call, key, PageSize=2, Reasons=["BOUNCE"])
    assert [one["EmailAddress"] for one in found] == names[1::2]
    token = call(PageSize=5)["NextToken"]
    for arguments in ({"NextToken": "nonsense"}, {"NextToken": token, "Reasons": ["BOUNCE"]}):
        answer = refused(call, **arguments)
        assert (answer.code, answer.status) == ("InvalidNextTokenException", 400)
    assert refused(call, PageSize=1001).message == "The page size must be between 1 and 1000"
