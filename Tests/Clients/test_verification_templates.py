"""Custom verification mail: its templates, the mail itself, and the link in it."""

import re

import pytest
import requests

from support.waiting import until

CONTENT = "<html><body><h1>Welcome {{name}}</h1></body></html>"
LINE = "If you did not request to verify this email address, please disregard this message."


@pytest.fixture
def arguments(domain, unique):
    """What makes a template."""
    return {
        "TemplateName": unique("verify"), "FromEmailAddress": f"hello@{domain}",
        "TemplateSubject": "Please verify", "TemplateContent": CONTENT,
        "SuccessRedirectionURL": "https://app.example/welcome?a=b",
        "FailureRedirectionURL": "https://app.example/again",
    }  # fmt: skip


def told(refused, call, **arguments):
    answer = refused(call, **arguments)
    return answer.code, answer.status, answer.message


def plain(shown):
    return {k: v for k, v in shown.items() if k not in ("ResponseMetadata", "Tags")}


def test_both_apis_have_one_store(ses, sesv2, arguments):
    sesv2.create_custom_verification_email_template(
        **arguments, Tags=[{"Key": "k", "Value": "v"}]
    )
    name = {"TemplateName": arguments["TemplateName"]}
    assert plain(ses.get_custom_verification_email_template(**name)) == arguments
    ses.update_custom_verification_email_template(**name, TemplateSubject="Changed")
    shown = sesv2.get_custom_verification_email_template(**name)
    assert plain(shown) == {**arguments, "TemplateSubject": "Changed"}
    assert shown["Tags"] == [{"Key": "k", "Value": "v"}]
    sesv2.update_custom_verification_email_template(**{**arguments, "TemplateContent": "<p>"})
    assert ses.get_custom_verification_email_template(**name)["TemplateContent"] == "<p>"
    sesv2.delete_custom_verification_email_template(**name)
    with pytest.raises(ses.exceptions.CustomVerificationEmailTemplateDoesNotExistException):
        ses.get_custom_verification_email_template(**name)
    # v1 takes what is not there for deleted.
    ses.delete_custom_verification_email_template(**name)


def test_refusals_have_the_names_of_both_apis(ses, sesv2, arguments, refused):
    ses.create_custom_verification_email_template(**arguments)
    name = arguments["TemplateName"]
    exists = f"Custom verification email template <{name}> already exists"
    assert told(refused, ses.create_custom_verification_email_template, **arguments) == (
        "CustomVerificationEmailTemplateAlreadyExists", 400, exists,
    )  # fmt: skip
    assert told(refused, sesv2.create_custom_verification_email_template, **arguments) == (
        "AlreadyExistsException", 400, exists,
    )  # fmt: skip
    missing = "Custom verification email template <none> does not exist"
    v1 = ("CustomVerificationEmailTemplateDoesNotExist", 400, missing)
    v2 = ("NotFoundException", 404, missing)
    other = {**arguments, "TemplateName": "none"}
    for client, answer in ((ses, v1), (sesv2, v2)):
        get = client.get_custom_verification_email_template
        assert told(refused, get, TemplateName="none") == answer
        update = client.update_custom_verification_email_template
        assert told(refused, update, **other) == answer
    delete = sesv2.delete_custom_verification_email_template
    assert told(refused, delete, TemplateName="none") == v2


@pytest.mark.parametrize(
    "change, code, text",
    [
        (
            {"FromEmailAddress": "a@unknown.example"}, "FromEmailAddressNotVerified",
            "The from email address <a@unknown.example> is not verified",
        ),
        (
            {"SuccessRedirectionURL": "javascript:alert(1)"}, "InvalidParameterValue",
            "The success redirection URL is invalid",
        ),
        (
            {"FailureRedirectionURL": "https://"}, "InvalidParameterValue",
            "The failure redirection URL is invalid",
        ),
        (
            {"SuccessRedirectionURL": "https://a.example/\r\nSet-Cookie: b"},
            "InvalidParameterValue", "The success redirection URL is invalid",
        ),
    ],
)  # fmt: skip
def test_a_template_keeps_the_rules(ses, arguments, refused, change, code, text):
    answer = refused(
        ses.create_custom_verification_email_template, **{**arguments, **change}
    )
    assert (answer.code, answer.message) == (code, text)


