### لماذا لا يمكن تنفيذ أمر ما: كل رفض، وكل قيمة خاطئة، والحقول والصلاحيات التي تذكرها.

refusal-not-allowed = تحتاج إلى صلاحية «{ $permission }» للقيام بذلك. اطلبها من مالك أو مسؤول.
refusal-no-portal = لديك هاتف هنا، لكن لا يمكنك الوصول إلى هذه الصفحة. اطلب من مالك أو مسؤول دورًا يتيح ذلك.
refusal-actor-not-active = لم يعد حسابك نشطًا في هذه المؤسسة.
refusal-organisation-exists = هذه المؤسسة موجودة بالفعل.
refusal-unknown = { $subject ->
    [organisation] لا توجد مؤسسة كهذه، أو أنك لست عضوًا فيها.
    [user] لم يعد هذا المستخدم موجودًا.
    [role] لم يعد هذا الدور موجودًا. اختر دورًا آخر.
    [team] لم يعد هذا الفريق موجودًا. اختر فريقًا آخر.
    [licence] لم يعد هذا الترخيص موجودًا. اختر ترخيصًا آخر.
    [channel] لم تعد هذه القناة موجودة.
    [number] لم يعد هذا الرقم موجودًا. اختر رقمًا آخر.
    [phone] لم يعد هذا الهاتف موجودًا.
    [contact] لم تعد جهة الاتصال هذه موجودة.
    [call] لم تعد هذه المكالمة موجودة.
   *[grant] سُحب هذا الدور بالفعل.
}
refusal-id-in-use = تم ذلك بالفعل.
refusal-invalid = { $field }: { $error }
refusal-already-a-user = { $kind ->
    [mobile] رقم الجوال هذا مستخدم بالفعل لدى { $who }.
    [login] اسم تسجيل الدخول هذا مستخدم بالفعل لدى { $who }.
   *[email] هذا العنوان مستخدم بالفعل لدى { $who }.
}
refusal-already-a-user-unnamed = { $kind ->
    [mobile] رقم الجوال هذا مستخدم هنا بالفعل.
    [login] اسم تسجيل الدخول هذا مستخدم هنا بالفعل.
   *[email] هذا العنوان مستخدم هنا بالفعل.
}
refusal-domain-not-allowed = لا يمكن استخدام عناوين هذا النطاق هنا.
refusal-domains-allowed = لا يمكن هنا استخدام عناوين إلا من هذه النطاقات: { $domains }.
refusal-no-seat-left = { $seats ->
    [one] المقعد الوحيد في { $licence } مشغول. اختر ترخيصًا آخر أو أخلِ المقعد.
    [two] المقعدان في { $licence } مشغولان. اختر ترخيصًا آخر أو أخلِ مقعدًا.
    [few] جميع المقاعد في { $licence } وعددها { $seats } مشغولة. اختر ترخيصًا آخر أو أخلِ مقعدًا.
    [many] جميع المقاعد في { $licence } وعددها { $seats } مشغولة. اختر ترخيصًا آخر أو أخلِ مقعدًا.
   *[other] جميع المقاعد في { $licence } وعددها { $seats } مشغولة. اختر ترخيصًا آخر أو أخلِ مقعدًا.
}
refusal-wrong-licence-kind = لا يمكن استخدام الباقة كإضافة، ولا الإضافة كباقة.
refusal-no-plan = اختر باقة: لا يُدعى هنا إلا من لديه باقة.
refusal-no-plan-full = اختر باقة: لا يُدعى هنا إلا من لديه باقة. جميع المقاعد مشغولة في: { $plans }.
refusal-owner-by-invitation = لا يصبح أحد مالكًا عن طريق دعوة. اختر دورًا آخر.
refusal-grants-more-than-held = يتضمن الدور { $role } صلاحية «{ $permission }» التي لا تملكها، لذلك لا يمكنك منحه.
refusal-outranks-actor = يملك هذا المستخدم صلاحية «{ $permission }» التي لا تملكها، لذلك لا يمكنك تعديله.
refusal-single-role = لكل مستخدم في هذه المؤسسة دور واحد فقط.
refusal-wrong-scope = { $scopes ->
    [own] يسري الدور { $role } على حامله وحده، لا في فريق ولا في المؤسسة كلها.
    [team] يحتاج الدور { $role } إلى فريق. اختر فريقًا.
    [organisation] لا يسري الدور { $role } إلا في المؤسسة كلها.
    [own-team] يسري الدور { $role } على حامله وحده أو في فريق. اختر أحدهما.
    [own-organisation] يسري الدور { $role } على حامله وحده أو في المؤسسة كلها. اختر أحدهما.
    [team-organisation] يسري الدور { $role } في فريق أو في المؤسسة كلها. اختر أحدهما.
   *[any] لا يمكن منح الدور { $role } هناك.
}
refusal-scope-in-use = { $scopes ->
    [own] لدى أحدهم هذا الدور لنفسه وحده. اسحبه أولًا، أو أبقِ ذلك مسموحًا.
    [team] لدى أحدهم هذا الدور في فريق. اسحبه أولًا، أو أبقِ ذلك مسموحًا.
   *[organisation] لدى أحدهم هذا الدور في المؤسسة كلها. اسحبه أولًا، أو أبقِ ذلك مسموحًا.
}
refusal-reaches-others = الصلاحية «{ $permission }» تخص الآخرين، فلا يمكن أن تكون ضمن دور يسري على حامله وحده. اجعل الدور يسري في فريق أو في المؤسسة كلها.
refusal-wrong-state = { $state ->
    [prepared] هذا غير ممكن: المستخدم مُجهَّز ولم تُرسل إليه دعوة بعد.
    [invited] هذا غير ممكن: المستخدم مدعو ولم يقبل الدعوة بعد.
    [active] هذا غير ممكن: المستخدم نشط.
   *[suspended] هذا غير ممكن: المستخدم موقوف.
}
refusal-invitation-expired = انتهت صلاحية الدعوة. أرسلها مرة أخرى.
refusal-no-sign-in = لا يُسجَّل الدخول هنا بما يُعرف به هذا المستخدم. أضف عنوان بريد إلكتروني أو رقم جوال أو اسم دخول بحسب ما تسمح به مؤسستك.
refusal-opens-portal = يُسمح لهذا الشخص بتسجيل الدخول: ادعُه، أو سلّمه رابطًا أو كلمة مرور مؤقتة.
refusal-account-elsewhere = حساب هذا الشخص مستخدم في مؤسسات أخرى أيضًا، لذلك لا يضع له كلمة مرور سوى الشخص نفسه.
refusal-handed-over-elsewhere = الرابط أو كلمة المرور المؤقتة يظهران لمن يسلّمهما، ولا يُنشآن بهذه الطريقة. استخدم «تسليم» عندما يكون الخادم متاحًا.
refusal-seen-elsewhere = جاء التغيير مع قيم شوهدت من قبل وتخص شيئًا آخر. لم يتغيّر شيء.
refusal-changed-meanwhile = غيّر شخص آخر هذا منذ أن رأيته، ولا يتوافق تغييرك معه. ألقِ نظرة عليه مرة أخرى.
refusal-call-not-kept = { $days ->
    [one] تُحفظ المكالمات هنا يومًا واحدًا، وهذه المكالمة أقدم.
    [two] تُحفظ المكالمات هنا يومين، وهذه المكالمة أقدم.
    [few] تُحفظ المكالمات هنا { $days } أيام، وهذه المكالمة أقدم.
    [many] تُحفظ المكالمات هنا { $days } يومًا، وهذه المكالمة أقدم.
   *[other] تُحفظ المكالمات هنا { $days } يوم، وهذه المكالمة أقدم.
}
refusal-call-too-long = { $days ->
    [one] بحسب هذه الأوقات دامت المكالمة أكثر من يوم واحد. تحقق من ساعة نظام الهاتف.
    [two] بحسب هذه الأوقات دامت المكالمة أكثر من يومين. تحقق من ساعة نظام الهاتف.
    [few] بحسب هذه الأوقات دامت المكالمة أكثر من { $days } أيام. تحقق من ساعة نظام الهاتف.
    [many] بحسب هذه الأوقات دامت المكالمة أكثر من { $days } يومًا. تحقق من ساعة نظام الهاتف.
   *[other] بحسب هذه الأوقات دامت المكالمة أكثر من { $days } يوم. تحقق من ساعة نظام الهاتف.
}
refusal-no-email = ليس لهذا المستخدم عنوان بريد إلكتروني تُرسل إليه الدعوة.
refusal-last-owner = هذا آخر مالك نشط، ويجب أن يبقى لكل مؤسسة مالك. عيِّن مالكًا آخر أولًا.
refusal-protected-role = لا يمكن حذف المالكين. اسحب الدور أولًا.
refusal-oneself = لا يمكنك فعل ذلك بنفسك. اطلبه من مالك أو مسؤول آخر.
refusal-not-a-person = هذا للأشخاص فقط، وهذا المستخدم ليس شخصًا.
refusal-name-taken = هذا الاسم مستخدم. اختر اسمًا آخر.
refusal-already-member = هذا المستخدم في الفريق بالفعل.
refusal-nothing-to-change = لم يتغير شيء بعد.
refusal-no-identifier = أدخل عنوان بريد إلكتروني أو رقم جوال أو اسم تسجيل دخول.
refusal-extension-taken = هذا الرقم الداخلي لدى { $who }. اختر رقمًا آخر.
refusal-extension-taken-unnamed = هذا الرقم الداخلي مستخدم. اختر رقمًا آخر.
refusal-extension-out-of-range = هذا الرقم الداخلي خارج نطاق المؤسسة.
refusal-has-extension = لهذا المستخدم رقم داخلي بالفعل. ألغِ تخصيصه أولًا.
refusal-no-extension = ليس لهذا المستخدم رقم داخلي.
refusal-number-taken = هذا الرقم مستخدم. اختر رقمًا آخر.
refusal-number-in-quarantine = أُعيد هذا الرقم مؤخرًا ويصبح متاحًا من جديد في { $until }.
refusal-number-exists = هذا الرقم موجود في القائمة بالفعل.
refusal-not-a-mobile = لا يُربط رقم إلا برقم جوال، ولا يُربط بنفسه.
refusal-built-in-role = لا يمكن تعديل الأدوار المدمجة. انسخ الدور وعدِّل النسخة.
refusal-permission-not-held = أنت نفسك لا تملك صلاحية «{ $permission }»، لذلك لا يمكنك منحها.
refusal-live-call = هذا المستخدم في مكالمة. حاول مرة أخرى بعد انتهائها.
refusal-routed-from = تُوجَّه المكالمات إلى هنا من: { $places }. وجِّهها إلى مكان آخر أولًا.
refusal-routed-to = { $places ->
    [zero] لا تُوجَّه مكالمات إلى هنا.
    [one] تُوجَّه المكالمات إلى هنا من موضع واحد. وجِّهها إلى مكان آخر أولًا.
    [two] تُوجَّه المكالمات إلى هنا من موضعين. وجِّهها إلى مكان آخر أولًا.
    [few] تُوجَّه المكالمات إلى هنا من { $places } مواضع. وجِّهها إلى مكان آخر أولًا.
    [many] تُوجَّه المكالمات إلى هنا من { $places } موضعًا. وجِّهها إلى مكان آخر أولًا.
   *[other] تُوجَّه المكالمات إلى هنا من { $places } موضع. وجِّهها إلى مكان آخر أولًا.
}
refusal-team-disabled = هذا الفريق معطَّل. فعِّله أولًا.
refusal-successor-not-active = { $who } غير نشط، فلا يمكن تسليم شيء إليه. اختر شخصًا آخر.
refusal-successor-gone = من يُفترض أن يتسلَّم غير موجود أو غير نشط. اختر شخصًا آخر.
refusal-moment-over = انقضى هذا الوقت. اختر وقتًا لاحقًا.
refusal-not-a-member = هذا المستخدم ليس عضوًا مباشرًا في الفريق؛ والعضوية التي يجلبها دور تنتهي بانتهائه.
refusal-seats-in-use = { $taken ->
    [zero] لا مقاعد مشغولة.
    [one] هناك مقعد واحد مشغول، فلا يمكن أن يقل العدد عن ذلك.
    [two] هناك مقعدان مشغولان، فلا يمكن أن يقل العدد عن ذلك.
    [few] هناك { $taken } مقاعد مشغولة، فلا يمكن أن يقل العدد عن ذلك.
    [many] هناك { $taken } مقعدًا مشغولًا، فلا يمكن أن يقل العدد عن ذلك.
   *[other] هناك { $taken } مقعد مشغول، فلا يمكن أن يقل العدد عن ذلك.
}
refusal-not-restorable = لم يعد بالإمكان استعادة هذا المستخدم.
refusal-not-a-system-user = هذا لجسور المؤتمرات والردود الآلية وقوائم الانتظار والخدمات فقط.
refusal-call-over = انتهت هذه المكالمة.
refusal-too-many = الحد الأقصى هو { $max }.
refusal-target-loops = ستدور المكالمات في حلقة. اختر وجهة أخرى.
refusal-repeated = العنصر نفسه موجود مرتين.
refusal-owner-never-ends = ليس للمالك تاريخ انتهاء. اسحب الدور عندما يحين الوقت.
refusal-mac-taken = عنوان الجهاز هذا مستخدم لدى هاتف آخر.
refusal-too-old = مضى على ذلك وقت طويل، وربما وصل من قبل. تحقق منه وأعده إن لم يكن موجودًا.
refusal-not-an-owner = هذا المستخدم ليس مالكًا للمؤسسة كلها.
refusal-too-many-changes = عدد التغييرات دفعة واحدة { $changes } على الأقل، والحد الأقصى { $max }؛ ويُحتسب ما فيه صورة أو نص طويل أكثر من مرة. نفّذها على خطوات أصغر: أشخاص أقل أو فرق أقل في كل مرة. إذا كان لدور أشخاص أكثر من ذلك، فاخترهم في قائمة المستخدمين: هناك يمكن إضافة أي عدد منهم إلى فريق أو إزالة الدور عنهم.

