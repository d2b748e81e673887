"""Configuration sets and their event destinations, by both APIs."""

import pytest

TOPIC = "arn:aws:sns:us-east-1:000000000000:events"
SNS = {"MatchingEventTypes": ["SEND", "BOUNCE"], "SnsDestination": {"TopicArn": TOPIC}}


@pytest.fixture
def name(unique, sesv2):
    """A configuration set."""
    name = unique("set")
    sesv2.create_configuration_set(ConfigurationSetName=name)
    return name


def shown(sesv2, name):
    answer = sesv2.get_configuration_set(ConfigurationSetName=name)
    answer.pop("ResponseMetadata")
    return answer


def described(ses, name, *attributes):
    answer = ses.describe_configuration_set(
        ConfigurationSetName=name, ConfigurationSetAttributeNames=attributes
    )
    answer.pop("ResponseMetadata")
    return answer


def test_a_new_set_has_the_standard_options(sesv2, ses, name):
    assert shown(sesv2, name) == {
        "ConfigurationSetName": name, "Tags": [],
        "DeliveryOptions": {"TlsPolicy": "OPTIONAL"},
        "ReputationOptions": {"ReputationMetricsEnabled": False},
        "SendingOptions": {"SendingEnabled": True},
    }  # fmt: skip
    everything = ["eventDestinations", "trackingOptions", "deliveryOptions", "reputationOptions"]
    assert described(ses, name, *everything) == {
        "ConfigurationSet": {"Name": name}, "EventDestinations": [],
        "DeliveryOptions": {"TlsPolicy": "Optional"},
        "ReputationOptions": {"SendingEnabled": True, "ReputationMetricsEnabled": False},
    }  # fmt: skip
    assert described(ses, name) == {"ConfigurationSet": {"Name": name}}


def test_options_given_at_creation_come_back(sesv2, unique, domain):
    options = {
        "TrackingOptions": {"CustomRedirectDomain": domain, "HttpsPolicy": "REQUIRE"},
        "DeliveryOptions": {
            "TlsPolicy": "REQUIRE", "SendingPoolName": "ses-shared-pool", "MaxDeliverySeconds": 300,
        },
        "ReputationOptions": {"ReputationMetricsEnabled": True},
        "SendingOptions": {"SendingEnabled": False},
        "Tags": [{"Key": "team", "Value": "a"}],
        "SuppressionOptions": {
            "SuppressedReasons": ["COMPLAINT"], "SuppressionScope": "TENANT",
            "ValidationOptions": {
                "ConditionThreshold": {
                    "ConditionThresholdEnabled": "ENABLED",
                    "OverallConfidenceThreshold": {"ConfidenceVerdictThreshold": "HIGH"},
                }
            },
        },
        "VdmOptions": {
            "DashboardOptions": {"EngagementMetrics": "ENABLED"},
            "GuardianOptions": {"OptimizedSharedDelivery": "DISABLED"},
        },
        "ArchivingOptions": {
            "ArchiveArn": f"arn:aws:ses:us-east-1:000000000000:mailmanager-archive/a-{'x' * 24}"
        },
        "MessageSecurityOptions": {
            "SigningScheme": {"SmimeScheme": {"SignatureFormat": "DETACHED"}}
        },
    }  # fmt: skip
    name = unique("set")
    sesv2.create_configuration_set(ConfigurationSetName=name, **options)
    assert shown(sesv2, name) == {"ConfigurationSetName": name, **options}


