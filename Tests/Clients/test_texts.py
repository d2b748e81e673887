"""The texts of SES about messages and senders, byte for byte, in every way in that has them."""

import re

import pytest

from refusals import MESSAGE, SIMPLE, TO, submitted, told
from support.server import Waxwing
from support.ses import follow_link

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
