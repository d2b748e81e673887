"""Receipt rule sets, rules and filters, as v1 manages them."""

import pytest

TOPIC = "arn:aws:sns:us-east-1:000000000000:mail"
FUNCTION = "arn:aws:lambda:us-east-1:000000000000:function:mail"
ROLE = "arn:aws:iam::000000000000:role/ses-receiving"
INSTANCE = (
    "arn:aws:connect:us-east-1:000000000000:instance/01234567-89ab-cdef-0123-456789abcdef"
)


@pytest.fixture
def region(waxwing, unique):
    """A v1 client of a region where nothing is yet."""
    return waxwing.client("ses", region=f"xx-receiving-{unique('')}")


@pytest.fixture
def rules(region):
    """The same, with a rule set `main`."""
    region.create_receipt_rule_set(RuleSetName="main")
    return region


def add(client, *names, **rule):
    """Adds rules one behind the other."""
    after = {}
    for name in names:
        client.create_receipt_rule(RuleSetName="main", Rule={"Name": name, **rule}, **after)
        after = {"After": name}


def order(client, name="main"):
    return [r["Name"] for r in client.describe_receipt_rule_set(RuleSetName=name)["Rules"]]


def told(refused, call, **arguments):
    answer = refused(call, **arguments)
    assert answer.status == 400
    return answer.code, answer.message


# Rule sets


def test_a_rule_set_is_made_once(rules, refused):
    shown = rules.describe_receipt_rule_set(RuleSetName="main")
    assert (shown["Metadata"]["Name"], shown["Rules"]) == ("main", [])
    assert shown["Metadata"]["CreatedTimestamp"].year > 2000
    assert told(refused, rules.create_receipt_rule_set, RuleSetName="main") == (
        "AlreadyExists", "Rule set already exists: main",
    )  # fmt: skip


def test_the_active_set_stays(rules, refused):
    empty = rules.describe_active_receipt_rule_set()
    assert "Metadata" not in empty and not empty.get("Rules")
    add(rules, "a")
    rules.set_active_receipt_rule_set(RuleSetName="main")
    shown = rules.describe_active_receipt_rule_set()
    assert shown["Metadata"]["Name"] == "main"
    assert [rule["Name"] for rule in shown["Rules"]] == ["a"]
    assert told(refused, rules.delete_receipt_rule_set, RuleSetName="main") == (
        "CannotDelete", "Cannot delete active rule set: main",
    )  # fmt: skip
    rules.set_active_receipt_rule_set()
    assert "Metadata" not in rules.describe_active_receipt_rule_set()
    rules.delete_receipt_rule_set(RuleSetName="main")
    rules.delete_receipt_rule_set(RuleSetName="main")
    assert rules.list_receipt_rule_sets()["RuleSets"] == []


def test_an_unknown_set_is_told(region, refused):
    missing = ("RuleSetDoesNotExist", "Rule set does not exist: none")
    name = {"RuleSetName": "none"}
    assert told(refused, region.describe_receipt_rule_set, **name) == missing
    assert told(refused, region.set_active_receipt_rule_set, **name) == missing
    assert told(refused, region.create_receipt_rule, **name, Rule={"Name": "r"}) == missing
    assert told(refused, region.update_receipt_rule, **name, Rule={"Name": "r"}) == missing
    assert told(refused, region.describe_receipt_rule, **name, RuleName="r") == missing
    assert told(refused, region.delete_receipt_rule, **name, RuleName="r") == missing
    assert told(refused, region.set_receipt_rule_position, **name, RuleName="r") == missing
    assert told(refused, region.reorder_receipt_rule_set, **name, RuleNames=["r"]) == missing
    assert (
        told(
            refused, region.clone_receipt_rule_set, RuleSetName="x", OriginalRuleSetName="none"
        )
        == missing
    )


def test_a_clone_has_the_rules_and_is_not_active(rules, refused):
    add(rules, "a", "b")
    rules.set_active_receipt_rule_set(RuleSetName="main")
    clone = {"RuleSetName": "copy", "OriginalRuleSetName": "main"}
    rules.clone_receipt_rule_set(**clone)
    assert order(rules, "copy") == ["a", "b"]
    rules.delete_receipt_rule(RuleSetName="copy", RuleName="a")
    assert order(rules) == ["a", "b"]
    assert told(refused, rules.clone_receipt_rule_set, **clone) == (
        "AlreadyExists", "Rule set already exists: copy",
    )  # fmt: skip
    rules.delete_receipt_rule_set(RuleSetName="copy")


def test_forty_sets_are_listed(region, refused):
    names = [f"set{n:02}" for n in range(40)]
    for name in names:
        region.create_receipt_rule_set(RuleSetName=name)
    listed = region.list_receipt_rule_sets()
    assert [one["Name"] for one in listed["RuleSets"]] == names
    assert "NextToken" not in listed
    assert refused(region.create_receipt_rule_set, RuleSetName="more").code == "LimitExceeded"
    assert refused(region.list_receipt_rule_sets, NextToken="x").status == 400


