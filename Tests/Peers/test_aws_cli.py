"""The `aws` command line, unchanged but for the endpoint that the environment names."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from support import mail
from support.ses import signatures_of
from support.waiting import until

AWS = str(Path(sys.executable).with_name("aws"))


@pytest.fixture
def aws(waxwing):
    def run(*arguments, fails=False):
        ended = subprocess.run(
            [AWS, *arguments, "--output", "json"], capture_output=True, text=True, timeout=60,
            env={**os.environ, **waxwing.aws_environment()},
        )  # fmt: skip
        assert (ended.returncode != 0) == fails, ended.stdout + ended.stderr
        if fails:
            return ended.stderr
        return json.loads(ended.stdout) if ended.stdout.strip() else {}

    return run


def test_from_a_new_domain_to_mail_with_files(waxwing, aws, unique, subject):
    name = f"{unique('cli')}.example"
    created = aws("sesv2", "create-email-identity", "--email-identity", name)
    assert len(created["DkimAttributes"]["Tokens"]) == 3
    until(
        lambda: aws("sesv2", "get-email-identity", "--email-identity", name)["VerifiedForSendingStatus"],
        f"{name} to be verified",
    )

    simple = {
        "Simple": {
            "Subject": {"Data": f"{subject} grün"},
            "Body": {"Text": {"Data": "Käse"}, "Html": {"Data": "<i>Käse</i>"}},
            "Attachments": [
                # aws takes the text for the bytes themselves, and encodes it on the way.
                {"FileName": "dot ä.txt", "RawContent": "a file"}
            ],
        }
    }
    aws(
        "sesv2", "send-email", "--from-email-address", f'"{mail.NAME}" <me@{name}>',
        "--destination", "ToAddresses=you@inbox.example", "--content", json.dumps(simple),
    )  # fmt: skip
    received = waxwing.wait_for_subject(f"{subject} grün")
    assert received["from"] == f"{mail.NAME} <me@{name}>"
    assert set(signatures_of(received).values()) == {"pass"}
    assert [(f, b) for f, _, b in mail.attachments(waxwing.raw(received))] == [("dot ä.txt", b"a file")]

    files = [("raw.png", "image/png", mail.PNG)]
    composed = mail.message(f"me@{name}", "you@inbox.example", f"{subject} raw", files=files)
    content = {"Raw": {"Data": composed.decode()}}
    aws("sesv2", "send-email", "--content", json.dumps(content))
    assert mail.attachments(waxwing.raw(waxwing.wait_for_subject(f"{subject} raw"))) == files


def test_the_older_api(waxwing, aws, domain, subject):
    sent = aws(
        "ses", "send-email", "--from", f"me@{domain}", "--to", "you@inbox.example",
        "--subject", subject, "--text", "Hello.",
    )  # fmt: skip
    assert waxwing.wait_for_subject(subject)["messageId"].startswith(sent["MessageId"])
    assert domain in aws("ses", "list-identities")["Identities"]
    assert aws("ses", "get-send-quota")["SentLast24Hours"] >= 1


def test_refusals_are_told(aws):
    said = aws(
        "sesv2", "send-email", "--from-email-address", "me@nobody.example", "--destination",
        "ToAddresses=you@inbox.example", "--content",
        '{"Simple":{"Subject":{"Data":"x"},"Body":{"Text":{"Data":"x"}}}}', fails=True,
    )  # fmt: skip
    assert "(MessageRejected)" in said and "in region US-EAST-1: me@nobody.example" in said


# Every verb: what is made is shown, listed, changed and removed. One process has `aws` run all the
# commands of a table in turn, because its start takes longer than the command.

SCRIPT = """
import contextlib, io, json, sys
from awscli.clidriver import create_clidriver

driver = create_clidriver()
for arguments in json.load(sys.stdin):
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        try:
            status = driver.main([*arguments, "--output", "json"])
        except SystemExit as ended:
            status = ended.code
    print(json.dumps([status, out.getvalue(), err.getvalue()]))
