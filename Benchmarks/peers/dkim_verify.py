#!/usr/bin/env python3
"""Verifies the messages of a folder with dkimpy: dkim_verify.py DIR SECONDS."""

import json
import sys
import time
from pathlib import Path

import dkim

folder, wanted = Path(sys.argv[1]), float(sys.argv[2])
record = (folder / "key.txt").read_bytes()
messages = [path.read_bytes() for path in sorted(folder.glob("*.eml"))]

done = 0
start = time.process_time()
while time.process_time() - start < wanted:
    for message in messages:
        assert dkim.verify(message, dnsfunc=lambda name, timeout=5: record)
    done += len(messages)
print(json.dumps({"rate": done / (time.process_time() - start)}))
