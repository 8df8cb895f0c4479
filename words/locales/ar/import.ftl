### استيراد المستخدمين من ملف CSV.

import-sub = من ملف Excel أو CSV. يُجهَّز الجميع أولًا، ثم ترسل الدعوات متى شئت.
import-another = استيراد ملف آخر
import-start-over = البدء من جديد
import-reading = جارٍ قراءة الملف
import-not-allowed-title = لا يمكنك استيراد المستخدمين
import-steps = الخطوات
import-step-file = الملف
import-step-columns = الأعمدة والفحص
import-choose = اختر ملف Excel أو CSV أو أفلته هنا
import-choose-note = الأعمدة بأي ترتيب. أعمدة CSV مفصولة بفاصلة أو فاصلة منقوطة أو علامة جدولة. حتى { $max } صف.
import-unsure = لست متأكدًا من شكله المطلوب؟
import-example = تنزيل مثال
import-nothing = لا شيء للاستيراد
import-yes = { $count ->
    [one] استيراد مستخدم واحد
    [two] استيراد مستخدمَين
    [few] استيراد { $count } مستخدمين
    [many] استيراد { $count } مستخدمًا
   *[other] استيراد { $count } مستخدم
}
import-checking = جارٍ فحص كل صف
import-importing = جارٍ الاستيراد
import-download-rejected = تنزيل الصفوف التي تحتاج إلى تصحيح
import-ready = { $count ->
    [one] صف واحد جاهز
    [two] صفان جاهزان
    [few] { $count } صفوف جاهزة
    [many] { $count } صفًا جاهزًا
   *[other] { $count } صف جاهز
}
import-already-here = { $count ->
    [one] صف واحد موجود بالفعل، تم تخطيه
    [two] صفان موجودان بالفعل، تم تخطيهما
    [few] { $count } صفوف موجودة بالفعل، تم تخطيها
    [many] { $count } صفًا موجودًا بالفعل، تم تخطيها
   *[other] { $count } صف موجود بالفعل، تم تخطيها
}
import-to-fix = { $count ->
    [one] صف واحد يحتاج إلى تصحيح
    [two] صفان يحتاجان إلى تصحيح
    [few] { $count } صفوف تحتاج إلى تصحيح
    [many] { $count } صفًا يحتاج إلى تصحيح
   *[other] { $count } صف يحتاج إلى تصحيح
}
import-done = { $count ->
    [zero] لم يُجهَّز أي مستخدم.
    [one] جُهِّز مستخدم واحد.
    [two] جُهِّز مستخدمان.
    [few] جُهِّز { $count } مستخدمين.
    [many] جُهِّز { $count } مستخدمًا.
   *[other] جُهِّز { $count } مستخدم.
}
import-done-offline = { $count ->
    [zero] لم يُجهَّز أي مستخدم.
    [one] جُهِّز مستخدم واحد وسيُرسل إلى الخادم عند عودة الاتصال.
    [two] جُهِّز مستخدمان وسيُرسلان إلى الخادم عند عودة الاتصال.
    [few] جُهِّز { $count } مستخدمين وسيُرسلون إلى الخادم عند عودة الاتصال.
    [many] جُهِّز { $count } مستخدمًا وسيُرسلون إلى الخادم عند عودة الاتصال.
   *[other] جُهِّز { $count } مستخدم وسيُرسلون إلى الخادم عند عودة الاتصال.
}
import-show-users = عرض المستخدمين
import-left = { $count ->
    [one] لم يُستورد صف واحد. نزّله مع السبب وصحّحه ثم استورد ذلك الملف.
    [two] لم يُستورد صفان. نزّلهما مع الأسباب وصحّحهما ثم استورد ذلك الملف.
    [few] لم تُستورد { $count } صفوف. نزّلها مع الأسباب وصحّحها ثم استورد ذلك الملف.
    [many] لم يُستورد { $count } صفًا. نزّلها مع الأسباب وصحّحها ثم استورد ذلك الملف.
   *[other] لم يُستورد { $count } صف. نزّلها مع الأسباب وصحّحها ثم استورد ذلك الملف.
}
import-read-failed = لم يتمكن المتصفح من قراءة الملف. هل نُقل أو حُذف؟

