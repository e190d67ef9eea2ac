//! Lists, single rows, what is embedded and pages, on a real database.

mod support;

use http::Method;
use serde_json::{Value, json};
use support::{Client, ids, scanned_case};
use testkit::Practice;

async fn admin() -> (Practice, Client) {
    let practice = Practice::new().await;
    let client = Client::of(&practice, "admin").await;
    (practice, client)
}

/// What SQL written by hand says, as the same person.
async fn by_hand(practice: &Practice, client: &Client, sql: &str) -> Value {
    let tx = practice.db().begin(&client.scope).await.expect("a transaction");
    tx.query_one(sql, &[]).await.expect("a row").get(0)
}

async fn ada(client: &Client) -> String {
    client.make("patients", json!({"first_name": "Ada", "last_name": "Lovelace", "dob": "1985-12-10"})).await
}

#[tokio::test]
async fn a_row_is_what_the_table_holds_without_what_is_secret() {
    let (practice, client) = admin().await;
    let id = ada(&client).await;
    let reply = client.get(&format!("patients/{id}")).await;
    assert_eq!(reply.status, 200);
    assert_eq!(reply.header("etag"), "\"1\"");
    let hand = by_hand(
        &practice,
        &client,
        &format!("select to_jsonb(p) from tenant.patients as p where id = '{id}'"),
    )
    .await;
    assert_eq!(reply.body, hand);
}

#[tokio::test]
async fn what_the_caller_has_is_not_sent_again() {
    let (_practice, client) = admin().await;
    let id = ada(&client).await;
    let with = async |tag: &str, query: &str| {
        client
            .send(Method::GET, &format!("patients/{id}{query}"), &[("if-none-match", tag)], "")
            .await
            .status
            .as_u16()
    };
    assert_eq!(with("\"1\"", "").await, 304);
    assert_eq!(with("W/\"1\", \"7\"", "").await, 304);
    assert_eq!(with("\"2\"", "").await, 200);
    // The version of a row says nothing of the rows inside of it.
    assert_eq!(with("\"1\"", "?select=id,cases(id)").await, 200);
}

#[tokio::test]
async fn what_is_embedded_equals_sql_written_by_hand() {
    let (practice, client) = admin().await;
    let patient = ada(&client).await;
    let case = scanned_case(&practice, &client, &patient).await;
    client.make("cases", json!({})).await;
    for (select, hand) in [
        (
            "id,patient:patients(first_name,cases(title))",
            "(select jsonb_build_object('first_name', p.first_name, 'cases',
                 (select coalesce(jsonb_agg(jsonb_build_object('title', d.title) order by d.id), '[]')
                  from tenant.cases as d where d.patient_id = p.id))
              from tenant.patients as p where p.id = c.patient_id) as patient",
        ),
        (
            "id,case_files(name,segments(fdi))&case_files.order=name.desc&case_files.limit=10&case_files.segments.order=fdi",
            "(select coalesce(jsonb_agg(jsonb_build_object('name', f.name, 'segments',
                 (select coalesce(jsonb_agg(jsonb_build_object('fdi', s.fdi) order by s.fdi), '[]')
                  from tenant.segments as s where s.case_file_id = f.id)) order by f.name desc), '[]')
              from tenant.case_files as f where f.case_id = c.id) as case_files",
        ),
        (
            "id,failed:case_files(name)&failed.status=eq.failed",
            "(select coalesce(jsonb_agg(jsonb_build_object('name', f.name)), '[]')
              from tenant.case_files as f where f.case_id = c.id and f.status = 'failed') as failed",
        ),
        (
            "id,members(full_name),tenants(name)",
            "(select jsonb_build_object('full_name', m.full_name) from tenant.members as m where m.id = c.created_by) as members,
             (select jsonb_build_object('name', t.name) from tenant.tenants as t where t.id = c.tenant_id) as tenants",
        ),
    ] {
        let rows = client.rows(&format!("cases?select={select}")).await;
        let sql = format!(
            "select jsonb_agg(to_jsonb(r) order by r.id) from (select c.id, {hand} from tenant.cases as c) as r"
        );
        assert_eq!(Value::Array(rows), by_hand(&practice, &client, &sql).await, "{select}");
    }
    let with_failed = client.rows("cases?select=id,case_files!inner()&case_files.status=eq.failed").await;
    assert_eq!(with_failed, [json!({"id": case})]);
    assert!(client.rows("cases?select=id,case_files!inner()&case_files.status=eq.uploaded").await.is_empty());
}

