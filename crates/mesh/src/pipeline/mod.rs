//! The scan line: from the bytes of a file to numbered teeth and the files that show them, as one pure function.

mod artefacts;
mod labels;
mod teeth;

pub use artefacts::Artefact;
pub use labels::LabelsFile;
pub use teeth::{ToothRow, table};

use crate::check::{QualityReport, Severity, Unit, UnitReading, Verdict, check, infer_unit, named_unit};
use crate::format::{Format, Scan, read};
use crate::{Jaw, Mesh, OrientOptions, Orientation, Welded, orient, segment, weld};
use serde::{Deserialize, Serialize};
use std::ops::ControlFlow;

/// What the caller wants and knows.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// The jaw, where somebody named it; else the shape decides.
    pub jaw: Option<Jaw>,
    /// The file's unit, where somebody named it; else the size decides.
    pub unit: Option<Unit>,
    /// Vertices nearer than this are one, in mm. Programs that compute in doubles and write singles leave dust of this
    /// size between corners that should be equal.
    pub weld_tolerance: f32,
    /// Levels of detail beside the full one: how many faces each should have.
    pub levels: Vec<usize>,
    /// Whether to write the welded surface as STL too.
    pub stl: bool,
    /// Whether to write the segments as OBJ too.
    pub obj: bool,
    /// Width and height of the thumbnail, in pixels.
    pub thumbnail: (u32, u32),
}

impl Default for Options {
    fn default() -> Self {
        Self {
            jaw: None,
            unit: None,
            weld_tolerance: 1e-5,
            levels: vec![50_000, 12_000],
            stl: false,
            obj: false,
            thumbnail: (512, 384),
        }
    }
}

/// The stages of the scan line, in order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Bytes to vertices and faces, in millimetres.
    Read,
    /// Equal vertices to one.
    Weld,
    /// Quality assessment.
    Check,
    /// Where the jaw is and which one.
    Orient,
    /// Teeth and gum.
    Segment,
    /// Output files.
    Convert,
}

impl Stage {
    /// All stages in order.
    pub const ALL: [Self; 6] =
        [Self::Read, Self::Weld, Self::Check, Self::Orient, Self::Segment, Self::Convert];

    /// Where in the whole the stage begins and ends, by the time each takes on a scan of 100,000 faces.
    fn span(self) -> (f32, f32) {
        match self {
            Self::Read => (0.0, 0.05),
            Self::Weld => (0.05, 0.1),
            Self::Check => (0.1, 0.2),
            Self::Orient => (0.2, 0.35),
            Self::Segment => (0.35, 0.8),
            Self::Convert => (0.8, 1.0),
        }
    }
}

/// How far the work has come.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// The stage at work.
    pub stage: Stage,
    /// Share of the whole that is done, 0 to 1; never falls.
    pub fraction: f32,
}

/// What a scan gave.
#[derive(Debug, Clone, PartialEq)]
pub struct Outcome {
    /// Everything said about the scan.
    pub report: ScanReport,
    /// The labels, by the input's own order.
    pub labels: LabelsFile,
    /// The files made.
    pub artefacts: Vec<Artefact>,
}

/// Everything said about a scan, as `report.json` holds it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ScanReport {
    /// The file as it was read.
    pub input: InputFacts,
    /// The assessment.
    pub quality: QualityReport,
    /// Frame and jaw.
    pub orientation: Orientation,
    /// The teeth found, by code.
    pub teeth: Vec<ToothRow>,
}

/// What the file holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct InputFacts {
    /// Its format.
    pub format: Format,
    /// Its size in bytes.
    pub bytes: usize,
    /// Its vertices; 0 where the format has none.
    pub vertices: usize,
    /// Its faces: polygons as they stand in the file.
    pub faces: usize,
    /// Names of its solids or groups, at most 100.
    pub groups: Vec<String>,
    /// Whether its vertices or faces have colours.
    pub coloured: bool,
}

/// Why a scan was not taken to its end.
#[derive(Debug, Clone, PartialEq, thiserror::Error, Serialize, Deserialize)]
#[error("{message}")]
pub struct Refusal {
    /// Stable lower_snake_case name of the reason.
    pub code: String,
    /// The reason as a sentence.
    pub message: String,
    /// The stage that refused.
    pub stage: Stage,
    /// The assessment, where it was reached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quality: Option<Box<QualityReport>>,
}

/// Code of the refusal when the caller's progress function said stop.
pub const CANCELLED: &str = "cancelled";