def test_each_option_is_put_as_a_whole(sesv2, ses, name, domain):
    which = {"ConfigurationSetName": name}
    sesv2.put_configuration_set_delivery_options(
        **which, TlsPolicy="REQUIRE", SendingPoolName="ses-shared-pool", MaxDeliverySeconds=50400
    )
    assert described(ses, name, "deliveryOptions")["DeliveryOptions"] == {"TlsPolicy": "Require"}
    ses.put_configuration_set_delivery_options(**which, DeliveryOptions={"TlsPolicy": "Optional"})
    assert shown(sesv2, name)["DeliveryOptions"] == {
        "TlsPolicy": "OPTIONAL", "SendingPoolName": "ses-shared-pool", "MaxDeliverySeconds": 50400,
    }  # fmt: skip
    sesv2.put_configuration_set_delivery_options(**which)
    assert shown(sesv2, name)["DeliveryOptions"] == {"TlsPolicy": "OPTIONAL"}

    sesv2.put_configuration_set_reputation_options(**which, ReputationMetricsEnabled=True)
    assert shown(sesv2, name)["ReputationOptions"] == {"ReputationMetricsEnabled": True}
    ses.update_configuration_set_reputation_metrics_enabled(**which, Enabled=False)
    assert shown(sesv2, name)["ReputationOptions"] == {"ReputationMetricsEnabled": False}

    sesv2.put_configuration_set_vdm_options(
        **which, VdmOptions={"DashboardOptions": {"EngagementMetrics": "ENABLED"}}
    )
    assert shown(sesv2, name)["VdmOptions"] == {
        "DashboardOptions": {"EngagementMetrics": "ENABLED"}
    }
    archive = f"arn:aws:ses:us-east-1:000000000000:mailmanager-archive/a-{'x' * 24}"
    sesv2.put_configuration_set_archiving_options(**which, ArchiveArn=archive)
    assert shown(sesv2, name)["ArchivingOptions"] == {"ArchiveArn": archive}
    sesv2.put_configuration_set_archiving_options(**which)
    assert "ArchivingOptions" not in shown(sesv2, name)

    sesv2.put_configuration_set_tracking_options(**which, CustomRedirectDomain=f"t.{domain}")
    assert shown(sesv2, name)["TrackingOptions"] == {"CustomRedirectDomain": f"t.{domain}"}
    sesv2.put_configuration_set_tracking_options(**which)
    assert "TrackingOptions" not in shown(sesv2, name)

    sesv2.update_configuration_set(
        **which, MessageSecurityOptions={"SigningScheme": {"DefaultScheme": {}}}
    )
    sesv2.update_configuration_set(**which)
    assert shown(sesv2, name)["MessageSecurityOptions"] == {"SigningScheme": {"DefaultScheme": {}}}


def test_an_empty_list_of_reasons_is_no_absent_one(sesv2, name):
    which = {"ConfigurationSetName": name}
    sesv2.put_configuration_set_suppression_options(**which, SuppressedReasons=[])
    assert shown(sesv2, name)["SuppressionOptions"] == {"SuppressedReasons": []}
    sesv2.put_configuration_set_suppression_options(**which, SuppressedReasons=["BOUNCE"])
    assert shown(sesv2, name)["SuppressionOptions"] == {"SuppressedReasons": ["BOUNCE"]}
    sesv2.put_configuration_set_suppression_options(**which)
    assert "SuppressionOptions" not in shown(sesv2, name)


def test_sending_left_out_is_sending_off_and_on_again_a_fresh_start(sesv2, ses, name):
    sesv2.put_configuration_set_sending_options(ConfigurationSetName=name)
    assert shown(sesv2, name)["SendingOptions"] == {"SendingEnabled": False}
    assert "LastFreshStart" not in shown(sesv2, name)["ReputationOptions"]
    ses.update_configuration_set_sending_enabled(ConfigurationSetName=name, Enabled=True)
    assert shown(sesv2, name)["SendingOptions"] == {"SendingEnabled": True}
    assert "LastFreshStart" in shown(sesv2, name)["ReputationOptions"]
    assert "LastFreshStart" in described(ses, name, "reputationOptions")["ReputationOptions"]


def test_a_set_is_made_once_and_gone_once_deleted(sesv2, ses, unique, refused):
    name = unique("set")
    ses.create_configuration_set(ConfigurationSet={"Name": name})
    twice = refused(sesv2.create_configuration_set, ConfigurationSetName=name)
    assert (twice.code, twice.status) == ("AlreadyExistsException", 400)
    assert twice.message == f"Configuration set <{name}> already exists."
    twice = refused(ses.create_configuration_set, ConfigurationSet={"Name": name})
    assert (twice.code, twice.status) == ("ConfigurationSetAlreadyExists", 400)
    sesv2.delete_configuration_set(ConfigurationSetName=name)
    text = f"Configuration set <{name}> does not exist."
    gone = refused(sesv2.delete_configuration_set, ConfigurationSetName=name)
    assert (gone.code, gone.status, gone.message) == ("NotFoundException", 404, text)
    gone = refused(ses.delete_configuration_set, ConfigurationSetName=name)
    assert (gone.code, gone.status, gone.message) == ("ConfigurationSetDoesNotExist", 400, text)


@pytest.mark.parametrize(
    "operation, arguments",
    [
        ("get_configuration_set", {}),
        ("get_configuration_set_event_destinations", {}),
        ("put_configuration_set_archiving_options", {}),
        ("put_configuration_set_delivery_options", {}),
        ("put_configuration_set_reputation_options", {}),
        ("put_configuration_set_sending_options", {}),
        ("put_configuration_set_suppression_options", {}),
        ("put_configuration_set_tracking_options", {}),
        ("put_configuration_set_vdm_options", {}),
        ("update_configuration_set", {}),
        ("create_configuration_set_event_destination",
         {"EventDestinationName": "d", "EventDestination": SNS}),
        ("update_configuration_set_event_destination",
         {"EventDestinationName": "d", "EventDestination": SNS}),
        ("delete_configuration_set_event_destination", {"EventDestinationName": "d"}),
    ],
)  # fmt: skip
def test_unknown_sets_are_refused_by_all(sesv2, refused, operation, arguments):
    answer = refused(getattr(sesv2, operation), ConfigurationSetName="none", **arguments)
    assert (answer.code, answer.status) == ("NotFoundException", 404)
    assert answer.message == "Configuration set <none> does not exist."


