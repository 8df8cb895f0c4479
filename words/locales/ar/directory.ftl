### دليل الزملاء.

directory-search = البحث في الدليل
directory-search-hint = ابحث بالاسم أو الرقم الداخلي أو المنصب
directory-found = { $count ->
    [zero] لا زملاء
    [one] زميل واحد
    [two] زميلان
    [few] { $count } زملاء
    [many] { $count } زميلًا
   *[other] { $count } زميل
}
directory-empty-title = لا أحد هنا بعد
directory-empty-sentence = يظهر الزملاء هنا بعد انضمامهم.
directory-detail = زميل
directory-presence = الحضور
directory-call = الاتصال بـ { $extension }
directory-mail = كتابة رسالة
directory-copy = نسخ
directory-copied = تم النسخ.
presence-on-call = في مكالمة
presence-no-phone = بلا هاتف
presence-inactive = غير نشط
