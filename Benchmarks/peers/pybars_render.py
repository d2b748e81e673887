#!/usr/bin/env python3
"""Renders a template with pybars3: pybars_render.py TEMPLATE DATA [SECONDS].

It prints renderings for each second of processor time as JSON; without SECONDS, the rendered text."""

import json
import sys
import time
from pathlib import Path

import pybars

template = pybars.Compiler().compile(Path(sys.argv[1]).read_text())
data = json.loads(Path(sys.argv[2]).read_text())
if len(sys.argv) < 4:
    print(str(template(data)), end="")
    sys.exit()

wanted = float(sys.argv[3])
done = 0
start = time.process_time()
while time.process_time() - start < wanted:
    for _ in range(20):
        str(template(data)).encode()
    done += 20
print(json.dumps({"rate": done / (time.process_time() - start)}))
