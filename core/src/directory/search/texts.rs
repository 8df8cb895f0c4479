//! The folded texts that users are searched by, in one string, so that a scan runs through memory in order.

use super::super::users::Row;

/// Texts by row. The first line of each is what the user is called, and sorted by.
#[derive(Clone, Debug, Default)]
pub(super) struct Texts {
    all: Vec<u8>,
    spans: Vec<Span>,
    /// Bytes of texts that are gone.
    dead: usize,
}

#[derive(Clone, Copy, Debug, Default)]
struct Span {
    start: u32,
    length: u16,
    name: u16,
}

impl Texts {
    pub fn with_capacity(rows: usize) -> Self {
        Self { all: Vec::with_capacity(rows * 48), spans: Vec::with_capacity(rows), dead: 0 }
    }

    /// The whole text of a row.
    pub fn text(&self, row: Row) -> &[u8] {
        self.spans.get(row as usize).map(|span| self.bytes(span.start, span.length)).unwrap_or_default()
    }

    /// What the user is called, folded.
    pub fn name(&self, row: Row) -> &[u8] {
        self.spans.get(row as usize).map(|span| self.bytes(span.start, span.name)).unwrap_or_default()
    }

    fn bytes(&self, start: u32, length: u16) -> &[u8] {
        let start = start as usize;
        self.all.get(start..start + usize::from(length)).unwrap_or_default()
    }

    /// Writes a row's text.
    pub fn put(&mut self, row: Row, text: &str) {
        self.forget(row);
        let row = row as usize;
        if row >= self.spans.len() {
            self.spans.resize(row + 1, Span::default());
        }
        // A user has a few hundred bytes of text; a text that is absurdly long is searched in its first 64 KiB.
        let length = u16::try_from(text.len()).unwrap_or(u16::MAX);
        let name = text.find('\n').map_or(length, |end| u16::try_from(end).unwrap_or(length));
        if let (Some(span), Ok(start)) = (self.spans.get_mut(row), u32::try_from(self.all.len())) {
            self.all.extend(text.bytes().take(usize::from(length)));
            *span = Span { start, length, name };
        }
        if self.dead > self.all.len() / 4 + 4096 {
            self.tidy();
        }
    }

    /// Takes a row's text out.
    pub fn forget(&mut self, row: Row) {
        if let Some(span) = self.spans.get_mut(row as usize) {
            self.dead += usize::from(span.length);
            *span = Span::default();
        }
    }

    /// Writes the texts anew without what is gone. Comes so rarely that each change pays for little of it.
    fn tidy(&mut self) {
        let mut all = Vec::with_capacity(self.all.len() - self.dead);
        for span in &mut self.spans {
            let start = span.start as usize;
            let text = self.all.get(start..start + usize::from(span.length)).unwrap_or_default();
            if let Ok(start) = u32::try_from(all.len()) {
                span.start = start;
                all.extend_from_slice(text);
            }
        }
        (self.all, self.dead) = (all, 0);
    }

    /// Gives back memory that was set aside for more.
    pub fn shrink(&mut self) {
        self.all.shrink_to_fit();
        self.spans.shrink_to_fit();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_over_again_and_again_takes_no_more_room() {
        let mut texts = Texts::default();
        for round in 0..2000_u32 {
            for row in 0..10 {
                texts.put(row, &format!("name {row}\nround {round}"));
            }
        }
        texts.forget(3);
        assert_eq!(texts.text(4), b"name 4\nround 1999");
        assert_eq!(texts.name(9), b"name 9");
        assert_eq!((texts.text(3), texts.text(77)), (&b""[..], &b""[..]));
        assert!(texts.all.len() < 10_000, "{}", texts.all.len());
    }
}
