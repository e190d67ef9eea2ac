//! The files made of a segmented scan.

use super::{Options, Refusal};
use crate::{Mesh, Orientation, Segmentation, Tooth, lod, thumbnail, write};

/// A file made of a scan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Artefact {
    /// Its name, e.g. `segmented.glb`.
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// Its content.
    pub bytes: Vec<u8>,
}

const GLB: &str = "model/gltf-binary";
const PLY: &str = "application/x-ply";

/// Makes every file wanted; `reached` hears the share done after each.
pub(super) fn make(
    mesh: &Mesh,
    orientation: &Orientation,
    segmentation: &Segmentation,
    options: &Options,
    reached: &mut dyn FnMut(f32) -> Result<(), Refusal>,
) -> Result<Vec<Artefact>, Refusal> {
    let (labels, teeth) = (&segmentation.face_labels, segmentation.teeth.as_slice());
    let (width, height) = options.thumbnail;
    let mut made = Vec::new();
    let mut add = |name: String, media_type, bytes| made.push(Artefact { name, media_type, bytes });
    reached(0.0)?;
    add(
        "thumbnail.png".into(),
        "image/png",
        thumbnail(mesh, labels, &orientation.frame, orientation.jaw, width, height),
    );
    reached(0.25)?;
    add("segmented.glb".into(), GLB, write::glb(mesh, labels, teeth));
    add("segmented.ply".into(), PLY, write::ply(mesh, labels));
    if options.stl {
        add("surface.stl".into(), "model/stl", write::stl(mesh));
    }
    if options.obj {
        add("segmented.obj".into(), "model/obj", write::obj(mesh, labels));
    }
    reached(0.5)?;
    for level in levels(mesh, labels, teeth, &options.levels) {
        add(level.0, GLB, level.1);
        reached(0.75)?;
    }
    reached(1.0)?;
    Ok(made)
}

/// Name and bytes of every level of detail that has fewer faces than the surface itself, the finest first. Each is made
/// from the one before.
fn levels(
    mesh: &Mesh,
    labels: &[u16],
    teeth: &[Tooth],
    targets: &[usize],
) -> impl Iterator<Item = (String, Vec<u8>)> {
    let mut targets: Vec<usize> = targets.iter().copied().filter(|&t| t < mesh.faces.len()).collect();
    targets.sort_unstable_by(|a, b| b.cmp(a));
    let mut finer = None::<(Mesh, Vec<u16>)>;
    targets.into_iter().map(move |target| {
        let (mesh, labels) =
            finer.as_ref().map_or((mesh, labels), |(mesh, labels)| (mesh, labels.as_slice()));
        let level = lod::reduce(mesh, labels, target);
        let bytes = write::glb(&level.0, &level.1, teeth);
        finer = Some(level);
        (format!("segmented_{}k.glb", target.div_ceil(1000)), bytes)
    })
}