PATTERN = "Member must satisfy regular expression pattern: ^[a-zA-Z0-9_.-]+$"


@pytest.mark.parametrize(
    "name, code, text",
    [
        (
            "a b", "ValidationError",
            "1 validation error detected: Value at 'ruleSetName' failed to satisfy constraint: "
            + PATTERN,
        ),
        (
            "", "ValidationError",
            "2 validation errors detected: Value at 'ruleSetName' failed to satisfy constraint: "
            "Member must have length greater than or equal to 1; Value at 'ruleSetName' failed "
            "to satisfy constraint: " + PATTERN,
        ),
        ("-a", "InvalidParameterValue", "Not a valid ruleSetName: -a"),
        ("a.", "InvalidParameterValue", "Not a valid ruleSetName: a."),
        ("a" * 65, "InvalidParameterValue", f"Not a valid ruleSetName: {'a' * 65}"),
    ],
)  # fmt: skip
def test_names_are_checked_as_ses_does(region, refused, name, code, text):
    assert told(refused, region.create_receipt_rule_set, RuleSetName=name) == (code, text)


# Rules


def test_a_rule_has_the_defaults_of_ses(rules):
    add(rules, "plain")
    shown = rules.describe_receipt_rule(RuleSetName="main", RuleName="plain")["Rule"]
    assert shown == {
        "Name": "plain", "Enabled": False, "TlsPolicy": "Optional", "Recipients": [],
        "Actions": [], "ScanEnabled": False,
    }  # fmt: skip


def test_every_kind_of_action_comes_back(rules, domain, waxwing):
    client = waxwing.client("ses")
    client.create_receipt_rule_set(RuleSetName="every-kind")
    actions = [
        {"AddHeaderAction": {"HeaderName": "X-Seen", "HeaderValue": "yes"}},
        {
            "S3Action": {
                "BucketName": "mail", "ObjectKeyPrefix": "in/", "TopicArn": TOPIC,
                "IamRoleArn": ROLE,
            }
        },
        {"SNSAction": {"TopicArn": TOPIC, "Encoding": "Base64"}},
        {"LambdaAction": {"FunctionArn": FUNCTION, "InvocationType": "RequestResponse"}},
        {
            "BounceAction": {
                "SmtpReplyCode": "550", "StatusCode": "5.1.1", "Message": "no such user",
                "Sender": f"mailer-daemon@{domain}",
            }
        },
        {"WorkmailAction": {"OrganizationArn": "arn:aws:workmail:us-east-1:0:organization/m-1"}},
        {"ConnectAction": {"InstanceARN": INSTANCE, "IAMRoleARN": ROLE}},
        {"StopAction": {"Scope": "RuleSet", "TopicArn": TOPIC}},
    ]  # fmt: skip
    rule = {
        "Name": "all", "Enabled": True, "TlsPolicy": "Require", "ScanEnabled": True,
        "Recipients": ["a@example.com", "example.com", ".example.com"], "Actions": actions,
    }  # fmt: skip
    client.create_receipt_rule(RuleSetName="every-kind", Rule=rule)
    assert client.describe_receipt_rule(RuleSetName="every-kind", RuleName="all")["Rule"] == rule
    client.delete_receipt_rule_set(RuleSetName="every-kind")


def test_defaults_of_actions_are_written_into_the_rule(rules):
    # Topics and functions are of the region that the rule is in.
    topic, function = (
        arn.replace("us-east-1", rules.meta.region_name) for arn in (TOPIC, FUNCTION)
    )
    add(
        rules, "r",
        Actions=[
            {"SNSAction": {"TopicArn": topic}}, {"LambdaAction": {"FunctionArn": function}},
        ],
    )  # fmt: skip
    rule = rules.describe_receipt_rule(RuleSetName="main", RuleName="r")["Rule"]
    assert rule["Actions"] == [
        {"SNSAction": {"TopicArn": topic, "Encoding": "UTF-8"}},
        {"LambdaAction": {"FunctionArn": function, "InvocationType": "Event"}},
    ]


