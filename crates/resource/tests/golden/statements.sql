-- GET cases/01890a5d-ac96-774b-bcce-b302099a8057 
select row_to_json(j0)::text, t0."version"::text, t0."id"::text from (select s0."id", s0."version", s0."tenant_id", s0."created_at", s0."created_by", s0."updated_at", s0."updated_by", s0."deleted_at", s0."deleted_by", s0."is_deleted", s0."case_number", s0."title", s0."patient_id", s0."location_id", s0."procedure_type", s0."urgency", s0."priority", s0."status", s0."due_at", s0."tags", s0."metadata" from "tenant"."cases" as s0 where s0."id" = $1::uuid and s0."deleted_at" is null) as t0 cross join lateral (select t0."tenant_id" as "tenant_id", t0."id" as "id", t0."version" as "version", t0."created_at" as "created_at", t0."created_by" as "created_by", t0."updated_at" as "updated_at", t0."updated_by" as "updated_by", t0."deleted_at" as "deleted_at", t0."deleted_by" as "deleted_by", t0."is_deleted" as "is_deleted", t0."case_number" as "case_number", t0."title" as "title", t0."patient_id" as "patient_id", t0."location_id" as "location_id", t0."procedure_type" as "procedure_type", t0."urgency" as "urgency", t0."priority" as "priority", t0."status" as "status", t0."due_at" as "due_at", t0."tags" as "tags", t0."metadata" as "metadata") as j0
-- ["01890a5d-ac96-774b-bcce-b302099a8057"]

-- GET cases?select=id,title 
select row_to_json(j0)::text, t0."id" from (select s0."id", s0."version", s0."title" from "tenant"."cases" as s0 where s0."deleted_at" is null order by s0."id" limit 51) as t0 cross join lateral (select t0."id" as "id", t0."title" as "title") as j0 order by t0."id"
-- []

-- GET cases?select=*,patient:patients(first_name)&order=created_at.desc&limit=20&offset=40 
select row_to_json(j0)::text, t0."created_at", t0."id" from (select s0."id", s0."version", s0."created_at", s0."tenant_id", s0."created_by", s0."updated_at", s0."updated_by", s0."deleted_at", s0."deleted_by", s0."is_deleted", s0."case_number", s0."title", s0."patient_id", s0."location_id", s0."procedure_type", s0."urgency", s0."priority", s0."status", s0."due_at", s0."tags", s0."metadata" from "tenant"."cases" as s0 where s0."deleted_at" is null order by s0."created_at" desc, s0."id" desc limit 21 offset $1::bigint) as t0 cross join lateral (select t0."tenant_id" as "tenant_id", t0."id" as "id", t0."version" as "version", t0."created_at" as "created_at", t0."created_by" as "created_by", t0."updated_at" as "updated_at", t0."updated_by" as "updated_by", t0."deleted_at" as "deleted_at", t0."deleted_by" as "deleted_by", t0."is_deleted" as "is_deleted", t0."case_number" as "case_number", t0."title" as "title", t0."patient_id" as "patient_id", t0."location_id" as "location_id", t0."procedure_type" as "procedure_type", t0."urgency" as "urgency", t0."priority" as "priority", t0."status" as "status", t0."due_at" as "due_at", t0."tags" as "tags", t0."metadata" as "metadata", (select row_to_json(j1) from (select s1."id", s1."version", s1."first_name" from "tenant"."patients" as s1 where s1."tenant_id" = t0."tenant_id" and s1."id" = t0."patient_id" and s1."deleted_at" is null) as t1 cross join lateral (select t1."first_name" as "first_name") as j1) as "patient") as j0 order by t0."created_at" desc, t0."id" desc
-- ["40"]

