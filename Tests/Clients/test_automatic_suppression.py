"""What bounces and complaints do to the suppression list and to the figures of an account."""

import smtplib
from datetime import datetime, timedelta, timezone

import pytest

from stored import records
from support import smtp
from support.processes import LOOPBACK
from support.server import Waxwing
from support.sink import Sink
from support.ses import MESSAGE_ID
from support.waiting import until


class Picky(Sink):
    """Refuses recipients as their names say: `gone`, `full`, `blocked`."""

    replies = {
        "gone": "550 5.1.1 user unknown",
        "closed": "550 5.2.1 mailbox disabled",
        "full": "552 5.2.2 mailbox full",
        "blocked": "550 5.7.1 your address is blocked",
        "plain": "550 go away",
    }

    async def handle_RCPT(self, server, session, envelope, address, options):
        name = address.split("@")[0]
        for word, reply in self.replies.items():
            if name.startswith(word):
                return reply
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 fine"


@pytest.fixture(scope="module")
def server():
    with Picky() as sink, Waxwing("--deliver-to", f"{LOOPBACK}:{sink.port}") as server:
        server.sink = sink
        server.client("sesv2").create_email_identity(EmailIdentity="sender.example")
        yield server


@pytest.fixture(scope="module")
def client(server):
    return server.client("sesv2")


def send(client, *to, sender="me@sender.example", **more):
    return client.send_email(
        FromEmailAddress=sender, Destination={"ToAddresses": list(to)},
        Content={"Simple": {"Subject": {"Data": "s"}, "Body": {"Text": {"Data": "t"}}}}, **more,
    )["MessageId"]  # fmt: skip


def listed(client, **arguments):
    answer = client.list_suppressed_destinations(**arguments)
    return {one["EmailAddress"]: one["Reason"] for one in answer["SuppressedDestinationSummaries"]}


def figures(server, word):
    points = server.client("ses").get_send_statistics()["SendDataPoints"]
    return sum(point[word] for point in points)


def test_a_hard_bounce_suppresses_its_recipient_alone(server, client):
    before = figures(server, "Bounces")
    message_id = send(
        client, "gone1@there.example", "Closed@there.example", "full1@there.example",
        "blocked1@there.example", "plain1@there.example", "fine1@there.example",
    )  # fmt: skip
    until(lambda: "gone1@there.example" in listed(client), "the suppression")
    until(lambda: figures(server, "Bounces") == before + 4, "the figures")
    found = {address for address in listed(client) if address.endswith("@there.example")}
    assert found == {"gone1@there.example"}
    entry = client.get_suppressed_destination(EmailAddress="gone1@there.example")
    entry = entry["SuppressedDestination"]
    assert entry["Reason"] == "BOUNCE"
    assert entry["Attributes"]["MessageId"] == message_id
    assert MESSAGE_ID.fullmatch(entry["Attributes"]["FeedbackId"])
    assert entry["Attributes"]["FeedbackId"] != message_id
    assert datetime.now(timezone.utc) - entry["LastUpdateTime"] < timedelta(minutes=5)

    def suppressed():
        again = send(client, "gone1@there.example", "fine1@there.example")
        return [one[0] for one in records(server, again)[0].get("suppressed", [])]

    # Nothing more is sent there, until somebody takes it off the list.
    until(lambda: suppressed() == ["gone1@there.example"], "the next message")
    client.delete_suppressed_destination(EmailAddress="gone1@there.example")
    until(lambda: suppressed() == [], "the message after that")


def test_the_configuration_set_says_what_is_suppressed(server, client):
    client.create_configuration_set(
        ConfigurationSetName="never", SuppressionOptions={"SuppressedReasons": []}
    )
    before = figures(server, "Bounces")
    send(client, "gone2@there.example", ConfigurationSetName="never")
    until(lambda: figures(server, "Bounces") == before + 1, "the bounce")
    assert "gone2@there.example" not in listed(client)


def test_tenants_have_lists_of_their_own(server, client):
    account = "000000000000"
    client.create_tenant(
        TenantName="shop",
        SuppressionAttributes={"SuppressionScope": "TENANT", "SuppressedReasons": ["BOUNCE"]},
    )
    client.create_tenant_resource_association(
        TenantName="shop", ResourceArn=f"arn:aws:ses:us-east-1:{account}:identity/sender.example"
    )
    send(client, "gone3@there.example", TenantName="shop")
    until(lambda: listed(client, TenantName="shop"), "the tenant's list")
    assert listed(client, TenantName="shop") == {"gone3@there.example": "BOUNCE"}
    assert "gone3@there.example" not in listed(client)


# Reports that come back later, to the return path of a message


def report(kind, fields):
    return (
        "From: reports@provider.example\r\nSubject: report\r\nMIME-Version: 1.0\r\n"
        f"Content-Type: multipart/report; report-type={kind}; boundary=b\r\n\r\n"
        "--b\r\nContent-Type: text/plain\r\n\r\nA report.\r\n"
        f"--b\r\nContent-Type: message/{kind}\r\n\r\n{fields}\r\n--b--\r\n"
    )


def complaint(recipient=None, kind="abuse"):
    named = f"Original-Rcpt-To: <{recipient}>\r\n" if recipient else ""
    return report(
        "feedback-report", f"Feedback-Type: {kind}\r\nUser-Agent: t/1\r\nVersion: 1\r\n{named}"
    )


