"""Checks docs/scale/job.yaml: by its schema, that mounts have their volumes, and that the shares
that its pods would make are all of them once.

    job.py JOB SCHEMA
"""
import json
import re
import subprocess
import sys

import jsonschema
import yaml

with open(sys.argv[1], encoding="utf-8") as file:
    job = yaml.safe_load(file)
with open(sys.argv[2], encoding="utf-8") as file:
    jsonschema.Draft7Validator(json.load(file)).validate(job)
spec = job["spec"]
pod = spec["template"]["spec"]
container = pod["containers"][0]
volumes = {volume["name"] for volume in pod["volumes"]}
for mount in container["volumeMounts"]:
    if mount["name"] not in volumes:
        sys.exit("no volume %s" % mount["name"])
shares = set()
for index in range(spec["completions"]):
    line = container["args"][0].replace("exec lysark", "echo")
    said = subprocess.run(container["command"] + [line], check=True, text=True, capture_output=True,
                          env={"JOB_COMPLETION_INDEX": str(index), "PATH": "/usr/bin:/bin"}).stdout
    shares.add(re.search(r"--shard (\d+/\d+)", said).group(1))
wanted = {"%d/%d" % (index + 1, spec["completions"]) for index in range(spec["completions"])}
if shares != wanted:
    sys.exit("shares %s, not %s" % (shares, wanted))
