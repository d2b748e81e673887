"""The texts of SES about what accounts have, byte for byte, in both APIs."""

from refusals import TO, told

# Identities


def test_identities(ses, sesv2, unique):
    known = f"{unique('d')}.example"
    sesv2.create_email_identity(EmailIdentity=known)
    assert told(sesv2.create_email_identity, EmailIdentity=known)[:2] == (
        "AlreadyExistsException", 400,
    )  # fmt: skip
    ses.delete_identity(Identity="unknown.example")
    assert told(sesv2.delete_email_identity, EmailIdentity="unknown.example")[:2] == (
        "NotFoundException", 404,
    )  # fmt: skip
    for operation, key in (
        (ses.get_identity_verification_attributes, "VerificationAttributes"),
        (ses.get_identity_dkim_attributes, "DkimAttributes"),
        (ses.get_identity_mail_from_domain_attributes, "MailFromDomainAttributes"),
        (ses.get_identity_notification_attributes, "NotificationAttributes"),
    ):
        assert list(operation(Identities=[known, "unknown.example"])[key]) == [known]
    text = "Domain unknown.example is not verified for DKIM signing."
    assert told(ses.set_identity_dkim_enabled, Identity="unknown.example", DkimEnabled=True) == (
        "InvalidParameterValue", 400, text,
    )  # fmt: skip
    put = sesv2.put_email_identity_dkim_attributes
    assert told(put, EmailIdentity="unknown.example", SigningEnabled=True) == (
        "BadRequestException", 400, text,
    )  # fmt: skip
    put(EmailIdentity=f"me@{known}", SigningEnabled=True)
    assert told(
        sesv2.put_email_identity_dkim_signing_attributes, EmailIdentity=f"me@{known}",
        SigningAttributesOrigin="AWS_SES",
    ) == ("BadRequestException", 400, "The EmailIdentity value must be a valid domain.")  # fmt: skip


def test_addresses_to_be_verified(ses, sesv2):
    for call in (ses.verify_email_identity, ses.verify_email_address):
        assert told(call, EmailAddress="") == (
            "InvalidParameterValue", 400, "Email address not specified.",
        )  # fmt: skip
        assert told(call, EmailAddress="no one@x.example") == (
            "InvalidParameterValue", 400, "Invalid email address<no one@x.example>.",
        )  # fmt: skip
    assert told(sesv2.create_email_identity, EmailIdentity="no one@x.example") == (
        "BadRequestException", 400, "Invalid email address<no one@x.example>.",
    )  # fmt: skip


# What accounts make


def test_templates(ses, sesv2, unique):
    name = unique("template")
    parts = {"SubjectPart": "s", "TextPart": "{{x}}"}
    ses.create_template(Template={"TemplateName": name, **parts})
    content = {"Subject": "s", "Text": "t"}
    text = f"Template <{name}> already exists."
    assert told(ses.create_template, Template={"TemplateName": name, **parts}) == (
        "AlreadyExists", 400, text,
    )  # fmt: skip
    assert told(sesv2.create_email_template, TemplateName=name, TemplateContent=content) == (
        "AlreadyExistsException", 400, text,
    )  # fmt: skip
    text = "Template none does not exist."
    assert told(ses.get_template, TemplateName="none") == ("TemplateDoesNotExist", 400, text)
    for call in (sesv2.get_email_template, sesv2.delete_email_template):
        assert told(call, TemplateName="none") == ("NotFoundException", 404, text)
    data = {"TemplateName": name, "TemplateData": "{}"}
    text = "Attribute 'x' is not present in the rendering data."
    assert told(ses.test_render_template, **data) == ("MissingRenderingAttribute", 400, text)
    assert told(sesv2.test_render_email_template, **data) == ("BadRequestException", 400, text)


def test_event_destinations(ses, sesv2, unique):
    name = unique("set")
    ses.create_configuration_set(ConfigurationSet={"Name": name})
    set_name = {"ConfigurationSetName": name}
    assert told(
        ses.delete_configuration_set_event_destination, **set_name, EventDestinationName="none"
    ) == ("EventDestinationDoesNotExist", 400, f"No EventDestination found for {name}")
    text = "SNS topic <arn:aws:sns:us-east-1:000000000000:x.fifo> not found."
    topic = "arn:aws:sns:us-east-1:000000000000:x.fifo"
    v1 = {"Name": "d", "MatchingEventTypes": ["send"], "SNSDestination": {"TopicARN": topic}}
    assert told(
        ses.create_configuration_set_event_destination, **set_name, EventDestination=v1
    ) == ("InvalidSNSDestination", 400, text)
    v2 = {"MatchingEventTypes": ["SEND"], "SnsDestination": {"TopicArn": topic}}
    assert told(
        sesv2.create_configuration_set_event_destination, **set_name, EventDestinationName="d",
        EventDestination=v2,
    ) == ("BadRequestException", 400, text)  # fmt: skip


