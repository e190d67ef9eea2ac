//! Who and what there is in the year: tenants, people, patients, visits, cases. Everything else follows from these.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use uuid::Uuid;

use super::calendar::{Calendar, Zone};
use super::random::{Dice, Seed};
use super::value::{Day, MINUTE, Time};

/// Sizes of a whole year at scale 1.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sizes {
    pub(super) users: usize,
    pub(super) patients: usize,
    pub(super) visits: usize,
    pub(super) reports: usize,
    pub(super) notifications: usize,
    pub(super) events: usize,
    pub(super) cases: usize,
    pub(super) scale: f64,
}

impl Sizes {
    pub(super) fn new(users: usize, scale: f64) -> Self {
        let scaled = |rows: usize| ((rows as f64 * scale) as usize).max(1);
        Self {
            users,
            patients: scaled(100_000).max(800),
            visits: scaled(230_000),
            reports: scaled(500_000),
            notifications: scaled(2_000_000),
            events: scaled(5_000_000),
            cases: scaled(30_000),
            scale,
        }
    }

    /// So many at scale 1; at least `least`.
    pub(super) fn of(&self, rows: usize, least: usize) -> usize {
        ((rows as f64 * self.scale) as usize).max(least)
    }
}

/// A place of the world: time zone, country, money and towns.
#[derive(Debug)]
pub(super) struct Region {
    pub(super) zone: &'static str,
    pub(super) country: &'static str,
    pub(super) currency: &'static str,
    pub(super) language: &'static str,
    pub(super) dial: &'static str,
    pub(super) towns: [&'static str; 4],
}

#[derive(Debug)]
pub(super) struct Tenant {
    pub(super) id: Uuid,
    pub(super) name: String,
    pub(super) slug: String,
    pub(super) kind: &'static str,
    pub(super) parent: Option<usize>,
    pub(super) region: &'static Region,
    pub(super) zone: Zone,
    pub(super) made: Time,
    pub(super) locations: Vec<Uuid>,
    /// Members who work here, in `World::members`; the first is the administrator.
    pub(super) staff: Range<usize>,
    /// Patients with an account, and dentists of other tenants whom a laboratory works for.
    pub(super) guests: Range<usize>,
    pub(super) patients: Range<usize>,
    pub(super) visits: Range<usize>,
    /// In `World::completed`.
    pub(super) completed: Range<usize>,
    pub(super) cases: Range<usize>,
    /// Level of prices, in per cent.
    pub(super) price_level: i64,
}

impl Tenant {
    pub(super) fn is_lab(&self) -> bool {
        self.kind == "dental_lab"
    }
}

/// A membership of a person in a tenant.
#[derive(Clone, Debug)]
pub(super) struct Member {
    pub(super) user: Uuid,
    pub(super) tenant: usize,
    pub(super) role: &'static str,
    pub(super) user_type: &'static str,
    pub(super) first: &'static str,
    pub(super) last: &'static str,
    pub(super) email: String,
    pub(super) joined: Time,
    /// Place in the tenant's list of locations.
    pub(super) location: usize,
    /// Whether the account was made here, rather than being a guest from another tenant.
    pub(super) own: bool,
    /// Who treats patients has an entry and a chair.
    pub(super) practitioner: Option<Uuid>,
}

impl Member {
    pub(super) fn name(&self) -> String {
        format!("{} {}", self.first, self.last)
    }
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Patient {
    pub(super) tenant: usize,
    pub(super) made: Time,
    pub(super) first: &'static str,
    pub(super) last: &'static str,
    pub(super) female: bool,
    pub(super) born: Day,
    /// The patient's own account, in `World::members`.
    pub(super) account: Option<usize>,
    /// Who usually treats them, in `World::members`.
    pub(super) dentist: Option<usize>,
    pub(super) insured: bool,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Visit {
    pub(super) tenant: usize,
    pub(super) patient: usize,
    /// In `World::members`.
    pub(super) by: usize,
    pub(super) start: Time,
    pub(super) minutes: i64,
    pub(super) booked: Time,
    pub(super) status: &'static str,
    /// In `words::VISITS`.
    pub(super) kind: usize,
}

impl Visit {
    pub(super) fn end(&self) -> Time {
        self.start.plus(self.minutes * MINUTE)
    }
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Case {
    pub(super) tenant: usize,
    pub(super) patient: usize,
    /// The partner dentist, in `World::members`.
    pub(super) dentist: usize,
    pub(super) made: Time,
    pub(super) due: Time,
    /// How many of the seven stages are done.
    pub(super) done: usize,
    pub(super) cancelled: bool,
    /// In `words::WORKS`.
    pub(super) work: usize,
    /// Number of the case in its tenant, from 1.
    pub(super) number: usize,
}

/// What the year's rows are made from.
#[derive(Debug)]
pub(super) struct World {
    pub(super) seed: Seed,
    pub(super) sizes: Sizes,
    pub(super) calendar: Calendar,
    pub(super) tenants: Vec<Tenant>,
    pub(super) members: Vec<Member>,
    pub(super) patients: Vec<Patient>,
    pub(super) visits: Vec<Visit>,
    /// The visits that took place, in `visits`.
    pub(super) completed: Vec<usize>,
    pub(super) cases: Vec<Case>,
    pub(super) known: Known,
    /// Hash of the password of those who can sign in with one.
    pub(super) password: String,
}

/// What the database had before.
#[derive(Debug, Default)]
pub(super) struct Known {
    pub(super) roles: HashMap<String, Uuid>,
    pub(super) plans: HashMap<String, Uuid>,
    pub(super) meters: HashMap<String, Uuid>,
    pub(super) systems: HashMap<String, Uuid>,
    /// Columns that the trail masks, by resource.
    pub(super) masked: HashMap<String, HashSet<String>>,
}

/// Age of adults, in years.
pub(super) const ADULT: i64 = 18;

impl World {
    pub(super) fn dice(&self, purpose: &str, n: usize) -> Dice {
        self.seed.dice(purpose, n)
    }

    pub(super) fn id(&self, table: &str, n: usize, at: Time) -> Uuid {
        self.seed.id(table, n, at)
    }

    /// Not after the year's end.
    pub(super) fn clip(&self, at: Time) -> Time {
        at.min(self.calendar.end.plus(-1))
    }

    /// Those of a tenant who treat patients.
    pub(super) fn treating(&self, tenant: usize) -> impl Iterator<Item = usize> + use<'_> {
        self.tenants[tenant].staff.clone().filter(|&member| {
            self.members[member].practitioner.is_some() && self.members[member].user_type != "radiologist"
        })
    }
}
