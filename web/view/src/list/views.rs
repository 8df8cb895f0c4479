//! Views of a list that somebody has saved: a name for how it is searched, filtered and sorted, and for its columns. One of
//! them may be what the list opens with. Kept as lines of text, a view each.

use rollcall_core::value::fold;

/// A name has so many letters at most.
const LONGEST: usize = 60;
/// Marks the view that the list opens with.
const FIRST: &str = "first";

/// A view.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct View {
    pub name: String,
    /// The query, as the address says it.
    pub address: String,
    /// The columns, as they are kept.
    pub columns: String,
    /// The list opens with it.
    pub first: bool,
}

/// All views of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Views(Vec<View>);

/// Why a view can't have a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unnamed {
    Empty,
    /// Another one is called so.
    Taken,
}

impl Views {
    /// What was kept.
    pub fn read(kept: &str) -> Self {
        let view = |line: &str| {
            let mut parts = line.split('\t');
            let name = tidy(parts.next()?);
            let (address, columns) = (parts.next()?.to_owned(), parts.next()?.to_owned());
            (!name.is_empty()).then(|| View { name, address, columns, first: parts.next() == Some(FIRST) })
        };
        Self(kept.lines().filter_map(view).collect())
    }

    /// What is to be kept.
    pub fn write(&self) -> String {
        let line = |view: &View| {
            let View { name, address, columns, first } = view;
            format!("{name}\t{address}\t{columns}\t{}", if *first { FIRST } else { "" })
        };
        self.0.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// In the order in which they were saved.
    pub fn iter(&self) -> impl Iterator<Item = &View> {
        self.0.iter()
    }

    pub fn get(&self, place: usize) -> Option<&View> {
        self.0.get(place)
    }

    /// The view that the list opens with.
    pub fn first(&self) -> Option<&View> {
        self.0.iter().find(|view| view.first)
    }

    /// The view that shows just this.
    pub fn showing(&self, address: &str, columns: &str) -> Option<usize> {
        self.0.iter().position(|view| view.address == address && view.columns == columns)
    }

    /// Whether a view may be called so: a new one, or the one at a place.
    ///
    /// # Errors
    /// Why not.
    pub fn may_be_called(&self, name: &str, at: Option<usize>) -> Result<String, Unnamed> {
        let name = tidy(name);
        if name.is_empty() {
            return Err(Unnamed::Empty);
        }
        let folded = fold(&name);
        let taken = self.0.iter().enumerate().any(|(place, view)| Some(place) != at && fold(&view.name) == folded);
        if taken { Err(Unnamed::Taken) } else { Ok(name) }
    }

    /// Saves a view.
    ///
    /// # Errors
    /// Why it can't be called so.
    pub fn save(&mut self, view: View) -> Result<(), Unnamed> {
        let name = self.may_be_called(&view.name, None)?;
        let first = view.first;
        self.0.push(View { name, first: false, ..view });
        if first {
            self.open_with(Some(self.0.len() - 1));
        }
        Ok(())
    }

    /// Calls a view otherwise.
    ///
    /// # Errors
    /// Why it can't be called so.
    pub fn rename(&mut self, place: usize, name: &str) -> Result<(), Unnamed> {
        let name = self.may_be_called(name, Some(place))?;
        if let Some(view) = self.0.get_mut(place) {
            view.name = name;
        }
        Ok(())
    }

    pub fn delete(&mut self, place: usize) {
        if place < self.0.len() {
            self.0.remove(place);
        }
    }

    /// Has the list open with a view, or with none.
    pub fn open_with(&mut self, place: Option<usize>) {
        for (at, view) in self.0.iter_mut().enumerate() {
            view.first = Some(at) == place;
        }
    }
}

/// A name on one line, without room around it.
fn tidy(name: &str) -> String {
    let plain: String = name.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view(name: &str, address: &str) -> View {
        View { name: name.into(), address: address.into(), columns: "who mail".into(), first: false }
    }

    #[test]
    fn what_was_saved_comes_back() {
        let mut views = Views::default();
        views.save(view("  Sales,\tactive\n", "state=active&team=7")).unwrap();
        views.save(View { first: true, ..view("مدراء", "") }).unwrap();
        assert_eq!(Views::read(&views.write()), views);
        assert_eq!(views.get(0).unwrap().name, "Sales, active");
        assert_eq!(views.first().unwrap().name, "مدراء");
        assert_eq!(views.showing("state=active&team=7", "who mail"), Some(0));
        assert_eq!(views.showing("state=active&team=7", ""), None);
        assert_eq!(Views::read("").write(), "");
        assert!(Views::read("nonsense\n\t\t\t\n").is_empty());
    }

    #[test]
    fn no_two_have_the_same_name_and_none_has_no_name() {
        let mut views = Views::default();
        views.save(view("Sales", "")).unwrap();
        assert_eq!(views.save(view("SALES ", "")), Err(Unnamed::Taken));
        assert_eq!(views.save(view(" \u{7} ", "")), Err(Unnamed::Empty));
        views.save(view(&"long ".repeat(40), "")).unwrap();
        assert_eq!(views.get(1).unwrap().name.chars().count(), LONGEST);
        assert_eq!(views.rename(1, "sales"), Err(Unnamed::Taken));
        views.rename(0, "sales").unwrap();
        assert_eq!(views.get(0).unwrap().name, "sales", "its own name in other letters");
    }

    #[test]
    fn a_list_opens_with_one_at_most() {
        let mut views = Views::default();
        for name in ["a", "b", "c"] {
            views.save(View { first: true, ..view(name, "") }).unwrap();
        }
        assert_eq!(views.iter().filter(|view| view.first).count(), 1);
        views.open_with(Some(1));
        assert_eq!(views.first().unwrap().name, "b");
        views.delete(1);
        assert_eq!((views.first(), views.iter().count()), (None, 2));
        views.delete(7);
        views.open_with(None);
        assert_eq!(views.iter().count(), 2);
    }
}
