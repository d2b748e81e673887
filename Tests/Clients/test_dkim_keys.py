"""Easy DKIM's keys: rotation under load, other lengths, and replicas in other regions."""

import threading
import time
from datetime import datetime, timezone

import pytest
from support.accounts import Refused
from support.accounts import waxwing as command
from support.server import Waxwing
from support.waiting import until

REGION = "eu-west-2"


def send(client, sender, subject):
    return client.send_email(
        FromEmailAddress=sender,
        Destination={"ToAddresses": ["reader@inbox.example"]},
        Content={"Simple": {"Subject": {"Data": subject}, "Body": {"Text": {"Data": "Hello"}}}},
    )["MessageId"]


def own_signature(message, domain):
    """What the inbox found of the signature of the sender's own domain."""
    return next(s for s in message["authentication"]["dkim"] if s["domain"] == domain)


def test_keys_change_under_load_and_every_message_verifies():
    """Four senders go on while keys change every three seconds.

    The inbox verifies each message on arrival with the keys that DNS has then: one signed by a key
    that is not yet, or no longer, published would fail.
    """
    with Waxwing("--rotate-keys-every", "3") as server:
        domain = server.verified_domain("rotating.example")
        client = server.client("sesv2")
        end = time.monotonic() + 14
        sent, errors = [], []

        def load(number):
            own = server.client("sesv2")
            while time.monotonic() < end:
                try:
                    sent.append(send(own, f"a@{domain}", f"load {number}"))
                except Exception as error:  # noqa: BLE001
                    errors.append(error)
                    return

        threads = [threading.Thread(target=load, args=(number,)) for number in range(4)]
        generations = set()
        for thread in threads:
            thread.start()
        while any(thread.is_alive() for thread in threads):
            shown = client.get_email_identity(EmailIdentity=domain)["DkimAttributes"]
            generations.add(shown["LastKeyGenerationTimestamp"])
            assert shown["Status"] == "SUCCESS" and len(shown["Tokens"]) == 3
            time.sleep(0.3)
        for thread in threads:
            thread.join()
        assert not errors and len(sent) > 30  # a busy machine sends fewer
        until(lambda: len(list(server.all_messages())) >= len(sent), "all mail", 60)
        received = list(server.all_messages())
        assert len(received) == len(sent)
        signatures = [own_signature(m, domain) for m in received]
        assert [s for s in signatures if s["result"] != "pass"] == []
        selectors = {s["selector"] for s in signatures}
        assert len(selectors) >= 3, "each of the three selectors signed in its turn"
        assert len(generations) >= 2


def test_another_key_length_keeps_the_records_and_the_signatures(waxwing, sesv2, unique, refused):
    domain = waxwing.verified_domain(f"{unique('length')}.example")
    before = sesv2.get_email_identity(EmailIdentity=domain)["DkimAttributes"]
    change = {"EmailIdentity": domain, "SigningAttributesOrigin": "AWS_SES"}
    short = {"NextSigningKeyLength": "RSA_1024_BIT"}
    answer = sesv2.put_email_identity_dkim_signing_attributes(**change, SigningAttributes=short)
    assert answer["DkimStatus"] == "SUCCESS" and answer["DkimTokens"] == before["Tokens"]
    after = sesv2.get_email_identity(EmailIdentity=domain)["DkimAttributes"]
    assert after["NextSigningKeyLength"] == "RSA_1024_BIT"
    assert after["CurrentSigningKeyLength"] == "RSA_2048_BIT"
    call = sesv2.put_email_identity_dkim_signing_attributes
    same = refused(call, **change, SigningAttributes=short)
    assert (same.code, same.status) == ("BadRequestException", 400)
    long = {"NextSigningKeyLength": "RSA_2048_BIT"}
    again = refused(call, **change, SigningAttributes=long)
    assert (again.code, again.status) == ("LimitExceededException", 400)


