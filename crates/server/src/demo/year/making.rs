//! How the world comes about: tenants are founded, people hired, patients registered, calendars filled, cases ordered.

use super::calendar::Calendar;
use super::random::Seed;
use super::value::{DAY, Day, HOUR, MINUTE, Time};
use super::words::{FIRST, LAST, VISITS, WORKS};
use super::world::{ADULT, Case, Known, Member, Patient, Region, Sizes, Tenant, Visit, World};

const REGIONS: [Region; 5] = [
    Region {
        zone: "America/Chicago",
        country: "US",
        currency: "USD",
        language: "en-US",
        dial: "+1 555 01",
        towns: ["Springdale", "Oakfield", "Riverton", "Lakewood"],
    },
    Region {
        zone: "Europe/Berlin",
        country: "DE",
        currency: "EUR",
        language: "de-DE",
        dial: "+49 30 23125",
        towns: ["Neustadt", "Altdorf", "Seeheim", "Waldkirch"],
    },
    Region {
        zone: "America/New_York",
        country: "US",
        currency: "USD",
        language: "en-US",
        dial: "+1 555 01",
        towns: ["Fairview", "Milton", "Ashford", "Brookside"],
    },
    Region {
        zone: "Europe/London",
        country: "GB",
        currency: "GBP",
        language: "en-GB",
        dial: "+44 1632 96",
        towns: ["Ashby", "Thornham", "Westbury", "Kirkton"],
    },
    Region {
        zone: "Australia/Sydney",
        country: "AU",
        currency: "AUD",
        language: "en-AU",
        dial: "+61 2 5550 1",
        towns: ["Banksia", "Wattle Bay", "Redgum", "Coral Point"],
    },
];

/// Type, how many, share of the patients.
const KINDS: [(&str, usize, usize); 9] = [
    ("dso", 2, 8),
    ("group_practice", 10, 5),
    ("solo_practice", 12, 2),
    ("academic", 2, 6),
    ("dental_lab", 8, 2),
    ("payer", 2, 0),
    ("regulator", 1, 0),
    ("ai_vendor", 1, 0),
    ("other", 2, 0),
];
/// Fewest people who work in a tenant.
const LEAST_STAFF: usize = 8;

impl World {
    /// The world of `sizes`, whose year ends at `until`.
    pub(super) fn new(
        seed: u64,
        sizes: Sizes,
        until: Day,
        known: Known,
        password: String,
    ) -> anyhow::Result<Self> {
        let mut world = Self {
            seed: Seed(seed),
            sizes,
            calendar: Calendar::new(until),
            tenants: Vec::new(),
            members: Vec::new(),
            patients: Vec::new(),
            visits: Vec::new(),
            completed: Vec::new(),
            cases: Vec::new(),
            known,
            password,
        };
        let shares = world.found()?;
        world.hire(&shares);
        world.register(&shares);
        world.schedule();
        world.order_work();
        Ok(world)
    }

    /// Makes the tenants; each one's share of the patients.
    fn found(&mut self) -> anyhow::Result<Vec<usize>> {
        let mut shares = Vec::new();
        for (kind, count, share) in KINDS {
            for number in 0..count {
                let index = self.tenants.len();
                let mut dice = self.dice("tenant", index);
                let region = &REGIONS[if kind == "group_practice" { number % 2 } else { index % 5 }];
                let town = region.towns[number % 4];
                let last = LAST[(index * 5 + 3) % LAST.len()];
                let name = match kind {
                    "dso" => format!("{last} Dental Partners"),
                    "group_practice" => format!("{last} Dental {town}"),
                    "solo_practice" => format!("Dr {last}'s Practice"),
                    "academic" => format!("{town} School of Dentistry"),
                    "dental_lab" => format!("{last} Dental Laboratory"),
                    "payer" => format!("{last} Dental Insurance"),
                    "regulator" => format!("{town} Dental Board"),
                    "ai_vendor" => format!("{last} Imaging Models"),
                    _ => format!("{last} Dental Foundation"),
                };
                let slug: String = name
                    .to_lowercase()
                    .chars()
                    .filter_map(|sign| match sign {
                        'a'..='z' => Some(sign),
                        ' ' => Some('-'),
                        _ => None,
                    })
                    .collect();
                let slug = format!("{slug}-{index}");
                let made = self.calendar.start.plus(index as i64 * 1009);
                let places = if share >= 5 { 3 } else { 1 + index % 2 };
                let locations = (0..places)
                    .map(|place| self.id("locations", index * 10 + place, made.plus(MINUTE)))
                    .collect();
                self.tenants.push(Tenant {
                    id: self.id("tenants", index, made),
                    name,
                    slug,
                    kind,
                    parent: (kind == "group_practice").then_some(number % 2),
                    region,
                    zone: self.calendar.zone(region.zone)?,
                    made,
                    locations,
                    staff: 0..0,
                    guests: 0..0,
                    patients: 0..0,
                    visits: 0..0,
                    completed: 0..0,
                    cases: 0..0,
                    price_level: dice.between(85, 120),
                });
                shares.push(share);
            }
        }
        Ok(shares)
    }

