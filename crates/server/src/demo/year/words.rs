//! Names and services to choose from. None of them is anybody's.

/// Given names of women and of men.
pub(super) const FIRST: [[&str; 24]; 2] = [
    [
        "Ada", "Amara", "Beatriz", "Carla", "Dunja", "Elif", "Emma", "Fatima", "Greta", "Hanna", "Ines",
        "Jana", "Keiko", "Lena", "Maya", "Nadia", "Olga", "Priya", "Rosa", "Sofia", "Tara", "Uma", "Vera",
        "Zoe",
    ],
    [
        "Aaron", "Ben", "Carlos", "David", "Emil", "Felix", "Goran", "Hugo", "Ivan", "Jonas", "Kofi", "Liam",
        "Marco", "Noah", "Omar", "Pavel", "Quentin", "Rafael", "Sami", "Theo", "Umar", "Viktor", "Wei",
        "Yusuf",
    ],
];

/// Family names: things, so that they are nobody's.
pub(super) const LAST: [&str; 48] = [
    "Amber", "Basalt", "Birch", "Bramble", "Cedar", "Clover", "Cobalt", "Copper", "Cypress", "Dogwood",
    "Elder", "Elm", "Fennel", "Fern", "Flint", "Garnet", "Gorse", "Granite", "Hawthorn", "Hazel", "Heather",
    "Holly", "Indigo", "Iris", "Ivory", "Jasper", "Juniper", "Larch", "Laurel", "Lichen", "Linden", "Lupin",
    "Marble", "Marigold", "Myrtle", "Ochre", "Olive", "Onyx", "Opal", "Poppy", "Quartz", "Rowan", "Saffron",
    "Sorrel", "Thistle", "Umber", "Willow", "Yarrow",
];

pub(super) const STREETS: [&str; 12] = [
    "Mill Lane",
    "Station Road",
    "Orchard Street",
    "Bridge Street",
    "Garden Way",
    "Harbour Road",
    "Hill Street",
    "Lake View",
    "Market Square",
    "North Avenue",
    "Park Row",
    "School Lane",
];

/// A service of a practice.
#[derive(Debug)]
pub(super) struct Service {
    /// A code of the practice's own: CDT's are licensed.
    pub(super) code: &'static str,
    pub(super) name: &'static str,
    pub(super) category: &'static str,
    pub(super) minutes: i64,
    /// Minor units, before a practice's own level of prices.
    pub(super) price: i64,
    pub(super) place: Place,
}

/// Where in the mouth a service is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Mouth,
    Quadrant,
    /// A tooth with these many surfaces at most.
    Tooth(usize),
}

const fn service(
    code: &'static str,
    name: &'static str,
    category: &'static str,
    minutes: i64,
    price: i64,
    place: Place,
) -> Service {
    Service { code, name, category, minutes, price, place }
}

pub(super) const SERVICES: [Service; 24] = [
    service("EX-COMP", "Comprehensive examination", "diagnostic", 30, 9_000, Place::Mouth),
    service("EX-PER", "Periodic examination", "diagnostic", 15, 5_500, Place::Mouth),
    service("EX-LIM", "Problem-focused examination", "diagnostic", 15, 6_500, Place::Mouth),
    service("RX-BW", "Bitewing radiographs", "diagnostic", 10, 6_000, Place::Mouth),
    service("RX-PAN", "Panoramic radiograph", "diagnostic", 10, 11_000, Place::Mouth),
    service("RX-PA", "Periapical radiograph", "diagnostic", 5, 3_200, Place::Tooth(0)),
    service("PR-CLEAN", "Professional cleaning, adult", "preventive", 45, 10_500, Place::Mouth),
    service("PR-CHILD", "Professional cleaning, child", "preventive", 30, 7_500, Place::Mouth),
    service("PR-FLUOR", "Fluoride varnish", "preventive", 10, 3_800, Place::Mouth),
    service("PR-SEAL", "Fissure sealant", "preventive", 15, 5_400, Place::Tooth(1)),
    service("RE-COMP1", "Composite filling, one surface", "restorative", 30, 15_500, Place::Tooth(1)),
    service("RE-COMP2", "Composite filling, two surfaces", "restorative", 45, 20_500, Place::Tooth(2)),
    service("RE-COMP3", "Composite filling, three surfaces", "restorative", 60, 25_500, Place::Tooth(3)),
    service("RE-CROWN", "Crown, ceramic", "prosthodontics_fixed", 90, 118_000, Place::Tooth(0)),
    service("EN-ANT", "Root canal treatment, front tooth", "endodontics", 60, 72_000, Place::Tooth(0)),
    service("EN-MOL", "Root canal treatment, molar", "endodontics", 90, 109_000, Place::Tooth(0)),
    service("PE-SCALE", "Scaling and root planing, quadrant", "periodontics", 45, 24_500, Place::Quadrant),
    service("PE-MAINT", "Periodontal maintenance", "periodontics", 45, 14_500, Place::Mouth),
    service("SU-EXT", "Extraction", "oral_surgery", 30, 18_500, Place::Tooth(0)),
    service("SU-SURG", "Surgical extraction", "oral_surgery", 60, 31_000, Place::Tooth(0)),
    service("IM-PLACE", "Implant placement", "implant_services", 90, 195_000, Place::Tooth(0)),
    service("OR-CHECK", "Orthodontic adjustment", "orthodontics", 30, 17_500, Place::Mouth),
    service("AD-GUARD", "Night guard", "adjunctive", 30, 48_000, Place::Mouth),
    service("AD-ANALG", "Emergency pain treatment", "adjunctive", 20, 11_500, Place::Tooth(0)),
];