this-licence = هذا الترخيص
this-role = المختار

value-empty = املأ هذا الحقل.
value-too-long = { $max ->
    [zero] لا تُدخل أي حرف.
    [one] استخدم حرفًا واحدًا على الأكثر.
    [two] استخدم حرفين على الأكثر.
    [few] استخدم { $max } أحرف على الأكثر.
    [many] استخدم { $max } حرفًا على الأكثر.
   *[other] استخدم { $max } حرف على الأكثر.
}
value-too-short = { $min ->
    [zero] لا حد أدنى للأحرف.
    [one] استخدم حرفًا واحدًا على الأقل.
    [two] استخدم حرفين على الأقل.
    [few] استخدم { $min } أحرف على الأقل.
    [many] استخدم { $min } حرفًا على الأقل.
   *[other] استخدم { $min } حرف على الأقل.
}
value-invisible-character = أزل الحرف غير المرئي من هذا النص.
value-bad-character = أزل الحرف «{ $character }».
value-not-an-email = أدخل عنوان بريد إلكتروني، مثل ann@example.com.
value-not-a-domain = أدخل نطاقًا، مثل example.com.
value-not-a-slug = استخدم أحرفًا لاتينية صغيرة وأرقامًا وواصلات فقط.
value-not-an-extension = استخدم من رقمين إلى ثمانية أرقام.
value-not-a-language = أدخل رمز لغة، مثل en أو pt-BR.
value-not-a-time-zone = أدخل منطقة زمنية، مثل Europe/Berlin.
value-not-a-phone-number = أدخل رقم هاتف مع رمز البلد، مثل ‎+49 30 1234567.
value-not-a-mac-address = أدخل عنوان جهاز، مثل 00:1b:44:11:3a:b7.
value-not-an-image = استخدم صورة PNG أو JPEG أو WebP لا يزيد حجمها على { $max } كيبيبايت.
value-out-of-range = استخدم عددًا بين { $min } و{ $max }.
value-not-a-range = النهاية تسبق البداية.
value-not-a-country = أدخل رمز بلد من حرفين، مثل DE.
value-easily-guessed = من السهل تخمين هذا. اختر شيئًا أطول أو أقل شيوعًا.
value-not-a-date = أدخل تاريخًا مثل 2026-12-25.
value-in-the-future = هذا الوقت في المستقبل.

