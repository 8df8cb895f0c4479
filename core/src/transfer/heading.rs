//! What headings mean: the names that other systems give their columns, in English, German, French, Spanish, Dutch and
//! Swedish. They are compared folded, without accents, punctuation and remarks in brackets.

use super::column::Column;
use crate::value::ExtraKey;
use icu_normalizer::DecomposingNormalizerBorrowed;

/// Names of each meaning, the surest first: where two columns claim a meaning, the surer name wins.
const NAMES: &[(Column, &str)] = &[
    (
        Column::Email,
        "email emailaddress primaryemail primaryemailaddress primarysmtpaddress workemail workemailaddress \
         businessemail useremail emailprimary mail mailaddress emailadresse mailadresse epostadresse courriel \
         adresseemail adressemail adressecourriel adresseelectronique adressedemessagerie mel correo \
         correoelectronico direcciondecorreo direcciondecorreoelectronico emailadres mailadres epost epostadress mejl \
         mejladress mailadress",
    ),
    (
        Column::FullName,
        "fullname displayname name realname nameofuser personname employeename contactname vollstandigername \
         vollername anzeigename vorundnachname vornachname nachnamevorname mitarbeiter mitarbeitername nomcomplet \
         nomaffiche nomprenom nometprenom prenomnom prenometnom nomdaffichage nom nombrecompleto nombreparamostrar \
         nombreyapellidos nombreyapellido volledigenaam weergavenaam naam fullstandigtnamn helanamnet visningsnamn \
         namn",
    ),
    (
        Column::FirstName,
        "firstname givenname forename first given fname vorname rufname prenom nombre nombredepila primernombre \
         voornaam roepnaam fornamn tilltalsnamn",
    ),
    (
        Column::LastName,
        "lastname surname familyname secondname last lname sn nachname familienname zuname nomdefamille apellidos \
         apellido achternaam familienaam efternamn slaktnamn",
    ),
    (
        Column::Position,
        "position jobtitle employeetitle jobposition title job occupation funktion stelle stellenbezeichnung \
         berufsbezeichnung titel fonction intituleduposte poste titre cargo puesto puestodetrabajo functie \
         functietitel befattning yrkestitel tjanst",
    ),
    (
        Column::Licence,
        "licence license planlicence planlicense licencetype licensetype plan licences licenses subscription \
         assignedlicenses lizenz lizenztyp lizenzen tarif typedelicence forfait abonnement licencia tipodelicencia \
         licencias licentie licentietype licenties licens licenstyp licenser",
    ),
    (
        Column::AddOns,
        "addons addon addonlicences addonlicenses extras zusatzlizenzen zusatzlizenz zusatzoptionen zusatzoption \
         modulescomplementaires optionssupplementaires options complementos complemento uitbreidingen tillagg \
         tillaggslicenser",
    ),
    (
        Column::Role,
        "roles role userrole userroles rolle rollen benutzerrolle rolesutilisateur roleutilisateur rol rolesdeusuario \
         roldeusuario gebruikersrol roll roller anvandarroll",
    ),
    (
        Column::Teams,
        "teams team groups group usergroups usergroup gruppen gruppe benutzergruppen benutzergruppe equipes equipe \
         groupes groupe equipos equipo grupos grupo groepen groep grupper grupp lag",
    ),
    (
        Column::Language,
        "language preferredlanguage defaultlanguage languagecode locale lang sprache bevorzugtesprache sprachcode \
         langue langueprefere languepreferee idioma idiomapreferido taal voorkeurstaal sprak foredragetsprak",
    ),
    (Column::Mobile, "loginmobile mobilelogin mobileid"),
    (Column::TimeZone, "timezone tz timezoneid zeitzone fuseauhoraire zonahoraria huso tijdzone tidszon"),
    (
        Column::Country,
        "country countrycode countryiso usagelocation countryregion countryorregion land landercode landercodeiso \
         landregion pays codepays paysregion pais codigodepais paisregion landcode landskod",
    ),
    (
        Column::Extension,
        "extension extensionnumber ext extn internalnumber number nebenstelle nebenstellennummer durchwahl nst \
         internenummer numerodeposte posteinterne numerointerne anexo numerodeextension toestel toestelnummer intern \
         internnummer anknytning anknytningsnummer",
    ),
];

