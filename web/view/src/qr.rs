//! A QR code as one path of an SVG: a square for each run of dark modules in a row.

use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write as _;

/// Light modules that readers need on each side (ISO/IEC 18004).
const QUIET: i32 = 4;

/// A code to be drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// The view box, with the quiet zone around.
    pub view_box: String,
    /// The dark modules.
    pub path: String,
}

/// The code of a text; none when it is too long for one.
pub fn qr(text: &str) -> Option<Qr> {
    let code = QrCode::encode_text(text, QrCodeEcc::Medium).ok()?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let run = (x..size).take_while(|x| code.get_module(*x, y)).count();
            let run = i32::try_from(run).unwrap_or_default();
            if run > 0 {
                let _ = write!(path, "M{x} {y}h{run}v1h-{run}z");
            }
            // What ends a run is light.
            x = x.saturating_add(run).saturating_add(1);
        }
    }
    let whole = size.saturating_add(QUIET.saturating_mul(2));
    Some(Qr { view_box: format!("-{QUIET} -{QUIET} {whole} {whole}"), path })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_dark_module_is_drawn_once() {
        let text = "https://people.acme.example/invite/0123456789abcdef0123456789abcdef01234567";
        let code = QrCode::encode_text(text, QrCodeEcc::Medium).unwrap();
        let drawn = qr(text).unwrap();
        let mut dark = std::collections::BTreeSet::new();
        for part in drawn.path.split('M').skip(1) {
            let (x, rest) = part.split_once(' ').unwrap();
            let (y, rest) = rest.split_once('h').unwrap();
            let run: i32 = rest.split('v').next().unwrap().parse().unwrap();
            let (x, y): (i32, i32) = (x.parse().unwrap(), y.parse().unwrap());
            assert!((x..x + run).all(|x| dark.insert((x, y))));
        }
        let size = code.size();
        let modules = (0..size).flat_map(|y| (0..size).map(move |x| (x, y)));
        assert_eq!(dark, modules.filter(|(x, y)| code.get_module(*x, *y)).collect());
        assert_eq!(drawn.view_box, format!("-4 -4 {0} {0}", size + 8));
        assert_eq!(qr(&"x".repeat(5_000)), None);
    }
}
