//! Names of files: what may be one, and how a header says it.

use crate::Error;

/// The longest name, in characters.
const LONGEST: usize = 255;

/// Makes sure that `name` names a file and nothing else: no path, no control characters.
pub(super) fn check(name: &str) -> Result<(), Error> {
    let is_sound = !name.trim().is_empty()
        && name.chars().count() <= LONGEST
        && !matches!(name, "." | "..")
        && !name.chars().any(|c| matches!(c, '/' | '\\') || c.is_control());
    if is_sound {
        return Ok(());
    }
    Err(Error::bad_request(
        "invalid_name",
        "name",
        "A file's name has 1 to 255 characters, without slashes and control characters.",
    ))
}

/// `Content-Disposition` for a file of this name (RFC 6266, names by RFC 8187).
pub(super) fn disposition(name: &str, is_inline: bool) -> String {
    let kind = if is_inline { "inline" } else { "attachment" };
    let plain: String = name
        .chars()
        .map(|c| match c {
            '"' | '\\' | '%' => '_',
            ' '..='~' => c,
            _ => '_',
        })
        .collect();
    if plain == name {
        return format!("{kind}; filename=\"{plain}\"");
    }
    let mut encoded = String::with_capacity(name.len() * 3);
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"!#$&+-.^_`|~".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    format!("{kind}; filename=\"{plain}\"; filename*=UTF-8''{encoded}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_no_path_and_has_no_control_characters() {
        for name in ["scan.stl", "Oberkiefer Müller.ply", "a b (1).obj", "…", &"x".repeat(255)] {
            assert!(check(name).is_ok(), "{name:?}");
        }
        for name in ["", " ", ".", "..", "a/b", "..\\b", "a\nb", "a\0b", "a\u{85}b", &"x".repeat(256)] {
            assert!(check(name).is_err(), "{name:?}");
        }
    }

    #[test]
    fn a_plain_name_is_quoted_and_any_other_encoded_beside_its_likeness() {
        assert_eq!(disposition("scan 1.stl", false), "attachment; filename=\"scan 1.stl\"");
        assert_eq!(
            disposition("Zähne \"2\".png", true),
            "inline; filename=\"Z_hne _2_.png\"; filename*=UTF-8''Z%C3%A4hne%20%222%22.png"
        );
    }
}