def test_lists_page_to_the_end_in_both_apis(waxwing, unique, everything, refused):
    v2 = waxwing.client("sesv2", region="eu-north-1")
    v1 = waxwing.client("ses", region="eu-north-1")
    names = sorted(unique("paged") for _ in range(7))
    for name in names:
        v2.create_configuration_set(ConfigurationSetName=name)
    assert everything(v2.list_configuration_sets, "ConfigurationSets", PageSize=3) == names
    found = everything(v1.list_configuration_sets, "ConfigurationSets", MaxItems=3)
    assert [found["Name"] for found in found] == names
    # A token of one API goes on in the other.
    token = v1.list_configuration_sets(MaxItems=5)["NextToken"]
    rest = v2.list_configuration_sets(NextToken=token)["ConfigurationSets"]
    assert rest == names[5:]
    # v1 takes any size, v2 says what it must be.
    assert len(v1.list_configuration_sets(MaxItems=1001)["ConfigurationSets"]) == 7
    for size in (0, 1001):
        answer = refused(v2.list_configuration_sets, PageSize=size)
        assert answer.message == "The page size must be between 1 and 1000"
    answer = refused(v2.list_configuration_sets, NextToken="x")
    assert (answer.code, answer.message) == ("BadRequestException", "invalid nextToken x")
    answer = refused(v1.list_configuration_sets, NextToken="x")
    assert (answer.code, answer.status) == ("InvalidParameterValue", 400)
    assert not answer.message


def test_v1_tracking_options_are_made_changed_and_removed_in_that_order(
    ses, sesv2, name, domain, refused
):
    which = {"ConfigurationSetName": name}
    options = {"CustomRedirectDomain": domain}
    for operation, arguments in [
        (ses.update_configuration_set_tracking_options, {"TrackingOptions": options}),
        (ses.delete_configuration_set_tracking_options, {}),
    ]:
        answer = refused(operation, **which, **arguments)
        assert (answer.code, answer.status) == ("TrackingOptionsDoesNotExistException", 400)
        assert answer.message == f"There are no tracking options for configuration set <{name}>"
    ses.create_configuration_set_tracking_options(**which, TrackingOptions=options)
    answer = refused(
        ses.create_configuration_set_tracking_options, **which, TrackingOptions=options
    )
    assert (answer.code, answer.status) == ("TrackingOptionsAlreadyExistsException", 400)
    ses.update_configuration_set_tracking_options(
        **which, TrackingOptions={"CustomRedirectDomain": f"sub.{domain}"}
    )
    assert described(ses, name, "trackingOptions")["TrackingOptions"] == {
        "CustomRedirectDomain": f"sub.{domain}"
    }
    answer = refused(
        ses.update_configuration_set_tracking_options, **which,
        TrackingOptions={"CustomRedirectDomain": "unknown.example"},
    )  # fmt: skip
    assert (answer.code, answer.status) == ("InvalidTrackingOptions", 400)
    assert answer.message == "Domain <unknown.example> is not verified under this account."
    ses.delete_configuration_set_tracking_options(**which)
    assert "TrackingOptions" not in shown(sesv2, name)


TARGETS = {
    "CloudWatchDestination": {
        "DimensionConfigurations": [
            {"DimensionName": "ses:campaign", "DimensionValueSource": "MESSAGE_TAG",
             "DefaultDimensionValue": "none"}
        ]
    },
    "KinesisFirehoseDestination": {
        "IamRoleArn": "arn:aws:iam::000000000000:role/r",
        "DeliveryStreamArn": "arn:aws:firehose:us-east-1:000000000000:deliverystream/s",
    },
    "SnsDestination": {"TopicArn": TOPIC},
    "EventBridgeDestination": {
        "EventBusArn": "arn:aws:events:us-east-1:000000000000:event-bus/default"
    },
    "PinpointDestination": {
        "ApplicationArn": "arn:aws:mobiletargeting:us-east-1:000000000000:apps/a"
    },
}  # fmt: skip


