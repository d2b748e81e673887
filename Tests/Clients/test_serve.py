"""`waxwing serve` as its operator meets it: a configuration, a start, mail, metrics, an end."""

import concurrent.futures
import contextlib
import datetime
import json
import re
import signal
import smtplib
import socket
import ssl
import threading
import time

import pytest
import requests
from botocore.exceptions import ClientError
from prometheus_client.openmetrics.parser import (
    text_string_to_metric_families as openmetrics_families,
)
from prometheus_client.parser import text_string_to_metric_families

from stored import records
from support import dns, mail, smtp
from support.processes import LOOPBACK, answers, end
from support.serving import (
    ADDRESS, WaxwingServe, certificate, serial, serial_of, serving, smtp_password,
)  # fmt: skip
from support.sink import Sink
from support.waiting import until

@pytest.fixture(scope="module")
def server():
    with serving() as server:
        yield server
        assert server.is_running(), server.output()[-3000:]


@pytest.fixture(scope="module")
def key(server):
    return server.new_key()


@pytest.fixture(scope="module")
def sesv2(server, key):
    client = server.client("sesv2", *key)
    client.create_email_identity(EmailIdentity="sender.example")
    return client


def simple(subject):
    return {"Simple": {"Subject": {"Data": subject}, "Body": {"Text": {"Data": "x"}}}}


def send(client, recipient, subject="hello"):
    return client.send_email(
        FromEmailAddress="me@sender.example", Destination={"ToAddresses": [recipient]},
        Content=simple(subject),
    )  # fmt: skip


def metrics(server):
    """Each sample's value by its name and labels."""
    families = text_string_to_metric_families(server.get("/metrics").text)
    return {
        (s.name, *sorted(s.labels.items())): s.value for family in families for s in family.samples
    }


