"""Pools, of which there can be some, and addresses, of which accounts lease none."""

import pytest


def test_pools_are_made_scaled_and_removed(sesv2, unique, refused):
    name = unique("pool")
    sesv2.create_dedicated_ip_pool(PoolName=name)
    shown = sesv2.get_dedicated_ip_pool(PoolName=name)["DedicatedIpPool"]
    assert shown == {"PoolName": name, "ScalingMode": "STANDARD"}
    answer = refused(sesv2.create_dedicated_ip_pool, PoolName=name)
    assert (answer.code, answer.status) == ("AlreadyExistsException", 400)
    assert answer.message == f"The pool <{name}> already exists."
    sesv2.put_dedicated_ip_pool_scaling_attributes(PoolName=name, ScalingMode="MANAGED")
    sesv2.put_dedicated_ip_pool_scaling_attributes(PoolName=name, ScalingMode="MANAGED")
    answer = refused(
        sesv2.put_dedicated_ip_pool_scaling_attributes, PoolName=name, ScalingMode="STANDARD"
    )
    assert answer.code == "BadRequestException"
    assert answer.message == "The ScalingMode parameter is invalid."
    sesv2.delete_dedicated_ip_pool(PoolName=name)
    for operation, more in [
        (sesv2.get_dedicated_ip_pool, {}), (sesv2.delete_dedicated_ip_pool, {}),
        (sesv2.put_dedicated_ip_pool_scaling_attributes, {"ScalingMode": "MANAGED"}),
        (sesv2.get_dedicated_ips, {}),
    ]:  # fmt: skip
        answer = refused(operation, PoolName=name, **more)
        assert (answer.code, answer.status) == ("NotFoundException", 404)
        assert answer.message == f"The requested pool <{name}> does not exist."


@pytest.mark.parametrize("name", [" ", "a b", "a" * 65, "ses-shared-pool"])
def test_names_that_cannot_be(sesv2, refused, name):
    assert refused(sesv2.create_dedicated_ip_pool, PoolName=name).status == 400


def test_fifty_pools_listed_page_by_page(waxwing, everything, refused):
    client = waxwing.client("sesv2", region="eu-central-2")
    names = [f"pool{number:02}" for number in range(50)]
    for name in names:
        client.create_dedicated_ip_pool(PoolName=name)
    assert everything(client.list_dedicated_ip_pools, "DedicatedIpPools", PageSize=20) == names
    answer = refused(client.create_dedicated_ip_pool, PoolName="one-more")
    assert (answer.code, answer.status) == ("LimitExceededException", 400)


def test_a_configuration_set_delivers_through_a_pool_that_exists(sesv2, unique):
    pool, name = unique("pool"), unique("set")
    sesv2.create_dedicated_ip_pool(PoolName=pool)
    sesv2.create_configuration_set(
        ConfigurationSetName=name, DeliveryOptions={"SendingPoolName": pool}
    )
    shown = sesv2.get_configuration_set(ConfigurationSetName=name)
    assert shown["DeliveryOptions"]["SendingPoolName"] == pool


def test_no_account_has_addresses(sesv2, refused):
    assert sesv2.get_dedicated_ips()["DedicatedIps"] == []
    for operation, more in [
        (sesv2.get_dedicated_ip, {}),
        (sesv2.put_dedicated_ip_in_pool, {"DestinationPoolName": "ses-shared-pool"}),
        (sesv2.put_dedicated_ip_warmup_attributes, {"WarmupPercentage": 100}),
    ]:
        answer = refused(operation, Ip="192.0.2.1", **more)
        assert (answer.code, answer.status) == ("NotFoundException", 404)
        assert answer.message == "Could not find dedicated IP <192.0.2.1> under this account."
    answer = refused(
        sesv2.put_dedicated_ip_warmup_attributes, Ip="192.0.2.1", WarmupPercentage=101
    )
    assert answer.message == "Warmup Percentage must be between 0 and 100."
    answer = refused(sesv2.put_dedicated_ip_in_pool, Ip="192.0.2.1", DestinationPoolName=" ")
    assert answer.message == "Pool name can't be blank."
