### أرقام المؤسسة.

numbers-search = البحث في الأرقام
numbers-search-hint = البحث بالرقم أو التسمية أو صاحب الرقم
numbers-found = { $count ->
    [one] رقم واحد
    [two] رقمان
    [few] { $count } أرقام
    [many] { $count } رقمًا
   *[other] { $count } رقم
}
numbers-empty-title = لا أرقام بعد
numbers-empty-sentence = أضف الأرقام التي حصلت عليها من شركة الهاتف.
numbers-detail = تفاصيل الرقم
numbers-gone = لا يوجد هذا الرقم

## ما يظهر من الرقم.

numbers-state = { $state ->
    [free] متاح
    [assigned] مُسنَد
    [quarantine] في الحجر
   *[routed] موجَّه
}
numbers-holder = صاحب الرقم
numbers-last-holder = صاحب الرقم السابق
numbers-linked = الجوال المرتبط
numbers-rests = يصبح متاحًا { $when }

## ما يمكن فعله به.

numbers-add = إضافة أرقام
numbers-edit = تعديل الرقم
numbers-assign = إسناد
numbers-take = استرداد
numbers-release = إنهاء الحجر
numbers-link = ربط جوال
numbers-link-on = تشغيل الربط
numbers-link-off = إيقاف الربط
numbers-route = توجيه مكالماته إلى…
numbers-remove = إزالة

## إضافتها.

numbers-one = رقم واحد
numbers-range = نطاق
numbers-list = قائمة
numbers-first = الرقم الأول
numbers-last = الرقم الأخير
numbers-pasted = الأرقام، كل رقم في سطر
numbers-national = الرقم الذي لا رمز دولة له يُعَدّ رقمًا في { $country }.
numbers-will-add = { $count ->
    [one] سيضاف رقم واحد.
    [two] سيضاف رقمان.
    [few] ستضاف { $count } أرقام.
    [many] سيضاف { $count } رقمًا.
   *[other] سيضاف { $count } رقم.
}
numbers-added = { $count ->
    [one] أضيف رقم واحد.
    [two] أضيف رقمان.
    [few] أضيفت { $count } أرقام.
    [many] أضيف { $count } رقمًا.
   *[other] أضيف { $count } رقم.
}

## النماذج والأسئلة.

numbers-assign-title = إسناد { $number }
numbers-to-whom = إلى من
numbers-assigned = أُسند { $number } إلى { $name }.
numbers-link-title = الجوال المرتبط بالرقم { $number }
numbers-link-hint = ترن المكالمات إلى الرقم هناك أيضًا. اتركه فارغًا لعدم الربط.
numbers-link-rings = الجوال يرن
numbers-route-title = المكالمات إلى { $number }
numbers-route-hint = من دون وجهة لا تصل المكالمات إلى أحد.
numbers-voicemail = إلى البريد الصوتي مباشرة
numbers-take-title = { $count ->
    [one] استرداد { $number }؟
    [two] استرداد رقمين؟
    [few] استرداد { $count } أرقام؟
    [many] استرداد { $count } رقمًا؟
   *[other] استرداد { $count } رقم؟
}
numbers-take-holder = لن يصل المتصلون بالرقم { $number } إلى { $name }.
numbers-take-holders = { $count ->
    [one] لن يصل المتصلون بها إلى مستخدم واحد.
    [two] لن يصل المتصلون بها إلى مستخدمين اثنين.
    [few] لن يصل المتصلون بها إلى { $count } مستخدمين.
    [many] لن يصل المتصلون بها إلى { $count } مستخدمًا.
   *[other] لن يصل المتصلون بها إلى { $count } مستخدم.
}
numbers-take-rests = { $days ->
    [0] يمكن لغيره الحصول عليه فورًا.
    [one] لا يستعيده خلال يوم واحد إلا صاحبه السابق.
    [two] لا يستعيده خلال يومين إلا صاحبه السابق.
    [few] لا يستعيده خلال { $days } أيام إلا صاحبه السابق.
    [many] لا يستعيده خلال { $days } يومًا إلا صاحبه السابق.
   *[other] لا يستعيده خلال { $days } يوم إلا صاحبه السابق.
}
numbers-take-links = { $count ->
    [one] ينتهي ربط بجوال.
    [two] ينتهي ربطان بجوالين.
    [few] تنتهي { $count } روابط بجوالات.
    [many] ينتهي { $count } ربطًا بجوالات.
   *[other] ينتهي { $count } ربط بجوالات.
}
numbers-taken = { $count ->
    [one] استُرد { $number }.
    [two] استُرد رقمان.
    [few] استُردت { $count } أرقام.
    [many] استُرد { $count } رقمًا.
   *[other] استُرد { $count } رقم.
}
numbers-release-title = { $count ->
    [one] إنهاء حجر { $number }؟
    [two] إنهاء حجر رقمين؟
    [few] إنهاء حجر { $count } أرقام؟
    [many] إنهاء حجر { $count } رقمًا؟
   *[other] إنهاء حجر { $count } رقم؟
}
numbers-release-means = من يحصل عليه بعد ذلك يصل إليه من لا يزال يتصل بصاحبه السابق.
numbers-released = { $count ->
    [one] { $number } متاح.
    [two] رقمان متاحان.
    [few] { $count } أرقام متاحة.
    [many] { $count } رقمًا متاحًا.
   *[other] { $count } رقم متاح.
}
numbers-held = هو لدى أحدهم. استرده أولًا.
numbers-remove-title = { $count ->
    [one] إزالة { $number }؟
    [two] إزالة رقمين؟
    [few] إزالة { $count } أرقام؟
    [many] إزالة { $count } رقمًا؟
   *[other] إزالة { $count } رقم؟
}
numbers-remove-means = يخرج من هذه القائمة، ولا تصل مكالماته إلى أحد هنا.
numbers-remove-shown = { $count ->
    [one] لن يظهره مستخدم واحد عند الاتصال.
    [two] لن يظهره مستخدمان عند الاتصال.
    [few] لن يظهره { $count } مستخدمين عند الاتصال.
    [many] لن يظهره { $count } مستخدمًا عند الاتصال.
   *[other] لن يظهره { $count } مستخدم عند الاتصال.
}
numbers-removed = { $count ->
    [one] أُزيل { $number }.
    [two] أُزيل رقمان.
    [few] أُزيلت { $count } أرقام.
    [many] أُزيل { $count } رقمًا.
   *[other] أُزيل { $count } رقم.
}
