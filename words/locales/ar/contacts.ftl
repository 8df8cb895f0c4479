### جهات الاتصال التي يشترك فيها الجميع.

contacts-search = البحث في جهات الاتصال
contacts-search-hint = البحث بالاسم أو الشركة أو الرقم
contacts-found = { $count ->
    [zero] لا جهات اتصال
    [one] جهة اتصال واحدة
    [two] جهتا اتصال
    [few] { $count } جهات اتصال
    [many] { $count } جهة اتصال
   *[other] { $count } جهة اتصال
}
contacts-empty-title = لا جهات اتصال مشتركة بعد
contacts-empty-sentence = العملاء والموردون وسيارة الأجرة: من يُضاف هنا يجده الجميع.
contacts-detail = جهة اتصال
contacts-gone-title = لا توجد جهة اتصال كهذه
contacts-gone-sentence = حذفها أحدهم.
contacts-numbers = الأرقام
contacts-numbers-more = { $count ->
    [zero] { $first }
    [one] { $first } ورقم آخر
    [two] { $first } ورقمان آخران
    [few] { $first } و{ $count } أرقام أخرى
    [many] { $first } و{ $count } رقمًا آخر
   *[other] { $first } و{ $count } رقم آخر
}
contacts-shared = مشتركة
contacts-call = الاتصال بـ { $number }
contacts-mail = الكتابة إلى { $email }

## ما يمكن فعله.

contacts-add = إضافة جهة اتصال
contacts-edit = تعديل
contacts-edit-title = تعديل جهة الاتصال
contacts-delete = حذف
contacts-numbers-hint = رقم في كل سطر، عشرة على الأكثر.
contacts-number-wrong = { $number }: { $why }
contacts-added = أُضيفت { $name }.
contacts-delete-title = { $count ->
    [zero] حذف جهات الاتصال؟
    [one] حذف { $name }؟
    [two] حذف جهتي اتصال؟
    [few] حذف { $count } جهات اتصال؟
    [many] حذف { $count } جهة اتصال؟
   *[other] حذف { $count } جهة اتصال؟
}
contacts-delete-means = لن يجدها أحد بعد ذلك.
contacts-deleted = { $count ->
    [zero] لم تُحذف أي جهة اتصال.
    [one] حُذفت { $name }.
    [two] حُذفت جهتا اتصال.
    [few] حُذفت { $count } جهات اتصال.
    [many] حُذفت { $count } جهة اتصال.
   *[other] حُذفت { $count } جهة اتصال.
}
contacts-import = استيراد
