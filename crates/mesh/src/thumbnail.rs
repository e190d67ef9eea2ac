//! A small picture of a labelled scan, seen from its occlusal side, drawn without a graphics card.

use crate::{Frame, Jaw, Mesh, Vec3, palette};

/// Samples a pixel has along each side.
const SAMPLES: usize = 2;
/// Share of the picture left free on each side.
const MARGIN: f32 = 0.04;

/// Draws a scan as a PNG of `width` × `height` pixels with a transparent background.
///
/// The picture is laid out as dental charts are: the patient's right on the left, the front of an upper jaw at the top
/// and that of a lower jaw at the bottom.
#[must_use]
pub fn thumbnail(
    mesh: &Mesh,
    face_labels: &[u16],
    frame: &Frame,
    jaw: Jaw,
    width: u32,
    height: u32,
) -> Vec<u8> {
    let mut canvas = Canvas::new(width as usize * SAMPLES, height as usize * SAMPLES);
    let view = View::new(mesh, frame, jaw, &canvas);
    let shade = view.shades(mesh);
    let places: Vec<Vec3> = mesh.positions.iter().map(|&p| view.project(p)).collect();
    for (corners, &label) in mesh.faces.iter().zip(face_labels) {
        let colour = palette::colour(label).map(palette::linear);
        canvas.fill(corners.map(|v| places[v as usize]), corners.map(|v| shade[v as usize]), colour);
    }
    encode(&canvas.pixels(), width, height)
}

/// The camera: to the right, up and towards the eye, in scan coordinates, and the scale to the canvas.
struct View {
    right: Vec3,
    up: Vec3,
    eye: Vec3,
    centre: Vec3,
    scale: f32,
    middle: [f32; 2],
    /// Nearest and farthest place along `eye`.
    depth: (f32, f32),
}

impl View {
    fn new(mesh: &Mesh, frame: &Frame, jaw: Jaw, canvas: &Canvas) -> Self {
        let (up, eye) = match jaw {
            Jaw::Upper => (frame.anterior, -frame.superior),
            Jaw::Lower => (-frame.anterior, frame.superior),
        };
        let right = frame.left;
        let span = |axis: Vec3| {
            let along = mesh.positions.iter().map(|p| p.dot(axis));
            along.fold((f32::INFINITY, f32::NEG_INFINITY), |(low, high), d| (low.min(d), high.max(d)))
        };
        let spans = [span(right), span(up), span(eye)];
        let centre = [right, up, eye]
            .iter()
            .zip(spans)
            .fold(Vec3::ZERO, |sum, (&axis, (low, high))| sum + axis * ((low + high) / 2.0));
        let free = 1.0 - 2.0 * MARGIN;
        let fit = |side: usize, (low, high): (f32, f32)| side as f32 * free / (high - low).max(f32::EPSILON);
        Self {
            right,
            up,
            eye,
            centre,
            scale: fit(canvas.width, spans[0]).min(fit(canvas.height, spans[1])),
            middle: [canvas.width as f32 / 2.0, canvas.height as f32 / 2.0],
            depth: spans[2],
        }
    }

    /// Column, row and nearness of a place on the canvas.
    fn project(&self, place: Vec3) -> Vec3 {
        let d = place - self.centre;
        Vec3::new(
            self.middle[0] + d.dot(self.right) * self.scale,
            self.middle[1] - d.dot(self.up) * self.scale,
            place.dot(self.eye),
        )
    }