def bounce(recipient, status="5.1.1"):
    return report(
        "delivery-status",
        "Reporting-MTA: dns; provider.example\r\n\r\n"
        f"Final-Recipient: rfc822; {recipient}\r\nAction: failed\r\nStatus: {status}\r\n",
    )


@pytest.fixture
def came_back(waxwing, sesv2, domain, unique):
    """Sends a message, and gives a way to send reports to its return path."""

    class Returned:
        def __init__(self, *to):
            self.subject = unique("report ")
            self.message_id = sesv2.send_email(
                FromEmailAddress=f"me@{domain}", Destination={"ToAddresses": list(to)},
                Content={"Simple": {"Subject": {"Data": self.subject}, "Body": {"Text": {"Data": "t"}}}},
            )["MessageId"]  # fmt: skip
            self.path = waxwing.wait_for_subject(self.subject)["mailFrom"]

        def send(self, content, path=None):
            with smtplib.SMTP(LOOPBACK, waxwing.mx, timeout=20) as session:
                session.sendmail("", [path or self.path], content.encode())

    return Returned


def test_a_complaint_suppresses_who_made_it(waxwing, sesv2, came_back, unique):
    anna, bert = f"{unique('anna')}@inbox.example", f"{unique('bert')}@inbox.example"
    returned = came_back(anna, bert)
    before = figures(waxwing, "Complaints")
    returned.send(complaint(bert.upper()))
    returned.send(complaint("stranger@inbox.example"))
    returned.send(complaint(anna, kind="not-spam"))
    # Two have got it: without a name it may be of either.
    returned.send(complaint())
    found = listed(sesv2)
    assert bert not in found  # the local-part is another in capitals
    returned.send(complaint(bert))
    found = listed(sesv2)
    assert found[bert] == "COMPLAINT" and anna not in found
    assert "stranger@inbox.example" not in found
    entry = sesv2.get_suppressed_destination(EmailAddress=bert)["SuppressedDestination"]
    assert entry["Attributes"]["MessageId"] == returned.message_id
    assert figures(waxwing, "Complaints") == before + 1


def test_a_complaint_without_a_name_is_of_the_only_reader(sesv2, came_back, unique):
    address = f"{unique('only')}@inbox.example"
    came_back(address).send(complaint())
    assert listed(sesv2)[address] == "COMPLAINT"


def test_a_bounce_that_comes_later_counts_too(sesv2, came_back, unique):
    anna, bert = f"{unique('anna')}@inbox.example", f"{unique('bert')}@inbox.example"
    returned = came_back(anna, bert)
    returned.send(bounce(bert, status="5.2.2"))
    assert bert not in listed(sesv2)
    returned.send(bounce(bert))
    found = listed(sesv2)
    assert found[bert] == "BOUNCE" and anna not in found


def test_a_guessed_return_path_changes_nothing(waxwing, sesv2, came_back, unique):
    address = f"{unique('safe')}@inbox.example"
    returned = came_back(address)
    local, _, domain = returned.path.partition("@")
    head, rest = local[:-12], local[-12:]
    forged = f"{head}{'0' if rest[0] != '0' else '1'}{rest[1:]}@{domain}"
    returned.send(complaint(address), path=forged)
    guessed = local.split("-")
    guessed[4] = "0000" if guessed[4] != "0000" else "1111"
    returned.send(complaint(address), path="-".join(guessed) + f"@{domain}")
    assert address not in listed(sesv2)


# The mailbox simulator


@pytest.mark.parametrize("name", ["bounce", "suppressionlist", "complaint", "bounce+label"])
def test_the_simulator_suppresses_nobody(waxwing, sesv2, unique, name):
    # A domain of its own, so that the report is found by its recipient.
    domain = waxwing.verified_domain(f"{unique('simulated')}.example")
    address = f"{name}@simulator.amazonses.com"
    message_id = send(sesv2, address, sender=f"me@{domain}")
    waxwing.wait_for(lambda m: f"me@{domain}" in m["recipients"], "the report")
    assert address not in listed(sesv2)
    (record,) = records(waxwing, message_id)
    assert record["simulated"] == [address]


def test_a_simulated_address_can_be_suppressed_by_hand(waxwing, sesv2, domain, unique):
    address = f"success+{unique('listed')}@simulator.amazonses.com"
    sesv2.put_suppressed_destination(EmailAddress=address, Reason="BOUNCE")
    (record,) = records(waxwing, send(sesv2, address, sender=f"me@{domain}"))
    assert record["suppressed"] == [[address, "BOUNCE"]]


def test_the_simulator_refuses_in_the_words_of_ses(waxwing):
    with smtp.Dialogue(waxwing.mx) as session:
        session.expect(250, "EHLO client.example")
        session.expect(250, "MAIL FROM:<>")
        address = "suppressionlist+a@simulator.amazonses.com"
        assert session.command(f"RCPT TO:<{address}>") == [
            f"550 5.1.1 user unknown ( blacklisted address: {address} )"
        ]
        assert session.command("RCPT TO:<bounce@simulator.amazonses.com>") == [
            "550 5.1.1 user unknown"
        ]
        session.expect(250, "RCPT TO:<Success@Simulator.AmazonSES.com>")
