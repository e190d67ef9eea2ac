//! What a file is, by its content.

use mesh::format::{self, Format};

/// Bytes from the beginning of a file that tell what it is.
pub(super) const HEAD: usize = 64 << 10;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Kind {
    /// Value of `platform.file_type`.
    pub(super) file_type: &'static str,
    /// Name of the format; `None` where the content is not known.
    pub(super) format: Option<&'static str>,
    /// Media type; `None` where the content is not known.
    pub(super) media_type: Option<&'static str>,
}

/// Formats told by their first bytes.
const SIGNATURES: [(&[u8], &str, &str, &str); 10] = [
    (b"\x89PNG\r\n\x1a\n", "photo", "png", "image/png"),
    (b"\xff\xd8\xff", "photo", "jpeg", "image/jpeg"),
    (b"GIF8", "photo", "gif", "image/gif"),
    (b"II*\0", "photo", "tiff", "image/tiff"),
    (b"MM\0*", "photo", "tiff", "image/tiff"),
    (b"%PDF-", "document", "pdf", "application/pdf"),
    (b"glTF", "design", "glb", "model/gltf-binary"),
    (b"PK\x03\x04", "other", "zip", "application/zip"),
    (b"\x1f\x8b", "other", "gzip", "application/gzip"),
    (b"{", "other", "json", "application/json"),
];

impl Kind {
    /// By the first bytes and the length of the whole.
    pub(super) fn of(head: &[u8], length: u64) -> Self {
        if let Ok(format) = format::detect_head(head, length) {
            return Self::of_scan(format);
        }
        // What says that it is a PLY and has a broken header is refused by the scan line, with the reason.
        if head.starts_with(b"ply\n") || head.starts_with(b"ply\r") {
            return Self::of_scan(Format::PlyAscii);
        }
        if head.get(128..132) == Some(b"DICM") {
            return Self::known("xray", "dicom", "application/dicom");
        }
        if head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP") {
            return Self::known("photo", "webp", "image/webp");
        }
        SIGNATURES.iter().find(|(magic, ..)| head.starts_with(magic)).map_or(
            Self { file_type: "other", format: None, media_type: None },
            |&(_, file_type, format, media_type)| Self::known(file_type, format, media_type),
        )
    }

    fn of_scan(format: Format) -> Self {
        let (format, media_type) = match format {
            Format::StlBinary => ("stl_binary", "model/stl"),
            Format::StlAscii => ("stl_ascii", "model/stl"),
            Format::PlyAscii => ("ply_ascii", "model/ply"),
            Format::PlyBinaryLittleEndian => ("ply_binary_little_endian", "model/ply"),
            Format::PlyBinaryBigEndian => ("ply_binary_big_endian", "model/ply"),
            Format::Obj => ("obj", "model/obj"),
        };
        Self::known("intraoral_scan", format, media_type)
    }

    fn known(file_type: &'static str, format: &'static str, media_type: &'static str) -> Self {
        Self { file_type, format: Some(format), media_type: Some(media_type) }
    }

    /// Whether it is a scan, for which a job is started.
    pub(super) fn is_scan(self) -> bool {
        self.file_type == "intraoral_scan"
    }
}

/// Whether a browser may show content of this type in the page: pictures that cannot hold programs, and models.
pub(super) fn is_showable(media_type: &str) -> bool {
    matches!(media_type, "image/png" | "image/jpeg" | "image/webp" | "image/gif" | "model/gltf-binary")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides() {
        let mut stl = vec![0; 84];
        stl[80] = 2;
        let cases: [(&[u8], u64, &str, Option<&str>); 10] = [
            (&stl, 84 + 2 * 50, "intraoral_scan", Some("stl_binary")),
            (b"solid a\nfacet normal 0 0 0\n", 100, "intraoral_scan", Some("stl_ascii")),
            (
                b"ply\nformat ascii 1.0\nelement vertex 0\nend_header\n",
                60,
                "intraoral_scan",
                Some("ply_ascii"),
            ),
            (b"ply\nnonsense", 12, "intraoral_scan", Some("ply_ascii")),
            (b"v 1 2 3\n", 8, "intraoral_scan", Some("obj")),
            (b"\x89PNG\r\n\x1a\n....", 90, "photo", Some("png")),
            (b"\xff\xd8\xff\xe0....", 90, "photo", Some("jpeg")),
            (b"%PDF-1.7\n", 90, "document", Some("pdf")),
            (b"just some words", 15, "other", None),
            (b"", 0, "other", None),
        ];
        for (head, length, file_type, format) in cases {
            let kind = Kind::of(head, length);
            assert_eq!((kind.file_type, kind.format), (file_type, format), "{head:?}");
        }
    }

    #[test]
    fn what_could_run_is_never_shown() {
        for media_type in ["text/html", "image/svg+xml", "application/pdf", "application/xml"] {
            assert!(!is_showable(media_type), "{media_type}");
        }
    }
}
