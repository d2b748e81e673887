"""The Query protocol of API v1 as clients other than SDKs speak it."""

import datetime
import urllib.parse
import xml.etree.ElementTree as ElementTree

import pytest
import requests
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

from support.accounts import Account
from support.server import Waxwing

NAMESPACE = "{http://ses.amazonaws.com/doc/2010-12-01/}"
VERSION = "2010-12-01"
#: `waxwing dev` takes anybody; the signature says which region is meant.
REGION = "xx-query-1"
AUTHORIZATION = {
    "X-Amz-Date": "20261126T120000Z",
    "Authorization": f"AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261126/{REGION}/ses/"
    "aws4_request, SignedHeaders=host, Signature=" + "0" * 64
}


class Answer:
    def __init__(self, response):
        self.response, self.status = response, response.status_code
        self.tree = ElementTree.fromstring(response.content)
        assert response.headers["Content-Type"] == "text/xml"
        assert response.headers["x-amzn-RequestId"] == self.text("RequestId")

    def text(self, name):
        return self.tree.findtext(f".//{NAMESPACE}{name}")

    def texts(self, name):
        return [element.text for element in self.tree.iter(f"{NAMESPACE}{name}")]

    @property
    def error(self):
        assert self.tree.tag == f"{NAMESPACE}ErrorResponse"
        return self.status, self.text("Type"), self.text("Code"), self.text("Message")


@pytest.fixture
def post(waxwing):
    def call(parameters, query=""):
        body = parameters if isinstance(parameters, str) else urllib.parse.urlencode(parameters)
        headers = {**AUTHORIZATION, "Content-Type": "application/x-www-form-urlencoded"}
        return Answer(
            requests.post(waxwing.url + "/" + query, data=body, headers=headers, timeout=20)
        )

    return call


@pytest.fixture
def get(waxwing):
    def call(parameters):
        return Answer(
            requests.get(waxwing.url + "/", params=parameters, headers=AUTHORIZATION, timeout=20)
        )

    return call


def named(action, **parameters):
    return {"Action": action, "Version": VERSION, **parameters}


def test_get_and_post_are_the_same(get, post):
    post(named("VerifyDomainIdentity", Domain="query.example"))
    for call in (get, post):
        answer = call(named("ListIdentities", IdentityType="Domain"))
        assert answer.status == 200
        assert answer.tree.tag == f"{NAMESPACE}ListIdentitiesResponse"
        assert [child.tag for child in answer.tree] == [
            f"{NAMESPACE}ListIdentitiesResult", f"{NAMESPACE}ResponseMetadata",
        ]  # fmt: skip
        assert "query.example" in answer.texts("member")
    # A GET may also change something.
    assert get(named("DeleteIdentity", Identity="query.example")).status == 200
    assert "query.example" not in post(named("ListIdentities")).texts("member")


def test_what_changes_nothing_has_no_result(post):
    answer = post(named("UpdateAccountSendingEnabled", Enabled="true"))
    assert [child.tag for child in answer.tree] == [f"{NAMESPACE}ResponseMetadata"]


@pytest.mark.parametrize(
    "parameters, code, text",
    [
        (named("NoSuchThing"), "InvalidAction",
         "Could not find operation NoSuchThing for version 2010-12-01"),
        (named("sendemail"), "InvalidAction",
         "Could not find operation sendemail for version 2010-12-01"),
        (named(""), "InvalidAction", "Could not find operation  for version 2010-12-01"),
        ({"Action": "ListIdentities"}, "InvalidAction",
         "Could not find operation ListIdentities for version NO_VERSION_SPECIFIED"),
        ({"Action": "ListIdentities", "Version": "2009-01-01"}, "InvalidAction",
         "Could not find operation ListIdentities for version 2009-01-01"),
        ({"Version": VERSION}, "MissingAction", "The request is missing an Action parameter."),
        (named("SetIdentityDkimEnabled", Identity="a.example", DkimEnabled="perhaps"),
         "MalformedInput", "'perhaps' can not be converted to Boolean"),
        (named("ListIdentities", MaxItems="many"), "MalformedInput",
         "'many' can not be converted to Integer"),
        (named("DeleteIdentity"), "ValidationError",
         "1 validation error detected: Value at 'identity' failed to satisfy constraint: Member "
         "must not be null"),
        (named("SetIdentityNotificationTopic"), "ValidationError",
         "2 validation errors detected: Value at 'identity' failed to satisfy constraint: Member "
         "must not be null; Value at 'notificationType' failed to satisfy constraint: Member must "
         "not be null"),
    ],
)  # fmt: skip
def test_requests_that_are_none(get, post, parameters, code, text):
    assert post(parameters).error == (400, "Sender", code, text)
    if parameters.get("Action"):
        assert get(parameters).error == (400, "Sender", code, text)