import-columns = الأعمدة
import-about = { $count ->
    [one] { $file } · صف واحد · { $encoding }، { $delimiter ->
        [comma] فاصلة
        [semicolon] فاصلة منقوطة
        [tab] علامة جدولة
       *[pipe] خط عمودي
    }
    [two] { $file } · صفان · { $encoding }، { $delimiter ->
        [comma] فاصلة
        [semicolon] فاصلة منقوطة
        [tab] علامة جدولة
       *[pipe] خط عمودي
    }
    [few] { $file } · { $count } صفوف · { $encoding }، { $delimiter ->
        [comma] فاصلة
        [semicolon] فاصلة منقوطة
        [tab] علامة جدولة
       *[pipe] خط عمودي
    }
    [many] { $file } · { $count } صفًا · { $encoding }، { $delimiter ->
        [comma] فاصلة
        [semicolon] فاصلة منقوطة
        [tab] علامة جدولة
       *[pipe] خط عمودي
    }
   *[other] { $file } · { $count } صف · { $encoding }، { $delimiter ->
        [comma] فاصلة
        [semicolon] فاصلة منقوطة
        [tab] علامة جدولة
       *[pipe] خط عمودي
    }
}
import-about-sheet = { $count ->
    [zero] { $file } · لا صفوف · الورقة { $sheet }
    [one] { $file } · صف واحد · الورقة { $sheet }
    [two] { $file } · صفان · الورقة { $sheet }
    [few] { $file } · { $count } صفوف · الورقة { $sheet }
    [many] { $file } · { $count } صفًا · الورقة { $sheet }
   *[other] { $file } · { $count } صف · الورقة { $sheet }
}
import-sheet = الورقة
import-yes-updating = { $ready ->
    [0] تحديث { $updated ->
        [zero] لا أحد
        [one] مستخدم واحد
        [two] مستخدمين
        [few] { $updated } مستخدمين
        [many] { $updated } مستخدمًا
       *[other] { $updated } مستخدم
    }
   *[other] استيراد { $ready } وتحديث { $updated }
}
import-updates = { $count } للتحديث
import-updated = { $count ->
    [zero] لا يُحدَّث أي مستخدم.
    [one] يُحدَّث مستخدم واحد.
    [two] يُحدَّث مستخدمان.
    [few] يُحدَّث { $count } مستخدمين.
    [many] يُحدَّث { $count } مستخدمًا.
   *[other] يُحدَّث { $count } مستخدم.
}
import-update = { $count ->
    [zero] تحديث المستخدمين الموجودين
    [one] تحديث المستخدم الموجود
    [two] تحديث المستخدمَين الموجودَين
    [few] تحديث { $count } مستخدمين موجودين
    [many] تحديث { $count } مستخدمًا موجودًا
   *[other] تحديث { $count } مستخدم موجود
}
import-update-note = يبيّن كل صف أدناه ما سيتغير. الخلايا الفارغة لا تغيّر شيئًا، ولا يُضاف إلى الفرق والإضافات والأرقام إلا الجديد.
import-update-fields = ما يُحدَّث
import-rows-updated = التحديثات
import-row-updated = حُدِّث
import-field-changed = { $field }: { $before } ← { $after }
import-field-added = { $field }: { $after }
column-number = { $kind ->
    [virtual] رقم: افتراضي
    [landline] رقم: أرضي
    [mobile] رقم: محمول
    [work] رقم: عمل
   *[group] رقم: مجموعة
}
import-column-number = العمود { $number }
import-column-holds = محتوى العمود { $name }
column-ignore = لا تستورد
column-extra = إضافي: { $name }
column-login-mobile = رقم جوال لتسجيل الدخول
column-first-name = الاسم الأول
column-last-name = اسم العائلة

import-rows = صفوف الملف
import-rows-shown = الصفوف المعروضة
import-all-rows = جميع الصفوف
import-rows-to-fix = تحتاج إلى تصحيح
import-line = السطر
import-result = النتيجة
import-row-imported = تم استيراده
import-row-ready = جاهز
import-row-already-here = موجود بالفعل، تم تخطيه
import-empty-cell = (فارغة)