/// What people log in with elsewhere: an address in many systems, a name in others, so the cells decide.
const LOG_INS: &str = "userprincipalname upn loginemail emailorusername username userlogin loginname login loginid \
     signinname signin user userid users account accountname voicemailemail vmemail benutzerprinzipalname \
     benutzername anmeldename anmeldung benutzer benutzerkennung nomdutilisateurprincipal nomdutilisateur identifiant \
     utilisateur nombreprincipaldeusuario nombredeusuario usuario gebruikersnaam aanmeldnaam gebruiker anvandarnamn \
     inloggningsnamn anvandare";

/// What is worth keeping as extra information, under its own heading (S2.6).
const EXTRAS: &str = "department dept division company companyname organisation organization costcenter costcentre \
     office officelocation location site city building floor phone phonenumber telephone telephonenumber workphone \
     businessphone officephone mobile mobilephone mobilenumber cellphone cell homephone fax employeeid \
     employeenumber personnelnumber staffid manager manageremail notes note comment comments remarks abteilung \
     firma unternehmen kostenstelle standort buro stadt ort telefon telefonnummer rufnummer mobil mobiltelefon \
     mobilnummer handy handynummer personalnummer vorgesetzter notiz notizen bemerkung bemerkungen departement \
     service societe entreprise bureau ville telephonefixe telephoneportable telephonemobile portable matricule \
     remarque departamento empresa oficina ciudad telefono telefonomovil movil celular notas afdeling bedrijf \
     kantoor stad telefoon telefoonnummer mobiel mobielnummer personeelsnummer opmerking avdelning foretag kontor \
     mobilnr anstallningsnummer anteckning";

/// What Rollcall itself writes and doesn't read back.
pub(super) const PROBLEM: &str = "Problem";
/// The column of the exported user list that says where a user stands.
pub(super) const STATE: &str = "State";
/// Both of them, folded.
const OWN: &str = "problem state";

/// What a heading says about its column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Claim {
    /// It holds this; the lower the rank, the surer.
    Is { column: Column, rank: usize },
    /// It may hold addresses or log-in names; the cells decide.
    LogIn { rank: usize },
    /// It is worth keeping as extra information.
    Extra(ExtraKey),
}

/// What a heading claims; nothing when it is unknown.
pub(super) fn claim(heading: &str) -> Option<Claim> {
    let folded = folded(heading)?;
    for (column, names) in NAMES {
        if let Some(rank) = place(names, &folded) {
            return Some(Claim::Is { column: column.clone(), rank });
        }
    }
    if let Some(rank) = place(LOG_INS, &folded) {
        return Some(Claim::LogIn { rank });
    }
    place(EXTRAS, &folded).and_then(|_| ExtraKey::parse(heading).ok()).map(Claim::Extra)
}

/// Whether a cell reads like a heading.
pub(super) fn known(cell: &str) -> bool {
    claim(cell).is_some() || folded(cell).is_some_and(|folded| place(OWN, &folded).is_some())
}

/// Whether a full name may be the family name only, or the given name only, when the other part has its own column:
/// "Name" beside "Vorname", "Nombre" beside "Apellidos".
pub(super) fn may_be_one_part(heading: &str) -> bool {
    folded(heading).is_some_and(|folded| place("name nom naam namn nombre", &folded).is_some())
}

fn place(names: &str, folded: &str) -> Option<usize> {
    names.split_ascii_whitespace().position(|name| name == folded)
}

/// A heading without case, accents, punctuation and remarks such as `[Required]`; none when it is too long for one.
fn folded(heading: &str) -> Option<String> {
    const LONGEST: usize = 80;
    if heading.len() > LONGEST {
        return None;
    }
    let bare = without_remarks(heading);
    let text: String = DecomposingNormalizerBorrowed::new_nfd()
        .normalize_iter(bare.chars())
        .filter(|c| !is_accent(*c))
        .flat_map(char::to_lowercase)
        .filter(|c| c.is_alphanumeric())
        .collect();
    (!text.is_empty()).then_some(text)
}

/// The marks that Latin letters carry. All names are Latin, so those of other scripts make no difference.
const fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}')
}

/// A heading without what stands in brackets, unless everything does.
fn without_remarks(heading: &str) -> &str {
    let bare = heading.split(['[', '(']).next().unwrap_or_default().trim();
    if bare.is_empty() { heading } else { bare }
}