#[tokio::test]
async fn a_resource_inside_of_itself_goes_down_by_name_and_up_by_column() {
    let (practice, client) = admin().await;
    let patient = ada(&client).await;
    let case = scanned_case(&practice, &client, &patient).await;
    let tx = practice.db().begin(&practice.system()).await.expect("a transaction");
    tx.batch_execute(&format!(
        "update tenant.case_files as f set derived_from_id = g.id from tenant.case_files as g
         where f.case_id = '{case}' and g.case_id = '{case}' and f.name = 'lower.stl' and g.name = 'upper.stl'"
    ))
    .await
    .expect("a derived file");
    tx.commit().await.expect("a derived file");
    let rows = client.rows("case_files?select=name,case_files(name),derived_from_id(name)&order=name").await;
    let upper = json!({"name": "upper.stl"});
    assert_eq!(
        rows,
        [
            json!({"name": "lower.stl", "case_files": [], "derived_from_id": upper}),
            json!({"name": "upper.stl", "case_files": [{"name": "lower.stl"}], "derived_from_id": null}),
        ]
    );
}

#[tokio::test]
async fn filters_choose_the_rows_that_sql_chooses() {
    let (practice, client) = admin().await;
    for (title, urgency, due) in [
        (Some("a"), "standard", Some("2026-01-01T00:00:00Z")),
        (Some("b,\"c\")\\"), "rush", None),
        (None, "rush", Some("2026-02-01T00:00:00Z")),
        (Some("Zähne 牙"), "emergency", Some("2026-03-01T00:00:00Z")),
    ] {
        client.make("cases", json!({"title": title, "urgency": urgency, "due_at": due})).await;
    }
    for (filter, hand) in [
        ("title=eq.a", "title = 'a'"),
        ("title=neq.a", "title <> 'a'"),
        ("title=not.eq.a", "not title = 'a'"),
        ("title=in.(a,\"b,\\\"c\\\")\\\\\")", "title in ('a', 'b,\"c\")\\')"),
        ("title=eq.b,\"c\")\\", "title = 'b,\"c\")\\'"),
        ("title=eq.Z%C3%A4hne+%E7%89%99", "title = 'Zähne 牙'"),
        ("title=is.null", "title is null"),
        ("title=not.is.null&urgency=eq.RUSH", "title is not null and urgency = 'rush'"),
        ("urgency=in.()", "false"),
        ("urgency=not.in.(rush,standard)", "urgency not in ('rush', 'standard')"),
        ("due_at=gte.2026-02-01", "due_at >= '2026-02-01Z'"),
        ("due_at=lt.2026-02-01T01:00:00+01:00", "due_at < '2026-02-01Z'"),
        ("urgency=gt.standard", "urgency > 'standard'"),
        ("version=lte.1&version=gt.0", "version <= 1 and version > 0"),
        (
            "or=(title.is.null,and(urgency.eq.rush,title.neq.a))",
            "title is null or (urgency = 'rush' and title <> 'a')",
        ),
        ("not.or=(title.eq.a,title.is.null)", "not (title = 'a' or title is null)"),
        ("or=(title.eq.\"b,\\\"c\\\")\\\\\",title.in.(a,x))", "title in ('b,\"c\")\\', 'a')"),
        ("is_deleted=is.false", "true"),
        (&format!("created_by=eq.{}", client.scope.user_id().expect("a user")), "true"),
    ] {
        let rows = client.rows(&format!("cases?select=id&{filter}")).await;
        let sql = format!(
            "select coalesce(jsonb_agg(jsonb_build_object('id', id) order by id), '[]') from tenant.cases where {hand}"
        );
        assert_eq!(Value::Array(rows), by_hand(&practice, &client, &sql).await, "{filter}");
    }
}

#[tokio::test]
async fn pages_by_cursor_are_pages_by_offset() {
    let (_practice, client) = admin().await;
    let rows: Vec<Value> = (0..40)
        .map(|n| {
            let due = (n % 3 > 0).then(|| format!("2026-01-0{}T00:00:00.12345{}Z", n % 4 + 1, n % 2));
            json!({"title": (n % 5 > 1).then(|| format!("t{}", n % 4)), "due_at": due, "priority": if n % 2 == 0 { "low" } else { "high" }})
        })
        .collect();
    assert_eq!(client.post("cases", Value::Array(rows)).await.status, 201);
    for order in [
        "",
        "id.desc",
        "created_at.desc",
        "due_at",
        "due_at.desc",
        "due_at.nullsfirst,title.desc.nullslast",
        "due_at.desc.nullslast,title",
        "priority.desc,due_at,title.nullsfirst",
        "version.desc,created_at",
        "is_deleted,priority",
    ] {
        let order = if order.is_empty() { String::new() } else { format!("&order={order}") };
        let all = ids(&client.rows(&format!("cases?select=id&limit=200{order}")).await);
        assert_eq!(all.len(), 40);
        let (mut by_cursor, mut by_offset) = (Vec::new(), Vec::new());
        let mut address = Some(format!("cases?select=id,title&limit=7{order}"));
        while let Some(next) = address {
            let reply = client.get(&next).await;
            assert_eq!(reply.status, 200, "{next}: {reply:?}");
            by_cursor.extend(ids(reply.body.as_array().expect("a list")));
            address = reply.next();
        }
        for offset in (0..40).step_by(7) {
            by_offset
                .extend(ids(&client.rows(&format!("cases?select=id&limit=7&offset={offset}{order}")).await));
        }
        assert_eq!(by_cursor, all, "{order}");
        assert_eq!(by_offset, all, "{order}");
    }
}