file-empty = الملف فارغ. اختر ملفًا آخر.
file-too-large = الملف أكبر من { $max } ميغابايت. قسّمه واستورد الأجزاء.
file-not-text = { $kind ->
    [picture] هذه صورة وليست ملف CSV.
    [pdf] هذا ملف PDF وليس ملف CSV.
    [spreadsheet] لا يمكن قراءة جدول البيانات هذا: إنه تالف أو ليس بصيغة ‎.xlsx. افتحه واحفظه بصيغة ‎.xlsx أو CSV ثم اختر ذلك الملف.
    [web-page] هذه صفحة ويب وليست ملف CSV. ربما كان التنزيل يتطلب تسجيل الدخول.
    [archive] هذا أرشيف مضغوط. فك ضغطه واختر ملف CSV الذي فيه.
   *[binary] هذا ليس ملفًا نصيًا، لذلك لا يمكن أن يكون ملف CSV.
}
file-locked = هذا المصنف محمي بكلمة مرور. احفظه من دونها واختره مرة أخرى.
file-undecodable = لا يمكن قراءة الترميز { $encoding } هنا. احفظ الملف بصيغة CSV بترميز UTF-8 واختره مرة أخرى.
file-header-only = في الملف عناوين أعمدة، لكن لا صفوف تحتها.
file-too-many-rows = صفوف الملف أكثر من { $max }. قسّمه واستورد الأجزاء.
file-too-many-columns = أعمدة الملف أكثر من { $max }. احذف ما لا حاجة إليه منها.
file-unclosed-quote = علامة الاقتباس في السطر { $line } لا تُغلق أبدًا. صحّح السطر واختر الملف مرة أخرى.
import-no-identifier = لا عمود يميّز الأشخاص. اختر العمود الذي فيه عناوين البريد الإلكتروني أو أرقام الجوال أو أسماء تسجيل الدخول، وإن لم يوجد فأضف عمودًا إلى الملف.
import-column-twice = العمودان «{ $first }» و«{ $second }» كلاهما «{ $column }». غيّر أحدهما.
cell-unknown = { $kind ->
    [role] لا يوجد دور باسم «{ $name }».
    [licence] لا يوجد ترخيص باسم «{ $name }».
    [add-on] لا توجد إضافة باسم «{ $name }».
   *[team] لا يوجد فريق باسم «{ $name }».
}
cell-unknown-near = { $kind ->
    [role] لا يوجد دور باسم «{ $name }». أسماء مشابهة: { $nearest }.
    [licence] لا يوجد ترخيص باسم «{ $name }». أسماء مشابهة: { $nearest }.
    [add-on] لا توجد إضافة باسم «{ $name }». أسماء مشابهة: { $nearest }.
   *[team] لا يوجد فريق باسم «{ $name }». أسماء مشابهة: { $nearest }.
}
cell-several-roles = أدخل دورًا واحدًا؛ يمكن منح غيره بعد الاستيراد.
cell-several-licences = أدخل ترخيصًا واحدًا.
cell-role-needs-team = يسري الدور { $role } داخل الفرق: أدخل فريقًا واحدًا، أو اختر أين تسري الأدوار.
cell-twice = هذا موجود بالفعل في السطر { $line }.
cell-count = عدد خلايا الصف { $found } بدلًا من { $expected }.
cell-in-column = { $column }: { $problem }
cell-swallowed = علامة الاقتباس التي تُفتح في هذا الصف لا تُغلق إلا في السطر { $until } وتبتلع الصفوف بينهما. صحّحها هناك.
cell-damaged = ضاعت بعض حروف هذه الخلية. اكتبها من جديد.
cell-several-values = في الخلية عدة قيم. اترك واحدة.
cell-number-with-more = يلي الرقمَ «{ $more }». اترك الرقم وحده.
cell-unusual = ستُقرأ على أنها { $read }.

import-guess = لا يذكر الملف ترميز حروفه. اختر السطر الذي تظهر فيه الأسماء صحيحة.
import-guess-other = ترميز آخر
encoding-name = { $encoding ->
    [utf-8] يونيكود (UTF-8)
    [utf-16le] يونيكود (UTF-16)
    [utf-16be] يونيكود (UTF-16 كبير النهاية)
    [windows-1252] أوروبا الغربية (Windows-1252)
    [windows-1250] أوروبا الوسطى (Windows-1250)
    [windows-1251] السيريلية (Windows-1251)
    [windows-1253] اليونانية (Windows-1253)
    [windows-1254] التركية (Windows-1254)
    [windows-1255] العبرية (Windows-1255)
    [windows-1256] العربية (Windows-1256)
    [windows-1257] البلطيقية (Windows-1257)
    [windows-1258] الفيتنامية (Windows-1258)
    [windows-874] التايلندية (Windows-874)
    [macintosh] أوروبا الغربية (Mac)
    [koi8-r] السيريلية (KOI8-R)
    [ibm866] السيريلية (DOS)
    [shift_jis] اليابانية (Shift-JIS)
    [euc-jp] اليابانية (EUC-JP)
    [gb18030] الصينية المبسطة (GB 18030)
    [big5] الصينية التقليدية (Big5)
   *[euc-kr] الكورية (EUC-KR)
}

