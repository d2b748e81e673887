"""What the owner of an account is told by mail when records of an identity come and go."""

import contextlib

from support import mail
from support.processes import LOOPBACK
from support.server import Waxwing
from support.serving import WaxwingServe
from support.sink import Sink
from support.waiting import until
from support.zones import Zones

CONTACT = "contact@owner.example"


def put_contacts(sesv2, *addresses):
    sesv2.put_account_details(
        MailType="TRANSACTIONAL", WebsiteURL="https://owner.example", UseCaseDescription="mail",
        AdditionalContactEmailAddresses=list(addresses),
    )  # fmt: skip


def subjects(server):
    return [m["subject"] for m in server.messages(limit=100) if CONTACT in m["recipients"]]


def test_dev_tells_of_success(unique):
    with Waxwing() as server:
        sesv2 = server.client("sesv2")
        put_contacts(sesv2, CONTACT, "second@owner.example")
        domain = server.verified_domain(f"{unique('told')}.example")
        wanted = f"DKIM setup successful for {domain} in region us-east-1"
        entry = server.wait_for_subject(wanted)
        assert entry["mailFrom"] == ""
        message = mail.read(server.raw(entry))
        assert message["From"] == "Waxwing <no-reply@amazonses.com>"
        assert message["To"] == f"{CONTACT}, second@owner.example"
        assert message["Auto-Submitted"] == "auto-generated"
        assert f"The DKIM records of {domain} were found." in message.get_content()
        sesv2.put_email_identity_mail_from_attributes(
            EmailIdentity=domain, MailFromDomain=f"bounce.{domain}"
        )
        server.wait_for_subject(f"MAIL FROM setup successful for bounce.{domain} in region us-east-1")
        # Each is told once, and another region has contacts of its own.
        sesv2.put_email_identity_dkim_attributes(EmailIdentity=domain, SigningEnabled=False)
        server.client("sesv2", region="eu-west-1").create_email_identity(EmailIdentity=domain)
        assert server.absent(lambda m: "eu-west-1" in m["subject"])
        assert len(set(subjects(server))) == len(subjects(server)) == 2


def test_dev_tells_nothing_when_it_is_told_so(unique):
    with Waxwing("--no-notices") as server:
        put_contacts(server.client("sesv2"), CONTACT)
        server.verified_domain(f"{unique('quiet')}.example")
        assert server.absent(lambda m: CONTACT in m["recipients"])


@contextlib.contextmanager
def serving(**settings):
    zone = f"$TTL 1\nowner.example. IN MX 10 mx.owner.example.\nmx.owner.example. IN A {LOOPBACK}\n"
    with Zones(zone) as zones, Sink() as sink:
        own = {
            "resolver.forwarders": [f"{LOOPBACK}:{zones.port}"], "delivery.port": sink.port,
            **{key.replace("__", "."): value for key, value in settings.items()},
        }  # fmt: skip
        with WaxwingServe(own) as server:
            server.sink, server.zones = sink, zones
            account = server.run("account", "create", "--email", CONTACT)["id"]
            key = server.run("key", "create", "--account", account)
            server.credentials = key["accessKeyId"], key["secretAccessKey"]
            yield server