#[tokio::test]
async fn a_cursor_that_was_touched_or_is_anothers_is_refused() {
    let (_practice, client) = admin().await;
    client.post("cases", json!([{}, {}])).await;
    let next = client.get("cases?limit=1&order=created_at").await.next().expect("a next page");
    let (_, cursor) = next.split_once("cursor=").expect("a cursor");
    assert_eq!(client.get(&next).await.status, 200);
    let mut touched: Vec<String> = (0..cursor.len())
        .map(|at| {
            let mut bytes = cursor.as_bytes().to_vec();
            bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
            String::from_utf8(bytes).expect("text")
        })
        .collect();
    touched.extend(["".to_owned(), "AAAA".to_owned(), cursor[1..].to_owned(), "*".to_owned()]);
    for bad in touched {
        let reply = client.get(&format!("cases?limit=1&order=created_at&cursor={bad}")).await;
        assert_eq!(reply.refused(), (400, "invalid_cursor"), "{bad}");
    }
    for other in ["cases?order=created_at.desc", "cases?order=due_at", "patients?order=created_at"] {
        let reply = client.get(&format!("{other}&cursor={cursor}")).await;
        assert_eq!(reply.refused(), (400, "invalid_cursor"), "{other}");
    }
}

#[tokio::test]
async fn a_list_says_which_piece_of_how_much_it_is() {
    let (_practice, client) = admin().await;
    client.post("cases", json!([{}, {}, {}])).await;
    let ask = async |address: &str, headers: &[(&'static str, &str)]| {
        let reply = client.send(Method::GET, address, headers, "").await;
        (reply.status.as_u16(), reply.header("content-range").to_owned(), reply.next().is_some())
    };
    let piece = |status, range: &str, next| (status, range.to_owned(), next);
    let exact = ("prefer", "count=exact");
    assert_eq!(ask("cases", &[]).await, piece(200, "0-2/*", false));
    assert_eq!(ask("cases?limit=2", &[exact]).await, piece(206, "0-1/3", true));
    assert_eq!(ask("cases?limit=2&offset=2", &[exact]).await, piece(206, "2-2/3", false));
    assert_eq!(ask("cases", &[exact]).await, piece(200, "0-2/3", false));
    assert_eq!(ask("cases?offset=9", &[exact]).await, piece(206, "*/3", false));
    assert_eq!(ask("cases?limit=0", &[exact]).await, piece(206, "*/3", false));
    assert_eq!(ask("cases?title=eq.x", &[exact]).await, piece(200, "*/0", false));
    assert_eq!(ask("cases?limit=2", &[("prefer", "count=estimated")]).await, piece(206, "0-1/3", true));
    assert_eq!(ask("cases", &[("range", "1-1")]).await, piece(200, "1-1/*", true));
    let planned = client.send(Method::GET, "cases", &[("prefer", "count=planned")], "").await;
    assert_eq!(planned.header("preference-applied"), "count=planned");
    let total = planned.header("content-range").split_once('/').expect("a total").1;
    assert!(total.parse::<u64>().is_ok(), "{total}");
}

#[tokio::test]
async fn one_row_as_an_object_or_none_at_all() {
    let (_practice, client) = admin().await;
    let id = client.make("cases", json!({"title": "one"})).await;
    client.make("cases", json!({})).await;
    let object = [("accept", "application/vnd.pgrst.object+json")];
    let reply = client.send(Method::GET, "cases?select=id&title=eq.one", &object, "").await;
    assert_eq!(reply.body, json!({"id": id}));
    for address in ["cases", "cases?limit=1", "cases?title=eq.two"] {
        let reply = client.send(Method::GET, address, &object, "").await;
        assert_eq!(reply.refused(), (406, "not_single"), "{address}");
    }
}

#[tokio::test]
async fn a_table_for_spreadsheets() {
    let (_practice, client) = admin().await;
    client.post("cases", json!([{"title": "a \"b\", c", "tags": ["x"]}, {"title": null, "tags": []}])).await;
    let reply =
        client.send(Method::GET, "cases?select=name:title,tags,urgency", &[("accept", "text/csv")], "").await;
    assert_eq!(
        reply.text,
        "name,tags,urgency\r\n\"a \"\"b\"\", c\",\"[\"\"x\"\"]\",standard\r\n,[],standard\r\n"
    );
    let embedded =
        client.send(Method::GET, "cases?select=id,patients(id)", &[("accept", "text/csv")], "").await;
    assert_eq!(embedded.refused(), (400, "unsupported_select"));
}

#[tokio::test]
async fn all_rows_are_sent_as_lines_with_what_is_embedded() {
    let (_practice, client) = admin().await;
    let rows: Vec<_> = (0..1000).map(|n| json!({"title": format!("{n:04}")})).collect();
    client.send(Method::POST, "cases", &[("prefer", "return=minimal")], &json!(rows).to_string()).await;
    let lines = [("accept", "application/x-ndjson")];
    let reply = client.send(Method::GET, "cases?select=title,case_files(id)&order=title", &lines, "").await;
    assert_eq!(reply.header("content-type"), "application/x-ndjson");
    let sent: Vec<Value> = reply.text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(sent.len(), 1000);
    assert_eq!(sent[999], json!({"title": "0999", "case_files": []}));
    let some =
        client.send(Method::GET, "cases?select=title&order=title&limit=900&offset=50", &lines, "").await;
    assert_eq!(some.text.lines().count(), 900);
    let one = client.send(Method::GET, "cases/01890a5d-ac96-774b-bcce-b302099a8057", &lines, "").await;
    assert_eq!(one.refused(), (406, "not_acceptable"));
}

#[tokio::test]
async fn what_is_not_there_cannot_be_asked_for() {
    let (_practice, client) = admin().await;
    for (address, status, code) in [
        ("nothing", 404, "not_found"),
        ("users", 404, "not_found"),
        ("Cases", 404, "not_found"),
        ("cases/1", 404, "not_found"),
        ("cases?select=nothing", 400, "unknown_column"),
        ("cases?nothing=eq.1", 400, "unknown_column"),
        ("cases?or=(id.is.null,nothing.eq.1)", 400, "unknown_column"),
        ("cases?order=nothing", 400, "unknown_column"),
        ("cases?select=jobs(nothing)", 400, "unknown_column"),
        ("cases?select=objects(id)", 400, "unknown_embed"),
        ("cases?select=patients!created_by(id)", 400, "unknown_embed"),
        ("cases?select=id,title:id", 0, ""),
        ("cases?select=title,title:id", 400, "repeated_name"),
        ("cases?select=*,title:patients(id)", 400, "repeated_name"),
        ("cases?status=eq.lost", 400, "invalid_value"),
        ("cases?id=in.(1)", 400, "invalid_value"),
        ("cases?title=is.true", 400, "invalid_value"),
        ("cases?metadata=eq.{}", 400, "unsupported_filter"),
        ("cases?order=metadata", 400, "unsupported_order"),
        ("cases?limit=200&select=case_files(segments(id))", 400, "too_costly"),
    ] {
        let reply = client.get(address).await;
        if status > 0 {
            assert_eq!(reply.refused(), (status, code), "{address}");
        } else {
            assert_eq!(reply.status, 200, "{address}");
        }
    }
}

#[tokio::test]
async fn what_is_embedded_needs_the_right_to_read_it() {
    let practice = Practice::new().await;
    let technician = Client::of(&practice, "technician").await;
    let reply = technician.get("cases?select=id,patients(id)").await;
    assert_eq!(reply.refused(), (403, "not_allowed"));
    assert_eq!(reply.message, "Your roles do not allow read on patients.");
    assert_eq!(technician.get("cases?select=id,case_files(id)").await.status, 200);
}

#[tokio::test]
async fn a_list_that_would_cost_too_much_is_refused_before_it_runs() {
    let test = testkit::database().await;
    let (owner, connection) =
        tokio_postgres::connect(test.url(), tokio_postgres::NoTls).await.expect("the owner");
    tokio::spawn(connection);
    // Every row costs as much as a million does.
    let dear = "do $$ begin execute format('alter database %I set cpu_tuple_cost = 1000000', current_database()); end $$";
    owner.batch_execute(dear).await.expect("a setting");
    let db = pg::Db::connect(&pg::DbConfig::new(test.url())).await.expect("a database");
    let practice = Practice::beside(&db).await;
    let client = Client::of(&practice, "admin").await;
    client.make("cases", json!({})).await;
    assert_eq!(client.get("cases").await.refused(), (400, "too_costly"));
}

#[tokio::test]
async fn a_column_that_a_view_takes_from_within_is_there_once() {
    let test = testkit::database().await;
    let catalog = resource::Catalog::load(test.db()).await.expect("a catalog");
    for resource in catalog.resources() {
        let mut names: Vec<&str> = resource.columns.iter().map(|column| column.name()).collect();
        let all = names.len();
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), all, "{}", resource.name);
    }
}
