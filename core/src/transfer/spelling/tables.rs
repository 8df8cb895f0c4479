//! Names of languages, countries and Windows' time zones: a code of ours, then the names that are read as it.

/// English, native and German names of the languages that people most often state.
pub const LANGUAGES: &str = "\
en|English|Englisch|anglais|inglés|inglese|inglês|engels|angielski|английский|İngilizce|الإنجليزية|英语|英語|eng
de|German|Deutsch|allemand|alemán|tedesco|alemão|duits|niemiecki|немецкий|Almanca|الألمانية|德语|ドイツ語|deu|ger
fr|French|Französisch|français|francés|francese|francês|frans|francuski|французский|Fransızca|الفرنسية|法语|フランス語|fra|fre
es|Spanish|Spanisch|espagnol|español|castellano|spagnolo|espanhol|spaans|hiszpański|испанский|İspanyolca|الإسبانية|西班牙语|spa
it|Italian|Italienisch|italien|italiano|italiaans|włoski|итальянский|İtalyanca|الإيطالية|意大利语|ita
pt|Portuguese|Portugiesisch|portugais|portugués|portoghese|português|portugees|portugalski|португальский|Portekizce|البرتغالية|葡萄牙语|por
nl|Dutch|Niederländisch|Holländisch|néerlandais|neerlandés|holandés|olandese|nederlands|niderlandzki|нидерландский|nld|dut
pl|Polish|Polnisch|polonais|polaco|polacco|polonês|pools|polski|польский|pol
ru|Russian|Russisch|russe|ruso|russo|rosyjski|русский|Rusça|الروسية|俄语|rus
tr|Turkish|Türkisch|turc|turco|turks|turecki|турецкий|Türkçe|التركية|tur
ar|Arabic|Arabisch|arabe|árabe|arabo|arabski|арабский|Arapça|العربية|عربي|阿拉伯语|ara
zh|Chinese|Chinesisch|chinois|chino|cinese|chinês|chiński|китайский|Çince|الصينية|中文|汉语|漢語|中国語|zho|chi
ja|Japanese|Japanisch|japonais|japonés|giapponese|japonês|японский|日本語|日语|jpn
ko|Korean|Koreanisch|coréen|coreano|корейский|한국어|kor
sv|Swedish|Schwedisch|suédois|sueco|svedese|zweeds|svenska|swe
da|Danish|Dänisch|danois|danés|danese|dansk|dan
nb|Norwegian|Norwegisch|norvégien|noruego|norsk|norsk bokmål|bokmål|nor|nob
fi|Finnish|Finnisch|finnois|finlandés|suomi|fin
is|Icelandic|Isländisch|íslenska
cs|Czech|Tschechisch|tchèque|checo|ceco|čeština|česky|ces|cze
sk|Slovak|Slowakisch|slovaque|slovenčina|slovensky|slk
hu|Hungarian|Ungarisch|hongrois|húngaro|ungherese|magyar|hun
ro|Romanian|Rumänisch|roumain|rumano|română|ron|rum
bg|Bulgarian|Bulgarisch|bulgare|български|bul
el|Greek|Griechisch|grec|griego|greco|Ελληνικά|ell|gre
hr|Croatian|Kroatisch|croate|hrvatski|hrv
sr|Serbian|Serbisch|serbe|srpski|српски|srp
sl|Slovenian|Slovene|Slowenisch|slovenščina|slv
uk|Ukrainian|Ukrainisch|ukrainien|украинский|українська|ukr
et|Estonian|Estnisch|eesti|est
lv|Latvian|Lettisch|latviešu|lav
lt|Lithuanian|Litauisch|lietuvių|lit
he|Hebrew|Hebräisch|hébreu|hebreo|עברית|heb
fa|Persian|Farsi|Persisch|persan|فارسی|fas|per
ur|Urdu|اردو|urd
hi|Hindi|हिन्दी|हिंदी|hin
bn|Bengali|Bangla|বাংলা|ben
ta|Tamil|தமிழ்|tam
th|Thai|Thailändisch|ไทย|tha
vi|Vietnamese|Vietnamesisch|Tiếng Việt|vie
id|Indonesian|Indonesisch|Bahasa Indonesia|ind
ms|Malay|Malaiisch|Bahasa Melayu|msa
sw|Swahili|Suaheli|Kiswahili|swa
ca|Catalan|Katalanisch|català|cat
eu|Basque|Baskisch|euskara|eus
gl|Galician|Galicisch|galego|glg
ga|Irish|Irisch|Gaeilge|gle
cy|Welsh|Walisisch|Cymraeg|cym";

