### قائمة الفرق.

teams-search = البحث في الفرق
teams-loading = جارٍ تحميل الفرق
teams-found = { $count ->
    [zero] لا فرق
    [one] فريق واحد
    [two] فريقان
    [few] { $count } فرق
    [many] { $count } فريقًا
   *[other] { $count } فريق
}
teams-empty-title = لا فرق بعد
teams-empty-sentence = يجمع الفريق أشخاصًا يتشاركون القنوات والمكالمات.
teams-none-title = لم يُعثر على أي فريق
teams-none-sentence = لا يوجد فريق يطابق هذا البحث وعوامل التصفية هذه.

## ما تعرضه عن الفريق.

teams-kind = النوع
teams-any-kind = أي نوع
teams-kind-team = فريق
teams-kind-department = قسم
teams-kind-site = موقع
teams-active = نشط
teams-disabled = معطّل
teams-managers = المديرون
teams-roles = الأدوار المنتمية
teams-brought-by = الدور المنتمي
teams-channels = القنوات
teams-called-at = أرقام الاتصال
teams-mine = فرقي
teams-members = { $count ->
    [zero] لا أعضاء
    [one] عضو واحد
    [two] عضوان
    [few] { $count } أعضاء
    [many] { $count } عضوًا
   *[other] { $count } عضو
}

## فريق واحد بجانب القائمة.

teams-detail = تفاصيل الفريق
teams-gone-title = لا يوجد فريق كهذا
teams-gone-sentence = حُذف هذا الفريق، أو لا يحق لك عرضه.
teams-private-channel = { $channel } (خاصة)
teams-calls = المكالمات
teams-take-calls = يستقبل المكالمات
teams-take-no-calls = لا يستقبل المكالمات
teams-show-members = عرض ضمن المستخدمين
teams-nobody = لا أحد في هذا الفريق.
teams-through = عبر { $roles }
