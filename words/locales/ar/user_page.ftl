### صفحة المستخدم: رأسها وتبويباتها وما يُعرف عنه.

user-tabs = أقسام هذا المستخدم
user-tab-profile = الملف الشخصي
user-tab-access = الصلاحيات
user-tab-telephony = الهاتف
user-tab-answering = قواعد الرد
user-tab-voicemail = البريد الصوتي
user-tab-activity = النشاط
user-tab-advanced = متقدم
user-extension = الرقم الداخلي { $extension }
user-on-call = في مكالمة
user-called = الاسم
user-system-note = ما يظهر منه في الدليل.

## ما يُعرف عن الشخص.

user-profile = المعلومات الشخصية
user-profile-note = اللغة والمنطقة الزمنية والبلد هي ما للمؤسسة حيث لا يُدخل شيء.
user-sign-in = تسجيل الدخول
user-sign-in-note = العناوين وأرقام الجوال وأسماء الدخول. أفرغ الحقل لإزالته.
user-sign-in-saved = حُفظت بيانات تسجيل الدخول.
user-add-email = إضافة بريد إلكتروني
user-add-mobile = إضافة رقم جوال
user-add-login = إضافة اسم دخول
user-no-team = ليس في أي فريق.
user-extra-note = ما تحتفظ به مؤسستك أيضًا عن المستخدم، مثل الرقم الوظيفي.
user-extra-none = لا شيء بعد.
user-extra-name = الاسم
user-extra-value = القيمة
user-extra-add = إضافة معلومة
user-extra-remove = إزالة هذه المعلومة
user-extra-saved = حُفظت المعلومات الإضافية.
user-extra-restored = عادت المعلومات الإضافية كما كانت.

## ما يجوز للمستخدم فعله.

user-roles = الأدوار
user-roles-note = يحدد الدور ما يجوز فعله، ويحدد نطاقه في أي جزء من المؤسسة.
user-no-role = بلا دور.
user-give-role = منح دور
user-replace-roles = استبدال جميع الأدوار
user-permissions = أذونات مفردة
user-permissions-note = لا يُنصح بها: لن يعرف أحد لاحقًا سببها. أما الدور فيبيّن ذلك ويتغير لكل من يحمله.
user-no-permission = لا شيء، كما ينبغي.
user-give-permission = منح صلاحية
user-permission = الصلاحية
user-choose-permission = اختر صلاحية
user-permission-advice = الدور أفضل في الغالب: له اسم، ويبيّن الغرض منه، ويُغيَّر مرة واحدة لكل من يحمله.
user-place-own = للشخص وحده
user-place-everywhere = في المؤسسة كلها
user-place-team = في { $team }
user-grant-ended = انتهى
user-grant-until = حتى { $day }
user-grant-provisioned = عيّنه التزويد الآلي
user-grant-change-end = تغيير موعد انتهاء «{ $name }»
user-take = سحب «{ $name }»
user-take-title = سحب «{ $what }» من { $who }؟
user-take-yes = سحب
user-taken = سُحب.
user-give-role-title = منح { $who } دورًا
user-replace-title = استبدال أدوار { $who }
user-give-permission-title = منح { $who } صلاحية منفردة
user-end-title = متى ينتهي «{ $name }»
user-until = حتى نهاية يوم
user-until-hint = إن تُرك فارغًا فلا ينتهي من تلقاء نفسه.
user-give-yes = منح
user-replace-yes = استبدال
user-given = مُنح.
user-roles-replaced = استُبدلت الأدوار.
user-end-changed = تغيّر موعد الانتهاء.
user-rights = الحقوق الفعلية
user-rights-note = كل ما يجوز لهذا المستخدم فعله، وأين، وما الذي يمنحه الحق.
user-no-rights = لا يجوز له فعل شيء.
user-rights-rest = هذه الحقوق معلّقة إلى أن يصبح المستخدم نشطًا.
user-right-through = من خلال { $because }
user-because-direct = صلاحية منفردة
user-because-in-team = { $role } داخل { $team }

## كيف يُتصل بالمستخدم.