    /// Makes the people: a third of the accounts work, the others are patients of practices.
    fn hire(&mut self, shares: &[usize]) {
        let whole: usize = shares.iter().sum();
        let spare = self.sizes.users.saturating_sub(self.tenants.len() * LEAST_STAFF);
        let mut left = spare;
        let mut account = 0;
        for (index, share) in shares.iter().enumerate() {
            let clinical = *share > 0 && !self.tenants[index].is_lab();
            let own = if index == shares.len() - 1 { left } else { spare * share / whole };
            left -= own;
            let working = LEAST_STAFF + if clinical { own / 3 } else { own };
            let begin = self.members.len();
            for number in 0..working {
                let member = self.employee(index, number, account, clinical);
                self.members.push(member);
                account += 1;
            }
            self.tenants[index].staff = begin..self.members.len();
            for number in working..LEAST_STAFF + own {
                let mut member = self.employee(index, number, account, clinical);
                (member.role, member.user_type, member.practitioner) = ("patient", "patient", None);
                member.email =
                    format!("{}.{}.{account}@mail.example", member.first, member.last).to_lowercase();
                self.members.push(member);
                account += 1;
            }
            if self.tenants[index].is_lab() {
                self.invite(index);
            }
            self.tenants[index].guests = begin + working..self.members.len();
        }
    }

    fn employee(&self, tenant: usize, number: usize, account: usize, clinical: bool) -> Member {
        const PRACTICE: [(&str, &str); 8] = [
            ("dentist", "dentist"),
            ("radiologist", "radiologist"),
            ("staff", "front_desk"),
            ("dentist", "dentist"),
            ("staff", "assistant"),
            ("clinician", "hygienist"),
            ("doctor", "dentist"),
            ("manager", "staff"),
        ];
        const LABORATORY: [(&str, &str); 4] = [
            ("technician", "technician"),
            ("technician", "technician"),
            ("manager", "staff"),
            ("operator", "technician"),
        ];
        const OFFICE: [(&str, &str); 4] = [
            ("data_scientist", "developer"),
            ("read_only_auditor", "regulator"),
            ("staff", "staff"),
            ("manager", "payer_analyst"),
        ];
        let made = &self.tenants[tenant];
        let mut dice = self.dice("account", account);
        let (role, user_type) = match number {
            0 => ("admin", "admin"),
            _ if clinical => PRACTICE[(number - 1) % PRACTICE.len()],
            _ if made.is_lab() => LABORATORY[(number - 1) % LABORATORY.len()],
            _ => OFFICE[(number - 1) % OFFICE.len()],
        };
        let (first, last) = (dice.pick(&FIRST[account % 2]), dice.pick(&LAST));
        let email = match number {
            0 => format!("admin@{}.example", made.slug),
            _ => format!("{first}.{last}.{account}@{}.example", made.slug).to_lowercase(),
        };
        let joined = made.made.plus(HOUR + number as i64 * 977);
        let treats = clinical && matches!(user_type, "dentist" | "hygienist" | "radiologist");
        Member {
            user: self.id("users", account, joined),
            tenant,
            role,
            user_type,
            first,
            last,
            email,
            joined,
            location: number % made.locations.len(),
            own: true,
            practitioner: treats.then(|| self.id("practitioners", account, joined.plus(MINUTE))),
        }
    }