/// English and German names, native ones, and codes of three letters, of the countries that people most often state.
pub const COUNTRIES: &str = "\
AE|United Arab Emirates|UAE|Vereinigte Arabische Emirate|الإمارات|الإمارات العربية المتحدة|ARE
AR|Argentina|Argentinien|ARG
AT|Austria|Österreich|Autriche|AUT
AU|Australia|Australien|AUS
BE|Belgium|Belgien|Belgique|België|BEL
BG|Bulgaria|Bulgarien|България|BGR
BR|Brazil|Brasilien|Brasil|Brésil|BRA
CA|Canada|Kanada|CAN
CH|Switzerland|Schweiz|Suisse|Svizzera|CHE
CI|Ivory Coast|Côte d'Ivoire|Elfenbeinküste|CIV
CL|Chile|CHL
CN|China|People's Republic of China|中国|CHN
CO|Colombia|Kolumbien|COL
CY|Cyprus|Zypern|CYP
CZ|Czechia|Czech Republic|Tschechien|Česko|Česká republika|CZE
DE|Germany|Deutschland|Allemagne|Alemania|Germania|Duitsland|Niemcy|Германия|Almanya|ألمانيا|德国|ドイツ|DEU|GER
DK|Denmark|Dänemark|Danmark|DNK
DZ|Algeria|Algerien|Algérie|الجزائر|DZA
EE|Estonia|Estland|Eesti|EST
EG|Egypt|Ägypten|مصر|EGY
ES|Spain|Spanien|España|Espagne|Spagna|ESP
FI|Finland|Finnland|Suomi|FIN
FR|France|Frankreich|Francia|Frankrijk|Francja|Франция|فرنسا|法国|フランス|FRA
GB|United Kingdom|UK|Great Britain|Britain|England|Scotland|Wales|Northern Ireland|Vereinigtes Königreich|Großbritannien|Royaume-Uni|Reino Unido|Regno Unito|Великобритания|المملكة المتحدة|英国|イギリス|GBR
GH|Ghana|GHA
GR|Greece|Griechenland|Ελλάδα|GRC
HK|Hong Kong|Hongkong|香港|HKG
HR|Croatia|Kroatien|Hrvatska|HRV
HU|Hungary|Ungarn|Magyarország|HUN
ID|Indonesia|Indonesien|IDN
IE|Ireland|Irland|Éire|Republic of Ireland|IRL
IL|Israel|ישראל|ISR
IN|India|Indien|भारत|IND
IQ|Iraq|Irak|العراق|IRQ
IS|Iceland|Island|Ísland|ISL
IT|Italy|Italien|Italia|Italie|Włochy|Италия|إيطاليا|ITA
JO|Jordan|Jordanien|الأردن|JOR
JP|Japan|日本|JPN
KE|Kenya|Kenia|KEN
KR|South Korea|Republic of Korea|Südkorea|대한민국|한국|KOR
KW|Kuwait|الكويت|KWT
KZ|Kazakhstan|Kasachstan|Казахстан|KAZ
LB|Lebanon|Libanon|لبنان|LBN
LI|Liechtenstein|LIE
LT|Lithuania|Litauen|Lietuva|LTU
LU|Luxembourg|Luxemburg|LUX
LV|Latvia|Lettland|Latvija|LVA
MA|Morocco|Marokko|Maroc|المغرب|MAR
MT|Malta|MLT
MX|Mexico|Mexiko|México|MEX
MY|Malaysia|MYS
NG|Nigeria|NGA
NL|Netherlands|The Netherlands|Holland|Niederlande|Nederland|Pays-Bas|NLD
NO|Norway|Norwegen|Norge|NOR
NZ|New Zealand|Neuseeland|NZL
OM|Oman|عمان|OMN
PE|Peru|Perú|PER
PH|Philippines|Philippinen|PHL
PK|Pakistan|پاکستان|PAK
PL|Poland|Polen|Polska|Pologne|POL
PT|Portugal|PRT
QA|Qatar|Katar|قطر|QAT
RO|Romania|Rumänien|România|ROU
RS|Serbia|Serbien|Srbija|Србија|SRB
RU|Russia|Russian Federation|Russland|Россия|RUS
SA|Saudi Arabia|Saudi-Arabien|السعودية|المملكة العربية السعودية|SAU
SE|Sweden|Schweden|Sverige|SWE
SG|Singapore|Singapur|SGP
SI|Slovenia|Slowenien|Slovenija|SVN
SK|Slovakia|Slowakei|Slovensko|SVK
TH|Thailand|ประเทศไทย|THA
TN|Tunisia|Tunesien|Tunisie|تونس|TUN
TR|Turkey|Türkiye|Türkei|TUR
TW|Taiwan|台灣|台湾|TWN
UA|Ukraine|Україна|UKR
US|United States|United States of America|USA|U.S.|U.S.A.|America|Vereinigte Staaten|États-Unis|Estados Unidos|Stati Uniti|США|الولايات المتحدة|美国|アメリカ
VN|Vietnam|Viet Nam|VNM
ZA|South Africa|Südafrika|ZAF";

