"""No string that a caller gives begins a field, a recipient or a part of its own."""

import pytest
from support import mail

BREAKS = {
    "CRLF": "\r\nBcc: evil@inbox.example",
    "LF": "\nBcc: evil@inbox.example",
    "CR": "\rBcc: evil@inbox.example",
    "folded": "\r\n Bcc: evil@inbox.example",
    "NUL": "\0Bcc: evil@inbox.example",
    "line separator": "\u2028Bcc: evil@inbox.example",
    "paragraph separator": "\u2029Bcc: evil@inbox.example",
    "next line": "\x85Bcc: evil@inbox.example",
    "vertical tab": "\x0bBcc: evil@inbox.example",
    "form feed": "\x0cBcc: evil@inbox.example",
    "empty line": "\r\n\r\nbody",
}

ENCODED = {
    "encoded CRLF": "=?utf-8?q?x=0D=0ABcc:_evil@inbox.example?=",
    "encoded CRLF in base64": "=?utf-8?b?eA0KQmNjOiBldmlsQGluYm94LmV4YW1wbGU=?=",
}


def simple(subject="s", text="t", **more):
    return {"Simple": {"Subject": {"Data": subject}, "Body": {"Text": {"Data": text}}, **more}}


@pytest.fixture
def send(sesv2, domain):
    def call(content=None, source=None, to="you@inbox.example", **more):
        return sesv2.send_email(
            FromEmailAddress=source or f"me@{domain}", Destination={"ToAddresses": [to]},
            Content=content or simple(), **more,
        )  # fmt: skip

    return call


@pytest.mark.parametrize("kind", BREAKS)
def test_line_breaks_are_refused_everywhere(send, domain, refused, kind):
    evil = "x" + BREAKS[kind]
    attempts = [
        dict(content=simple(subject=evil)),
        dict(content=simple(Headers=[{"Name": "X-A", "Value": evil}])),
        dict(content=simple(Attachments=[{"FileName": evil, "RawContent": b"x"}])),
        dict(content=simple(Attachments=[
            {"FileName": "a", "RawContent": b"x", "ContentDescription": evil}])),
        dict(source=f"{evil} <me@{domain}>"),
        dict(source=f'"{evil}" <me@{domain}>'),
        dict(to=f"{evil} <you@inbox.example>"),
        dict(to=f"{evil}@inbox.example"),
        dict(ReplyToAddresses=[f"{evil} <r@inbox.example>"]),
        dict(FeedbackForwardingEmailAddress=f"{evil}@{domain}"),
        dict(EmailTags=[{"Name": "a", "Value": evil}]),
    ]  # fmt: skip
    for attempt in attempts:
        answer = refused(send, **attempt)
        assert (answer.code, answer.status) == ("BadRequestException", 400), attempt


@pytest.mark.parametrize("kind", BREAKS)
def test_names_and_types_are_refused(send, refused, kind):
    evil = "x" + BREAKS[kind]
    for content in [
        simple(Headers=[{"Name": evil, "Value": "x"}]),
        simple(Attachments=[{"FileName": "a", "RawContent": b"x", "ContentId": evil}]),
        simple(Attachments=[{"FileName": "a", "RawContent": b"x", "ContentType": f"text/{evil}"}]),
    ]:
        assert refused(send, content=content).code == "BadRequestException"


@pytest.mark.parametrize("kind", ENCODED)
def test_encoded_line_breaks_break_nothing(waxwing, send, domain, unique, kind):
    subject = f"{unique('encoded')} {ENCODED[kind]}"
    send(content=simple(subject=subject, Headers=[{"Name": "X-A", "Value": ENCODED[kind]}]))
    shown = waxwing.wait_for(lambda m: subject.split()[0] in m["subject"], subject)
    message = mail.read(waxwing.raw(shown))
    assert message["Bcc"] is None
    assert shown["recipients"] == ["you@inbox.example"]
    # Read once, what was given comes out, and no line break.
    assert message["Subject"] == subject
    assert message["X-A"] == ENCODED[kind]


@pytest.mark.parametrize("kind", ENCODED)
def test_encoded_line_breaks_in_names_are_refused(send, domain, refused, kind):
    for attempt in [
        dict(source=f"{ENCODED[kind]} <me@{domain}>"),
        dict(to=f"{ENCODED[kind]} <you@inbox.example>"),
        dict(ReplyToAddresses=[f"{ENCODED[kind]} <you@inbox.example>"]),
    ]:
        assert refused(send, **attempt).code == "BadRequestException"


def test_bodies_stay_bodies(waxwing, send, unique):
    subject = unique("body")
    text = ".\r\nQUIT\r\n\r\nBcc: evil@inbox.example\r\n--boundary--\r\n"
    send(content=simple(subject=subject, text=text))
    shown = waxwing.wait_for_subject(subject)
    body = mail.read(waxwing.raw(shown)).get_content()
    assert body.replace("\r\n", "\n").strip() == text.replace("\r\n", "\n").strip()
    assert shown["recipients"] == ["you@inbox.example"]
