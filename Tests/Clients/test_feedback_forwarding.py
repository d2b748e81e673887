"""Who is mailed what comes back: forwarding on and off, in both APIs, and what it looks like."""

import email.policy
from email import message_from_bytes

import pytest
from stored import records

TOPIC = "arn:aws:sns:us-east-1:000000000000:feedback"
BOUNCE, COMPLAINT = "bounce@simulator.amazonses.com", "complaint@simulator.amazonses.com"


@pytest.fixture
def sender(waxwing, unique):
    """An identity of the test's own."""
    return waxwing.verified_domain(f"{unique('feedback')}.example")


def send(sesv2, sender, name, to, **more):
    return sesv2.send_email(
        FromEmailAddress=f"{name}@{sender}", Destination={"ToAddresses": [to]},
        Content={"Simple": {"Subject": {"Data": name}, "Body": {"Text": {"Data": "t"}}}}, **more,
    )["MessageId"]  # fmt: skip


def report(waxwing, address):
    found = waxwing.wait_for(lambda m: address in m["recipients"], f"a report for {address}")
    return message_from_bytes(waxwing.raw(found), policy=email.policy.default)


def hears_nothing(waxwing, *addresses):
    return waxwing.absent(lambda m: any(a in m["recipients"] for a in addresses), 2.5)


def test_forwarded_reports_come_from_the_service(waxwing, sesv2, sender):
    send(sesv2, sender, "bounced", BOUNCE)
    send(sesv2, sender, "complained", COMPLAINT)
    bounce = report(waxwing, f"bounced@{sender}")
    assert bounce["From"] == "MAILER-DAEMON@amazonses.com"
    assert bounce["Subject"] == "Delivery Status Notification (Failure)"
    assert bounce["To"] == f"bounced@{sender}"
    assert bounce.get_param("report-type") == "delivery-status"
    complaint = report(waxwing, f"complained@{sender}")
    assert complaint["From"] == "complaints@email-abuse.amazonses.com"
    assert complaint.get_param("report-type") == "feedback-report"
    parts = [part.get_content_type() for part in complaint.walk()]
    assert "message/feedback-report" in parts and "message/rfc822" in parts


def test_an_automatic_reply_is_handed_on_as_it_is(waxwing, sesv2, sender):
    send(sesv2, sender, "away", "ooto@simulator.amazonses.com")
    assert report(waxwing, f"away@{sender}")["From"] == "ooto@simulator.amazonses.com"


def test_v1_off_needs_topics_and_then_nothing_is_mailed(waxwing, ses, sesv2, sender, refused):
    off = dict(Identity=sender, ForwardingEnabled=False)
    assert refused(ses.set_identity_feedback_forwarding_enabled, **off).status == 400
    for kind in ("Bounce", "Complaint"):
        ses.set_identity_notification_topic(
            Identity=sender, NotificationType=kind, SnsTopic=TOPIC
        )
    ses.set_identity_feedback_forwarding_enabled(**off)
    send(sesv2, sender, "one", BOUNCE)
    send(sesv2, sender, "two", COMPLAINT)
    assert hears_nothing(waxwing, f"one@{sender}", f"two@{sender}")
    ses.set_identity_feedback_forwarding_enabled(Identity=sender, ForwardingEnabled=True)
    send(sesv2, sender, "three", BOUNCE)
    report(waxwing, f"three@{sender}")


def test_v2_off_without_another_way_is_mailed_all_the_same(waxwing, sesv2, sender, unique):
    sesv2.put_email_identity_feedback_attributes(
        EmailIdentity=sender, EmailForwardingEnabled=False
    )
    send(sesv2, sender, "one", BOUNCE)
    report(waxwing, f"one@{sender}")
    # A destination for bounces tells of those, and of no complaints.
    name = unique("set")
    sesv2.create_configuration_set(ConfigurationSetName=name)
    sesv2.create_configuration_set_event_destination(
        ConfigurationSetName=name, EventDestinationName="d",
        EventDestination={
            "Enabled": True, "MatchingEventTypes": ["BOUNCE"],
            "SnsDestination": {"TopicArn": TOPIC},
        },
    )  # fmt: skip
    send(sesv2, sender, "two", BOUNCE, ConfigurationSetName=name)
    send(sesv2, sender, "three", COMPLAINT, ConfigurationSetName=name)
    report(waxwing, f"three@{sender}")
    assert hears_nothing(waxwing, f"two@{sender}")


