#!/usr/bin/env python3
"""GET by id and a list of 50 rows from 1,000,000, signed in and tenant-isolated, against pgbench with the same statements.

The statements are not written down here: one request of each kind is made with the server's statement log on, and what the server sent is what pgbench
sends, prepared, over the same unix socket, in the same run. The floor is pgbench's figure: the same work without HTTP, sign-in and isolation in code.
"""

import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1]))
import cuspid

ROWS, TENANTS, CONNECTIONS = int(os.environ.get("ROWS", 1_000_000)), 20, 32
SECONDS = int(os.environ.get("SECONDS_EACH", 10))


def fill(server, tenant_id):
    """1,000,000 cases over 20 tenants, the caller's among them, without the trail of a real year."""
    server.psql(f"""
        set session_replication_role = replica;
        insert into platform.tenants (name, slug) select 'Bench ' || n, 'bench-' || n from generate_series(1, {TENANTS - 1}) as n;
        with t as (select id, row_number() over (order by id) - 1 as n from
                   (select id from platform.tenants where slug like 'bench-%' union all select '{tenant_id}'::uuid) as x)
        insert into tenant.cases (tenant_id, case_number, title, created_at, updated_at, urgency, priority)
        select t.id, 'B-' || k, 'Crown ' || k, now() - k * interval '7 s', now(), (array['standard','rush'])[1 + k % 2]::platform.urgency_level, 'medium'
        from generate_series(1, {ROWS}) as s (k) join t on t.n = k % {TENANTS};
        set session_replication_role = origin;
        vacuum analyze tenant.cases;""")


def captured(server, path, token):
    """The statements that one request makes the server send. Their parameters are not logged, so that no log holds what they may hold."""
    log = server.data_dir / "postgres" / "postgres.log"
    server.request("GET", path, token=token)
    server.psql("alter system set log_min_duration_statement = 0; ")
    server.psql("select pg_reload_conf();")
    time.sleep(1)
    start = log.stat().st_size
    server.request("GET", path, token=token)
    time.sleep(1)
    with open(log, "rb") as f:
        f.seek(start)
        entries = re.split(r"\n(?=\d{4}-\d\d-\d\d )", f.read().decode())
    server.psql("alter system reset log_min_duration_statement;")
    server.psql("select pg_reload_conf();")
    # Other connections go about their own business meanwhile.
    ours = next(re.search(r"\[(\d+)\]", e)[0] for e in entries if '"tenant"."cases"' in e)
    found = (re.search(r"LOG:  duration: [\d.]+ ms  (?:execute [^:]*|statement): (.*)", e, re.S) for e in entries if ours in e.splitlines()[0])
    return [" ".join(f[1].split()) for f in found if f]


def pgbench(server, statements, caller, ids):
    """Runs the statements as pgbench does, prepared, with one of the ids each time; transactions a second."""
    scope = {"app.tenant": caller["tenant"]["id"], "app.user": caller["user"]["id"], "app.actor": "user", "role": "cuspid_api"}
    variables, body = [], []
    for sql in statements:
        for setting, number in re.findall(r"set_config\('([a-z_.]+)', \$(\d+)", sql):
            name = ":v_" + re.sub(r"\W", "_", setting)
            if setting in scope:
                variables += ["-D", f"{name[1:]}={scope[setting]}"]
            sql = re.sub(rf"\${number}(?!\d)", name if setting in scope else "''", sql)
        body.append(sql if sql.startswith("\\") else sql.replace("$1", ":id").rstrip(";") + ";")
    with tempfile.TemporaryDirectory() as folder:
        files = []
        # pgbench draws numbers, not ids: as many scripts as ids, each weighing the same.
        for k, an_id in enumerate(ids):
            path = pathlib.Path(folder) / f"{k}.sql"
            path.write_text("\n".join(re.sub(r":id\b", f"'{an_id}'", line) for line in body) + "\n")
            files += ["-f", str(path)]
        out = subprocess.run(
            ["pgbench", "-n", "-M", "prepared", "-c", str(CONNECTIONS), "-j", "2", "-T", str(SECONDS), "-h", server.socket_dir, "-U", "cuspid_server",
             *variables, *files, "cuspid"], capture_output=True, text=True)
    if out.returncode:
        raise SystemExit(out.stderr[-2000:])
    return float(re.search(r"tps = ([\d.]+)", out.stdout)[1])


def wrk(server, paths, token):
    """Requests a second over 32 connections, and how many failed."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as lua:
        lua.write("local paths = {" + ",".join(f'"{p}"' for p in paths) + "}\n"
                  f'wrk.headers["Authorization"] = "Bearer {token}"\n'
                  "request = function() return wrk.format('GET', paths[math.random(#paths)]) end\n")
        lua.flush()
        out = subprocess.run(["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}", "--latency", "-s", lua.name, server.url],
                             check=True, capture_output=True, text=True).stdout
    wrong = re.search(r"Non-2xx or 3xx responses: (\d+)", out)
    if wrong:
        raise SystemExit(f"{wrong[1]} requests failed\n{out}")
    latency = {p: re.search(rf"^\s+{p}%\s+(\S+)$", out, re.M)[1] for p in (50, 99)}
    return float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1]), latency


def main():
    with cuspid.Server(cuspid.binary(), workers=0) as server:
        caller = server.sign_in()
        token, tenant_id = caller["access_token"], caller["tenant"]["id"]
        fill(server, tenant_id)
        ids = [row[0] for row in server.psql(
            f"select id from tenant.cases where tenant_id = '{tenant_id}' and case_number like 'B-%' order by random() limit 100")]
        print(f"{ROWS:,} cases, {TENANTS} tenants, {CONNECTIONS} connections, {SECONDS} s each, {os.cpu_count()} cores; ours, pgbench, 1/s")
        for name, path, drawn, goal in (
            ("GET by id", lambda i: f"/api/v1/cases/{i}", ids, 0.70),
            ("list of 50", lambda _: "/api/v1/cases?order=created_at.desc&limit=50", ids[:1], 0.40),
        ):
            statements = captured(server, path(ids[0]), token)
            if "--show" in sys.argv:
                print(*statements, sep="\n")
            # The strongest peer: all of a request's statements in one round trip.
            peer = pgbench(server, ["\\startpipeline", *statements, "\\endpipeline"], caller, drawn)
            ours, latency = wrk(server, [path(i) for i in drawn], token)
            cuspid.line(name, ours, peer, "1/s", goal)
            print(f"    p50 {latency[50]}, p99 {latency[99]}")


if __name__ == "__main__":
    main()
