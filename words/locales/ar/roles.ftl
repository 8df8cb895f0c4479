### الأدوار وما يتيحه كل منها، ومن يستطيع ماذا.

permissions-own = للمستخدم نفسه
permissions-users = المستخدمون
permissions-access = الوصول
permissions-teams = الفرق
permissions-telephony = نظام الهاتف
permissions-organisation = المؤسسة

roles-found = { $count ->
    [zero] لا أدوار
    [one] دور واحد
    [two] دوران
    [few] { $count } أدوار
    [many] { $count } دورًا
   *[other] { $count } دور
}
roles-parts = أجزاء هذه الصفحة
roles-matrix = الصلاحيات
roles-who = من يستطيع …؟
roles-why = لماذا يستطيع ذلك؟
roles-new = دور جديد
roles-search = البحث عن صلاحية
roles-matrix-note = مفاتيح الأسهم للتنقل ومفتاح المسافة للتغيير. لا يمكن تغيير الأدوار المضمّنة؛ انسخ أحدها بدلًا من ذلك.
roles-cell = { $permission } – { $role }
roles-built-in = مضمّن
roles-custom = مخصّص
roles-protected = لا يمكن حذف أصحابه
roles-built-in-note = لا يمكن تغيير الأدوار المضمّنة. انسخ الدور وغيّر النسخة.
roles-not-yours = لا يمكنك تغيير هذا الدور.
roles-may-nothing = لا يمنح شيئًا.

## تغييرات في الجدول.

roles-changes = تغييرات غير محفوظة
roles-changed = { $count ->
    [zero] لا تغييرات غير محفوظة.
    [one] تغيير واحد لم يُحفظ بعد.
    [two] تغييران لم يُحفظا بعد.
    [few] { $count } تغييرات لم تُحفظ بعد.
    [many] { $count } تغييرًا لم يُحفظ بعد.
   *[other] { $count } تغيير لم يُحفظ بعد.
}
roles-review = مراجعة وحفظ
roles-review-title = حفظ هذه التغييرات؟
roles-gains = يكتسب
roles-loses = يفقد
roles-saved = { $count ->
    [zero] لم يُحفظ أي دور.
    [one] حُفظ الدور.
    [two] حُفظ دوران.
    [few] حُفظت { $count } أدوار.
    [many] حُفظ { $count } دورًا.
   *[other] حُفظ { $count } دور.
}

## دور واحد.

roles-gone-title = لا يوجد دور كهذا
roles-gone-sentence = حُذف، أو أن العنوان خاطئ.
roles-go = إلى الأدوار
roles-copy = نسخ
roles-details = الدور
roles-details-note = اسم يبيّن لمن هو. عند تغييره يسري ذلك على كل من يملكه.
roles-given-where = أين يمكن منحه
roles-scope-own = لصاحبه وحده
roles-scope-own-note = ما يمنحه يخص صاحبه فقط.
roles-scope-team = في فريق
roles-scope-team-note = من يمنحه يحدد الفريق.
roles-scope-organisation = في المؤسسة كلها
roles-scope-organisation-note = يشمل جميع المستخدمين والفرق.
roles-scope-needed = اختر واحدًا على الأقل.
roles-permissions-note = ما يستطيع كل من لديه هذا الدور فعله، حيث مُنح.
roles-teams = الفرق التي يجلبها
roles-teams-note = من يحصل على الدور ينضم إلى هذه الفرق، ويغادرها عند انتهائه.
roles-brings-none = لا يجلب أي فريق.
roles-add-team = إضافة فريق
roles-in-teams = وإضافةً إلى ذلك داخل هذه الفرق
roles-users-note = من لديه هذا الدور، وأين، وحتى متى.
roles-nobody = لا أحد لديه هذا الدور.

## إنشاء دور وحذفه.

roles-copy-name = { $name } (نسخة)
roles-copy-title = نسخ { $name }
roles-create = إنشاء الدور
roles-create-note = يمكن تغيير صلاحياته بعد إنشائه.
roles-created = أُنشئ الدور { $name }.
roles-delete = حذف الدور
roles-delete-note = يسحبه من كل من لديه، مع العضويات التي جلبها.
roles-delete-title = حذف الدور { $name }؟
roles-delete-holders = { $count ->
    [zero] لا أحد لديه هذا الدور.
    [one] ينتهي منح واحد لهذا الدور:
    [two] ينتهي منحان لهذا الدور:
    [few] تنتهي { $count } حالات منح لهذا الدور:
    [many] تنتهي { $count } حالة منح لهذا الدور:
   *[other] تنتهي { $count } حالة منح لهذا الدور:
}
roles-holder-loses = يفقد: { $permissions }
roles-holder-keeps = لا يفقد شيئًا: أدوار أخرى تمنح الأمر نفسه.
roles-deleted = حُذف الدور { $name }.

## من يستطيع ماذا، ولماذا.

roles-in-group = { $group }: { $name }
roles-over = على من
roles-over-hint = فارغ: في أي مكان.
roles-as-seen = الإجابة من المستخدمين والفرق التي تراها.
roles-ask-who = اختر صلاحية لترى من يملكها.
roles-so-many-may = { $count ->
    [zero] لا أحد يستطيع ذلك.
    [one] مستخدم واحد يستطيع ذلك:
    [two] مستخدمان يستطيعان ذلك:
    [few] { $count } مستخدمين يستطيعون ذلك:
    [many] { $count } مستخدمًا يستطيعون ذلك:
   *[other] { $count } مستخدم يستطيعون ذلك:
}
roles-whose = من
roles-ask-why = اختر مستخدمًا وصلاحية.
roles-yes = نعم. لدى { $who } الصلاحية «{ $what }».
roles-no = لا. لا يملك { $who } الصلاحية «{ $what }».
roles-through = { $place }، من خلال { $because }
roles-outranked = لدى { $other } الصلاحية «{ $missing }» التي يفتقر إليها { $who }. لا أحد يدير من هو أعلى منه.
roles-not-active = { $who } غير نشط، ولا يستطيع شيئًا حتى ذلك الحين.
roles-nothing-gives = لا يمنحها أي دور ولا صلاحية منفردة.
roles-only-elsewhere = تسري في مكان آخر ولا تصل إلى هناك:
roles-would-give = أدوار تمنحها
roles-show-access = عرض الوصول