    /// Light on every vertex: a lamp over the viewer's left shoulder (Lambert), a softer one from the other side, light from
    /// everywhere, and less of it all towards the depth, which lifts the teeth off the gum.
    fn shades(&self, mesh: &Mesh) -> Vec<f32> {
        let lamp = (self.eye * 0.75 + self.up * 0.5 - self.right * 0.45).normalized();
        let fill = (self.eye * 0.5 - self.up * 0.5 + self.right * 0.7).normalized();
        let range = (self.depth.1 - self.depth.0).max(f32::EPSILON);
        mesh.vertex_normals()
            .iter()
            .zip(&mesh.positions)
            .map(|(n, p)| {
                // Seen from behind, a surface is lit as if it were turned round.
                let n = if n.dot(self.eye) < 0.0 { -*n } else { *n };
                let light = 0.28 + 0.74 * n.dot(lamp).max(0.0) + 0.16 * n.dot(fill).max(0.0);
                let near = (p.dot(self.eye) - self.depth.0) / range;
                light * (0.7 + 0.3 * near)
            })
            .collect()
    }
}

/// A picture in linear light with the nearness of what each sample shows.
struct Canvas {
    width: usize,
    height: usize,
    colour: Vec<[f32; 3]>,
    nearness: Vec<f32>,
}

impl Canvas {
    fn new(width: usize, height: usize) -> Self {
        let count = width * height;
        Self { width, height, colour: vec![[0.0; 3]; count], nearness: vec![f32::NEG_INFINITY; count] }
    }

    /// Draws a triangle, either side up, with light interpolated over it.
    fn fill(&mut self, corners: [Vec3; 3], shade: [f32; 3], colour: [f32; 3]) {
        let [a, b, c] = corners;
        let edge = |p: Vec3, q: Vec3, x: f32, y: f32| (q[0] - p[0]) * (y - p[1]) - (q[1] - p[1]) * (x - p[0]);
        let area = edge(a, b, c[0], c[1]);
        if area == 0.0 || !area.is_finite() {
            return;
        }
        let range = |k: usize, end: usize| {
            let (low, high) = (a[k].min(b[k]).min(c[k]), a[k].max(b[k]).max(c[k]));
            ((low - 0.5).ceil().max(0.0) as usize)..((high + 0.5).floor().clamp(0.0, end as f32) as usize)
        };
        for row in range(1, self.height) {
            for column in range(0, self.width) {
                let (x, y) = (column as f32 + 0.5, row as f32 + 0.5);
                let weights = [edge(b, c, x, y) / area, edge(c, a, x, y) / area, edge(a, b, x, y) / area];
                if weights.iter().any(|w| *w < 0.0) {
                    continue;
                }
                let mix = |values: [f32; 3]| (0..3).map(|k| weights[k] * values[k]).sum::<f32>();
                let nearness = mix([a[2], b[2], c[2]]);
                let sample = row * self.width + column;
                if nearness > self.nearness[sample] {
                    self.nearness[sample] = nearness;
                    self.colour[sample] = colour.map(|channel| channel * mix(shade));
                }
            }
        }
    }

    /// Red, green, blue and alpha of every pixel: the mean of its samples, taken in linear light.
    fn pixels(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(self.colour.len() / (SAMPLES * SAMPLES) * 4);
        for row in (0..self.height).step_by(SAMPLES) {
            for column in (0..self.width).step_by(SAMPLES) {
                let samples = (0..SAMPLES * SAMPLES)
                    .map(|i| (row + i / SAMPLES) * self.width + column + i % SAMPLES)
                    .filter(|&sample| self.nearness[sample] > f32::NEG_INFINITY);
                let (sum, covered) = samples.fold(([0.0f32; 3], 0u8), |(sum, covered), sample| {
                    (std::array::from_fn(|k| sum[k] + self.colour[sample][k]), covered + 1)
                });
                out.extend(sum.map(|channel| palette::encoded(channel / f32::from(covered.max(1)))));
                out.push((f32::from(covered) / (SAMPLES * SAMPLES) as f32 * 255.0).round() as u8);
            }
        }
        out
    }
}

/// The bytes of a PNG; writing to memory fails only for a picture without pixels, which gives no bytes.
fn encode(pixels: &[u8], width: u32, height: u32) -> Vec<u8> {
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    let written = encoder.write_header().and_then(|mut writer| {
        writer.write_image_data(pixels)?;
        writer.finish()
    });
    if written.is_err() {
        out.clear();
    }
    out
}
