"""Contact lists and contacts. An account has one list, so each test takes a region of its own."""

import pytest

TOPICS = [
    {"TopicName": "news", "DisplayName": "News", "DefaultSubscriptionStatus": "OPT_IN"},
    {
        "TopicName": "offers", "DisplayName": "Offers", "Description": "Cheap things",
        "DefaultSubscriptionStatus": "OPT_OUT",
    },
]  # fmt: skip


@pytest.fixture
def region(waxwing, unique):
    """A client of a region where nothing is yet."""
    return waxwing.client("sesv2", region=f"xx-contacts-{unique('')}")


@pytest.fixture
def people(region):
    """The same, with a list `people`."""
    region.create_contact_list(ContactListName="people", Topics=TOPICS, Description="All of us")
    return region


def preference(topic, status):
    return {"TopicName": topic, "SubscriptionStatus": status}


def told(refused, call, **arguments):
    answer = refused(call, **arguments)
    return answer.code, answer.status, answer.message


# Lists


def test_a_list_comes_back(region):
    region.create_contact_list(
        ContactListName="people", Topics=TOPICS, Description="d", Tags=[{"Key": "k", "Value": "v"}]
    )
    shown = region.get_contact_list(ContactListName="people")
    assert shown["Topics"] == TOPICS
    assert (shown["Description"], shown["Tags"]) == ("d", [{"Key": "k", "Value": "v"}])
    assert shown["CreatedTimestamp"] == shown["LastUpdatedTimestamp"]
    [listed] = region.list_contact_lists()["ContactLists"]
    assert listed["ContactListName"] == "people"


def test_an_update_replaces_topics_and_description(people):
    for change, topics, description in (
        ({}, TOPICS, "All of us"),
        ({"Topics": TOPICS[1:]}, TOPICS[1:], "All of us"),
        ({"Description": "Fewer"}, TOPICS[1:], "Fewer"),
        ({"Topics": []}, [], "Fewer"),
    ):
        people.update_contact_list(ContactListName="people", **change)
        shown = people.get_contact_list(ContactListName="people")
        # What is left out stays.
        assert (shown["Topics"], shown["Description"]) == (topics, description)


def test_an_account_has_one_list(people, refused):
    for name in ("second", "people"):
        assert told(refused, people.create_contact_list, ContactListName=name) == (
            "BadRequestException", 400, "A maximum of 1 Lists allowed per account.",
        )  # fmt: skip


def test_a_list_goes_with_its_contacts(people, refused):
    people.create_contact(ContactListName="people", EmailAddress="a@example.com")
    people.delete_contact_list(ContactListName="people")
    missing = ("NotFoundException", 404, "List with name: people doesn't exist.")
    arguments = {"ContactListName": "people"}
    assert told(refused, people.get_contact_list, **arguments) == missing
    assert told(refused, people.update_contact_list, **arguments) == missing
    assert told(refused, people.delete_contact_list, **arguments) == missing
    assert told(refused, people.list_contacts, **arguments) == missing
    arguments["EmailAddress"] = "a@example.com"
    for call in (
        people.create_contact, people.get_contact, people.update_contact, people.delete_contact,
    ):  # fmt: skip
        assert told(refused, call, **arguments) == missing
    people.create_contact_list(ContactListName="people")
    assert people.list_contacts(ContactListName="people")["Contacts"] == []


def topic(**members):
    return {
        "TopicName": "t", "DisplayName": "T", "DefaultSubscriptionStatus": "OPT_IN", **members,
    }  # fmt: skip


NAMES = "can contain up to 64 characters. Only alphanumeric characters, underscores(_) and hyphens(-) are allowed."


