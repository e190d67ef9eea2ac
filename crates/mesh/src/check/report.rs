//! What the assessment of a scan says.

use super::units::UnitReading;
use serde::{Deserialize, Serialize};

/// The quality of a scan: a score, a verdict and the findings behind them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct QualityReport {
    /// 100 without any finding; each takes off what its severity costs.
    pub score: u8,
    /// What to do with the scan.
    pub verdict: Verdict,
    /// The unit the file was read in.
    pub unit: UnitReading,
    /// How many of what.
    pub counts: Counts,
    /// Sizes.
    pub measures: Measures,
    /// The open edges, longest first, at most 100.
    pub boundaries: Vec<Boundary>,
    /// What is worth knowing, the gravest first.
    pub findings: Vec<Finding>,
}

/// What to do with a scan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Fit for use.
    Pass,
    /// Usable, with major findings to look at.
    Warn,
    /// Not usable: at least one critical finding.
    Refuse,
}

/// How grave a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Worth knowing; no defect.
    Info,
    /// A defect without consequence for most work.
    Minor,
    /// A defect to look at before work begins.
    Major,
    /// A defect that rules the scan out.
    Critical,
}

/// The kinds of finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingCode {
    /// The size is that of a jaw in no unit.
    ImplausibleSize,
    /// The file's unit was not millimetres.
    UnitConverted,
    /// Triangles are large.
    CoarseSurface,
    /// Gaps inside the surface.
    Holes,
    /// Loose pieces beside the main surface.
    LooseParts,
    /// Edges of more than two faces.
    NonManifoldEdges,
    /// Vertices at which surfaces touch in a point only.
    NonManifoldVertices,
    /// Faces without area.
    DegenerateFaces,
    /// Faces that are there twice.
    DuplicateFaces,
    /// Faces wound against their surroundings.
    FlippedFaces,
    /// The outer edge of an open scan: natural.
    OpenRim,
    /// A closed surface, as of a based model.
    ClosedModel,
}

impl FindingCode {
    /// Its lower_snake_case name, as serialised.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::ImplausibleSize => "implausible_size",
            Self::UnitConverted => "unit_converted",
            Self::CoarseSurface => "coarse_surface",
            Self::Holes => "holes",
            Self::LooseParts => "loose_parts",
            Self::NonManifoldEdges => "non_manifold_edges",
            Self::NonManifoldVertices => "non_manifold_vertices",
            Self::DegenerateFaces => "degenerate_faces",
            Self::DuplicateFaces => "duplicate_faces",
            Self::FlippedFaces => "flipped_faces",
            Self::OpenRim => "open_rim",
            Self::ClosedModel => "closed_model",
        }
    }
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Finding {
    /// Its kind.
    pub code: FindingCode,
    /// How grave it is.
    pub severity: Severity,
    /// How many there are.
    pub count: usize,
    /// A sentence for the clinician.
    pub message: String,
    /// The measure that set the severity, in `unit`.
    pub measure: Option<f32>,
    /// Unit of the measure.
    pub unit: Option<MeasureUnit>,
    /// Where to look, at most 20 places in scan coordinates (mm).
    pub places: Vec<[f32; 3]>,
}

/// Unit of a finding's measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeasureUnit {
    /// Millimetres.
    Mm,
    /// A share of the whole, 0 to 1.
    Share,
}

/// How many of what a surface has, after welding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Counts {
    /// Vertices.
    pub vertices: usize,
    /// Triangles.
    pub faces: usize,
    /// Connected parts.
    pub components: usize,
    /// Edges of one face.
    pub boundary_edges: usize,
    /// Loops and chains of them.
    pub boundary_loops: usize,
    /// Those that are gaps in the main surface.
    pub holes: usize,
    /// Edges of more than two faces.
    pub non_manifold_edges: usize,
    /// Vertices with more than one fan of faces.
    pub non_manifold_vertices: usize,
    /// Faces without area.
    pub degenerate_faces: usize,
    /// Faces that repeat another.
    pub duplicate_faces: usize,
    /// Faces wound against the majority of their part.
    pub flipped_faces: usize,
}

/// Sizes of a surface.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct Measures {
    /// Sides of the bounding box, in mm.
    pub extent_mm: [f32; 3],
    /// Surface in mm².
    pub area_mm2: f32,
    /// Mean resolution.
    pub faces_per_mm2: f32,
    /// Median length of an edge, in mm.
    pub median_edge_mm: f32,
}

/// One open edge of the surface.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Boundary {
    /// What it is.
    pub kind: BoundaryKind,
    /// Its length in mm.
    pub length_mm: f32,
    /// Area of a flat lid in mm².
    pub area_mm2: f32,
    /// Its middle, in scan coordinates (mm).
    pub place: [f32; 3],
}

/// What an open edge is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BoundaryKind {
    /// The outer edge of the scan: natural, no defect.
    Rim,
    /// A gap in the surface.
    Hole,
    /// The edge of a loose part.
    Part,
}
