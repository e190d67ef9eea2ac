#!/usr/bin/env python3
"""Start of a demo server on data that is there, to ready, against PostgreSQL alone starting on the same cluster.

The floor is PostgreSQL's own start: everything beyond it is ours (migration check, catalog, store, listening).
"""

import pathlib
import subprocess
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import cuspid

RUNS = 5


def postgres_alone(server):
    """Seconds until the same cluster answers, started by hand as the account that owns it."""
    cluster = server.data_dir / "postgres" / "cluster"
    command = ["postgres", "-D", str(cluster), "-k", str(server.data_dir), "-c", "listen_addresses="]
    if (owner := cluster.owner()) != pathlib.Path.home().owner() or owner == "postgres":
        command = ["setpriv", f"--reuid={owner}", "--clear-groups", "--", *command]
    server.data_dir.chmod(0o777)
    began = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/")
    while subprocess.run(["psql", "-X", "-q", "-h", str(server.data_dir), "-U", "cuspid", "-d", "cuspid", "-c", "select 1"],
                         capture_output=True).returncode:
        if time.perf_counter() - began > 30:
            raise SystemExit("PostgreSQL did not start")
        time.sleep(0.01)
    seconds = time.perf_counter() - began
    process.terminate()
    process.wait(30)
    return seconds


def main():
    server = cuspid.Server(cuspid.binary())
    with server:
        # So that a start has nothing left over to do.
        server.wait_for_demo()
        server.stop()
        ours, alone = [], []
        for _ in range(RUNS):
            server.start()
            ours.append(server.seconds_to_ready)
            server.stop()
            alone.append(postgres_alone(server))
        print(f"{RUNS} starts on existing data, median; ours, PostgreSQL alone, ms")
        median = sorted(ours)[RUNS // 2]
        cuspid.line("start to ready", median * 1000, sorted(alone)[RUNS // 2] * 1000, "ms")
        print(f"    goal under 3 s: {'met' if median < 3 else 'MISSED'} ({median:.2f} s)")
        server.start()


if __name__ == "__main__":
    main()
