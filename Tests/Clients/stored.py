"""What no operation sets: rows that a test writes into the server's own database.

The server remembers what it read for two seconds; `put` waits that out.
"""

import json
import sqlite3
import time

ACCOUNT = "000000000000"


def put(waxwing, region, kind, name, document, wait=True):
    connection = sqlite3.connect(waxwing.data / "waxwing.sqlite", timeout=20)
    with connection:
        connection.execute(
            """INSERT INTO resources (account, region, kind, parent, name, number, document)
            VALUES (?, ?, ?, '', ?, (SELECT COALESCE(MAX(number), 0) + 1 FROM resources), ?)
            ON CONFLICT (account, region, kind, parent, name)
            DO UPDATE SET document = excluded.document""",
            (ACCOUNT, region, kind, name, json.dumps(document)),
        )
    connection.close()
    if wait:
        time.sleep(2.2)


def put_settings(waxwing, region, wait=True, **changes):
    """Settings of the account in a region of the test's own."""
    settings = {
        "sendingEnabled": True, "isInSandbox": False, "dedicatedIPAutoWarmup": True,
        "suppressedReasons": ["BOUNCE", "COMPLAINT"], **changes,
    }  # fmt: skip
    put(waxwing, region, "account-settings", "settings", settings, wait)


def database(waxwing):
    """That of `waxwing dev`, or of `waxwing serve`."""
    folder = getattr(waxwing, "data", None) or waxwing.folder / "data"
    return folder / "waxwing.sqlite"


def records(waxwing, message_id):
    """What is kept of a message beside its bytes."""
    connection = sqlite3.connect(f"file:{database(waxwing)}?mode=ro", uri=True)
    rows = connection.execute(
        """SELECT document FROM message_records JOIN messages USING (id)
        WHERE messages.message_id = ?""",
        (message_id,),
    ).fetchall()
    connection.close()
    return [json.loads(document) for (document,) in rows]


def put_many(waxwing, region, kind, names, parent=""):
    """Resources that count, and that nobody reads."""
    connection = sqlite3.connect(waxwing.data / "waxwing.sqlite", timeout=20)
    with connection:
        connection.executemany(
            """INSERT INTO resources (account, region, kind, parent, name, number, document)
            VALUES (?, ?, ?, ?, ?, ?, '{}')""",
            [(ACCOUNT, region, kind, parent, name, n) for n, name in enumerate(names, 1)],
        )
    connection.close()


def put_many_identities(waxwing, region, names):
    """Identities that count, and that nobody reads."""
    connection = sqlite3.connect(waxwing.data / "waxwing.sqlite", timeout=20)
    with connection:
        connection.executemany(
            """INSERT INTO identities (account, region, name, kind, verification_token, document)
            VALUES (?, ?, ?, 'domain', ?, '{}')""",
            [(ACCOUNT, region, name, f"{region}-{name}") for name in names],
        )
    connection.close()
