//! Numbers and extensions as things of lists, and several numbers that are typed at once.

use rollcall_core::value::{Country, Extension, PhoneNumber, ValueError};
use uuid::Uuid;

/// So many numbers are added at once at most: each is a command.
pub const AT_ONCE: usize = 1_000;

/// Stands before the digits of an extension, which may begin with zeros.
const MARK: &str = "f";

/// What stands for a number in addresses and selections: its digits, read as those of an id.
pub fn number_id(number: PhoneNumber) -> Uuid {
    of_digits(number.to_string().trim_start_matches('+'))
}

/// The number that such an id stands for.
pub fn number_of(id: Uuid) -> Option<PhoneNumber> {
    PhoneNumber::parse(&format!("+{:x}", id.as_u128())).ok()
}

/// What stands for an extension.
pub fn extension_id(extension: &Extension) -> Uuid {
    of_digits(&format!("{MARK}{extension}"))
}

/// The extension that such an id stands for.
pub fn extension_of(id: Uuid) -> Option<Extension> {
    Extension::parse(format!("{:x}", id.as_u128()).strip_prefix(MARK)?).ok()
}

fn of_digits(digits: &str) -> Uuid {
    Uuid::from_u128(u128::from_str_radix(digits, 16).unwrap_or_default())
}

/// The numbers from one to another, both included.
///
/// # Errors
/// They are no range: of different lengths, or the second before the first; or there are more than may be added at once.
pub fn range(from: PhoneNumber, to: PhoneNumber) -> Result<Vec<PhoneNumber>, ValueError> {
    let digits = |number: PhoneNumber| number.to_string().trim_start_matches('+').to_owned();
    let (first, last) = (digits(from), digits(to));
    if first.len() != last.len() || to < from {
        return Err(ValueError::NotARange);
    }
    let whole = |digits: String| digits.parse::<u64>().unwrap_or_default();
    let (first, last) = (whole(first), whole(last));
    let many = last.saturating_sub(first).saturating_add(1);
    if many > AT_ONCE as u64 {
        return Err(ValueError::OutOfRange { min: 1, max: u32::try_from(AT_ONCE).unwrap_or(u32::MAX) });
    }
    Ok((first..=last).filter_map(|digits| PhoneNumber::parse(&format!("+{digits}")).ok()).collect())
}

/// The numbers of a pasted list: one in each line, or set apart by semicolons, commas or tabs; each as it stands there.
pub fn pasted(text: &str, country: Option<&Country>) -> Vec<(String, Result<PhoneNumber, ValueError>)> {
    let each = text.split(['\n', '\r', ';', ',', '\t']).map(str::trim).filter(|entry| !entry.is_empty());
    each.map(|entry| (entry.to_owned(), PhoneNumber::typed(entry, country))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> PhoneNumber {
        PhoneNumber::parse(text).unwrap()
    }

    #[test]
    fn an_id_leads_back_to_what_it_stands_for() {
        for text in ["+4930901820", "+999999999999999", "+1000000"] {
            assert_eq!(number_of(number_id(number(text))), Some(number(text)));
        }
        for text in ["0102", "102", "00", "99999999"] {
            let extension = Extension::parse(text).unwrap();
            assert_eq!(extension_of(extension_id(&extension)), Some(extension));
        }
        assert_eq!(number_id(number("+4930901820")).to_string(), "00000000-0000-0000-0000-004930901820");
        assert_eq!((number_of(Uuid::from_u128(0xabc)), extension_of(Uuid::from_u128(7))), (None, None));
    }

    #[test]
    fn a_range_has_both_of_its_ends() {
        let all = range(number("+4930111098"), number("+4930111101")).unwrap();
        assert_eq!(all, ["+4930111098", "+4930111099", "+4930111100", "+4930111101"].map(number));
        assert_eq!(range(number("+4930111"), number("+4930111")), Ok(vec![number("+4930111")]));
        assert_eq!(range(number("+4930112"), number("+4930111")), Err(ValueError::NotARange));
        assert_eq!(range(number("+4930111"), number("+49301110")), Err(ValueError::NotARange));
        let most = range(number("+4930100000"), number("+4930100999")).unwrap();
        assert_eq!(most.len(), AT_ONCE);
        let more = range(number("+4930100000"), number("+4930101000"));
        assert_eq!(more, Err(ValueError::OutOfRange { min: 1, max: 1_000 }));
    }

    #[test]
    fn a_list_is_read_entry_by_entry() {
        let germany = Country::parse("DE").unwrap();
        let read = pasted("030 901820\r\n\n +49 30 901821 ; nonsense,+4930901822", Some(&germany));
        let expected = [
            ("030 901820", Ok(number("+4930901820"))),
            ("+49 30 901821", Ok(number("+4930901821"))),
            ("nonsense", Err(ValueError::NotAPhoneNumber)),
            ("+4930901822", Ok(number("+4930901822"))),
        ];
        assert_eq!(read, expected.map(|(entry, number)| (entry.to_owned(), number)));
    }
}
