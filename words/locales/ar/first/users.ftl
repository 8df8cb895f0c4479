### قائمة المستخدمين.

users-active-count = { $count ->
    [one] مستخدم نشط واحد
    [two] مستخدمان نشطان
    [few] { $count } مستخدمين نشطين
    [many] { $count } مستخدمًا نشطًا
   *[other] { $count } مستخدم نشط
}
users-active-in = { $count ->
    [one] مستخدم نشط واحد في { $organisation }
    [two] مستخدمان نشطان في { $organisation }
    [few] { $count } مستخدمين نشطين في { $organisation }
    [many] { $count } مستخدمًا نشطًا في { $organisation }
   *[other] { $count } مستخدم نشط في { $organisation }
}
users-no-seat = جميع مقاعد التراخيص مشغولة. أخلِ مقعدًا لتتمكن من الدعوة، أو جهِّز مستخدمين بلا ترخيص.
users-licences = التراخيص
users-waiting = { $count ->
    [one] مستخدم مُجهَّز واحد ينتظر دعوة.
    [two] مستخدمان مُجهَّزان ينتظران دعوة.
    [few] { $count } مستخدمين مُجهَّزين ينتظرون دعوة.
    [many] { $count } مستخدمًا مُجهَّزًا ينتظرون دعوة.
   *[other] { $count } مستخدم مُجهَّز ينتظرون دعوة.
}
users-select-to-send = تحديدهم للإرسال
users-search = البحث عن مستخدمين
users-search-hint = ابحث بالاسم أو البريد أو الرقم أو الفريق

## أي مستخدمين تعرض.

users-filter-state = التصفية حسب الحالة
users-filter-kind = النوع
users-filter-no-system = بلا مستخدمي النظام
users-any-role = أي دور
users-any-team = أي فريق
users-any-licence = أي ترخيص
users-hide-system = إخفاء مستخدمي النظام
users-system-none = لا يوجد أي منهم في هذه القائمة
users-system-count = { $count ->
   *[other] جسور المؤتمرات والردود الآلية وقوائم الانتظار والخدمات: { $count }
}

## كيف تُرتَّب.

users-state = الحالة
users-added = تاريخ الإضافة
users-last-sign-in = آخر تسجيل دخول

## الجدول.

users-found = { $count ->
    [zero] لم يُعثر على أي مستخدم
    [one] عُثر على مستخدم واحد
    [two] عُثر على مستخدمَين
    [few] عُثر على { $count } مستخدمين
    [many] عُثر على { $count } مستخدمًا
   *[other] عُثر على { $count } مستخدم
}
users-invitation-expires = تنتهي صلاحية الدعوة { $when }.
users-invitation-expired = انتهت صلاحية الدعوة { $when }.
users-single-permissions = { $count ->
    [one] صلاحية منفردة
    [two] صلاحيتان منفردتان
    [few] { $count } صلاحيات منفردة
   *[other] { $count } صلاحية منفردة
}
users-loading = جارٍ تحميل المستخدمين
users-empty-title = لا مستخدمين بعد
users-empty-sentence = ادعُ أول شخص أو استورد قائمة.
users-nobody-title = لم يُعثر على أحد
users-nobody-sentence = لا يوجد مستخدم يطابق هذا البحث وعوامل التصفية هذه.

## مستخدم واحد بجانب القائمة.

users-detail = تفاصيل المستخدم
users-gone-title = لا يوجد مستخدم كهذا
users-gone-sentence = حُذف هذا المستخدم، أو لا يحق لك عرضه.
users-you = أنت
users-teams = الفرق
users-country = البلد
users-invitation = الدعوة
users-expires = تنتهي { $when }
users-expired-resend = انتهت { $when }. أرسلها مرة أخرى ليتمكن هذا الشخص من الدخول.
users-send-again = إرسال مرة أخرى

## ما يمكن فعله بمستخدم واحد.

users-show-details = عرض التفاصيل
users-resend = إرسال الدعوة مرة أخرى
users-revoke = سحب الدعوة
users-edit = تعديل الملف الشخصي
users-change-licence = تغيير الترخيص
users-suspend = إيقاف
users-reactivate = إعادة التنشيط
users-activate = تنشيط
users-off-board = إنهاء الخدمة…
users-delete = حذف
users-revoked = سُحبت الدعوة. { $name } الآن مُجهَّز ويحتفظ بالمقعد.
users-suspended = تم إيقاف { $name }.
users-reactivated = عاد { $name } نشطًا.
users-activated = { $name } نشط الآن.
users-deleted = جارٍ حذف { $name }.

## السؤال قبل التنفيذ.

ask-offline = يتم ذلك عند عودة الاتصال، ويظل حتى ذلك الحين معلَّمًا بأنه معلّق.
ask-gone = مستخدم لم يعد موجودًا
ask-more = { $count ->
    [one] وواحد غيرهم
    [two] واثنان غيرهم
   *[other] و{ $count } غيرهم
}
ask-left-out = المستثنى: { $count }
users-download-data = تنزيل البيانات
user-open = فتح
account-download-data = تنزيل بياناتي
invitation = دعوتك
export = تصدير
undelivered-again =
    { $what ->
        [invitation] لم تُسلَّم الدعوة بعد.
        [password] لم يُسلَّم رابط تعيين كلمة المرور بعد.
       *[address] لم يُسلَّم الرابط الخاص بعنوان تسجيل الدخول بعد.
    } { $reason ->
        [refused] رفض خادم البريد الرسالة: تحقق من العنوان.
        [unavailable] لا يمكن الوصول إلى خادم البريد.
       *[over_budget] أُرسلت رسائل كثيرة في الفترة الأخيرة.
    } المحاولة التالية في { $at }.
undelivered-for-good =
    { $what ->
        [invitation] تعذّر تسليم الدعوة.
        [password] تعذّر تسليم رابط تعيين كلمة المرور.
       *[address] تعذّر تسليم الرابط الخاص بعنوان تسجيل الدخول.
    } { $reason ->
        [refused] رفض خادم البريد الرسالة: تحقق من العنوان.
        [unavailable] لا يمكن الوصول إلى خادم البريد.
       *[over_budget] أُرسلت رسائل كثيرة في الفترة الأخيرة.
    }
hand-over = تسليم بيانات الدخول…
users-filter-phone = الهاتف
users-no-phone = بلا هاتف
users-any-kind = أي نوع
user-kind-person = شخص
user-kind-service = خدمة
user-kind-bridge = غرفة مؤتمرات
user-kind-attendant = مجيب آلي
user-kind-queue = قائمة انتظار
users-numbers = الأرقام
users-assign = تعيين
users-assign-to = تعيين رقم داخلي إلى { $name }
users-unassign-from = سحب الرقم الداخلي { $extension } من { $name }
users-give-extension = تعيين رقم داخلي…
users-take-extension = سحب الرقم الداخلي…
users-need = يحتاج إلى قرار
users-any-need = أي شيء
users-need-of = { $need ->
    [away] لم يسجّل الدخول منذ 90 يومًا
    [direct] له صلاحيات بلا دور
    [ending] حقوق تنتهي خلال أسبوع
    [leaving] يغادر خلال أسبوع
   *[put_off] أمر لم يُنفَّذ
}
users-add-more = إضافة المزيد
