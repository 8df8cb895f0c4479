//! The names that other systems give their columns, in English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish,
//! Polish, Russian, Turkish, Arabic, Chinese and Japanese. Written without spaces; they are compared folded. The surest stand
//! first: where two columns claim a meaning, the surer name wins. One with `~` is only believed if the cells fit.

use crate::{model::NumberKind, transfer::column::Column};

pub(super) const NAMES: &[(Column, &str)] = &[
    (
        Column::Email,
        "email emailaddress primaryemail primaryemailaddress primarysmtpaddress workemail workemailaddress \
         businessemail businessemailaddress useremail useremailaddress emailprimary emailid mail mailaddress mailid \
         emailadresse mailadresse epostadresse dienstlicheemail courriel adresseemail adressemail adressecourriel \
         adresseelectronique adressedemessagerie mel correo correoelectronico direcciondecorreo \
         direcciondecorreoelectronico emailadres mailadres epost epostadress mejl mejladress mailadress indirizzoemail \
         postaelettronica indirizzodipostaelettronica enderecodeemail enderecoeletronico correioeletronico \
         correioeletrônico adresemail adrespocztyelektronicznej pocztaelektroniczna электроннаяпочта \
         адресэлектроннойпочты почта имейл емейл epostaadresi eposta elektronikposta البريدالإلكتروني \
         البريدالالكتروني عنوانالبريدالإلكتروني الايميل بريدإلكتروني 电子邮件 电子邮件地址 电子邮箱 邮箱 邮件地址 電子郵件 \
         メール メールアドレス 電子メール eメール",
    ),
    (
        Column::FullName,
        "fullname displayname name realname nameofuser personname employeename contactname calleridname \
         vollstandigername vollername anzeigename vorundnachname vornachname nachnamevorname mitarbeiter \
         mitarbeitername nomcomplet nomaffiche nomprenom nometprenom prenomnom prenometnom nomdaffichage nom \
         nombrecompleto nombreparamostrar nombreyapellidos nombreyapellido volledigenaam weergavenaam naam \
         fullstandigtnamn helanamnet visningsnamn namn nomecompleto nominativo nomevisualizzato nomeecognome \
         nomedeexibição nomedeexibicao imięinazwisko imieinazwisko nazwawyświetlana полноеимя отображаемоеимя фио \
         имяифамилия имяфамилия adsoyad adıvesoyadı tamad görünenad الاسمالكامل الاسم الاسمالمعروض 姓名 全名 显示名称 \
         名称 顯示名稱 氏名 名前 表示名 フルネーム",
    ),
    (
        Column::FirstName,
        "firstname givenname forename first given fname vorname rufname prenom nombre nombredepila primernombre \
         voornaam roepnaam fornamn tilltalsnamn nome primeironome nomepróprio imię imie имя ad adı isim الاسمالأول \
         الاسمالاول 名 名字 下の名前 ファーストネーム",
    ),
    (
        Column::LastName,
        "lastname surname familyname secondname last lname sn nachname familienname zuname nomdefamille apellidos \
         apellido achternaam familienaam efternamn slaktnamn cognome sobrenome apelido últimonome nazwisko фамилия \
         soyad soyadı soyisim اسمالعائلة الاسمالأخير اللقب 姓 姓氏 苗字 名字姓 ラストネーム",
    ),
    (
        Column::Position,
        "position jobtitle employeetitle jobposition title job occupation designation funktion stelle \
         stellenbezeichnung berufsbezeichnung titel fonction intituleduposte poste titre cargo puesto \
         puestodetrabajo functie functietitel befattning yrkestitel tjanst posizione qualifica mansione funzione \
         ruololavorativo função funcao stanowisko tytułstanowiska должность ünvan unvan pozisyon المسمىالوظيفي \
         الوظيفة المنصب 职位 职务 職位 職稱 役職 肩書き",
    ),
    (
        Column::Licence,
        "licence license planlicence planlicense licencetype licensetype plan licences licenses subscription \
         assignedlicenses licencename licensename lizenz lizenztyp lizenzen tarif typedelicence forfait abonnement \
         licencia tipodelicencia licencias licentie licentietype licenties licens licenstyp licenser licenza licenze \
         licença licenca licencja лицензия тариф lisans الترخيص الرخصة 许可证 授权 套餐 授權 ライセンス プラン",
    ),
    (
        Column::AddOns,
        "addons addon addonlicences addonlicenses extras zusatzlizenzen zusatzlizenz zusatzoptionen zusatzoption \
         modulescomplementaires optionssupplementaires options complementos complemento uitbreidingen tillagg \
         tillaggslicenser componentiaggiuntivi opzioni opções dodatki дополнения eklentiler الإضافات 附加组件 \
         オプション",
    ),
    (
        Column::Role,
        "roles role userrole userroles rolename rolle rollen benutzerrolle rolesutilisateur roleutilisateur rol \
         rolesdeusuario roldeusuario gebruikersrol roll roller anvandarroll ruolo ruoli papel ~perfil rola \
         роль роли rolü roller الدور الأدوار 角色 ロール 役割 ~ctiprofilename ~profilename ~profile ~profil ~userprofile \
         ~usertype ~benutzertyp",
    ),
    (Column::RoleScope, "roleholdsin rolesholdin rolescope scopeofrole rolegiltin rollengeltenin geltungsbereich"),
    (
        Column::Teams,
        "teams team teamname groups group groupname usergroups usergroup callgroups callgroup gruppen gruppe \
         benutzergruppen benutzergruppe equipes equipe groupes groupe equipos equipo grupos grupo groepen groep \
         grupper grupp lag squadra squadre gruppo gruppi equipa equipas zespół zespoły grupa grupy группа группы \
         команда команды ekip ekipler takım grup gruplar الفريق الفرق المجموعة المجموعات 团队 组 群组 小组 團隊 群組 チーム グループ",
    ),
    (
        Column::Language,
        "language preferredlanguage defaultlanguage userlanguage languagecode locale lang sprache \
         bevorzugtesprache sprachcode langue langueprefere languepreferee idioma idiomapreferido taal voorkeurstaal \
         sprak foredragetsprak lingua linguapreferita língua lingua język preferowanyjęzyk язык предпочитаемыйязык \
         dil tercihedilendil اللغة اللغةالمفضلة 语言 首选语言 語言 言語 優先言語",
    ),
    (Column::Mobile, "loginmobile mobilelogin mobileid"),
    (Column::Number(NumberKind::Work), "assignedworknumber"),
    (Column::Number(NumberKind::Landline), "assignedlandlinenumber"),
    (Column::Number(NumberKind::Mobile), "assignedmobilenumber"),
    (Column::Number(NumberKind::Virtual), "assignedvirtualnumber"),
    (Column::Number(NumberKind::Group), "assignedgroupnumber"),
    (
        Column::TimeZone,
        "timezone tz timezoneid timezonename zeitzone fuseauhoraire zonahoraria huso tijdzone tidszon fusoorario \
         fusohorário fusohorario strefaczasowa часовойпояс saatdilimi المنطقةالزمنية 时区 時區 タイムゾーン 時間帯",
    ),
    (
        Column::Country,
        "countrycode countryiso usagelocation country countryregion countryorregion land landercode \
         landercodeiso landregion pays codepays paysregion pais codigodepais paisregion landcode landskod paese \
         codicepaese nazione país códigodopaís kraj kodkraju страна кодстраны ülke ülkekodu الدولة البلد رمزالدولة \
         国家 国家地区 國家 国 国名 国コード",
    ),
    (
        Column::Extension,
        "extension extensionnumber ext extn exten extno extensionno internalnumber internalextension \
         userextension sipextension phoneextension defaultextension nebenstelle nebenstellennummer durchwahl nst \
         internenummer numerodeposte posteinterne numerointerne anexo numerodeextension toestel toestelnummer \
         internnummer anknytning anknytningsnummer interno numerointerno ramal numerwewnętrzny wewnętrzny \
         добавочный добавочныйномер внутреннийномер dahili dahilinumara التحويلة رقمالتحويلة الرقمالداخلي 分机 \
         分机号 分機 分機號碼 内線 内線番号 ~number ~alias ~intern ~accountnumber ~sipid ~linenumber",
    ),
    (
        Column::Blocked,
        "~blockcredential ~signinblocked ~blocksignin ~accountdisabled ~isdisabled ~disabled ~issuspended ~suspended \
         ~isblocked ~blocked ~islocked ~locked ~deactivated ~inactive ~archived ~terminated ~anmeldungblockiert \
         ~gesperrt ~kontogesperrt ~deaktiviert ~inaktiv ~bloque ~connexionbloquee ~suspendu ~desactive ~bloqueado \
         ~suspendido ~desactivado ~deshabilitado ~geblokkeerd ~uitgeschakeld ~avstangd ~bloccato ~sospeso \
         ~disabilitato ~suspenso ~desativado ~zablokowany ~zawieszony ~заблокирован ~отключен ~engelli ~askıda \
         ~محظور ~موقوف ~معطل ~禁用 ~停用 ~冻结 ~已停用 ~停止 ~無効",
    ),
    (
        Column::Enabled,
        "~accountenabled ~accountactive ~isenabled ~enabled ~isactive ~active ~useractive ~accountstatus ~userstatus \
         ~employmentstatus ~status ~state ~kontoaktiviert ~aktiv ~aktiviert ~kontostatus ~benutzerstatus ~zustand \
         ~compteactive ~actif ~statut ~etat ~estado ~activo ~habilitado ~actief ~ingeschakeld ~stato ~attivo \
         ~abilitato ~ativo ~situacao ~stan ~aktywny ~статус ~состояние ~активен ~включен ~durum ~aktif ~etkin ~الحالة \
         ~نشط ~مفعل ~状态 ~启用 ~狀態 ~啟用 ~状態 ~ステータス ~有効",
    ),
];

