"""The texts of SES that clients are known to read, byte for byte, on every way in that has them.

Each refusal is `(code, status, text)`; by SMTP it is the last line of the reply.
"""

import base64
import concurrent.futures
import re
import smtplib
import sqlite3
import time

import pytest
from botocore.exceptions import ClientError

from stored import put_settings
from support import smtp
from support.accounts import Account
from support.processes import LOOPBACK
from support.server import Waxwing
from support.ses import follow_link
from support.serving import WaxwingServe
from support.waiting import until

TO = {"ToAddresses": ["you@inbox.example"]}
SIMPLE = {"Simple": {"Subject": {"Data": "s"}, "Body": {"Text": {"Data": "t"}}}}
MESSAGE = {"Subject": {"Data": "s"}, "Body": {"Text": {"Data": "t"}}}


def told(call, **arguments):
    with pytest.raises(ClientError) as caught:
        call(**arguments)
    answer = caught.value.response
    return (
        answer["Error"]["Code"], answer["ResponseMetadata"]["HTTPStatusCode"],
        answer["Error"].get("Message") or None,
    )  # fmt: skip


def submitted(port, sender, content, recipients=("you@inbox.example",)):
    """What a message is answered with by SMTP."""
    with smtp.Dialogue(port) as session:
        return session.transaction(sender, recipients, content)


# What is wrong with a message, or with an address: one text in all ways in


def refused_everywhere(waxwing, ses, sesv2, sender, content, text, source=True):
    v1 = {"Source": sender} if source else {}
    v2 = {"FromEmailAddress": sender} if source else {}
    assert told(ses.send_raw_email, RawMessage={"Data": content}, **v1) == (
        "InvalidParameterValue", 400, text,
    )  # fmt: skip
    assert told(sesv2.send_email, Content={"Raw": {"Data": content}}, **v2) == (
        "BadRequestException", 400, text,
    )  # fmt: skip
    assert submitted(waxwing.smtp, sender, content) == f"554 Transaction failed: {text}"


@pytest.mark.parametrize(
    "fields, text",
    [
        ("Content-Type: text/plain\r\nContent-Type: text/html\r\n",
         "Duplicate header 'Content-Type'."),
        ("MIME-Version: 1.0\r\nMIME-Version: 1.0\r\n", "Duplicate header 'MIME-Version'."),
        ("DKIM-Signature: v=1\r\nDKIM-Signature: v=1\r\n", "Duplicate header 'DKIM-Signature'."),
        ("Content-Disposition: =?utf-8?Q?attachment?=\r\n", "Expected disposition, got ="),
        ("Content-Disposition: ; filename=a\r\n", "Expected disposition, got ;"),
        ("Content-Disposition:\r\n", "Expected disposition, got null"),
        ('Content-Disposition: "attachment"; filename=a\r\n', "Expected disposition, got attachment"),
    ],
)  # fmt: skip
def test_header_sections(waxwing, ses, sesv2, domain, fields, text):
    sender = f"me@{domain}"
    content = f"From: {sender}\r\nTo: you@inbox.example\r\n{fields}\r\nt\r\n".encode()
    refused_everywhere(waxwing, ses, sesv2, sender, content, text)


def test_dispositions_of_parts(waxwing, ses, sesv2, domain):
    sender = f"me@{domain}"
    content = (
        f"From: {sender}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
        "--b\r\n\r\nt\r\n--b\r\nContent-Disposition: =x\r\n\r\nt\r\n--b--\r\n"
    ).encode()
    text = "Expected disposition, got ="
    assert submitted(waxwing.smtp, sender, content) == f"554 Transaction failed: {text}"
    # A comment in front of the word is none of its letters.
    fine = content.replace(b"Disposition: =x", b"Disposition: (so) attachment")
    assert submitted(waxwing.smtp, sender, fine).startswith("250 Ok ")


def test_a_message_without_author(waxwing, ses, sesv2, domain):
    content = b"To: you@inbox.example\r\nSubject: s\r\n\r\nt\r\n"
    text = "Missing required header 'From'."
    refused_everywhere(waxwing, ses, sesv2, f"me@{domain}", content, text, source=False)


LONG = f"{'x' * 300}@inbox.example"

