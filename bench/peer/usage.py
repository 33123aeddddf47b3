"""Runs a command and writes what it and its children used to a file: usage.py FILE COMMAND..."""

import json
import resource
import subprocess
import sys

code = subprocess.call(sys.argv[2:])
used = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[1], "w", encoding="utf-8") as file:
    json.dump({"cpuSeconds": used.ru_utime + used.ru_stime, "kilobytes": used.ru_maxrss}, file)
sys.exit(code)
