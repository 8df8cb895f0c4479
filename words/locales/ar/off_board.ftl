### كيف يغادر المستخدم: النموذج الخاص بذلك وما يظهر أعلى صفحته.

off-board-title = إنهاء خدمة { $who }
off-board-when = متى ينتهي الوصول
off-board-now = الآن
off-board-later = في وقت محدد
off-board-numbers = تسليم أرقامه إلى
off-board-numbers-hint = زميل أو فريق أو رقم خارجي. إن تُرك فارغًا تبقى له.
off-board-calls = توجيه مكالماته إلى
off-board-calls-hint = يذهب إلى هناك ما يصل إلى رقمه الداخلي. إن تُرك فارغًا لا تصل هذه المكالمات إلى أحد.
off-board-teams = يحل محله في الفرق
off-board-teams-hint = إن تُرك فارغًا يبقى عضوًا.
off-board-keep = الاحتفاظ بالتراخيص
off-board-keep-note = تشغل المقاعد من جديد عند إعادة تنشيط المستخدم. والمقاعد متاحة حتى ذلك الحين في كل الأحوال.
off-board-days = الحذف بعد عدد من الأيام
off-board-days-hint = تُحسب من انتهاء الوصول. إن تُرك فارغًا لا يُحذف المستخدم أبدًا.
off-board-pick = اختر من القائمة.
off-board-comes = ما يترتب على ذلك
off-board-yes-now = إنهاء الخدمة الآن
off-board-yes-later = حفظ إنهاء الخدمة
off-board-done = غادر { $who }.
off-board-ordered = تم تحديد موعد إنهاء خدمة { $who }.
off-board-change = تغيير
off-board-call-off = إلغاء الأمر
off-board-called-off = أُلغي إنهاء خدمة { $who }.
off-board-suspended-on = سيغادر: ينتهي الوصول { $at }.
off-board-suspended-deleted = سيغادر: ينتهي الوصول { $at }، ويُحذف المستخدم { $deleted }.
off-board-left = غادر { $at }.
off-board-left-deleted = غادر { $at }، ويُحذف { $deleted }.
off-board-put-off = تعذّر تنفيذ ما حان موعده: { $why } تُعاد المحاولة { $at }.
off-board-line-now = ينتهي الوصول فورًا ومعه كل الجلسات.
off-board-line-then = ينتهي الوصول { $at } ومعه كل الجلسات.
off-board-line-numbers = { $count ->
    [one] ينتقل الرقم { $numbers } إلى { $to }.
    [two] ينتقل الرقمان { $numbers } إلى { $to }.
   *[other] تنتقل الأرقام { $numbers } إلى { $to }.
}
off-board-line-calls = تذهب المكالمات التي ما زالت تصل إليه إلى { $to }.
off-board-line-no-calls = { $ways }: لا تصل المكالمات إلى أحد.
off-board-line-teams = { $count ->
    [one] يحل { $who } محله في { $teams }.
    [two] يحل { $who } محله في { $teams }.
   *[other] يحل { $who } محله في { $teams }.
}
off-board-line-taken = تراخيص تُسحب وتصبح متاحة: { $licences }.
off-board-line-kept = يحتفظ بتراخيصه، والمقاعد متاحة حتى ذلك الحين: { $licences }.
off-board-line-deleted = يُحذف المستخدم { $at }.

## وقت حسب ساعة منطقة زمنية.

moment-zone = حسب الساعة في { $zone }.
moment-zone-here = حسب الساعة في { $zone }؛ ويكون الوقت عندك حينها { $at }.

## عدة مستخدمين معًا.

off-board-many = { $count ->
    [zero] إنهاء خدمة { $count } مستخدم
    [one] إنهاء خدمة مستخدم واحد
    [two] إنهاء خدمة مستخدمَين
    [few] إنهاء خدمة { $count } مستخدمين
    [many] إنهاء خدمة { $count } مستخدمًا
   *[other] إنهاء خدمة { $count } مستخدم
}
off-board-many-numbers = تسليم أرقامهم إلى
off-board-many-calls = توجيه مكالماتهم إلى
off-board-many-teams = يحل محلهم في الفرق
off-board-many-numbers-hint = زميل أو فريق أو رقم خارجي. إن تُرك فارغًا تبقى لهم.
off-board-many-calls-hint = يذهب إلى هناك ما يصل إلى أرقامهم الداخلية. إن تُرك فارغًا لا تصل هذه المكالمات إلى أحد.
off-board-many-teams-hint = إن تُرك فارغًا يبقون أعضاء.