user-extension-note = { $own ->
    [yes] الرقم الذي يتصل به الزملاء بك، وما يرن عنده.
   *[no] الرقم الذي يتصل به الزملاء بهذا المستخدم، وما يرن عنده.
}
user-no-extension = بلا رقم داخلي.
user-extension-saved = حُفظ الرقم الداخلي.
user-unassign = استرداد الرقم الداخلي
user-unassign-title = استرداد الرقم الداخلي { $extension } من { $who }؟
user-unassign-question = { $own ->
    [yes] لن يصل أحد إليك عبره، ويصبح متاحًا لغيرك.
   *[no] لن يصل أحد إلى هذا المستخدم عبره، ويصبح متاحًا لغيره.
}
user-unassign-yes = استرداد
user-unassigned = استُرد الرقم الداخلي.
user-numbers = الأرقام
user-numbers-note = { $own ->
    [yes] أرقام من المخزون تملكها أنت وحدك.
   *[no] أرقام من المخزون يملكها هذا المستخدم وحده.
}
user-no-number = بلا رقم.
user-assign-number = تعيين رقم
user-assign-title = تعيين رقم لـ { $who }
user-assign = تعيين
user-choose-number = اختر رقمًا
user-no-free-number = لا يوجد رقم متاح. أضف رقمًا إلى المخزون أولًا.
user-number-of-kind = { $number } — { $kind }
user-number-labelled = { $number } — { $kind }، { $label }
user-number-assigned = عُيّن { $number }.
user-rings-too = يرن { $mobile } أيضًا
user-rings-off = { $mobile } موقوف
user-link-mobile = الجوال الذي يرن مع { $number }
user-link-title = الجوال الذي يرن مع { $number }
user-link-note = عند الاتصال بالرقم يرن هذا الجوال مع الهواتف.
user-link-on = يرن حاليًا
user-link-saved = حُفظ الجوال.
user-take-number = استرداد { $number }
user-take-number-title = استرداد { $number } من { $who }؟
user-take-number-question = يبقى الرقم معلّقًا مدة قبل أن يحصل عليه غيره، حتى لا يصل المتصلون القدامى إلى شخص غريب.
user-take-number-yes = استرداد
user-number-taken = استُرد الرقم.
user-shown-note = { $own ->
    [yes] ما يراه الآخرون عندما تتصل: أرقامك وأرقام المجموعات.
   *[no] ما يراه الآخرون عندما يتصل هذا المستخدم: أرقامه وأرقام المجموعات.
}
user-shows-none = لم يُختر أي رقم.
user-nothing-to-show = لا يوجد بعد رقم يمكن إظهاره.
user-shown-saved = حُفظت الأرقام المعروضة.
user-phones = الهواتف
user-phones-note = { $own ->
    [yes] الأجهزة التي ترن لك. كلمات مرورها تبقى على الخادم.
   *[no] الأجهزة التي ترن لهذا المستخدم. كلمات مرورها تبقى على الخادم.
}
user-no-phone = بلا هاتف. لا يمكن الاتصال بمستخدم بلا هاتف.
user-phone-unnamed = هاتف الرقم الداخلي
user-phone-example = Yealink T54W
user-rings-at = يرن عند الرقم الداخلي { $extension }
user-no-line = لا يرن عند أي رقم داخلي
user-add-phone = إضافة هاتف
user-add-phone-title = إضافة هاتف لـ { $who }
user-edit-phone = تعديل { $phone }
user-edit-phone-title = تعديل الهاتف
user-phone-added = أُضيف الهاتف.
user-phone-saved = حُفظ الهاتف.
user-remove-phone = إزالة { $phone }
user-remove-phone-title = إزالة { $phone }؟
user-remove-phone-question = يتوقف عن الرنين وتُنسى كلمة مروره. وإن أُضيف ثانية حصل على كلمة جديدة.
user-remove-phone-yes = إزالة الهاتف
user-phone-removed = أُزيل الهاتف.

## ماذا يحدث عند الاتصال بالمستخدم.