    /// Dentists of practices become partners of a laboratory.
    fn invite(&mut self, lab: usize) {
        let (begin, joined) = (self.members.len(), self.tenants[lab].made.plus(2 * HOUR));
        let partners: Vec<Member> = self.members[..begin]
            .iter()
            .filter(|member| member.own && member.user_type == "dentist")
            .step_by(1 + lab % 3)
            .take(25)
            .cloned()
            .collect();
        for (number, mut partner) in partners.into_iter().enumerate() {
            (partner.tenant, partner.own, partner.practitioner, partner.location) = (lab, false, None, 0);
            partner.role = "dentist";
            partner.joined = joined.plus(number as i64 * MINUTE);
            self.members.push(partner);
        }
    }

    fn register(&mut self, shares: &[usize]) {
        let whole: usize = shares.iter().sum();
        for (index, share) in shares.iter().enumerate() {
            let begin = self.patients.len();
            let tenant = &self.tenants[index];
            let count = self.sizes.patients * share / whole;
            let accounts: Vec<usize> =
                tenant.guests.clone().filter(|&member| self.members[member].own).collect();
            let dentists: Vec<usize> = self.treating(index).collect();
            for number in 0..count {
                let n = begin + number;
                let mut dice = self.dice("patient", n);
                let account = accounts.get(number).copied();
                let female = account.map_or_else(|| dice.percent(52), |member| member % 2 == 0);
                let (first, last) = match account {
                    Some(member) => (self.members[member].first, self.members[member].last),
                    None => (dice.pick(&FIRST[usize::from(!female)]), dice.pick(&LAST)),
                };
                let age = dice.weighted(&[((3, 17), 18), ((18, 39), 30), ((40, 64), 34), ((65, 92), 18)]);
                let age = if account.is_some() { age.1.max(30) } else { dice.between(age.0, age.1) };
                self.patients.push(Patient {
                    tenant: index,
                    // Set right by the first visit or case.
                    made: self.calendar.start.plus(4 * HOUR + dice.below(360 * DAY)),
                    first,
                    last,
                    female,
                    born: self.calendar.end.day().plus(-age * 365 - dice.below(365)),
                    account,
                    dentist: (!dentists.is_empty()).then(|| dentists[number % dentists.len()]),
                    insured: dice.percent(45),
                });
            }
            self.tenants[index].patients = begin..self.patients.len();
        }
    }

    /// Fills the calendars: weekdays in the tenant's time, breaks at noon, nobody twice at a time.
    fn schedule(&mut self) {
        let clinical: usize =
            self.tenants.iter().filter(|tenant| !tenant.is_lab()).map(|tenant| tenant.patients.len()).sum();
        for index in 0..self.tenants.len() {
            let patients = self.tenants[index].patients.clone();
            let (begin, begin_done) = (self.visits.len(), self.completed.len());
            if !self.tenants[index].is_lab() && !patients.is_empty() {
                let target = (self.sizes.visits * patients.len() / clinical.max(1)).max(40);
                self.fill_calendar(index, target);
            }
            for number in begin..self.visits.len() {
                if self.visits[number].status == "completed" {
                    self.completed.push(number);
                }
                let Visit { patient, booked, .. } = self.visits[number];
                let first = booked.plus(-10 * MINUTE);
                self.patients[patient].made = self.patients[patient].made.min(first);
            }
            self.tenants[index].visits = begin..self.visits.len();
            self.tenants[index].completed = begin_done..self.completed.len();
        }
    }