import-for-all = لجميع الصفوف
import-all-licence = الترخيص، حيث لا يذكر الصف ترخيصًا
import-all-team = الفريق، حيث لا يذكر الصف فريقًا
import-roles = الأدوار التي تسري في فرق أو في كل مكان
import-roles-one-team = في الفريق الوحيد المذكور في الصف
import-roles-teams = في جميع فرق الصف
import-roles-everywhere = في المؤسسة كلها
import-all-none = بلا
import-read-unusual = قراءة الكتابات غير المألوفة
import-read-unusual-note = { $count ->
    [one] خلية واحدة مكتوبة بطريقة غير مألوفة. يظهر أدناه ما تُقرأ عليه.
    [two] خليتان مكتوبتان بطريقة غير مألوفة. يظهر أدناه ما تُقرآن عليه.
    [few] { $count } خلايا مكتوبة بطريقة غير مألوفة. يظهر أدناه ما تُقرأ عليه.
    [many] { $count } خلية مكتوبة بطريقة غير مألوفة. يظهر أدناه ما تُقرأ عليه.
   *[other] { $count } خلية مكتوبة بطريقة غير مألوفة. يظهر أدناه ما تُقرأ عليه.
}
import-read-unusual-off = عليك تصحيحها الآن؛ ويظهر معها ما كانت ستُقرأ عليه.
import-blocked-too = استيراد الأشخاص المحظورين هناك
import-blocked-note = { $count ->
    [one] شخص واحد موقوف أو محظور في النظام الذي جاء منه الملف، فلن يُستورد.
    [two] شخصان موقوفان أو محظوران في النظام الذي جاء منه الملف، فلن يُستوردا.
    [few] { $count } أشخاص موقوفون أو محظورون في النظام الذي جاء منه الملف، فلن يُستوردوا.
    [many] { $count } شخصًا موقوفون أو محظورون في النظام الذي جاء منه الملف، فلن يُستوردوا.
   *[other] { $count } شخص موقوفون أو محظورون في النظام الذي جاء منه الملف، فلن يُستوردوا.
}
import-blocked-on = يُستوردون مثل غيرهم.
import-invitations = الدعوات
import-invite-later = لا ترسلها بعد
import-invite-now = أرسلها بعد الاستيراد
import-invite-at = أرسلها في وقت محدد
import-invite-moment = وقت إرسالها
import-invited = { $count ->
    [one] جارٍ إرسال دعوة واحدة.
    [two] جارٍ إرسال دعوتين.
    [few] جارٍ إرسال { $count } دعوات.
    [many] جارٍ إرسال { $count } دعوة.
   *[other] جارٍ إرسال { $count } دعوة.
}
import-scheduled = { $count ->
    [one] ستُرسل دعوة واحدة: { $at }.
    [two] ستُرسل دعوتان: { $at }.
    [few] ستُرسل { $count } دعوات: { $at }.
    [many] ستُرسل { $count } دعوة: { $at }.
   *[other] ستُرسل { $count } دعوة: { $at }.
}
import-not-invited = { $count ->
    [one] تعذّرت دعوة مستخدم واحد: { $reason }
    [two] تعذّرت دعوة مستخدمَين. السبب الأول: { $reason }
    [few] تعذّرت دعوة { $count } مستخدمين. السبب الأول: { $reason }
    [many] تعذّرت دعوة { $count } مستخدمًا. السبب الأول: { $reason }
   *[other] تعذّرت دعوة { $count } مستخدم. السبب الأول: { $reason }
}
import-stop = إيقاف
import-stopped = { $count ->
    [one] أوقفتَ الاستيراد. بقي صف واحد.
    [two] أوقفتَ الاستيراد. بقي صفان.
    [few] أوقفتَ الاستيراد. بقيت { $count } صفوف.
    [many] أوقفتَ الاستيراد. بقي { $count } صفًا.
   *[other] أوقفتَ الاستيراد. بقي { $count } صف.
}
import-uninvited = { $count ->
    [one] أوقفتَ الاستيراد: أُنشئ مستخدم واحد ولم تُرسل إليه دعوة. ادعُه من قائمة المستخدمين.
    [two] أوقفتَ الاستيراد: أُنشئ مستخدمان ولم تُرسل إليهما دعوة. ادعُهما من قائمة المستخدمين.
    [few] أوقفتَ الاستيراد: أُنشئ { $count } مستخدمين ولم تُرسل إليهم دعوة. ادعُهم من قائمة المستخدمين.
    [many] أوقفتَ الاستيراد: أُنشئ { $count } مستخدمًا ولم تُرسل إليهم دعوة. ادعُهم من قائمة المستخدمين.
   *[other] أوقفتَ الاستيراد: أُنشئ { $count } مستخدم ولم تُرسل إليهم دعوة. ادعُهم من قائمة المستخدمين.
}

