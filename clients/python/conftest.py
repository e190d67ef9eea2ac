"""A demo server of the tests' own, and who is signed in to it."""

import json
import os
import shutil
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest
from postgrest import SyncPostgrestClient

REPOSITORY = Path(__file__).resolve().parents[2]


def program() -> str:
    """The program under test: `CUSPID_TEST_BIN`, or what cargo built last."""
    target = Path(os.environ.get("CARGO_TARGET_DIR", REPOSITORY / "target"))
    candidates = [os.environ.get("CUSPID_TEST_BIN"), target / "debug/cuspid", target / "release/cuspid"]
    found = [str(candidate) for candidate in candidates if candidate and Path(candidate).exists()]
    assert found, "There is no cuspid to test: build it, or name it in CUSPID_TEST_BIN."
    return found[0]


@pytest.fixture(scope="session")
def server():
    """What a server writes into its ready file; with `CUSPID_TEST_READY_FILE` that of the one that wrote it."""
    if running := os.environ.get("CUSPID_TEST_READY_FILE"):
        yield json.loads(Path(running).read_text())
        return
    folder = Path(tempfile.mkdtemp(prefix="cuspid-clients-"))
    # Started by root, the server runs PostgreSQL under an account of its own, which has to reach its folder.
    folder.chmod(0o755)
    ready = folder / "ready.json"
    arguments = ["serve", "--demo", "--data-dir", folder / "data", "--listen", "127.0.0.1:0", "--ready-file", ready]
    with (folder / "log").open("wb") as log:
        child = subprocess.Popen([program(), *arguments], stdout=subprocess.DEVNULL, stderr=log)
    try:
        until = time.monotonic() + 120
        while not ready.exists():
            late = child.poll() is not None or time.monotonic() > until
            assert not late, f"The server did not become ready.\n{(folder / 'log').read_text()[-8000:]}"
            time.sleep(0.1)
        yield json.loads(ready.read_text())
    finally:
        child.send_signal(signal.SIGTERM)
        try:
            child.wait(20)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def client(server):
    """Someone who may do everything in a practice."""
    user = next(user for user in server["users"] if user["role"] == "admin")
    credentials = {"email": user["email"], "password": user["password"]}
    answer = httpx.post(f"{server['url']}/api/v1/auth/login", json=credentials).raise_for_status()
    headers = {"Authorization": f"Bearer {answer.json()['access_token']}"}
    with SyncPostgrestClient(f"{server['url']}/api/v1", headers=headers) as client:
        yield client


@dataclass
class World:
    """What each test finds: two patients, three of their cases, one case of nobody, and notes."""

    ada: dict
    bo: dict
    crown: dict
    guard: dict
    bridge: dict
    loose: dict

    @property
    def ids(self):
        return [row["id"] for row in (self.crown, self.guard, self.bridge, self.loose)]


@pytest.fixture(scope="session")
def world(client):
    def one(resource, **values):
        return client.from_(resource).insert(values).execute().data[0]

    ada = one("patients", first_name="Ada", last_name="Meier-Clients", dob="1980-05-01")
    bo = one("patients", first_name="Bo", last_name="Meyer-Clients")
    crown = one(
        "cases",
        title="Crown on 16",
        patient_id=ada["id"],
        urgency="rush",
        due_at="2026-03-01T12:00:00Z",
        tags=["zirconia", "a2"],
        metadata={"shade": {"base": "A2"}},
    )
    guard = one("cases", title="Night guard", patient_id=ada["id"], due_at="2026-02-01T12:00:00Z")
    bridge = one("cases", title="Bridge, 24 to 26 (new)", patient_id=bo["id"], tags=["zirconia"])
    loose = one("cases", title="Loose", due_at="2026-01-01T12:00:00Z")
    for content in ["Shade on the left", "Left crown first", "Call before noon"]:
        one("case_notes", case_id=crown["id"], content=content)
    return World(ada, bo, crown, guard, bridge, loose)
