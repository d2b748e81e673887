"""Settings of identities besides verification and DKIM."""

import pytest

TOPIC = "arn:aws:sns:us-east-1:000000000000:{}"


@pytest.fixture
def identity(sesv2, unique):
    name = f"{unique('settings')}.example"
    sesv2.create_email_identity(EmailIdentity=name)
    return name


def attributes(ses, name):
    answer = ses.get_identity_notification_attributes(Identities=[name, "unknown.example"])
    assert set(answer["NotificationAttributes"]) == {name}
    return answer["NotificationAttributes"][name]


def test_notifications_are_off_at_first(ses, identity):
    assert attributes(ses, identity) == {
        "BounceTopic": "", "ComplaintTopic": "", "DeliveryTopic": "", "ForwardingEnabled": True,
        "HeadersInBounceNotificationsEnabled": False,
        "HeadersInComplaintNotificationsEnabled": False,
        "HeadersInDeliveryNotificationsEnabled": False,
    }  # fmt: skip


def test_topics_are_set_and_cleared(ses, identity):
    for kind in ("Bounce", "Complaint", "Delivery"):
        ses.set_identity_notification_topic(
            Identity=identity, NotificationType=kind, SnsTopic=TOPIC.format(kind)
        )
        ses.set_identity_headers_in_notifications_enabled(
            Identity=identity, NotificationType=kind, Enabled=True
        )
    shown = attributes(ses, identity)
    assert shown["ComplaintTopic"] == TOPIC.format("Complaint")
    assert shown["HeadersInDeliveryNotificationsEnabled"] is True
    ses.set_identity_notification_topic(Identity=identity, NotificationType="Complaint")
    ses.set_identity_headers_in_notifications_enabled(
        Identity=identity, NotificationType="Delivery", Enabled=False
    )
    shown = attributes(ses, identity)
    assert (shown["BounceTopic"], shown["ComplaintTopic"]) == (TOPIC.format("Bounce"), "")
    assert shown["HeadersInDeliveryNotificationsEnabled"] is False


def test_v1_forwards_unless_topics_are_told(ses, sesv2, identity, refused):
    call = ses.set_identity_feedback_forwarding_enabled
    answer = refused(call, Identity=identity, ForwardingEnabled=False)
    assert answer.code == "InvalidParameterValue"
    for kind in ("Bounce", "Complaint"):
        ses.set_identity_notification_topic(
            Identity=identity, NotificationType=kind, SnsTopic=TOPIC.format(kind)
        )
    call(Identity=identity, ForwardingEnabled=False)
    assert attributes(ses, identity)["ForwardingEnabled"] is False
    shown = sesv2.get_email_identity(EmailIdentity=identity)
    assert shown["FeedbackForwardingStatus"] is False


def test_v2_switches_forwarding(ses, sesv2, identity):
    for enabled in (False, True):
        sesv2.put_email_identity_feedback_attributes(
            EmailIdentity=identity, EmailForwardingEnabled=enabled
        )
        assert attributes(ses, identity)["ForwardingEnabled"] is enabled


def test_unknown_identities_and_topics_are_refused(ses, sesv2, identity, refused):
    missing = "Identity <unknown.example> does not exist."
    name = {"Identity": "unknown.example"}
    for call, arguments in (
        (ses.set_identity_notification_topic, {"NotificationType": "Bounce"}),
        (
            ses.set_identity_headers_in_notifications_enabled,
            {"NotificationType": "Bounce", "Enabled": True},
        ),
        (ses.set_identity_feedback_forwarding_enabled, {"ForwardingEnabled": True}),
    ):
        answer = refused(call, **name, **arguments)
        assert (answer.code, answer.message) == ("InvalidParameterValue", missing)
    for call in (
        sesv2.put_email_identity_feedback_attributes,
        sesv2.put_email_identity_configuration_set_attributes,
    ):
        answer = refused(call, EmailIdentity="unknown.example")
        assert (answer.code, answer.status) == ("NotFoundException", 404)
    answer = refused(
        ses.set_identity_notification_topic,
        Identity=identity, NotificationType="Bounce", SnsTopic="mail",
    )  # fmt: skip
    assert (answer.code, answer.message) == (
        "InvalidParameterValue", "Invalid SNS topic <mail>.",
    )  # fmt: skip


def test_an_unknown_configuration_set_makes_nothing(sesv2, identity, unique, refused):
    name = f"{unique('unmade')}.example"
    missing = ("NotFoundException", 404, "Configuration set <none> does not exist.")
    for call, arguments in (
        (sesv2.create_email_identity, {"EmailIdentity": name}),
        (
            sesv2.put_email_identity_configuration_set_attributes, {"EmailIdentity": identity},
        ),
    ):  # fmt: skip
        answer = refused(call, **arguments, ConfigurationSetName="none")
        assert (answer.code, answer.status, answer.message) == missing
    assert refused(sesv2.get_email_identity, EmailIdentity=name).code == "NotFoundException"
    sesv2.put_email_identity_configuration_set_attributes(EmailIdentity=identity)


def test_the_oldest_operations_still_work(waxwing, unique):
    ses = waxwing.client("ses", region=f"xx-old-{unique('')}")
    ses.verify_email_address(EmailAddress="old@example.com")
    assert ses.list_verified_email_addresses()["VerifiedEmailAddresses"] == []
    assert ses.list_identities()["Identities"] == ["old@example.com"]
    ses.delete_verified_email_address(EmailAddress="old@example.com")
    ses.delete_verified_email_address(EmailAddress="old@example.com")
    assert ses.list_identities()["Identities"] == []


def test_identities_are_filtered(waxwing, unique, everything, refused):
    sesv2 = waxwing.client("sesv2", region=f"xx-filter-{unique('')}")
    for name in ("a.example", "b.example", "me@c.example", "you@a.example"):
        sesv2.create_email_identity(EmailIdentity=name)

    def found(size=1000, **filters):
        listed = everything(
            sesv2.list_email_identities, "EmailIdentities", Filter=filters, PageSize=size
        )
        return [one["IdentityName"] for one in listed]

    assert found(IDENTITY_TYPE="DOMAIN") == ["a.example", "b.example"]
    assert found(IDENTITY_TYPE="EMAIL_ADDRESS", size=1) == ["me@c.example", "you@a.example"]
    assert found(IDENTITY_NAME_CONTAINS="A.EX", size=1) == ["a.example", "you@a.example"]
    assert found(VERIFICATION_STATUS="PENDING", IDENTITY_NAME_CONTAINS="@a") == ["you@a.example"]
    assert found(VERIFICATION_STATUS="SUCCESS") == ["a.example", "b.example"]
    answer = refused(sesv2.list_email_identities, Filter={"VERIFICATION_STATUS": "MAYBE"})
    assert (answer.code, answer.status) == ("BadRequestException", 400)