ADDRESSES = [
    ("nobody", "Missing final '@domain'"),
    ("", "Missing final '@domain'"),
    ("nobody@", "Missing domain"),
    ("@inbox.example", "Missing local name"),
    ("no body@inbox.example", "Local address contains control or whitespace"),
    ("grün@inbox.example", "Local address contains control or whitespace"),
    ("you@in box.example", "Domain contains control or whitespace"),
    ("you@grün.example", "Domain contains control or whitespace"),
    ("you@in_box.example", "Domain contains illegal character"),
    ("Doe, John <you@inbox.example>", "Illegal address"),
    ('"y\r\nou"@inbox.example', 'Invalid email address <"y\r\nou"@inbox.example>.'),
    (f"Somebody <{LONG}>", f"Address length is more than 320 characters long: 'Somebody <{LONG}>'."),
]


@pytest.mark.parametrize("address, text", ADDRESSES)
def test_addresses_of_requests(ses, sesv2, domain, address, text):
    sender = f"me@{domain}"
    v1 = ("InvalidParameterValue", 400, text)
    v2 = ("BadRequestException", 400, text)
    for kind in ("ToAddresses", "CcAddresses", "BccAddresses"):
        to = {**TO, kind: [address]}
        assert told(ses.send_email, Source=sender, Destination=to, Message=MESSAGE) == v1
        arguments = {"FromEmailAddress": sender, "Destination": to}
        assert told(sesv2.send_email, Content=SIMPLE, **arguments) == v2
    content = f"From: {sender}\r\n\r\nt\r\n".encode()
    raw = {"RawMessage": {"Data": content}, "Source": sender}
    assert told(ses.send_raw_email, **raw, Destinations=[address]) == v1
    assert told(ses.send_email, Source=address, Destination=TO, Message=MESSAGE) == v1
    more = {"Source": sender, "Destination": TO, "Message": MESSAGE}
    assert told(ses.send_email, **more, ReplyToAddresses=[address]) == v1
    assert told(ses.send_email, **more, ReturnPath=address) == v1
    arguments = {"FromEmailAddress": sender, "Destination": TO, "Content": SIMPLE}
    assert told(sesv2.send_email, **arguments, ReplyToAddresses=[address]) == v2
    assert told(sesv2.send_email, **arguments, FeedbackForwardingEmailAddress=address) == v2


@pytest.mark.parametrize(
    "address, text", [row for row in ADDRESSES if row[0] and "\r" not in row[0]]
)
def test_addresses_of_header_fields(waxwing, ses, sesv2, domain, address, text):
    sender = f"me@{domain}"
    content = f"From: {sender}\r\nTo: {address}\r\n\r\nt\r\n".encode()
    refused_everywhere(waxwing, ses, sesv2, sender, content, text)


def test_addresses_are_read_in_the_order_of_ses(ses, domain):
    wrong = {
        "Source": "@source", "ReturnPath": "@return", "ReplyToAddresses": ["no reply"],
        "Destination": {
            "ToAddresses": ["to@"], "CcAddresses": ["cc"], "BccAddresses": ["b c@x.example"],
        },
    }  # fmt: skip
    right = {
        "Source": f"me@{domain}", "ReturnPath": f"me@{domain}", "ReplyToAddresses": [],
        "Destination": {},
    }  # fmt: skip
    for part, text in (
        ("Source", "Missing local name"), ("ToAddresses", "Missing domain"),
        ("CcAddresses", "Missing final '@domain'"),
        ("BccAddresses", "Local address contains control or whitespace"),
        ("ReturnPath", "Missing local name"), ("ReplyToAddresses", "Missing final '@domain'"),
    ):  # fmt: skip
        assert told(ses.send_email, **wrong, Message=MESSAGE, ConfigurationSetName="none")[2] == text
        if part in wrong:
            wrong[part] = right[part]
        else:
            wrong["Destination"][part] = TO["ToAddresses"] if part == "ToAddresses" else []
    # What is named is looked for when all can be read.
    assert told(ses.send_email, **wrong, Message=MESSAGE, ConfigurationSetName="none")[0] == (
        "ConfigurationSetDoesNotExist"
    )


