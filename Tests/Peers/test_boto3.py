"""boto3's `sesv2`, unchanged but for the endpoint."""

import base64
import re
import smtplib
import subprocess

import pytest
from botocore.exceptions import ClientError

from support import dns, mail
from support.server import Waxwing
from support.ses import MESSAGE_ID, error, follow_link, signatures_of
from support.waiting import until


def simple(subject="Hello", text="Hello.", **more):
    return {"Simple": {"Subject": {"Data": subject}, "Body": {"Text": {"Data": text}}, **more}}


class TestIdentities:
    def test_a_new_domain_shows_its_tokens_and_is_verified_by_its_records(self, sesv2, unique):
        name = f"{unique('new')}.example"
        created = sesv2.create_email_identity(EmailIdentity=name)
        assert created["IdentityType"] == "DOMAIN"
        assert created["VerifiedForSendingStatus"] is False
        assert created["DkimAttributes"]["Status"] == "NOT_STARTED"
        assert created["DkimAttributes"]["SigningAttributesOrigin"] == "AWS_SES"
        tokens = created["DkimAttributes"]["Tokens"]
        assert [len(token) for token in tokens] == [32, 32, 32] and len(set(tokens)) == 3

        def verified():
            shown = sesv2.get_email_identity(EmailIdentity=name)
            return shown if shown["DkimAttributes"]["Status"] == "SUCCESS" else None

        shown = until(verified, f"{name} to be verified")
        assert shown["IdentityType"] == "DOMAIN"
        assert shown["VerifiedForSendingStatus"] is True
        assert shown["VerificationStatus"] == "SUCCESS"
        assert shown["FeedbackForwardingStatus"] is True
        dkim = shown["DkimAttributes"]
        assert dkim["Tokens"] == tokens
        assert dkim["SigningEnabled"] is True
        assert dkim["CurrentSigningKeyLength"] == dkim["NextSigningKeyLength"] == "RSA_2048_BIT"
        assert shown["MailFromAttributes"]["BehaviorOnMxFailure"] == "USE_DEFAULT_VALUE"

    def test_lists_page_by_page(self, waxwing, unique):
        # A region of its own, whose list nobody else adds to.
        sesv2 = waxwing.client("sesv2", region="ap-northeast-3")
        names = {f"{unique('paged')}.example" for _ in range(5)}
        for name in names:
            sesv2.create_email_identity(EmailIdentity=name)
        seen, pages, more = [], 0, {}
        while True:
            page = sesv2.list_email_identities(PageSize=2, **more)
            seen += [entry["IdentityName"] for entry in page["EmailIdentities"]]
            pages += 1
            assert len(page["EmailIdentities"]) <= 2
            assert all(entry["IdentityType"] == "DOMAIN" for entry in page["EmailIdentities"])
            if "NextToken" not in page:
                break
            more = {"NextToken": page["NextToken"]}
        assert pages == 3 and sorted(seen) == sorted(names)
        assert error(lambda: sesv2.list_email_identities(PageSize=1001)) == (
            "BadRequestException", 400,
            "Value 1001 for parameter PageSize is invalid. PageSize must be between 1 and 1000.",
        )  # fmt: skip
        _, status, text = error(lambda: sesv2.list_email_identities(NextToken="nonsense"))
        assert (status, text) == (400, "Invalid NextToken <nonsense>.")

    def test_regions_share_nothing(self, waxwing, domain):
        elsewhere = waxwing.client("sesv2", region="eu-west-1")
        assert error(lambda: elsewhere.get_email_identity(EmailIdentity=domain))[:2] == (
            "NotFoundException", 404,
        )  # fmt: skip

    def test_identities_exist_once_and_end(self, sesv2, unique):
        name = f"{unique('once')}.example"
        sesv2.create_email_identity(EmailIdentity=name)
        assert error(lambda: sesv2.create_email_identity(EmailIdentity=name.upper()))[:2] == (
            "AlreadyExistsException", 400,
        )  # fmt: skip
        sesv2.delete_email_identity(EmailIdentity=name)
        for call in (sesv2.get_email_identity, sesv2.delete_email_identity):
            assert error(lambda: call(EmailIdentity=name))[:2] == ("NotFoundException", 404)

    def test_key_length_is_chosen_and_changed(self, waxwing, sesv2, unique):
        name = f"{unique('short')}.example"
        waxwing.verified_domain(
            name, DkimSigningAttributes={"NextSigningKeyLength": "RSA_1024_BIT"}
        )
        shown = sesv2.get_email_identity(EmailIdentity=name)["DkimAttributes"]
        assert shown["CurrentSigningKeyLength"] == "RSA_1024_BIT"
        record = dns.texts(waxwing.dns, f"{shown['Tokens'][0]}._domainkey.{name}")[0]
        key = base64.b64decode(re.search(rb"p=([^;]+)", record)[1])
        assert 150 < len(key) < 180  # SubjectPublicKeyInfo of 1024 bits; of 2048 it is 294 octets
        changed = sesv2.put_email_identity_dkim_signing_attributes(
            EmailIdentity=name, SigningAttributesOrigin="AWS_SES",
            SigningAttributes={"NextSigningKeyLength": "RSA_2048_BIT"},
        )  # fmt: skip
        assert len(changed["DkimTokens"]) == 3
        shown = sesv2.get_email_identity(EmailIdentity=name)["DkimAttributes"]
        assert shown["NextSigningKeyLength"] == "RSA_2048_BIT"

    def test_brought_keys_sign(self, waxwing, sesv2, unique, subject):
        name = f"{unique('brought')}.example"
        der = subprocess.run(
            "openssl genrsa -traditional 2048 2>/dev/null | openssl rsa -traditional -outform DER",
            shell=True, capture_output=True, check=True,
        ).stdout  # fmt: skip
        waxwing.verified_domain(
            name,
            DkimSigningAttributes={
                "DomainSigningSelector": "mine",
                "DomainSigningPrivateKey": base64.b64encode(der).decode(),
            },
        )
        shown = sesv2.get_email_identity(EmailIdentity=name)["DkimAttributes"]
        assert (shown["SigningAttributesOrigin"], shown["Tokens"]) == ("EXTERNAL", ["mine"])
        sesv2.send_email(
            FromEmailAddress=f"me@{name}", Destination={"ToAddresses": ["you@inbox.example"]},
            Content=simple(subject),
        )  # fmt: skip
        received = waxwing.wait_for_subject(subject)
        assert signatures_of(received)[name, "mine"] == "pass"

    def test_signing_is_switched_off_and_on(self, waxwing, sesv2, unique):
        name = waxwing.verified_domain(f"{unique('switched')}.example")

        def send(subject):
            sesv2.send_email(
                FromEmailAddress=f"me@{name}", Content=simple(subject),
                Destination={"ToAddresses": ["you@inbox.example"]},
            )  # fmt: skip
            received = waxwing.wait_for_subject(subject)
            return name in {d for d, _ in signatures_of(received)}

        sesv2.put_email_identity_dkim_attributes(EmailIdentity=name, SigningEnabled=False)
        assert not send(unique("unsigned "))
        sesv2.put_email_identity_dkim_attributes(EmailIdentity=name, SigningEnabled=True)
        assert send(unique("signed "))

    def test_dkim_settings_of_unknown_domains_are_refused(self, sesv2):
        assert error(
            lambda: sesv2.put_email_identity_dkim_attributes(
                EmailIdentity="nobody.example", SigningEnabled=True
            )
        )[1:] == (400, "Domain nobody.example is not verified for DKIM signing.")

    def test_mail_from_domain_is_verified_and_used(self, waxwing, sesv2, unique, subject):
        name = waxwing.verified_domain(f"{unique('from')}.example")
        sesv2.put_email_identity_mail_from_attributes(
            EmailIdentity=name, MailFromDomain=f"bounce.{name}",
            BehaviorOnMxFailure="REJECT_MESSAGE",
        )  # fmt: skip

        def attributes():
            return sesv2.get_email_identity(EmailIdentity=name)["MailFromAttributes"]

        until(lambda: attributes()["MailFromDomainStatus"] == "SUCCESS", "the MAIL FROM domain")
        assert attributes() == {
            "MailFromDomain": f"bounce.{name}", "MailFromDomainStatus": "SUCCESS",
            "BehaviorOnMxFailure": "REJECT_MESSAGE",
        }  # fmt: skip
        sesv2.send_email(
            FromEmailAddress=f"me@{name}", Destination={"ToAddresses": ["you@inbox.example"]},
            Content=simple(subject),
        )  # fmt: skip
        assert waxwing.wait_for_subject(subject)["mailFrom"].endswith(f"@bounce.{name}")

    def test_addresses_are_verified_by_the_mailed_link(self, waxwing, sesv2, unique):
        address = f"{unique('person')}@letters.example"
        created = sesv2.create_email_identity(EmailIdentity=address)
        assert (created["IdentityType"], created["VerifiedForSendingStatus"]) == ("EMAIL_ADDRESS", False)
        follow_link(waxwing, address)
        until(
            lambda: sesv2.get_email_identity(EmailIdentity=address)["VerifiedForSendingStatus"],
            f"{address} to be verified",
        )

    def test_account_has_quotas(self, sesv2):
        account = sesv2.get_account()
        assert account["SendingEnabled"] is True
        assert account["SendQuota"]["Max24HourSend"] != 0
        assert account["SuppressionAttributes"] == {"SuppressedReasons": ["BOUNCE", "COMPLAINT"]}
        assert "Details" not in account and "VdmAttributes" not in account


