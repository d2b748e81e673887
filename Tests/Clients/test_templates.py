"""Email templates: v1 and v2 are two views of one store."""

import pytest


@pytest.fixture
def template(sesv2, unique):
    """Makes templates: `template(Text="t")` gives the name."""

    def make(**content):
        name = unique("template")
        sesv2.create_email_template(
            TemplateName=name, TemplateContent={"Subject": "Hello {{name}}", **content}
        )
        return name

    return make


def test_v1_sees_what_v2_made(ses, sesv2, unique):
    name = unique("shared")
    sesv2.create_email_template(
        TemplateName=name,
        TemplateContent={"Subject": "s {{a}}", "Text": "t", "Html": "<p>h ä 🎉</p>"},
        Tags=[{"Key": "k", "Value": "v"}],
    )
    assert ses.get_template(TemplateName=name)["Template"] == {
        "TemplateName": name, "SubjectPart": "s {{a}}", "TextPart": "t",
        "HtmlPart": "<p>h ä 🎉</p>",
    }  # fmt: skip
    ses.update_template(
        Template={"TemplateName": name, "SubjectPart": "other", "TextPart": "text"}
    )
    shown = sesv2.get_email_template(TemplateName=name)
    assert shown["TemplateContent"] == {"Subject": "other", "Text": "text"}
    assert shown["Tags"] == [{"Key": "k", "Value": "v"}]
    sesv2.update_email_template(
        TemplateName=name, TemplateContent={"Subject": "third", "Html": "<b>"}
    )
    assert ses.get_template(TemplateName=name)["Template"] == {
        "TemplateName": name, "SubjectPart": "third", "HtmlPart": "<b>",
    }  # fmt: skip


def test_v2_sees_what_v1_made(ses, sesv2, unique):
    name = unique("shared")
    ses.create_template(Template={"TemplateName": name, "SubjectPart": "s", "HtmlPart": "h"})
    content = sesv2.get_email_template(TemplateName=name)["TemplateContent"]
    assert content == {"Subject": "s", "Html": "h"}
    ses.delete_template(TemplateName=name)
    with pytest.raises(sesv2.exceptions.NotFoundException):
        sesv2.get_email_template(TemplateName=name)


def test_refusals_have_the_names_of_both_apis(ses, sesv2, template, refused):
    known = template(Text="t")
    new = {"SubjectPart": "s", "TextPart": "t"}
    content = {"Subject": "s", "Text": "t"}
    exists = f"Template <{known}> already exists."
    missing = "Template none does not exist."

    def told(call, **arguments):
        answer = refused(call, **arguments)
        return answer.code, answer.status, answer.message

    assert told(ses.create_template, Template={"TemplateName": known, **new}) == (
        "AlreadyExists", 400, exists,
    )  # fmt: skip
    assert told(
        sesv2.create_email_template, TemplateName=known, TemplateContent=content
    ) == ("AlreadyExistsException", 400, exists)
    v1 = ("TemplateDoesNotExist", 400, missing)
    assert told(ses.get_template, TemplateName="none") == v1
    assert told(ses.update_template, Template={"TemplateName": "none", **new}) == v1
    v2 = ("NotFoundException", 404, missing)
    assert told(sesv2.get_email_template, TemplateName="none") == v2
    assert (
        told(sesv2.update_email_template, TemplateName="none", TemplateContent=content) == v2
    )
    assert told(sesv2.delete_email_template, TemplateName="none") == v2
    # v1 takes what is not there for deleted.
    ses.delete_template(TemplateName="none")


def test_a_template_needs_a_subject(ses, sesv2, unique, refused):
    answer = refused(
        ses.create_template, Template={"TemplateName": unique("bare"), "TextPart": "t"}
    )
    assert (answer.code, answer.message) == (
        "InvalidParameterValue", "The subject must be specified.",
    )  # fmt: skip
    answer = refused(
        sesv2.create_email_template,
        TemplateName=unique("bare"),
        TemplateContent={"Text": "t"},
    )
    assert (answer.code, answer.message) == (
        "BadRequestException", "The subject must be specified.",
    )  # fmt: skip


@pytest.mark.parametrize("name", [" ", " a", "a ", "a\tb", "x" * 257])
def test_a_name_is_visible(sesv2, refused, name):
    answer = refused(
        sesv2.create_email_template, TemplateName=name, TemplateContent={"Subject": "s"}
    )
    assert answer.code == "BadRequestException"


def test_a_template_has_500_kilobytes_at_the_most(ses, sesv2, template, unique, refused):
    name = template(Text="a" * 250 * 1024, Html="b" * 250 * 1024)
    answer = refused(
        ses.update_template,
        Template={"TemplateName": name, "SubjectPart": "s", "TextPart": "a" * (500 * 1024 + 1)},
    )
    assert answer.code == "InvalidTemplate"
    answer = refused(
        sesv2.create_email_template,
        TemplateName=unique("large"),
        TemplateContent={"Subject": "s", "Html": "a" * (500 * 1024 + 1)},
    )
    assert (answer.code, answer.status) == ("BadRequestException", 400)


@pytest.fixture(scope="module")
def listed(waxwing, unique):
    """A region with 13 templates, the oldest first."""
    client = waxwing.client("sesv2", region="eu-north-1")
    names = [unique("listed") for _ in range(13)]
    for name in names:
        client.create_email_template(
            TemplateName=name, TemplateContent={"Subject": "s", "Text": "t"}
        )
    return names


def test_lists_the_newest_first(waxwing, listed, everything):
    ses, sesv2 = (waxwing.client(api, region="eu-north-1") for api in ("ses", "sesv2"))
    found = everything(sesv2.list_email_templates, "TemplatesMetadata", PageSize=4)
    assert [one["TemplateName"] for one in found] == listed[::-1]
    assert all(one["CreatedTimestamp"].year > 2000 for one in found)
    found = everything(ses.list_templates, "TemplatesMetadata", MaxItems=5)
    assert [one["Name"] for one in found] == listed[::-1]


def test_pages_have_the_sizes_of_ses(waxwing, listed, refused):
    ses, sesv2 = (waxwing.client(api, region="eu-north-1") for api in ("ses", "sesv2"))
    assert len(sesv2.list_email_templates()["TemplatesMetadata"]) == 10
    assert len(ses.list_templates()["TemplatesMetadata"]) == 10
    for size in (0, 101):
        answer = refused(sesv2.list_email_templates, PageSize=size)
        assert (answer.code, answer.message) == (
            "BadRequestException", "The page size must be between 1 and 100",
        )  # fmt: skip
        assert len(ses.list_templates(MaxItems=size)["TemplatesMetadata"]) == 13


def test_a_token_continues_in_the_other_api(waxwing, listed, sesv2, refused):
    ses, here = (waxwing.client(api, region="eu-north-1") for api in ("ses", "sesv2"))
    token = ses.list_templates(MaxItems=11)["NextToken"]
    rest = here.list_email_templates(NextToken=token)["TemplatesMetadata"]
    assert [one["TemplateName"] for one in rest] == listed[1::-1]
    for client, code in (
        (ses.list_templates, "InvalidParameterValue"),
        (sesv2.list_email_templates, "BadRequestException"),
    ):
        answer = refused(client, NextToken="nonsense")
        assert (answer.code, answer.message) == (code, "Invalid PageToken <nonsense>.")
    # Another region's list is another list.
    assert refused(sesv2.list_email_templates, NextToken=token).code == "BadRequestException"
