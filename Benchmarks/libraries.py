"""What is measured of the libraries alone: rates of one core beside a peer or a limit, and what they
allocate.

The rates of authentication are for each second of processor time, as `openssl speed` counts: what else
the machine does then matters less."""

import contextlib
import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from functools import cache
from pathlib import Path

from measures import Row

HERE = Path(__file__).resolve().parent
PEERS = HERE / "peers"
BUILT = HERE.parent / ".build-bench"
SECONDS = 2


# What is built


@cache
def built():
    """Where the executables of the package are, once they are built."""
    command = ["swift", "build", "-c", "release", "--scratch-path", str(BUILT)]
    run = subprocess.run(command, cwd=HERE, capture_output=True, text=True)
    if run.returncode != 0:
        raise SystemExit(f"the benchmarks do not build:\n{run.stdout[-4000:]}{run.stderr[-2000:]}")
    return BUILT / "release"


@cache
def peer(name, *options):
    """A C program of `peers/`, compiled with the options of the machine's compiler."""
    folder = BUILT / "peers"
    folder.mkdir(parents=True, exist_ok=True)
    program = folder / name
    command = ["cc", "-O2", "-D_GNU_SOURCE", "-o", str(program), str(PEERS / f"{name}.c"), *options]
    subprocess.run(command, check=True)
    return program


def rate(*command, figure="rate"):
    """What a program says about itself in a line of JSON."""
    run = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=120)
    if run.returncode != 0:
        raise SystemExit(f"{command[0]} failed:\n{run.stdout}{run.stderr}")
    return json.loads(run.stdout)[figure]


