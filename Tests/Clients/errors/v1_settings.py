"""Errors of API v1 about what accounts make: configuration sets, templates, policies."""

import json

from stored import put_many

KEPT = {"ConfigurationSetName": "kept"}
NONE = {"ConfigurationSetName": "none"}
#: Event types of destinations, which all have to name some.
SENDS = {"Name": "d", "MatchingEventTypes": ["send"], "Enabled": True}


def add_rows(table):
    configuration_sets(table)
    destinations(table)
    tracking(table)
    templates(table)
    verification_templates(table)
    policies(table)


def names(count):
    return [f"many{number}" for number in range(count)]


def kept(bench):
    bench.client.create_configuration_set(ConfigurationSet={"Name": "kept"})
    return KEPT


def configuration_sets(table):
    def again(bench):
        kept(bench)
        return {"ConfigurationSet": {"Name": "kept"}}

    def one_more(bench):
        put_many(bench.server, bench.region, "configuration-set", names(10_000))
        return {"ConfigurationSet": {"Name": "more"}}

    def without_its_pool(bench):
        bench.v2.create_dedicated_ip_pool(PoolName="gone")
        bench.v2.create_configuration_set(**KEPT, DeliveryOptions={"SendingPoolName": "gone"})
        bench.v2.delete_dedicated_ip_pool(PoolName="gone")
        return {**KEPT, "DeliveryOptions": {"TlsPolicy": "Require"}}

    table.row(
        "CreateConfigurationSet", "ConfigurationSetAlreadyExistsException",
        "Configuration set <kept> already exists.", again,
    )  # fmt: skip
    for name, text in (
        ("", "The configuration set name must be specified."),
        ("x" * 65, "Configuration set name cannot exceed 64 characters."),
        ("a b", "Invalid configuration set name <a b>: only alphanumeric ASCII characters, '_', "
                "and '-' are allowed."),
    ):  # fmt: skip
        table.row(
            "CreateConfigurationSet", "InvalidConfigurationSetException", text,
            lambda bench, name=name: {"ConfigurationSet": {"Name": name}},
        )  # fmt: skip
    table.row(
        "CreateConfigurationSet", "LimitExceededException",
        "Cannot have more than 10000 configuration sets.", one_more,
    )  # fmt: skip
    table.row(
        "PutConfigurationSetDeliveryOptions", "InvalidDeliveryOptionsException",
        "SendingPool <gone> doesn't exist", without_its_pool,
    )  # fmt: skip
    topic = {"SNSDestination": {"TopicARN": "arn:aws:sns:us-east-1:000000000000:events"}}
    for operation, arguments in (
        ("CreateConfigurationSetEventDestination", {"EventDestination": {**SENDS, **topic}}),
        ("UpdateConfigurationSetEventDestination", {"EventDestination": {**SENDS, **topic}}),
        ("DeleteConfigurationSetEventDestination", {"EventDestinationName": "d"}),
        ("DeleteConfigurationSet", {}),
        ("DeleteConfigurationSetTrackingOptions", {}),
        ("DescribeConfigurationSet", {}),
        ("PutConfigurationSetDeliveryOptions", {}),
        ("UpdateConfigurationSetReputationMetricsEnabled", {"Enabled": True}),
        ("UpdateConfigurationSetSendingEnabled", {"Enabled": True}),
    ):
        table.row(
            operation, "ConfigurationSetDoesNotExistException",
            "Configuration set <none> does not exist.",
            lambda bench, arguments=arguments: {**NONE, **arguments},
        )  # fmt: skip


def sns(bench, name="d"):
    topic = f"arn:aws:sns:{bench.region}:000000000000:events"
    return {"EventDestination": {**SENDS, "Name": name, "SNSDestination": {"TopicARN": topic}}}


