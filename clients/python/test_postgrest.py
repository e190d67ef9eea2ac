"""The API as the Python client of PostgREST speaks to it."""

import asyncio

import pytest
from postgrest import APIError, AsyncPostgrestClient, CountMethod, ReturnMethod, SyncPostgrestClient


@pytest.fixture
def listed(client, world):
    """The cases of the tests."""

    def listed(*select):
        return client.from_("cases").select(*(select or ("title",))).in_("id", world.ids)

    return listed


@pytest.fixture
def new_case(client):
    def new_case():
        return client.from_("cases").insert({"title": "To change"}).execute().data[0]

    return new_case


def titles(query):
    return [row["title"] for row in query.execute().data]


def found(query):
    return sorted(titles(query))


BRIDGE = "Bridge, 24 to 26 (new)"


class TestSelect:
    def test_takes_columns_other_names_and_everything(self, client, world):
        named = client.from_("cases").select("name:title", "urgency").eq("id", world.crown["id"])
        assert named.execute().data == [{"name": "Crown on 16", "urgency": "rush"}]
        whole = client.from_("cases").select("*").eq("id", world.crown["id"]).single().execute().data
        assert (whole["version"], whole["tags"]) == (1, ["zirconia", "a2"])

    def test_embeds_the_one_and_the_many(self, client, world):
        up = client.from_("cases").select("title", "patient:patients(last_name)").eq("id", world.guard["id"])
        assert up.execute().data == [{"title": "Night guard", "patient": {"last_name": "Meier-Clients"}}]
        down = (
            client.from_("patients")
            .select("last_name, cases(title, case_notes(content))")
            .eq("id", world.ada["id"])
            .order("title", foreign_table="cases")
            .order("content", desc=True, foreign_table="cases.case_notes")
            .limit(2, foreign_table="cases.case_notes")
            .single()
        )
        notes = [{"content": "Shade on the left"}, {"content": "Left crown first"}]
        assert down.execute().data == {
            "last_name": "Meier-Clients",
            "cases": [{"title": "Crown on 16", "case_notes": notes}, {"title": "Night guard", "case_notes": []}],
        }
        nobody = client.from_("cases").select("patients(id), case_notes(id)").eq("id", world.loose["id"])
        assert nobody.execute().data == [{"patients": None, "case_notes": []}]

    def test_filters_by_what_is_embedded_and_inside_of_it(self, client, world, listed):
        inner = listed("title", "patients!inner(last_name)").eq("patients.last_name", "Meyer-Clients")
        assert titles(inner) == [BRIDGE]
        outer = listed("title", "patients(first_name)").eq("patients.last_name", "Meyer-Clients").order("title")
        assert [row["patients"] for row in outer.execute().data] == [{"first_name": "Bo"}, None, None, None]
        either = client.from_("patients").select("cases(title)").eq("id", world.ada["id"])
        either = either.or_("urgency.eq.rush,title.eq.Loose", reference_table="cases")
        assert either.execute().data == [{"cases": [{"title": "Crown on 16"}]}]
        piece = client.from_("cases").select("notes:case_notes(content)").eq("id", world.crown["id"])
        piece = piece.order("content", foreign_table="notes").range(1, 1, foreign_table="notes")
        assert piece.execute().data == [{"notes": [{"content": "Left crown first"}]}]


