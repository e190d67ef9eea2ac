//! Notifications, conversations, documents and referrals.

use uuid::Uuid;

use super::imaging::Stored;
use super::load::Job;
use super::table::{Table, fields};
use super::value::{DAY, HOUR, MINUTE, SECOND, Time};
use super::world::World;

pub(super) const JOBS: &[Job] = &[
    Job::new("tenant.notifications", notifications),
    Job::new("tenant.notification_deliveries", deliveries),
    Job::new("tenant.messages", messages),
    Job::new("tenant.documents", documents),
    Job::new("tenant.conversation_participants", participants),
    Job::new("tenant.conversations", conversations),
    Job::new("tenant.referrals", referrals),
    Job::new("tenant.referral_items", referral_items),
];

/// What is told about a report, and to whom.
struct Notice {
    id: Uuid,
    n: usize,
    tenant: usize,
    at: Time,
    user: Option<usize>,
    patient: Option<usize>,
    kind: &'static str,
    priority: &'static str,
    title: &'static str,
    message: &'static str,
    report: Uuid,
    by_mail: bool,
}

fn notices(world: &World) -> impl Iterator<Item = Notice> + use<'_> {
    (0..world.sizes.notifications).map(|n| notice(world, n))
}

/// In turn: the doctor hears of a report, the patient of its review or of their visit, the radiologist of the judgement.
fn notice(world: &World, n: usize) -> Notice {
    let report = world.report(n * world.sizes.reports / world.sizes.notifications);
    let turn = n % 4;
    let patient = world.patients[report.patient];
    let seen = world.visits[report.visit];
    let (at, user, kind, priority, title, message) = match turn {
        0 if report.risk == "high" => (
            report.analyzed,
            Some(report.doctor),
            "urgent_case",
            "urgent",
            "High risk",
            "A report with high risk waits for you.",
        ),
        0 => (
            report.analyzed,
            Some(report.doctor),
            "new_report",
            "normal",
            "New report",
            "A report waits for your review.",
        ),
        1 => match report.reviewed {
            Some(at) => (
                at,
                patient.account,
                "review_complete",
                "normal",
                "Report reviewed",
                "Your dentist has looked at your images.",
            ),
            None => (
                report.analyzed,
                patient.account,
                "new_report",
                "low",
                "Images taken",
                "Your images were added to your record.",
            ),
        },
        2 => {
            let at = seen.start.plus(-DAY).max(seen.booked);
            (
                at,
                patient.account,
                "reminder",
                "normal",
                "Your appointment",
                "Please remember your appointment.",
            )
        }
        _ => (
            report.analyzed.plus(MINUTE),
            Some(report.radiologist),
            "job",
            "low",
            "Analysis ready",
            "The analysis of an image is ready.",
        ),
    };
    let at = world.clip(at.plus(SECOND));
    Notice {
        id: world.id("notifications", n, at),
        n,
        tenant: report.tenant,
        at,
        user,
        patient: user.is_none().then_some(report.patient),
        kind,
        priority,
        title,
        message,
        report: report.id,
        by_mail: turn == 2 || priority == "urgent",
    }
}

fn notifications(world: &World, out: &mut Table) {
    for notice in notices(world) {
        let mut dice = world.dice("notifications", notice.n);
        let read = notice.at.plus(dice.between(2, 4000) * MINUTE);
        let read = (dice.percent(80) && read < world.calendar.end).then_some(read);
        out.row(
            &world.stamp(notice.tenant, notice.id, notice.at, None),
            fields! {
                user_id: notice.user.map(|member| world.members[member].user),
                patient_id: notice.patient.map(|patient| world.patient_id(patient)), type: notice.kind, priority: notice.priority,
                title: notice.title, message: notice.message, related_report_id: notice.report, read_at: read,
                sent_via_email: notice.by_mail,
            },
        );
    }
}

fn deliveries(world: &World, out: &mut Table) {
    for notice in notices(world).filter(|notice| notice.by_mail) {
        let at = notice.at.plus(2 * SECOND);
        let failed = notice.n % 150 == 0;
        out.row(
            &world.stamp(notice.tenant, world.id("notification_deliveries", notice.n, at), at, None),
            fields! {
                notification_id: notice.id, channel: "email", state: if failed { "failed" } else { "delivered" },
                attempts: if failed { 5_i64 } else { 1 }, sent_at: at, delivered_at: (!failed).then(|| at.plus(3 * SECOND)),
                error_message: failed.then_some("The mailbox is full."),
            },
        );
    }
}

/// One visit in so many is talked about in a thread with the patient.
const TALKED: usize = 12;
/// Messages of a thread.
const SAID: usize = 6;

fn threads(world: &World) -> impl Iterator<Item = (usize, Uuid, Time)> + use<'_> {
    (0..world.completed.len()).step_by(TALKED).map(|number| {
        let (_, seen) = world.completed(number);
        let at = seen.end().plus(20 * MINUTE);
        (number, world.id("conversations", number, at), at)
    })
}

fn said_at(world: &World, at: Time, place: usize) -> Time {
    world.clip(at.plus(place as i64 * 37 * MINUTE))
}

fn conversations(world: &World, out: &mut Table) {
    for (number, id, at) in threads(world) {
        let (_, seen) = world.completed(number);
        out.row(
            &world.stamp(seen.tenant, id, at, Some(seen.by)),
            fields! {
                conversation_type: "patient", subject: "After your visit", patient_id: world.patient_id(seen.patient), status: "open",
                last_message_at: said_at(world, at, SAID - 1), message_count: SAID,
            },
        );
    }
}