user-rules-note = تحسم أول قاعدة تنطبق. اسحب القاعدة من مقبضها أو حرّكها بمفاتيح الأسهم. وبلا قواعد ترن الهواتف ثم يجيب البريد الصوتي إن كان مفعّلًا.
user-no-rule = لا قاعدة: ترن الهواتف.
user-rule-add = إضافة قاعدة
user-rule-edit = تعديل القاعدة
user-rule-remove = إزالة القاعدة
user-rule-removed = أُزيلت القاعدة.
user-rule-moved = نُقلت القاعدة.
user-rule-now = القاعدة { $place } من { $count }
user-rule-handle = نقل القاعدة { $place }
user-rule-handle-hint = اسحب أو استخدم مفاتيح الأسهم
user-rule-up = نقل إلى أعلى
user-rule-down = نقل إلى أسفل
user-rules-saved = حُفظت قواعد الرد.
user-rule-when = عندما
user-rule-action = عندئذٍ
user-rule-seconds = ثواني الرنين
user-rule-target = إلى
user-rule-day = اليوم
user-rule-from = من
user-rule-to = حتى
user-rule-add-day = إضافة أوقات
user-rule-remove-day = إزالة هذه الأوقات
user-when-always = دائمًا
user-when-busy = مشغول
user-when-no-answer = لا رد
user-when-unreachable = غير متاح
user-when-hours = في أوقات معينة
user-action-ring = رنين الهواتف
user-action-forward = تحويل المكالمة
user-action-voicemail = البريد الصوتي
user-action-reject = رفض المكالمة
user-choose-target = اختر الوجهة
user-target-outside = رقم هاتف
user-target-at = { $name } ({ $extension })
user-day = { $day ->
    [monday] الاثنين
    [tuesday] الثلاثاء
    [wednesday] الأربعاء
    [thursday] الخميس
    [friday] الجمعة
    [saturday] السبت
   *[sunday] الأحد
}
user-ringing = ما الذي سيرن الآن
user-ringing-note = { $own ->
    [yes] لو اتصل بك أحد في هذه اللحظة.
   *[no] لو اتصل أحد بهذا المستخدم في هذه اللحظة.
}
user-dialled = يُتصل به على
user-not-dialled = { $own ->
    [yes] لا يستطيع أحد الاتصال بك: ليس لك رقم داخلي ولا رقم هاتف.
   *[no] لا يستطيع أحد الاتصال بهذا المستخدم: ليس له رقم داخلي ولا رقم هاتف.
}
user-step-at-once = فورًا
user-step-after = { $count ->
    [one] بعد ثانية
    [two] بعد ثانيتين
    [few] بعد { $count } ثوانٍ
    [many] بعد { $count } ثانية
   *[other] بعد { $count } ثانية
}
user-step-rings = { $count ->
    [one] يرن { $who } ثانية واحدة
    [two] يرن { $who } ثانيتين
    [few] يرن { $who } { $count } ثوانٍ
    [many] يرن { $who } { $count } ثانية
   *[other] يرن { $who } { $count } ثانية
}
user-step-rejected = تُرفض المكالمة
user-step-skipped = { $why ->
    [closed] { $who } خارج أوقات العمل
    [holiday] { $who } مغلق بسبب عطلة
    [disabled] { $who } معطّل
    [not_routed] { $who } لا يستقبل مكالمات
    [nobody_available] لا أحد متاح من { $who }
    [not_active] { $who } غير نشط
    [busy] { $who } في مكالمة
    [unreachable] { $who } بلا هاتف
    [not_assigned] { $who } غير معيَّن
   *[goes_round] { $who } وصلته المكالمة من قبل
}
user-voicemail-note = { $own ->
    [yes] الرمز السري لا يعرفه سواك، وتعيّنه في الأسفل.
   *[no] الرمز السري معروف للمستخدم وحده، ويعيّنه في صفحته الخاصة أو عبر رابط رسالة الترحيب.
}
user-voicemail-on = استقبال الرسائل
user-voicemail-on-note = عندما لا يجيب أحد أو تنص قاعدة على ذلك.
user-voicemail-copy = إرسال نسخ بالبريد الإلكتروني
user-voicemail-copy-note = { $own ->
    [yes] تصل كل رسالة إلى بريدك الإلكتروني أيضًا.
   *[no] تصل كل رسالة أيضًا إلى بريد المستخدم الإلكتروني.
}
user-voicemail-saved = حُفظ البريد الصوتي.
user-sends-to = يرسل المكالمات إلى
user-no-target = لا وجهة: يجيب بنفسه