class TestFilters:
    def test_compare(self, world, listed):
        moment = "2026-02-01T12:00:00+00:00"
        assert found(listed().eq("title", "Loose")) == ["Loose"]
        assert found(listed().neq("urgency", "standard")) == ["Crown on 16"]
        assert found(listed().gt("due_at", moment)) == ["Crown on 16"]
        assert found(listed().gte("due_at", moment)) == ["Crown on 16", "Night guard"]
        assert found(listed().lt("due_at", moment)) == ["Loose"]
        assert found(listed().lte("due_at", moment)) == ["Loose", "Night guard"]
        assert found(listed().match({"urgency": "standard", "patient_id": world.ada["id"]})) == ["Night guard"]
        assert found(listed().not_.eq("urgency", "standard")) == ["Crown on 16"]

    def test_take_lists_of_values_with_whatever_is_in_them(self, listed):
        assert found(listed().in_("title", ["Loose", BRIDGE])) == [BRIDGE, "Loose"]
        assert found(listed().not_.in_("title", ["Loose", BRIDGE])) == ["Crown on 16", "Night guard"]
        assert found(listed().in_("title", [])) == []

    def test_ask_for_what_is_empty_true_or_false(self, listed):
        assert found(listed().is_("due_at", None)) == [BRIDGE]
        assert len(found(listed().not_.is_("due_at", "null"))) == 3
        assert len(found(listed().is_("is_deleted", False))) == 4
        assert found(listed().is_("is_deleted", True)) == []

    def test_take_conditions_together(self, listed):
        assert found(listed().or_("urgency.eq.rush,due_at.is.null")) == [BRIDGE, "Crown on 16"]
        nested = "title.eq.Loose,and(urgency.eq.standard,not.or(patient_id.is.null,due_at.is.null))"
        assert found(listed().or_(nested)) == ["Loose", "Night guard"]
        assert found(listed().not_.or_("urgency.eq.rush,due_at.is.null")) == ["Loose", "Night guard"]

    def test_search_patterns(self, listed):
        assert found(listed().like("title", "%guard")) == ["Night guard"]
        assert found(listed().like("title", "%Guard")) == []
        assert found(listed().ilike("title", "%GUARD%")) == ["Night guard"]
        assert found(listed().not_.ilike("title", "*o*")) == ["Night guard"]

    def test_search_words(self, client, world):
        def notes():
            return client.from_("case_notes").select("content").eq("case_id", world.crown["id"]).order("content")

        def contents(query):
            return [row["content"] for row in query.execute().data]

        call, first, shade = "Call before noon", "Left crown first", "Shade on the left"
        assert contents(notes().fts("content", "'left' & !crown")) == [shade]
        assert contents(notes().plfts("content", "crown left")) == [first]
        assert contents(notes().phfts("content", "the left")) == [shade]
        assert contents(notes().wfts("content", "noon or -shade")) == [call, first]
        searched = client.from_("case_notes").select("content").eq("case_id", world.crown["id"])
        assert contents(searched.text_search("content", "crown left", options={"type": "plain"})) == [first]

    def test_ask_json_for_what_it_holds(self, listed):
        assert found(listed().contains("tags", '["zirconia"]')) == [BRIDGE, "Crown on 16"]
        assert found(listed().contains("metadata", {"shade": {"base": "A2"}})) == ["Crown on 16"]


class TestOrderAndPieces:
    def test_order_with_empty_values_where_they_are_wanted(self, listed):
        up = listed().order("due_at", nullsfirst=True)
        assert titles(up) == [BRIDGE, "Loose", "Night guard", "Crown on 16"]
        down = listed().order("due_at", desc=True, nullsfirst=False)
        assert titles(down) == ["Crown on 16", "Night guard", "Loose", BRIDGE]
        two = listed().order("urgency", desc=True).order("title")
        assert titles(two) == ["Crown on 16", BRIDGE, "Loose", "Night guard"]

    def test_limit_offset_and_range(self, listed):
        assert titles(listed().order("title").limit(1)) == [BRIDGE]
        assert titles(listed().order("title").limit(1).offset(3)) == ["Night guard"]
        assert titles(listed().order("title").range(1, 2)) == ["Crown on 16", "Loose"]

    @pytest.mark.parametrize("count", [CountMethod.exact, CountMethod.estimated])
    def test_count_with_rows_and_without(self, client, world, count):
        some = client.from_("cases").select("id", count=count).in_("id", world.ids).limit(2).execute()
        assert (some.count, len(some.data)) == (4, 2)
        head = client.from_("cases").select("*", count=count, head=True).in_("id", world.ids).execute()
        assert (head.count, head.data) == (4, [])

    def test_count_by_the_plan(self, client):
        planned = client.from_("cases").select("*", count=CountMethod.planned, head=True).execute()
        assert planned.count >= 0