-- GET cases?select=id,case_files(name,segments(fdi))&case_files.limit=5&case_files.segments.order=fdi 
select row_to_json(j0)::text, t0."id" from (select s0."id", s0."version", s0."tenant_id" from "tenant"."cases" as s0 where s0."deleted_at" is null order by s0."id" limit 51) as t0 cross join lateral (select t0."id" as "id", (select coalesce(json_agg(j1), '[]') from (select s1."id", s1."version", s1."name", s1."tenant_id" from "tenant"."case_files" as s1 where s1."tenant_id" = t0."tenant_id" and s1."case_id" = t0."id" and s1."deleted_at" is null order by s1."id" limit 5) as t1 cross join lateral (select t1."name" as "name", (select coalesce(json_agg(j2), '[]') from (select s2."id", s2."version", s2."fdi" from "tenant"."segments" as s2 where s2."tenant_id" = t1."tenant_id" and s2."case_file_id" = t1."id" and s2."deleted_at" is null order by s2."fdi", s2."id" limit 200) as t2 cross join lateral (select t2."fdi" as "fdi") as j2) as "segments") as j1) as "case_files") as j0 order by t0."id"
-- []

-- GET cases?select=id,case_files!inner()&case_files.status=eq.failed 
select row_to_json(j0)::text, t0."id" from (select s0."id", s0."version", s0."tenant_id" from "tenant"."cases" as s0 where s0."deleted_at" is null and exists (select from "tenant"."case_files" as e1 where e1."tenant_id" = s0."tenant_id" and e1."case_id" = s0."id" and e1."deleted_at" is null and (e1."status" = $1::platform.file_status)) order by s0."id" limit 51) as t0 cross join lateral (select t0."id" as "id") as j0 order by t0."id"
-- ["failed"]

-- GET cases?select=id&status=in.(ready,qc)&or=(title.is.null,not.and(urgency.eq.rush,version.gt.1)) 
select row_to_json(j0)::text, t0."id" from (select s0."id", s0."version" from "tenant"."cases" as s0 where s0."deleted_at" is null and (s0."status" = any ($1::platform.case_status[])) and ((s0."title" is null) or not ((s0."urgency" = $2::platform.urgency_level) and (s0."version" > $3::integer))) order by s0."id" limit 51) as t0 cross join lateral (select t0."id" as "id") as j0 order by t0."id"
-- ["{\"ready\",\"qc\"}", "rush", "1"]

-- GET cases?select=id&is_deleted=is.true 
select row_to_json(j0)::text, t0."id" from (select s0."id", s0."version" from "tenant"."cases" as s0 where true and (s0."is_deleted" is true) order by s0."id" limit 51) as t0 cross join lateral (select t0."id" as "id") as j0 order by t0."id"
-- []

-- GET members?select=full_name,cases(id)&order=full_name&limit=5 
select row_to_json(j0)::text, t0."full_name", t0."id" from (select s0."id", s0."full_name", s0."tenant_id" from "tenant"."members" as s0 where true order by s0."full_name", s0."id" limit 6) as t0 cross join lateral (select t0."full_name" as "full_name", (select coalesce(json_agg(j1), '[]') from (select s1."id", s1."version" from "tenant"."cases" as s1 where s1."tenant_id" = t0."tenant_id" and s1."created_by" = t0."id" and s1."deleted_at" is null order by s1."id" limit 200) as t1 cross join lateral (select t1."id" as "id") as j1) as "cases") as j0 order by t0."full_name", t0."id"
-- []

-- GET case_files?select=id&order=uploaded_at.desc 
select row_to_json(j0)::text, t0."uploaded_at", t0."id" from (select s0."id", s0."version", s0."uploaded_at" from "tenant"."case_files" as s0 where s0."deleted_at" is null and (s0."uploaded_at", s0."id") < ($1::timestamp with time zone, $2::uuid) order by s0."uploaded_at" desc, s0."id" desc limit 51) as t0 cross join lateral (select t0."id" as "id") as j0 order by t0."uploaded_at" desc, t0."id" desc
-- ["2026-01-01T00:00:00Z", "01890a5d-ac96-774b-bcce-b302099a8057"]