def test_rules_stand_where_they_are_put(rules, refused):
    create, rule = rules.create_receipt_rule, lambda name: {"Name": name}
    for name in ("c", "b", "a"):
        create(RuleSetName="main", Rule=rule(name))
    assert order(rules) == ["a", "b", "c"]
    create(RuleSetName="main", Rule=rule("d"), After="b")
    assert order(rules) == ["a", "b", "d", "c"]
    position = rules.set_receipt_rule_position
    position(RuleSetName="main", RuleName="d", After="c")
    assert order(rules) == ["a", "b", "c", "d"]
    position(RuleSetName="main", RuleName="c")
    position(RuleSetName="main", RuleName="a", After="a")
    assert order(rules) == ["c", "a", "b", "d"]
    unknown = ("RuleDoesNotExist", "Rule does not exist: z")
    for arguments in ({"RuleName": "z"}, {"RuleName": "a", "After": "z"}):
        assert told(refused, position, RuleSetName="main", **arguments) == unknown
    assert told(refused, create, RuleSetName="main", Rule=rule("e"), After="z") == unknown
    assert told(refused, create, RuleSetName="main", Rule=rule("a")) == (
        "AlreadyExists", "Rule already exists: a",
    )  # fmt: skip


def test_an_update_replaces_a_rule_in_its_place(rules, refused):
    add(rules, "a", "b", "c", Enabled=True, Recipients=["example.com"])
    rules.update_receipt_rule(RuleSetName="main", Rule={"Name": "b", "ScanEnabled": True})
    assert order(rules) == ["a", "b", "c"]
    shown = rules.describe_receipt_rule(RuleSetName="main", RuleName="b")["Rule"]
    assert (shown["Enabled"], shown["ScanEnabled"], shown["Recipients"]) == (False, True, [])
    assert told(refused, rules.update_receipt_rule, RuleSetName="main", Rule={"Name": "z"}) == (
        "RuleDoesNotExist", "Rule does not exist: z",
    )  # fmt: skip
    rules.delete_receipt_rule(RuleSetName="main", RuleName="b")
    rules.delete_receipt_rule(RuleSetName="main", RuleName="b")
    assert order(rules) == ["a", "c"]


def test_an_order_names_every_rule_once(rules, refused):
    add(rules, "a", "b", "c")
    reorder = rules.reorder_receipt_rule_set
    reorder(RuleSetName="main", RuleNames=["c", "a", "b"])
    assert order(rules) == ["c", "a", "b"]
    for names, code, text in (
        (["a", "a"], "InvalidParameterValue", "Multiple positions found for rule: a"),
        (["a", "z"], "InvalidParameterValue", "Positions for rules not found: c, b"),
        (["a", "b", "c", "z"], "RuleDoesNotExist", "Rule does not exist: z"),
    ):
        assert told(refused, reorder, RuleSetName="main", RuleNames=names) == (code, text)
    assert order(rules) == ["c", "a", "b"]


def bounce(**members):
    return {
        "BounceAction": {
            "SmtpReplyCode": "550", "Message": "no", "Sender": "a@nowhere.example", **members,
        }
    }  # fmt: skip


@pytest.mark.parametrize(
    "rule, code, text",
    [
        ({"Name": "-r"}, "InvalidParameterValue", "Not a valid ruleName: -r"),
        (
            {"Name": "a b"}, "ValidationError",
            "1 validation error detected: Value at 'rule.name' failed to satisfy constraint: "
            + PATTERN,
        ),
        (
            {"Actions": [{"StopAction": {"Scope": "RuleSet"}}] * 11}, "LimitExceeded",
            "Too many actions",
        ),
        (
            {"Actions": [{"SNSAction": {"TopicArn": "mail"}}]}, "InvalidSnsTopic",
            "Invalid SNS topic: mail",
        ),
        (
            {"Actions": [{"S3Action": {"BucketName": "b", "TopicArn": "mail"}}]},
            "InvalidSnsTopic", "Invalid SNS topic: mail",
        ),
        (
            {"Actions": [{"S3Action": {"BucketName": ""}}]}, "InvalidParameterValue",
            "Bucket name must not be empty",
        ),
        (
            {"Actions": [{"LambdaAction": {"FunctionArn": "mail"}}]}, "InvalidLambdaFunction",
            "Invalid Lambda function: mail",
        ),
        (
            {"Actions": [{"AddHeaderAction": {"HeaderName": "a:b", "HeaderValue": "v"}}]},
            "InvalidParameterValue", "Invalid header name: a:b",
        ),
        (
            {"Actions": [{"AddHeaderAction": {"HeaderName": "a", "HeaderValue": "v\r\nb: c"}}]},
            "InvalidParameterValue", "Invalid header value: v\r\nb: c",
        ),
        (
            {"Actions": [bounce(SmtpReplyCode="250")]}, "InvalidParameterValue",
            "Invalid SMTP reply code: 250",
        ),
        (
            {"Actions": [bounce(Message="")]}, "InvalidParameterValue",
            "Invalid SMTP response message: ",
        ),
        (
            {"Actions": [bounce()]}, "InvalidParameterValue",
            "Identity is not verified: a@nowhere.example",
        ),
        (
            {"Actions": [{"StopAction": {"Scope": "RuleSet"}, "SNSAction": {"TopicArn": TOPIC}}]},
            "InvalidParameterValue", "Each action of a rule must have exactly one type.",
        ),
        (
            {"Actions": [{"LambdaAction": {"FunctionArn": FUNCTION, "InvocationType": "Now"}}]},
            "ValidationError",
            "1 validation error detected: Value at 'rule.actions.1.member.lambdaAction."
            "invocationType' failed to satisfy constraint: Member must satisfy enum value set: "
            "[Event, RequestResponse]",
        ),
        ({"Recipients": ["a b"]}, "InvalidParameterValue", "Invalid recipient: a b"),
    ],
)  # fmt: skip
def test_refuses_rules_that_cannot_be_carried_out(rules, refused, rule, code, text):
    answer = told(
        refused, rules.create_receipt_rule, RuleSetName="main", Rule={"Name": "r", **rule}
    )
    assert answer == (code, text)
    assert order(rules) == []