def test_addresses_of_raw_messages_too(ses, domain):
    fields = {"From": "@from", "To": "to@", "Reply-To": "reply"}
    request = {"Source": "so urce", "Destinations": ["x@destination_"]}
    for wrong, right, text in (
        (request, {**request, "Source": f"me@{domain}"}, "Missing final '@domain'"),
        (fields, {**fields, "From": f"me@{domain}"}, "Missing local name"),
        (request, {"Destinations": TO["ToAddresses"]}, "Domain contains illegal character"),
        (fields, {"To": "you@inbox.example"}, "Missing domain"),
        (fields, {"Reply-To": f"me@{domain}"}, "Missing final '@domain'"),
    ):
        content = "".join(f"{name}: {value}\r\n" for name, value in fields.items()) + "\r\nt\r\n"
        assert told(ses.send_raw_email, RawMessage={"Data": content.encode()}, **request) == (
            "InvalidParameterValue", 400, text,
        )  # fmt: skip
        wrong.update(right)


def test_forms_of_errors(waxwing, ses, sesv2, domain):
    bodies = []
    for client, name in ((ses, "ses"), (sesv2, "sesv2")):
        client.meta.events.register_last(
            f"after-call.{name}", lambda http_response, **_: bodies.append(http_response), name
        )
    try:
        told(ses.get_template, TemplateName="a<b&c")
        told(sesv2.get_email_template, TemplateName="a<b&c")
    finally:
        for client, name in ((ses, "ses"), (sesv2, "sesv2")):
            client.meta.events.unregister(f"after-call.{name}", unique_id=name)
    v1, v2 = bodies
    request_id = v1.headers["x-amzn-RequestId"]
    assert v1.content.decode() == (
        '<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type>'
        "<Code>TemplateDoesNotExist</Code>"
        "<Message>Template a&lt;b&amp;c does not exist.</Message></Error>"
        f"<RequestId>{request_id}</RequestId></ErrorResponse>"
    )
    assert v2.headers["x-amzn-ErrorType"] == "NotFoundException"
    assert re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", v2.headers["x-amzn-RequestId"])
    assert v2.content == b'{"message":"Template a<b&c does not exist."}'


# Who may send


def unverified(*identities, region="US-EAST-1"):
    return (
        "Email address is not verified. The following identities failed the check in region "
        f"{region}: {', '.join(identities)}"
    )


def test_senders_that_nobody_verified(waxwing, ses, sesv2):
    who = "Some One <me@nowhere.example>"
    text = unverified(who)
    message = {"Source": who, "Destination": TO, "Message": MESSAGE}
    assert told(ses.send_email, **message) == ("MessageRejected", 400, text)
    arguments = {"FromEmailAddress": who, "Destination": TO, "Content": SIMPLE}
    assert told(sesv2.send_email, **arguments) == ("MessageRejected", 400, text)
    content = f"From: {who}\r\nTo: you@inbox.example\r\n\r\nt\r\n".encode()
    assert submitted(waxwing.smtp, "me@nowhere.example", content) == (
        f"554 Message rejected: {unverified('me@nowhere.example', who)}"
    )
    # The region stands in capitals, and a list that is too long ends in dots.
    far = waxwing.client("ses", region="eu-west-1")
    assert told(far.send_email, **message)[2] == unverified(who, region="EU-WEST-1")
    many = ", ".join(f"{'a' * 60}{n}@nowhere.example" for n in range(50))
    content = f"From: {many}\r\nTo: you@inbox.example\r\n\r\nt\r\n".encode()
    assert told(ses.send_raw_email, RawMessage={"Data": content})[2].endswith("...")


def test_mail_from_domains_without_mx(unique):
    with Waxwing("--manual-dns") as server:
        ses, sesv2 = server.client("ses"), server.client("sesv2")
        address = f"me@{unique('d')}.example"
        ses.verify_email_identity(EmailAddress=address)
        follow_link(server, address)
        ses.set_identity_mail_from_domain(
            Identity=address, MailFromDomain=f"bounce.{address.partition('@')[2]}",
            BehaviorOnMXFailure="RejectMessage",
        )  # fmt: skip
        text = "MAIL FROM domain not verified: DNS setup for MAIL FROM domain is invalid."
        answer = ("MailFromDomainNotVerifiedException", 400, text)
        assert told(ses.send_email, Source=address, Destination=TO, Message=MESSAGE) == answer
        arguments = {"FromEmailAddress": address, "Destination": TO, "Content": SIMPLE}
        assert told(sesv2.send_email, **arguments) == answer
        content = f"From: {address}\r\nTo: you@inbox.example\r\n\r\nt\r\n".encode()
        assert submitted(server.smtp, address, content) == f"554 {text}"