def test_the_most_specific_identity_decides(waxwing, sesv2, ses, sender):
    """An address that is an identity of its own does not go by what its domain says."""
    for kind in ("Bounce", "Complaint"):
        ses.set_identity_notification_topic(
            Identity=sender, NotificationType=kind, SnsTopic=TOPIC
        )
    sesv2.put_email_identity_feedback_attributes(
        EmailIdentity=sender, EmailForwardingEnabled=False
    )
    below = f"sub.{sender}"
    waxwing.verified_domain(below)
    send(sesv2, below, "one", BOUNCE)
    report(waxwing, f"one@{below}")
    send(sesv2, sender, "two", BOUNCE)
    assert hears_nothing(waxwing, f"two@{sender}")


@pytest.mark.parametrize(
    ("way", "wanted"),
    [("source", "source"), ("field", "field"), ("from", "author"), ("feedback", "feedback")],
)
def test_reports_of_raw_messages_go_where_ses_sends_them(
    waxwing, ses, sesv2, domain, unique, way, wanted
):
    """The parameter for it, else Source, else the field Return-Path, else From."""
    at = {name: f"{unique(name)}@{domain}" for name in ("source", "field", "author", "feedback")}
    field = f"Return-Path: <{at['field']}>\r\n" if way != "from" else ""
    data = f"From: {at['author']}\r\nTo: {BOUNCE}\r\n{field}Subject: s\r\n\r\nt\r\n".encode()
    if way == "feedback":
        sesv2.send_email(
            FromEmailAddress=at["source"], FeedbackForwardingEmailAddress=at["feedback"],
            Content={"Raw": {"Data": data}},
        )  # fmt: skip
    else:
        more = {"Source": at["source"]} if way == "source" else {}
        ses.send_raw_email(RawMessage={"Data": data}, **more)
    report(waxwing, at[wanted])
    for name in set(at) - {wanted}:
        assert not any(at[name] in m["recipients"] for m in waxwing.messages(limit=100))


def test_the_address_for_reports_has_to_be_verified_in_raw_sends_too(sesv2, domain, refused):
    data = f"From: me@{domain}\r\nTo: {BOUNCE}\r\nSubject: s\r\n\r\nt\r\n".encode()
    answer = refused(
        sesv2.send_email, FeedbackForwardingEmailAddress="back@elsewhere.example",
        Content={"Raw": {"Data": data}},
    )  # fmt: skip
    assert (answer.code, answer.status) == ("MessageRejected", 400)
    assert answer.message.endswith("US-EAST-1: back@elsewhere.example")


# What else a send says


OVERRIDES = {"OpenTrackingEnabled": "DISABLED", "ClickTrackingEnabled": "ENABLED"}


def test_overrides_are_kept_with_the_message(waxwing, sesv2, domain, unique, refused):
    message = send(
        sesv2, domain, unique("override"), "you@inbox.example",
        ConfigurationOverrides={"Tracking": OVERRIDES},
    )  # fmt: skip
    (record,) = records(waxwing, message)
    assert (record["tracksOpens"], record["tracksClicks"]) == (False, True)
    template = {"TemplateContent": {"Subject": "s", "Text": "t"}, "TemplateData": "{}"}
    bulk = sesv2.send_bulk_email(
        FromEmailAddress=f"me@{domain}", DefaultContent={"Template": template},
        BulkEmailEntries=[{"Destination": {"ToAddresses": ["you@inbox.example"]}}],
        ConfigurationOverrides={"Tracking": {"ClickTrackingEnabled": "DISABLED"}},
    )  # fmt: skip
    (record,) = records(waxwing, bulk["BulkEmailEntryResults"][0]["MessageId"])
    assert "tracksOpens" not in record and record["tracksClicks"] is False
    answer = refused(
        send, sesv2, domain, "no", "you@inbox.example",
        ConfigurationOverrides={"Tracking": {"OpenTrackingEnabled": "MAYBE"}},
    )  # fmt: skip
    assert (answer.code, answer.status) == ("BadRequestException", 400)
    assert "Member must satisfy enum value set: [ENABLED, DISABLED]" in answer.message
