#!/usr/bin/env python3
"""Checks a client against the records of zone.txt with pyspf: spf_check.py DIR SECONDS."""

import json
import shlex
import sys
import time
from collections import defaultdict
from pathlib import Path

import spf

folder, wanted = Path(sys.argv[1]), float(sys.argv[2])
answers = defaultdict(list)
for line in (folder / "zone.txt").read_text().splitlines():
    name, kind, *data = shlex.split(line)
    name = name.rstrip(".")
    if kind == "TXT":
        value = (data[0].encode(),)
    elif kind == "MX":
        value = (int(data[0]), data[1].rstrip("."))
    else:
        value = data[0]
    answers[name, kind].append(((name, kind), value))

spf.DNSLookup = lambda name, kind, tcpfallback=True, timeout=30: answers.get((name, kind), [])

done = 0
start = time.process_time()
while time.process_time() - start < wanted:
    for _ in range(20):
        result = spf.check2("203.0.113.77", "me@sender.example", "out.sender.example")
        assert result[0] == "pass", result
    done += 20
print(json.dumps({"rate": done / (time.process_time() - start)}))