column-secret = سري: لا يُقرأ
column-secret-note = في هذا العمود كلمات مرور أو أرقام سرية أو نحوها. تبقى في الملف: لا تُعرض ولا تُرسل.
column-blocked = محظور هناك؟
column-enabled = نشط هناك؟
column-role-scope = نطاق الدور
import-set-apart = { $count ->
    [one] شخص واحد محظور هناك، لن يُستورد
    [two] شخصان محظوران هناك، لن يُستوردا
    [few] { $count } محظورون هناك، لن يُستوردوا
    [many] { $count } محظورًا هناك، لن يُستوردوا
   *[other] { $count } محظور هناك، لن يُستوردوا
}
import-headings-again = { $count ->
    [one] صف عناوين مكرر واحد، تم تخطيه
    [two] صفا عناوين مكرران، تم تخطيهما
    [few] { $count } صفوف عناوين مكررة، تم تخطيها
    [many] { $count } صف عناوين مكرر، تم تخطيها
   *[other] { $count } صف عناوين مكرر، تم تخطيها
}
import-cells-read = { $count ->
    [one] خلية واحدة قُرئت على نحو مختلف
    [two] خليتان قُرئتا على نحو مختلف
    [few] { $count } خلايا قُرئت على نحو مختلف
    [many] { $count } خلية قُرئت على نحو مختلف
   *[other] { $count } خلية قُرئت على نحو مختلف
}
import-rows-read = قُرئت على نحو مختلف
import-rows-left-out = لن تُستورد
import-row-set-apart = محظور هناك، لن يُستورد
import-row-heading = العناوين مكررة، تم تخطيها
import-cell-read = تُقرأ { $cell } على أنها { $value }.

## استيراد جهات الاتصال المشتركة.

import-contacts-sub = من ملف Excel أو CSV، كملف دفتر عناوين. تُتخطى جهات الاتصال الموجودة.
import-contacts-not-allowed = لا يمكنك استيراد جهات اتصال
import-contacts-no-name = لا عمود يحوي أسماء أو شركات. اختر عمودًا.
import-contacts-yes = { $count ->
    [one] استيراد جهة اتصال واحدة
    [two] استيراد جهتي اتصال
    [few] استيراد { $count } جهات اتصال
   *[other] استيراد { $count } جهة اتصال
}
import-contacts-done = { $count ->
    [one] أُضيفت جهة اتصال واحدة.
    [two] أُضيفت جهتا اتصال.
    [few] أُضيفت { $count } جهات اتصال.
   *[other] أُضيفت { $count } جهة اتصال.
}
import-contacts-done-offline = { $count ->
    [one] أُضيفت جهة اتصال واحدة وستُرسل إلى الخادم عند عودة الاتصال.
    [two] أُضيفت جهتا اتصال وستُرسلان إلى الخادم عند عودة الاتصال.
    [few] أُضيفت { $count } جهات اتصال وستُرسل إلى الخادم عند عودة الاتصال.
   *[other] أُضيفت { $count } جهة اتصال وستُرسل إلى الخادم عند عودة الاتصال.
}
import-show-contacts = عرض جهات الاتصال