class TestSending:
    def test_simple_mail_arrives_signed(self, waxwing, sesv2, domain, subject):
        tokens = sesv2.get_email_identity(EmailIdentity=domain)["DkimAttributes"]["Tokens"]
        sent = sesv2.send_email(
            FromEmailAddress=f"me@{domain}",
            Destination={"ToAddresses": ["you@inbox.example"], "CcAddresses": ["cc@inbox.example"]},
            Content=simple(subject),
        )["MessageId"]  # fmt: skip
        assert MESSAGE_ID.fullmatch(sent)
        received = waxwing.wait_for_subject(subject)
        assert received["messageId"] == f"{sent}@email.amazonses.com"
        assert received["from"] == f"me@{domain}"
        verdicts = signatures_of(received)
        ours = {selector: result for (d, selector), result in verdicts.items() if d == domain}
        assert len(ours) == 1 and set(ours) <= set(tokens) and set(ours.values()) == {"pass"}
        assert set(verdicts.values()) == {"pass"}
        raw = mail.read(waxwing.raw(received))
        assert raw["To"] == "you@inbox.example" and raw["Cc"] == "cc@inbox.example"
        assert raw.get_content().strip() == "Hello."

    def test_non_ascii_names_subjects_and_bodies_survive(self, waxwing, sesv2, domain, unique):
        subject = f"{mail.SUBJECT} {unique('')}"
        sesv2.send_email(
            FromEmailAddress=f'"{mail.NAME}" <me@{domain}>',
            Destination={"ToAddresses": [f'"{mail.NAME}" <you@inbox.example>']},
            Content={
                "Simple": {
                    "Subject": {"Data": subject, "Charset": "UTF-8"},
                    "Body": {
                        "Text": {"Data": "Käsebrötchen – 猫\n.\n..\nFrom here", "Charset": "UTF-8"},
                        "Html": {"Data": "<p>Käsebrötchen – 猫</p>", "Charset": "UTF-8"},
                    },
                }
            },
        )
        received = waxwing.wait_for_subject(subject)
        assert received["from"] == f"{mail.NAME} <me@{domain}>"
        raw = waxwing.raw(received)
        head, _, _ = raw.partition(b"\r\n\r\n")
        assert head.isascii() and max(map(len, head.split(b"\r\n"))) <= 998
        parsed = mail.read(raw)
        assert parsed["Subject"] == subject
        assert parsed["From"].addresses[0].display_name == mail.NAME
        assert parsed["To"].addresses[0].display_name == mail.NAME
        text = parsed.get_body(("plain",)).get_content().replace("\r\n", "\n")
        assert text.rstrip("\n") == "Käsebrötchen – 猫\n.\n..\nFrom here"
        assert parsed.get_body(("html",)).get_content().strip() == "<p>Käsebrötchen – 猫</p>"
        assert set(signatures_of(received).values()) == {"pass"}

    def test_simple_mail_carries_attachments(self, waxwing, sesv2, domain, subject):
        sesv2.send_email(
            FromEmailAddress=f"me@{domain}",
            Destination={"ToAddresses": ["you@inbox.example"]},
            Content=simple(
                subject,
                Attachments=[
                    {"FileName": "Übersicht 表.pdf", "RawContent": b"%PDF-1.4\n\0\xff",
                     "ContentType": "application/pdf", "ContentDisposition": "ATTACHMENT"},
                    {"FileName": "a.txt", "RawContent": "grün\n".encode(),
                     "ContentType": "text/plain; charset=utf-8", "ContentTransferEncoding": "QUOTED_PRINTABLE"},
                    {"FileName": "dot.png", "RawContent": mail.PNG, "ContentType": "image/png",
                     "ContentDisposition": "INLINE", "ContentId": "dot"},
                ],
                Headers=[{"Name": "X-Order", "Value": "4711"}],
            ),
        )  # fmt: skip
        received = waxwing.wait_for_subject(subject)
        raw = waxwing.raw(received)
        parsed = mail.read(raw)
        assert parsed["X-Order"] == "4711"
        files = {part.get_filename(): part for part in parsed.walk() if part.get_filename()}
        assert files["Übersicht 表.pdf"].get_payload(decode=True) == b"%PDF-1.4\n\0\xff"
        assert files["a.txt"].get_content().replace("\r\n", "\n") == "grün\n"
        assert files["dot.png"].get_payload(decode=True) == mail.PNG
        assert files["dot.png"]["Content-ID"] == "<dot>"
        assert set(signatures_of(received).values()) == {"pass"}

    def test_raw_mail_keeps_its_body_and_files(self, waxwing, sesv2, domain, subject):
        files = [("bild ä.png", "image/png", mail.PNG), ("b.bin", "application/octet-stream", bytes(range(256)))]
        composed = mail.message(f"{mail.NAME} <me@{domain}>", "you@inbox.example", subject, files=files)
        sent = sesv2.send_email(Content={"Raw": {"Data": composed}})["MessageId"]
        received = waxwing.wait_for_subject(subject)
        raw = waxwing.raw(received)
        assert mail.attachments(raw) == files
        assert raw.partition(b"\r\n\r\n")[2] == composed.partition(b"\r\n\r\n")[2]
        assert mail.read(raw)["Message-ID"] == f"<{sent}@email.amazonses.com>"
        assert set(signatures_of(received).values()) == {"pass"}

    def test_blind_copies_stay_blind(self, waxwing, sesv2, domain, subject):
        sesv2.send_email(
            FromEmailAddress=f"me@{domain}", Content=simple(subject),
            Destination={"ToAddresses": ["to@inbox.example"], "BccAddresses": ["bcc@inbox.example"]},
        )  # fmt: skip
        raw = waxwing.raw(waxwing.wait_for_subject(subject))
        assert b"bcc@inbox.example" not in raw.lower().partition(b"\r\nfrom:")[2]
        until(
            lambda: "bcc@inbox.example"
            in [r for m in waxwing.messages(limit=50) if m["subject"] == subject for r in m["recipients"]],
            "the blind copy",
        )

    def test_special_fields_are_taken_out(self, waxwing, sesv2, domain, subject):
        composed = b"X-SES-MESSAGE-TAGS: a=b\r\n" + mail.message(f"me@{domain}", "you@inbox.example", subject)
        sesv2.send_email(Content={"Raw": {"Data": composed}})
        assert b"X-SES-MESSAGE-TAGS" not in waxwing.raw(waxwing.wait_for_subject(subject))

    def test_a_message_is_shown_with_its_headers_and_parts(self, waxwing, sesv2, domain, subject):
        composed = mail.message(
            f"me@{domain}", "you@inbox.example", subject, files=[("dot.png", "image/png", mail.PNG)]
        )
        sesv2.send_email(Content={"Raw": {"Data": composed}})
        shown = waxwing.detail(waxwing.wait_for_subject(subject))
        assert subject in str(shown["headers"])
        assert "dot.png" in str(shown["parts"]) and "image/png" in str(shown["parts"])


