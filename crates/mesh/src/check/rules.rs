//! When a measure becomes a finding, as data. One row a finding; the message and the measure are made in `mod.rs`.

use super::report::{FindingCode, Severity, Verdict};

/// From which value on a measure is minor, major and critical. Below `minor` it is information only.
pub(super) struct Rule {
    pub(super) code: FindingCode,
    minor: f32,
    major: f32,
    critical: f32,
}

const NEVER: f32 = f32::INFINITY;
const ALWAYS: f32 = f32::NEG_INFINITY;

const fn rule(code: FindingCode, minor: f32, major: f32, critical: f32) -> Rule {
    Rule { code, minor, major, critical }
}

pub(super) const RULES: [Rule; 12] = [
    // Nothing else can be judged when the size is wrong.
    rule(FindingCode::ImplausibleSize, ALWAYS, ALWAYS, ALWAYS),
    // The conversion is safe, but somebody should know that the file was not in millimetres.
    rule(FindingCode::UnitConverted, ALWAYS, NEVER, NEVER),
    // Median edge, mm. Scanners write 0.1 to 0.4 mm. Margins are drawn to 0.1 mm, which edges of 0.6 mm no longer carry; from
    // 2 mm on cusps are lost and teeth cannot be told apart.
    rule(FindingCode::CoarseSurface, 0.4, 0.6, 2.0),
    // Length round the largest gap, mm. 3 mm is a pinhole of 1 mm across, which software fills without harm; 12 mm hides a
    // contact area, and a filled gap there is invention.
    rule(FindingCode::Holes, ALWAYS, 12.0, NEVER),
    // Area of all loose parts as a share of the whole. Stray tissue and cotton make specks; a twentieth is more than a tooth.
    rule(FindingCode::LooseParts, ALWAYS, 0.05, NEVER),
    // Share of edges. A few come from stitching; above a hundredth, filling and offsetting in CAD fail over large areas.
    rule(FindingCode::NonManifoldEdges, ALWAYS, 0.01, 0.1),
    // Share of vertices, for the same reason.
    rule(FindingCode::NonManifoldVertices, ALWAYS, 0.01, NEVER),
    // Share of faces. Harmless until they are many: then the export is broken.
    rule(FindingCode::DegenerateFaces, ALWAYS, 0.05, 0.5),
    // Share of faces. As above; a half means that the surface was written twice.
    rule(FindingCode::DuplicateFaces, ALWAYS, 0.05, NEVER),
    // Share of faces. Inside and outside are needed for offsets, and a tenth turned is no accident of stitching.
    rule(FindingCode::FlippedFaces, ALWAYS, 0.01, 0.25),
    // An open outer edge is how an intraoral scan ends; it is no defect.
    rule(FindingCode::OpenRim, NEVER, NEVER, NEVER),
    // A closed surface is a printed or based model: fine, but no raw scan.
    rule(FindingCode::ClosedModel, NEVER, NEVER, NEVER),
];

/// How grave a measure is.
pub(super) fn severity(code: FindingCode, measure: f32) -> Severity {
    RULES.iter().find(|rule| rule.code == code).map_or(Severity::Info, |rule| {
        if measure >= rule.critical {
            Severity::Critical
        } else if measure >= rule.major {
            Severity::Major
        } else if measure >= rule.minor {
            Severity::Minor
        } else {
            Severity::Info
        }
    })
}

/// Points a finding takes off the score: two majors and some minors leave a scan in the middle, one critical ends it.
fn cost(severity: Severity) -> u32 {
    match severity {
        Severity::Info => 0,
        Severity::Minor => 4,
        Severity::Major => 15,
        Severity::Critical => 60,
    }
}

/// Score from 0 to 100 and verdict of a set of findings.
pub(super) fn judge(severities: impl Iterator<Item = Severity> + Clone) -> (u8, Verdict) {
    let total: u32 = severities.clone().map(cost).sum();
    let verdict = match severities.max() {
        Some(Severity::Critical) => Verdict::Refuse,
        Some(Severity::Major) => Verdict::Warn,
        _ => Verdict::Pass,
    };
    (100u32.saturating_sub(total) as u8, verdict)
}
