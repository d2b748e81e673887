"""python -m differential [--seed N] [--dkim COUNT] [--spf COUNT] [--write PAGE]"""

import argparse
import sys
from pathlib import Path

from . import DKIM_CASES, SEED, SPF_CASES, comparison, report


def main():
    options = argparse.ArgumentParser(description="Waxwing beside other verifiers of DKIM and SPF.")
    options.add_argument("--seed", default=SEED)
    options.add_argument("--dkim", type=int, default=DKIM_CASES, help="how many cases")
    options.add_argument("--spf", type=int, default=SPF_CASES, help="how many cases")
    options.add_argument("--write", type=Path, metavar="PAGE", help="write the page")
    chosen = options.parse_args()
    runs = [comparison.dkim(chosen.seed, chosen.dkim), comparison.spf(chosen.seed, chosen.spf)]
    if chosen.write:
        chosen.write.write_text(report.page(runs))
    unexplained = 0
    for run in runs:
        print(report.summary(run))
        for found in run.comparisons:
            unexplained += len(found.unexplained)
            print("".join(f"{line}\n" for line in found.unexplained), end="")
    sys.exit(1 if unexplained else 0)


main()