@pytest.mark.parametrize(
    "arguments, text",
    [
        ({"ContactListName": " "}, "ContactListName can't be blank."),
        ({"ContactListName": "a.b"}, f"ContactListName {NAMES}"),
        ({"ContactListName": "a" * 65}, f"ContactListName {NAMES}"),
        (
            {"Topics": [topic(TopicName=f"t{n}") for n in range(21)]},
            "Maximum of <20> topics allowed per ContactList",
        ),
        ({"Topics": [topic(TopicName="")]}, "TopicName can't be blank."),
        ({"Topics": [topic(TopicName="a b")]}, f"TopicName {NAMES}"),
        (
            {"Topics": [topic(DisplayName="x" * 129)]},
            "Topic DisplayName can contain up to <128> characters.",
        ),
        (
            {"Topics": [topic(), topic()]},
            "Duplicate topic names are not allowed within a List.",
        ),
        ({"Description": "x" * 501}, "List description can contain up to 500 characters."),
    ],
)
def test_a_list_keeps_the_rules(region, refused, arguments, text):
    answer = told(refused, region.create_contact_list, **{"ContactListName": "l", **arguments})
    assert answer == ("BadRequestException", 400, text)


# Contacts


def test_a_contact_comes_back(people):
    people.create_contact(
        ContactListName="people", EmailAddress="a@example.com",
        TopicPreferences=[preference("offers", "OPT_IN")], AttributesData='{"n": 1}',
    )  # fmt: skip
    shown = people.get_contact(ContactListName="people", EmailAddress="a@example.com")
    assert shown["TopicPreferences"] == [preference("offers", "OPT_IN")]
    assert shown["TopicDefaultPreferences"] == [preference("news", "OPT_IN")]
    assert (shown["UnsubscribeAll"], shown["AttributesData"]) == (False, '{"n": 1}')
    assert shown["CreatedTimestamp"] == shown["LastUpdatedTimestamp"]
    [listed] = people.list_contacts(ContactListName="people")["Contacts"]
    assert listed["EmailAddress"] == "a@example.com"
    assert listed["TopicDefaultPreferences"] == [preference("news", "OPT_IN")]


def test_an_update_adds_choices_and_replaces_the_rest(people):
    contact = {"ContactListName": "people", "EmailAddress": "a@example.com"}
    people.create_contact(
        **contact, TopicPreferences=[preference("news", "OPT_OUT")], UnsubscribeAll=True,
        AttributesData="x",
    )  # fmt: skip
    people.update_contact(**contact, TopicPreferences=[preference("offers", "OPT_IN")])
    shown = people.get_contact(**contact)
    assert shown["TopicPreferences"] == [
        preference("news", "OPT_OUT"), preference("offers", "OPT_IN"),
    ]  # fmt: skip
    assert shown["UnsubscribeAll"] is False
    assert "AttributesData" not in shown


def test_choices_on_topics_that_are_gone_are_not_shown(people):
    contact = {"ContactListName": "people", "EmailAddress": "a@example.com"}
    people.create_contact(
        **contact,
        TopicPreferences=[preference("news", "OPT_OUT"), preference("offers", "OPT_IN")],
    )
    people.update_contact_list(ContactListName="people", Topics=TOPICS[1:])
    shown = people.get_contact(**contact)
    assert shown["TopicPreferences"] == [preference("offers", "OPT_IN")]
    assert shown["TopicDefaultPreferences"] == []


def test_refusals_of_contacts(people, refused):
    contact = {"ContactListName": "people", "EmailAddress": "a@example.com"}
    missing = ("NotFoundException", 404, "a@example.com doesn't exist in List.")
    for call in (people.get_contact, people.update_contact, people.delete_contact):
        assert told(refused, call, **contact) == missing
    people.create_contact(**contact)
    assert told(refused, people.create_contact, **contact) == (
        "AlreadyExistsException", 400, "a@example.com already exists in List.",
    )  # fmt: skip
    unknown = ("BadRequestException", 400, "List: people doesn't contain Topic: sport")
    for call in (people.create_contact, people.update_contact):
        arguments = {**contact, "TopicPreferences": [preference("sport", "OPT_IN")]}
        assert told(refused, call, **arguments) == unknown
    for address, text in (
        (" ", "EmailAddress can't be blank."),
        ("nobody", "EmailAddress <nobody> is invalid"),
        ("a@b", "EmailAddress <a@b> is invalid"),
    ):
        arguments = {"ContactListName": "people", "EmailAddress": address}
        assert told(refused, people.create_contact, **arguments) == (
            "BadRequestException", 400, text,
        )  # fmt: skip
    people.delete_contact(**contact)
    assert told(refused, people.get_contact, **contact) == missing


