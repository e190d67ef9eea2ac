"""What the comparisons share: a demo server of their own, its database, a signed-in caller, and how a ratio is printed."""

import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parent.parent
# Scans that `serve --demo` makes.
DEMO_SCANS = 6


def binary():
    """The release binary: $CUSPID_TEST_BIN, or what bin/build makes."""
    given = os.environ.get("CUSPID_TEST_BIN")
    return given or subprocess.run([ROOT / "bin/build"], check=True, capture_output=True, text=True).stdout.strip().splitlines()[-1]


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Server:
    """`cuspid serve --demo` on a data directory of its own; gone, with its data, at the end of a `with`."""

    def __init__(self, program, data_dir=None, **settings):
        self.program, self.settings = program, settings
        self.keep = data_dir is not None
        # Where any account may enter: PostgreSQL does not run as root.
        self.data_dir = pathlib.Path(data_dir or tempfile.mkdtemp(prefix="cuspid-bench-", dir="/tmp"))
        self.data_dir.chmod(0o755)
        self.ready_file = self.data_dir / "ready.json"

    def start(self):
        self.ready_file.unlink(missing_ok=True)
        self.port = free_port()
        environment = os.environ | {f"CUSPID_{key.upper()}": str(value) for key, value in self.settings.items()}
        began = time.perf_counter()
        self.process = subprocess.Popen(
            [self.program, "serve", "--demo", "--data-dir", self.data_dir, "--listen", f"127.0.0.1:{self.port}",
             "--ready-file", self.ready_file],
            env=environment, stdout=subprocess.DEVNULL, stderr=open(self.data_dir / "server.log", "ab"))
        while not self.ready_file.exists():
            if self.process.poll() is not None:
                raise SystemExit(f"the server did not start; see {self.data_dir / 'server.log'}")
            if time.perf_counter() - began > 120:
                raise SystemExit("the server was not ready within 120 s")
            time.sleep(0.002)
        self.seconds_to_ready = time.perf_counter() - began
        ready = json.loads(self.ready_file.read_text())
        self.url, self.users = ready["url"].rstrip("/"), ready["users"]
        return self

    def wait_for_demo(self):
        """Comes back when the demo's scans are made and processed, so that they share the machine with nothing that is measured."""
        waiting = time.perf_counter()
        while int(self.psql("select count(*) from tenant.case_files where status = 'processed'")[0][0]) < DEMO_SCANS:
            if time.perf_counter() - waiting > 120:
                raise SystemExit("the demo's scans were not processed within 120 s")
            time.sleep(0.2)

    def stop(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(60)

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()
        if not self.keep:
            shutil.rmtree(self.data_dir, ignore_errors=True)

    @property
    def socket_dir(self):
        return str(self.data_dir / "postgres" / "run")

    def psql(self, sql, user="cuspid"):
        """Runs SQL as the database's owner; the rows as lists of strings."""
        out = subprocess.run(
            ["psql", "-X", "-q", "-A", "-t", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-h", self.socket_dir, "-U", user, "-d", "cuspid"],
            input=sql, capture_output=True, text=True)
        if out.returncode:
            raise SystemExit(out.stderr)
        return [line.split("\t") for line in out.stdout.splitlines() if line]

    def request(self, method, path, body=None, token=None, headers=None):
        """One HTTP call; the status, the headers and the decoded body."""
        data = body if isinstance(body, (bytes, type(None))) else json.dumps(body).encode()
        request = urllib.request.Request(self.url + path, data=data, method=method, headers=dict(headers or {}))
        if body is not None and not isinstance(body, bytes):
            request.add_header("Content-Type", "application/json")
        if token:
            request.add_header("Authorization", f"Bearer {token}")
        with urllib.request.urlopen(request, timeout=600) as answer:
            content = answer.read()
            is_json = "json" in (answer.headers.get("Content-Type") or "")
            return answer.status, answer.headers, json.loads(content) if is_json and content else content

    def sign_in(self, role="technician", tenant=None):
        user = next(u for u in self.users if u["role"] == role and tenant in (None, u["tenant"]))
        _, _, answer = self.request("POST", "/api/v1/auth/login", {"email": user["email"], "password": user["password"]})
        return answer


def line(name, ours, peer, unit, goal=None, better="more"):
    """One row of a report: ours, the peer's, and their ratio."""
    ratio = ours / peer
    met = "" if goal is None else ("  met" if (ratio >= goal if better == "more" else ratio <= goal) else "  MISSED")
    wanted = "" if goal is None else f"  goal {'≥' if better == 'more' else '≤'} {goal:g}"
    print(f"{name:<44} {ours:>12,.1f} {peer:>12,.1f} {unit:<8} ratio {ratio:.2f}{wanted}{met}", flush=True)
    return ratio
