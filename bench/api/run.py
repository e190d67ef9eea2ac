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
                   (select id from platform.tenants where slug like 'bench-%' union all select '{tenant_id}') as x)
        insert into tenant.cases (tenant_id, case_number, title, created_at, updated_at, urgency, priority)
        select t.id, 'B-' || n, 'Crown ' || n, now() - n * interval '7 s', now(), (array['standard','rush'])[1 + n % 2]::platform.urgency_level, 'medium'
        from generate_series(1, {ROWS}) as n join t on t.n = n % {TENANTS};
        set session_replication_role = origin;
        vacuum analyze tenant.cases;""")


def captured(server, path, token):
    """The statements that one request makes the server send, with their parameters."""
    log = server.data_dir / "postgres" / "postgres.log"
    server.request("GET", path, token=token)
    server.psql("alter system set log_min_duration_statement = 0; select pg_reload_conf();")
    subprocess.run(["sleep", "1"])
    start = log.stat().st_size
    server.request("GET", path, token=token)
    subprocess.run(["sleep", "1"])
    with open(log, "rb") as f:
        f.seek(start)
        text = f.read().decode()
    server.psql("alter system reset log_min_duration_statement; select pg_reload_conf();")
    entries = re.split(r"\n(?=\d{4}-\d\d-\d\d )", text)
    statements = []
    for i, entry in enumerate(entries):
        found = re.search(r"LOG:  duration: [\d.]+ ms  (?:execute [^:]*|statement): (.*)", entry, re.S)
        if not found:
            continue
        sql, values = " ".join(found[1].split()), {}
        detail = entries[i + 1] if i + 1 < len(entries) else ""
        listed = re.search(r"DETAIL:  parameters: (.*)", detail, re.S)
        if listed:
            values = dict(re.findall(r"\$(\d+) = (NULL|'(?:[^']|'')*')", listed[1]))
        if not re.search(r"pg_reload_conf|alter system|pg_notify|last_activity", sql):
            statements.append((sql, values))
    return statements


def pgbench(server, statements, swap, ids):
    """Runs the statements as pgbench does, prepared; transactions a second."""
    body, variables = [], ["-D", f"ids={len(ids)}"]
    n = 0
    for sql, values in statements:
        for number, value in sorted(values.items(), key=lambda kv: -int(kv[0])):
            plain = value[1:-1].replace("''", "'") if value != "NULL" else ""
            if plain == swap:
                name = "id"
            else:
                n += 1
                name = f"p{n}"
                variables += ["-D", f"{name}={plain}"]
            sql = re.sub(rf"\${number}(?!\d)", f":{name}", sql)
        body.append(sql.rstrip(";") + ";")
    with tempfile.TemporaryDirectory() as folder:
        files = []
        # pgbench draws numbers, not ids: as many scripts as ids, each weighing the same.
        for k, an_id in enumerate(ids if swap else [""]):
            path = pathlib.Path(folder) / f"{k}.sql"
            path.write_text("\n".join(line.replace(":id", f"'{an_id}'") for line in body) + "\n")
            files += ["-f", str(path)]
        out = subprocess.run(
            ["pgbench", "-n", "-M", "prepared", "-c", str(CONNECTIONS), "-j", "2", "-T", str(SECONDS), "-h", server.socket_dir, "-U", "cuspid_server",
             *variables, *files, "cuspid"], capture_output=True, text=True)
    if out.returncode:
        raise SystemExit(out.stderr)
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
    latency = {p: re.search(rf"{p}%\s+(\S+)", out)[1] for p in (50, 99)}
    return float(re.search(r"Requests/sec:\s+([\d.]+)", out)[1]), latency


def main():
    with cuspid.Server(cuspid.binary(), workers=0) as server:
        caller = server.sign_in()
        token, tenant_id = caller["access_token"], caller["tenant"]["id"]
        fill(server, tenant_id)
        ids = [row[0] for row in server.psql(
            f"select id from tenant.cases where tenant_id = '{tenant_id}' and case_number like 'B-%' order by random() limit 100")]
        print(f"{ROWS:,} cases, {TENANTS} tenants, {CONNECTIONS} connections, {SECONDS} s each, {os.cpu_count()} cores; ours, pgbench, 1/s")
        for name, path, swap, goal in (
            ("GET by id", lambda i: f"/api/v1/cases/{i}", ids[0], 0.70),
            ("list of 50", lambda _: "/api/v1/cases?order=created_at.desc&limit=50", None, 0.40),
        ):
            statements = captured(server, path(ids[0]), token)
            if "--show" in sys.argv:
                for sql, values in statements:
                    print("   ", sql, values)
            peer = pgbench(server, statements, swap, ids)
            ours, latency = wrk(server, [path(i) for i in (ids if swap else ids[:1])], token)
            cuspid.line(name, ours, peer, "1/s", goal)
            print(f"    p50 {latency[50]}, p99 {latency[99]}")


if __name__ == "__main__":
    main()
