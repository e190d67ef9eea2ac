//! From measures to findings: severity by the rules, and a sentence for the clinician.

use super::report::{BoundaryKind, Finding, FindingCode, MeasureUnit, Severity};
use super::rules;
use super::survey::Survey;
use super::topology::Edge;
use super::units::{Unit, UnitReading};
use crate::Vec3;

/// Most places a finding names.
const PLACES: usize = 20;

/// What the measures mean, in words.
pub(super) fn findings(survey: &Survey<'_>, unit: &UnitReading) -> Vec<Finding> {
    let size = if !unit.plausible {
        Some(plain(
            FindingCode::ImplausibleSize,
            format!("This does not have the size of a jaw. {}", unit.reason),
        ))
    } else if unit.unit != Unit::Millimetre {
        Some(plain(FindingCode::UnitConverted, format!("The file is not in millimetres. {}", unit.reason)))
    } else {
        None
    };
    let rest = [resolution(survey), holes(survey), loose_parts(survey), rim(survey)];
    size.into_iter().chain(rest.into_iter().flatten()).chain(defects(survey)).collect()
}

fn resolution(survey: &Survey<'_>) -> Option<Finding> {
    let edge = survey.measures.median_edge_mm;
    let severity = rules::severity(FindingCode::CoarseSurface, edge);
    let meaning = match severity {
        Severity::Info => return None,
        Severity::Minor => "Fine detail such as crown margins is softened.",
        Severity::Major => "Fine detail such as crown margins cannot be judged.",
        Severity::Critical => "Even the shape of the teeth is lost.",
    };
    let message = format!("The surface is coarse: a typical triangle side measures {edge:.2} mm. {meaning}");
    Some(measured(FindingCode::CoarseSurface, 1, edge, MeasureUnit::Mm, message, Vec::new()))
}

fn holes(survey: &Survey<'_>) -> Option<Finding> {
    let holes = survey.boundaries_of(BoundaryKind::Hole);
    let largest = holes.first()?;
    let message = format!(
        "The surface has {}; the largest is {:.1} mm round. What lies there was not scanned.",
        counted(holes.len(), "gap", "gaps"),
        largest.length
    );
    let places = holes.iter().map(|hole| hole.centre).collect();
    Some(measured(FindingCode::Holes, holes.len(), largest.length, MeasureUnit::Mm, message, places))
}

fn loose_parts(survey: &Survey<'_>) -> Option<Finding> {
    let (_, loose) = survey.parts.split_first()?;
    if loose.is_empty() {
        return None;
    }
    let area: f32 = loose.iter().map(|part| part.0).sum();
    let share = if survey.measures.area_mm2 > 0.0 { area / survey.measures.area_mm2 } else { 0.0 };
    let message = format!(
        "{} beside the main surface, {area:.1} mm² in all: stray tissue, or a scan that did not join up.",
        counted(loose.len(), "loose piece lies", "loose pieces lie")
    );
    let places = loose.iter().map(|part| part.1).collect();
    Some(measured(FindingCode::LooseParts, loose.len(), share, MeasureUnit::Share, message, places))
}

fn rim(survey: &Survey<'_>) -> Option<Finding> {
    let rims = survey.boundaries_of(BoundaryKind::Rim);
    if rims.is_empty() {
        let message =
            "The surface is closed on all sides, like a printed or based model rather than a raw scan.";
        return survey.topology.is_closed().then(|| plain(FindingCode::ClosedModel, message.into()));
    }
    let length = rims.iter().map(|rim| rim.length).sum();
    let message = format!(
        "The scan is open along its outer edge, {length:.0} mm round, as intraoral scans are. This is no defect."
    );
    let places = rims.iter().map(|rim| rim.centre).collect();
    Some(measured(FindingCode::OpenRim, rims.len(), length, MeasureUnit::Mm, message, places))
}

/// A defect of the mesh itself, counted against the number of elements it could concern.
struct Defect {
    code: FindingCode,
    count: usize,
    of: usize,
    places: Vec<Vec3>,
    /// The sentence after the number, for one and for many.
    says: [&'static str; 2],
    meaning: &'static str,
}

fn defects(survey: &Survey<'_>) -> Vec<Finding> {
    let Survey { mesh, topology, .. } = *survey;
    let faces = |list: &[u32]| spread(list).map(|f| mesh.face_centre(f as usize)).collect();
    let edges: Vec<Edge> = topology.non_manifold().copied().collect();
    let middle = |e: Edge| (mesh.positions[e.low as usize] + mesh.positions[e.high as usize]) / 2.0;
    let pinches = &survey.non_manifold_vertices;
    let defects = [
        Defect {
            code: FindingCode::NonManifoldEdges,
            count: edges.len(),
            of: topology.edges().len(),
            places: spread(&edges).map(middle).collect(),
            says: [
                "edge is shared by more than two triangles",
                "edges are shared by more than two triangles",
            ],
            meaning: "The surface branches there, which modelling software cannot follow.",
        },
        Defect {
            code: FindingCode::NonManifoldVertices,
            count: pinches.len(),
            of: mesh.positions.len(),
            places: spread(pinches).map(|v| mesh.positions[v as usize]).collect(),
            says: [
                "point joins surfaces that touch nowhere else",
                "points join surfaces that touch nowhere else",
            ],
            meaning: "Such pinches come from stitching and are usually repaired on import.",
        },
        Defect {
            code: FindingCode::DegenerateFaces,
            count: survey.degenerate.len(),
            of: mesh.faces.len(),
            places: faces(&survey.degenerate),
            says: ["triangle has no area", "triangles have no area"],
            meaning: "They carry no shape and are usually dropped on import.",
        },
        Defect {
            code: FindingCode::DuplicateFaces,
            count: survey.duplicate.len(),
            of: mesh.faces.len(),
            places: faces(&survey.duplicate),
            says: ["triangle is there twice", "triangles are there twice"],
            meaning: "One copy of each is enough.",
        },
        Defect {
            code: FindingCode::FlippedFaces,
            count: survey.flipped.len(),
            of: mesh.faces.len(),
            places: faces(&survey.flipped),
            says: ["triangle faces the wrong way", "triangles face the wrong way"],
            meaning: "Inside and outside are mixed up there.",
        },
    ];
    let found = defects.into_iter().filter(|defect| defect.count > 0);
    found
        .map(|Defect { code, count, of, places, says: [one, many], meaning }| {
            let message = format!("{}. {meaning}", counted(count, one, many));
            let share = count as f32 / of.max(1) as f32;
            measured(code, count, share, MeasureUnit::Share, message, places)
        })
        .collect()
}

fn plain(code: FindingCode, message: String) -> Finding {
    let severity = rules::severity(code, 0.0);
    Finding { code, severity, count: 1, message, measure: None, unit: None, places: Vec::new() }
}

fn measured(
    code: FindingCode,
    count: usize,
    measure: f32,
    unit: MeasureUnit,
    message: String,
    places: Vec<Vec3>,
) -> Finding {
    let severity = rules::severity(code, measure);
    let places = places.into_iter().take(PLACES).map(|p| p.0).collect();
    Finding { code, severity, count, message, measure: Some(measure), unit: Some(unit), places }
}

fn counted(count: usize, one: &str, many: &str) -> String {
    if count == 1 { format!("1 {one}") } else { format!("{count} {many}") }
}

/// At most [`PLACES`] of a list, evenly spread over it.
fn spread<T: Copy>(list: &[T]) -> impl Iterator<Item = T> {
    let taken = list.len().min(PLACES);
    (0..taken).map(move |i| list[i * list.len() / taken])
}