@contextlib.contextmanager
def inputs():
    """A folder with what all verify: signed messages, their key, and the records of SPF."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([built() / "authentication", "messages", folder], check=True)
        shutil.copy(PEERS / "zone.txt", folder)
        yield Path(folder)


# Rates


def dkim(runs):
    """Verifying messages of 10 KB, RSA-2048, relaxed/relaxed, with the key record at hand."""
    limit = Row("DKIM, 10 KB verified", "of openssl speed: RSA and SHA-256", goal=0.7)
    python = Row("DKIM, 10 KB verified", "messages/s", "dkimpy", goal=20)
    native = Row("DKIM, 10 KB verified", "messages/s", "libopendkim", goal=1)
    unread = Row("DKIM, the key read for each message", "messages/s", "libopendkim", goal=1)
    opendkim = peer("opendkim_verify", "-lopendkim")
    rates = []
    with inputs() as folder:
        size = statistics.mean(file.stat().st_size for file in folder.glob("*.eml"))
        for _ in range(runs):
            ours = rate(built() / "authentication", "dkim", folder, f"{SECONDS}s")
            rates.append(openssl_rates(size))
            limit.ours.append(ours / combined(size, *rates[-1]))
            for row in (python, native):
                row.ours.append(ours)
            beside = rate(opendkim, folder, f"{SECONDS}s")
            unread.ours.append(rate(built() / "authentication", "dkim-read", folder, f"{SECONDS}s"))
            for row in (native, unread):
                row.theirs.append(beside)
            python.theirs.append(rate(sys.executable, PEERS / "dkim_verify.py", folder, SECONDS))
    verified, hashed = (statistics.median(each) for each in zip(*rates))
    limit.note = (
        f"openssl speed verifies {verified:,.0f}/s and hashes {hashed / 1e9:.2f} GB/s in the same "
        f"runs: {combined(size, verified, hashed):,.0f} messages/s"
    )
    return [limit, python, native, unread]


def openssl_rates(size):
    """RSA-2048 verifications, and bytes that SHA-256 takes, a second of one core."""

    def last_number(pattern, *arguments):
        run = subprocess.run(
            ["openssl", "speed", "-seconds", str(SECONDS), *arguments],
            capture_output=True, text=True, check=True, timeout=120,
        )  # fmt: skip
        return float(re.findall(pattern, run.stdout, re.MULTILINE)[-1])

    return (
        last_number(r"^rsa\s+2048 bits.*\s([\d.]+)$", "rsa2048"),
        last_number(r"^sha256\s+([\d.]+)k", "-bytes", str(round(size)), "-evp", "sha256") * 1000,
    )


def combined(size, verified, hashed):
    """Messages a second, if a message were nothing but its hash and its signature."""
    return 1 / (1 / verified + size / hashed)


def spf(runs):
    """A check that reads three records and passes on the last term, all answers in memory."""
    python = Row("SPF, answers in memory", "checks/s", "pyspf", goal=50)
    native = Row("SPF, answers in memory", "checks/s", "libspf2", goal=1)
    unread = Row("SPF, the records read for each check", "checks/s", "libspf2", goal=1)
    spf2 = peer("spf2_check", "-lspf2")
    with inputs() as folder:
        for _ in range(runs):
            ours = rate(built() / "authentication", "spf", folder, f"{SECONDS}s")
            for row in (python, native):
                row.ours.append(ours)
            beside = rate(spf2, folder, f"{SECONDS}s")
            unread.ours.append(rate(built() / "authentication", "spf-read", folder, f"{SECONDS}s"))
            for row in (native, unread):
                row.theirs.append(beside)
            python.theirs.append(rate(sys.executable, PEERS / "spf_check.py", folder, SECONDS))
    return [python, native, unread]


def canonicalization(runs):
    """Relaxed canonicalisation with SHA-256 of a 128 KB body, beside SHA-256 alone."""
    binary = built() / "canonicalization"
    kinds = ("text", "base64")
    rows = {kind: Row(f"relaxed body and SHA-256, {kind}", "GB/s", goal=0.8) for kind in kinds}
    hashing = []
    for _ in range(runs):
        figures = json.loads(subprocess.run([binary], capture_output=True, check=True).stdout)
        for kind, row in rows.items():
            row.ours.append(figures[kind])
        hashing.append(figures["sha256"])
    for row in rows.values():
        row.note = f"SHA-256 alone reaches {statistics.median(hashing):.2f} GB/s in the same runs"
    return list(rows.values())


def mime(runs):
    """Messages of all kinds, every part decoded. The best of three rounds counts in each run."""
    python = Row("messages read, parts decoded", "MB/s", "Python's email")
    native = Row("messages read, parts decoded", "MB/s", "GMime")
    found = subprocess.run(
        ["pkg-config", "--cflags", "--libs", "gmime-3.0"], capture_output=True, text=True, check=True
    )
    gmime = peer("gmime_parse", *found.stdout.split())
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, HERE / "make_corpus.py", folder], check=True)
        for _ in range(runs):
            ours = rate(built() / "mime", folder, 3, figure="MB/s")
            for row in (python, native):
                row.ours.append(ours)
            native.theirs.append(rate(gmime, folder, 3, figure="MB/s"))
            beside = rate(sys.executable, PEERS / "email_parse.py", folder, 3, figure="MB/s")
            python.theirs.append(beside)
    return [python, native]


def reports(runs, rows):
    """DMARC aggregate reports, summed up. parsedmarc, which takes longer, reads a tenth of the rows."""
    own = Row("rows of DMARC reports read", "rows/s", goal=200_000)
    beside = Row("rows of DMARC reports read", "rows/s", "parsedmarc")
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / "report.xml", Path(folder) / "shorter.xml"]
        for file, count in zip(files, (rows, rows // 10)):
            with file.open("wb") as output:
                command = [built() / "reports", "write", str(count)]
                subprocess.run(command, stdout=output, check=True)
        for _ in range(runs):
            ours = rate(built() / "reports", "read", files[0], figure="rows_per_second")
            for row in (own, beside):
                row.ours.append(ours)
            python = [sys.executable, PEERS / "parsedmarc_rows.py", files[1]]
            beside.theirs.append(rate(*python, figure="rows_per_second"))
    return [own, beside]


def policies(runs):
    """Calls judged by the policy of an identity. moto's evaluator, which knows a part of the language,
    judges by a policy of that part; the ratio in thresholds.json is a limit."""
    limit = json.loads((HERE / "thresholds.json").read_text())["ratios"]["policies"]
    own = Row("calls judged by a policy of five statements", "decisions/s", goal=200_000)
    beside = Row(
        "calls judged by a policy without set operators", "decisions/s", "moto", goal=limit,
        is_threshold=True,
    )  # fmt: skip
    for _ in range(runs):
        own.ours.append(rate(built() / "policies", PEERS / "policy-delegates.json", f"{SECONDS}s"))
        plain = PEERS / "policy-plain.json"
        beside.ours.append(rate(built() / "policies", plain, f"{SECONDS}s"))
        beside.theirs.append(rate(sys.executable, PEERS / "policy_moto.py", plain, SECONDS))
    return [own, beside]


def templates(runs):
    """The same order confirmation, parsed once. The peer escapes what HTML has a meaning for, as the
    second row does; SES escapes nothing."""
    plain = Row("templates, an order of ten items, as SES renders it", "renderings/s", "pybars3", goal=50)
    escaped = Row("templates, the same with HTML's escapes", "renderings/s", "pybars3")
    files = [PEERS / "order.html", PEERS / "order.json"]
    python = [sys.executable, PEERS / "pybars_render.py", *files]
    same = [
        subprocess.run([str(part) for part in command], capture_output=True, check=True).stdout
        for command in ([built() / "templates", "handlebars", *files], python)
    ]
    assert same[0] == same[1], "ours and the peer write different texts"
    for _ in range(runs):
        for row, dialect in ((plain, "ses"), (escaped, "handlebars")):
            row.ours.append(rate(built() / "templates", dialect, *files, SECONDS))
        beside = rate(*python, SECONDS)
        for row in (plain, escaped):
            row.theirs.append(beside)
    return [plain, escaped]


# Allocations


def allocations():
    """What one message or check allocates, beside thresholds.json and, for the eye, the peers.

    The same program gives the same number each time, so that one run is enough."""
    limits = json.loads((HERE / "thresholds.json").read_text())["allocations"]
    ours = built() / "authentication"
    opendkim, spf2 = peer("opendkim_verify", "-lopendkim"), peer("spf2_check", "-lspf2")
    measured = {
        "dkim": ("DKIM, 10 KB verified", (ours, "dkim"), "libopendkim", (opendkim,), 20),
        "dkim-read": ("DKIM, the key read for each message", (ours, "dkim-read"), "libopendkim",
                      (opendkim,), 20),
        "spf": ("SPF, answers in memory", (ours, "spf"), "libspf2", (spf2,), 100),
        "spf-read": ("SPF, the records read for each check", (ours, "spf-read"), "libspf2", (spf2,),
                     100),
    }  # fmt: skip
    rows = []
    with inputs() as folder:
        for name, (what, program, beside, command, each) in measured.items():
            row = Row(f"{what}: allocations", "each", goal=limits[name], at_most=True, is_threshold=True)
            row.ours.append(allocated(program, folder, each))
            row.note = f"{beside} makes {allocated(command, folder, each):,.0f}"
            rows.append(row)
    judged = Row(
        "a call judged by a policy: allocations", "each", goal=limits["policies"], at_most=True,
        is_threshold=True,
    )  # fmt: skip
    judged.ours.append(allocated((built() / "policies",), PEERS / "policy-delegates.json", 100))
    rows.append(judged)
    return rows


def allocated(command, folder, each):
    """Allocations for one of the `each` in a round: two lengths of run, so that starting up and
    reading the inputs cancel out."""
    few, many = (allocated_in_all(command, folder, rounds) for rounds in (20, 120))
    return (many - few) / (100 * each)


def allocated_in_all(command, folder, rounds):
    counter = peer("count_malloc", "-shared", "-fPIC")
    with tempfile.NamedTemporaryFile("r") as file:
        subprocess.run(
            [*command, folder, str(rounds)], check=True, stdout=subprocess.DEVNULL, timeout=300,
            env={"LD_PRELOAD": str(counter), "COUNT_MALLOC": file.name, "PATH": "/usr/bin:/bin"},
        )  # fmt: skip
        return int(file.read())
