//! Work: the stages of a case, templates for them, and the machines that tenants configured.

use uuid::Uuid;

use super::load::Job;
use super::table::{Table, fields};
use super::value::{DAY, HOUR, Json, MINUTE, Time};
use super::words::{STAGES, WORKS};
use super::world::World;

pub(super) const JOBS: &[Job] = &[
    Job::new("tenant.workflow_stages", stages),
    Job::new("tenant.workflow_templates", templates),
    Job::new("tenant.workflow_template_stages", template_stages),
    Job::new("tenant.workflows", workflows),
    Job::new("tenant.workflow_instances", instances),
    Job::new("tenant.workflow_transitions", transitions),
];

impl World {
    /// When a stage of a case began and ended, if it came so far: about one a day.
    pub(super) fn stage_times(&self, case: usize, stage: usize) -> (Time, Time) {
        let made = self.cases[case];
        let mut dice = self.dice("workflow_stages", case * 7 + stage);
        let start = made.made.plus(stage as i64 * 26 * HOUR + dice.below(2 * HOUR) + 10 * MINUTE);
        let usual = STAGES[stage].1;
        let end = start.plus(usual * dice.between(70, 135) / 100 * MINUTE);
        (self.clip(start), self.clip(end))
    }

    pub(super) fn stage_id(&self, case: usize, stage: usize) -> Uuid {
        self.id("workflow_stages", case * 7 + stage, self.cases[case].made.plus(MINUTE))
    }

    fn template_id(&self, tenant: usize, work: usize) -> Uuid {
        self.id("workflow_templates", tenant * 10 + work, self.tenant(tenant).made.plus(3 * HOUR))
    }
}

fn stages(world: &World, out: &mut Table) {
    for (n, case) in world.cases.iter().enumerate() {
        for (stage, (name, minutes, department)) in STAGES.iter().enumerate() {
            let (start, end) = world.stage_times(n, stage);
            let done = stage < case.done;
            let running = stage == case.done && start < world.calendar.end.plus(-MINUTE) && !case.cancelled;
            let by = world.technician(n, stage);
            let machine =
                matches!(*name, "milling" | "sintering").then(|| world.device_id(case.tenant, 1 + n % 3));
            let again = done && (n * 7 + stage) % 31 == 0;
            out.row(
                &world.stamp(case.tenant, world.stage_id(n, stage), case.made.plus(MINUTE), Some(world.technician(n, 0))),
                fields! {
                    case_id: world.case_id(n), template_id: world.template_id(case.tenant, case.work), stage_name: *name,
                    status: if done { "completed" } else if running { "in_progress" } else { "pending" },
                    assigned_to: world.members[by].user, department_id: world.department_id(case.tenant, *department),
                    equipment_id: machine, expected_minutes: *minutes, due_at: case.made.plus((stage as i64 + 1) * 30 * HOUR),
                    started_at: (done || running).then_some(start), completed_at: done.then_some(end.max(start)),
                    rework_count: i64::from(again), status_reason: again.then_some("Margin was not closed."),
                },
            );
        }
    }
}

fn labs(world: &World) -> impl Iterator<Item = usize> + use<'_> {
    (0..world.tenants.len()).filter(|&index| world.tenant(index).is_lab())
}

fn templates(world: &World, out: &mut Table) {
    for index in labs(world) {
        for (work, (name, _, _)) in WORKS.iter().enumerate() {
            out.row(
                &world.stamp(index, world.template_id(index, work), world.tenant(index).made.plus(3 * HOUR), Some(world.admin(index))),
                fields! { name: format!("Standard {}", name.replace('_', " ")), procedure_type: *name, is_default: true },
            );
        }
    }
}

fn template_stages(world: &World, out: &mut Table) {
    for index in labs(world) {
        for work in 0..WORKS.len() {
            for (stage, (name, minutes, department)) in STAGES.iter().enumerate() {
                let at = world.tenant(index).made.plus(3 * HOUR + MINUTE);
                let n = (index * 10 + work) * 7 + stage;
                out.row(
                    &world.stamp(
                        index,
                        world.id("workflow_template_stages", n, at),
                        at,
                        Some(world.admin(index)),
                    ),
                    fields! {
                        template_id: world.template_id(index, work), stage_name: *name,
                        department_id: world.department_id(index, *department), expected_minutes: *minutes,
                    },
                );
            }
        }
    }
}

fn workflow_id(world: &World, tenant: usize) -> Uuid {
    world.id("workflows", tenant, world.tenant(tenant).made.plus(4 * HOUR))
}

fn workflows(world: &World, out: &mut Table) {
    for (index, tenant) in world.tenants.iter().enumerate() {
        let states = r#"[{"name": "open", "label": "Open"}, {"name": "second_reading", "due_in_hours": 48}, {"name": "closed", "is_final": true}]"#;
        let steps = r#"[{"name": "ask", "from": "open", "to": "second_reading"}, {"name": "close", "from": "second_reading", "to": "closed"}]"#;
        out.row(
            &world.stamp(index, workflow_id(world, index), tenant.made.plus(4 * HOUR), Some(world.admin(index))),
            fields! {
                name: "Second reading", kind: "ai_assisted_review", entity_type: "diagnostic_report", initial_state: "open",
                states: Json(states), transitions: Json(steps),
            },
        );
    }
}

/// One report in so many is read a second time.
const READ_AGAIN: usize = 100;

fn readings(world: &World) -> impl Iterator<Item = (usize, Uuid, Time, Option<Time>)> + use<'_> {
    (0..world.sizes.reports).step_by(READ_AGAIN).map(|n| {
        let at = world.report(n).analyzed.plus(MINUTE);
        let closed = at.plus(2 * DAY);
        (n, world.id("workflow_instances", n, at), at, (closed < world.calendar.end).then_some(closed))
    })
}

fn instances(world: &World, out: &mut Table) {
    for (n, id, at, closed) in readings(world) {
        let report = world.report(n);
        out.row(
            &world.stamp(report.tenant, id, at, Some(report.doctor)),
            fields! {
                workflow_id: workflow_id(world, report.tenant), entity_type: "diagnostic_report", entity_id: report.id,
                patient_id: world.patient_id(report.patient), state: if closed.is_some() { "closed" } else { "second_reading" },
                status: if closed.is_some() { "completed" } else { "active" }, assigned_to: world.members[report.radiologist].user,
                due_at: at.plus(2 * DAY), started_at: at, completed_at: closed,
            },
        );
    }
}

fn transitions(world: &World, out: &mut Table) {
    for (n, instance, at, closed) in readings(world) {
        let report = world.report(n);
        let steps =
            [("ask", "open", "second_reading", Some(at)), ("close", "second_reading", "closed", closed)];
        for (number, (name, from, to, when)) in steps.into_iter().enumerate() {
            let Some(when) = when else { continue };
            out.row(
                &world.stamp(report.tenant, world.id("workflow_transitions", n * 2 + number, when), when, Some(report.radiologist)),
                fields! {
                    instance_id: instance, name: name, from_state: from, to_state: to, actor_id: world.members[report.radiologist].user,
                    occurred_at: when,
                },
            );
        }
    }
}