class TestRefusals:
    def test_unverified_senders(self, sesv2):
        assert error(
            lambda: sesv2.send_email(
                FromEmailAddress="me@nobody.example", Content=simple(),
                Destination={"ToAddresses": ["you@inbox.example"]},
            )
        ) == (
            "MessageRejected", 400,
            "Email address is not verified. The following identities failed the check in region "
            "US-EAST-1: me@nobody.example",
        )  # fmt: skip

    def test_the_region_is_the_one_of_the_request(self, waxwing):
        client = waxwing.client("sesv2", region="eu-west-1")
        assert "in region EU-WEST-1: me@nobody.example" in error(
            lambda: client.send_email(
                FromEmailAddress="me@nobody.example", Content=simple(),
                Destination={"ToAddresses": ["you@inbox.example"]},
            )
        )[2]  # fmt: skip

    @pytest.mark.parametrize(
        ("address", "text"),
        [
            ("nobody", "Missing final '@domain'"),
            ("nobody@", "Missing domain"),
            ("@nobody.example", "Missing local name"),
            ("no body@inbox.example", "Local address contains control or whitespace"),
            ("grün@inbox.example", "Local address contains control or whitespace"),
            ("you@in box.example", "Domain contains control or whitespace"),
            ("you@grün.example", "Domain contains control or whitespace"),
        ],
    )
    def test_bad_addresses(self, sesv2, domain, address, text):
        assert error(
            lambda: sesv2.send_email(
                FromEmailAddress=f"me@{domain}", Destination={"ToAddresses": [address]}, Content=simple()
            )
        ) == ("BadRequestException", 400, text)

    def test_long_addresses(self, sesv2, domain):
        address = "x" * 330 + "@inbox.example"
        assert error(
            lambda: sesv2.send_email(
                FromEmailAddress=f"me@{domain}", Destination={"ToAddresses": [address]}, Content=simple()
            )
        )[2] == f"Address length is more than 320 characters long: '{address}'."

    def test_raw_mail_needs_one_sender(self, sesv2, domain):
        def send(head):
            return error(
                lambda: sesv2.send_email(
                    Destination={"ToAddresses": ["you@inbox.example"]},
                    Content={"Raw": {"Data": head + b"Subject: x\r\n\r\nx\r\n"}},
                )
            )[1:]

        assert send(b"") == (400, "Missing required header 'From'.")
        field = f"From: me@{domain}\r\n".encode()
        assert send(field + field) == (400, "Duplicate header 'From'.")

    def test_no_field_is_smuggled_in(self, waxwing, sesv2, domain, unique):
        subject = unique("split ")
        try:
            sesv2.send_email(
                FromEmailAddress=f"me@{domain}", Destination={"ToAddresses": ["you@inbox.example"]},
                Content=simple(f"{subject}\r\nBcc: evil@inbox.example\r\nX-Evil: 1"),
            )  # fmt: skip
        except ClientError as refused:
            assert refused.response["ResponseMetadata"]["HTTPStatusCode"] == 400
            return
        received = waxwing.wait_for(lambda m: subject in m["subject"], subject)
        parsed = mail.read(waxwing.raw(received))
        assert parsed["Bcc"] is None and parsed["X-Evil"] is None
        assert received["recipients"] == ["you@inbox.example"]

    def test_unknown_configuration_sets(self, sesv2, domain):
        assert error(
            lambda: sesv2.send_email(
                FromEmailAddress=f"me@{domain}", Content=simple(), ConfigurationSetName="nothing",
                Destination={"ToAddresses": ["you@inbox.example"]},
            )
        ) == ("NotFoundException", 404, "Configuration set <nothing> does not exist.")  # fmt: skip

    def test_what_is_not_built_yet_says_so(self, sesv2):
        _, status, text = error(lambda: sesv2.list_export_jobs())
        assert 400 <= status <= 501 and "Waxwing" in text and "implement" in text


