"""What any request may meet, whatever it asks for."""

import pytest


def test_a_token_that_is_none_is_refused_with_its_text(sesv2, refused):
    answer = refused(sesv2.list_email_identities, NextToken="nonsense")
    assert (answer.code, answer.status) == ("BadRequestException", 400)
    assert answer.message == "Invalid NextToken <nonsense>."


def test_lists_page_to_the_end(waxwing, unique, everything):
    client = waxwing.client("sesv2", region="eu-west-3")
    names = sorted(f"{unique('page')}.example" for _ in range(5))
    for name in names:
        client.create_email_identity(EmailIdentity=name)
    found = everything(client.list_email_identities, "EmailIdentities", PageSize=2)
    assert [identity["IdentityName"] for identity in found] == names
