//! Files as other systems write them: what each column is taken for, and what becomes of each row.

#![expect(clippy::unwrap_used, reason = "this file is tests, helpers included")]

use crate::{
    imports::{dry, table},
    support::{ANN, as_user, email, ids, organisation, run},
};
use rollcall_core::{
    command::{NewUser, PrepareUser},
    transfer::{
        CellError, CsvStyle, Delimiter, FileError, FileKind, Hints, ImportOptions, ImportPlan, MAX_BYTES, MAX_ROWS,
        Mapping, RowStatus, Table, plan, rejects,
    },
};

/// What is understood of a file: layout, columns, rows.
fn read(bytes: impl AsRef<[u8]>) -> String {
    let directory = organisation();
    let table = table(bytes.as_ref());
    let mapping = Mapping::guess(&table);
    let heading = table.heading_line().map_or("none".to_owned(), |line| line.to_string());
    let mut out = format!("{:?} {:?}, heading {heading}\n", table.letters().unwrap().0, table.delimiter().unwrap());
    let columns: Vec<_> = mapping.columns().iter().map(column).collect();
    out += &format!("columns: {}\n", columns.join(" "));
    match plan(&directory, as_user(ANN), &table, &mapping, ImportOptions::default(), ids(1_000)) {
        Ok(plan) => out += &rows(&plan),
        Err(error) => out += &format!("{error:?}\n"),
    }
    out
}

fn column(column: &rollcall_core::transfer::Column) -> String {
    match column {
        rollcall_core::transfer::Column::Ignore => "-".into(),
        rollcall_core::transfer::Column::Extra(key) => format!("[{key}]"),
        column => column.code().into(),
    }
}

fn rows(plan: &ImportPlan) -> String {
    let mut out = String::new();
    for row in &plan.rows {
        let status = match &row.status {
            RowStatus::Ready(_) => user(row.user().unwrap()),
            RowStatus::Update(update) => format!("update {:?}", update.fields),
            RowStatus::AlreadyThere(_) => "already there".into(),
            RowStatus::HeadingAgain => "the heading again".into(),
            RowStatus::Rejected(errors) => errors.iter().map(error).collect::<Vec<_>>().join(", "),
        };
        let apart = if row.set_apart { "apart: " } else { "" };
        out += &format!("{}: {apart}{status}\n", row.line);
    }
    out
}

fn user(user: &NewUser) -> String {
    let profile = &user.profile;
    let mut words: Vec<String> = user.email.iter().map(ToString::to_string).collect();
    words.extend(user.mobile.as_ref().map(ToString::to_string));
    words.extend(user.login.as_ref().map(ToString::to_string));
    words.extend(user.line.as_ref().map(|line| format!("#{}", line.extension)));
    words.extend(profile.full_name.as_ref().map(|name| format!("({name})")));
    words.extend(profile.position.as_ref().map(ToString::to_string));
    words.extend(profile.language.as_ref().map(ToString::to_string));
    words.extend(profile.time_zone.as_ref().map(ToString::to_string));
    words.extend(profile.country.as_ref().map(ToString::to_string));
    words.extend(user.licence.map(|_| "+licence".into()));
    words.extend(user.add_ons.iter().map(|_| "+add-on".into()));
    words.extend(user.role.map(|_| "+role".into()));
    words.extend(user.teams.iter().map(|_| "+team".into()));
    words.extend(user.extra.iter().map(|(key, value)| format!("{key}={value}")));
    words.join(" ")
}

fn error(error: &CellError) -> String {
    match error.column {
        Some(column) => format!("{}@{column}", error.problem.code()),
        None => error.problem.code().into(),
    }
}

