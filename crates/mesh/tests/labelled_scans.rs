//! A floor under the segmentation's scores on real labelled scans; skips where they are not at hand.

#[path = "../examples/evaluate/metrics.rs"]
mod metrics;
#[path = "../examples/evaluate/truth.rs"]
mod truth;

use mesh::{OrientOptions, orient, segment};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

fn scans() -> Vec<PathBuf> {
    let data = std::env::var("CUSPID_TEST_DATA")
        .map_or_else(|_| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"), PathBuf::from);
    let mut found: Vec<PathBuf> = std::fs::read_dir(data.join("ios-3d-iosseg"))
        .into_iter()
        .flatten()
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "ply"))
        .collect();
    found.sort();
    found
}

#[test]
#[expect(clippy::print_stdout, reason = "says that it skips")]
fn real_scans_are_read_at_least_this_well() {
    let scans = scans();
    if scans.is_empty() {
        println!("skipped: no labelled scans");
        return;
    }
    let mut scores = Vec::new();
    for path in &scans {
        let scan = truth::read(path).unwrap();
        let orientation = orient(&scan.mesh, OrientOptions::default()).unwrap();
        assert_eq!(orientation.jaw, scan.jaw, "{}", path.display());
        let found = segment(&scan.mesh, &orientation, &mut |_| ControlFlow::Continue(())).unwrap();
        let predicted = truth::vertex_labels(&scan.mesh, &found.face_labels);
        scores.push(metrics::score(&scan.mesh.positions, &scan.vertex_labels, &predicted));
    }
    let mean = metrics::Scores::mean(&scores);
    let [tla, tsa, tir] = mean.described;
    assert!(tla > 0.90 && tsa > 0.90 && tir > 0.88 && mean.false_teeth < 0.3, "{mean}");
}