## أسماء الحقول.

field-email = البريد الإلكتروني
field-full-name = الاسم
field-position = المسمى الوظيفي
field-role = الدور
field-scope = نطاق الدور
field-licence = الترخيص
field-add-ons = الإضافات
field-team = الفريق
field-name = الاسم
field-language = اللغة
field-time-zone = المنطقة الزمنية
field-password = كلمة المرور
field-code = الرمز
field-extension = الرقم الداخلي
field-mobile = رقم الجوال
field-login = اسم تسجيل الدخول
field-number = الرقم
field-mac-address = عنوان الجهاز
field-permissions = الصلاحيات
field-seats = المقاعد
field-rules = قواعد الرد
field-hours = الأوقات
field-avatar = الصورة
field-members = الأعضاء
field-target = الوجهة
field-display-numbers = الأرقام المعروضة
field-until = النهاية
field-voicemail-pin = رمز البريد الصوتي
field-offline-days = أيام بلا اتصال
field-log-days = أيام حفظ سجل التدقيق
field-security-days = أيام حفظ سجل الأمان
field-country = البلد
field-description = الوصف
field-kind = النوع
field-company = الشركة
field-phone-model = طراز الهاتف
field-publicity = عام أو خاص
field-strategy = ترتيب الرنين
field-ring-time = مدة الرنين
field-routing = توجيه المكالمات
field-voicemail = البريد الصوتي
field-mail-copy = نسخ بالبريد الإلكتروني
field-invitation-lifetime = مدة صلاحية الدعوات
field-single-role = دور واحد لكل مستخدم
field-recycle-days = أيام سلة المحذوفات
field-quarantine-days = أيام راحة الرقم
field-extra = معلومات إضافية
field-label = التسمية
field-phone-type = نوع الهاتف
field-invite-without-plan = الدعوة بلا باقة
field-managers-may-add = المديرون يضيفون من يرونهم
field-call-days = أيام حفظ المكالمات
field-service-seconds = الثواني التي يُعدّ الرد خلالها في الوقت المناسب
field-call-time = وقت المكالمة
field-off-boarding = إنهاء الخدمة
field-suspend-at = موقوف من
field-delete-after = يُحذف بعد
field-invite-at = إرسال الدعوة في