def test_an_account_has_fifty_templates(waxwing, unique, everything, refused):
    region = f"xx-templates-{unique('')}"
    ses, sesv2 = (waxwing.client(api, region=region) for api in ("ses", "sesv2"))
    domain = f"{unique('d')}.example"
    sesv2.create_email_identity(EmailIdentity=domain)
    names = [f"t{n:02}" for n in range(50)]
    template = {
        "FromEmailAddress": f"a@{domain}", "TemplateSubject": "s", "TemplateContent": "c",
        "SuccessRedirectionURL": "https://a.example", "FailureRedirectionURL": "https://a.example",
    }  # fmt: skip
    for name in names:
        sesv2.create_custom_verification_email_template(TemplateName=name, **template)
    answer = refused(
        sesv2.create_custom_verification_email_template, TemplateName="more", **template
    )
    assert (answer.code, answer.status) == ("LimitExceededException", 400)
    key = "CustomVerificationEmailTemplates"
    found = everything(sesv2.list_custom_verification_email_templates, key, PageSize=20)
    assert [one["TemplateName"] for one in found] == names
    assert "TemplateContent" not in found[0]
    found = everything(ses.list_custom_verification_email_templates, key, MaxResults=20)
    assert [one["TemplateName"] for one in found] == names
    answer = refused(sesv2.list_custom_verification_email_templates, PageSize=51)
    assert answer.message == "The page size must be between 1 and 50"
    answer = refused(sesv2.list_custom_verification_email_templates, NextToken="x")
    assert (answer.code, answer.message) == ("BadRequestException", "Invalid nextToken <x>.")


def test_the_link_verifies_and_leads_on(waxwing, ses, sesv2, arguments, unique):
    subject = unique("Please verify ")
    sesv2.create_custom_verification_email_template(
        **{**arguments, "TemplateSubject": subject}
    )
    address = f"{unique('new')}@elsewhere.example"
    sent = ses.send_custom_verification_email(
        EmailAddress=address, TemplateName=arguments["TemplateName"]
    )
    assert sent["MessageId"].endswith("-000000")
    shown = sesv2.get_email_identity(EmailIdentity=address)
    assert shown["VerificationStatus"] == "PENDING"
    message = waxwing.wait_for_subject(subject)
    html = waxwing.detail(message)["html"]
    # The template is sent as it is, with the link and the line that none is without.
    assert html.startswith(CONTENT) and LINE in html
    link = re.search(r'href="([^"]+)"', html)[1]
    answer = requests.get(link, allow_redirects=False, timeout=20)
    assert (answer.status_code, answer.headers["Location"]) == (
        302, "https://app.example/welcome?a=b",
    )  # fmt: skip
    assert sesv2.get_email_identity(EmailIdentity=address)["VerificationStatus"] == "SUCCESS"


def test_refusals_of_sending(ses, sesv2, arguments, refused):
    ses.create_custom_verification_email_template(**arguments)
    name = {"TemplateName": arguments["TemplateName"]}
    for address, text in (
        (" ", "Email address not specified."), ("nobody", "Invalid email address<nobody>."),
    ):  # fmt: skip
        assert told(refused, ses.send_custom_verification_email, **name, EmailAddress=address) == (
            "InvalidParameterValue", 400, text,
        )  # fmt: skip
    new = {"EmailAddress": "new@elsewhere.example"}
    send = sesv2.send_custom_verification_email
    assert told(refused, send, **new, TemplateName="none") == (
        "NotFoundException", 404, "Template <none> does not exist",
    )  # fmt: skip
    assert told(refused, send, **new, **name, ConfigurationSetName="none") == (
        "NotFoundException", 404, "Configuration set <none> does not exist.",
    )  # fmt: skip
    assert refused(
        sesv2.get_email_identity, EmailIdentity="new@elsewhere.example"
    ).code == "NotFoundException"  # fmt: skip


def test_what_is_refused_makes_no_identity(waxwing, unique, refused):
    region = f"xx-templates-{unique('')}"
    ses, sesv2 = (waxwing.client(api, region=region) for api in ("ses", "sesv2"))
    domain = f"{unique('d')}.example"
    sesv2.create_email_identity(EmailIdentity=domain)
    until(
        lambda: sesv2.get_email_identity(EmailIdentity=domain)["VerifiedForSendingStatus"],
        "the domain",
    )
    ses.create_custom_verification_email_template(
        TemplateName="t", FromEmailAddress=f"a@{domain}", TemplateSubject="s", TemplateContent="c",
        SuccessRedirectionURL="https://a.example", FailureRedirectionURL="https://a.example",
    )  # fmt: skip
    ses.update_account_sending_enabled(Enabled=False)
    new = {"EmailAddress": "new@elsewhere.example", "TemplateName": "t"}
    text = "Sending paused for this account."
    # v1 has no code for a pause here, and v2 has.
    assert told(refused, ses.send_custom_verification_email, **new) == (
        "MessageRejected", 400, text,
    )  # fmt: skip
    assert told(refused, sesv2.send_custom_verification_email, **new) == (
        "SendingPausedException", 400, text,
    )  # fmt: skip
    assert ses.list_identities()["Identities"] == [domain]