def test_sends_without_source(ses, sesv2, domain, unique):
    content = f"From: me@{domain}\r\nTo: you@inbox.example\r\n\r\nt\r\n".encode()
    assert sesv2.send_email(Content={"Raw": {"Data": content}})["MessageId"]
    assert told(sesv2.send_email, Destination=TO, Content=SIMPLE) == (
        "BadRequestException", 400, None,
    )  # fmt: skip
    template = {"TemplateContent": {"Subject": "s", "Text": "t"}, "TemplateData": "{}"}
    assert told(sesv2.send_email, Destination=TO, Content={"Template": template}) == (
        "BadRequestException", 400, "Source cannot be empty",
    )  # fmt: skip


def test_configuration_sets_that_are_not_there(waxwing, ses, sesv2, domain, unique):
    sender, text = f"me@{domain}", "Configuration set <none> does not exist."
    message = {"Source": sender, "Destination": TO, "Message": MESSAGE}
    assert told(ses.send_email, **message, ConfigurationSetName="none") == (
        "ConfigurationSetDoesNotExist", 400, text,
    )  # fmt: skip
    arguments = {"FromEmailAddress": sender, "Destination": TO, "Content": SIMPLE}
    missing = ("NotFoundException", 404, text)
    assert told(sesv2.send_email, **arguments, ConfigurationSetName="none") == missing
    content = (
        f"From: {sender}\r\nTo: you@inbox.example\r\nX-SES-CONFIGURATION-SET: none\r\n\r\nt\r\n"
    ).encode()
    assert submitted(waxwing.smtp, sender, content) == f"554 Transaction failed: {text}"
    name = f"{unique('d')}.example"
    assert told(
        sesv2.create_email_identity, EmailIdentity=name, ConfigurationSetName="none"
    ) == missing  # fmt: skip
    assert told(sesv2.get_email_identity, EmailIdentity=name)[0] == "NotFoundException"


def test_a_default_set_that_was_deleted(waxwing, ses, sesv2, unique):
    name = unique("set")
    sesv2.create_configuration_set(ConfigurationSetName=name)
    domain = waxwing.verified_domain(f"{unique('d')}.example", ConfigurationSetName=name)
    sesv2.delete_configuration_set(ConfigurationSetName=name)
    sender, text = f"me@{domain}", f"Configuration set <{name}> does not exist."
    message = {"Source": sender, "Destination": TO, "Message": MESSAGE}
    assert told(ses.send_email, **message) == ("InvalidParameterValue", 400, text)
    arguments = {"FromEmailAddress": sender, "Destination": TO, "Content": SIMPLE}
    assert told(sesv2.send_email, **arguments) == ("BadRequestException", 400, text)
    content = f"From: {sender}\r\nTo: you@inbox.example\r\n\r\nt\r\n".encode()
    assert submitted(waxwing.smtp, sender, content) == f"554 Transaction failed: {text}"


@pytest.mark.parametrize(
    "name, value, text",
    [
        ("", "v", "The tag name must be specified."),
        ("n", "", "The tag value must be specified."),
        ("n" * 256, "v", "Tag name cannot exceed 255 characters."),
        ("n", "v" * 256, "Tag value cannot exceed 255 characters."),
        ("a:b", "v",
         "Invalid tag name <a:b>: only alphanumeric ASCII characters, '_',  '-' are allowed."),
        ("n", "a:b",
         "Invalid tag value <a:b>: only alphanumeric ASCII characters, '_',  '-' , '.', '@' are "
         "allowed."),
    ],
)  # fmt: skip
def test_message_tags(waxwing, ses, sesv2, domain, name, value, text):
    sender, tags = f"me@{domain}", [{"Name": name, "Value": value}]
    message = {"Source": sender, "Destination": TO, "Message": MESSAGE}
    assert told(ses.send_email, **message, Tags=tags) == ("InvalidParameterValue", 400, text)
    arguments = {"FromEmailAddress": sender, "Destination": TO, "Content": SIMPLE}
    assert told(sesv2.send_email, **arguments, EmailTags=tags) == ("BadRequestException", 400, text)
    content = (
        f"From: {sender}\r\nTo: you@inbox.example\r\nX-SES-MESSAGE-TAGS: {name}={value}\r\n\r\nt\r\n"
    ).encode()
    assert submitted(waxwing.smtp, sender, content) == f"554 Transaction failed: {text}"


