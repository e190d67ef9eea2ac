//! The assessment of a scan: is it whole, is it clean, is it fine enough, does it have the size of a jaw.

mod boundary;
mod findings;
mod report;
mod rules;
mod survey;
mod topology;
mod units;

pub use boundary::{BoundaryLoop, boundary_loops};
pub use report::{
    Boundary, BoundaryKind, Counts, Finding, FindingCode, MeasureUnit, Measures, QualityReport, Severity,
    Verdict,
};
pub use topology::{Edge, Topology};
pub use units::{Unit, UnitReading, infer_unit, named_unit};

use crate::Mesh;
use survey::Survey;

/// Most boundaries a report lists.
const BOUNDARIES: usize = 100;

/// Assesses a welded surface in millimetres. `unit` says how the file's numbers were read.
#[must_use]
pub fn check(mesh: &Mesh, unit: UnitReading) -> QualityReport {
    let topology = Topology::new(mesh);
    let survey = Survey::new(mesh, &topology);
    let mut findings = findings::findings(&survey, &unit);
    findings.sort_by_key(|f| std::cmp::Reverse(f.severity));
    let (score, verdict) = rules::judge(findings.iter().map(|f| f.severity));
    let boundaries = survey
        .boundaries
        .iter()
        .take(BOUNDARIES)
        .map(|(kind, edge)| Boundary {
            kind: *kind,
            length_mm: edge.length,
            area_mm2: edge.area,
            place: edge.centre.0,
        })
        .collect();
    QualityReport {
        score,
        verdict,
        unit,
        counts: survey.counts,
        measures: survey.measures,
        boundaries,
        findings,
    }
}
