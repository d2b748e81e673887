"""Deterministic Easy DKIM: mail of a replica region verifies with what the resolvers of others see.

The customer's zone is BIND's, signed; the keys are in the zone of `waxwing serve`; Unbound asks both,
and the verifiers ask Unbound.
"""

import pytest

from support import dns, verifiers
from support.processes import LOOPBACK, free_port
from support.serving import WaxwingServe
from support.signed_zone import signed_zone
from support.sink import Sink
from support.unbound import unbound
from support.waiting import until
from support.zones import Zones

DOMAIN = "customer.example"
PARENT, REPLICA = "us-east-1", "eu-west-2"
ZONE = f"$TTL 60\nexample.net. IN MX 10 mx.example.net.\nmx.example.net. IN A {LOOPBACK}\n"


@pytest.fixture(scope="module")
def service():
    """It asks Unbound as well, and believes nothing of an identity but what it sees there."""
    customer = free_port()
    with Zones(ZONE) as zones, Sink() as sink:
        server = WaxwingServe()
        stubs = {DOMAIN: customer, "waxwing.test": server.dns, "example.net": zones.port}
        with unbound(stubs) as resolver:
            server.settings |= {
                "regions": [PARENT, REPLICA],
                "resolver.forwarders": [f"{LOOPBACK}:{resolver}"],
                "delivery.port": sink.port,
                # A key may sign as soon as it is published.
                "dkim.rotation-settling": "1s",
            }
            server.sink, server.resolver, server.customer = sink, resolver, customer
            with server:
                yield server


@pytest.fixture(scope="module")
def regions(service):
    """The identity in both regions: the parent's own, and its replica.

    The customer publishes what the parent region told, and no more.
    """
    service.account = service.run("account", "create", "--name", "test")["id"]
    key = service.run("key", "create", "--account", service.account)
    key = key["accessKeyId"], key["secretAccessKey"]
    parent = service.client("sesv2", *key, region=PARENT)
    replica = service.client("sesv2", *key, region=REPLICA)
    told = parent.create_email_identity(EmailIdentity=DOMAIN)["DkimAttributes"]
    records = "".join(
        f"{token}._domainkey IN CNAME {token}.dkim.waxwing.test.\n" for token in told["Tokens"]
    )
    with signed_zone(DOMAIN, records, port=service.customer):

        def verified(client):
            shown = client.get_email_identity(EmailIdentity=DOMAIN)
            return shown["DkimAttributes"]["Status"] == "SUCCESS" and shown["VerifiedForSendingStatus"]

        until(lambda: verified(parent), "the parent to be verified", 60, 0.2)
        replica.create_email_identity(
            EmailIdentity=DOMAIN,
            DkimSigningAttributes={"DomainSigningAttributesOrigin": "AWS_SES_US_EAST_1"},
        )
        until(lambda: verified(replica), "the replica to be verified", 60, 0.2)
        yield parent, replica


def sent(service, client, recipient):
    """A message as it arrives."""
    client.send_email(
        FromEmailAddress=f"me@{DOMAIN}", Destination={"ToAddresses": [recipient]},
        Content={"Simple": {"Subject": {"Data": "deed"}, "Body": {"Text": {"Data": "Hello."}}}},
    )  # fmt: skip
    until(lambda: recipient in service.sink.recipients(), "the message")
    return next(content for _, to, content in service.sink.messages if recipient in to)


def check(message, resolver):
    """Every verifier passes the customer's signature; returns its selector."""
    for verifier in verifiers.ALL:
        own = [v for v in verifier(message, resolver) if v.domain == DOMAIN]
        assert own and all(v.passed for v in own), (verifier.__name__, own)
    return next(s for d, s in verifiers.signatures(message) if d == DOMAIN)


def test_mail_of_the_replica_verifies_before_and_after_a_rotation(service, regions, unique):
    (parent, replica), resolver = regions, service.resolver
    here = replica.get_email_identity(EmailIdentity=DOMAIN)["DkimAttributes"]
    assert here["Tokens"] == parent.get_email_identity(EmailIdentity=DOMAIN)["DkimAttributes"]["Tokens"]

    before = sent(service, replica, f"{unique('before')}@example.net")
    first = check(before, resolver)
    assert check(sent(service, parent, f"{unique('before')}@example.net"), resolver) == first

    asked = service.run("dkim", "rotate", DOMAIN, "--account", service.account, "--region", PARENT)
    after, selectors = None, set()

    def rotated():
        nonlocal after
        after = sent(service, replica, f"{unique('after')}@example.net")
        selectors.add(next(s for d, s in verifiers.signatures(after) if d == DOMAIN))
        return selectors != {first}

    until(rotated, f"the replica to sign with the next key: {asked}", 60, 0.5)
    second = check(after, resolver)
    assert second != first and second in here["Tokens"]
    assert check(sent(service, parent, f"{unique('after')}@example.net"), resolver) == second
    # What was on its way before still verifies.
    assert check(before, resolver) == first


def test_the_customers_names_lead_to_the_keys(service, regions):
    resolver = service.resolver
    for token in regions[1].get_email_identity(EmailIdentity=DOMAIN)["DkimAttributes"]["Tokens"]:
        texts = dns.texts(resolver, f"{token}._domainkey.{DOMAIN}")
        assert len(texts) == 1 and b"p=" in texts[0]
        shown = dns.dig(resolver, "CNAME", f"{token}._domainkey.{DOMAIN}")
        assert shown == [f"{token}.dkim.waxwing.test."]