class TestSimulator:
    def send(self, sesv2, domain, recipient, subject):
        return sesv2.send_email(
            FromEmailAddress=f"me@{domain}", Content=simple(subject),
            Destination={"ToAddresses": [recipient]},
        )["MessageId"]  # fmt: skip

    def test_success_is_accepted_and_nothing_comes_back(self, waxwing, sesv2, domain, unique):
        sender = f"me@{domain}"
        assert self.send(sesv2, domain, "success@simulator.amazonses.com", unique("fine "))
        assert waxwing.absent(lambda m: sender in m["recipients"])

    def test_bounces_come_back_as_a_report(self, waxwing, sesv2, unique):
        domain = waxwing.verified_domain(f"{unique('bouncing')}.example")
        self.send(sesv2, domain, "bounce@simulator.amazonses.com", unique("returned "))
        returned = waxwing.wait_for(lambda m: f"me@{domain}" in m["recipients"], "the bounce")
        report = mail.read(waxwing.raw(returned))
        assert returned["mailFrom"] == ""
        assert report.get_content_type() == "multipart/report"
        assert report.get_param("report-type") == "delivery-status"
        status = next(p for p in report.walk() if p.get_content_type() == "message/delivery-status")
        fields = status.get_payload()[1]
        assert fields["Action"] == "failed" and fields["Status"].startswith("5.1.1")
        assert "bounce@simulator.amazonses.com" in fields["Final-Recipient"]

    @pytest.mark.parametrize("name", ["complaint", "ooto", "suppressionlist", "success+label"])
    def test_its_other_addresses_accept(self, sesv2, domain, unique, name):
        assert self.send(sesv2, domain, f"{name}@simulator.amazonses.com", unique(f"{name} "))


