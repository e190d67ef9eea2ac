#!/usr/bin/env python3
"""Uploads beside what the disk can do, in the same run.

Floor: one thread that reads the same bytes from memory, hashes them with SHA-256 and writes them to the server's own
data directory, 1 MiB at a time, with one fdatasync at the end. Ours: the same bytes by `PUT …/files/{name}` over
loopback, until the answer says that the file is stored and listed. Rounds alternate; medians are compared.

Then twenty files of 100 MB arrive at once, and the server's resident memory is watched.

    python3 bench/upload/run.py [rounds]
"""

import hashlib
import http.client
import os
import pathlib
import statistics
import sys
import threading
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent))
import cuspid

MB = 1_000_000
SINGLE = 400 * MB
TOGETHER, EACH = 20, 100 * MB
GOAL, MEMORY_GOAL = 0.7, 20


def floor(directory, payload):
    path = directory / "floor"
    sha256 = hashlib.sha256()
    began = time.perf_counter()
    out = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    view = memoryview(payload)
    for at in range(0, len(view), 1 << 20):
        piece = view[at:at + (1 << 20)]
        sha256.update(piece)
        while piece:
            piece = piece[os.write(out, piece):]
    os.fdatasync(out)
    seconds = time.perf_counter() - began
    os.close(out)
    path.unlink()
    return len(payload) / MB / seconds


def upload(server, token, case, name, payload, head):
    """Sends `head` in place of the payload's first bytes, so that no two files are the same."""
    connection = http.client.HTTPConnection("127.0.0.1", server.port, blocksize=1 << 20, timeout=600)
    began = time.perf_counter()
    connection.putrequest("PUT", f"/api/v1/cases/{case}/files/{name}")
    connection.putheader("Authorization", f"Bearer {token}")
    connection.putheader("Content-Length", str(len(payload)))
    connection.endheaders(head)
    view = memoryview(payload)[len(head):]
    for at in range(0, len(view), 1 << 20):
        connection.sock.sendall(view[at:at + (1 << 20)])
    answer = connection.getresponse()
    text = answer.read()
    if answer.status != 201:
        raise SystemExit(f"upload refused: {answer.status} {text!r}")
    connection.close()
    return len(payload) / MB / (time.perf_counter() - began)


class Memory(threading.Thread):
    """The largest resident size of a process while it is watched, in MB."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.path = f"/proc/{pid}/status"
        self.done = threading.Event()
        self.before = self.most = self.now()

    def now(self):
        with open(self.path) as status:
            return next(int(line.split()[1]) * 1024 / MB for line in status if line.startswith("VmRSS:"))

    def run(self):
        while not self.done.wait(0.01):
            self.most = max(self.most, self.now())


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with cuspid.Server(cuspid.binary()) as server:
        token = server.sign_in()["access_token"]
        _, headers, _ = server.request("POST", "/api/v1/cases", {}, token)
        case = headers["Location"].rsplit("/", 1)[-1]
        # Not a scan: what is measured ends when the file is stored.
        payload = os.urandom(SINGLE)
        upload(server, token, case, "warm-up.pdf", payload[:EACH], b"%PDF-warm-up")

        ours, disk = [], []
        for number in range(rounds):
            disk.append(floor(server.data_dir, payload))
            ours.append(upload(server, token, case, f"single-{number}.pdf", payload, b"%%PDF-single-%d" % number))
        ratio = cuspid.line("one file of 400 MB", statistics.median(ours), statistics.median(disk), "MB/s", GOAL)

        memory = Memory(server.process.pid)
        memory.start()
        threads = [
            threading.Thread(target=upload, args=(server, token, case, f"many-{number}.pdf", payload[:EACH], b"%%PDF-many-%d" % number))
            for number in range(TOGETHER)
        ]
        began = time.perf_counter()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        seconds = time.perf_counter() - began
        memory.done.set()
        memory.join()
        grown = memory.most - memory.before
        print(f"{TOGETHER} files of 100 MB at once: {TOGETHER * EACH / MB / seconds:,.0f} MB/s in all; resident memory "
              f"{memory.before:.1f} MB before, {memory.most:.1f} MB at most: +{grown:.1f} MB  goal ≤ {MEMORY_GOAL}"
              f"  {'met' if grown <= MEMORY_GOAL else 'MISSED'}")
        count = server.psql("select count(*) from tenant.case_files where name like 'many-%'")[0][0]
        assert int(count) == TOGETHER, f"{count} files are listed"
    return 0 if ratio >= GOAL and grown <= MEMORY_GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
