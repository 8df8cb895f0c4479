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
