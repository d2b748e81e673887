"""Applications written for SES, unchanged: only the endpoint and the credentials are set.

Each runs in a process of its own, because Django is configured once in a process.
"""

import json
import subprocess
import sys
import textwrap

import pytest

DJANGO = """
import django
from django.conf import settings

settings.configure(**json.loads(arguments["settings"]))
django.setup()
from django.core.mail import EmailMultiAlternatives

message = EmailMultiAlternatives(
    subject=arguments["subject"], body="Plain text, grüße",
    from_email=f"Ann Example <ann@{arguments['domain']}>",
    to=["Bob <bob@inbox.example>"], cc=["carol@inbox.example"], bcc=["dave@inbox.example"],
    reply_to=["replies@inbox.example"], headers={"X-Campaign": "spring"},
)
message.attach_alternative("<p>HTML, <b>grüße</b></p>", "text/html")
message.attach("notes.txt", "attached text", "text/plain")
sent = message.send()
assert sent == 1, sent
"""


def run(script, waxwing, **arguments):
    """Runs a script with `arguments`, and the environment that leads SDKs to the server."""
    head = "import json, sys\narguments = json.loads(sys.argv[1])\n"
    done = subprocess.run(
        [sys.executable, "-c", head + textwrap.dedent(script), json.dumps(arguments)],
        env=waxwing.aws_environment(), capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    return done.stdout


def check_the_message(waxwing, subject, domain):
    """The message came to all four recipients' inbox whole and signed."""
    found = waxwing.wait_for_subject(subject)
    raw = waxwing.raw(found).decode("utf-8", "replace")
    head = raw.split("\r\n\r\n")[0].lower()
    assert "x-campaign: spring" in head and "reply-to: replies@inbox.example" in head
    assert "dave@inbox.example" not in raw, "Bcc stays hidden"
    assert "notes.txt" in raw
    signatures = found["authentication"]["dkim"]
    assert any(s["domain"] == domain and s["result"] == "pass" for s in signatures)


def django_ses(waxwing, **more):
    return {
        "EMAIL_BACKEND": "django_ses.SESBackend",
        "AWS_SES_REGION_NAME": "us-east-1",
        "AWS_SES_REGION_ENDPOINT_URL": waxwing.url,
        "AWS_ACCESS_KEY_ID": "AKIAIOSFODNN7EXAMPLE",
        "AWS_SECRET_ACCESS_KEY": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        **more,
    }


@pytest.mark.parametrize("uses_v2", [False, True], ids=["v1", "v2"])
def test_django_ses(waxwing, domain, unique, uses_v2):
    subject = unique("django-ses ")
    settings = django_ses(waxwing, USE_SES_V2=uses_v2)
    run(DJANGO, waxwing, settings=json.dumps(settings), subject=subject, domain=domain)
    check_the_message(waxwing, subject, domain)


def test_django_ses_statistics(waxwing, domain):
    """Its management commands: quota, statistics, and the list of addresses."""
    script = """
        import django
        from django.conf import settings

        settings.configure(**json.loads(arguments["settings"]))
        django.setup()
        from django.core.management import call_command

        call_command("ses_email_address", list=True)
    """
    settings = django_ses(waxwing, INSTALLED_APPS=["django_ses"])
    assert "Fetching list" in run(script, waxwing, settings=json.dumps(settings))


def test_anymail(waxwing, domain, unique):
    subject = unique("anymail ")
    settings = {
        "EMAIL_BACKEND": "anymail.backends.amazon_ses.EmailBackend",
        "INSTALLED_APPS": ["anymail"],
        "ANYMAIL": {
            "AMAZON_SES_CLIENT_PARAMS": {
                "endpoint_url": waxwing.url,
                "region_name": "us-east-1",
                "aws_access_key_id": "AKIAIOSFODNN7EXAMPLE",
                "aws_secret_access_key": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            }
        },
    }
    run(DJANGO, waxwing, settings=json.dumps(settings), subject=subject, domain=domain)
    check_the_message(waxwing, subject, domain)


def test_redmail_over_smtp(waxwing, domain, unique):
    subject = unique("redmail ")
    script = """
        from redmail import EmailSender

        email = EmailSender(
            host="127.0.0.1", port=arguments["port"], username="AKIAIOSFODNN7EXAMPLE",
            password="any", use_starttls=False)
        email.send(
            subject=arguments["subject"], sender=f"ann@{arguments['domain']}",
            receivers=["bob@inbox.example"], cc=["carol@inbox.example"],
            bcc=["dave@inbox.example"],
            text="Plain", html="<p>HTML {{ name }}</p>", body_params={"name": "Bob"},
            headers={"X-Campaign": "spring", "Reply-To": "replies@inbox.example"},
            attachments={"notes.txt": "attached text"})
    """
    run(script, waxwing, subject=subject, domain=domain, port=waxwing.smtp)
    check_the_message(waxwing, subject, domain)


def test_apprise(waxwing, domain, unique):
    """It signs by itself, in its own way; only where it calls is changed."""
    subject = unique("apprise ")
    script = """
        import apprise

        service = apprise.Apprise.instantiate(
            f"ses://ann@{arguments['domain']}/AKIAIOSFODNN7EXAMPLE/secret/us-east-1/bob@inbox.example"
            "?cc=carol@inbox.example&bcc=dave@inbox.example&reply=replies@inbox.example"
            "&+X-Campaign=spring&format=html")
        assert service, "the address was not read"
        service.notify_url = arguments["url"]
        with open("notes.txt", "w") as file:
            file.write("attached text")
        assert service.notify(
            title=arguments["subject"], body="<p>HTML, <b>grüße</b></p>",
            attach=apprise.AppriseAttachment("notes.txt"))
    """
    run(script, waxwing, subject=subject, domain=domain, url=waxwing.url)
    found = waxwing.wait_for_subject(subject)
    raw = waxwing.raw(found).decode("utf-8", "replace")
    assert "notes.txt" in raw and "reply-to: " in raw.lower() and "dave@inbox.example" not in raw


def test_flask_mailman_over_starttls(waxwing, domain, unique):
    subject = unique("flask ")
    script = """
        from flask import Flask
        from flask_mailman import EmailMultiAlternatives, Mail

        app = Flask("app")
        app.config.update(
            MAIL_SERVER="127.0.0.1", MAIL_PORT=arguments["port"], MAIL_USE_TLS=True,
            MAIL_USERNAME="AKIAIOSFODNN7EXAMPLE", MAIL_PASSWORD="any")
        Mail(app)
        with app.app_context():
            message = EmailMultiAlternatives(
                subject=arguments["subject"], body="Plain text, grüße",
                from_email=f"Ann Example <ann@{arguments['domain']}>",
                to=["Bob <bob@inbox.example>"], cc=["carol@inbox.example"],
                bcc=["dave@inbox.example"], reply_to=["replies@inbox.example"],
                headers={"X-Campaign": "spring"})
            message.attach_alternative("<p>HTML, <b>grüße</b></p>", "text/html")
            message.attach("notes.txt", "attached text", "text/plain")
            assert message.send() == 1
    """
    run(script, waxwing, subject=subject, domain=domain, port=waxwing.smtp)
    check_the_message(waxwing, subject, domain)