@pytest.mark.parametrize("kind", TARGETS)
def test_event_destinations_of_every_kind(sesv2, name, kind):
    which = {"ConfigurationSetName": name, "EventDestinationName": "d"}
    target = {kind: TARGETS[kind]}
    sesv2.create_configuration_set_event_destination(
        **which, EventDestination={"MatchingEventTypes": ["SEND", "BOUNCE", "CLICK"], **target}
    )
    answer = sesv2.get_configuration_set_event_destinations(ConfigurationSetName=name)
    assert answer["EventDestinations"] == [
        {"Name": "d", "Enabled": False, "MatchingEventTypes": ["BOUNCE", "CLICK", "SEND"], **target}
    ]
    sesv2.update_configuration_set_event_destination(
        **which,
        EventDestination={"Enabled": True, "MatchingEventTypes": ["DELIVERY_DELAY"], **target},
    )
    answer = sesv2.get_configuration_set_event_destinations(ConfigurationSetName=name)
    assert answer["EventDestinations"] == [
        {"Name": "d", "Enabled": True, "MatchingEventTypes": ["DELIVERY_DELAY"], **target}
    ]
    sesv2.delete_configuration_set_event_destination(**which)
    answer = sesv2.get_configuration_set_event_destinations(ConfigurationSetName=name)
    assert answer["EventDestinations"] == []


def test_v1_and_v2_see_the_same_event_destinations(ses, sesv2, name, refused):
    destination = {
        "Name": "one", "Enabled": True, "MatchingEventTypes": ["send", "renderingFailure"],
        "SNSDestination": {"TopicARN": TOPIC},
    }  # fmt: skip
    which = {"ConfigurationSetName": name}
    ses.create_configuration_set_event_destination(**which, EventDestination=destination)
    answer = sesv2.get_configuration_set_event_destinations(**which)["EventDestinations"]
    assert answer == [
        {"Name": "one", "Enabled": True, "MatchingEventTypes": ["RENDERING_FAILURE", "SEND"],
         "SnsDestination": {"TopicArn": TOPIC}}
    ]  # fmt: skip
    seen = described(ses, name, "eventDestinations")["EventDestinations"]
    assert seen == [{**destination, "MatchingEventTypes": ["renderingFailure", "send"]}]
    twice = refused(
        ses.create_configuration_set_event_destination, **which, EventDestination=destination
    )
    assert (twice.code, twice.status) == ("EventDestinationAlreadyExists", 400)
    assert twice.message == (
        f"An event destination with name <one> already exists for configuration set <{name}>."
    )
    twice = refused(
        sesv2.create_configuration_set_event_destination, **which, EventDestinationName="one",
        EventDestination=SNS,
    )  # fmt: skip
    assert (twice.code, twice.status) == ("AlreadyExistsException", 400)
    ses.update_configuration_set_event_destination(
        **which, EventDestination={**destination, "Enabled": False}
    )
    ses.delete_configuration_set_event_destination(**which, EventDestinationName="one")
    gone = refused(
        ses.delete_configuration_set_event_destination, **which, EventDestinationName="one"
    )
    assert (gone.code, gone.status) == ("EventDestinationDoesNotExist", 400)
    assert gone.message == f"No EventDestination found for {name}"
    gone = refused(
        sesv2.update_configuration_set_event_destination, **which, EventDestinationName="one",
        EventDestination=SNS,
    )  # fmt: skip
    assert (gone.code, gone.status) == ("NotFoundException", 404)


def test_v1_codes_of_destinations_that_cannot_be(ses, name, refused):
    dimension = {
        "DimensionName": "a b", "DimensionValueSource": "messageTag", "DefaultDimensionValue": "x",
    }  # fmt: skip
    for code, target in [
        ("InvalidSNSDestination", {"SNSDestination": {"TopicARN": "t"}}),
        ("InvalidFirehoseDestination",
         {"KinesisFirehoseDestination": {"IAMRoleARN": "r", "DeliveryStreamARN": "s"}}),
        ("InvalidCloudWatchDestination",
         {"CloudWatchDestination": {"DimensionConfigurations": [dimension]}}),
        ("InvalidParameterValue", {}),
    ]:  # fmt: skip
        answer = refused(
            ses.create_configuration_set_event_destination, ConfigurationSetName=name,
            EventDestination={"Name": "d", "MatchingEventTypes": ["send"], **target},
        )  # fmt: skip
        assert (answer.code, answer.status) == (code, 400)


def test_reserved_tags_are_options(sesv2, unique, refused):
    name = unique("set")
    tags = [{"Key": "waxwing:keep-message-id", "Value": "true"}]
    sesv2.create_configuration_set(ConfigurationSetName=name, Tags=tags)
    assert shown(sesv2, name)["Tags"] == tags
    answer = refused(
        sesv2.create_configuration_set, ConfigurationSetName=unique("set"),
        Tags=[{"Key": "waxwing:keep-messageid", "Value": "true"}],
    )  # fmt: skip
    assert answer.code == "BadRequestException"
