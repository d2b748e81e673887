"""Every error that API v2 documents is provoked, or it is written down why nobody meets it."""

import concurrent.futures

import pytest
from botocore import xform_name
from botocore.config import Config
from botocore.exceptions import ClientError

from errors.bench import Bench, name
from errors.v2 import table
from support.serving import WaxwingServe
from test_bounds import sample


@pytest.fixture(scope="module")
def bench(waxwing):
    bench = Bench(waxwing)
    yield bench
    bench.close()


def test_the_table_has_every_documented_error():
    assert table.missing() == []


def test_the_table_has_no_others():
    assert table.unknown() == []


def test_reasons_are_few():
    provoked = {(row.operation, row.error) for row in table.rows} | set(table.tested)
    assert len(provoked) > 6 * len(table.reasons)


@pytest.mark.parametrize("case", table.cases())
def test_documented_error(bench, case):
    case.check(bench)


@pytest.mark.parametrize("operation", sorted(table.not_yet))
def test_what_is_not_there_yet_says_so(bench, operation):
    """A client that knows the operation learns that this server does not, and not that it failed."""
    shape = table.model.operation_model(operation).input_shape
    with pytest.raises(ClientError) as caught:
        getattr(bench.unchecked, xform_name(operation))(**sample(shape))
    answer = caught.value.response
    assert answer["ResponseMetadata"]["HTTPStatusCode"] == 404
    assert answer["Error"]["Code"] == "UnknownOperationException"
    assert answer["Error"]["Message"] == (
        f"Could not find operation {operation}: Waxwing does not implement it yet."
    )


# Throttling


@pytest.fixture(scope="module")
def slow():
    """A service where every operation may be called once a second."""
    with WaxwingServe({"api.calls-per-second": 1, "identities.verification": "immediate"}) as server:
        yield server


@pytest.fixture(scope="module")
def hurried(slow):
    """A client without checks and patience of its own, and one of API v1 beside it."""
    import boto3

    key, secret = slow.new_key()
    config = Config(retries={"max_attempts": 0}, parameter_validation=False)
    return [
        boto3.client(
            service, endpoint_url=slow.url, region_name="us-east-1", aws_access_key_id=key,
            aws_secret_access_key=secret, config=config,
        )
        for service in ("sesv2", "ses")
    ]  # fmt: skip


def errors_of(call, times=4):
    """The errors that a few calls end in."""
    for _ in range(times):
        try:
            call()
        except ClientError as error:
            yield error.response


@pytest.mark.parametrize("operation", sorted(operation for operation, _ in table.tested))
def test_every_operation_is_throttled(hurried, operation):
    client, _ = hurried
    shape = table.model.operation_model(operation).input_shape
    arguments = sample(shape) if shape else {}
    call = lambda: getattr(client, xform_name(operation))(**arguments)  # noqa: E731
    refusals = [a for a in errors_of(call) if a["Error"]["Code"] == "TooManyRequestsException"]
    # A slow machine may take longer than a second for one of them.
    assert len(refusals) >= 2
    assert refusals[0]["ResponseMetadata"]["HTTPStatusCode"] == 429
    assert refusals[0]["Error"]["Message"] == "Rate exceeded"


def test_v1_is_throttled_in_its_own_words(hurried):
    _, ses = hurried
    refusals = [a for a in errors_of(ses.get_send_quota) if a["Error"]["Code"] == "Throttling"]
    assert refusals
    assert refusals[0]["ResponseMetadata"]["HTTPStatusCode"] == 400
    assert refusals[0]["Error"]["Message"] == "Rate exceeded"


def test_sends_have_the_rate_of_the_account(slow):
    key, secret = slow.new_key()
    client = slow.client("sesv2", key, secret)
    client.create_email_identity(EmailIdentity="sender.example")
    for _ in range(5):
        client.send_email(
            FromEmailAddress="me@sender.example",
            Destination={"ToAddresses": ["success@simulator.waxwing.test"]},
            Content={"Simple": {"Subject": {"Data": "s"}, "Body": {"Text": {"Data": "t"}}}},
        )  # fmt: skip


def test_one_account_leaves_the_others_their_calls(slow):
    calls = [slow.client("sesv2", *slow.new_key()).list_contact_lists for _ in range(3)]
    for call in calls:
        call()


