### ما تقوله كل قائمة.

list-search-clear = مسح البحث
list-all = الكل
list-filters = عوامل التصفية
list-filter-choice = { $name } ({ $count })
list-filter-clear = مسح
list-filter-set = { $filter }: { $value }
list-filter-remove = { $filter }: { $value }، إزالة عامل التصفية هذا
list-sort-by = الترتيب حسب
list-sorted-by = الترتيب حسب: { $field }
list-ascending = تصاعدي
list-descending = تنازلي
list-select-all = تحديد الكل
list-select = تحديد { $name }
list-actions-for = إجراءات { $name }
list-unreached-title = لا اتصال بعد
list-unreached-sentence = يُنسخ الدليل إلى هذا الجهاز فور وصوله إلى الخادم، وبعد ذلك يُفتح دون شبكة.
list-unfound-title = لم يُعثر على شيء
list-unfound-sentence = لا شيء يطابق هذا البحث وعوامل التصفية هذه.
list-show-all = مسح البحث وعوامل التصفية
list-detail-close = إغلاق التفاصيل
list-select-none = إلغاء التحديد
list-select-all-of = تحديد الكل ({ $count })
list-columns = الأعمدة
list-columns-usual = إعادة تعيين الأعمدة

## طرق العرض المحفوظة.

list-views = طرق العرض
list-view-save = حفظ طريقة العرض هذه…
list-view-save-title = حفظ طريقة العرض هذه
list-views-manage = إدارة طرق العرض…
list-view-shown = طريقة العرض: { $name }
bulk-bar = المستخدمون المحددون
bulk-selected = { $count ->
    [one] مستخدم واحد محدد
    [two] مستخدمان محددان
    [few] { $count } مستخدمين محددين
    [many] { $count } مستخدمًا محددًا
   *[other] { $count } مستخدم محدد
}
bulk-working = جارٍ التنفيذ…
bulk-failed = بقي دون تغيير: { $count }. { $reason }
bulk-send = إرسال الدعوات
bulk-menu = إجراءات المستخدمين المحددين
