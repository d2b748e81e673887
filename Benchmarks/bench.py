#!/usr/bin/env python3
"""Measures a release build beside its peers on this machine: `make bench`.

    bench.py [--runs 5] [--only start,accept,relay,api,dkim,spf,…] [--publish]

Ours and the peer take turns within each run, so that both see the same machine; the table shows
medians. Everything stays on loopback. Results go to Benchmarks/results/, and with --publish into
docs/benchmarks.md. It fails when more is allocated than thresholds.json says, or a ratio to a
peer is below what it says; rates alone fail nothing.
"""

import argparse
import datetime
import json
import os
import platform
import re
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

import libraries
import measures

ROOT = Path(__file__).resolve().parent.parent

BEGIN, END = "<!-- figures -->", "<!-- end of figures -->"


def machine():
    """The machine and the versions, in one line each."""
    processor = re.search(r"model name\s*:\s*(.*)", Path("/proc/cpuinfo").read_text())
    memory = int(re.search(r"MemTotal:\s*(\d+)", Path("/proc/meminfo").read_text())[1])

    def first_line(*command):
        try:
            return subprocess.run(command, capture_output=True, text=True).stdout.splitlines()[0]
        except (OSError, IndexError):
            return "–"

    return {
        "processor": processor[1] if processor else platform.machine(),
        "cores": os.cpu_count(),
        "memory": f"{memory / 1048576:.0f} GiB",
        "kernel": f"{platform.system()} {platform.release()}",
        "load before": f"{os.getloadavg()[0]:.1f}",
        "commit": first_line("git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"),
        "toolchain": first_line("swift", "--version"),
        "postfix": first_line("postconf", "-h", "mail_version"),
        "beside": first_line("openssl", "version"),
    }


def number(value, unit):
    if value is None:
        return ""
    if unit.startswith("of "):
        return f"{value:.2f}"
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


def goal(row):
    if row.goal is None:
        return ""
    sign = "≤" if row.at_most else "≥"
    text = f"{sign} {row.goal:g}{' ×' if row.theirs else ''}"
    return f"{text}: {'reached' if row.reached else '**missed**'}"


def table(rows):
    """A Markdown table, which reads well as text too."""
    cells = [["What", "Unit", "Waxwing", "Lowest to highest", "Peer", "", "Ratio", "Goal"]]
    for row in rows:
        low, high = min(row.ours), max(row.ours)
        cells.append(
            [
                row.what, row.unit, number(row.value, row.unit),
                f"{number(low, row.unit)} to {number(high, row.unit)}",
                row.peer, number(row.beside, row.unit),
                f"{row.ratio:.2f} ×" if row.theirs else "", goal(row),
            ]
        )  # fmt: skip
    widths = [max(len(line[column]) for line in cells) for column in range(len(cells[0]))]
    lines = ["| " + " | ".join(c.ljust(w) for c, w in zip(line, widths)) + " |" for line in cells]
    lines.insert(1, "| " + " | ".join("-" * width for width in widths) + " |")
    notes = [f"- {row.what}: {row.note}." for row in rows if row.note]
    return "\n".join([*lines, "", *notes]).rstrip() + "\n"


def publish(text):
    """Puts the figures between the marks of docs/benchmarks.md."""
    page = ROOT / "docs" / "benchmarks.md"
    before, _, rest = page.read_text().partition(BEGIN)
    after = rest.partition(END)[2]
    page.write_text(f"{before}{BEGIN}\n\n{text}\n{END}{after}")


def main():
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--only", help="measures with commas between; all of them where it is left out")
    options.add_argument("--messages", type=int, default=10_000, help="in each run of accept and relay")
    options.add_argument("--seconds", type=float, default=4, help="of each run of the API's load")
    options.add_argument("--queued", type=int, default=100_000, help="deliveries, for memory")
    options.add_argument("--rows", type=int, default=100_000, help="of the report that is read")
    options.add_argument("--publish", action="store_true")
    chosen = options.parse_args()

    steps = {
        "start": lambda: measures.start(chosen.runs),
        "accept": lambda: measures.accept(chosen.runs, chosen.messages),
        "relay": lambda: measures.relay(chosen.runs, chosen.messages),
        "api": lambda: measures.api(chosen.runs, chosen.seconds),
        "bulk": lambda: measures.bulk(chosen.runs, chosen.seconds),
        "canonicalization": lambda: libraries.canonicalization(chosen.runs),
        "dkim": lambda: libraries.dkim(chosen.runs),
        "spf": lambda: libraries.spf(chosen.runs),
        "mime": lambda: libraries.mime(chosen.runs),
        "reports": lambda: libraries.reports(chosen.runs, chosen.rows),
        "policies": lambda: libraries.policies(chosen.runs),
        "templates": lambda: libraries.templates(chosen.runs),
        "allocations": lambda: libraries.allocations(),
        # Long, and it hardly varies.
        "memory": lambda: measures.memory(min(chosen.runs, 3), chosen.queued),
    }
    wanted = chosen.only.split(",") if chosen.only else list(steps)
    unknown = set(wanted) - set(steps)
    if unknown:
        options.error(f"no such measure: {', '.join(sorted(unknown))}")

    where = machine()
    now = datetime.datetime.now(datetime.timezone.utc)
    rows = []
    for name, step in steps.items():
        if name in wanted:
            print(f"measuring {name} …", file=sys.stderr, flush=True)
            rows += step()

    heading = f"{now:%Y-%m-%d}, medians of {chosen.runs} runs. " + "; ".join(
        f"{name} {value}" if name != "processor" else str(value) for name, value in where.items()
    )
    text = f"{heading}.\n\n{table(rows)}"
    results = ROOT / "Benchmarks" / "results"
    results.mkdir(exist_ok=True)
    stem = results / f"{now:%Y%m%d-%H%M%S}"
    stem.with_suffix(".md").write_text(text)
    stem.with_suffix(".json").write_text(
        json.dumps({"at": now.isoformat(), "machine": where, "rows": [asdict(r) for r in rows]}, indent=1)
    )
    if chosen.publish:
        publish(text)
    print(text)
    exceeded = [row.what for row in rows if row.is_threshold and not row.reached]
    for what in exceeded:
        print(f"beyond the limit in thresholds.json: {what}", file=sys.stderr)
    return 1 if exceeded else 0


if __name__ == "__main__":
    sys.exit(main())