def test_identity_policies(sesv2, unique):
    domain = f"{unique('d')}.example"
    sesv2.create_email_identity(EmailIdentity=domain)
    assert told(
        sesv2.update_email_identity_policy, EmailIdentity=domain, PolicyName="none",
        Policy='{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", '
        f'"Action": "ses:SendEmail", "Resource": "arn:aws:ses:us-east-1:000000000000:identity/{domain}"}}]}}',
    ) == ("NotFoundException", 404, "Policy <none> does not exist")  # fmt: skip


def test_resource_tags(sesv2):
    arn = "arn:aws:ses:us-east-1:{}:configuration-set/none"
    assert told(sesv2.list_tags_for_resource, ResourceArn=arn.format("000000000000")) == (
        "NotFoundException", 404, "No ConfigurationSet present with name: none",
    )  # fmt: skip
    assert told(sesv2.list_tags_for_resource, ResourceArn=arn.format("111111111111")) == (
        "BadRequestException", 400,
        "Operations on a resource created in a different account is not allowed",
    )  # fmt: skip


def test_suppressed_addresses(sesv2):
    for call in (sesv2.get_suppressed_destination, sesv2.delete_suppressed_destination):
        assert told(call, EmailAddress="none@x.example") == (
            "NotFoundException", 404,
            "Email address none@x.example does not exist on your suppression list.",
        )  # fmt: skip


def test_contacts(waxwing, unique):
    client = waxwing.client("sesv2", region=f"xx-texts-{unique('')}")
    assert told(client.get_contact_list, ContactListName="none") == (
        "NotFoundException", 404, "List with name: none doesn't exist.",
    )  # fmt: skip
    client.create_contact_list(ContactListName="news")
    assert told(client.create_contact_list, ContactListName="more")[1:] == (
        400, "A maximum of 1 Lists allowed per account.",
    )  # fmt: skip
    news = {"ContactListName": "news"}
    assert told(client.get_contact, **news, EmailAddress="a@x.example") == (
        "NotFoundException", 404, "a@x.example doesn't exist in List.",
    )  # fmt: skip
    topics = [{"TopicName": "none", "SubscriptionStatus": "OPT_IN"}]
    assert told(
        client.create_contact, **news, EmailAddress="a@x.example", TopicPreferences=topics
    ) == ("BadRequestException", 400, "List: news doesn't contain Topic: none")


def test_bulk_addresses(ses, sesv2, domain, unique):
    name = unique("template")
    ses.create_template(Template={"TemplateName": name, "SubjectPart": "s", "TextPart": "t"})
    sender = f"me@{domain}"

    def v1(source=sender, to="you@inbox.example", **more):
        return ses.send_bulk_templated_email(
            Source=source, Template=name, DefaultTemplateData="{}",
            Destinations=[{"Destination": {"ToAddresses": [to]}}, {"Destination": TO}], **more,
        )["Status"]  # fmt: skip

    def v2(source=sender, to="you@inbox.example", **more):
        return sesv2.send_bulk_email(
            FromEmailAddress=source,
            DefaultContent={"Template": {"TemplateName": name, "TemplateData": "{}"}},
            BulkEmailEntries=[{"Destination": {"ToAddresses": [to]}}, {"Destination": TO}], **more,
        )["BulkEmailEntryResults"]  # fmt: skip

    text = "Invalid email address<no one@x.example>."
    wrong = "no one@x.example"
    assert told(v1, source=wrong) == ("InvalidParameterValue", 400, text)
    assert told(v1, ReturnPath=wrong) == ("InvalidParameterValue", 400, text)
    assert told(v2, source=wrong) == ("BadRequestException", 400, text)
    assert told(v2, FeedbackForwardingEmailAddress=wrong) == ("BadRequestException", 400, text)
    assert [(r["Status"], r.get("Error")) for r in v1(to=wrong)] == [
        ("InvalidParameterValue", text), ("Success", None),
    ]  # fmt: skip
    assert [(r["Status"], r.get("Error")) for r in v2(to=wrong)] == [
        ("INVALID_PARAMETER", text), ("SUCCESS", None),
    ]  # fmt: skip
    assert {r["Status"] for r in v1(ReplyToAddresses=[wrong])} == {"InvalidParameterValue"}
    assert {r["Status"] for r in v2(ReplyToAddresses=[wrong])} == {"INVALID_PARAMETER"}