class TestDoors:
    def test_mail_of_the_api_is_delivered_by_mx(self, server, sesv2):
        answer = send(sesv2, "you@example.net", "by the API")
        assert answer["MessageId"]
        until(lambda: "you@example.net" in server.sink.recipients(), "the message")
        _, _, content = server.sink.messages[-1]
        message = mail.read(content)
        assert message["Subject"] == "by the API"
        assert [h for h in message.get_all("DKIM-Signature") if "d=sender.example" in h]

    def test_v1_is_answered_as_well(self, server, key, sesv2):
        ses = server.client("ses", *key)
        assert "sender.example" in ses.list_identities()["Identities"]

    def test_the_api_is_answered_over_tls(self, server, key, sesv2):
        import boto3

        client = boto3.client(
            "sesv2", endpoint_url=f"https://localhost:{server.api_tls}", region_name="us-east-1",
            aws_access_key_id=key[0], aws_secret_access_key=key[1], verify=str(server.chain),
        )  # fmt: skip
        assert client.get_account()["SendingEnabled"] is True
        for one, version in ((client, "TLSv1.3"), (sesv2, None)):
            (record,) = records(server, send(one, "you@example.net")["MessageId"])
            assert record.get("tlsVersion") == version

    def test_nobody_is_let_in_without_a_key(self, server):
        with pytest.raises(ClientError) as caught:
            server.client("sesv2", "AKIAIOSFODNN7EXAMPLE", "secret").get_account()
        assert caught.value.response["ResponseMetadata"]["HTTPStatusCode"] == 403
        assert requests.get(f"{server.url}/v2/email/account", timeout=5).status_code == 403

    def test_regions_that_are_not_served_are_refused(self, server, key):
        with pytest.raises(ClientError) as caught:
            server.client("sesv2", *key, region="eu-west-1").get_account()
        assert "valid region" in caught.value.response["Error"]["Message"]

    def test_submission_wants_tls_first(self, server):
        with smtp.Dialogue(server.smtp) as session:
            offered = session.command("EHLO client.example")
            assert any("STARTTLS" in line for line in offered)
            assert not any("AUTH" in line for line in offered)
            assert session.command("AUTH PLAIN AGEAYg==")[-1].startswith("5")
            assert session.command("MAIL FROM:<me@sender.example>")[-1].startswith("5")

    @pytest.mark.parametrize("implicit", [False, True], ids=["STARTTLS", "TLS"])
    def test_submission_takes_mail(self, server, key, sesv2, implicit, unique):
        credential = smtp_password(key[1], "us-east-1")
        recipient = f"{unique('smtp')}@example.net"
        context = ssl.create_default_context(cafile=server.chain)
        if implicit:
            client = smtplib.SMTP_SSL("localhost", server.smtps, timeout=20, context=context)
        else:
            client = smtplib.SMTP("localhost", server.smtp, timeout=20)
            client.starttls(context=context)
        with client:
            client.login(key[0], credential)
            client.sendmail(
                "me@sender.example", [recipient],
                mail.message("me@sender.example", recipient, "by SMTP"),
            )  # fmt: skip
        until(lambda: recipient in server.sink.recipients(), "the message")

    def test_the_mx_is_no_open_inbox(self, server):
        simulator = "simulator.waxwing.test"
        with smtp.Dialogue(server.mx) as session:
            session.expect(250, "EHLO client.example")
            session.expect(250, "MAIL FROM:<>")
            session.expect("550 5.7.1", "RCPT TO:<somebody@elsewhere.example>")
            session.expect("550 5.1.1", "RCPT TO:<somebody@waxwing.test>")
            session.expect("550 5.1.1", f"RCPT TO:<nobody@{simulator}>")
            session.expect(250, f"RCPT TO:<success@{simulator}>")
            session.expect(354, "DATA")
            session.send(b"Subject: x\r\n\r\nx\r\n.\r\n")
            assert session.reply()[-1].startswith("250")

    def test_a_return_path_that_nobody_has_is_refused(self, server):
        forged = "0100018f2f1d3a51-5b1c2d3e-4f50-6172-8394-a5b6c7d8e9f0-000000@waxwing.test"
        with smtp.Dialogue(server.mx) as session:
            reply = session.transaction("", [forged], b"Subject: x\r\n\r\nx")
        assert reply.startswith("550 5.1.1")

    def test_a_bounce_comes_back_to_the_sender(self, server, sesv2, unique):
        with contextlib.suppress(sesv2.exceptions.AlreadyExistsException):
            sesv2.create_email_identity(EmailIdentity="example.net")
        author = f"{unique('author')}@example.net"
        sesv2.send_email(
            FromEmailAddress=author, Content=simple("bounces"),
            Destination={"ToAddresses": ["bounce@simulator.waxwing.test"]},
        )  # fmt: skip
        until(lambda: author in server.sink.recipients(), "the bounce", 20)

    @pytest.mark.parametrize("mailbox", ["complaint", "ooto"])
    def test_the_simulator_answers_senders_of_the_service(self, server, sesv2, unique, mailbox):
        with contextlib.suppress(sesv2.exceptions.AlreadyExistsException):
            sesv2.create_email_identity(EmailIdentity="example.net")
        author = f"{unique(mailbox)}@example.net"
        sesv2.send_email(
            FromEmailAddress=author, Content=simple("to the simulator"),
            Destination={"ToAddresses": [f"{mailbox}@simulator.waxwing.test"]},
        )  # fmt: skip
        until(lambda: author in server.sink.recipients(), "the answer", 20)

    def test_a_complaint_suppresses_who_made_it(self, server, sesv2, unique):
        reader = f"{unique('reader')}@example.net"
        message_id = send(sesv2, reader, "to be complained about")["MessageId"]
        until(lambda: reader in server.sink.recipients(), "the message")
        path = next(path for path, to, _ in server.sink.messages if reader in to)
        report = (
            b"From: fbl@example.net\r\nMIME-Version: 1.0\r\nContent-Type: multipart/report; "
            b"report-type=feedback-report; boundary=b\r\n\r\n--b\r\n"
            b"Content-Type: message/feedback-report\r\n\r\n"
            b"Feedback-Type: abuse\r\nUser-Agent: t/1\r\nVersion: 1\r\n--b--\r\n"
        )
        with smtp.Dialogue(server.mx) as session:
            assert session.transaction("", [path], report).startswith("250")
        entry = sesv2.get_suppressed_destination(EmailAddress=reader)["SuppressedDestination"]
        assert entry["Reason"] == "COMPLAINT"
        assert entry["Attributes"]["MessageId"] == message_id

    def test_the_simulator_writes_to_no_strangers(self, server, unique):
        stranger = f"{unique('stranger')}@example.net"
        with smtp.Dialogue(server.mx) as session:
            reply = session.transaction(
                stranger, ["ooto@simulator.waxwing.test", "complaint@simulator.waxwing.test"],
                b"From: x@example.net\r\nSubject: x\r\n\r\nx",
            )  # fmt: skip
            assert reply.startswith("250")
        time.sleep(1)
        assert stranger not in server.sink.recipients()

    def test_identities_prove_themselves_in_the_dns(self, unique):
        domain = f"{unique('proven')}.example"
        with serving(**{"identities_verification": "dns"}) as server:
            key = server.new_key()
            client = server.client("sesv2", *key)
            created = client.create_email_identity(EmailIdentity=domain)
            with pytest.raises(ClientError):
                client.send_email(
                    FromEmailAddress=f"me@{domain}", Content=simple("too early"),
                    Destination={"ToAddresses": ["you@example.net"]},
                )  # fmt: skip
            token = server.client("ses", *key).verify_domain_identity(Domain=domain)
            lines = [f'_amazonses.{domain}. 1 IN TXT "{token["VerificationToken"]}"']
            lines += [
                f"{t}._domainkey.{domain}. 1 IN CNAME {t}.dkim.waxwing.test."
                for t in created["DkimAttributes"]["Tokens"]
            ]
            server.zones.add("\n".join(lines) + "\n")

            def verified():
                shown = client.get_email_identity(EmailIdentity=domain)
                return shown["VerifiedForSendingStatus"] and shown["DkimAttributes"]["Status"] == "SUCCESS"

            until(verified, "the identity to be verified", 90, 1)

    def test_its_zone_has_the_keys_and_the_mx(self, server, sesv2):
        shown = sesv2.get_email_identity(EmailIdentity="sender.example")
        for token in shown["DkimAttributes"]["Tokens"]:
            texts = dns.texts(server.dns, f"{token}.dkim.waxwing.test")
            assert len(texts) == 1 and b"p=" in texts[0]
        assert dns.dig(server.dns, "MX", "waxwing.test") == ["10 mail.waxwing.test."]
        assert dns.dig(server.dns, "A", "mail.waxwing.test") == [ADDRESS]
        assert f"v=spf1 ip4:{ADDRESS} ~all".encode() in dns.texts(server.dns, "waxwing.test")

    def test_the_inbox_of_dev_is_not_there(self, server):
        for path in ("/", "/_waxwing/messages", "/messages/1", "/_waxwing/reset"):
            assert requests.get(server.url + path, timeout=5).status_code in (403, 404), path
        verify = requests.get(f"{server.url}/_waxwing/verify?token=none", timeout=5)
        assert "text/html" in verify.headers["Content-Type"]


