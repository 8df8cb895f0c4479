# حفظ قائمة المستخدمين في ملف.
export-title = تصدير المستخدمين
export-which = أي المستخدمين
export-all = الجميع
export-active = النشطون
export-prepared = المجهَّزون
export-both = النشطون والمجهَّزون
export-selected = { $count ->
    [zero] لا أحد من المحددين
    [one] المستخدم المحدد
    [two] المستخدمان المحددان
    [few] المستخدمون الـ{ $count } المحددون
    [many] المستخدمون الـ{ $count } المحددون
   *[other] المستخدمون الـ{ $count } المحددون
}
export-format = الصيغة
export-workbook = Excel (.xlsx)
export-csv = CSV
export-note = استيراد الملف لا يغيّر شيئًا لدى المستخدمين الموجودين. يحتوي على بيانات شخصية، فاحفظه في مكان آمن.
export-save = حفظ الملف
export-shown = { $count ->
    [zero] كما تعرضه القائمة: لا أحد
    [one] كما تعرضه القائمة: مستخدم واحد
    [two] كما تعرضه القائمة: مستخدمان
    [few] كما تعرضه القائمة: { $count } مستخدمين
    [many] كما تعرضه القائمة: { $count } مستخدمًا
   *[other] كما تعرضه القائمة: { $count } مستخدم
}
export-columns = الأعمدة
export-columns-shown = أعمدة القائمة
export-columns-all = كل ما يقرؤه الاستيراد