def test_tag_names_of_the_service_are_exempt(ses, domain):
    tags = [{"Name": "ses:feedback-id-a", "Value": "a.b@c"}]
    assert ses.send_email(
        Source=f"me@{domain}", Destination=TO, Message=MESSAGE, Tags=tags
    )["MessageId"]  # fmt: skip


# Identities


def test_identities(ses, sesv2, unique):
    known = f"{unique('d')}.example"
    sesv2.create_email_identity(EmailIdentity=known)
    assert told(sesv2.create_email_identity, EmailIdentity=known)[:2] == (
        "AlreadyExistsException", 400,
    )  # fmt: skip
    ses.delete_identity(Identity="unknown.example")
    assert told(sesv2.delete_email_identity, EmailIdentity="unknown.example")[:2] == (
        "NotFoundException", 404,
    )  # fmt: skip
    for operation, key in (
        (ses.get_identity_verification_attributes, "VerificationAttributes"),
        (ses.get_identity_dkim_attributes, "DkimAttributes"),
        (ses.get_identity_mail_from_domain_attributes, "MailFromDomainAttributes"),
        (ses.get_identity_notification_attributes, "NotificationAttributes"),
    ):
        assert list(operation(Identities=[known, "unknown.example"])[key]) == [known]
    text = "Domain unknown.example is not verified for DKIM signing."
    assert told(ses.set_identity_dkim_enabled, Identity="unknown.example", DkimEnabled=True) == (
        "InvalidParameterValue", 400, text,
    )  # fmt: skip
    put = sesv2.put_email_identity_dkim_attributes
    assert told(put, EmailIdentity="unknown.example", SigningEnabled=True) == (
        "BadRequestException", 400, text,
    )  # fmt: skip
    put(EmailIdentity=f"me@{known}", SigningEnabled=True)
    assert told(
        sesv2.put_email_identity_dkim_signing_attributes, EmailIdentity=f"me@{known}",
        SigningAttributesOrigin="AWS_SES",
    ) == ("BadRequestException", 400, "The EmailIdentity value must be a valid domain.")  # fmt: skip


def test_addresses_to_be_verified(ses, sesv2):
    for call in (ses.verify_email_identity, ses.verify_email_address):
        assert told(call, EmailAddress="") == (
            "InvalidParameterValue", 400, "Email address not specified.",
        )  # fmt: skip
        assert told(call, EmailAddress="no one@x.example") == (
            "InvalidParameterValue", 400, "Invalid email address<no one@x.example>.",
        )  # fmt: skip
    assert told(sesv2.create_email_identity, EmailIdentity="no one@x.example") == (
        "BadRequestException", 400, "Invalid email address<no one@x.example>.",
    )  # fmt: skip


# What accounts make


def test_templates(ses, sesv2, unique):
    name = unique("template")
    parts = {"SubjectPart": "s", "TextPart": "{{x}}"}
    ses.create_template(Template={"TemplateName": name, **parts})
    content = {"Subject": "s", "Text": "t"}
    text = f"Template <{name}> already exists."
    assert told(ses.create_template, Template={"TemplateName": name, **parts}) == (
        "AlreadyExists", 400, text,
    )  # fmt: skip
    assert told(sesv2.create_email_template, TemplateName=name, TemplateContent=content) == (
        "AlreadyExistsException", 400, text,
    )  # fmt: skip
    text = "Template none does not exist."
    assert told(ses.get_template, TemplateName="none") == ("TemplateDoesNotExist", 400, text)
    for call in (sesv2.get_email_template, sesv2.delete_email_template):
        assert told(call, TemplateName="none") == ("NotFoundException", 404, text)
    data = {"TemplateName": name, "TemplateData": "{}"}
    text = "Attribute 'x' is not present in the rendering data."
    assert told(ses.test_render_template, **data) == ("MissingRenderingAttribute", 400, text)
    assert told(sesv2.test_render_email_template, **data) == ("BadRequestException", 400, text)