class TestOperation:
    def test_health_and_readiness(self, server):
        assert server.get("/health").json() == {"status": "ok"}
        assert server.get("/ready").json() == {"status": "ready"}
        assert server.get("/nothing").status_code == 404

    def test_metrics_are_what_prometheus_reads(self, server, sesv2):
        before = metrics(server)
        send(sesv2, "counted@example.net")
        until(lambda: "counted@example.net" in server.sink.recipients(), "the message")
        delivered = ("waxwing_deliveries_total", ("outcome", "delivered"))
        until(lambda: metrics(server)[delivered] > before.get(delivered, 0), "the count")
        after = metrics(server)
        request = (
            "waxwing_api_requests_total", ("api", "v2"), ("operation", "SendEmail"), ("status", "200"),
        )  # fmt: skip
        assert after[request] == before.get(request, 0) + 1
        assert after[("waxwing_messages_accepted_total",)] > before[("waxwing_messages_accepted_total",)]
        assert after[("waxwing_queue_deliveries",)] >= 0
        assert after[("waxwing_store_commit_writes_count",)] > 0
        assert after[("process_resident_memory_bytes",)] > 1e6
        assert after[("process_start_time_seconds",)] == pytest.approx(time.time(), abs=600)
        lookups = [k for k in after if k[0] == "waxwing_dns_lookups_total"]
        assert lookups

    def test_metrics_in_openmetrics(self, server):
        answer = server.get("/metrics", headers={"Accept": "application/openmetrics-text"})
        assert answer.headers["Content-Type"].startswith("application/openmetrics-text")
        families = {family.name: family for family in openmetrics_families(answer.text)}
        assert families["waxwing_deliveries"].type == "counter"
        assert families["waxwing_store_commit_duration_seconds"].type == "histogram"

    def test_every_metric_is_documented(self, server):
        from support.server import ROOT

        page = (ROOT / "docs/operating/metrics.md").read_text()
        families = text_string_to_metric_families(server.get("/metrics").text)
        assert [f.name for f in families if f"`{f.name}`" not in page] == []

    def test_wrong_signatures_are_counted(self, server, key):
        sample = ("waxwing_api_signature_failures_total", ("code", "SignatureDoesNotMatch"))
        before = metrics(server).get(sample, 0)
        with pytest.raises(ClientError):
            server.client("sesv2", key[0], "wrong").get_account()
        assert metrics(server)[sample] == before + 1

    def test_the_log_has_no_secrets_and_no_addresses(self, server, key):
        assert server.events(), server.output()
        assert {"time", "level", "message"} <= set(server.events()[0])
        assert key[1] not in server.output()
        assert "@example.net" not in server.output()

    def test_a_bound_address_is_told_with_its_setting(self, server):
        with WaxwingServe({"metrics.listen": [f"{LOOPBACK}:{server.metrics}"]}).started() as other:
            assert other.process.wait(20) == 1
            assert f"metrics.listen: cannot listen on {LOOPBACK}:{server.metrics}" in other.output()

    def test_a_data_folder_in_use_is_told(self, server):
        with WaxwingServe({"data-folder": server.settings["data-folder"]}).started() as other:
            assert other.process.wait(20) == 1
            assert "is in use by process" in other.output()


    def test_administration_over_http_wants_the_token(self, tmp_path):
        token = tmp_path / "token"
        token.write_text("a-long-and-random-token\n")
        token.chmod(0o600)
        with WaxwingServe({"admin.token-file": str(token)}) as server:
            accounts = f"{server.url}/_waxwing/admin/accounts"
            assert requests.get(accounts, timeout=5).status_code == 401
            for given, status in (("wrong", 401), ("a-long-and-random-token", 200)):
                answer = requests.get(
                    accounts, headers={"Authorization": f"Bearer {given}"}, timeout=5
                )
                assert answer.status_code == status
        with WaxwingServe() as server:
            answer = requests.get(
                f"{server.url}/_waxwing/admin/accounts", headers={"Authorization": "Bearer "}, timeout=5
            )
            assert answer.status_code in (403, 404)

    def test_who_guesses_the_administration_token_is_slowed_down(self, tmp_path):
        token = tmp_path / "token"
        token.write_text("a-long-and-random-token\n")
        token.chmod(0o600)
        settings = {"admin.token-file": str(token), "api.trusted-proxies": [LOOPBACK]}
        with WaxwingServe(settings) as server:

            def ask(given, source):
                begin = time.monotonic()
                answer = requests.get(
                    f"{server.url}/_waxwing/admin/accounts", timeout=60,
                    headers={"Authorization": f"Bearer {given}", "X-Forwarded-For": source},
                )  # fmt: skip
                return answer.status_code, time.monotonic() - begin

            owner, guesser = "198.51.100.7", "192.0.2.66"
            assert ask("a-long-and-random-token", owner)[0] == 200
            assert [ask("wrong", guesser)[0] for _ in range(7)] == [401] * 7
            status, waited = ask("a-long-and-random-token", guesser)
            assert status == 200 and waited > 0.4
            # Who is known from where he comes is not held up by others, nor are those without one.
            status, waited = ask("a-long-and-random-token", owner)
            assert status == 200 and waited < 0.4
            begin = time.monotonic()
            accounts = f"{server.url}/_waxwing/admin/accounts"
            assert requests.get(accounts, timeout=5).status_code == 401
            assert time.monotonic() - begin < 0.4
            assert "wrong administration token" in server.output()

    @pytest.mark.parametrize("trusted", [True, False])
    def test_a_proxy_is_believed_when_it_is_trusted(self, trusted, tmp_path):
        policy = tmp_path / "policy.json"
        policy.write_text(
            json.dumps({
                "Version": "2012-10-17",
                "Statement": {
                    "Effect": "Allow", "Action": "*", "Resource": "*",
                    "Condition": {
                        "IpAddress": {"aws:SourceIp": "203.0.113.7"},
                        "Bool": {"aws:SecureTransport": "true"},
                    },
                },
            })
        )  # fmt: skip
        with WaxwingServe({"api.trusted-proxies": [LOOPBACK] if trusted else []}) as server:
            account = server.run("account", "create")["id"]
            server.run("user", "create", "mailer", "--account", account, "--policy", str(policy))
            key = server.run("key", "create", "--account", account, "--user", "mailer")
            client = server.client("sesv2", key["accessKeyId"], key["secretAccessKey"])

            def status(forwarded):
                def add(request, **_):
                    request.headers["X-Forwarded-For"] = forwarded
                    request.headers["X-Forwarded-Proto"] = "https"

                client.meta.events.register("before-send.sesv2", add, unique_id="proxy")
                try:
                    client.get_account()
                except ClientError as error:
                    return error.response["ResponseMetadata"]["HTTPStatusCode"]
                finally:
                    client.meta.events.unregister("before-send.sesv2", unique_id="proxy")
                return 200

            assert status("198.51.100.1, 203.0.113.7") == (200 if trusted else 403)
            assert status("203.0.113.7, 198.51.100.1") == 403

    def test_a_relay_host_gets_all_mail(self):
        with Sink() as sink:
            settings = {
                "delivery.relay-host": f"{LOOPBACK}:{sink.port}", "delivery.relay-tls": "never",
                "identities.verification": "immediate", "log.deliveries": True,
            }  # fmt: skip
            with WaxwingServe(settings) as server:
                client = server.client("sesv2", *server.new_key())
                client.create_email_identity(EmailIdentity="sender.example")
                send(client, "you@anywhere.example")
                until(lambda: "you@anywhere.example" in sink.recipients(), "the message")
                until(
                    lambda: [e for e in server.events() if e["message"] == "delivery attempted"],
                    "a line about it",
                )
                event = [e for e in server.events() if e["message"] == "delivery attempted"][0]
                assert event["recipient"] == "you@anywhere.example"
                assert (event["outcome"], event["reply"]) == ("accepted", "250 2.0.0 taken")

    def test_roles_open_their_doors_alone(self):
        server = WaxwingServe({"roles": ["mx", "dns"]})
        with server:
            assert answers(server.mx) and answers(server.dns) and answers(server.metrics)
            for port in (server.api, server.api_tls, server.smtp, server.smtps):
                assert not answers(port)

    def test_without_delivery_mail_waits_for_who_delivers(self):
        with serving(roles=["api"]) as server:
            client = server.client("sesv2", *server.new_key())
            client.create_email_identity(EmailIdentity="sender.example")
            send(client, "waits@example.net")
            assert metrics(server)[("waxwing_queue_deliveries",)] == 1
            server.terminate()
            assert server.sink.messages == []
            server.settings["roles"] = ["delivery"]
            server.start()
            until(lambda: "waits@example.net" in server.sink.recipients(), "the message")

    def test_mail_leaves_from_the_addresses_of_its_pool(self):
        addresses = ["default=127.0.0.4", "news=127.0.0.2"]
        addresses += ["offers=127.0.0.3", "offers=127.0.0.5"]
        with serving(**{"delivery_source-addresses": addresses}) as server:
            client = server.client("sesv2", *server.new_key())
            client.create_email_identity(EmailIdentity="sender.example")
            for pool in ("news", "offers", "unnamed", "default"):
                client.create_dedicated_ip_pool(PoolName=pool)
            pools = ["news", "offers", "unnamed", "default", "ses-shared-pool"]
            for pool in [*pools, "ses-default-dedicated-pool"]:
                client.create_configuration_set(
                    ConfigurationSetName=pool, DeliveryOptions={"SendingPoolName": pool}
                )
            # Connections to each domain are its own, and so the addresses of a pool take turns.
            for number in range(4):
                server.zones.add(f"d{number}.example. 60 IN MX 10 mx.example.net.\n")
                for pool in [*pools, "ses-default-dedicated-pool"]:
                    client.send_email(
                        FromEmailAddress="me@sender.example", Content=simple("pooled"),
                        Destination={"ToAddresses": [f"{pool}@d{number}.example"]},
                        ConfigurationSetName=pool,
                    )  # fmt: skip
                send(client, f"none@d{number}.example")
            until(lambda: len(server.sink.recipients()) >= 28, "every message")
            seen = {}
            for recipient, address in server.sink.peers.items():
                seen.setdefault(recipient.partition("@")[0], set()).add(address)
            assert seen.pop("news") == {"127.0.0.2"}
            assert seen.pop("offers") == {"127.0.0.3", "127.0.0.5"}
            assert len(seen) == 5 and all(found == {"127.0.0.4"} for found in seen.values()), seen
            # A set keeps the name of a pool that is gone, and delivers as if it named none.
            client.delete_dedicated_ip_pool(PoolName="news")
            client.send_email(
                FromEmailAddress="me@sender.example", Content=simple("gone"),
                Destination={"ToAddresses": ["gone@d0.example"]}, ConfigurationSetName="news",
            )  # fmt: skip
            until(lambda: "gone@d0.example" in server.sink.peers, "the message")
            assert server.sink.peers["gone@d0.example"] == "127.0.0.4"

    def test_an_address_that_is_warmed_up_sends_its_share_of_the_day(self):
        today = datetime.datetime.now(datetime.timezone.utc).date()
        settings = {
            "delivery_source-addresses": ["default=127.0.0.4", "news=127.0.0.2"],
            "delivery_warm-up": [f"127.0.0.2={today}"],
        }
        with serving(**settings) as server:
            client = server.client("sesv2", *server.new_key())
            client.create_email_identity(EmailIdentity="sender.example")
            client.create_dedicated_ip_pool(PoolName="news")
            client.create_configuration_set(
                ConfigurationSetName="news", DeliveryOptions={"SendingPoolName": "news"}
            )
            for message in range(24):
                recipients = [f"r{message}x{number}@example.net" for number in range(50)]
                client.send_email(
                    FromEmailAddress="me@sender.example", Content=simple("warm"),
                    Destination={"ToAddresses": recipients}, ConfigurationSetName="news",
                )  # fmt: skip
            until(lambda: len(server.sink.recipients()) >= 1200, "every message", 60)
            peers = list(server.sink.peers.values())
            # 1,111 is the share of the first day, and a message goes whole.
            assert peers.count("127.0.0.2") == 1100
            assert peers.count("127.0.0.4") == 100

    def test_systemd_is_told(self, tmp_path):
        path = tmp_path / "notify"
        with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
            manager.bind(str(path))
            manager.settimeout(20)
            with WaxwingServe(environment={"NOTIFY_SOCKET": str(path)}) as server:
                assert manager.recv(1000).startswith(b"READY=1\n")
                server.process.send_signal(signal.SIGTERM)
                assert manager.recv(1000).startswith(b"STOPPING=1\n")


