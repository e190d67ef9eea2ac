//! A platform to try: two synthetic practices with people, patients, cases and scans. None of it shows anybody.

mod cases;
mod people;
mod year;

pub use people::DemoUser;

pub(crate) use cases::cases;
pub(crate) use people::people;
pub(crate) use year::{Year, fill};

/// The password of everyone in the demo. `cuspid serve --demo` answers only this machine because of it.
const PASSWORD: &str = "cuspid-demo";

/// One practice of the demo.
struct DemoPractice {
    name: &'static str,
    slug: &'static str,
    kind: &'static str,
    people: &'static [DemoPerson],
}

struct DemoPerson {
    email: &'static str,
    name: &'static str,
    /// Both the role and what the person is in the practice.
    role: &'static str,
}

const PRACTICES: [DemoPractice; 2] = [
    DemoPractice {
        name: "Harbour Dental Lab",
        slug: "harbour-dental-lab",
        kind: "dental_lab",
        people: &[
            DemoPerson { email: "admin@harbour.example", name: "Ada Harbour", role: "admin" },
            DemoPerson { email: "technician@harbour.example", name: "Tomas Harbour", role: "technician" },
            DemoPerson { email: "dentist@harbour.example", name: "Dina Harbour", role: "dentist" },
        ],
    },
    DemoPractice {
        name: "Northside Dental",
        slug: "northside-dental",
        kind: "group_practice",
        people: &[
            DemoPerson { email: "admin@northside.example", name: "Amir Northside", role: "admin" },
            DemoPerson { email: "technician@northside.example", name: "Tessa Northside", role: "technician" },
            DemoPerson { email: "dentist@northside.example", name: "Dario Northside", role: "dentist" },
        ],
    },
];