def destinations(table):
    def dimension(**changes):
        whole = {"DimensionName": "n", "DimensionValueSource": "messageTag", "DefaultDimensionValue": "v"}
        return {"CloudWatchDestination": {"DimensionConfigurations": [{**whole, **changes}]}}

    def firehose(role="arn:aws:iam::000000000000:role/r", stream="s"):
        return {"KinesisFirehoseDestination": {"IAMRoleARN": role, "DeliveryStreamARN": stream}}

    def wrong(target):
        def arrange(bench):
            kept(bench)
            bench.client.create_configuration_set_event_destination(**KEPT, **sns(bench))
            return {**KEPT, "EventDestination": {**SENDS, **target}}

        return arrange

    def twice(bench):
        kept(bench)
        bench.client.create_configuration_set_event_destination(**KEPT, **sns(bench))
        return {**KEPT, **sns(bench)}

    def full(bench):
        kept(bench)
        for number in range(10):
            bench.client.create_configuration_set_event_destination(**KEPT, **sns(bench, f"d{number}"))
        return {**KEPT, **sns(bench, "more")}

    for operation in (
        "CreateConfigurationSetEventDestination", "UpdateConfigurationSetEventDestination",
    ):  # fmt: skip
        for error, text, target in (
            ("InvalidSNSDestinationException", "SNS topic <t> not found.",
             {"SNSDestination": {"TopicARN": "t"}}),
            ("InvalidFirehoseDestinationException", "Invalid IAM role ARN <r>.", firehose("r")),
            ("InvalidFirehoseDestinationException", "Invalid delivery stream ARN <s>.", firehose()),
            ("InvalidCloudWatchDestinationException", "Invalid dimension name <a b>.",
             dimension(DimensionName="a b")),
            ("InvalidCloudWatchDestinationException", "Email header <To> cannot be used as a dimension.",
             dimension(DimensionName="To", DimensionValueSource="emailHeader")),
            ("InvalidCloudWatchDestinationException", "Invalid default dimension value <ä>.",
             dimension(DefaultDimensionValue="ä")),
        ):  # fmt: skip
            table.row(operation, error, text, wrong(target))
    table.row(
        "CreateConfigurationSetEventDestination", "EventDestinationAlreadyExistsException",
        "An event destination with name <d> already exists for configuration set <kept>.", twice,
    )  # fmt: skip
    table.row(
        "CreateConfigurationSetEventDestination", "LimitExceededException",
        "Configuration set <kept> cannot have more than 10 event destinations.", full,
    )  # fmt: skip
    table.row(
        "UpdateConfigurationSetEventDestination", "EventDestinationDoesNotExistException",
        "An event destination with name <d> does not exist for configuration set <kept>.",
        lambda bench: {**kept(bench), **sns(bench)},
    )  # fmt: skip
    table.row(
        "DeleteConfigurationSetEventDestination", "EventDestinationDoesNotExistException",
        "No EventDestination found for kept",
        lambda bench: {**kept(bench), "EventDestinationName": "d"},
    )  # fmt: skip


def tracking(table):
    def options(domain):
        return {"TrackingOptions": {"CustomRedirectDomain": domain}}

    def of_a_known_domain(name=None):
        def arrange(bench):
            kept(bench)
            own = options(bench.domain)
            if name:
                bench.client.create_configuration_set_tracking_options(**KEPT, **own)
            return {"ConfigurationSetName": name or "kept", **own}

        return arrange

    for operation in (
        "CreateConfigurationSetTrackingOptions", "UpdateConfigurationSetTrackingOptions",
    ):  # fmt: skip
        table.row(
            operation, "ConfigurationSetDoesNotExistException",
            "Configuration set <none> does not exist.", of_a_known_domain("none"),
        )  # fmt: skip
        for domain, text in (
            (" ", "At least one field of TrackingOptions must contain a value."),
            ("nowhere.example", "Domain <nowhere.example> is not verified under this account."),
        ):
            table.row(
                operation, "InvalidTrackingOptionsException", text,
                lambda bench, domain=domain: {**kept(bench), **options(domain)},
            )  # fmt: skip
    table.row(
        "CreateConfigurationSetTrackingOptions", "TrackingOptionsAlreadyExistsException",
        "Configuration set <kept> already has tracking options.", of_a_known_domain("kept"),
    )  # fmt: skip
    missing = "There are no tracking options for configuration set <kept>"
    table.row(
        "UpdateConfigurationSetTrackingOptions", "TrackingOptionsDoesNotExistException", missing,
        of_a_known_domain(),
    )  # fmt: skip
    table.row(
        "DeleteConfigurationSetTrackingOptions", "TrackingOptionsDoesNotExistException", missing, kept
    )


def template(name="kept", **parts):
    return {"Template": {"TemplateName": name, "SubjectPart": "s", **parts}}