/// What people log in with elsewhere: an address in many systems, a name in others, so the cells decide.
pub(super) const LOG_INS: &str = "userprincipalname upn loginemail emailorusername username userlogin loginname login \
     loginid signinname signin user userid users account accountname samaccountname uid voicemailemail vmemail \
     benutzerprinzipalname benutzername anmeldename anmeldung benutzer benutzerkennung kennung nomdutilisateurprincipal \
     nomdutilisateur identifiant utilisateur nombreprincipaldeusuario nombredeusuario usuario gebruikersnaam \
     aanmeldnaam gebruiker anvandarnamn inloggningsnamn anvandare nomeutente utente nomedeusuário nomedeutilizador \
     usuário utilizador nazwaużytkownika użytkownik login имяпользователя логин пользователь kullanıcıadı kullanıcı \
     اسمالمستخدم المستخدم 用户名 用户 登录名 使用者名稱 ユーザー名 ユーザ名 ログイン名 ユーザー ログインid";

/// What is worth keeping as extra information, under its own heading (S2.6).
pub(super) const EXTRAS: &str = "department dept departmentname division company companyname organisation \
     organization costcenter costcentre office officelocation location site city building floor phone phonenumber \
     telephone telephonenumber workphone workphonenumber businessphone businessphonenumber officephone work \
     mobile mobilephone mobilenumber mobilephonenumber cellphone cellphonenumber cell cellular contactnumber \
     homephone home fax faxnumber did didnumber directnumber directline outboundcallerid outboundcid employeeid \
     employeenumber personnelnumber staffid staffnumber manager manageremail notes note comment comments remarks \
     remark description abteilung firma unternehmen kostenstelle standort buro buero stadt ort telefon telefonnummer \
     rufnummer mobil mobiltelefon mobilnummer mobilfunknummer handy handynummer festnetz personalnummer vorgesetzter \
     notiz notizen bemerkung bemerkungen beschreibung departement service societe entreprise bureau ville telephonefixe \
     telephoneportable telephonemobile portable matricule remarque departamento empresa oficina ciudad telefono \
     telefonomovil movil celular notas afdeling bedrijf kantoor stad telefoon telefoonnummer mobiel mobielnummer \
     personeelsnummer opmerking avdelning foretag kontor mobilnr anstallningsnummer anteckning reparto dipartimento \
     azienda sede città ufficio cellulare numeroditelefono matricola note departamento cidade escritório telefone \
     telemóvel telemovel matrícula observações dział firma miasto biuro telefon telefonkomórkowy komórka uwagi отдел \
     подразделение компания город офис телефон мобильный мобильныйтелефон примечание комментарий departman bölüm şirket \
     şehir ofis telefonnumarası ceptelefonu cep notlar القسم الإدارة الشركة المدينة المكتب الهاتف رقمالهاتف الجوال \
     الموبايل ملاحظات 部门 公司 城市 办公室 电话 电话号码 手机 手机号 手机号码 备注 部門 行動電話 手機 備註 部署 会社 会社名 電話 電話番号 \
     携帯 携帯電話 携帯番号 備考";

/// Words that say nothing of what a column holds, at the start or the end of its heading.
pub(super) const NOISE: &str = "user users employee staff person people contact member agent default primary main \
     preferred official current the of your no nr num required optional readonly field column benutzer \
     mitarbeiter person kontakt nutzer standard utilisateur usuario";

/// Words of which one is enough: such a column is secret, whatever else its heading says.
pub(super) const SECRET_WORDS: &str = "pin pins pass pwd pw passwd passcode pincode vmpin vmpw vmpwd mbpin vmsecret \
     webpass secret token tokens apikey otp totp hash salt authid authname authuser authusername authenticationid sipusername sipuser \
     recovery clave senha geheimnis wiederherstellung parola şifre sifre mdp код";

/// Parts of words that make a column secret.
pub(super) const SECRET_PARTS: &str = "password passwort passwrt kennwort passphrase secret motdepasse contrasena \
     contraseña wachtwoord lösenord losenord palavrapasse hasło haslo пароль 密码 密碼 口令 パスワード 暗証番号 비밀번호 \
     كلمةالمرور كلمةالسر privatekey securityanswer securityquestion sicherheitsfrage recoveryemail recoveryphone \
     recoveryaddress wiederherstellungsadresse";