def test_event_destinations(ses, sesv2, unique):
    name = unique("set")
    ses.create_configuration_set(ConfigurationSet={"Name": name})
    set_name = {"ConfigurationSetName": name}
    assert told(
        ses.delete_configuration_set_event_destination, **set_name, EventDestinationName="none"
    ) == ("EventDestinationDoesNotExist", 400, f"No EventDestination found for {name}")
    text = "SNS topic <arn:aws:sns:us-east-1:000000000000:x.fifo> not found."
    topic = "arn:aws:sns:us-east-1:000000000000:x.fifo"
    v1 = {"Name": "d", "MatchingEventTypes": ["send"], "SNSDestination": {"TopicARN": topic}}
    assert told(
        ses.create_configuration_set_event_destination, **set_name, EventDestination=v1
    ) == ("InvalidSNSDestination", 400, text)
    v2 = {"MatchingEventTypes": ["SEND"], "SnsDestination": {"TopicArn": topic}}
    assert told(
        sesv2.create_configuration_set_event_destination, **set_name, EventDestinationName="d",
        EventDestination=v2,
    ) == ("BadRequestException", 400, text)  # fmt: skip


def test_identity_policies(sesv2, unique):
    domain = f"{unique('d')}.example"
    sesv2.create_email_identity(EmailIdentity=domain)
    assert told(
        sesv2.update_email_identity_policy, EmailIdentity=domain, PolicyName="none",
        Policy='{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", '
        f'"Action": "ses:SendEmail", "Resource": "arn:aws:ses:us-east-1:000000000000:identity/{domain}"}}]}}',
    ) == ("NotFoundException", 404, "Policy <none> does not exist")  # fmt: skip


def test_resource_tags(sesv2):
    arn = "arn:aws:ses:us-east-1:{}:configuration-set/none"
    assert told(sesv2.list_tags_for_resource, ResourceArn=arn.format("000000000000")) == (
        "NotFoundException", 404, "No ConfigurationSet present with name: none",
    )  # fmt: skip
    assert told(sesv2.list_tags_for_resource, ResourceArn=arn.format("111111111111")) == (
        "BadRequestException", 400,
        "Operations on a resource created in a different account is not allowed",
    )  # fmt: skip


def test_suppressed_addresses(sesv2):
    for call in (sesv2.get_suppressed_destination, sesv2.delete_suppressed_destination):
        assert told(call, EmailAddress="none@x.example") == (
            "NotFoundException", 404,
            "Email address none@x.example does not exist on your suppression list.",
        )  # fmt: skip


def test_contacts(waxwing, unique):
    client = waxwing.client("sesv2", region=f"xx-texts-{unique('')}")
    assert told(client.get_contact_list, ContactListName="none") == (
        "NotFoundException", 404, "List with name: none doesn't exist.",
    )  # fmt: skip
    client.create_contact_list(ContactListName="news")
    assert told(client.create_contact_list, ContactListName="more")[1:] == (
        400, "A maximum of 1 Lists allowed per account.",
    )  # fmt: skip
    news = {"ContactListName": "news"}
    assert told(client.get_contact, **news, EmailAddress="a@x.example") == (
        "NotFoundException", 404, "a@x.example doesn't exist in List.",
    )  # fmt: skip
    topics = [{"TopicName": "none", "SubscriptionStatus": "OPT_IN"}]
    assert told(
        client.create_contact, **news, EmailAddress="a@x.example", TopicPreferences=topics
    ) == ("BadRequestException", 400, "List: news doesn't contain Topic: none")