## ما تتيحه كل صلاحية.

permission-portal-login = فتح هذه الصفحة
permission-profile-self = تعديل الملف الشخصي
permission-callhandling-self = ضبط معالجة المكالمات الشخصية
permission-queue-presence = تسجيل الدخول إلى قوائم الانتظار
permission-directory-read = عرض الدليل
permission-user-read = عرض جميع المستخدمين
permission-user-invite = دعوة المستخدمين
permission-user-edit = تعديل المستخدمين
permission-user-identity = تغيير طريقة تسجيل دخول المستخدمين
permission-user-suspend = إيقاف المستخدمين
permission-user-delete = حذف المستخدمين
permission-user-reset-credentials = إعادة تعيين كلمات المرور
permission-session-revoke = إنهاء الجلسات
permission-user-import = استيراد المستخدمين
permission-user-export = تصدير المستخدمين
permission-role-assign = منح الأدوار
permission-role-manage = إدارة الأدوار
permission-permission-grant = منح صلاحيات منفردة
permission-team-read = عرض الفرق
permission-team-manage = إدارة الفرق
permission-team-members = تغيير أعضاء الفرق
permission-channel-manage = إدارة القنوات
permission-licence-assign = تخصيص التراخيص
permission-number-assign = تخصيص الأرقام
permission-device-manage = إدارة الهواتف
permission-callhandling-manage = إدارة معالجة المكالمات
permission-system-user-manage = إدارة مستخدمي النظام
permission-contacts-shared = إدارة جهات الاتصال المشتركة
permission-calls-read = عرض المكالمات
permission-queue-supervise = الإشراف على قوائم الانتظار
permission-audit-read = قراءة سجل التدقيق
permission-integration-manage = إدارة التكاملات
permission-tenant-settings = تغيير إعدادات المؤسسة
permission-billing-manage = إدارة الفوترة
