"""Email templates: v1 and v2 are two views of one store."""

import json
from email import message_from_string, policy

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


# Rendering


def rendered(client, name, data):
    """What both names of the operation give, read as a message."""
    data = json.dumps(data)
    if client.meta.service_model.service_name == "ses":
        answer = client.test_render_template(TemplateName=name, TemplateData=data)
    else:
        answer = client.test_render_email_template(TemplateName=name, TemplateData=data)
    return message_from_string(answer["RenderedTemplate"], policy=policy.default)


def test_a_preview_is_a_whole_message(ses, sesv2, template):
    name = template(Text="Dear {{name}},\n{{n}}", Html="<b>{{name}}</b> {{list.0.a}}")
    data = {"name": "Zoë <z>", "n": 1.5, "list": [{"a": "ä"}]}
    for client in (ses, sesv2):
        message = rendered(client, name, data)
        assert message["Subject"] == "Hello Zoë <z>"
        assert message["Date"].datetime.year > 2000
        assert message["MIME-Version"] == "1.0"
        assert message.get_content_type() == "multipart/alternative"
        text, html = message.iter_parts()
        assert text.get_content_type() == "text/plain"
        assert text.get_content().splitlines() == ["Dear Zoë <z>,", "1.5"]
        assert html.get_content_type() == "text/html"
        # SES escapes nothing.
        assert html.get_content().rstrip() == "<b>Zoë <z></b> ä"
        assert not any(message[field] for field in ("From", "To", "Message-ID"))


def test_one_part_is_the_body_itself(sesv2, template):
    message = rendered(sesv2, template(Html="<p>{{name}}</p>"), {"name": "Ann"})
    assert message.get_content_type() == "text/html"
    assert message.get_content().rstrip() == "<p>Ann</p>"


def test_blocks_and_partials_are_rendered(ses, template):
    name = template(
        Text='{{#* inline "row"}}[{{name}}]{{/inline}}'
        "{{#each items}}{{> row}}{{#if best}} is the best{{else}} is a {{type}}{{/if}};{{/each}}"
    )
    items = [{"name": "bobby", "best": True}, {"name": "pedro", "type": "cat", "best": False}]
    message = rendered(ses, name, {"name": "x", "items": items})
    assert message.get_content().rstrip() == "[bobby] is the best;[pedro] is a cat;"


def test_places_for_later_stay(sesv2, template):
    later = "{{amazonSESUnsubscribeUrl}} {{ses:openTracker}}"
    message = rendered(sesv2, template(Html=later), {"name": "Ann"})
    assert message.get_content().rstrip() == later


def test_a_value_begins_no_field(sesv2, template, refused):
    answer = refused(
        sesv2.test_render_email_template,
        TemplateName=template(Text="t"),
        TemplateData=json.dumps({"name": "Ann\r\nBcc: eve@example.com"}),
    )
    assert (answer.code, answer.message) == (
        "BadRequestException", "The rendered subject cannot stand in a message.",
    )  # fmt: skip


def test_what_cannot_be_rendered_is_told_at_once(ses, sesv2, template, refused):
    name = template(Text="{{animal}}")

    def told(data, name=name):
        v1 = refused(ses.test_render_template, TemplateName=name, TemplateData=data)
        v2 = refused(sesv2.test_render_email_template, TemplateName=name, TemplateData=data)
        assert v1.message == v2.message
        return v1.code, v1.status, v2.code, v2.status, v1.message

    missing = "Attribute 'animal' is not present in the rendering data."
    for data in ('{"name": "Ann"}', '{"name": "Ann", "animal": null}'):
        assert told(data) == (
            "MissingRenderingAttribute", 400, "BadRequestException", 400, missing,
        )  # fmt: skip
    for data in ("{", "[]", '"text"', ""):
        code, status, name_of_v2, status_of_v2, _ = told(data)
        assert (code, status) == ("InvalidRenderingParameter", 400)
        assert (name_of_v2, status_of_v2) == ("BadRequestException", 400)
    assert told("{}", name="none") == (
        "TemplateDoesNotExist", 400, "NotFoundException", 404, "Template none does not exist.",
    )  # fmt: skip


@pytest.mark.parametrize(
    "content",
    [
        {"Text": "{{#if a}}"}, {"Html": "{{/each}}"}, {"Text": "{{name"}, {"Subject": "{{}}"},
        {"Html": "{{#each a}}{{/if}}"}, {"Html": "{{ses:openTracker}} {{ses:openTracker}}"},
    ],
)  # fmt: skip
def test_a_template_is_parsed_when_it_is_stored(ses, sesv2, template, unique, refused, content):
    whole = {"Subject": "s", **content}
    name = unique("broken")
    answer = refused(sesv2.create_email_template, TemplateName=name, TemplateContent=whole)
    assert (answer.code, answer.status) == ("BadRequestException", 400)
    parts = {f"{part}Part": text for part, text in whole.items()}
    answer = refused(ses.create_template, Template={"TemplateName": name, **parts})
    assert (answer.code, answer.status) == ("InvalidTemplate", 400)
    assert refused(ses.get_template, TemplateName=name).code == "TemplateDoesNotExist"
    known = template(Text="kept")
    answer = refused(ses.update_template, Template={"TemplateName": known, **parts})
    assert answer.code == "InvalidTemplate"
    assert ses.get_template(TemplateName=known)["Template"]["TextPart"] == "kept"