-- GET cases?select=id&order=due_at.desc.nullslast,title 
select row_to_json(j0)::text, t0."due_at", t0."title", t0."id" from (select s0."id", s0."version", s0."due_at", s0."title" from "tenant"."cases" as s0 where s0."deleted_at" is null and (false or s0."due_at" is null and (s0."title" > $1::text or s0."title" is null or s0."title" = $1::text and (s0."id" > $2::uuid or s0."id" = $2::uuid and false))) order by s0."due_at" desc nulls last, s0."title", s0."id" limit 51) as t0 cross join lateral (select t0."id" as "id") as j0 order by t0."due_at" desc nulls last, t0."title", t0."id"
-- ["a", "01890a5d-ac96-774b-bcce-b302099a8057"]

-- POST cases?select=id [{"title":"a","urgency":"RUSH"}]
with w as (insert into "tenant"."cases" as s0 ("title", "urgency") select v."title", v."urgency" from json_to_recordset($1::json) as v ("title" text, "urgency" platform.urgency_level) returning s0."tenant_id", s0."id", s0."version", s0."created_at", s0."created_by", s0."updated_at", s0."updated_by", s0."deleted_at", s0."deleted_by", s0."is_deleted", s0."case_number", s0."title", s0."patient_id", s0."location_id", s0."procedure_type", s0."urgency", s0."priority", s0."status", s0."due_at", s0."tags", s0."metadata") select row_to_json(j0)::text, t0."version"::text, t0."id"::text from w as t0 cross join lateral (select t0."id" as "id") as j0
-- ["[{\"title\":\"a\",\"urgency\":\"rush\"}]"]

-- POST cases?select=id {}
with w as (insert into "tenant"."cases" as s0 ("case_number") values (default) returning s0."tenant_id", s0."id", s0."version", s0."created_at", s0."created_by", s0."updated_at", s0."updated_by", s0."deleted_at", s0."deleted_by", s0."is_deleted", s0."case_number", s0."title", s0."patient_id", s0."location_id", s0."procedure_type", s0."urgency", s0."priority", s0."status", s0."due_at", s0."tags", s0."metadata") select row_to_json(j0)::text, t0."version"::text, t0."id"::text from w as t0 cross join lateral (select t0."id" as "id") as j0
-- []

-- PATCH patients/01890a5d-ac96-774b-bcce-b302099a8057?select=id {"last_name":"B"}
with w as (update "tenant"."patients" as s0 set "last_name" = v."last_name" from json_to_recordset($1::json) as v ("last_name" text) where s0."id" = $2::uuid and s0."deleted_at" is null and s0."version" = $3::integer returning s0."tenant_id", s0."id", s0."version", s0."created_at", s0."created_by", s0."updated_at", s0."updated_by", s0."deleted_at", s0."deleted_by", s0."is_deleted", s0."first_name", s0."last_name", s0."dob", s0."sex_at_birth", s0."gender_identity", s0."contact_email", s0."phone_mobile", s0."phone_home", s0."preferred_language", s0."preferred_contact_method", s0."primary_location_id", s0."status") select row_to_json(j0)::text, t0."version"::text, t0."id"::text from w as t0 cross join lateral (select t0."id" as "id") as j0
-- ["[{\"last_name\":\"B\"}]", "01890a5d-ac96-774b-bcce-b302099a8057", "3"]

-- DELETE patients/01890a5d-ac96-774b-bcce-b302099a8057 
with w as (update "tenant"."patients" as s0 set "deleted_at" = now() where s0."id" = $1::uuid and s0."deleted_at" is null and s0."version" = $2::integer returning s0."tenant_id", s0."id", s0."version", s0."created_at", s0."created_by", s0."updated_at", s0."updated_by", s0."deleted_at", s0."deleted_by", s0."is_deleted", s0."first_name", s0."last_name", s0."dob", s0."sex_at_birth", s0."gender_identity", s0."contact_email", s0."phone_mobile", s0."phone_home", s0."preferred_language", s0."preferred_contact_method", s0."primary_location_id", s0."status") select null::text, t0."version"::text, t0."id"::text from w as t0
-- ["01890a5d-ac96-774b-bcce-b302099a8057", "3"]