"""


def run_table(waxwing, service, table):
    """Runs (words, options, expected) in turn; `expected` is a text of the answer, or None."""
    commands = []
    for words, options, _ in table:
        arguments = [service, *words.split()]
        for name, value in options.items():
            arguments.append("--" + name.replace("_", "-"))
            if isinstance(value, (dict, list)):
                arguments.append(json.dumps(value))
            elif value is not True:
                arguments.append(str(value))
        commands.append(arguments)
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], input=json.dumps(commands), capture_output=True, text=True,
        timeout=300, env={**os.environ, **waxwing.aws_environment()},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    wrong = []
    for (words, _, expected), line in zip(table, done.stdout.splitlines()):
        status, out, err = json.loads(line)
        found = out if status == 0 else err
        if (status != 0) != (expected or "").startswith("refused") or (
            expected and expected.removeprefix("refused: ") not in found
        ):
            wrong.append((words, expected, status, found))
    assert not wrong and len(done.stdout.splitlines()) == len(table), wrong


def content(subject):
    return {"Simple": {"Subject": {"Data": subject}, "Body": {"Text": {"Data": "Hello."}}}}


def test_the_verbs_of_v2(waxwing, domain, unique):
    made, contacts, template, pool = (unique(word) for word in ("set", "contacts", "template", "pool"))
    custom, tenant, other = unique("custom"), unique("tenant"), f"{unique('other')}.example"
    arn = f"arn:aws:ses:us-east-1:000000000000:configuration-set/{made}"
    policy = json.dumps({
        "Version": "2012-10-17",
        "Statement": [{
            "Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "ses:SendEmail",
            "Resource": f"arn:aws:ses:us-east-1:000000000000:identity/{domain}",
        }],
    })  # fmt: skip
    destination = {
        "Enabled": True, "MatchingEventTypes": ["SEND", "BOUNCE"],
        "SnsDestination": {"TopicArn": "arn:aws:sns:us-east-1:000000000000:topic"},
    }  # fmt: skip
    shown = {"Subject": "Hi {{name}}", "Text": "Dear {{name}}"}
    of_set, of_list = {"configuration_set_name": made}, {"contact_list_name": contacts}
    ann = {**of_list, "email_address": "ann@inbox.example"}
    of_custom = {
        "template_name": custom, "from_email_address": f"me@{domain}", "template_subject": "s",
        "template_content": "<html></html>", "success_redirection_url": "https://a.example/yes",
        "failure_redirection_url": "https://a.example/no",
    }  # fmt: skip
    of_policy = {"email_identity": domain, "policy_name": "p"}
    table = [
        ("get-account", {}, "SendQuota"),
        ("put-account-suppression-attributes", {"suppressed_reasons": ["BOUNCE", "COMPLAINT"]}, None),
        ("create-configuration-set", {**of_set, "tags": [{"Key": "a", "Value": "b"}]}, None),
        ("create-configuration-set", of_set, "refused: AlreadyExistsException"),
        ("get-configuration-set", of_set, made),
        ("list-configuration-sets", {"page_size": 100}, made),
        ("put-configuration-set-sending-options", {**of_set, "sending_enabled": True}, None),
        ("put-configuration-set-reputation-options", {**of_set, "reputation_metrics_enabled": True}, None),
        ("put-configuration-set-delivery-options", {**of_set, "tls_policy": "OPTIONAL"}, None),
        ("put-configuration-set-suppression-options", {**of_set, "suppressed_reasons": ["BOUNCE"]}, None),
        ("create-configuration-set-event-destination",
         {**of_set, "event_destination_name": "d", "event_destination": destination}, None),
        ("get-configuration-set-event-destinations", of_set, "topic"),
        ("update-configuration-set-event-destination",
         {**of_set, "event_destination_name": "d", "event_destination": {**destination, "Enabled": False}}, None),
        ("delete-configuration-set-event-destination", {**of_set, "event_destination_name": "d"}, None),
        ("list-tags-for-resource", {"resource_arn": arn}, '"a"'),
        ("tag-resource", {"resource_arn": arn, "tags": [{"Key": "c", "Value": "d"}]}, None),
        ("untag-resource", {"resource_arn": arn, "tag_keys": ["a"]}, None),
        ("list-tags-for-resource", {"resource_arn": arn}, '"c"'),
        ("create-contact-list",
         {**of_list, "topics": [{"TopicName": "news", "DisplayName": "News",
                                 "DefaultSubscriptionStatus": "OPT_IN"}]}, None),
        ("get-contact-list", of_list, "news"),
        ("update-contact-list", {**of_list, "description": "people"}, None),
        ("list-contact-lists", {}, contacts),
        ("create-contact", ann, None),
        ("get-contact", ann, "OPT_IN"),
        ("update-contact", {**ann, "unsubscribe_all": True}, None),
        ("list-contacts", of_list, "ann@inbox.example"),
        ("delete-contact", ann, None),
        ("delete-contact-list", of_list, None),
        ("get-contact-list", of_list, "refused: NotFoundException"),
        ("create-email-template", {"template_name": template, "template_content": shown}, None),
        ("get-email-template", {"template_name": template}, "Dear {{name}}"),
        ("update-email-template",
         {"template_name": template, "template_content": {**shown, "Text": "Hello {{name}}"}}, None),
        ("test-render-email-template",
         {"template_name": template, "template_data": '{"name": "Ann"}'}, "Hello Ann"),
        ("list-email-templates", {}, template),
        ("send-bulk-email",
         {"from_email_address": f"me@{domain}",
          "default_content": {"Template": {"TemplateName": template, "TemplateData": '{"name": "x"}'}},
          "bulk_email_entries": [{"Destination": {"ToAddresses": ["ann@inbox.example"]}}]}, "SUCCESS"),
        ("delete-email-template", {"template_name": template}, None),
        ("create-custom-verification-email-template", of_custom, None),
        ("get-custom-verification-email-template", {"template_name": custom}, "a.example/yes"),
        ("list-custom-verification-email-templates", {}, custom),
        ("update-custom-verification-email-template", {**of_custom, "template_subject": "t"}, None),
        ("delete-custom-verification-email-template", {"template_name": custom}, None),
        ("put-suppressed-destination",
         {"email_address": "gone@inbox.example", "reason": "BOUNCE"}, None),
        ("get-suppressed-destination", {"email_address": "gone@inbox.example"}, "BOUNCE"),
        ("list-suppressed-destinations", {"reasons": ["BOUNCE"]}, "gone@inbox.example"),
        ("delete-suppressed-destination", {"email_address": "gone@inbox.example"}, None),
        ("get-suppressed-destination", {"email_address": "gone@inbox.example"},
         "refused: NotFoundException"),
        ("create-dedicated-ip-pool", {"pool_name": pool}, None),
        ("get-dedicated-ip-pool", {"pool_name": pool}, pool),
        ("list-dedicated-ip-pools", {}, pool),
        ("get-dedicated-ips", {}, "DedicatedIps"),
        ("delete-dedicated-ip-pool", {"pool_name": pool}, None),
        ("create-email-identity", {"email_identity": other}, "DkimAttributes"),
        ("get-email-identity", {"email_identity": other}, "Tokens"),
        ("list-email-identities", {"page_size": 1000}, other),
        ("put-email-identity-dkim-attributes --no-signing-enabled", {"email_identity": other}, None),
        ("put-email-identity-feedback-attributes --email-forwarding-enabled",
         {"email_identity": other}, None),
        ("put-email-identity-mail-from-attributes",
         {"email_identity": other, "mail_from_domain": f"bounce.{other}"}, None),
        ("put-email-identity-configuration-set-attributes",
         {"email_identity": other, "configuration_set_name": made}, None),
        ("delete-email-identity", {"email_identity": other}, None),
        ("create-email-identity-policy", {**of_policy, "policy": policy}, None),
        ("get-email-identity-policies", {"email_identity": domain}, "111122223333"),
        ("update-email-identity-policy", {**of_policy, "policy": policy}, None),
        ("delete-email-identity-policy", of_policy, None),
        ("create-tenant", {"tenant_name": tenant}, tenant),
        ("get-tenant", {"tenant_name": tenant}, "ENABLED"),
        ("list-tenants", {}, tenant),
        ("create-tenant-resource-association", {"tenant_name": tenant, "resource_arn": arn}, None),
        ("list-tenant-resources", {"tenant_name": tenant}, made),
        ("delete-tenant-resource-association", {"tenant_name": tenant, "resource_arn": arn}, None),
        ("delete-tenant", {"tenant_name": tenant}, None),
        ("send-email",
         {"from_email_address": f"me@{domain}", "configuration_set_name": made,
          "destination": {"ToAddresses": ["ann@inbox.example"]}, "content": content("by aws")},
         "MessageId"),
        ("delete-configuration-set", of_set, None),
        ("get-configuration-set", of_set, "refused: NotFoundException"),
        ("get-blacklist-reports", {"blacklist_item_names": ["192.0.2.1"]}, "refused: NotFoundException"),
    ]  # fmt: skip
    # Options without a value stand with the verb.
    for number, (words, options, expected) in enumerate(table):
        for name in ("sending_enabled", "reputation_metrics_enabled", "unsubscribe_all"):
            if options.get(name) is True:
                options = {k: v for k, v in options.items() if k != name}
                words += " --" + name.replace("_", "-")
        table[number] = (words, options, expected)
    run_table(waxwing, "sesv2", table)


def test_the_verbs_of_v1(waxwing, domain, unique):
    made, template, rules = unique("set"), unique("template"), unique("rules")
    address, other = f"someone@{unique('v')}.example", f"{unique('other')}.example"
    of_template = {"TemplateName": template, "SubjectPart": "Hi {{name}}", "TextPart": "Dear {{name}}"}
    rule = {"Name": "r", "Enabled": True, "Actions": [{"StopAction": {"Scope": "RuleSet"}}]}
    policy = json.dumps({
        "Version": "2012-10-17",
        "Statement": [{
            "Effect": "Allow", "Principal": {"AWS": "111122223333"}, "Action": "ses:SendEmail",
            "Resource": f"arn:aws:ses:us-east-1:000000000000:identity/{domain}",
        }],
    })  # fmt: skip
    raw = f"From: me@{domain}\nTo: you@inbox.example\nSubject: raw by aws\n\nHello.\n"
    table = [
        ("get-send-quota", {}, "SentLast24Hours"),
        ("get-send-statistics", {}, "SendDataPoints"),
        ("get-account-sending-enabled", {}, "true"),
        ("verify-domain-identity", {"domain": other}, "VerificationToken"),
        ("verify-domain-dkim", {"domain": other}, "DkimTokens"),
        ("verify-email-identity", {"email_address": address}, None),
        ("wait identity-exists", {"identities": other}, None),
        ("get-identity-verification-attributes", {"identities": other}, "Success"),
        ("get-identity-dkim-attributes", {"identities": other}, "DkimEnabled"),
        ("set-identity-dkim-enabled --dkim-enabled", {"identity": other}, None),
        ("set-identity-mail-from-domain", {"identity": other, "mail_from_domain": f"m.{other}"}, None),
        ("get-identity-mail-from-domain-attributes", {"identities": other}, f"m.{other}"),
        ("set-identity-feedback-forwarding-enabled --forwarding-enabled", {"identity": other}, None),
        ("set-identity-notification-topic",
         {"identity": other, "notification_type": "Bounce",
          "sns_topic": "arn:aws:sns:us-east-1:000000000000:topic"}, None),
        ("get-identity-notification-attributes", {"identities": other}, "topic"),
        ("list-identities", {"identity_type": "Domain", "page_size": 3}, other),
        ("list-identities", {"max_items": 1}, "NextToken"),
        ("put-identity-policy", {"identity": domain, "policy_name": "p", "policy": policy}, None),
        ("list-identity-policies", {"identity": domain}, '"p"'),
        ("get-identity-policies", {"identity": domain, "policy_names": "p"}, "111122223333"),
        ("delete-identity-policy", {"identity": domain, "policy_name": "p"}, None),
        ("delete-identity", {"identity": other}, None),
        ("delete-identity", {"identity": address}, None),
        ("create-configuration-set", {"configuration_set": {"Name": made}}, None),
        ("describe-configuration-set", {"configuration_set_name": made}, made),
        ("list-configuration-sets", {}, made),
        ("create-configuration-set-event-destination",
         {"configuration_set_name": made, "event_destination": {
             "Name": "d", "Enabled": True, "MatchingEventTypes": ["send", "bounce"],
             "SNSDestination": {"TopicARN": "arn:aws:sns:us-east-1:000000000000:topic"}}}, None),
        ("delete-configuration-set-event-destination",
         {"configuration_set_name": made, "event_destination_name": "d"}, None),
        ("create-configuration-set-tracking-options",
         {"configuration_set_name": made, "tracking_options": {"CustomRedirectDomain": domain}}, None),
        ("create-template", {"template": of_template}, None),
        ("create-template", {"template": of_template}, "refused: AlreadyExists"),
        ("get-template", {"template_name": template}, "Dear {{name}}"),
        ("list-templates", {}, template),
        ("test-render-template",
         {"template_name": template, "template_data": '{"name": "Ann"}'}, "Dear Ann"),
        ("update-template", {"template": {**of_template, "TextPart": "Hello {{name}}"}}, None),
        ("send-templated-email",
         {"source": f"me@{domain}", "destination": {"ToAddresses": ["you@inbox.example"]},
          "template": template, "template_data": '{"name": "Ann"}'}, "MessageId"),
        ("send-bulk-templated-email",
         {"source": f"me@{domain}", "template": template, "default_template_data": "{}",
          "destinations": [{"Destination": {"ToAddresses": ["you@inbox.example"]},
                            "ReplacementTemplateData": '{"name": "Bob"}'}]}, "Success"),
        ("delete-template", {"template_name": template}, None),
        ("get-template", {"template_name": template}, "refused: TemplateDoesNotExist"),
        ("send-raw-email", {"raw_message": {"Data": raw}}, "MessageId"),
        ("send-email",
         {"from": f"me@{domain}", "to": "you@inbox.example", "subject": "s", "html": "<p>x</p>",
          "configuration_set_name": made}, "MessageId"),
        ("send-email",
         {"from": "me@nobody.example", "to": "you@inbox.example", "subject": "s", "text": "x"},
         "refused: MessageRejected"),
        ("delete-configuration-set", {"configuration_set_name": made}, None),
        ("describe-configuration-set", {"configuration_set_name": made},
         "refused: ConfigurationSetDoesNotExist"),
        ("create-receipt-rule-set", {"rule_set_name": rules}, None),
        ("create-receipt-rule", {"rule_set_name": rules, "rule": rule}, None),
        ("describe-receipt-rule", {"rule_set_name": rules, "rule_name": "r"}, "StopAction"),
        ("describe-receipt-rule-set", {"rule_set_name": rules}, rules),
        ("list-receipt-rule-sets", {}, rules),
        ("delete-receipt-rule", {"rule_set_name": rules, "rule_name": "r"}, None),
        ("delete-receipt-rule-set", {"rule_set_name": rules}, None),
        ("create-receipt-filter",
         {"filter": {"Name": rules, "IpFilter": {"Policy": "Block", "Cidr": "192.0.2.0/24"}}}, None),
        ("list-receipt-filters", {}, "192.0.2.0/24"),
        ("delete-receipt-filter", {"filter_name": rules}, None),
    ]  # fmt: skip
    run_table(waxwing, "ses", table)