def test_bulk_addresses(ses, sesv2, domain, unique):
    name = unique("template")
    ses.create_template(Template={"TemplateName": name, "SubjectPart": "s", "TextPart": "t"})
    sender = f"me@{domain}"

    def v1(source=sender, to="you@inbox.example", **more):
        return ses.send_bulk_templated_email(
            Source=source, Template=name, DefaultTemplateData="{}",
            Destinations=[{"Destination": {"ToAddresses": [to]}}, {"Destination": TO}], **more,
        )["Status"]  # fmt: skip

    def v2(source=sender, to="you@inbox.example", **more):
        return sesv2.send_bulk_email(
            FromEmailAddress=source,
            DefaultContent={"Template": {"TemplateName": name, "TemplateData": "{}"}},
            BulkEmailEntries=[{"Destination": {"ToAddresses": [to]}}, {"Destination": TO}], **more,
        )["BulkEmailEntryResults"]  # fmt: skip

    text = "Invalid email address<no one@x.example>."
    wrong = "no one@x.example"
    assert told(v1, source=wrong) == ("InvalidParameterValue", 400, text)
    assert told(v1, ReturnPath=wrong) == ("InvalidParameterValue", 400, text)
    assert told(v2, source=wrong) == ("BadRequestException", 400, text)
    assert told(v2, FeedbackForwardingEmailAddress=wrong) == ("BadRequestException", 400, text)
    assert [(r["Status"], r.get("Error")) for r in v1(to=wrong)] == [
        ("InvalidParameterValue", text), ("Success", None),
    ]  # fmt: skip
    assert [(r["Status"], r.get("Error")) for r in v2(to=wrong)] == [
        ("INVALID_PARAMETER", text), ("SUCCESS", None),
    ]  # fmt: skip
    assert {r["Status"] for r in v1(ReplyToAddresses=[wrong])} == {"InvalidParameterValue"}
    assert {r["Status"] for r in v2(ReplyToAddresses=[wrong])} == {"INVALID_PARAMETER"}


# What only SMTP says


def test_replies_of_a_transaction(waxwing, domain):
    content = f"From: me@{domain}\r\nTo: you@inbox.example\r\n\r\nt\r\n".encode()
    reply = submitted(waxwing.smtp, f"me@{domain}", content)
    assert re.fullmatch(r"250 Ok [0-9a-f]{16}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-000000", reply)
    with smtp.Dialogue(waxwing.smtp) as session:
        session.expect(250, "EHLO client.example")
        assert session.command("MAIL FROM:<me@@x.example>") == [
            "553 <me@@x.example> Invalid email address"
        ]
        session.expect(250, f"MAIL FROM:<me@{domain}>")
        assert session.command("RCPT TO:<you>") == ["553 <you> address unknown"]
        size = 41 * 1024 * 1024
        session.expect(250, "RSET")
        assert session.command(f"MAIL FROM:<me@{domain}> SIZE={size}") == [
            "552 Message is too long."
        ]


@pytest.fixture(scope="module")
def guarded():
    with Waxwing("--require-credentials") as server:
        yield server


def signed_in(server, name, password):
    client = smtplib.SMTP(LOOPBACK, server.smtp, timeout=30)
    client.starttls(context=smtp.unverified_tls())
    client.login(name, password)
    return client


def test_replies_about_credentials(guarded, unique):
    account = Account(guarded, "texts")
    root = account.key()
    sesv2 = account.client("sesv2", root)
    name = f"{unique('d')}.example"
    sesv2.create_email_identity(EmailIdentity=name)
    until(
        lambda: sesv2.get_email_identity(EmailIdentity=name)["VerifiedForSendingStatus"], "the domain"
    )
    content = f"From: me@{name}\r\nTo: you@inbox.example\r\n\r\nt\r\n"
    assert submitted(guarded.smtp, f"me@{name}", content.encode()) == "530 Authentication required"
    with pytest.raises(smtplib.SMTPAuthenticationError) as caught:
        signed_in(guarded, root["accessKeyId"], "wrong")
    assert (caught.value.smtp_code, caught.value.smtp_error) == (
        535, b"Authentication Credentials Invalid",
    )  # fmt: skip
    account.member("user", "reader", ("Allow", "ses:GetAccount", "*"))
    made = account.command("smtp-credential", "create", "--region", "us-east-1", "--user", "reader")
    user = f"arn:aws:iam::{account.id}:user/reader"
    identity = f"arn:aws:ses:us-east-1:{account.id}:identity/{name}"
    text = f"User '{user}' is not authorized to perform 'ses:{{}}' on resource '{identity}'"
    with signed_in(guarded, made["userName"], made["password"]) as client:
        with pytest.raises(smtplib.SMTPDataError) as caught:
            client.sendmail(f"me@{name}", ["you@inbox.example"], content)
    assert caught.value.smtp_code == 554
    assert caught.value.smtp_error.decode() == f"Access denied: {text.format('SendRawEmail')}"
    key = account.key("--user", "reader")
    message = {"Source": f"me@{name}", "Destination": TO, "Message": MESSAGE}
    assert told(account.client("ses", key).send_email, **message) == (
        "AccessDenied", 403, text.format("SendEmail"),
    )  # fmt: skip
    arguments = {"FromEmailAddress": f"me@{name}", "Destination": TO, "Content": SIMPLE}
    assert told(account.client("sesv2", key).send_email, **arguments) == (
        "AccessDeniedException", 403, text.format("SendEmail"),
    )  # fmt: skip