def test_a_replica_signs_with_the_keys_of_its_primary(waxwing, unique, refused):
    domain = waxwing.verified_domain(f"{unique('deed')}.example")
    primary = waxwing.client("sesv2")
    replica = waxwing.client("sesv2", region=REGION)
    replica.create_email_identity(
        EmailIdentity=domain,
        DkimSigningAttributes={"DomainSigningAttributesOrigin": "AWS_SES_US_EAST_1"},
    )
    until(
        lambda: replica.get_email_identity(EmailIdentity=domain)["VerifiedForSendingStatus"],
        "the replica to be verified", 15,
    )  # fmt: skip
    here = replica.get_email_identity(EmailIdentity=domain)["DkimAttributes"]
    there = primary.get_email_identity(EmailIdentity=domain)["DkimAttributes"]
    assert here["SigningAttributesOrigin"] == "AWS_SES_US_EAST_1"
    assert here["Tokens"] == there["Tokens"] and here["Status"] == "SUCCESS"
    subject = unique("replica ")
    send(replica, f"a@{domain}", subject)
    message = waxwing.wait_for_subject(subject)
    assert own_signature(message, domain)["result"] == "pass"
    kept = refused(primary.delete_email_identity, EmailIdentity=domain)
    assert (kept.code, kept.status) == ("ConflictException", 409)
    replica.delete_email_identity(EmailIdentity=domain)
    primary.delete_email_identity(EmailIdentity=domain)


@pytest.mark.parametrize(
    ("primary", "error"),
    [
        (None, "REPLICATION_PRIMARY_NOT_FOUND"),
        ("self", "REPLICATION_PRIMARY_INVALID_REGION"),
    ],
)
def test_a_replica_without_a_primary_says_why(waxwing, unique, primary, error):
    region = "us-west-2" if primary is None else REGION
    client = waxwing.client("sesv2", region=REGION)
    domain = f"{unique('orphan')}.example"
    origin = f"AWS_SES_{region.upper().replace('-', '_')}"
    client.create_email_identity(
        EmailIdentity=domain, DkimSigningAttributes={"DomainSigningAttributesOrigin": origin}
    )
    shown = client.get_email_identity(EmailIdentity=domain)
    assert shown["VerificationInfo"]["ErrorType"] == error
    assert shown["DkimAttributes"]["SigningAttributesOrigin"] == origin
    assert shown["DkimAttributes"]["Status"] in ("NOT_STARTED", "PENDING")


# Rotation by an operator


def rotate(server, domain, *options):
    return command(server.data, "dkim", "rotate", domain, "--account", "000000000000", *options)


def seconds_from_now(moment):
    return (datetime.fromisoformat(moment) - datetime.now(timezone.utc)).total_seconds()


def test_an_operator_has_the_next_key_sign_before_its_time(tmp_path):
    with Waxwing("--rotate-keys-every", "24", data=tmp_path) as server:
        domain = server.verified_domain("operated.example")
        client = server.client("sesv2")
        before = rotate(server, domain, "--show")
        assert before["rotationWanted"] is False and seconds_from_now(before["next"]["from"]) > 12
        tokens = client.get_email_identity(EmailIdentity=domain)["DkimAttributes"]["Tokens"]
        assert {before["signing"]["selector"], before["next"]["selector"]} < set(tokens)
        asked = rotate(server, domain)
        assert asked["rotationWanted"] is True
        assert asked["signing"] == before["signing"]
        assert asked["next"]["selector"] == before["next"]["selector"]
        assert seconds_from_now(asked["next"]["from"]) < 9
        until(
            lambda: rotate(server, domain, "--show")["signing"]["selector"]
            == before["next"]["selector"], "the next key to sign", 16,
        )  # fmt: skip
        send(client, f"a@{domain}", "operated")
        signature = own_signature(server.wait_for_subject("operated"), domain)
        assert (signature["selector"], signature["result"]) == (before["next"]["selector"], "pass")
        after = rotate(server, domain, "--show")
        assert after["rotationWanted"] is False and after["next"]["selector"] in tokens
        # Data that no service has open take the word, too.
        server.kill()
        assert rotate(server, domain)["rotationWanted"] is True


def test_what_cannot_be_rotated(waxwing, unique):
    with pytest.raises(Refused) as unknown:
        rotate(waxwing, f"{unique('unknown')}.example")
    assert unknown.value.status == 2 and "There is no identity" in unknown.value.text
    domain = waxwing.verified_domain(f"{unique('elsewhere')}.example")
    with pytest.raises(Refused):
        rotate(waxwing, domain, "--region", REGION)
    assert command(
        waxwing.data, "dkim", "rotate", domain, "--account", "000000000000", text=True
    ).splitlines()[1].startswith("Signs now")
