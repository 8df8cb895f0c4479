//! Which encoding makes most sense of bytes that are no sound Unicode. It stays a guess, and is shown as one: the letters of a
//! name are weighed by the words that they stand in and by how usual they are where the encoding is.

use super::encoding::{Encoding, Hints, decoded};

/// How much of the file is weighed, in bytes: lines with something other than ASCII.
const SAMPLE: usize = 8 * 1024;
/// How many cells are shown of each reading, and how long they may be, in characters.
const SHOWN: usize = 3;
const LONGEST: usize = 40;

/// The encodings that can be meant, the likeliest first, each with some cells as it reads them.
pub(super) fn ranked(bytes: &[u8], hints: &Hints<'_>) -> Vec<(Encoding, Vec<String>)> {
    let sample = sample(bytes);
    let usual = Encoding::usual_of(hints.language);
    let mut weighed: Vec<(i64, Encoding, String)> = Vec::new();
    for encoding in Encoding::ALL.iter().copied() {
        if matches!(encoding, Encoding::Utf16Le | Encoding::Utf16Be) {
            continue;
        }
        let Some(text) = decoded(encoding, &sample, hints) else { continue };
        let weight = match encoding {
            Encoding::Utf8 if mostly_utf8(bytes) => i64::MAX,
            Encoding::Utf8 => continue,
            _ => {
                let weight = weight(&text, languages(encoding)) * if two_bytes(encoding) { 2 } else { 1 };
                // What is usual here is believed unless another reading is clearly better.
                if usual == Some(encoding) { weight * 5 / 4 + 1 } else { weight }
            }
        };
        weighed.push((weight, encoding, text));
    }
    crate::sort::by_key(&mut weighed, |(weight, _, _)| std::cmp::Reverse(*weight));
    let mut ranked: Vec<(Encoding, String)> = Vec::new();
    for (weight, encoding, text) in weighed {
        // Two that read every letter alike are one to whoever chooses.
        if (weight > 0 || ranked.is_empty()) && !ranked.iter().any(|(_, other)| *other == text) {
            ranked.push((encoding, text));
        }
    }
    ranked.into_iter().map(|(encoding, text)| (encoding, samples(&text))).collect()
}

/// Whether a letter takes two bytes, so that half as many say as much.
const fn two_bytes(encoding: Encoding) -> bool {
    use Encoding::{Big5, EucJp, EucKr, Gb18030, ShiftJis};
    matches!(encoding, Big5 | EucJp | EucKr | Gb18030 | ShiftJis)
}

/// Whether a file is UTF-8 with a few bytes spoilt: at least as many characters are whole as are not. Other encodings hardly
/// ever have the pairs of bytes that UTF-8 has.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut whole, mut spoilt) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        spoilt += usize::from(!chunk.invalid().is_empty());
    }
    whole >= spoilt && whole > 0
}

/// The lines that are not all ASCII, whole, as many as are weighed.
fn sample(bytes: &[u8]) -> Vec<u8> {
    let mut sample = Vec::new();
    for line in bytes.split(|byte| matches!(byte, b'\n' | b'\r')) {
        if line.is_ascii() {
            continue;
        }
        sample.extend_from_slice(line.get(..line.len().min(SAMPLE)).unwrap_or_default());
        sample.push(b'\n');
        if sample.len() >= SAMPLE {
            break;
        }
    }
    sample
}

/// Cells with letters that the encoding decides, each once.
fn samples(text: &str) -> Vec<String> {
    let mut cells: Vec<String> = Vec::new();
    for cell in text.split([';', ',', '\t', '|', '"', '\n']) {
        let cell = cell.trim();
        if !cell.is_ascii() && cells.len() < SHOWN && !cells.iter().any(|other| other == cell) {
            cells.push(cell.chars().take(LONGEST).collect());
        }
    }
    cells
}

/// How much sense a reading makes: by what stands beside each letter, and by the one language that has most of them.
fn weight(text: &str, languages: &[&str]) -> i64 {
    let mut total = 0;
    let mut previous = ' ';
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        let next = letters.peek().copied().unwrap_or(' ');
        if !c.is_ascii() {
            total += of_letter(previous, c, next);
        } else if c.is_ascii_alphabetic() && previous.is_alphabetic() && script(previous) != Script::Latin {
            // "Mьller".
            total -= 6;
        }
        previous = c;
    }
    let usual = |language: &&str| {
        let letters = text.chars().filter(|c| !c.is_ascii() && (language.contains(*c) || language.contains(small(*c))));
        i64::try_from(letters.count()).unwrap_or(i64::MAX / 4) * 2
    };
    total + languages.iter().map(usual).max().unwrap_or_default()
}