class TestManualDNS:
    """With `--manual-dns` nobody publishes the records, so what needs them stays unproven."""

    @pytest.fixture(scope="class")
    def manual(self):
        with Waxwing("--manual-dns") as server:
            yield server

    def test_domains_wait(self, manual):
        client = manual.client("sesv2")
        client.create_email_identity(EmailIdentity="waiting.example")
        until(
            lambda: client.get_email_identity(EmailIdentity="waiting.example")["DkimAttributes"]["Status"]
            == "PENDING",
            "the first look",
        )
        assert error(
            lambda: client.send_email(
                FromEmailAddress="me@waiting.example", Content=simple(),
                Destination={"ToAddresses": ["you@inbox.example"]},
            )
        )[0] == "MessageRejected"  # fmt: skip

    @pytest.mark.parametrize("behaviour", ["REJECT_MESSAGE", "USE_DEFAULT_VALUE"])
    def test_a_mail_from_domain_without_mx_falls_back(self, manual, behaviour):
        client = manual.client("sesv2")
        address = f"{behaviour.lower()}@letters.example"
        client.create_email_identity(EmailIdentity=address)
        follow_link(manual, address)
        client.put_email_identity_mail_from_attributes(
            EmailIdentity=address, MailFromDomain="bounce.letters.example", BehaviorOnMxFailure=behaviour
        )

        def send():
            client.send_email(
                FromEmailAddress=address, Destination={"ToAddresses": ["you@inbox.example"]},
                Content=simple(behaviour),
            )  # fmt: skip

        if behaviour == "REJECT_MESSAGE":
            assert error(send)[:2] == ("MailFromDomainNotVerifiedException", 400)
        else:
            send()
            assert manual.wait_for_subject(behaviour)["mailFrom"].endswith("@amazonses.com")


