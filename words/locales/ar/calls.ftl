### قائمة المكالمات وأرقامها.

calls-search = البحث في المكالمات
calls-search-hint = ابحث عن رقم أو جهة اتصال أو موظف أو فريق
calls-found = { $count ->
    [0] لا مكالمات
    [one] مكالمة واحدة
    [two] مكالمتان
    [few] { $count } مكالمات
    [many] { $count } مكالمة
   *[other] { $count } مكالمة
}
calls-live-now = { $count ->
    [0] لا مكالمة جارية الآن
    [one] مكالمة واحدة جارية الآن
    [two] مكالمتان جاريتان الآن
    [few] { $count } مكالمات جارية الآن
    [many] { $count } مكالمة جارية الآن
   *[other] { $count } مكالمة جارية الآن
}
calls-empty-title = لا مكالمات بعد
calls-empty-sentence = تظهر مكالماتك هنا حالما يبلّغ عنها نظام الهاتف، ومعها مكالمات غيرك التي يحق لك الاطلاع عليها.
calls-detail = مكالمة
calls-gone = هذه المكالمة ليست هنا
calls-gone-sentence = هي أقدم مما يحتفظ به هذا الجهاز، أو لا يحق لك رؤيتها.
calls-result = النتيجة
call-result = { $result ->
    [live] جارية
    [answered] مُجابة
    [missed] فائتة
   *[not_reached] لم يُجَب عليها
}
calls-direction = الاتجاه
calls-any-direction = أي اتجاه
call-direction = { $direction ->
    [incoming] واردة
    [outgoing] صادرة
   *[internal] داخلية
}
calls-period = الوقت
calls-any-time = أي وقت
call-period = { $period ->
    [day] آخر 24 ساعة
    [week] آخر 7 أيام
   *[month] آخر 30 يومًا
}
calls-team = الفريق
calls-any-team = أي فريق
calls-no-team = بلا فريق
calls-agent = الموظف
calls-any-agent = أي شخص
calls-nobody = لا أحد
calls-newest = الأحدث
calls-started = البداية
calls-answered-at = الإجابة
calls-ended-at = النهاية
calls-waited = مدة الانتظار
calls-talked = مدة المحادثة
calls-other-side = الطرف الآخر
calls-unknown-number = بلا رقم
calls-export = تصدير
calls-export-note = المكالمات التي تعرضها القائمة، في مصنف.

figures-note = المكالمات الموجودة على هذا الجهاز: مكالماتك وما يحق لك الاطلاع عليه.
figures-by = التجميع حسب
figures-by-what = { $by ->
    [team] الفريق
    [agent] الموظف
    [hour] ساعة اليوم
   *[day] اليوم
}
figures-at-least = أقل عدد لكل مجموعة
figures-at-least-wrong = أدخل عددًا صحيحًا.
figures-all = كل المكالمات
figures-calls = المكالمات
figures-offered = المعروضة
figures-answered = المُجابة
figures-missed = الفائتة
figures-waiting = المنتظرة
figures-service-level = مستوى الخدمة
figures-percent = ‏{ $percent }٪
figures-in-time = أُجيبت خلال { $seconds } ثانية
figures-average-wait = متوسط مدة الانتظار
figures-average-talk = متوسط مدة المحادثة
figures-outgoing = الصادرة
figures-internal = الداخلية
figures-chart = المكالمات المُجابة والفائتة حسب { $by ->
    [team] الفريق
    [agent] الموظف
    [hour] ساعة اليوم
   *[day] اليوم
}
figures-empty-title = لا مكالمات لعدّها
figures-empty-sentence = اختر مدة أطول أو مرشحات أقل.
figures-print = طباعة
