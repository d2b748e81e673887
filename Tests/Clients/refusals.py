"""What calls and messages are refused with, and the simplest things to send."""

import pytest
from botocore.exceptions import ClientError

from support import smtp

TO = {"ToAddresses": ["you@inbox.example"]}
SIMPLE = {"Simple": {"Subject": {"Data": "s"}, "Body": {"Text": {"Data": "t"}}}}
MESSAGE = {"Subject": {"Data": "s"}, "Body": {"Text": {"Data": "t"}}}


def told(call, **arguments):
    """Code, status and text; None for no text."""
    with pytest.raises(ClientError) as caught:
        call(**arguments)
    answer = caught.value.response
    return (
        answer["Error"]["Code"], answer["ResponseMetadata"]["HTTPStatusCode"],
        answer["Error"].get("Message") or None,
    )  # fmt: skip


def submitted(port, sender, content, recipients=("you@inbox.example",), seconds=20):
    """The last line of what a message is answered with by SMTP."""
    with smtp.Dialogue(port, seconds=seconds) as session:
        return session.transaction(sender, recipients, content)
