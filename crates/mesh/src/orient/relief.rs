//! A picture of a mesh from above: the highest surface over a regular grid.

use crate::mesh::Mesh;

/// Side of a pixel in mm.
const STEP: f32 = 0.3;
/// No grid gets more pixels than this, whatever the mesh's extent.
const MAX_SIDE: usize = 800;
/// Side of a cell of the coarse grid that holds local summits, in mm.
const CELL: f32 = 1.0;

/// The highest surface of a mesh over the x-y plane, one pixel every `STEP` mm.
#[derive(Debug)]
pub(crate) struct Relief {
    origin: [f32; 2],
    step: f32,
    width: usize,
    height: usize,
    z: Vec<f32>,
    face: Vec<u32>,
    coarse_width: usize,
    coarse: Vec<f32>,
}

impl Relief {
    /// Rasterise the mesh; an empty mesh gives an empty picture.
    pub(crate) fn new(mesh: &Mesh) -> Self {
        let (lo, hi) = mesh.bounds().unwrap_or_default();
        let extent = (hi[0] - lo[0]).max(hi[1] - lo[1]);
        let step = STEP.max(extent / (MAX_SIDE - 2) as f32);
        let width = ((hi[0] - lo[0]) / step) as usize + 2;
        let height = ((hi[1] - lo[1]) / step) as usize + 2;
        let mut relief = Self {
            origin: [lo[0], lo[1]],
            step,
            width,
            height,
            z: vec![f32::NEG_INFINITY; width * height],
            face: vec![u32::MAX; width * height],
            coarse_width: 0,
            coarse: Vec::new(),
        };
        for face in 0..mesh.faces.len() {
            relief.draw(mesh, face);
        }
        relief.summits();
        relief
    }

    fn draw(&mut self, mesh: &Mesh, face: usize) {
        let [a, b, c] = mesh
            .corners(face)
            .map(|p| [(p[0] - self.origin[0]) / self.step, (p[1] - self.origin[1]) / self.step, p[2]]);
        let det = (b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1]);
        if det.abs() < 1e-9 {
            return;
        }
        let range = |k: usize, limit: usize| {
            let lo = a[k].min(b[k]).min(c[k]).ceil().max(0.0) as usize;
            let hi = a[k].max(b[k]).max(c[k]).floor().max(0.0) as usize;
            lo..(hi + 1).min(limit)
        };
        for y in range(1, self.height) {
            for x in range(0, self.width) {
                let (px, py) = (x as f32 - a[0], y as f32 - a[1]);
                let u = (px * (c[1] - a[1]) - (c[0] - a[0]) * py) / det;
                let v = ((b[0] - a[0]) * py - px * (b[1] - a[1])) / det;
                if u < -1e-4 || v < -1e-4 || u + v > 1.0002 {
                    continue;
                }
                let z = a[2] + u * (b[2] - a[2]) + v * (c[2] - a[2]);
                let pixel = y * self.width + x;
                if z > self.z[pixel] {
                    self.z[pixel] = z;
                    self.face[pixel] = face as u32;
                }
            }
        }
    }

    fn summits(&mut self) {
        self.coarse_width = (self.width as f32 * self.step / CELL) as usize + 1;
        let rows = (self.height as f32 * self.step / CELL) as usize + 1;
        self.coarse = vec![f32::NEG_INFINITY; self.coarse_width * rows];
        for y in 0..self.height {
            for x in 0..self.width {
                let cell = (y as f32 * self.step / CELL) as usize * self.coarse_width
                    + (x as f32 * self.step / CELL) as usize;
                self.coarse[cell] = self.coarse[cell].max(self.z[y * self.width + x]);
            }
        }
    }

    /// Every pixel that shows a surface, as `[x, y, z]` in mm.
    pub(crate) fn points(&self) -> impl Iterator<Item = [f32; 3]> + '_ {
        self.z.iter().enumerate().filter(|(_, z)| z.is_finite()).map(|(i, &z)| {
            [
                self.origin[0] + (i % self.width) as f32 * self.step,
                self.origin[1] + (i / self.width) as f32 * self.step,
                z,
            ]
        })
    }

    /// Height of the surface over a point and the face it belongs to; `None` where there is none.
    pub(crate) fn at(&self, x: f32, y: f32) -> Option<(f32, u32)> {
        let px = ((x - self.origin[0]) / self.step).round();
        let py = ((y - self.origin[1]) / self.step).round();
        if px < 0.0 || py < 0.0 || px >= self.width as f32 || py >= self.height as f32 {
            return None;
        }
        let pixel = py as usize * self.width + px as usize;
        self.z[pixel].is_finite().then(|| (self.z[pixel], self.face[pixel]))
    }

    /// Highest surface within about `radius` mm of a point; minus infinity where there is none.
    pub(crate) fn summit(&self, x: f32, y: f32, radius: f32) -> f32 {
        let cx = (x - self.origin[0]) / CELL - 0.5;
        let cy = (y - self.origin[1]) / CELL - 0.5;
        let reach = radius / CELL;
        let rows = self.coarse.len() / self.coarse_width.max(1);
        let mut best = f32::NEG_INFINITY;
        let span = |c: f32, limit: usize| {
            (c - reach).ceil().max(0.0) as usize
                ..((c + reach).floor().max(-1.0) + 1.0).min(limit as f32) as usize
        };
        for j in span(cy, rows) {
            for i in span(cx, self.coarse_width) {
                let (dx, dy) = (i as f32 - cx, j as f32 - cy);
                if dx * dx + dy * dy <= reach * reach {
                    best = best.max(self.coarse[j * self.coarse_width + i]);
                }
            }
        }
        best
    }

    /// Centres of the coarse cells that are the summit of their surroundings within `radius` mm.
    pub(crate) fn peaks(&self, radius: f32) -> Vec<[f32; 3]> {
        (0..self.coarse.len())
            .filter(|&i| self.coarse[i].is_finite())
            .map(|i| {
                let x = self.origin[0] + ((i % self.coarse_width) as f32 + 0.5) * CELL;
                let y = self.origin[1] + ((i / self.coarse_width) as f32 + 0.5) * CELL;
                [x, y, self.coarse[i]]
            })
            .filter(|p| self.summit(p[0], p[1], radius) <= p[2])
            .collect()
    }

    /// Area of a pixel in mm².
    pub(crate) fn pixel_area(&self) -> f32 {
        self.step * self.step
    }
}
