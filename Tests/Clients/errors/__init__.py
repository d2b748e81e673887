"""Tables of the errors that the service models document: how a client meets each, or why it cannot.

    table = ErrorTable("sesv2", "v2")
    table.row("GetContactList", "NotFoundException", "List with name: none doesn't exist.",
              lambda bench: {"ContactListName": "none"})
    table.never("ConflictException", "Nobody reviews the details.", "PutAccountDetails")

A test file has every row provoked (`table.cases()`, `case.check(bench)`), and holds the table to
the model (`table.missing()`, `table.unknown()`). What one test provokes of many operations, such as
a throttle, is named at the end: `table.elsewhere("TooManyRequestsException", "test_…")`. The bench is the test file's own; all that is asked
of it is `bench.client`, the boto3 client that rows call unless they bring one.
"""

import re
from pathlib import Path

import botocore.session
import pytest
from botocore import xform_name
from botocore.exceptions import ClientError

COVERAGE = Path(__file__).resolve().parents[3] / "docs/ses-coverage.md"


class Case:
    """One way to an error that an operation documents."""

    def __init__(self, operation, error, code, status, text, arrange):
        self.operation, self.error = operation, error
        self.code, self.status, self.text, self.arrange = code, status, text, arrange

    def __str__(self):
        return f"{self.operation}-{self.error}"

    def check(self, bench):
        """Makes the call and looks at code, status and message of what refuses it."""
        arranged = self.arrange(bench)
        client, arguments = arranged if isinstance(arranged, tuple) else (bench.client, arranged)
        with pytest.raises(ClientError) as caught:
            getattr(client, xform_name(self.operation))(**arguments)
        answer = caught.value.response
        found = answer["Error"]["Code"], answer["ResponseMetadata"]["HTTPStatusCode"]
        message = answer["Error"].get("Message") or ""
        assert found == (self.code, self.status), message
        pattern = ".+".join(map(re.escape, self.text.split("…")))
        assert re.fullmatch(pattern, message, re.DOTALL), message


class ErrorTable:
    def __init__(self, service, version):
        self.model = botocore.session.get_session().get_service_model(service)
        self.documented = {
            (name, shape.name): wire_form(shape)
            for name in self.model.operation_names
            for shape in self.model.operation_model(name).error_shapes
        }
        #: Operations that the coverage page says are not there yet: their errors come with them.
        self.not_yet = set(not_yet(version))
        self.rows = []
        self.reasons = {}
        #: The names of tests that provoke errors of many operations at once.
        self.tested = {}

    def row(self, operation, error, text, arrange):
        """Says how to meet an error.

        `arrange(bench)` prepares what the call needs and gives its arguments, or a client of its
        own and the arguments. `text` is the whole message, `…` in it stands for anything.
        """
        code, status = self.documented.get((operation, error), (error, None))
        self.rows.append(Case(operation, error, code, status, text, arrange))

    def never(self, error, reason, *operations):
        """Says why no client of Waxwing meets an error; without operations, of any that has it."""
        for name, other in self.documented:
            if other == error and not operations and name not in self.not_yet:
                self.reasons.setdefault((name, error), reason)
        for name in operations:
            self.reasons[name, error] = reason

    def elsewhere(self, error, test):
        """Names the test that provokes an error of every operation that nothing is said of here."""
        told = {(row.operation, row.error) for row in self.rows} | set(self.reasons)
        for pair in self.documented:
            if pair[1] == error and pair not in told and pair[0] not in self.not_yet:
                self.tested[pair] = test

    def cases(self):
        return [pytest.param(case, id=str(case)) for case in self.rows]

    def missing(self):
        """Pairs of the model that the table says nothing of."""
        told = {(row.operation, row.error) for row in self.rows} | set(self.reasons) | set(self.tested)
        return sorted(
            pair for pair in self.documented if pair not in told and pair[0] not in self.not_yet
        )

    def unknown(self):
        """Rows that the model does not have, or that say both how and why not."""
        provoked = {(row.operation, row.error) for row in self.rows}
        named = provoked | set(self.reasons)
        return sorted(
            (named - set(self.documented)) | (provoked & set(self.reasons))
            | {pair for pair in named if pair[0] in self.not_yet}
        )  # fmt: skip


def wire_form(shape):
    """Code and HTTP status of an error."""
    details = shape.metadata.get("error", {})
    return details.get("code", shape.name), details.get("httpStatusCode", 400)


def not_yet(wanted):
    version = None
    for line in COVERAGE.read_text().splitlines():
        if line.startswith("## "):
            version = line[3:5]
        elif version == wanted and (match := re.match(r"\| (\w+) \| not yet \|", line)):
            yield match[1]
