"""Messages to send, and messages read with Python's own parser."""

import email
import email.policy
from email.message import EmailMessage

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360000002000154a24f5f0000000049454e44ae426082"
)

# Names and a subject from outside ASCII, long enough to be folded.
NAME = "Zoë Żółć-Müller 山田太郎"
SUBJECT = "Grüße aus Åre – 日本語の件名がここにあり、折り返しが必要になるほど長い ✉️"


def read(raw):
    return email.message_from_bytes(raw, policy=email.policy.default)


def attachments(raw):
    """File name, media type and bytes of each attachment."""
    return [
        (part.get_filename(), part.get_content_type(), part.get_payload(decode=True))
        for part in read(raw).walk()
        if part.get_content_disposition() == "attachment"
    ]


def message(sender, recipient, subject, text="Hello.\n", files=()):
    """A message composed by Python's own library; `files` are of (name, type, bytes)."""
    made = EmailMessage(policy=email.policy.SMTP)
    made["From"] = sender
    made["To"] = recipient
    made["Subject"] = subject
    made.set_content(text)
    for name, media_type, content in files:
        main, _, sub = media_type.partition("/")
        made.add_attachment(content, maintype=main, subtype=sub, filename=name)
    return made.as_bytes()