def test_a_broken_query_string(post):
    status, kind, code, _ = post("Action=ListIdentities&Version=2010-12-01&NextToken=%zz").error
    assert (status, kind, code) == (404, "Sender", "MalformedQueryString")


def test_what_is_unknown_is_passed_over(get, post):
    extra = {"Colour": "red", "Nested.member.1.Deep": "x", "AWSAccessKeyId": "AKIAIOSFODNN7EXAMPLE"}
    for call in (get, post):
        assert call(named("GetSendQuota", **extra)).text("SentLast24Hours") == "0.0"


def test_of_two_values_the_last_counts(post):
    twice = "Action=ListIdentities&Version=2010-12-01&MaxItems=7&MaxItems=0"
    text = "Value 0 for parameter MaxItems is invalid. MaxItems must be between 1 and 1000."
    assert post(twice).error == (400, "Sender", "InvalidParameterValue", text)
    # Those of the body come after those of the URL.
    answer = post("MaxItems=0", query="?Action=ListIdentities&Version=2010-12-01&MaxItems=7")
    assert answer.error == (400, "Sender", "InvalidParameterValue", text)


def test_gaps_in_lists_close_up(post):
    post(named("VerifyDomainIdentity", Domain="gaps.example"))
    members = {"Identities.member.3": "gaps.example", "Identities.member.7": "none.example"}
    answer = post(named("GetIdentityVerificationAttributes", **members))
    assert answer.texts("key") == ["gaps.example"]


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_none_of_the_protocol(waxwing, method):
    answer = Answer(
        requests.request(
            method, waxwing.url + "/", headers=AUTHORIZATION, timeout=20,
            params={"Action": "ListIdentities", "Version": VERSION},
        )
    )  # fmt: skip
    text = f"Actions are called by GET and POST, not by {method}."
    assert answer.error == (400, "Sender", "InvalidAction", text)


# Who asks


@pytest.fixture(scope="module")
def guarded():
    with Waxwing("--require-credentials") as server:
        yield server


def signed(server, key, secret=None, region="us-east-1"):
    """The headers of a signed `GetSendQuota`, and its address."""
    query = urllib.parse.urlencode(named("GetSendQuota"))
    request = AWSRequest(method="GET", url=f"{server.url}/?{query}")
    credentials = Credentials(key["accessKeyId"], secret or key["secretAccessKey"])
    SigV4Auth(credentials, "ses", region).add_auth(request)
    return request.url, dict(request.headers)


def test_codes_of_those_who_are_not_known(guarded, monkeypatch):
    account = Account(guarded, "query")
    key = account.key()
    account.member("user", "nobody", ("Allow", "ses:ListIdentities", "*"))

    def asked(url, headers):
        return Answer(requests.get(url, headers=headers, timeout=20))

    url, headers = signed(guarded, key)
    assert asked(url, headers).status == 200
    assert asked(url, {}).error == (
        403, "Sender", "MissingAuthenticationToken", "Request is missing Authentication Token",
    )  # fmt: skip
    unknown = signed(guarded, {"accessKeyId": "AKIAUNKNOWNUNKNOWN12", "secretAccessKey": "x"})
    assert asked(*unknown).error == (
        403, "Sender", "InvalidClientTokenId",
        "The security token included in the request is invalid.",
    )  # fmt: skip
    status, kind, code, text = asked(*signed(guarded, key, secret="wrong")).error
    assert (status, kind, code) == (403, "Sender", "SignatureDoesNotMatch")
    assert text.startswith(
        "The request signature we calculated does not match the signature you provided."
    )
    cut = {**headers, "Authorization": headers["Authorization"].split(", Signature=")[0]}
    assert asked(url, cut).error[:3] == (400, "Sender", "IncompleteSignature")
    user = f"arn:aws:iam::{account.id}:user/nobody"
    status, kind, code, text = asked(*signed(guarded, account.key("--user", "nobody"))).error
    assert (status, kind, code) == (403, "Sender", "AccessDenied")
    assert text.startswith(f"User: {user} is not authorized to perform: ses:GetSendQuota on resource: ")
    late = datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(minutes=16)
    monkeypatch.setattr("botocore.auth.get_current_datetime", lambda: late)
    status, kind, code, text = asked(*signed(guarded, key)).error
    assert (status, kind, code) == (400, "Sender", "RequestExpired")
    assert text.startswith("Signature expired: ")