class TestCertificates:
    def test_new_files_are_taken_up_and_connections_live_on(self):
        with WaxwingServe() as server, smtp.Dialogue(server.smtp) as session:
            session.expect(250, "EHLO client.example")
            session.expect(220, "STARTTLS")
            session.start_tls()
            first = serial_of(server.chain)
            assert serial(server.smtps) == first
            certificate(server.folder)
            second = serial_of(server.chain)
            assert second != first
            until(lambda: serial(server.smtps) == second, "the new certificate")
            assert serial(server.api_tls) == second
            assert serial(server.smtp, start_tls="smtp") == second
            assert session.command("EHLO client.example")[-1].startswith("250")

    def test_sighup_takes_them_up_at_once(self):
        with WaxwingServe({"tls.check-interval": "1h"}) as server:
            certificate(server.folder)
            assert serial(server.smtps) != serial_of(server.chain)
            server.process.send_signal(signal.SIGHUP)
            until(lambda: serial(server.smtps) == serial_of(server.chain), "the new certificate")

    def test_sighup_without_certificates_is_survived(self):
        settings = {"roles": ["mx"], "tls.certificate": [], "tls.key": []}
        with WaxwingServe(settings) as server:
            server.process.send_signal(signal.SIGHUP)
            time.sleep(0.3)
            assert server.get("/ready").status_code == 200

    def test_what_is_broken_changes_nothing(self):
        with WaxwingServe() as server:
            before = serial(server.smtps)
            server.chain.write_text("nothing\n")
            until(lambda: "certificates not taken up" in server.output(), "the complaint")
            assert serial(server.smtps) == before
            certificate(server.folder)
            until(lambda: serial(server.smtps) == serial_of(server.chain), "the new certificate")

    def test_one_that_ends_soon_is_told(self):
        server = WaxwingServe({"roles": ["mx"]})
        certificate(server.folder, days=3)
        with server:
            assert "a certificate expires soon" in [e["message"] for e in server.events()]

    def test_each_name_has_its_own(self):
        server = WaxwingServe()
        other, other_key = certificate(server.folder, "other", names=("other.example", "*.wild.example"))
        server.settings["tls.certificate"] = [str(server.chain), str(other)]
        server.settings["tls.key"] = [str(server.key), str(other_key)]
        with server:
            assert serial(server.smtps) == serial_of(server.chain)
            assert serial(server.smtps, "elsewhere.example") == serial_of(server.chain)
            assert serial(server.smtps, "other.example") == serial_of(other)
            assert serial(server.api_tls, "a.wild.example") == serial_of(other)
            assert serial(server.api_tls, "a.b.wild.example") == serial_of(server.chain)


