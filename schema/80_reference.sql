-- What every installation knows from the start: permissions and the predefined roles of all sources.

insert into platform.permissions (name, module, description) values
    ('view_organization', 'tenancy', 'See the organisation, its places and its people.'),
    ('manage_organization', 'tenancy', 'Change the organisation''s places.'),
    ('view_patient', 'patients', 'See patients.'),
    ('edit_patient', 'patients', 'Add, change and delete patients.'),
    ('view_case', 'cases', 'See cases, their files, segments and jobs.'),
    ('edit_case', 'cases', 'Add, change and delete cases.'),
    ('advance_case', 'cases', 'Move a case to its next state.'),
    ('upload_file', 'cases', 'Bring files to a case.'),
    ('download_file', 'cases', 'Read the bytes of a case''s files.'),
    ('process_scan', 'cases', 'Start, repeat and cancel the processing of scans.'),
    ('view_audit', 'compliance', 'Read the trail.');

insert into platform.permission_rights (permission, resource, verb)
select p, r, v
from (values
    ('view_organization', '{tenants,locations,members}', '{read}'),
    ('manage_organization', '{locations}', '{create,update,delete}'),
    ('view_patient', '{patients}', '{read}'),
    ('edit_patient', '{patients}', '{create,update,delete}'),
    ('view_case', '{cases,case_files,segments,jobs}', '{read}'),
    ('edit_case', '{cases}', '{create,update,delete}'),
    ('edit_case', '{case_files}', '{update,delete}'),
    ('advance_case', '{cases}', '{advance}'),
    ('upload_file', '{case_files}', '{upload}'),
    ('download_file', '{case_files}', '{download}'),
    ('process_scan', '{case_files}', '{process}'),
    ('process_scan', '{jobs}', '{cancel,retry}'),
    ('view_audit', '{audit_events}', '{read}')
) as t (p, resources, verbs), unnest(resources::text[]) as r, unnest(verbs::text[]) as v;

insert into platform.roles (name, description) values
    ('admin', 'Runs the organisation: everything in it.'),
    ('tenant_admin', 'Runs the organisation: everything in it.'),
    ('manager', 'Leads the work: cases, people and numbers.'),
    ('operator', 'Everyday work with scans and cases.'),
    ('service', 'A program that works for the organisation.'),
    ('technician', 'Makes what a case needs.'),
    ('tech', 'Reads everything of the work, changes little.'),
    ('dentist', 'Treats patients and orders work.'),
    ('doctor', 'Treats patients and reviews reports.'),
    ('clinician', 'Treats patients.'),
    ('radiologist', 'Makes reports from images.'),
    ('staff', 'Front desk and office.'),
    ('patient', 'Sees their own record.'),
    ('read_only_auditor', 'Reads the trail and the records, changes nothing.'),
    ('data_scientist', 'Works with de-identified data.');

insert into platform.role_permissions (role_id, permission)
select r.id, p
from (values
    ('{admin,tenant_admin}', '{view_organization,manage_organization,view_patient,edit_patient,view_case,edit_case,advance_case,upload_file,download_file,process_scan,view_audit}'),
    ('{manager}', '{view_organization,view_patient,edit_patient,view_case,edit_case,advance_case,upload_file,download_file,process_scan,view_audit}'),
    ('{technician,operator}', '{view_organization,view_case,edit_case,advance_case,upload_file,download_file,process_scan,view_audit}'),
    ('{dentist,doctor,clinician}', '{view_organization,view_patient,edit_patient,view_case,edit_case,advance_case,upload_file,download_file,process_scan}'),
    ('{service}', '{view_case,edit_case,upload_file,download_file,process_scan}'),
    ('{tech}', '{view_organization,view_patient,view_case,upload_file,download_file}'),
    ('{staff}', '{view_organization,view_patient,edit_patient,view_case}'),
    ('{radiologist}', '{view_organization,view_patient}'),
    ('{read_only_auditor}', '{view_organization,view_patient,view_case,view_audit}')
) as t (roles, permissions)
cross join unnest(roles::text[]) as role_name
cross join unnest(permissions::text[]) as p
join platform.roles as r on r.name = role_name and r.tenant_id is null;
