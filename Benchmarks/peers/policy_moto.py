"""Judges a call by a policy with moto's evaluator: policy_moto.py FILE SECONDS.

It knows actions, resources and `StringEquals`, which is all that the policy has.
"""

import json
import sys
import time
from pathlib import Path

from moto.iam.access_control import IAMPolicy, PermissionResult

policy = IAMPolicy(Path(sys.argv[1]).read_text())
wanted = float(sys.argv[2])
call = ("ses:SendEmail", "arn:aws:ses:eu-west-1:888888888888:identity/example.com", None,
        {"ses:FromAddress": "sender@example.com"})  # fmt: skip

done = 0
start = time.process_time()
while time.process_time() - start < wanted:
    for _ in range(500):
        assert policy.is_action_permitted(*call) == PermissionResult.PERMITTED
    done += 500
print(json.dumps({"rate": done / (time.process_time() - start)}))
