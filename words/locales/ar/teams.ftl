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

## ما يُنفَّذ على عدة فرق.

teams-enable-title = { $count ->
    [zero] تفعيل { $count } فريق؟
    [one] تفعيل { $team }؟
    [two] تفعيل فريقين؟
    [few] تفعيل { $count } فرق؟
    [many] تفعيل { $count } فريقًا؟
   *[other] تفعيل { $count } فريق؟
}
teams-disable-title = { $count ->
    [zero] تعطيل { $count } فريق؟
    [one] تعطيل { $team }؟
    [two] تعطيل فريقين؟
    [few] تعطيل { $count } فرق؟
    [many] تعطيل { $count } فريقًا؟
   *[other] تعطيل { $count } فريق؟
}
teams-delete-title = { $count ->
    [zero] حذف { $count } فريق؟
    [one] حذف الفريق { $team }؟
    [two] حذف فريقين؟
    [few] حذف { $count } فرق؟
    [many] حذف { $count } فريقًا؟
   *[other] حذف { $count } فريق؟
}
teams-enabled-now = { $count ->
    [zero] لم يُفعَّل أي فريق.
    [one] { $team } قيد الاستخدام من جديد.
    [two] فريقان قيد الاستخدام من جديد.
    [few] { $count } فرق قيد الاستخدام من جديد.
    [many] { $count } فريقًا قيد الاستخدام من جديد.
   *[other] { $count } فريق قيد الاستخدام من جديد.
}
teams-disabled-now = { $count ->
    [zero] لم يُعطَّل أي فريق.
    [one] { $team } معطّل.
    [two] فريقان معطّلان.
    [few] { $count } فرق معطّلة.
    [many] { $count } فريقًا معطّلًا.
   *[other] { $count } فريق معطّل.
}
teams-deleted = { $count ->
    [zero] لم يُحذف أي فريق.
    [one] حُذف الفريق { $team }.
    [two] حُذف فريقان.
    [few] حُذفت { $count } فرق.
    [many] حُذف { $count } فريقًا.
   *[other] حُذف { $count } فريق.
}
teams-disable-members = { $count ->
    [zero] لا تتوقف أي عضوية.
    [one] تتوقف عضوية واحدة.
    [two] تتوقف عضويتان.
    [few] تتوقف { $count } عضويات.
    [many] تتوقف { $count } عضوية.
   *[other] تتوقف { $count } عضوية.
}
teams-delete-members = { $count ->
    [zero] لا تنتهي أي عضوية.
    [one] تنتهي عضوية واحدة.
    [two] تنتهي عضويتان.
    [few] تنتهي { $count } عضويات.
    [many] تنتهي { $count } عضوية.
   *[other] تنتهي { $count } عضوية.
}