def test_reset_empties_everything(unique):
    with Waxwing() as server:
        domain = server.verified_domain(f"{unique('gone')}.example")
        client = server.client("sesv2")
        client.send_email(
            FromEmailAddress=f"me@{domain}", Destination={"ToAddresses": ["you@inbox.example"]},
            Content=simple("gone"),
        )  # fmt: skip
        server.wait_for_subject("gone")
        server.reset()
        assert server.messages() == []
        assert client.list_email_identities()["EmailIdentities"] == []
        server.verified_domain(domain)  # and it goes on


def test_the_inbox_is_read_page_by_page(unique):
    with Waxwing() as server:
        domain = server.verified_domain(f"{unique('many')}.example")
        client = server.client("sesv2")
        for number in range(7):
            client.send_email(
                FromEmailAddress=f"me@{domain}", Content=simple(f"page {number}"),
                Destination={"ToAddresses": ["you@inbox.example"]},
            )  # fmt: skip
            server.wait_for_subject(f"page {number}")
        first = server.messages(limit=3)
        assert [m["subject"] for m in first] == ["page 6", "page 5", "page 4"]
        assert [m["subject"] for m in server.all_messages(page=3)] == [f"page {n}" for n in range(6, -1, -1)]
        shape = first[0]
        assert set(shape) >= {
            "id", "messageId", "mailFrom", "recipients", "subject", "from", "receivedAt", "authentication",
        }  # fmt: skip
        assert set(shape["authentication"]) >= {"dkim", "spf", "dmarc"}


def test_the_inbox_tells_aligned_mail_from_the_rest(unique):
    """DMARC passes for mail of a domain identity, and fails for a stranger who writes the same author."""
    with Waxwing() as server:
        domain = server.verified_domain(f"{unique('aligned')}.example")
        server.client("sesv2").send_email(
            FromEmailAddress=f"me@{domain}", Content=simple("aligned"),
            Destination={"ToAddresses": ["you@inbox.example"]},
        )  # fmt: skip
        aligned = server.wait_for_subject("aligned")["authentication"]
        assert (aligned["spf"], aligned["arc"], aligned["dmarc"]) == ("pass", "none", "pass")
        # The domain's signature, and the service's own.
        assert [signature["result"] for signature in aligned["dkim"]] == ["pass", "pass"]
        # The same author, sent by somebody who is not the service.
        with smtplib.SMTP("127.0.0.1", server.mx) as client:
            client.sendmail(
                "someone@elsewhere.example", ["you@inbox.example"],
                f"From: me@{domain}\r\nTo: you@inbox.example\r\nSubject: forged\r\n\r\nHello\r\n",
            )  # fmt: skip
        forged = server.wait_for_subject("forged")["authentication"]
        assert (forged["dkim"], forged["spf"], forged["dmarc"]) == ([], "none", "fail")
