"""Errors of API v1 about receiving: rule sets, rules, filters, bounces."""

SET = {"RuleSetName": "main"}


def add_rows(table):
    sets(table)
    rules(table)
    targets(table)
    others(table)


def unknown_set(table, operation, **arguments):
    table.row(
        operation, "RuleSetDoesNotExistException", "Rule set does not exist: none",
        lambda bench: {"RuleSetName": "none", **arguments},
    )  # fmt: skip


def sets(table):
    def full(bench):
        for number in range(40):
            bench.client.create_receipt_rule_set(RuleSetName=f"set{number}")

    def create_one_more(bench):
        full(bench)
        return {"RuleSetName": "more"}

    def clone_one_more(bench):
        full(bench)
        return {"RuleSetName": "more", "OriginalRuleSetName": "set0"}

    def create_again(bench):
        bench.client.create_receipt_rule_set(**SET)
        return SET

    def clone_again(bench):
        bench.client.create_receipt_rule_set(**SET)
        return {**SET, "OriginalRuleSetName": "main"}

    def active(bench):
        bench.client.create_receipt_rule_set(**SET)
        bench.client.set_active_receipt_rule_set(**SET)
        return SET

    exists = "Rule set already exists: main"
    table.row("CreateReceiptRuleSet", "AlreadyExistsException", exists, create_again)
    table.row("CreateReceiptRuleSet", "LimitExceededException", "Too many rule sets", create_one_more)
    table.row("CloneReceiptRuleSet", "AlreadyExistsException", exists, clone_again)
    table.row("CloneReceiptRuleSet", "LimitExceededException", "Too many rule sets", clone_one_more)
    table.row(
        "CloneReceiptRuleSet", "RuleSetDoesNotExistException", "Rule set does not exist: none",
        lambda bench: {"RuleSetName": "copy", "OriginalRuleSetName": "none"},
    )  # fmt: skip
    table.row(
        "DeleteReceiptRuleSet", "CannotDeleteException", "Cannot delete active rule set: main", active
    )
    unknown_set(table, "DescribeReceiptRuleSet")
    unknown_set(table, "SetActiveReceiptRuleSet")
    unknown_set(table, "ReorderReceiptRuleSet", RuleNames=["a"])
    unknown_set(table, "CreateReceiptRule", Rule={"Name": "a"})
    unknown_set(table, "UpdateReceiptRule", Rule={"Name": "a"})
    unknown_set(table, "DescribeReceiptRule", RuleName="a")
    unknown_set(table, "DeleteReceiptRule", RuleName="a")
    unknown_set(table, "SetReceiptRulePosition", RuleName="a")


def rules(table):
    def with_rule(**arguments):
        def arrange(bench):
            bench.client.create_receipt_rule_set(**SET)
            bench.client.create_receipt_rule(**SET, Rule={"Name": "a"})
            return {**SET, **arguments}

        return arrange

    def full(bench):
        bench.client.create_receipt_rule_set(**SET)
        for number in range(200):
            bench.client.create_receipt_rule(**SET, Rule={"Name": f"r{number}"})
        return {**SET, "Rule": {"Name": "more"}}

    missing = "Rule does not exist: z"
    for operation, arguments in (
        ("CreateReceiptRule", {"Rule": {"Name": "b"}, "After": "z"}),
        ("UpdateReceiptRule", {"Rule": {"Name": "z"}}),
        ("DescribeReceiptRule", {"RuleName": "z"}),
        ("SetReceiptRulePosition", {"RuleName": "z"}),
        ("SetReceiptRulePosition", {"RuleName": "a", "After": "z"}),
        ("ReorderReceiptRuleSet", {"RuleNames": ["a", "z"]}),
    ):
        table.row(operation, "RuleDoesNotExistException", missing, with_rule(**arguments))
    table.row(
        "CreateReceiptRule", "AlreadyExistsException", "Rule already exists: a",
        with_rule(Rule={"Name": "a"}),
    )  # fmt: skip
    table.row("CreateReceiptRule", "LimitExceededException", "Too many rules", full)
    stops = [{"StopAction": {"Scope": "RuleSet"}}] * 11
    recipients = [f"r{number}@a.example" for number in range(501)]
    for name, operation in (("b", "CreateReceiptRule"), ("a", "UpdateReceiptRule")):
        for text, members in (
            ("Too many actions", {"Actions": stops}),
            ("Too many recipients", {"Recipients": recipients}),
        ):
            rule = {"Name": name, **members}
            table.row(operation, "LimitExceededException", text, with_rule(Rule=rule))


