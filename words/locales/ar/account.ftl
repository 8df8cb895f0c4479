### حسابك: عنوان تسجيل الدخول وكلمة المرور والجلسات.

account-sub = هو نفسه في كل مؤسسة تنتمي إليها.
account-signing-in = تسجيل الدخول
account-events = ما حدث لحسابك

account-address = العنوان
account-no-address = ليس لحسابك عنوان بريد إلكتروني: فقد سُلّم إليك شخصيًا.
account-address-waits = أُرسل رابط إلى { $email }. افتحه قبل { $until } لتسجيل الدخول بذلك العنوان؛ وحتى ذلك الحين يبقى العنوان الحالي مستخدمًا.
account-change-address = تغيير العنوان…
account-change-address-title = تغيير عنوان تسجيل الدخول
account-change-address-note = يُرسل رابط إلى العنوان الجديد. بعد فتحه تسجّل الدخول بذلك العنوان في كل مؤسسة. ويُبلَّغ العنوان القديم، ويمكنه إيقاف التغيير خلال يوم واحد.
account-address-mailed = رابط تأكيد العنوان في طريقه إلى { $email }.

account-password-note = تغييرها ينهي جلساتك في كل مكان آخر.
account-change-password = تغيير كلمة المرور…
account-change-password-title = تغيير كلمة مرورك
account-change-password-yes = تغيير كلمة المرور
account-password-changed = تغيّرت كلمة مرورك. انتهت جميع جلساتك الأخرى.
account-same-password = هذه كلمة مرورك الحالية.
account-current-password = كلمة المرور الحالية

sessions-title = أين سجّلت الدخول
sessions-end = إنهاء…
sessions-end-yes = إنهاء
sessions-end-others = إنهاء جميع الجلسات الأخرى…
sessions-end-title = هل تريد إنهاء الجلسة في { $browser }؟
sessions-end-question = على من يستخدمها تسجيل الدخول من جديد.
sessions-end-others-title = هل تريد إنهاء جميع الجلسات الأخرى؟
sessions-end-others-question = سيكون عليك تسجيل الدخول من جديد في كل مكان سوى هنا.
sessions-end-deletes = يُحذف الدليل هناك؛ ويبقى العمل الذي لم تتم مزامنته على الجهاز.
sessions-ended = انتهت الجلسة.
sessions-others-ended = انتهت جميع الجلسات الأخرى.
sessions-this = هذه الجلسة
sessions-in-use = قيد الاستخدام الآن
sessions-last-used = آخر استخدام { $when }
sessions-signed-in = تسجيل الدخول { $when }
account-data = بياناتك
account-data-note = كل ما تحتفظ به { $organisation } عنك وما حدث في حسابك، في ملف.

## ما للمرء في المؤسسة.

own-presence = مكالمات فرقك
own-presence-note = هل ترن على هاتفك.
own-presence-since = منذ { $when }.
own-queues = تستقبل مكالمات { $teams }.
presence-available = متاح
presence-break = استراحة
presence-signed-out = مسجَّل الخروج
own-calls = مكالماتك
own-calls-note = أحدثها: مع من ومتى وكم دامت.
own-calls-none = لا مكالمات بعد. ستظهر هنا فور أن يبلّغ عنها نظام الهاتف.
own-calls-all = { $count ->
    [0] كل المكالمات
    [one] مكالمة واحدة
    [two] مكالمتان
    [few] كل المكالمات ({ $count })
    [many] كل المكالمات ({ $count })
   *[other] كل المكالمات ({ $count })
}
own-pin-note = تُدخله على الهاتف للاستماع إلى رسائلك. وهو خاص بمؤسسة { $organisation }.
own-pin-set = تعيين الرمز…
own-pin-title = تعيين رمز بريدك الصوتي
own-pin-new = رمز جديد
own-pin-yes = تعيين الرمز
own-pin-done = عُيّن رمز بريدك الصوتي.
own-looks = اللغة والمظهر
own-looks-note = المظهر خاص بهذا الجهاز.
own-theme = المظهر