def test_a_set_has_200_rules(rules, refused):
    for number in range(200):
        rules.create_receipt_rule(RuleSetName="main", Rule={"Name": f"r{number}"})
    assert told(refused, rules.create_receipt_rule, RuleSetName="main", Rule={"Name": "x"}) == (
        "LimitExceeded", "Too many rules",
    )  # fmt: skip
    assert order(rules) == [f"r{number}" for number in reversed(range(200))]


# Filters


def ip_filter(name, cidr, policy="Block"):
    return {"Name": name, "IpFilter": {"Policy": policy, "Cidr": cidr}}


def test_filters_are_listed_by_name(region):
    made = [
        ip_filter("b", "192.0.2.1"), ip_filter("a", "10.0.0.0/8", "Allow"),
        ip_filter("c", "2001:db8::/32"),
    ]  # fmt: skip
    for one in made:
        region.create_receipt_filter(Filter=one)
    listed = region.list_receipt_filters()["Filters"]
    assert listed == sorted(made, key=lambda one: one["Name"])
    region.delete_receipt_filter(FilterName="b")
    region.delete_receipt_filter(FilterName="b")
    assert [one["Name"] for one in region.list_receipt_filters()["Filters"]] == ["a", "c"]


@pytest.mark.parametrize(
    "name, cidr, code, text",
    [
        ("f", "300.0.0.1", "InvalidParameterValue", "Invalid CIDR block: 300.0.0.1"),
        ("f", "10.0.0.0/33", "InvalidParameterValue", "Invalid CIDR block: 10.0.0.0/33"),
        ("-f", "10.0.0.1", "InvalidParameterValue", "Not a valid filterName: -f"),
        ("known", "10.0.0.1", "AlreadyExists", "Filter already exists: known"),
    ],
)
def test_refuses_filters_that_make_no_sense(region, refused, name, cidr, code, text):
    region.create_receipt_filter(Filter=ip_filter("known", "10.0.0.0/24"))
    answer = told(refused, region.create_receipt_filter, Filter=ip_filter(name, cidr))
    assert answer == (code, text)


def test_an_account_has_100_filters(region, refused):
    for number in range(100):
        region.create_receipt_filter(Filter=ip_filter(f"f{number}", f"10.0.0.{number}"))
    answer = told(refused, region.create_receipt_filter, Filter=ip_filter("x", "10.1.0.0"))
    assert answer == ("LimitExceeded", "Too many filters")


# Bounces


def bounced(**members):
    return [{"Recipient": "a@example.com", "BounceType": "DoesNotExist", **members}]


def test_a_bounce_is_checked_before_its_message_is_looked_for(ses, domain, refused):
    def answer(sender=f"me@{domain}", recipients=None, **arguments):
        refusal = refused(
            ses.send_bounce, OriginalMessageId="none", BounceSender=sender,
            BouncedRecipientInfoList=bounced() if recipients is None else recipients, **arguments,
        )  # fmt: skip
        return refusal.code, refusal.message

    assert answer() == (
        "MessageRejected", "Message <none> was not received in the last 24 hours.",
    )  # fmt: skip
    code, text = answer(sender="me@nowhere.example")
    assert code == "MessageRejected" and text.endswith("US-EAST-1: me@nowhere.example")
    assert answer(recipients=[])[0] == "InvalidParameterValue"
    assert answer(recipients=[{"Recipient": "a@example.com"}])[0] == "InvalidParameterValue"
    status = bounced(RecipientDsnFields={"Action": "failed", "Status": "none"})
    assert answer(recipients=status) == ("InvalidParameterValue", "Invalid DSN status: none")
    field = {"ReportingMta": "dns; a", "ExtensionFields": [{"Name": "a b", "Value": "v"}]}
    assert answer(MessageDsn=field) == (
        "InvalidParameterValue", "Invalid extension field name: a b",
    )  # fmt: skip