class Identity:
    """A domain of an account, whose records a test publishes and takes away."""

    def __init__(self, server, domain):
        self.server, self.domain = server, domain
        self.sesv2 = server.client("sesv2", *server.credentials)
        self.ses = server.client("ses", *server.credentials)
        made = self.sesv2.create_email_identity(EmailIdentity=domain)
        self.tokens = made["DkimAttributes"]["Tokens"]

    def name(self, token):
        return f"{token}._domainkey.{self.domain}."

    def publish(self):
        lines = [f"{self.name(t)} 1 IN CNAME {t}.dkim.waxwing.test." for t in self.tokens]
        self.server.zones.add("\n".join(lines) + "\n")

    def publish_mx(self, *hosts):
        lines = [f"bounce.{self.domain}. 1 IN MX 10 {host}." for host in hosts]
        self.server.zones.add("\n".join(lines) + "\n")

    def told(self, subject, seconds=60):
        """The text of the notice of that subject, once it has come; the verifier is made to look."""
        wanted = f"{subject} in region us-east-1"

        def find():
            # What asks for verification again also has the records looked at now.
            self.ses.verify_domain_identity(Domain=self.domain)
            for sender, recipients, content in list(self.server.sink.messages):
                message = mail.read(content)
                if message["Subject"] == wanted:
                    assert (sender, recipients) == ("<>", [CONTACT])
                    return message.get_content().replace("\r\n", "\n")
            return None

        return until(find, wanted, seconds, 1)

    def count(self, subject):
        wanted = f"{subject} in region us-east-1"
        return [mail.read(c)["Subject"] for _, _, c in self.server.sink.messages].count(wanted)


def test_serve_tells_of_records_that_go_and_come_back(unique):
    domain = f"{unique('lost')}.example"
    with serving() as server:
        identity = Identity(server, domain)
        identity.publish()
        identity.told(f"DKIM setup successful for {domain}")
        gone, moved, _ = identity.tokens
        server.zones.remove(identity.name(gone))
        server.zones.add(f"{identity.name(moved)} 1 IN CNAME elsewhere.example.\n")
        text = identity.told(f"DKIM records missing for {domain}")
        assert f"Name:     {gone}._domainkey.{domain}\n" in text
        assert f"Expected: {gone}.dkim.waxwing.test\n" in text
        assert "Found:    nothing\n" in text or "Found:    elsewhere.example\n" in text
        shown = identity.sesv2.get_email_identity(EmailIdentity=domain)
        assert shown["DkimAttributes"]["Status"] == "TEMPORARY_FAILURE"
        identity.publish()
        identity.told(f"DKIM records found again for {domain}")
        for subject in ("setup successful", "records missing", "records found again"):
            assert identity.count(f"DKIM {subject} for {domain}") == 1


def test_serve_tells_of_the_mail_from_domain(unique):
    domain = f"{unique('mailfrom')}.example"
    with serving() as server:
        identity = Identity(server, domain)
        identity.sesv2.put_email_identity_mail_from_attributes(
            EmailIdentity=domain, MailFromDomain=f"bounce.{domain}",
            BehaviorOnMxFailure="REJECT_MESSAGE",
        )  # fmt: skip
        feedback = "feedback-smtp.us-east-1.waxwing.test"
        identity.publish()
        identity.publish_mx(feedback)
        identity.told(f"MAIL FROM setup successful for bounce.{domain}")
        identity.publish_mx(feedback, "mx.other.example")
        text = identity.told(f"MAIL FROM record missing for bounce.{domain}")
        assert f"Expected: 10 {feedback}, and no other MX record\n" in text
        assert "mx.other.example" in text and "is refused meanwhile" in text
        identity.publish_mx(feedback)
        identity.told(f"MAIL FROM record found again for bounce.{domain}")


def test_serve_can_be_told_to_write_to_nobody(unique):
    domain = f"{unique('silent')}.example"
    with serving(identities__notices=False, identities__verification="immediate") as server:
        identity = Identity(server, domain)
        shown = identity.sesv2.get_email_identity(EmailIdentity=domain)
        assert shown["VerifiedForSendingStatus"]
        # What is sent later has come, and nothing before it.
        identity.sesv2.send_email(
            FromEmailAddress=f"me@{domain}", Destination={"ToAddresses": ["you@owner.example"]},
            Content={"Simple": {"Subject": {"Data": "s"}, "Body": {"Text": {"Data": "t"}}}},
        )  # fmt: skip
        until(lambda: server.sink.recipients(), "the message")
        assert server.sink.recipients() == ["you@owner.example"]
