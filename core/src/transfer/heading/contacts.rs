//! The names that address books and other systems give the columns of contacts which users have not, or which mean something else
//! there; the others are those of users. Written and compared as in [`super::names`].

use crate::transfer::contact::ContactColumn;

pub(super) const CONTACTS: &[(ContactColumn, &str)] = &[
    (
        ContactColumn::Company,
        "company companyname organisation organization organisationname organizationname organisationsname \
         organizationtitle business businessname firm employer customer customername accountcompany firma firmenname \
         unternehmen unternehmensname betrieb kunde societe nomdelasociete entreprise raisonsociale organisme \
         empresa nombredelaempresa compania compañía organizacion organización negocio bedrijf bedrijfsnaam organisatie \
         foretag företag företagsnamn foretagsnamn azienda nomeazienda ditta società societa ragionesociale \
         nomedaempresa companhia organização organizacao nazwafirmy przedsiębiorstwo przedsiebiorstwo компания \
         названиекомпании организация фирма şirket sirket şirketadı kurum firmaadı الشركة اسمالشركة المؤسسة الجهة 公司 \
         公司名称 公司名稱 单位 單位 企业 会社 会社名 企業 勤務先 組織",
    ),
    (
        ContactColumn::Number,
        "phone phonenumber phones phonenumbers telephone telephonenumber tel number numbers workphone workphonenumber \
         businessphone businessphonenumber officephone officephonenumber companyphone companymainphone mainphone \
         primaryphone otherphone homephone homephonenumber carphone radiophone directnumber directline directphone did \
         didnumber mobile mobilephone mobilenumber mobilephonenumber mobilework mobilehome cell cellphone \
         cellphonenumber cellnumber cellular worknumber businessnumber officenumber homenumber contactnumber \
         phonework phonehome phonemobile phonebusiness phoneoffice telephonework telephonehome telephonemobile \
         telephonebusiness tollfree hotline switchboard telefon telefonnummer telefonnummern rufnummer rufnummern fon \
         telefongeschaftlich telefongeschäftlich geschaftlich telefonprivat telefonarbeit telefonzentrale zentrale \
         telefonfirma telefonburo telefonbüro diensttelefon mobil mobiltelefon mobilnummer mobilfunk mobilfunknummer \
         telefonmobil handy handynummer festnetz festnetznummer telephonefixe telephoneportable portable \
         numerodetelephone numerotelephone numero telephonebureau telephonedomicile telephoneprofessionnel fixe \
         telefono numerodetelefono telefonofijo telefonotrabajo telefonocasa telefonodeltrabajo movil telefonomovil \
         celular telefonocelular telefoon telefoonnummer telefoonwerk telefoonthuis mobiel mobielnummer vastnummer \
         telefonnr telefonarbete mobilnr telefonoufficio cellulare numeroditelefono telefonofisso telefone \
         númerodetelefone numerodetelefone telefonecomercial telefonecelular telemóvel telemovel numertelefonu \
         telefonkomórkowy telefonkomorkowy komórka komorka telefonsłużbowy телефон номертелефона рабочийтелефон \
         мобильный мобильныйтелефон сотовый домашнийтелефон telefonnumarası telefonnumarasi iştelefonu istelefonu \
         ceptelefonu cep الهاتف هاتف رقمالهاتف رقمالهاتفالمحمول هاتفالعمل الجوال رقمالجوال الموبايل المحمول 电话 \
         电话号码 办公电话 手机 手机号 手机号码 電話 電話號碼 電話番号 勤務先電話 自宅電話 手機 行動電話 携帯 携帯電話 携帯番号 \
         携帯電話番号",
    ),
    (
        ContactColumn::Name,
        "fileas fileunder contactname contact contacts kontakt kontaktname ansprechpartner ansprechperson contacto \
         contatto contato contactpersoon kontaktperson контакт контактноелицо kişi kisi جهةالاتصال اسمجهةالاتصال \
         联系人 聯絡人 連絡先 連絡先名 担当者",
    ),
];