## ما جرى بشأن المستخدم.

user-history-note = من غيّر ماذا، الأحدث أولًا. السجل محفوظ على الخادم.
user-history-none-title = لا شيء بعد
user-history-none = لم يجرِ بشأن هذا المستخدم شيء يجوز لك رؤيته.

## ما يُفعل نادرًا.

user-credentials = بيانات الدخول
user-access-now = الوصول
part-delete = الحذف
user-leaving = المغادرة
user-data = البيانات
user-data-note = كل ما يتعلق بهذا المستخدم في ملف.
user-welcome = إرسال رسالة الترحيب
user-hand-over-note = رابط ورمز، أو كلمة مرور مؤقتة تظهر لك مرة واحدة: لمن ليس لديه بريد إلكتروني.
user-welcome-note = رابط يعيّن به المستخدم كلمة المرور ورمز البريد الصوتي.
user-welcome-title = إرسال رسالة الترحيب إلى { $who }؟
user-welcome-yes = إرسال الرسالة
user-welcome-sent = أُرسلت رسالة الترحيب.
user-force-reset = فرض كلمة مرور جديدة
user-force-reset-note = تتوقف كلمة المرور القديمة، وتنتهي جميع الجلسات، وتطلب رسالة كلمة جديدة.
user-force-reset-title = فرض كلمة مرور جديدة على { $who }؟
user-force-reset-yes = فرض كلمة مرور جديدة
user-force-reset-done = طُلبت كلمة مرور جديدة.
user-end-sessions = إنهاء الجلسات
user-end-sessions-note = يُخرج المستخدم من كل الأجهزة. ويمكنه تسجيل الدخول ثانية.
user-end-sessions-title = إنهاء جلسات { $who }؟
user-end-sessions-yes = إنهاء الجلسات
user-sessions-ended = أُنهيت الجلسات.
user-activate-note = ينشّط مستخدمًا لديه هاتف فقط ولا يحتاج إلى رابط ولا كلمة مرور.
user-suspend-note = يُنهي الوصول إلى أن تعيد تنشيط المستخدم. يبقى كل ما عدا ذلك، وتكون المقاعد متاحة في الأثناء.
user-reactivate-note = يعيد الوصول ويشغل المقاعد من جديد.
user-reset = إعادة تعيين
user-reset-note = لمن يخلفه: يبقى الرقم الداخلي والأرقام والفرق، ويذهب الشخص.
user-reset-title = إعادة تعيين { $who }؟
user-reset-loses = يُحذف الاسم وكلمة المرور ورمز البريد الصوتي؛ ويصبح المستخدم مُجهَّزًا ويمكن دعوته ثانية.
user-reset-yes = إعادة تعيين المستخدم
user-reset-done = أُعيد تعيين المستخدم.
user-off-board-note = يوقف المستخدم الآن أو في يوم تختاره، ويسلّم الأرقام والمكالمات والفرق، ويحذفه لاحقًا إن شئت.
user-delete-note = يذهب المستخدم مع كل ما يخصه.
user-loses-grants = { $count ->
    [one] يفقد { $roles }.
    [two] يفقد { $roles }.
    [few] يفقد { $roles }.
    [many] يفقد { $roles }.
   *[other] يفقد { $roles }.
}
user-loses-phones = { $count ->
    [one] يُزال هاتف واحد.
    [two] يُزال هاتفان.
    [few] تُزال { $count } هواتف.
    [many] يُزال { $count } هاتفًا.
   *[other] يُزال { $count } هاتف.
}
user-loses-voicemail = يُحذف البريد الصوتي مع رسائله.
user-loses-routes = { $count ->
    [one] يرسل { $routes } المكالمات إليه، ولن يرسلها بعدها إلى أي مكان.
    [two] يرسل { $routes } المكالمات إليه، ولن تُرسل بعدها إلى أي مكان.
    [few] ترسل { $routes } المكالمات إليه، ولن ترسلها بعدها إلى أي مكان.
    [many] ترسل { $routes } المكالمات إليه، ولن ترسلها بعدها إلى أي مكان.
   *[other] ترسل { $routes } المكالمات إليه، ولن ترسلها بعدها إلى أي مكان.
}
user-restorable = يمكن استعادته حتى { $day }.