-- POST patients/01890a5d-ac96-774b-bcce-b302099a8057/restore?select=id 
with w as (update "tenant"."patients" as s0 set deleted_at = null where s0."id" = $1::uuid and s0."deleted_at" is not null and s0."version" = $2::integer returning s0."tenant_id", s0."id", s0."version", s0."created_at", s0."created_by", s0."updated_at", s0."updated_by", s0."deleted_at", s0."deleted_by", s0."is_deleted", s0."first_name", s0."last_name", s0."dob", s0."sex_at_birth", s0."gender_identity", s0."contact_email", s0."phone_mobile", s0."phone_home", s0."preferred_language", s0."preferred_contact_method", s0."primary_location_id", s0."status") select row_to_json(j0)::text, t0."version"::text, t0."id"::text from w as t0 cross join lateral (select t0."id" as "id") as j0
-- ["01890a5d-ac96-774b-bcce-b302099a8057", "3"]

-- GET patients/01890a5d-ac96-774b-bcce-b302099a8057/history?limit=20 
select row_to_json(h)::text from (select v.version, v.valid_from, v.valid_until, v.changed_by, v.content as "row" from tenant.row_versions as v cross join lateral jsonb_populate_record(null::"tenant"."patients", v.content) as r where v.resource = $1::text and v.row_id = $2::uuid union all select s0.version, s0.updated_at, null, s0.updated_by, to_jsonb(s0) from (select "tenant_id", "id", "version", "created_at", "created_by", "updated_at", "updated_by", "deleted_at", "deleted_by", "is_deleted", "first_name", "last_name", "dob", "sex_at_birth", "gender_identity", "contact_email", "phone_mobile", "phone_home", "preferred_language", "preferred_contact_method", "primary_location_id", "status" from "tenant"."patients") as s0 where s0."id" = $3::uuid) as h order by version desc limit 20
-- ["patients", "01890a5d-ac96-774b-bcce-b302099a8057", "01890a5d-ac96-774b-bcce-b302099a8057"]

-- GET patients/01890a5d-ac96-774b-bcce-b302099a8057?select=last_name&as_of=2026-01-01T00:00:00Z 
select row_to_json(j0)::text, t0."version"::text, t0."id"::text from (select s0."id", s0."version", s0."last_name" from (select r."tenant_id", r."id", r."version", r."created_at", r."created_by", r."updated_at", r."updated_by", r."deleted_at", r."deleted_by", r."is_deleted", r."first_name", r."last_name", r."dob", r."sex_at_birth", r."gender_identity", r."contact_email", r."phone_mobile", r."phone_home", r."preferred_language", r."preferred_contact_method", r."primary_location_id", r."status" from tenant.row_versions as v cross join lateral jsonb_populate_record(null::"tenant"."patients", v.content) as r where v.resource = $1::text and v.row_id = $2::uuid and v.valid_from <= $4::timestamptz and v.valid_until > $4::timestamptz union all select "tenant_id", "id", "version", "created_at", "created_by", "updated_at", "updated_by", "deleted_at", "deleted_by", "is_deleted", "first_name", "last_name", "dob", "sex_at_birth", "gender_identity", "contact_email", "phone_mobile", "phone_home", "preferred_language", "preferred_contact_method", "primary_location_id", "status" from "tenant"."patients" where "id" = $3::uuid and updated_at <= $4::timestamptz) as s0 where s0."id" = $5::uuid and s0."deleted_at" is null) as t0 cross join lateral (select t0."last_name" as "last_name") as j0
-- ["patients", "01890a5d-ac96-774b-bcce-b302099a8057", "01890a5d-ac96-774b-bcce-b302099a8057", "2026-01-01T00:00:00Z", "01890a5d-ac96-774b-bcce-b302099a8057"]

-- GET patients?select=id&last_name=ilike.*meier*&limit=5 
select row_to_json(j0)::text, t0."id" from (select s0."id", s0."version" from "tenant"."patients" as s0 where s0."deleted_at" is null and (s0."id" = any (array(select platform.search($1::text, $2::text, $3::text, $4::text)))) order by s0."id" limit 6) as t0 cross join lateral (select t0."id" as "id") as j0 order by t0."id"
-- ["patients", "last_name", "ilike", "%meier%"]