def templates(table):
    def known(bench, **parts):
        bench.client.create_template(**template(**parts))
        return template()

    def one_more(bench):
        put_many(bench.server, bench.region, "template", names(20_000))
        return template("more")

    exists = "Template <kept> already exists."
    table.row("CreateTemplate", "AlreadyExistsException", exists, known)
    limit = "The number of templates is limited to 20000."
    table.row("CreateTemplate", "LimitExceededException", limit, one_more)
    large = "Template kept is too large: text and HTML may have 512000 bytes together, and have 512001."
    for text, parts in (
        ("The text part is no template: …", {"TextPart": "{{#if a}}"}),
        ("The HTML part is no template: …", {"HtmlPart": "{{/each}}"}),
        (large, {"TextPart": "a" * 250_000, "HtmlPart": "b" * 262_001}),
    ):
        table.row(
            "CreateTemplate", "InvalidTemplateException", text,
            lambda bench, parts=parts: template(**parts),
        )  # fmt: skip
        table.row(
            "UpdateTemplate", "InvalidTemplateException", text,
            lambda bench, parts=parts: known(bench) and template(**parts),
        )  # fmt: skip
    for operation, arguments in (
        ("GetTemplate", {"TemplateName": "none"}),
        ("UpdateTemplate", template("none")),
        ("TestRenderTemplate", {"TemplateName": "none", "TemplateData": "{}"}),
    ):
        table.row(
            operation, "TemplateDoesNotExistException", "Template none does not exist.",
            lambda bench, arguments=arguments: arguments,
        )  # fmt: skip
    for data in ("{", "[]", '"text"', ""):
        table.row(
            "TestRenderTemplate", "InvalidRenderingParameterException",
            "The template data must be a JSON object.",
            lambda bench, data=data: known(bench)
            and {"TemplateName": "kept", "TemplateData": data},
        )  # fmt: skip
    for data in ("{}", '{"a": {"c": 1}}', '{"a": {"b": null}}'):
        table.row(
            "TestRenderTemplate", "MissingRenderingAttributeException",
            "Attribute '…' is not present in the rendering data.",
            lambda bench, data=data: known(bench, TextPart="{{a.b}}")
            and {"TemplateName": "kept", "TemplateData": data},
        )  # fmt: skip


def verification_template(bench, **changes):
    return {
        "TemplateName": "kept", "FromEmailAddress": bench.sender, "TemplateSubject": "s",
        "TemplateContent": "c", "SuccessRedirectionURL": "https://a.example",
        "FailureRedirectionURL": "https://a.example", **changes,
    }  # fmt: skip


def verification_templates(table):
    def known(bench, **changes):
        whole = verification_template(bench)
        bench.client.create_custom_verification_email_template(**whole)
        return {**whole, **changes}

    def one_more(bench):
        put_many(bench.server, bench.region, "verification-template", names(50))
        return verification_template(bench)

    create, update = (
        f"{word}CustomVerificationEmailTemplate" for word in ("Create", "Update")
    )
    table.row(
        create, "CustomVerificationEmailTemplateAlreadyExistsException",
        "Custom verification email template <kept> already exists", known,
    )  # fmt: skip
    table.row(
        create, "LimitExceededException",
        "The number of custom verification email templates is limited to 50.", one_more,
    )  # fmt: skip
    stranger = {"FromEmailAddress": "a@nowhere.example"}
    large = {"TemplateContent": "a" * 10 * 1024 * 1024}
    for operation, arrange in ((create, verification_template), (update, known)):
        table.row(
            operation, "FromEmailAddressNotVerifiedException",
            "The from email address <a@nowhere.example> is not verified",
            lambda bench, arrange=arrange: arrange(bench, **stranger),
        )  # fmt: skip
        table.row(
            operation, "CustomVerificationEmailInvalidContentException",
            "The content of a custom verification email must be less than 10 MB.",
            lambda bench, arrange=arrange: arrange(bench, **large),
        )  # fmt: skip
    for operation in ("GetCustomVerificationEmailTemplate", update):
        table.row(
            operation, "CustomVerificationEmailTemplateDoesNotExistException",
            "Custom verification email template <none> does not exist",
            lambda bench: {"TemplateName": "none"},
        )  # fmt: skip


def policies(table):
    def policy(document):
        return lambda bench: {
            "Identity": "some.example", "PolicyName": "p", "Policy": document,
        }  # fmt: skip

    for document in ("{", "[]", json.dumps({"Version": "2012-10-17"})):
        table.row("PutIdentityPolicy", "InvalidPolicyException", "Invalid policy: …", policy(document))
