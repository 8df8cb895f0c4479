### الباقات والإضافات ومقاعدها.

licences-plans = الباقات
licences-new = ترخيص جديد
licences-edit = الاسم والمقاعد
licences-remove = إزالة
licences-holders = عرض أصحابه
licences-kind = { $kind ->
    [plan] باقة
   *[add_on] إضافة
}
licences-seats-hint = اتركه فارغًا لعدم التحديد.
licences-empty-title = لا تراخيص بعد
licences-empty-sentence = من دون باقة هنا لا يحتاج أحد إليها، ولا تُحسب المقاعد.
licences-back = مقاعد يمكن أن تعود
licences-back-group = { $group ->
    [expired] دعوات منتهية: { $count }
    [prepared] مُعَدّون لم يُدعوا بعد: { $count }
    [never] نشطون لم يسجّلوا الدخول قط: { $count }
   *[invited] مدعوون لم يأتوا بعد: { $count }
}
licences-back-take = سحب الترخيص…
licences-back-question = يمكن دعوتهم لاحقًا، وعندها يحتاجون إلى مقعد من جديد.
licences-suspended = موقوفون لديهم الترخيص من دون مقعد: { $count }
licences-remove-title = إزالة { $name }؟
licences-remove-means = ليس لدى أحد، ولا يمكن منحه لأحد بعد ذلك.
licences-removed = أُزيل { $name }.
licences-seats-wrong = أدخل عددًا صحيحًا.