/// What a visit is for, how often in a hundred, and the services (by place in the list) that it may bring.
#[derive(Debug)]
pub(super) struct VisitKind {
    pub(super) encounter: &'static str,
    pub(super) reason: &'static str,
    pub(super) complaint: &'static str,
    pub(super) services: &'static [usize],
    /// ICD-10-CM code and what it says.
    pub(super) diagnoses: &'static [(&'static str, &'static str)],
}

const CARIES: &[(&str, &str)] = &[
    ("K02.51", "Dental caries on pit and fissure surface limited to enamel"),
    ("K02.52", "Dental caries on pit and fissure surface penetrating into dentin"),
    ("K02.62", "Dental caries on smooth surface penetrating into dentin"),
];
const PULP: &[(&str, &str)] = &[
    ("K04.02", "Irreversible pulpitis"),
    ("K04.1", "Necrosis of pulp"),
    ("K04.5", "Chronic apical periodontitis"),
];
const GUMS: &[(&str, &str)] = &[
    ("K05.10", "Chronic gingivitis, plaque induced"),
    ("K05.311", "Chronic periodontitis, localized, slight"),
    ("K05.322", "Chronic periodontitis, generalized, moderate"),
];
const TARTAR: &[(&str, &str)] = &[
    ("K03.6", "Deposits [accretions] on teeth"),
    ("K05.10", "Chronic gingivitis, plaque induced"),
    ("K05.00", "Acute gingivitis, plaque induced"),
];
const SURGERY: &[(&str, &str)] =
    &[("K01.1", "Impacted teeth"), ("K04.7", "Periapical abscess without sinus")];

pub(super) const VISITS: [(VisitKind, i64); 9] = [
    (visit("exam", "Check-up", "No complaint; check-up.", &[0, 1, 3, 4], TARTAR), 34),
    (visit("hygiene", "Cleaning", "Wants teeth cleaned.", &[6, 8], TARTAR), 24),
    (visit("restorative", "Filling", "Sensitive to sweet and cold.", &[10, 11, 12, 9], CARIES), 16),
    (visit("periodontal", "Gum treatment", "Gums bleed when brushing.", &[16, 17], GUMS), 8),
    (visit("endodontic", "Root canal treatment", "Throbbing pain at night.", &[14, 15, 5], PULP), 5),
    (visit("emergency", "Pain", "Severe toothache.", &[2, 5, 23], PULP), 5),
    (visit("surgery", "Extraction", "Tooth cannot be kept.", &[18, 19], SURGERY), 3),
    (visit("prosthetic", "Crown", "Broken tooth.", &[13, 22, 20], CARIES), 3),
    (visit("ortho", "Orthodontic check", "Regular adjustment.", &[21], TARTAR), 2),
];

const fn visit(
    encounter: &'static str,
    reason: &'static str,
    complaint: &'static str,
    services: &'static [usize],
    diagnoses: &'static [(&'static str, &'static str)],
) -> VisitKind {
    VisitKind { encounter, reason, complaint, services, diagnoses }
}

/// The permanent teeth without the wisdom teeth, FDI.
pub(super) const TEETH: [i64; 28] = [
    17, 16, 15, 14, 13, 12, 11, 21, 22, 23, 24, 25, 26, 27, 37, 36, 35, 34, 33, 32, 31, 41, 42, 43, 44, 45,
    46, 47,
];

/// Primary molars: what is filled in small children.
pub(super) const MILK_TEETH: [i64; 8] = [54, 55, 64, 65, 74, 75, 84, 85];

/// Up to `count` surfaces that the tooth has by these names.
pub(super) fn surfaces(tooth: i64, count: usize, turn: i64) -> &'static [&'static str] {
    const BACK: [[&str; 3]; 3] = [
        ["occlusal", "mesial", "distal"],
        ["distal", "occlusal", "buccal"],
        ["mesial", "occlusal", "lingual"],
    ];
    const FRONT: [[&str; 3]; 3] =
        [["incisal", "mesial", "facial"], ["mesial", "facial", "lingual"], ["distal", "incisal", "facial"]];
    let choices = if tooth % 10 >= 4 { &BACK } else { &FRONT };
    &choices[turn.rem_euclid(3) as usize][..count.min(3)]
}

/// The stages of a laboratory, with usual minutes and the department that does them.
pub(super) const STAGES: [(&str, i64, usize); 7] = [
    ("receiving", 30, 0),
    ("impression_scan", 45, 0),
    ("design", 180, 1),
    ("milling", 240, 2),
    ("sintering", 480, 2),
    ("quality_control", 60, 3),
    ("delivery", 120, 0),
];

/// What laboratories make, with weight and price in minor units.
pub(super) const WORKS: [(&str, i64, i64); 10] = [
    ("crowns", 38, 14_500),
    ("bridges", 14, 38_000),
    ("implants", 10, 29_000),
    ("veneers", 7, 19_000),
    ("inlays", 6, 11_500),
    ("aligners", 9, 52_000),
    ("night_guards", 7, 9_500),
    ("dentures", 5, 46_000),
    ("orthodontics", 3, 21_000),
    ("other", 1, 8_000),
];

pub(super) const DEPARTMENTS: [(&str, &str); 4] =
    [("Reception", "REC"), ("Design", "CAD"), ("Production", "CAM"), ("Quality", "QC")];

pub(super) const PAYERS: [(&str, &str); 6] = [
    ("Bluebell Dental Insurance", "commercial"),
    ("Cornerstone Mutual", "commercial"),
    ("Evergreen Health Plan", "commercial"),
    ("Public Dental Scheme", "public"),
    ("Foundry Employees Fund", "employer"),
    ("Practice Membership Plan", "membership_plan"),
];

/// Programs that call, for the trail.
pub(super) const AGENTS: [&str; 4] = ["Firefox/147.0", "Chrome/152.0", "Safari/20.1", "CuspidMobile/3.2"];
