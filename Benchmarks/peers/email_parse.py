#!/usr/bin/env python3
"""email_parse.py FOLDER SECONDS: reads all messages of a folder with Python's `email` again and again,
every part decoded, and prints MB for each second of processor time as JSON."""

import email
import json
import sys
import time
from pathlib import Path


def parse(content):
    size = 0
    for part in email.message_from_bytes(content).walk():
        payload = part.get_payload(decode=True)
        if payload:
            size += len(payload)
    return size


def main():
    messages = [path.read_bytes() for path in sorted(Path(sys.argv[1]).iterdir()) if path.is_file()]
    total = sum(map(len, messages))
    rounds, elapsed, decoded = 0, 0, 0
    start = time.process_time()
    while elapsed < float(sys.argv[2]):
        decoded = sum(map(parse, messages))
        rounds += 1
        elapsed = time.process_time() - start
    rate = rounds * total / elapsed / 1e6
    print(json.dumps({"MB/s": round(rate, 2), "messages": len(messages), "decoded": decoded}))


if __name__ == "__main__":
    main()
