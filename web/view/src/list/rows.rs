//! Rows and pixels.

/// The height of a row in pixels; `--row` in the tokens says the same.
pub const ROW: f64 = 56.0;

/// The row at so many pixels from the start.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what a list can be long")]
pub fn index(pixels: f64) -> usize {
    (pixels / ROW).clamp(0.0, 1e7) as usize
}

/// How many pixels from the start a row begins.
#[expect(clippy::cast_precision_loss, reason = "rows are far fewer than 2^52")]
pub fn offset(row: usize) -> f64 {
    row as f64 * ROW
}

/// Pixels as browsers scroll by them.
#[expect(clippy::cast_possible_truncation, reason = "browsers end long before i32 does")]
pub fn whole(pixels: f64) -> i32 {
    pixels as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pixels_and_rows() {
        assert_eq!((index(0.0), index(55.9), index(56.0), index(-3.0)), (0, 0, 1, 0));
        assert_eq!((offset(3), whole(168.9)), (168.0, 168));
    }
}