def test_dev_throttles_nobody(bench):
    assert list(errors_of(bench.client.get_account, times=100)) == []


# Changes at the same time


def at_once(calls):
    """The error codes of calls that are all made at the same time; None for one that succeeds."""

    def code(call):
        try:
            call()
        except ClientError as error:
            return error.response["Error"]["Code"]

    with concurrent.futures.ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(code, calls))


def changes(bench):
    """Changes of one resource, by their names; each is made by many clients at once."""
    domain = f"{name('d')}.example"
    made = {
        "configuration_set": {"ConfigurationSetName": name("set")},
        "dedicated_ip_pool": {"PoolName": name("pool")},
        "email_identity": {"EmailIdentity": domain},
        "multi_region_endpoint": {"EndpointName": name("endpoint")},
    }
    details = {"Details": {"RoutesDetails": [{"Region": "eu-west-1"}]}}
    for kind, arguments in made.items():
        more = details if kind == "multi_region_endpoint" else {}
        yield f"create_{kind}", {**arguments, **more}, "AlreadyExistsException"
        yield f"delete_{kind}", arguments, "NotFoundException"
    pool = bench.pool()
    yield "put_dedicated_ip_pool_scaling_attributes", {"PoolName": pool, "ScalingMode": "MANAGED"}, None
    contact = bench.contact()
    yield "update_contact", {**contact, "UnsubscribeAll": True}, None
    yield "update_contact_list", {"ContactListName": contact["ContactListName"]}, None


def test_changes_at_once_are_all_made(bench):
    """One makes or removes what there is one of; what can be done again is done again."""
    bench = bench.elsewhere()
    for operation, arguments, other in changes(bench):
        call = getattr(bench.client, operation)
        codes = at_once([lambda call=call, arguments=arguments: call(**arguments)] * 12)
        assert set(codes) <= {None, other}, operation
        assert other is None or codes.count(None) == 1, operation
    bench.contact_list()
    codes = at_once([lambda: bench.client.delete_contact_list(ContactListName="list")] * 12)
    assert (set(codes), codes.count(None)) == ({None, "NotFoundException"}, 1)


def test_no_tag_is_lost_among_changes_at_once(bench):
    resource = bench.arn("configuration-set", bench.configuration_set())
    keys = [f"k{number}" for number in range(40)]

    def tag(key):
        return lambda: bench.client.tag_resource(
            ResourceArn=resource, Tags=[{"Key": key, "Value": "v"}]
        )

    assert set(at_once([tag(key) for key in keys])) == {None}
    tags = bench.client.list_tags_for_resource(ResourceArn=resource)["Tags"]
    assert sorted(tag["Key"] for tag in tags) == sorted(keys)

    def untag(key):
        return lambda: bench.client.untag_resource(ResourceArn=resource, TagKeys=[key])

    assert set(at_once([untag(key) for key in keys])) == {None}
    assert bench.client.list_tags_for_resource(ResourceArn=resource)["Tags"] == []


# The account's standing


def test_a_suspended_account_sends_nothing_and_is_told(bench, refused):
    bench = bench.elsewhere(enforcement="SHUTDOWN")
    assert bench.client.get_account()["EnforcementStatus"] == "SHUTDOWN"
    request = bench.mail()
    ses = bench.waxwing.client("ses", region=bench.region)
    answer = refused(
        ses.send_email, Source=request["FromEmailAddress"], Destination=request["Destination"],
        Message=request["Content"]["Simple"],
    )  # fmt: skip
    assert (answer.code, answer.status) == ("MessageRejected", 400)
    assert answer.message == "Sending suspended for this account."


def test_an_account_under_review_sends(bench):
    bench = bench.elsewhere(enforcement="PROBATION")
    assert bench.client.get_account()["EnforcementStatus"] == "PROBATION"
    bench.client.send_email(**bench.mail())


def test_details_may_change_once_production_access_is_granted(bench):
    bench = bench.elsewhere(isInSandbox=True)
    details = {"MailType": "MARKETING", "WebsiteURL": "https://a.example"}
    bench.client.put_account_details(**details)
    bench.client.put_account_details(**details, ProductionAccessEnabled=True)
    assert bench.client.get_account()["Details"]["ReviewDetails"] == {"Status": "PENDING"}
