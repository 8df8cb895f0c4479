//! Whether somebody is active or blocked in the system that a file comes from, in that system's words.

use super::heading::folded;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

/// Words that say it themselves, whatever their column is called.
const ACTIVE: &str = "active enabled activated aktiv aktiviert actif active activo activa habilitado actief attivo \
    ativo ativa aktywny aktywna активен активный активна включен aktif etkin 启用 正常 在职 有効 在職 نشط مفعل invited pending \
    prepared new provisioned staged registered eingeladen invité invitado";
const BLOCKED: &str = "suspended blocked disabled inactive locked lockedout deactivated deleted softdeleted archived \
    terminated offboarded deprovisioned left former gesperrt inaktiv deaktiviert geloscht ausgeschieden archiviert \
    suspendu suspendue bloque bloquee desactive desactivee inactif inactive suspendido bloqueado inactivo \
    desactivado deshabilitado baja geblokkeerd inactief gedeactiveerd uitgeschakeld avstangd inaktiverad sospeso bloccato \
    inattivo disabilitato disattivato suspenso inativo desativado zablokowany nieaktywny zawieszony \
    заблокирован неактивен отключен уволен приостановлен askıda pasif engelli devredışı 停用 禁用 冻结 离职 已停用 無効 停止 退職 \
    معطل موقوف محظور غيرنشط";
/// Words that answer the question that the heading asks.
const YES: &str = "true yes y 1 x ja wahr oui vrai si sí verdadero sim verdadeiro vero tak prawda да истина evet doğru \
    是 はい نعم";
const NO: &str =
    "false no n 0 nein falsch non faux falso não nee onwaar nej nie fałsz нет ложь hayır yanlış 否 いいえ لا";

#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    Active,
    Blocked,
    Yes,
    No,
}

fn word(cell: &str) -> Option<Word> {
    static WORDS: OnceLock<FxHashMap<String, Word>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let lists = [(ACTIVE, Word::Active), (BLOCKED, Word::Blocked), (YES, Word::Yes), (NO, Word::No)];
        let words = |(list, word): (&'static str, Word)| list.split_ascii_whitespace().map(move |w| (folded(w), word));
        lists.into_iter().flat_map(words).collect()
    });
    words.get(&folded(cell)).copied()
}

/// Whether a cell says whether somebody is active.
pub(super) fn known(cell: &str) -> bool {
    word(cell).is_some()
}

/// Whether a cell says that somebody is blocked; `asked_blocked` is what its heading asks.
pub(super) fn blocked(cell: &str, asked_blocked: bool) -> bool {
    match word(cell) {
        Some(Word::Blocked) => true,
        Some(Word::Yes) => asked_blocked,
        Some(Word::No) => !asked_blocked,
        Some(Word::Active) | None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statuses() {
        for (cell, asked_blocked, wanted) in [
            ("True", true, true),
            ("False", true, false),
            ("True", false, false),
            ("FALSE", false, true),
            ("0", false, true),
            ("Suspended", false, true),
            ("suspended", true, true),
            ("Active", true, false),
            ("Gelöscht", false, true),
            ("ЗАБЛОКИРОВАН", false, true),
            ("devre dışı", false, true),
            ("Nein", false, true),
            ("On leave", false, false),
            ("", false, false),
            ("", true, false),
        ] {
            assert_eq!(blocked(cell, asked_blocked), wanted, "{cell}");
        }
        assert!(known("Prepared") && known("نشط") && !known("West Yorkshire") && !known(""));
    }
}
