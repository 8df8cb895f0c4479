### المستخدمون المحذوفون الذين يمكن استعادتهم.

bin-search = البحث في سلة المحذوفات
bin-search-hint = البحث بالاسم أو البريد أو اسم الدخول
bin-found = { $count ->
    [zero] لا مستخدمين محذوفين
    [one] مستخدم محذوف واحد
    [two] مستخدمان محذوفان
    [few] { $count } مستخدمين محذوفين
    [many] { $count } مستخدمًا محذوفًا
   *[other] { $count } مستخدم محذوف
}
bin-kept = { $count ->
    [zero] لا مستخدمين محذوفين
    [one] مستخدم محذوف واحد
    [two] مستخدمان محذوفان
    [few] { $count } مستخدمين محذوفين
    [many] { $count } مستخدمًا محذوفًا
   *[other] { $count } مستخدم محذوف
} · { $days ->
    [zero] لا تُحفظ السجلات
    [one] تُحفظ السجلات يومًا واحدًا
    [two] تُحفظ السجلات يومين
    [few] تُحفظ السجلات { $days } أيام
    [many] تُحفظ السجلات { $days } يومًا
   *[other] تُحفظ السجلات { $days } يوم
}
bin-off = لا يُحفظ المستخدمون المحذوفون: مدة الحفظ في سياسة المؤسسة 0 يوم.
bin-empty-title = سلة المحذوفات فارغة
bin-empty-sentence = يأتي إلى هنا المستخدمون المحذوفون ما دامت سياسة المؤسسة تحفظهم.
bin-detail = مستخدم محذوف
bin-gone-title = ليس في سلة المحذوفات
bin-gone-sentence = استُعيد هذا المستخدم، أو انتهت مدته.

## ما يُعرض من كل منهم.

bin-deleted = حُذف
bin-by = حذفه
bin-until = محفوظ حتى
bin-restorable = ما يعود
bin-state = { $state ->
    [whole] بالكامل
    [partly] بعضه
   *[not] ليس الآن
}
bin-back = يعود
bin-not-back = لا يعود
bin-signs-in = معروف بـ
bin-numbers = الأرقام
bin-phones = الهواتف
bin-phones-count = { $count ->
    [zero] لا هواتف
    [one] هاتف واحد
    [two] هاتفان
    [few] { $count } هواتف
    [many] { $count } هاتفًا
   *[other] { $count } هاتف
}
bin-role-in = { $role } في { $team }
bin-lost = { $what }: لم يعد متاحًا.
bin-lost-to = { $what }: لدى { $who } الآن.
bin-lost-extension = الرقم الداخلي { $extension }
bin-lost-number = الرقم { $number }
bin-lost-seat = { $licence }: لم يبق مقعد.
bin-lost-licence = ترخيص لم يعد موجودًا.

## الاستعادة.

bin-restore = استعادة
bin-restore-title = { $count ->
    [zero] استعادة المستخدمين؟
    [one] استعادة { $name }؟
    [two] استعادة مستخدمين اثنين؟
    [few] استعادة { $count } مستخدمين؟
    [many] استعادة { $count } مستخدمًا؟
   *[other] استعادة { $count } مستخدم؟
}
bin-back-line = يعود: { $all }.
bin-back-partly = { $count ->
    [one] لا يستعيد كل ما كان له: { $names }.
   *[other] لا يستعيدون كل ما كان لهم: { $names }.
}
bin-restore-means = حُذفت كلمات المرور وأرقام PIN نهائيًا. يكون المستعادون مُعَدّين: ادعهم متى أردت عودتهم.
bin-restored = { $count ->
    [zero] لم يُستعد أحد.
    [one] استُعيد { $name }.
    [two] استُعيد مستخدمان.
    [few] استُعيد { $count } مستخدمين.
    [many] استُعيد { $count } مستخدمًا.
   *[other] استُعيد { $count } مستخدم.
}
bin-restored-later = { $count ->
    [zero] لن يُستعاد أحد.
    [one] سيُستعاد { $name } حين تعود متصلًا.
    [two] سيُستعاد مستخدمان حين تعود متصلًا.
    [few] سيُستعاد { $count } مستخدمين حين تعود متصلًا.
    [many] سيُستعاد { $count } مستخدمًا حين تعود متصلًا.
   *[other] سيُستعاد { $count } مستخدم حين تعود متصلًا.
}
