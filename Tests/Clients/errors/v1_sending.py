"""Errors of API v1's sending operations: what each of them has in common with the others, and more."""

import json

from stored import put_settings

from .v1_settings import verification_template

TO = {"ToAddresses": ["you@inbox.example"]}


def simple(sender, **more):
    message = {"Subject": {"Data": "s"}, "Body": {"Text": {"Data": "t"}}}
    return {"Source": sender, "Destination": TO, "Message": message, **more}


def raw(sender, **more):
    data = f"From: {sender}\r\nTo: you@inbox.example\r\n\r\nt\r\n"
    return {"RawMessage": {"Data": data.encode()}, **more}


def templated(sender, template="kept", **more):
    return {
        "Source": sender, "Destination": TO, "Template": template, "TemplateData": "{}", **more
    }  # fmt: skip


def bulk(sender, template="kept", **more):
    return {
        "Source": sender, "Template": template, "DefaultTemplateData": json.dumps({}),
        "Destinations": [{"Destination": TO}], **more,
    }  # fmt: skip


OPERATIONS = {
    "SendEmail": simple, "SendRawEmail": raw, "SendTemplatedEmail": templated,
    "SendBulkTemplatedEmail": bulk,
}  # fmt: skip

UNVERIFIED = (
    "Email address is not verified. The following identities failed the check in region "
    "…: me@nowhere.example"
)
NO_MX = "MAIL FROM domain not verified: DNS setup for MAIL FROM domain is invalid."
ACCOUNT_PAUSED = "Sending paused for this account."
SET_PAUSED = "Sending paused for configuration set <paused>."


def add_rows(table):
    for operation, arguments in OPERATIONS.items():
        sends(table, operation, arguments)
    for operation in ("SendTemplatedEmail", "SendBulkTemplatedEmail"):
        table.row(
            operation, "TemplateDoesNotExistException", "Template none does not exist.",
            lambda bench, make=OPERATIONS[operation]: make(bench.sender, template="none"),
        )  # fmt: skip
    verification_mail(table)


def with_template(client):
    client.create_template(Template={"TemplateName": "kept", "SubjectPart": "s", "TextPart": "t"})


def paused_set(bench):
    bench.client.create_configuration_set(ConfigurationSet={"Name": "paused"})
    bench.client.update_configuration_set_sending_enabled(
        ConfigurationSetName="paused", Enabled=False
    )
    return {"ConfigurationSetName": "paused"}


def sends(table, operation, make):
    def paused_account(bench):
        with_template(bench.client)
        arguments = make(bench.sender)
        bench.client.update_account_sending_enabled(Enabled=False)
        return arguments

    def in_a_paused_set(bench):
        with_template(bench.client)
        return make(bench.sender, **paused_set(bench))

    def in_no_set(bench):
        with_template(bench.client)
        return make(bench.sender, ConfigurationSetName="none")

    def from_a_stranger(bench):
        with_template(bench.client)
        return make("me@nowhere.example")

    def without_mx(bench):
        client, address = bench.without_mx()
        with_template(client)
        return client, make(address)

    table.row(operation, "MessageRejected", UNVERIFIED, from_a_stranger)
    table.row(operation, "MailFromDomainNotVerifiedException", NO_MX, without_mx)
    table.row(
        operation, "ConfigurationSetDoesNotExistException",
        "Configuration set <none> does not exist.", in_no_set,
    )  # fmt: skip
    table.row(operation, "ConfigurationSetSendingPausedException", SET_PAUSED, in_a_paused_set)
    table.row(operation, "AccountSendingPausedException", ACCOUNT_PAUSED, paused_account)


def verification_mail(table):
    new = {"EmailAddress": "new@elsewhere.example", "TemplateName": "kept"}

    def known(bench, **more):
        bench.client.create_custom_verification_email_template(**verification_template(bench))
        return {**new, **more}

    def paused_account(bench):
        arguments = known(bench)
        bench.client.update_account_sending_enabled(Enabled=False)
        return arguments

    def sandbox(bench):
        arguments = known(bench)
        put_settings(bench.server, bench.region, isInSandbox=True)
        return arguments

    def sender_gone(bench):
        arguments = known(bench)
        bench.client.delete_identity(Identity=bench.domain)
        return arguments

    def without_mx(bench):
        client, address = bench.without_mx()
        client.create_custom_verification_email_template(
            **verification_template(bench, FromEmailAddress=address)
        )
        return client, new

    operation = "SendCustomVerificationEmail"
    # It has no codes of its own for these three.
    for text, arrange in (
        (ACCOUNT_PAUSED, paused_account),
        (SET_PAUSED, lambda bench: known(bench, **paused_set(bench))),
        (NO_MX, without_mx),
    ):
        table.row(operation, "MessageRejected", text, arrange)
    table.row(
        operation, "ConfigurationSetDoesNotExistException",
        "Configuration set <none> does not exist.",
        lambda bench: known(bench, ConfigurationSetName="none"),
    )  # fmt: skip
    table.row(
        operation, "CustomVerificationEmailTemplateDoesNotExistException",
        "Template <kept> does not exist", lambda bench: new,
    )  # fmt: skip
    table.row(
        operation, "FromEmailAddressNotVerifiedException",
        "Email address is not verified. The following identities failed the check in region "
        "…: me@….example",
        sender_gone,
    )  # fmt: skip
    table.row(
        operation, "ProductionAccessNotGrantedException",
        "Custom verification email needs production access: the account is in the sandbox.", sandbox,
    )  # fmt: skip