def test_quotas(unique):
    with Waxwing() as server:
        domain = server.verified_domain(f"{unique('d')}.example")
        content = f"From: me@{domain}\r\nTo: you@inbox.example\r\n\r\nt\r\n".encode()
        message = {"Source": f"me@{domain}", "Destination": TO, "Message": MESSAGE}
        arguments = {"FromEmailAddress": f"me@{domain}", "Destination": TO, "Content": SIMPLE}
        ses, sesv2 = server.client("ses"), server.client("sesv2")
        ses.send_email(**message)
        for settings, text in (
            ({"dailyQuota": 1}, "Daily message quota exceeded"),
            ({"maximumRate": 0.001}, "Maximum sending rate exceeded"),
        ):
            put_settings(server, "us-east-1", **settings)
            if "maximumRate" in settings:
                ses.send_email(**message)  # the first of a second's worth
            assert submitted(server.smtp, f"me@{domain}", content) == f"454 Throttling failure: {text}"
            assert told(ses.send_email, **message) == ("Throttling", 400, f"{text}.")
            assert told(sesv2.send_email, **arguments) == ("TooManyRequestsException", 429, f"{text}.")


def test_a_store_that_takes_nothing(unique):
    with Waxwing() as server:
        domain = server.verified_domain(f"{unique('d')}.example")
        content = f"From: me@{domain}\r\nTo: you@inbox.example\r\n\r\nt\r\n".encode()
        assert submitted(server.smtp, f"me@{domain}", content).startswith("250 ")
        ses, sesv2 = server.client("ses"), server.client("sesv2")
        types = []
        ses.meta.events.register(
            "after-call.ses", lambda parsed, **_: types.append(parsed["Error"]["Type"])
        )
        message = {"Source": f"me@{domain}", "Destination": TO, "Message": MESSAGE}
        arguments = {"FromEmailAddress": f"me@{domain}", "Destination": TO, "Content": SIMPLE}
        connection = sqlite3.connect(server.data / "waxwing.sqlite", isolation_level=None, timeout=20)
        connection.execute("BEGIN IMMEDIATE")
        try:
            with concurrent.futures.ThreadPoolExecutor(3) as pool:
                answers = [
                    pool.submit(submitted, server.smtp, f"me@{domain}", content),
                    pool.submit(told, ses.send_email, **message),
                    pool.submit(told, sesv2.send_email, **arguments),
                ]
        finally:
            connection.rollback()
            connection.close()
        text = "An internal error occurred."
        assert [answer.result() for answer in answers] == [
            "451 Temporary service failure", ("InternalFailure", 500, text),
            ("InternalServiceErrorException", 500, text),
        ]  # fmt: skip
        assert types == ["Receiver"]
        assert submitted(server.smtp, f"me@{domain}", content).startswith("250 ")


def test_too_many_sign_in():
    with Waxwing("--require-credentials") as server:
        account = Account(server, "guessed")
        wrong = account.client("sesv2", account.key(), secret="x" * 40)
        with concurrent.futures.ThreadPoolExecutor(16) as pool:
            list(pool.map(lambda _: told(wrong.get_account), range(16)))
        login = base64.b64encode(b"\0nobody\0wrong").decode()
        sessions = [smtp.Dialogue(server.smtp) for _ in range(5)]
        for session in sessions:
            session.expect(250, "EHLO client.example")
            session.expect(220, "STARTTLS")
            session.start_tls()
            session.expect(250, "EHLO client.example")
            session.send(f"AUTH PLAIN {login}\r\n".encode())
            time.sleep(0.05)
        assert sessions[-1].reply() == ["454 Temporary authentication failure"]
        for session in sessions:
            session.close()


def test_too_many_connections():
    with WaxwingServe({"submission.connections": 1}) as server:
        with smtp.Dialogue(server.smtp), smtp.Dialogue(server.smtp) as second:
            assert second.greeting == ["421 Too many concurrent SMTP connections"]