fn utf16le(text: &str) -> Vec<u8> {
    [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect()
}

#[test]
fn microsoft_365() {
    let file = "\u{FEFF}Block credential,City,Country/Region,Department,Display name,First name,Last name,\
        Licenses,Mobile Phone,Object Id,Office,Password never expires,Phone number,Preferred language,\
        Proxy addresses,State,Title,Usage location,User principal name,When created\r\n\
        False,Oslo,Norway,Sales,Kari Nordmann,Kari,Nordmann,Standard,+47 900 00 000,8f1c,HQ,False,,nb-NO,\
        SMTP:kari@contoso.com+smtp:k@contoso.com,,Account Manager,NO,kari@contoso.com,2026-01-02 10:00:00Z\r\n\
        False,,Germany,,Jürgen Groß,Jürgen,Groß,,,77aa,,False,,de_DE,,,,DE,juergen@contoso.com,2026-01-03 10:00:00Z\r\n";
    assert_eq!(
        read(file),
        "Utf8 Comma, heading 1\n\
         columns: blocked [City] [Country/Region] [Department] full_name first_name last_name licence [Mobile Phone] - \
         [Office] secret [Phone number] language - - position country email -\n\
         2: kari@contoso.com (Kari Nordmann) Account Manager nb-NO NO +licence City=Oslo Country/Region=Norway \
         Department=Sales Mobile Phone=+47 900 00 000 Office=HQ\n\
         3: juergen@contoso.com (Jürgen Groß) de-DE DE Country/Region=Germany\n"
    );
}

#[test]
fn google_workspace() {
    let file = "First Name [Required],Last Name [Required],Email Address [Required],Password [Required],\
        Password Hash Function [UPLOAD ONLY],Org Unit Path [Required],Recovery Email,Employee Title,Department\n\
        Zoë,Ng,zoe@x.io,****,,/,zoe@home.io,Engineer,R&D\n\
        ,Prince,prince@x.io,****,,/,,,\n";
    assert_eq!(
        read(file),
        "Utf8 Comma, heading 1\n\
         columns: first_name last_name email secret secret - secret position [Department]\n\
         2: zoe@x.io (Zoë Ng) Engineer Department=R&D\n\
         3: prince@x.io (Prince)\n"
    );
}

#[test]
fn phone_systems() {
    let three_cx = "Number,FirstName,LastName,EmailAddress,MobileNumber,AuthID,AuthPassword,Role\n\
        100,Ann,Lee,ann.lee@x.io,,aB3,s3cret,Agent\n\
        101,Bob,Day,bob@x.io,+4915112345,cD4,s3cret,agents\n";
    assert_eq!(
        read(three_cx),
        "Utf8 Comma, heading 1\n\
         columns: extension first_name last_name email [MobileNumber] secret secret role\n\
         2: ann.lee@x.io #100 (Ann Lee) +role\n\
         3: unknown_role@7\n"
    );
    let free_pbx = "extension,name,secret,voicemail_email\n200,\"Lee, Ann\",x,ann.lee@x.io\n201,Bob,x,\n";
    assert_eq!(
        read(free_pbx),
        "Utf8 Comma, heading 1\n\
         columns: extension full_name secret email\n\
         2: ann.lee@x.io #200 (Lee, Ann)\n\
         3: invalid_value@3\n"
    );
}

#[test]
fn german_excel() {
    // "Müller" and "Büro" in Windows-1252, semicolons, trailing delimiters, "Name" beside "Vorname".
    let file = b"Name;Vorname;E-Mail-Adresse;Durchwahl;B\xFCro;Rolle;Gruppen;\r\n\
        M\xFCller;J\xF6rg;joerg@x.de;12;Z\xFCrich \x80;Agent;\"Sales;Support & Service\";\r\n\
        ;;;;;;;\r\n\
        Schmidt;Eva;eva@x.de;;;agent;sales;\r\n";
    assert_eq!(
        read(file),
        "Windows1252 Semicolon, heading 1\n\
         columns: last_name first_name email extension [Büro] role teams -\n\
         2: joerg@x.de #12 (Jörg Müller) +role +team +team Büro=Zürich €\n\
         4: eva@x.de (Eva Schmidt) +role +team\n"
    );
}

#[test]
fn utf_16_with_tabs() {
    let text = "Nom\tPrénom\tCourriel\r\nDubois\tÉlodie\telodie@x.fr\r\n";
    let seen = "Utf16Le Tab, heading 1\n\
                columns: last_name first_name email\n\
                2: elodie@x.fr (Élodie Dubois)\n";
    assert_eq!(read(utf16le(text)), seen);
    let bare: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(read(bare), seen, "without a mark");
    let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
    assert_eq!(read(big), seen.replace("Le", "Be"), "the other way round, without a mark");
}

#[test]
fn lines_above_the_heading() {
    let file = "Export of users;;;\n\
        \"Company: Example, Inc.\nCreated: today\";;;\n\
        \n\
        Achternaam;Voornaam;E-mailadres;Functie\n\
        Jong, de;Piet;piet@x.nl;Chef\n\
        Total: 1;;;\n";
    assert_eq!(
        read(file),
        "Utf8 Semicolon, heading 5\n\
         columns: last_name first_name email position\n\
         6: piet@x.nl (Piet Jong, de) Chef\n\
         7: invalid_value@2\n"
    );
}

#[test]
fn a_stated_delimiter() {
    let seen = "Utf8 Pipe, heading 2\ncolumns: email full_name\n3: a@x.io (A, B; C)\n";
    assert_eq!(read("sep=|\r\nE-post|Namn\r\na@x.io|A, B; C\r\n"), seen);
    assert_eq!(read("\u{FEFF}\"SEP=|\"\nE-post|Namn\na@x.io|A, B; C\n"), seen);
    assert_eq!(read("sep=|\rE-post|Namn\ra@x.io|A, B; C"), seen);
}

#[test]
fn line_ends_and_quoted_line_breaks() {
    let text = "Correo electrónico,Nombre,Notas\na@x.io,Ana,\"uno\ndos, \"\"tres\"\"\"\n\n\nb@x.io,Beto,\n";
    let seen = "Utf8 Comma, heading 1\n\
                columns: email full_name [Notas]\n\
                2: a@x.io (Ana) Notas=uno dos, \"tres\"\n\
                6: b@x.io (Beto)\n";
    for ends in ["\n", "\r\n", "\r"] {
        assert_eq!(read(text.replace('\n', ends)), seen, "{ends:?}");
    }
}

#[test]
fn the_same_heading_twice() {
    assert_eq!(
        read("E-mail,E-mail,Name,Name,Department,Department\na@x.io,b@x.io,A,B,C,D\n"),
        "Utf8 Comma, heading 1\n\
         columns: email - full_name - [Department] -\n\
         2: a@x.io (A) Department=C\n"
    );
}

#[test]
fn right_to_left_names() {
    assert_eq!(
        read("Name,E-mail\nדנה לוי,dana@x.io\nمحمد علي,ali@x.io\n\u{202E}evil,evil@x.io\n"),
        "Utf8 Comma, heading 1\n\
         columns: full_name email\n\
         2: dana@x.io (דנה לוי)\n\
         3: ali@x.io (محمد علي)\n\
         4: invalid_value@0\n"
    );
}

#[test]
fn columns_without_known_headings() {
    assert_eq!(
        read("Foo;Bar;Baz\n1;a@x.io;x\n2;b@x.io;y\n"),
        "Utf8 Semicolon, heading 1\ncolumns: - email -\n2: a@x.io\n3: b@x.io\n"
    );
    assert_eq!(read("a@x.io\nb@x.io\n"), "Utf8 Comma, heading none\ncolumns: email\n1: a@x.io\n2: b@x.io\n");
    assert_eq!(read("Foo,Bar\n1,2\n"), "Utf8 Comma, heading 1\ncolumns: - -\nMapping([NoIdentifier])\n");
}

#[test]
fn log_ins_are_addresses_only_when_they_look_so() {
    assert_eq!(
        read("Benutzername,Anzeigename\na@x.io,A\nb@x.io,B\n"),
        "Utf8 Comma, heading 1\ncolumns: email full_name\n2: a@x.io (A)\n3: b@x.io (B)\n"
    );
    assert_eq!(
        read("Username,Mail\nann,a@x.io\nbob,nonsense\n"),
        "Utf8 Comma, heading 1\ncolumns: login email\n2: a@x.io ann\n3: invalid_value@1\n"
    );
    assert_eq!(
        read("Username,Mail\nann.lee,a@x.io\nbob,b@x.io\n"),
        "Utf8 Comma, heading 1\ncolumns: - email\n2: a@x.io\n3: b@x.io\n"
    );
}

#[test]
fn users_are_known_by_address_mobile_or_log_in() {
    let file = "Login;Log-in mobile;Country;Name\n\
        ann;;;A\n\
        ;0170 1234567;;B\n\
        ;+44 7400 123456;;C\n\
        ;(212) 555-2368;US;D\n\
        ;;;E\n\
        ANN;;;F\n\
        ;12;;G\n";
    assert_eq!(
        read(file),
        "Utf8 Semicolon, heading 1\n\
         columns: login mobile country full_name\n\
         2: ann (A)\n\
         3: +491701234567 (B)\n\
         4: +447400123456 (C)\n\
         5: +12125552368 (D) US\n\
         6: invalid_value@1\n\
         7: twice_in_file@0\n\
         8: invalid_value@1\n"
    );
}

#[test]
fn an_error_at_each_wrong_cell() {
    let file = "E-mail,Name,Position,Licence,Add-ons,Role,Teams,Language,Time zone,Country,Extension\n\
        a@x.io,A,,standrad,Brwser Calling;AutoDial,Agnt,Slaes,en,Europe/Berlin,DE,10\n\
        b@x,,,Pro,,,,klingon!,Mars Base,Atlantis,1\n\
        c@x.io,C,,Standard;Pro,,Agent;Admin,,,,,\n\
        d@x.io,D,,,,Manager,,,,,\n\
        e@x.io,E,,,,Manager,\"Sales, Support & Service\",,,,\n\
        f@x.io,F,,,,Owner,,en,UTC,DE,11\n\
        g@x.io,G,,,,Manager,SALES,en,UTC,DE,12\n";
    assert_eq!(
        rows(&planned(file)),
        "2: unknown_licence@3, unknown_add_on@4, unknown_role@5, unknown_team@6\n\
         3: invalid_value@0, invalid_value@7, invalid_value@8, invalid_value@9, invalid_value@10\n\
         4: several_licences@3, several_roles@5\n\
         5: role_needs_one_team@5\n\
         6: role_needs_one_team@5\n\
         7: owner_by_invitation@5\n\
         8: g@x.io #12 (G) en UTC DE +role +team\n"
    );
    let nearest = format!("{:?}", planned(file).rows[0].status);
    for name in ["[\"Standard\"]", "[\"Browser Calling\"]", "[\"Agent\"]", "[\"Sales\"]"] {
        assert!(nearest.contains(name), "{name} in {nearest}");
    }
}

fn planned(file: &str) -> ImportPlan {
    let table = table(file.as_bytes());
    dry(&table, &Mapping::guess(&table)).unwrap()
}

#[test]
fn rows_see_the_extensions_before_them() {
    let file = "Email,Extension\na@x.io,20\nb@x.io,20\nc@x.io,21\n";
    assert_eq!(rows(&planned(file)), "2: a@x.io #20\n3: extension_taken@1\n4: c@x.io #21\n");
}

#[test]
fn rows_see_the_rows_before_them() {
    let file = "Email;Plan\n\
        a@x.io;Pro\n\
        b@x.io;pro\n\
        c@x.io;Pro\n\
        A@X.IO;\n\
        ann@example.com;Pro\n\
        ANN@example.com;\n\
        d@x.io;Standard\n\
        c@x.io;\n";
    let plan = planned(file);
    assert_eq!(
        rows(&plan),
        "2: a@x.io +licence\n\
         3: b@x.io +licence\n\
         4: no_seat_left@1\n\
         5: twice_in_file@0\n\
         6: already there\n\
         7: already there\n\
         8: d@x.io +licence\n\
         9: twice_in_file@0\n"
    );
    assert_eq!((plan.counts.ready, plan.counts.already_there, plan.counts.rejected), (3, 2, 3));
}

#[test]
fn ragged_rows() {
    let file = "Name,E-mail,Notes,Department\n\
        A,a@x.io\n\
        B\n\
        C,c@x.io,n,d,,,\n\
        D,d@x.io,n,d,,surplus\n";
    assert_eq!(
        rows(&planned(file)),
        "2: a@x.io (A)\n\
         3: too_few_cells\n\
         4: too_many_cells\n\
         5: too_many_cells\n"
    );
}

#[test]
fn only_who_may_import_gets_a_plan() {
    let mut directory = organisation();
    let bob = NewUser::with_email(crate::support::ids(7)(), email("bob@x.io"));
    let id = bob.id;
    run(&mut directory, &as_user(ANN), PrepareUser(bob));
    let table = table(b"E-mail\na@x.io\n");
    let refused = plan(&directory, as_user(id), &table, &Mapping::guess(&table), ImportOptions::default(), ids(1_000));
    assert_eq!(format!("{refused:?}"), "Err(Refused(Refusals([ActorNotActive])))");
}

#[test]
fn a_mapping_is_changed_by_hand() {
    use rollcall_core::transfer::{Column, MappingProblem};
    let table = table(b"Mail,Second,Who\na@x.io,b@x.io,A\n");
    let mut mapping = Mapping::guess(&table);
    assert_eq!(mapping.columns(), [Column::Email, Column::Ignore, Column::Ignore]);
    mapping.set(1, Column::Email);
    mapping.set(2, Column::FullName);
    mapping.set(9, Column::FullName);
    assert_eq!(mapping.problems(), [MappingProblem::Twice { column: Column::Email, first: 0, second: 1 }]);
    mapping.set(0, Column::Ignore);
    assert_eq!(mapping.problems(), []);
    let plan = dry(&table, &mapping).unwrap();
    assert_eq!(rows(&plan), "2: b@x.io (A)\n");
    for column in Column::CHOICES {
        assert_eq!(Column::from_code(column.code()).as_ref(), Some(column));
    }
}

#[test]
fn files_that_are_no_tables() {
    let error = |bytes: &[u8]| Table::read(bytes, &Hints::default()).unwrap_err();
    let kind = |bytes: &[u8]| match error(bytes) {
        FileError::NotText(kind) => kind,
        other => panic!("{other:?}"),
    };
    assert_eq!(error(b""), FileError::Empty);
    assert_eq!(error(b"\xEF\xBB\xBF"), FileError::Empty);
    assert_eq!(error(b" \r\n\t\n"), FileError::Empty);
    assert_eq!(error(b"\xEF\xBB\xBF;;;\n;;\n"), FileError::Empty);
    assert_eq!(error(b"sep=;\n"), FileError::Empty);
    assert_eq!(error(b"Name,E-mail\n"), FileError::HeaderOnly);
    assert_eq!(error(b"Name,E-mail\n\n,\n"), FileError::HeaderOnly);
    assert_eq!(kind(b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"), FileKind::Picture);
    assert_eq!(kind(b"\xFF\xD8\xFF\xE0\0\x10JFIF"), FileKind::Picture);
    assert_eq!(kind(b"GIF89a\x01\0"), FileKind::Picture);
    assert_eq!(kind(b"%PDF-1.7\n"), FileKind::Pdf);
    assert_eq!(kind(b"PK\x03\x04\x14\0"), FileKind::Spreadsheet);
    assert_eq!(kind(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), FileKind::Spreadsheet);
    assert_eq!(kind(b"\x1F\x8B\x08"), FileKind::Archive);
    assert_eq!(kind(b"Name,E-mail\nA,\0\0\0\n"), FileKind::Binary);
    assert_eq!(kind(&[0x7F, 0x45, 0x4C, 0x46, 1, 1, 1, 3, 9, 200]), FileKind::Binary);
    assert_eq!(kind(b"\n<!DOCTYPE html><title>Sign in</title>"), FileKind::WebPage);
    assert_eq!(error(b"E-mail,Name\na@x.io,A\nb@x.io,\"B\nc@x.io,C\n"), FileError::UnclosedQuote { line: 3 });
    assert_eq!(error(&vec![b'a'; MAX_BYTES + 1]), FileError::TooLarge { max: MAX_BYTES });
    let many = format!("E-mail\n{}", "a@x.io\n".repeat(MAX_ROWS));
    assert_eq!(table(many.as_bytes()).rows().len(), MAX_ROWS);
    let blank = format!("E-mail;Name\na@x.io;A\n{}", ";\n".repeat(MAX_ROWS + 100));
    assert_eq!(table(blank.as_bytes()).rows().len(), 1, "blank rows don't count");
    assert_eq!(error(format!("{many}a@x.io\n").as_bytes()), FileError::TooManyRows { max: MAX_ROWS });
    assert!(matches!(
        error(format!("{}\n{}\n", "x,".repeat(400), "y,".repeat(400)).as_bytes()),
        FileError::TooManyColumns { .. }
    ));
}

#[test]
fn rejected_rows_are_mended_and_imported_again() {
    let file = "Export\n\nName;E-mail;Licence;Phone\n\
        A;a@x.io;Pro;'+49 30 1\n\
        =B;b@x;Standrad;\"two\nlines\"\n\
        short\n";
    let read = table(file.as_bytes());
    let mapping = Mapping::guess(&read);
    let planned = dry(&read, &mapping).unwrap();
    let style = CsvStyle { delimiter: Delimiter::Semicolon, bom: false };
    let write = |table: &Table, mapping: &Mapping, planned: &ImportPlan| {
        let failed =
            planned.rejected().map(|(row, errors)| (row, errors.iter().map(error).collect::<Vec<_>>().join(" ")));
        String::from_utf8(rejects(table, mapping, failed, style)).unwrap()
    };
    let out = write(&read, &mapping, &planned);
    assert_eq!(
        out,
        "Problem;Name;E-mail;Licence;Phone\r\n\
         invalid_value@1 unknown_licence@2;'=B;b@x;Standrad;\"two\nlines\"\r\n\
         too_few_cells;short\r\n"
    );
    let again = table(out.as_bytes());
    let mapping = Mapping::guess(&again);
    let planned = dry(&again, &mapping).unwrap();
    assert_eq!(
        write(&again, &mapping, &planned),
        out.replace("@1", "@2").replace("licence@2", "licence@3"),
        "a file of rejected rows rejected again gets no second column"
    );
    let mended = out.replace("b@x", "b@x.io").replace("Standrad", "Standard").replace("short", "C;c@x.io;;");
    let again = table(mended.as_bytes());
    let planned = dry(&again, &Mapping::guess(&again)).unwrap();
    assert_eq!(rows(&planned), "2: b@x.io (=B) +licence Phone=two lines\n4: c@x.io (C)\n");
}