class TestShapes:
    def test_one_row_or_an_error(self, world, listed):
        assert listed("id").eq("title", "Loose").single().execute().data == {"id": world.loose["id"]}
        for query in [listed().single(), listed().eq("title", "none").single()]:
            with pytest.raises(APIError) as refused:
                query.execute()
            assert refused.value.code == "not_single"

    def test_one_row_or_none(self, world, listed):
        assert listed("id").eq("title", "Loose").maybe_single().execute().data == {"id": world.loose["id"]}
        assert listed().eq("title", "none").maybe_single().execute() is None
        with pytest.raises(APIError):
            listed().maybe_single().execute()

    def test_comma_separated_values(self, listed):
        table = listed("title,due_at,urgency").order("title").limit(2).csv().execute().data
        assert table.split("\r\n") == [
            "title,due_at,urgency",
            f'"{BRIDGE}",,standard',
            "Crown on 16,2026-03-01T12:00:00+00:00,rush",
            "",
        ]


class TestChanges:
    def now(self, client, row):
        return client.from_("cases").select("title", "version").eq("id", row["id"]).single().execute().data

    def test_insert_one_row_shown_or_not(self, client):
        shown = client.from_("cases").insert({"title": "Shown"}).execute().data
        assert [row["title"] for row in shown] == ["Shown"]
        unseen = client.from_("cases").insert({"title": "Unseen"}, returning=ReturnMethod.minimal).execute()
        assert unseen.data == []
        assert len(client.from_("cases").select("id").eq("title", "Unseen").execute().data) == 1

    def test_insert_many_rows_all_or_none(self, client):
        many = [{"title": "Many 1", "tags": ["x"]}, {"title": "Many 2", "tags": []}]
        assert titles(client.from_("cases").insert(many)) == ["Many 1", "Many 2"]
        chosen = client.from_("cases").insert(many, default_to_null=False).select("title", "tags").execute()
        assert chosen.data == many
        wrong = [{"title": "None 1", "urgency": "rush"}, {"title": "None 2", "urgency": "lost"}]
        with pytest.raises(APIError) as refused:
            client.from_("cases").insert(wrong).execute()
        assert (refused.value.code, refused.value.details) == ("invalid_value", "urgency")
        assert client.from_("cases").select("id").in_("title", ["None 1", "None 2"]).execute().data == []

    def test_update_by_id_shown_or_not(self, client, new_case):
        row = new_case()
        shown = client.from_("cases").update({"title": "Changed"}).eq("id", row["id"]).execute().data
        assert [(row["title"], row["version"]) for row in shown] == [("Changed", 2)]
        chosen = client.from_("cases").update({"title": "Chosen"}).eq("id", row["id"]).select("title").execute()
        assert chosen.data == [{"title": "Chosen"}]
        minimal = client.from_("cases").update({"title": "Unseen"}, returning=ReturnMethod.minimal)
        assert minimal.eq("id", row["id"]).max_affected(1).execute().data == []
        assert self.now(client, row) == {"title": "Unseen", "version": 4}

    def test_delete_by_id_shown_or_not(self, client, new_case):
        one, two = new_case(), new_case()
        assert [row["id"] for row in client.from_("cases").delete().eq("id", one["id"]).execute().data] == [one["id"]]
        unseen = client.from_("cases").delete(returning=ReturnMethod.minimal).eq("id", two["id"]).execute()
        assert unseen.data == []
        with pytest.raises(APIError) as refused:
            client.from_("cases").delete().eq("id", one["id"]).execute()
        assert refused.value.code == "not_found"

    def test_try_a_change_and_undo_it(self, client, new_case):
        row = new_case()
        tried = client.from_("cases").update({"title": "Tried"}).eq("id", row["id"])
        tried.request.headers["Prefer"] += ",tx=rollback"
        assert titles(tried) == ["Tried"]
        assert self.now(client, row) == {"title": "To change", "version": 1}