/// The zone that each time zone of Windows stands for where nothing else is known (CLDR, windowsZones, territory 001).
pub const WINDOWS_ZONES: &str = "\
Etc/GMT+12|Dateline Standard Time
Etc/GMT+11|UTC-11
America/Adak|Aleutian Standard Time
Pacific/Honolulu|Hawaiian Standard Time
Pacific/Marquesas|Marquesas Standard Time
America/Anchorage|Alaskan Standard Time
Etc/GMT+9|UTC-09
America/Tijuana|Pacific Standard Time (Mexico)
Etc/GMT+8|UTC-08
America/Los_Angeles|Pacific Standard Time
America/Phoenix|US Mountain Standard Time
America/Mazatlan|Mountain Standard Time (Mexico)
America/Denver|Mountain Standard Time
America/Whitehorse|Yukon Standard Time
America/Guatemala|Central America Standard Time
America/Chicago|Central Standard Time
Pacific/Easter|Easter Island Standard Time
America/Mexico_City|Central Standard Time (Mexico)
America/Regina|Canada Central Standard Time
America/Bogota|SA Pacific Standard Time
America/Cancun|Eastern Standard Time (Mexico)
America/New_York|Eastern Standard Time
America/Port-au-Prince|Haiti Standard Time
America/Havana|Cuba Standard Time
America/Indianapolis|US Eastern Standard Time
America/Grand_Turk|Turks And Caicos Standard Time
America/Asuncion|Paraguay Standard Time
America/Halifax|Atlantic Standard Time
America/Caracas|Venezuela Standard Time
America/Cuiaba|Central Brazilian Standard Time
America/La_Paz|SA Western Standard Time
America/Santiago|Pacific SA Standard Time
America/St_Johns|Newfoundland Standard Time
America/Araguaina|Tocantins Standard Time
America/Sao_Paulo|E. South America Standard Time
America/Cayenne|SA Eastern Standard Time
America/Buenos_Aires|Argentina Standard Time
America/Montevideo|Montevideo Standard Time
America/Punta_Arenas|Magallanes Standard Time
America/Miquelon|Saint Pierre Standard Time
America/Bahia|Bahia Standard Time
Etc/GMT+2|UTC-02
America/Godthab|Greenland Standard Time
Atlantic/Azores|Azores Standard Time
Atlantic/Cape_Verde|Cape Verde Standard Time
Etc/UTC|Coordinated Universal Time
Europe/London|GMT Standard Time
Atlantic/Reykjavik|Greenwich Standard Time
Africa/Sao_Tome|Sao Tome Standard Time
Africa/Casablanca|Morocco Standard Time
Europe/Berlin|W. Europe Standard Time
Europe/Budapest|Central Europe Standard Time
Europe/Paris|Romance Standard Time
Europe/Warsaw|Central European Standard Time
Africa/Lagos|W. Central Africa Standard Time
Asia/Amman|Jordan Standard Time
Europe/Bucharest|GTB Standard Time
Asia/Beirut|Middle East Standard Time
Africa/Cairo|Egypt Standard Time
Europe/Chisinau|E. Europe Standard Time
Asia/Damascus|Syria Standard Time
Asia/Hebron|West Bank Standard Time
Africa/Johannesburg|South Africa Standard Time
Europe/Kiev|FLE Standard Time
Asia/Jerusalem|Israel Standard Time
Africa/Juba|South Sudan Standard Time
Europe/Kaliningrad|Kaliningrad Standard Time
Africa/Khartoum|Sudan Standard Time
Africa/Tripoli|Libya Standard Time
Africa/Windhoek|Namibia Standard Time
Asia/Baghdad|Arabic Standard Time
Europe/Istanbul|Turkey Standard Time
Asia/Riyadh|Arab Standard Time
Europe/Minsk|Belarus Standard Time
Europe/Moscow|Russian Standard Time
Africa/Nairobi|E. Africa Standard Time
Asia/Tehran|Iran Standard Time
Asia/Dubai|Arabian Standard Time
Europe/Astrakhan|Astrakhan Standard Time
Asia/Baku|Azerbaijan Standard Time
Europe/Samara|Russia Time Zone 3
Indian/Mauritius|Mauritius Standard Time
Europe/Saratov|Saratov Standard Time
Asia/Tbilisi|Georgian Standard Time
Europe/Volgograd|Volgograd Standard Time
Asia/Yerevan|Caucasus Standard Time
Asia/Kabul|Afghanistan Standard Time
Asia/Tashkent|West Asia Standard Time
Asia/Yekaterinburg|Ekaterinburg Standard Time
Asia/Karachi|Pakistan Standard Time
Asia/Qyzylorda|Qyzylorda Standard Time
Asia/Calcutta|India Standard Time
Asia/Colombo|Sri Lanka Standard Time
Asia/Katmandu|Nepal Standard Time
Asia/Almaty|Central Asia Standard Time
Asia/Dhaka|Bangladesh Standard Time
Asia/Omsk|Omsk Standard Time
Asia/Rangoon|Myanmar Standard Time
Asia/Bangkok|SE Asia Standard Time
Asia/Barnaul|Altai Standard Time
Asia/Hovd|W. Mongolia Standard Time
Asia/Krasnoyarsk|North Asia Standard Time
Asia/Novosibirsk|N. Central Asia Standard Time
Asia/Tomsk|Tomsk Standard Time
Asia/Shanghai|China Standard Time
Asia/Irkutsk|North Asia East Standard Time
Asia/Singapore|Singapore Standard Time
Australia/Perth|W. Australia Standard Time
Asia/Taipei|Taipei Standard Time
Asia/Ulaanbaatar|Ulaanbaatar Standard Time
Australia/Eucla|Aus Central W. Standard Time
Asia/Chita|Transbaikal Standard Time
Asia/Tokyo|Tokyo Standard Time
Asia/Pyongyang|North Korea Standard Time
Asia/Seoul|Korea Standard Time
Asia/Yakutsk|Yakutsk Standard Time
Australia/Adelaide|Cen. Australia Standard Time
Australia/Darwin|AUS Central Standard Time
Australia/Brisbane|E. Australia Standard Time
Australia/Sydney|AUS Eastern Standard Time
Pacific/Port_Moresby|West Pacific Standard Time
Australia/Hobart|Tasmania Standard Time
Asia/Vladivostok|Vladivostok Standard Time
Australia/Lord_Howe|Lord Howe Standard Time
Pacific/Bougainville|Bougainville Standard Time
Asia/Srednekolymsk|Russia Time Zone 10
Asia/Magadan|Magadan Standard Time
Pacific/Norfolk|Norfolk Standard Time
Asia/Sakhalin|Sakhalin Standard Time
Pacific/Guadalcanal|Central Pacific Standard Time
Asia/Kamchatka|Russia Time Zone 11
Pacific/Auckland|New Zealand Standard Time
Pacific/Fiji|Fiji Standard Time
Pacific/Chatham|Chatham Islands Standard Time
Pacific/Tongatapu|Tonga Standard Time
Pacific/Apia|Samoa Standard Time
Pacific/Kiritimati|Line Islands Standard Time";
