"""Every error that the service model of API v1 documents, provoked with boto3."""

import pytest

from errors import ErrorTable, v1_receiving, v1_sending, v1_settings
from support.server import Waxwing
from support.ses import follow_link
from support.waiting import until

TABLE = ErrorTable("ses", "v1")
for part in (v1_receiving, v1_settings, v1_sending):
    part.add_rows(TABLE)


@pytest.fixture(scope="module")
def manual():
    """A server whose DNS nobody fills, so that MAIL FROM domains have no MX."""
    with Waxwing("--manual-dns") as server:
        yield server


class Bench:
    """A region of its own on the server, and what most rows need there."""

    def __init__(self, server, manual, unique):
        self.server, self.manual, self.unique = server, manual, unique
        self.region = f"xx-errors-{unique('')}"
        self.client = self.listened_to(server.client("ses", region=self.region))
        self.v2 = server.client("sesv2", region=self.region)
        self.known_domain = None

    def listened_to(self, client):
        """The client; what its last call was answered with is kept."""
        client.meta.events.register("after-call.ses", self.keep)
        return client

    def keep(self, http_response, parsed, **_):
        self.body, self.answer = http_response.content, parsed

    @property
    def domain(self):
        """A domain that mail may be sent from."""
        if not self.known_domain:
            name = self.known_domain = f"{self.unique('d')}.example"
            self.v2.create_email_identity(EmailIdentity=name)
            until(
                lambda: self.v2.get_email_identity(EmailIdentity=name)["VerifiedForSendingStatus"],
                f"{name} to be verified",
            )
        return self.known_domain

    @property
    def sender(self):
        return f"me@{self.domain}"

    def without_mx(self):
        """A client and a verified address whose MAIL FROM domain has no MX, and wants one."""
        client = self.listened_to(self.manual.client("ses", region=self.region))
        address = f"me@{self.unique('d')}.example"
        client.verify_email_identity(EmailAddress=address)
        follow_link(self.manual, address)
        client.set_identity_mail_from_domain(
            Identity=address, MailFromDomain=f"bounce.{address.partition('@')[2]}",
            BehaviorOnMXFailure="RejectMessage",
        )  # fmt: skip
        return client, address


@pytest.fixture
def bench(waxwing, manual, unique):
    return Bench(waxwing, manual, unique)


def test_the_table_is_the_models():
    assert TABLE.missing() == []
    assert TABLE.unknown() == []


@pytest.mark.parametrize("case", TABLE.cases())
def test_the_error_is_met(bench, case):
    case.check(bench)
    assert bench.answer["Error"]["Type"] == "Sender"
    request_id = bench.answer["ResponseMetadata"]["RequestId"]
    assert b"<ErrorResponse xmlns=\"http://ses.amazonaws.com/doc/2010-12-01/\">" in bench.body
    assert f"</Error><RequestId>{request_id}</RequestId></ErrorResponse>".encode() in bench.body
    assert bench.answer["ResponseMetadata"]["HTTPHeaders"]["x-amzn-requestid"] == request_id