class TestErrors:
    def test_say_what_is_wrong_and_with_what(self, client):
        with pytest.raises(APIError) as refused:
            client.from_("cases").select("nothing").execute()
        error = refused.value
        assert (error.code, error.details) == ("unknown_column", "nothing")
        assert error.message.startswith("cases has: ")

    def test_say_that_nobody_is_signed_in(self, server):
        with SyncPostgrestClient(f"{server['url']}/api/v1") as stranger, pytest.raises(APIError) as refused:
            stranger.from_("cases").select("*").execute()
        assert refused.value.code == "unauthenticated"


REFUSED = {
    "upsert": (lambda cases, _: cases.upsert({"title": "Never"}), "unsupported_preference"),
    "upsert by another key": (
        lambda cases, _: cases.upsert([{"title": "Never"}], on_conflict="title", ignore_duplicates=True),
        "unsupported_preference",
    ),
    "update of many": (lambda cases, _: cases.update({"title": "Never"}).eq("urgency", "rush"), "key_required"),
    "update of some": (lambda cases, world: cases.update({"title": "Never"}).in_("id", world.ids), "key_required"),
    "update of all": (lambda cases, _: cases.update({"title": "Never"}), "key_required"),
    "delete of many": (lambda cases, world: cases.delete().neq("id", world.loose["id"]), "key_required"),
    "delete of all": (lambda cases, _: cases.delete(), "key_required"),
    "uneven rows": (lambda cases, _: cases.insert([{"title": "Never"}, {"urgency": "rush"}]), "uneven_rows"),
    "regular expressions": (lambda cases, _: cases.select("*").filter("title", "match", "^C"), "unknown_operator"),
    "any of several patterns": (lambda cases, _: cases.select("*").like_any_of("title", "a%"), "unsupported_operator"),
    "ranges": (lambda cases, _: cases.select("*").range_gt("title", (1, 2)), "unknown_operator"),
    "languages": (
        lambda cases, _: cases.select("*").text_search("title", "a", options={"config": "english"}),
        "unsupported_operator",
    ),
    "a list where JSON is": (lambda cases, _: cases.select("*").contains("tags", ["zirconia"]), "invalid_value"),
    "what JSON is contained by": (
        lambda cases, _: cases.select("*").contained_by("tags", '["a"]'),
        "unsupported_operator",
    ),
    "what JSON overlaps": (lambda cases, _: cases.select("*").overlaps("tags", ["a"]), "unsupported_operator"),
    "casts": (lambda cases, _: cases.select("title::text"), "unsupported_select"),
    "paths into JSON": (lambda cases, _: cases.select("metadata->shade"), "unsupported_select"),
    "aggregates": (lambda cases, _: cases.select("version.sum()"), "unsupported_select"),
    "spreads": (lambda cases, _: cases.select("...patients(last_name)"), "unsupported_select"),
    "more than a page": (lambda cases, _: cases.select("*").limit(1000), "limit_too_large"),
    "rows without their empty values": (lambda cases, _: cases.select("*").strip_nulls(), "not_acceptable"),
    "columns that an action owns": (lambda cases, _: cases.insert({"status": "ready"}), "managed_column"),
}


@pytest.mark.parametrize("query, code", REFUSED.values(), ids=REFUSED.keys())
def test_what_is_not_taken_is_refused_with_its_reason(client, world, query, code):
    with pytest.raises(APIError) as refused:
        query(client.from_("cases"), world).execute()
    assert refused.value.code == code
    assert refused.value.message.endswith(".")
    assert client.from_("cases").select("id").eq("title", "Never").execute().data == []


@pytest.mark.parametrize("get", [False, True])
def test_functions_are_not_there(client, get):
    with pytest.raises(APIError) as refused:
        client.rpc("anything", {"a": "1"}, get=get).execute()
    assert refused.value.code == "not_found"


def test_the_asynchronous_client_says_the_same(client, world):
    async def ask():
        async with AsyncPostgrestClient(str(client.base_url), headers=dict(client.headers)) as other:
            row = await other.from_("cases").select("title").eq("id", world.loose["id"]).single().execute()
            with pytest.raises(APIError) as refused:
                await other.from_("cases").delete().execute()
            return row.data, refused.value.code

    assert asyncio.run(ask()) == ({"title": "Loose"}, "key_required")
