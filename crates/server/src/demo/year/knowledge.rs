//! Protocols and texts for patients, in versions and languages.

use uuid::Uuid;

use super::load::Job;
use super::table::{Table, fields};
use super::value::{DAY, HOUR, Json, Time};
use super::world::World;

pub(super) const JOBS: &[Job] = &[
    Job::new("tenant.knowledge_documents", documents),
    Job::new("tenant.knowledge_versions", versions),
    Job::new("tenant.knowledge_localizations", localizations),
];

/// Kind, short name, title, audience, text.
const TEXTS: [(&str, &str, &str, &str, &str); 4] = [
    (
        "clinical_protocol",
        "hygiene",
        "Hygiene between patients",
        "staff",
        "Clean, disinfect, let dry. Write down the time.",
    ),
    (
        "clinical_protocol",
        "radiographs",
        "When radiographs are taken",
        "clinicians",
        "Only with a question that the image answers.",
    ),
    (
        "patient_education",
        "after-extraction",
        "After an extraction",
        "patients",
        "Bite on the gauze for half an hour. Do not rinse today.",
    ),
    (
        "training",
        "scanner",
        "How to scan a jaw",
        "staff",
        "Dry the teeth. Begin at the last molar. Keep the distance.",
    ),
];

fn made(world: &World, tenant: usize) -> Time {
    world.tenant(tenant).made.plus(DAY)
}

fn each(world: &World) -> impl Iterator<Item = (usize, usize, usize)> + use<'_> {
    (0..world.tenants.len())
        .flat_map(|index| (0..TEXTS.len()).map(move |text| (index, text, index * 10 + text)))
}

fn document_id(world: &World, tenant: usize, n: usize) -> Uuid {
    world.id("knowledge_documents", n, made(world, tenant))
}

fn documents(world: &World, out: &mut Table) {
    for (index, text, n) in each(world) {
        let (kind, slug, title, audience, _) = TEXTS[text];
        out.row(
            &world.stamp(index, document_id(world, index, n), made(world, index), Some(world.admin(index))),
            fields! {
                document_kind: kind, slug: slug, title: title, topic: "practice", audience: audience,
                owner_id: world.members[world.admin(index)].user,
            },
        );
    }
}

fn version_id(world: &World, tenant: usize, n: usize, version: usize) -> Uuid {
    world.id(
        "knowledge_versions",
        n * 2 + version,
        made(world, tenant).plus((version as i64 * 120 + 1) * DAY),
    )
}

fn versions(world: &World, out: &mut Table) {
    for (index, text, n) in each(world) {
        let (_, _, title, _, content) = TEXTS[text];
        let [author, reviewer] = [1, 2].map(|number| world.members[world.staff(index, number)].user);
        let admin = world.members[world.admin(index)].user;
        for version in 0..2 {
            let at = made(world, index).plus((version as i64 * 120 + 1) * DAY);
            out.row(
                &world.stamp(index, version_id(world, index, n, version), at, Some(world.staff(index, 1))),
                fields! {
                    document_id: document_id(world, index, n), version_number: version + 1,
                    status: if version == 0 { "retired" } else { "published" }, language: "en", title: title, content: content,
                    sources: Json("[]"), evidence_level: "moderate", author_id: author, submitted_at: at.plus(HOUR),
                    reviewer_id: reviewer, reviewed_at: at.plus(5 * HOUR), approver_id: admin, approved_at: at.plus(9 * HOUR),
                    published_at: at.plus(10 * HOUR), retired_at: (version == 0).then(|| at.plus(120 * DAY)),
                    valid_from: at.day().plus(1), next_review_on: at.day().plus(366),
                },
            );
        }
    }
}

fn localizations(world: &World, out: &mut Table) {
    for (index, _, n) in each(world).filter(|(_, text, _)| TEXTS[*text].0 == "patient_education") {
        let at = made(world, index).plus(125 * DAY);
        let translator = world.members[world.staff(index, 1)].user;
        out.row(
            &world.stamp(index, world.id("knowledge_localizations", n, at), at, Some(world.staff(index, 1))),
            fields! {
                version_id: version_id(world, index, n, 1), language: "de", region: "001", title: "Nach dem Ziehen eines Zahns",
                content: "Eine halbe Stunde auf die Gaze beißen. Heute nicht spülen.", status: "published", translator_id: translator,
                is_machine_translated: false,
            },
        );
    }
}