/// Takes a scan from the bytes of a file to numbered teeth and the files that show them.
///
/// `progress` hears every step and may end the work. Colours and names in the file are carried into the report and
/// otherwise ignored: the teeth are found by shape alone.
///
/// # Errors
/// A [`Refusal`] where the file is not readable, the assessment rules it out, it is no dental arch, or `progress` said
/// stop (code [`CANCELLED`]).
pub fn run(
    bytes: &[u8],
    options: &Options,
    progress: &mut dyn FnMut(Progress) -> ControlFlow<()>,
) -> Result<Outcome, Refusal> {
    let mut line = Line { progress, quality: None };

    line.reach(Stage::Read, 0.0)?;
    let mut scan = read(bytes).map_err(|e| line.refuse(Stage::Read, e.code(), &e))?;
    let unit = to_millimetres(&mut scan.mesh, options.unit);

    line.reach(Stage::Weld, 0.0)?;
    let Welded { mesh, .. } = weld(&scan.mesh, options.weld_tolerance);

    line.reach(Stage::Check, 0.0)?;
    let quality = check(&mesh, unit);
    line.quality = Some(Box::new(quality.clone()));
    if quality.verdict == Verdict::Refuse
        && let Some(finding) = quality.findings.iter().find(|f| f.severity == Severity::Critical)
    {
        return Err(line.refuse(Stage::Check, finding.code.name(), &finding.message));
    }

    line.reach(Stage::Orient, 0.0)?;
    let orientation = orient(&mesh, OrientOptions { jaw: options.jaw })
        .map_err(|e| line.refuse(Stage::Orient, e.code(), &e))?;

    line.reach(Stage::Segment, 0.0)?;
    let segmentation = segment(&mesh, &orientation, &mut |share| line.step(Stage::Segment, share))
        .map_err(|e| line.refuse(Stage::Segment, e.code(), &e))?;

    let report = ScanReport {
        input: facts(&scan, bytes.len()),
        quality,
        orientation,
        teeth: table(&mesh, &segmentation, &orientation.frame),
    };
    let labels = LabelsFile::new(&scan, orientation.jaw, &segmentation.face_labels, &segmentation.teeth);
    drop(scan);
    let mut reached = |share| line.reach(Stage::Convert, share);
    let artefacts = artefacts::make(&mesh, &orientation, &segmentation, options, &mut reached)?;
    Ok(Outcome { report, labels, artefacts })
}

/// The caller's ear, and what a refusal can say so far.
struct Line<'a> {
    progress: &'a mut dyn FnMut(Progress) -> ControlFlow<()>,
    quality: Option<Box<QualityReport>>,
}

impl Line<'_> {
    /// Reports that `share` of a stage is done.
    fn step(&mut self, stage: Stage, share: f32) -> ControlFlow<()> {
        let (start, end) = stage.span();
        (self.progress)(Progress { stage, fraction: start + (end - start) * share.clamp(0.0, 1.0) })
    }

    fn reach(&mut self, stage: Stage, share: f32) -> Result<(), Refusal> {
        match self.step(stage, share) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(self.refuse(stage, CANCELLED, &"The work was cancelled.")),
        }
    }

    fn refuse(&mut self, stage: Stage, code: &str, message: &dyn std::fmt::Display) -> Refusal {
        Refusal { code: code.into(), message: message.to_string(), stage, quality: self.quality.take() }
    }
}

/// Brings a mesh to millimetres, by the unit named or else by the one its size suggests.
fn to_millimetres(mesh: &mut Mesh, named: Option<Unit>) -> UnitReading {
    let reading = named.map_or_else(|| infer_unit(mesh), |unit| named_unit(mesh, unit));
    let scale = reading.unit.millimetres();
    if scale != 1.0 {
        mesh.positions.iter_mut().for_each(|p| *p = *p * scale);
    }
    reading
}

fn facts(scan: &Scan, bytes: usize) -> InputFacts {
    /// Enough names for any real file; a hostile one may hold a million.
    const NAMES: usize = 100;
    InputFacts {
        format: scan.format,
        bytes,
        vertices: if scan.format.has_vertices() { scan.mesh.positions.len() } else { 0 },
        faces: scan.input_faces as usize,
        groups: scan.groups.iter().take(NAMES).map(|group| group.name.clone()).collect(),
        coloured: !scan.vertex_colours.is_empty() || !scan.face_colours.is_empty(),
    }
}
