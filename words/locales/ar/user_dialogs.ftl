### The dialogs about users.

users-profile-saved = تم حفظ الملف الشخصي.
users-profile-restored = عاد الملف الشخصي كما كان.
users-licence-of = ترخيص { $name }
users-licence-changed = تم تغيير الترخيص.
users-licence-restored = عاد الترخيص كما كان.
ask-delete-one = حذف { $name }؟
ask-delete = { $count ->
    [one] حذف مستخدم واحد؟
    [two] حذف مستخدمَين؟
    [few] حذف { $count } مستخدمين؟
    [many] حذف { $count } مستخدمًا؟
   *[other] حذف { $count } مستخدم؟
}
ask-suspend-one = إيقاف { $name }؟
ask-suspend = { $count ->
    [one] إيقاف مستخدم واحد؟
    [two] إيقاف مستخدمَين؟
    [few] إيقاف { $count } مستخدمين؟
    [many] إيقاف { $count } مستخدمًا؟
   *[other] إيقاف { $count } مستخدم؟
}
ask-send = { $count ->
    [one] إرسال دعوة واحدة؟
    [two] إرسال دعوتين؟
    [few] إرسال { $count } دعوات؟
   *[other] إرسال { $count } دعوة؟
}
ask-delete-one-sure = هل تريد حقًا حذف هذا المستخدم؟
ask-delete-sure = هل تريد حقًا حذف هؤلاء المستخدمين؟
ask-suspend-one-meaning = يُنهي الإيقاف وصول هذا المستخدم إلى أن تعيد تنشيطه.
ask-suspend-meaning = يُنهي الإيقاف وصول هؤلاء المستخدمين إلى أن تعيد تنشيطهم.
ask-send-meaning = يتلقى كل مستخدم رسالة فيها رمز ورابط، وتُرسل الدعوة المنتهية مرة أخرى.
ask-delete-one-yes = حذف المستخدم
ask-suspend-one-yes = إيقاف المستخدم
ask-loses-roles = { $count ->
    [one] يفقد الدور { $roles }.
    [two] يفقد الدورين { $roles }.
   *[other] يفقد الأدوار { $roles }.
}
ask-invitation-void = تصبح الدعوة المرسلة غير صالحة.
ask-roles-too = تُحذف معهم أدوارهم ودعواتهم المفتوحة.
ask-no-undo = لا يمكن التراجع عن ذلك.
ask-suspend-keeps = تبقى الأدوار والفرق والرقم الداخلي. وتشغل إعادة التنشيط المقاعد من جديد.

## تسليم ما يسجّل به الشخص دخوله.

hand-over-to = تسليم بيانات الدخول إلى { $name }
hand-over-what = ما الذي يُسلَّم
hand-over-link = رابط ورمز
hand-over-link-note = يفتح الشخص الرابط ويدخل الرمز ويختار كلمة مرور.
hand-over-password = كلمة مرور مؤقتة
hand-over-password-note = يصبح الشخص نشطًا فورًا ويغيّر كلمة المرور عند أول تسجيل دخول.
hand-over-replaces = تحل كلمة مرور مؤقتة محل كلمة مرور هذا الشخص، وتُغيَّر عند تسجيل الدخول التالي. تنتهي جميع جلساته الآن.
hand-over-make-link = إنشاء رابط ورمز
hand-over-make-password = إنشاء كلمة مرور
hand-over-offline = يتطلب هذا الاتصال بالخادم. حاول مرة أخرى عندما تعود متصلًا.
hand-over-once = يظهر هذا مرة واحدة فقط. بعد الإغلاق لن يراه أحد مجددًا؛ ويمكنك إنشاء غيره، فينتهي هذا.
hand-over-link-is = الرابط
hand-over-code-is = الرمز
hand-over-sign-in-at = صفحة الدخول
hand-over-sign-in-by = يسجّل الدخول باسم
hand-over-password-is = كلمة المرور المؤقتة
hand-over-qr = رمز QR للرابط
hand-over-until = كلاهما مطلوب، حتى { $when }.
hand-over-change = تُغيَّر عند أول تسجيل دخول، في موعد أقصاه { $when }.
hand-over-copy = نسخ
hand-over-copied = تم النسخ. يبقى في الحافظة إلى أن يُنسخ شيء آخر.
hand-over-not-copied = لا يسمح المتصفح للصفحة بالنسخ. حدّد النص وانسخه بنفسك.
hand-over-print = طباعة
users-assigned = لدى { $name } الرقم الداخلي { $extension }.
users-assign-none = لا يوجد رقم داخلي متاح. يمكن توسيع النطاق في الإعدادات.
users-assign-hint = تُعرض الأرقام المتاحة أثناء الكتابة.
users-assign-any = من رقمين إلى ثمانية أرقام ليست لأحد غيره.