    fn fill_calendar(&mut self, index: usize, target: usize) {
        let days = self.calendar.working_days();
        let all: Vec<usize> = self.treating(index).collect();
        let who = &all[..all.len().min(1 + target / (days.len() * 6))];
        let per_day = target as f64 / (days.len() * who.len()) as f64;
        let patients = self.tenants[index].patients.clone();
        let zone = self.tenants[index].zone.clone();
        let (mut turn, mut n) = (0, self.visits.len());
        for &(day, season) in &days {
            for (chair, &by) in who.iter().enumerate() {
                let mut dice = self.dice("day", (day.0 as usize) * 100_000 + index * 1000 + chair);
                let wanted = per_day * season;
                let count = wanted as i64 + i64::from(dice.below(1000) < (wanted.fract() * 1000.0) as i64);
                // What is left of nine hours lies between the appointments.
                let slack = (9 * 60 - count * 45).max(30) / count.max(1);
                let mut minute = 8 * 60;
                for _ in 0..count {
                    minute += dice.below(slack * 2 / 15) * 15;
                    let minutes = dice.weighted(&[(30, 50), (45, 25), (60, 20), (90, 5)]);
                    if minute < 13 * 60 && minute + minutes > 12 * 60 {
                        minute = 13 * 60;
                    }
                    if minute + minutes > 18 * 60 {
                        break;
                    }
                    let start = zone.local(day, minute);
                    minute += minutes;
                    let patient = patients.start + turn % patients.len();
                    turn += 1;
                    self.visits.push(self.visit(n, index, patient, by, start, minutes));
                    n += 1;
                }
            }
        }
    }

    fn visit(&self, n: usize, tenant: usize, patient: usize, by: usize, start: Time, minutes: i64) -> Visit {
        let mut dice = self.dice("visit", n);
        let kinds: [(usize, i64); 9] = std::array::from_fn(|kind| (kind, VISITS[kind].1));
        let kind = match dice.weighted(&kinds) {
            // Children have no gum disease, root canals, extractions or crowns here: they get braces or a check-up.
            3 | 4 | 6 | 7 if self.age(patient, start.day()) < ADULT => dice.pick(&[0, 8]),
            kind => kind,
        };
        let end = self.calendar.end;
        let status = if start.plus(minutes * MINUTE) < end.plus(-HOUR) {
            dice.weighted(&[("completed", 88), ("cancelled", 7), ("no_show", 5)])
        } else {
            dice.pick(&["scheduled", "confirmed"])
        };
        let booked = start.plus(-dice.between(1, 40) * DAY - dice.below(6 * HOUR));
        let earliest = self.calendar.start.plus(5 * HOUR + (n % 997) as i64 * 1000);
        let booked =
            booked.max(earliest).min(start.plus(-MINUTE)).min(end.plus(-(n as i64 % 5000) * 1000 - 2000));
        Visit { tenant, patient, by, start, minutes, booked, status, kind }
    }

    /// The laboratories' cases, through the year's working days.
    fn order_work(&mut self) {
        let labs: Vec<usize> =
            (0..self.tenants.len()).filter(|&tenant| self.tenants[tenant].is_lab()).collect();
        let days: Vec<Day> = self
            .calendar
            .working_days()
            .into_iter()
            .map(|day| day.0)
            .filter(|day| day.plus(1) < self.calendar.end.day())
            .collect();
        for &index in &labs {
            let begin = self.cases.len();
            let tenant = &self.tenants[index];
            let partners: Vec<usize> =
                tenant.guests.clone().filter(|&member| self.members[member].user_type == "dentist").collect();
            let count = (self.sizes.cases / labs.len()).max(12);
            for number in 0..count {
                let n = begin + number;
                let mut dice = self.dice("case", n);
                let made =
                    tenant.zone.local(days[number * days.len() / count], dice.between(8 * 60, 17 * 60));
                let made = made.max(tenant.made.plus(4 * HOUR)).plus(number as i64 % 1000);
                let age = (self.calendar.end.0 - made.0) / DAY;
                // A stage takes about a day; the newest cases are under way.
                let done = if age > 9 { 7 } else { (age as usize).min(6) };
                let works: [(usize, i64); 10] = std::array::from_fn(|work| (work, WORKS[work].1));
                self.cases.push(Case {
                    tenant: index,
                    patient: tenant.patients.start + number % tenant.patients.len(),
                    dentist: partners[number % partners.len()],
                    made,
                    due: made.plus(dice.between(6, 12) * DAY),
                    done,
                    cancelled: number % 40 == 39,
                    work: dice.weighted(&works),
                    number: number + 1,
                });
            }
            for case in &self.cases[begin..] {
                let patient = &mut self.patients[case.patient];
                patient.made = patient.made.min(case.made.plus(-5 * MINUTE));
            }
            self.tenants[index].cases = begin..self.cases.len();
        }
    }
}