class TestEnd:
    def test_readiness_goes_first(self):
        with WaxwingServe({"shutdown.delay": "2s"}) as server:
            server.process.send_signal(signal.SIGTERM)
            until(lambda: server.get("/ready").status_code == 503, "not ready", 2)
            assert server.get("/ready").json() == {"status": "draining"}
            assert server.get("/health").status_code == 200
            assert answers(server.api) and answers(server.mx)
            assert server.process.wait(20) == 0

    def test_a_session_under_way_ends_well(self):
        with WaxwingServe() as server, smtp.Dialogue(server.mx) as session:
            session.expect(250, "EHLO client.example")
            session.expect(250, "MAIL FROM:<>")
            session.expect(250, "RCPT TO:<success@simulator.waxwing.test>")
            session.expect(354, "DATA")
            server.process.send_signal(signal.SIGTERM)
            until(lambda: not answers(server.mx), "no new connections")
            session.send(b"Subject: x\r\n\r\nx\r\n.\r\n")
            assert session.reply()[-1].startswith("250")
            assert session.reply()[-1].startswith("421")
            session.close()
            assert server.process.wait(20) == 0

    def test_a_session_that_does_not_end_is_cut_off(self):
        with WaxwingServe({"shutdown.grace": "1s"}) as server, smtp.Dialogue(server.mx) as session:
            session.expect(250, "EHLO client.example")
            session.expect(250, "MAIL FROM:<>")
            session.expect(250, "RCPT TO:<success@simulator.waxwing.test>")
            session.expect(354, "DATA")
            start = time.monotonic()
            server.process.send_signal(signal.SIGTERM)
            server.process.wait(20)
            assert time.monotonic() - start < 8

    def test_no_acknowledged_message_is_lost(self):
        """Ended under load, started again: whatever was acknowledged arrives."""
        with serving(pause=1) as server:
            key = server.new_key()
            server.client("sesv2", *key).create_email_identity(EmailIdentity="sender.example")
            acknowledged, lock, stopped = [], threading.Lock(), threading.Event()

            def load(worker):
                client = server.client("sesv2", *key)
                for number in range(10_000):
                    recipient = f"w{worker}n{number}@example.net"
                    try:
                        send(client, recipient)
                    except Exception:
                        return stopped.set()
                    with lock:
                        acknowledged.append(recipient)

            def submit(worker):
                context = ssl.create_default_context(cafile=server.chain)
                try:
                    with smtplib.SMTP("localhost", server.smtp, timeout=20) as client:
                        client.starttls(context=context)
                        client.login(key[0], smtp_password(key[1], "us-east-1"))
                        for number in range(10_000):
                            recipient = f"s{worker}n{number}@example.net"
                            content = mail.message("me@sender.example", recipient, "load")
                            client.sendmail("me@sender.example", [recipient], content)
                            with lock:
                                acknowledged.append(recipient)
                except (smtplib.SMTPException, OSError):
                    stopped.set()

            with concurrent.futures.ThreadPoolExecutor(6) as workers:
                for worker in range(4):
                    workers.submit(load, worker)
                for worker in range(2):
                    workers.submit(submit, worker)
                until(lambda: len(acknowledged) > 150, "some load", 60)
                status = end(server.process, 40)
            assert status == 0, server.output()[-2000:]
            assert stopped.is_set()
            waiting = set(acknowledged) - set(server.sink.recipients())
            server.sink.pause = 0
            server.start()
            until(
                lambda: set(acknowledged) <= set(server.sink.recipients()), "every message", 60
            )
            print(f"{len(acknowledged)} acknowledged, {len(waiting)} waited through the restart")
            # What ended in good order is not sent twice.
            counts = server.sink.recipients()
            assert [r for r in set(acknowledged) if counts.count(r) > 1] == []


