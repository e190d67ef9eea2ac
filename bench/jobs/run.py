#!/usr/bin/env python3
"""Jobs a second and the time from enqueueing to the start: ours, the bare queue library's, and the floor, in one run at the same durability.

Ours is a row of tenant.jobs with its trail and its events under row security, enqueued in a transaction and completed in one; the library's is a ticket.
The floor is what the disk and the server give: transactions of one row a second, and of one row and a notification, which PostgreSQL commits one after the other.
It takes about a minute; the library with its default settings is given few jobs, since it does few a second.
"""

import os
import pathlib
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import cuspid

JOBS = os.environ.get("JOBS", "4000")

with cuspid.Server(cuspid.binary(), workers=0) as server:
    server.psql("create database bench_jobs")
    url = f"host={server.socket_dir} user=cuspid dbname=bench_jobs"
    subprocess.run(["cargo", "run", "--quiet", "--release", "-p", "job", "--example", "throughput", "--", url, JOBS], cwd=cuspid.ROOT, check=True)