fn participants(world: &World, out: &mut Table) {
    for (number, thread, at) in threads(world) {
        let (_, seen) = world.completed(number);
        let doctor = world.members[seen.by].user;
        for (place, (user, patient)) in
            [(Some(doctor), None), (None, Some(world.patient_id(seen.patient)))].into_iter().enumerate()
        {
            out.row(
                &world.stamp(seen.tenant, world.id("conversation_participants", number * 2 + place, at), at, Some(seen.by)),
                fields! {
                    conversation_id: thread, user_id: user, patient_id: patient, role: if place == 0 { "author" } else { "participant" },
                    joined_at: at, last_read_at: said_at(world, at, 4),
                },
            );
        }
    }
}

fn messages(world: &World, out: &mut Table) {
    const WORDS: [&str; SAID] = [
        "How is the tooth since the visit?",
        "A little sensitive to cold, otherwise fine.",
        "That is usual for some days. Please avoid very cold drinks.",
        "Thank you. May I chew on that side?",
        "Yes, from this evening on.",
        "Good, thank you.",
    ];
    for (number, thread, at) in threads(world) {
        let (_, seen) = world.completed(number);
        for (place, words) in WORDS.iter().enumerate() {
            let at = said_at(world, at, place);
            let from_patient = place % 2 == 1;
            let read = world.clip(at.plus(20 * MINUTE));
            out.row(
                &world.stamp(seen.tenant, world.id("messages", number * SAID + place, at), at, (!from_patient).then_some(seen.by)),
                fields! {
                    conversation_id: thread, sender_type: if from_patient { "patient" } else { "user" },
                    author_id: (!from_patient).then(|| world.members[seen.by].user),
                    patient_id: from_patient.then(|| world.patient_id(seen.patient)), content_type: "text", content: *words, sent_at: at,
                    delivery_state: "read", read_at: read,
                },
            );
        }
    }
}

/// A paper of a patient.
pub(super) struct Paper {
    pub(super) id: Uuid,
    n: usize,
    patient: usize,
    at: Time,
    pub(super) stored: Stored,
}

impl World {
    /// A signed consent form of every other patient.
    pub(super) fn papers(&self) -> impl Iterator<Item = Paper> + use<'_> {
        (0..self.patients.len()).step_by(2).map(|n| self.paper(n))
    }

    fn paper(&self, n: usize) -> Paper {
        let patient = self.patients[n];
        let at = patient.made.plus(6 * MINUTE);
        Paper {
            id: self.id("documents", n, at),
            n,
            patient: n,
            at,
            stored: self.stored(patient.tenant, "document", n, at),
        }
    }

    /// The consent form of a patient, where there is one.
    pub(super) fn paper_of(&self, patient: usize) -> Option<Uuid> {
        patient.is_multiple_of(2).then(|| self.paper(patient).id)
    }
}

fn documents(world: &World, out: &mut Table) {
    for paper in world.papers() {
        let tenant = world.patients[paper.patient].tenant;
        let patient = world.patient_id(paper.patient);
        out.row(
            &world.stamp(tenant, paper.id, paper.at, Some(world.desk(tenant, paper.n))),
            fields! {
                owner_type: "patient", patient_id: patient, document_type: "consent_form", title: "Consent to treatment and data processing",
                language: &world.tenant(tenant).region.language[..2], media_type: "application/pdf", size_bytes: paper.stored.size,
                checksum: paper.stored.hash.hex(), object_id: paper.stored.id, signed_at: paper.at, signer_patient_id: patient,
                signer_name: world.patient_name(paper.patient),
            },
        );
    }
}

/// One visit in so many ends with a referral.
const REFERRED: usize = 40;

fn referred(world: &World) -> impl Iterator<Item = (usize, Uuid, Time)> + use<'_> {
    (0..world.completed.len()).step_by(REFERRED).map(|number| {
        let at = world.completed(number).1.end().plus(15 * MINUTE);
        (number, world.id("referrals", number, at), at)
    })
}

fn referrals(world: &World, out: &mut Table) {
    for (number, id, at) in referred(world) {
        let (visit, seen) = world.completed(number);
        let answered = at.plus(3 * DAY);
        let accepted = answered < world.calendar.end;
        let other =
            world.treating(seen.tenant).find(|member| *member != seen.by).unwrap_or(world.admin(seen.tenant));
        out.row(
            &world.stamp(seen.tenant, id, at, Some(seen.by)),
            fields! {
                referral_number: format!("R-{:06}", number - world.tenant(seen.tenant).completed.start + 1), referral_type: "second_opinion",
                direction: "outgoing", status: if accepted { "accepted" } else { "offered" }, patient_id: world.patient_id(seen.patient),
                encounter_id: world.encounter_id(visit), referring_user_id: world.members[seen.by].user,
                recipient_user_id: world.members[other].user, specialty: "endodontics", reason: "Unclear finding at a molar.",
                offered_at: at, expires_at: at.plus(30 * DAY), responded_at: accepted.then_some(answered),
            },
        );
    }
}

fn referral_items(world: &World, out: &mut Table) {
    for (number, referral, at) in referred(world) {
        let Some(report) = world.reports_of(number).next() else { continue };
        let at = at.plus(HOUR / 60);
        out.row(
            &world.stamp(report.tenant, world.id("referral_items", number, at), at, Some(report.doctor)),
            fields! { referral_id: referral, resource_type: "diagnostic_reports", resource_id: report.id },
        );
    }
}