#: Actions whose targets SES cannot use, `REGION` being that of the request, with the error's name
#: and its text in front of the target.
TARGETS = [
    ("InvalidSnsTopicException", "Invalid SNS topic", "SNSAction", "TopicArn", "mail"),
    ("InvalidSnsTopicException", "Invalid SNS topic", "SNSAction", "TopicArn",
     "arn:aws:sns:eu-west-1:000000000000:mail"),
    ("InvalidSnsTopicException", "Invalid SNS topic", "SNSAction", "TopicArn",
     "arn:aws:sqs:REGION:000000000000:mail"),
    ("InvalidSnsTopicException", "Could not publish to SNS topic", "SNSAction", "TopicArn",
     "arn:aws:sns:REGION:000000000000:mail.fifo"),
    ("InvalidS3ConfigurationException", "No such bucket", "S3Action", "BucketName", "No_Bucket"),
    ("InvalidS3ConfigurationException", "No such bucket", "S3Action", "BucketName", "ab"),
    ("InvalidS3ConfigurationException", "No such bucket", "S3Action", "BucketName", "a..b"),
    ("InvalidS3ConfigurationException", "Invalid KMS key", "S3Action", "KmsKeyArn",
     "arn:aws:sns:REGION:000000000000:key/x"),
    ("InvalidLambdaFunctionException", "Invalid Lambda function", "LambdaAction", "FunctionArn",
     "mail"),
    ("InvalidLambdaFunctionException", "Invalid Lambda function", "LambdaAction", "FunctionArn",
     "arn:aws:lambda:eu-west-1:000000000000:function:mail"),
    ("InvalidLambdaFunctionException", "Invalid Lambda function", "LambdaAction", "FunctionArn",
     "arn:aws:lambda:REGION:000000000000:layer:mail"),
]  # fmt: skip


def targets(table):
    def with_target(name, action, member, target):
        def arrange(bench):
            bench.client.create_receipt_rule_set(**SET)
            bench.client.create_receipt_rule(**SET, Rule={"Name": "a"})
            value = target.replace("REGION", bench.region)
            whole = {"BucketName": "mail"} if action == "S3Action" else {}
            rule = {"Name": name, "Actions": [{action: {**whole, member: value}}]}
            return {**SET, "Rule": rule}

        return arrange

    for name, operation in (("b", "CreateReceiptRule"), ("a", "UpdateReceiptRule")):
        for error, text, action, member, target in TARGETS:
            told = f"{text}: {target}".replace("REGION", "…")
            table.row(operation, error, told, with_target(name, action, member, target))


def others(table):
    def ip_filter(name, number=1):
        return {"Filter": {"Name": name, "IpFilter": {"Policy": "Block", "Cidr": f"10.0.0.{number}"}}}

    def twice(bench):
        bench.client.create_receipt_filter(**ip_filter("a"))
        return ip_filter("a")

    def full(bench):
        for number in range(100):
            bench.client.create_receipt_filter(**ip_filter(f"f{number}", number))
        return ip_filter("more")

    exists = "Filter already exists: a"
    table.row("CreateReceiptFilter", "AlreadyExistsException", exists, twice)
    table.row("CreateReceiptFilter", "LimitExceededException", "Too many filters", full)

    def bounce(sender):
        return {
            "OriginalMessageId": "none", "BounceSender": sender,
            "BouncedRecipientInfoList": [
                {"Recipient": "a@example.com", "BounceType": "DoesNotExist"}
            ],
        }  # fmt: skip

    table.row(
        "SendBounce", "MessageRejected",
        "Email address is not verified. The following identities failed the check in region "
        "…: me@nowhere.example",
        lambda bench: bounce("me@nowhere.example"),
    )  # fmt: skip
    table.row(
        "SendBounce", "MessageRejected", "Message <none> was not received in the last 24 hours.",
        lambda bench: bounce(bench.sender),
    )  # fmt: skip
