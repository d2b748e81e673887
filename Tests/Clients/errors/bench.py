"""What the rows of the tables are provoked with: servers, clients, and resources to call on."""

import itertools

import boto3
from botocore.config import Config

import stored
from support.server import Waxwing
from support.ses import follow_link

ACCOUNT = "000000000000"
KEYS = {"aws_access_key_id": "AKIAIOSFODNN7EXAMPLE", "aws_secret_access_key": "secret"}

NAMES = itertools.count(1)


def name(word):
    """A name that nobody else has."""
    return f"{word}-of-errors-{next(NAMES)}"


def simple():
    return {"Simple": {"Subject": {"Data": "s"}, "Body": {"Text": {"Data": "t"}}}}


class Bench:
    """Resources of `waxwing dev`, made in a region as they are asked for."""

    def __init__(self, waxwing, service="sesv2", region="xx-errors-1"):
        self.waxwing, self.service, self.region = waxwing, service, region
        self.client = waxwing.client(service, region=region)
        #: API v2, whatever the table is of.
        self.sesv2 = waxwing.client("sesv2", region=region)
        self._manual = None

    def close(self):
        if self._manual:
            self._manual.stop()

    @property
    def unchecked(self):
        """A client that sends what its own checks would hold back."""
        return boto3.session.Session().client(
            self.service, endpoint_url=self.waxwing.url, region_name=self.region, **KEYS,
            config=Config(retries={"max_attempts": 0}, parameter_validation=False),
        )  # fmt: skip

    def elsewhere(self, **settings):
        """The same in a region of its own, where the account may be set to something."""
        bench = Bench(self.waxwing, self.service, f"xx-errors-{next(NAMES) + 100}")
        if settings:
            stored.put_settings(self.waxwing, bench.region, wait=False, **settings)
        return bench

    @property
    def manual(self):
        """A server that publishes no records, so that domains stay unproven."""
        if self._manual is None:
            self._manual = Waxwing("--manual-dns").start()
        return Bench(self._manual, self.service)

    # What there is

    def arn(self, kind, resource):
        return f"arn:aws:ses:{self.region}:{ACCOUNT}:{kind}/{resource}"

    def domain(self):
        """A verified domain."""
        domain = f"{name('d')}.example"
        self.sesv2.create_email_identity(EmailIdentity=domain)
        return domain

    def address(self):
        """An address that is verified by the mailed link."""
        address = f"me@{name('a')}.example"
        self.sesv2.create_email_identity(EmailIdentity=address)
        follow_link(self.waxwing, address)
        return address

    def configuration_set(self, **options):
        made = name("set")
        self.sesv2.create_configuration_set(ConfigurationSetName=made, **options)
        return made

    def event_destination(self):
        """A configuration set, and a destination of it."""
        made = self.configuration_set()
        self.sesv2.create_configuration_set_event_destination(
            ConfigurationSetName=made, EventDestinationName="events", EventDestination=EVENTS
        )
        return {"ConfigurationSetName": made, "EventDestinationName": "events"}

    def template(self, subject="s"):
        made = name("template")
        self.sesv2.create_email_template(TemplateName=made, TemplateContent={"Subject": subject})
        return made

    def contact_list(self):
        """The one list of the region."""
        lists = self.sesv2.list_contact_lists()["ContactLists"]
        if not lists:
            self.sesv2.create_contact_list(ContactListName="list")
        return "list"

    def contact(self):
        made = {"ContactListName": self.contact_list(), "EmailAddress": f"{name('c')}@a.example"}
        self.sesv2.create_contact(**made)
        return made

    def pool(self, mode="STANDARD"):
        made = name("pool")
        self.sesv2.create_dedicated_ip_pool(PoolName=made, ScalingMode=mode)
        return made

    def tenant(self):
        made = name("tenant")
        self.sesv2.create_tenant(TenantName=made)
        return made

    def verification_template(self, **changes):
        made = {**self.verification_content(), "TemplateName": name("verify"), **changes}
        self.sesv2.create_custom_verification_email_template(**made)
        return made["TemplateName"]

    def verification_content(self):
        return {
            "FromEmailAddress": f"me@{self.domain()}", "TemplateSubject": "s",
            "TemplateContent": "c", "SuccessRedirectionURL": "https://a.example",
            "FailureRedirectionURL": "https://a.example",
        }  # fmt: skip

    def identity_policy(self, domain, policy="policy"):
        self.sesv2.create_email_identity_policy(
            EmailIdentity=domain, PolicyName=policy, Policy=self.policy(domain)
        )
        return {"EmailIdentity": domain, "PolicyName": policy, "Policy": self.policy(domain)}

    def policy(self, domain):
        resource = self.arn("identity", domain)
        return (
            '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", '
            f'"Action": "ses:SendEmail", "Resource": "{resource}"}}]}}'
        )

    def mail(self, **changes):
        """Arguments of `SendEmail` that would be sent."""
        sender = changes.pop("sender", None) or f"me@{self.domain()}"
        return {
            "FromEmailAddress": sender, "Destination": {"ToAddresses": ["you@inbox.example"]},
            "Content": simple(), **changes,
        }  # fmt: skip

    def bulk(self, **changes):
        """Arguments of `SendBulkEmail` that would be sent."""
        sender = changes.pop("sender", None) or f"me@{self.domain()}"
        content = {"Template": {"TemplateName": self.template(), "TemplateData": "{}"}}
        return {
            "FromEmailAddress": sender, "DefaultContent": content,
            "BulkEmailEntries": [{"Destination": {"ToAddresses": ["you@inbox.example"]}}],
            **changes,
        }  # fmt: skip

    def verification(self, **changes):
        """Arguments of `SendCustomVerificationEmail` that would be sent."""
        return {
            "EmailAddress": f"{name('new')}@a.example",
            "TemplateName": self.verification_template(), **changes,
        }  # fmt: skip

    # As many as there can be

    def fill(self, kind, count, parent=""):
        """Resources that are only counted; whoever asks for one more has too many."""
        stored.put_many(self.waxwing, self.region, kind, (f"x{n}" for n in range(count)), parent)

    def fill_identities(self, count):
        names = (f"x{n}.example" for n in range(count))
        stored.put_many_identities(self.waxwing, self.region, names)


#: An event destination that could be.
EVENTS = {
    "Enabled": True, "MatchingEventTypes": ["SEND"],
    "SnsDestination": {"TopicArn": f"arn:aws:sns:us-east-1:{ACCOUNT}:events"},
}  # fmt: skip
