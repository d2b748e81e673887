"""Reads an aggregate report with parsedmarc: rows a second, as one line of JSON.

    parsedmarc_rows.py FILE

It runs offline, so that nothing is looked up: what is measured is reading alone.
"""

import json
import logging
import resource
import sys
import time

import parsedmarc

logging.disable(logging.CRITICAL)
start = time.perf_counter()
report = parsedmarc.parse_report_file(sys.argv[1], offline=True)["report"]
seconds = time.perf_counter() - start
rows = len(report["records"])
print(
    json.dumps(
        {
            "rows": rows,
            "messages": sum(record["count"] for record in report["records"]),
            "seconds": seconds,
            "rows_per_second": rows / seconds,
            "peak_rss_kib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss,
            "version": parsedmarc.__version__,
        }
    )
)