/// How much sense a character that is not ASCII makes between its neighbours.
fn of_letter(previous: char, c: char, next: char) -> i64 {
    let beside = previous.is_alphabetic() || next.is_alphabetic();
    match c {
        // No character, or one that no text has.
        '\u{FFFD}' | '\u{80}'..='\u{9F}' | '\u{E000}'..='\u{F8FF}' => return -20,
        '\u{A0}' | '‘' | '’' | '“' | '”' | '„' | '–' | '—' | '…' | '€' | '«' | '»' | '•' | '·' =>
        {
            return 0;
        }
        // Half-width kana are what a Japanese reading makes of anything.
        '\u{FF61}'..='\u{FF9F}' => return -3,
        _ => {}
    }
    if !c.is_alphabetic() {
        // Marks above and below letters are letters in Hebrew, Arabic, Thai and Vietnamese.
        let mark =
            matches!(c, '\u{300}'..='\u{36F}' | '\u{591}'..='\u{5C7}' | '\u{64B}'..='\u{652}' | '\u{E31}'..='\u{E4E}');
        return match (mark, beside) {
            (true, true) => 1,
            (true, false) => -5,
            (false, true) => -6,
            (false, false) => -2,
        };
    }
    let mut total = 1;
    total += match script(c) {
        // Alone among letters of another script, they are none.
        Script::Hangul | Script::Kana => 2,
        Script::Han => i64::from(COMMON_HAN.contains(c)) * 2,
        _ => 0,
    };
    if previous.is_alphabetic() && script(previous) != script(c) {
        let japanese =
            matches!((script(previous), script(c)), (Script::Han, Script::Kana) | (Script::Kana, Script::Han));
        total -= if japanese { 0 } else { 6 };
    }
    // A capital behind a small letter, or behind the first letter of a word that goes on in small ones: "DvoØák".
    if c.is_uppercase() && (previous.is_lowercase() || previous.is_uppercase() && next.is_lowercase()) {
        total -= 5;
    }
    // Names begin with capitals where there are any.
    if c.is_lowercase() && script(c) != Script::Latin && !previous.is_alphabetic() {
        total -= 2;
    }
    // A small letter that begins a word which goes on in capitals: what Cyrillic looks like in another Cyrillic encoding.
    if c.is_lowercase() && next.is_uppercase() {
        total -= 5;
    }
    total
}

fn small(c: char) -> char {
    let mut lower = c.to_lowercase();
    match (lower.next(), lower.next()) {
        (Some(only), None) => only,
        _ => c,
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Greek,
    Cyrillic,
    Hebrew,
    Arabic,
    Thai,
    Hangul,
    Kana,
    Han,
    Other,
}

const fn script(c: char) -> Script {
    match c {
        'A'..='Z' | 'a'..='z' | '\u{AA}' | '\u{BA}' | '\u{C0}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => Script::Latin,
        '\u{370}'..='\u{3FF}' => Script::Greek,
        '\u{400}'..='\u{52F}' => Script::Cyrillic,
        '\u{590}'..='\u{5FF}' => Script::Hebrew,
        '\u{600}'..='\u{6FF}' => Script::Arabic,
        '\u{E00}'..='\u{E7F}' => Script::Thai,
        '\u{1100}'..='\u{11FF}' | '\u{AC00}'..='\u{D7A3}' => Script::Hangul,
        '\u{3040}'..='\u{30FF}' => Script::Kana,
        '\u{3400}'..='\u{9FFF}' => Script::Han,
        _ => Script::Other,
    }
}

/// The small letters beyond ASCII of the languages for which an encoding was made, each language apart.
const fn languages(encoding: Encoding) -> &'static [&'static str] {
    const CYRILLIC: &[&str] = &["абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґўјљњћџ"];
    match encoding {
        Encoding::Windows1252 | Encoding::Macintosh => {
            &["äöüß", "éèêëàâçîïôûùœ", "áéíóúñüç", "ãõçáéíóúâêôà", "æøåäöéü", "àèéìòù", "éëïóöü", "áðéíóúýþæö"]
        }
        Encoding::Windows1250 => {
            &["ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "ăâîșțşţ", "čćđšž", "äöüß"]
        }
        Encoding::Windows1254 => &["ğışçöüâîû"],
        Encoding::Windows1257 => &["āčēģīķļņšūž", "ąčęėįšųūž", "äöõüšž"],
        Encoding::Windows1258 => &["ăâđêôơưáàéèóòúùíìý"],
        Encoding::Windows1251 | Encoding::Koi8R | Encoding::Ibm866 => CYRILLIC,
        Encoding::Windows1253 => &["αβγδεζηθικλμνξοπρσςτυφχψωάέήίόύώ"],
        Encoding::Windows1255 => &["אבגדהוזחטיכלמנסעפצקרשתםןףץך"],
        Encoding::Windows1256 => &["ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآؤئءپچژگ"],
        Encoding::Windows874 => &["กขคงจฉชซญดตถทธนบปผพฟภมยรลวศษสหอะาเแโใไำ"],
        _ => &[],
    }
}

/// Characters that the names of people, firms and places are often written with in China, Japan, Korea and Taiwan.
const COMMON_HAN: &str = "田山中村井木藤佐高本林小大川口原野上松加清水島石渡辺斎伊池橋阿部森青坂太郎子美一二三男夫雄幸和正明健\
    京東西南北部課長営業総務王李张刘陈杨黄赵吴周徐孙马朱胡郭何罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏\
    張劉陳楊趙吳孫馬鄭謝馮許蘇盧蔣賈葉閻國中伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华文玉建国志海金公司经理部门销售财务人事市场";
