#!/usr/bin/env python3
"""From the drop of a scan of 100,000 faces to its numbered teeth in the API, against `cuspid scan` on the same file.

The floor is the scan engine alone: everything beyond it is upload, storage, queue and database. What a browser needs to draw the result is not in it.
"""

import os
import pathlib
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import cuspid

RUNS = 5


def main():
    program = cuspid.binary()
    with cuspid.Server(program) as server:
        scan = server.data_dir / "arch.stl"
        subprocess.run([program, "demo", "arch", "--out", scan, "--faces", "100000", "--seed", "7"], check=True, capture_output=True)

        token = server.sign_in()["access_token"]
        while any(job["status"] in ("pending", "processing") for job in server.request("GET", "/api/v1/jobs?select=status", token=token)[2]):
            time.sleep(0.5)
        began = time.perf_counter()
        subprocess.run([program, "scan", scan, "--out", server.data_dir / "out"], check=True, capture_output=True)
        alone = time.perf_counter() - began
        _, _, case = server.request("POST", "/api/v1/cases", {}, token=token)
        content, seconds = scan.read_bytes(), []
        for n in range(RUNS):
            began = time.perf_counter()
            _, _, answer = server.request("PUT", f"/api/v1/cases/{case['id']}/files/arch-{n}.stl", content, token=token)
            job = answer["job"]
            while job["status"] in ("pending", "processing"):
                time.sleep(0.01)
                _, _, job = server.request("GET", f"/api/v1/jobs/{job['id']}", token=token)
            if job["status"] != "completed":
                raise SystemExit(f"the scan was not processed: {job['error']}")
            seconds.append(time.perf_counter() - began)
        print(f"{RUNS} drops of 100,000 faces, median, {os.cpu_count()} cores; ours, the scan engine alone, ms")
        median = sorted(seconds)[RUNS // 2]
        cuspid.line("drop to numbered teeth", median * 1000, alone * 1000, "ms")
        print(f"    goal under 10 s: {'met' if median < 10 else 'MISSED'} ({median:.2f} s)")


if __name__ == "__main__":
    main()