@pytest.fixture(scope="module")
def service():
    """One that is never started: only its file is looked at."""
    service = WaxwingServe()
    yield service
    service.stop()


class TestConfiguration:
    def refusal(self, service, **changes):
        kept = dict(service.settings)
        try:
            for name, value in changes.items():
                key = name.replace("__", ".").replace("_", "-")
                if value is None:
                    service.settings.pop(key, None)
                else:
                    service.settings[key] = value
            status, _, error = service.check()
        finally:
            service.settings = kept
        assert status == 2, error
        return error

    def test_a_good_one_is_shown(self, service):
        status, printed, error = service.check()
        assert (status, error) == (0, "")
        assert re.search(r"provider\.domain +waxwing\.test +\S+waxwing\.yaml:\d+\n", printed)
        assert re.search(r"hostname +mail\.waxwing\.test +default\n", printed)
        status, printed, _ = service.check("--json")
        shown = json.loads(printed)["settings"]
        assert shown["delivery.allow-loopback"]["value"] is True
        assert shown["delivery.lifetime"] == {"value": "14h", "source": "default"}

    def test_missing_files(self, service):
        error = self.refusal(service, tls__certificate=str(service.folder / "none.pem"))
        assert re.search(r"waxwing\.yaml:\d+: \S+none\.pem: there is no such file", error)

    def test_a_key_of_another_certificate(self, service):
        _, other = certificate(service.folder, "another")
        error = self.refusal(service, tls__key=str(other))
        assert f"{other}: this is not the key of {service.chain}" in error

    def test_an_expired_certificate(self, service):
        start = datetime.datetime(2020, 1, 1, tzinfo=datetime.timezone.utc)
        chain, key = certificate(service.folder, "old", start=start)
        error = self.refusal(service, tls__certificate=str(chain), tls__key=str(key))
        assert "the certificate expired on 2020-01-31 00:00:00 UTC" in error

    def test_a_certificate_of_the_future(self, service):
        start = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(days=9)
        chain, key = certificate(service.folder, "early", start=start)
        error = self.refusal(service, tls__certificate=str(chain), tls__key=str(key))
        assert "the certificate is valid from" in error

    def test_no_certificate_in_the_file(self, service):
        error = self.refusal(service, tls__certificate=str(service.key))
        assert "no certificate in it; it has to be PEM" in error

    def test_a_token_that_others_can_read(self, service):
        token = service.folder / "token"
        token.write_text("secret\n")
        token.chmod(0o644)
        error = self.refusal(service, admin__token_file=str(token))
        assert f"others can read it; `chmod 600 {token}`" in error

    def test_no_file(self, service):
        service.check()
        service.file.unlink()
        import subprocess

        run = subprocess.run(
            [*service.command, "--check"], capture_output=True, text=True,
            env=service.process_environment(),
        )  # fmt: skip
        assert run.returncode == 2
        assert "there is no such file" in run.stderr and "--example" in run.stderr

    def test_the_environment_alone(self, service):
        import subprocess

        environment = {
            **service.process_environment(), "WAXWING_PROVIDER_DOMAIN": "waxwing.test",
            "WAXWING_ROLES": "api,mx", "WAXWING_API_LISTEN": "127.0.0.1:1,127.0.0.1:2",
        }  # fmt: skip
        run = subprocess.run(
            [service.command[0], "serve", "--check"], capture_output=True, text=True,
            env=environment, cwd=service.folder,
        )  # fmt: skip
        assert run.returncode == 0, run.stderr
        assert re.search(r"api\.listen +\[127\.0\.0\.1:1, 127\.0\.0\.1:2\] +WAXWING_API_LISTEN", run.stdout)


def test_the_reference_is_current(service):
    import subprocess

    from support.server import ROOT

    printed = subprocess.run([service.command[0], "serve", "--reference"], capture_output=True, text=True)
    assert printed.stdout.strip() in (ROOT / "docs/operating/configuration.md").read_text()


def test_the_start_is_quick():
    """Measured and printed; the bound is wide, since this may be a debug build on a busy machine."""
    times = []
    for _ in range(3):
        server = WaxwingServe()
        start = time.monotonic()
        server.launch()
        try:
            while True:
                with contextlib.suppress(OSError), socket.create_connection((LOOPBACK, server.api), 1):
                    answer = requests.get(f"{server.url}/v2/email/account", timeout=5)
                    break
                time.sleep(0.002)
            times.append(time.monotonic() - start)
            assert answer.status_code == 403
        finally:
            server.stop()
    print(f"\nfirst answer after {sorted(times)[1]:.3f} s")
    assert sorted(times)[1] < 5