def test_the_case_of_a_domain_makes_no_second_contact(people, refused):
    people.create_contact(ContactListName="people", EmailAddress="Ann@Example.com")
    second = {"ContactListName": "people", "EmailAddress": "Ann@example.com"}
    assert refused(people.create_contact, **second).code == "AlreadyExistsException"
    assert people.get_contact(**second)["EmailAddress"] == "Ann@Example.com"
    people.create_contact(ContactListName="people", EmailAddress="ann@example.com")


# Listing


@pytest.fixture
def crowd(people):
    """Contacts named for what they chose."""
    chosen = {
        "none@example.com": {},
        "in@example.com": {"TopicPreferences": [preference("news", "OPT_IN")]},
        "out@example.com": {"TopicPreferences": [preference("news", "OPT_OUT")]},
        "all-out@example.com": {"UnsubscribeAll": True},
    }
    for address, choice in chosen.items():
        people.create_contact(ContactListName="people", EmailAddress=address, **choice)
    return people


@pytest.mark.parametrize(
    "status, topic, default, names",
    [
        (None, None, None, "all-out in none out"),
        ("OPT_IN", None, None, "in none out"),
        ("OPT_OUT", None, None, "all-out"),
        ("OPT_IN", "news", False, "in"),
        ("OPT_IN", "news", True, "in none"),
        ("OPT_OUT", "news", False, "all-out out"),
        ("OPT_OUT", "news", True, "all-out out"),
        ("OPT_OUT", "offers", True, "all-out in none out"),
        ("OPT_OUT", "offers", False, "all-out"),
        (None, "news", False, "in out"),
    ],
)
def test_filters_by_what_holds_for_a_contact(crowd, status, topic, default, names):
    chosen = {}
    if status:
        chosen["FilteredStatus"] = status
    if topic:
        chosen["TopicFilter"] = {
            "TopicName": topic, "UseDefaultIfPreferenceUnavailable": default,
        }  # fmt: skip
    arguments = {"Filter": chosen} if chosen else {}
    found = crowd.list_contacts(ContactListName="people", **arguments)["Contacts"]
    assert [contact["EmailAddress"].split("@")[0] for contact in found] == names.split()


def test_a_filter_names_a_topic_of_the_list(crowd, refused):
    answer = refused(
        crowd.list_contacts,
        ContactListName="people",
        Filter={"TopicFilter": {"TopicName": "sport"}},
    )
    assert answer.message == "List: people doesn't contain Topic: sport"


def test_contacts_page_to_the_end(people, everything, refused):
    addresses = sorted(f"{n}@example.com" for n in range(23))
    for address in addresses:
        people.create_contact(ContactListName="people", EmailAddress=address)
    found = everything(people.list_contacts, "Contacts", ContactListName="people", PageSize=5)
    assert [contact["EmailAddress"] for contact in found] == addresses
    token = people.list_contacts(ContactListName="people", PageSize=5)["NextToken"]
    # A token goes with its filter.
    answer = refused(
        people.list_contacts, ContactListName="people", NextToken=token,
        Filter={"FilteredStatus": "OPT_IN"},
    )  # fmt: skip
    assert answer.code == "BadRequestException"
    answer = refused(people.list_contacts, ContactListName="people", PageSize=0)
    assert answer.message == "The page size must be between 1 and 1000"
