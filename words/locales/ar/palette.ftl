### لوحة الأوامر: الصفحات والأشخاص والفرق والإجراءات بأسمائها.

palette-field = صفحة أو شخص أو فريق أو إجراء
palette-nothing = لا شيء بهذا الاسم.
palette-found = { $count ->
    [zero] لا نتائج
    [one] نتيجة واحدة
    [two] نتيجتان
    [few] { $count } نتائج
    [many] { $count } نتيجة
   *[other] { $count } نتيجة
}
palette-sync = المزامنة الآن
palette-light = المظهر: فاتح
palette-dark = المظهر: داكن
palette-as-device = المظهر: كما في الجهاز
palette-deeds = ما يمكن فعله
